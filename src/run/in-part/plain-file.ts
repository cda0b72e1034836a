/** Reads the plain people of a file by its octets, and all else it says as every file is read. */

import { sizeLimit } from '../../desired/read/compose-yaml.ts';
import { parseOrganization } from '../../desired/read/parse-directory.ts';
import { makePlainPeople } from '../../desired/read/plain-people.ts';
import { type OctetFile, textOf } from '../../files/read-directory.ts';
import type { Organization } from '../../model/directory/organization.ts';
import { type PlainPeople, plain } from '../../model/quiet/plain-people.ts';
import { ownTexts } from '../../model/text/own-text.ts';
import { findSecrets } from '../../model/text/secrets.ts';
import { type Derived, makeDerive } from '../../naming/declared.ts';
import { counted, quietIndexes } from '../../quiet/part.ts';
import { makePlainRows } from '../../quiet/plain-rows.ts';
import { makeKnownTexts, type ReadPlainValue } from '../../quiet/plain-texts.ts';
import { countRows, mergeRows } from '../../quiet/rows.ts';
import { type FileSummary, type SummaryTerms, summarize } from '../../quiet/summary.ts';

/** Octets. */
const little = 4096;

/** Undefined for a file that has to be read as a whole. */
export type ReadPlainFile = (source: OctetFile) => FileSummary | undefined;

export function makePlainFileReader(
  terms: SummaryTerms,
  ownOf: (organization: Organization) => Derived,
): ReadPlainFile {
  const texts = makeKnownTexts(terms, makeValueReader(terms));
  const findPeople = makePlainPeople(texts);
  const makeRows = makePlainRows(terms, texts);
  return ({ file, path, octets }) => {
    if (octets.length > sizeLimit) return undefined;
    const found = findPeople(octets);
    if (found === undefined || found.count === 0) return undefined;
    const { buffer, byteOffset, byteLength } = found.rest;
    const source = textOf({ file, path, octets: Buffer.from(buffer, byteOffset, byteLength) });
    // With other line ends a line is another one than was counted.
    if ('problem' in source || source.text.includes('\r')) return undefined;
    const { result, problems, isPlainStyle } = parseOrganization(source);
    if (problems.length > 0 || isPlainStyle !== true || !('organization' in result)) return undefined;
    if (result.organization.people?.length !== found.others.length) return undefined;
    // Of little it does no harm to keep the text that it was cut out of.
    const isLittle = found.rest.length < little;
    const organization = isLittle ? result.organization : ownTexts(result.organization);
    const own = ownOf(organization);
    const rest = summarize({ ...result, organization }, own, terms);
    const rows = rest && makeRows(octets, found, organization, own);
    return rest && rows && together(rest, rows, found);
  };
}

/** What was read of the rest counts its people, and the lines, by themselves. */
function together(rest: FileSummary, rows: Uint32Array, { others, people }: PlainPeople): FileSummary {
  const loud = rest.loud.map((record) => ({ ...record, ...others[record.index] }));
  if (rest.rows.length === 0) return { ...rest, loud, rows };
  const quiet = quietIndexes(counted(rest)).map((index) => others[index]?.index ?? 0);
  const isBefore = (plainRow: number, restRow: number): boolean =>
    (people[plainRow * plain.length + plain.index] as number) < (quiet[restRow] as number);
  return { ...rest, loud, rows: mergeRows(rows, rest.rows, isBefore) };
}

const sample =
  'id: x\nname: Sở X\nkind: provincial\ncode: x\npersonSuffix: x\npeople:\n  - id: X-1\n    name: Lò Chi\n';
/** A secret that begins in one line may go on in the next. */
const goingOn = `\n${'a'.repeat(80)}`;

/** Undefined where anything is to be said of whoever has it: judged by all that judges a file. */
function makeValueReader(terms: SummaryTerms): ReadPlainValue {
  const derive = makeDerive(() => undefined, terms.naming);
  let own: Derived | undefined;
  return (key, written) => {
    if (written.includes('--') || findSecrets(written + goingOn).length > 0) return undefined;
    const text = `${sample}    ${key}: ${written}\n`;
    const { result, problems, isPlainStyle } = parseOrganization({ file: '', path: '', text });
    if (problems.length > 0 || isPlainStyle !== true || !('organization' in result)) return undefined;
    own ??= derive(result.organization);
    const summary = summarize(result, own, terms);
    return summary && countRows(summary.rows) === 1 ? result.organization.people?.[0]?.[key] : undefined;
  };
}
