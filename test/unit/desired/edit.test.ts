/** Edits of a file, shown whole: what changes, what stays, and what is left to people. */
import { describe, expect, it } from 'vitest';
import { type EditResult, editOrganization } from '../../../src/desired/edit/edit.ts';
import type { Edit } from '../../../src/model/directory/edit.ts';

const head = 'id: soa\nname: Sở Y tế\nkind: provincial\nparent: ubnd\ncode: syt\n';
const an = { person: 'LC-1' };
const suspension = { reason: 'inactivity', date: '2026-05-04' } as const;
const suspend: Edit = { kind: 'set', account: an, key: 'suspension', value: suspension };

function edited(text: string, edit: Edit): string {
  const result = editOrganization(text, edit);
  if ('refusal' in result) throw new Error(JSON.stringify(result.refusal));
  return result.text;
}

function refusal(result: EditResult) {
  return 'refusal' in result ? result.refusal : result.text;
}

describe('a block is added', () => {
  it.each([
    [
      'at the end of a person',
      'people:\n  - id: LC-1\n    name: An\n  - id: LC-2\n    name: Ba\n',
      'people:\n  - id: LC-1\n    name: An\n    suspension:\n      reason: inactivity\n      date: 2026-05-04\n  - id: LC-2\n    name: Ba\n',
    ],
    [
      'where the schema has it, between others',
      'people:\n  - id: LC-1\n    name: An # a\n    absence: # b\n      until: 2026-01-01\n      reason: ốm\n    # c\n    passwordReset: {document: 1/A-B, date: 2026-01-01}\n',
      'people:\n  - id: LC-1\n    name: An # a\n    absence: # b\n      until: 2026-01-01\n      reason: ốm\n    suspension:\n      reason: inactivity\n      date: 2026-05-04\n    # c\n    passwordReset: {document: 1/A-B, date: 2026-01-01}\n',
    ],
    [
      'in brackets beside others in brackets',
      'people:\n  - id: LC-1\n    name: An\n    passwordReset: {document: 1/A-B, date: 2026-01-01}\n',
      'people:\n  - id: LC-1\n    name: An\n    suspension: {reason: inactivity, date: 2026-05-04}\n    passwordReset: {document: 1/A-B, date: 2026-01-01}\n',
    ],
    [
      'inside brackets',
      'people:\n  - {id: LC-1, name: An, } # a\n',
      'people:\n  - {id: LC-1, name: An, suspension: {reason: inactivity, date: 2026-05-04}, } # a\n',
    ],
    [
      'inside brackets with a line for each key',
      'people: [\n  {\n    "id": "LC-1", # a\n    "name": "An" # b\n  },\n]\n',
      'people: [\n  {\n    "id": "LC-1", # a\n    "name": "An", # b\n    suspension: {reason: inactivity, date: 2026-05-04}\n  },\n]\n',
    ],
    [
      'after the comments that are indented under the last key',
      'people:\n- id: LC-1\n  name: An\n    # của An\n\n# của Ba\n- id: LC-2\n  name: Ba\n',
      'people:\n- id: LC-1\n  name: An\n    # của An\n  suspension:\n    reason: inactivity\n    date: 2026-05-04\n\n# của Ba\n- id: LC-2\n  name: Ba\n',
    ],
    [
      'where no line end follows the last line',
      'people:\n  - id: LC-1\n    name: An',
      'people:\n  - id: LC-1\n    name: An\n    suspension:\n      reason: inactivity\n      date: 2026-05-04',
    ],
    [
      'with the line ends of the file',
      'people:\r\n  - id: LC-1\r\n    name: An # a\r\n\r\n',
      'people:\r\n  - id: LC-1\r\n    name: An # a\r\n    suspension:\r\n      reason: inactivity\r\n      date: 2026-05-04\r\n\r\n',
    ],
    [
      'with the indentation of the file',
      'mailbox:\n    aliases: [a@b]\npeople:\n    - id: LC-1\n      name: An\n',
      'mailbox:\n    aliases: [a@b]\npeople:\n    - id: LC-1\n      name: An\n      suspension:\n          reason: inactivity\n          date: 2026-05-04\n',
    ],
    [
      'below quoted keys, a dash of its own and a folded text',
      "people:\n  - # An\n    'id': LC-1\n    name: >-\n      An\n      Ba\n\n  - {id: LC-2, name: Ba}\n",
      "people:\n  - # An\n    'id': LC-1\n    name: >-\n      An\n      Ba\n    suspension:\n      reason: inactivity\n      date: 2026-05-04\n\n  - {id: LC-2, name: Ba}\n",
    ],
    [
      'behind a byte-order mark and a document start',
      '---\npeople:\n  - id: LC-1\n    name: An\n...\n',
      '---\npeople:\n  - id: LC-1\n    name: An\n    suspension:\n      reason: inactivity\n      date: 2026-05-04\n...\n',
    ],
  ])('%s', (_name, before, after) => {
    expect(edited(before, suspend)).toBe(after);
    expect(edited(`\ufeff${before}`, suspend)).toBe(`\ufeff${after}`);
    expect(edited(after, suspend)).toBe(after);
    expect(edited(after, { ...suspend, value: undefined })).toBe(before);
  });

  it.each([
    [
      'mailbox:\n  custodian: LC-1\n',
      'mailbox:\n  custodian: LC-1\n  suspension:\n    reason: inactivity\n    date: 2026-05-04\n',
    ],
    ['mailbox: {}\n', 'mailbox:\n  suspension:\n    reason: inactivity\n    date: 2026-05-04\n'],
    [
      'mailbox: {custodian: LC-1}\n',
      'mailbox: {custodian: LC-1, suspension: {reason: inactivity, date: 2026-05-04}}\n',
    ],
    ['', 'mailbox:\n  suspension:\n    reason: inactivity\n    date: 2026-05-04\n'],
  ])('to the agency mailbox %j', (before, after) => {
    const people = 'people:\n  - {id: LC-1, name: An}\n';
    const set: Edit = { kind: 'set', account: 'mailbox', key: 'suspension', value: suspension };
    expect(edited(head + before + people, set)).toBe(head + after + people);
  });
});

