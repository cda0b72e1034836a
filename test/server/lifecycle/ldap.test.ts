// The lifecycle on the LDAP side, change by change, on both servers: passwords given, reset, and locked away.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { InternalError } from '../../../src/model/problems/errors.ts';
import {
  type Bench,
  creation,
  first,
  modification,
  own,
  person,
  second,
  startBench,
  subjects,
  withoutEvidence,
} from '../../support/lifecycle-fixture.ts';
import { replace, resultOf } from '../../support/slapd-fixture.ts';

const past = '20260101000000Z';
const request = { reset: '13/STTTT-VP; 2026-06-02' };
const suspended = { state: 'suspended', since: '2026-09-02', reason: 'inactivity', locked: true } as const;
const moved = expect.objectContaining({
  result: 'failed',
  detail: expect.objectContaining({ says: expect.stringMatching(/^changed-since/) }),
});

describe.each(subjects)('on %s', (_name, start) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench(start);
  });
  afterAll(async () => {
    await bench?.stop();
  });

  describe('a first password (6.1, 6.3)', () => {
    it('comes with the account, and lets its holder do nothing but change it', async () => {
      const { dn, mustChange, passwordChanged, lastAccess } = await bench.issue({}, first);
      expect({ mustChange, lastAccess }).toEqual({ mustChange: true, lastAccess: undefined });
      expect(passwordChanged).toMatch(/^\d{14}Z$/);
      const holder = await bench.as(dn, first);
      expect(await resultOf(holder.search(dn, { scope: 'base' }))).toBe(50);
      expect(await resultOf(holder.modify(dn, replace('userPassword', own)))).toBe(0);
      expect(await resultOf(holder.search(dn, { scope: 'base' }))).toBe(0);
      expect(await bench.login(dn, first)).toBe(49);
    });

    it('that is missing stops the program, and nothing is written', async () => {
      const account = person();
      for (const options of [{}, { password: '' }]) {
        const made = bench.perform(creation(account, { credential: true }), options);
        await expect(made).rejects.toBeInstanceOf(InternalError);
      }
      const keys = (await bench.observe()).accounts.map(({ key }) => key);
      expect(keys).not.toContain(account.key);
    });

    it('below the policy is refused with the reason, and there is no account', async () => {
      const account = person();
      const made = await bench.perform(creation(account, { credential: true }), {
        password: 'mua-xuan-2026',
      });
      expect(made).toMatchObject({
        result: 'failed',
        detail: { facts: { text: expect.stringContaining('upper-case letter') } },
      });
      const strict = person({ privileged: true });
      const short = await bench.perform(creation(strict, { credential: true }), { password: 'Xuan-2026' });
      expect(short).toMatchObject({ result: 'failed' });
      const keys = (await bench.observe()).accounts.map(({ key }) => key);
      expect(keys).not.toContain(account.key);
      expect(keys).not.toContain(strict.key);
    });

    it('is not shown in a trace', async () => {
      const shown: string[] = [];
      const account = person();
      const trace = (ldif: string) => void shown.push(ldif);
      await bench.perform(creation(account, { credential: true }), { password: first, trace });
      const base = await bench.read(account.key);
      const change = modification('reset', base, request, { credential: true });
      await bench.perform(change, { password: second, trace });
      expect(shown).toHaveLength(2);
      for (const [index, secret] of [first, second].entries()) {
        expect(shown[index]).toContain('userPassword: ***');
        expect(shown[index]).not.toContain(secret);
        expect(shown[index]).not.toContain(Buffer.from(secret).toString('base64'));
      }
      expect(shown[1]).toContain('replace: pwdReset\npwdReset: TRUE\n');
    });

    it('is there already for the account that was made, and not for one without any', async () => {
      const made = person();
      const change = creation(made, { credential: true });
      expect(await bench.perform(change, { password: first })).toEqual({ result: 'applied' });
      expect(await bench.perform(change, { password: second })).toEqual({ result: 'already' });
      expect(await bench.login((await bench.read(made.key)).dn, first)).toBe(0);
      const bare = person();
      await bench.perform(creation(bare));
      const again = await bench.perform(creation(bare, { credential: true }), { password: first });
      expect(again).toMatchObject({ result: 'failed' });
    });

    it('comes with the mailbox of an organization that had none', async () => {
      const { family: _f, given: _g, organizationName: _o, ...common } = person();
      const address = 'doc1.sotttt@laichau.gov.vn';
      const organization = {
        key: 'organization:doc1',
        organization: 'sotttt',
        name: 'Đội 1',
        organizationKind: 'provincial-unit',
      } as const;
      const { address: _a, state: _s, since: _d, issued: _i, privileged: _p, ...bare } = common;
      await bench.perform(creation({ ...bare, ...organization, mailbox: false, addresses: [] }));
      const base = await bench.read(organization.key);
      expect(base.mailbox).toBe(false);
      const issued = {
        mailbox: true,
        address,
        addresses: [address],
        state: 'active',
        issued: '2026-06-02',
      } as const;
      const change = modification('update', base, issued, { credential: true });
      await expect(bench.perform(change)).rejects.toBeInstanceOf(InternalError);
      expect(await bench.perform(change, { password: first })).toEqual({ result: 'applied' });
      expect(await bench.perform(change, { password: second })).toEqual({ result: 'already' });
      expect(await bench.read(organization.key)).toMatchObject({ ...issued, mustChange: true });
      expect(await bench.login(base.dn, first)).toBe(0);
    });
  });

  describe('a reset (7)', () => {
    it('sets the new password, to be changed, and remembers the request', async () => {
      const base = await bench.issue({}, first);
      await (await bench.as(base.dn, first)).modify(base.dn, replace('userPassword', own));
      const change = modification('reset', await bench.read(base.key), request, { credential: true });
      expect(await bench.perform(change, { password: second })).toEqual({ result: 'applied' });
      expect(await bench.read(base.key)).toMatchObject({ ...request, mustChange: true });
      expect(await bench.login(base.dn, own)).toBe(49);
      const holder = await bench.as(base.dn, second);
      expect(await resultOf(holder.search(base.dn, { scope: 'base' }))).toBe(50);
      expect(await resultOf(holder.modify(base.dn, replace('userPassword', 'Lai-doi-nua-1')))).toBe(0);
      expect(await resultOf(holder.search(base.dn, { scope: 'base' }))).toBe(0);
    });

    it('is done once: a second time it is there already, and the password stays', async () => {
      const base = await bench.issue({}, first);
      const change = modification('reset', base, request, { credential: true });
      expect(await bench.perform(change, { password: second })).toEqual({ result: 'applied' });
      expect(await bench.perform(change, { password: own })).toEqual({ result: 'already' });
      expect(await bench.login(base.dn, own)).toBe(49);
      expect(await bench.login(base.dn, second)).toBe(0);
    });

    it('whose answer was lost is not done again, whatever the server says of the used password', async () => {
      const base = await bench.issue({}, first);
      const change = modification('reset', base, request, { credential: true });
      const fault = { deed: 'cut', at: 'modifyAnswer' } as const;
      const broken = await bench.performThrough(fault, change, { password: second });
      expect(broken).toMatchObject({ result: 'retry' });
      expect(await bench.perform(change, { password: second })).toEqual({ result: 'already' });
      expect(await bench.login(base.dn, second)).toBe(0);
    });

    it('with a password below the policy is refused with the reason, and is not remembered', async () => {
      const base = await bench.issue({}, first);
      const change = modification('reset', base, request, { credential: true });
      const weak = await bench.perform(change, { password: 'Mua-xuan' });
      expect(weak).toMatchObject({
        result: 'failed',
        detail: { facts: { text: expect.stringContaining('needs a digit') } },
      });
      expect(await bench.read(base.key)).toEqual(base);
      expect(await bench.login(base.dn, first)).toBe(0);
      await expect(bench.perform(change)).rejects.toBeInstanceOf(InternalError);
    });

    it('of a suspended account does not let it in', async () => {
      const base = await bench.issue(suspended, first);
      expect(await bench.login(base.dn, first)).toBe(49);
      const change = modification('reset', base, request, { credential: true });
      expect(await bench.perform(change, { password: second })).toEqual({ result: 'applied' });
      const after = await bench.read(base.key);
      expect(after).toMatchObject({ ...suspended, ...request });
      expect(await bench.login(base.dn, second)).toBe(49);
      const restored = {
        state: 'active',
        since: '2026-10-01',
        restored: '2026-10-01',
        locked: false,
      } as const;
      const back = modification('restore', after, { ...restored, reason: undefined });
      expect(await bench.perform(back)).toEqual({ result: 'applied' });
      expect(await bench.login(base.dn, second)).toBe(0);
    });

    it('together with a restoration is one change', async () => {
      const base = await bench.issue(suspended, first);
      const fields = {
        state: 'active',
        reason: undefined,
        restored: '2026-10-01',
        locked: false,
        ...request,
      } as const;
      const change = modification('restore', base, fields, { credential: true });
      expect(await bench.perform(change, { password: second })).toEqual({ result: 'applied' });
      expect(await bench.read(base.key)).toMatchObject({ state: 'active', locked: false, mustChange: true });
      expect([await bench.login(base.dn, first), await bench.login(base.dn, second)]).toEqual([49, 0]);
    });
  });

  describe('a suspension for inactivity (8.1)', () => {
    const suspend = (observed: ObservedAccount) =>
      modification('suspend', observed, suspended, {
        why: { code: 'inactive', clause: '8.1' },
        base: { ...withoutEvidence(observed), lastAccess: observed.lastAccess ?? null },
      });

    it.each([
      ['who logged in long ago', past],
      ['who never logged in', undefined],
    ])(
      'locks the account of somebody %s, and the same password works again after',
      async (_who, lastAccess) => {
        const { key, dn } = await bench.issue({}, first);
        if (lastAccess !== undefined) await bench.force(dn, 'authTimestamp', lastAccess);
        const base = await bench.read(key);
        expect(base.lastAccess).toBe(lastAccess);
        const change = suspend(base);
        expect(await bench.perform(change)).toEqual({ result: 'applied' });
        expect(await bench.perform(change)).toEqual({ result: 'already' });
        expect(await bench.login(dn, first)).toBe(49);
        expect((await bench.read(key)).lastAccess).toBe(lastAccess);
        const active = { state: 'active', reason: undefined, since: '2026-10-01', locked: false } as const;
        await bench.perform(modification('restore', await bench.read(key), active));
        expect(await bench.login(dn, first)).toBe(0);
      },
    );

    it.each([past, undefined])(
      'does not happen to somebody who logs in meanwhile (last: %s)',
      async (before) => {
        const { key, dn } = await bench.issue({}, first);
        if (before !== undefined) await bench.force(dn, 'authTimestamp', before);
        const base = await bench.read(key);
        expect(await bench.login(dn, first)).toBe(0);
        expect(await bench.perform(suspend(base))).toEqual(moved);
        expect(await bench.read(key)).toMatchObject({ state: 'active', locked: false });
        expect(await bench.login(dn, first)).toBe(0);
      },
    );

    it('that was decided happens whether there was a login or not', async () => {
      const base = await bench.issue({}, first);
      expect(await bench.login(base.dn, first)).toBe(0);
      expect(await bench.perform(modification('suspend', base, suspended))).toEqual({ result: 'applied' });
      expect(await bench.login(base.dn, first)).toBe(49);
    });
  });
});
