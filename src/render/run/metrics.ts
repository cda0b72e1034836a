/** What a run has to say to a monitoring system: pure, from the facts of the run and the file of the run before. */
import type { Account, AccountState } from '../../model/account/account.ts';
import { parseKey } from '../../model/account/key.ts';
import { lettersInQuarantine, type MailFindingCode } from '../../model/mail/state.ts';
import { noticeKinds } from '../../model/notice.ts';
import { isOpen, lacksCopy, type NoticeRow } from '../../model/notice-row.ts';
import type { Outcome } from '../../model/plan/outcome.ts';
import { type ChangeKind, changeKinds, type HeldCode, type Plan } from '../../model/plan/plan.ts';
import type { Problem } from '../../model/problems/problem.ts';
import type { DeadlineEvent, DeadlineRow } from '../../model/report.ts';
import { heldWords } from '../plan/words/held.ts';
import { type Family, parseSamples, renderOpenMetrics, type Sample, sampleName } from './open-metrics.ts';

/** The parts of a run, in their order. */
export const phases = ['connect', 'check', 'read', 'plan', 'apply', 'record'] as const;

export type Phase = (typeof phases)[number];

/** What a run saw, where it came as far as a plan. */
export interface Seen {
  readonly plan: Plan;
  /** The accounts as the run left them. */
  readonly accounts: readonly Account[];
  readonly problems: readonly Problem[];
  readonly outcomes: readonly Outcome[];
  /** What was late or due before the run. */
  readonly deadlines: readonly DeadlineRow[];
  /** Written notices, as the run left them. */
  readonly notices: readonly NoticeRow[];
}

export interface RunFacts {
  /** Milliseconds since 1970. */
  readonly begun: number;
  readonly ended: number;
  /** Milliseconds. */
  readonly phases: ReadonlyMap<Phase, number>;
  readonly exitCode: number;
  readonly seen?: Seen;
}

const results = ['applied', 'already', 'retry', 'failed', 'skipped'] as const satisfies Outcome['result'][];
const states = ['active', 'suspended', 'terminated'] as const satisfies AccountState[];
const events = [
  'planned',
  'removal',
  'deletion',
  'inactivity',
  'absence',
  'notification',
  'recorded',
  'operator-lock',
  'last-day',
  'notice',
  'request',
] as const satisfies DeadlineEvent[];
const findings = [
  'forward',
  'answer-as',
  'quota',
  'orphan',
  'no-mailbox',
  'quarantined',
  'unread',
] as const satisfies MailFindingCode[];
const exitCodes = [0, 1, 3, 4] as const;

/** `previous` is the text the run before left, or nothing: counters go on from there, and so does the last success. */
export function renderMetrics(facts: RunFacts, previous = ''): string {
  const before = parseSamples(previous);
  const seen = facts.seen === undefined ? [] : familiesOf(facts.seen);
  return renderOpenMetrics([...seen, ...runFamilies(facts, before), ...counters(facts, before)]);
}

function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name: `danhba_${name}`, type: 'gauge', help, samples };
}

function seconds(name: string, help: string, samples: readonly Sample[]): Family {
  return { name: `danhba_${name}_seconds`, type: 'gauge', unit: 'seconds', help, samples };
}

/** What a run adds, on top of what the file of the run before says. */
function counter(
  name: string,
  help: string,
  added: readonly Sample[],
  before: ReadonlyMap<string, number>,
): Family {
  const samples = added.map((sample) => {
    const earlier = before.get(sampleName(`danhba_${name}`, 'counter', sample)) ?? 0;
    return { ...sample, value: earlier + sample.value };
  });
  return { name: `danhba_${name}`, type: 'counter', help, samples };
}

function runFamilies(facts: RunFacts, before: ReadonlyMap<string, number>): readonly Family[] {
  const { begun, ended, exitCode } = facts;
  const lastSuccess = before.get('danhba_last_success_timestamp_seconds');
  const success = exitCode === 0 ? ended / 1000 : lastSuccess;
  return [
    seconds('last_run_timestamp', 'When the last run ended, in seconds since 1970.', [
      { value: ended / 1000 },
    ]),
    seconds(
      'last_success_timestamp',
      'When a run last ended with exit code 0, in seconds since 1970.',
      success === undefined ? [] : [{ value: success }],
    ),
    gauge('exit_code', 'Exit code of the last run: 0 clean, 1 problems, 3 refused or held, 4 incomplete.', [
      { value: exitCode },
    ]),
    seconds('run_duration', 'How long the last run took.', [{ value: Math.max(0, ended - begun) / 1000 }]),
    seconds(
      'phase_duration',
      'How long the parts of the last run took, those it came to.',
      phases.flatMap((phase) => {
        const spent = facts.phases.get(phase);
        return spent === undefined ? [] : [{ labels: { phase }, value: spent / 1000 }];
      }),
    ),
  ];
}

/** Told by every run, so that one which fails early takes nothing away. */
function counters({ exitCode, seen }: RunFacts, before: ReadonlyMap<string, number>): readonly Family[] {
  const missed = seen === undefined ? [] : splitDeadlines(seen).missed;
  const runs = exitCodes.map((code) => ({
    labels: { exit_code: String(code) },
    value: code === exitCode ? 1 : 0,
  }));
  return [
    counter('runs', 'Runs, by exit code.', runs, before),
    counter(
      'changes',
      'Changes of all runs, by kind and result.',
      outcomeSamples(seen?.outcomes ?? []),
      before,
    ),
    counter(
      'deadlines_missed',
      'What runs did after its deadline, by event.',
      tally(events, missed, 'event'),
      before,
    ),
  ];
}

