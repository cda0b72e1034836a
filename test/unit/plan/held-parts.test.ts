/** A held change holds only what it is about: whatever else its record says goes on, and an approval stays what it was. */
import { describe, expect, it } from 'vitest';
import { changesOf, heldAs, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText, policyText, unmarkedAt } from '../../support/world.ts';

const idOf = (index: number) => `LC-0001${10 + index}`;
const keyOf = (index: number) => `person:${idOf(index)}`;
const line = (index: number, more = '') =>
  `id: ${idOf(index)}, name: Lò Văn Ba, address: balv${index}.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2024-01-01}${more}`;
const everybody = (more = '', of: (index: number) => boolean = () => true) =>
  Array.from({ length: 12 }, (_, index) => line(index, of(index) ? more : ''));
const files = (people: readonly string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });
const breach = ', suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-03}';
const phone = ', phone: "0213-3876-000"';

function begun(more = '') {
  const story = makeStory();
  story.run(files(everybody(more)), '2026-03-02');
  return story;
}

describe('a suspension that the guard holds', () => {
  it('holds no telephone, and the approval that was shown before still lets it pass', () => {
    const story = begun();
    const wanted = files(everybody(`${phone}${breach}`));
    const shown = story.run(wanted, '2026-03-03');
    expect(shown.changes).toHaveLength(12);
    expect(shown.changes[0]).toMatchObject({ kind: 'update', fields: ['phone'], why: { code: 'differs' } });
    expect(shown.held[0]).toMatchObject({
      code: 'guard',
      kind: 'suspend',
      args: { class: 'suspend', count: 12 },
    });
    expect(story.account(keyOf(3))).toMatchObject({ phone: '0213-3876-000', state: 'active', locked: false });
    const passed = story.run(wanted, '2026-03-04', { approved: shown.approval ?? '' });
    expect(passed.approved).toBe(shown.approval);
    expect(story.account(keyOf(3))).toMatchObject({ state: 'suspended', locked: true });
  });

  it('holds no new address, which is told with its own reason', () => {
    const story = begun();
    const wanted = files(everybody(breach).with(2, line(2, breach).replace('balv2', 'balv99')));
    const { changes } = story.run(wanted, '2026-03-03');
    expect(changes).toMatchObject([{ kind: 'rename', key: keyOf(2), why: { code: 'address-decided' } }]);
    expect(story.account(keyOf(2))).toMatchObject({ address: 'balv99.sokx@laichau.gov.vn', state: 'active' });
  });

  it('is approved by another digest where it would lock another, or lock otherwise', () => {
    const story = begun();
    const [one, other, fewer] = [breach, breach.replace('31/QĐ', '32/QĐ'), breach].map(
      (text, at) => story.plan(files(everybody(text, (index) => at < 2 || index > 0)), '2026-03-03').approval,
    );
    expect(new Set([one, other, fewer]).size).toBe(3);
  });
});

describe('a new address that is held', () => {
  it('because it is another’s holds no title', () => {
    const story = begun();
    const wanted = files(everybody().with(0, line(0, ', title: Chuyên viên').replace('balv0', 'balv99')));
    const unmarked = [unmarkedAt('cn=x', ['balv99.sokx@laichau.gov.vn'])];
    const plan = story.plan(wanted, '2026-03-03', { unmarked });
    expect(changesOf(plan)).toEqual([`update ${keyOf(0)}`]);
    expect(plan.changes[0]).toMatchObject({ fields: ['title'], why: { code: 'differs' } });
    expect(heldAs(plan, 'address-held')).toMatchObject({ kind: 'rename', args: { holder: 'cn=x' } });
  });

  it('by the guard holds no title, and counts a suspension that renames as well', () => {
    const story = begun();
    const renamed = everybody(', title: Chuyên viên').map((one) => one.replace('balv', 'balv5'));
    const suspended = renamed.map((one, index) => (index < 2 ? `${one}${breach}` : one));
    const plan = story.run(files(suspended), '2026-03-03');
    const kinds = Map.groupBy(plan.changes, ({ kind }) => kind);
    expect([kinds.get('suspend')?.length, kinds.get('update')?.length]).toEqual([2, 10]);
    expect(heldAs({ ...plan, held: plan.held.slice(0, 1) }, 'guard').args).toMatchObject({
      class: 'rename',
      count: 12,
    });
    expect(new Set(plan.held.map(({ kind }) => kind))).toEqual(new Set(['rename']));
    expect(story.account(keyOf(0))).toMatchObject({
      state: 'suspended',
      address: 'balv0.sokx@laichau.gov.vn',
    });
    expect(story.account(keyOf(5))).toMatchObject({ title: 'Chuyên viên' });
  });

  it('because the two would change places holds no title', () => {
    const story = begun();
    const swapped = everybody(', title: Chuyên viên')
      .with(0, line(0, ', title: Chuyên viên').replace('balv0', 'balv1'))
      .with(1, line(1, ', title: Chuyên viên').replace('balv1', 'balv0'));
    const plan = story.plan(files(swapped), '2026-03-03');
    expect(plan.changes.filter(({ kind }) => kind === 'update')).toHaveLength(12);
  });
});

