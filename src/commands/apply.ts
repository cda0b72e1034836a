/** `danhba apply`: plans again, refuses what was not shown, and performs the plan. */
import { readFile } from 'node:fs/promises';
import type { Client } from 'ldapts';
import { openJournal } from '../apply/journal.ts';
import { isDone, runPlan } from '../apply/run.ts';
import { acquireLease, type Lease } from '../ldap/lease.ts';
import { writeCount } from '../ldap/sentinel.ts';
import { performChange } from '../ldap/write.ts';
import { ExpectedError } from '../model/errors.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import { comparePlans } from '../plan/plan-difference.ts';
import { renderOutcomes } from '../render/outcomes.ts';
import { renderPlanDifference } from '../render/plan-difference.ts';
import { renderPlanText } from '../render/plan-text.ts';
import type { Language } from '../render/wording.ts';
import { readPolicy } from './assess.ts';
import { type ExitCode, exitCode, type Io } from './io.ts';
import { makeLogger } from './log.ts';
import { makeProgress } from './progress.ts';
import { type Proposal, type ProposeOptions, propose, tellProblems, withServer } from './propose.ts';

export interface ApplyOptions extends ProposeOptions {
  /** A plan written by `plan --out`: only exactly that may run. */
  readonly planFile?: string;
  readonly digest?: string;
  readonly journal: string;
}

/** The database has one writer: more requests in flight gain nothing (docs/decisions). */
const requestsInFlight = 16;

export async function apply(options: ApplyOptions, io: Io): Promise<ExitCode> {
  const shown = await readPlanFile(options.planFile);
  const expected = options.digest ?? shown?.digest;
  const { baseDn, domain } = await readPolicy(options.directory);
  return await withServer(io, async (connection) => {
    const { client } = connection;
    const lease = await acquireLease(client, { baseDn }, domain, io.now);
    try {
      const proposal = await propose(options, connection, io);
      const { plan } = proposal;
      tellProblems(proposal, io);
      refuseOther(plan, expected, shown, options.approve);
      const { language } = proposal.desired;
      io.err(renderPlanText(plan, { language, limit: 10 }));
      const approved = options.approve !== undefined;
      const performOptions = { journal: options.journal, lease, approved };
      const outcomes = await perform(client, proposal, performOptions, io);
      io.out(renderOutcomes(outcomes, language));
      return exitOf(outcomes, proposal);
    } finally {
      await lease.release().catch(() => undefined);
    }
  });
}

export interface PerformOptions {
  readonly journal: string;
  readonly lease: Pick<Lease, 'isLost'>;
  /** True where a person approved what was held, a doubtful count included. */
  readonly approved: boolean;
}

/** Carries the plan out with progress and a journal, and leaves the count the next read is measured by. */
export async function perform(
  client: Client,
  { plan, desired }: Proposal,
  options: PerformOptions,
  io: Io,
): Promise<readonly Outcome[]> {
  const outcomes =
    plan.changes.length === 0 ? [] : await runChanges(client, plan, desired.language, options, io);
  const created = outcomes.filter((outcome) => outcome.kind === 'create' && isDone(outcome)).length;
  const count = plan.counts.actual + created;
  if (options.approved || isTrusted(plan, count)) await writeCount(client, plan, count);
  return outcomes;
}

/** A read in doubt must not lower the count by which it was doubted. */
function isTrusted({ doubt, held }: Plan, count: number): boolean {
  if (doubt === undefined) return true;
  return doubt.expected === null
    ? !held.some(({ code }) => code === 'read-doubtful')
    : count >= doubt.expected;
}

async function runChanges(
  client: Client,
  plan: Plan,
  language: Language,
  { journal: file, lease }: PerformOptions,
  io: Io,
): Promise<readonly Outcome[]> {
  const progress = makeProgress(plan.changes.length, language, io);
  const journal = await openJournal(file, plan, io.now());
  const log = makeLogger(io);
  log.info({ changes: plan.changes.length, held: plan.held.length, digest: plan.digest }, 'apply');
  const trace = log.isLevelEnabled('debug') ? (ldif: string) => log.debug({ ldif }, 'request') : undefined;
  try {
    return await runPlan(plan, {
      perform: async (change) =>
        lease.isLost()
          ? { result: 'failed', detail: 'lease lost' }
          : await performChange(client, plan, change, trace),
      concurrency: requestsInFlight,
      onOutcome: (outcome) => {
        journal.record(outcome);
        if (isDone(outcome)) log.info(outcome, 'change');
        else log.warn(outcome, 'change');
        progress.step(outcome);
      },
      onWave: journal.sync,
    });
  } finally {
    progress.end();
    await journal.close();
  }
}

function exitOf(outcomes: readonly Outcome[], { plan, problems }: Proposal): ExitCode {
  if (outcomes.some((outcome) => !isDone(outcome))) return exitCode.incomplete;
  if (problems.some(({ severity }) => severity === 'error')) return exitCode.problems;
  return plan.approval === undefined ? exitCode.clean : exitCode.refused;
}

/** What was shown is what runs: another digest, or an approval of another set, is refused. */
function refuseOther(
  plan: Plan,
  expected: string | undefined,
  shown: Plan | undefined,
  approved: string | undefined,
): void {
  if (expected !== undefined && expected !== plan.digest) {
    throw new ExpectedError(
      'digest-mismatch',
      `Danh bạ hoặc máy chủ đã khác so với lúc xem kế hoạch / the directory or the server moved since the plan was shown: ${expected} ≠ ${plan.digest}${shown ? renderPlanDifference(comparePlans(shown, plan)) : ''}`,
      'danhba plan',
    );
  }
  if (approved !== undefined && plan.approval !== undefined) {
    throw new ExpectedError(
      'approval-mismatch',
      `Mã duyệt không còn đúng với danh sách được giữ lại / the approval is for another set: ${approved} ≠ ${plan.approval}`,
      'danhba plan',
    );
  }
}

async function readPlanFile(file: string | undefined): Promise<Plan | undefined> {
  if (file === undefined) return undefined;
  let data: Partial<Plan>;
  try {
    data = JSON.parse(await readFile(file, 'utf8')) as Partial<Plan>;
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new ExpectedError('plan-file', `${file}: ${detail}`, 'danhba plan --out FILE', { cause: thrown });
  }
  if (data?.format === 'danhba-plan/1' && typeof data.digest === 'string' && Array.isArray(data.changes)) {
    return data as Plan;
  }
  throw new ExpectedError(
    'plan-file',
    `${file}: không phải kế hoạch của danhba / is no plan of danhba`,
    'danhba plan --out FILE',
  );
}
