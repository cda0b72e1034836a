/** Shows a report as one JSON document: codes and facts, keys in the order of the alphabet. */
import { isRemark } from '../../model/problems/remark.ts';
import type { Report } from '../../model/report.ts';
import { remarkText } from '../errors/remark.ts';
import { heldText } from '../plan/lines.ts';
import { mailFindingText } from '../plan/mail.ts';
import { renderJson } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';

export function renderReportJson(report: Report, language: Language): string {
  const { report: name, today, rows, ...more } = report;
  const told =
    report.report === 'held'
      ? report.rows.map((held) => {
          const { message, hint } = heldText(held, language);
          return { ...held, message, ...(hint !== '' && { hint }) };
        })
      : report.report === 'forwards' || report.report === 'mail'
        ? report.rows.map((finding) => ({ ...finding, ...mailFindingText(finding, language) }))
        : rows;
  const rest = sortKeys(more, language) as object;
  return `${renderJson({ report: name, today, ...rest, rows: sortKeys(told, language) }, 2)}\n`;
}

function sortKeys(value: unknown, language: Language): unknown {
  if (isRemark(value)) return remarkText(value, language);
  if (Array.isArray(value)) return value.map((one) => sortKeys(one, language));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, of]) => [key, sortKeys(of, language)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
