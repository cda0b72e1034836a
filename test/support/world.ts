/** Small worlds for tests: a directory from YAML texts, and a server that took an earlier plan exactly. */
import { parseDirectory } from '../../src/desired/parse-directory.ts';
import type { ActualAccount, UnmarkedEntry } from '../../src/model/account.ts';
import type { Plan, ReadDoubt } from '../../src/model/plan.ts';
import type { Problem } from '../../src/model/problem.ts';
import { declareAccounts } from '../../src/naming/declared.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { findProblems } from '../../src/rules/index.ts';

export const policyText = `domain: laichau.gov.vn
baseDn: dc=laichau,dc=gov,dc=vn
province: Lai Châu
operator: ubnd
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
mailbox: none
`;

export type Files = Readonly<Record<string, string>>;

/** A directory of the policy, the People's Committee and the given organization files, by id. */
export function readWorld(organizations: Files, policy = policyText) {
  const files = { ubnd: committee, ...organizations };
  const sources = Object.entries(files).map(([id, text]) => ({
    file: `directory/organizations/${id}.yaml`,
    path: `organizations/${id}.yaml`,
    text,
  }));
  sources.push({ file: 'directory/policy.yaml', path: 'policy.yaml', text: policy });
  const { directory, problems } = parseDirectory(sources, 'directory/policy.yaml');
  if (directory === undefined) throw new Error(`policy: ${JSON.stringify(problems)}`);
  return { directory, declared: declareAccounts(directory), problems };
}

export interface Situation {
  readonly organizations: Files;
  readonly accounts?: readonly ActualAccount[];
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
  } = readWorld(situation.organizations, situation.policy);
  const { accounts = [], unmarked = [], today = '2026-11-23' } = situation;
  const problems = [...formProblems, ...findProblems(directory, declared, accounts, today)];
  const approved = situation.approved === undefined ? {} : { approved: situation.approved };
  const doubt = situation.doubt === undefined ? {} : { doubt: situation.doubt };
  return {
    plan: makePlan({ directory, declared, accounts, unmarked, problems, today, ...doubt, ...approved }),
    problems,
  };
}

/** The server after it took the plan: entries keep their DN and UUID, keys follow the changes. */
export function applied(accounts: readonly ActualAccount[], plan: Plan): readonly ActualAccount[] {
  const byDn = new Map(accounts.map((account) => [account.dn, account]));
  for (const change of plan.changes) {
    if (change.kind === 'create') {
      const dn = `${change.key}#${change.number}`;
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

/** An organization's file with these people (YAML items, without the dash). */
export function organizationText(id: string, people: readonly string[], more = ''): string {
  const items = people.map((person) => `  - {${person}}\n`).join('');
  return `id: ${id}\nname: Sở ${id.toUpperCase()}\nkind: provincial\nparent: ubnd\ncode: ${id}\ncodeBasis: 1/QĐ\n${more}${
    people.length > 0 ? `people:\n${items}` : 'people: []\n'
  }`;
}
