/** `danhba reconcile`: the scheduled job: one whole run, with its audit, its metrics and its page. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Audit, openAudit } from '../audit/open.ts';
import { makeApprovalSource } from '../consent/approvals.ts';
import { makeConsentJudge } from '../consent/merged.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import type { GitHub } from '../github/connect/open.ts';
import { findAskers } from '../history/askers.ts';
import { type Commit, readCommit } from '../history/commit.ts';
import { findFormBases } from '../history/form-basis.ts';
import { type LastChanges, rememberLastChanges } from '../history/record.ts';
import type { Outcome } from '../model/plan/outcome.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { addDays } from '../model/time/date.ts';
import type { Draft } from '../notices/list.ts';
import { type ExitCode, exitCode, exitCodeOf, type Io, todayOf } from '../process/io.ts';
import { makeLogger } from '../process/log.ts';
import { type Stopwatch, startStopwatch } from '../process/stopwatch.ts';
import { renderError } from '../process/told-error.ts';
import { tellGitHub } from '../pull/follow-up.ts';
import { type Origin, readOrigin } from '../pull/origin.ts';
import { renderMetrics } from '../render/run/metrics.ts';
import {
  auditBases,
  beginAudit,
  recordEnd,
  recordIntent,
  recordOutcome,
  withoutPrivate,
} from '../run/audit.ts';
import {
  accountsAfter,
  type Carried,
  type CarryOutOptions,
  carryOut,
  type Onlooker,
} from '../run/carry-out.ts';
import { readEarlierDeeds } from '../run/earlier-deeds.ts';
import { openSetGitHub } from '../run/github.ts';
import type { ConsentJudge, MergedConsent, Proposal } from '../run/propose.ts';
import { seenOf } from './notices/after-run.ts';
import type { PublishingOptions } from './publish/after-run.ts';
import { type Ended, writeSummary } from './reconcile/page.ts';

export interface ReconcileOptions extends CarryOutOptions, PublishingOptions {
  /** The hash-chained audit; without it there is the journal alone. */
  readonly audit?: string;
  /** OpenMetrics text, for a collector to pick up. */
  readonly metrics?: string;
  /** Markdown; `$GITHUB_STEP_SUMMARY` where it is not given. */
  readonly summary?: string;
  readonly commit?: string;
  /** Hold what was merged without the word it needs, and tell what was done, held and recorded. */
  readonly github?: boolean;
  /** A commit up to which the operator takes everything for agreed to, whatever an earlier run has found. */
  readonly consented?: string;
  /** Where drafts of written notices lie, and what the run made necessary is drafted. */
  readonly notices?: string;
}

/** Everything a run has come to know so far: what it leaves is written from this, however it ends. */
interface Run {
  readonly id: string;
  readonly begun: number;
  readonly watch: Stopwatch;
  readonly commit?: Commit;
  readonly github?: GitHub;
  readonly origin: Origin;
  readonly lastChanges: LastChanges;
  /** What was said of GitHub already: one reason is one line, however many parts it stopped. */
  readonly told: Set<string>;
  readonly outcomes: Outcome[];
  audit?: Audit;
  /** What lies in the folder of drafts. */
  drafts: readonly Draft[];
  proposal?: Proposal;
  /** What was found out of merged changes: GitHub is not asked twice. */
  consent?: MergedConsent;
  carried?: Carried;
}

/** Mailboxes do not wait for GitHub: so many milliseconds in all, and the run goes on without it. */
const patience = 15_000;

/** Throws what ended the run before its time, once everything it leaves is written. */
export async function reconcile(options: ReconcileOptions, io: Io): Promise<ExitCode> {
  const day = todayOf(options, io);
  const site = isPublishing(options) ? await import('./publish/after-run.ts') : undefined;
  await site?.refusePlaces(options);
  const commit = await readCommit(options.directory, options.commit);
  const github = options.github === true ? await openSetGitHub(io, patience) : undefined;
  const told = new Set<string>();
  const origin = await readOrigin(github, commit?.commit, (failure) => tellOnce(failure, told, io));
  const run: Run = {
    id: randomUUID(),
    begun: io.now().getTime(),
    watch: startStopwatch(io.now),
    ...(commit && { commit }),
    ...(github && { github }),
    origin,
    lastChanges: rememberLastChanges(options.directory),
    told,
    outcomes: [],
    drafts: [],
  };
  const log = await makeLogger(io);
  log.info({ run: run.id, ...commit }, 'reconcile');
  let thrown: unknown;
  try {
    await openAuditOf(run, options, day, io);
    run.carried = await carryOut(options, io, onlookerOf(run, options, io));
  } catch (error) {
    thrown = error;
  }
  const { directory, notices, audit } = options;
  if (notices !== undefined) {
    const { draftAfter } = await import('./notices/draft-after.ts');
    run.drafts = await draftAfter({ ...run, audit }, { directory, notices }, io);
  }
  const ended = thrown === undefined ? (run.carried?.exit ?? exitCode.problems) : exitCodeOf(thrown);
  const exit = await leave(run, options, { day, exit: ended, thrown }, io, async () => {
    if (thrown === undefined)
      return (await site?.publishAfter({ ...options, today: day }, consentsOf(run), io)) ?? 0;
    site?.tellLeft(options, io);
    return exitCode.clean;
  });
  log.info({ run: run.id, exit }, 'reconcile ended');
  if (thrown !== undefined) throw thrown;
  return exit;
}

const isPublishing = ({ publish, publishInternal }: PublishingOptions): boolean =>
  publish !== undefined || publishInternal !== undefined;

/** As the run found out: what it held for want of somebody's word waits for it still. */
const consentsOf = ({ consent }: Run): ConsentJudge | undefined => consent && (async () => consent);

