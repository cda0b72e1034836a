/** What a reviewer is pointed at: every setting that changes, and a password its former keeper still knows (9.1). */
import { describe, expect, it } from 'vitest';
import { renderReview } from '../../../src/render/github/review.ts';
import { notesOf } from '../../../src/review/notes.ts';
import { organizationText, policyText, readWorld } from '../../support/world.ts';
import { asking } from './plans.ts';

const people = ['id: LC-000001, name: Nguyễn Văn An', 'id: LC-000002, name: Lò Thị Bình'];
const office = (mailbox: string, ...more: readonly string[]) => ({
  sokx: organizationText('sokx', more.length > 0 ? more : people, `mailbox: ${mailbox}\n`),
});
const directoryOf = (files: Readonly<Record<string, string>>, policy = policyText) =>
  readWorld(files, policy).directory;
const known = { code: 'password-known', organization: 'Sở SOKX', custodian: 'Nguyễn Văn An' };
const remind = policyText.replace(/^passwords:\n/m, 'passwords:\n  onCustodianChange: remind\n');

describe('a new custodian', () => {
  const [an = '', binh = ''] = people;
  const ended = `${an}, termination: {reason: retirement, document: 1/QĐ, decided: 2026-03-02}`;
  const before = directoryOf(office('{custodian: LC-000001}'));
  it.each([
    ['the same', office('{custodian: LC-000001}'), policyText, []],
    ['the one before stays', office('{custodian: LC-000002}'), policyText, [known]],
    [
      'with a reset',
      office('{custodian: LC-000002, passwordReset: {document: 2/CV, date: 2026-03-02}}'),
      policyText,
      [],
    ],
    ['the one before has left', office('{custodian: LC-000002}', ended, binh), policyText, []],
    [
      'the one before leaves later',
      office('{custodian: LC-000002}', ended.replace('2026-03-02', '2026-12-02'), binh),
      policyText,
      [known],
    ],
    ['the one before is gone', office('{custodian: LC-000002}', binh), policyText, []],
    [
      'the one before has left, where people are reminded',
      office('{custodian: LC-000002}', ended, binh),
      remind,
      [known],
    ],
    ['a mailbox given up', office('none'), policyText, []],
  ])('%s', (_what, after, policy, expected) => {
    const notes = notesOf(
      directoryOf(office('{custodian: LC-000001}'), policy),
      directoryOf(after, policy),
      '2026-03-23',
    );
    expect(notes).toEqual(expected);
  });
  it('an item that is none is nobody’s', () => {
    const { sokx } = office('{custodian: LC-000002}');
    const after = directoryOf({ sokx: `${sokx}  -\n` });
    expect(notesOf(before, after, '2026-11-23')).toEqual([known]);
  });

  it('of a new organization is nobody’s before', () => {
    expect(notesOf(directoryOf({}), before, '2026-11-23')).toEqual([]);
  });
});

it('every setting that changes is told, in the comment too', () => {
  const lifted = policyText.replace('{share: 30, count: 3}', '{share: 100, count: 99}');
  expect(lifted).not.toBe(policyText);
  const notes = notesOf(directoryOf({}), directoryOf({}, lifted), '2026-11-23');
  expect(notes).toEqual([
    { code: 'policy-changed', setting: 'guard.organization.share', before: '30', after: '100' },
    { code: 'policy-changed', setting: 'guard.organization.count', before: '3', after: '99' },
  ]);
  const review = { verdict: { allowed: true }, asking, problems: [], earlierProblems: 0, behind: 0 } as const;
  const locate = () => ({ line: 1, column: 1 });
  const text = renderReview({ ...review, notes: [...notes, known as never] }, { language: 'vi', locate });
  expect(text).toContain('### Cần xem kỹ: 3');
  expect(text).toContain('guard.organization.share: 30 → 100');
  expect(text).toContain('Nguyễn Văn An không còn quản lý hộp thư của Sở SOKX');
});
