// One run at a time: a second one is told who is at work, a dead one is succeeded, and one that lost its lease stops.

import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { generalizedTimeOfInstant } from '../../../src/model/time/date.ts';
import {
  type Bench,
  expectConverges,
  expectSound,
  readAll,
  readOne,
  replace,
  run,
  sentinelDn,
  staff,
  startBench,
} from '../../support/faults-fixture.ts';
import { makeWorkplace, readSecret } from '../../support/run.ts';
import { eventually, personDn } from '../../support/slapd-fixture.ts';
import { told } from '../../support/told.ts';

let bench: Bench;
const many = 200;

beforeEach(async () => {
  bench = await startBench({ sokx: staff('sokx', 0, many) });
});

afterEach(async () => {
  vi.useRealTimers();
  await bench.stop();
});

const holdBy = (holder: string, secondsLeft: number) =>
  bench.root.modify(sentinelDn(bench.slapd), [
    replace('danhbaHolder', holder),
    replace('danhbaSince', '20261123010203Z'),
    replace('danhbaUntil', generalizedTimeOfInstant(Date.now() + secondsLeft * 1000)),
  ]);

it('lets one of two work and tells the other who does, and since when', async () => {
  const { proxy, work, slapd, through } = bench;
  const pause = proxy.hold('add', 50);
  const first = run(() => work.apply());
  await pause.reached;
  const other = await makeWorkplace({ ...through, url: slapd.url }, {});
  const refused = await run(() => other.apply());
  pause.release();
  expect(refused).toMatchObject({ code: 3, error: 'lease-held' });
  expect(refused.message).toContain(`${hostname()}, process ${process.pid}, ${new Date().getFullYear()}-`);
  expect(await first).toMatchObject({ code: 0 });
  await other.remove();
  await expectConverges(work, 'after both');
  expectSound([], await readAll(bench), { entries: many + 2, ended: new Set() }, 'after both');
});

it('lets no operator lock amid a run, nor a run begin amid a lock; what was read before is not written over', async () => {
  const { proxy, work, slapd, through, root } = bench;
  const pause = proxy.hold('add', 50);
  const running = run(() => work.apply());
  await pause.reached;
  const desk = await makeWorkplace({ ...through, url: slapd.url }, {});
  await cp(join(work.root, 'directory'), join(desk.root, 'directory'), { recursive: true });
  const key = 'person:LC-000003';
  const lock = () => run(() => desk.lock(key, { reason: 'Mất máy' }));
  expect(await lock()).toMatchObject({ code: 3, error: 'lease-held' });
  pause.release();
  expect(await running).toMatchObject({ code: 0 });
  const dn = personDn(slapd, 'LC-000003');
  const amid = proxy.hold('modify', 2);
  const slow = run(() => work.lock(key, { reason: 'Lộ mật khẩu' }));
  await amid.reached;
  expect(await run(() => desk.apply())).toMatchObject({ code: 3, error: 'lease-held' });
  // A hand suspends meanwhile: the lock stands on what was read.
  await root.modify(dn, replace('danhbaState', 'suspended'));
  amid.release();
  expect(await slow).toMatchObject({ code: 4 });
  expect(await readOne(root, dn)).not.toHaveProperty('danhbaOperatorLock');
  await root.modify(dn, replace('danhbaState', 'active'));
  expect(await lock()).toMatchObject({ code: 0 });
  expect(await readOne(root, dn)).toMatchObject({ danhbaOperatorLock: '2026-11-23 Mất máy' });
  await desk.remove();
});

it('starts many at once, of which one works', async () => {
  const { work } = bench;
  const ran = await Promise.all(Array.from({ length: 5 }, () => run(() => work.apply())));
  const codes = ran.map(({ code }) => code);
  // One that starts after the first has ended finds nothing to do.
  expect(codes.filter((code) => code === 0).length).toBeGreaterThanOrEqual(1);
  expect(
    codes.every((code) => code === 0 || code === 3),
    codes.join(),
  ).toBe(true);
  expectSound([], await readAll(bench), { entries: many + 2, ended: new Set() }, 'five at once');
});

it('respects the lease of another machine until it expired and the clocks may differ, then takes it', async () => {
  const { work, root, slapd } = bench;
  expect((await work.apply()).code).toBe(0);
  for (const [secondsLeft, code] of [
    [100, 3],
    [-5, 3],
    [-50, 3],
    [-62, 0],
  ] as const) {
    await holdBy('elsewhere pid:[4026531836] 77 x', secondsLeft);
    const ran = await run(() => work.apply());
    expect(ran, `${secondsLeft} s left`).toMatchObject({ code });
    if (code === 3) expect(ran.message).toContain('elsewhere, process 77, 2026-11-23T01:02:03Z');
  }
  expect(await readOne(root, sentinelDn(slapd))).not.toHaveProperty('danhbaHolder');
});

