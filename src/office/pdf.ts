/** Turns Word documents into PDF where LibreOffice is on the machine; without it, or where it fails, they stay as they are. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Remark, remark } from '../model/problems/remark.ts';

const run = promisify(execFile);

/** Milliseconds, for LibreOffice to start, and for each document. */
const patience = { start: 120_000, each: 20_000 } as const;

/** Beside the documents, under their names. What is to be told where there is none. */
export async function makePdfs(
  files: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Remark | undefined> {
  if (files.length === 0) return undefined;
  // A profile of its own: one that is open in somebody's window would take the work over.
  const profile = await mkdtemp(join(tmpdir(), 'danhba-office-'));
  try {
    const own = `-env:UserInstallation=${pathToFileURL(profile)}`;
    await run('soffice', [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      timeout: patience.start + patience.each * files.length,
      env: { PATH: environment.PATH, HOME: profile, LANG: 'C.UTF-8' },
    });
    return undefined;
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? remark('pdf-none')
      : remark('pdf-failed', { cause: `soffice: ${code ?? 'timeout'}` });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
