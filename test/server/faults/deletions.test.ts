// `danhba apply` is killed amid deletions: what is gone is no doubt to the next run, which ends what was begun.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDanhba, settingsOf } from '../../support/child.ts';
import {
  type Bench,
  expectConverges,
  liftGuard,
  personLine,
  readAll,
  readOne,
  sentinelDn,
  startBench,
} from '../../support/faults-fixture.ts';
import { until } from '../../support/mail.ts';
import { organizationText } from '../../support/world.ts';

const many = 40;
const leaving = 12;
const issued = '2025-04-14';
const ended = '2025-10-06';
let bench: Bench;

const write = (more: string) =>
  bench.work.write({
    sokx: organizationText(
      'sokx',
      Array.from({ length: many }, (_, i) => personLine('sokx', i, i < leaving ? more : '')),
    ),
  });

beforeAll(async () => {
  bench = await startBench({});
  await liftGuard(bench.work);
  await write('');
  expect((await bench.work.apply({ today: issued })).code).toBe(0);
  await write(', termination: {reason: retirement, document: 77/QĐ, decided: 2025-10-02}');
  expect((await bench.work.apply({ today: ended })).code).toBe(0);
});

afterAll(() => bench?.stop());

/** Without the tombstones. */
const accounts = async () => (await readAll(bench)).filter(({ dn }) => !dn.includes('ou=tombstones'));

it('leaves no doubt behind', async () => {
  const { work, through, proxy, root, slapd } = bench;
  const entries = many + 2;
  const before = (await work.plan()).plan;
  expect(before.changes.map(({ kind }) => kind)).toEqual(Array(leaving).fill('delete'));
  expect(await readOne(root, sentinelDn(slapd))).toMatchObject({ danhbaCount: String(entries) });

  const pause = proxy.hold('delete', 4);
  const args = ['apply', '--directory', `${work.root}/directory`, '--today', '2026-11-23'];
  let pid = 0;
  const dying = runDanhba([...args, '--journal', `${work.root}/journal.jsonl`], {
    environment: settingsOf(through),
    onStart: (started) => {
      pid = started;
    },
  });
  await pause.reached;
  expect(await until(async () => (await accounts()).length < entries)).toBe(true);
  process.kill(pid, 'SIGKILL');
  expect((await dying).code).toBeNull();
  const left = (await accounts()).length;
  expect(left).toBeGreaterThan(entries - leaving);
  // Lowered before the first of them, to what there is when all are gone.
  expect(await readOne(root, sentinelDn(slapd))).toMatchObject({ danhbaCount: String(entries - leaving) });

  const { plan, code } = await work.plan();
  // What was held back is let go once the dead run’s connection is gone: else it would end as if nobody had killed it.
  pause.release();
  expect(plan.doubt).toBeUndefined();
  expect(plan.held).toEqual([]);
  expect(code).toBe(2);
  await expectConverges(work, 'after the kill');
  const after = await accounts();
  expect(after).toHaveLength(entries - leaving);
  expect(after.filter(({ state }) => state === 'terminated')).toEqual([]);
  expect(await readOne(root, sentinelDn(slapd))).toMatchObject({ danhbaCount: String(entries - leaving) });
});
