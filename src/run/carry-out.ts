/** One whole run under the lease, from the read to the record: shared by apply and reconcile. */
import { type AdoptionJournal, openAdoptionRecord, undoFileOf } from '../files/adoption-record.ts';
import { refuseOtherClock } from '../ldap/connect/clock.ts';
import { acquireLease, type Lease } from '../ldap/lease/lease.ts';
import { writeJudged, writeLogins } from '../ldap/lease/sentinel.ts';
import type { Account } from '../model/account/account.ts';
import { isDone, type Outcome } from '../model/plan/outcome.ts';
import { type Change, identityCodes, type Plan } from '../model/plan/plan.ts';
import { type ExitCode, exitCode, type Io } from '../process/io.ts';
import { renderError } from '../process/told-error.ts';
import { renderOutcomes } from '../render/plan/outcomes.ts';
import { renderPlanText } from '../render/plan/text.ts';
import type { Phase } from '../render/run/metrics.ts';
import type { Language } from '../render/text/wording.ts';
import type { FormBases } from './basis.ts';
import { refuseOtherApproval } from './other-plan.ts';
import { type Beside, type Performed, perform } from './perform/perform.ts';
import { readPolicy } from './policy.ts';
import {
  type ApprovalSource,
  type ConsentJudge,
  type Proposal,
  type ProposeOptions,
  propose,
  tellProblems,
} from './propose.ts';
import { type Recorded, recordSuspensions } from './record.ts';
import { type Servers, withServers } from './servers.ts';

export interface CarryOutOptions extends ProposeOptions {
  readonly journal: string;
  /** The folder that sealed first passwords go to. */
  readonly credentials: string;
  /** Write the job's own suspensions into the files (8.1). */
  readonly record?: boolean;
}

/** Who looks on: what a run tells while it is under way. */
export interface Onlooker {
  /** Told when a part begins. */
  readonly phase?: (phase: Phase) => void;
  /** Judges what was merged, for the plan to hold what nobody entitled agreed to. */
  readonly consents?: ConsentJudge;
  /** Finds out who has approved what the guard holds, and uses the approval up. */
  readonly approvals?: ApprovalSource;
  /** Shown every plan before anything of it is done; throws where it must not run. */
  readonly planned?: (proposal: Proposal) => void;
  /** Looks up which documents forms gave for the changes: Git remembers them. */
  readonly forms?: (changes: readonly Change[]) => Promise<FormBases>;
  /** Awaited once nothing refuses the plan: what must be on the disk, or said by whoever sits there, before the first change. */
  readonly begins?: (plan: Plan, language: Language) => Promise<void>;
  readonly outcomes?: Beside;
}

export interface Carried {
  readonly language: Language;
  readonly outcomes: readonly Outcome[];
  /** In which file each change's password was sealed. */
  readonly sealed: Performed['sealed'];
  readonly recorded?: Recorded;
  readonly exit: ExitCode;
}

/** Does everything the files ask for that nothing forbids. What was thrown has ended the run before its time. */
export async function carryOut(options: CarryOutOptions, io: Io, onlooker: Onlooker = {}): Promise<Carried> {
  const policy = await readPolicy(options.directory, io.language);
  onlooker.phase?.('connect');
  return await withServers(io, async (servers) => {
    const lease = await acquireLease(servers.connection, policy, policy.domain, io.now);
    try {
      await refuseOtherClock((await servers.connection.live()).client, policy, io.now());
      return await carryOutUnder(lease, options, servers, io, onlooker);
    } finally {
      await lease.release();
    }
  });
}