describe('a block is changed', () => {
  const before = `people:
  - id: LC-1
    name: An
    suspension:
      reason: violation # theo biên bản
      # khoản nào
      clause: "12.5"
      document: 31/QĐ-STTTT
      date: '2026-05-04' # ngày ký
    restoration: {document: 12/STTTT-VP, date: 2026-06-01} # đã khôi phục
`;

  it('a key is added inside', () => {
    const notice = { document: '32/TB-STTTT', date: '2026-05-05' };
    const value = {
      reason: 'violation',
      clause: '12.5',
      document: '31/QĐ-STTTT',
      date: '2026-05-04',
      notice,
    } as const;
    const after = before.replace(
      '# ngày ký\n',
      '# ngày ký\n      notice:\n        document: 32/TB-STTTT\n        date: 2026-05-05\n',
    );
    expect(edited(before, { ...suspend, value })).toBe(after);
  });

  it('what is the same keeps its line, what is not asked for goes', () => {
    const after = before
      .replace('violation', 'inactivity')
      .replace('      clause: "12.5"\n      document: 31/QĐ-STTTT\n', '')
      .replace('2026-05-04', '2026-09-07');
    const value = { ...suspension, date: '2026-09-07' };
    expect(edited(before, { ...suspend, value })).toBe(after);
  });

  it('in brackets', () => {
    const value = { document: '"một cửa", số 3', date: '2026-06-01' };
    expect(edited(before, { kind: 'set', account: an, key: 'restoration', value })).toBe(
      before.replace('12/STTTT-VP', `'"một cửa", số 3'`),
    );
  });

  it('removed, with the comments inside', () => {
    const after = `people:\n  - id: LC-1\n    name: An\n    restoration: {document: 12/STTTT-VP, date: 2026-06-01} # đã khôi phục\n`;
    expect(edited(before, { ...suspend, value: undefined })).toBe(after);
  });
});

