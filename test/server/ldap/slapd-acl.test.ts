// Least privilege: each account of the reference server can do its work, and nothing that would widen it.

import { Client, NoSuchObjectError } from 'ldapts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import {
  code,
  connect,
  goodPassword,
  organizationDn,
  organizationEntry,
  personDn,
  personEntry,
  replace,
  resultOf,
  sentinelDn,
  sentinelEntry,
} from '../../support/slapd-fixture.ts';

// Not the present one: ppolicy answers "not changed" (19) before the ACL is asked.
const otherPassword = 'Mua-thu-2026';

let slapd: Slapd;
let root: Client;
let reconciler: Client;
let planner: Client;
let mailserver: Client;
let holder: Client;
let nobody: Client;
let an: string;
let binh: string;
let sotttt: string;
let people: string;

beforeAll(async () => {
  slapd = await startSlapd();
  [root, reconciler, planner, mailserver] = (await Promise.all(
    [slapd.root, slapd.reconciler, slapd.planner, slapd.mailserver].map((account) => connect(slapd, account)),
  )) as [Client, Client, Client, Client];
  an = personDn(slapd, 'LC-000001');
  binh = personDn(slapd, 'LC-000002');
  sotttt = organizationDn(slapd, 'sotttt');
  people = `ou=people,${slapd.baseDn}`;
  await reconciler.add(an, personEntry('LC-000001', { userPassword: goodPassword }));
  await reconciler.add(binh, personEntry('LC-000002', { userPassword: goodPassword }));
  await reconciler.add(sotttt, organizationEntry('sotttt', { userPassword: goodPassword }));
  await reconciler.add(sentinelDn(slapd), sentinelEntry);
  holder = new Client({ url: slapd.url });
  await holder.bind(an, goodPassword);
  nobody = new Client({ url: slapd.url });
});
afterAll(async () => {
  await slapd.stop();
});

/** DNs that a client sees: none too when even the existence of the base is hidden from it. */
async function seenBy(client: Client, base = slapd.baseDn, filter = '(objectClass=*)'): Promise<string[]> {
  try {
    const { searchEntries } = await client.search(base, { scope: 'sub', filter, attributes: ['1.1'] });
    return searchEntries.map(({ dn }) => dn);
  } catch (error) {
    if (error instanceof NoSuchObjectError) return [];
    throw error;
  }
}

async function attributesSeenBy(client: Client, dn: string): Promise<string[]> {
  const { searchEntries } = await client.search(dn, { scope: 'base', attributes: ['*', '+'] });
  return Object.keys(searchEntries[0] ?? {});
}

describe('refused to the planner', () => {
  test('adding an entry', async () => {
    const entry = personEntry('LC-000003');
    expect(await resultOf(planner.add(personDn(slapd, 'LC-000003'), entry))).toBe(code.insufficientAccess);
  });
  test('changing or deleting an entry', async () => {
    expect(await resultOf(planner.modify(an, replace('displayName', 'x')))).toBe(code.insufficientAccess);
    expect(await resultOf(planner.del(an))).toBe(code.insufficientAccess);
  });
  test('setting a password, locking an account', async () => {
    expect(await resultOf(planner.modify(an, replace('userPassword', otherPassword)))).toBe(
      code.insufficientAccess,
    );
    expect(await resultOf(planner.modify(an, replace('pwdEndTime', '20200101000000Z')))).toBe(
      code.insufficientAccess,
    );
  });
  test('touching the sentinel', async () => {
    expect(await resultOf(planner.modify(sentinelDn(slapd), replace('danhbaCount', '9')))).toBe(
      code.insufficientAccess,
    );
  });
});

