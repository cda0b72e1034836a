/** `danhba apply`: plans again, refuses what was not shown, and performs the plan. */
import { readFile } from 'node:fs/promises';
import { ResultCodeError } from 'ldapts';
import { openJournal } from '../apply/journal.ts';
import { withRetry } from '../apply/retry.ts';
import { isDone, runPlan } from '../apply/run.ts';
import type { Connection } from '../ldap/connect.ts';
import { acquireLease, type Lease } from '../ldap/lease.ts';
import { writeCount } from '../ldap/sentinel.ts';
import { performChange } from '../ldap/write.ts';
import { ExpectedError } from '../model/errors.ts';
import type { Outcome, Result } from '../model/outcome.ts';
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
    const lease = await acquireLease(connection, { baseDn }, domain, io.now);
    try {
      const proposal = await propose(options, connection, io);
      const { plan } = proposal;
      tellProblems(proposal, io);
      refuseOther(plan, expected, shown, options.approve);
      const { language } = proposal.desired;
      io.err(renderPlanText(plan, { language, limit: 10 }));
      const approved = options.approve !== undefined;
      const performOptions = { journal: options.journal, lease, approved };
      const performed = await perform(connection, proposal, performOptions, io);
      io.out(renderOutcomes(performed.outcomes, language));
      return exitOf(performed, proposal);
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

export interface Performed {
  readonly outcomes: readonly Outcome[];
  /** False where the number of entries could not be recorded; the next run records it. */
  readonly counted: boolean;
}

/** Carries the plan out with progress and a journal, and leaves the count the next read is measured by. */
export async function perform(
  connection: Connection,
  { plan, desired }: Proposal,
  options: PerformOptions,
  io: Io,
): Promise<Performed> {
  const { language } = desired;
  const outcomes = plan.changes.length === 0 ? [] : await runChanges(connection, plan, language, options, io);
  const created = outcomes.filter((outcome) => outcome.kind === 'create' && isDone(outcome)).length;
  const count = plan.counts.actual + created;
  if (!options.approved && !isTrusted(plan, count)) return { outcomes, counted: true };
  const result = await withRetry(() => recordCount(connection, plan, count, options.lease));
  if (result.result === 'applied') return { outcomes, counted: true };
  const detail = 'detail' in result ? result.detail : '';
  io.err(
    language === 'vi'
      ? `Chưa ghi được số mục đang có: ${detail}\n`
      : `The number of entries was not recorded: ${detail}\n`,
  );
  return { outcomes, counted: false };
}

/** What is written after the lease is lost could be written over another run's. */
async function recordCount(
  connection: Connection,
  plan: Plan,
  count: number,
  lease: PerformOptions['lease'],
): Promise<Result> {
  if (lease.isLost()) return { result: 'failed', detail: 'lease lost' };
  try {
    await writeCount((await connection.live()).client, plan, count);
    return { result: 'applied' };
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message.replaceAll('\n', ' ') : String(thrown);
    return { result: thrown instanceof ResultCodeError ? 'failed' : 'retry', detail };
  }
}

/** A read in doubt must not lower the count by which it was doubted. */
function isTrusted({ doubt, held }: Plan, count: number): boolean {
  if (doubt === undefined) return true;
  return doubt.expected === null
    ? !held.some(({ code }) => code === 'read-doubtful')
    : count >= doubt.expected;
}

async function runChanges(
  connection: Connection,
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
      perform: async (change) => {
        const link = await connection.live().catch(() => undefined);
        if (link === undefined) return { result: 'failed', detail: 'the server has not come back' };
        // Asked last: the wait for a lost server may have outlived the lease.
        if (lease.isLost()) return { result: 'failed', detail: 'lease lost' };
        return await performChange(link.client, plan, change, trace);
      },
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

function exitOf({ outcomes, counted }: Performed, { plan, problems }: Proposal): ExitCode {
  if (!counted || outcomes.some((outcome) => !isDone(outcome))) return exitCode.incomplete;
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
