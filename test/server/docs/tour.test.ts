/** The tour of README is typed, command by command, in a copy of the repository and its lab: each output is as shown. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { isAsShown, type TourStep, type TypedCommand, tourOf } from '../../support/page-tour.ts';
import { eventually } from '../../support/slapd-fixture.ts';
import { openTypedShell, type TypedShell } from '../../support/typed-shell.ts';

const root = join(import.meta.dirname, '../../..');
const english = tourOf(readFileSync(join(root, 'README.md'), 'utf8'));
const vietnamese = tourOf(readFileSync(join(root, 'README.vi.md'), 'utf8'));

let shell: TypedShell;
let lab: ChildProcess;

beforeAll(async () => {
  shell = await openTypedShell();
  // `npm run lab -- --env-file lab.env` is this, and mail servers; it is ready when the file is there.
  lab = spawn(process.execPath, ['--', 'servers/launch/lab.ts', '--only', 'slapd', '--env-file', 'lab.env'], {
    cwd: shell.folder,
  });
  expect(await eventually(() => existsSync(join(shell.folder, 'lab.env')), 120)).toBe(true);
}, 150_000);

afterAll(async () => {
  const ended = new Promise((resolve) => lab?.once('close', resolve));
  if (lab?.kill('SIGTERM')) await ended;
  await shell?.close();
}, 60_000);

const inVietnamese = (command: string) => command.replace(' --lang en', '');

describe('the tour', () => {
  it('is the same in both languages, but for their words', () => {
    const commands = (steps: readonly TourStep[]) =>
      steps.map((step) => (step.does === 'type' ? inVietnamese(step.typed.command) : step));
    expect(commands(vietnamese)).toEqual(commands(english));
  });

  it('begins with the lab and ends with the sample as it was', () => {
    const typed = english.flatMap((step) => (step.does === 'type' ? [step.typed.command] : []));
    expect(typed[0]).toBe('set -a; . ./lab.env; set +a');
    expect(typed.at(-2)).toBe('git checkout directory');
    expect(typed.length).toBeGreaterThan(15);
  });

  const titled = english.map(
    (step, at) => [step.does === 'type' ? step.typed.command : step.does, step, at] as const,
  );

  test.each(titled)('%s', { timeout: 300_000 }, async (_title, step, at) => {
    if (step.does === 'file') return await writeFile(join(shell.folder, step.name), step.text);
    if (step.does === 'edit') return await shell.edit(step.edit);
    // What changes nothing is typed in Vietnamese too; the words of `apply` are of the same run.
    if (/danhba -- (check|plan)/.test(step.typed.command)) {
      expect(await shell.compare((vietnamese[at] as { typed: TypedCommand }).typed)).toBe('as shown');
    }
    expect(await shell.compare(step.typed)).toBe('as shown');
  });
});

test('a run as docs/operator.md has it: checked, planned, and exactly that applied', {
  timeout: 300_000,
}, async () => {
  const operator = readFileSync(join(root, 'docs/operator.md'), 'utf8');
  const [, block = ''] = /^## A run\n\n```sh\n([\s\S]*?)^```$/m.exec(operator) ?? [];
  const typed = block.trimEnd().split('\n');
  expect(typed).toHaveLength(3);
  // The two of the tour are in no file any more: that is seen first, and ends nobody today.
  for (const [at, code] of [0, 2, 0].entries()) {
    const said = await shell.type(typed[at] as string);
    expect(await shell.type('echo $?'), said).toBe(`${code}\n`);
  }
});

test('what npm start shows is what it does', { timeout: 120_000 }, async () => {
  const port = (text: string) => text.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:0');
  const said = port(await shell.type('node src/cli.ts demo --today 2026-11-24 2>/dev/null'));
  for (const file of ['README.md', 'README.vi.md']) {
    const page = readFileSync(join(root, file), 'utf8');
    const shown = port(/^```\n(Máy chủ LDAP nhúng[\s\S]*?)^```$/m.exec(page)?.[1] ?? '')
      .trimEnd()
      .split('\n');
    expect(isAsShown(shown, said), `${file}\n${said}`).toBe(true);
  }
});
