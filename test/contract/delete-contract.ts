/** Contract of deleting entries. */
import { describe, expect, test } from 'vitest';
import { Assertion, type Bench, codeOf } from './bench.ts';

export const describeDeleting = (bench: () => Bench): void => {
  describe('deleting', () => {
    test('an entry is gone, and gone once', async () => {
      const person = await bench().addSuspended();
      await bench().reconciler.del(person.dn);
      expect(await bench().read(person.dn)).toBeUndefined();
      expect(await codeOf(bench().reconciler.del(person.dn))).toBe(32);
    });

    test('with an assertion that fails is assertionFailed (122)', async () => {
      const person = await bench().addSuspended();
      const del = (filter: string): Promise<number> =>
        codeOf(bench().reconciler.del(person.dn, new Assertion(filter)));
      expect(await del('(danhbaState=terminated)')).toBe(122);
      expect(await del(`(danhbaKey=${person.key})`)).toBe(0);
    });

    test('of a container is refused (50), by the planner too', async () => {
      const person = await bench().addSuspended();
      expect(await codeOf(bench().reconciler.del(`ou=people,${bench().base}`))).toBe(50);
      expect(await codeOf(bench().reconciler.del(`cn=users,ou=policies,${bench().base}`))).toBe(50);
      const failing = new Assertion('(danhbaState=active)');
      expect(await codeOf(bench().reconciler.del(`ou=people,${bench().base}`, failing))).toBe(50);
      expect(await codeOf(bench().planner.del(person.dn))).toBe(50);
    });
  });
};
