/** `danhba codeowners`, run as a user would; the repository's own file is as the sample province says. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../../src/commands/check.ts';
import { codeowners } from '../../../src/commands/codeowners.ts';
import type { Io } from '../../../src/process/io.ts';

const root = join(import.meta.dirname, '../../..');

async function run(act: (io: Io) => Promise<number>) {
  let out = '';
  const take = (text: string) => {
    out += text;
  };
  const io: Io = {
    out: take,
    err: take,
    environment: {},
    errIsTerminal: false,
    language: 'vi',
    now: () => new Date('2026-11-23T03:00:00Z'),
    input: (async function* () {})(),
  };
  return { exit: await act(io), out };
}

it('of this repository is as the sample province says', async () => {
  expect(
    await run((io) => codeowners({ directory: join(root, 'directory'), check: true }, io)),
  ).toMatchObject({
    exit: 0,
  });
});

describe('in a repository of its own', () => {
  let repository: string;
  let directory: string;
  let file: string;
  beforeEach(async () => {
    repository = await mkdtemp(join(tmpdir(), 'danhba-owners-'));
    directory = join(repository, 'data/directory');
    file = join(repository, '.github/CODEOWNERS');
    await mkdir(join(repository, '.git'));
    await cp(join(root, 'test/problems/_base'), directory, { recursive: true });
  });
  afterEach(() => rm(repository, { recursive: true }));

  const represent = async (id: string, line: string) => {
    const path = join(directory, `organizations/${id}.yaml`);
    await writeFile(path, `${await readFile(path, 'utf8')}${line}\n`);
  };
  const write = () => run((io) => codeowners({ directory, lang: 'en' }, io));
  const judge = () => run((io) => codeowners({ directory, lang: 'en', check: true }, io));
  const checkAll = () =>
    run((io) => check({ directory, lang: 'en', today: '2026-11-23', format: 'json' }, io));

  it('is missing, written, right, stale after an edit, and right again', async () => {
    await represent('sinho', 'representatives: [octocat]');
    expect((await judge()).exit).toBe(1);
    // Without the file, nothing is asked of a repository that does not live on GitHub.
    expect((await checkAll()).exit).toBe(0);
    expect((await write()).exit).toBe(0);
    expect(await readFile(file, 'utf8')).toMatch(
      /^\/data\/directory\/organizations\/sinho\.yaml @octocat @nguoi-van-hanh$/m,
    );
    expect((await judge()).exit).toBe(0);
    expect((await checkAll()).exit).toBe(0);
    await represent('sotttt', 'representatives: [monalisa]');
    expect(await judge()).toMatchObject({
      exit: 1,
      out: expect.stringContaining(':5:1: error [codeowners-stale]'),
    });
    expect(await checkAll()).toMatchObject({ exit: 1, out: expect.stringContaining('"line": 5') });
    await write();
    expect(await readFile(file, 'utf8')).toMatch(
      /^\/data\/directory\/organizations\/sotttt\.yaml @monalisa @nguoi-van-hanh$/m,
    );
    expect((await judge()).exit).toBe(0);
    const before = await readFile(file, 'utf8');
    await write();
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('is not written while a file cannot be read, and check tells only that', async () => {
    await represent('sinho', 'representatives: [octocat]');
    await write();
    const before = await readFile(file, 'utf8');
    await represent('sinho', 'representatives: [mallory]');
    await expect(write()).rejects.toMatchObject({ code: 'directory-unusable' });
    expect(await readFile(file, 'utf8')).toBe(before);
    const { problems } = JSON.parse((await checkAll()).out) as { problems: { code: string }[] };
    expect(problems.map(({ code }) => code)).not.toContain('codeowners-stale');
  });

  it('tells a path it cannot hold', async () => {
    await mkdir(join(directory, 'organizations/a#b'));
    await writeFile(
      join(directory, 'organizations/a#b/sld.yaml'),
      'id: sld\nname: Sở Lao động\nkind: provincial\nparent: ubnd\ncode: sld\nrepresentatives: [octocat]\n',
    );
    const { exit, out } = await write();
    expect(exit).toBe(0);
    expect(out).toContain('warning: data/directory/organizations/a#b/sld.yaml');
    expect(await readFile(file, 'utf8')).not.toContain('octocat');
  });
});
