// The wire breaks at every phase of a run: it ends in time with a code that tells, and the next run puts all right.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Bench,
  expectConverges,
  expectNoneEnded,
  expectSound,
  type Found,
  liftGuard,
  personLine,
  readAll,
  run,
  startBench,
} from '../../support/faults-fixture.ts';
import type { Deed, Fault, Operation } from '../../support/proxy.ts';
import { personDn } from '../../support/slapd-fixture.ts';
import { organizationText } from '../../support/world.ts';

const many = 60;
/** Entries of others between ours, so that the people fill more than one page. */
const others = 1000;
const mostEnded = 45;

/** Phase, operation, the how manyth; requests never arrive, answers are lost after the deed. */
const phases: readonly (readonly [string, Operation, number])[] = [
  ['the bind', 'bind', 1],
  ['the answer to the bind', 'bindAnswer', 1],
  ['making the sentinel', 'add', 1],
  ['the answer about the sentinel', 'addAnswer', 1],
  ['taking the lease', 'modify', 1],
  ['the answer about the lease', 'modifyAnswer', 1],
  ['reading the sentinel', 'search', 1],
  ['the sentinel', 'entry', 1],
  ['asking for the organizations', 'search', 2],
  ['an organization', 'entry', 3],
  ['asking for the first page of people', 'search', 3],
  ['the middle of the first page', 'entry', 500],
  ['the end of the first page', 'searchDone', 3],
  ['asking for the second page', 'search', 4],
  ['the middle of the second page', 'entry', 1066],
  ['the end of the read', 'searchDone', 4],
  ['the first wave', 'add', 2],
  ['an answer of the first wave', 'addAnswer', 2],
  ['a modification', 'modify', 5],
  ['an answer to a modification', 'modifyAnswer', 5],
  ['the second wave', 'add', 3],
  ['an answer of the second wave', 'addAnswer', 4],
  ['the count', 'modify', 13],
  ['the answer about the count', 'modifyAnswer', 13],
  ['giving the lease back', 'modify', 14],
  ['the answer about giving it back', 'modifyAnswer', 14],
];
const writing = phases.findIndex(([phase]) => phase === 'the first wave');

let bench: Bench;
let round = 0;
const gone = new Set<string>();
let faults = 0;
/** What the round before left. */
let found: readonly Found[] = [];

/** Each round adds an organization with two people, gives ten others a new title and ends one person's mailbox. */
async function edit(): Promise<void> {
  round++;
  if (gone.size < mostEnded) gone.add(keyOf(many - 1 - gone.size));
  const people = Array.from({ length: many - gone.size }, (_, i) =>
    personLine('sokx', i, i < 10 ? `, title: Lần ${round}` : ''),
  );
  const id = `sov${round}`;
  const first = 2000 + 2 * round;
  await bench.work.write({
    sokx: organizationText('sokx', people),
    [id]: organizationText(id, [personLine(id, first), personLine(id, first + 1)]),
  });
}

const keyOf = (number: number) => `person:LC-${String(number).padStart(6, '0')}`;
const entriesNow = () => many + 2 + 3 * round;

const staff = (count: number) =>
  organizationText(
    'sokx',
    Array.from({ length: count }, (_, i) => personLine('sokx', i)),
  );

beforeAll(async () => {
  bench = await startBench({ sokx: staff(many / 2) });
  const { root, slapd, work } = bench;
  // No guard: what ends nobody here must be the care with which the server is read.
  await liftGuard(work);
  expect((await work.apply()).code).toBe(0);
  const stranger = (i: number) =>
    root.add(personDn(slapd, `stranger-${i}`), { objectClass: 'inetOrgPerson', cn: 'X', sn: 'Y' });
  for (let at = 0; at < others; at += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, i) => stranger(at + i)));
  }
  await work.write({ sokx: staff(many) });
  expect((await work.apply()).code).toBe(0);
  found = await readAll(bench);
});

afterAll(async () => {
  await bench?.stop();
  console.log(`faults on the wire: ${faults}`);
});

async function strike(fault: Fault, allowed: readonly number[]): Promise<void> {
  const { proxy, work } = bench;
  const what = `${fault.deed} at ${fault.at} ${fault.nth}, round ${round + 1}`;
  const before = found;
  await edit();
  proxy.set(fault);
  const ran = await run(() => work.apply());
  const struck = proxy.struck();
  proxy.set(undefined);
  expect(struck, what).toBeGreaterThan(0);
  faults += struck;
  expect(allowed, `${what}: ${JSON.stringify(ran)}`).toContain(ran.code);
  expectNoneEnded(await readAll(bench), gone, what);
  await expectConverges(work, what);
  found = await readAll(bench);
  expectSound(before, found, { entries: entriesNow(), ended: gone }, what);
}

const halfway = phases.filter(([, at]) => /entry|searchDone|Answer/.test(at));

/** What reads little is broken in one way, what could be taken for an end in all. */
const plans = [
  ['cut', phases],
  ['truncate', halfway.slice(0, 9)],
  ['reset', phases.filter((_, number) => number % 4 === 0)],
] as const satisfies readonly (readonly [Deed, typeof phases])[];

describe.each(plans)('%s', (deed, at) => {
  it.each(at.filter((phase) => phases.indexOf(phase) < writing))(
    'before any write: %s',
    async (_phase, operation, nth) => {
      await strike({ deed, at: operation, nth }, [1, 3]);
    },
  );

  // What was cut is asked for again, so that most of these end as if nothing had been.
  it.each(at.filter((phase) => phases.indexOf(phase) >= writing))(
    'amid the writes: %s',
    async (_phase, operation, nth) => {
      await strike({ deed, at: operation, nth }, [0, 4]);
    },
  );
});

describe('a link that is only bad', () => {
  it.each([
    ['throttle', 'entry', 3],
    ['throttle', 'search', 3],
    ['delay', 'bindAnswer', 1],
    ['delay', 'searchDone', 3],
    ['delay', 'modifyAnswer', 4],
    ['delay', 'add', 2],
  ] as const)('is waited for: %s at %s %s', async (deed, at, nth) => {
    await strike({ deed, at, nth }, [0]);
  });

  it.each([
    ['entry', 600],
    ['entry', 1066],
  ] as const)('is not believed where half a message is missing: %s %s', async (at, nth) => {
    await strike({ deed: 'tear', at, nth }, [1, 3]);
  });

  it.each([
    ['bind', 1],
    ['search', 4],
    ['entry', 700],
  ] as const)('is given up when it falls silent: %s %s', async (at, nth) => {
    await edit();
    const { proxy, work } = bench;
    proxy.set({ deed: 'silence', at, nth });
    // Only the timers of danhba: the proxy waits by another clock.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const running = run(() => work.apply());
      for (let waited = 0; proxy.struck() === 0 && waited < 10_000; waited += 10) await sleep(10);
      expect(proxy.struck()).toBe(1);
      for (let minute = 0; minute < 3; minute++) {
        await sleep(50);
        await vi.advanceTimersByTimeAsync(61_000);
      }
      expect((await running).code).toBe(1);
    } finally {
      vi.useRealTimers();
    }
    faults++;
    proxy.set(undefined);
    await expectConverges(work, `silence at ${at}`);
  });

  it('ends with 4 where every write is cut, and says so in the end', async () => {
    await strike({ deed: 'cut', at: 'add', nth: 2, always: true }, [4]);
  });
});
