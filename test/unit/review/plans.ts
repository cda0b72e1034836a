/** Plans and changes for tests of a review. */
import type { Account } from '../../../src/model/account/account.ts';
import type { Asking } from '../../../src/model/github/review.ts';
import type { Change, Held, Plan } from '../../../src/model/plan/plan.ts';

/** Somebody asks for what is their own to ask for. */
export const asking: Asking = {
  author: 'lan',
  approvers: [],
  isOwn: true,
  names: new Map([['organization:soa', 'Sở A']]),
  organizations: [],
};

const accountOf = (id: string, more: Partial<Account> = {}): Account => ({
  key: `person:${id}`,
  organization: 'soa',
  name: `Người ${id}`,
  mailbox: true,
  address: `nguoi${id}.soa@laichau.gov.vn`,
  addresses: [`nguoi${id}.soa@laichau.gov.vn`],
  locked: false,
  ...more,
});

export const creation = (
  id: string,
  more: Partial<Account> = {},
  why: Partial<Change['why']> = {},
): Change => ({
  id: `create person:${id}`,
  key: `person:${id}`,
  kind: 'create',
  number: 1,
  wave: 1,
  after: [],
  why: {
    code: 'declared',
    clause: '6.1',
    file: 'directory/organizations/soa.yaml',
    line: 8,
    due: '2026-11-27',
    ...why,
  },
  account: accountOf(id, more),
});

export function update(
  id: string,
  from: Partial<Account>,
  to: Partial<Account>,
  why: Partial<Change['why']> = {},
): Change {
  const base = { ...accountOf(id, from), dn: `uid=${id}`, uuid: 'u' };
  const fields = Object.keys(to) as (keyof Account)[];
  const { number: _number, ...rest } = creation(id, {}, why) as Extract<Change, { kind: 'create' }>;
  return { ...rest, id: `update person:${id}`, kind: 'update', base, fields, account: accountOf(id, to) };
}

export const guarded = (id: string, count: number): Held => ({
  key: `person:${id}`,
  name: `Người ${id}`,
  organization: 'soa',
  code: 'guard',
  kind: 'terminate',
  args: { class: 'terminate', scope: 'soa', count, of: 10, shareLimit: 30, countLimit: 3 },
});

export const planOf = (parts: Partial<Plan>): Plan => ({
  format: 'danhba-plan/1',
  domain: 'laichau.gov.vn',
  baseDn: 'dc=laichau,dc=gov,dc=vn',
  today: '2026-11-23',
  digest: 'f'.repeat(64),
  counts: { wanted: 1, actual: 1 },
  changes: [],
  held: [],
  upcoming: [],
  unmarked: [],
  ...parts,
});
