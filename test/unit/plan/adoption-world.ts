/** Entries that were there before danhba, as a read tells them, and the plan of their adoption. */
import type { ObservedAccount, UnmarkedEntry } from '../../../src/model/account/account.ts';
import type { Key } from '../../../src/model/account/key.ts';
import type { AdoptionEntry, Candidate, OpenAdoption } from '../../../src/model/adoption.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import type { PlanInput } from '../../../src/plan/facts/facts.ts';
import { makePlan } from '../../../src/plan/make-plan.ts';
import { findProblems } from '../../../src/rules/index.ts';
import { organizationText, readWorld, rightPolicies } from '../../support/world.ts';

export const base = 'dc=laichau,dc=gov,dc=vn';
const today = '2026-11-23';

export interface Stranger {
  readonly entry: AdoptionEntry;
  readonly candidate: Candidate;
}

/** Named by uid, with the address the directory derives of Nguyễn Văn An. */
export function stranger(
  key: Key,
  more: Partial<ObservedAccount> = {},
  addresses: readonly string[] = ['annv.sokx@laichau.gov.vn'],
): Stranger {
  const { dn = `uid=nva,ou=people,${base}` } = more;
  const uuid = `uuid-${dn}`;
  const account: ObservedAccount = {
    ...{ key, dn, uuid, name: 'Nguyen Van An', privileged: false, mailbox: false },
    ...{ addresses: [], locked: false },
    ...(addresses.length > 0 && { address: addresses.join('\u001f') }),
    ...more,
  };
  const sorted = [...addresses].sort();
  return { entry: { key, uuid, dn, addresses: sorted }, candidate: { account, addresses: sorted } };
}

export interface AdoptionScene {
  readonly people: readonly string[];
  readonly organization?: string;
  readonly strangers: readonly Stranger[];
  readonly accounts?: readonly ObservedAccount[];
  readonly more?: Partial<PlanInput>;
  readonly policy?: string;
}

const inputOf = (scene: AdoptionScene, adoption: OpenAdoption): PlanInput => {
  const { people, organization = 'mailbox: none\n', strangers, accounts = [], more, policy } = scene;
  const { directory, declared } = readWorld({ sokx: organizationText('sokx', people, organization) }, policy);
  const day = more?.today ?? today;
  const marked = new Set(accounts.map(({ uuid }) => uuid));
  const unmarked: readonly UnmarkedEntry[] = strangers
    .filter(({ entry }) => !marked.has(entry.uuid))
    .map(({ candidate: { account, addresses } }) => ({
      dn: account.dn,
      uuid: account.uuid,
      looks: 'person',
      addresses,
    }));
  return {
    ...{ directory, declared, accounts, unmarked, tombstones: [], adoption },
    ...{ passwordPolicies: rightPolicies(directory.policy), loginsSince: '2020-01-01' },
    ...{ problems: findProblems(directory, declared, accounts, day), today: day },
    ...more,
  };
};

const fileOf = (strangers: readonly Stranger[]): OpenAdoption['adoption'] => ({
  ...{ format: 'danhba-adoption/1', domain: 'laichau.gov.vn', baseDn: base },
  entries: strangers.map(({ entry }) => entry),
});

/** `plan --adopt`; of those that have the mark already the server tells no candidate. */
export function adoptionOf(scene: AdoptionScene): Plan {
  const marked = new Set((scene.accounts ?? []).map(({ uuid }) => uuid));
  const left = scene.strangers.filter(({ entry }) => !marked.has(entry.uuid));
  const candidates = new Map(left.map(({ candidate }) => [candidate.account.uuid, candidate]));
  return makePlan(inputOf(scene, { adoption: fileOf(scene.strangers), candidates }));
}

/** An ordinary run while the file lies beside the directory. */
export const ordinaryOf = (scene: AdoptionScene): Plan =>
  makePlan(inputOf(scene, { adoption: fileOf(scene.strangers) }));

/** The entries as adoption left them, read again. */
export function adopted(plan: Plan, scene: AdoptionScene): readonly ObservedAccount[] {
  const found = new Map(scene.strangers.map(({ candidate }) => [candidate.account.uuid, candidate.account]));
  return plan.changes.flatMap((change) => {
    if (change.kind !== 'adopt') return [];
    const { dn, uuid } = change.base;
    const { homeNames, namedAddress } = found.get(uuid) ?? {};
    return [
      {
        ...change.account,
        ...{ dn, uuid },
        ...(homeNames && { homeNames }),
        ...(namedAddress !== undefined && { namedAddress }),
      },
    ];
  });
}
