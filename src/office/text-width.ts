/** How wide a line of bold capitals is in Times: a rule below a head is as long as a part of it (Decree 30/2020, annex I). */

/** Thousandths of the size, by the letter; marks above and below add nothing. */
const widths: Readonly<Record<string, number>> = {
  ' ': 250,
  '-': 333,
  ',': 250,
  '.': 250,
  A: 722,
  B: 667,
  C: 722,
  D: 722,
  Đ: 722,
  E: 667,
  F: 611,
  G: 778,
  H: 778,
  I: 389,
  J: 500,
  K: 778,
  L: 667,
  M: 944,
  N: 722,
  O: 778,
  P: 611,
  Q: 778,
  R: 722,
  S: 556,
  T: 667,
  U: 722,
  V: 722,
  W: 1000,
  X: 722,
  Y: 722,
  Z: 667,
};

/** Of a small letter or a digit; near enough for a rule. */
const usual = 500;

/** In points. */
export function textWidth(text: string, size: number): number {
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '')];
  const thousandths = letters.reduce((sum, letter) => sum + (widths[letter] ?? usual), 0);
  return (thousandths * size) / 1000;
}

/** The last of the lines a text takes in a column, in points: words go to the next line where they do not fit. */
export function lastLineWidth(text: string, size: number, column: number): number {
  const space = textWidth(' ', size);
  return text.split(/\s+/).reduce((line, word) => {
    const width = textWidth(word, size);
    return line === 0 || line + space + width > column ? width : line + space + width;
  }, 0);
}
