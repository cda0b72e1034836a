/** The pictures of a report, for its page: drawn of its rows, and of nothing else. */
import type { Report, ReportOf } from '../../model/report.ts';
import type { UsageRow } from '../../model/usage.ts';
import { type BarRow, renderBars } from '../chart/bars.ts';
import type { Language } from '../text/wording.ts';
import { usageWords } from './words/usage.ts';

/** More are no picture any more. */
const mostRows = 24;

/** SVG with everything in it escaped. It has no style of its own, which the page's policy would not let in. */
export function chartsOf(report: Report, language: Language): readonly string[] {
  return report.report === 'usage' && report.rows.length > 1 ? [usageChart(report, language)] : [];
}

function usageChart({ rows }: ReportOf<'usage'>, language: Language): string {
  const words = usageWords[language];
  const sorted = rows.toSorted(
    (a, b) => b.mailboxes - a.mailboxes || (a.organization < b.organization ? -1 : 1),
  );
  const shown = sorted.slice(0, mostRows);
  const rest = sorted.slice(mostRows);
  return renderBars({
    id: 'usage',
    title: words.chart,
    description: words.chartDescription(shown.length, rest.length),
    series: [words.mailboxes, words.usedIn180, words.usedIn30],
    rows: [
      ...shown.map(({ name, ...row }): BarRow => ({ label: name, values: valuesOf(row) })),
      ...(rest.length === 0 ? [] : [sumOf(rest, words.chartRest(rest.length))]),
    ],
  });
}

const valuesOf = ({ mailboxes, usedIn180, usedIn30 }: Omit<UsageRow, 'name'>) =>
  [mailboxes, usedIn180, usedIn30] as const;

/** A sum lacks what one of its parts lacks. */
function sumOf(rows: readonly UsageRow[], label: string): BarRow {
  const add = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? undefined : a + b;
  const values = rows
    .map(valuesOf)
    .reduce<readonly (number | undefined)[]>(
      (sums, own) => own.map((value, at) => add(sums[at], value)),
      [0, 0, 0],
    );
  return { label, values, isSum: true };
}
