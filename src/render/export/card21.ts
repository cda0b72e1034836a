/** vCard 2.1, which Outlook for the desktop writes itself: 3.0 and 4.0 it reads in the code page of Windows, and "Nguyễn" is lost. */
import type { PublishedPerson } from '../../model/publish/published.ts';
import { withoutUnseen } from '../text/escape.ts';
import { namePartsOf } from '../text/name-parts.ts';

/** What a card is made of; an organization has no more than a name and an address. */
type Contact = Pick<PublishedPerson, 'name' | 'address'> & Partial<PublishedPerson>;

export function renderCard21(
  { name, nameParts, title, unit, phone, address, slug }: Contact,
  organization: string,
): string {
  const isPerson = slug !== undefined;
  const { family, given, middle } = namePartsOf(name, nameParts);
  return [
    'BEGIN:VCARD\r\n',
    'VERSION:2.1\r\n',
    line('N', isPerson ? [family, given, middle, '', ''] : [name, '', '', '', '']),
    line('FN', [name]),
    line('ORG', unit === undefined ? [organization] : [organization, unit]),
    title === undefined ? '' : line('TITLE', [title]),
    line('EMAIL;PREF;INTERNET', [address]),
    phone === undefined ? '' : line('TEL;WORK;VOICE', [phone]),
    'END:VCARD\r\n',
  ].join('');
}

/** Plain where every reader takes it for what it is; else its octets as UTF-8, in quoted-printable (RFC 2045 §6.7). */
function line(name: string, parts: readonly string[]): string {
  const value = parts.map((part) => withoutUnseen(part).replaceAll(';', '\\;')).join(';');
  const plain = `${name}:${value}`;
  if (/^[ -<>-~]{1,76}(?<! )$/.test(plain)) return `${plain}\r\n`;
  return broken(`${name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:`, tokensOf(value));
}

/** Each octet that may stand for itself, and every other in its code. */
const tokensOf = (value: string): readonly string[] =>
  [...Buffer.from(value)].map((octet) =>
    octet >= 0x20 && octet < 0x7f && octet !== 0x3d
      ? String.fromCharCode(octet)
      : `=${octet.toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** No line is longer than 76, its soft break with it, and no code is cut. A space where a line ends or begins is in its code. */
function broken(start: string, tokens: readonly string[]): string {
  let text = '';
  let row = start;
  for (const token of tokens) {
    if (row.length + token.length > 73) {
      text += `${spaceCoded(row)}=\r\n`;
      row = token === ' ' ? '=20' : token;
    } else row += token;
  }
  return `${text}${spaceCoded(row)}\r\n`;
}

/** A space at the end of a line is taken off by whoever reads it. */
const spaceCoded = (row: string): string => (row.endsWith(' ') ? `${row.slice(0, -1)}=20` : row);