describe('a value is changed', () => {
  const name = (value: string): Edit => ({ kind: 'set', account: an, key: 'name', value });
  it.each([
    ['name: An # a\n', 'name: Bình # a\n'],
    ['name: "An"\n', 'name: "Bình"\n'],
    ["'name':   'An'   # a\n", "'name':   'Bình'   # a\n"],
    ['name: Nguyễn Văn\n      An\n', 'name: Bình\n'],
    ['name: |\n      An\n\n', 'name: Bình\n\n'],
    ['name:\n', 'name: Bình\n'],
    ['name: # a\n', 'name: Bình # a\n'],
    ['name: [An]\n', 'name: Bình\n'],
  ])('%j', (before, after) => {
    const start = 'people:\n  - id: LC-1\n    ';
    expect(edited(start + before, name('Bình'))).toBe(start + after);
  });

  it('beside the dash', () => {
    const before = 'people:\n  - title: Văn thư # a\n    # b\n    id: LC-1\n    name: An\n';
    const title: Edit = { kind: 'set', account: an, key: 'title', value: undefined };
    expect(edited(before, title)).toBe('people:\n  - # b\n    id: LC-1\n    name: An\n');
    expect(edited(before.replace('    # b\n', ''), title)).toBe('people:\n  - id: LC-1\n    name: An\n');
  });

  it('true and false', () => {
    const before = 'people:\n  - {id: LC-1, name: An, privileged: false}\n';
    const edit: Edit = { kind: 'set', account: an, key: 'privileged', value: true };
    expect(edited(before, edit)).toBe('people:\n  - {id: LC-1, name: An, privileged: true}\n');
  });

  it.each([
    [['a@b', 'c@d'], '    - a@b # a\n    - c@d\n    # c\n'],
    [['e@f', 'a@b'], '    - e@f # e\n    - a@b # a\n    # c\n'],
    [['a@b'], '    - a@b # a\n    # c\n'],
  ])('a list becomes %j, line by line', (value, after) => {
    const before = 'mailbox:\n  aliases:\n    - e@f # e\n    - a@b # a\n    # c\n';
    const edit: Edit = { kind: 'set', account: 'mailbox', key: 'aliases', value };
    expect(edited(before, edit)).toBe(`mailbox:\n  aliases:\n${after}`);
  });

  it('another order of a list is written anew, but not over comments', () => {
    const edit: Edit = { kind: 'set', account: 'mailbox', key: 'aliases', value: ['b', 'a'] };
    expect(edited('mailbox: {aliases: [a, b]} # a\n', edit)).toBe('mailbox: {aliases: [b, a]} # a\n');
    expect(edited('mailbox:\n  aliases: [a, b] # a\n', edit)).toBe('mailbox:\n  aliases: [b, a] # a\n');
    const listed = 'mailbox:\n  aliases:\n    - a\n    - b # b\n';
    expect(edited(listed, edit)).toBe('mailbox:\n  aliases: # b\n    - b\n    - a\n');
    expect(refusal(editOrganization(listed.replace('a\n', 'a # a\n'), edit))).toEqual({ code: 'style' });
  });
});

describe('people come and go', () => {
  const person = { name: 'Lò Văn Chi', phone: '0213 3 876 543', id: 'LC-3', privileged: false };
  const add: Edit = { kind: 'add-person', person };
  const block = '  - id: LC-3\n    name: Lò Văn Chi\n    phone: "0213 3 876 543"\n    privileged: false\n';

  it.each([
    [
      'people:\n  - id: LC-1\n    name: An\n    # của An\n# hết\n',
      `people:\n  - id: LC-1\n    name: An\n    # của An\n${block}# hết\n`,
    ],
    [
      'people:\n  - id: LC-1\n    name: An\n\n  - id: LC-2\n    name: Ba\n',
      `people:\n  - id: LC-1\n    name: An\n\n  - id: LC-2\n    name: Ba\n\n${block}`,
    ],
    ['people: [] # chưa có\nmailbox: none\n', `people: # chưa có\n${block}mailbox: none\n`],
    ['mailbox: none', `mailbox: none\npeople:\n${block.trimEnd()}`],
    [
      'people:\n-   {id: LC-1, name: An}\n',
      'people:\n-   {id: LC-1, name: An}\n-   {id: LC-3, name: Lò Văn Chi, phone: "0213 3 876 543", privileged: false}\n',
    ],
    [
      'people: [{id: LC-1, name: An}]\n',
      'people: [{id: LC-1, name: An}, {id: LC-3, name: Lò Văn Chi, phone: "0213 3 876 543", privileged: false}]\n',
    ],
  ])('%j', (before, after) => {
    expect(edited(head + before, add)).toBe(head + after);
  });

  it.each([
    [
      'people:\n  - id: LC-1\n    name: An\n    # của An\n  - id: LC-2\n    name: Ba\n',
      `people:\n  - id: LC-1\n    name: An\n    # của An\n${block}  - id: LC-2\n    name: Ba\n`,
    ],
    [
      'people:\n  - id: LC-1\n    name: An\n\n  # về Ba\n  - id: LC-2\n    name: Ba\n',
      `people:\n  - id: LC-1\n    name: An\n${block}\n  # về Ba\n  - id: LC-2\n    name: Ba\n`,
    ],
    [
      'people:\n  - id: LC-1\n    name: An\n\n  - id: LC-2\n    name: Ba\n',
      `people:\n  - id: LC-1\n    name: An\n\n${block}\n  - id: LC-2\n    name: Ba\n`,
    ],
    [
      'people:\n  - {id: LC-1, name: An}\n  - id: LC-2\n    name: Ba\n',
      `people:\n  - {id: LC-1, name: An}\n${block}  - id: LC-2\n    name: Ba\n`,
    ],
    [
      'people: [{id: LC-1, name: An}, {id: LC-2, name: Ba}]\n',
      'people: [{id: LC-1, name: An}, {id: LC-3, name: Lò Văn Chi, phone: "0213 3 876 543", privileged: false}, {id: LC-2, name: Ba}]\n',
    ],
  ])('%j, behind the first', (before, after) => {
    expect(edited(head + before, { ...add, after: 'LC-1' })).toBe(head + after);
  });

  it('behind the last one, or one that is not there, is at the end', () => {
    const before = `${head}people:\n  - id: LC-1\n    name: An\n  - id: LC-2\n    name: Ba\n`;
    for (const after of ['LC-2', 'LC-9']) expect(edited(before, { ...add, after })).toBe(before + block);
  });

  it.each([
    ['  - {id: LC-3, name: Chi}\n', ''],
    ['  # trước\n  - id: LC-3\n    # trong\n    name: Chi\n    # cuối\n  # sau\n', '  # trước\n  # sau\n'],
    ['\n  - id: LC-3\n    name: Chi', ''],
    ['  -\n    id: LC-3\n    name: Chi\n\n', '\n'],
  ])('%j goes', (item, left) => {
    const before = 'people:\n  - id: LC-1\n    name: An\n';
    expect(edited(before + item, { kind: 'remove-person', id: 'LC-3' })).toBe(before + left);
  });

  it('the last one leaves an empty list', () => {
    expect(
      edited('people: # a\n  - id: LC-1\n    name: An\n# b\n', { kind: 'remove-person', id: 'LC-1' }),
    ).toBe('people: [] # a\n# b\n');
  });
});

