// Passwords and locks (4.1, 4.2, 6.3, 7.3, 8.1) as the reference server really enforces them.

import { Attribute, Change, Client, type Entry } from 'ldapts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import {
  bindResult,
  code,
  connect,
  goodPassword,
  organizationDn,
  organizationEntry,
  personDn,
  personEntry,
  replace,
  resultOf,
} from '../../support/slapd-fixture.ts';

let slapd: Slapd;
let root: Client;
let reconciler: Client;
let planner: Client;
let dn: string;
let count = 0;

beforeAll(async () => {
  slapd = await startSlapd();
  root = await connect(slapd, slapd.root);
  reconciler = await connect(slapd, slapd.reconciler);
  planner = await connect(slapd, slapd.planner);
});
afterAll(async () => {
  await slapd.stop();
});

/** A fresh account without a password, for every test. */
beforeEach(async () => {
  const id = `LC-${String(++count).padStart(6, '0')}`;
  dn = personDn(slapd, id);
  await reconciler.add(dn, personEntry(id));
});

const setPassword = (password: string) => resultOf(reconciler.modify(dn, replace('userPassword', password)));

async function read(...attributes: string[]): Promise<Entry> {
  const { searchEntries } = await planner.search(dn, { scope: 'base', attributes });
  return searchEntries[0]!;
}

describe('quality (4.1), for what the reconciler sets', () => {
  test.each([
    ['seven characters', 'Xuan-26', code.constraintViolation],
    ['eight characters', 'Xuan-202', code.success],
    ['no lower-case letter', 'XUAN-2026', code.constraintViolation],
    ['no upper-case letter', 'xuan-2026', code.constraintViolation],
    ['no digit', 'Xuan-muoi', code.constraintViolation],
    ['no special character', 'Xuan2026x', code.constraintViolation],
    ['a space is no special character', 'Xuan 2026', code.constraintViolation],
    ['a Vietnamese letter is of no class, and one character', 'Ấấấấ2-aX', code.success],
    ['many bytes are not many characters', 'ấấấ2-aX', code.constraintViolation],
    ['a Vietnamese capital is no upper-case ASCII letter', 'Ấấấấ2-ax', code.constraintViolation],
    ['an already hashed password cannot be checked', '{SSHA}0123456789ABCDabcd-', code.constraintViolation],
  ])('%s', async (_, password, expected) => {
    expect(await setPassword(password)).toBe(expected);
    if (expected === code.success) expect(await bindResult(slapd, dn, password)).toBe(code.success);
  });

  test('the same when the password comes with a new entry', async () => {
    const add = (id: string, userPassword: string) =>
      resultOf(reconciler.add(organizationDn(slapd, id), organizationEntry(id, { userPassword })));
    expect(await add('q1', 'xuan2026')).toBe(code.constraintViolation);
    expect(await add('q2', goodPassword)).toBe(code.success);
    expect(await bindResult(slapd, organizationDn(slapd, 'q2'), goodPassword)).toBe(code.success);
  });

  test('an administrator needs ten characters', async () => {
    await reconciler.modify(
      dn,
      replace('pwdPolicySubentry', `cn=administrators,ou=policies,${slapd.baseDn}`),
    );
    expect(await setPassword('Xuan-2026')).toBe(code.constraintViolation);
    expect(await setPassword('Xuan-20267')).toBe(code.success);
  });

  test('a used password is not used again', async () => {
    expect(await setPassword(goodPassword)).toBe(code.success);
    expect(await setPassword('Mua-ha-2026')).toBe(code.success);
    expect(await setPassword(goodPassword)).toBe(code.constraintViolation);
  });

  test('the password is stored as an Argon2 hash', async () => {
    await setPassword(goodPassword);
    const { searchEntries } = await root.search(dn, { scope: 'base', attributes: ['userPassword'] });
    expect(String(searchEntries[0]?.userPassword)).toMatch(/^\{ARGON2\}\$argon2/);
  });

  test.each(['', 'length=8 classes=lower,uper', 'length=x', 'min=8', 'classes='])(
    'a policy with the argument "%s" refuses every password',
    async (argument) => {
      const policy = `cn=broken-${++count},ou=policies,${slapd.baseDn}`;
      await root.add(policy, {
        objectClass: ['namedPolicy', 'pwdPolicy', 'pwdPolicyChecker'],
        pwdAttribute: 'userPassword',
        pwdCheckQuality: '2',
        pwdCheckModule: 'pwcheck.so',
        ...(argument === '' ? {} : { pwdCheckModuleArg: argument }),
      });
      await root.modify(dn, replace('pwdPolicySubentry', policy));
      expect(await setPassword(goodPassword)).toBe(code.constraintViolation);
    },
  );
});

