/** 13.9, 15: how many mailboxes each organization has, and how many are used; sums alone, never who. */
import { type ObservedAccount, scopeOf } from '../model/account/account.ts';
import { latestAccess } from '../model/account/last-access.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { CustodianStatus } from '../model/report.ts';
import { present } from '../model/text/present.ts';
import { addDays, dateOfGeneralizedTime, dayOf } from '../model/time/date.ts';
import { currentQuarter, isWithin } from '../model/time/period.ts';
import { smallestGroup, type UsageEvidence, type UsageFacts, type UsageRow } from '../model/usage.ts';
import { reportCustodians } from './custodians.ts';
import { reportForwards } from './mail.ts';
import { type Body, countBy, type Situation, sortBy } from './situation.ts';

/** What is counted of one organization, before anything is left out. */
type Counted = Omit<UsageRow, 'status' | 'custodian'> & { readonly isUnseen: boolean };

export function reportUsage(situation: Situation): Body<'usage'> {
  const evidence = situation.usage ?? withoutEvidence(situation.today);
  const { period, audience } = evidence;
  const custodians = new Map(
    reportCustodians({ ...situation, all: true }).rows.map(({ key, status }) => [key, !without.has(status)]),
  );
  const counted = countOrganizations(situation, evidence);
  const all = counted.map(({ isUnseen, ...row }): UsageRow => {
    const custodian = custodians.get(row.key);
    const status = isUnseen ? 'unseen' : 'told';
    return { ...row, status, ...(custodian !== undefined && { custodian }) };
  });
  const rows = audience === 'public' ? all.map(forEverybody) : all;
  const { accessDoubt } = situation.plan;
  const mailUnseen = audience === 'internal' ? reportForwards(situation).mailUnseen : undefined;
  return {
    counts: countBy(rows, ({ status }) => status),
    ...(accessDoubt !== undefined && { accessDoubt }),
    ...(mailUnseen !== undefined && { mailUnseen }),
    usage: present({
      period,
      audience,
      loginsSince: rows.some(({ status }) => status === 'unseen') ? situation.loginsSince : undefined,
      ...(audience === 'internal' && mailUnseen === undefined && mailFacts(situation, evidence)),
      ...requestFacts(evidence),
    }),
    rows,
  };
}

/** Where nobody is there to look after the mailbox; that somebody is suspended is nobody else's affair. */
const without: ReadonlySet<CustodianStatus> = new Set(['none', 'unknown', 'ended']);

function mailFacts(situation: Situation, { unread }: UsageEvidence): Partial<UsageFacts> {
  return present({
    unreadUnseen: unread && 'unseen' in unread ? unread.unseen : undefined,
    unreadFailed: unread && 'failed' in unread ? positive(unread.failed) : undefined,
    forwardsFailed: positive(unreadableOf(situation).length),
  });
}

const positive = (count: number): number | undefined => (count > 0 ? count : undefined);

/** Where nobody has read anything besides: today's quarter, for the operator's desk. */
function withoutEvidence(today: CalendarDate): UsageEvidence {
  return { period: currentQuarter(today), audience: 'internal', requests: { unseen: 'audit' } };
}

/** What everybody may know of an organization: nothing of one mailbox, and nothing of few. */
function forEverybody(row: UsageRow): UsageRow {
  const { ended: _ended, suspended: _suspended, unread: _unread, forwards: _forwards, ...open } = row;
  if (open.mailboxes >= smallestGroup) return open;
  const { usedIn30: _month, usedIn180: _half, ...rest } = open;
  return { ...rest, status: 'small' };
}

