/** Writes the answer to a pull request: one comment, a check run, suggestions and labels. */

import type { Side } from '../consent/side.ts';
import type { GitHub } from '../github/connect/open.ts';
import { isCode } from '../github/connect/refusal.ts';
import { type CheckRun, writeCheckRun } from '../github/pull/check-run.ts';
import { writeCommitStatus } from '../github/pull/commit-status.ts';
import { setLabels } from '../github/pull/labels.ts';
import type { PullRequest } from '../github/pull/pull-request.ts';
import { writeSuggestions } from '../github/pull/suggestions.ts';
import { writeStickyComment } from '../github/talk/comments.ts';
import type { Review } from '../model/github/review.ts';
import { headline } from '../render/github/headline.ts';
import { renderReview } from '../render/github/review.ts';
import { problemNotes, renderSuggestion, reviewLabels } from '../render/github/review-notes.ts';
import type { ProblemContext } from '../render/problems/problems.ts';
import { suggestLines } from '../review/suggest.ts';
import { labelTerm } from './deadlines.ts';
import type { MergedSide } from './merged.ts';
import { isOwn, ownLines } from './own-lines.ts';
import { keepSound } from './suggestions.ts';

const labelPrefix = 'danhba: ';

/** What a protected branch requires. */
export const checkName = 'danhba';

/** Nobody clicks more of them: who made one mistake so often mends it in the file. The comment tells all. */
const mostSuggestions = 50;

/** The files under the names GitHub knows them by, and at the lines their author has them on. */
export function shownOf(side: Side, own: Side = side): ProblemContext {
  const { language, context } = side.desired;
  const { fileOf } = side;
  const lineOf = ownLines(side, own);
  return {
    language,
    locate: (place) => {
      const found = context.locate({ ...place, file: fileOf(place.file) });
      return { ...found, line: lineOf(place.file, found.line) };
    },
    textOf: (path) => context.textOf(fileOf(path)),
  };
}

/** Each part is written anew in the place of what an earlier run wrote; returns where the comment is. */
export async function answerPull(
  github: GitHub,
  { number, head: { sha } }: PullRequest,
  review: Review,
  {
    head: side,
    own,
    options,
    today,
  }: Pick<MergedSide, 'head' | 'own' | 'options'> & { readonly today: string },
) {
  const shown = shownOf(side, own);
  const { language } = shown;
  const text = renderReview(review, shown);
  const comment = await writeStickyComment(github, number, 'review', text);
  await writeVerdict(github, comment.url, verdictOf(sha, review, shown));
  // A button changes the file of the author: only where that is what would be merged.
  const problems = review.problems.filter(({ at }) => isOwn(side, own, at.file));
  const certain = suggestLines(problems, shown).slice(0, mostSuggestions);
  const suggestions = (await keepSound(certain, side, options, today)).map(
    ({ path, line, text: wanted }) => ({ path, line, body: renderSuggestion(wanted, language) }),
  );
  await writeSuggestions(github, number, sha, suggestions);
  await setLabels(github, number, labelPrefix, reviewLabels(review, labelPrefix));
  if (review.plan !== undefined) await labelTerm(github, number, review.term?.label);
  return { url: comment.url, text };
}

/** The check run `danhba` of a commit. */
export function verdictOf(headSha: string, review: Review, shown: ProblemContext): CheckRun {
  const failed = review.problems.some(({ severity }) => severity === 'error');
  const isAgreed = review.verdict.allowed && (review.conflicts ?? []).length === 0;
  return {
    headSha,
    name: checkName,
    conclusion: failed ? 'failure' : isAgreed ? 'success' : 'action_required',
    title: headline(review, shown.language),
    summary: renderReview(review, shown).slice(0, 65_000),
    annotations: problemNotes(review.problems, shown, review.asking.names),
  };
}

/**
 * A token of a person, machine accounts among them, may write no check runs: a commit status says the same in short.
 * @param url where more of it is told.
 */
export async function writeVerdict(github: GitHub, url: string, run: CheckRun): Promise<void> {
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
