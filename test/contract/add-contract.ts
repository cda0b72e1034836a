/** Contract of adding: what a new entry must look like, one namespace, and who may make it where. */
import { describe, expect, test } from 'vitest';
import { Assertion, type Bench, change, codeOf, type Values } from './bench.ts';

export const describeAdding = (bench: () => Bench): void => {
  /** Result code of adding a person with these attributes. */
  const addCode = (changes: Values): Promise<number> => {
    const person = bench().person(changes);
    return codeOf(bench().addAttributes(person.dn, person.attributes));
  };
  const unit = (id: string, changes: Values = {}): { dn: string; attributes: Values } => ({
    dn: `ou=${id},ou=organizations,${bench().base}`,
    attributes: {
      objectClass: ['organizationalUnit', 'danhbaAccount'],
      danhbaKey: `organization:${id}`,
      danhbaState: 'active',
      displayName: 'Sở Y tế',
      businessCategory: 'provincial',
      mail: `${id}@${bench().domain}`,
      danhbaAddress: `${id}@${bench().domain}`,
      ...changes,
    },
  });

  describe('adding', () => {
    test('a person reads back as written', async () => {
      const person = await bench().addPerson();
      expect(await bench().read(person.dn)).toEqual({ ...person.attributes, uid: [person.id] });
    });

    test('an organization with a mailbox reads back as written', async () => {
      const { dn, attributes } = unit('soyt');
      await bench().addAttributes(dn, attributes);
      const entry = await bench().read(dn);
      expect(entry?.objectClass).toEqual(['organizationalUnit', 'danhbaAccount']);
      expect(entry?.displayName).toEqual(['Sở Y tế']);
      expect(entry?.danhbaAddress).toEqual([`soyt@${bench().domain}`]);
    });

    test('an account may be made locked and under the administrators’ policy', async () => {
      const person = await bench().addPerson({
        pwdEndTime: '19700101000000Z',
        pwdPolicySubentry: `cn=administrators,ou=policies,${bench().base}`,
      });
      const entry = await bench().read(person.dn, ['pwdEndTime', 'pwdPolicySubentry']);
      expect(entry).toEqual({
        pwdEndTime: ['19700101000000Z'],
        pwdPolicySubentry: [`cn=administrators,ou=policies,${bench().base}`],
      });
    });

    test('a value of the naming attribute beside the name is kept beside it', async () => {
      const person = bench().person({ uid: 'other' });
      await bench().addAttributes(person.dn, person.attributes, bench().root);
      expect((await bench().read(person.dn))?.uid?.sort()).toEqual([person.id, 'other']);
    });

    test('the name is compared by its matching rule', async () => {
      const person = await bench().addPerson();
      const same = bench().person();
      const dn = `UID=${person.id.toLowerCase()}, ou=People,${bench().base}`;
      expect(await codeOf(bench().addAttributes(dn, same.attributes))).toBe(68);
    });

    test('an entry that exists is entryAlreadyExists (68), even with the same key and address', async () => {
      const person = await bench().addPerson();
      expect(await codeOf(bench().addAttributes(person.dn, person.attributes))).toBe(68);
    });

    test('a parent that does not exist is noSuchObject (32)', async () => {
      const { attributes, id } = bench().person();
      expect(await codeOf(bench().addAttributes(`uid=${id},ou=nowhere,${bench().base}`, attributes))).toBe(
        32,
      );
    });

    test('a DN outside the suffix is unwillingToPerform (53): no referral is known', async () => {
      const { attributes, id } = bench().person();
      expect(await codeOf(bench().addAttributes(`uid=${id},dc=example,dc=org`, attributes))).toBe(53);
    });

    test('an assertion is held against the new entry and, for uniqueness, against the suffix entry (122)', async () => {
      const add = (filter: string): Promise<number> => {
        const person = bench().person();
        const attributes = person.attributes as Record<string, string[]>;
        return codeOf(bench().reconciler.add(person.dn, attributes, new Assertion(filter)));
      };
      const orSuffix = (filter: string): string => `(|(entryDN=${bench().base})${filter})`;
      expect(await add('(danhbaState=suspended)')).toBe(122);
      expect(await add('(danhbaState=active)')).toBe(122);
      expect(await add(orSuffix('(danhbaState=suspended)'))).toBe(122);
      expect(await add(orSuffix('(danhbaState=active)'))).toBe(0);
    });
  });

  describe('one namespace (5)', () => {
    test('a key is on one entry only (19)', async () => {
      const person = await bench().addPerson();
      expect(await addCode({ danhbaKey: person.key })).toBe(19);
    });

    test('an address is on one entry only (19)', async () => {
      const person = await bench().addPerson();
      expect(await addCode({ danhbaAddress: person.address })).toBe(19);
    });

    test('an alias of one is no address of another (19), people and organizations alike', async () => {
      const person = bench().person();
      const alias = `alias-${person.id.toLowerCase()}@${bench().domain}`;
      await bench().addAttributes(person.dn, {
        ...person.attributes,
        danhbaAddress: [person.address, alias],
      });
      const { dn, attributes } = unit(`u${person.id.toLowerCase()}`, { danhbaAddress: alias });
      expect(await codeOf(bench().addAttributes(dn, attributes))).toBe(19);
    });

    test('of 20 at the same moment one wins', async () => {
      const address = `race@${bench().domain}`;
      const clients = await Promise.all(
        Array.from({ length: 4 }, () => bench().connect(bench().subject.reconciler)),
      );
      const codes = await Promise.all(
        Array.from({ length: 20 }, (_, i) => {
          const person = bench().person({ danhbaAddress: address });
          return codeOf(bench().addAttributes(person.dn, person.attributes, clients[i % 4]));
        }),
      );
      expect(codes.filter((code) => code === 0)).toHaveLength(1);
      expect(codes.filter((code) => code === 19)).toHaveLength(19);
    });

    test('a deleted entry gives its key and address free', async () => {
      const person = await bench().addSuspended();
      await bench().reconciler.del(person.dn);
      expect(await addCode({ danhbaKey: person.key, danhbaAddress: person.address })).toBe(0);
    });

    test('a collision comes before what is missing, the rights, and the parent (19)', async () => {
      const { address } = await bench().addPerson();
      expect(await addCode({ danhbaAddress: address, sn: [] })).toBe(19);
      const second = bench().person({ danhbaAddress: address });
      expect(await codeOf(bench().addAttributes(second.dn, second.attributes, bench().planner))).toBe(19);
      const nowhere = `uid=${second.id},ou=nowhere,${bench().base}`;
      expect(await codeOf(bench().addAttributes(nowhere, second.attributes))).toBe(19);
    });
  });

  describe('who may add', () => {
    test('the planner may not (50)', async () => {
      const person = bench().person();
      expect(await codeOf(bench().addAttributes(person.dn, person.attributes, bench().planner))).toBe(50);
    });

    test('anonymous must authenticate first (8)', async () => {
      const person = bench().person();
      const client = await bench().connect();
      expect(await codeOf(bench().addAttributes(person.dn, person.attributes, client))).toBe(8);
    });

    test('the reconciler may not outside its containers, nor below a person (50)', async () => {
      const { dn: personDn } = await bench().addPerson();
      const parents = [
        bench().base,
        `ou=services,${bench().base}`,
        `ou=policies,${bench().base}`,
        `ou=danhba,${bench().base}`,
        personDn,
      ];
      for (const parent of parents) {
        const person = bench().person();
        expect(
          await codeOf(bench().addAttributes(`uid=${person.id},${parent}`, person.attributes)),
          parent,
        ).toBe(50);
      }
    });

    test('the sentinel may be made once, counted on and leased, but neither deleted nor renamed (50)', async () => {
      const dn = `cn=sentinel,ou=danhba,${bench().base}`;
      const { reconciler } = bench();
      await bench().addAttributes(dn, {
        objectClass: 'danhbaSentinel',
        danhbaProvince: bench().domain,
        danhbaCount: '0',
      });
      await reconciler.modify(dn, change('replace', 'danhbaCount', '12'));
      const take = (holder: string, now: string): Promise<number> => {
        const lease = [
          change('replace', 'danhbaHolder', holder),
          change('replace', 'danhbaUntil', '20260302000200Z'),
        ];
        const free = new Assertion(`(|(!(danhbaHolder=*))(danhbaUntil<=${now}))`);
        return codeOf(reconciler.modify(dn, lease, free));
      };
      expect(await take('first', '20260302000000Z')).toBe(0);
      expect(await take('second', '20260302000100Z')).toBe(122);
      expect(await take('second', '20260302000300Z')).toBe(0);
      expect(await codeOf(bench().planner.modify(dn, change('replace', 'danhbaCount', '0')))).toBe(50);
      expect((await bench().read(dn))?.danhbaCount).toEqual(['12']);
      expect(await codeOf(reconciler.del(dn))).toBe(50);
    });
  });
};
