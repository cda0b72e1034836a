/** Makes files, decisions, report and the list for adoption out of what arrives. Pure: the same arrivals, in whatever order, give the same bytes. */
import { organizationKey, personKey } from '../model/account/key.ts';
import type { Adoption, AdoptionEntry } from '../model/adoption.ts';
import type { OrganizationFile } from '../model/directory/organization.ts';
import { type DecisionRow, decisionKinds } from '../model/import/decision.ts';
import type { ImportInput, Made } from '../model/import/made.ts';
import { type ImportNote, type ImportReport, noteCodes } from '../model/import/report.ts';
import { namingPolicyOf } from '../naming/declared.ts';
import type { Seat } from './addresses.ts';
import { makeAnswerBook } from './answers.ts';
import { type ImportBook, makeBook } from './book.ts';
import { compose } from './compose.ts';
import { type Known, readKnown } from './known.ts';
import { comparePlaces } from './text.ts';
import { verify } from './verify.ts';
import { writeFiles } from './write.ts';

export function makeDirectory(input: ImportInput): Made {
  const known = readKnown(input);
  const book = makeBook();
  const answers = makeAnswerBook(input.answers);
  const signed = compose(input, { known, answers, book, followsFiles: true });
  const base =
    known.organizations.size === 0
      ? undefined
      : compose(input, { known, answers: makeAnswerBook([]), book: makeBook(), followsFiles: false });
  const written = writeFiles(signed, base, known);
  for (const { path, organization, detail } of written.refused) {
    book.notes.push({ code: 'file-unedited', name: organization, place: path, there: detail, became: '' });
  }
  const problems = verify(written, known, input.policy, input.today);
  const decisions = inOrder(book.rows);
  const report: ImportReport = {
    counts: countAll(input, signed.seats, known, decisions, written.files.length),
    notes: book.notes.toSorted(byWeight),
    problems,
  };
  const inFiles = keysOf(written.files);
  const adoption = adoptionOf(
    signed.seats.filter(({ key }) => inFiles.has(key)),
    input,
  );
  return { files: written.texts, decisions, report, ...(adoption && { adoption }) };
}

/** What keeps people out of the files or takes an address comes first; what waits before what is signed. */
function inOrder(rows: ImportBook['rows']): readonly DecisionRow[] {
  const rank = new Map(decisionKinds.map((kind, index) => [kind, index]));
  const weight = ({ decision }: DecisionRow) => rank.get(decision) ?? decisionKinds.length;
  return rows.toSorted(
    (a, b) =>
      Number(b.waits) - Number(a.waits) ||
      weight(a) - weight(b) ||
      compareTexts(a.reason, b.reason) ||
      compareTexts(a.organization, b.organization) ||
      comparePlaces(a.subject, b.subject) ||
      compareTexts(a.there, b.there),
  );
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const noteRank = new Map(noteCodes.map((code, index) => [code, index]));

function byWeight(a: ImportNote, b: ImportNote): number {
  const weight = ({ code }: ImportNote) => noteRank.get(code) ?? noteCodes.length;
  return weight(a) - weight(b) || comparePlaces(a.place, b.place) || compareTexts(a.there, b.there);
}

function countAll(
  { arrivals, policy }: ImportInput,
  seats: readonly Seat[],
  known: Known,
  decisions: readonly DecisionRow[],
  organizations: number,
): ImportReport['counts'] {
  const people = seats.filter(({ organizationKind }) => organizationKind === undefined);
  const { domain } = namingPolicyOf(policy);
  const wasThere = people.filter(({ key }) => known.people.has(key)).length;
  return {
    entries: arrivals.entries.length,
    people: people.length,
    agencies: seats.length - people.length,
    organizations,
    byRule: seats.filter(({ there, derived }) => there !== undefined && there === `${derived}@${domain}`)
      .length,
    known: wasThere,
    added: people.length - wasThere,
    waiting: decisions.filter(({ waits }) => waits).length,
  };
}

/** Every mailbox the files declare: an entry whose account no file has is nobody's to take over. */
function keysOf(files: readonly OrganizationFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ organization: { id, mailbox, people = [] } }) => [
      ...people.map((one) => personKey(one.id)),
      ...(mailbox === 'none' ? [] : [organizationKey(id)]),
    ]),
  );
}

/** Entries of danhba's own are its own already, and without a uuid nothing says which entry is meant. */
function adoptionOf(seats: readonly Seat[], { arrivals, policy }: ImportInput): Adoption | undefined {
  if (!arrivals.entries.some(({ source }) => source.uuid !== undefined)) return undefined;
  const entries = seats.flatMap(({ key, arrival }): readonly AdoptionEntry[] => {
    const { source, addresses, aliases, own } = arrival;
    const { uuid, dn } = source;
    if (own !== undefined || uuid === undefined || dn === undefined) return [];
    const all = new Set([...addresses, ...aliases].map((one) => one.toLowerCase()));
    return [{ key, uuid, dn, addresses: [...all].sort() }];
  });
  return { format: 'danhba-adoption/1', domain: policy.domain, baseDn: policy.baseDn, entries };
}
