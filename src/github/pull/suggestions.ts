/** Writes suggestions on the lines of a pull request that can carry one, each once. */
import type { GitHub } from '../connect/open.ts';
import { isCode } from '../connect/refusal.ts';
import { isOurs, sameText } from '../talk/own-text.ts';
import { listChangedFiles } from './pull-request.ts';

export interface Suggestion {
  readonly path: string;
  /** Of the new file, from 1. */
  readonly line: number;
  /** Markdown with a `suggestion` block. */
  readonly body: string;
}

export interface WrittenSuggestions {
  readonly written: readonly Suggestion[];
  readonly already: readonly Suggestion[];
  /** GitHub takes comments on lines of the difference alone. */
  readonly outside: readonly Suggestion[];
}

const commentsOfReview = 30;

/** @throws ExpectedError where GitHub cannot be used, or the branch has moved on (`github-head`). */
export async function writeSuggestions(
  github: GitHub,
  number: number,
  headSha: string,
  wanted: readonly Suggestion[],
): Promise<WrittenSuggestions> {
  if (wanted.length === 0) return { written: [], already: [], outside: [] };
  const { files } = await listChangedFiles(github, number, headSha);
  const patches = new Map(files.map(({ path, patch }) => [path, patch]));
  const written: Suggestion[] = [];
  const outside: Suggestion[] = [];
  let there: readonly OwnComment[] = [];
  const already = await github.lookingAgain(async () => {
    there = await listOwnComments(github, number);
    const settled = [...written, ...outside];
    const open = wanted.filter((one, index) => wanted.findIndex((other) => isSame(one, other)) === index);
    const known = open.filter((one) => !settled.includes(one) && there.some((other) => isSame(one, other)));
    const lacking = open.filter((one) => !settled.includes(one) && !known.includes(one));
    const placed = Map.groupBy(lacking, ({ path, line }) => placeOf(patches, path, line));
    outside.push(...(placed.get('outside') ?? []));
    const inside = placed.get('inside') ?? [];
    for (let at = 0; at < inside.length; at += commentsOfReview) {
      const some = inside.slice(at, at + commentsOfReview);
      if (await writeReview(github, number, headSha, some)) written.push(...some);
      else await writeEach(github, number, headSha, some, written, outside);
    }
    await writeEach(github, number, headSha, placed.get('unknown') ?? [], written, outside);
    return known;
  });
  if (written.length > 0) await yieldTo(github, number, there, written);
  return { written, already, outside };
}

/**
 * Another run may have written the same in the same moment: of each the oldest stays. What stood there before both is
 * nobody's surplus.
 */
async function yieldTo(
  github: GitHub,
  number: number,
  before: readonly OwnComment[],
  written: readonly Suggestion[],
): Promise<void> {
  const known = new Set(before.map(({ id }) => id));
  const now = (await listOwnComments(github, number)).filter(({ id }) => !known.has(id));
  for (const one of written) {
    const [, ...surplus] = now.filter((other) => isSame(one, other)).sort((a, b) => a.id - b.id);
    for (const { id } of surplus) {
      try {
        await github.octokit.rest.pulls.deleteReviewComment({ ...github.place, comment_id: id });
      } catch (thrown) {
        // The other run was faster.
        if (!isCode(thrown, 'github-missing')) throw thrown;
      }
    }
  }
}

const isSame = (left: Suggestion, right: Suggestion) =>
  left.path === right.path && left.line === right.line && sameText(left.body, right.body);

/** One review is one message to those who follow. False: GitHub does not want it as a whole, and says not which part. */
async function writeReview(
  github: GitHub,
  number: number,
  headSha: string,
  some: readonly Suggestion[],
): Promise<boolean> {
  try {
    await github.octokit.rest.pulls.createReview({
      ...github.place,
      pull_number: number,
      commit_id: headSha,
      event: 'COMMENT',
      comments: some.map(({ path, line, body }) => ({ path, line, side: 'RIGHT', body })),
    });
    return true;
  } catch (thrown) {
    if (isCode(thrown, 'github-refused')) return false;
    throw thrown;
  }
}

async function writeEach(
  github: GitHub,
  number: number,
  headSha: string,
  some: readonly Suggestion[],
  written: Suggestion[],
  outside: Suggestion[],
): Promise<void> {
  for (const one of some) {
    const { path, line, body } = one;
    try {
      await github.octokit.rest.pulls.createReviewComment({
        ...github.place,
        pull_number: number,
        commit_id: headSha,
        path,
        line,
        side: 'RIGHT',
        body,
      });
      written.push(one);
    } catch (thrown) {
      if (!isCode(thrown, 'github-refused')) throw thrown;
      outside.push(one);
    }
  }
}

type OwnComment = Suggestion & { readonly id: number };

async function listOwnComments(github: GitHub, number: number): Promise<readonly OwnComment[]> {
  const all = await github.octokit.paginate(github.octokit.rest.pulls.listReviewComments, {
    ...github.place,
    pull_number: number,
    per_page: 100,
  });
  const found: OwnComment[] = [];
  for (const { id, path, line, body, user } of all) {
    // Outdated comments have no line any more.
    if (typeof line === 'number' && (await isOurs(github, user))) found.push({ id, path, line, body });
  }
  return found;
}

function placeOf(
  patches: ReadonlyMap<string, string | undefined>,
  path: string,
  line: number,
): 'inside' | 'outside' | 'unknown' {
  if (!patches.has(path)) return 'outside';
  const patch = patches.get(path);
  if (patch === undefined) return 'unknown';
  return linesOf(patch).has(line) ? 'inside' : 'outside';
}

/** The lines of the new file that a unified difference shows: added ones, and those around them. */
export function linesOf(patch: string): ReadonlySet<number> {
  const lines = new Set<number>();
  let line = 0;
  for (const text of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(text);
    if (start !== null) line = Number(start[1]);
    else if (text.startsWith('+') || text.startsWith(' ')) lines.add(line++);
  }
  return lines;
}
