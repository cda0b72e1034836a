// How an account and its addresses end on the LDAP side, on both servers: exactly the one that was meant, and never without a trace.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performChange } from '../../../src/ldap/write/write.ts';
import {
  type Bench,
  creation,
  deletion,
  first,
  modification,
  person,
  renames,
  startBench,
  subjects,
} from '../../support/lifecycle-fixture.ts';

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

  describe('a deletion (8.1, 8.2)', () => {
    const notice = '32/TB-STTTT; 2026-05-05';
    const until = '2031-11-24';
    const retires = (address = '') => ({ retires: [{ address, until }] });
    const tombstonesOf = async (...addresses: (string | undefined)[]) =>
      (await bench.observe()).tombstones.filter(({ address }) => addresses.includes(address));

    it('leaves a tombstone of every address, and is there already a second time', async () => {
      const alias = `alias-${crypto.randomUUID()}@laichau.gov.vn`;
      const { address = '' } = person();
      const addresses = [alias, address];
      const base = await bench.issue({ ...suspended, notice, address, addresses });
      const change = deletion(base, { retires: addresses.map((one) => ({ address: one, until })) });
      expect(await bench.perform(change)).toEqual({ result: 'applied' });
      expect(await bench.entry(base.dn)).toBeUndefined();
      const left = addresses.map((one) => ({ address: one, holder: base.key, until }));
      expect(await tombstonesOf(...addresses)).toEqual(left);
      expect(await bench.perform(change)).toEqual({ result: 'already' });
      expect(await tombstonesOf(...addresses)).toEqual(left);
    });

    it('never hits a new holder of the address, of the name, or both', async () => {
      const old = await bench.issue({ ...suspended, notice });
      const change = deletion(old, retires(old.address));
      expect(await bench.perform(deletion(old))).toEqual({ result: 'applied' });
      // The same person, issued again at the same DN with the same address (6.1).
      const { dn, uuid, ...account } = old;
      expect(await bench.perform(creation(account, { credential: true }), { password: first })).toEqual({
        result: 'applied',
      });
      const fresh = await bench.read(old.key);
      expect({ dn: fresh.dn, other: fresh.uuid !== uuid }).toEqual({ dn, other: true });
      expect(await bench.perform(change)).toEqual(moved);
      expect(await bench.read(old.key)).toEqual(fresh);
      // Another person with the address alone.
      expect(await bench.perform(deletion(fresh))).toEqual({ result: 'applied' });
      const { address = '', addresses } = old;
      const stranger = await bench.issue({ address, addresses }, first);
      expect(await bench.perform(change)).toEqual({ result: 'already' });
      expect(await bench.read(stranger.key)).toEqual(stranger);
    });

    if (renames(start)) {
      it('fails where the entry was moved to another name', async () => {
        const base = await bench.issue({ ...suspended, notice });
        const elsewhere = base.dn.replace('uid=', 'uid=moved-');
        await bench.root.modifyDN(base.dn, elsewhere);
        expect(await bench.perform(deletion(base))).toEqual(moved);
        expect(await bench.entry(elsewhere, 'danhbaKey')).toEqual({ danhbaKey: [base.key] });
      });
    }

    it.each([
      ['danhbaState', ['active']],
      ['danhbaNotice', ['33/TB-STTTT; 2026-11-05']],
      ['danhbaNotice', []],
      ['danhbaKey', ['person:somebody-else']],
      ['mail', ['khac@laichau.gov.vn']],
    ])('fails where %s is no longer as it was planned on (%j)', async (type, values) => {
      const base = await bench.issue({ ...suspended, notice });
      await bench.force(base.dn, type, ...values);
      const before = await bench.entry(base.dn, '*', '+');
      expect(await bench.perform(deletion(base, retires(base.address)))).toEqual(moved);
      expect(await bench.entry(base.dn, '*', '+')).toEqual(before);
      if (type === 'danhbaKey') await bench.root.del(base.dn);
    });

    it('of a terminated account rests on the day it ended', async () => {
      const ended = { state: 'terminated', reason: 'retirement', since: '2025-10-01', locked: true } as const;
      const base = await bench.issue(ended);
      await bench.force(base.dn, 'danhbaSince', '20261001000000Z');
      expect(await bench.perform(deletion(base))).toEqual(moved);
      expect(await bench.perform(deletion(await bench.read(base.key)))).toEqual({ result: 'applied' });
    });

    it('is refused to the planner, and the entry stays', async () => {
      const base = await bench.issue({ ...suspended, notice });
      const planner = await bench.as(bench.subject.planner.dn, bench.subject.planner.password);
      const refused = await performChange(planner, bench.subject, deletion(base, retires(base.address)));
      expect(refused).toMatchObject({
        result: 'failed',
        detail: {
          facts: { at: base.address, what: { facts: { text: expect.stringContaining('(50)') } } },
        },
      });
      expect(await bench.read(base.key)).toEqual(base);
      expect(await tombstonesOf(base.address)).toEqual([]);
    });
  });

  describe('an address that is given up', () => {
    const until = '2031-11-24';
    const givenUp = async (more: Partial<Parameters<typeof modification>[3]> = {}) => {
      const base = await bench.issue();
      const { address: old = '', key } = base;
      const address = `new-${old}`;
      const former = [`${old} 2027-05-24`];
      const fields = { address, addresses: [address], former };
      const change = modification('rename', base, fields, { retires: [{ address: old, until }], ...more });
      const tombstones = async () =>
        (await bench.observe()).tombstones.filter(({ holder }) => holder === key);
      return { base, change, tombstones, rests: { address: old, holder: key, until } };
    };

    it('rests on a tombstone, and the account remembers it', async () => {
      const { base, change, tombstones, rests } = await givenUp();
      expect(await bench.perform(change)).toEqual({ result: 'applied' });
      expect(await tombstones()).toEqual([rests]);
      expect(await bench.read(base.key)).toMatchObject({ former: change.account.former });
      expect(await bench.perform(change)).toEqual({ result: 'already' });
    });

    it.each([
      ['after the tombstone was laid, its answer lost', 'addAnswer'],
      ['before the change was sent', 'modify'],
    ] as const)('is not lost where the run breaks off %s', async (_when, at) => {
      const { base, change, tombstones, rests } = await givenUp();
      expect(await bench.performThrough({ deed: 'cut', at }, change)).toMatchObject({ result: 'retry' });
      expect(await tombstones()).toEqual([rests]);
      expect(await bench.read(base.key)).toEqual(base);
      expect(await bench.perform(change)).toEqual({ result: 'applied' });
      expect(await tombstones()).toEqual([rests]);
    });

    it('gets the later day where a run of another day goes on', async () => {
      const { change, tombstones, rests } = await givenUp();
      const broken = await bench.performThrough({ deed: 'cut', at: 'modify' }, change);
      expect(broken).toMatchObject({ result: 'retry' });
      const next = { ...rests, until: '2031-11-25' };
      expect(await bench.perform({ ...change, retires: [next] })).toEqual({ result: 'applied' });
      expect(await tombstones()).toEqual([next]);
    });

    it('is the last holder’s where another’s tombstone was there', async () => {
      const { change, tombstones, rests } = await givenUp();
      const dn = `cn=${rests.address},ou=tombstones,${bench.subject.baseDn}`;
      await bench.root.add(dn, {
        objectClass: 'danhbaTombstone',
        cn: rests.address,
        danhbaKey: 'person:predecessor',
        danhbaUntil: '20280101000000Z',
      });
      expect(await bench.perform(change)).toEqual({ result: 'applied' });
      expect(await tombstones()).toEqual([rests]);
    });

    it('stays where its tombstone is refused', async () => {
      const { base, change } = await givenUp();
      const planner = await bench.as(bench.subject.planner.dn, bench.subject.planner.password);
      expect(await performChange(planner, bench.subject, change)).toMatchObject({
        result: 'failed',
        detail: {
          facts: {
            at: base.address,
            what: { facts: { text: 'InsufficientAccessError (50): no write access to parent' } },
          },
        },
      });
      expect(await bench.read(base.key)).toEqual(base);
    });
  });
});
