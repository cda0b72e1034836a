/** Which notices are drafted, of whose acts, and that none is drafted twice. */
import { describe, expect, it } from 'vitest';
import type { NoticeKind } from '../../../src/model/notice.ts';
import { deletedBy } from '../../../src/notices/deleted.ts';
import { actText, draftNotices } from '../../../src/notices/draft.ts';
import { findMissing } from '../../../src/notices/missing.ts';
import { accountOf, declared, factsOfEveryKind, office, peopleOf, today } from '../../support/notices.ts';

const [first] = peopleOf('sotp');
if (first === undefined) throw new Error('nobody at sotp');

/** The kinds that the one account calls for. */
function kindsOf(more: Parameters<typeof accountOf>[1], since = '2026-11-01'): readonly NoticeKind[] {
  const accounts = [accountOf(first as NonNullable<typeof first>, more)];
  return draftNotices({ accounts, declared, deleted: [], today, since }, new Set()).map(({ kind }) => kind);
}

const suspended = { state: 'suspended', since: '2025-01-10', reason: 'inactivity', locked: true } as const;

describe('a notice is drafted', () => {
  it.each([
    ['of a suspension without one, however long ago', suspended, ['suspension']],
    ['of none that is recorded', { ...suspended, notice: '9/TB; 2025-01-12' }, []],
    [
      'where the recorded one is older than the suspension',
      { ...suspended, notice: '9/TB; 2025-01-09' },
      ['suspension'],
    ],
    ['of none where there is no mailbox', { ...suspended, mailbox: false }, []],
    ['of what was issued in the days that are answered', { issued: '2026-11-01' }, ['issue']],
    ['of nothing issued before', { issued: '2026-10-31' }, []],
    ['of nothing of a day to come', { issued: '2026-11-25' }, []],
    ['of another address', { renamedOn: '2026-11-20' }, ['change']],
    [
      'of an issue alone where both were that day',
      { issued: '2026-11-20', renamedOn: '2026-11-20' },
      ['issue'],
    ],
    ['of a reset', { reset: '13/STP-VP; 2026-11-20' }, ['reset']],
    ['of no reset a hand has written', { reset: 'x' }, []],
    [
      'of an end',
      { state: 'terminated', since: '2026-11-02', lockedOn: '2026-11-20', reason: 'retirement' },
      ['termination'],
    ],
    ['of a restoration', { restored: '2026-11-20' }, ['restoration']],
    ['of nothing of an account as it was', {}, []],
  ] as const)('%s', (_what, more, kinds) => {
    expect(kindsOf(more)).toEqual(kinds);
  });

  it('for each organization and kind of act once, by kind, with its people by key', () => {
    const notices = draftNotices(factsOfEveryKind(5), new Set());
    expect(notices.map(({ kind, organization }) => `${kind} ${organization}`)).toEqual([
      'suspension sotp',
      'deletion soyt',
      'issue sonoivu',
      'change sotc',
      'reset soxd',
      'termination soct',
      'restoration sogddt',
    ]);
    for (const { people } of notices) {
      expect(people).toHaveLength(5);
      expect(people.map(({ key }) => key)).toEqual(people.map(({ key }) => key).toSorted());
    }
  });

  it('of no act a document tells of already, and of the others', () => {
    const facts = factsOfEveryKind(3);
    const all = draftNotices(facts, new Set());
    const told = all.flatMap(({ kind, people }) => people.slice(1).map((person) => actText(kind, person)));
    expect(draftNotices(facts, new Set(told)).map(({ people }) => people.length)).toEqual(all.map(() => 1));
    const everything = all.flatMap(({ kind, people }) => people.map((person) => actText(kind, person)));
    expect(draftNotices(facts, new Set(everything))).toEqual([]);
  });

  it('with facts that could hold no password', () => {
    const known = [
      'key',
      'day',
      'reason',
      'name',
      'title',
      'unit',
      'address',
      'clause',
      'document',
      'lastAccess',
    ];
    const more = ['before', 'receivesUntil', 'notice'];
    const people = draftNotices(factsOfEveryKind(5), new Set()).flatMap((notice) => notice.people);
    const fields = new Set(people.flatMap((person) => Object.keys(person)));
    expect([...fields].filter((field) => ![...known, ...more].includes(field))).toEqual([]);
  });
});

describe('a deletion', () => {
  const base = { ...accountOf(first), dn: 'uid=x', uuid: 'u' };
  const change = (more: object) =>
    deletedBy(
      [
        {
          kind: 'delete',
          id: `delete ${base.key}`,
          key: base.key,
          base: { ...base, ...more },
          account: base,
          why: { code: 'term-elapsed', clause: '8.1' },
          wave: 1,
          after: [],
        },
      ],
      today,
    );

  it('keeps the notice its twelve months ran from, and only of a suspension', () => {
    const notice = '45/TB-STTTT; 2025-11-20';
    expect(change({ state: 'suspended', notice })[0]?.notice).toEqual({
      document: '45/TB-STTTT',
      date: '2025-11-20',
    });
    expect(change({ state: 'terminated', notice })[0]).not.toHaveProperty('notice');
    expect(change({ mailbox: false })).toEqual([]);
  });
});

describe('the policy', () => {
  it('is told all it lacks', () => {
    expect(findMissing(undefined)).toEqual([
      'notices.regulation',
      'notices.code',
      'notices.department',
      'notices.place',
      'notices.contact',
      'notices.signer.title',
      'notices.signer.name',
    ]);
    expect(findMissing({ ...office, signer: { ...office.signer, onBehalf: 'KT' } })).toEqual([
      'notices.signer.ownTitle',
    ]);
    expect(findMissing(office)).toBe(office);
  });
});
