/** Lines over time as an SVG inside of a page, with the numbers in a table below for whoever would rather read. */
import { html } from '../text/escape.ts';
import { axisMarks } from './scale.ts';

export interface Line {
  /** HTML. */
  readonly name: string;
  /** One for each step; undefined where nothing is known: the line breaks there. */
  readonly values: readonly (number | undefined)[];
}

export interface LineChart {
  /** Unique on its page. */
  readonly id: string;
  /** Plain text, as what is read to those who do not see it. */
  readonly title: string;
  readonly description: string;
  /** HTML: what stands above. */
  readonly caption: string;
  /** HTML: the summary that opens the table, and the head of its first column. */
  readonly numbers: string;
  readonly step: string;
  /** Plain text, one for each step. */
  readonly steps: readonly string[];
  /** At most six: more lines nobody tells apart. */
  readonly lines: readonly Line[];
}

/** In units of the picture, which is scaled to its place. */
const size = { width: 480, height: 220, left: 44, right: 10, top: 10, bottom: 28 };
const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };

/** So that the lines are told apart without their colours. */
const dashes = ['', '7 3', '2 3', '9 3 2 3', '4 4', '1 4'] as const;

export function renderLines(chart: LineChart): string {
  const { id, caption, lines } = chart;
  const legend =
    lines.length < 2
      ? ''
      : `<ul class="legend">${lines.map(({ name }, index) => `<li>${sample(index)} ${name}</li>`).join('')}</ul>\n`;
  return `<figure class="chart" aria-labelledby="${id}-caption">
<figcaption id="${id}-caption">${caption}</figcaption>
${drawn(chart)}
${legend}${numbers(chart)}
</figure>`;
}

function drawn({ id, title, description, steps, lines }: LineChart): string {
  const marks = axisMarks(Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const top = marks.at(-1) ?? 1;
  const x = (index: number) => round(size.left + (inner.width * index) / Math.max(1, steps.length - 1));
  const y = (value: number) => round(size.top + inner.height * (1 - value / top));
  const grid = marks.map(
    (mark) =>
      `<path class="grid" d="M${size.left} ${y(mark)}h${inner.width}"/><text x="${size.left - 6}" y="${y(mark) + 4}" text-anchor="end">${mark}</text>`,
  );
  const last = steps.length - 1;
  const ends = [0, last].filter((index, at, all) => all.indexOf(index) === at);
  const days = ends.map(
    (index) =>
      `<text x="${x(index)}" y="${size.height - 8}" text-anchor="${index === 0 ? 'start' : 'end'}">${html(steps[index] ?? '')}</text>`,
  );
  const paths = lines.map(({ values }, index) => path(values, index, x, y));
  return `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${html(title)}</title><desc id="${id}-desc">${html(description)}</desc>
${[...grid, ...days, ...paths].join('\n')}
</svg>`;
}

/** A single value between two gaps is a point, which a line of no length would not show. */
function path(
  values: readonly (number | undefined)[],
  line: number,
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let moves = '';
  let points = '';
  values.forEach((value, index) => {
    if (value === undefined) return;
    const isBegun = values[index - 1] !== undefined;
    moves += `${isBegun ? 'L' : 'M'}${x(index)} ${y(value)}`;
    if (!isBegun && values[index + 1] === undefined)
      points += `<circle class="point line-${line + 1}" cx="${x(index)}" cy="${y(value)}" r="3"/>`;
  });
  return `<path class="line line-${line + 1}"${dashed(line)} d="${moves}"/>${points}`;
}

const dashed = (line: number): string => (dashes[line] ? ` stroke-dasharray="${dashes[line]}"` : '');

const sample = (line: number): string =>
  `<svg class="sample" viewBox="0 0 28 8" aria-hidden="true"><path class="line line-${line + 1}"${dashed(line)} d="M0 4h28"/></svg>`;

const round = (value: number): number => Math.round(value * 10) / 10;

function numbers({ numbers: summary, step, steps, lines }: LineChart): string {
  const head = [step, ...lines.map(({ name }) => name)].map((one) => `<th scope="col">${one}</th>`).join('');
  const rows = steps.map((one, index) => {
    const cells = lines.map(({ values }) => `<td>${values[index] ?? '–'}</td>`).join('');
    return `<tr><th scope="row">${html(one)}</th>${cells}</tr>`;
  });
  return `<details><summary>${summary}</summary><table class="numbers"><thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></details>`;
}
