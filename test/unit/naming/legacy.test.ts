/** What it takes to keep an address that is there (13.7): a table, and that the answer agrees with the judge. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/naming/judge.ts';
import { type Bearer, keepingOf, needsLegacy } from '../../../src/naming/legacy.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';
import { makeSpaces } from '../../../src/naming/space.ts';
import { readWorld } from '../../support/world.ts';

const policy = { ...defaultNamingPolicy, legacyDomains: ['muongte.gov.vn'] };
const an: Bearer = { kind: 'person', name: 'Nguyễn Văn An', suffix: 'soyt' };

describe('a person', () => {
  it.each([
    ['the address by the rules', 'annv.soyt@laichau.gov.vn', 'derived'],
    ['the same in capitals', 'AnNV.soyt@LaiChau.gov.vn', 'derived'],
    ['one that keeps the form', 'anngv.soyt@laichau.gov.vn', 'decision'],
    ['the given name last', 'nguyenvanan@laichau.gov.vn', 'legacy'],
    ['another suffix', 'annv.sotc@laichau.gov.vn', 'legacy'],
    ['hyphens and underscores', 'nguyen-van_an@laichau.gov.vn', 'legacy'],
    ['an employee number', 'nv00017@laichau.gov.vn', 'legacy'],
    ['an old domain', 'annv.soyt@muongte.gov.vn', 'legacy'],
    ['in an old domain what is fixed in ours', 'ubnd@muongte.gov.vn', 'legacy'],
    ['below an old domain', 'an@x.muongte.gov.vn', 'never'],
    ['a domain that ends like an old one', 'an@xmuongte.gov.vn', 'never'],
    ['somebody else’s domain', 'annv.soyt@gmail.com', 'never'],
    ['no domain', 'annv.soyt', 'never'],
    ['two signs in a row', 'nguyen..an@laichau.gov.vn', 'never'],
    ['a sign at the end', 'an.@muongte.gov.vn', 'never'],
    ['a plus', 'an+1@laichau.gov.vn', 'never'],
    ['marks', 'nguyễn@laichau.gov.vn', 'never'],
    ['a Kelvin sign in the domain', 'an@\u212aaichau.gov.vn', 'never'],
    ['two at signs', 'an@x@laichau.gov.vn', 'never'],
    ['a white space', 'nguyen an@laichau.gov.vn', 'never'],
    ['the mail system’s', 'postmaster@laichau.gov.vn', 'never'],
    ['the mail system’s, in an old domain', 'postmaster@muongte.gov.vn', 'never'],
    ['the committee’s', 'ubnd@laichau.gov.vn', 'never'],
    ['sixty-five characters', `${'a'.repeat(65)}@laichau.gov.vn`, 'never'],
  ])('%s', (_what, address, expected) => expect(keepingOf(an, address, policy)).toBe(expected));

  it('whose organization has no suffix keeps what is there', () => {
    expect(keepingOf({ ...an, suffix: null }, 'an@laichau.gov.vn', policy)).toBe('legacy');
  });

  it('needs a plain decision where that is all the judge asks for, and a legacy one where the judge has none', () => {
    const letters = fc.stringMatching(/^[a-z0-9]{1,12}$/);
    const name = fc.constantFrom('Nguyễn Văn An', 'Lò Thị Ê', 'Giàng A Páo', 'An', "H'Hen Niê");
    const localPart = fc.oneof(
      letters,
      fc.tuple(letters, fc.constantFrom('soyt', 'sotc')).map((p) => p.join('.')),
    );
    fc.assert(
      fc.property(
        name,
        fc.oneof(
          localPart,
          letters.map((one) => `an${one}.soyt`),
        ),
        (called, local) => {
          const address = `${local}@laichau.gov.vn`;
          const request = { kind: 'person', name: called, suffix: 'soyt', address };
          const plain =
            judge(request, policy).accepted || judge({ ...request, decision: '1/QĐ' }, policy).accepted;
          const keeping = keepingOf({ ...an, name: called } as Bearer, address, policy);
          expect(plain).toBe(keeping === 'derived' || keeping === 'decision');
        },
      ),
    );
  });
});

describe('an agency', () => {
  const file = (id: string, name: string) =>
    `id: ${id}\nname: ${name}\nkind: provincial\nparent: ubnd\ncode: ${id}\nmailbox: {}\n`;
  const { declared } = readWorld({ soyt: file('soyt', 'Sở Y tế'), sotc: file('sotc', 'Sở Tài chính') });
  const houses = makeSpaces(declared);
  const soyt: Bearer = { kind: 'organization', id: 'soyt', organizationKind: 'provincial', derived: 'soyt' };

  it.each([
    ['its own', 'soyt@laichau.gov.vn', 'derived'],
    ['in its own house', 'vanthu.soyt@laichau.gov.vn', 'decision'],
    ['another abbreviation of its name', 'syt@laichau.gov.vn', 'decision'],
    ['in another house', 'yte.sotc@laichau.gov.vn', 'legacy'],
    ['in no house', 'yte@laichau.gov.vn', 'legacy'],
    ['with a hyphen', 'so-yte@laichau.gov.vn', 'legacy'],
    ['in an old domain', 'yte@muongte.gov.vn', 'legacy'],
    ['the committee’s', 'ubnd@laichau.gov.vn', 'never'],
  ])('%s', (_what, address, expected) => expect(keepingOf(soyt, address, policy, houses)).toBe(expected));

  it('needs no legacy where houses are not looked at', () => {
    expect(needsLegacy(soyt, 'yte@laichau.gov.vn', policy)).toBe(false);
  });
});
