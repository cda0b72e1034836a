/** The octets of a CSV file → its rows, whatever it separates them by: `;`, `,` or a tab. */
import { CsvError, parse } from 'csv-parse/sync';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Row } from './table.ts';
import { decodeText } from './text.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

export function parseCsv(bytes: Buffer, file: string): readonly Row[] {
  // Excel tells itself the separator in a line of its own.
  const text = decodeText(bytes, file);
  const [, told] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const skipped = told === undefined ? 0 : 1;
  const from = skipped + 1;
  try {
    const parsed = parse(text, {
      delimiter: told ?? separatorOf(text),
      relaxColumnCount: true,
      skipEmptyLines: false,
      info: true,
      fromLine: from,
    }) as unknown as readonly Parsed[];
    // What is told is the line a row ends in; quoted cells may have several.
    let line = from;
    return parsed.map(({ record, info }) => {
      const row = { line, cells: record };
      line = info.lines + 1;
      return row;
    });
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const line = typeof thrown.lines === 'number' ? thrown.lines : from;
    throw new ExpectedError('import-table.quote', { at: `${file}:${line}` }, { cause: thrown });
  }
}

/** The one of which the first lines have most, outside of quotes. */
function separatorOf(text: string): string {
  const plain = text.slice(0, 20_000).replaceAll(/"(?:[^"]|"")*"/g, '');
  const counted = [';', '\t', ','].map((sign) => ({ sign, count: plain.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