describe('refused to everybody', () => {
  const everybody = () => ({ planner, reconciler, mailserver, holder });

  test('inventing a last access (8.1): only the server writes it', async () => {
    for (const [name, client] of Object.entries(everybody())) {
      const one = replace('authTimestamp', '20260101000000Z');
      expect(await resultOf(client.modify(an, one)), name).toBe(code.constraintViolation);
    }
  });

  test('reading a password hash or the password history, even one’s own', async () => {
    // There is something to hide: rootdn sees it.
    expect(await attributesSeenBy(root, an)).toContain('userPassword');
    for (const [name, client] of Object.entries(everybody())) {
      const seen = await attributesSeenBy(client, an);
      expect(seen, name).toContain('danhbaKey');
      expect(seen, name).not.toContain('userPassword');
      expect(seen, name).not.toContain('pwdHistory');
    }
  });
  test('finding out a hash by searching for it', async () => {
    for (const [name, client] of Object.entries(everybody())) {
      expect(await seenBy(client, slapd.baseDn, '(userPassword=*)'), name).toEqual([]);
    }
  });
  test('reading the hashes of service accounts', async () => {
    for (const [name, client] of Object.entries(everybody())) {
      const dns = await seenBy(client, slapd.baseDn, '(&(objectClass=simpleSecurityObject)(userPassword=*))');
      expect(dns, name).toEqual([]);
    }
    expect(await attributesSeenBy(planner, slapd.reconciler.dn)).not.toContain('userPassword');
  });
  test('reading the server’s configuration', async () => {
    for (const client of Object.values(everybody())) {
      expect(await resultOf(client.search('cn=config', { scope: 'sub' }))).toBe(code.noSuchObject);
    }
  });
});

describe('refused to the reconciler', () => {
  test.each(['people', 'organizations', 'tombstones', 'danhba', 'policies', 'services'])(
    'deleting or changing the container ou=%s',
    async (name) => {
      const dn = `ou=${name},${slapd.baseDn}`;
      expect(await resultOf(reconciler.modify(dn, replace('description', 'x')))).toBe(
        code.insufficientAccess,
      );
      // As it would look with nothing below: slapd checks the rights before it looks for children.
      expect(await resultOf(reconciler.del(dn))).toBe(code.insufficientAccess);
    },
  );
  test('weakening the password policy of the service accounts, itself among them', async () => {
    const dn = `cn=services,ou=policies,${slapd.baseDn}`;
    for (const attribute of await attributesSeenBy(reconciler, dn)) {
      if (!attribute.startsWith('pwd')) continue;
      expect(await resultOf(reconciler.modify(dn, replace(attribute))), attribute).toBe(
        code.insufficientAccess,
      );
    }
  });
  test('anything of the other two but what policy.yaml says (4.1, 4.2)', async () => {
    const kept = ['pwdMinLength', 'pwdMaxAge', 'pwdMustChange', 'pwdCheckQuality', 'pwdLockout'];
    const managed = new Set([...kept, 'pwdCheckModule', 'pwdCheckModuleArg']);
    for (const name of ['users', 'administrators']) {
      const dn = `cn=${name},ou=policies,${slapd.baseDn}`;
      const { searchEntries } = await planner.search(dn, { scope: 'base' });
      const others = Object.keys(searchEntries[0]!).filter((key) => key !== 'dn' && !managed.has(key));
      expect(others).toContain('pwdInHistory');
      for (const attribute of others) {
        const result = await resultOf(reconciler.modify(dn, replace(attribute)));
        expect(result, `${name} ${attribute}`).toBe(code.insufficientAccess);
      }
    }
  });
  test('having slapd load another module than the shipped one', async () => {
    for (const name of ['users', 'administrators']) {
      const dn = `cn=${name},ou=policies,${slapd.baseDn}`;
      for (const module of ['other.so', '../pwcheck.so', 'PWCHECK.so']) {
        expect(await resultOf(reconciler.modify(dn, replace('pwdCheckModule', module))), module).toBe(
          code.insufficientAccess,
        );
      }
    }
  });
  test('adding a policy, a service account, a container or a sibling of the sentinel', async () => {
    const unit = (dn: string) => resultOf(reconciler.add(dn, { objectClass: 'organizationalUnit', ou: 'x' }));
    for (const parent of ['ou=policies,', 'ou=services,', 'ou=danhba,', '']) {
      expect(await unit(`ou=x,${parent}${slapd.baseDn}`), parent).toBe(code.insufficientAccess);
    }
  });
  test('adding below a person or an organization: the trees are flat', async () => {
    const entry = personEntry('LC-000004');
    expect(await resultOf(reconciler.add(`uid=LC-000004,${an}`, entry))).toBe(code.insufficientAccess);
    expect(await resultOf(reconciler.add(`uid=LC-000004,${sotttt}`, entry))).toBe(code.insufficientAccess);
  });
  test('giving itself, a service or a container a password', async () => {
    for (const dn of [slapd.reconciler.dn, slapd.planner.dn, slapd.mailserver.dn, people]) {
      expect(
        await resultOf(reconciler.modify(dn, replace('userPassword', `${goodPassword}-very-long-indeed`))),
      ).toBe(code.insufficientAccess);
    }
  });
  test('deleting or renaming the sentinel', async () => {
    await expect(reconciler.del(sentinelDn(slapd))).rejects.toThrow('no write access to parent');
    expect(await resultOf(reconciler.del(sentinelDn(slapd)))).toBe(code.insufficientAccess);
    expect(await resultOf(reconciler.modifyDN(sentinelDn(slapd), `cn=other,ou=danhba,${slapd.baseDn}`))).toBe(
      code.insufficientAccess,
    );
  });
  test('moving a service account among the people', async () => {
    expect(await resultOf(reconciler.modifyDN(slapd.planner.dn, `cn=planner,${people}`))).toBe(
      code.insufficientAccess,
    );
  });
});

