/** What acl.conf keeps apart takes two requests: each way of breaking off between them is gone on from. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedSubject, startSlapdSubject } from '../../contract/subjects.ts';
import {
  type Bench,
  creation,
  deletion,
  first,
  person,
  startBench,
  withoutEvidence,
} from '../../support/lifecycle-fixture.ts';

describe.each([
  ['slapd', startSlapdSubject],
  ['the embedded server', startEmbeddedSubject],
] as const)('on %s', (_name, start) => {
  let bench: Bench;

  beforeAll(async () => {
    bench = await startBench(start);
  });
  afterAll(() => bench?.stop());

  const dnOf = (key: string) => `uid=${key.slice('person:'.length)},ou=people,${bench.subject.baseDn}`;
  const suspended = {
    state: 'suspended',
    reason: 'violation',
    notice: '1/TB; 2026-05-05',
    locked: true,
  } as const;
  const password = { password: first };

  describe('a mailbox that is suspended when it is issued', () => {
    it('is issued so, locked and with its first password', async () => {
      const account = person(suspended);
      expect(await bench.perform(creation(account, { credential: true }), password)).toEqual({
        result: 'applied',
      });
      expect(withoutEvidence(await bench.read(account.key))).toMatchObject(account);
      expect(await bench.login(dnOf(account.key), first)).toBe(49);
    });

    it('is locked all the time, and gone on with where the run broke off', async () => {
      const account = person(suspended);
      const change = creation(account, { credential: true });
      const broken = await bench.performThrough({ deed: 'cut', at: 'modify' }, change, password);
      expect(broken).toMatchObject({ result: 'retry' });
      expect(await bench.read(account.key)).toMatchObject({ state: 'active', locked: true });
      expect(await bench.login(dnOf(account.key), first)).toBe(49);
      expect(await bench.perform(change, password)).toEqual({ result: 'applied' });
      expect(await bench.read(account.key)).toMatchObject({ state: 'suspended', notice: account.notice });
      expect(await bench.perform(change, password)).toEqual({ result: 'already' });
    });
  });

  describe('a mailbox that is deleted though it was active', () => {
    it('ends first, and is gone', async () => {
      const base = await bench.issue();
      expect(await bench.perform(deletion(base))).toEqual({ result: 'applied' });
      expect(await bench.entry(base.dn)).toBeUndefined();
      expect(await bench.perform(deletion(base))).toEqual({ result: 'already' });
    });

    it('is gone on with where the run broke off', async () => {
      const base = await bench.issue();
      const broken = await bench.performThrough({ deed: 'cut', at: 'modifyAnswer' }, deletion(base));
      expect(broken).toMatchObject({ result: 'retry' });
      expect(await bench.read(base.key)).toMatchObject({ state: 'terminated' });
      expect(await bench.perform(deletion(base))).toEqual({ result: 'applied' });
      expect(await bench.entry(base.dn)).toBeUndefined();
    });

    it('stays, and active, where it is another than was planned on', async () => {
      const base = await bench.issue();
      await bench.force(base.dn, 'mail', 'khac@laichau.gov.vn');
      expect(await bench.perform(deletion(base))).toMatchObject({
        result: 'failed',
        detail: { says: expect.stringMatching(/^changed-since/) },
      });
      expect(await bench.read(base.key)).toMatchObject({ state: 'active' });
    });
  });
});