it('says of a lease no run could have written until when it is, and how to clear it; it is not taken', async () => {
  const { work, root, slapd } = bench;
  expect((await work.apply()).code).toBe(0);
  const other = 'elsewhere pid:[4026531836] 77 x';
  // A run whose clock is a minute ahead may be alive.
  await holdBy(other, 170);
  expect(await run(() => work.apply())).toMatchObject({ code: 3, error: 'lease-held' });
  const year = 365 * 86_400;
  for (const left of [190, 3 * 86_400, 50 * year]) {
    await holdBy(other, left);
    const refused = await run(() => work.apply());
    expect(refused, `${left} s left`).toMatchObject({ code: 3, error: 'lease-future' });
    const until = generalizedTimeOfInstant(Date.now() + left * 1000).slice(0, 4);
    expect(refused.message).toMatch(
      new RegExp(
        `^[^\\n]* elsewhere, process 77, 2026-11-23T01:02:03Z → ${until}-[^\\n]*clock: \\d{4}-[^\\n]*Z$`,
      ),
    );
    expect(await readOne(root, sentinelDn(slapd))).toMatchObject({ danhbaHolder: other });
  }
  const hint = (await told(work.apply())).hint;
  const ldif = hint.slice(hint.indexOf('\n') + 1);
  // Another run that has the lease by then keeps it.
  await holdBy('third pid:[4026531836] 78 y', 100);
  expect(await feedLdapmodify(ldif)).not.toBe(0);
  await holdBy(other, 50 * year);
  expect(await feedLdapmodify(ldif)).toBe(0);
  await expectConverges(work, 'after the lease was cleared');
});

it('says the same of a lease without an end, and the server stores no end that is no time', async () => {
  const { work, root, slapd } = bench;
  expect((await work.apply()).code).toBe(0);
  const garbage = root.modify(sentinelDn(slapd), [replace('danhbaUntil', 'for ever')]);
  await expect(garbage).rejects.toMatchObject({ code: 21 });
  await root.modify(sentinelDn(slapd), [replace('danhbaHolder', 'ở đâu đó')]);
  const refused = await told(work.apply());
  expect(refused).toMatchObject({ code: 'lease-future' });
  const { hint } = refused;
  expect(await feedLdapmodify(hint.slice(hint.indexOf('\n') + 1))).toBe(0);
  await expectConverges(work, 'after the lease was cleared');
});

async function feedLdapmodify(ldif: string): Promise<number | null> {
  const { url, root } = bench.slapd;
  const args = ['-x', '-H', url, '-D', root.dn, '-w', await readSecret(root.passwordFile)];
  const tool = spawn('/usr/bin/ldapmodify', args, { stdio: ['pipe', 'ignore', 'ignore'] });
  tool.stdin.end(`${ldif}\n`);
  return await new Promise((resolve) => tool.once('exit', resolve));
}

it('writes nothing more once the lease is lost, not even the count', async () => {
  const { work, proxy, root, slapd } = bench;
  const pause = proxy.hold('add', 20);
  // The half minute between two renewals, without waiting for it.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const running = run(() => work.apply());
  await pause.reached;
  await holdBy('elsewhere pid:[4026531836] 77 x', 100);
  // Whatever else is on its way has come.
  let before = -1;
  while (before !== proxy.received()) {
    before = proxy.received();
    await sleep(50);
  }
  await vi.advanceTimersByTimeAsync(30_000);
  // The renewal has left danhba and stands behind what is held.
  expect(await eventually(() => proxy.received() > before)).toBe(true);
  pause.release();
  const ran = await running;
  expect(ran).toMatchObject({ code: 4 });
  expect(ran.out).toContain('mất quyền ghi');
  const left = await readAll(bench);
  expect(left.length).toBeLessThan(many / 2);
  // Counted before its first write: none.
  expect(await readOne(root, sentinelDn(slapd))).toMatchObject({
    danhbaHolder: 'elsewhere pid:[4026531836] 77 x',
    danhbaCount: '0',
  });
  vi.useRealTimers();
  await holdBy('elsewhere pid:[4026531836] 77 x', -62);
  await expectConverges(work, 'after the other');
  expectSound(left, await readAll(bench), { entries: many + 2, ended: new Set() }, 'after the other');
});
