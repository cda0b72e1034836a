/** Article 8 as a table: what is declared and what is so, and the state that follows, with every field it keeps. */

import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/model/account/account.ts';
import { toldKey } from '../../../src/model/account/key.ts';
import type { AccountDeclaration } from '../../../src/model/directory/organization.ts';
import { decideState, ended } from '../../../src/plan/decide/state.ts';

const today = '2026-03-02';
const of = (more: Partial<Account> = {}, key = 'person:LC-000001'): Account => ({
  name: 'Nguyễn Văn An',
  mailbox: true,
  addresses: [],
  locked: more.state !== undefined && more.state !== 'active',
  ...more,
  key: toldKey(key),
});
const active = of({ state: 'active' });
const suspended = of({
  state: 'suspended',
  since: '2026-01-05',
  reason: 'violation',
  lockedOn: '2026-01-06',
});
const terminated = of({
  state: 'terminated',
  since: '2026-01-05',
  reason: 'retirement',
  lockedOn: '2026-01-06',
});
/** Left by a transfer, so that it may wake. */
const former = of({ ...terminated, reason: 'transfer' }, 'person:LC-000001/1');

const decide = (declaration: AccountDeclaration, actual?: Account, dissolved?: string) =>
  decideState(
    declaration,
    dissolved === undefined ? undefined : { document: '9/QĐ', date: dissolved },
    actual,
    today,
  );
const suspension = (date: string) => ({ reason: 'violation', document: '1/QĐ', date }) as const;
const termination = (decided: string) => ({ reason: 'retirement', document: '2/QĐ', decided }) as const;
const restoration = (date: string) => ({ document: '3/VP', date });

describe('a decision counts from its day on', () => {
  it.each([
    ['of today ends', '2026-03-02', 'terminated'],
    ['of yesterday ends', '2026-03-01', 'terminated'],
    ['of tomorrow does not', '2026-03-03', 'active'],
  ])('a termination %s', (_what, day, state) => {
    expect(decide({ termination: termination(day) }, active).lifecycle.state).toBe(state);
    expect(decide({}, active, day).lifecycle.state).toBe(state);
  });

  it.each([
    ['of today locks', '2026-03-02', 'suspended'],
    ['of tomorrow does not', '2026-03-03', 'active'],
  ])('a suspension %s', (_what, day, state) => {
    expect(decide({ suspension: suspension(day) }, active).lifecycle.state).toBe(state);
  });

  it.each([
    ['of the day of the suspension lifts it', '2026-02-02', 'active'],
    ['of the day before does not', '2026-02-01', 'suspended'],
    ['of today lifts it', '2026-03-02', 'active'],
    ['of tomorrow does not yet', '2026-03-03', 'suspended'],
  ])('a restoration %s', (_what, day, state) => {
    const declaration = { suspension: suspension('2026-02-02'), restoration: restoration(day) };
    expect(decide(declaration, active).lifecycle.state).toBe(state);
  });

  it('an end comes before a suspension, and a dissolution before either', () => {
    const all = { suspension: suspension('2026-02-02'), termination: termination('2026-02-03') };
    expect(decide(all, active)).toMatchObject({
      why: 'termination-declared',
      document: '2/QĐ',
      lifecycle: { reason: 'retirement', basis: '2/QĐ; 2026-02-03' },
    });
    expect(decide(all, active, '2026-02-04')).toMatchObject({
      why: 'dissolved',
      document: '9/QĐ',
      lifecycle: { reason: 'dissolved', basis: '9/QĐ; 2026-02-04' },
    });
  });
});

