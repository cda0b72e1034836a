/** Judges the marked entries nobody declares: who was removed, and whose file only seems to say so. */
import { type Account, type ObservedAccount, scopeOf } from '../model/account.ts';
import { dayOf } from '../model/date.ts';
import { type Key, parseKey } from '../model/key.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { Held, HeldArgs, HeldCode } from '../model/plan.ts';
import type { Why } from '../model/why.ts';
import { deadlineOf } from './calendar.ts';
import { diffFields } from './diff.ts';
import type { Scene } from './scene.ts';
import { ended } from './state.ts';

export interface Undeclared {
  /** What becomes of those who were removed: first marked, then ended. */
  readonly changed: readonly {
    readonly account: ObservedAccount;
    readonly wanted: Account;
    readonly why: Why;
  }[];
  /** Those who ended earlier: their time to be deleted may have come. */
  readonly ended: readonly ObservedAccount[];
  readonly held: readonly Held[];
}

/**
 * A person missing from an organization's readable file was removed (8.2), and ends two working days after a run
 * first saw it: until then the other half of a transfer may still come. A file that vanished, cannot be read or
 * lost everybody at once is a mistake until somebody says otherwise: its accounts stay as they are.
 */
export function judgeUndeclared(scene: Scene, declaredKeys: ReadonlySet<Key>): Undeclared {
  const judgeFile = makeFileJudge(scene, declaredKeys);
  const changed: { account: ObservedAccount; wanted: Account; why: Why }[] = [];
  const over: ObservedAccount[] = [];
  const held: Held[] = [];
  for (const account of scene.accounts) {
    if (declaredKeys.has(account.key) || scene.faults.has(account.key)) continue;
    const key = parseKey(account.key);
    const organization = scopeOf(account);
    if (account.state === 'terminated' || key?.former !== undefined) {
      const wanted = keptEnded(account, scene.today);
      if (diffFields(account, wanted).length === 0) over.push(account);
      else changed.push({ account, wanted, why: { code: 'differs', clause: '8.2' } });
      continue;
    }
    const found = judgeFile(account, key?.kind === 'organization', organization);
    if ('code' in found) {
      held.push(holdOf(account, organization, found.code, found.args));
      continue;
    }
    const judged = judgeRemoved(account, found.file, scene);
    if (judged.change !== undefined) changed.push({ account, ...judged.change });
    if (judged.waits !== undefined) {
      held.push(holdOf(account, organization, 'removal-waits', judged.waits));
    }
    if (judged.missingYear !== undefined) {
      held.push(holdOf(account, organization, 'calendar-missing', { year: judged.missingYear }));
    }
  }
  return { changed, ended: over, held };
}

/** What has ended stays so, whatever a hand did to the entry: locked, with the day it is kept from. */
function keptEnded(account: ObservedAccount, today: CalendarDate): Account {
  const { missing: _missing, extraNames: _extra, ...rest } = accountOf(account);
  const { lifecycle } = ended(account.reason ?? 'removed', undefined, account, today);
  return { ...rest, ...lifecycle };
}

interface Removal {
  readonly change?: { readonly wanted: Account; readonly why: Why };
  readonly waits?: { readonly since: CalendarDate; readonly due: CalendarDate };
  readonly missingYear?: number;
}

function judgeRemoved(account: ObservedAccount, file: string, scene: Scene): Removal {
  const { today, calendar, policy } = scene;
  const recorded = dayOf(account.missing);
  const known = recorded !== undefined;
  const since = recorded ?? today;
  const term = { unit: 'working-days', count: policy.deadlines.terminateWorkingDays } as const;
  const deadline = deadlineOf(since, term, calendar);
  const due = 'due' in deadline ? deadline.due : undefined;
  const { extraNames: _extra, ...rest } = accountOf(account);
  if (!known) {
    const why: Why = { code: 'missing', clause: '8.2', file, ...(due !== undefined && { due }) };
    return { change: { wanted: { ...rest, missing: today }, why } };
  }
  if ('missingYear' in deadline) return { missingYear: deadline.missingYear };
  if (today < deadline.due) return { waits: { since, due: deadline.due } };
  const { missing: _missing, basis: _basis, notice: _notice, noticedOn: _noticed, ...left } = rest;
  const { lifecycle } = ended('removed', undefined, account, today);
  return {
    change: {
      wanted: { ...left, ...lifecycle },
      why: { code: 'removed', clause: '8.2', file, due: deadline.due },
    },
  };
}

type Doubtful = {
  [C in 'organization-unreadable' | 'organization-vanished' | 'organization-emptied']: {
    readonly code: C;
    readonly args: HeldArgs[C];
  };
}['organization-unreadable' | 'organization-vanished' | 'organization-emptied'];

/** Tells by which file an account was removed, or why no file can be believed. */
function makeFileJudge({ directory, accounts, unreadable }: Scene, declaredKeys: ReadonlySet<Key>) {
  const organizations = new Map(directory.organizations.map((file) => [file.organization.id, file]));
  // Whoever is declared elsewhere has moved, and left nobody behind.
  const living = countLivingPeople(accounts.filter(({ key }) => !declaredKeys.has(key)));
  return (
    account: ObservedAccount,
    isOrganization: boolean,
    organization: string,
  ): Doubtful | { readonly file: string } => {
    const file = organizations.get(organization);
    const unreadableFile = unreadable.fileOf(account.key, organization);
    if (unreadableFile !== undefined) {
      return { code: 'organization-unreadable', args: { organization, file: unreadableFile } };
    }
    if (isOrganization || file === undefined) {
      return { code: 'organization-vanished', args: { organization } };
    }
    if (file.unusable.size > 0) {
      return { code: 'organization-unreadable', args: { organization, file: file.file } };
    }
    const count = living.get(organization) ?? 0;
    if ((file.organization.people ?? []).length === 0 && count > 1) {
      return { code: 'organization-emptied', args: { organization, count } };
    }
    // Whoever left may have moved into a file that cannot be read just now.
    const another = unreadable.anybodys;
    if (another !== undefined && account.missing !== undefined) {
      return { code: 'organization-unreadable', args: { organization: another.id, file: another.file } };
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

/** What is managed of an entry, without what identifies it and what the server recorded. */
export function accountOf(observed: ObservedAccount): Account {
  const { dn: _dn, uuid: _uuid, options: _options, ...seen } = observed;
  const { lastAccess: _access, passwordChanged: _changed, mustChange: _mustChange, ...recorded } = seen;
  const { replicaAccess: _replica, optionAddresses: _addresses, otherLocks: _locks, ...rest } = recorded;
  const { hasChildren: _children, lacksClass: _class, occupies: _occupies, ...account } = rest;
  return account;
}

export function holdOf<C extends HeldCode>(
  account: Account,
  organization: string,
  code: C,
  args: HeldArgs[C],
  kind: Held['kind'] = 'terminate',
): Held {
  return { key: account.key, name: account.name, organization, code, args, kind } as Held;
}
