/** A server that goes on without getting anywhere: given up in one line, the lease given back; one that is only slow is not. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Connection, connect } from '../../../src/ldap/connect/connect.ts';
import type { Pace } from '../../../src/ldap/connect/pace.ts';
import { acquireLease } from '../../../src/ldap/lease/lease.ts';
import { streamEntries } from '../../../src/ldap/read/entry-stream.ts';
import { readContainer } from '../../../src/ldap/read/read.ts';
import { readReplica } from '../../../src/ldap/read/replica.ts';
import { remarkWords } from '../../../src/render/errors/remark.ts';
import {
  type Bench,
  committee,
  expectConverges,
  liftGuard,
  readOne,
  run,
  sentinelDn,
  staff,
  startBench,
} from '../../support/faults-fixture.ts';
import { makeWorkplace, readSecret, type Workplace } from '../../support/run.ts';

/** Hours in seconds, each part as much shorter as the others. */
const pace: Pace = {
  answer: 4_000,
  read: 6_000,
  entry: 100,
  octet: 0.05,
  run: 4_000,
  request: 50,
  parting: 3_000,
};
const many = 60;

let bench: Bench;
let round = 0;
beforeAll(async () => {
  bench = await startBench({ sokx: staff('sokx', 0, many) }, {}, { pace });
  await liftGuard(bench.work);
  const { slapd, work } = bench;
  const straight = await makeWorkplace({ ...bench.through, url: slapd.url }, { ubnd: committee });
  await straight.write({ sokx: staff('sokx', 0, many) });
  expect((await straight.apply()).code).toBe(0);
  await straight.remove();
  expect((await work.plan()).code).toBe(0);
});
afterAll(() => bench?.stop());
beforeEach(() => bench.proxy.set(undefined));
afterEach(() => {
  vi.useRealTimers();
});

/** Each round has forty titles to set, each on its own entry. */
async function edit(work: Workplace): Promise<void> {
  round++;
  await work.write({ sokx: staff('sokx', 0, many, `, title: Lần ${round}`) });
}

async function expectNoLease(): Promise<void> {
  expect(await readOne(bench.root, sentinelDn(bench.slapd))).not.toHaveProperty('danhbaHolder');
}

const given = /^The server is too slow and was given up: [^\n]+ \d+ s$/;

describe('before any write, the run ends with 1, in one line, and gives the lease back', () => {
  it.each([
    [
      'a message that comes octet by octet',
      { deed: 'dribble', at: 'entry', nth: 5, milliseconds: 20 },
      'byte',
    ],
    ['an end of a page that comes so', { deed: 'dribble', at: 'searchDone', nth: 4, milliseconds: 60 }, ''],
    [
      'entries that come too slowly for so many',
      { deed: 'delay', at: 'entry', nth: 5, always: true, milliseconds: 400 },
      'entries',
    ],
    [
      'an answer that comes too late',
      { deed: 'delay', at: 'entry', nth: 1, milliseconds: 8_000 },
      'SearchRequest',
    ],
  ] as const)('%s', async (_what, fault, words) => {
    const { proxy, work } = bench;
    await edit(work);
    proxy.set(fault);
    const ran = await run(() => work.apply());
    expect(proxy.struck()).toBeGreaterThan(0);
    expect(ran).toMatchObject({ code: 1, error: 'ldap-slow' });
    expect(ran.message).toMatch(given);
    expect(ran.message).toContain(words);
    proxy.set(undefined);
    await expectNoLease();
    await expectConverges(work, 'once the server is quick again');
  });

  it('pages without entries are not asked for without end', async () => {
    const { proxy, slapd, through } = bench;
    const { bindDn, url } = through;
    const password = await readSecret(through.passwordFile);
    const connection = await connect({ url, bindDn, password });
    proxy.set({ deed: 'drop', at: 'entry', always: true });
    const { messages } = await connection.live();
    const read = async () => {
      const search = { base: `ou=people,${slapd.baseDn}`, attributes: ['cn'], pageSize: 1 };
      for await (const page of streamEntries(messages, search)) expect(page).toEqual([]);
    };
    await expect(read()).rejects.toThrow('10 pages in a row without an entry');
    expect(proxy.struck()).toBe(10);
    await connection.close();
  });
});

it('a replica that dribbles is told as unread, and the run goes on', async () => {
  const { proxy, slapd, through } = bench;
  const { bindDn, url } = through;
  const password = await readSecret(through.passwordFile);
  proxy.set({ deed: 'dribble', at: 'entry', nth: 1, milliseconds: 60 });
  const settings = { url, bindDn, password, pace };
  const read = await readReplica(settings, { baseDn: slapd.baseDn }, undefined, new Date());
  expect(read.found).toBeUndefined();
  expect(read.detail && remarkWords(read.detail, 'en').message).toMatch(given);
});

