/**
 * Entries that other hands have touched, on real slapd and on the embedded server: an entry danhba cannot tell for sure is
 * held with the LDIF that mends it, which real ldapmodify is fed with; nothing is issued again, and a lock never waits.
 */
import { Client } from 'ldapts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change, Relax } from '../../contract/bench.ts';
import { faultsOf, type Hands, startHands } from '../../support/hands-fixture.ts';
import { renames, subjects } from '../../support/lifecycle-fixture.ts';
import { goodPassword, resultOf } from '../../support/slapd-fixture.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const rest = ['id: LC-000002, name: Trần Thị Bình', 'id: LC-000003, name: Lò Văn Chi'];
const breach = ', suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-10}';
const key = 'person:LC-000001';

describe.each(subjects)('on %s', (_server, start) => {
  let hands: Hands;
  const people = () => `ou=people,${hands.subject.baseDn}`;
  const dn = () => `uid=LC-000001,${people()}`;

  beforeEach(async () => {
    hands = await startHands(start);
    await hands.write(an, ...rest);
    await hands.settle('2026-03-02');
    await hands.root.modify(dn(), change('replace', 'userPassword', goodPassword));
    await hands.root.modify(dn(), change('replace', 'pwdReset', 'FALSE'));
  });
  afterEach(async () => {
    await hands?.stop();
  });

  const login = async (who: string): Promise<number> => {
    const client = new Client({ url: hands.subject.url });
    try {
      return await resultOf(client.bind(who, goodPassword));
    } finally {
      await client.unbind();
    }
  };
  const folder = (where: string) =>
    hands.root.add(where, { objectClass: 'organizationalUnit', ou: /^ou=([^,]*)/.exec(where)?.[1] ?? '' });
  const keysOf = async () => {
    const filter = '(&(danhbaKey=*)(!(objectClass=danhbaTombstone)))';
    return (await hands.entries(filter, 'danhbaKey')).map(({ danhbaKey }) => danhbaKey?.[0]).sort();
  };

  it('a second name before the own one is taken away', async () => {
    await hands.root.modify(dn(), change('replace', 'uid', 'hunglx', 'LC-000001'));
    const { plan } = await hands.work.plan({ today: '2026-03-03' });
    expect(plan.changes).toMatchObject([{ kind: 'update', key, fields: ['extraNames'] }]);
    await hands.settle('2026-03-03');
    expect(await hands.entries(`(danhbaKey=${key})`, 'uid')).toMatchObject([{ uid: ['LC-000001'] }]);
  });

  it('a second name keeps no lock waiting, and goes along with it', async () => {
    await hands.root.modify(dn(), change('replace', 'uid', 'hunglx', 'LC-000001'));
    await hands.write(`${an}${breach}`, ...rest);
    await hands.settle('2026-03-10');
    expect(await login(dn())).toBe(49);
    expect(await hands.entries(`(danhbaKey=${key})`, 'uid')).toMatchObject([{ uid: ['LC-000001'] }]);
  });

  const inside = () => `ou=phong,${people()}`;
  const outside = () => `ou=nghi-huu,${hands.subject.baseDn}`;
  const moved = async (where: string) => {
    await folder(where);
    await hands.root.modifyDN(dn(), `uid=LC-000001,${where}`);
    return `uid=LC-000001,${where}`;
  };
  const renamed = async (rdn: string) => {
    await hands.root.modifyDN(dn(), rdn);
    return `${rdn},${people()}`;
  };
  type Touch = readonly [string, 'entry-misplaced' | 'entry-misnamed', () => Promise<string>];
  const touches: readonly Touch[] = [
    ['moved below another OU of the container', 'entry-misplaced', () => moved(inside())],
    ['moved out of the container', 'entry-misplaced', () => moved(outside())],
    ['named by cn', 'entry-misnamed', () => renamed('cn=Nguyễn Văn An')],
    ['named by another cn', 'entry-misnamed', () => renamed('cn=An')],
    ['named otherwise', 'entry-misnamed', () => renamed('uid=hunglx')],
    ['named as a number of another', 'entry-misnamed', () => renamed('uid=LC-000002-2')],
    ['named by two values', 'entry-misnamed', () => renamed('uid=LC-000001+cn=Nguyễn Văn An')],
  ];

  const made = renames(start) ? touches : [];

  it.each(made)('%s: held, not issued again, mended by its LDIF', async (_what, code, touch) => {
    const there = await touch();
    const before = await keysOf();
    for (const today of ['2026-03-03', '2026-03-04']) {
      const ran = await hands.work.apply({ today });
      expect(ran.code, ran.out + ran.err).toBe(1);
      expect(ran.err).toContain('ldapmodify');
      expect(await keysOf()).toEqual(before);
      expect(await login(there)).toBe(0);
    }
    const { plan, code: exit } = await hands.work.plan({ today: '2026-03-04' });
    expect([exit, plan.changes]).toEqual([1, []]);
    const faults = faultsOf(plan, key);
    expect(faults).toMatchObject([{ code, belongs: dn() }]);
    expect(await hands.ldapmodify(faults[0]?.ldif ?? '')).toBe(0);
    await hands.settle('2026-03-05');
    expect(await login(dn())).toBe(0);
    expect(await hands.entries(`(danhbaKey=${key})`, 'uid', 'cn')).toEqual([
      { dn: [dn()], uid: ['LC-000001'], cn: ['Nguyễn Văn An'] },
    ]);
  });

  it.each(made)('%s: locked all the same, wherever danhba may write', async (_what, _code, touch) => {
    const there = await touch();
    await hands.write(`${an}${breach}`, ...rest);
    const ran = await hands.work.apply({ today: '2026-03-10' });
    // Its rights end at the direct children of its containers (acl.conf): what it could not lock is told.
    const mayWrite = !there.endsWith(outside()) && !there.endsWith(inside());
    expect(ran.code, ran.out + ran.err).toBe(mayWrite ? 1 : 4);
    expect(await login(there)).toBe(mayWrite ? 49 : 0);
  });

  describe('two entries with one key', () => {
    const other = () => `uid=an-cu,${people()}`;
    beforeEach(async () => {
      // The server's own rule of uniqueness is root's to look away from: so came a restored backup, or a slapadd.
      const values = {
        objectClass: ['inetOrgPerson', 'danhbaAccount'],
        ...{ uid: 'an-cu', cn: 'Nguyễn Văn An', sn: 'Nguyễn', givenName: 'An', userPassword: goodPassword },
        ...{ danhbaKey: key, danhbaState: 'active', danhbaOrganization: 'sokx' },
        ...{ mail: 'an.cu@laichau.gov.vn', danhbaAddress: 'an.cu@laichau.gov.vn' },
      };
      await hands.root.add(other(), values, new Relax());
    });

    it('are held with both names, and nothing is done to either', async () => {
      const ran = await hands.work.apply({ today: '2026-03-03' });
      expect(ran.code, ran.out + ran.err).toBe(1);
      const { plan } = await hands.work.plan({ today: '2026-03-03' });
      expect(plan.changes).toEqual([]);
      expect([await login(dn()), await login(other())]).toEqual([0, 0]);
      const [fault, another] = faultsOf(plan, key);
      expect(another).toBeUndefined();
      expect(fault).toMatchObject({ code: 'entry-duplicate', dn: dn(), other: other() });
      expect(await hands.ldapmodify(fault?.ldif ?? '')).toBe(0);
      // The other is a former mailbox now: ended, and kept for its term.
      await hands.settle('2026-03-04');
      expect([await login(dn()), await login(other())]).toEqual([0, 49]);
      expect(await hands.entries('(uid=an-cu)', 'danhbaKey', 'danhbaState')).toMatchObject([
        { danhbaKey: [`${key}/1`], danhbaState: ['terminated'] },
      ]);
    });

    it('are both locked where the record locks', async () => {
      await hands.write(`${an}${breach}`, ...rest);
      const ran = await hands.work.apply({ today: '2026-03-10' });
      expect(ran.code, ran.out + ran.err).toBe(1);
      expect([await login(dn()), await login(other())]).toEqual([49, 49]);
      expect((await hands.work.plan({ today: '2026-03-10' })).plan.changes).toEqual([]);
    });
  });

  it('entries that are gone are gone: a look through the whole tree finds none, and they are issued anew', async () => {
    await hands.root.del(dn());
    expect((await hands.work.apply({ today: '2026-03-03' })).code).toBe(0);
    expect(await keysOf()).toContain(key);
  });
});
