/** Organizations as they are published, and texts nobody should be called, for the tests of what is exported. */
import fc from 'fast-check';
import type { PublishedOrganization, PublishedPerson } from '../../../../src/model/publish/published.ts';

export const an: PublishedPerson = {
  slug: 'annv.sokx',
  name: 'Nguyễn Văn An',
  title: 'Chuyên viên',
  unit: 'Văn phòng',
  phone: '0213 3 876 543',
  address: 'annv.sokx@laichau.gov.vn',
  otherAddresses: ['an.cu@laichau.gov.vn'],
};

export const sokx = (people: readonly PublishedPerson[], name = 'Sở X'): PublishedOrganization => ({
  ...{ id: 'sokx', name, kind: 'provincial', above: ['ubnd'], below: [], address: 'sokx@laichau.gov.vn' },
  ...{ otherAddresses: [], predecessors: [], people },
});

/** Texts of any length with what separates, escapes, ends lines, begins formulas or turns a line around. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(';', ',', '\\', '\r\n', '\n', ':', '"', '=', '<', ' ', '\u0000', '\u001b', '\u202e'),
      fc.constantFrom('Nguyễn ', 'Ủy ban nhân dân ', '\nEND:VCARD\n', '\n\ndn: cn=x\n', '=cmd|x', '𠮷'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => `x${parts.join('')}`);

/** What of a text is one: files have no place for the rest. */
export const kept = (text: string): string =>
  [...text]
    .filter((sign) => /[\t\n]|[^\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(sign))
    .join('');
