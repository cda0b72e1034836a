/** How many rows of a report each organization has, the most first, and of what: nothing where that says nothing. */
import type { Language } from '../text/wording.ts';
import type { Section } from './layout.ts';
import { sumsHeading } from './words/headings.ts';
import { reportWords } from './words/report.ts';

/** `wordOf` says of what kind a row is. */
export function sumsOf<Row extends { readonly organization?: string }>(
  rows: readonly Row[],
  wordOf: (row: Row) => string,
  language: Language,
): readonly Section[] {
  const groups = Map.groupBy(rows, ({ organization }) => organization ?? '');
  groups.delete('');
  const summed = [...groups.values()].reduce((sum, { length }) => sum + length, 0);
  // One organization is the whole report, and of one row each the rows tell everything.
  if (groups.size < 2 || summed === groups.size) return [];
  const words = reportWords[language];
  const sorted = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return [
    {
      kind: 'sums',
      heading: sumsHeading[language],
      columns: [
        { title: words.organization },
        { title: words.total, align: 'right' },
        { title: words.ofWhich, breaks: 30 },
      ],
      rows: sorted.map(([organization, of]) => ({
        cells: [organization, of.length, kindsIn(of, wordOf)],
        organization,
      })),
    },
  ];
}

function kindsIn<Row>(rows: readonly Row[], wordOf: (row: Row) => string): string {
  const kinds = [...Map.groupBy(rows, wordOf)].sort(([, x], [, y]) => y.length - x.length);
  const [first] = kinds;
  // The sum beside it is its number.
  if (first !== undefined && kinds.length === 1) return first[0];
  return kinds.map(([word, { length }]) => `${word}: ${length}`).join('; ');
}
