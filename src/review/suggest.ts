/** Gives the one line that puts a problem right, where the rules leave no choice. */
import type { Place, Problem } from '../model/problem.ts';

export interface SuggestedLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

export interface Source {
  readonly locate: (place: Place) => { readonly line: number };
  /** Undefined where the file could not be read. */
  readonly textOf: (file: string) => string | undefined;
}

/** One for each line whose mending leaves no choice. */
export function suggestLines(
  problems: readonly Problem[],
  { locate, textOf }: Source,
): readonly SuggestedLine[] {
  const files = new Map<string, readonly string[]>();
  const suggested = new Map<string, SuggestedLine>();
  for (const problem of problems) {
    const { file } = problem.at;
    if (!files.has(file)) files.set(file, (textOf(file) ?? '').split('\n'));
    const { line } = locate(problem.at);
    const before = files.get(file)?.[line - 1]?.replace(/\r$/, '');
    const text = before === undefined ? undefined : suggestLine(problem, before);
    const place = `${file}:${line}`;
    // A second one for the same line would undo the first; a fence would end the block that carries it.
    if (text === undefined || suggested.has(place) || /`{3}|\p{Cc}/u.test(text)) continue;
    suggested.set(place, { path: file, line, text });
  }
  return [...suggested.values()];
}

interface Swap {
  readonly found: string;
  readonly wanted: string;
}

/**
 * The line as it should read; undefined where a person has to choose, or where the wrong text does not stand in the
 * line exactly once: a suggestion is accepted with one click, by somebody who may not look twice.
 */
function suggestLine(problem: Problem, line: string): string | undefined {
  const swap = swapOf(problem);
  if (swap === undefined || swap.found === '' || swap.wanted === '') return undefined;
  const parts = line.split(swap.found);
  const [before, after] = parts;
  if (parts.length !== 2 || before === undefined || after === undefined) return undefined;
  // Part of a longer word, it would be another text that is changed.
  if (/[\p{L}\p{N}._-]$/u.test(before) || /^[\p{L}\p{N}._@-]/u.test(after)) return undefined;
  return `${before}${swap.wanted}${after}`;
}

function swapOf(problem: Problem): Swap | undefined {
  switch (problem.code) {
    case 'address-differs':
      return { found: problem.args.address, wanted: problem.args.expected };
    case 'address-without-decision':
      return { found: problem.args.address, wanted: problem.args.derived };
    case 'code-full-name':
    case 'code-fixed':
      return { found: problem.args.code, wanted: problem.args.expected };
    case 'unknown-key':
      return { found: problem.args.key, wanted: problem.args.suggestion ?? '' };
    case 'value-not-allowed':
      return { found: problem.args.value, wanted: problem.args.suggestion ?? '' };
    case 'parent-unknown':
      return { found: problem.args.parent, wanted: problem.args.suggestion ?? '' };
    default:
      return undefined;
  }
}
