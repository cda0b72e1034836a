/** Contract of reading: services, holders and agencies see what they should, and nobody else's. */
import type { Client } from 'ldapts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bench, change, codeOf, type Knows } from './bench.ts';

const good = 'Tuy-Nhien-2026';

/** Attributes of which one tells of all: what people may know, the state of a password, the server's own record, secrets. */
const plain = ['mail', 'danhbaKey', 'danhbaCount', 'pwdMinLength', 'cn', 'ou', 'o'];
const state = [
  ...['pwdEndTime', 'pwdStartTime', 'pwdReset', 'pwdAccountLockedTime', 'pwdPolicySubentry'],
  'danhbaOperatorLock',
];
const evidence = ['authTimestamp', 'pwdChangedTime', 'pwdFailureTime'];
const secret = ['userPassword', 'pwdHistory'];

type Viewer = 'planner' | 'reconciler' | 'mailserver' | 'holder' | 'agency' | 'nobody';
type Sight = readonly ('plain' | 'state' | 'evidence')[];

const all: Sight = ['plain', 'state', 'evidence'];
const services = { planner: all, reconciler: all, mailserver: all } as const;
const both = (sight: Sight) => ({ planner: sight, reconciler: sight }) as const;

/** What each of them sees of each entry; who is not named sees that it is not there. */
const table: Readonly<Record<string, Partial<Record<Viewer, Sight>>>> = {
  holder: { ...services, holder: ['plain'] },
  'another person': services,
  agency: { ...services, agency: ['plain'] },
  'another agency': services,
  'somebody unmarked': services,
  tombstone: { planner: ['plain'], reconciler: ['plain'], mailserver: ['plain'] },
  sentinel: both(['plain']),
  'policy of the users': both(['plain']),
  'policy of the services': both(['plain']),
  'service account': both(all),
  'ou=people': both(['plain']),
  'ou=tombstones': both(['plain']),
  suffix: both(['plain']),
};

