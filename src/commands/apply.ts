/** `danhba apply`: plans again, refuses what was not shown, and performs the plan. */
import { readFile } from 'node:fs/promises';
import { isDone } from '../apply/run.ts';
import { acquireLease } from '../ldap/lease.ts';
import type { Account } from '../model/account.ts';
import { ExpectedError } from '../model/errors.ts';
import type { Key } from '../model/key.ts';
import type { Plan } from '../model/plan.ts';
import { comparePlans } from '../plan/plan-difference.ts';
import { renderOutcomes } from '../render/outcomes.ts';
import { renderPlanDifference } from '../render/plan-difference.ts';
import { renderPlanText } from '../render/plan-text.ts';
import { readPolicy } from './assess.ts';
import { type ExitCode, exitCode, type Io } from './io.ts';
import { type Performed, perform } from './perform.ts';
import { type Proposal, type ProposeOptions, propose, tellProblems, withServer } from './propose.ts';
import { recordSuspensions } from './record.ts';

export interface ApplyOptions extends ProposeOptions {
  /** A plan written by `plan --out`: only exactly that may run. */
  readonly planFile?: string;
  readonly digest?: string;
  readonly journal: string;
  /** The folder that sealed first passwords go to. */
  readonly credentials: string;
  /** Write the job's own suspensions into the files (8.1). */
  readonly record?: boolean;
}

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
      const { journal, credentials } = options;
      const performed = await perform(connection, proposal, { journal, credentials, lease, approved }, io);
      io.out(renderOutcomes(performed.outcomes, language));
      if (options.record === true) {
        const after = accountsAfter(proposal, performed.outcomes);
        const { unrecorded } = await recordSuspensions(proposal.desired, after, io);
        if (unrecorded.length > 0) return exitCode.incomplete;
      }
      return exitOf(performed, proposal);
    } finally {
      await lease.release().catch(() => undefined);
    }
  });
}

/** The accounts as the run left them, as far as it got. */
function accountsAfter({ plan, accounts }: Proposal, outcomes: Performed['outcomes']): readonly Account[] {
  const done = new Set(outcomes.filter(isDone).map(({ id }) => id));
  const changed = new Map<Key, Account>();
  for (const change of plan.changes) {
    if (change.kind === 'password-policy' || !done.has(change.id)) continue;
    changed.set(change.kind === 'create' ? change.key : change.base.key, change.account);
  }
  return accounts.map((account) => changed.get(account.key) ?? account);
}

function exitOf({ outcomes, counted }: Performed, { plan, problems }: Proposal): ExitCode {
  if (!counted || outcomes.some((outcome) => !isDone(outcome))) return exitCode.incomplete;
  if (isUnguarded(plan)) return exitCode.problems;
  if (problems.some(({ severity }) => severity === 'error')) return exitCode.problems;
  return plan.approval === undefined ? exitCode.clean : exitCode.refused;
}

/** A password policy that is not there lets every password pass (4.1): an error whatever else is well. */
export function isUnguarded({ held }: Plan): boolean {
  return held.some(({ code, key }) => code === 'password-policy-missing' && key.startsWith('policy:'));
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
