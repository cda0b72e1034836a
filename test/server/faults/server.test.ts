// slapd itself fails amid an apply: it is killed and comes back, stays away, or its database is full.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startSlapd } from '../../../servers/launch/slapd.ts';
import {
  bindRoot,
  expectConverges,
  expectSound,
  randomOf,
  readAll,
  replace,
  run,
  staff,
  startBench,
} from '../../support/faults-fixture.ts';
import { readPid } from '../../support/slapd-fixture.ts';

const seed = Number(process.env.SEED ?? 20261123);
const many = 400;
/** The folder is kept to be served again, and goes with the test. */
const hashing = 'light';

/** A folder that slapd's own user can reach. */
const makeFolder = () => mkdtemp(join(tmpdir(), 'danhba-test-'));

async function killServer(directory: string, exited: Promise<unknown>): Promise<void> {
  process.kill(await readPid(directory), 'SIGKILL');
  await exited;
}

it('outlives a server that is killed and comes back, and finishes in the same run', async () => {
  const random = randomOf(seed);
  for (let restart = 0; restart < 3; restart++) {
    const directory = await makeFolder();
    const bench = await startBench({ sokx: staff('sokx', 0, many) }, { directory, hashing });
    const what = `restart ${restart}, seed ${seed}`;
    try {
      const pause = bench.proxy.hold('add', 2 + Math.floor(random() * (many - 20)));
      const running = run(() => bench.work.apply());
      await pause.reached;
      await killServer(bench.slapd.directory, bench.slapd.exited);
      pause.release();
      const again = await startSlapd({ directory, hashing });
      try {
        bench.proxy.aim(again.url);
        const ran = await running;
        expect(ran, what).toMatchObject({ code: 0 });
        await expectConverges(bench.work, what);
        const root = await bindRoot(again);
        const found = await readAll({ root, slapd: again });
        await root.unbind();
        expectSound([], found, { entries: many + 2, ended: new Set() }, what);
      } finally {
        await again.stop();
      }
    } finally {
      await bench.stop();
      await rm(directory, { recursive: true, force: true });
    }
  }
});

it('gives up a server that stays away with 4, in time', async () => {
  const directory = await makeFolder();
  const bench = await startBench(
    { sokx: staff('sokx', 0, many) },
    { directory, hashing },
    { waitSeconds: 5 },
  );
  try {
    const wave = bench.proxy.hold('add', 20);
    const running = run(() => bench.work.apply());
    await wave.reached;
    await killServer(bench.slapd.directory, bench.slapd.exited);
    wave.release();
    const begun = Date.now();
    const ran = await running;
    expect(ran).toMatchObject({ code: 4 });
    expect(Date.now() - begun).toBeLessThan(20_000);
    const again = await startSlapd({ directory, hashing });
    try {
      bench.proxy.aim(again.url);
      // The lease is of this very process, which lives: by hand, as after a long wait.
      const root = await bindRoot(again);
      const sentinel = `cn=sentinel,ou=danhba,${again.baseDn}`;
      await root.modify(sentinel, replace('danhbaUntil', '20200101000000Z'));
      await expectConverges(bench.work, 'after the outage');
      expectSound(
        [],
        await readAll({ root, slapd: again }),
        { entries: many + 2, ended: new Set() },
        'outage',
      );
      await root.unbind();
    } finally {
      await again.stop();
    }
  } finally {
    await bench.stop();
    await rm(directory, { recursive: true, force: true });
  }
});

it('says what a full database refused, with 4, and goes on when there is room', async () => {
  const directory = await makeFolder();
  const bench = await startBench({ sokx: staff('sokx', 0, many) }, { directory, hashing, maxSize: 400_000 });
  try {
    const ran = await run(() => bench.work.apply());
    expect(ran).toMatchObject({ code: 4 });
    expect(ran.out).toMatch(/\(80\)/);
    const before = await readAll(bench);
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(many);
    // Full, it cannot even take the lease; a plan is still made.
    expect((await bench.work.plan()).code).toBe(2);
    await bench.slapd.stop();
    const again = await startSlapd({ directory, hashing });
    try {
      bench.proxy.aim(again.url);
      const root = await bindRoot(again);
      await expectConverges(bench.work, 'with room');
      expectSound(
        before,
        await readAll({ root, slapd: again }),
        { entries: many + 2, ended: new Set() },
        'room',
      );
      await root.unbind();
    } finally {
      await again.stop();
    }
  } finally {
    await bench.stop();
    await rm(directory, { recursive: true, force: true });
  }
});
