/** A transfer is two halves: the mailbox that is left ends under its own number, the next one is issued or woken behind it (8.2, 6.1). */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { issueOrWake, transfer } from '../../../src/plan/compare/transfer.ts';
import type { ModificationDraft } from '../../../src/plan/draft.ts';
import { an, anKey, binh, dung, two } from '../../support/two-houses.ts';
import { type Files, grantText } from '../../support/world.ts';
import { entryOf, recordOf, type Seen, sceneOf } from './scenes.ts';

const today = '2026-03-02';
const [inX, inY] = ['annv.sokx@laichau.gov.vn', 'annv.soky@laichau.gov.vn'];
const moved = two([binh], [dung, an]);
const lines = (more: string) => two([binh], [dung, `${an}, ${more}`]);
const released = two(
  [`${an}, termination: {reason: transfer, document: 7/QĐ, decided: 2026-03-01}`, binh],
  [dung, an],
);
const retired = two(
  [`${an}, termination: {reason: retirement, document: 7/QĐ, decided: 2026-03-01}`, binh],
  [dung, an],
);
const ended = { state: 'terminated', locked: true, lockedOn: '2026-02-02', since: '2026-02-02' } as const;
const longEnded: Partial<ObservedAccount> = {
  ...{ state: 'terminated', locked: true, reason: 'removed' },
  ...{ lockedOn: '2025-01-07', since: '2025-01-07' },
};
const formerOf = (number: number, more: Partial<ObservedAccount> = {}) =>
  entryOf(`${anKey}/${number}`, { ...ended, reason: 'transfer', ...more }, number);

interface Told extends Partial<Seen> {
  /** Other entries of the same person. */
  readonly others?: readonly ObservedAccount[];
}
function move(more: Partial<ObservedAccount> = {}, { others = [], ...seen }: Told = {}) {
  const actual = entryOf(anKey, more);
  const scene = sceneOf({ organizations: moved, accounts: [actual, ...others], today, ...seen });
  const { declared, wanted } = recordOf(scene, anKey, actual);
  return transfer(declared, actual, wanted, scene);
}
const idsOf = ({ drafts }: ReturnType<typeof move>) => drafts.map(({ id }) => id);
const leftOf = ({ drafts }: ReturnType<typeof move>) => drafts[0] as ModificationDraft;

describe('a transfer', () => {
  it('ends the mailbox that is left and issues the next one, each in need of the other', () => {
    const { drafts, holds, upcoming } = move({ lastAccess: '20260102030405Z' });
    expect([holds, upcoming]).toEqual([[], []]);
    const [left, issued] = drafts;
    const { uuid, dn } = entryOf(anKey);
    expect(left).toMatchObject({
      ...{ id: `transfer ${anKey}`, kind: 'transfer', key: anKey, scope: 'sokx', needs: [] },
      leadsTo: `create ${anKey}`,
      base: { key: anKey, uuid, dn },
      fields: ['key', 'state', 'since', 'reason', 'lockedOn', 'locked'],
      why: { code: 'moved', clause: '8.2', file: 'directory/organizations/soky.yaml', line: 10 },
    });
    expect(left?.why).not.toHaveProperty('document');
    expect(left?.account).toStrictEqual({
      ...{ key: `${anKey}/1`, name: 'Nguyễn Văn An', organization: 'sokx', mailbox: true },
      ...{ address: inX, addresses: [inX], issued: '2025-01-06' },
      ...{ state: 'terminated', reason: 'transfer', since: today, lockedOn: today, locked: true },
    });
    expect(issued).toMatchObject({
      ...{ id: `create ${anKey}`, kind: 'create', key: anKey, scope: 'soky', number: 2, credential: true },
      needs: [`transfer ${anKey}`],
      account: { organization: 'soky', address: inY, state: 'active', issued: today },
      why: { code: 'moved', clause: '6.1', file: 'directory/organizations/soky.yaml' },
    });
    expect(issued).not.toHaveProperty('reuses');
    expect(drafts).toHaveLength(2);
  });

  it.each([
    ['a release', released, { reason: 'transfer', basis: '7/QĐ; 2026-03-01' }, '7/QĐ'],
    ['a retirement', retired, { reason: 'retirement', basis: '7/QĐ; 2026-03-01' }, '7/QĐ'],
    ['no record', moved, { reason: 'transfer' }, undefined],
  ] as const)('by %s rests on what the file that is left says', (_what, organizations, end, document) => {
    const stale = { basis: '1/QĐ; 2025-01-06', notice: '2/TB; 2025-01-06', noticedOn: '2025-01-06' };
    const left = leftOf(move({ ...stale, missing: today, extraNames: ['x'] }, { organizations }));
    expect(left.why.document).toBe(document);
    expect(left.account).toStrictEqual({
      ...{ key: `${anKey}/1`, name: 'Nguyễn Văn An', organization: 'sokx', mailbox: true },
      ...{ address: inX, addresses: [inX], issued: '2025-01-06' },
      ...{ state: 'terminated', since: today, lockedOn: today, locked: true, ...end },
    });
  });

  it.each([
    ['keeps the day and the reason of an end before', { reason: 'retirement' }, 'retirement'],
    ['of a mailbox that ended for no known reason takes that for its own', {}, 'transfer'],
  ] as const)('%s', (_what, more, reason) => {
    const notice = { notice: '2/TB; 2025-01-06', noticedOn: '2025-01-06' };
    const stale = { ...notice, missing: today, extraNames: ['x'] };
    const left = leftOf(move({ ...ended, ...more, ...stale }, { organizations: retired }));
    expect(left.account).toStrictEqual({
      ...{ key: `${anKey}/1`, name: 'Nguyễn Văn An', organization: 'sokx', mailbox: true },
      ...{ address: inX, addresses: [inX], issued: '2025-01-06' },
      ...{ ...ended, reason, ...notice },
    });
  });

  it('from nowhere counts against nobody', () => {
    const { organization: _organization, ...homeless } = entryOf(anKey);
    const scene = sceneOf({ organizations: released, accounts: [homeless], today });
    const { declared, wanted } = recordOf(scene, anKey, homeless);
    const [left] = transfer(declared, homeless, wanted, scene).drafts;
    expect(left).toMatchObject({ scope: '', account: { reason: 'transfer' } });
    expect(left?.why).not.toHaveProperty('document');
  });
});

