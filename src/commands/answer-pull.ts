/** Writes the answer to a pull request: one comment, a check run, suggestions and labels. */
import { type CheckRun, writeCheckRun } from '../github/check-run.ts';
import { writeStickyComment } from '../github/comments.ts';
import { writeCommitStatus } from '../github/commit-status.ts';
import { setLabels } from '../github/labels.ts';
import { type GitHub, isCode } from '../github/open.ts';
import type { PullRequest } from '../github/pull-request.ts';
import { writeSuggestions } from '../github/suggestions.ts';
import type { Policy } from '../model/policy.ts';
import type { Place } from '../model/problem.ts';
import type { Review } from '../model/review.ts';
import { headline, renderReview } from '../render/review.ts';
import { problemNotes, renderSuggestion, reviewLabels } from '../render/review-notes.ts';
import { suggestLines } from '../review/suggest.ts';
import { termOf } from '../review/term.ts';
import { labelTerm } from './github-deadlines.ts';
import type { Side } from './github-side.ts';
import type { CommonOptions } from './io.ts';
import { keepSound } from './sound-suggestions.ts';

const labelPrefix = 'danhba: ';

/** Nobody clicks more of them: who made one mistake so often mends it in the file. The comment tells all. */
const mostSuggestions = 50;

interface AnswerContext {
  /** Of the base branch. */
  readonly policy: Policy;
  readonly options: CommonOptions;
  readonly today: string;
}

/** Each part is written anew in the place of what an earlier run wrote; returns where the comment is. */
export async function answerPull(
  github: GitHub,
  { number, head: { sha } }: PullRequest,
  review: Review,
  side: Side,
  { policy, options, today }: AnswerContext,
) {
  const { desired, fileOf } = side;
  const { language, context } = desired;
  const there = (place: Place): Place => ({ ...place, file: fileOf(place.file) });
  const shown = {
    language,
    locate: (place: Place) => context.locate(there(place)),
    textOf: (path: string) => context.textOf(fileOf(path)),
  };
  const text = renderReview(review, shown);
  const comment = await writeStickyComment(github, number, 'review', text);
  const failed = review.problems.some(({ severity }) => severity === 'error');
  await writeVerdict(github, comment.url, {
    headSha: sha,
    name: 'danhba',
    conclusion: failed ? 'failure' : review.verdict.allowed ? 'success' : 'action_required',
    title: headline(review, language),
    summary: text.slice(0, 65_000),
    annotations: problemNotes(review.problems, shown),
  });
  const certain = suggestLines(review.problems, shown).slice(0, mostSuggestions);
  const suggestions = (await keepSound(certain, side, options, today)).map(
    ({ path, line, text: wanted }) => ({ path, line, body: renderSuggestion(wanted, language) }),
  );
  await writeSuggestions(github, number, sha, suggestions);
  await setLabels(github, number, labelPrefix, reviewLabels(review, labelPrefix));
  const days = review.plan === undefined ? undefined : termOf(review.plan, policy.deadlines);
  if (review.plan !== undefined) await labelTerm(github, number, days);
  return { url: comment.url, text };
}

/** A token of a person, machine accounts among them, may write no check runs: a commit status says the same in short. */
async function writeVerdict(github: GitHub, url: string, run: CheckRun): Promise<void> {
  try {
    await writeCheckRun(github, run);
  } catch (thrown) {
    if (!isCode(thrown, 'github-rights')) throw thrown;
    const state = run.conclusion === 'action_required' ? 'pending' : run.conclusion;
    const status = { sha: run.headSha, context: run.name, description: run.title, url };
    await writeCommitStatus(github, {
      ...status,
      state: state === 'success' || state === 'pending' ? state : 'failure',
    });
  }
}
