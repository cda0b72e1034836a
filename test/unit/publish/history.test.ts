/** Weeks are what the runs of an audit have told, and nothing where its chain does not hold. */
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAudit } from '../../../src/audit/open.ts';
import type { AuditEvent } from '../../../src/audit/record.ts';
import { deedGroups, type PastRun, weeksShown } from '../../../src/model/publish/history.ts';
import { addDays, weekdayOf } from '../../../src/model/time/date.ts';
import { makeHistory } from '../../../src/publish/history.ts';
import { readPastRuns } from '../../../src/run/past-runs.ts';

const day = '2026-11-24';
const made = (kinds: Readonly<Partial<Record<string, number>>>) =>
  new Map(Object.entries(kinds)) as PastRun['made'];
const ran = (on: string, more: Partial<PastRun> = {}): PastRun => ({ day: on, made: made({}), ...more });

describe('weeks', () => {
  it('sum what was done, and keep what the last run of each has left', () => {
    const runs = [
      ran('2026-11-09', { made: made({ create: 2, rename: 1 }), held: 4 }),
      ran('2026-11-15', { made: made({ create: 1, 'end-sessions': 9 }), held: 3, accounts: { active: 7 } }),
      ran('2026-11-24', { made: made({ transfer: 1, terminate: 1 }) }),
    ];
    const none = { issued: 0, changed: 0, restored: 0, suspended: 0, ended: 0, deleted: 0 };
    expect(makeHistory(runs, day).weeks).toEqual([
      {
        monday: '2026-11-09',
        made: { ...none, issued: 3, changed: 1 },
        held: 3,
        accounts: { active: 7, suspended: 0, terminated: 0 },
      },
      { monday: '2026-11-16', made: none },
      { monday: '2026-11-23', made: { ...none, ended: 2 } },
    ]);
  });

  it('are Mondays one after another, to the present one, and lose nothing that is near', () => {
    const days = fc.integer({ min: -400, max: 30 }).map((ago) => addDays(day, ago));
    fc.assert(
      fc.property(fc.array(days, { maxLength: 30 }), (all) => {
        const runs = all.toSorted().map((on) => ran(on, { made: made({ suspend: 1 }) }));
        const { weeks } = makeHistory(runs, day);
        const earliest = addDays('2026-11-23', -7 * (weeksShown - 1));
        expect(weeks.length).toBeLessThanOrEqual(weeksShown);
        expect(weeks.at(-1)?.monday).toBe('2026-11-23');
        for (const [index, { monday }] of weeks.entries()) {
          expect(weekdayOf(monday)).toBe(1);
          if (index > 0) expect(monday).toBe(addDays(weeks[index - 1]?.monday ?? '', 7));
        }
        const near = all.filter((on) => on >= earliest && on <= day).length;
        expect(weeks.reduce((sum, week) => sum + week.made.suspended, 0)).toBe(near);
        for (const week of weeks) expect(Object.keys(week.made)).toEqual([...deedGroups]);
      }),
    );
  });
});

describe('an audit', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
    file = join(folder, 'audit.jsonl');
    const outcome = { event: 'outcome', plan: 'sha256:1', key: 'person:1', outcome: 'applied' } as const;
    const end = { event: 'end', exit: 0, outcomes: {} } as const;
    const accounts = { active: 5, suspended: 1, terminated: 0 };
    await run(
      'one',
      '2026-11-09',
      { event: 'plan', plan: 'sha256:1', changes: 3, held: 2, intends: [] },
      { ...outcome, operation: 'create' },
      { ...outcome, operation: 'create', outcome: 'already' },
      { ...outcome, operation: 'suspend', outcome: 'failed' },
      { ...end, accounts },
    );
    await run('two', '2026-11-10', { ...outcome, operation: 'suspend' }, end);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function run(name: string, today: string, ...events: readonly AuditEvent[]): Promise<void> {
    const audit = await openAudit(file, { run: name }, () => new Date(`${today}T01:00:00Z`));
    for (const event of [{ event: 'begin', today } as const, ...events]) audit.record(event);
    await audit.close();
  }

  it('is what was done and no more, by run', async () => {
    expect(await readPastRuns(file)).toEqual([
      {
        day: '2026-11-09',
        made: new Map([['create', 1]]),
        held: 2,
        accounts: { active: 5, suspended: 1, terminated: 0 },
      },
      { day: '2026-11-10', made: new Map([['suspend', 1]]) },
    ]);
  });

  it.each([
    [
      'a line is altered',
      (lines: string[]) => lines.map((one) => one.replace('"operation":"suspend"', '"operation":"delete"')),
    ],
    ['a line is gone', (lines: string[]) => lines.toSpliced(2, 1)],
    ['two change places', (lines: string[]) => lines.toSpliced(2, 2, lines[3] ?? '', lines[2] ?? '')],
    [
      'a line is put in',
      (lines: string[]) => lines.toSpliced(2, 0, '{"event":"begin","run":"x","today":"2026-11-09"}'),
    ],
  ])('is broken where %s', async (_, change) => {
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    await writeFile(file, `${change(lines).join('\n')}\n`);
    expect(await readPastRuns(file)).toBe('broken');
  });

  it('holds before half a last line, which a run at work may be writing', async () => {
    await appendFile(file, '{"hash":"sha256:');
    expect(await readPastRuns(file)).toHaveLength(2);
  });

  it('that cannot be read is an error, and not an empty past', async () => {
    await expect(readPastRuns(join(folder, 'none'))).rejects.toThrow('audit.unreadable');
  });
});
