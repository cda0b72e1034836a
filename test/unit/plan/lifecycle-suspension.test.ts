/** Suspended, restored, recorded: what the job does by itself, what a file says, and which of them wins (8.1, 8.3). */
import { describe, expect, it } from 'vitest';
import { decideState } from '../../../src/plan/decide/state.ts';
import { changesOf, heldAs, heldOf, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText, policyText, unmarkedAt } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const anKey = 'person:LC-000001';
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });

const violation = (date: string, more = '') =>
  `suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${date}${more}}`;
const byJob = (date: string, more = '') => `suspension: {reason: inactivity, date: ${date}${more}}`;
const restoration = (date: string) => `restoration: {document: 12/VP, date: ${date}}`;

function issuedOn(day: string, ...people: string[]) {
  const story = makeStory();
  story.run(files(...(people.length > 0 ? people : [an])), day);
  return story;
}

describe('a violation (8.1, 12)', () => {
  it('takes effect on its day, not before', () => {
    const story = issuedOn('2026-01-05');
    const record = files(`${an}, ${violation('2026-03-02')}`);
    expect(changesOf(story.plan(record, '2026-03-01'))).toEqual([]);
    const plan = story.run(record, '2026-03-02');
    expect(plan.changes).toMatchObject([
      { kind: 'suspend', why: { code: 'suspension-declared', clause: '8.1', document: '31/QĐ' } },
    ]);
    expect(story.account(anKey)).toMatchObject({
      state: 'suspended',
      since: '2026-03-02',
      reason: 'violation',
      basis: '31/QĐ; 2026-03-02',
      locked: true,
    });
  });

  it('without a document locks nobody, and says so', () => {
    const story = issuedOn('2026-01-05');
    const record = files(`${an}, suspension: {reason: violation, clause: "12.5", date: 2026-03-02}`);
    const plan = story.plan(record, '2026-03-02');
    expect(changesOf(plan)).toEqual([]);
    expect(heldAs(plan, 'problem')).toMatchObject({ key: anKey, args: { problem: 'missing-key' } });
  });

  it('keeps every address, and the account keeps its clocks', () => {
    const story = issuedOn('2026-01-05');
    const before = story.account(anKey);
    story.run(files(`${an}, ${violation('2026-03-02')}`), '2026-03-02');
    expect(story.account(anKey)).toMatchObject({
      addresses: before.addresses,
      issued: '2026-01-05',
      uuid: before.uuid,
    });
  });

  it('takes the notice over from the file when it is issued', () => {
    const story = issuedOn('2026-01-05');
    story.run(files(`${an}, ${violation('2026-03-02')}`), '2026-03-02');
    expect(heldOf(story.plan(files(`${an}, ${violation('2026-03-02')}`), '2026-03-03'))).toEqual([
      `notice-missing ${anKey}`,
    ]);
    const noticed = files(
      `${an}, ${violation('2026-03-02', ', notice: {document: 32/TB, date: 2026-03-04}')}`,
    );
    const plan = story.run(noticed, '2026-03-05');
    expect(plan.changes).toMatchObject([{ kind: 'update', fields: ['notice', 'noticedOn'] }]);
    expect(story.account(anKey).notice).toBe('32/TB; 2026-03-04');
  });

  it('is not lifted by deleting its lines, nor is it deleted while nothing is recorded', () => {
    const story = issuedOn('2024-01-05', an, binh);
    const noticed = `${an}, ${violation('2024-03-04', ', notice: {document: 32/TB, date: 2024-03-04}')}`;
    story.run(files(noticed, binh), '2024-03-04');
    story.server.login('person:LC-000002', '20251231000000Z');
    const plan = story.plan(files(an, binh), '2026-03-09');
    expect(changesOf(plan)).toEqual([]);
    expect(heldAs(plan, 'restoration-needed').args).toEqual({
      state: 'suspended',
      since: '2024-03-04',
      reason: 'violation',
    });
    expect(changesOf(story.plan(files(noticed, binh), '2026-03-09'))).toEqual([`delete ${anKey}`]);
  });

  it('of a protected account is held', () => {
    const policy = policyText.replace('protected: []', 'protected: ["person:LC-000001"]');
    const story = issuedOn('2026-01-05');
    const plan = story.plan(files(`${an}, ${violation('2026-03-02')}`), '2026-03-02', { policy });
    expect(changesOf(plan)).toEqual([]);
    expect(heldOf(plan)).toEqual([`protected ${anKey}`]);
  });

  it('waits for no address: a lock goes on where the new address is somebody else’s', () => {
    const story = issuedOn('2026-01-05', an, binh);
    const unmarked = [
      unmarkedAt('uid=old,ou=people,dc=laichau,dc=gov,dc=vn', ['khangnv.sokx@laichau.gov.vn']),
    ];
    const record = files(
      `id: LC-000001, name: Nguyễn Văn Khang, nameChange: {document: 8/TB, date: 2026-01-02}, ${violation('2026-03-02')}`,
      binh,
    );
    const plan = story.run(record, '2026-03-02', { unmarked });
    expect(changesOf(plan)).toEqual([`suspend ${anKey}`]);
    expect(heldAs(plan, 'address-held')).toMatchObject({ key: anKey, kind: 'rename' });
    expect(story.account(anKey)).toMatchObject({
      state: 'suspended',
      address: 'annv.sokx@laichau.gov.vn',
      addresses: ['annv.sokx@laichau.gov.vn'],
    });
    expect(story.account(anKey).former).toBeUndefined();
  });
});

