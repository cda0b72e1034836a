/** Holds suggestions against the rules before anybody can take them: none brings an error that was not there. */

import { located, type Side } from '../consent/side.ts';
import type { Problem } from '../model/problems/problem.ts';
import type { CommonOptions } from '../process/io.ts';
import { compareProblems } from '../review/difference.ts';
import type { SuggestedLine } from '../review/suggest.ts';
import { judge, readDesired } from '../run/desired.ts';

/** Each round costs one reading of the directory. */
const rounds = 4;

/**
 * Those that can all be taken at once. A key may be there already under its right name, an address may be somebody
 * else's: what comes to light on the lines of the same person or organization counts against the suggestion.
 */
export async function keepSound(
  lines: readonly SuggestedLine[],
  side: Side,
  options: CommonOptions,
  today: string,
): Promise<readonly SuggestedLine[]> {
  const before = located(side, judge(side.desired, [], today));
  let left = lines;
  for (let round = 0; round < rounds && left.length > 0; round++) {
    const after = await readDesired(options, textsWith(left, side));
    const { problems } = compareProblems(before, located(side, judge(after, [], today)));
    const fresh = problems.filter(({ severity }) => severity === 'error');
    const lineOf = ({ at }: Problem) => after.context.locate({ ...at, file: side.fileOf(at.file) }).line;
    const isHit = (one: SuggestedLine) =>
      fresh.some(
        (problem) =>
          problem.at.file === one.path && (isSameItem(problem, one) || lineOf(problem) === one.line),
      );
    const rest = left.filter((one) => !isHit(one));
    if (rest.length === left.length) return fresh.length === 0 ? left : withoutFilesOf(fresh, left);
    left = rest;
  }
  return [];
}

/** Nobody knows which of them it was. */
function withoutFilesOf(fresh: readonly Problem[], lines: readonly SuggestedLine[]) {
  const files = new Set(fresh.map(({ at }) => at.file));
  return lines.filter(({ path }) => !files.has(path));
}

/** Of one person, of the mailbox, or of the organization itself. */
function isSameItem({ at: { path } }: Problem, { at }: SuggestedLine): boolean {
  const depth = at.path[0] === 'people' ? 2 : 1;
  return at.path.length > 0 && at.path.slice(0, depth).every((step, index) => step === path[index]);
}

function textsWith(lines: readonly SuggestedLine[], { desired, fileOf }: Side): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { path, line, text } of lines) {
    const file = fileOf(path);
    const old = (texts.get(file) ?? desired.context.textOf(file) ?? '').split('\n');
    const end = old[line - 1]?.endsWith('\r') ? '\r' : '';
    texts.set(file, old.with(line - 1, text + end).join('\n'));
  }
  return texts;
}