describe('refused to the mail server', () => {
  test('writing', async () => {
    expect(await resultOf(mailserver.modify(an, replace('displayName', 'x')))).toBe(code.insufficientAccess);
    expect(await resultOf(mailserver.modify(an, replace('userPassword', otherPassword)))).toBe(
      code.insufficientAccess,
    );
  });
  test('looking at policies and services', async () => {
    expect(await seenBy(mailserver, slapd.baseDn, '(objectClass=pwdPolicy)')).toEqual([]);
    expect(await seenBy(mailserver, slapd.baseDn, '(objectClass=applicationProcess)')).toEqual([]);
  });
});

describe('refused to the holder of a mailbox', () => {
  test.each([
    ['danhbaState', 'terminated'],
    ['danhbaKey', 'person:LC-000009'],
    ['danhbaAddress', 'giamdoc@laichau.gov.vn'],
    ['mail', 'giamdoc@laichau.gov.vn'],
    ['pwdEndTime', '20990101000000Z'],
    ['pwdReset', 'FALSE'],
    ['pwdPolicySubentry', 'cn=services,ou=policies,dc=laichau,dc=gov,dc=vn'],
  ])('changing the own %s', async (attribute, value) => {
    expect(await resultOf(holder.modify(an, replace(attribute, value)))).toBe(code.insufficientAccess);
  });
  test('seeing or changing anybody else', async () => {
    expect(await seenBy(holder, people, '(danhbaKey=*)')).toEqual([]);
    expect(await resultOf(holder.modify(binh, replace('displayName', 'x')))).not.toBe(code.success);
    expect(await resultOf(holder.modify(binh, replace('userPassword', otherPassword)))).not.toBe(
      code.success,
    );
  });
});

describe('refused to the anonymous', () => {
  test('reading anything of the tree', async () => {
    for (const dn of [slapd.baseDn, people, an, sentinelDn(slapd)]) {
      expect(await resultOf(nobody.search(dn, { scope: 'base' })), dn).toBe(code.noSuchObject);
    }
  });
  test('adding an entry', async () => {
    expect(await resultOf(nobody.add(personDn(slapd, 'LC-000005'), personEntry('LC-000005')))).not.toBe(
      code.success,
    );
    expect(await seenBy(planner, people, '(uid=LC-000005)')).toEqual([]);
  });
});

