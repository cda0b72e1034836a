/** Contract of the reconciler's work: every value danhba writes, on an entry of its own, must be possible. */
import { describe, expect, test } from 'vitest';
import { type Bench, change, codeOf, setPassword, type Values } from './bench.ts';

const day = '20260302000000Z';

/** What danhba remembers of a mailbox, whoever has it. */
export const life: Values = {
  danhbaOrganization: 'sotttt',
  danhbaName: 'x',
  danhbaSince: day,
  danhbaReason: 'violation',
  danhbaBasis: '1/QĐ; 2026-03-02',
  danhbaNotice: '2/TB; 2026-03-02',
  danhbaIssued: day,
  danhbaRestored: day,
  danhbaReset: '3/VP; 2026-03-02',
  danhbaMissing: day,
  danhbaLocked: day,
  danhbaRenamed: day,
  danhbaOperatorLock: '2026-03-02 mất máy',
  pwdEndTime: '29991231000000Z',
  pwdReset: 'TRUE',
};

export const ofPerson: Values = {
  cn: 'Trần Thị Ánh',
  sn: 'Trần',
  givenName: 'Ánh',
  title: 'Trưởng phòng',
  ou: 'Văn phòng',
  o: 'Sở Nội vụ',
  telephoneNumber: '1',
};
export const ofOrganization: Values = {
  displayName: 'Sở Nội vụ',
  businessCategory: 'provincial',
  danhbaCustodian: 'LC-000001',
};