describe('what is written on whoever', () => {
  const kept = { restored: '2025-05-05' };

  it('is suspended', () => {
    expect(decide({ suspension: suspension('2026-02-02') }, of({ state: 'active', ...kept }))).toStrictEqual({
      lifecycle: {
        state: 'suspended',
        since: '2026-02-02',
        reason: 'violation',
        basis: '1/QĐ; 2026-02-02',
        restored: '2025-05-05',
        lockedOn: today,
        locked: true,
      },
      why: 'suspension-declared',
      document: '1/QĐ',
    });
  });

  it('is suspended for not logging in, as the job wrote it into the file', () => {
    const own = { reason: 'inactivity', date: '2026-02-02' } as const;
    expect(decide({ suspension: own }, active)).toStrictEqual({
      lifecycle: {
        state: 'suspended',
        since: '2026-02-02',
        reason: 'inactivity',
        lockedOn: today,
        locked: true,
      },
      why: 'suspension-declared',
    });
  });

  it('has ended', () => {
    expect(ended('removed', undefined, of({ state: 'active', ...kept }), today)).toStrictEqual({
      lifecycle: {
        state: 'terminated',
        since: today,
        reason: 'removed',
        restored: '2025-05-05',
        lockedOn: today,
        locked: true,
      },
    });
  });

  it('is new', () => {
    expect(decide({}, undefined)).toStrictEqual({
      lifecycle: { state: 'active', locked: false },
      why: 'declared',
    });
  });

  it('is new, and was given back before', () => {
    expect(decide({ restoration: restoration('2026-02-02') }, undefined)).toStrictEqual({
      lifecycle: { state: 'active', restored: '2026-02-02', locked: false },
      why: 'restoration-declared',
      document: '3/VP',
    });
  });

  it('is new, and has ended', () => {
    expect(decide({ termination: termination('2026-02-02') }, undefined).lifecycle).toStrictEqual({
      state: 'terminated',
      since: today,
      reason: 'retirement',
      basis: '2/QĐ; 2026-02-02',
      lockedOn: today,
      locked: true,
    });
  });

  it('works', () => {
    const works = of({ state: 'active', since: '2025-05-05', ...kept });
    expect(decide({}, works)).toStrictEqual({
      lifecycle: { state: 'active', since: '2025-05-05', restored: '2025-05-05', locked: false },
      why: 'declared',
    });
  });

  it('works since a day that is none is told today', () => {
    expect(decide({}, of({ state: 'active', since: 'x' })).lifecycle.since).toBe(today);
  });

  it('works and never was anything else has no such day', () => {
    expect(decide({}, active).lifecycle).toStrictEqual({ state: 'active', locked: false });
  });

  it('has an entry whose state is missing works since no day', () => {
    expect(decide({}, of({ since: '2025-05-05' })).lifecycle).toStrictEqual({
      state: 'active',
      locked: false,
    });
  });

  it('is given back', () => {
    expect(decide({ restoration: restoration('2026-02-02') }, suspended)).toStrictEqual({
      lifecycle: { state: 'active', since: today, restored: '2026-02-02', locked: false },
      why: 'restoration-declared',
      document: '3/VP',
    });
  });

  it('comes back to the mailbox he left by a transfer', () => {
    expect(decide({}, former)).toStrictEqual({
      lifecycle: { state: 'active', since: today, locked: false },
      why: 'declared-again',
    });
  });
});

describe('8.3: deleting lines of a file wakes nobody', () => {
  it('a suspended mailbox stays as it is, with all it has', () => {
    const full = of({
      ...suspended,
      basis: '1/QĐ; 2026-01-05',
      notice: '4/TB; 2026-01-07',
      noticedOn: '2026-01-08',
      restored: '2025-05-05',
    });
    expect(decide({}, full)).toStrictEqual({
      lifecycle: {
        state: 'suspended',
        since: '2026-01-05',
        reason: 'violation',
        basis: '1/QĐ; 2026-01-05',
        notice: '4/TB; 2026-01-07',
        noticedOn: '2026-01-08',
        restored: '2025-05-05',
        lockedOn: '2026-01-06',
        locked: true,
      },
      why: 'declared',
      needsRestoration: true,
    });
  });

  it('one of which nothing more is known is locked, and gets the day', () => {
    expect(decide({}, of({ state: 'suspended' })).lifecycle).toStrictEqual({
      state: 'suspended',
      lockedOn: today,
      locked: true,
    });
  });

  it('a state that nobody knows opens nothing', () => {
    const odd = of({ ...suspended, state: 'frozen' as never });
    expect(decide({}, odd)).toMatchObject({ needsRestoration: true, lifecycle: { locked: true } });
  });

  it('what has ended stays ended', () => {
    expect(decide({}, terminated)).toMatchObject({
      why: 'declared',
      needsRestoration: true,
      lifecycle: { state: 'terminated', since: '2026-01-05', reason: 'retirement', lockedOn: '2026-01-06' },
    });
  });

  it.each([
    ['of the day it began wakes it', '2026-01-05', undefined],
    ['of the day before does not', '2026-01-04', true],
    ['of a day to come does not', '2026-03-03', true],
  ])('a restoration %s', (_what, day, needsRestoration) => {
    for (const actual of [suspended, terminated]) {
      expect(decide({ restoration: restoration(day) }, actual).needsRestoration).toBe(needsRestoration);
    }
  });

  it.each([
    ['to come: the restoration of today counts', '2027-01-01', '2026-03-02', undefined],
    ['to come: one of yesterday does not', '2027-01-01', '2026-03-01', true],
    ['that is missing: any restoration counts', undefined, '2000-01-01', undefined],
  ])('of a suspension since a day %s', (_what, since, day, needsRestoration) => {
    const { since: _since, ...rest } = suspended;
    const actual = { ...rest, ...(since !== undefined && { since }) };
    expect(decide({ restoration: restoration(day) }, actual).needsRestoration).toBe(needsRestoration);
  });
});