export const describeSight = (bench: () => Bench, knows: Knows): void => {
  describe('who sees what', () => {
    const entries = new Map<string, string>();
    const viewers = new Map<Viewer, Client>();

    /** Root gives it every state a password can have, and the server records of it what it can. */
    const dress = async (dn: string): Promise<void> => {
      await bench().root.modify(dn, change('replace', 'userPassword', `${good}-truoc`));
      await bench().root.modify(dn, change('replace', 'userPassword', good));
      await bench().root.modify(dn, change('replace', 'pwdReset'));
      expect(await codeOf((await bench().connect()).bind(dn, good))).toBe(0);
      expect(await codeOf((await bench().connect()).bind(dn, 'wrong'))).toBe(49);
      await bench().root.modify(dn, [
        change('replace', 'pwdEndTime', '29991231000000Z'),
        change('replace', 'pwdStartTime', '20200101000000Z'),
        change('replace', 'pwdPolicySubentry', `cn=users,ou=policies,${bench().base}`),
      ]);
    };

    /** Why an operator has locked somebody is for the services. */
    const lock = (dn: string) =>
      bench().root.modify(dn, change('replace', 'danhbaOperatorLock', '2026-03-02 mất máy'));

    const addAgency = async (id: string): Promise<string> => {
      const dn = `ou=${id},ou=organizations,${bench().base}`;
      const address = `${id}@${bench().domain}`;
      await bench().addAttributes(dn, {
        objectClass: ['organizationalUnit', 'danhbaAccount'],
        danhbaKey: `organization:${id}`,
        danhbaState: 'active',
        mail: address,
        danhbaAddress: address,
      });
      await dress(dn);
      await lock(dn);
      return dn;
    };

    beforeAll(async () => {
      const { base, domain, planner, reconciler, root, subject } = bench();
      const [holder, other] = [await bench().addPerson(), await bench().addPerson()];
      const id = `sight${holder.id.toLowerCase()}`;
      for (const { dn } of [holder, other]) {
        await dress(dn);
        await lock(dn);
      }
      const agency = await addAgency(id);
      const stranger = `uid=${id},ou=people,${base}`;
      await bench().addAttributes(
        stranger,
        { objectClass: 'inetOrgPerson', cn: 'x', sn: 'x', mail: `x@${domain}` },
        root,
      );
      await dress(stranger);
      const tombstone = `cn=${id}@${domain},ou=tombstones,${base}`;
      const stone = { objectClass: 'danhbaTombstone', danhbaKey: holder.key, danhbaUntil: '20310101000000Z' };
      await bench().addAttributes(tombstone, stone);
      const sentinel = `cn=sentinel,ou=danhba,${base}`;
      const made = { objectClass: 'danhbaSentinel', danhbaProvince: domain, danhbaCount: '0' };
      expect([0, 68]).toContain(await codeOf(bench().addAttributes(sentinel, made)));
      for (const [name, dn] of Object.entries({
        holder: holder.dn,
        'another person': other.dn,
        agency,
        'another agency': await addAgency(`${id}-other`),
        'somebody unmarked': stranger,
        tombstone,
        sentinel,
        'policy of the users': `cn=users,ou=policies,${base}`,
        'policy of the services': `cn=services,ou=policies,${base}`,
        'service account': subject.reconciler.dn,
        'ou=people': `ou=people,${base}`,
        'ou=tombstones': `ou=tombstones,${base}`,
        suffix: base,
      })) {
        entries.set(name, dn);
      }
      viewers
        .set('planner', planner)
        .set('reconciler', reconciler)
        .set('nobody', await bench().connect());
      if (subject.mailserver) viewers.set('mailserver', await bench().connect(subject.mailserver));
      viewers.set('holder', await bench().connect({ dn: holder.dn, password: good }));
      viewers.set('agency', await bench().connect({ dn: agency, password: good }));
    });

    /** Names of attributes that are there for this client; undefined where the entry is not. */
    const seen = async (client: Client, dn: string): Promise<ReadonlySet<string> | undefined> => {
      try {
        const { searchEntries } = await client.search(dn, { scope: 'base', attributes: ['*', '+'] });
        const found = searchEntries[0];
        return found && new Set(Object.keys(found).filter((name) => found[name]?.length !== 0));
      } catch {
        return undefined;
      }
    };

    test.each(Object.entries(table))('%s', async (name, sights) => {
      const dn = entries.get(name)!;
      const there = (await seen(bench().root, dn))!;
      const present = { plain, state, evidence, secret };
      for (const [viewer, client] of viewers) {
        const got = await seen(client, dn);
        const sight = sights[viewer];
        expect(got !== undefined, viewer).toBe(sight !== undefined);
        if (sight === undefined) continue;
        for (const [kind, names] of Object.entries(present)) {
          const wanted = sight.includes(kind as Sight[number]) ? names.filter((one) => there.has(one)) : [];
          expect(
            names.filter((one) => got?.has(one)),
            `${viewer}: ${kind}`,
          ).toEqual(wanted);
        }
      }
    });

    test('nobody finds by a filter what may not be read', async () => {
      const hidden: readonly [Viewer, string][] = [
        ['holder', '(pwdEndTime=*)'],
        ['holder', '(authTimestamp=*)'],
        ['holder', '(danhbaOperatorLock=*)'],
        ['agency', '(pwdEndTime=*)'],
        ['agency', '(authTimestamp=*)'],
        ...[...viewers.keys()].map((viewer): [Viewer, string] => [viewer, '(userPassword=*)']),
        ...[...viewers.keys()].map((viewer): [Viewer, string] => [viewer, '(pwdHistory=*)']),
      ];
      for (const [viewer, filter] of hidden) {
        for (const dn of [entries.get('holder')!, entries.get('agency')!]) {
          const search = viewers.get(viewer)!.search(dn, { scope: 'base', filter, attributes: ['1.1'] });
          const found = await search.then(
            ({ searchEntries }) => searchEntries.length,
            () => 0,
          );
          expect(found, `${viewer} ${filter}`).toBe(0);
        }
      }
    });

    const comparePasswords = async () => {
      for (const name of ['holder', 'agency', 'somebody unmarked', 'service account']) {
        for (const [viewer, client] of viewers) {
          const answer = await codeOf(client.compare(entries.get(name)!, 'userPassword', good));
          expect([32, 50], `${viewer} ${name}`).toContain(answer);
        }
      }
    };
    if (knows === 'all of LDAP') test('nobody compares a password', comparePasswords);

    test('the dressed have something of everything: what is hidden above is there', async () => {
      for (const name of ['holder', 'another person', 'agency', 'somebody unmarked']) {
        const there = (await seen(bench().root, entries.get(name)!))!;
        const dressed = [
          'mail',
          'pwdEndTime',
          'pwdStartTime',
          'pwdPolicySubentry',
          'authTimestamp',
          ...secret,
          ...(name === 'somebody unmarked' ? [] : ['danhbaOperatorLock']),
        ];
        expect([...there], name).toEqual(expect.arrayContaining(dressed));
      }
    });

    test('an agency changes its own password, and nothing else of its own or of another', async () => {
      const own = await addAgency(`own-${Date.now()}`);
      const client = await bench().connect({ dn: own, password: good });
      for (const one of [
        change('replace', 'danhbaState', 'active'),
        change('replace', 'displayName', 'x'),
        change('replace', 'mail', 'giamdoc@laichau.gov.vn'),
        change('replace', 'pwdReset', 'FALSE'),
        change('replace', 'pwdEndTime', '29991231000000Z'),
        change('add', 'ou', 'other'),
      ]) {
        expect(await codeOf(client.modify(own, one)), one.modification.type).toBe(50);
      }
      const password = change('replace', 'userPassword', 'Khac-Han-2027!');
      for (const name of ['another agency', 'another person']) {
        expect(await codeOf(client.modify(entries.get(name)!, password)), name).toBe(50);
      }
      expect(await codeOf(client.modify(own, password))).toBe(0);
      expect(await codeOf((await bench().connect()).bind(own, 'Khac-Han-2027!'))).toBe(0);
    });
  });
};
