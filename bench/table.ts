/** The figures as a table: padded for a terminal, with bars for a page. */
import type { Result, Summary } from './judge.ts';
import type { Goal } from './rows.ts';

const heads = ['row', 'size', 'danhba', 'MB', 'peer', '', 'MB', 'ratio', 'goal', 'verdict'] as const;

const words = {
  passed: 'passed',
  missed: 'MISSED',
  unjudged: 'no goal',
  unmeasured: 'NOT MEASURED',
} as const satisfies Record<Result['verdict'], string>;

export function renderTable(results: readonly Result[]): string {
  const table = [heads, ...results.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  const lines = table.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const reasons = results.flatMap(({ row, why }) => (why === undefined ? [] : [`${row}: ${why}`]));
  return `${[...lines, ...reasons].join('\n')}\n`;
}

export function renderMarkdownTable(results: readonly Result[]): string {
  const titles = ['row', 'size', 'danhba', 'MB', 'peer', 'its time', 'its MB', 'ratio', 'goal', 'verdict'];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [titles, titles.map(() => '---'), ...results.map(cellsOf)].map(line).join('');
}

/** The last line: what has no goal is not counted. */
export function renderCount(results: readonly Result[]): string {
  const passed = results.filter(({ verdict }) => verdict === 'passed').length;
  return `${passed} passed, ${countFailed(results)} failed\n`;
}

/** What could not be measured has failed, whether or not it has a goal. */
export const countFailed = (results: readonly Result[]): number =>
  results.filter(({ verdict }) => verdict === 'missed' || verdict === 'unmeasured').length;

function cellsOf({ row, size, ours, peer, ratio, goal, verdict }: Result): readonly string[] {
  return [
    row,
    size,
    timesOf(ours),
    megabytesOf(ours),
    peer?.name ?? '–',
    timesOf(peer),
    megabytesOf(peer),
    ratio === undefined ? '–' : `${ratio.toFixed(2)} ×`,
    goalText(goal),
    words[verdict],
  ];
}

/** The median, with the quickest and the slowest run. */
const timesOf = (of: Summary | undefined): string =>
  of === undefined ? '–' : `${seconds(of.median)} s (${seconds(of.least)}–${seconds(of.most)})`;

const seconds = (value: number): string => value.toFixed(value < 1 ? 3 : value < 10 ? 2 : 1);

const megabytesOf = (of: Summary | undefined): string => of?.megabytes.toFixed(0) ?? '–';

export function goalText({ ratio, megabytes, lessMemory }: Goal): string {
  const parts = [
    ...(ratio === undefined ? [] : [`≤ ${ratio} ×`]),
    ...(megabytes === undefined ? [] : [`≤ ${megabytes} MB`]),
    ...(lessMemory === undefined ? [] : ['less memory']),
  ];
  return parts.length === 0 ? '–' : parts.join(', ');
}
