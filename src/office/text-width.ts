/** How wide a line of bold text is in Times: rules below heads are as long as the line, or a part of it (Decree 30/2020, annex I). */

/** Thousandths of the size, by the letters of that width; marks above and below add nothing. */
const letters: Readonly<Record<number, string>> = {
  250: ' ,.',
  278: 'il/',
  333: '-fjt()',
  389: 'Is',
  444: 'cerz',
  500: 'Jagovxy0123456789',
  556: 'Sbdđhknpqu',
  611: 'FP',
  667: 'BELTZ',
  722: 'ACDĐNRUVXYw',
  778: 'GHKOQ',
  833: 'm',
  944: 'M',
  1000: 'W',
};

const widths = new Map(
  Object.entries(letters).flatMap(([width, all]) =>
    [...all].map((letter) => [letter, Number(width)] as const),
  ),
);

const usual = 500;

/** In points. */
export function textWidth(text: string, size: number): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  const thousandths = [...plain].reduce((sum, letter) => sum + (widths.get(letter) ?? usual), 0);
  return (thousandths * size) / 1000;
}

/** Words no line ends with. */
const leading = new Set(['VÀ', 'AND', 'OF']);

/** The lines of a name in a column: as few as it takes, and as equal as they can be. Size and column in points. */
export function linesOf(text: string, size: number, column: number): readonly string[] {
  const words = text.split(/\s+/);
  for (let count = 1; count < words.length; count += 1) {
    const lines = bestSplit(words, count, size);
    if (lines?.every((one) => textWidth(one, size) <= column)) return lines;
  }
  return words;
}

function bestSplit(words: readonly string[], count: number, size: number): readonly string[] | undefined {
  if (count === 1) return [words.join(' ')];
  let best: readonly string[] | undefined;
  const longest = (lines: readonly string[]) => Math.max(...lines.map((one) => textWidth(one, size)));
  for (let at = 1; at < words.length; at += 1) {
    if (leading.has(words[at - 1] ?? '')) continue;
    const rest = bestSplit(words.slice(at), count - 1, size);
    if (rest === undefined) continue;
    const lines = [words.slice(0, at).join(' '), ...rest];
    if (best === undefined || longest(lines) < longest(best)) best = lines;
  }
  return best;
}
