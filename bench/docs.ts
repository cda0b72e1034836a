/** What docs/performance.md shows of the figures: the goals, the table, and the plots. */
import type { Result } from './judge.ts';
import type { Machine } from './machine.ts';
import { linearTicks, logTicks, type Plot, renderPlot, type Series } from './plot.ts';
import { type ContestantName, changes, rows, type Size, sizes } from './rows.ts';
import { goalText, renderMarkdownTable } from './table.ts';

/** One line of what `--json` writes. */
export interface Recorded extends Result {
  readonly machine: Machine;
  readonly rounds: number;
  readonly people: number;
}

const allSizes = Object.keys(sizes) as Size[];

/** Of each row and size the last one, in the order of sizes and rows. */
export function settle(recorded: readonly Recorded[]): readonly Recorded[] {
  const last = new Map(recorded.map((one) => [`${one.size} ${one.row}`, one]));
  return allSizes.flatMap((size) => rows.flatMap(({ name }) => last.get(`${size} ${name}`) ?? []));
}

export function renderGoals(): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const heads = ['row', 'what is measured', 'beside', ...allSizes];
  const cells = rows.map(({ name, what, peer, goals }) => [
    `\`${name}\``,
    what,
    peer,
    ...allSizes.map((size) => (goals[size] === undefined ? '' : goalText(goals[size]))),
  ]);
  return [heads, heads.map(() => '---'), ...cells].map(line).join('');
}

export function renderFigures(recorded: readonly Recorded[]): string {
  if (recorded.length === 0) return 'No run has been recorded here yet.\n';
  const machines = new Set(recorded.map(({ machine, rounds }) => machineText(machine, rounds)));
  const images = [...plotsOf(recorded)].map(([file, { title }]) => `![${title}](benchmarks/${file})\n`);
  return [...machines, renderMarkdownTable(recorded), ...images].join('\n');
}

const machineText = (machine: Machine, rounds: number): string =>
  `${machine.processor}, ${machine.cores} cores, ${machine.gibibytes} GiB; ${machine.system}; ` +
  `Node ${machine.node}, OpenLDAP ${machine.slapd}, Python ${machine.python}; ` +
  `medians of ${rounds} interleaved rounds after one that is discarded.\n`;

/** The SVG files, by name. */
export const renderPlots = (recorded: readonly Recorded[]): ReadonlyMap<string, string> =>
  new Map([...plotsOf(recorded)].map(([file, plot]) => [file, renderPlot(plot)]));

function plotsOf(recorded: readonly Recorded[]): ReadonlyMap<string, Plot> {
  const compared: readonly ContestantName[] = ['ldapsearch', 'plan-warm', 'plan-cold', 'python'];
  const bySize = (of: 'median' | 'megabytes') =>
    compared.map((name): Series => ({ name, points: pointsBySize(recorded, name, of) }));
  const plots: [string, Plot][] = [];
  const times = withPoints(bySize('median'));
  if (times.length > 0) {
    plots.push(['size.svg', sizePlot('Time of a plan that changes nothing', 'seconds', times)]);
    const memory = withPoints(bySize('megabytes'));
    plots.push(['memory.svg', sizePlot('Memory of a plan that changes nothing', 'MB at most', memory)]);
  }
  const changed = withPoints(seriesByChange(recorded));
  if (changed.length > 0) plots.push(['change.svg', changePlot(changed)]);
  return new Map(plots);
}

const withPoints = (series: readonly Series[]): readonly Series[] =>
  series.filter(({ points }) => points.length > 0);

function pointsBySize(
  recorded: readonly Recorded[],
  name: ContestantName,
  of: 'median' | 'megabytes',
): Series['points'] {
  const points = new Map<number, number>();
  for (const { people, ours, peer } of recorded)
    for (const one of [ours, peer]) if (one?.name === name) points.set(people, one[of]);
  return [...points].sort(([a], [b]) => a - b);
}

function seriesByChange(recorded: readonly Recorded[]): readonly Series[] {
  const found = Object.entries(changes).flatMap(([name, share]) => {
    const row = recorded.find((one) => one.row === name);
    return row?.ours && row.peer ? [{ percent: share * 100, ours: row.ours, peer: row.peer }] : [];
  });
  return [
    { name: 'ldapsearch', points: found.map(({ percent, peer }) => [percent, peer.median]) },
    { name: 'plan', points: found.map(({ percent, ours }) => [percent, ours.median]) },
  ];
}

const valuesOf = (series: readonly Series[]) => series.flatMap(({ points }) => points.map(([, y]) => y));

function sizePlot(title: string, label: string, series: readonly Series[]): Plot {
  const ticks = allSizes.map((size) => ({ at: sizes[size], label: size }));
  return {
    title,
    description: describe(series, 'people'),
    x: { label: 'people', scale: 'log', ticks },
    y: { label, scale: 'log', ticks: logTicks(valuesOf(series)) },
    series,
  };
}

function changePlot(series: readonly Series[]): Plot {
  const ticks = Object.values(changes).map((share) => ({ at: share * 100, label: `${share * 100} %` }));
  return {
    title: 'Time of a plan by how many of 10,000 people differ',
    description: describe(series, '% differ'),
    x: { label: 'people that differ', scale: 'linear', ticks },
    y: { label: 'seconds', scale: 'linear', ticks: linearTicks(valuesOf(series)) },
    series,
  };
}

/** The points in words. */
const describe = (series: readonly Series[], unit: string): string =>
  series
    .map(
      ({ name, points }) =>
        `${name}: ${points.map(([x, y]) => `${y.toPrecision(3)} at ${x} ${unit}`).join(', ')}`,
    )
    .join('; ');
