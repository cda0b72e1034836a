/** The metrics are OpenMetrics to the letter, say what the run was, and go on from what the run before has left. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Key } from '../../../src/model/account/key.ts';
import type { Outcome } from '../../../src/model/plan/outcome.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { quoted } from '../../../src/model/problems/remark.ts';
import type { DeadlineRow } from '../../../src/model/report.ts';
import { type Phase, type RunFacts, renderMetrics, type Seen } from '../../../src/render/run/metrics.ts';
import { type Family, parseSamples, renderOpenMetrics } from '../../../src/render/run/open-metrics.ts';
import { readOpenMetrics } from '../../support/open-metrics.ts';
import { applied, organizationText, planOf } from '../../support/world.ts';

const people = ['id: LC-000001, name: Nguyễn Văn An', 'id: LC-000002, name: Trần Thị Bình'];
const organizations = { sokx: organizationText('sokx', people) };
const first = planOf({ organizations });
const accounts = applied([], first.plan);

const outcomesOf = (plan: Plan, result: Outcome['result'] = 'applied'): Outcome[] =>
  plan.changes.map(({ id, key, kind, wave }) => ({ id, key, kind, wave, result }));

const seenOf = (plan: Plan, more: Partial<Seen> = {}): Seen => ({
  plan,
  accounts,
  problems: first.problems,
  outcomes: outcomesOf(plan),
  deadlines: [],
  notices: [],
  ...more,
});

const begun = Date.parse('2026-11-23T01:00:00Z');
const phases = new Map<Phase, number>([
  ['connect', 12],
  ['apply', 1500],
]);
const factsOf = (more: Partial<RunFacts> = {}): RunFacts => ({
  begun,
  ended: begun + 2250,
  phases,
  exitCode: 0,
  ...more,
});

describe('metrics of a run', () => {
  const text = renderMetrics(factsOf({ seen: seenOf(first.plan) }));
  const read = readOpenMetrics(text);
  const samples = parseSamples(text);

  it('are OpenMetrics to the letter, with a help for each family', () => {
    expect(read.size).toBeGreaterThan(15);
    for (const [name, { help, type, unit }] of read) {
      expect(help, name).toMatch(/^[A-Z01].*\.$/);
      // All that the older text format of Prometheus knows as well.
      expect(['gauge', 'counter'], name).toContain(type);
      expect(unit, name).toBe(name.endsWith('_seconds') ? 'seconds' : undefined);
      expect(name).toMatch(/^danhba_[a-z_]+$/);
    }
  });

  it('say what the run did', () => {
    expect(samples.get('danhba_accounts{kind="person",state="active"}')).toBe(2);
    expect(samples.get('danhba_accounts{kind="organization",state="suspended"}')).toBe(0);
    expect(samples.get('danhba_run_changes{kind="create",result="applied"}')).toBe(4);
    expect(samples.get('danhba_run_changes{kind="delete",result="failed"}')).toBe(0);
    expect(samples.get('danhba_run_duration_seconds')).toBe(2.25);
    expect(samples.get('danhba_phase_duration_seconds{phase="apply"}')).toBe(1.5);
    expect(samples.has('danhba_phase_duration_seconds{phase="record"}')).toBe(false);
    expect(samples.get('danhba_last_success_timestamp_seconds')).toBe((begun + 2250) / 1000);
    expect(samples.get('danhba_problems{severity="error"}')).toBe(0);
    expect([...read.keys()].filter((name) => name.includes('mail'))).toEqual([]);
  });

  it('go on counting, and keep the last success of a run that is over', () => {
    const failed = renderMetrics(factsOf({ ended: begun + 60_000, exitCode: 1 }), text);
    const after = parseSamples(failed);
    readOpenMetrics(failed);
    expect(after.get('danhba_last_success_timestamp_seconds')).toBe((begun + 2250) / 1000);
    expect(after.get('danhba_last_run_timestamp_seconds')).toBe((begun + 60_000) / 1000);
    expect(after.get('danhba_runs_total{exit_code="0"}')).toBe(1);
    expect(after.get('danhba_runs_total{exit_code="1"}')).toBe(1);
    expect(after.get('danhba_changes_total{kind="create",result="applied"}')).toBe(4);
    expect(after.has('danhba_run_changes{kind="create",result="applied"}')).toBe(false);
    const third = parseSamples(renderMetrics(factsOf({ seen: seenOf(first.plan) }), failed));
    expect(third.get('danhba_changes_total{kind="create",result="applied"}')).toBe(8);
  });

  it('begin anew where there is no file of ours, and have no success then', () => {
    for (const before of ['', 'x', 'danhba_last_success_timestamp_seconds many\n', '\u0000{} 1']) {
      const made = renderMetrics(factsOf({ exitCode: 4 }), before);
      readOpenMetrics(made);
      expect(made).not.toContain('last_success');
      expect(parseSamples(made).get('danhba_runs_total{exit_code="4"}')).toBe(1);
    }
  });

  it('count what was done late as missed, and what is still open as overdue', () => {
    const [change] = first.plan.changes;
    if (change === undefined) throw new Error('nothing planned');
    const row = (key: Key, status: DeadlineRow['status']): DeadlineRow => ({
      ...{ key, name: '', organization: 'sokx', event: 'planned', status },
      ...{ due: '2026-11-20', daysLeft: -3, change: 'create' },
    });
    const deadlines = [
      row(change.key, 'overdue'),
      row('person:LC-000009', 'overdue'),
      row(change.key, 'now'),
    ];
    const of = (seen: Seen) => parseSamples(renderMetrics(factsOf({ seen })));
    const done = of(seenOf(first.plan, { deadlines }));
    expect(done.get('danhba_deadlines_missed_total{event="planned"}')).toBe(1);
    expect(done.get('danhba_deadlines_overdue{event="planned"}')).toBe(1);
    const outcomes = outcomesOf(first.plan, 'failed');
    const failed = of(seenOf(first.plan, { deadlines, outcomes }));
    expect(failed.get('danhba_deadlines_missed_total{event="planned"}')).toBe(0);
    expect(failed.get('danhba_deadlines_overdue{event="planned"}')).toBe(2);
  });

  it('tell what is held, approvals, doubts, and the mail server where there is one', () => {
    const gone = planOf({ organizations: {}, accounts, doubt: { seen: 3, expected: 9 } }).plan;
    const mail: Plan['mail'] = {
      findings: [
        { code: 'orphan', user: 'LC-000009@people', args: {} },
        { code: 'quarantined', user: 'LC-000001@people', args: { letters: 3 } },
        { code: 'quarantined', user: 'LC-000002@people', args: { letters: 4 } },
      ],
    };
    const told = (plan: Plan) => {
      const made = renderMetrics(factsOf({ seen: seenOf(plan) }));
      readOpenMetrics(made);
      return parseSamples(made);
    };
    const held = told({ ...gone, approval: 'sha256:0', ...(mail && { mail }) });
    const count = gone.held.filter(({ code }) => code === 'organization-vanished').length;
    expect(count).toBeGreaterThan(0);
    expect(held.get('danhba_held{code="organization-vanished"}')).toBe(count);
    expect(held.get('danhba_approval_pending')).toBe(1);
    expect(held.get('danhba_read_doubtful')).toBe(1);
    expect(held.get('danhba_mail_findings{code="orphan"}')).toBe(1);
    expect(held.get('danhba_mail_findings{code="quota"}')).toBe(0);
    expect(held.get('danhba_mail_findings{code="quarantined"}')).toBe(2);
    expect(held.get('danhba_mail_quarantined_letters')).toBe(7);
    expect(held.get('danhba_mail_reachable')).toBe(1);
    const away = told({ ...gone, mail: { findings: [], unreachable: quoted('refused') } });
    expect(away.get('danhba_mail_reachable')).toBe(0);
    expect(away.has('danhba_mail_findings{code="orphan"}')).toBe(false);
    expect(away.has('danhba_mail_quarantined_letters')).toBe(false);
  });

  it('never go backwards with the clock', () => {
    const made = parseSamples(renderMetrics(factsOf({ ended: begun - 5000 })));
    expect(made.get('danhba_run_duration_seconds')).toBe(0);
  });
});

describe('the text format', () => {
  it('carries any label value and any help, and is read back', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(
        fc.uniqueArray(
          text.map((value) => value.toWellFormed()),
          { minLength: 1 },
        ),
        text,
        fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }),
        fc.constantFrom('gauge' as const, 'counter' as const),
        (values, help, value, type) => {
          const samples = values.map((one) => ({ labels: { detail: one, kind: 'x' }, value }));
          const family: Family = { name: 'danhba_x', type, help, samples };
          const made = renderOpenMetrics([family]);
          const read = readOpenMetrics(made).get('danhba_x')?.samples ?? new Map<string, number>();
          expect(read.size).toBe(values.length);
          expect(parseSamples(made)).toEqual(read);
        },
      ),
    );
  });

  it('leaves out a family without samples', () => {
    expect(renderOpenMetrics([{ name: 'danhba_x', type: 'gauge', help: 'X.', samples: [] }])).toBe('# EOF\n');
  });
});

describe('the strict reader of these tests', () => {
  it.each([
    ['', 'no end'],
    ['# TYPE a gauge\na 1\n', 'no end'],
    ['# TYPE a gauge\n\n# EOF\n', 'sample name'],
    ['# TYPE a gauge\na{b="c} 1\n# EOF\n', 'without an end'],
    ['# TYPE a gauge\na{b="c",b="d"} 1\n# EOF\n', 'twice'],
    ['# TYPE a gauge\na 1\na 1\n# EOF\n', 'twice'],
    ['# TYPE a counter\na 1\n# EOF\n', 'not called so'],
    ['# TYPE a counter\na_total -1\n# EOF\n', 'below nothing'],
    ['# TYPE a gauge\n# UNIT a seconds\n# EOF\n', 'end in its unit'],
    ['# TYPE a gauge\na 1\n# TYPE b gauge\n# HELP a x\n# EOF\n', 'interleaved'],
    ['# TYPE a gauge\n# HELP a "x"\n# EOF\n', 'help'],
    ['a 1\n# EOF\n', 'no family'],
    ['# TYPE a gauge\na one\n# EOF\n', 'number'],
    ['# TYPE a gauge\na  1\n# EOF\n', 'value'],
  ])('refuses %j', (text, why) => {
    expect(() => readOpenMetrics(text)).toThrow(why);
  });
});