describe('left to people', () => {
  it.each([
    ['an anchor', 'people:\n  - &a {id: LC-1, name: An}\n', { code: 'anchor', line: 2 }],
    ['a tag', 'people: !!seq\n  - {id: LC-1, name: An}\n', { code: 'style' }],
    [
      'an alias',
      'x: &x [a@b]\npeople:\n  - {id: LC-1, name: An, aliases: *x}\n',
      { code: 'anchor', line: 1 },
    ],
    [
      'a key written twice',
      'people:\n  - {id: LC-1, name: An, name: Ba}\n',
      { code: 'unreadable', line: 2, detail: 'name' },
    ],
    [
      'a person declared twice',
      'people:\n  - {id: LC-1, name: An}\n  - {id: LC-1, name: Ba}\n',
      { code: 'person-duplicate', id: 'LC-1' },
    ],
    ['nobody of this id', 'people:\n  - {id: LC-2, name: An}\n', { code: 'person-unknown', id: 'LC-1' }],
    ['no people', 'mailbox: none\n', { code: 'person-unknown', id: 'LC-1' }],
    ['a carriage return within a line', 'people:\n  - id: LC-1\n    name: A # a\rb\n', { code: 'style' }],
    [
      'text that never ends',
      'people: "\n',
      { code: 'unreadable', line: 1, detail: 'Missing closing "quote' },
    ],
  ])('%s', (_name, text, expected) => {
    expect(refusal(editOrganization(text, suspend))).toEqual(expected);
  });

  it('a key behind a question mark', () => {
    const text = 'people:\n  - id: LC-1\n    ? name\n    : An\n';
    const edit: Edit = { kind: 'set', account: an, key: 'name', value: undefined };
    expect(refusal(editOrganization(text, edit))).toEqual({ code: 'style' });
  });

  it('an organization without a mailbox, a newcomer who is there', () => {
    const set: Edit = { kind: 'set', account: 'mailbox', key: 'suspension', value: suspension };
    expect(refusal(editOrganization('mailbox: none\n', set))).toEqual({ code: 'mailbox-none' });
    const add: Edit = { kind: 'add-person', person: { id: 'LC-1', name: 'An' } };
    expect(refusal(editOrganization('people: [{id: LC-1}]\n', add))).toEqual({
      code: 'person-duplicate',
      id: 'LC-1',
    });
  });
});
