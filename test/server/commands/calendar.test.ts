/** The draft of a calendar: begun once, never over a file, and no term is counted by it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { policyText } from '../../support/world.ts';

let root: string;
let file: string;
const danhba = (...args: string[]) => runDanhba([...args, '--directory', root], { cwd: root });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-calendar-'));
  file = join(root, 'calendar/2027.yaml');
  await writeFile(join(root, 'policy.yaml'), policyText);
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('is written once, told as a draft by check, and counts no term until it names its notices', async () => {
  const term = ['deadline', '--from', '2027-01-04', '--working-days', '3'];
  expect(await danhba(...term)).toMatchObject({
    code: 1,
    err: expect.stringContaining('danhba calendar draft 2027'),
  });

  const drafted = await danhba('calendar', 'draft', '2027');
  expect(drafted).toMatchObject({ code: 0, err: '', out: expect.stringContaining(file) });
  const checked = await danhba('check', '--format', 'json');
  expect(checked.code).toBe(1);
  const problems = JSON.parse(checked.out).problems as readonly { code: string }[];
  expect(problems.map(({ code }) => code)).toContain('calendar-unsigned');
  expect((await danhba(...term)).err).toContain('[calendar-unsigned]');

  const text = await readFile(file, 'utf8');
  const again = await danhba('calendar', 'draft', '2027');
  expect(again).toMatchObject({ code: 1, out: '', err: expect.stringContaining('[calendar-exists]') });
  expect(await readFile(file, 'utf8')).toBe(text);

  await writeFile(file, text.replace(/^source: .*$/m, 'source: 9441/TB-BNV'));
  expect(await danhba(...term)).toMatchObject({ code: 0, err: '' });
});

it.each(['27', '1999', '2200', '2027.5', 'năm sau'])('%s is no year', async (year) => {
  expect(await danhba('calendar', 'draft', year)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('[calendar-year]'),
  });
});

it('is not begun where there is no directory', async () => {
  const other = join(root, 'elsewhere');
  const ran = await runDanhba(['calendar', 'draft', '2027', '--directory', other], { cwd: root });
  expect(ran).toMatchObject({ code: 1, out: '' });
  await expect(readFile(join(other, 'calendar/2027.yaml'))).rejects.toThrow('ENOENT');
});