describe('the numbers of a person’s mailboxes', () => {
  const at = (number: number) => ({ dn: entryOf(anKey, {}, number).dn });
  const named = { dn: 'uid=annv,ou=people,dc=laichau,dc=gov,dc=vn', takenName: 'annv' };
  it.each([
    ['go on from that of the entry', at(3), [], 3, 4],
    ['go on from the highest that was left', at(2), [formerOf(1), formerOf(5)], 2, 6],
    ['begin with one for an entry with a name of its own', named, [], 1, 2],
    ['go on for an entry with a name of its own', named, [formerOf(1), formerOf(4)], 5, 6],
  ] as const)('%s', (_what, more, others, left, next) => {
    const found = move({ ...more }, { others: others.map((one) => ({ ...one, organization: 'sokz' })) });
    expect(leftOf(found).account.key).toBe(`${anKey}/${left}`);
    expect(found.drafts[1]).toMatchObject({ kind: 'create', number: next });
  });
});

describe('a transfer of somebody suspended', () => {
  const suspended: Partial<ObservedAccount> = {
    ...{ state: 'suspended', reason: 'violation', since: '2026-02-02', lockedOn: '2026-02-02' },
    locked: true,
  };
  const waits = (args: object) => ({
    drafts: [],
    holds: [{ code: 'restoration-needed', args }],
    upcoming: [],
  });

  it('waits for a restoration (8.3)', () => {
    expect(move(suspended)).toEqual(waits({ state: 'suspended', since: '2026-02-02', reason: 'violation' }));
  });

  it('goes on with one', () => {
    const organizations = lines('restoration: {document: 12/VP, date: 2026-03-02}');
    expect(idsOf(move(suspended, { organizations }))).toEqual([`transfer ${anKey}`, `create ${anKey}`]);
  });

  it('goes on where the mailbox that is left was at work', () => {
    const organizations = lines(
      'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-02}',
    );
    const found = move({}, { organizations });
    expect(idsOf(found)).toEqual([`transfer ${anKey}`, `create ${anKey}`]);
    expect(found.drafts[1]?.account.state).toBe('suspended');
  });
});

describe('a mailbox that ended long ago', () => {
  it('is deleted, and the next one issued behind it', () => {
    const { drafts } = move(longEnded);
    expect(drafts).toMatchObject([
      {
        ...{ id: `delete ${anKey}`, kind: 'delete', scope: 'sokx', leadsTo: `create ${anKey}` },
        why: { code: 'retention-elapsed', clause: '8.2', due: '2026-01-07' },
      },
      { id: `create ${anKey}`, needs: [`delete ${anKey}`] },
    ]);
  });

  it('lets everything it has go by itself, the next one’s addresses too', () => {
    const [left] = move({ ...longEnded, addresses: [inX, inY] }).drafts;
    expect(left).toMatchObject({ account: { addresses: [inX, inY] } });
    expect(left).not.toHaveProperty('fields');
  });

  it.each<[string, Partial<ObservedAccount>, Files]>([
    ['whose name is in doubt', { ...longEnded, extraNames: ['annv.cu'] }, moved],
    ['whose old file cannot be read', longEnded, { ...moved, sokx: 'id: [' }],
    ['whose term is not over', { ...longEnded, since: '2025-03-03' }, moved],
    ['whose end nobody recorded', { state: 'active' }, moved],
  ])('%s is kept as a former one', (_what, more, organizations) => {
    expect(idsOf(move(more, { organizations }))).toEqual([`transfer ${anKey}`, `create ${anKey}`]);
  });
});

