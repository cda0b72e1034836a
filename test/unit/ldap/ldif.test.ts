/** Requests are shown as LDIF (RFC 2849) that means exactly the request, and shows no password. */
import fc from 'fast-check';
import { AndFilter } from 'ldapts';
import { expect, it } from 'vitest';
import { renderLdif } from '../../../src/ldap/write/ldif.ts';
import type { Request } from '../../../src/ldap/write/request.ts';

const type = fc
  .stringMatching(/^[a-zA-Z]{2,10}$/)
  .filter((name) => !/^(userPassword|dn|changetype)$/i.test(name));
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ' x', 'x ', ':x', '<file:///etc/passwd', 'a\nuserPassword: b', 'a\r\n-\n', '\0', '#x'),
);

/** Every line as a name and a value, as any reader of LDIF would take it; base64 is undone. */
function parse(ldif: string): (readonly [string, string] | '-')[] {
  expect(ldif).toMatch(/^[\x20-\x7e\n]*\n$/);
  return ldif
    .trimEnd()
    .split('\n')
    .map((line) => {
      if (line === '-') return line;
      const match = /^([A-Za-z;-]+):(:?) ?(.*)$/.exec(line);
      if (match === null) throw new Error(`no LDIF: ${line}`);
      const [, name = '', encoded, content = ''] = match;
      if (encoded === '') expect(content).not.toMatch(/^[ :<]| $/);
      return [name, encoded === ':' ? Buffer.from(content, 'base64').toString() : content] as const;
    });
}

it('shows an addition as it is, line for line', () => {
  fc.assert(
    fc.property(
      value,
      fc.dictionary(type, fc.array(value, { minLength: 1, maxLength: 3 })),
      (dn, attributes) => {
        const lines = Object.entries(attributes).flatMap(([name, values]) =>
          values.map((one) => [name, one] as const),
        );
        const parsed = parse(`${renderLdif({ kind: 'add', dn, attributes }).trimEnd()}\n`);
        expect(parsed).toEqual([['dn', dn], ['changetype', 'add'], ...lines]);
      },
    ),
    { numRuns: 500 },
  );
});

it('shows a modification as it is, each part ended by a dash', () => {
  const modification = fc.record({
    operation: fc.constantFrom('add', 'delete', 'replace'),
    type,
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(modification), (modifications) => {
      const request = {
        kind: 'modify',
        dn: 'uid=x',
        modifications,
        assertion: new AndFilter({ filters: [] }),
      };
      expect(parse(renderLdif(request as Request))).toEqual([
        ['dn', 'uid=x'],
        ['changetype', 'modify'],
        ...modifications.flatMap((one) => [
          [one.operation, one.type],
          ...one.values.map((content) => [one.type, content]),
          '-',
        ]),
      ]);
    }),
    { numRuns: 500 },
  );
});

it('shows a deletion as it is', () => {
  fc.assert(
    fc.property(value, (dn) => {
      const assertion = new AndFilter({ filters: [] });
      expect(parse(renderLdif({ kind: 'delete', dn, assertion }))).toEqual([
        ['dn', dn],
        ['changetype', 'delete'],
      ]);
    }),
  );
});

it.each(['userPassword', 'USERPASSWORD', 'userPassword;lang-vi', 'pwdHistory', 'authPassword;x'])(
  'masks every value of %s',
  (name) => {
    const values = ['Mua-xuan-2026', '{SSHA}abc', ' x'];
    const added = renderLdif({ kind: 'add', dn: 'uid=x', attributes: { [name]: values } });
    const assertion = new AndFilter({ filters: [] });
    const modifications = [{ operation: 'add', type: name, values }] as const;
    const modified = renderLdif({ kind: 'modify', dn: 'uid=x', modifications, assertion });
    for (const ldif of [added, modified]) {
      expect(ldif.match(/: \*\*\*$/gm)).toHaveLength(3);
      for (const secret of values) {
        expect(ldif).not.toContain(`: ${secret}\n`);
        expect(ldif).not.toContain(Buffer.from(secret).toString('base64'));
      }
    }
  },
);