describe('the reconciler can', () => {
  test('issue an account that is locked and an administrator’s from the first moment', async () => {
    const state = {
      pwdEndTime: '20260101000000Z',
      pwdPolicySubentry: `cn=administrators,ou=policies,${slapd.baseDn}`,
    };
    await reconciler.add(personDn(slapd, 'LC-000010'), personEntry('LC-000010', state));
    await reconciler.add(organizationDn(slapd, 'sonv'), organizationEntry('sonv', state));
    for (const dn of [personDn(slapd, 'LC-000010'), organizationDn(slapd, 'sonv')]) {
      for (const client of [planner, mailserver]) {
        const { searchEntries } = await client.search(dn, { scope: 'base', attributes: Object.keys(state) });
        expect(searchEntries[0]).toMatchObject(state);
      }
    }
  });
  test('lock, unlock, change addresses, end and delete', async () => {
    const dn = personDn(slapd, 'LC-000011');
    await reconciler.add(dn, personEntry('LC-000011'));
    await reconciler.modify(dn, [
      replace('danhbaState', 'suspended'),
      replace('pwdEndTime', '20260101000000Z'),
    ]);
    await reconciler.modify(dn, [replace('danhbaState', 'active'), replace('pwdEndTime')]);
    await reconciler.modify(dn, [
      replace('mail', 'moi@laichau.gov.vn'),
      replace('danhbaAddress', 'moi@laichau.gov.vn'),
    ]);
    await reconciler.modify(dn, replace('danhbaState', 'terminated'));
    await reconciler.del(dn);
    expect(await seenBy(planner, people, '(uid=LC-000011)')).toEqual([]);
  });
  test('lay down a tombstone and take it away', async () => {
    const dn = `cn=xua@laichau.gov.vn,ou=tombstones,${slapd.baseDn}`;
    await reconciler.add(dn, {
      objectClass: 'danhbaTombstone',
      danhbaKey: 'person:LC-000012',
      danhbaUntil: '20310101000000Z',
    });
    expect(await seenBy(mailserver, dn)).toEqual([dn]);
    await reconciler.modify(dn, replace('danhbaSince', '20260101000000Z'));
    await reconciler.del(dn);
  });
  test('put the password policies of users and administrators right (4.1, 4.2)', async () => {
    for (const name of ['users', 'administrators']) {
      const dn = `cn=${name},ou=policies,${slapd.baseDn}`;
      const { searchEntries } = await planner.search(dn, { scope: 'base' });
      await root.modify(dn, [
        replace('pwdMinLength', '1'),
        replace('pwdMustChange'),
        replace('pwdCheckModule', 'none.so'),
      ]);
      const shipped = ['pwdMinLength', 'pwdMaxAge', 'pwdMustChange', 'pwdCheckQuality', 'pwdLockout'].concat([
        'pwdCheckModule',
        'pwdCheckModuleArg',
      ]);
      await reconciler.modify(
        dn,
        shipped.map((attribute) => replace(attribute, String(searchEntries[0]?.[attribute]))),
      );
      expect((await planner.search(dn, { scope: 'base' })).searchEntries).toEqual(searchEntries);
    }
  });
  test('keep the count of the sentinel, which the planner reads', async () => {
    await reconciler.modify(sentinelDn(slapd), replace('danhbaCount', '2500'));
    const { searchEntries } = await planner.search(sentinelDn(slapd), { scope: 'base' });
    const shown = { objectClass: 'danhbaSentinel', danhbaCount: '2500', danhbaProvince: 'laichau.gov.vn' };
    expect(searchEntries[0]).toMatchObject(shown);
  });
});

describe('the others can', () => {
  test('the planner read policies, services, the suffix and its contextCSN', async () => {
    expect(await seenBy(planner, slapd.baseDn, '(objectClass=pwdPolicy)')).toHaveLength(3);
    expect(await seenBy(planner, slapd.baseDn, '(objectClass=applicationProcess)')).toHaveLength(5);
    expect(await attributesSeenBy(planner, slapd.baseDn)).toContain('contextCSN');
  });
  test('planner and reconciler read their own last login: proof that logins are recorded (8.1)', async () => {
    expect(await attributesSeenBy(planner, slapd.planner.dn)).toContain('authTimestamp');
    expect(await attributesSeenBy(reconciler, slapd.reconciler.dn)).toContain('authTimestamp');
    for (const dn of [slapd.planner.dn, slapd.reconciler.dn])
      expect(await seenBy(mailserver, dn)).toEqual([]);
    for (const client of [planner, reconciler]) {
      const dn = client === planner ? slapd.planner.dn : slapd.reconciler.dn;
      expect(await resultOf(client.modify(dn, replace('authTimestamp', '20990101000000Z')))).toBe(
        code.constraintViolation,
      );
    }
  });
  test('the mail server find an account by its address', async () => {
    const filter = '(&(objectClass=danhbaAccount)(mail=lc-000001.sotttt@laichau.gov.vn)(danhbaState=active))';
    expect(await seenBy(mailserver, slapd.baseDn, filter)).toEqual([an]);
  });
  test('the holder of a mailbox read the own entry', async () => {
    expect(await attributesSeenBy(holder, an)).toEqual(expect.arrayContaining(['mail', 'danhbaState']));
  });
});
