/** The next free person id: never one that somebody has, or ever had, whatever is wrong with the files. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { policyText } from '../../support/world.ts';

let root: string;

const git = (...args: string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=lan', '-c', 'user.email=lan@example.vn', ...args]);
const write = (id: string, ...people: string[]) =>
  writeFile(
    join(root, 'directory/organizations', `${id}.yaml`),
    `id: ${id}\nname: Sở Tài chính\nkind: provincial\nparent: ubnd\ncode: ${id}\nmailbox: none\npeople:\n${people.join('')}`,
  );
const person = (id: string, name = 'Nguyễn Văn An') => `  - id: ${id}\n    name: ${name}\n`;
const commit = () => {
  git('add', '.');
  git('commit', '-qm', 'x');
};
const danhba = (...args: string[]) => runDanhba(args, { cwd: root });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-person-id-'));
  await mkdir(join(root, 'directory/organizations'), { recursive: true });
  await writeFile(join(root, 'directory/policy.yaml'), policyText);
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('danhba person-id', () => {
  it('goes on from the highest there ever was, one line', async () => {
    git('init', '-q');
    await write('sotc', person('LC-000041'));
    commit();
    expect(await danhba('person-id')).toEqual({ code: 0, out: 'LC-000042\n', err: '' });
    await write('sotc', person('LC-000007'));
    commit();
    expect((await danhba('person-id')).out).toBe('LC-000042\n');
  });

  it('counts what is not committed yet, and what cannot be read as YAML', async () => {
    git('init', '-q');
    await write('sotc', person('LC-000041'));
    commit();
    await write('sotc', person('LC-000041'), '  - {id: "LC-000055", name: [\n');
    expect((await danhba('person-id')).out).toBe('LC-000056\n');
  });

  it('is refused where Git does not remember all, and where there is nothing to go on from', async () => {
    await write('sotc', person('LC-000041'));
    const outside = await danhba('person-id');
    expect(outside).toMatchObject({ code: 1, out: '' });
    expect(outside.err).toContain('[history-cut]');
    git('init', '-q');
    await write('sotc', '');
    commit();
    const none = await danhba('person-id', '--lang', 'en');
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toContain('[person-id-none]');
  });
});

it('check names a free id where one stands twice, another for each', async () => {
  git('init', '-q');
  await write('sotc', person('LC-000090'));
  commit();
  await write('sotc', person('LC-000001'), person('LC-000001', 'Lò Thị Mai'), person('LC-000002'));
  await write('snv', person('LC-000002', 'Tao Văn Ín'));
  commit();
  const { out } = await danhba('check', '--format', 'json', '--lang', 'en');
  const hints = (JSON.parse(out).problems as { code: string; message: string; hint: string }[])
    .filter(({ code }) => code === 'person-duplicate')
    .map(({ message, hint }) => [/LC-\d+/.exec(message)?.[0], /the next is (LC-\d+)/.exec(hint)?.[1]]);
  expect(new Set(hints.map((pair) => pair.join(' ')))).toEqual(
    new Set(['LC-000001 LC-000091', 'LC-000002 LC-000092']),
  );
});