function tellOnce(failure: ExpectedError, told: Set<string>, io: Io): void {
  const text = renderError(failure, io.language) ?? '';
  if (!told.has(text)) io.err(text);
  told.add(text);
}

async function openAuditOf(run: Run, options: ReconcileOptions, today: string, io: Io): Promise<void> {
  if (options.audit === undefined) return;
  const { approve } = options;
  const { pullRequest, approvers } = run.origin;
  const whose = {
    run: run.id,
    ...run.commit,
    ...(pullRequest !== undefined && { pullRequest }),
    ...(approvers !== undefined && { approvers }),
    ...(approve !== undefined && { approval: approve }),
  };
  run.audit = await openAudit(options.audit, whose, io.now);
  await beginAudit(run.audit, options.audit, today, io);
}

function onlookerOf(run: Run, { directory, consented, approve }: ReconcileOptions, io: Io): Onlooker {
  let clean = (outcome: Outcome) => outcome;
  let digest = '';
  let basisOfOutcome = auditBases([], new Map());
  const { audit, github, commit, lastChanges, told } = run;
  const tell = (failure: ExpectedError) => tellOnce(failure, told, io);
  const sources = { directory, head: commit?.commit, consented, tell };
  const judge = github && makeConsentJudge(github, sources, io);
  return {
    // GitHub alone knows who wrote what and who agreed.
    ...(judge && { consents: async (observed) => (run.consent = await judge(observed)) }),
    approvals: makeApprovalSource(github, { directory, tell, ...(approve !== undefined && { approve }) }, io),
    phase: run.watch.begin,
    planned: (proposal) => {
      run.proposal = proposal;
      clean = withoutPrivate(proposal.plan.changes);
      digest = proposal.plan.digest;
    },
    forms: async (changes) => {
      const forms = await findFormBases(directory, changes, lastChanges);
      const askers = github && (await findAskers(changes, lastChanges).catch(noneKnown));
      basisOfOutcome = auditBases(changes, forms, askers);
      return forms;
    },
    begins: async (plan) => {
      if (audit !== undefined) await recordIntent(audit, plan, run.proposal?.approvals?.taken);
    },
    outcomes: {
      record: (outcome) => {
        const told = clean(outcome);
        run.outcomes.push(told);
        if (audit !== undefined) recordOutcome(audit, digest, told, basisOfOutcome(told));
      },
      sync: async () => audit?.sync(),
    },
  };
}

/** Git is asked again once the work is done, and tells then what it lacks. */
function noneKnown(thrown: unknown): undefined {
  if (!(thrown instanceof ExpectedError)) throw thrown;
}

/** Writes the audit's end, the metrics and the page, each whatever became of the others. */
async function leave(
  run: Run,
  options: ReconcileOptions,
  ended: Ended,
  io: Io,
  publish: () => Promise<ExitCode>,
): Promise<ExitCode> {
  let { exit } = ended;
  const attempt = async (write: () => Promise<void>) => {
    try {
      await write();
    } catch (thrown) {
      const told = renderError(thrown, io.language);
      if (told === undefined) throw thrown;
      io.err(told);
      if (exit !== exitCode.incomplete) exit = exitCode.problems;
    }
  };
  // The clock of the last part stops before what is told of it.
  const phases = run.watch.read();
  await attempt(() => endAudit(run, ended, options, io));
  // The audit is whole by now, and its pictures have this run. What was done counts more than how it is shown.
  const published = await publish();
  if (exit === exitCode.clean) exit = published;
  await attempt(async () => {
    const { metrics: file } = options;
    if (file === undefined) return;
    const facts = { begun: run.begun, ended: io.now().getTime(), phases, exitCode: exit };
    const seen = seenOf(run);
    // Where the file of the run before cannot be read there is nothing to go on from.
    const previous = await readFile(file, 'utf8').catch(() => '');
    const text = renderMetrics({ ...facts, ...(seen && { seen }) }, previous);
    // Collectors run as somebody else.
    await writeFileAtomically(file, text, 0o644);
  });
  await tellOf(run, options, io);
  await attempt(() => writeSummary(run, options, { ...ended, exit }, io));
  return exit;
}

/** So many days back a run looks for what another has done and could not tell. */
const toldLate = 31;

/** GitHub may be down: that is told, and changes no exit code, for the mailboxes are as they should be. */
async function tellOf(
  { id, github, proposal, outcomes, carried, lastChanges, told }: Run,
  { directory, audit }: ReconcileOptions,
  io: Io,
) {
  if (github === undefined || proposal === undefined) return;
  const { sealed = new Map(), recorded } = carried ?? {};
  const earlier = { run: id, since: addDays(proposal.plan.today, -toldLate) };
  const readEarlier = async () => (audit === undefined ? [] : await readEarlierDeeds(audit, earlier));
  const facts = { directory, proposal, outcomes, sealed, lastChanges, readEarlier, io };
  const failures = await tellGitHub(github, { ...facts, recorded: recorded?.files ?? [] });
  for (const failure of failures) tellOnce(failure, told, io);
}

async function endAudit(
  { audit, proposal, outcomes, carried }: Run,
  { exit, thrown }: Ended,
  { audit: file }: ReconcileOptions,
  io: Io,
): Promise<void> {
  if (audit === undefined) return;
  const plan = proposal === undefined ? {} : { plan: proposal.plan.digest };
  // Of a read that may have missed some nobody can count.
  const isSure = carried !== undefined && proposal !== undefined && proposal.plan.doubt === undefined;
  const accounts = isSure && { accounts: accountsAfter(proposal, outcomes) };
  const recorded = carried?.recorded?.files ?? [];
  recordEnd(audit, { exit, thrown, ...plan, ...accounts, outcomes, recorded });
  await audit.close();
  io.err(`${file}: ${audit.head()}\n`);
}
