/** A table of a report as HTML: wider than the page it moves within its box, and links find the rows of an organization. */
import type { ReportName } from '../../model/report.ts';
import type { Cell } from '../../model/workbook.ts';
import { html } from '../text/escape.ts';
import type { Section, SheetRow } from './layout.ts';
import { showTo } from './shown.ts';

/** Where the first row of an organization stands in the page; undefined of an id no link can name. */
export const organizationAnchor = (report: ReportName, organization: string): string | undefined =>
  /^[a-z0-9-]+$/.test(organization) ? `${report}-o-${organization}` : undefined;

interface Place {
  readonly name: ReportName;
  /** The id of what stands above it. */
  readonly labelledBy: string;
  readonly caption: string;
  /** The anchors this page has, to which those of this table are added: an id stands once. */
  readonly anchored: Set<string>;
}

export function renderHtmlTable(section: Section, { name, labelledBy, caption, anchored }: Place): string {
  const { columns, rows } = showTo('everybody', section);
  const head = columns.map(
    ({ title, align }) => `<th scope="col"${align === 'right' ? ' class="number"' : ''}>${html(title)}</th>`,
  );
  const lines = rows.map((row) =>
    section.kind === 'sums' ? renderSum(row, name) : renderRow(row, name, anchored),
  );
  return `<div class="scroll" role="region" tabindex="0" aria-labelledby="${labelledBy}"><table>
<caption class="unseen">${html(caption)}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table></div>`;
}

function renderRow({ cells, organization }: SheetRow, name: ReportName, anchored: Set<string>): string {
  const filled = cells.map(renderCell).join('');
  if (organization === undefined) return `<tr>${filled}</tr>`;
  const anchor = organizationAnchor(name, organization);
  const isFirst = anchor !== undefined && !anchored.has(anchor);
  if (isFirst) anchored.add(anchor);
  return `<tr${isFirst ? ` id="${anchor}"` : ''} data-organization="${html(organization)}">${filled}</tr>`;
}

/** What an organization has in sum leads to its rows. */
function renderSum({ cells: [first, ...cells], organization = '' }: SheetRow, name: ReportName): string {
  const anchor = organizationAnchor(name, organization);
  const whose = html(String(first));
  const linked = anchor === undefined ? whose : `<a href="#${anchor}">${whose}</a>`;
  return `<tr><td>${linked}</td>${cells.map(renderCell).join('')}</tr>`;
}

function renderCell(cell: Cell): string {
  if (cell === undefined) return '<td></td>';
  if (typeof cell === 'string') return `<td>${html(cell)}</td>`;
  if (typeof cell === 'number') return `<td class="number">${cell}</td>`;
  const day = html(cell.day);
  return `<td><time datetime="${day}">${day}</time></td>`;
}
