/** The corpus of problems: each folder of test/problems over a small valid directory, run as a user would. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { check } from '../../src/commands/check.ts';
import { nameBatch } from '../../src/commands/name.ts';
import type { Io } from '../../src/process/io.ts';

const execFileAsync = promisify(execFile);

const corpus = join(import.meta.dirname, '../problems');

/** The day every fixture is judged on. */
const today = '2026-11-23';

/** The codes that have a fixture. */
export const fixtureCodes: readonly string[] = readdirSync(corpus).filter((name) => !name.startsWith('_'));

export const fixtureFile = (code: string, name: string): string => join(corpus, code, name);

export interface Said {
  readonly exit: number;
  readonly out: string;
}

/** A fixture laid out on disk, where it can be changed and run. */
export interface Fixture {
  readonly root: string;
  readonly check: (format: string, language?: string) => Promise<Said>;
  readonly name: (language?: string) => Promise<Said>;
  /** The file of the fixture's own that holds this text, and the text of that file. */
  readonly find: (part: string) => Promise<{ readonly file: string; readonly text: string } | undefined>;
  readonly write: (file: string, text: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/**
 * Lays the fixture over the base: `remove.txt` names files to leave out, `deleted.txt` those Git has and the disk has
 * not, `large.json` one to be written out at length. What is said names files relative to the directory.
 */
export async function layOut(code: string): Promise<Fixture> {
  const root = await mkdtemp(join(tmpdir(), 'danhba-problem-'));
  const own = (name: string) => !/^(?:expected\.|remove\.txt$|deleted\.txt$|large\.json$)/.test(name);
  await cp(join(corpus, '_base'), root, { recursive: true });
  const names = await readdir(join(corpus, code));
  for (const name of names.filter(own)) {
    await cp(join(corpus, code, name), join(root, name), { recursive: true });
  }
  if (names.includes('remove.txt')) {
    const list = await readFile(fixtureFile(code, 'remove.txt'), 'utf8');
    for (const path of list.trim().split('\n')) await rm(join(root, path));
  }
  if (names.includes('deleted.txt')) {
    const list = await readFile(fixtureFile(code, 'deleted.txt'), 'utf8');
    await commitAll(root);
    for (const path of list.trim().split('\n')) await rm(join(root, path));
  }
  if (names.includes('large.json')) {
    const large = JSON.parse(await readFile(fixtureFile(code, 'large.json'), 'utf8'));
    await mkdir(dirname(join(root, large.path)), { recursive: true });
    await writeFile(join(root, large.path), large.start + large.line.repeat(large.times));
  }
  return {
    root,
    check: (format, lang = 'vi') => said(root, (io) => check({ directory: root, today, lang, format }, io)),
    name: async (lang = 'vi') => {
      const requests = await readFile(join(root, 'requests.jsonl'), 'utf8');
      return said(root, (io) => nameBatch({ directory: root, lang }, io), requests);
    },
    find: async (part) => {
      const entries = await readdir(join(corpus, code), { recursive: true, withFileTypes: true });
      for (const entry of entries.filter((one) => one.isFile() && own(one.name))) {
        const file = join(root, relative(join(corpus, code), entry.parentPath), entry.name);
        const text = await readFile(file, 'utf8');
        if (text.includes(part)) return { file, text };
      }
      return undefined;
    },
    write: (file, text) => writeFile(file, text),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function commitAll(root: string): Promise<void> {
  const git = (...args: readonly string[]) => execFileAsync('git', ['-C', root, ...args]);
  await git('init', '-q');
  await git('add', '-A');
  await git('-c', 'user.name=Phép thử', '-c', 'user.email=thu@laichau.gov.vn', 'commit', '-qm', 'Danh bạ');
}

/** Runs a command of this process and keeps what it says, without the way to the temporary folder. */
async function said(root: string, run: (io: Io) => Promise<number>, input = ''): Promise<Said> {
  let out = '';
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      out += text;
    },
    environment: {},
    errIsTerminal: false,
    language: 'vi',
    now: () => new Date(`${today}T03:00:00Z`),
    input: (async function* () {
      yield input;
    })(),
  };
  const exit = await run(io);
  return { exit, out: out.replaceAll(`${root}/`, '') };
}
