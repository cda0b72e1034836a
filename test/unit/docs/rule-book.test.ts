/** docs/rule-book.md and its Vietnamese twin have a row for each clause, and name no code, command, key or file that is not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { MailFindingCode } from '../../../src/model/mail/state.ts';
import { errorWords } from '../../../src/render/errors/remark.ts';
import { heldWords } from '../../../src/render/plan/words/held.ts';
import { makeProgram } from '../../../src/typed.ts';
import { pageOf, root } from './read-docs.ts';

/** How many clauses an article has; letters are points of one, and an article without a number is one by itself. */
const articles: readonly (readonly [article: string, clauses: number | readonly string[]])[] = [
  ['QĐ', 3],
  ['1', 2],
  ['2', 8],
  ['3', 3],
  ['4', 7],
  ['5', ['1.a', '1.b', '1.c', '1.d', '2.a', '2.b']],
  ['6', 3],
  ['7', 3],
  ['8', 3],
  ['9', 2],
  ['10', 2],
  ['11', []],
  ['12', 6],
  ['13', 9],
  ['14', []],
  ['15', []],
  ['16', 5],
  ['17', 4],
  ['18', 2],
];

const clauses = articles.flatMap(([article, below]) => {
  const parts = typeof below === 'number' ? Array.from({ length: below }, (_, i) => String(i + 1)) : below;
  return parts.length === 0 ? [article] : parts.map((part) => `${article}.${part}`);
});

const findings = {
  forward: true,
  'answer-as': true,
  quota: true,
  orphan: true,
  'no-mailbox': true,
  quarantined: true,
  unread: true,
} as const satisfies Record<MailFindingCode, true>;

const codes: ReadonlySet<string> = new Set([
  ...readdirSync(join(root, 'test/problems')),
  ...Object.keys(heldWords),
  ...Object.keys(errorWords).map((says) => says.split('.')[0] ?? ''),
  ...Object.keys(findings),
]);

function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}
const schemas = readdirSync(join(root, 'schemas')).filter((file) => file.endsWith('.json'));
const keys = new Set(
  schemas.flatMap((file) => keysOf(JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8')))),
);

const program = makeProgram({ language: 'en', environment: {} } as never, async () => {});

/** True where every word is a command, a choice of its argument, or an option with its value. */
function isCommand(line: string): boolean {
  let command: Command = program;
  const words = line.split(' ').slice(1);
  for (const [at, word] of words.entries()) {
    const below = command.commands.find((one) => one.name() === word);
    if (below !== undefined) {
      command = below;
      continue;
    }
    const rest = words.slice(at);
    const options = rest.filter((one) => one.startsWith('--'));
    const argument = command.registeredArguments[0]?.description.split(' | ') ?? [];
    const first = rest[0] ?? '';
    return (
      options.every((option) => command.options.some(({ long }) => long === option)) &&
      (first.startsWith('--') || argument.includes(first))
    );
  }
  return true;
}

interface Row {
  readonly clause: string;
  readonly cells: readonly string[];
  readonly named: readonly string[];
}

const rowsOf = (file: string): readonly Row[] =>
  [...pageOf(file).text.matchAll(/^\| ((?:QĐ|\d).*) \|$/gm)].map(([, line = '']) => {
    const [clause = '', ...cells] = line.split(' | ');
    return { clause, cells, named: [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name) };
  });

const files = ['docs/rule-book.md', 'docs/rule-book.vi.md'] as const;

describe.each(files)('%s', (file) => {
  const rows = rowsOf(file);

  it('has a row for each clause, in order, and no other', () => {
    expect(rows.map(({ clause }) => clause)).toEqual(clauses);
  });

  it('says of each what danhba does, and what it leaves to people', () => {
    expect(rows.filter(({ cells: [does = '', left = ''] }) => does === '' || left === '')).toEqual([]);
  });

  it.each(rows.map((row) => [row.clause, row] as const))('%s names what is there', (_, { named }) => {
    const unknown = named.filter((name) => {
      if (name.startsWith('danhba ')) return !isCommand(name);
      return name.includes('/') ? !existsSync(join(root, name)) : !codes.has(name) && !keys.has(name);
    });
    expect(unknown).toEqual([]);
  });

  it('names a test wherever it names a code or a command', () => {
    const bare = rows.filter(({ cells }) => cells[2] !== '' && !cells[3]?.includes('test/'));
    expect(bare.map(({ clause }) => clause)).toEqual([]);
  });
});

it('says the same in both languages: codes, commands and tests of each clause', () => {
  const [en, vi] = files.map((file) => rowsOf(file).map(({ clause, cells }) => [clause, ...cells.slice(2)]));
  expect(vi).toEqual(en);
});
