/** The job's own suspensions for inactivity go into the files, once, and `check` finds nothing wrong with them (8.1). */
import { describe, expect, it } from 'vitest';
import { recordSuspensions, type SuspendedAccount } from '../../../src/desired/edit/suspensions.ts';
import { type Key, personKey } from '../../../src/model/account/key.ts';
import { findProblems } from '../../../src/rules/index.ts';
import { readWorld } from '../../support/world.ts';

const start = 'id: soa\nname: Sở Y tế\nkind: provincial\nparent: ubnd\ncode: syt\n';
const today = '2026-11-23';
const idle = (key: Key, more: Partial<SuspendedAccount> = {}): SuspendedAccount => ({
  key,
  state: 'suspended',
  reason: 'inactivity',
  since: '2026-11-20',
  ...more,
});

/** The text of the organization's file after the record, the keys in it, and what was refused. */
function record(text: string, accounts: readonly SuspendedAccount[], others: Record<string, string> = {}) {
  const texts: Record<string, string> = { soa: start + text, ...others };
  const { directory, declared, problems } = readWorld(texts);
  expect(problems).toEqual([]);
  const textOf = (file: string) => texts[/([^/]+)\.yaml$/.exec(file)?.[1] ?? ''];
  const { files, refused } = recordSuspensions(declared, accounts, textOf);
  for (const { file, text } of files) texts[/([^/]+)\.yaml$/.exec(file)?.[1] ?? ''] = text;
  const after = readWorld(texts);
  const errors = (world: typeof after) =>
    findProblems(world.directory, world.declared, [], today)
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
  expect(errors(after)).toEqual(errors({ directory, declared, problems }));
  expect(recordSuspensions(after.declared, accounts, textOf).files, 'a second time').toEqual([]);
  return { text: texts.soa?.slice(start.length), keys: files.flatMap(({ keys }) => keys), refused };
}

const people =
  'people:\n  - id: LC-1 # a\n    name: Nguyễn Văn An\n    # b\n  - {id: LC-2, name: Lò Văn Chi}\n';
const block = '    suspension:\n      reason: inactivity\n      date: 2026-11-20\n';

describe('recordSuspensions', () => {
  it('writes a person, one in brackets and the agency mailbox of one file', () => {
    const accounts = [idle(personKey('LC-1')), idle(personKey('LC-2')), idle('organization:soa')];
    expect(record(people, accounts)).toEqual({
      text: `mailbox:\n  suspension:\n    reason: inactivity\n    date: 2026-11-20\n${people
        .replace('    # b\n', `${block}    # b\n`)
        .replace('Chi}', 'Chi, suspension: {reason: inactivity, date: 2026-11-20}}')}`,
      keys: ['organization:soa', 'person:LC-1', 'person:LC-2'],
      refused: [],
    });
  });

  it('replaces an earlier suspension and drops what lifted it', () => {
    const earlier =
      'people:\n  - id: LC-1\n    name: Nguyễn Văn An\n    suspension:\n      reason: violation # c\n      clause: "12.5"\n      document: 31/QĐ-STTTT\n      date: 2026-01-04\n      notice: {document: 32/TB, date: 2026-01-05}\n    restoration:\n      document: 12/STTTT-VP\n      date: 2026-03-01\n    passwordReset: {document: 13/STTTT-VP, date: 2026-03-02}\n';
    expect(record(earlier, [idle(personKey('LC-1'))]).text).toBe(
      'people:\n  - id: LC-1\n    name: Nguyễn Văn An\n    suspension:\n      reason: inactivity # c\n      date: 2026-11-20\n    passwordReset: {document: 13/STTTT-VP, date: 2026-03-02}\n',
    );
    const restored = 'mailbox:\n  restoration: {document: 12/STTTT-VP, date: 2026-03-01}\npeople: []\n';
    expect(record(restored, [idle('organization:soa')]).text).toBe(
      'mailbox:\n  suspension: {reason: inactivity, date: 2026-11-20}\npeople: []\n',
    );
  });

  it.each([
    ['is not suspended', idle(personKey('LC-1'), { state: 'active' })],
    ['is suspended for a violation', idle(personKey('LC-1'), { reason: 'violation' })],
    ['was suspended by a document', idle(personKey('LC-1'), { basis: '31/QĐ-STTTT; 2026-11-20' })],
    ['has no date', { key: personKey('LC-1'), state: 'suspended', reason: 'inactivity' } as const],
    ['has two dates', idle(personKey('LC-1'), { since: '2026-11-20, 2026-11-21' })],
    ['is declared nowhere', idle(personKey('LC-7'))],
    ['was left by a transfer', idle('person:LC-1/1')],
  ])('leaves the file alone where the account %s', (_name, account) => {
    expect(record(people, [account])).toEqual({ text: people, keys: [], refused: [] });
  });

  it.each([
    'suspension: {reason: inactivity, date: 2026-11-20}',
    'suspension: {reason: violation, clause: "12.5", document: 3/QĐ, date: 2026-11-22}',
    'restoration: {document: 12/STTTT-VP, date: 2026-11-20}',
  ])('leaves the file alone where it says %s', (line) => {
    const text = `people:\n  - {id: LC-1, name: Nguyễn Văn An, ${line}}\n`;
    expect(record(text, [idle(personKey('LC-1'))])).toEqual({ text, keys: [], refused: [] });
  });

  it('goes by the later of two states of an account', () => {
    const states = [idle(personKey('LC-1')), idle(personKey('LC-1'), { state: 'active' })];
    expect(record(people, states).keys).toEqual([]);
    expect(record(people, states.toReversed()).keys).toEqual(['person:LC-1']);
  });

  it('tells what it cannot write, and writes the rest', () => {
    const twice = `id: sob\nname: Sở B\nkind: provincial\nparent: ubnd\ncode: sob\ncodeBasis: 1/QĐ\npeople:\n  - {id: LC-2, name: Lò Văn Chi}\n`;
    const result = record(people, [idle(personKey('LC-1')), idle(personKey('LC-2'))], { sob: twice });
    expect(result.keys).toEqual(['person:LC-1']);
    expect(result.refused.map(({ key, refusal }) => [key, refusal])).toEqual([
      ['person:LC-2', { code: 'person-duplicate', id: 'LC-2' }],
      ['person:LC-2', { code: 'person-duplicate', id: 'LC-2' }],
    ]);
  });

  it('leaves a file with anchors to people', () => {
    const text = 'people:\n  - {id: LC-1, name: &an Nguyễn Văn An}\n  - {id: LC-2, name: *an}\n';
    const { refused } = record(text, [idle(personKey('LC-1'))]);
    expect(refused.map(({ refusal }) => refusal)).toEqual([{ code: 'anchor', line: 7 }]);
  });
});
