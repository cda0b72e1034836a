/** Writes decisions.md: the same rows as tables for people, what matters most first. */
import { type DecisionRow, decisionKinds } from '../../model/import/decision.ts';
import { markdown } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import { reasonText } from './decisions-csv.ts';
import { tableOf } from './table.ts';
import { decisionsWords, decisionWords } from './words/decisions.ts';

export function renderDecisionsMarkdown(rows: readonly DecisionRow[], language: Language): string {
  const words = decisionsWords[language];
  const lines = [`# ${words.title}`, ''];
  if (rows.length === 0) return `${[...lines, words.none].join('\n')}\n`;
  const waiting = rows.filter(({ waits }) => waits).length;
  lines.push(words.waiting(waiting, rows.length), '', words.how);
  for (const kind of decisionKinds) {
    const own = rows.filter(({ decision }) => decision === kind);
    if (own.length === 0) continue;
    const { title, hint } = decisionWords[kind];
    const open = own.filter(({ waits }) => waits).length;
    lines.push('', `## ${title[language]}: ${open} / ${own.length}`, '', hint[language], '');
    const columns = words.columns;
    const keys = [
      'name',
      'organization',
      'there',
      'byRule',
      'proposal',
      'reason',
      'answer',
      'place',
    ] as const;
    const cells = own.map((row) => ({
      ...row,
      reason: reasonText(row, language),
      answer: [row.answer, row.document, row.date].filter((text) => text !== '').join('; '),
    }));
    // A column that says nothing of this kind is left out.
    const told = keys.filter((key) => cells.some((row) => row[key] !== ''));
    lines.push(
      ...tableOf(
        told.map((key) => columns[key]),
        cells.map((row) => told.map((key) => markdown(row[key]))),
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}