it('a protected mailbox keeps its lock away, and gets its title', () => {
  const policy = policyText.replace('protected: []', `protected: ["${keyOf(4)}"]`);
  const story = begun();
  const wanted = files(everybody().with(4, line(4, `, title: Chuyên viên${breach}`)));
  const plan = story.plan(wanted, '2026-03-03', { policy });
  expect(plan.changes).toMatchObject([{ kind: 'update', key: keyOf(4), fields: ['title'] }]);
  expect(heldAs(plan, 'protected')).toMatchObject({ kind: 'suspend' });
});

it('a protected mailbox that had ended comes back: that locks nobody', () => {
  const policy = policyText.replace('protected: []', `protected: ["${keyOf(4)}"]`);
  const story = begun();
  const ended = ', termination: {reason: resignation, document: 2/QĐ, decided: 2026-03-03}';
  story.run(files(everybody().with(4, line(4, ended))), '2026-03-03');
  const back = files(everybody().with(4, line(4, ', restoration: {document: 3/CV, date: 2026-03-04}')));
  expect(changesOf(story.plan(back, '2026-03-04', { policy }))).toEqual([`restore ${keyOf(4)}`]);
});

it('a read in doubt keeps locks and addresses waiting, and no telephone', () => {
  const story = begun();
  const wanted = files(everybody(phone).with(4, line(4, `${phone}${breach}`).replace('balv4', 'balv99')));
  const plan = story.plan(wanted, '2026-03-03', { doubt: { seen: 12, expected: 20 } });
  expect(plan.changes.every((change) => 'fields' in change && `${change.fields}` === 'phone')).toBe(true);
  expect(plan.changes).toHaveLength(12);
  expect(plan.held.map(({ code, kind }) => `${code} ${kind}`)).toContain('read-doubtful suspend');
});

describe('values that a merge leaves out', () => {
  const filled = `${phone}, title: Chuyên viên`;
  it('are held above the limits, and nothing else of the records is', () => {
    const story = begun(filled);
    const wanted = files(everybody(', title: Trưởng phòng'));
    const plan = story.run(wanted, '2026-03-03');
    expect(plan.changes).toHaveLength(12);
    expect(plan.changes[0]).toMatchObject({ kind: 'update', fields: ['title'] });
    expect(plan.held).toHaveLength(12);
    expect(plan.held[0]).toMatchObject({
      code: 'guard',
      kind: 'update',
      args: { class: 'empty', count: 12, of: 12, shareLimit: 5, countLimit: 5 },
    });
    expect(story.account(keyOf(7))).toMatchObject({ title: 'Trưởng phòng', phone: '0213-3876-000' });
    story.run(wanted, '2026-03-03', { approved: plan.approval ?? '' });
    expect(story.account(keyOf(7))).not.toHaveProperty('phone');
  });

  it('are counted as accounts in each organization too', () => {
    const story = begun(filled);
    const of = (count: number) =>
      files(
        everybody('', (index) => index < count).map((one, index) =>
          index < count ? one : `${one}${filled}`,
        ),
      );
    expect(story.plan(of(3), '2026-03-03').held).toEqual([]);
    expect(story.plan(of(4), '2026-03-03').held).toHaveLength(4);
  });

  it('are those of a second value too, which a hand has added', () => {
    const story = begun(filled);
    for (let index = 0; index < 12; index++) {
      story.server.tamper(keyOf(index), { title: 'Chuyên viên\u001fTrưởng phòng' });
    }
    const plan = story.plan(files(everybody(filled)), '2026-03-03');
    expect(plan.changes).toEqual([]);
    expect(plan.held[0]).toMatchObject({ code: 'guard', args: { class: 'empty', count: 12 } });
  });

  it('that are filled in, or become others, are none', () => {
    const story = begun(phone);
    const wanted = files(everybody(', phone: "0213-3876-111", title: Chuyên viên'));
    expect(story.plan(wanted, '2026-03-03')).toMatchObject({ held: [], changes: { length: 12 } });
  });
});

describe('an attribute that the policy leaves to others', () => {
  const policy = `${policyText}unmanaged: [telephoneNumber, title]\n`;
  it('is neither compared nor written, on entries that are there and on new ones', () => {
    const story = begun(phone);
    const wanted = files(everybody(', title: Chuyên viên', (index) => index < 11));
    expect(story.plan(wanted, '2026-03-03', { policy }).changes).toEqual([]);
    const fresh = makeStory().plan(files(everybody(`${phone}, unit: Văn phòng`)), '2026-03-02', { policy });
    const { account } = fresh.changes.find(({ key }) => key === keyOf(0)) ?? {};
    expect(account).toMatchObject({ unit: 'Văn phòng' });
    expect(account).not.toHaveProperty('phone');
  });
});