function countOrganizations(situation: Situation, evidence: UsageEvidence): readonly Counted[] {
  const { declared, accounts, today, plan } = situation;
  const mailboxes = Map.groupBy(
    accounts.filter(({ mailbox }) => mailbox),
    scopeOf,
  );
  const names = new Map<string, string>();
  for (const { key, name } of accounts)
    if (key === `organization:${scopeOf({ key })}`) names.set(scopeOf({ key }), name);
  const over = new Set<string>();
  for (const { kind, organization, name } of declared) {
    if (kind !== 'organization') continue;
    names.set(organization.id, name);
    const { dissolved } = organization;
    if (dissolved !== undefined && dissolved.date <= today) over.add(organization.id);
  }
  const isThere = (id: string) =>
    !over.has(id) || (mailboxes.get(id) ?? []).some(({ state }) => state === 'active');
  const ids = [...new Set([...names.keys(), ...mailboxes.keys()])].filter((id) => id !== '' && isThere(id));
  const forwards = forwardsIn(situation);
  const unreadable = new Set(unreadableOf(situation).map(({ organization }) => organization));
  const requests = requestsIn(situation, evidence);
  const isMailSeen = plan.mail !== undefined && plan.mail.unreachable === undefined;
  const counted = ids.map((id): Counted => {
    const own = mailboxes.get(id) ?? [];
    const asked = requests?.get(id) ?? [];
    const key = `organization:${id}` as const;
    return {
      key,
      name: names.get(id) ?? id,
      organization: id,
      ...usedOf(own, situation),
      issued: own.filter(({ issued }) => isWithin(dayOf(issued), evidence.period)).length,
      ended: own.filter((one) => one.state === 'terminated' && isWithin(dayOf(one.since), evidence.period))
        .length,
      suspended: own.filter(({ state }) => state === 'suspended').length,
      ...present({
        unread: unreadOf(key, evidence),
        forwards: isMailSeen && !unreadable.has(id) ? (forwards.get(id)?.size ?? 0) : undefined,
        requests: requests && asked.length,
        inTime:
          requests === undefined || asked.some(({ inTime }) => inTime === undefined)
            ? undefined
            : asked.filter(({ inTime }) => inTime).length,
      }),
    };
  });
  return sortBy(counted, ({ organization }) => organization);
}

const unreadOf = (key: UsageRow['key'], { unread }: UsageEvidence): number | undefined =>
  unread !== undefined && 'letters' in unread ? unread.letters.get(key) : undefined;

function usedOf(
  accounts: readonly ObservedAccount[],
  situation: Situation,
): Pick<Counted, 'mailboxes' | 'usedIn30' | 'usedIn180' | 'isUnseen'> {
  const active = accounts.filter(({ state }) => state === 'active');
  const [usedIn30, usedIn180] = [30, 180].map((days) => countUsed(active, days, situation));
  const isUnseen = usedIn30 === undefined || usedIn180 === undefined;
  return { mailboxes: active.length, isUnseen, ...present({ usedIn30, usedIn180 }) };
}

/** Undefined where of one of them nobody can say: it may have been used before logins were recorded. */
function countUsed(
  active: readonly ObservedAccount[],
  days: number,
  { today, loginsSince, plan }: Situation,
): number | undefined {
  if (plan.accessDoubt !== undefined) return undefined;
  const first = addDays(today, -days);
  let used = 0;
  for (const { lastAccess, replicaAccess, issued } of active) {
    const time = latestAccess(lastAccess, replicaAccess);
    const day = time === undefined ? undefined : dateOfGeneralizedTime(time);
    if (time !== undefined && day === undefined) return undefined;
    if (day !== undefined && day >= first) used++;
    else if (loginsSince === undefined) return undefined;
    else if (loginsSince > first && (dayOf(issued) ?? '') < loginsSince) return undefined;
  }
  return used;
}

/** Mailboxes of each organization that send mail out of the government's domains now (12.5). */
function forwardsIn(situation: Situation): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const { organization, user, args } of reportForwards(situation).rows) {
    if (!args.active || organization === undefined) continue;
    users.set(organization, (users.get(organization) ?? new Set()).add(user));
  }
  return users;
}

/** Mailboxes whose rules could not be read: nobody knows what they forward. */
const unreadableOf = ({ plan }: Situation) =>
  (plan.mail?.findings ?? []).filter(
    ({ code, organization }) => code === 'unread' && organization !== undefined,
  );

/** By the organization that manages the account today. */
function requestsIn(
  { accounts, declared }: Situation,
  { requests: seen }: UsageEvidence,
): ReadonlyMap<string, readonly { readonly inTime?: boolean }[]> | undefined {
  if ('unseen' in seen) return undefined;
  const homes = new Map(declared.map(({ key, organization }) => [key, organization.id]));
  for (const account of accounts) homes.set(account.key, scopeOf(account));
  return Map.groupBy(seen.requests, ({ key }) => homes.get(key) ?? scopeOf({ key }));
}

function requestFacts({ requests: seen, period }: UsageEvidence): Partial<UsageFacts> {
  if ('unseen' in seen) return { requestsUnseen: seen.unseen };
  const unjudged = seen.requests.filter(({ inTime }) => inTime === undefined).length;
  return present({
    auditSince: seen.since !== undefined && seen.since > period.from ? seen.since : undefined,
    requestsUnjudged: positive(unjudged),
    pushed: positive(seen.pushed),
  });
}
