/** Every command, option and setting the pages show is one the program has, and the other way round. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverCheckIds } from '../../../src/model/doctor/finding.ts';
import { repositoryCheckIds } from '../../../src/model/github/repository-finding.ts';
import { exitCode } from '../../../src/process/io.ts';
import { rightNames } from '../../../src/render/github/words/repository-checks.ts';
import { runDanhba } from '../../support/child.ts';
import { codeWords, pageOf, pages, root, tableAfter } from './read-docs.ts';

const helpOf = async (...command: string[]): Promise<string> =>
  (await runDanhba([...command, '--help', '--lang', 'en'])).out;

const topHelp = await helpOf();
const commandNames = [...(topHelp.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z][a-z-]*)/gm)]
  .map((match) => match[1] as string)
  .filter((name) => name !== 'help');

/** The command's own help, with that of its subcommands. */
const helps = new Map<string, string>();
for (const name of commandNames) {
  const all = [await helpOf(name)];
  const below = [...(all[0]?.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z][a-z-]*)/gm)];
  for (const [, sub = ''] of below) all.push(await helpOf(name, sub));
  helps.set(name, all.join('\n'));
}

const optionsIn = (text: string): string[] => [...new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [])];

interface Shown {
  readonly file: string;
  readonly command: string;
  readonly line: string;
}

/** Lines of code, in blocks or in backquotes, that run danhba. */
const shown: readonly Shown[] = pages.flatMap(({ file, text }) => {
  const code = [...text.matchAll(/^ *```[^\n]*\n([\s\S]*?)^ *```$|`([^`\n]+)`/gm)].map(
    ([, block, inline]) => block ?? inline ?? '',
  );
  const lines = code.flatMap((part) => part.split('\n'));
  return lines.flatMap((line) => {
    const runs = line.matchAll(
      /(?:^|[\s$|;])(?:npm run -s danhba -- |danhba )([a-z][a-z-]*)(?= |$)([^|;>]*)/g,
    );
    return [...runs].map(([, command = '', rest = '']) => ({ file, command, line: rest }));
  });
});

describe('commands in the pages', () => {
  it('are found', () => {
    expect(commandNames).toEqual(expect.arrayContaining(['check', 'plan', 'apply', 'name', 'demo']));
    expect(new Set(shown.map(({ command }) => command))).toEqual(new Set(commandNames));
  });

  it.each(shown.map((one) => [`${one.file}: danhba ${one.command}${one.line}`, one] as const))(
    '%s',
    (_title, { command, line }) => {
      const help = helps.get(command);
      expect(help, `danhba ${command}`).toBeDefined();
      expect(optionsIn(line).filter((option) => !optionsIn(help ?? '').includes(option))).toEqual([]);
    },
  );
});

describe('docs/commands.md', () => {
  const { text } = pageOf('docs/commands.md');
  const common = tableAfter(text, '## Options of every command').flatMap(([cell = '']) => optionsIn(cell));

  it('has a part for every command, and for no other', () => {
    const parts = [...text.matchAll(/^## `danhba ([a-z-]+)`$/gm)].map((match) => match[1]);
    expect(new Set(parts)).toEqual(new Set(commandNames));
  });

  it('tells the options of every command', () => {
    expect(common).toEqual(['--directory', '--today', '--lang', '--help']);
    for (const [name, help] of helps) {
      expect(
        common.filter((option) => !optionsIn(help).includes(option)),
        name,
      ).toEqual([]);
    }
  });

  it.each(commandNames)('tells every option of %s, and none it has not', (name) => {
    const part = text.split(new RegExp(`^## \`danhba ${name}\`$`, 'm'))[1]?.split(/^## /m)[0] ?? '';
    const prose = part.replace(/^```[\s\S]*?^```$/gm, '');
    const told = new Set([...common, '--version', ...optionsIn(prose)]);
    const has = new Set(optionsIn(helps.get(name) ?? ''));
    expect([...has].filter((option) => !told.has(option))).toEqual([]);
    const elsewhere = new Set([...helps.values()].flatMap(optionsIn));
    expect([...told].filter((option) => !elsewhere.has(option))).toEqual([]);
  });
});

