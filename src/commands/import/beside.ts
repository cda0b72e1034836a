/** What lies beside the directory an import fills: decisions that people sign, the report, and the list for adoption. */
import { join } from 'node:path';
import { parseAdoption } from '../../desired/read/parse-adoption.ts';
import { writeFileAtomically } from '../../files/write-file.ts';
import { readAnswers } from '../../import/read-answers.ts';
import { renderAdoption } from '../../import/render-adoption.ts';
import type { Adoption } from '../../model/adoption.ts';
import type { Answer } from '../../model/import/decision.ts';
import type { ImportInput, Made } from '../../model/import/made.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { renderDecisionsCsv } from '../../render/import/decisions-csv.ts';
import { renderDecisionsMarkdown } from '../../render/import/decisions-markdown.ts';
import { renderImportReport } from '../../render/import/report.ts';
import type { Language } from '../../render/text/wording.ts';
import { parseCsv } from '../../sources/csv.ts';
import { entriesOfTable } from '../../sources/table.ts';
import { type Place, readBeside } from './previous.ts';

const names = {
  decisions: 'decisions.csv',
  decisionsPage: 'decisions.md',
  report: 'import-report.md',
  adoption: 'adoption.yaml',
} as const;

/** What the run before has left, with what people have answered since. */
export async function readLeft(place: Place): Promise<Pick<ImportInput, 'answers' | 'adoption'>> {
  const decisions = await readBeside(place, names.decisions);
  const adoption = await readBeside(place, names.adoption);
  return {
    answers: decisions === undefined ? [] : parseAnswers(decisions, join(place.beside, names.decisions)),
    ...(adoption && { adoption: readAdoption(adoption.toString(), join(place.beside, names.adoption)) }),
  };
}

/** Whatever program has saved it since: its separator and its encoding are found again, its columns by their names. */
function parseAnswers(bytes: Buffer, file: string): readonly Answer[] {
  const rows = parseCsv(bytes, file);
  const header = (rows[0]?.cells ?? []).map((one) => one.trim());
  const needed = ['decision', 'subject', 'there', 'answer', 'document', 'date'];
  const missing = needed.filter((one) => !header.includes(one));
  if (missing.length > 0) {
    throw new ExpectedError('import-decisions.columns', { at: file, columns: missing });
  }
  if (rows.length < 2) return [];
  return readAnswers(entriesOfTable(rows, file).map(({ values }) => values));
}

/** One of another program's is left alone. */
function readAdoption(text: string, file: string): Adoption {
  const { adoption } = parseAdoption(file, text);
  if (adoption === undefined) throw new ExpectedError('import-decisions.adoption', { at: file });
  return adoption;
}

/** All of it is danhba's own: answers of people stand in what is written again. */
export async function writeLeft({ out, beside }: Place, made: Made, language: Language): Promise<void> {
  const { decisions, report, adoption } = made;
  const texts = {
    [names.decisions]: renderDecisionsCsv(decisions, language),
    [names.decisionsPage]: renderDecisionsMarkdown(decisions, language),
    [names.report]: renderImportReport(report, { language, directory: out }),
    ...(adoption && { [names.adoption]: renderAdoption(adoption) }),
  };
  for (const [name, text] of Object.entries(texts))
    await writeFileAtomically(join(beside, name), text, 0o644);
}
