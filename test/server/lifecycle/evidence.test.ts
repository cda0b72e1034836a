/**
 * What cannot be undone rests on days danhba itself recorded and on entries somebody counted: on real slapd and on the
 * embedded server, whatever dates a file tells, and whatever is approved.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExpectedError } from '../../../src/model/problems/errors.ts';
import { addDays } from '../../../src/model/time/date.ts';
import { exitCodeOf } from '../../../src/process/io.ts';
import { change, Relax } from '../../contract/bench.ts';
import { type Hands, startHands } from '../../support/hands-fixture.ts';
import { subjects } from '../../support/lifecycle-fixture.ts';

const numbers = Array.from({ length: 18 }, (_, at) => at);
const idOf = (at: number) => `LC-${String(at).padStart(6, '0')}`;
/** A decision makes every address one of its own. */
const person = (at: number, more = '', address = `annv${at + 2}`) =>
  `id: ${idOf(at)}, name: Nguyễn Văn An, address: ${address}.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2023-01-03}${more}`;
const suspended = (date: string, notice?: string) =>
  `, suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${date}${
    notice === undefined ? '' : `, notice: {document: 32/TB, date: ${notice}}`
  }}`;
const retired = (decided: string) =>
  `, termination: {reason: retirement, document: 77/QĐ, decided: ${decided}}`;

