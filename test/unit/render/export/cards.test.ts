/** vCards of a whole directory: held against the grammar of RFC 6350, and imported by the library Thunderbird reads them with. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { renderCardFiles, renderCards } from '../../../../src/render/export/cards.ts';
import { an, anyText, kept, sokx } from './hostile.ts';

const file = (...organizations: Parameters<typeof renderCards>[0][]) =>
  organizations.flatMap((one) => [...renderCards(one)]).join('');

/** What RFC 6350 forbids in a file of cards, as texts; none where it is right. */
function faultsOf(text: string): readonly string[] {
  const faults: string[] = [];
  if (!text.endsWith('\r\n')) faults.push('§3.2: the last line has no end');
  const lines = text.split('\r\n').slice(0, -1);
  for (const line of lines) {
    if (Buffer.byteLength(line) > 75) faults.push(`§3.2: more than 75 octets: ${line}`);
    if (/[\u0000-\u0008\u000a-\u001f\u007f\ufffd]/.test(line)) faults.push(`§3.3: no VALUE-CHAR: ${line}`);
  }
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  let card: string[] = [];
  for (const line of unfolded) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[A-Z-]+=(?:[^";:,]+|"[^"]*"))*:(.*)$/s.exec(line) ?? [];
    if (name === '') faults.push(`§3.3: no content line: ${line}`);
    if (/\\(?![\\,;nN])/.test(value.replaceAll('\\\\', ''))) faults.push(`§3.4: an escape: ${line}`);
    const bare = value.replaceAll(/\\./g, '');
    if (bare.includes(',')) faults.push(`§3.4: a comma: ${line}`);
    if (bare.includes(';') && !['N', 'ORG', 'FN', 'TITLE'].includes(name))
      faults.push(`a semicolon: ${line}`);
    if (name === 'N' && bare.split(';').length !== 5) faults.push(`§6.2.2: five parts: ${line}`);
    if (name === 'KIND' && !['individual', 'org'].includes(value)) faults.push(`§6.1.4: ${line}`);
    card.push(name);
    if (name !== 'END') continue;
    if (card[0] !== 'BEGIN' || card[1] !== 'VERSION') faults.push('§6.7.9: BEGIN, then VERSION');
    if (!card.includes('FN')) faults.push('§6.2.1: at least one FN');
    for (const one of ['N', 'KIND', 'UID', 'VERSION']) {
      if (card.filter((found) => found === one).length > 1) faults.push(`more than one ${one}`);
    }
    card = [];
  }
  if (card.length > 0) faults.push('a card without END');
  return faults;
}

const parsed = (text: string) =>
  (ICAL.parse(text) as unknown as unknown[][]).map((one) => new ICAL.Component(one));

describe('a file of vCards', () => {
  test('has the organization and each of its people', () => {
    const text = file([sokx([an]), sokx([{ ...an, slug: 'b', address: 'b@laichau.gov.vn' }])]);
    expect(faultsOf(text)).toEqual([]);
    const told = (property: string) =>
      parsed(text).map((card) => card.getFirstPropertyValue(property)?.toString());
    expect(told('kind')).toEqual(['org', 'individual', 'org', 'individual']);
    expect(told('fn')).toEqual(['Sở X', 'Nguyễn Văn An', 'Sở X', 'Nguyễn Văn An']);
    expect(told('email')[1]).toBe('annv.sokx@laichau.gov.vn');
  });

  test('an organization without a mailbox has no card', () => {
    const { address: _none, ...silent } = sokx([]);
    expect(file([silent])).toBe('');
  });

  test('tells the address to write to and none that was', () => {
    expect(file([sokx([an])])).not.toContain('an.cu@');
  });

  test('keeps to the grammar and loses nothing, whatever anybody is called', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, title, house) => {
        // Without a unit: before a separator the library takes a backslash at the end for the separator's own.
        const { unit: _none, ...alone } = an;
        const text = file([sokx([{ ...alone, name, title }], house)]);
        expect(faultsOf(text)).toEqual([]);
        const cards = parsed(text);
        expect(cards).toHaveLength(2);
        const value = (property: string) => cards[1]?.getFirstProperty(property)?.getValues();
        const plain = (text: string) => kept(text.replaceAll(/\r\n?/g, '\n'));
        expect(value('fn')).toEqual([plain(name)]);
        expect(value('title')).toEqual([plain(title)]);
        expect(value('org')?.flat()).toEqual([plain(house)]);
      }),
    );
  });

  test.each([
    'BEGIN:VCARD\r\nVERSION:4.0\r\nN:a;b\r\nEND:VCARD\r\n',
    `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${'ễ'.repeat(30)}\r\nEND:VCARD\r\n`,
    'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:a\\x\r\nEND:VCARD\r\n',
    'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:a,b\r\nEND:VCARD\r\n',
    'BEGIN:VCARD\r\nFN:a\r\nVERSION:4.0\r\nEND:VCARD\r\n',
    'BEGIN:VCARD\nVERSION:4.0\nFN:a\nEND:VCARD\n',
  ])('the grammar refuses %j', (text) => {
    expect(faultsOf(text)).not.toEqual([]);
  });
});

/** The properties of a card of version 2.1, each with its parts. */
function read21(text: string): ReadonlyMap<string, readonly string[]> {
  const properties = new Map<string, readonly string[]>();
  for (const line of text.replaceAll('=\r\n', '').split('\r\n').slice(0, -1)) {
    const [, name = '', options = '', value = ''] = /^([A-Z]+)([^:]*):(.*)$/s.exec(line) ?? [];
    const isCoded = options.includes(';ENCODING=QUOTED-PRINTABLE');
    const plain = isCoded
      ? decodeURIComponent(value.replaceAll('%', '%25').replaceAll(/=([0-9A-F]{2})/g, '%$1'))
      : value;
    properties.set(
      name,
      plain.split(/(?<!\\);/).map((part) => part.replaceAll('\\;', ';')),
    );
  }
  return properties;
}

describe('cards for Outlook', () => {
  const [own, person] = [...renderCardFiles([sokx([an])])];

  test('are a file each, named as on the published pages', () => {
    expect([own?.path, person?.path]).toEqual(['o/sokx.vcf', 'p/annv.sokx.vcf']);
  });

  test('say in which letters they are written', () => {
    expect(person?.text).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nguy=E1=BB=85n;An;V=C4=83n;;',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nguy=E1=BB=85n V=C4=83n An',
        'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=E1=BB=9F X;V=C4=83n ph=C3=',
        '=B2ng',
        'TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Chuy=C3=AAn vi=C3=AAn',
        'EMAIL;PREF;INTERNET:annv.sokx@laichau.gov.vn',
        'TEL;WORK;VOICE:0213 3 876 543',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  test('lose nothing, in lines no mail program cuts, whatever anybody is called', () => {
    const safe = anyText.filter((text) => !text.includes('\\'));
    fc.assert(
      fc.property(safe, safe, (name, title) => {
        const [, card] = [...renderCardFiles([sokx([{ ...an, name, title }])])];
        const lines = card?.text.split('\r\n') ?? [];
        expect(lines.filter((line) => line.length > 76 || / $|^ |[^ -~]/.test(line))).toEqual([]);
        const found = read21(card?.text ?? '');
        expect(found.get('FN')).toEqual([kept(name)]);
        expect(found.get('TITLE')).toEqual([kept(title)]);
        expect(found.get('N')).toHaveLength(5);
      }),
    );
  });
});