it('where the record issues nothing, the mailbox that is left ends alone', () => {
  const organizations = lines('termination: {reason: resignation, document: 8/QĐ, decided: 2026-03-02}');
  const found = move({}, { organizations });
  expect(idsOf(found)).toEqual([`transfer ${anKey}`]);
  expect([found.holds, found.upcoming]).toEqual([[], []]);
  expect(leftOf(found)).not.toHaveProperty('leadsTo');
});

it('another human than the one who left a mailbox here gets nothing of it', () => {
  const found = move({}, { others: [formerOf(7, { name: 'Hoàng Thị Mỷ' })] });
  expect(found).toMatchObject({ drafts: [], holds: [{ code: 'person-replaced', kind: 'create' }] });
});

it('without anybody who could open the next password both halves wait', () => {
  const ubnd = 'id: ubnd\nname: Ủy ban nhân dân\nkind: people-committee\ncode: ubnd\nmailbox: none\n';
  expect(move({}, { organizations: { ...moved, ubnd } })).toEqual({
    drafts: [],
    holds: [
      {
        ...{ code: 'recipient-missing', args: { organization: 'soky', operator: 'ubnd' } },
        kind: 'transfer',
      },
    ],
    upcoming: [],
  });
});

describe('the mailbox that was left here before', () => {
  const home = {
    ...ended,
    reason: 'transfer',
    organization: 'soky',
    address: inY,
    addresses: [inY],
  } as const;
  const before = formerOf(4, home);

  it('wakes behind the end of the one in use', () => {
    const found = move({}, { others: [before] });
    expect(found.drafts).toMatchObject([
      { id: `transfer ${anKey}`, leadsTo: `restore ${anKey}` },
      {
        ...{ id: `restore ${anKey}`, kind: 'restore', key: anKey, credential: true },
        needs: [`transfer ${anKey}`],
        base: { key: `${anKey}/4` },
        why: { code: 'returned' },
      },
    ]);
    expect(found.drafts).toHaveLength(2);
    expect(found.drafts[1]).not.toHaveProperty('reuses');
  });

  it('wakes with an address that was granted to it', () => {
    const address = 'chutich@laichau.gov.vn';
    const decided = `address: ${address}, addressDecision: {document: 1/TB, date: 2026-03-02}`;
    for (const others of [[before], []]) {
      const found = move({}, { others, organizations: lines(decided), grants: grantText(address, anKey) });
      expect(found.drafts[1]).toMatchObject({
        kind: others.length > 0 ? 'restore' : 'create',
        reuses: [address],
      });
    }
  });

  it.each([
    ['after the one in use was left by a transfer', { ...ended, reason: 'transfer' }, 'restore'],
    ['but not of somebody who was dismissed since', { ...ended, reason: 'retirement' }, 'create'],
  ] as const)('wakes %s', (_what, more, kind) => {
    expect(move(more, { others: [before] }).drafts[1]).toMatchObject({ kind });
  });

  it('passes its addresses on to a new one where it does not wake', () => {
    const found = move({ ...ended, reason: 'retirement' }, { others: [before] });
    expect(found.drafts).toMatchObject([
      { id: `transfer ${anKey}` },
      { id: `create ${anKey}`, number: 5 },
      { id: `update ${anKey}/4`, account: { addresses: [] }, leadsTo: `create ${anKey}` },
    ]);
  });

  it('takes along what a later one still has of its addresses', () => {
    const later = formerOf(2, { organization: 'sokz', reason: 'retirement', address: inY, addresses: [inY] });
    const bare = formerOf(4, { ...home, addresses: [] });
    const found = move({}, { others: [bare, later] });
    expect(found.drafts.slice(1)).toMatchObject([
      { id: `restore ${anKey}` },
      { id: `update ${anKey}/2`, account: { addresses: [] }, leadsTo: `restore ${anKey}` },
    ]);
    expect(found.drafts).toHaveLength(3);
  });
});

it('what the next mailbox is to have goes along from the one that is left', () => {
  const found = move({ addresses: [inX, inY], former: [`${inY} 2026-08-01`] });
  expect(leftOf(found).account).toMatchObject({ address: inX, addresses: [inX] });
  expect(leftOf(found).account).not.toHaveProperty('former');
  expect(leftOf(found).fields).toEqual(
    expect.arrayContaining(['key', 'addresses', 'former', 'state', 'locked']),
  );
});

describe('a mailbox for somebody who has none', () => {
  const issue = (accounts: readonly ObservedAccount[], mayWake?: boolean) => {
    const scene = sceneOf({ organizations: moved, accounts, today });
    const { declared, wanted } = recordOf(scene, anKey);
    return issueOrWake(declared, wanted.account, 3, scene, mayWake);
  };

  it('is new, by the record that declares him', () => {
    expect(issue([])).toMatchObject({
      draft: { kind: 'create', number: 3, needs: [], why: { code: 'declared', clause: '6.1' } },
      passing: [],
    });
  });

  it('is the one that he left here, unless nothing may wake', () => {
    const before = formerOf(1, { organization: 'soky' });
    expect(issue([before]).draft.kind).toBe('restore');
    expect(issue([before], false).draft.kind).toBe('create');
  });
});
