/** Which commit of its Git repository a directory is at; a directory outside of any has none. */
import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { promisify } from 'node:util';
import { ExpectedError } from '../model/problems/errors.ts';
import { idsOfDifference } from '../review/person-ids.ts';
import { findAbove } from './repository.ts';

const run = promisify(execFile);

/**
 * Nothing that stands in a directory of others may choose what git does: no monitor of the repository's own
 * configuration, no repository laid bare among the files (its configuration could name any program), no replaced
 * objects.
 */
const guards = ['-c', 'core.fsmonitor=false', '-c', 'safe.bareRepository=explicit', '--no-replace-objects'];

/**
 * What git says, upon this input.
 *
 * @param maxBuffer bytes it may say.
 * @throws what git's failing throws.
 */
export async function runGit(
  directory: string,
  args: readonly string[],
  { maxBuffer, input = '' }: { readonly maxBuffer: number; readonly input?: string },
): Promise<Buffer> {
  const asked = run('git', ['-C', directory, ...guards, ...args], { maxBuffer, encoding: 'buffer' });
  // One that ends without reading all of it says why by how it ends.
  asked.child.stdin?.on('error', () => {});
  asked.child.stdin?.end(input);
  return (await asked).stdout;
}

/** Whether this can be the name of an object: what came from a server and is none goes to no Git. */
export const isObjectName = (text: string): boolean => /^[0-9a-f]{40,64}$/.test(text);

export interface Commit {
  readonly commit: string;
  /** Set where files of the directory are not as the commit has them. */
  readonly uncommitted?: true;
}

/** `given` is believed, in form. Undefined without Git, outside of a repository, and before the first commit. */
export async function readCommit(directory: string, given?: string): Promise<Commit | undefined> {
  if (given !== undefined) {
    if (/^[0-9a-f]{7,64}$/i.test(given)) return { commit: given.toLowerCase() };
    throw new ExpectedError('option.commit', { option: '--commit', value: given });
  }
  const asked = ['--porcelain=v2', '--branch', '--untracked-files=normal', '--', '.'];
  const [head, ...more] = (await git(directory, 'status', ...asked))?.split('\n') ?? [];
  if (head === undefined) return await readHead(directory);
  const [, commit] = /^# branch\.oid ([0-9a-f]{40,64})$/.exec(head) ?? [];
  if (commit === undefined) return undefined;
  const isChanged = more.some((line) => !line.startsWith('# '));
  return isChanged ? { commit, uncommitted: true } : { commit };
}

/** Where Git cannot tell what is changed, anything may be. */
async function readHead(directory: string): Promise<Commit | undefined> {
  const commit = await git(directory, 'rev-parse', '--verify', '--quiet', 'HEAD');
  if (commit === undefined || !isObjectName(commit)) return undefined;
  return { commit, uncommitted: true };
}

/**
 * Every id the directory has ever given to a person, as far as Git remembers; undefined where it does not remember all:
 * without Git, and in a clone that was cut short.
 */
export async function readIdsOfHistory(directory: string): Promise<ReadonlySet<string> | undefined> {
  if (!(await hasHistory(directory))) return undefined;
  const pattern = 'id["\']?[[:space:]]*:';
  const text = await git(
    directory,
    'log',
    '--format=',
    '--no-color',
    '-p',
    '--unified=0',
    `-G${pattern}`,
    '--',
    '.',
  );
  if (text === undefined) return undefined;
  return new Set(idsOfDifference(text, 'added or removed'));
}

/** True where the history of the folder can be asked: a clone that was cut short knows too little. */
export async function hasHistory(directory: string): Promise<boolean> {
  return (await git(directory, 'rev-parse', '--is-shallow-repository')) === 'false';
}

/** What git says; undefined where there is none, or it refuses. */
export async function git(directory: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    if (!(await hasRepository(directory))) return undefined;
    return await sayOf(directory, args);
  } catch {
    return undefined;
  }
}

async function sayOf(directory: string, args: readonly string[]): Promise<string> {
  return (await runGit(directory, args, { maxBuffer: 64 * 1024 * 1024 })).toString().trim();
}

/** Git looks where this looks, and has to be started for it. @throws where the directory cannot be found. */
const hasRepository = async (directory: string): Promise<boolean> =>
  process.env.GIT_DIR !== undefined || (await findAbove(await realpath(directory), '.git')) !== undefined;

/** The version of Git there is: "2.39.5"; undefined where there is none. */
export async function readGitVersion(directory: string): Promise<string | undefined> {
  const told = await sayOf(directory, ['version']).catch(() => undefined);
  return /\d+\.\d+(\.\d+)*/.exec(told ?? '')?.[0];
}
