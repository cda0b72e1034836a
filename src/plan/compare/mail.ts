/** Judges what the mail server holds against the directory: what to look at, and what to do about it (8.1, 8.2, 12.5). */
import type { ObservedAccount } from '../../model/account/account.ts';
import { type Key, parseKey } from '../../model/account/key.ts';
import type { Policy } from '../../model/directory/policy.ts';
import {
  type MailFinding,
  type MailFindingArgs,
  type MailFindingCode,
  type MailState,
  mailUserOf,
  mailUserOfKey,
  mailUsersOf,
  ownMailUserOf,
  type StoredMailbox,
} from '../../model/mail/state.ts';
import type { AccountChange, MailChange, Plan } from '../../model/plan/plan.ts';
import { findAnswersAs } from '../../sieve/answers.ts';
import { findForwards } from '../../sieve/forwards.ts';
import { changeId } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';

export interface MailJudgement {
  readonly changes: readonly MailChange[];
  readonly mail?: NonNullable<Plan['mail']>;
}

/** Nothing is said of a mail server that was not asked, and mail of an entry in `faults` is somebody's, under whatever name. */
export type MailFacts = Pick<Facts, 'mail' | 'accounts' | 'unmarked' | 'policy' | 'doubt' | 'faults'>;

interface Subject {
  readonly mailbox: StoredMailbox;
  readonly account: ObservedAccount | undefined;
}

const kibPerMib = 1024;

/**
 * What is so already is the only ground: whom `changes` lock, or give a new password, apply cuts off by itself, and who
 * is let in again keeps the session.
 */
export function judgeMail(facts: MailFacts, changes: readonly AccountChange[]): MailJudgement {
  const { mail, accounts, policy, doubt, faults } = facts;
  if (mail === undefined) return { changes: [] };
  if ('unreachable' in mail) return { changes: [], mail: { findings: [], unreachable: mail.unreachable } };
  const byUser = ownersByUser(accounts, faults, policy);
  const judged = mail.mailboxes.map((mailbox) => {
    const subject = { mailbox, account: byUser.get(mailbox.user) };
    return { subject, findings: judgeMailbox(subject, policy) };
  });
  const findings = [
    ...judged.flatMap((one) => one.findings),
    // Read in part, the directory may not have shown whose a mailbox is.
    ...(doubt === undefined ? orphansOf(mail, facts) : []),
    ...unknownOf(mail, { accounts: accounts.filter(({ key }) => !faults.has(key)), policy }),
  ];
  const seenTo = new Set(changes.flatMap(seesTo));
  return {
    changes: withOwnIds(
      judged.flatMap((one) => [...endOf(one.subject, seenTo), ...deactivationOf(one.subject, one.findings)]),
    ),
    mail: { findings: findings.sort(byPlace) },
  };
}

/** An entry that is known for sure goes before one that only may have the name. */
function ownersByUser(
  accounts: readonly ObservedAccount[],
  faults: ReadonlyMap<Key, unknown>,
  policy: Policy,
): ReadonlyMap<string, ObservedAccount> {
  const owners = new Map<string, ObservedAccount>();
  const sure = accounts.filter(({ key }) => !faults.has(key));
  for (const account of [...sure, ...accounts.filter(({ key }) => faults.has(key))]) {
    for (const user of usersOf(account, faults, policy)) if (!owners.has(user)) owners.set(user, account);
  }
  for (const account of sure) {
    const own = ownMailUserOf(account, policy);
    if (own !== undefined) owners.set(own, account);
  }
  return owners;
}

/** Of an entry that a hand has renamed or moved, the name it was issued under too. */
function usersOf(
  account: ObservedAccount,
  faults: ReadonlyMap<Key, unknown>,
  policy: Policy,
): readonly string[] {
  const issued = faults.has(account.key) ? mailUserOfKey(account.key) : undefined;
  return [...mailUsersOf(account, policy), ...(issued === undefined ? [] : [issued])];
}

/** The entry whose sessions this change decides about. */
function seesTo(change: AccountChange): readonly string[] {
  if (change.kind === 'create' || change.kind === 'delete') return [];
  const { account, base, credential } = change;
  return credential === true || account.locked !== true ? [base.dn] : [];
}

function judgeMailbox(subject: Subject, policy: Policy): readonly MailFinding[] {
  const { mailbox } = subject;
  const found: MailFinding[] = [];
  if (mailbox.unread !== undefined) found.push(finding(subject, 'unread', { detail: mailbox.unread }));
  for (const { name, active, text } of mailbox.scripts) {
    const remedy = remedyOf(subject, active, policy);
    for (const forward of findForwards(text, insideOf(policy))) {
      found.push(finding(subject, 'forward', { script: name, active, ...forward, remedy }));
    }
    for (const answer of findAnswersAs(text, subject.account?.addresses ?? [])) {
      found.push(finding(subject, 'answer-as', { script: name, active, ...answer }));
    }
  }
  const wanted = wantedQuota(subject, policy);
  const limit = mailbox.quota?.limit;
  if (wanted !== undefined && mailbox.unread === undefined && limit !== wanted * kibPerMib) {
    const given = limit === undefined ? null : limit / kibPerMib;
    found.push(finding(subject, 'quota', { limit: given, wanted }));
  }
  const letters = mailbox.quarantined ?? 0;
  if (letters > 0) found.push(finding(subject, 'quarantined', { letters }));
  return found;
}

