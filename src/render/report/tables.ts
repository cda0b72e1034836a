/** A report as one table, for programs: the same columns every day, whatever is in it. */
import type { Report, ReportName } from '../../model/report.ts';
import type { Cell } from '../../model/workbook.ts';
import type { Language } from '../text/wording.ts';
import type { Section } from './layout.ts';
import {
  custodianColumns,
  deadlineColumns,
  endedColumns,
  heldColumns,
  inactiveColumns,
  legacyColumns,
  mailColumns,
  passwordColumns,
  type ReportColumn,
  suspendedColumns,
  unmanagedColumns,
} from './rows.ts';
import { showTo, withTitles } from './shown.ts';
import { usedColumns } from './usage.ts';
import { reportWords } from './words/report.ts';

interface Layout {
  /** Of a report in groups, what tells them apart: the title of a column with their headings. */
  readonly group?: 'group' | 'organization' | 'status';
  /** The columns of each group that has its own. */
  readonly tables: readonly (readonly ReportColumn<never>[])[];
}

export const layouts: Readonly<Record<ReportName, Layout>> = {
  deadlines: { tables: [deadlineColumns] },
  inactive: { tables: [inactiveColumns] },
  passwords: { tables: [passwordColumns] },
  suspended: { group: 'status', tables: [suspendedColumns, endedColumns] },
  held: { group: 'group', tables: [heldColumns] },
  custodians: { tables: [custodianColumns] },
  legacy: { group: 'organization', tables: [legacyColumns] },
  forwards: { group: 'status', tables: [mailColumns] },
  mail: { group: 'group', tables: [mailColumns] },
  unmanaged: { group: 'status', tables: [unmanagedColumns] },
  usage: { tables: [usedColumns] },
};

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Sums are left out: whoever has the rows can sum them. */
export function joinTables(name: Report['report'], sections: readonly Section[], language: Language): Table {
  const { group, tables } = layouts[name];
  const every = { columns: tables.flatMap((columns) => withTitles(columns, language)), rows: [] };
  const titles = [...new Set(showTo('table', every).columns.map(({ title }) => title))];
  return {
    columns: [...(group === undefined ? [] : [reportWords[language][group]]), ...titles],
    rows: sections
      .filter(({ kind }) => kind !== 'sums')
      .flatMap((section) => {
        const { columns, rows } = showTo('table', section);
        const places = titles.map((title) => columns.findIndex((column) => column.title === title));
        const heading = group === undefined ? [] : [section.heading];
        return rows.map(({ cells }) => [...heading, ...places.map((place) => cells[place])]);
      }),
  };
}
