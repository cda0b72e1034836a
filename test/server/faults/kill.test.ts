// `danhba apply` is killed at random moments: the next run takes the lease over at once and ends what was begun.

import { appendFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killIfThere, runDanhba, settingsOf } from '../../support/child.ts';
import {
  type Bench,
  expectConverges,
  expectSound,
  type Found,
  liftGuard,
  personLine,
  randomOf,
  readAll,
  readJournal,
  run,
  startBench,
} from '../../support/faults-fixture.ts';
import { organizationText } from '../../support/world.ts';

const seed = Number(process.env.SEED ?? 20261123);
const random = randomOf(seed);
const many = 200;
let bench: Bench;
let kills = 0;
let inside = 0;

beforeAll(async () => {
  bench = await startBench({});
  await liftGuard(bench.work);
});

afterAll(async () => {
  await bench?.stop();
  console.log(`killed ${kills} times, ${inside} of them amid the writes (seed ${seed})`);
});

/** Starts apply as a process of its own and kills it at the nth of its requests, or just after. */
async function kill(nth: number): Promise<void> {
  const { work, through, proxy } = bench;
  const before = (await readJournal(work)).lines.length;
  const lag = Math.floor(random() * 4);
  const args = ['apply', '--directory', `${work.root}/directory`, '--today', '2026-11-23'];
  const ended = await runDanhba([...args, '--journal', `${work.root}/journal.jsonl`], {
    environment: settingsOf(through),
    onStart: (pid) => {
      proxy.after(nth, () => void setTimeout(() => killIfThere(pid), lag));
    },
  });
  proxy.after(0, () => {});
  if (ended.code !== null) {
    expect(ended, `killed too late, at ${nth}`).toMatchObject({ code: 0 });
    return;
  }
  kills++;
  // More than the line that begins a run: it had begun to write.
  if ((await readJournal(work)).lines.length > before + 1) inside++;
}

/** Requests of a run besides its changes: bind, sentinel, lease, read, count, release. */
const frame = 9;

/** One of the requests of a run that has this much to do. */
const moment = (changes: number) => 1 + Math.floor(random() * (frame - 1 + changes));

it('converges after a kill at any moment of a first load', { timeout: 600_000 }, async () => {
  const people = Array.from({ length: many }, (_, i) => personLine('sokx', i));
  await bench.work.write({ sokx: organizationText('sokx', people) });
  for (let load = 0; load < 5; load++) {
    if (load > 0) await empty();
    let before: Found[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      const at = moment(many + 2 - before.length);
      const what = `load ${load}, kill ${attempt} at request ${at}, seed ${seed}`;
      await kill(at);
      const after = await readAll(bench);
      // What was there is there still, as it was; nothing is there twice.
      expectSound(before, after, { entries: after.length, ended: new Set() }, what);
      expect(after.length, what).toBeGreaterThanOrEqual(before.length);
      before = after;
    }
    const what = `load ${load}, seed ${seed}`;
    await expectConverges(bench.work, what);
    expectSound(before, await readAll(bench), { entries: many + 2, ended: new Set() }, what);
  }
});

/** Takes every entry away, and what danhba remembers of them. */
async function empty(): Promise<void> {
  const { root, slapd } = bench;
  const entries = await readAll(bench);
  for (let at = 0; at < entries.length; at += 50) {
    await Promise.all(entries.slice(at, at + 50).map(({ dn }) => root.del(dn)));
  }
  await root.del(`cn=sentinel,ou=danhba,${slapd.baseDn}`);
}

it('converges after a kill amid creations, renames, transfers and terminations', {
  timeout: 600_000,
}, async () => {
  const ended = new Set<string>();
  const people = (round: number, id: 'sokx' | 'soky') => {
    const lines: string[] = [];
    for (let i = 0; i < many; i++) {
      // One of the last hundred ends in each round.
      if (i >= many - round) continue;
      // One of the first moves over in each round, once.
      const home = i < round ? 'soky' : 'sokx';
      const title = i < 60 ? `, title: Lần ${round}` : '';
      // Another address, by another decision, for one more in each round.
      const renamed = i > 100 && i <= 100 + round;
      const line = personLine(home, i, title);
      if (home === id) lines.push(renamed ? line.replace(`${i}.sokx@`, `5${i}.sokx@`) : line);
    }
    // Issued in this round and those before.
    for (let i = 0; i < round * 10; i++) if (id === 'soky') lines.push(personLine(id, 1000 + i));
    return lines;
  };
  for (let round = 1; round <= 8; round++) {
    const before = await readAll(bench);
    await bench.work.write({
      sokx: organizationText('sokx', people(round, 'sokx')),
      soky: organizationText('soky', people(round, 'soky')),
    });
    const gone = `LC-${String(many - round).padStart(6, '0')}`;
    const moved = `LC-${String(round - 1).padStart(6, '0')}`;
    ended.add(`person:${gone}`);
    ended.add(`person:${moved}/1`);
    const first = moment(70);
    // The first may have been all but done.
    const moments = [first, moment(Math.max(0, 70 - first - 16))];
    const what = `round ${round}, kills at requests ${moments.join(', ')}, seed ${seed}`;
    for (const at of moments) await kill(at);
    const ran = await run(() => bench.work.apply());
    expect(ran, what).toMatchObject({ code: 0 });
    await expectConverges(bench.work, what);
    // The transferred person has two entries, the one they left and the new one.
    const entries = many + 3 + round * 11;
    expectSound(before, await readAll(bench), { entries, ended }, what);
  }
});

it('was killed often enough, and left a journal that can be read', async () => {
  expect(kills).toBeGreaterThanOrEqual(30);
  expect(inside).toBeGreaterThan(10);
  const { lines, torn } = await readJournal(bench.work);
  expect(lines.length).toBeGreaterThan(1000);
  // Each kill can tear the line that was being written, and no other.
  expect(torn).toBeLessThanOrEqual(kills);
});

it('takes the lease of the dead over at once, and starts a line of its own after a torn one', async () => {
  const file = `${bench.work.root}/journal.jsonl`;
  const { torn } = await readJournal(bench.work);
  await appendFile(file, '{"id":"create person:LC-0000');
  await bench.work.write({
    sokz: organizationText('sokz', [personLine('sokz', 3000)]),
  });
  const before = (await readJournal(bench.work)).lines.length;
  expect(await run(() => bench.work.apply())).toMatchObject({ code: 0 });
  const after = await readJournal(bench.work);
  expect(after.torn).toBe(torn + 1);
  expect(after.lines.length).toBe(before + 3);
});
