/** Reviews one pull request: what is wrong, who must agree, what it would change; and answers it. */

import { judgeConsent } from '../consent/pull-request.ts';
import { located, readSide, type Side } from '../consent/side.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import type { GitHub } from '../github/connect/open.ts';
import type { PullRequest } from '../github/pull/pull-request.ts';
import { findStickyIssue } from '../github/talk/issues.ts';
import { withFreeIds } from '../history/person-ids.ts';
import type { PlanDelta, Review } from '../model/github/review.ts';
import type { Change, Held } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { CommonOptions, Io } from '../process/io.ts';
import { renderError } from '../process/told-error.ts';
import { heldIssue } from '../render/github/follow-up.ts';
import { renderPlanJson } from '../render/plan/json.ts';
import { comparePlanOfBase, compareProblems } from '../review/difference.ts';
import { leavingPeople } from '../review/leaving.ts';
import { notesOf } from '../review/notes.ts';
import { removedPeople } from '../review/removed.ts';
import { type Observed, observe } from '../run/actual.ts';
import { readAdoptionBeside } from '../run/adoption.ts';
import { type Desired, judge } from '../run/desired.ts';
import { type Proposal, planAgainst, readUsable, type UsableDesired } from '../run/propose.ts';
import { withServers } from '../run/servers.ts';
import { answerPull } from './answer.ts';
import { askingOf } from './asking.ts';
import { answerTerm, withDueDays } from './deadlines.ts';
import type { MergedSide } from './merged.ts';
import { ownLines } from './own-lines.ts';

export interface Base extends Side {
  readonly desired: UsableDesired;
  /** The folder of the directory: what the job minds beside it, the plan of a pull request minds. */
  readonly folder: string;
}

export interface ReviewInput extends MergedSide {
  readonly pull: PullRequest;
  readonly base: Base;
  /** The folder of the base branch. */
  readonly baseDirectory: string;
  /** What the servers hold; undefined where none is set or answers. */
  readonly observed: Observed | undefined;
  readonly today: string;
  /** Where the whole plan goes: the comment leaves private data out. */
  readonly out?: string;
}

/** Where the answer is, and whether the pull request is right and everybody has agreed. */
export async function reviewPull(
  github: GitHub,
  input: ReviewInput,
): Promise<{ readonly url: string; readonly text: string; readonly passes: boolean }> {
  const { pull, base, baseDirectory, head, conflicts, observed, today, out } = input;
  // What does not merge comes to nothing that could be planned.
  const plans = conflicts.length > 0 ? undefined : planBoth(base.desired, head.desired, observed, today);
  const sources = { directory: baseDirectory, ...(plans && { accounts: plans.base.accounts }) };
  const consent = await judgeConsent(github, pull, base, head, sources);
  const plan = plans && planOfPull(plans, input);
  const [before, after] = [base.desired.directory, head.desired.directory];
  const isMerged = conflicts.length === 0 && after !== undefined;
  const leaving = isMerged ? leavingPeople(before, after, today, plans?.base.accounts) : [];
  const term = plan && answerTerm(plan, leaving, pull, before);
  const isGuarded = plan?.held.some(({ code }) => code === 'guard') ?? false;
  const issue = isGuarded ? await findStickyIssue(github, heldIssue) : undefined;
  const compared = compareProblems(
    located(base, plans?.base.problems ?? judge(base.desired, [], today)),
    located(head, plans?.head.problems ?? judge(head.desired, [], today)),
  );
  const review: Review = {
    verdict: consent.verdict,
    asking: askingOf(pull, consent, base, head, plans?.base.accounts ?? []),
    ...compared,
    problems: await withFreeIds(compared.problems, baseDirectory, input.options.directory),
    conflicts,
    behind: input.behind,
    ...(plan && { plan }),
    ...(term && { term }),
    ...(isMerged && {
      notes: notesOf(before, after, today),
      removed: removedPeople(before, after, plan),
      leaving,
    }),
    ...(issue && { heldIssue: issue.number }),
  };
  if (out !== undefined && plans !== undefined) {
    await writeFileAtomically(out, renderPlanJson(plans.head.plan));
  }
  const written = await answerPull(github, pull, review, input);
  const errors = review.problems.some(({ severity }) => severity === 'error');
  return { ...written, passes: !errors && conflicts.length === 0 && consent.verdict.allowed };
}

/** What stands on the base branch is what everything is held against: it has to be right. */
export async function readBase(options: CommonOptions, io: Io): Promise<Base> {
  const desired = await readUsable(options, io);
  return { ...(await readSide(options)), desired, folder: options.directory };
}

/** Undefined where no server is set, or none answers, which is told: then there is an answer without a plan. */
export async function observeForReview(
  { desired: { directory, language }, folder }: Base,
  io: Io,
): Promise<Observed | undefined> {
  if ((io.environment.DANHBA_LDAP_URL ?? '') === '') return undefined;
  const { policy } = directory;
  try {
    const adoption = await readAdoptionBeside(folder, policy, language);
    const observed = await withServers(io, (servers) => observe(servers, policy, io.now()));
    return adoption === undefined ? observed : { ...observed, adoption: { adoption } };
  } catch (thrown) {
    if (!(thrown instanceof ExpectedError)) throw thrown;
    io.err(renderError(thrown, io.language) ?? '');
    return undefined;
  }
}

interface Plans {
  readonly base: Proposal;
  readonly head: Proposal;
}

/** Both plans against one read of the servers; undefined where there is none, or the policy is broken. */
function planBoth(
  base: UsableDesired,
  head: Desired,
  observed: Observed | undefined,
  today: string,
): Plans | undefined {
  const { directory } = head;
  if (directory === undefined || observed === undefined) return undefined;
  return {
    base: planAgainst(base, observed, today),
    head: planAgainst({ ...head, directory }, observed, today),
  };
}

/** Its own part of the plan, under GitHub's names of the files, and by when the rule book wants it done. */
function planOfPull(plans: Plans, { pull, base, head, own }: ReviewInput): PlanDelta {
  const { directory } = base.desired;
  const { named } = head;
  const lineOf = ownLines(head, own);
  const told = (changes: readonly Change[]) =>
    withDueDays(changes, pull, directory).map((change) => {
      const { file, line, ...why } = named(change.why);
      const place = file === undefined ? {} : { file, ...(line && { line: lineOf(file, line) }) };
      return { ...change, why: { ...why, ...place } };
    });
  const delta = comparePlanOfBase(plans.base.plan, plans.head.plan);
  return {
    ...delta,
    added: told(delta.added),
    altered: told(delta.altered),
    held: delta.held.map((one) => ({ ...one, args: named(one.args) }) as Held),
  };
}
