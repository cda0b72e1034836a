/** The directory as a table: one row for each mailbox, as CSV, as a workbook, and in the columns Outlook imports. */
import type { PublishedOrganization, PublishedPerson } from '../../model/publish/published.ts';
import type { WorkbookSheet } from '../../model/workbook.ts';
import { siteWords } from '../site/words/site.ts';
import { byteOrderMark, csvRows } from '../text/csv.ts';
import type { Language } from '../text/wording.ts';
import { exportWords } from './words.ts';

type Row = readonly string[];

interface Table {
  readonly headings: Row;
  /** Its own mailbox, where it has one. */
  readonly ofAgency: (organization: PublishedOrganization, address: string) => Row;
  readonly ofPerson: (person: PublishedPerson, organization: PublishedOrganization) => Row;
}

/** One text for each organization: nothing holds the whole of a province at once. */
function* renderTable(organizations: Iterable<PublishedOrganization>, table: Table): Generator<string> {
  yield byteOrderMark + csvRows([table.headings]);
  for (const organization of organizations) {
    const { address, people } = organization;
    const own = address === undefined ? [] : [table.ofAgency(organization, address)];
    yield csvRows([...own, ...people.map((person) => table.ofPerson(person, organization))]);
  }
}

const titles = ['organization', 'name', 'jobTitle', 'unit', 'address', 'phone'] as const;

const headingsOf = (language: Language): Row => [
  ...titles.map((one) => siteWords[one][language]),
  exportWords[language].id,
];

const rowOf = (
  { name, title = '', unit = '', address, phone = '' }: Omit<PublishedPerson, 'slug' | 'otherAddresses'>,
  organization: PublishedOrganization,
): Row => [organization.name, name, title, unit, address, phone, organization.id];

export function renderCsvExport(organizations: Iterable<PublishedOrganization>, language: Language) {
  const { kind, agency, person: individual } = exportWords[language];
  return renderTable(organizations, {
    headings: [kind, ...headingsOf(language)],
    ofAgency: (one, address) => [agency, ...rowOf({ name: one.name, address }, one)],
    ofPerson: (person, one) => [individual, ...rowOf(person, one)],
  });
}

/**
 * The headings are those Outlook and Google know, in English wherever they run. The whole name is the first one: made of
 * its parts they would show "An Văn Nguyễn".
 */
export const renderOutlookExport = (organizations: Iterable<PublishedOrganization>) =>
  renderTable(organizations, {
    headings: ['First Name', 'E-mail Address', 'Business Phone', 'Company', 'Department', 'Job Title'],
    ofAgency: ({ name }, address) => [name, address, '', name, '', ''],
    ofPerson: ({ name, title = '', unit = '', address, phone = '' }, organization) => [
      name,
      address,
      phone,
      organization.name,
      unit,
      title,
    ],
  });

/** @param nameOf an organization's, by id; of one that is not among them, too */
export function exportSheets(
  organizations: readonly PublishedOrganization[],
  nameOf: (id: string) => string,
  language: Language,
): readonly WorkbookSheet[] {
  const { id, people, agencies, count } = exportWords[language];
  const { organization, above, address } = siteWords;
  const ofAgencies = [organization[language], above[language], address[language], count, id];
  return [
    {
      name: people,
      columns: headingsOf(language).map((title) => ({ title })),
      rows: organizations.flatMap((one) => one.people.map((person) => rowOf(person, one))),
    },
    {
      name: agencies,
      columns: ofAgencies.map((title) => ({ title })),
      rows: organizations.map((one) => [
        one.name,
        one.above.map(nameOf).at(-1),
        one.address,
        one.people.length,
        one.id,
      ]),
    },
  ];
}
