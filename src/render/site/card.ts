/** vCards (RFC 6350) of people and organizations, as address books read them and telephones scan them. */
import type { PublishedOrganization, PublishedPerson } from '../../model/publish/published.ts';
import { escapedPart, escapedText, foldedLine } from '../text/content-line.ts';
import { namePartsOf } from '../text/name-parts.ts';

interface Line {
  readonly name: string;
  readonly value: string;
}

export function renderPersonCard(person: PublishedPerson, organization: PublishedOrganization): string {
  return renderCard(personLines(person, organization));
}

export const renderOrganizationCard = (organization: PublishedOrganization): string =>
  renderCard([
    { name: 'KIND', value: 'org' },
    { name: 'FN', value: escapedText(organization.name) },
    { name: 'ORG', value: escapedPart(organization.name) },
    ...mailLines(organization.address),
  ]);

/** The same card with no more than a telephone needs: a code of few modules is scanned from farther away. */
export function renderScannedCard(
  { name, nameParts, address, phone }: PublishedPerson,
  organization: PublishedOrganization,
): string {
  const lines = [
    { name: 'N', value: nameOf(name, nameParts) },
    { name: 'FN', value: escapedText(name) },
    { name: 'ORG', value: escapedPart(organization.name) },
    { name: 'EMAIL', value: escapedText(address) },
    ...(phone === undefined ? [] : [{ name: 'TEL', value: escapedText(phone) }]),
  ];
  return renderCard(lines, '\n');
}

function personLines(person: PublishedPerson, organization: PublishedOrganization): readonly Line[] {
  const { name, nameParts, title, unit, phone, address } = person;
  const belongs = unit === undefined ? [organization.name] : [organization.name, unit];
  return [
    { name: 'KIND', value: 'individual' },
    { name: 'FN', value: escapedText(name) },
    { name: 'N', value: nameOf(name, nameParts) },
    { name: 'ORG', value: belongs.map(escapedPart).join(';') },
    ...(title === undefined ? [] : [{ name: 'TITLE', value: escapedText(title) }]),
    ...mailLines(address),
    ...(phone === undefined ? [] : [{ name: 'TEL;TYPE="work,voice"', value: escapedText(phone) }]),
  ];
}

const mailLines = (address: string | undefined): readonly Line[] =>
  address === undefined
    ? []
    : [
        { name: 'EMAIL;TYPE=work', value: escapedText(address) },
        { name: 'UID;VALUE=text', value: escapedText(address) },
      ];

function nameOf(name: string, recorded: PublishedPerson['nameParts']): string {
  const { family, given, middle } = namePartsOf(name, recorded);
  return `${[family, given, middle].map(escapedPart).join(';')};;`;
}

function renderCard(lines: readonly Line[], end = '\r\n'): string {
  const all = [
    { name: 'BEGIN', value: 'VCARD' },
    { name: 'VERSION', value: '4.0' },
    ...lines,
    { name: 'END', value: 'VCARD' },
  ];
  return all.map(({ name, value }) => foldedLine(`${name}:${value}`, end)).join('');
}