describe.each(subjects)('on %s', (_server, start) => {
  let hands: Hands;
  beforeEach(async () => {
    hands = await startHands(start);
  });
  afterEach(async () => {
    await hands?.stop();
  });

  /** The organization with these lines in the place of what a person has otherwise. */
  const write = (lines: Readonly<Record<number, string | null>> = {}) =>
    hands.write(...numbers.flatMap((at) => (lines[at] === null ? [] : [lines[at] ?? person(at)])));
  const stateOf = async (at: number) =>
    (await hands.entries(`(uid=${idOf(at)})`, 'danhbaState'))[0]?.danhbaState?.[0];
  const sentinel = async (name: string) =>
    (await hands.entries('(objectClass=danhbaSentinel)', name))[0]?.[name];
  /** What the command ended with, as a shell is told. */
  const exitOf = async (options: Parameters<Hands['work']['apply']>[0]) => {
    try {
      return { code: (await hands.work.apply(options)).code };
    } catch (thrown) {
      if (!(thrown instanceof ExpectedError)) throw thrown;
      return { code: exitCodeOf(thrown), error: thrown.code };
    }
  };

  describe('a year that is mistyped', () => {
    it('of a suspension and its notice deletes nobody before a year of being locked', async () => {
      await write();
      await hands.settle('2023-02-01');
      // In January 2025, with last year's number.
      await write({ 3: person(3, suspended('2024-01-10', '2024-01-12')) });
      const first = await hands.settle('2025-01-14');
      expect(first.err).toMatch(/2024-01-10.*2026-01-14/s);
      expect(await stateOf(3)).toBe('suspended');
      for (const today of ['2025-01-14', '2025-01-15', '2025-12-31', '2026-01-14']) {
        await hands.settle(today);
        expect(await stateOf(3), today).toBe('suspended');
        const { plan } = await hands.work.plan({ today });
        expect(plan.held).toMatchObject([
          { code: 'deletion-not-due', args: { from: '2025-01-14', due: '2026-01-14', term: 'lock' } },
        ]);
      }
      await hands.settle('2026-01-15');
      expect(await stateOf(3)).toBeUndefined();
    });

    it('of a notice that is older than the mailbox never starts a term', async () => {
      await write();
      await hands.settle('2024-06-03');
      await write({ 3: person(3, suspended('2024-01-10', '2024-01-12')) });
      for (const today of ['2025-01-14', '2025-01-15', '2026-11-20']) {
        await hands.settle(today);
        expect(await stateOf(3), today).toBe('suspended');
      }
      const { plan } = await hands.work.plan({ today: '2026-11-20' });
      expect(plan.held).toMatchObject([
        { code: 'notice-early', args: { notice: '2024-01-12', day: '2024-06-03', of: 'mailbox' } },
      ]);
    });

    it('of a termination keeps the mailbox for its year all the same', async () => {
      await write();
      await hands.settle('2023-02-01');
      await write({ 3: person(3, retired('2024-01-10')) });
      for (const today of ['2025-01-14', '2025-01-15', '2026-01-14']) {
        await hands.settle(today);
        expect(await stateOf(3), today).toBe('terminated');
      }
      await hands.settle('2026-01-15');
      expect(await stateOf(3)).toBeUndefined();
    });
  });

  describe('the guard’s seven days', () => {
    const today = '2026-03-10';
    const three = (from: number, line: (at: number) => string) =>
      Object.fromEntries([from, from + 1, from + 2].map((at) => [at, line(at)]));

    it.each([
      [0, '2026-01-05'],
      [8, '2026-01-05'],
      [400, '2023-01-05'],
      [8, today],
    ])('count suspensions dated %i days back, of mailboxes issued on %s', async (back, issued) => {
      await write();
      await hands.settle(issued);
      const line = (at: number) => person(at, suspended(addDays(today, -back)));
      await write(three(0, line));
      await hands.settle(today);
      await write({ ...three(0, line), ...three(3, line) });
      for (const day of [today, addDays(today, 6)]) {
        expect(await exitOf({ today: day }), day).toEqual({ code: 3 });
        expect(await stateOf(3)).toBe('active');
      }
      const { plan } = await hands.work.plan({ today });
      expect(plan.held.filter(({ code }) => code === 'guard')).toMatchObject([
        { kind: 'suspend', args: { count: 6 } },
        { kind: 'suspend' },
        { kind: 'suspend' },
      ]);
      await hands.settle(addDays(today, 7));
      expect(await stateOf(3)).toBe('suspended');
    });

    it('count renames', async () => {
      await write();
      await hands.settle('2026-01-05');
      const line = (at: number) => person(at, '', `annv${at + 50}`);
      await write(three(0, line));
      await hands.settle(today);
      await write({ ...three(0, line), ...three(3, line) });
      expect(await exitOf({ today: addDays(today, 6) })).toEqual({ code: 3 });
      const { plan } = await hands.work.plan({ today: addDays(today, 6) });
      expect(plan.changes).toEqual([]);
      expect(plan.held).toMatchObject([{ code: 'guard', kind: 'rename', args: { count: 6 } }, {}, {}]);
      await hands.settle(addDays(today, 7));
    });
  });

  it('a doubt is ended by the number of entries, and by nothing else', async () => {
    const today = '2026-03-10';
    await write();
    await hands.settle(today);
    expect(await sentinel('danhbaCount')).toEqual(['20']);
    const gone = Object.fromEntries([12, 13, 14, 15, 16, 17].map((at) => [at, null]));
    for (const at of Object.keys(gone)) {
      await hands.root.del(`uid=${idOf(Number(at))},ou=people,${hands.subject.baseDn}`);
    }
    await write({ ...gone, 3: person(3, suspended('2026-03-09')) });
    const refusals = [
      [{}, { code: 3 }],
      [{ approve: 'nonsense' }, { code: 3, error: 'approval-mismatch' }],
      [{ approve: 'sha256:0' }, { code: 3, error: 'approval-mismatch' }],
      [{ approve: '' }, { code: 3, error: 'approval-mismatch' }],
      [{ expect: '13' }, { code: 3, error: 'count-mismatch' }],
      [{ expect: '20' }, { code: 3, error: 'count-mismatch' }],
      [{ expect: '-14' }, { code: 1, error: 'option-expect' }],
      [{ expect: '14.0' }, { code: 1, error: 'option-expect' }],
      [{ expect: '' }, { code: 1, error: 'option-expect' }],
      [
        { expect: '14', approve: 'nonsense' },
        { code: 3, error: 'approval-mismatch' },
      ],
    ] as const;
    for (const [options, ended] of refusals) {
      expect(await exitOf({ today, ...options }), JSON.stringify(options)).toEqual(ended);
      expect(await sentinel('danhbaCount')).toEqual(['20']);
      expect(await stateOf(3)).toBe('active');
    }
    const { plan } = await hands.work.plan({ today, expect: '14' });
    expect(plan).not.toHaveProperty('doubt');
    // A plan writes nothing: the doubt is still there.
    expect((await hands.work.plan({ today })).plan.doubt).toEqual({ seen: 14, expected: 20 });
    expect(await exitOf({ today, expect: '14' })).toEqual({ code: 0 });
    expect([await sentinel('danhbaCount'), await stateOf(3)]).toEqual([['14'], 'suspended']);
    await hands.settle(today);
  });

  it('a tree of version 0.1.0 gets the day of first sight, once, and nobody ends by what is missing', async () => {
    const lines = {
      1: person(1, suspended('2024-03-04', '2024-03-05')),
      2: person(2, retired('2024-03-04')),
      3: person(3, suspended('2024-03-04')),
    };
    await write();
    await hands.settle('2023-01-05');
    await write(lines);
    await hands.settle('2024-03-06');
    for (const { dn } of await hands.entries('(&(danhbaState=*)(danhbaIssued=*))', '1.1')) {
      const none = (name: string) => change('replace', name);
      await hands.root.modify(dn?.[0] ?? '', [none('danhbaLocked'), none('danhbaIssued')], new Relax());
    }
    const sentinelDn = `cn=sentinel,ou=danhba,${hands.subject.baseDn}`;
    await hands.root.modify(sentinelDn, change('replace', 'danhbaLogins'));

    const first = await hands.work.plan({ today: '2026-03-10' });
    expect(new Set(first.plan.changes.map(({ kind }) => kind))).toEqual(new Set(['update']));
    await hands.settle('2026-03-10');
    for (const at of [1, 2, 3]) {
      const [entry] = await hands.entries(`(uid=${idOf(at)})`, 'danhbaLocked', 'danhbaIssued', 'danhbaSince');
      expect(entry).toMatchObject({
        danhbaLocked: ['20260309170000Z'],
        danhbaIssued: ['20260309170000Z'],
      });
    }
    expect((await sentinel('danhbaLogins'))?.join()).toMatch(/^\d{4}-\d\d-\d\d$/);
    await hands.settle('2026-11-20');
    expect([await stateOf(1), await stateOf(2), await stateOf(3)]).toEqual([
      'suspended',
      'terminated',
      'suspended',
    ]);
  });
});