async function carryOutUnder(
  lease: Lease,
  options: CarryOutOptions,
  servers: Servers,
  io: Io,
  onlooker: Onlooker,
): Promise<Carried> {
  const { phase, consents, approvals } = onlooker;
  const proposal = await propose(options, servers, io, phase, consents, approvals);
  const { plan } = proposal;
  tellProblems(proposal, io);
  onlooker.planned?.(proposal);
  refuseOtherApproval(proposal, options.approve);
  const { language } = proposal.desired;
  io.err(renderPlanText(plan, { language, limit: 10, ...(io.errScreen && { screen: io.errScreen }) }));
  const forms = await onlooker.forms?.(plan.changes);
  await onlooker.begins?.(plan, language);
  // Those who are taken over are none of danhba's yet: since when they are seen, the next run records.
  if (proposal.logins && plan.adopting !== true)
    await writeLogins((await servers.connection.live()).client, plan, proposal.logins);
  onlooker.phase?.('apply');
  const { journal, credentials } = options;
  const also = onlooker.outcomes && { also: onlooker.outcomes };
  const kept = await openKept(options.adopt, plan);
  const adoption = kept && { adoption: { remember: kept.remember } };
  const performed = await perform(
    servers,
    proposal,
    { journal, credentials, lease, ...also, ...(forms && { forms }), ...adoption },
    io,
  ).finally(() => kept?.close());
  io.out(renderOutcomes(performed.outcomes, language, io.outScreen));
  const remembered = await rememberJudged(servers, proposal, io);
  const exit = remembered ? exitOf(performed, proposal) : exitCode.incomplete;
  const { sealed, outcomes } = performed;
  const carried = { language, outcomes, sealed };
  if (options.record !== true) return { ...carried, exit };
  onlooker.phase?.('record');
  const after = accountsAfter(proposal, performed.outcomes);
  const recorded = await recordSuspensions(proposal.desired, after, io);
  return { ...carried, recorded, exit: recorded.unrecorded.length > 0 ? exitCode.incomplete : exit };
}

/** Before the first entry is taken over there is a place for what it had. */
async function openKept(adopt: string | undefined, plan: Plan): Promise<AdoptionJournal | undefined> {
  if (adopt === undefined || plan.changes.length === 0) return undefined;
  return await openAdoptionRecord(undoFileOf(adopt));
}

/** The next run judges from there on; false where that could not be recorded, which is told. */
async function rememberJudged({ connection }: Servers, proposal: Proposal, io: Io): Promise<boolean> {
  const { judged, plan } = proposal;
  if (judged === undefined) return true;
  try {
    await writeJudged((await connection.live()).client, plan, judged);
    return true;
  } catch (thrown) {
    const told = renderError(thrown, proposal.desired.language, io.errScreen);
    if (told === undefined) throw thrown;
    io.err(told);
    return false;
  }
}

/** The accounts as the run left them, as far as it got. */
export function accountsAfter(
  { plan, accounts }: Pick<Proposal, 'plan' | 'accounts'>,
  outcomes: readonly Outcome[],
): readonly Account[] {
  const done = new Set(outcomes.filter(isDone).map(({ id }) => id));
  const created: Account[] = [];
  // By the DN: a transfer gives the key to another entry.
  const changed = new Map<string, readonly Account[]>();
  for (const change of plan.changes) {
    if (change.account === undefined || !done.has(change.id)) continue;
    if (change.kind === 'create') created.push(change.account);
    else changed.set(change.base.dn, change.kind === 'delete' ? [] : [change.account]);
  }
  return [...accounts.flatMap((account) => changed.get(account.dn) ?? [account]), ...created];
}

export function exitOf(
  { outcomes, counted, doubted }: Performed,
  { plan, problems }: Pick<Proposal, 'plan' | 'problems'>,
): ExitCode {
  if (!counted || outcomes.some((outcome) => !isDone(outcome))) return exitCode.incomplete;
  // Who is locked may still be logged in: nobody could see.
  if (plan.mail?.unreachable !== undefined) return exitCode.incomplete;
  if (isUnsound(plan)) return exitCode.problems;
  if (problems.some(({ severity }) => severity === 'error')) return exitCode.problems;
  const isHeldBack = doubted || plan.held.some(({ code }) => code === 'read-doubtful');
  return plan.approval === undefined && !isHeldBack ? exitCode.clean : exitCode.refused;
}

/**
 * An error of the server, whatever else is well: a password policy that is not there lets every password pass (4.1), and
 * an entry that cannot be told for sure may be anybody's.
 */
export function isUnsound({ held }: Plan): boolean {
  return held.some(
    ({ code, key }) =>
      identityCodes.has(code) || (code === 'password-policy-missing' && key.startsWith('policy:')),
  );
}
