/** Reads both sides and makes the plan: shared by plan, apply and demo. */
import type { Judged } from '../ldap/lease/sentinel.ts';
import type { ObservedAccount } from '../model/account/account.ts';
import type { Key } from '../model/account/key.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { Approvals } from '../model/github/approval.ts';
import type { Plan } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Problem } from '../model/problems/problem.ts';
import { makePlan } from '../plan/make-plan.ts';
import { type CommonOptions, type Io, todayOf } from '../process/io.ts';
import { renderProblemsText } from '../render/problems/problems.ts';
import { type Preparation, renderPreparation } from '../render/run/progress.ts';
import type { Language } from '../render/text/wording.ts';
import { type Observed, observe } from './actual.ts';
import { readAdoption, readAdoptionBeside } from './adoption.ts';
import { makeCandidates } from './candidates.ts';
import { type Desired, judge, readDesired } from './desired.ts';
import type { Servers } from './servers.ts';

export interface ProposeOptions extends CommonOptions {
  /** The digest of the changes the guard held, approved by a person for this one run. */
  readonly approve?: string;
  /** The number of entries a person has counted: a read that saw so many is in no doubt, and any other is refused. */
  readonly expect?: string;
  /** The file of an adoption that is to be carried out: nothing else is planned. */
  readonly adopt?: string;
}

export type UsableDesired = Desired & { readonly directory: Directory };

export interface Proposal {
  readonly plan: Plan;
  /** What was read of the server, with the evidence the plan rests on. */
  readonly accounts: readonly ObservedAccount[];
  readonly desired: Desired;
  readonly problems: readonly Problem[];
  /** The plan of the same world as of another day: what the day alone has changed. */
  readonly planOn: (day: string) => Plan;
  /** Since when every server has been seen to record logins (8.1). */
  readonly loginsSince: CalendarDate | undefined;
  /** What the sentinel is to hold of it from now on; absent where it holds that and not nothing. */
  readonly logins?: ReadonlyMap<string, CalendarDate>;
  /** How far what was merged is judged now; absent where nobody looked. */
  readonly judged?: Judged;
  /** Which approvals were found; absent where nobody looked. */
  readonly approvals?: Approvals;
}

export interface MergedConsent {
  /** Whom to ask, for each account whose record lacks a word. */
  readonly unconsented: ReadonlyMap<Key, readonly string[]>;
  /** What the next run begins from; undefined outside of Git. */
  readonly judged?: Judged;
}

/** Asked once the server has said who has whom. */
export type ConsentJudge = (observed: Observed) => Promise<MergedConsent>;

export interface HeldQuestion {
  readonly servers: Servers;
  readonly observed: Observed;
  /** Merged changes nobody entitled has agreed to. */
  readonly unconsented: ReadonlyMap<Key, readonly string[]>;
  readonly desired: UsableDesired;
  readonly planWith: (approve?: string) => Proposal;
}

/** Asked under the lease, before the plan that is carried out is made. */
export type ApprovalSource = (question: HeldQuestion) => Promise<Approvals>;

/** `phase` is told which part begins. */
export async function propose(
  options: ProposeOptions,
  servers: Servers,
  io: Io,
  phase: (phase: 'check' | 'read' | 'plan') => void = () => {},
  consents?: ConsentJudge,
  approvalsOf?: ApprovalSource,
): Promise<Proposal> {
  phase('check');
  const desired = await readUsable(options, io);
  phase('read');
  const observed = confirmCount(await observeTold(servers, desired, options, io), options.expect);
  const consent = await consents?.(observed);
  phase('plan');
  const today = todayOf(options, io);
  const unconsented = consent?.unconsented ?? new Map();
  // Pure, and asked more than once.
  const plans = new Map<string | undefined, Proposal>();
  const planWith = (approve?: string): Proposal => {
    const proposal = plans.get(approve) ?? planAgainst(desired, { ...observed, unconsented }, today, approve);
    plans.set(approve, proposal);
    return proposal;
  };
  const approvals = await approvalsOf?.({ servers, observed, unconsented, desired, planWith });
  const proposal = planWith(options.approve ?? approvals?.taken[0]?.digest);
  return {
    ...proposal,
    ...(approvals && { approvals }),
    ...(consent?.judged && { judged: consent.judged }),
    ...(observed.logins && { logins: observed.logins }),
  };
}

