/** Numbers of notices are written beside the suspensions, and into the register, with every comment kept. */
import { describe, expect, it } from 'vitest';
import { writeNotice } from '../../../src/desired/edit/notices.ts';
import { appendNotice, writeCopied } from '../../../src/desired/edit/register.ts';
import type { NoticeRecord } from '../../../src/model/directory/notice-record.ts';
import { readWorld } from '../../support/world.ts';

const start = 'id: soa\nname: Sở Y tế\nkind: provincial\nparent: ubnd\ncode: syt\n';
const decision = { document: '45/TB-SKHCN', date: '2026-11-24' };

describe('writeNotice', () => {
  it('edits block and bracket alike, and the mailbox', () => {
    const text = `${start}mailbox:\n  suspension: {reason: inactivity, date: 2026-11-20}
people:
  - id: LC-1 # a
    name: Nguyễn Văn An
    suspension: # b
      reason: violation
      clause: "12.5"
      document: 31/QĐ-STTTT # c
      date: 2026-11-20
    # d
  - {id: LC-2, name: Lò Văn Chi, suspension: {reason: inactivity, date: 2026-11-20}}\n`;
    const { declared } = readWorld({ soa: text });
    const keys = ['organization:soa', 'person:LC-1', 'person:LC-2'] as const;
    const { texts, refused } = writeNotice(keys, decision, declared, () => text);
    expect(refused).toEqual([]);
    expect([...texts.values()].join('')).toBe(
      text
        .replace(
          '2026-11-20}\npeople',
          '2026-11-20, notice: {document: 45/TB-SKHCN, date: 2026-11-24}}\npeople',
        )
        .replace(
          '      date: 2026-11-20\n    # d',
          '      date: 2026-11-20\n      notice:\n        document: 45/TB-SKHCN\n        date: 2026-11-24\n    # d',
        )
        .replace('2026-11-20}}', '2026-11-20, notice: {document: 45/TB-SKHCN, date: 2026-11-24}}}'),
    );
  });

  it('tells whose file cannot be edited', () => {
    const text = `${start}people:\n  - &a {id: LC-1, name: Nguyễn Văn An, suspension: {reason: inactivity, date: 2026-11-20}}\n`;
    const { declared } = readWorld({ soa: text });
    const { refused } = writeNotice(['person:LC-1'], decision, declared, () => text);
    expect(refused).toEqual([{ key: 'person:LC-1', refusal: { code: 'anchor', line: 7 } }]);
  });
});

describe('the register', () => {
  const record: NoticeRecord = {
    kind: 'deletion',
    organization: 'soa',
    people: ['person:LC-1', 'organization:soa'],
    document: '46/TB-SKHCN',
    date: '2027-12-01',
    id: 'a'.repeat(32),
  };
  const written = `- kind: deletion
  organization: soa
  people:
    - "person:LC-1"
    - "organization:soa"
  document: 46/TB-SKHCN
  date: 2027-12-01
  id: ${'a'.repeat(32)}
`;
  const textOf = (edited: ReturnType<typeof appendNotice>) =>
    'text' in edited ? edited.text : edited.refusal;

  it('begins with its schema, and what is written is read as it was meant', () => {
    const text = textOf(appendNotice(undefined, record));
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/schemas\/notices\.schema\.json\n/);
    expect(text.endsWith(written)).toBe(true);
    const { directory, problems } = readWorld({ soa: start }, undefined, { 'notices.yaml': text });
    expect(problems).toEqual([]);
    expect(directory.notices.notices).toEqual([record]);
  });

  it('keeps what stands there, to the last comment', () => {
    const before =
      '# a\n- {kind: issue, organization: soa, people: ["person:LC-2"], document: 1/A-B, date: 2026-01-02} # b';
    expect(textOf(appendNotice(before, record))).toBe(`${before}\n${written}`);
    expect(textOf(appendNotice('# a\r\n', record))).toBe(`# a\r\n${written.replaceAll('\n', '\r\n')}`);
    expect(textOf(appendNotice('', record))).toBe(written);
  });

  it.each(['[]\n', 'a: b\n', '- [\n'])('refuses %j', (text) => {
    expect(textOf(appendNotice(text, record))).toBe('style');
  });

  it('gets the day of a copy beside the others', () => {
    const text = `# a\n- {kind: issue, organization: soa, people: ["person:LC-2"], document: 1/A-B, date: 2026-01-02} # b\n${written}# c\n`;
    expect(textOf(writeCopied(text, 1, '2027-12-02'))).toBe(
      text.replace('date: 2027-12-01\n', 'date: 2027-12-01\n  copied: 2027-12-02\n'),
    );
    expect(textOf(writeCopied(text, 0, '2027-12-02'))).toContain('date: 2026-01-02, copied: 2027-12-02} # b');
  });
});
