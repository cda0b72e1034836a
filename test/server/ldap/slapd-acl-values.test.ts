// Least privilege where the contract cannot look: language options, the shipped sentinel and policies, and containers.

import { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { change } from '../../contract/bench.ts';
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
let an: string;
let sotttt: string;

beforeAll(async () => {
  slapd = await startSlapd();
  [root, reconciler, planner, mailserver] = (await Promise.all(
    [slapd.root, slapd.reconciler, slapd.planner, slapd.mailserver].map((account) => connect(slapd, account)),
  )) as [Client, Client, Client, Client];
  an = personDn(slapd, 'LC-000001');
  sotttt = organizationDn(slapd, 'sotttt');
  await reconciler.add(an, personEntry('LC-000001', { userPassword: goodPassword }));
  await reconciler.add(sotttt, organizationEntry('sotttt', { userPassword: goodPassword }));
  await reconciler.add(sentinelDn(slapd), sentinelEntry);
  holder = new Client({ url: slapd.url });
  await holder.bind(an, goodPassword);
});
afterAll(async () => {
  await slapd.stop();
});

async function attributesSeenBy(client: Client, dn: string): Promise<string[]> {
  const { searchEntries } = await client.search(dn, { scope: 'base', attributes: ['*', '+'] });
  return Object.keys(searchEntries[0] ?? {});
}

describe('value by value, of what the reconciler alone may add or take away', () => {
  test('the sentinel: of this province only, and nobody else’s to write', async () => {
    const dn = sentinelDn(slapd);
    for (const client of [planner, mailserver]) {
      for (const one of [
        change('add', 'objectClass', 'danhbaSentinel'),
        change('add', 'danhbaProvince', 'laichau.gov.vn'),
        replace('danhbaHolder', 'x'),
      ]) {
        expect(await resultOf(client.modify(dn, one)), one.modification.type).toBe(code.insufficientAccess);
      }
    }
    await root.del(dn);
    const foreign = { ...sentinelEntry, danhbaProvince: 'sonla.gov.vn' };
    expect(await resultOf(reconciler.add(dn, foreign))).toBe(code.insufficientAccess);
    expect(await resultOf(reconciler.add(dn, { ...sentinelEntry, description: 'x' }))).not.toBe(code.success);
    expect(await resultOf(reconciler.add(dn, sentinelEntry))).toBe(code.success);
  });
  test('the module of a policy', async () => {
    for (const name of ['users', 'administrators']) {
      const dn = `cn=${name},ou=policies,${slapd.baseDn}`;
      for (const client of [planner, mailserver]) {
        const gone = client.modify(dn, change('delete', 'pwdCheckModule'));
        expect(await resultOf(gone)).toBe(code.insufficientAccess);
      }
      await root.modify(dn, replace('pwdCheckModule'));
      for (const client of [planner, mailserver]) {
        const put = client.modify(dn, change('add', 'pwdCheckModule', 'pwcheck.so'));
        expect(await resultOf(put)).toBe(code.insufficientAccess);
        expect(await resultOf(client.modify(dn, replace('pwdMinLength', '1')))).toBe(code.insufficientAccess);
      }
      await root.modify(dn, replace('pwdCheckModule', 'pwcheck.so'));
      const { searchEntries } = await planner.search(dn, { scope: 'base' });
      expect(searchEntries[0]).toMatchObject({ pwdCheckModule: 'pwcheck.so', pwdLockout: 'TRUE' });
    }
  });
});

describe('below a container', () => {
  test('nobody but the reconciler may add: the container itself refuses it, whatever the entry says', async () => {
    for (const parent of ['people', 'organizations', 'tombstones', 'danhba', 'policies', 'services']) {
      for (const client of [planner, mailserver, holder]) {
        const added = client.add(`ou=x,ou=${parent},${slapd.baseDn}`, { objectClass: 'organizationalUnit' });
        await expect(added, parent).rejects.toThrow('no write access to parent');
      }
    }
  });
});

describe('language options, which a rule, a filter and the schema take for the attribute itself', () => {
  test('hide no key and say no second state: the reconciler adds none', async () => {
    const dn = personDn(slapd, 'LC-000020');
    await reconciler.add(dn, personEntry('LC-000020'));
    const { searchEntries } = await reconciler.search(dn, { scope: 'base' });
    const names = Object.keys(searchEntries[0]!).filter(
      (name) => !['dn', 'objectClass', 'uid'].includes(name),
    );
    expect(names).toContain('danhbaState');
    const others = [
      'title',
      'ou',
      'o',
      'telephoneNumber',
      'danhbaFormerAddress',
      'danhbaReason',
      'danhbaBasis',
    ];
    others.push(
      'danhbaNotice',
      'danhbaIssued',
      'danhbaRestored',
      'danhbaReset',
      'danhbaMissing',
      'danhbaLocked',
    );
    for (const name of [
      ...names,
      ...others,
      'danhbaRenamed',
      'danhbaOperatorLock',
      'danhbaName',
      'userPassword',
    ]) {
      const value = String(searchEntries[0]?.[name] ?? '20260101000000Z');
      const one = replace(`${name};lang-vi`, name === 'userPassword' ? otherPassword : value);
      expect(await resultOf(reconciler.modify(dn, one)), name).toBe(code.insufficientAccess);
    }
    const hidden = [replace('danhbaKey'), replace('danhbaKey;lang-vi', 'person:LC-000020')];
    expect(await resultOf(reconciler.modify(dn, hidden))).toBe(code.insufficientAccess);
    const tagged = personEntry('LC-000021', { 'danhbaState;lang-vi': 'active' });
    expect(await resultOf(reconciler.add(personDn(slapd, 'LC-000021'), tagged))).toBe(
      code.insufficientAccess,
    );
  });
  test('nor on organizations, tombstones and the sentinel', async () => {
    for (const name of ['displayName', 'businessCategory', 'danhbaCustodian', 'danhbaOrganization']) {
      expect(await resultOf(reconciler.modify(sotttt, replace(`${name};lang-vi`, 'x'))), name).toBe(
        code.insufficientAccess,
      );
    }
    for (const name of ['danhbaHolder', 'danhbaCommit', 'danhbaLogins', 'danhbaUntil', 'danhbaSince']) {
      const one = replace(`${name};lang-vi`, '20260101000000Z');
      expect(await resultOf(reconciler.modify(sentinelDn(slapd), one)), name).toBe(code.insufficientAccess);
    }
  });
  test('nobody reads a password under one, and others of root’s are there to look at', async () => {
    await root.modify(an, [replace('userPassword;lang-vi', otherPassword), replace('title;lang-vi', 'x')]);
    for (const client of [planner, reconciler, mailserver, holder]) {
      const seen = await attributesSeenBy(client, an);
      expect(seen).not.toContain('userPassword;lang-vi');
      expect(seen).toContain('title;lang-vi');
    }
    await root.modify(slapd.baseDn, replace('o;lang-vi', 'x'));
    expect(await attributesSeenBy(planner, slapd.baseDn)).toContain('o;lang-vi');
  });
});
