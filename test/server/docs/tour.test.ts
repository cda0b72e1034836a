/** The tour of README is typed, command by command, in a copy of the repository and its lab: each output is as shown. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { ownOnly } from '../../support/child.ts';
import { writeEdit } from '../../support/page-edits.ts';
import { isAsShown, type TourStep, type TypedCommand, tourOf } from '../../support/page-tour.ts';
import { eventually } from '../../support/slapd-fixture.ts';

const root = join(import.meta.dirname, '../../..');
const english = tourOf(readFileSync(join(root, 'README.md'), 'utf8'));
const vietnamese = tourOf(readFileSync(join(root, 'README.vi.md'), 'utf8'));

let checkout: string;
let lab: ChildProcess;
const run = promisify(execFile);

beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'danhba-tour-'));
  for (const name of ['package.json', 'node_modules', 'src', 'servers', 'schemas', 'assets', 'tools']) {
    await symlink(join(root, name), join(checkout, name));
  }
  await cp(join(root, 'directory'), join(checkout, 'directory'), { recursive: true });
  const git = (...args: string[]) =>
    run('git', ['-C', checkout, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
  await git('init', '--quiet');
  await git('add', 'directory');
  await git('commit', '--quiet', '-m', 'sample');
  // `npm run lab -- --env-file lab.env` is this, and mail servers; it is ready when the file is there.
  lab = spawn(process.execPath, ['--', 'servers/launch/lab.ts', '--only', 'slapd', '--env-file', 'lab.env'], {
    cwd: checkout,
  });
  expect(await eventually(() => existsSync(join(checkout, 'lab.env')), 120)).toBe(true);
}, 150_000);

afterAll(async () => {
  const ended = new Promise((resolve) => lab?.once('close', resolve));
  if (lab?.kill('SIGTERM')) await ended;
  await rm(checkout, { recursive: true, force: true });
}, 60_000);

let last = 0;
let settings = '';

/** In a shell that has what was typed before: the settings that were read, and the exit code. */
async function type(command: string): Promise<string> {
  // The pages were written on one day; npm's own start is the same each time.
  const typed = command.replace(
    /npm run -s danhba -- (check|plan|apply)/,
    'node src/cli.ts $1 --today 2026-11-24',
  );
  if (command.startsWith('set -a')) settings = command;
  const script = `${settings}\n(exit ${last})\n${typed}\n`;
  return await new Promise((resolve, reject) => {
    const shell = spawn('bash', ['-c', script], {
      cwd: checkout,
      env: { ...ownOnly, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`, LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [shell.stdout, shell.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    shell.once('error', reject);
    shell.once('close', (code) => {
      last = code ?? 1;
      resolve(said);
    });
  });
}

async function follow(step: TourStep): Promise<void> {
  if (step.does === 'file') await writeFile(join(checkout, step.name), step.text);
  if (step.does === 'edit') {
    const [file = ''] = globSync(`directory/organizations/**/${step.edit.organization}.yaml`, {
      cwd: checkout,
    });
    const path = join(checkout, file);
    await writeFile(path, writeEdit(await readFile(path, 'utf8'), step.edit));
  }
}

const shownBy = (shown: readonly string[], said: string) =>
  isAsShown(shown, said) ? 'as shown' : `${shown.join('\n')}\n--- but it says ---\n${said}`;

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

  const pairs = english.map(
    (step, at) => [step.does === 'type' ? step.typed.command : step.does, step, at] as const,
  );

  test.each(pairs)('%s', { timeout: 300_000 }, async (_title, step, at) => {
    if (step.does !== 'type') return await follow(step);
    const { command, shown } = step.typed;
    // What changes nothing is typed in Vietnamese too; the words of `apply` are of the same run.
    if (/danhba -- (check|plan)/.test(command)) {
      const other = (vietnamese[at] as { typed: TypedCommand }).typed;
      expect(shownBy(other.shown, await type(other.command))).toBe('as shown');
    }
    expect(shownBy(shown, await type(command))).toBe('as shown');
  });
});