describe('what has ended wakes without a written request', () => {
  const agency = (more: Partial<Account>) => of({ ...terminated, ...more }, 'organization:sokx');

  it.each([
    ['a mailbox that was left by a transfer', former, undefined, undefined],
    ['not the present one of a person', of({ ...terminated, reason: 'transfer' }), undefined, true],
    ['an agency whose dissolution was taken back', agency({ reason: 'dissolved' }), undefined, undefined],
    ['not one whose dissolution is still to come', agency({ reason: 'dissolved' }), '2026-03-03', true],
    ['not an agency that ended otherwise', agency({ reason: 'removed' }), undefined, true],
    ['not a person who ended with an agency', of({ ...terminated, reason: 'dissolved' }), undefined, true],
    ['not a former mailbox that ended otherwise', of({ ...terminated }, former.key), undefined, true],
    ['nothing whose key is none of ours', of({ ...former }, 'annv'), undefined, true],
    ['nor an agency with such a key', of({ ...terminated, reason: 'dissolved' }, 'sokx'), undefined, true],
  ] as const)('%s', (_what, actual, dissolved, needsRestoration) => {
    expect(decide({}, actual, dissolved).needsRestoration).toBe(needsRestoration);
  });

  it('but never only to be locked: the old password would survive', () => {
    expect(decide({ suspension: suspension('2026-02-02') }, former)).toMatchObject({
      needsRestoration: true,
      lifecycle: { state: 'terminated' },
    });
    expect(decide({ suspension: suspension('2026-03-03') }, former).lifecycle.state).toBe('active');
  });
});

describe('the day of a lock', () => {
  const day = (actual: Account, declaration: AccountDeclaration) =>
    decide(declaration, actual).lifecycle.lockedOn;
  const again = { suspension: suspension('2026-01-05') };

  it.each([
    ['is kept while the lock is', suspended, again, '2026-01-06'],
    ['is kept after an end', terminated, { termination: termination('2026-01-05') }, '2026-01-06'],
    ['is new where another state follows', suspended, { termination: termination('2026-02-02') }, today],
    ['is new where a hand has opened the mailbox', { ...suspended, locked: false }, again, today],
    ['is new where a hand has set an end time', { ...suspended, locked: '2026' }, again, today],
    ['is new where it is none', { ...suspended, lockedOn: 'x' }, again, today],
    ['is new where it is lost', of({ state: 'suspended' }), again, today],
  ] as const)('%s', (_what, actual, declaration, lockedOn) => {
    expect(day(actual, declaration)).toBe(lockedOn);
  });

  it.each([
    ['keeps the day it ended', terminated, '2026-01-05'],
    ['that is none is today', { ...terminated, since: 'x' }, today],
    ['of a suspension is not that of the end', suspended, today],
  ])('an end %s', (_what, actual, since) => {
    expect(decide({ termination: termination('2026-02-02') }, actual).lifecycle.since).toBe(since);
  });
});

describe('a notice', () => {
  const noticed = (actual: Account | undefined) =>
    decide(
      { suspension: { ...suspension('2026-01-05'), notice: { document: '4/TB', date: '2026-01-07' } } },
      actual,
    ).lifecycle;
  const known = { ...suspended, notice: '4/TB; 2026-01-07', noticedOn: '2026-01-08' };

  it.each([
    ['keeps the day danhba first heard of it', known, '2026-01-08'],
    ['that is another begins anew', { ...known, notice: '5/TB; 2026-01-07' }, today],
    ['whose day is none is heard of today', { ...known, noticedOn: 'x' }, today],
    ['of whoever has none yet is heard of today', suspended, today],
    ['of whoever has no mailbox yet is heard of today', undefined, today],
  ])('%s', (_what, actual, noticedOn) => {
    expect(noticed(actual)).toMatchObject({ notice: '4/TB; 2026-01-07', noticedOn });
  });
});

describe('who has not logged in (8.1)', () => {
  const idle = { from: '2025-08-01', due: '2026-03-01' };
  const inactive = (actual: Account, inactivity = idle, declaration: AccountDeclaration = {}) =>
    decideState(declaration, undefined, actual, today, inactivity);

  it('is suspended the day after the last', () => {
    expect(inactive(of({ state: 'active', restored: '2025-05-05' }))).toStrictEqual({
      lifecycle: {
        state: 'suspended',
        since: today,
        reason: 'inactivity',
        restored: '2025-05-05',
        lockedOn: today,
        locked: true,
      },
      why: 'inactive',
      from: '2025-08-01',
    });
    expect(inactive(active, { ...idle, due: today }).lifecycle.state).toBe('active');
  });

  it.each([
    ['is not active yet', of({})],
    ['comes back', former],
  ])('is not suspended where he %s', (_what, actual) => {
    expect(inactive(actual).lifecycle.state).toBe('active');
  });

  it('is suspended by the record where there is one', () => {
    expect(inactive(active, idle, { suspension: suspension('2026-02-02') }).why).toBe('suspension-declared');
  });
});