describe('a suspension by the job (8.1)', () => {
  function suspendedByJob() {
    const story = issuedOn('2026-01-05', an, binh);
    story.server.login('person:LC-000002', '20260706000000Z');
    story.run(files(an, binh), '2026-07-07');
    return story;
  }

  it('stays until it is recorded, and says so', () => {
    const story = suspendedByJob();
    for (const day of ['2026-07-07', '2026-07-08', '2026-11-23']) {
      const plan = story.plan(files(an, binh), day);
      expect(changesOf(plan)).toEqual([]);
      expect(heldAs(plan, 'suspension-unrecorded')).toMatchObject({
        key: anKey,
        args: { since: '2026-07-07' },
      });
    }
  });

  it('recorded in the file gives no change', () => {
    const story = suspendedByJob();
    const plan = story.plan(files(`${an}, ${byJob('2026-07-07')}`, binh), '2026-07-08');
    expect(changesOf(plan)).toEqual([]);
    expect(heldOf(plan)).toEqual([`notice-missing ${anKey}`]);
  });

  it('after an earlier one was lifted is told as not recorded, and recorded gives no change', () => {
    const story = issuedOn('2025-01-06', an, binh);
    const lifted = `${an}, ${violation('2025-02-03')}, ${restoration('2025-02-10')}`;
    story.run(files(`${an}, ${violation('2025-02-03')}`, binh), '2025-02-03');
    story.run(files(lifted, binh), '2025-02-11');
    story.server.login('person:LC-000002', '20250810000000Z');
    expect(changesOf(story.plan(files(lifted, binh), '2025-08-11'))).toEqual([]);
    story.run(files(lifted, binh), '2025-08-12');
    expect(story.account(anKey)).toMatchObject({
      state: 'suspended',
      reason: 'inactivity',
      since: '2025-08-12',
    });
    expect(heldOf(story.plan(files(lifted, binh), '2025-08-12'))).toEqual([`suspension-unrecorded ${anKey}`]);
    const recorded = files(`${an}, ${byJob('2025-08-12')}`, binh);
    expect(changesOf(story.plan(recorded, '2025-08-13'))).toEqual([]);
  });

  it('is no reason to let go a suspension somebody declared with a document', () => {
    const story = issuedOn('2026-01-05');
    const record = files(`${an}, suspension: {reason: inactivity, document: 31/QĐ, date: 2026-03-02}`);
    story.run(record, '2026-03-02');
    expect(heldOf(story.plan(files(an), '2026-03-03'))).toEqual([`restoration-needed ${anKey}`]);
  });

  it('asserts the last access it was planned on: a login in between stops it', () => {
    const story = issuedOn('2026-01-05');
    const plan = story.plan(files(an), '2026-07-07');
    story.server.login(anKey, '20260707010000Z');
    expect(() => story.server.perform(plan.changes[0]!)).toThrow('last access');
    expect(changesOf(story.plan(files(an), '2026-07-07'))).toEqual([]);
  });

  it('yields to a decision of the same account recorded later', () => {
    const story = suspendedByJob();
    const plan = story.run(files(`${an}, ${violation('2026-07-20')}`, binh), '2026-07-20');
    expect(plan.changes).toMatchObject([{ kind: 'update', key: anKey }]);
    expect(story.account(anKey)).toMatchObject({ reason: 'violation', since: '2026-07-20', locked: true });
  });
});

