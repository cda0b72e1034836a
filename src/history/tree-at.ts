/** Reads the directory as it was at a commit, for the question of whose word stood behind it. */
import { createHash } from 'node:crypto';
import { join, resolve, sep } from 'node:path';
import { fileKind, parseDirectory, parseOrganization } from '../desired/read/parse-directory.ts';
import { readDirectoryFiles, sizeLimit } from '../files/read-directory.ts';
import { readPlainFile } from '../files/read-plain-file.ts';
import type { TreeEntry } from '../github/files/tree.ts';
import { organizationKey } from '../model/account/key.ts';
import type { OrganizationFile } from '../model/directory/organization.ts';
import type { Policy } from '../model/directory/policy.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { operatorsOf } from '../review/owners.ts';
import type { TreeAt } from '../review/rights.ts';
import { git, runGit } from './commit.ts';

export type TreeReader = (commit: string) => Promise<TreeAt>;

/**
 * Reads each state of a file once, however many commits are asked for. Where a commit does not tell who operates, they
 * are those of the tree read before.
 */
export function openTrees(directory: string): TreeReader {
  const parsed = new Map<string, ReturnType<typeof parseOrganization>>();
  const policies = new Map<string, Policy | undefined>();
  let operators: readonly string[] = [];
  let operatedBy: string = 'policy.yaml';
  return async (commit) => {
    const blobs = await listBlobs(directory, commit);
    const isRead = (state: string): boolean => parsed.has(state) || policies.has(state);
    const missing = blobs.filter(
      ({ path, sha, isTooLarge }) => !isTooLarge && isAsked(path) && !isRead(`${path} ${sha}`),
    );
    const texts = await readTexts(
      directory,
      missing.map(({ sha }) => sha),
    );
    const organizations: OrganizationFile[] = [];
    const unreadable = new Set<string>();
    let policy: Policy | undefined;
    for (const { path, sha, isTooLarge } of blobs) {
      if (isTooLarge) {
        unreadable.add(path);
        continue;
      }
      const state = `${path} ${sha}`;
      const text = texts.get(sha);
      if (isPolicy(path)) {
        if (!policies.has(state) && text !== undefined) policies.set(state, parsePolicy(path, text));
        policy = policies.get(state);
      }
      if (fileKind(path) !== 'organization') continue;
      const known = parsed.get(state);
      const found = known ?? parseOrganization({ file: path, path, text: text ?? '' });
      parsed.set(state, found);
      if ('organization' in found.result) organizations.push(found.result);
      else unreadable.add(path);
    }
    if (policy !== undefined && tells(policy, organizations)) {
      operators = operatorsOf({ policy, organizations });
      operatedBy = policy.operators === undefined ? organizationKey(policy.operator) : 'policy.yaml';
    }
    return {
      organizations,
      operators,
      operatedBy,
      texts: new Map(blobs.map(({ path, sha }) => [path, sha])),
      unreadable,
    };
  };
}

/** Who operates is not known where that is another file's to tell, and it cannot be read. */
const tells = ({ operators, operator }: Policy, organizations: readonly OrganizationFile[]): boolean =>
  operators !== undefined || organizations.some(({ organization }) => organization.id === operator);

const isPolicy = (path: string): boolean => fileKind(path) === 'policy';

/** Whose texts are asked for here. */
const isAsked = (path: string): boolean => isPolicy(path) || fileKind(path) === 'organization';

const parsePolicy = (path: string, text: string): Policy | undefined =>
  parseDirectory([{ file: path, path, text }], path).directory?.policy;

interface Blob {
  readonly path: string;
  readonly sha: string;
  /** Refused by its size, so that nobody need read it. */
  readonly isTooLarge: boolean;
}

