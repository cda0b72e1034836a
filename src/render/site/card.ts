/** vCards (RFC 6350) of people and organizations, as address books read them and telephones scan them. */
import type { PublishedOrganization, PublishedPerson } from '../../model/publish/published.ts';

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
    { name: 'FN', value: text(organization.name) },
    { name: 'ORG', value: part(organization.name) },
    ...mailLines(organization.address),
  ]);

/** The same card with no more than a telephone needs: a code of few modules is scanned from farther away. */
export function renderScannedCard(
  { name, nameParts, address, phone }: PublishedPerson,
  organization: PublishedOrganization,
): string {
  const lines = [
    { name: 'N', value: nameOf(name, nameParts) },
    { name: 'FN', value: text(name) },
    { name: 'ORG', value: part(organization.name) },
    { name: 'EMAIL', value: text(address) },
    ...(phone === undefined ? [] : [{ name: 'TEL', value: text(phone) }]),
  ];
  return renderCard(lines, '\n');
}

function personLines(person: PublishedPerson, organization: PublishedOrganization): readonly Line[] {
  const { name, nameParts, title, unit, phone, address } = person;
  const belongs = unit === undefined ? [organization.name] : [organization.name, unit];
  return [
    { name: 'KIND', value: 'individual' },
    { name: 'FN', value: text(name) },
    { name: 'N', value: nameOf(name, nameParts) },
    { name: 'ORG', value: belongs.map(part).join(';') },
    ...(title === undefined ? [] : [{ name: 'TITLE', value: text(title) }]),
    ...mailLines(address),
    ...(phone === undefined ? [] : [{ name: 'TEL;TYPE="work,voice"', value: text(phone) }]),
  ];
}

const mailLines = (address: string | undefined): readonly Line[] =>
  address === undefined
    ? []
    : [
        { name: 'EMAIL;TYPE=work', value: text(address) },
        { name: 'UID;VALUE=text', value: text(address) },
      ];

function nameOf(name: string, parts: PublishedPerson['nameParts']): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const {
    family,
    middle = '',
    given,
  } = parts ?? {
    family: words.length > 1 ? (words[0] ?? '') : '',
    middle: words.slice(1, -1).join(' '),
    given: words.at(-1) ?? '',
  };
  return `${[family, given, middle].map(part).join(';')};;`;
}

/** RFC 6350 §3.4; what is no character of a text is left out. */
const text = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(',', '\\,')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** One of several parts of a value: there alone a semicolon would end it. */
const part = (value: string): string => text(value).replaceAll(';', '\\;');

function renderCard(lines: readonly Line[], end = '\r\n'): string {
  const all = [
    { name: 'BEGIN', value: 'VCARD' },
    { name: 'VERSION', value: '4.0' },
    ...lines,
    { name: 'END', value: 'VCARD' },
  ];
  return all.map(({ name, value }) => folded(`${name}:${value}`, end) + end).join('');
}

/** No line is longer than 75 octets (§3.2), and none is cut inside of a character. */
function folded(line: string, end: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (length + bytes > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      length = 0;
    }
    part += character;
    length += bytes;
  }
  return [...parts, part].join(`${end} `);
}