describe('a restoration (8.3)', () => {
  const lifted = (suspended: string, restored: string) =>
    files(`${an}, ${violation(suspended)}, ${restoration(restored)}`);

  it.each([
    ['two working days', '2026-03-03', '2026-03-05'],
    ['over Tết', '2026-02-13', '2026-02-24'],
    ['over a worked Saturday', '2026-08-20', '2026-08-22'],
    ['over the day off in the week', '2026-11-23', '2026-11-26'],
  ])('is due in %s', (_what, restored, due) => {
    const story = issuedOn('2026-01-05');
    story.server.login(anKey, `${restored.replaceAll('-', '')}010000Z`);
    story.run(files(`${an}, ${violation('2026-02-02')}`), '2026-02-02');
    const plan = story.run(lifted('2026-02-02', restored), restored);
    expect(plan.changes).toMatchObject([
      { kind: 'restore', why: { code: 'restoration-declared', clause: '8.3', document: '12/VP', due } },
    ]);
    expect(plan.changes[0]?.credential).toBeUndefined();
    expect(story.account(anKey)).toMatchObject({ state: 'active', restored, locked: false });
    expect(story.account(anKey).reason).toBeUndefined();
  });

  it('of the day of the suspension lifts it; one before it does not', () => {
    const story = issuedOn('2026-01-05');
    story.run(files(`${an}, ${violation('2026-03-02')}`), '2026-03-02');
    expect(changesOf(story.plan(lifted('2026-03-02', '2026-03-02'), '2026-03-02'))).toEqual([
      `restore ${anKey}`,
    ]);
    const before = story.plan(lifted('2026-03-02', '2026-03-01'), '2026-03-03');
    expect(changesOf(before)).toEqual([]);
    expect(heldAs(before, 'problem')).toMatchObject({ key: anKey, args: { problem: 'dates-order' } });
  });

  it.each([
    ['somebody at work', undefined, 'suspended'],
    ['who is suspended by it', { state: 'suspended', since: '2026-03-02' }, 'suspended'],
    ['who was suspended earlier, by another', { state: 'suspended', since: '2026-02-02' }, 'suspended'],
    ['whose mailbox has ended', { state: 'terminated', since: '2026-02-02' }, 'terminated'],
  ] as const)(
    'older than the suspension lifts it for nobody, whatever the rules say: %s',
    (_who, now, state) => {
      // The rules hold such an account. What they miss must not open a mailbox all the same.
      const account = { ...issuedOn('2026-01-05').account(anKey), ...now };
      const suspension = {
        reason: 'violation',
        clause: '12.5',
        document: '31/QĐ',
        date: '2026-03-02',
      } as const;
      const declaration = { suspension, restoration: { document: '12/VP', date: '2026-03-01' } };
      const older = decideState(declaration, undefined, account, '2026-03-03');
      expect(older.lifecycle).toMatchObject({ state, locked: true });
      const sameDay = { suspension, restoration: { document: '12/VP', date: '2026-03-02' } };
      expect(decideState(sameDay, undefined, account, '2026-03-03').lifecycle).toMatchObject({
        state: 'active',
        locked: false,
      });
    },
  );

  it('of a day to come waits', () => {
    const story = issuedOn('2026-01-05');
    story.run(files(`${an}, ${violation('2026-03-02')}`), '2026-03-02');
    expect(changesOf(story.plan(lifted('2026-03-02', '2026-03-09'), '2026-03-06'))).toEqual([]);
    expect(changesOf(story.plan(lifted('2026-03-02', '2026-03-09'), '2026-03-09'))).toEqual([
      `restore ${anKey}`,
    ]);
  });

  it('starts the six months again', () => {
    const story = issuedOn('2025-01-06');
    story.run(files(`${an}, ${violation('2025-02-03')}`), '2025-02-03');
    const record = lifted('2025-02-03', '2026-03-31');
    story.run(record, '2026-03-31');
    expect(changesOf(story.plan(record, '2026-09-30'))).toEqual([]);
    expect(changesOf(story.plan(record, '2026-10-01'))).toEqual([`suspend ${anKey}`]);
  });

  it('carried out long after its date starts them on the day it was', () => {
    const story = issuedOn('2025-01-06');
    story.run(files(`${an}, ${violation('2025-02-03')}`), '2025-02-03');
    const record = lifted('2025-02-03', '2025-03-03');
    story.run(record, '2026-03-31');
    expect(story.account(anKey)).toMatchObject({
      state: 'active',
      restored: '2025-03-03',
      since: '2026-03-31',
    });
    expect(changesOf(story.plan(record, '2026-09-30'))).toEqual([]);
    expect(changesOf(story.plan(record, '2026-10-01'))).toEqual([`suspend ${anKey}`]);
  });

  it('on record keeps the job from suspending on the day of it', () => {
    const story = issuedOn('2026-01-05');
    const record = files(`${an}, ${restoration('2026-07-07')}`);
    expect(changesOf(story.run(record, '2026-07-07'))).toEqual([`update ${anKey}`]);
    expect(story.account(anKey)).toMatchObject({ state: 'active', restored: '2026-07-07' });
    // What the entry remembers counts when the lines are gone.
    expect(changesOf(story.plan(files(an), '2026-11-23'))).toEqual([]);
  });

  it('does not lift a later suspension by the job', () => {
    const story = issuedOn('2025-01-06');
    story.run(files(`${an}, ${violation('2025-02-03')}`), '2025-02-03');
    const record = lifted('2025-02-03', '2025-02-10');
    story.run(record, '2025-02-10');
    story.run(record, '2025-08-12');
    expect(changesOf(story.plan(record, '2025-08-13'))).toEqual([]);
    const again = files(`${an}, ${byJob('2025-08-12')}, ${restoration('2025-08-18')}`);
    expect(changesOf(story.run(again, '2025-08-18'))).toEqual([`restore ${anKey}`]);
  });

  it('does not bring back what was deleted in the meantime, but issues anew (6.1)', () => {
    const story = issuedOn('2024-01-05');
    const noticed = violation('2024-03-04', ', notice: {document: 32/TB, date: 2024-03-04}');
    story.run(files(`${an}, ${noticed}`), '2024-03-04');
    const { uuid } = story.account(anKey);
    story.run(files(`${an}, ${noticed}`), '2025-03-05');
    expect(changesOf(story.plan(files(`${an}, ${noticed}`), '2025-06-02'))).toEqual([]);
    const plan = story.run(files(`${an}, ${noticed}, ${restoration('2025-06-02')}`), '2025-06-02');
    expect(plan.changes).toMatchObject([{ kind: 'create', key: anKey, credential: true }]);
    expect(story.account(anKey)).toMatchObject({ state: 'active', issued: '2025-06-02' });
    expect(story.account(anKey).uuid).not.toBe(uuid);
  });
});