describe('amid the writes, the run ends with 4, says it once, and gives the lease back', () => {
  it.each([
    [
      'each answer comes late',
      { deed: 'delay', at: 'modifyAnswer', nth: 3, always: true, milliseconds: 400 },
    ],
    ['no answer comes, on whatever connection', { deed: 'drop', at: 'modifyAnswer', nth: 3, always: true }],
  ] as const)('%s', async (_what, fault) => {
    const { proxy, work } = bench;
    await edit(work);
    proxy.set(fault);
    const ran = await run(() => work.apply(), 40);
    proxy.set(undefined);
    expect(ran).toMatchObject({ code: 4 });
    expect(ran.err?.match(/\[ldap-slow\]/g)).toHaveLength(1);
    expect(ran.out).toMatch(/và \d+ việc nữa: không làm được: máy chủ quá chậm nên thôi chờ/);
    // Where its answer is lost, too, giving the lease back is not waited for; it was done all the same.
    await expectNoLease();
    await expectConverges(work, 'once the server is quick again');
  });
});

describe('a server that is only slow is waited for', () => {
  it('each entry, and each answer, a fifth of a second', async () => {
    const { slapd, proxy, through } = bench;
    const honest: Partial<Pace> = { answer: 15_000, read: 1_000, run: 1_000 };
    const patient = await makeWorkplace({ ...through, pace: honest }, { ubnd: committee });
    await patient.write({ sokx: staff('sokx', 0, 20) });
    await liftGuard(patient);
    proxy.set({ deed: 'delay', at: 'entry', always: true, milliseconds: 200 });
    const planned = await patient.plan();
    expect(planned.plan.counts.actual).toBe(many + 2);
    expect(proxy.struck()).toBeGreaterThan(many);
    await edit(bench.work);
    await patient.remove();
    const writer = await makeWorkplace({ ...through, pace: honest }, { ubnd: committee });
    await writer.write({ sokx: staff('sokx', 0, many, `, title: Lần ${round}`) });
    await liftGuard(writer);
    proxy.set({ deed: 'delay', at: 'modifyAnswer', always: true, milliseconds: 200 });
    // The answers come one after another: the last of sixteen is late by three seconds.
    const ran = await run(() => writer.apply(), 40);
    expect(ran).toMatchObject({ code: 0 });
    expect(proxy.struck()).toBeGreaterThan(many);
    await writer.remove();
    expect(await readOne(bench.root, sentinelDn(slapd))).toMatchObject({ danhbaCount: String(many + 2) });
  });

  it('a message that is large, over a slow line, octet by octet', async () => {
    const { proxy, slapd, through } = bench;
    const { bindDn, url } = through;
    const password = await readSecret(through.passwordFile);
    // An octet takes some two milliseconds, and is given twenty.
    const slow = { answer: 200, read: 500, octet: 20 };
    const connection = await connect({ url, bindDn, password, pace: slow });
    proxy.set({ deed: 'dribble', at: 'entry', nth: 1, milliseconds: 2 });
    const { messages } = await connection.live();
    let seen = 0;
    for await (const page of readContainer(messages, `ou=policies,${slapd.baseDn}`, ['cn']))
      seen += page.length;
    expect(seen).toBeGreaterThan(0);
    await connection.close();
  });
});

describe('a run that is stuck elsewhere', () => {
  let connection: Connection;
  afterEach(() => connection.close());

  it('keeps its lease no longer than an hour after it last asked for anything', async () => {
    const { slapd, through, root } = bench;
    const { bindDn } = through;
    const password = await readSecret(through.passwordFile);
    connection = await connect({ url: slapd.url, bindDn, password });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let minutes = 0;
    const start = Date.now();
    const now = () => new Date(start + minutes * 60_000);
    const lease = await acquireLease(connection, { baseDn: slapd.baseDn }, 'laichau.gov.vn', now);
    const until = async () => (await readOne(root, sentinelDn(slapd))).danhbaUntil;
    const renewAt = async (minute: number) => {
      const before = connection.asked();
      minutes = minute;
      await vi.advanceTimersByTimeAsync(30_000);
      // Whatever was asked is answered.
      await (await connection.live()).client.search('', { scope: 'base', attributes: ['1.1'] });
      return connection.asked() - before - 1;
    };
    expect(await renewAt(59)).toBe(1);
    expect(await renewAt(118)).toBe(1);
    const last = await until();
    // Nothing was asked since but by the lease itself.
    minutes = 118;
    await vi.advanceTimersByTimeAsync(30_000);
    await vi.waitFor(async () => expect(await until()).toBe(last));
    minutes = 180;
    const asked = connection.asked();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(connection.asked()).toBe(asked);
    expect(lease.isLost()).toBe(true);
    await lease.release();
    expect(await until()).toBeUndefined();
  });
});
