/** Tells on GitHub what a run has done; the run itself never depends on it. */
import { relative, resolve, sep } from 'node:path';
import { sizeLimit } from '../files/read-directory.ts';
import { readPlainFile } from '../files/read-plain-file.ts';
import type { GitHub } from '../github/connect/open.ts';
import { proposeChange } from '../github/files/propose-change.ts';
import { findMergedPullRequest, type PullRequest } from '../github/pull/pull-request.ts';
import { commentOnIssue, writeStickyComment } from '../github/talk/comments.ts';
import { findStickyIssue, writeStickyIssue } from '../github/talk/issues.ts';
import { findAskers } from '../history/askers.ts';
import type { LastChanges } from '../history/record.ts';
import { findRepository } from '../history/repository.ts';
import { isDone, type Outcome } from '../model/plan/outcome.ts';
import type { Change } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Io } from '../process/io.ts';
import { writeStepOutput } from '../process/step-output.ts';
import {
  type Deed,
  heldIssue,
  renderApprovals,
  renderDone,
  renderHeldIssue,
  renderUnconsentedIssue,
} from '../render/github/follow-up.ts';
import { followUpWords } from '../render/github/words/follow-up.ts';
import { dateText } from '../render/text/dates.ts';
import { namesOf } from '../review/names.ts';
import type { EarlierDeed } from '../run/earlier-deeds.ts';
import type { Proposal } from '../run/propose.ts';
import { labelDeadlines, withDueDays } from './deadlines.ts';
import { answerForms } from './forms.ts';
import { deedsMarker, tellLate } from './told-late.ts';

export interface FollowUp {
  readonly directory: string;
  readonly proposal: Proposal;
  readonly outcomes: readonly Outcome[];
  /** In which file each change's password was sealed. */
  readonly sealed: ReadonlyMap<string, string>;
  /** Asked by the run before, for the documents of forms. */
  readonly lastChanges: LastChanges;
  /** What runs before this one have done, lately; read when it is wanted. */
  readonly readEarlier: () => Promise<readonly EarlierDeed[]>;
  /** Files in which the job has recorded suspensions of its own. */
  readonly recorded: readonly string[];
  readonly io: Io;
}

/** What was done for each pull request; asked of Git and GitHub once, by the first part that wants it. */
type FindDeeds = () => Promise<readonly PullDeeds[]>;

const parts: readonly ((github: GitHub, told: FollowUp, findDeeds: FindDeeds) => Promise<void>)[] = [
  proposeRecord,
  writeHeldIssue,
  answerApprovals,
  writeUnconsentedIssue,
  commentOnPulls,
  tellLate,
  answerMergedForms,
  labelOpenPulls,
];

/** Each part is tried, whatever became of the others, once it is known in whose name; what failed is returned, to be told. */
export async function tellGitHub(github: GitHub, told: FollowUp): Promise<readonly ExpectedError[]> {
  const failures: ExpectedError[] = [];
  let deeds: Promise<readonly PullDeeds[]> | undefined;
  const findDeeds = () => (deeds ??= readDeeds(github, told));
  for (const part of parts) {
    try {
      await github.login();
      await part(github, told, findDeeds);
    } catch (thrown) {
      if (!(thrown instanceof ExpectedError)) throw thrown;
      failures.push(thrown);
    }
  }
  return failures;
}

/** Suspensions for inactivity are the job's own: one pull request brings them into the files (8.1). */
async function proposeRecord(github: GitHub, { directory, proposal, recorded, io }: FollowUp): Promise<void> {
  if (recorded.length === 0) return;
  const root = resolve((await findRepository(directory)) ?? resolve(directory, '..'));
  const words = followUpWords[proposal.desired.language];
  const texts = await Promise.all(
    recorded.map(async (file) => {
      const found = await readPlainFile(file, sizeLimit);
      const path = relative(root, resolve(file)).split(sep).join('/');
      return 'bytes' in found ? [{ path, text: found.bytes.toString('utf8') }] : [];
    }),
  );
  const files = texts.flat();
  const { recordTitle: title, recordBody } = words;
  const body = recordBody(dateText(proposal.plan.today, proposal.desired.language));
  const proposed = await proposeChange(github, {
    branch: 'danhba/suspended-for-inactivity',
    title,
    body,
    message: title,
    files,
  });
  if (proposed.result === 'nothing' || proposed.result === 'closed') return;
  if (proposed.result !== 'foreign') return writeStepOutput(io, 'record-pull-request', proposed.number);
  throw new ExpectedError('github-branch', { at: proposed.branch });
}

