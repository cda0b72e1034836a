import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitDn } from '../../../src/model/account/dn.ts';
import { entryNumberOf } from '../../../src/plan/facts/identity.ts';

const home = 'ou=people,dc=laichau,dc=gov,dc=vn';

it.each([
  ['LC-1', `uid=LC-1,${home}`, 1],
  ['LC-1', `uid=lc-1,${home}`, 1],
  ['LC-1', `uid= LC-1,${home}`, 1],
  ['LC-1', `uid=LC-1-3,${home}`, 3],
  ['LC-1', `uid=LC-1+cn=An,${home}`, 1],
  ['LC-1', `uid=LC-12,${home}`, undefined],
  ['LC-1\\', `uid=LC-1\\,x,${home}`, undefined],
  ['LC-1', `uid=LC-2,${home}`, undefined],
])('%s in %s', (id, dn, number) => {
  expect(entryNumberOf(id, dn)).toBe(number);
});

it('is 1 where the name is the id, whatever signs stand in either', () => {
  const text = fc.string({
    unit: fc.constantFrom('L', 'c', '1', '-', ',', '+', '=', '\\', ' '),
    maxLength: 6,
  });
  fc.assert(
    fc.property(text, text, (id, value) => {
      const dn = `uid=${value},${home}`;
      const name = splitDn(dn).rdn[0]?.value.toLowerCase() ?? '';
      expect(entryNumberOf(id, dn) === 1).toBe(name === id.toLowerCase() || name === `${id.toLowerCase()}-1`);
    }),
    { numRuns: 3000 },
  );
});
