// What danhba reads of the server beside the accounts, on both servers: evidence, tombstones, password policies, and its own login.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../src/ldap/connect/connect.ts';
import type { PasswordPolicy } from '../../../src/model/account/password-policy.ts';
import type { PolicyCorrection } from '../../../src/model/plan/plan.ts';
import { observe } from '../../../src/run/actual.ts';
import {
  type Bench,
  first,
  modification,
  own,
  startBench,
  subjects,
} from '../../support/lifecycle-fixture.ts';
import { replace } from '../../support/slapd-fixture.ts';
import { readWorld } from '../../support/world.ts';

const day = 86_400_000;

describe.each(subjects)('on %s', (_name, start) => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await startBench(start);
  });
  afterEach(async () => {
    await bench?.stop();
  });

  describe('evidence', () => {
    it('is what the server recorded, and follows it', async () => {
      const { key, dn } = await bench.issue({}, first);
      expect(await bench.read(key)).toMatchObject({ mustChange: true });
      const holder = await bench.as(dn, first);
      await holder.modify(dn, replace('userPassword', own));
      await bench.force(dn, 'pwdChangedTime', '20260601000000Z');
      const after = await bench.read(key);
      expect(after).toMatchObject({ passwordChanged: '20260601000000Z' });
      expect(after.lastAccess).toMatch(/^\d{14}Z$/);
      expect(after).not.toHaveProperty('mustChange');
    });

    it('of an account nobody gave a password is none', async () => {
      const account = await bench.issue();
      for (const name of ['lastAccess', 'passwordChanged', 'mustChange'])
        expect(account).not.toHaveProperty(name);
    });

    it('takes no part in what is asserted: a login does not stop another change', async () => {
      const base = await bench.issue({}, first);
      expect(await bench.login(base.dn, first)).toBe(0);
      const change = modification('update', base, { title: 'Chuyên viên' });
      expect(await bench.perform(change)).toEqual({ result: 'applied' });
    });
  });

  it('reads since when an account is missing, and what it was called', async () => {
    const base = await bench.issue();
    const former = ['cu@laichau.gov.vn 2026-11-30', 'xua@laichau.gov.vn 2026-12-31'];
    const change = modification('update', base, { missing: '2026-11-24', former });
    expect(await bench.perform(change)).toEqual({ result: 'applied' });
    const after = await bench.read(base.key);
    expect(after).toMatchObject({ missing: '2026-11-24', former });
    const [, later] = former;
    const back = modification('update', after, { missing: undefined, former: [later!] });
    expect(await bench.perform(back)).toEqual({ result: 'applied' });
    expect(await bench.perform(back)).toEqual({ result: 'already' });
    const { former: left, missing } = await bench.read(base.key);
    expect({ left, missing }).toEqual({ left: [later], missing: undefined });
  });

  describe('tombstones', () => {
    it('are all there is, page after page, whoever laid them', async () => {
      expect((await bench.observe()).tombstones).toEqual([]);
      const many = Array.from({ length: 1005 }, (_, i) => `x${i}@laichau.gov.vn`);
      const queue = [...many];
      const lay = async () => {
        for (let cn = queue.pop(); cn !== undefined; cn = queue.pop()) {
          await bench.root.add(`cn=${cn},ou=tombstones,${bench.subject.baseDn}`, {
            objectClass: 'danhbaTombstone',
            cn: cn === 'x7@laichau.gov.vn' ? [cn, 'By-Hand@laichau.gov.vn'] : cn,
            danhbaKey: 'person:LC-1',
            danhbaUntil: '20311123170000Z',
          });
        }
      };
      await Promise.all(Array.from({ length: 8 }, lay));
      const { tombstones } = await bench.observe();
      expect(tombstones.map(({ address }) => address).sort()).toEqual(
        [...many, 'by-hand@laichau.gov.vn'].sort(),
      );
      expect(tombstones[0]).toMatchObject({ holder: 'person:LC-1', until: '2031-11-24' });
    });
  });

  describe('last access in doubt (8.1)', () => {
    const doubt = async (now?: Date) => (await bench.observe(now)).accessDoubt;

    it('is none without accounts, there where nobody ever logged in, and gone with the first login', async () => {
      expect(await doubt()).toBeUndefined();
      const { dn } = await bench.issue({}, first);
      await bench.issue();
      expect(await doubt()).toBe('not-readable');
      expect(await bench.login(dn, first)).toBe(0);
      expect(await doubt()).toBeUndefined();
    });

    it('is there where our own login is not recorded, or not as of these days', async () => {
      const { dn } = await bench.issue({}, first);
      expect(await bench.login(dn, first)).toBe(0);
      const now = Date.now();
      expect(await doubt(new Date(now + day))).toBeUndefined();
      expect(await doubt(new Date(now + 3 * day))).toBe('not-recorded');
      const { dn: ourselves } = bench.subject.reconciler;
      await bench.force(ourselves, 'authTimestamp', '20260101000000Z');
      expect(await doubt()).toBe('not-recorded');
      await bench.force(ourselves, 'authTimestamp');
      expect(await doubt()).toBe('not-recorded');
    });

    it('is there for whoever has no entry to log in to', async () => {
      const { dn } = await bench.issue({}, first);
      expect(await bench.login(dn, first)).toBe(0);
      const { root, url } = bench.subject;
      const connection = await connect({ url, bindDn: root.dn, password: root.password });
      const { directory } = readWorld({});
      expect((await observe({ connection }, directory.policy, new Date())).accessDoubt).toBe('not-readable');
      await connection.close();
    });

    it('is none for the planner, who reads the same', async () => {
      const { dn } = await bench.issue({}, first);
      expect(await bench.login(dn, first)).toBe(0);
      const { planner, url } = bench.subject;
      const connection = await connect({ url, bindDn: planner.dn, password: planner.password });
      const { directory } = readWorld({});
      const { accessDoubt, ...seen } = await observe({ connection }, directory.policy, new Date());
      const { accessDoubt: _, ...ours } = await bench.observe();
      expect(accessDoubt).toBeUndefined();
      expect(seen).toEqual(ours);
      await connection.close();
    });
  });

  describe('password policies (4.1, 4.2)', () => {
    const shipped: readonly PasswordPolicy[] = (
      [
        ['users', '8', '15638400'],
        ['administrators', '10', '7689600'],
      ] as const
    ).map(([name, pwdMinLength, pwdMaxAge]) => ({
      name,
      values: {
        pwdMinLength,
        pwdMaxAge,
        pwdMustChange: 'TRUE',
        pwdCheckQuality: '2',
        pwdCheckModule: 'pwcheck.so',
        pwdCheckModuleArg: `length=${pwdMinLength} classes=lower,upper,digit,special`,
        pwdLockout: 'TRUE',
      },
    }));
    const policies = async () => (await bench.observe()).passwordPolicies;
    const dnOf = (name: string) => `cn=${name},ou=policies,${bench.subject.baseDn}`;
    const [users, administrators] = shipped as readonly [PasswordPolicy, PasswordPolicy];
    const correct = (base: PasswordPolicy, policy: PasswordPolicy): PolicyCorrection => {
      const names = Object.keys(policy.values) as (keyof PasswordPolicy['values'])[];
      return {
        id: `password-policy policy:${base.name}`,
        kind: 'password-policy',
        key: `policy:${base.name}` as const,
        why: { code: 'policy-declared', clause: '4.1' },
        wave: 1,
        after: [],
        base,
        policy,
        attributes: names.filter((name) => base.values[name] !== policy.values[name]),
      };
    };

    it('are read as they stand, and those of the services are none of ours', async () => {
      expect(await policies()).toEqual(expect.arrayContaining([...shipped]));
      expect(await policies()).toHaveLength(2);
    });

    it('are put right from any drift, and only what differs is written', async () => {
      await bench.root.modify(dnOf('users'), [
        replace('pwdMinLength', '1'),
        replace('pwdLockout'),
        replace('pwdCheckModule', 'none.so'),
        replace('pwdInHistory', '9'),
      ]);
      const drifted = (await policies()).find(({ name }) => name === 'users')!;
      expect(drifted.values).toEqual({
        ...users.values,
        pwdMinLength: '1',
        pwdCheckModule: 'none.so',
        pwdLockout: undefined,
      });
      const change = correct(drifted, users);
      expect(change.attributes).toEqual(['pwdMinLength', 'pwdCheckModule', 'pwdLockout']);
      expect(await bench.perform(change)).toEqual({ result: 'applied' });
      expect(await policies()).toEqual(expect.arrayContaining([...shipped]));
      expect(await bench.entry(dnOf('users'), 'pwdInHistory')).toEqual({ pwdInHistory: ['9'] });
      expect(await bench.perform(change)).toEqual({ result: 'already' });
    });

    it('are left alone where they changed since', async () => {
      const wanted = { ...administrators, values: { ...administrators.values, pwdMaxAge: '1000' } };
      const change = correct(administrators, wanted);
      await bench.root.modify(dnOf('administrators'), replace('pwdMaxAge', '2000'));
      expect(await bench.perform(change)).toMatchObject({
        result: 'failed',
        detail: { says: expect.stringMatching(/^changed-since/) },
      });
      expect(await bench.entry(dnOf('administrators'), 'pwdMaxAge')).toEqual({ pwdMaxAge: ['2000'] });
    });

    it('that are gone are not made up', async () => {
      await bench.root.del(dnOf('administrators'));
      expect((await policies()).map(({ name }) => name)).toEqual(['users']);
      const change = correct({ name: 'administrators', values: {} }, administrators);
      expect(await bench.perform(change)).toMatchObject({ result: 'failed', detail: { says: 'entry-gone' } });
      expect(await bench.entry(dnOf('administrators'))).toBeUndefined();
    });

    it('of the services cannot be weakened by a forged correction', async () => {
      const base = { name: 'services', values: { pwdMinLength: '24' } } as unknown as PasswordPolicy;
      const change = correct(base, { ...base, values: { pwdMinLength: '1' } });
      expect(await bench.perform(change)).toMatchObject({
        result: 'failed',
        detail: { facts: { text: 'InsufficientAccessError (50)' } },
      });
      expect(await bench.entry(dnOf('services'), 'pwdMinLength')).toEqual({ pwdMinLength: ['24'] });
    });
  });
});
