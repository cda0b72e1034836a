// `danhba apply` is killed at random moments: the next run takes the lease over at once and ends what was begun.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDanhba, settingsOf } from '../support/child.ts';
import { organizationText } from '../support/world.ts';
import {
  type Bench,
  expectConverges,
  expectSound,
  type Found,
  personLine,
  randomOf,
  readAll,
  readJournal,
  run,
  startBench,
} from './faults-fixture.ts';

const seed = Number(process.env.DANHBA_TEST_SEED ?? 20261123);
const random = randomOf(seed);
const many = 400;
let bench: Bench;
let kills = 0;
let inside = 0;

beforeAll(async () => {
  bench = await startBench({});
});

afterAll(async () => {
  await bench?.stop();
  console.log(`killed ${kills} times, ${inside} of them amid the writes (seed ${seed})`);
});

/** Starts apply as a process of its own and kills it after so many milliseconds; true where it was still at work. */
async function kill(milliseconds: number): Promise<boolean> {
  const { work, through } = bench;
  const before = (await readJournal(work)).lines.length;
  let timer: NodeJS.Timeout | undefined;
  const args = ['apply', '--directory', `${work.root}/directory`, '--today', '2026-11-23'];
  const ended = await runDanhba([...args, '--journal', `${work.root}/journal.jsonl`], {
    environment: settingsOf(through),
    onStart: (pid) => {
      timer = setTimeout(() => process.kill(pid, 'SIGKILL'), milliseconds);
    },
  });
  clearTimeout(timer);
  if (ended.code !== null) {
    expect([0, 4], ended.err).toContain(ended.code);
    return false;
  }
  kills++;
  // More than the line that begins a run: it had begun to write.
  if ((await readJournal(work)).lines.length > before + 1) inside++;
  return true;
}

/** From before the first request until after the last: a run takes about this long. */
const moment = () => 120 + random() * 700;

it('converges after a kill at any moment of a first load', async () => {
  await bench.work.write({
    sokx: organizationText(
      'sokx',
      Array.from({ length: many }, (_, i) => personLine('sokx', i)),
    ),
  });
  for (let load = 0; load < 5; load++) {
    let before: Found[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      const at = moment();
      const what = `load ${load}, kill ${attempt} at ${at.toFixed(0)} ms, seed ${seed}`;
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
    if (load < 4) await empty();
  }
}, 120_000);

/** Takes every entry away, and what danhba remembers of them. */
async function empty(): Promise<void> {
  const { root, slapd } = bench;
  const entries = await readAll(bench);
  for (let at = 0; at < entries.length; at += 50) {
    await Promise.all(entries.slice(at, at + 50).map(({ dn }) => root.del(dn)));
  }
  await root.del(`cn=sentinel,ou=danhba,${slapd.baseDn}`);
}

it('converges after a kill amid creations, renames, transfers and terminations', async () => {
  const ended = new Set<string>();
  const people = (round: number, id: 'sokx' | 'soky') => {
    const lines: string[] = [];
    for (let i = 0; i < many; i++) {
      // One of the last hundred ends in each round.
      if (i >= many - round) continue;
      // One of the first moves over in each round, once.
      const home = i < round ? 'soky' : 'sokx';
      const title = i < 60 ? `, title: Lần ${round}` : '';
      if (home === id) lines.push(personLine(home, i, title));
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
    const moments = [moment(), moment()];
    const what = `round ${round}, kills at ${moments.map((at) => at.toFixed(0)).join(', ')} ms, seed ${seed}`;
    for (const at of moments) await kill(at);
    const ran = await run(() => bench.work.apply());
    expect(ran, what).toMatchObject({ code: 0 });
    await expectConverges(bench.work, what);
    // The transferred person has two entries, the one they left and the new one.
    const entries = many + 3 + round * 11;
    expectSound(before, await readAll(bench), { entries, ended }, what);
  }
}, 120_000);

it('was killed often enough, and left a journal that can be read', async () => {
  expect(kills).toBeGreaterThanOrEqual(30);
  expect(inside).toBeGreaterThan(5);
  const { lines, torn } = await readJournal(bench.work);
  expect(lines.length).toBeGreaterThan(1000);
  // Each kill can tear the line that was being written, and no other.
  expect(torn).toBeLessThanOrEqual(kills);
});

it('takes the lease of the dead over at once, and starts a line of its own after a torn one', async () => {
  const { appendFile } = await import('node:fs/promises');
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
