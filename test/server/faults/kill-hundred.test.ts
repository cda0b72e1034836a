// Runs with every kind of change, on slapd with Dovecot, are killed at random moments: what is there in the end is what a
// run leaves that was never killed, and nothing was done twice. `KILLS=100` for more of them, `SEED` for other moments.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { makeIdentityFile, readIdentityFile } from '../../../src/credentials/identity.ts';
import { killIfThere } from '../../support/child.ts';
import { randomOf, readJournal } from '../../support/faults-fixture.ts';
import {
  dayOfRound,
  idOf,
  type KillProvince,
  messages,
  numberOf,
  startKillProvince,
} from '../../support/kill-province.ts';
import { sealedPasswords } from '../../support/sheets.ts';
import { bindResult, code, personDn } from '../../support/slapd-fixture.ts';

const wanted = Number(process.env.KILLS ?? 12);
const seed = Number(process.env.SEED ?? 20261128);
const random = randomOf(seed);
const roundsOfHistory = 4;
const kinds = [
  ...['create', 'update', 'rename', 'suspend', 'restore', 'terminate', 'transfer', 'reset', 'delete'],
  ...['password-policy', 'end-sessions', 'deactivate-script'],
].sort();

/** How far a run had come when it was killed. */
const stages = {
  'before the first write': 0,
  'amid the writes': 0,
  'after the last': 0,
};
const moments = { clock: 0, ldap: 0, mail: 0 };
const killsSoFar = () => Object.values(stages).reduce((sum, some) => sum + some);

const provinces: KillProvince[] = [];
const stopAll = async () => {
  for (const province of provinces.splice(0)) await province.stop();
};
afterEach(stopAll);

interface Line {
  readonly id?: string;
  readonly kind?: string;
  readonly result?: string;
  /** Of the line that begins a run: how many were planned. */
  readonly changes?: number;
}

const journalOf = async ({ work }: KillProvince) => (await readJournal(work)).lines as Line[];

/** How much of each a whole run has: milliseconds, requests to slapd, requests to Dovecot. */
type Length = typeof moments;

async function measure({ proxy, door, apply }: KillProvince, round: number): Promise<Length> {
  const [started, requests] = [performance.now(), proxy.requests()];
  let mail = 0;
  door.watch({ before: () => ++mail > 0 });
  const ran = await apply(round, () => {}); // as long as one that is killed: in a process of its own
  expect(ran, ran.out + ran.err).toMatchObject({ code: 0 });
  return { clock: performance.now() - started, ldap: proxy.requests() - requests, mail };
}

/** Kills a run at a random moment by one of its measures, unless it ended before. */
async function kill(province: KillProvince, round: number, length: Length): Promise<void> {
  const { proxy, door } = province;
  const by = (['clock', 'ldap', 'mail'] as const)[Math.floor(random() * 3)] ?? 'clock';
  const moment = random() * length[by];
  const lag = random() * 4;
  const side = random() < 0.5 ? 'before' : 'after';
  const before = (await journalOf(province)).length;
  const over = new AbortController();
  let pid = 0;
  const strike = () => {
    if (!over.signal.aborted) killIfThere(pid);
  };
  const ended = await province
    .apply(round, (started) => {
      pid = started;
      if (by === 'clock') sleep(moment, undefined, { signal: over.signal }).then(strike, () => {});
      if (by === 'ldap') proxy.after(1 + Math.floor(moment), () => void setTimeout(strike, lag));
      let nth = by === 'mail' ? 1 + Math.floor(moment) : 0;
      const hook = () => {
        if (--nth === 0) strike();
        return true;
      };
      door.watch({ [side]: hook });
    })
    .finally(() => over.abort());
  proxy.after(0, () => {});
  door.watch();
  if (ended.code !== null) {
    expect(ended, ended.out + ended.err).toMatchObject({ code: 0 });
    return;
  }
  const [begun, ...told] = (await journalOf(province)).slice(before);
  if (begun === undefined) stages['before the first write']++;
  else if (told.length < (begun.changes ?? 0)) stages['amid the writes']++;
  else stages['after the last']++;
  moments[by]++;
}

