/** What an operator is told of a lock upon a call: what became of it, and what has to follow, in one language. */
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/model/account/account.ts';
import type { Outcome } from '../../../src/model/plan/outcome.ts';
import { quoted } from '../../../src/model/problems/remark.ts';
import { renderOperatorAct } from '../../../src/render/run/operator-act.ts';
import { englishIn, vietnameseIn } from '../../support/language.ts';

const key = 'person:LC-000001';
const account: Account = {
  ...{ key, name: 'X\u001b[31m', organization: 'sokx', mailbox: true, address: 'x@laichau.gov.vn' },
  ...{ addresses: ['x@laichau.gov.vn'], state: 'active', locked: false },
};
const outcome = (kind: Outcome['kind'], result: Outcome['result'] = 'applied'): Outcome => ({
  ...{ id: `${kind} ${key}`, key, kind, wave: 1, result },
  ...(result === 'failed' && { detail: quoted('cn=x: 50') }),
});
const lock = { since: '2026-11-24', days: 0, due: '2026-11-26', overdue: false };
const asked = { account, lock, place: 'a.yaml:9', asksMail: true };

describe.each([
  ['vi', englishIn],
  ['en', vietnameseIn],
] as const)('in %s', (language, foreignIn) => {
  it.each([
    ['lock', [outcome('lock'), outcome('end-sessions')], '2026-11-26'],
    ['lock', [outcome('lock'), outcome('end-sessions', 'failed')], 'cn=x: 50'],
    ['lock', [], '2026-11-24'],
    ['lift', [outcome('lift')], key],
    ['lift', [], key],
  ] as const)('%s %#', (kind, outcomes, told) => {
    const text = renderOperatorAct({ ...asked, kind, outcomes }, language);
    expect(text).toContain(told);
    expect(text).not.toContain('\u001b');
    expect(foreignIn(text)).toEqual([]);
  });

  it('says of a lock that failed no more than that', () => {
    const text = renderOperatorAct(
      { ...asked, kind: 'lock', outcomes: [outcome('lock', 'failed')] },
      language,
    );
    expect(text).toContain('cn=x: 50');
    expect(text).not.toContain('--lift');
    expect(text).not.toContain('2026-11-24');
  });

  it('says where nobody was cut off because no mail server is set', () => {
    const outcomes = [outcome('lock')];
    const without = renderOperatorAct({ ...asked, kind: 'lock', outcomes, asksMail: false }, language);
    expect(without).toContain('DANHBA_DOVEADM_URL');
    expect(renderOperatorAct({ ...asked, kind: 'lock', outcomes }, language)).not.toContain('DOVEADM');
  });

  it('says when there is nothing to follow', () => {
    const text = renderOperatorAct({ ...asked, kind: 'lift', outcomes: [outcome('lift')] }, language);
    expect(text).not.toContain('--lift');
  });
});
