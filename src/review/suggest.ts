/** Gives the one line that puts a problem right, where the rules leave no choice. */
import { privateKeys } from '../model/account/private.ts';
import type { Place, Problem } from '../model/problems/problem.ts';

export interface SuggestedLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** What it puts right. */
  readonly at: Place;
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
    // A second one for the same line would undo the first.
    if (text === undefined || suggested.has(place) || isKept(problem, text)) continue;
    suggested.set(place, { path: file, line, text, at: problem.at });
  }
  return [...suggested.values()];
}

const privateWord = new RegExp(`\\b(${privateKeys.join('|')})\\b`, 'i');

/**
 * A suggestion repeats the whole line, and stands where everybody reads: no telephone, document or reason of absence,
 * and no number long enough for one. A fence would end the block; what cannot be seen, nobody should be asked to take.
 */
function isKept({ at }: Problem, text: string): boolean {
  const keys = [...at.path, text].join(' ');
  return (
    privateWord.test(keys) ||
    /\d(?:[ ./-]?\d){8}/.test(text) ||
    /`{3}|[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(text)
  );
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
      // Where the name yields nothing, the part before the sign is not known.
      return problem.args.derived.startsWith('?')
        ? undefined
        : { found: problem.args.address, wanted: problem.args.derived };
    case 'code-full-name':
    case 'code-fixed':
      return { found: problem.args.code, wanted: problem.args.expected };
    case 'unknown-key':
      return slip(problem.args.key, problem.args);
    case 'value-not-allowed':
      return slip(problem.args.value, problem.args);
    default:
      return undefined;
  }
}

interface Offered {
  readonly allowed: readonly string[];
  readonly suggestion?: string;
}

/** The nearest word is a guess, but where only one of the allowed words is a slip of a finger away. */
function slip(found: string, { allowed, suggestion }: Offered): Swap | undefined {
  const meant = allowed.filter((word) => isSlip(found.toLowerCase(), word.toLowerCase()));
  const [wanted] = meant;
  return wanted !== undefined && wanted === suggestion && meant.length === 1 ? { found, wanted } : undefined;
}

/** One letter too many, too few or another, or two neighbours exchanged. */
function isSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const exchanged = left.length === 2 && left === [...right].reverse().join('');
  return exchanged || (left.length <= 1 && right.length <= 1);
}
