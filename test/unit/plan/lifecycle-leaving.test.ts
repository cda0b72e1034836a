/** Leaving and moving (8.2): by record, by removal, to another file; in every order of merging nobody is lost. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/model/time/date.ts';
import { changesOf, heldAs, heldOf, makeStory, type Story } from '../../support/lifecycle-story.ts';
import { an, anKey, binh, dung, two } from '../../support/two-houses.ts';
import { type Files, grantText, organizationText } from '../../support/world.ts';

const chi = 'id: LC-000003, name: Lò Văn Chi';
const text = (id: string, ...people: string[]) => organizationText(id, people, 'mailbox: none\n');
const files = (...people: string[]) => ({ sokx: text('sokx', ...people) });
const unreadable = 'id: [';

function begun(organizations: Files, day = '2026-03-02'): Story {
  const story = makeStory();
  story.run(organizations, day);
  return story;
}

const live = (story: Story, id = 'LC-000001') =>
  story.server
    .accounts()
    .filter(({ key, state }) => key.startsWith(`person:${id}`) && state !== 'terminated');

describe('a termination on record (8.2)', () => {
  it.each(['retirement', 'resignation', 'transfer'])('for %s ends the mailbox on its day', (reason) => {
    const story = begun(files(an, binh));
    const record = files(
      `${an}, termination: {reason: ${reason}, document: 77/QĐ, decided: 2026-04-29}`,
      binh,
    );
    expect(changesOf(story.plan(record, '2026-04-28'))).toEqual([]);
    story.run(record, '2026-04-29');
    expect(story.account(anKey)).toMatchObject({
      state: 'terminated',
      reason,
      since: '2026-04-29',
      basis: '77/QĐ; 2026-04-29',
      locked: true,
      addresses: ['annv.sokx@laichau.gov.vn'],
    });
  });

  it('ends a suspended mailbox too', () => {
    const story = begun(files(an, binh));
    const suspension = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-09}';
    story.run(files(`${an}, ${suspension}`, binh), '2026-03-09');
    const record = files(
      `${an}, ${suspension}, termination: {reason: resignation, document: 77/QĐ, decided: 2026-03-16}`,
      binh,
    );
    expect(changesOf(story.run(record, '2026-03-16'))).toEqual([`terminate ${anKey}`]);
  });

  it('withdrawn wakes nothing; a request gives the mailbox back, and the six months begin that day', () => {
    const story = begun(files(an, binh), '2025-01-06');
    const record = files(
      `${an}, termination: {reason: resignation, document: 77/QĐ, decided: 2025-02-03}`,
      binh,
    );
    story.run(record, '2025-02-03');
    story.server.login('person:LC-000002', '20251215000000Z');
    const withdrawn = story.plan(files(an, binh), '2025-12-15');
    expect(changesOf(withdrawn)).toEqual([]);
    expect(heldAs(withdrawn, 'restoration-needed')).toMatchObject({ args: { state: 'terminated' } });
    const back = `${an}, restoration: {document: 5/VP, date: 2025-12-15}`;
    expect(story.run(files(back, binh), '2025-12-15').changes).toMatchObject([
      {
        kind: 'restore',
        credential: true,
        why: { code: 'restoration-declared' },
        account: { state: 'active', since: '2025-12-15' },
      },
    ]);
    story.server.login('person:LC-000002', '20260614000000Z');
    expect(changesOf(story.plan(files(back, binh), '2026-06-15'))).toEqual([]);
    expect(changesOf(story.plan(files(back, binh), '2026-06-16'))).toEqual([`suspend ${anKey}`]);
  });
});

describe('a person removed from the file', () => {
  it.each([
    ['in an ordinary week', '2026-03-02', '2026-03-04'],
    ['over a weekend', '2026-03-05', '2026-03-09'],
    ['over Tết', '2026-02-12', '2026-02-23'],
    ['over a worked Saturday', '2026-08-20', '2026-08-22'],
    ['over a swapped Monday', '2026-08-28', '2026-09-04'],
    ['on a Saturday', '2026-03-07', '2026-03-10'],
  ])('ends two working days later: %s', (_what, seen, due) => {
    const story = begun(files(an, binh), addDays(seen, -30));
    expect(story.run(files(binh), seen).changes).toMatchObject([
      { kind: 'update', key: anKey, fields: ['missing'], why: { code: 'missing', due } },
    ]);
    const before = story.plan(files(binh), addDays(due, -1));
    expect(changesOf(before)).toEqual([]);
    expect(heldAs(before, 'removal-waits').args).toEqual({ since: seen, due });
    expect(story.run(files(binh), due).changes).toMatchObject([
      { kind: 'terminate', key: anKey, why: { code: 'removed', due }, account: { since: due } },
    ]);
  });

  it('is not ended where the days off of that year are not known', () => {
    const story = begun(files(an, binh), '2026-12-29');
    story.server.login(anKey, '20261229010000Z');
    expect(changesOf(story.run(files(binh), '2026-12-31'))).toEqual([`update ${anKey}`]);
    const plan = story.plan(files(binh), '2027-01-11');
    expect(changesOf(plan)).toEqual([]);
    expect(heldAs(plan, 'calendar-missing')).toMatchObject({ key: anKey, args: { year: 2027 } });
  });

  it('and put back in time loses nothing but the mark', () => {
    const story = begun(files(an, binh));
    const before = story.account(anKey);
    story.run(files(binh), '2026-03-03');
    expect(changesOf(story.run(files(an, binh), '2026-03-05'))).toEqual([`update ${anKey}`]);
    expect(story.account(anKey)).toEqual(before);
  });

  it('put back and removed again waits its two days again', () => {
    const story = begun(files(an, binh));
    story.run(files(binh), '2026-03-03');
    story.run(files(an, binh), '2026-03-04');
    story.run(files(binh), '2026-03-09');
    expect(changesOf(story.plan(files(binh), '2026-03-10'))).toEqual([]);
    expect(changesOf(story.plan(files(binh), '2026-03-11'))).toEqual([`terminate ${anKey}`]);
  });

  it('put back on request after the end has the same mailbox; after the deletion a new one with the old address', () => {
    const story = begun(files(an, binh), '2024-03-04');
    const { uuid } = story.account(anKey);
    story.run(files(binh), '2024-03-05');
    story.run(files(binh), '2024-03-07');
    story.server.login('person:LC-000002', '20250301000000Z');
    const back = `${an}, restoration: {document: 5/VP, date: 2025-03-03}`;
    expect(changesOf(story.run(files(back, binh), '2025-03-03'))).toEqual([`restore ${anKey}`]);
    expect(story.account(anKey).uuid).toBe(uuid);
    story.run(files(binh), '2025-03-04');
    story.run(files(binh), '2025-03-06');
    story.server.login('person:LC-000002', '20260301000000Z');
    expect(changesOf(story.run(files(binh), '2026-03-09'))).toEqual([`delete ${anKey}`]);
    expect(changesOf(story.run(files(an, binh), '2026-03-10'))).toEqual([`create ${anKey}`]);
    expect(story.account(anKey)).toMatchObject({ address: 'annv.sokx@laichau.gov.vn' });
    expect(story.account(anKey).uuid).not.toBe(uuid);
  });

  it('suspended, ends like everybody else', () => {
    const story = begun(files(an, binh));
    const record = `${an}, suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-03, notice: {document: 1/TB, date: 2026-03-03}}`;
    story.run(files(record, binh), '2026-03-03');
    story.run(files(binh), '2026-03-04');
    expect(story.account(anKey)).toMatchObject({ state: 'suspended', locked: true, missing: '2026-03-04' });
    story.run(files(binh), '2026-03-06');
    expect(story.account(anKey)).toMatchObject({ state: 'terminated', reason: 'removed', locked: true });
    expect(story.account(anKey).notice).toBeUndefined();
    expect(story.account(anKey).basis).toBeUndefined();
  });

  it('one after the other, a file of two people ends both', () => {
    const story = begun(files(an, binh));
    story.run(files(binh), '2026-03-03');
    const plan = story.run(files(), '2026-03-04');
    expect(changesOf(plan)).toEqual(['update person:LC-000002']);
    expect(heldOf(plan)).toEqual([`removal-waits ${anKey}`]);
    expect(changesOf(story.run(files(), '2026-03-05'))).toEqual([`terminate ${anKey}`]);
    expect(changesOf(story.run(files(), '2026-03-06'))).toEqual(['terminate person:LC-000002']);
  });

  it('both at once, a file of two people ends nobody', () => {
    const story = begun(files(an, binh));
    const plan = story.run(files(), '2026-03-03');
    expect(changesOf(plan)).toEqual([]);
    expect(new Set(plan.held.map(({ code }) => code))).toEqual(new Set(['organization-emptied']));
  });

  it('with everybody else moved elsewhere in the same merge is a removal, in one run', () => {
    const story = begun(two([an, binh, chi], [dung]));
    const plan = story.run(two([], [dung, binh, chi]), '2026-03-03');
    expect(changesOf(plan).filter((change) => change.startsWith('update'))).toEqual([`update ${anKey}`]);
  });

  it('stays where the file cannot be read, and the count goes on from the day it was first missed', () => {
    const story = begun(files(an, binh));
    story.run(files(binh), '2026-03-03');
    const plan = story.plan({ sokx: unreadable }, '2026-03-05');
    expect(changesOf(plan)).toEqual([]);
    expect(heldOf(plan)).toContain(`organization-unreadable ${anKey}`);
    expect(changesOf(story.plan(files(binh), '2026-03-05'))).toEqual([`terminate ${anKey}`]);
    expect(changesOf(story.plan(files(an, binh), '2026-03-05'))).toEqual([`update ${anKey}`]);
  });

  it('stays while another file, that may have the person, cannot be read', () => {
    const story = begun(two([an, binh], [dung]));
    story.run({ ...two([binh], [dung]), soky: unreadable }, '2026-03-03');
    const waiting = story.plan({ ...two([binh], [dung]), soky: unreadable }, '2026-03-20');
    expect(changesOf(waiting)).toEqual([]);
    expect(heldOf(waiting)).toContain(`organization-unreadable ${anKey}`);
    expect(changesOf(story.plan(two([binh], [dung, an]), '2026-03-20'))).toEqual([
      `transfer ${anKey}`,
      `create ${anKey}`,
    ]);
    expect(changesOf(story.plan(two([binh], [dung]), '2026-03-20'))).toEqual([`terminate ${anKey}`]);
  });

  it('is not ended by a record of before, in a third file, while the one that has the person now cannot be read', () => {
    const old = `${an}, termination: {reason: retirement, document: 1/QĐ, decided: 2026-03-02}`;
    const three = (x: readonly string[], y: readonly string[], z: string) => ({ ...two(x, y), sokz: z });
    const before = three([binh, an], [dung, old], organizationText('sokz', [], 'mailbox: none\n'));
    const story = begun(before);
    const plan = story.plan(three([binh], [dung, old], unreadable), '2026-03-03');
    expect(changesOf(plan)).toEqual([]);
    expect(heldOf(plan)).toContain(`organization-unreadable ${anKey}`);
    const moved = organizationText('sokz', [an], 'mailbox: none\n');
    expect(changesOf(story.plan(three([binh], [dung, old], moved), '2026-03-03'))).toEqual([
      `transfer ${anKey}`,
      `create ${anKey}`,
    ]);
  });

  it.each([
    ['with an id', 'id: LC-000001, nmae: Nguyễn Văn An'],
    ['without one', 'idd: LC-000001, name: Nguyễn Văn An'],
  ])('stays while a line %s, that may be the person’s, is wrong in another file', (_what, line) => {
    const story = begun(two([an, binh], [dung]));
    story.run(two([binh], [dung, line]), '2026-03-03');
    const plan = story.plan(two([binh], [dung, line]), '2026-03-20');
    expect(changesOf(plan)).toEqual([]);
    expect(heldOf(plan)).toContain(`organization-unreadable ${anKey}`);
  });

  it('ended long ago, is not deleted while the lines that bring the person back are wrong', () => {
    const story = begun(files(an, binh), '2024-03-04');
    story.run(files(binh), '2024-03-05');
    story.run(files(binh), '2024-03-07');
    story.server.login('person:LC-000002', '20250301000000Z');
    const wrong = files('id: LC-000001, nmae: Nguyễn Văn An', binh);
    expect(changesOf(story.plan(wrong, '2025-03-31'))).toEqual([]);
    expect(heldOf(story.plan(wrong, '2025-03-31'))).toContain(`organization-unreadable ${anKey}`);
    expect(changesOf(story.plan(files(binh), '2025-03-31'))).toEqual([`delete ${anKey}`]);
  });
});

describe('a transfer (8.2, 6.1)', () => {
  const moved = two([binh], [dung, an]);
  const before = two([an, binh], [dung]);

  it('keeps the old mailbox as a former one of the same entry and issues another', () => {
    const story = begun(before);
    const { uuid } = story.account(anKey);
    const plan = story.run(moved, '2026-03-03');
    expect(plan.changes).toMatchObject([
      { kind: 'transfer', why: { code: 'moved', clause: '8.2' } },
      { kind: 'create', number: 2, credential: true, why: { code: 'moved', clause: '6.1' } },
    ]);
    expect(story.account(`${anKey}/1`)).toMatchObject({
      uuid,
      state: 'terminated',
      reason: 'transfer',
      since: '2026-03-03',
      organization: 'sokx',
      address: 'annv.sokx@laichau.gov.vn',
    });
    expect(story.account(anKey)).toMatchObject({
      state: 'active',
      issued: '2026-03-03',
      address: 'annv.soky@laichau.gov.vn',
    });
  });

  it('with the termination recorded in the file that is left rests on its document', () => {
    const story = begun(before);
    const leaving = `${an}, termination: {reason: transfer, document: 7/QĐ-SNV, decided: 2026-03-10}`;
    const both = two([leaving, binh], [dung, an]);
    expect(changesOf(story.plan(both, '2026-03-09'))).toEqual([]);
    const plan = story.run(both, '2026-03-10');
    expect(plan.changes).toMatchObject([
      { kind: 'transfer', why: { document: '7/QĐ-SNV' } },
      { kind: 'create', key: anKey },
    ]);
    expect(plan.changes[1]?.why.document).toBeUndefined();
    expect(story.account(`${anKey}/1`)).toMatchObject({ reason: 'transfer', basis: '7/QĐ-SNV; 2026-03-10' });
    // Taking the old lines out later changes nothing.
    expect(changesOf(story.plan(moved, '2026-03-20'))).toEqual([]);
  });

  it('half merged is told and changes nothing, whichever half came first', () => {
    const story = begun(before);
    const twice = story.plan(two([an, binh], [dung, an]), '2026-03-03');
    expect(changesOf(twice)).toEqual([]);
    // The newcomer's record alone: the one at work goes on.
    expect(heldOf(twice)).toEqual([`problem ${anKey}`]);
    story.run(two([binh], [dung]), '2026-03-03');
    expect(live(story)).toMatchObject([{ missing: '2026-03-03', locked: false }]);
    story.run(moved, '2026-03-04');
    expect(live(story)).toMatchObject([{ address: 'annv.soky@laichau.gov.vn' }]);
    expect(story.account(`${anKey}/1`).missing).toBeUndefined();
  });

  it('after the removal took effect still issues the new mailbox, and the old one keeps its end', () => {
    const story = begun(before);
    story.run(two([binh], [dung]), '2026-03-03');
    story.run(two([binh], [dung]), '2026-03-05');
    expect(changesOf(story.run(moved, '2026-03-16'))).toEqual([`transfer ${anKey}`, `create ${anKey}`]);
    expect(story.account(`${anKey}/1`)).toMatchObject({ since: '2026-03-05', reason: 'removed' });
    expect(live(story)).toHaveLength(1);
  });

  it('waits while the file that is left cannot be read: it may say that the person stays', () => {
    const story = begun(before);
    const plan = story.plan({ ...moved, sokx: unreadable }, '2026-03-03');
    expect(changesOf(plan)).toEqual([]);
    expect(heldOf(plan)).toContain(`organization-unreadable ${anKey}`);
    const wrong = two(['id: LC-000001, nmae: Nguyễn Văn An', binh], [dung, an]);
    expect(changesOf(story.plan(wrong, '2026-03-03'))).toEqual([]);
    expect(changesOf(story.plan(moved, '2026-03-04'))).toEqual([`transfer ${anKey}`, `create ${anKey}`]);
  });

  it('that keeps the address waits for that file as well, and for its word', () => {
    const unit = (id: string, ...people: string[]) =>
      organizationText(id, people, 'mailbox: none\npersonSuffix: chung\n')
        .replace('kind: provincial', 'kind: provincial-unit')
        .replace('parent: ubnd', 'parent: chung');
    const chung = text('chung');
    const story = begun({ chung, sokx: unit('sokx', an, binh), soky: unit('soky', dung) });
    const ended = `${an}, termination: {reason: retirement, document: 7/QĐ, decided: 2026-03-03}`;
    const plan = story.plan({ chung, sokx: unreadable, soky: unit('soky', dung, ended) }, '2026-03-03');
    expect(changesOf(plan)).toEqual([]);
    expect(heldOf(plan)).toContain(`organization-unreadable ${anKey}`);
    // Equal addresses are no reason to travel: the old unit lets go, or the mailbox stays where it is.
    const taken = story.plan({ chung, sokx: unit('sokx', binh), soky: unit('soky', dung, an) }, '2026-03-03');
    expect(changesOf(taken)).toEqual([]);
    expect(heldAs(taken, 'release-needed')).toMatchObject({ key: anKey, args: { from: 'sokx' } });
    const release = (to: string) =>
      `${an}, termination: {reason: transfer, document: 7/QĐ, decided: 2026-03-03${to}}`;
    const moved = (to: string, more = '') => ({
      chung,
      sokx: unit('sokx', release(to), binh),
      soky: unit('soky', dung, `${an}${more}`),
    });
    expect(heldAs(story.plan(moved(', to: chung'), '2026-03-03'), 'release-needed')).toMatchObject({
      args: { from: 'sokx', to: 'chung' },
    });
    const reset = ', passwordReset: {document: 3/CV, date: 2026-03-03}';
    const refused = story.plan(moved('', reset), '2026-03-03');
    expect(refused.changes).toMatchObject([{ kind: 'update', key: anKey }]);
    expect(refused.changes[0]?.credential).toBeUndefined();
    expect(heldAs(refused, 'reset-refused')).toMatchObject({ args: { because: 'moved' } });
    const done = story.run(moved(', to: soky'), '2026-03-03');
    expect(done.changes).toMatchObject([{ kind: 'update', key: anKey, why: { code: 'moved' } }]);
    expect(story.account(anKey)).toMatchObject({
      organization: 'soky',
      address: 'annv.chung@laichau.gov.vn',
    });
  });

  it('of somebody who ended long ago deletes what is left of it in the same run', () => {
    const story = begun(before, '2024-03-04');
    story.run(two([binh], [dung]), '2024-03-05');
    story.run(two([binh], [dung]), '2024-03-07');
    for (const id of ['LC-000002', 'LC-000004']) story.server.login(`person:${id}`, '20250301000000Z');
    expect(changesOf(story.run(moved, '2025-03-10'))).toEqual([`delete ${anKey}`, `create ${anKey}`]);
    expect(live(story)).toMatchObject([{ address: 'annv.soky@laichau.gov.vn' }]);
  });

  it('of a suspended person waits for a restoration, and goes on with one', () => {
    const suspension = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-03}';
    const story = begun(before);
    story.run(two([`${an}, ${suspension}`, binh], [dung]), '2026-03-03');
    for (const lines of [an, `${an}, ${suspension}`]) {
      const plan = story.plan(two([binh], [dung, lines]), '2026-03-04');
      expect(changesOf(plan)).toEqual([]);
      expect(heldOf(plan)).toContain(`restoration-needed ${anKey}`);
    }
    const restored = `${an}, ${suspension}, restoration: {document: 12/VP, date: 2026-03-09}`;
    const plan = story.run(two([binh], [dung, restored]), '2026-03-09');
    expect(changesOf(plan)).toEqual([`transfer ${anKey}`, `create ${anKey}`]);
    expect(story.account(`${anKey}/1`)).toMatchObject({
      state: 'terminated',
      reason: 'transfer',
      locked: true,
    });
    expect(story.account(`${anKey}/1`).basis).toBeUndefined();
    expect(live(story)).toMatchObject([{ state: 'active', address: 'annv.soky@laichau.gov.vn' }]);
  });

  it('of somebody suspended does not stop the twelve months from the notice', () => {
    const record = `${an}, suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2025-03-03, notice: {document: 32/TB, date: 2025-03-03}}`;
    const story = begun(before, '2025-03-03');
    story.run(two([record, binh], [dung]), '2025-03-03');
    for (const id of ['LC-000002', 'LC-000004']) story.server.login(`person:${id}`, '20260301000000Z');
    expect(changesOf(story.plan(two([binh], [dung, record]), '2026-03-03'))).toEqual([]);
    expect(changesOf(story.run(two([binh], [dung, record]), '2026-03-04'))).toEqual([`delete ${anKey}`]);
  });

  it('and leaving from there is the last end that counts, though both files record one', () => {
    const story = begun(before);
    const first = `${an}, termination: {reason: transfer, document: 7/QĐ, decided: 2026-03-03}`;
    story.run(two([first, binh], [dung, an]), '2026-03-03');
    const second = `${an}, termination: {reason: retirement, document: 8/QĐ, decided: 2026-04-01}`;
    expect(changesOf(story.run(two([first, binh], [dung, second]), '2026-04-01'))).toEqual([
      `terminate ${anKey}`,
    ]);
    expect(story.account(anKey)).toMatchObject({ reason: 'retirement', basis: '8/QĐ; 2026-04-01' });
    expect(live(story)).toEqual([]);
  });

  it('and back wakes the mailbox that was left, with a new password', () => {
    const story = begun(before);
    story.run(moved, '2026-03-03');
    const plan = story.run(before, '2026-04-01');
    expect(plan.changes).toMatchObject([
      { id: `transfer ${anKey}`, kind: 'transfer' },
      { id: `restore ${anKey}`, kind: 'restore', credential: true, why: { code: 'returned' } },
    ]);
    expect(plan.held).toEqual([]);
    expect(live(story).map(({ key }) => key)).toEqual([anKey]);
    expect(story.account(anKey)).toMatchObject({ address: 'annv.sokx@laichau.gov.vn', locked: false });
    expect(story.server.accounts().filter(({ key }) => key.startsWith(anKey))).toHaveLength(2);
    expect(changesOf(story.plan(before, '2026-04-02'))).toEqual([]);
  });

  it('and back under another address gets that mailbox too', () => {
    const story = begun(before);
    story.run(moved, '2026-03-03');
    const decided = `${an}, address: annguyen.sokx@laichau.gov.vn, addressDecision: {document: 1/TB, date: 2026-04-01}`;
    expect(changesOf(story.run(two([decided, binh], [dung]), '2026-04-01'))).toEqual([
      `transfer ${anKey}`,
      `restore ${anKey}`,
    ]);
    expect(story.server.accounts().filter(({ key }) => key.startsWith(anKey))).toHaveLength(2);
  });

  it('once more after the first mailbox was deleted finds an entry of its own', () => {
    const third = (x: readonly string[], y: readonly string[], z: readonly string[]): Files => ({
      ...two(x, y),
      sokz: text('sokz', ...z),
    });
    const story = begun(third([an, binh], [dung], [chi]), '2024-03-04');
    story.run(third([binh], [dung, an], [chi]), '2024-03-05');
    for (const id of ['LC-000001', 'LC-000002', 'LC-000003', 'LC-000004']) {
      story.server.login(`person:${id}`, '20250228000000Z');
    }
    expect(changesOf(story.run(third([binh], [dung, an], [chi]), '2025-03-06'))).toEqual([
      `delete ${anKey}/1`,
    ]);
    expect(changesOf(story.run(third([binh], [dung], [chi, an]), '2025-03-07'))).toEqual([
      `transfer ${anKey}`,
      `create ${anKey}`,
    ]);
    expect(story.account(`${anKey}/2`).address).toBe('annv.soky@laichau.gov.vn');
    expect(story.account(anKey).dn).toMatch(/^uid=LC-000001-3,/);
  });
});

describe('a deletion that comes late', () => {
  it('never hits the new holder of the address', () => {
    const twin = 'id: LC-000009, name: Ngô Văn An';
    const record = `${an}, termination: {reason: retirement, document: 7/QĐ, decided: 2024-03-05}`;
    const story = begun(files(an, binh), '2024-03-04');
    story.run(files(record, binh), '2024-03-05');
    story.server.login('person:LC-000002', '20250301000000Z');
    const late = story.plan(files(record, binh), '2025-03-06');
    expect(changesOf(late)).toEqual([`delete ${anKey}`]);
    story.run(files(record, binh), '2025-03-06');
    const grants = grantText('annv.sokx@laichau.gov.vn', 'person:LC-000009');
    story.run(files(twin, binh), '2025-03-07', { grants });
    const holder = story.account('person:LC-000009');
    // The plan of the day before is carried out once more.
    for (const change of late.changes) expect(story.server.perform(change)).toBe('already');
    expect(story.account('person:LC-000009')).toEqual(holder);
  });

  it('finds the entry no longer the same where somebody restored it by hand', () => {
    const record = `${an}, termination: {reason: retirement, document: 7/QĐ, decided: 2024-03-05}`;
    const story = begun(files(an, binh), '2024-03-04');
    story.run(files(record, binh), '2024-03-05');
    const late = story.plan(files(record, binh), '2025-03-06');
    story.server.tamper(anKey, { state: 'active', locked: false });
    expect(() => story.server.perform(late.changes[0]!)).toThrow('assertionFailed');
  });
});
