/** The guard over the lifecycle: inactivity, removals and deletions in number wait for one approval of exactly that set. */
import { describe, expect, it } from 'vitest';
import { changesOf, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText, policyText } from '../../support/world.ts';

const count = 12;
const idOf = (index: number) => `LC-0001${10 + index}`;
const line = (index: number) =>
  `id: ${idOf(index)}, name: Lò Văn Ba, address: balv${index}.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2024-01-01}`;
const everybody = Array.from({ length: count }, (_, index) => line(index));
const files = (people: readonly string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });

function begun(day: string) {
  const story = makeStory();
  story.run(files(everybody), day);
  return story;
}

describe('the guard', () => {
  it('holds a server that has just begun to record logins from suspending everybody', () => {
    const story = begun('2026-01-05');
    story.server.login(`person:${idOf(0)}`, '20260706000000Z');
    const plan = story.plan(files(everybody), '2026-07-07');
    expect(changesOf(plan)).toEqual([]);
    expect(plan.held).toHaveLength(count - 1);
    expect(plan.held[0]).toMatchObject({
      code: 'guard',
      kind: 'suspend',
      args: { class: 'suspend', count: 11, of: 12 },
    });
    const approved = plan.approval ?? '';
    // Somebody who logs in meanwhile makes it another set.
    story.server.login(`person:${idOf(1)}`, '20260707010000Z');
    expect(changesOf(story.plan(files(everybody), '2026-07-07', { approved }))).toEqual([]);
    const again = story.plan(files(everybody), '2026-07-07').approval ?? '';
    expect(story.run(files(everybody), '2026-07-07', { approved: again }).changes).toHaveLength(count - 2);
  });

  it('judges a removal where it is first seen, and asks no second time', () => {
    const story = begun('2026-03-02');
    const left = files(everybody.slice(0, 6));
    const plan = story.plan(left, '2026-03-03');
    expect(changesOf(plan)).toEqual([]);
    expect(plan.held[0]).toMatchObject({
      code: 'guard',
      kind: 'terminate',
      args: { class: 'terminate', count: 6 },
    });
    expect(story.run(left, '2026-03-03', { approved: plan.approval ?? '' }).changes).toHaveLength(6);
    const ending = story.run(left, '2026-03-05');
    expect(ending.changes.map(({ kind }) => kind)).toEqual(Array(6).fill('terminate'));
  });

  it('asks about the addresses too under which those it moves are issued again', () => {
    const story = begun('2026-03-02');
    const moved = (shift: number) => ({
      sokx: organizationText('sokx', [], 'mailbox: none\n'),
      soky: organizationText(
        'soky',
        everybody.map((one, at) => one.replace(/balv\d+\.sokx/, `balv${at + shift}.soky`)),
      ),
    });
    const [one, other] = [moved(0), moved(50)].map((files) => story.plan(files, '2026-03-03'));
    const told = (plan = one) => plan?.held.map(({ code, key, args }) => [code, key, args]);
    expect(told()?.filter(([code]) => code === 'approval-needed')).toHaveLength(count);
    // Held for the same reasons; whoever receives their mail afterwards is another.
    expect(told(other)).toEqual(told());
    expect(other?.approval).not.toBe(one?.approval);
    const approved = one?.approval ?? '';
    const passed = changesOf(story.plan(moved(50), '2026-03-03', { approved }));
    expect(passed.filter((change) => change.includes(' person:'))).toEqual([]);
    expect(story.run(moved(0), '2026-03-03', { approved }).approved).toBe(approved);
  });

  it('lets everybody who is put back go free, however many', () => {
    const story = begun('2026-03-02');
    const left = files(everybody.slice(0, 6));
    const plan = story.plan(left, '2026-03-03');
    story.run(left, '2026-03-03', { approved: plan.approval ?? '' });
    expect(story.run(files(everybody), '2026-03-04').changes).toHaveLength(6);
  });

  const ended = (index: number) =>
    `${line(index)}, termination: {reason: retirement, document: 7/QĐ, decided: 2024-03-05}`;
  const retired = (from: number) => everybody.map((person, index) => (index < from ? person : ended(index)));

  function retiredByTwos() {
    const story = begun('2024-03-04');
    const policy = policyText.replace(
      'organization: {share: 30, count: 3}',
      'organization: {share: 30, count: 99}',
    );
    const lifted = policy.replace('run: {share: 5, count: 5}', 'run: {share: 99, count: 99}');
    story.run(files(retired(4)), '2024-03-05', { policy: lifted });
    for (let index = 0; index < 4; index++) story.server.login(`person:${idOf(index)}`, '20250301000000Z');
    return story;
  }

  it('holds deletions in number, and counts those of the last days by their tombstones', () => {
    const story = retiredByTwos();
    const plan = story.plan(files(retired(4)), '2025-03-06');
    expect(changesOf(plan)).toEqual([]);
    expect(plan.held.filter(({ code }) => code === 'guard')).toHaveLength(8);
  });

  it('counts the deletions of the last seven days by their tombstones', () => {
    const policy = policyText
      .replace('organization: {share: 30, count: 3}', 'organization: {share: 99, count: 99}')
      .replace('run: {share: 5, count: 5}', 'run: {share: 5, count: 4}');
    const story = begun('2024-03-04');
    story.run(files(retired(9)), '2024-03-05', { policy });
    const more = files(retired(7));
    story.run(more, '2024-03-13', { policy });
    for (let index = 0; index < 7; index++) story.server.login(`person:${idOf(index)}`, '20250301000000Z');
    expect(story.run(more, '2025-03-10', { policy }).changes).toHaveLength(3);
    // Two more are few, but five within seven days are not.
    const plan = story.plan(more, '2025-03-14', { policy });
    expect(changesOf(plan)).toEqual([]);
    expect(plan.held.filter(({ code }) => code === 'guard')).toMatchObject([
      { kind: 'delete', args: { count: 5 } },
      { kind: 'delete' },
    ]);
    expect(story.plan(more, '2025-03-17', { policy }).changes).toHaveLength(2);
  });

  it('of a doubtful read deletes, suspends and marks nobody; edits go on', () => {
    const doubt = { seen: 10, expected: 13 };
    const story = retiredByTwos();
    const edited = files(
      retired(4)
        .map((person, index) => (index === 0 ? `${person}, title: Phó` : person))
        .slice(0, 11),
    );
    const plan = story.plan(edited, '2025-03-06', { doubt });
    expect(changesOf(plan)).toEqual([`update person:${idOf(0)}`]);
    expect(new Set(plan.held.map(({ kind }) => kind))).toEqual(new Set(['delete']));
    const without = story.plan(files(everybody.slice(1)), '2025-03-06', { doubt });
    expect(without.held.find(({ key }) => key === `person:${idOf(0)}`)).toMatchObject({
      code: 'read-doubtful',
      kind: 'terminate',
    });
  });

  it('never deletes nor marks a protected account', () => {
    const policy = policyText.replace(
      'protected: []',
      `protected: ["person:${idOf(11)}", "person:${idOf(0)}"]`,
    );
    const story = makeStory();
    story.run(files(everybody), '2024-03-04');
    story.run(files(retired(11)), '2024-03-05');
    for (let index = 0; index < 11; index++) story.server.login(`person:${idOf(index)}`, '20250301000000Z');
    const plan = story.plan(files(retired(11).slice(1)), '2025-03-06', { policy });
    expect(changesOf(plan)).toEqual([]);
    expect(plan.held).toMatchObject([
      { key: `person:${idOf(0)}`, code: 'protected', kind: 'terminate' },
      { key: `person:${idOf(11)}`, code: 'protected', kind: 'delete' },
    ]);
  });
});
