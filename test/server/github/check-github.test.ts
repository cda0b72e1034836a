/** A step of GitHub that checks: more is wrong than GitHub shows at the lines, and the log and the page have it all. */
import { cp, mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { organizationText, policyText } from '../../support/world.ts';

let root: string;
let summary: string;
const committee =
  'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\nrepresentatives: [laichau]\n';
const more = 'mailbox: {custodian: LC-000101}\n';
const count = 15;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-check-'));
  summary = join(root, 'summary');
});
afterAll(() => rm(root, { recursive: true, force: true }));

const ids = Array.from({ length: count }, (_, index) => `LC-000${101 + index}`);
const check = async (people: readonly string[]) => {
  const folder = join(root, 'directory');
  await mkdir(join(folder, 'organizations'), { recursive: true });
  await cp(join(import.meta.dirname, '../../../directory/calendar'), join(folder, 'calendar'), {
    recursive: true,
  });
  await writeFile(join(folder, 'policy.yaml'), policyText);
  await writeFile(join(folder, 'organizations/ubnd.yaml'), committee);
  await writeFile(join(folder, 'organizations/sokx.yaml'), organizationText('sokx', people, more));
  return await runDanhba(['check', '--format', 'github', '--lang', 'en', '--today', '2026-09-30'], {
    cwd: root,
    environment: { GITHUB_STEP_SUMMARY: summary },
  });
};
const wrong = ids.map((id) => `id: ${id}, name: Lò Văn An, titel: x`);

test('every problem is in the log in plain words, at its line, and on the page', async () => {
  await writeFile(summary, 'Before\n');
  const ran = await check(wrong);
  expect(ran.code).toBe(1);
  const lines = ran.out.split('\n');
  expect(lines.filter((line) => /^directory\/.*: error \[unknown-key\]/.test(line))).toHaveLength(count);
  expect(lines.filter((line) => /^::error file=.*title=unknown-key::/.test(line))).toHaveLength(count);
  const page = await readFile(summary, 'utf8');
  expect(page).toMatch(/^Before\n## danhba check/);
  expect(page.match(/^\| directory.*unknown-key/gm)).toHaveLength(count);
});

test('a page that is nearly full takes no more than GitHub does', async () => {
  await writeFile(summary, '');
  await truncate(summary, 1024 * 1024 - 1500);
  await check(wrong);
  const { size } = await stat(summary);
  expect(size).toBeLessThanOrEqual(1024 * 1024);
  expect((await readFile(summary, 'utf8')).slice(-200)).toMatch(/\d+ more: see the log/);
});

test('nothing is written where nothing is wrong', async () => {
  await writeFile(summary, '');
  const ran = await check(['id: LC-000101, name: Lò Văn An']);
  expect(ran, ran.out).toMatchObject({ code: 0, out: '' });
  expect(await readFile(summary, 'utf8')).toBe('');
});
