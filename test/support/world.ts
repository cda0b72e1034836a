/** Small worlds for tests: a directory from YAML texts, and a server that took an earlier plan exactly. */
import { readFileSync } from 'node:fs';
import { parseDirectory } from '../../src/desired/read/parse-directory.ts';
import type {
  AccessDoubt,
  ActualAccount,
  ObservedAccount,
  Tombstone,
  UnmarkedEntry,
} from '../../src/model/account/account.ts';
import { entryName, parseKey } from '../../src/model/account/key.ts';
import { type PasswordPolicy, passwordPolicyNames } from '../../src/model/account/password-policy.ts';
import type { Policy } from '../../src/model/directory/policy.ts';
import {
  type Change,
  type DirectoryChange,
  isMailChange,
  type Plan,
  type ReadDoubt,
} from '../../src/model/plan/plan.ts';
import type { Problem } from '../../src/model/problems/problem.ts';
import { declareAccounts } from '../../src/naming/declared.ts';
import { wantedPasswordPolicy } from '../../src/plan/compare/password-policies.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { findProblems } from '../../src/rules/index.ts';

/** A public key whose other half nobody has kept. */
export const testRecipient = 'age1e4jz80npsu48c6xedaq57jsxsmymyv7e3e2khyg6g9re2qmggpmqxzvt0u';

export const policyText = `domain: laichau.gov.vn
baseDn: dc=laichau,dc=gov,dc=vn
province: Lai Châu
operator: ubnd
operators: [laichau]
language: vi
naming:
  forms:
    people-committee: "{fixed}"
    provincial: "{code}"
    provincial-unit: "{code}.{parent}"
    district: "{name}"
    city: "{fixed}"
    district-room: "{code}.{parent}"
    commune: "{name}.{parent}"
    ward: "{name}.{parent}"
    town: "{code}.{parent}"
    person: "{given}{initials}.{suffix}"
  fixed:
    people-committee: ubnd
    city: tplc
reserved: [postmaster, root]
governmentDomains: [gov.vn]
lifecycle:
  suspendAfterMonths: 6
  deleteAfterNoticeMonths: 12
  keepTerminatedMonths: 12
  tombstoneYears: 5
  warnDays: 30
deadlines:
  issueWorkingDays: 3
  terminateWorkingDays: 2
  restoreWorkingDays: 2
  notifyDays: 15
passwords:
  user: {minLength: 8, maxAgeMonths: 6}
  administrator: {minLength: 10, maxAgeMonths: 3}
guard:
  run: {share: 5, count: 5}
  organization: {share: 30, count: 3}
  protected: []
`;

const committee = `id: ubnd
name: Ủy ban nhân dân tỉnh Lai Châu
kind: people-committee
code: ubnd
credentialRecipients: [${testRecipient}]
mailbox: none
`;

/** The shipped calendars: real data, signed off. */
const calendars: Files = Object.fromEntries(
  [2021, 2022, 2023, 2024, 2025, 2026].map((year) => [
    `calendar/${year}.yaml`,
    readFileSync(new URL(`../../directory/calendar/${year}.yaml`, import.meta.url), 'utf8'),
  ]),
);

export type Files = Readonly<Record<string, string>>;

/** A directory of the policy, the People's Committee and the given organization files, by id. */
export function readWorld(organizations: Files, policy = policyText, more: Files = calendars) {
  const files = { ubnd: committee, ...organizations };
  const sources = Object.entries(files).map(([id, text]) => ({
    file: `directory/organizations/${id}.yaml`,
    path: `organizations/${id}.yaml`,
    text,
  }));
  for (const [path, text] of Object.entries(more)) sources.push({ file: `directory/${path}`, path, text });
  sources.push({ file: 'directory/policy.yaml', path: 'policy.yaml', text: policy });
  const { directory, problems } = parseDirectory(sources, 'directory/policy.yaml');
  if (directory === undefined) throw new Error(`policy: ${JSON.stringify(problems)}`);
  return { directory, declared: declareAccounts(directory), problems };
}

export interface Situation {
  readonly organizations: Files;
  /** More files, by path below the directory: calendar/2026.yaml. */
  readonly files?: Files;
  /** The text of grants.yaml. */
  readonly grants?: string;
  readonly accounts?: readonly ObservedAccount[];
  readonly tombstones?: readonly Tombstone[];
  readonly passwordPolicies?: readonly PasswordPolicy[];
  readonly accessDoubt?: AccessDoubt;
  /** Long ago, where a test does not say. */
  readonly loginsSince?: string;
  readonly unmarked?: readonly UnmarkedEntry[];
  readonly today?: string;
  readonly approved?: string;
  readonly policy?: string;
  readonly doubt?: ReadDoubt;
}

