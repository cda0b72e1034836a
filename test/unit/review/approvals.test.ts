/** Which words let held changes pass: each condition alone is enough to refuse, and none of them is guessed at. */
import { describe, expect, it, test } from 'vitest';
import type { ApprovalComment } from '../../../src/model/github/approval.ts';
import { type ApprovalQuestion, isApproval, judgeApprovals } from '../../../src/review/approvals.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const other = `sha256:${'b'.repeat(64)}`;
const comment = (more: Partial<ApprovalComment> = {}): ApprovalComment => ({
  id: 7,
  url: 'https://github.com/o/r/issues/1#issuecomment-7',
  author: 'lan',
  body: `/approve ${digest}`,
  written: '2026-03-02T09:00:00Z',
  edited: false,
  ...more,
});
const judge = (one: ApprovalComment, more: Partial<ApprovalQuestion> = {}) =>
  judgeApprovals({
    comments: [one],
    digest,
    operators: ['laichau', 'lan'],
    used: new Set(),
    issueAltered: false,
    requesters: [],
    ...more,
  });
const reasonOf = (one: ApprovalComment, more: Partial<ApprovalQuestion> = {}) =>
  judge(one, more)
    .refused.map(({ reason }) => reason)
    .join();

it('takes an operator’s own words for exactly this set', () => {
  expect(judge(comment())).toEqual({ valid: [comment()], refused: [] });
  // GitHub does not tell capital letters in logins, and may add a line's end.
  const same = comment({ author: 'LAN', body: `/approve ${digest}\r\n` });
  expect(judge(same).valid).toEqual([same]);
});

test.each<[string, Partial<ApprovalComment>, Partial<ApprovalQuestion>, string]>([
  ['a representative', { author: 'minh' }, {}, 'not-operator'],
  ['a deleted account', { author: 'ghost' }, {}, 'not-operator'],
  ['nobody', { author: '' }, {}, 'not-operator'],
  ['anybody where nobody is an operator', {}, { operators: [] }, 'not-operator'],
  ['an edited comment', { edited: true }, {}, 'edited'],
  ['another set', { body: `/approve ${other}` }, {}, 'other-set'],
  ['a used comment', {}, { used: new Set(['comment 7']) }, 'used'],
  ['an issue somebody has altered', {}, { issueAltered: true }, 'altered-issue'],
  ['what was written before the issue got its text', {}, { issueWritten: '2026-03-02T09:00:01Z' }, 'older'],
  ['what nobody knows the time of', { written: '' }, { issueWritten: '2026-03-02T08:00:00Z' }, 'older'],
  ['who asked for it', {}, { requesters: ['minh', 'Lan'] }, 'own-request'],
  ['a second line', { body: `/approve ${digest}\nkhoan đã` }, {}, 'malformed'],
  ['words behind it', { body: `/approve ${digest} nhé` }, {}, 'malformed'],
  ['a capital letter in the digest', { body: `/approve ${digest.toUpperCase()}` }, {}, 'malformed'],
  ['a digest cut short', { body: `/approve ${digest.slice(0, -1)}` }, {}, 'malformed'],
  ['two spaces', { body: `/approve  ${digest}` }, {}, 'malformed'],
  ['a hidden comment', { body: `/approve ${digest}<!-- -->` }, {}, 'malformed'],
  ['no digest', { body: '/approve' }, {}, 'malformed'],
])('refuses %s', (_, one, more, reason) => {
  expect(judge(comment(one), more).valid).toEqual([]);
  expect(reasonOf(comment(one), more)).toBe(reason);
});

describe('talk', () => {
  it.each(['đã xem', `xin /approve ${digest}`, `> /approve ${digest}`, '/approved', '`/approve`'])(
    'is no approval and gets no answer: %s',
    (body) => {
      expect(isApproval(body)).toBe(false);
      expect(judge(comment({ body }))).toEqual({ valid: [], refused: [] });
    },
  );
});

it('takes what was written after the issue got its text', () => {
  expect(judge(comment(), { issueWritten: '2026-03-02T08:59:59Z' }).valid).toHaveLength(1);
});

it('says nothing more of a comment that has had its day', () => {
  const old = comment({ body: `/approve ${other}` });
  expect(judge(old, { used: new Set(['comment 7']) })).toEqual({ valid: [], refused: [] });
});

it('takes all that are valid together, so that none is left for another time', () => {
  const second = comment({ id: 8, author: 'laichau' });
  const { valid } = judge(comment(), { comments: [comment(), second, comment({ id: 9, author: 'minh' })] });
  expect(valid.map(({ id }) => id)).toEqual([7, 8]);
});

it('does not take a number for another one that begins like it', () => {
  expect(judge(comment({ id: 70 }), { used: new Set(['comment 7', 'run 70']) }).valid).toHaveLength(1);
});