test('an account without a password lets nobody in', async () => {
  expect(await bindResult(slapd, dn, goodPassword)).toBe(code.invalidCredentials);
});

test('a password that was issued must be changed before anything else (6.3, 7.3)', async () => {
  await reconciler.modify(dn, [replace('userPassword', goodPassword), replace('pwdReset', 'TRUE')]);
  const holder = new Client({ url: slapd.url });
  await holder.bind(dn, goodPassword);
  expect(await resultOf(holder.search(dn, { scope: 'base' }))).toBe(code.insufficientAccess);

  const change = (password: string) =>
    resultOf(
      holder.modify(dn, [
        new Change({
          operation: 'delete',
          modification: new Attribute({ type: 'userPassword', values: [goodPassword] }),
        }),
        new Change({
          operation: 'add',
          modification: new Attribute({ type: 'userPassword', values: [password] }),
        }),
      ]),
    );
  expect(await change('muahe2026')).toBe(code.constraintViolation);
  expect(await change('Mua-ha-2026')).toBe(code.success);
  expect(await resultOf(holder.search(dn, { scope: 'base' }))).toBe(code.success);
  await holder.unbind();
  expect((await read('pwdReset')).pwdReset).not.toBe('TRUE');
  expect(await bindResult(slapd, dn, goodPassword)).toBe(code.invalidCredentials);
});

describe('lock (8.1, 8.2)', () => {
  const past = '20260101000000Z';

  test('pwdEndTime in the past refuses the right password, and a reset does not lift it', async () => {
    await setPassword(goodPassword);
    expect(await bindResult(slapd, dn, goodPassword)).toBe(code.success);

    await reconciler.modify(dn, [replace('danhbaState', 'suspended'), replace('pwdEndTime', past)]);
    expect(await bindResult(slapd, dn, goodPassword)).toBe(code.invalidCredentials);

    expect(await setPassword('Mua-dong-2026')).toBe(code.success);
    expect((await read('pwdEndTime')).pwdEndTime).toBe(past);
    expect(await bindResult(slapd, dn, 'Mua-dong-2026')).toBe(code.invalidCredentials);

    await reconciler.modify(dn, [replace('danhbaState', 'active'), replace('pwdEndTime')]);
    expect(await bindResult(slapd, dn, 'Mua-dong-2026')).toBe(code.success);
  });

  test('pwdEndTime in the future locks nobody yet', async () => {
    await setPassword(goodPassword);
    await reconciler.modify(dn, replace('pwdEndTime', '20990101000000Z'));
    expect(await bindResult(slapd, dn, goodPassword)).toBe(code.success);
  });

  test('ten wrong passwords lock for a while; root can lift it, and so does a new password', async () => {
    await setPassword(goodPassword);
    for (let i = 0; i < 10; i++) await bindResult(slapd, dn, 'Sai-mat-khau-1');
    expect(await bindResult(slapd, dn, goodPassword)).toBe(code.invalidCredentials);
    expect((await read('pwdAccountLockedTime')).pwdAccountLockedTime).not.toEqual([]);
    await root.modify(dn, replace('pwdAccountLockedTime'));
    expect(await bindResult(slapd, dn, goodPassword)).toBe(code.success);
    for (let i = 0; i < 10; i++) await bindResult(slapd, dn, 'Sai-mat-khau-1');
    await setPassword('Mua-he-2026');
    expect(await bindResult(slapd, dn, 'Mua-he-2026')).toBe(code.success);
  });
});

describe('last access (8.1)', () => {
  const lastAccess = async () => (await read('authTimestamp')).authTimestamp;

  test('a login is recorded, and survives a password reset', async () => {
    await setPassword(goodPassword);
    expect(await lastAccess()).toEqual([]);
    await bindResult(slapd, dn, goodPassword);
    const recorded = await lastAccess();
    expect(recorded).toMatch(/^\d{14}Z$/);
    await setPassword('Mua-he-2026');
    expect(await lastAccess()).toBe(recorded);
  });

  test('neither a wrong password nor a locked account is an access', async () => {
    await setPassword(goodPassword);
    await bindResult(slapd, dn, 'Sai-mat-khau-1');
    await reconciler.modify(dn, replace('pwdEndTime', '20260101000000Z'));
    await bindResult(slapd, dn, goodPassword);
    expect(await lastAccess()).toEqual([]);
  });
});