/** A script that does not run breaks nothing yet, and nobody is suspended twice. */
function remedyOf(
  { account }: Subject,
  active: boolean,
  { mail }: Policy,
): MailFindingArgs['forward']['remedy'] {
  const remedy = mail?.forwarding ?? 'report';
  if (!active || account === undefined) return 'report';
  return remedy === 'suspend' && account.state !== 'active' ? 'report' : remedy;
}

const insideOf = ({ domain, governmentDomains }: Policy): readonly string[] => [domain, ...governmentDomains];

function wantedQuota({ account }: Subject, { mail }: Policy): number | undefined {
  const kind = account?.mailbox === true ? parseKey(account.key)?.kind : undefined;
  return kind === undefined ? undefined : mail?.quotas?.[kind];
}

/** A run that could not cut somebody off leaves it to the next one. */
function endOf({ mailbox, account }: Subject, seenTo: ReadonlySet<string>): readonly MailChange[] {
  if (account === undefined || mailbox.sessions === 0 || seenTo.has(account.dn)) return [];
  const why = shutOut(account);
  return why === undefined ? [] : [mailChange('end-sessions', account, mailbox.user, why)];
}

/** Why whoever is logged in to this account cannot have got in by what is valid now. */
function shutOut({
  state,
  locked,
  mustChange,
  operatorLock,
}: ObservedAccount): MailChange['why'] | undefined {
  // Locked, and in no state that locks: a hand has been at it, and the plan puts that right.
  if (locked === true && state === 'suspended') return { code: 'locked', clause: '8.1' };
  if (locked === true && state === 'terminated') return { code: 'locked', clause: '8.2' };
  if (locked === true && state === 'active' && operatorLock !== undefined)
    return { code: 'locked', clause: '17.2' };
  // Nobody gets in by a password that must be changed first: by the one before it.
  if (locked === false && state === 'active' && mustChange === true)
    return { code: 'must-change', clause: '7.3' };
  return undefined;
}

function deactivationOf(
  { mailbox, account }: Subject,
  findings: readonly MailFinding[],
): readonly MailChange[] {
  const forward = findings.find(({ code, args }) => code === 'forward' && args.remedy === 'deactivate');
  if (forward?.code !== 'forward' || account === undefined) return [];
  const why = { code: 'forwarding', clause: '12.5' } as const;
  return [{ ...mailChange('deactivate-script', account, mailbox.user, why), script: forward.args.script }];
}

/** An account may have two mailboxes: each change of them has an id of its own. */
function withOwnIds(changes: readonly MailChange[]): readonly MailChange[] {
  const given = new Set<string>();
  return changes.map((change) => {
    const id = given.has(change.id) ? `${change.id} ${change.user}` : change.id;
    given.add(id);
    return { ...change, id };
  });
}

function mailChange(
  kind: MailChange['kind'],
  account: ObservedAccount,
  user: string,
  why: MailChange['why'],
): MailChange {
  return { id: changeId(kind, account.key), kind, ...ownerOf(account), user, why, wave: 1, after: [] };
}

/** Mail of an entry is no orphan, whether or not the entry has a mailbox or our mark. */
function orphansOf(
  { orphans }: MailState,
  { accounts, unmarked, faults, policy }: Pick<MailFacts, 'accounts' | 'unmarked' | 'faults' | 'policy'>,
): readonly MailFinding[] {
  const owned = new Set([
    ...accounts.flatMap((account) => usersOf(account, faults, policy)),
    ...unmarked.map(({ dn }) => mailUserOf(dn, policy)),
  ]);
  return orphans.filter((user) => !owned.has(user)).map((user) => ({ code: 'orphan', user, args: {} }));
}

function unknownOf(
  { mailboxes }: MailState,
  { accounts, policy }: Pick<MailFacts, 'accounts' | 'policy'>,
): readonly MailFinding[] {
  const known = new Set(mailboxes.map(({ user }) => user));
  return accounts.flatMap((account): readonly MailFinding[] => {
    const user = account.mailbox ? ownMailUserOf(account, policy) : undefined;
    if (user === undefined || known.has(user)) return [];
    return [{ code: 'no-mailbox', user, ...ownerOf(account), args: {} }];
  });
}

function finding<C extends MailFindingCode>(
  { mailbox, account }: Subject,
  code: C,
  args: MailFindingArgs[C],
): MailFinding {
  return { code, user: mailbox.user, ...(account && ownerOf(account)), args } as MailFinding;
}

/** An organization's own mailbox is told under the organization, as everything of it is. */
function ownerOf({ key, name, organization, address }: ObservedAccount) {
  const parsed = parseKey(key);
  const scope = parsed?.kind === 'organization' ? parsed.id : organization;
  return {
    key,
    name,
    ...(scope !== undefined && { organization: scope }),
    ...(address !== undefined && { address }),
  };
}

function byPlace(a: MailFinding, b: MailFinding): number {
  const place = ({ code, user, args }: MailFinding) =>
    'line' in args
      ? `${code} ${user} ${args.script} ${String(args.line).padStart(9)} ${String(args.column).padStart(9)}`
      : `${code} ${user}`;
  const [one, other] = [place(a), place(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
