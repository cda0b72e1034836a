/** Pins danhba in a new repository: it is on no registry yet, so its tarball is kept there, and npm locks what it needs. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageFolder } from '../files/package-folder.ts';
import { ExpectedError } from '../model/problems/errors.ts';

const run = promisify(execFile);

/** Where the tarball lies in the repository. */
const folder = 'vendor';

/** Packs the danhba that runs; returns what package.json says of it. @throws ExpectedError `init-npm`. */
export async function packDanhba(root: string): Promise<string> {
  await mkdir(join(root, folder));
  // An installed package is built already, and has nothing to build it with.
  const built = existsSync(join(packageFolder, 'src')) ? [] : ['--ignore-scripts'];
  await npm(['pack', ...built, '--pack-destination', join(root, folder)], packageFolder);
  const [tarball = ''] = (await readdir(join(root, folder))).filter((name) => name.endsWith('.tgz'));
  return `file:${folder}/${tarball}`;
}

/** Writes package-lock.json, so that `npm ci` brings the same everywhere. @throws ExpectedError `init-npm`. */
export const lockPackages = (root: string): Promise<void> =>
  npm(['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'], root);

async function npm(args: readonly string[], cwd: string): Promise<void> {
  try {
    await run('npm', args, { cwd });
  } catch (thrown) {
    const { stderr = '', message } = thrown as { readonly stderr?: string; readonly message: string };
    const cause = stderr.trim().split('\n').slice(-3).join(' ') || message;
    throw new ExpectedError('init-npm', { at: `npm ${args[0]}`, cause }, { cause: thrown });
  }
}
