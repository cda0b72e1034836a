/** Reads what somebody has written into decisions.csv, by the names of its columns. */
import type { Answer } from '../model/import/decision.ts';

/** Rows by column name in lower case, as every source is read. */
export function readAnswers(rows: readonly Readonly<Record<string, readonly string[]>>[]): readonly Answer[] {
  return rows.flatMap((row): readonly Answer[] => {
    const cell = (name: string) => (row[name]?.[0] ?? '').replace(/^'(?=[=+\-@\t\r])/, '');
    const [decision, subject] = [cell('decision'), cell('subject')];
    if (decision === '' || subject === '') return [];
    const [there, answer, document, date] = [cell('there'), cell('answer'), cell('document'), cell('date')];
    return [{ decision, subject, there, answer, document, date }];
  });
}
