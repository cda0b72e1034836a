/** Contract of what nobody but root may write: each service account is refused each of them (50), and nothing changes. */
import type { Client } from 'ldapts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bench, codeOf } from './bench.ts';
import { type Ground, writes } from './writes.ts';

/** Answers that tell as well that nothing was written: of the schema, of an overlay that looks before the rights. */
const earlier: Readonly<Record<string, readonly number[]>> = {
  'a person among the tombstones': [50, 65],
  'a person among the services': [50, 65],
};

export const describeBeyond = (bench: () => Bench): void => {
  describe('beyond anybody’s work', () => {
    let ground: Ground;

    beforeAll(async () => {
      const { base, domain, root } = bench();
      const [person, ended] = [await bench().addPerson(), await bench().addSuspended()];
      const id = `beyond${person.id.toLowerCase()}`;
      const agency = `ou=${id},ou=organizations,${base}`;
      const address = `${id}@${domain}`;
      await bench().addAttributes(agency, {
        objectClass: ['organizationalUnit', 'danhbaAccount'],
        danhbaKey: `organization:${id}`,
        danhbaState: 'active',
        mail: address,
        danhbaAddress: address,
      });
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
      ground = { bench: bench(), person, ended, agency, stranger, office, tombstone, sentinel };
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

    test.each(Object.entries(writes))('%s', async (name, write) => {
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