/** Links and submodules are none of our files. */
async function listBlobs(directory: string, commit: string): Promise<readonly Blob[]> {
  const listed = await listTree(directory, commit);
  if (listed === undefined) throw unknownCommit(commit);
  return listed.flatMap(({ path, mode, sha, size = 0 }) =>
    /^100[0-7]{3}$/.test(mode) && fileKind(path) !== undefined
      ? [{ path, sha, isTooLarge: size > sizeLimit }]
      : [],
  );
}

/** Everything below the directory, by its path there; undefined where Git does not know the commit. */
export async function listTree(directory: string, commit: string): Promise<readonly TreeEntry[] | undefined> {
  const listed = await git(directory, 'ls-tree', '-r', '-l', '-z', commit, '--', '.');
  return listed?.split('\0').flatMap((line): TreeEntry[] => {
    const [, mode = '', sha = '', size, path = ''] =
      /^(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
    return path === '' ? [] : [{ path, mode, sha, size: size === '-' ? undefined : Number(size) }];
  });
}

/** The texts of blobs by their hash. */
export async function readTexts(
  directory: string,
  shas: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const read = await readBytes(shas, (input) =>
    runGit(directory, ['cat-file', '--batch'], { maxBuffer: 1024 * 1024 * 1024, input }),
  );
  return new Map([...read].map(([sha, bytes]) => [sha, bytes.toString('utf8')]));
}

/**
 * The contents of blobs by their hash, each once and all in one call: `git cat-file --batch` says `sha blob size`, the
 * bytes, a line's end.
 *
 * @param batch what that says upon these lines.
 */
export async function readBytes(
  shas: readonly string[],
  batch: (input: string) => Promise<Buffer>,
): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  if (shas.length === 0) return found;
  const told = await batch([...new Set(shas)].map((sha) => `${sha}\n`).join(''));
  for (let at = 0; at < told.length; at++) {
    const end = told.indexOf(0x0a, at);
    const [sha = '', type, size = '0'] = told.toString('latin1', at, end).split(' ');
    if (type !== 'blob') throw unknownCommit(sha);
    at = end + 1 + Number(size);
    found.set(sha, told.subarray(end + 1, at));
  }
  return found;
}

export function unknownCommit(commit: string): ExpectedError {
  return new ExpectedError('consent-unknown', { commit: commit.slice(0, 12) });
}

/**
 * What was judged must be what is carried out: Git can lay another text on the disk than a commit has (an encoding, a
 * filter of `.gitattributes`), and a link can stand where the directory was.
 *
 * @throws ExpectedError `checkout-differs`
 */
export async function refuseOtherCheckout(directory: string, commit: string): Promise<void> {
  const prefix = (await git(directory, 'rev-parse', '--show-prefix'))?.split('/').filter(Boolean) ?? [];
  const way = resolve(directory).split(sep);
  if (prefix.some((part, index) => way.at(index - prefix.length) !== part)) {
    throw otherCheckout(directory, `→ ${prefix.join('/')}`);
  }
  const blobs = new Map((await listBlobs(directory, commit)).map((blob) => [blob.path, blob]));
  for (const { path, sha, isTooLarge } of blobs.values()) {
    const found = await readPlainFile(join(directory, path), sizeLimit).catch(() => undefined);
    // Neither was judged, nor will be carried out.
    if (isTooLarge && found !== undefined && 'tooLarge' in found) continue;
    const isSame = found !== undefined && 'bytes' in found && blobHash(found.bytes, sha.length) === sha;
    if (!isSame) throw otherCheckout(directory, path);
  }
  const { files, unreadable } = await readDirectoryFiles(directory);
  const added = [...files, ...unreadable].find(
    ({ path }) => fileKind(path) !== undefined && !blobs.has(path),
  );
  if (added !== undefined) throw otherCheckout(directory, added.path);
}

/** As Git names a file: by SHA-1, or in a repository of longer names SHA-256. */
export function blobHash(bytes: Buffer, length: number): string {
  const hash = createHash(length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function otherCheckout(directory: string, file: string): ExpectedError {
  return new ExpectedError('checkout-differs.file', { at: directory, file });
}