/** With the adoption that stands beside the directory, or is to be carried out. */
async function observeTold(
  servers: Servers,
  { directory: { policy }, language }: UsableDesired,
  options: ProposeOptions,
  io: Io,
): Promise<Observed> {
  const adoption =
    options.adopt === undefined
      ? await readAdoptionBeside(options.directory, policy, language)
      : await readAdoption(options.adopt, policy, language);
  const candidates = adoption && options.adopt !== undefined ? makeCandidates(adoption) : undefined;
  return await tellingHowFar(io, language, async (told) => {
    const observed = await observe(servers, policy, io.now(), told, candidates?.keep);
    if (adoption === undefined) return observed;
    if (candidates === undefined) return { ...observed, adoption: { adoption } };
    const found = await candidates.read(servers.connection, policy);
    return { ...observed, adoption: { adoption, candidates: found } };
  });
}

/** The line is there while something is read, and gone whatever came of it. */
export async function tellingHowFar<T>(
  io: Io,
  language: Language,
  read: (told: (step: Preparation) => void) => Promise<T>,
): Promise<T> {
  try {
    return await read((step) => io.status?.(renderPreparation(step, language)));
  } finally {
    io.status?.('');
  }
}

/** The doubt of a read is lifted by who counts the entries, and by nothing else. @throws ExpectedError of another number. */
export function confirmCount(observed: Observed, expected: string | undefined): Observed {
  if (expected === undefined) return observed;
  const seen = observed.accounts.length + (observed.quiet?.count ?? 0);
  if (!/^\d+$/.test(expected)) {
    throw new ExpectedError('option-expect', { value: expected, seen });
  }
  if (Number(expected) !== seen) {
    throw new ExpectedError('count-mismatch', { seen, expected });
  }
  const { doubt: _doubt, ...certain } = observed;
  return certain;
}

/** What the files say, where a plan can be made of it at all; @throws ExpectedError where the policy cannot be used. */
export async function readUsable(options: CommonOptions, io: Io): Promise<UsableDesired> {
  const desired = await readDesired(options);
  const found = usable(desired);
  if (found !== undefined) return found;
  io.err(renderProblemsText(desired.formProblems, desired.context, io.errScreen));
  throw new ExpectedError('policy-unusable', { problems: `${options.directory}/policy.yaml` });
}

/** Undefined where the policy cannot be used. */
export function usable(desired: Desired): UsableDesired | undefined {
  const { directory } = desired;
  return directory && { ...desired, directory };
}

/** Pure: several directories can be held against one read of the servers. */
export function planAgainst(
  desired: UsableDesired,
  observed: Observed & Partial<Pick<MergedConsent, 'unconsented'>>,
  today: string,
  approve?: string,
): Proposal {
  const { directory, declared } = desired;
  const { accounts, quiet } = observed;
  const problems = judge(desired, accounts, today, quiet);
  const approved = approve === undefined ? {} : { approved: approve };
  const planOn = (day: string) =>
    makePlan({
      ...observed,
      directory,
      declared,
      problems: judge(desired, accounts, day, quiet),
      today: day,
    });
  const plan = makePlan({ ...observed, directory, declared, problems, today, ...approved });
  return { plan, planOn, accounts, desired, problems, loginsSince: observed.loginsSince };
}

/** Problems go to stderr: the plan on stdout stays one document. */
export function tellProblems({ problems, desired }: Proposal, io: Io): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) io.err(renderProblemsText(errors, desired.context, io.errScreen));
}