export const describeReach = (bench: () => Bench): void => {
  let count = 0;
  /** A marked entry of each kind, active. */
  const makeEntry = async (kind: 'person' | 'organization', more: Values = {}) => {
    if (kind === 'person') {
      const { dn, key, attributes, id } = await bench().addPerson(more);
      return { dn, key, naming: 'uid', name: id, mail: String(attributes.mail) };
    }
    const name = `reach${++count}`;
    const dn = `ou=${name},ou=organizations,${bench().base}`;
    const mail = `${name}@${bench().domain}`;
    await bench().addAttributes(dn, {
      objectClass: ['organizationalUnit', 'danhbaAccount'],
      danhbaKey: `organization:${name}`,
      danhbaState: 'active',
      mail,
      danhbaAddress: mail,
      ...more,
    });
    return { dn, key: `organization:${name}`, naming: 'ou', name, mail };
  };
  const values = async (dn: string, name: string): Promise<string[]> =>
    (await bench().read(dn, [name]))?.[name] ?? [];
  const policy = (name: string): string => `cn=${name},ou=policies,${bench().base}`;

  describe.each([
    ['person', ofPerson],
    ['organization', ofOrganization],
  ] as const)('the reconciler on a marked %s', (kind, own) => {
    test('adds it with everything danhba writes', async () => {
      const all = {
        ...life,
        ...own,
        pwdPolicySubentry: policy('administrators'),
        userPassword: 'Tuy-Nhien-2026',
      };
      const { dn } = await makeEntry(kind, all);
      const { userPassword: _, ...readable } = all;
      const entry = await bench().read(dn, Object.keys(readable));
      for (const [name, value] of Object.entries(readable)) expect(entry?.[name], name).toEqual([value]);
    });

    test.each(Object.entries({ ...life, ...own }))('writes %s and takes it away', async (name, value) => {
      const { dn } = await makeEntry(kind);
      const before = await values(dn, name);
      const gone = before.length > 0 ? [change('delete', name, ...before)] : [];
      const { reconciler } = bench();
      expect(await codeOf(reconciler.modify(dn, [...gone, change('add', name, String(value))]))).toBe(0);
      expect(await values(dn, name)).toEqual([value]);
      if (name === 'cn' || name === 'sn') return; // The schema wants one.
      expect(await codeOf(reconciler.modify(dn, change('delete', name, String(value))))).toBe(0);
    });

    test('writes addresses of the domain, and takes any away', async () => {
      const { dn, mail } = await makeEntry(kind);
      const { reconciler, root } = bench();
      const next = `moi.${mail}`;
      for (const name of ['mail', 'danhbaAddress']) {
        const swap = [change('delete', name, mail), change('add', name, next)];
        expect(await codeOf(reconciler.modify(dn, swap)), name).toBe(0);
      }
      await root.modify(dn, change('replace', 'mail', 'x@example.org'));
      expect(await codeOf(reconciler.modify(dn, change('delete', 'mail', 'x@example.org')))).toBe(0);
      expect(await codeOf(reconciler.modify(dn, change('add', 'mail', mail.toUpperCase())))).toBe(0);
      const former = `${mail} 2026-11-30`;
      expect(await codeOf(reconciler.modify(dn, change('add', 'danhbaFormerAddress', former)))).toBe(0);
      expect(await codeOf(reconciler.modify(dn, change('delete', 'danhbaFormerAddress', former)))).toBe(0);
      await root.modify(dn, change('add', 'danhbaFormerAddress', 'x@example.org'));
      expect(await codeOf(reconciler.modify(dn, change('replace', 'danhbaFormerAddress', former)))).toBe(0);
    });

    test('gives each of the two policies, and takes away any', async () => {
      const { dn } = await makeEntry(kind);
      const point = (...to: string[]): Promise<number> =>
        codeOf(bench().reconciler.modify(dn, change('replace', 'pwdPolicySubentry', ...to)));
      expect(await point(policy('administrators'))).toBe(0);
      expect(await point(policy('users'))).toBe(0);
      await bench().root.modify(dn, change('replace', 'pwdPolicySubentry', policy('none')));
      const swap = [
        change('delete', 'pwdPolicySubentry', policy('none')),
        change('add', 'pwdPolicySubentry', policy('administrators')),
      ];
      expect(await codeOf(bench().reconciler.modify(dn, swap))).toBe(0);
      expect(await point()).toBe(0);
    });

    test('changes the key, the mark stays', async () => {
      const { dn, key } = await makeEntry(kind);
      const next = kind === 'person' ? `${key}/1` : `${key}-cu`;
      const swap = [change('delete', 'danhbaKey', key), change('add', 'danhbaKey', next)];
      expect(await codeOf(bench().reconciler.modify(dn, swap))).toBe(0);
      expect(await codeOf(bench().reconciler.modify(dn, change('replace', 'danhbaKey', key)))).toBe(0);
      expect(await codeOf(bench().reconciler.modify(dn, change('delete', 'danhbaKey')))).toBe(65);
      expect(await values(dn, 'danhbaKey')).toEqual([key]);
    });

    test('takes away a name too many, never the name', async () => {
      const { dn, naming, name } = await makeEntry(kind);
      await bench().root.modify(dn, change('add', naming, 'extra'));
      expect(await codeOf(bench().reconciler.modify(dn, change('delete', naming, 'extra')))).toBe(0);
      expect(await codeOf(bench().reconciler.modify(dn, change('delete', naming, name)))).toBe(64);
      expect(await values(dn, naming)).toEqual([name]);
    });

    test('adds the classes of danhba that are missing', async () => {
      const { dn, name } = await makeEntry(kind);
      const both = await bench().read(dn, ['objectClass']);
      expect(both?.objectClass).toContain('danhbaAccount');
      if (kind === 'person') return;
      const bare = `ou=bare-${name},ou=organizations,${bench().base}`;
      const values = {
        objectClass: ['organizationalUnit', 'danhbaEntry'],
        danhbaKey: `organization:bare-${name}`,
      };
      await bench().addAttributes(bare, values);
      const grow = [change('add', 'objectClass', 'danhbaAccount'), change('add', 'danhbaState', 'active')];
      expect(await codeOf(bench().reconciler.modify(bare, grow))).toBe(0);
      const shrink = change('add', 'objectClass', 'danhbaEntry');
      expect(await codeOf(bench().reconciler.modify(dn, shrink))).toBe(0);
    });

    test.each(['suspended', 'terminated'])('deletes it once it is %s, not before', async (state) => {
      const { dn } = await makeEntry(kind);
      expect(await codeOf(bench().reconciler.del(dn))).toBe(50);
      expect(await codeOf(bench().reconciler.modify(dn, change('replace', 'danhbaState', state)))).toBe(0);
      expect(await codeOf(bench().reconciler.del(dn))).toBe(0);
    });

    test('sets the password', async () => {
      const { dn } = await makeEntry(kind);
      expect(await codeOf(setPassword(bench().reconciler, dn, 'Tuy-Nhien-2026'))).toBe(0);
      expect(await codeOf((await bench().connect()).bind(dn, 'Tuy-Nhien-2026'))).toBe(0);
    });
  });

  test('the reconciler on the sentinel: count, lease, what was judged and since when logins are seen', async () => {
    const dn = `cn=sentinel,ou=danhba,${bench().base}`;
    const made = { objectClass: 'danhbaSentinel', danhbaProvince: bench().domain, danhbaCount: '-1' };
    expect([0, 68]).toContain(await codeOf(bench().addAttributes(dn, made)));
    for (const [name, ...some] of [
      ['danhbaCount', '7'],
      ['danhbaHolder', 'host'],
      ['danhbaSince', day],
      ['danhbaUntil', day],
      ['danhbaCommit', 'a', 'b waiting 0'],
      ['danhbaLogins', '2026-03-02'],
    ] as const) {
      expect(await codeOf(bench().reconciler.modify(dn, change('replace', name, ...some))), name).toBe(0);
      if (name === 'danhbaCount') continue; // The schema wants it.
      expect(await codeOf(bench().reconciler.modify(dn, change('replace', name))), name).toBe(0);
    }
    // A used approval is added, and never taken back.
    const used = (operation: 'add' | 'delete', value: string) =>
      codeOf(bench().reconciler.modify(dn, change(operation, 'danhbaApproval', value)));
    expect([await used('add', 'comment 7'), await used('add', 'comment 8')]).toEqual([0, 0]);
    expect(await used('delete', 'comment 7')).toBe(50);
    expect(await codeOf(bench().reconciler.modify(dn, change('replace', 'danhbaApproval')))).toBe(50);
  });
};
