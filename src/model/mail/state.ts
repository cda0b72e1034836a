/** What the mail server holds beside the directory, as it was read, and what is told of it. */
import type { ActualAccount } from '../account/account.ts';
import { splitDn } from '../account/dn.ts';
import { type Key, parseKey } from '../account/key.ts';
import { homeKind, kindAt, type Places } from '../account/places.ts';
import type { Remark } from '../problems/remark.ts';

export interface MailScript {
  readonly name: string;
  /** Runs on incoming mail; of a mailbox's scripts one at most. */
  readonly active: boolean;
  readonly text: string;
}

/** One mailbox, by the mail server's own name of it. */
export interface StoredMailbox {
  /** `LC-000017-2@people`: made of the entry's name, so that it lasts as long as the entry, whatever the address. */
  readonly user: string;
  /** Open sessions of any protocol. */
  readonly sessions: number;
  /** Absent where none is set up; `limit` is absent where there is no limit. Both in KiB. */
  readonly quota?: { readonly used: number; readonly limit?: number };
  readonly scripts: readonly MailScript[];
  /** Letters in the folder Quarantine (4.6); absent where there is no such folder. */
  readonly quarantined?: number;
  /** Why something of it could not be read; what was read is there. */
  readonly unread?: Remark;
}

export interface MailState {
  /** One for each user the mail server knows from the directory. */
  readonly mailboxes: readonly StoredMailbox[];
  /** Mailboxes on the disk that no user belongs to, by the name the user would have. */
  readonly orphans: readonly string[];
}

/** What was seen of the mail server: everything, or why nothing. */
export type MailObservation = MailState | { readonly unreachable: Remark };

/** What stands behind the @ of the mail server's name for a mailbox: by its container, whatever that is called. */
const mailPlaces = { person: 'people', organization: 'organizations' } as const;

/** The mail server's name of an entry's mailbox; undefined for a DN that is none of ours. */
export function mailUserOf(dn: string, places: Places): string | undefined {
  const name = /^[a-z]+=([a-z0-9._-]+),/i.exec(dn);
  if (name === null) return undefined;
  const kind = kindAt(places, dn.slice(name[0].length));
  return kind && `${name[1]}@${mailPlaces[kind]}`;
}

/**
 * The one the mailbox is stored under: an entry that was there before danhba may be named by another attribute, and its
 * mail by the name it was taken over with.
 */
export function ownMailUserOf(
  { key, dn, takenName }: Pick<ActualAccount, 'key' | 'dn' | 'takenName'>,
  places: Places,
): string | undefined {
  const kind = homeKind({ key, ...(takenName !== undefined && { takenName }) }, dn, places);
  const naming = kind === 'organization' ? 'ou=' : 'uid=';
  if (takenName === undefined || dn.toLowerCase().startsWith(naming)) return mailUserOf(dn, places);
  return /^[a-z0-9._-]+$/i.test(takenName) ? `${takenName}@${mailPlaces[kind]}` : undefined;
}

/**
 * Every name the mail server may store the mailbox of an entry under: that of its DN first, then those of the other
 * values of its naming attribute. One whose place or name a hand has changed has had the one made of its id.
 */
export function mailUsersOf(account: ActualAccount, places: Places): readonly string[] {
  const { key, dn, extraNames = [] } = account;
  const parsed = parseKey(key);
  const container = mailPlaces[homeKind(account, dn, places)];
  const own = ownMailUserOf(account, places);
  const isFit = own?.endsWith(`@${container}`) === true;
  if (isFit && extraNames.length === 0) return [own];
  const others = isFit ? [] : [...splitDn(dn).rdn.map(({ value }) => value), parsed?.id ?? ''];
  const users = [...extraNames, ...others]
    // What is no name but a pattern would be somebody else's.
    .filter((name) => /^[a-z0-9._-]+$/i.test(name))
    .map((name) => `${name}@${container}`);
  return [...new Set([...(isFit ? [own] : []), ...users])];
}

/** The mail server's name of the first mailbox of the key, whatever its entry is called by now. */
export function mailUserOfKey(key: Key): string | undefined {
  const parsed = parseKey(key);
  return parsed && `${parsed.id}@${mailPlaces[parsed.kind]}`;
}

export type MailFindingArgs = {
  /** A script sends mail out of the government's domains, or may (12.5). */
  forward: {
    readonly script: string;
    readonly active: boolean;
    readonly line: number;
    readonly column: number;
    /** Where to; `unknown` where the script alone does not tell. */
    readonly target: string;
    readonly reason: 'outside' | 'variable' | 'include' | 'notify' | 'list' | 'program' | 'syntax';
    /** What the policy has done about it. */
    readonly remedy: 'report' | 'deactivate' | 'suspend';
  };
  /** A script answers mail by itself in another's name, or may; `by`: what says so in it. */
  'answer-as': {
    readonly script: string;
    readonly active: boolean;
    readonly line: number;
    readonly column: number;
    /** Whose; `unknown` where the script alone does not tell. */
    readonly address: string;
    readonly by: 'from' | 'addresses' | 'mime';
  };
  /** The mail server gives another amount than the policy; null: no limit. In MiB. */
  quota: { readonly limit: number | null; readonly wanted: number };
  /** Mail on the disk that no entry belongs to. */
  orphan: Record<never, never>;
  /** An entry whose mailbox the mail server does not know: nobody can log in to it or write to it. */
  'no-mailbox': Record<never, never>;
  /** Letters in the folder Quarantine (4.6), whose holder may not have looked. */
  quarantined: { readonly letters: number };
  /** Something of a mailbox could not be read: what it hides is not known. */
  unread: { readonly detail: Remark };
};

export type MailFindingCode = keyof MailFindingArgs;

/** Something to look at on the mail server; danhba does nothing about it by itself unless the policy says so. */
export type MailFinding = {
  [C in MailFindingCode]: {
    readonly code: C;
    readonly user: string;
    /** The account, where there is one. */
    readonly key?: Key;
    readonly name?: string;
    readonly organization?: string;
    readonly address?: string;
    readonly args: MailFindingArgs[C];
  };
}[MailFindingCode];

/** Over all mailboxes. */
export function lettersInQuarantine(findings: readonly MailFinding[]): number {
  return findings.reduce((sum, { code, args }) => (code === 'quarantined' ? sum + args.letters : sum), 0);
}
