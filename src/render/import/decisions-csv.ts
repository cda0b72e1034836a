/** Writes decisions.csv: one row for each decision, for Excel as it opens on a Vietnamese desk, read back by the next run. */
import { type DecisionRow, decisionColumns } from '../../model/import/decision.ts';
import { renderCsv } from '../text/csv.ts';
import type { Language } from '../text/wording.ts';
import { decisionReasonWords, refusalWords } from './words/decisions.ts';

export const renderDecisionsCsv = (rows: readonly DecisionRow[], language: Language): string =>
  renderCsv([
    decisionColumns,
    ...rows.map((row) => {
      const cells = { ...row, reason: reasonText(row, language) };
      return decisionColumns.map((column) => cells[column]);
    }),
  ]);

/** Why it is asked, and what is wrong with the answer that is there. */
export function reasonText({ reason, refusal }: DecisionRow, language: Language): string {
  const text = decisionReasonWords[reason][language];
  return refusal === undefined ? text : `${text}; ${refusalWords[refusal][language]}`;
}
