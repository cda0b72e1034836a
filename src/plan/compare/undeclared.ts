/** Judges the marked entries nobody declares: who was removed, and whose file only seems to say so. */
import { type Account, type ObservedAccount, scopeOf } from '../../model/account/account.ts';
import { accountOf } from '../../model/account/fields.ts';
import { type Key, parseKey } from '../../model/account/key.ts';
import { type CalendarDate, countPeople } from '../../model/directory/organization.ts';
import type { Held, Hold } from '../../model/plan/plan.ts';
import type { Why } from '../../model/plan/why.ts';
import { dayOf } from '../../model/time/date.ts';
import { deadlineOf } from '../../model/time/deadline.ts';
import { deletabilityOf } from '../decide/deletion.ts';
import { ended } from '../decide/state.ts';
import { type Draft, deletion, diffFields, modification, whyOf } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';
import { hold } from '../held.ts';

/** What the records do with an entry that they do not name by its own key: a former mailbox that comes back, say. */
type Changed = ReadonlySet<ObservedAccount['dn']>;

/**
 * A person missing from an organization's readable file was removed (8.2), and ends two working days after a run
 * first saw it: until then the other half of a transfer may still come. A file that vanished, cannot be read or
 * lost everybody at once is a mistake until somebody says otherwise: its accounts stay as they are.
 */
export function judgeUndeclared(
  facts: Facts,
  declaredKeys: ReadonlySet<Key>,
  changed: Changed,
): { readonly drafts: readonly Draft[]; readonly held: readonly Held[] } {
  const judgeFile = makeFileJudge(facts, declaredKeys);
  const drafts: Draft[] = [];
  const deletions: Draft[] = [];
  const held: Held[] = [];
  for (const account of facts.accounts) {
    if (declaredKeys.has(account.key) || facts.faults.has(account.key) || changed.has(account.dn)) continue;
    const { wanted, why, holds = [] } = judge(account, facts, judgeFile);
    held.push(...holds.map((one) => hold(account, one)));
    if (why === undefined) continue;
    if (wanted === undefined) deletions.push(deletion(account, why, scopeOf(account)));
    else drafts.push(modification(account, wanted, why, account.organization ?? ''));
  }
  return { drafts: [...drafts, ...deletions], held };
}

/** `why` alone is that of a deletion. */
interface Judged {
  readonly wanted?: Account;
  readonly why?: Why;
  readonly holds?: readonly Hold[];
}

const differs: Why = { code: 'differs', clause: '8.2' };

function judge(account: ObservedAccount, facts: Facts, judgeFile: FileJudge): Judged {
  const key = parseKey(account.key);
  if (account.state === 'terminated' || key?.former !== undefined) {
    const wanted = keptEnded(account, facts.today);
    return diffFields(account, wanted).length === 0 ? judgeEnded(account, facts) : { wanted, why: differs };
  }
  const found = judgeFile(account, key?.kind === 'organization', scopeOf(account));
  return 'code' in found ? { holds: [found] } : judgeRemoved(account, found.file, facts);
}

/** A mailbox that ended and that no file speaks of: a former one, or one of somebody who was removed. */
function judgeEnded(account: ObservedAccount, facts: Facts): Judged {
  const judged = deletabilityOf(account, facts);
  if (judged === undefined) return {};
  if ('code' in judged) return { holds: [{ ...judged, kind: 'delete' }] };
  const organization = scopeOf(account);
  const file = facts.unreadable.fileOf(account.key, organization);
  return file === undefined
    ? { why: whyOf(judged.why, undefined, judged) }
    : { holds: [{ code: 'organization-unreadable', args: { organization, file }, kind: 'delete' }] };
}

/** What has ended stays so, whatever a hand did to the entry: locked, with the day it is kept from. */
function keptEnded(account: ObservedAccount, today: CalendarDate): Account {
  const { missing: _missing, extraNames: _extra, operatorLock: _upon, ...rest } = accountOf(account);
  const { lifecycle } = ended(account.reason ?? 'removed', undefined, account, today);
  return { ...rest, ...lifecycle };
}

function judgeRemoved(account: ObservedAccount, file: string, facts: Facts): Judged {
  const { today, calendar, policy } = facts;
  const recorded = dayOf(account.missing);
  const since = recorded ?? today;
  const term = { unit: 'working-days', count: policy.deadlines.terminateWorkingDays } as const;
  const deadline = deadlineOf(since, term, calendar);
  const due = 'due' in deadline ? deadline.due : undefined;
  const { extraNames: _extra, ...rest } = accountOf(account);
  if (recorded === undefined) {
    const why: Why = { code: 'missing', clause: '8.2', file, ...(due !== undefined && { due }) };
    return { wanted: { ...rest, missing: today }, why };
  }
  const kind = 'terminate';
  if ('missingYear' in deadline) {
    return { holds: [{ code: 'calendar-missing', args: { year: deadline.missingYear }, kind }] };
  }
  if (today < deadline.due) {
    return { holds: [{ code: 'removal-waits', args: { since, due: deadline.due }, kind }] };
  }
  const {
    missing: _missing,
    basis: _basis,
    notice: _notice,
    noticedOn: _noticed,
    operatorLock: _upon,
    ...left
  } = rest;
  const { lifecycle } = ended('removed', undefined, account, today);
  return {
    wanted: { ...left, ...lifecycle },
    why: { code: 'removed', clause: '8.2', file, due: deadline.due },
  };
}

type FileJudge = (
  account: ObservedAccount,
  isOrganization: boolean,
  organization: string,
) => Hold | { readonly file: string };

/** Tells by which file an account was removed, or why no file can be believed. */
function makeFileJudge(
  { directory, accounts, unreadable }: Facts,
  declaredKeys: ReadonlySet<Key>,
): FileJudge {
  const kind = 'terminate';
  const organizations = new Map(directory.organizations.map((file) => [file.organization.id, file]));
  // Whoever is declared elsewhere has moved, and left nobody behind.
  const living = countLivingPeople(accounts.filter(({ key }) => !declaredKeys.has(key)));
  return (account, isOrganization, organization) => {
    const file = organizations.get(organization);
    const unreadableFile = unreadable.fileOf(account.key, organization);
    if (unreadableFile !== undefined) {
      // Nobody has asked for an end: none is named.
      return { code: 'organization-unreadable', args: { organization, file: unreadableFile } };
    }
    if (isOrganization || file === undefined) {
      return { code: 'organization-vanished', args: { organization } };
    }
    if (file.unusable.size > 0) {
      return { code: 'organization-unreadable', args: { organization, file: file.file } };
    }
    const count = living.get(organization) ?? 0;
    if (countPeople(file) === 0 && count > 1) {
      return { code: 'organization-emptied', args: { organization, count }, kind };
    }
    // Whoever left may have moved into a file that cannot be read just now.
    const another = unreadable.anybodys;
    if (another !== undefined && account.missing !== undefined) {
      return {
        code: 'organization-unreadable',
        args: { organization: another.id, file: another.file },
        kind,
      };
    }
    return { file: file.file };
  };
}

/** How many people with a live mailbox each organization has: the last one may leave, all at once may not. */
function countLivingPeople(accounts: readonly ObservedAccount[]): ReadonlyMap<string, number> {
  const living = new Map<string, number>();
  for (const { key, organization, state, missing } of accounts) {
    if (organization === undefined || state === 'terminated' || missing !== undefined) continue;
    if (parseKey(key)?.kind !== 'person') continue;
    living.set(organization, (living.get(organization) ?? 0) + 1);
  }
  return living;
}