/** One issue for all time: open while the guard holds something, closed when it holds nothing more. */
async function writeHeldIssue(
  github: GitHub,
  { proposal: { plan, accounts, desired } }: FollowUp,
): Promise<void> {
  const { language } = desired;
  await writeStickyIssue(github, {
    ...heldIssue,
    title: followUpWords[language].heldTitle,
    body: renderHeldIssue(plan, namesOf([desired.directory], accounts), language),
    open: plan.approval !== undefined,
  });
}

/** Whoever approved learns what became of it, in one comment of ours on that issue. */
async function answerApprovals(
  github: GitHub,
  { proposal: { approvals, plan, desired } }: FollowUp,
): Promise<void> {
  if (approvals === undefined || approvals.taken.length + approvals.refused.length === 0) return;
  const issue = await findStickyIssue(github, heldIssue);
  if (issue === undefined) return;
  const text = renderApprovals(approvals, plan.today, desired.language);
  await writeStickyComment(github, issue.number, 'approvals', text);
}

/** Another one: open while something that was merged waits for somebody's word. */
async function writeUnconsentedIssue(
  github: GitHub,
  { proposal: { plan, accounts, desired } }: FollowUp,
): Promise<void> {
  const { language } = desired;
  await writeStickyIssue(github, {
    marker: 'unconsented',
    title: followUpWords[language].unconsentedTitle,
    body: renderUnconsentedIssue(plan, namesOf([desired.directory], accounts), language),
    labels: [{ name: 'danhba: chờ duyệt', color: 'b60205', description: 'Đã gộp, thiếu người duyệt' }],
    open: plan.held.some(({ code }) => code === 'consent-missing'),
  });
}

/** Each pull request learns what was done for it: for the records it was the last to change to what was carried out. */
async function commentOnPulls(
  github: GitHub,
  { proposal: { plan, desired } }: FollowUp,
  findDeeds: FindDeeds,
): Promise<void> {
  for (const { pull, deeds } of await findDeeds()) {
    const text = renderDone(onceEach(deeds), plan.today, desired.language);
    // What was not done is tried again: said once a day, it needs no mark.
    const isAnyDone = deeds.some(({ outcome }) => isDone(outcome));
    if (isAnyDone) await writeStickyComment(github, pull.number, deedsMarker(plan.today, plan.digest), text);
    else await commentOnIssue(github, pull.number, text);
  }
}

/** Who sent a form learns on the form itself what became of it; the form is closed once all of it is done. */
async function answerMergedForms(github: GitHub, told: FollowUp, findDeeds: FindDeeds): Promise<void> {
  // Where GitHub could not tell whose the deeds are, the forms that are open are answered all the same.
  const pulls = await findDeeds().catch((): readonly PullDeeds[] => []);
  await answerForms(
    github,
    told,
    pulls.map(({ pull }) => pull),
  );
}

interface PullDeeds {
  readonly pull: PullRequest;
  readonly deeds: readonly Deed[];
}

async function readDeeds(
  github: GitHub,
  { lastChanges, proposal, outcomes }: FollowUp,
): Promise<readonly PullDeeds[]> {
  const { plan, desired } = proposal;
  const { directory } = desired;
  if (directory === undefined) return [];
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const tried = plan.changes.filter(({ id }) => outcomeOf.has(id));
  const askers = await findAskers(tried, lastChanges);
  const asked = tried.flatMap((change) =>
    (askers.get(change.id) ?? []).map(({ commit, kind }) => ({
      commit,
      kind,
      change,
      outcome: outcomeOf.get(change.id) as Outcome,
    })),
  );
  const byPull = new Map<number, PullDeeds>();
  for (const [commit, parts] of Map.groupBy(asked, (one) => one.commit)) {
    const pull = await findMergedPullRequest(github, commit);
    if (pull === undefined) continue;
    const deeds = parts.map(({ change, kind, outcome }): Deed => {
      const [due] = withDueDays([{ kind, key: change.key, why: change.why }], pull, directory);
      return { change: { ...change, kind, why: due?.why ?? change.why } as Change, outcome };
    });
    byPull.set(pull.number, { pull, deeds: [...(byPull.get(pull.number)?.deeds ?? []), ...deeds] });
  }
  return [...byPull.values()];
}

/** Who asked for all of a change is told of it once, as what it is. */
function onceEach(deeds: readonly Deed[]): readonly Deed[] {
  return [...Map.groupBy(deeds, ({ outcome }) => outcome.id).values()].map(([first]) => first as Deed);
}

/** Those that wait for somebody: the term of 6.2 and 8.2 runs from the day they were opened. */
async function labelOpenPulls(github: GitHub, { proposal: { plan, desired } }: FollowUp): Promise<void> {
  await labelDeadlines(github, desired.directory?.calendar ?? new Map(), plan.today);
}
