/** Everything a run is measured on: the files of a generated province, and a slapd that has exactly its entries. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { chmod, cp, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type InstanceOptions, prepareInstance } from '../servers/launch/instance.ts';
import { commandOf } from '../servers/launch/owner.ts';
import { startSlapd } from '../servers/launch/slapd.ts';
import { build } from '../tools/build.ts';
import { alterAll, makeAlteration } from './alter.ts';
import { type Size, sizes } from './rows.ts';

const execute = promisify(execFile);
const root = join(import.meta.dirname, '..');

/** The day everything is planned for. */
export const today = '2026-11-23';
export const baseDn = 'dc=laichau,dc=gov,dc=vn';

export interface Stage {
  /** An empty folder for whatever a run needs. */
  readonly scratch: string;
  readonly directory: string;
  readonly slapd: Awaited<ReturnType<typeof startSlapd>>;
  /** Another directory, in which the title of this share of the people is another one. */
  readonly copyWith: (name: string, share: number) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** @param told is told what takes its time. */
export async function setStage(size: Size, told: (step: string) => void): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'danhba-bench-'));
  // The server's own user has to get through.
  await chmod(folder, 0o755);
  const close = () => rm(folder, { recursive: true, force: true });
  // Gigabytes are not left behind; the server ends with this process in any case.
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const)
    process.once(signal, () => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(128 + number);
    });
  try {
    told('building danhba');
    await build({ cli: 'src/cli.ts', load: 'bench/load.ts' });
    told(`generating ${sizes[size]} people`);
    const directory = join(folder, 'directory');
    const people = ['--people', String(sizes[size]), '--out', directory];
    await execute(process.execPath, ['tools/province/make.ts', ...people], { cwd: root });
    told('writing their entries');
    const ldif = join(folder, 'entries.ldif');
    await writeEntries(directory, ldif);
    told('loading slapd');
    const options = { baseDn, directory: join(folder, 'slapd'), maxSize: 16 * 2 ** 30 };
    await load(options, ldif);
    await rm(ldif);
    const slapd = await startSlapd(options);
    return {
      scratch: folder,
      directory,
      slapd,
      copyWith: async (name, share) => {
        const copy = join(folder, name);
        await cp(directory, copy, { recursive: true });
        if (share > 0) await alterAll(copy, makeAlteration(share, 'Người được đo'));
        return copy;
      },
      close: async () => {
        await slapd.stop();
        await close();
      },
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** In a process of its own, whose memory is gone when the runs begin. */
async function writeEntries(directory: string, file: string): Promise<void> {
  const command = ['bench/entries.ts', '--directory', directory, '--today', today];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.pipe(createWriteStream(file));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`bench/entries.ts ended with ${code}`);
}

/** Offline and unchecked (`-q`): the first run that counts proves that the server has what the files say. */
async function load(options: InstanceOptions & { readonly directory: string }, ldif: string): Promise<void> {
  const { owner } = await prepareInstance(options);
  const configuration = join(options.directory, 'slapd.conf');
  const [program = '', ...args] = commandOf(owner, '/usr/sbin/slapadd', '-q', '-f', configuration);
  const input = await open(ldif);
  try {
    const child = spawn(program, args, { stdio: [input.fd, 'inherit', 'inherit'], cwd: '/' });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`slapadd ended with ${code}`);
  } finally {
    await input.close();
  }
}