function familiesOf(seen: Seen): readonly Family[] {
  const { plan, problems, outcomes } = seen;
  const { overdue } = splitDeadlines(seen);
  return [
    gauge('accounts', 'Managed accounts as the last run left them, by kind and state.', accountSamples(seen)),
    gauge('unmarked_entries', 'Entries on the server that danhba does not manage.', [
      { value: plan.unmarked.length },
    ]),
    gauge('run_changes', 'Changes of the last run, by kind and result.', outcomeSamples(outcomes)),
    gauge('held', 'What the last run did not do, by reason.', tally(heldCodes, plan.held, 'code')),
    gauge('approval_pending', '1 where changes wait for a one-time approval.', [
      { value: plan.approval === undefined ? 0 : 1 },
    ]),
    gauge(
      'problems',
      'Problems of the directory, by severity.',
      tally(['error', 'warning'], problems, 'severity'),
    ),
    gauge(
      'upcoming',
      'Accounts about to be changed by the calendar alone.',
      tally(['suspend', 'terminate'], plan.upcoming, 'kind'),
    ),
    gauge(
      'deadlines_overdue',
      'Deadlines that have passed and are still open, by event.',
      tally(events, overdue, 'event'),
    ),
    gauge('read_doubtful', '1 where fewer entries were read than an earlier run left.', [
      { value: plan.doubt === undefined ? 0 : 1 },
    ]),
    gauge(
      'access_doubtful',
      '1 where last access says nothing, so that nobody is suspended for inactivity.',
      [{ value: plan.accessDoubt === undefined ? 0 : 1 }],
    ),
    gauge(
      'notices_open',
      'Written notices somebody has to see to, by kind and status.',
      noticeSamples(seen.notices),
    ),
    ...mailFamilies(plan),
  ];
}

/** Of a deletion that is recorded the copy may be missing still (8.1). */
function noticeSamples(rows: readonly NoticeRow[]): readonly Sample[] {
  const statusOf = (row: NoticeRow) => (lacksCopy(row) ? 'uncopied' : row.status);
  const open = rows.filter(isOpen);
  return noticeKinds.flatMap((kind) =>
    (['missing', 'waiting', 'changed', 'uncopied'] as const).map((status) => ({
      labels: { kind, status },
      value: open.filter((row) => row.kind === kind && statusOf(row) === status).length,
    })),
  );
}

/** Nothing where no mail server is set. */
function mailFamilies({ mail }: Plan): readonly Family[] {
  if (mail === undefined) return [];
  const reachable = mail.unreachable === undefined;
  return [
    gauge('mail_reachable', '1 where the mail server answered the last run.', [{ value: reachable ? 1 : 0 }]),
    gauge(
      'mail_findings',
      'What was found on the mail server, by code.',
      reachable ? tally(findings, mail.findings, 'code') : [],
    ),
    gauge(
      'mail_quarantined_letters',
      'Letters in the folder Quarantine of all mailboxes (4.6).',
      reachable ? [{ value: lettersInQuarantine(mail.findings) }] : [],
    ),
  ];
}

const heldCodes = Object.keys(heldWords) as HeldCode[];

/** One sample for each value there can be, so that none appears out of nothing; 0 where there is none. */
function tally<L extends string, V extends string>(
  values: readonly V[],
  rows: readonly Readonly<Record<L, V>>[],
  label: L,
): readonly Sample[] {
  const counts = Map.groupBy(rows, (row) => row[label]);
  return values.map((value) => ({ labels: { [label]: value }, value: counts.get(value)?.length ?? 0 }));
}

function outcomeSamples(outcomes: readonly Outcome[]): readonly Sample[] {
  const counts = Map.groupBy(outcomes, ({ kind, result }) => `${kind} ${result}`);
  return changeKinds.flatMap((kind: ChangeKind) =>
    results.map((result) => ({
      labels: { kind, result },
      value: counts.get(`${kind} ${result}`)?.length ?? 0,
    })),
  );
}

function accountSamples({ accounts }: Seen): readonly Sample[] {
  const kindOf = ({ key }: Account) => parseKey(key)?.kind ?? 'person';
  const counts = Map.groupBy(accounts, (account) => `${kindOf(account)} ${account.state ?? 'none'}`);
  return (['person', 'organization'] as const).flatMap((kind) =>
    [...states, 'none' as const].map((state) => ({
      labels: { kind, state },
      value: counts.get(`${kind} ${state}`)?.length ?? 0,
    })),
  );
}

/** What this run has done, late, is open no more. */
function splitDeadlines({ plan, outcomes, deadlines }: Seen) {
  const results = new Map(outcomes.map(({ id, result }) => [id, result]));
  const done = new Set<string>();
  for (const change of plan.changes) {
    const result = results.get(change.id);
    if (result !== 'applied' && result !== 'already') continue;
    done.add(`${change.kind} ${'base' in change && change.account ? change.base.key : change.key}`);
  }
  const late = deadlines.filter(({ status }) => status === 'overdue');
  const isDone = ({ change, key }: DeadlineRow) => change !== undefined && done.has(`${change} ${key}`);
  return { missed: late.filter(isDone), overdue: late.filter((row) => !isDone(row)) };
}
