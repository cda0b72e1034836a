/** Reads a file that is imported, by its ending: an LDIF export, a CSV file or a workbook. */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Source } from '../model/import/source-entry.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { parseCsv } from './csv.ts';
import { parseLdif } from './ldif.ts';
import { entriesOfTable } from './table.ts';
import { readXlsx } from './xlsx.ts';

/** Octets. An export of a hundred thousand entries, pictures and all, has fewer. */
const sizeLimit = 500_000_000;

/** `sheet`: which one of a workbook. @throws ExpectedError where it cannot be read, with the place. */
export async function readSourceFile(file: string, sheet?: string): Promise<Source> {
  const ending = extname(file).toLowerCase();
  const name = basename(file);
  if (ending === '.ldif') return { kind: 'ldif', entries: parseLdif(await readBytes(file), name) };
  if (ending === '.csv' || ending === '.tsv' || ending === '.txt') {
    return { kind: 'csv', entries: entriesOfTable(parseCsv(await readBytes(file), name), name) };
  }
  if (ending === '.xlsx') {
    const { rows, sheets } = await readXlsx(await readBytes(file), name, sheet);
    return { kind: 'xlsx', entries: entriesOfTable(rows, name), sheets };
  }
  throw new ExpectedError('import-file.ending', { at: file });
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > sizeLimit) throw new ExpectedError('import-file.size', { at: file, limit: sizeLimit });
    return await readFile(file);
  } catch (thrown) {
    if (thrown instanceof ExpectedError) throw thrown;
    const cause = (thrown as NodeJS.ErrnoException).code ?? String(thrown);
    throw new ExpectedError('import-file.unreadable', { at: file, cause }, { cause: thrown });
  }
}
