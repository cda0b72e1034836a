/** How many changes are under way at once: many, but of those that set a password one. */
import { describe, expect, it } from 'vitest';
import { runPlan } from '../../../src/apply/run.ts';
import type { Result } from '../../../src/model/plan/outcome.ts';
import type { Change } from '../../../src/model/plan/plan.ts';
import { quoted } from '../../../src/model/problems/remark.ts';
import { organizationText, planOf } from '../../support/world.ts';

const people = Array.from({ length: 40 }, (_, i) => {
  const key = `LC-${String(i + 1).padStart(6, '0')}`;
  const address = `an${i}nv.sokx@laichau.gov.vn`;
  return `id: ${key}, name: Nguyễn Văn An, address: ${address}, addressDecision: {document: 1/QĐ, date: 2026-01-05}`;
});
const { plan: issued } = planOf({ organizations: { sokx: organizationText('sokx', people) } });

/** All in one wave, every other one with a password. */
const changes = issued.changes.map((change, index): Change => {
  const { credential: _credential, ...rest } = { ...change, wave: 1, after: [] } as Change;
  return { ...rest, ...(index % 2 === 0 && { credential: true }) } as Change;
});

const turn = () => new Promise((next) => setImmediate(next));

/** Runs them, and gives the most that were under way at once: of all, and of those with a password. */
async function measure(outcome: (change: Change) => Result, concurrency = 16) {
  const under = { all: 0, passwords: 0 };
  const most = { all: 0, passwords: 0 };
  const outcomes = await runPlan(
    { ...issued, changes },
    {
      concurrency,
      perform: async (change) => {
        under.all++;
        if (change.credential) under.passwords++;
        most.all = Math.max(most.all, under.all);
        most.passwords = Math.max(most.passwords, under.passwords);
        for (let i = 0; i < 5; i++) await turn();
        under.all--;
        if (change.credential) under.passwords--;
        return outcome(change);
      },
    },
  );
  return { most, outcomes };
}

describe('the changes of a wave', () => {
  it('are made at once, but one password after another', async () => {
    expect(changes.filter(({ credential }) => credential).length).toBeGreaterThan(15);
    const { most, outcomes } = await measure(() => ({ result: 'applied' }));
    expect(most).toEqual({ all: 16, passwords: 1 });
    expect(outcomes.map(({ id }) => id).sort()).toEqual(changes.map(({ id }) => id).sort());
  });

  it('go on behind a password that fails', async () => {
    const { most, outcomes } = await measure(({ credential }) =>
      credential ? { result: 'failed', detail: quoted('x') } : { result: 'applied' },
    );
    expect(most.passwords).toBe(1);
    expect(outcomes).toHaveLength(changes.length);
  });

  it('are one at a time where no more is allowed', async () => {
    expect((await measure(() => ({ result: 'applied' }), 1)).most).toEqual({ all: 1, passwords: 1 });
  });
});

it('what follows from a lock follows from one that was made alone, and the refusal is no part of the record', async () => {
  const followed: string[] = [];
  const [one, two, three] = changes;
  const results: Record<string, Result> = {
    [one?.id ?? '']: { result: 'failed', detail: quoted('locked'), locked: true },
    [two?.id ?? '']: { result: 'failed', detail: quoted('no'), refused: true },
    [three?.id ?? '']: { result: 'applied' },
  };
  const outcomes = await runPlan(
    { ...issued, changes: changes.slice(0, 3) },
    {
      concurrency: 1,
      perform: async ({ id }) => results[id] ?? { result: 'already' },
      followUp: async (done) => {
        followed.push(...done.map(({ id }) => id));
        return [];
      },
    },
  );
  expect(followed.sort()).toEqual([one?.id, three?.id].sort());
  expect(outcomes.find(({ id }) => id === one?.id)).toMatchObject({ result: 'failed', locked: true });
  expect(outcomes.find(({ id }) => id === two?.id)).toEqual(
    expect.not.objectContaining({ refused: expect.anything() }),
  );
});
