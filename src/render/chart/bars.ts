/**
 * Draws bars that lie in one another, one row for each of what is compared: a picture of as many columns as its page
 * has, with letters of one size, in the colours of the page. It holds no script and no style of its own.
 */
import { html } from '../text/escape.ts';

export interface BarRow {
  readonly label: string;
  /** One for each series, the widest first; undefined where it cannot be told. */
  readonly values: readonly (number | undefined)[];
  /** A sum of others: told in figures, for its bar would make the others tiny. */
  readonly isSum?: true;
}

export interface Bars {
  /** Small letters; unique within the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What the bars of a row mean, the widest first; three at most. */
  readonly series: readonly string[];
  readonly rows: readonly BarRow[];
}

/** Told apart by height and outline as well: a printer has no colours. Colours of assets/site, or the ink of the text. */
const looks = [
  { height: 16, fill: 'none', stroke: 'var(--line, currentColor)' },
  { height: 10, fill: 'var(--line, currentColor)', stroke: 'none' },
  { height: 4, fill: 'var(--strong, currentColor)', stroke: 'none' },
] as const;

const barHeight = 16;
const lineHeight = 20;
/** How far below the middle of a line its letters stand. */
const letters = 4.5;
const rowHeight = lineHeight + barHeight + 10;
/** Of letters, so that label and figures stand side by side on a telephone. */
const longestLabel = 30;

export function renderBars({ id, title, description, series, rows }: Bars): string {
  const widest = rows.reduce((most, { values, isSum }) => (isSum ? most : Math.max(most, values[0] ?? 0)), 1);
  const top = (1 + series.length) * lineHeight + 8;
  const height = top + rows.length * rowHeight;
  return [
    `<svg role="img" aria-labelledby="${id}-title ${id}-desc" width="100%" height="${height}" font-size="13" fill="currentColor">`,
    `<title id="${id}-title">${html(title)}</title>`,
    `<desc id="${id}-desc">${html(description)}</desc>`,
    `<text x="1" y="${lineHeight / 2 + letters}" font-weight="600">${html(title)}</text>`,
    ...series.map((word, index) => {
      const middle = (1 + index) * lineHeight + lineHeight / 2;
      return `${bar(index, '28', middle)}<text x="38" y="${middle + letters}">${html(word)}</text>`;
    }),
    ...rows.map((row, index) => drawRow(row, top + index * rowHeight, widest)),
    '</svg>',
  ].join('\n');
}

function drawRow({ label, values, isSum }: BarRow, top: number, widest: number): string {
  const figures = values.map((value) => value ?? '–').join(' · ');
  const bars = isSum
    ? []
    : values.flatMap((value, index) =>
        value === undefined ? [] : [bar(index, `${share(value, widest)}%`, top + lineHeight + barHeight / 2)],
      );
  return [
    `<g><title>${html(`${label}: ${figures}`)}</title>`,
    ...bars,
    `<text x="1" y="${top + lineHeight / 2 + letters}">${html(shorten(label))}</text>`,
    `<text x="100%" y="${top + lineHeight / 2 + letters}" text-anchor="end">${figures}</text></g>`,
  ].join('');
}

/** Room for the outline stays at both ends. */
const share = (value: number, widest: number): string =>
  ((99.5 * Math.min(value, widest)) / widest).toFixed(2);

function bar(index: number, width: string, middle: number): string {
  const { height, fill, stroke } = looks[Math.min(index, looks.length - 1)] ?? looks[0];
  return `<rect x="1" y="${middle - height / 2}" width="${width}" height="${height}" fill="${fill}" stroke="${stroke}"></rect>`;
}

/** By letters with their marks, never within one. */
function shorten(label: string): string {
  const signs = [...new Intl.Segmenter().segment(label)].map(({ segment }) => segment);
  if (signs.length <= longestLabel) return label;
  const kept = signs.slice(0, longestLabel - 1).join('');
  return `${kept.trimEnd()}…`;
}