describe('what a hand did to an entry', () => {
  it.each([
    ['suspended', violation('2026-03-02')],
    ['terminated', 'termination: {reason: retirement, document: 77/QĐ, decided: 2026-03-02}'],
  ])('an unlocked %s account is locked again', (state, record) => {
    const story = issuedOn('2026-01-05');
    const recorded = files(`${an}, ${record}`);
    story.run(recorded, '2026-03-02');
    story.server.tamper(anKey, { locked: false });
    const plan = story.run(recorded, '2026-03-03');
    expect(plan.changes).toMatchObject([{ kind: 'update', fields: ['lockedOn', 'locked'] }]);
    // It was open in between: its terms run from the new lock.
    expect(story.account(anKey)).toMatchObject({
      state,
      locked: true,
      since: '2026-03-02',
      lockedOn: '2026-03-03',
    });
  });

  it('an account that ended and that no file speaks of is locked again too', () => {
    const story = issuedOn('2026-03-02', an, binh);
    story.run(files(binh), '2026-03-03');
    story.run(files(binh), '2026-03-05');
    expect(story.account(anKey)).toMatchObject({ state: 'terminated', since: '2026-03-05' });
    story.server.tamper(anKey, { locked: '20990101000000Z' });
    expect(changesOf(story.run(files(binh), '2026-03-06'))).toEqual([`update ${anKey}`]);
    expect(story.account(anKey)).toMatchObject({ locked: true, since: '2026-03-05', reason: 'removed' });
  });

  it('a mailbox that was left is ended again', () => {
    const story = issuedOn('2026-03-02', an, binh);
    const moved = { ...files(binh), soky: organizationText('soky', [an], 'mailbox: none\n') };
    story.run(moved, '2026-03-03');
    story.server.tamper(`${anKey}/1`, { state: 'active', locked: false });
    expect(changesOf(story.run(moved, '2026-03-04'))).toEqual([`terminate ${anKey}/1`]);
    expect(story.account(`${anKey}/1`)).toMatchObject({
      state: 'terminated',
      locked: true,
      since: '2026-03-04',
    });
  });

  it('a day of the end that is none begins anew: nothing is kept for ever', () => {
    const story = issuedOn('2026-03-02', an, binh);
    story.run(files(binh), '2026-03-03');
    story.run(files(binh), '2026-03-05');
    story.server.tamper(anKey, { since: 'hôm qua' });
    expect(changesOf(story.run(files(binh), '2026-03-06'))).toEqual([`update ${anKey}`]);
    expect(story.account(anKey).since).toBe('2026-03-06');
  });
});
