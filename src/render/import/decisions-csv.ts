/** Writes decisions.csv: one row for each decision, for Excel as it opens on a Vietnamese desk, read back by the next run. */
import { type DecisionRow, decisionColumns } from '../../model/import/decision.ts';
import type { Language } from '../text/wording.ts';
import { decisionReasonWords, refusalWords } from './words/decisions.ts';

/** UTF-8 with a byte order mark, lines ended as RFC 4180 has them. */
export function renderDecisionsCsv(rows: readonly DecisionRow[], language: Language): string {
  const lines = rows.map((row) => {
    const cells = { ...row, reason: reasonText(row, language) };
    return decisionColumns.map((column) => cellOf(cells[column])).join(',');
  });
  return `\ufeff${[decisionColumns.join(','), ...lines].join('\r\n')}\r\n`;
}

/** Why it is asked, and what is wrong with the answer that is there. */
export function reasonText({ reason, refusal }: DecisionRow, language: Language): string {
  const text = decisionReasonWords[reason][language];
  return refusal === undefined ? text : `${text}; ${refusalWords[refusal][language]}`;
}

/** What begins like a formula would be one in a spreadsheet, and the names in it are those of a server anybody wrote to. */
function cellOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