export function planOf(situation: Situation): { plan: Plan; problems: readonly Problem[] } {
  const {
    directory,
    declared,
    problems: formProblems,
  } = readWorld(situation.organizations, situation.policy, {
    ...(situation.files ?? calendars),
    ...(situation.grants !== undefined && { 'grants.yaml': situation.grants }),
  });
  const { accounts = [], unmarked = [], tombstones = [], today = '2026-11-23' } = situation;
  const passwordPolicies = situation.passwordPolicies ?? rightPolicies(directory.policy);
  const accessDoubt = situation.accessDoubt === undefined ? {} : { accessDoubt: situation.accessDoubt };
  const { loginsSince = '2020-01-01' } = situation;
  const observed = { accounts, unmarked, tombstones, passwordPolicies, loginsSince, ...accessDoubt };
  const problems = [...formProblems, ...findProblems(directory, declared, accounts, today)];
  const approved = situation.approved === undefined ? {} : { approved: situation.approved };
  const doubt = situation.doubt === undefined ? {} : { doubt: situation.doubt };
  return {
    plan: makePlan({ directory, declared, ...observed, problems, today, ...doubt, ...approved }),
    problems,
  };
}

/** A server whose password policies are as the province's policy says. */
export function rightPolicies(policy: Policy): readonly PasswordPolicy[] {
  return passwordPolicyNames.map((name) => wantedPasswordPolicy(name, policy));
}

/** An entry without our mark. */
export const unmarkedAt = (
  dn: string,
  addresses: readonly string[] = [],
  more: Partial<UnmarkedEntry> = {},
): UnmarkedEntry => ({ dn, uuid: `uuid-${dn}`, looks: 'person', addresses, ...more });

/** Where slapd has the entry. */
export function dnOf(key: string, number = 1): string {
  const name = entryName(key, number).replace(/^\w+:/, '');
  const parsed = parseKey(key);
  const place = parsed?.kind === 'organization' ? `ou=${name},ou=organizations` : `uid=${name},ou=people`;
  return `${place},dc=laichau,dc=gov,dc=vn`;
}

/** The server after it took the plan: entries keep their DN and UUID, keys follow the changes. */
export function applied(accounts: readonly ActualAccount[], plan: Plan): readonly ActualAccount[] {
  const byDn = new Map(accounts.map((account) => [account.dn, account]));
  for (const change of plan.changes) {
    if (change.account === undefined) continue;
    if (change.kind === 'delete') byDn.delete(change.base.dn);
    else if (change.kind === 'create') {
      const dn = dnOf(change.key, change.number);
      if (byDn.has(dn)) throw new Error(`two entries at ${dn}`);
      byDn.set(dn, { ...change.account, dn, uuid: `uuid-${dn}` });
    } else {
      const { dn, uuid } = change.base;
      byDn.set(dn, { ...change.account, dn, uuid });
    }
    const held = [...byDn.values()].flatMap(({ addresses }) => addresses);
    if (new Set(held).size !== held.length) throw new Error(`an address is held twice after ${change.id}`);
  }
  return [...byDn.values()];
}

/** The tombstones after the server took the plan. */
export function tombstonesOf(before: readonly Tombstone[], plan: Plan): readonly Tombstone[] {
  const byAddress = new Map(before.map((tombstone) => [tombstone.address, tombstone]));
  for (const change of plan.changes) {
    if (change.kind === 'password-policy') continue;
    for (const { address, until } of change.retires ?? []) {
      byAddress.set(address, { address, holder: change.key, until });
    }
  }
  return [...byAddress.values()];
}

/** grants.yaml with one address for one account. */
export function grantText(address: string, holder: string, date = '2024-01-02'): string {
  return `- {address: ${address}, holder: "${holder}", document: 21/QĐ, date: ${date}}\n`;
}

/** An organization's file with these people (YAML items, without the dash). */
export function organizationText(id: string, people: readonly string[], more = ''): string {
  const items = people.map((person) => `  - {${person}}\n`).join('');
  return `id: ${id}\nname: Sở ${id.toUpperCase()}\nkind: provincial\nparent: ubnd\ncode: ${id}\ncodeBasis: 1/QĐ\n${more}${
    people.length > 0 ? `people:\n${items}` : 'people: []\n'
  }`;
}

/** The change, as one that is written to the directory. */
export function written(change: Change): DirectoryChange {
  if (isMailChange(change)) throw new Error(`${change.id} is for the mail server`);
  return change;
}
