/** Contract of what nobody but root may write: each service account is refused each of them (50), and nothing changes. */
import type { Client } from 'ldapts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bench, change, codeOf, type Knows } from './bench.ts';
import { life, ofOrganization, ofPerson } from './reach-contract.ts';
import { type Ground, unsentWrites, writes } from './writes.ts';

/** Answers that tell as well that nothing was written: of the schema, of an overlay that looks before the rights. */
const earlier: Readonly<Record<string, readonly number[]>> = {
  'a person among the tombstones': [50, 65],
  'a person among the services': [50, 65],
};

export const describeBeyond = (bench: () => Bench, knows: Knows): void => {
  describe('beyond anybody’s work', () => {
    let ground: Ground;

    beforeAll(async () => {
      const { base, domain, root } = bench();
      const [person, ended] = [await bench().addPerson(), await bench().addSuspended()];
      const id = `beyond${person.id.toLowerCase()}`;
      const agency = `ou=${id},ou=organizations,${base}`;
      const address = `${id}@${domain}`;
      await bench().addAttributes(agency, {
        objectClass: ['organizationalUnit', 'danhbaAccount', 'danhbaEntry'],
        danhbaKey: `organization:${id}`,
        danhbaState: 'active',
        mail: address,
        danhbaAddress: address,
      });
      const closed = `ou=closed-${id},ou=organizations,${base}`;
      await bench().addAttributes(closed, {
        objectClass: ['organizationalUnit', 'danhbaAccount'],
        danhbaKey: `organization:closed-${id}`,
        danhbaState: 'active',
      });
      await bench().reconciler.modify(closed, change('replace', 'danhbaState', 'terminated'));
      const stranger = `uid=stranger-${id},ou=people,${base}`;
      await bench().addAttributes(stranger, { objectClass: 'inetOrgPerson', cn: 'x', sn: 'x' }, root);
      const office = `ou=office-${id},ou=organizations,${base}`;
      await bench().addAttributes(office, { objectClass: 'organizationalUnit' }, root);
      const tombstone = `cn=old-${address},ou=tombstones,${base}`;
      await bench().addAttributes(tombstone, {
        objectClass: 'danhbaTombstone',
        danhbaKey: person.key,
        danhbaUntil: '20310101000000Z',
      });
      const sentinel = `cn=sentinel,ou=danhba,${base}`;
      const made = { objectClass: 'danhbaSentinel', danhbaProvince: domain, danhbaCount: '0' };
      expect([0, 68]).toContain(await codeOf(bench().addAttributes(sentinel, made)));
      ground = { bench: bench(), person, ended, agency, closed, stranger, office, tombstone, sentinel };
    });

    /** Every entry with what a write would have changed. */
    const look = async (): Promise<string> => {
      const { searchEntries } = await bench().root.search(bench().base, {
        attributes: [
          '*',
          'userPassword',
          'pwdEndTime',
          'pwdPolicySubentry',
          'authTimestamp',
          'pwdChangedTime',
        ],
        paged: true,
      });
      const others = searchEntries.filter(({ dn }) => !/ou=services,/.test(dn));
      return JSON.stringify(others);
    };

    test('each value the reconciler writes on marked entries, on one that is not', async () => {
      const { base, domain, reconciler, root } = bench();
      const policies = ['users', 'administrators'].map((name) => `cn=${name},ou=policies,${base}`);
      const common = {
        ...life,
        mail: `x@${domain}`,
        danhbaAddress: `x@${domain}`,
        danhbaFormerAddress: `x@${domain} 2026-11-30`,
        danhbaState: ['active', 'suspended', 'terminated'],
        pwdPolicySubentry: policies,
      };
      const ours = ['danhbaAccount', 'danhbaEntry', 'organizationalUnit'];
      const { stranger, office } = ground;
      for (const [dn, values] of [
        [
          stranger,
          { ...common, ...ofPerson, danhbaKey: 'person:x', objectClass: ['danhbaAccount', 'inetOrgPerson'] },
        ],
        [office, { ...common, ...ofOrganization, danhbaKey: 'organization:x', objectClass: ours }],
      ] as const) {
        for (const [name, some] of Object.entries(values)) {
          for (const value of [some].flat()) {
            const add = codeOf(reconciler.modify(dn, change('add', name, value)));
            expect(await add, `${dn} ${name}: ${value}`).toBe(50);
          }
        }
      }
      // What is there goes as little.
      await root.modify(stranger, [change('add', 'uid', 'more'), change('add', 'mail', `x@${domain}`)]);
      await root.modify(office, [
        change('add', 'ou', 'more'),
        change('replace', 'pwdPolicySubentry', policies[0]!),
      ]);
      for (const [dn, name] of [
        [stranger, 'uid'],
        [stranger, 'mail'],
        [office, 'ou'],
        [office, 'pwdPolicySubentry'],
      ] as const) {
        const value = name === 'uid' || name === 'ou' ? ['more'] : [];
        expect(await codeOf(reconciler.modify(dn, change('delete', name, ...value))), name).toBe(50);
      }
    });

    test('what is below the tombstones and is none', async () => {
      const { base, reconciler, root, domain } = bench();
      const dn = `ou=none${ground.person.id},ou=tombstones,${base}`;
      await bench().addAttributes(dn, { objectClass: 'organizationalUnit' }, root);
      for (const one of [
        change('add', 'objectClass', 'danhbaTombstone'),
        change('add', 'danhbaKey', 'person:x'),
        change('add', 'danhbaSince', '20260101000000Z'),
        change('add', 'description', 'x'),
      ]) {
        expect(await codeOf(reconciler.modify(dn, one)), one.modification.type).toBe(50);
      }
      expect(await codeOf(reconciler.del(dn))).toBe(50);
      const account = {
        objectClass: ['organizationalUnit', 'danhbaAccount'],
        danhbaKey: 'organization:x',
        danhbaState: 'terminated',
        danhbaSince: '20260101000000Z',
        mail: `x@${domain}`,
      };
      for (const values of [account, { objectClass: 'organizationalUnit' }]) {
        const added = bench().addAttributes(`ou=x,ou=tombstones,${base}`, values);
        expect(await codeOf(added)).toBe(50);
      }
      await root.del(dn);
    });

    const tried = knows === 'all of LDAP' ? { ...writes, ...unsentWrites } : writes;
    test.each(Object.entries(tried))('%s', async (name, write) => {
      const { planner, reconciler, subject } = bench();
      const mailserver = subject.mailserver && (await bench().connect(subject.mailserver));
      const services: Readonly<Record<string, Client | undefined>> = { reconciler, planner, mailserver };
      const before = await look();
      for (const [service, client] of Object.entries(services)) {
        if (client === undefined) continue;
        const allowed = earlier[name] ?? [50];
        expect(allowed, service).toContain(await codeOf(write(ground, client)));
      }
      expect(await look()).toBe(before);
    });
  });
};
