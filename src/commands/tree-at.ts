/** Reads the directory as it was at a commit, for the question of whose word stood behind it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileKind, parseDirectory, parseOrganization } from '../desired/parse-directory.ts';
import { ExpectedError } from '../model/errors.ts';
import type { OrganizationFile } from '../model/organization.ts';
import type { Policy } from '../model/policy.ts';
import type { TreeAt } from '../review/merged.ts';
import { operatorsOf } from '../review/owners.ts';
import { git } from './commit.ts';

const run = promisify(execFile);

/** Where the policy of a commit cannot be read, the operators are those of the tree read before. */
export type TreeReader = (commit: string) => Promise<TreeAt>;

/** Reads each state of a file once, however many commits are asked for. */
export function openTrees(directory: string): TreeReader {
  const parsed = new Map<string, ReturnType<typeof parseOrganization>>();
  let operators: readonly string[] = [];
  return async (commit) => {
    const blobs = await listBlobs(directory, commit);
    const missing = blobs.filter(({ path, sha }) => !parsed.has(`${path} ${sha}`) || isPolicy(path));
    const texts = await readBlobs(directory, missing);
    const organizations: OrganizationFile[] = [];
    const unreadable = new Set<string>();
    let policy: Policy | undefined;
    for (const { path, sha } of blobs) {
      const text = texts.get(sha);
      if (isPolicy(path) && text !== undefined) policy = parsePolicy(path, text);
      if (fileKind(path) !== 'organization') continue;
      const known = parsed.get(`${path} ${sha}`);
      const found = known ?? parseOrganization({ file: path, path, text: text ?? '' });
      parsed.set(`${path} ${sha}`, found);
      if ('organization' in found.result) organizations.push(found.result);
      else unreadable.add(path);
    }
    if (policy !== undefined) operators = operatorsOf({ policy, organizations });
    return {
      organizations,
      operators,
      texts: new Map(blobs.map(({ path, sha }) => [path, sha])),
      unreadable,
    };
  };
}

const isPolicy = (path: string): boolean => fileKind(path) === 'policy';

const parsePolicy = (path: string, text: string): Policy | undefined =>
  parseDirectory([{ file: path, path, text }], path).directory?.policy;

interface Blob {
  readonly path: string;
  readonly sha: string;
}

/** Links and submodules are none of our files. */
async function listBlobs(directory: string, commit: string): Promise<readonly Blob[]> {
  const listed = await git(directory, 'ls-tree', '-r', '-z', commit, '--', '.');
  if (listed === undefined) throw unknownCommit(commit);
  return listed.split('\0').flatMap((line) => {
    const [, sha = '', path = ''] = /^100[0-7]{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    return fileKind(path) === undefined ? [] : [{ path, sha }];
  });
}

/** All in one call: `sha blob size`, the bytes, a line's end. */
async function readBlobs(directory: string, blobs: readonly Blob[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  if (blobs.length === 0) return texts;
  const asked = run('git', ['-C', directory, 'cat-file', '--batch'], {
    encoding: 'buffer',
    maxBuffer: 1024 * 1024 * 1024,
  });
  asked.child.stdin?.end(blobs.map(({ sha }) => `${sha}\n`).join(''));
  const { stdout } = await asked;
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(0x0a, at);
    const [sha = '', type, size = '0'] = stdout.toString('latin1', at, end).split(' ');
    if (type !== 'blob') throw unknownCommit(sha);
    at = end + 1 + Number(size);
    texts.set(sha, stdout.toString('utf8', end + 1, at));
    at++;
  }
  return texts;
}

export function unknownCommit(commit: string): ExpectedError {
  return new ExpectedError(
    'consent-unknown',
    `Git ở đây không có ${commit.slice(0, 12)}, nên không biết ai đã đồng ý với các thay đổi từ đó / Git here lacks it, so who agreed to what was merged since is not known`,
    'actions/checkout: fetch-depth: 0 · reconcile --consented COMMIT',
  );
}
