/** Checks out what stands on the test's GitHub, as actions/checkout does: real Git objects with the hashes GitHub told. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { TestGitHub } from './github.ts';
import { runScript } from './shell.ts';

export interface Checkout {
  /** What is checked out; may not exist yet. */
  readonly folder: string;
  /** A branch, or the hash of a commit. */
  readonly ref: string;
  /** `fetch-depth`: all commits by default, as `0` asks for. */
  readonly depth?: 1;
  /** `/repos/owner/name` of a fork; by default the repository itself. */
  readonly repo?: string;
}

/** Makes (or brings up to date) the folder; returns the hash of the commit it is at. */
export async function checkOut(
  hub: Pick<TestGitHub, 'as' | 'repository'>,
  { folder, ref, depth, repo = `/repos/${hub.repository}` }: Checkout,
): Promise<string> {
  const git = async (text: string): Promise<void> => {
    const { code, err } = await runScript({ text, cwd: folder });
    if (code !== 0) throw new Error(`${text}: ${err}`);
  };
  if (!existsSync(join(folder, '.git'))) {
    await mkdir(folder, { recursive: true });
    await git('git init --quiet --initial-branch main');
  }
  const sha = /^[0-9a-f]{40}$/.test(ref)
    ? ref
    : (await hub.as('laichau', 'GET', `${repo}/git/ref/heads/${ref}`)).object.sha;
  const ask = (path: string) => hub.as('laichau', 'GET', `${repo}/git/${path}`);
  await copyCommit(ask, join(folder, '.git'), sha, depth);
  if (depth !== undefined) await writeFile(join(folder, '.git', 'shallow'), `${sha}\n`);
  await git(`git checkout --quiet --force --detach ${sha}; git clean --quiet -fdx`);
  return sha;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever GitHub answers.
type Ask = (path: string) => Promise<any>;

async function copyCommit(ask: Ask, gitDir: string, sha: string, depth: 1 | undefined): Promise<void> {
  const waiting = [sha];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (existsSync(placeOf(gitDir, next))) continue;
    const { tree, parents, author, committer, message } = await ask(`commits/${next}`);
    await copyTree(ask, gitDir, tree.sha);
    const lines = [
      `tree ${tree.sha}`,
      ...parents.map((parent: { sha: string }) => `parent ${parent.sha}`),
      `author ${identityOf(author)}`,
      `committer ${identityOf(committer)}`,
      '',
      message.endsWith('\n') ? message : `${message}\n`,
    ];
    await writeObject(gitDir, 'commit', Buffer.from(lines.join('\n')), next);
    if (depth === undefined) waiting.push(...parents.map((parent: { sha: string }) => parent.sha));
  }
}

const identityOf = ({ name, email, date }: { name: string; email: string; date: string }) =>
  `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
}

async function copyTree(ask: Ask, gitDir: string, sha: string): Promise<void> {
  if (existsSync(placeOf(gitDir, sha))) return;
  const { tree }: { tree: readonly Entry[] } = await ask(`trees/${sha}`);
  for (const entry of tree) {
    if (entry.type === 'tree') await copyTree(ask, gitDir, entry.sha);
    else if (!existsSync(placeOf(gitDir, entry.sha))) {
      const { content, encoding } = await ask(`blobs/${entry.sha}`);
      await writeObject(
        gitDir,
        'blob',
        Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
        entry.sha,
      );
    }
  }
  // Git sorts folders as if their names ended with a slash.
  const name = ({ type, path }: Entry) => Buffer.from(type === 'tree' ? `${path}/` : path);
  const content = Buffer.concat(
    [...tree]
      .sort((left, right) => Buffer.compare(name(left), name(right)))
      .flatMap(({ mode, path, sha: of }) => [
        Buffer.from(`${mode.replace(/^0+/, '')} ${path}\0`),
        Buffer.from(of, 'hex'),
      ]),
  );
  await writeObject(gitDir, 'tree', content, sha);
}

const placeOf = (gitDir: string, sha: string) => join(gitDir, 'objects', sha.slice(0, 2), sha.slice(2));

/** A loose object; its hash must be the one GitHub has told. */
async function writeObject(
  gitDir: string,
  type: 'blob' | 'tree' | 'commit',
  content: Buffer,
  sha: string,
): Promise<void> {
  const whole = Buffer.concat([Buffer.from(`${type} ${content.byteLength}\0`), content]);
  const hash = createHash('sha1').update(whole).digest('hex');
  if (hash !== sha) throw new Error(`${type} ${sha}: its content has the hash ${hash}`);
  const place = placeOf(gitDir, sha);
  await mkdir(join(place, '..'), { recursive: true });
  await writeFile(place, deflateSync(whole));
}