/** Ends what was begun, and finds nothing to do then. */
async function end(province: KillProvince, round: number, what: string): Promise<void> {
  const last = await province.apply(round);
  expect(last, `${what}: ${last.out}${last.err}`).toMatchObject({ code: 0 });
  const none = await province.apply(round);
  expect(none, what).toMatchObject({ code: 0, out: expect.stringContaining('Không có thay đổi nào') });
}

/** Whoever was issued or reset gets in by the newest sheet that was sealed for him. */
async function expectSealed(province: KillProvince, round: number, identity: string, what: string) {
  const { work, store } = province;
  const sealed = await sealedPasswords(join(work.root, 'credentials'), identity);
  for (const part of ['create', 'createToo', 'createElsewhere', 'transfer', 'reset'] as const) {
    const id = idOf(numberOf(round, part));
    const dn = personDn(store.slapd, part === 'transfer' ? `${id}-2` : id);
    const { searchEntries } = await store.root.search(dn, { scope: 'base', attributes: ['mail'] });
    const newest = sealed.get(String(searchEntries[0]?.mail))?.at(-1) ?? '';
    expect(await bindResult(store.slapd, dn, newest), `${what}: ${part}`).toBe(code.success);
  }
}

/** One province is killed again and again until nothing is left to do; the other has the same days in peace. */
async function tell(whole: KillProvince, killed: KillProvince, identity: string): Promise<void> {
  for (let round = 0; round < roundsOfHistory && killsSoFar() < wanted; round++) {
    const what = `${dayOfRound(round)}, kill ${killsSoFar()}, seed ${seed}`;
    await whole.begin(round);
    const length = await measure(whole, round);

    const sessions = await killed.begin(round);
    const before = (await journalOf(killed)).length;
    const leftNow = async () => (await killed.work.plan({ today: dayOfRound(round) })).plan.changes.length;
    const planned = await leftNow();
    for (let left = planned; left > 0 && killsSoFar() < wanted; left = await leftNow()) {
      // What is done is not asked again: a later run is shorter.
      await kill(killed, round, { ...length, ldap: length.ldap - (planned - left) });
    }
    await end(killed, round, what);

    expect(await killed.dump(), what).toEqual(await whole.dump());
    expect(await killed.archived(round), what).toEqual({
      delete: [0, messages.delete, messages.delete],
      deleteToo: [0, messages.deleteToo, messages.deleteToo],
    });
    for (const session of sessions) expect((await session.command('NOOP')).status, what).toBe('closed');
    const lines = (await journalOf(killed)).slice(before);
    const applied = lines.flatMap(({ id, result }) => (result === 'applied' ? [id] : []));
    expect(applied.length, `${what}: ${applied.sort().join(', ')}`).toBe(new Set(applied).size);
    const failed = lines.filter(({ result }) => result === 'failed');
    expect(failed, what).toEqual([]);
    await expectSealed(killed, round, identity, what);
  }
  const done = (await journalOf(whole)).flatMap(({ kind }) => (kind === undefined ? [] : [kind]));
  expect([...new Set(done)].sort()).toEqual(kinds);
}

it('ends as if no run had been killed, with nothing done twice', { timeout: 7_200_000 }, async () => {
  const keys = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  const recipient = await makeIdentityFile(join(keys, 'identity'), new Date());
  const [identity = ''] = await readIdentityFile(join(keys, 'identity'));
  await rm(keys, { recursive: true });
  while (killsSoFar() < wanted) {
    const whole = await startKillProvince(roundsOfHistory, recipient);
    provinces.push(whole);
    const killed = await startKillProvince(roundsOfHistory, recipient);
    provinces.push(killed);
    await tell(whole, killed, identity);
    await stopAll();
  }
  console.log(`killed (seed ${seed}): ${JSON.stringify(stages)}, by ${JSON.stringify(moments)}`);
  expect(stages['amid the writes']).toBeGreaterThan(0);
});
