/** Finds the lines of a merged file in the file as its author has it: notes and suggestions stand there. */

import type { Side } from '../consent/side.ts';

/** By a path on GitHub. What the author's file does not say is told at the line that is nearest. */
export function ownLines(merged: Side, own: Side): (path: string, line: number) => number {
  const lines = new Map<string, readonly [readonly string[], readonly string[]] | undefined>();
  return (path, line) => {
    if (merged === own) return line;
    if (!lines.has(path)) lines.set(path, isOwn(merged, own, path) ? undefined : textsOf(merged, own, path));
    const texts = lines.get(path);
    if (texts === undefined) return line;
    const [there, here] = texts;
    const wanted = there[line - 1];
    let nearest = Math.min(line, here.length);
    let distance = Number.POSITIVE_INFINITY;
    for (const [index, text] of here.entries()) {
      const away = Math.abs(index + 1 - line);
      if (text === wanted && away < distance) [nearest, distance] = [index + 1, away];
    }
    return Math.max(1, nearest);
  };
}

/** Whether the merge leaves the file as its author has it. */
export const isOwn = (merged: Side, own: Side, path: string): boolean =>
  merged === own || textOf(merged, path) === textOf(own, path);

const textOf = ({ desired, fileOf }: Side, path: string) => desired.context.textOf(fileOf(path));

function textsOf(merged: Side, own: Side, path: string) {
  const split = (side: Side) => (textOf(side, path) ?? '').split('\n');
  return [split(merged), split(own)] as const;
}
