/** 9.1: which agency mailboxes nobody is there to look after, and who looks after the others. */
import { type Key, personKey } from '../model/account/key.ts';
import type { ProblemCode } from '../model/problems/problem.ts';
import type { CustodianRow, CustodianStatus } from '../model/report.ts';
import { type Body, countBy, declaredSubject, type Situation, sortBy } from './situation.ts';

/** What the rules found wrong, as a status. */
const found: Readonly<Partial<Record<ProblemCode, CustodianStatus>>> = {
  'custodian-missing': 'none',
  'custodian-unknown': 'unknown',
  'custodian-elsewhere': 'elsewhere',
  'custodian-ended': 'ended',
  'custodian-leaving': 'leaving',
};

export function reportCustodians(situation: Situation): Body<'custodians'> {
  const { declared, today, all, problems, accounts } = situation;
  const statuses = new Map<Key, CustodianStatus>();
  for (const { code, subject } of problems) {
    const status = found[code];
    if (status !== undefined && subject !== undefined) statuses.set(subject, status);
  }
  const names = new Map(accounts.map(({ key, name }) => [key, name]));
  const organizations = new Map<Key, string>();
  for (const { key, name, organization, person } of declared) {
    if (person === undefined) continue;
    names.set(key, name);
    organizations.set(key, organization.id);
  }
  const suspended = new Set(suspendedKeys(situation));
  const rows = declared.flatMap((one): readonly CustodianRow[] => {
    const { dissolved, mailbox } = one.organization;
    if (one.kind !== 'organization' || one.declaration === undefined || mailbox === 'none') return [];
    if (dissolved !== undefined && dissolved.date <= today) return [];
    const custodian = mailbox?.custodian;
    const key = custodian === undefined ? undefined : personKey(custodian);
    const status = statuses.get(one.key) ?? (key && suspended.has(key) ? 'suspended' : 'assigned');
    const custodianName = key === undefined ? undefined : names.get(key);
    const elsewhere = key !== undefined && status === 'elsewhere' ? organizations.get(key) : undefined;
    return [
      {
        ...declaredSubject(one),
        status,
        ...(one.address !== undefined && { address: one.address }),
        ...(custodian !== undefined && { custodian }),
        ...(custodianName !== undefined && { custodianName }),
        ...(elsewhere !== undefined && { elsewhere }),
      },
    ];
  });
  const shown = all ? rows : rows.filter(({ status }) => status !== 'assigned');
  return {
    counts: countBy(rows, ({ status }) => status),
    rows: sortBy(shown, ({ organization }) => organization),
  };
}

/** Suspended on the server, or by this plan, and not restored by it. */
function suspendedKeys({ accounts, plan }: Situation): readonly Key[] {
  const states = new Map(accounts.map(({ key, state }) => [key, state]));
  for (const change of plan.changes) {
    if (change.account !== undefined) states.set(change.key, change.account.state);
  }
  return [...states].flatMap(([key, state]) => (state === 'suspended' ? [key] : []));
}
