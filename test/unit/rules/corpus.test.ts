/** Every problem code has a fixture that is told exactly so, and a page whose remedy works. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { problemWords } from '../../../src/render/problems/words/problems.ts';
import { type Fixture, fixtureCodes, fixtureFile, layOut, type Said } from '../../support/problems.ts';

interface Told {
  readonly code: string;
  readonly severity?: string;
  readonly file?: string;
  readonly line: number;
  readonly column?: number;
}

const codes = Object.keys(problemWords).sort();
const pages = join(import.meta.dirname, '../../../docs/problems');
const readPage = (code: string) => readFileSync(join(pages, `${code}.md`), 'utf8');
const isRequest = (code: string) => existsSync(fixtureFile(code, 'requests.jsonl'));

/** Each is laid out once: what is said of it changes nothing, and what cures it is tried last and taken back. */
const laid = new Map<string, Promise<Fixture>>();
function laidOut(code: string): Promise<Fixture> {
  const fixture = laid.get(code) ?? layOut(code);
  laid.set(code, fixture);
  return fixture;
}

afterAll(() => Promise.all([...laid.values()].map(async (fixture) => (await fixture).remove())));

/** What is told, in the order of the output, whichever of the two commands reads the fixture. */
async function toldOf(code: string, fixture: Fixture): Promise<readonly Told[]> {
  if (isRequest(code)) {
    const { out } = await fixture.name();
    return readLines(out).flatMap(({ line, problems }) =>
      problems.map((problem) => ({ code: problem.code, line })),
    );
  }
  const { problems } = JSON.parse((await fixture.check('json')).out) as { problems: readonly Told[] };
  return problems.map(
    ({ code, severity, file, line, column }) => ({ code, severity, file, line, column }) as Told,
  );
}

function readLines(out: string): readonly { line: number; problems: readonly { code: string }[] }[] {
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const saidBefore = new Map<string, Promise<Said>>();

/** What is said of the fixture as it is, in this language: asked for once. */
function run(code: string, language: 'vi' | 'en'): Promise<Said> {
  const ask = async () => {
    const fixture = await laidOut(code);
    return isRequest(code) ? fixture.name(language) : fixture.check('text', language);
  };
  const said = saidBefore.get(`${code} ${language}`) ?? ask();
  saidBefore.set(`${code} ${language}`, said);
  return said;
}

describe('the corpus', () => {
  it('has a fixture for every code, and none for anything else', () => {
    expect([...fixtureCodes].sort()).toEqual(codes);
  });

  it('has a valid base', async () => {
    const fixture = await laidOut('_base');
    expect(JSON.parse((await fixture.check('json')).out)).toEqual({ problems: [] });
  });

  it.each(codes)('%s is told at its place, with at most one other', async (code) => {
    const expected = JSON.parse(readFileSync(fixtureFile(code, 'expected.json'), 'utf8')) as Told[];
    const told = await toldOf(code, await laidOut(code));
    expect(told).toEqual(expected);
    expect(told.map((one) => one.code)).toContain(code);
    expect(told.length).toBeLessThanOrEqual(2);
  });

  it.each(codes)('%s reads as expected', async (code) => {
    const { out, exit } = await run(code, 'vi');
    expect(out).toBe(readFileSync(fixtureFile(code, 'expected.txt'), 'utf8'));
    const warning = out.includes('0 lỗi, 1 cảnh báo');
    expect(exit).toBe(warning ? 0 : 1);
  });

  it.each(codes)('%s is told in English too', async (code) => {
    const vi = await run(code, 'vi');
    const en = await run(code, 'en');
    expect(en.exit).toBe(vi.exit);
    expect(en.out).not.toBe(vi.out);
    expect(en.out).not.toMatch(/lỗi|cảnh báo|undefined/);
    expect(vi.out).not.toMatch(/undefined|\berror\b/);
  });
});

/** The wrong and the right block of a page, and their language. */
function blocksOf(page: string) {
  const blocks = [...page.matchAll(/```(\w+)\n([\s\S]*?)\n```/g)];
  expect(blocks).toHaveLength(2);
  const [[, language, wrong = ''] = [], [, , right = ''] = []] = blocks;
  return { language, wrong, right };
}

describe('the pages', () => {
  it('are one for every code, all in the index', () => {
    const files = readdirSync(pages).filter((file) => file !== 'README.md');
    expect(files.map((file) => file.replace(/\.md$/, '')).sort()).toEqual(codes);
    const index = readFileSync(join(pages, 'README.md'), 'utf8');
    const linked = [...index.matchAll(/^\| \[`([a-z-]+)`\]\(\1\.md\)/gm)].map(([, code]) => code);
    expect(linked.sort()).toEqual(codes);
  });

  it.each(codes)('%s: title, reason and remedy in Vietnamese, then in English', (code) => {
    const page = readPage(code);
    expect(page).toMatch(new RegExp(`^# \`${code}\`: \\S`));
    const [vietnamese = '', english = ''] = page.split('\n## English\n');
    for (const part of ['- **Vì sao**: ', '- **Sửa**: ', 'Sai:', 'Đúng:']) expect(vietnamese).toContain(part);
    for (const part of ['- **Why**: ', '- **Fix**: ']) expect(english).toContain(part);
    const { wrong, right } = blocksOf(page);
    expect(wrong).not.toBe(right);
  });

  const remedies = codes.filter((code) => blocksOf(readPage(code)).language !== 'text');

  it('show a remedy in YAML or JSON wherever an edit of a file is one', () => {
    expect(codes.filter((code) => !remedies.includes(code))).toEqual([
      'calendar-missing',
      'file-copy',
      'file-deleted',
      'file-empty',
      'file-ending',
      'file-misplaced',
      'file-too-large',
      'file-unreadable',
      'organization-duplicate',
      'policy-missing',
    ]);
  });

  it.each(remedies)('%s: the wrong lines are those of the fixture, the right ones cure it', async (code) => {
    const { wrong, right } = blocksOf(readPage(code));
    const fixture = await laidOut(code);
    const found = await fixture.find(wrong);
    expect(found, 'the wrong lines stand in no file').toBeDefined();
    if (found === undefined) return;
    await fixture.write(
      found.file,
      found.text.replace(wrong, () => right),
    );
    expect(await toldOf(code, fixture)).toEqual([]);
    await fixture.write(found.file, found.text);
  });
});
