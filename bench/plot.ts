/** Lines through measured points, as an SVG that needs no script and is read on light and on dark pages. */

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface Axis {
  readonly label: string;
  /** On a logarithmic axis every value is above 0. */
  readonly scale: 'linear' | 'log';
  /** Ascending; the first and the last are the ends of the axis. */
  readonly ticks: readonly Tick[];
}

export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  readonly title: string;
  /** For readers who do not see it. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  /** At most as many as there are colours. */
  readonly series: readonly Series[];
}

const size = { width: 760, height: 440 };
const area = { left: 72, right: 736, top: 84, bottom: 380 };

/** Light and dark, told apart by their shapes as well. */
const colours = [
  ['#57606a', '#9198a1'],
  ['#0969da', '#4493f8'],
  ['#9a6700', '#d29922'],
  ['#1a7f37', '#3fb950'],
  ['#cf222e', '#f85149'],
] as const;

/** @throws RangeError for more series than there are colours, and for a value that is not on its axis. */
export function renderPlot({ title, description, x, y, series }: Plot): string {
  if (series.length > colours.length) throw new RangeError(`${series.length} series`);
  const toX = scaleOf(x, area.left, area.right);
  const toY = scaleOf(y, area.bottom, area.top);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-labelledby="title desc">`,
    `  <title id="title">${escapeXml(title)}</title>`,
    `  <desc id="desc">${escapeXml(description)}</desc>`,
    style(),
    `  <rect class="card" x="0.5" y="0.5" width="${size.width - 1}" height="${size.height - 1}" rx="10" />`,
    text(title, area.left, 32, 'strong'),
    ...y.ticks.flatMap(({ at, label }) => [
      `  <path class="grid" d="M${area.left} ${toY(at)}H${area.right}" />`,
      text(label, area.left - 8, toY(at) + 4, 'quiet end'),
    ]),
    ...x.ticks.flatMap(({ at, label }) => [
      `  <path class="grid" d="M${toX(at)} ${area.bottom}v5" />`,
      text(label, toX(at), area.bottom + 20, 'quiet middle'),
    ]),
    text(y.label, area.left, area.top - 12, 'quiet'),
    text(x.label, (area.left + area.right) / 2, size.height - 16, 'quiet middle'),
    ...series.flatMap(({ points }, index) => lineOf(points, index, toX, toY)),
    ...legend(series),
    '</svg>',
    '',
  ].join('\n');
}

function scaleOf({ scale, ticks }: Axis, from: number, to: number): (value: number) => number {
  const apply = scale === 'log' ? Math.log10 : (value: number) => value;
  const [low, high] = [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 1];
  return (value) => {
    const share = (apply(value) - apply(low)) / (apply(high) - apply(low));
    if (!(share >= 0 && share <= 1)) throw new RangeError(`${value} is not from ${low} to ${high}`);
    return Math.round((from + share * (to - from)) * 10) / 10;
  };
}

function lineOf(
  points: Series['points'],
  index: number,
  toX: (value: number) => number,
  toY: (value: number) => number,
): readonly string[] {
  const places = points.map(([x, y]) => [toX(x), toY(y)] as const);
  const path = places.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return [
    ...(places.length > 1 ? [`  <path class="line s${index}" d="${path}" />`] : []),
    ...places.map(([x, y]) => mark(index, x, y)),
  ];
}

/** Circle, square, diamond, triangle, triangle upside down. */
function mark(index: number, x: number, y: number): string {
  const shapes = [
    'm-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
    'm-4.5 -4.5h9v9h-9z',
    'm0 -6l6 6l-6 6l-6 -6z',
    'm0 -6l6 10h-12z',
    'm0 6l6 -10h-12z',
  ];
  return `  <path class="mark f${index}" d="M${x} ${y}${shapes[index]}" />`;
}

/** One line of names under the title. */
function legend(series: readonly Series[]): readonly string[] {
  let x = area.left + 6;
  return series.flatMap(({ name }, index) => {
    const at = x;
    x += 8 * name.length + 40;
    return [mark(index, at, 50), text(name, at + 12, 55, 'small')];
  });
}

const text = (words: string, x: number, y: number, classes: string): string =>
  `  <text class="${classes}" x="${x}" y="${y}">${escapeXml(words)}</text>`;

function style(): string {
  const rules = (shade: 0 | 1) =>
    colours.flatMap((colour, index) => [
      `.s${index} { stroke: ${colour[shade]}; }`,
      `.f${index} { fill: ${colour[shade]}; }`,
    ]);
  return `  <style>
    .card { fill: #ffffff; stroke: #d0d7de; }
    .grid { fill: none; stroke: #d0d7de; }
    .line { fill: none; stroke-width: 2; }
    text { fill: #1f2328; font: 13px system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
    .strong { font-size: 15px; font-weight: 600; }
    .quiet { fill: #57606a; }
    .middle { text-anchor: middle; }
    .end { text-anchor: end; }
    ${rules(0).join('\n    ')}
    @media (prefers-color-scheme: dark) {
      .card { fill: #0d1117; stroke: #3d444d; }
      .grid { stroke: #3d444d; }
      text { fill: #e6edf3; }
      .quiet { fill: #9198a1; }
      ${rules(1).join('\n      ')}
    }
  </style>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (words: string): string => words.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);

/** Powers of ten around the values, which are all above 0. */
export function logTicks(values: readonly number[]): readonly Tick[] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: high - low + 1 }, (_, index) => tickAt(10 ** (low + index)));
}

/** From 0 to above the largest value, in four to ten steps that are easy to read. */
export function linearTicks(values: readonly number[]): readonly Tick[] {
  const most = Math.max(...values);
  const magnitude = 10 ** Math.floor(Math.log10(most));
  const step = [0.2, 0.5, 1].map((part) => part * magnitude).find((one) => most / one <= 8) ?? magnitude;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => tickAt(index * step));
}

const tickAt = (value: number): Tick => {
  const at = Number(value.toPrecision(6));
  return { at, label: at.toLocaleString('en') };
};