describe('settings in the pages', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
    .join('\n');
  const variable = /\bDANHBA_[A-Z_]*[A-Z]\b/g;
  // What a repository on GitHub sets is read by its workflows.
  const workflows = readdirSync(join(root, '.github/workflows'))
    .map((file) => readFileSync(join(root, '.github/workflows', file), 'utf8'))
    .join('\n');
  // What the operator's machine sets is read by its units.
  const units = readdirSync(join(root, 'operations/systemd'))
    .filter((file) => file.endsWith('.service'))
    .map((file) => readFileSync(join(root, 'operations/systemd', file), 'utf8'))
    .join('\n');
  const known = new Set(`${sources}\n${workflows}\n${units}`.match(variable));

  it('are those the program or a workflow reads', () => {
    const named = new Set(pages.flatMap(({ text }) => text.match(variable) ?? []));
    const unknown = [...named].filter((name) => !known.has(name) && !known.has(name.replace(/_FILE$/, '')));
    expect(unknown).toEqual([]);
  });

  it('are all in docs/commands.md', () => {
    const { text } = pageOf('docs/commands.md');
    expect([...known].filter((name) => !text.includes(name))).toEqual([]);
  });
});

describe('exit codes', () => {
  const expected = Object.entries(exitCode).map(([name, code]) => [String(code), name]);

  it('in docs/commands.md are those of the program', () => {
    const rows = tableAfter(pageOf('docs/commands.md').text, '## Exit codes');
    expect(rows.map(([code, name]) => [code, name])).toEqual(expected);
  });

  it.each([
    ['README.md', '## Exit codes'],
    ['README.vi.md', '## Mã kết thúc'],
  ])('in %s are those of the program', (file, heading) => {
    const rows = tableAfter(pageOf(file).text, heading);
    expect(rows.map(([code]) => code)).toEqual(expected.map(([code]) => code));
  });
});

describe('kinds in docs/commands.md', () => {
  const { text } = pageOf('docs/commands.md');
  const wordsOf = (heading: string, column: number) =>
    tableAfter(text, heading).flatMap((cells) => codeWords(cells[column] ?? ''));

  it('of changes, held items and outcomes are those of the model', () => {
    const read = (file: string) => readFileSync(join(root, 'src', file), 'utf8');
    const plan = read('model/plan/plan.ts');
    const kinds = plan.match(/changeKinds = \[([^\]]+)\]/)?.[1] ?? '';
    expect(wordsOf('The kinds of change', 1).sort()).toEqual(quoted(kinds).sort());
    const files = [plan, read('model/plan/adoption.ts')];
    const held = files.map((text) => text.match(/HeldArgs = [^{]*\{([\s\S]*?)\n\};/)?.[1] ?? '');
    const codes = [...held.join('\n').matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map((match) => match[1] as string);
    const unused = codes.filter((code) => !isUsed(code));
    expect(wordsOf('Held items say', 0).sort()).toEqual(
      codes.filter((code) => !unused.includes(code)).sort(),
    );
    const results = [...read('model/plan/outcome.ts').matchAll(/result: '([a-z]+)'/g)].map(
      (match) => match[1],
    );
    expect(wordsOf('Each change ends', 0).sort()).toEqual([...new Set(results)].sort());
  });
});

describe('doctor in the pages', () => {
  it('has a row for every check, in their order', () => {
    const rows = tableAfter(pageOf('docs/commands.md').text, '<!-- server-checks -->');
    expect(rows.flatMap(([ids = '']) => codeWords(ids))).toEqual([...serverCheckIds]);
  });
});

describe('github doctor in the pages', () => {
  it('has a row for every check, in their order', () => {
    const rows = tableAfter(pageOf('docs/commands.md').text, '<!-- repository-checks -->');
    expect(rows.flatMap(([ids = '']) => codeWords(ids))).toEqual([...repositoryCheckIds]);
  });

  it('has a row for every right it asks for', () => {
    const rows = tableAfter(pageOf('docs/operator.md').text, '<!-- doctor-rights -->');
    const told = rows.map(([right]) => right).join('\n');
    const names = Object.values(rightNames).map((name) => name.split('; ').at(-1) as string);
    // Two rights of one page stand in one row.
    const asked = names.map((name) =>
      name.replace('Members, Administration: Read-only', 'Members: Read-only'),
    );
    expect(asked.filter((name) => !told.includes(name))).toEqual([]);
  });
});

const quoted = (text: string): string[] =>
  [...text.matchAll(/'([^']+)'/g)].map((match) => match[1] as string);

/** True where the planning code can hold something for this reason. */
function isUsed(code: string): boolean {
  return globSync('src/plan/**/*.ts', { cwd: root }).some((file) =>
    readFileSync(join(root, file), 'utf8').includes(`'${code}'`),
  );
}
