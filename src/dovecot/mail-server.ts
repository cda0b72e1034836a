/** What a run asks of a mail server, whichever one it is, as a record of functions; Dovecot is the first of them. */

import type { MailFacts } from '../model/doctor/facts.ts';
import type { Archived, Deactivated, Ended, Expunged, UnreadCount } from '../model/mail/answers.ts';
import type { MailState } from '../model/mail/state.ts';
import { openDoveadm } from './connect/doveadm.ts';
import type { DoveadmSettings } from './connect/settings.ts';
import { examineDovecot } from './examine.ts';
import { endSessions } from './sessions.ts';
import { deactivateSieve } from './sieve/scripts.ts';
import { readMailState } from './state.ts';
import { archiveMailbox, expungeArchived } from './store/archive.ts';
import { readUnread } from './store/unread.ts';

/** Users are named as the mail server names them. Whatever is thrown is an ExpectedError: nothing is known then. */
export interface MailServer {
  readonly readState: () => Promise<MailState>;
  /** Cuts users off who may log in no more; to be called after the directory was changed. */
  readonly endSessions: (users: readonly string[]) => Promise<readonly Ended[]>;
  /** Switches the active script of each user off (12.5). */
  readonly deactivateScripts: (users: readonly string[]) => Promise<readonly Deactivated[]>;
  /** Copies a mailbox into its archive and proves the copy (8.1); the mailbox stays as it is. */
  readonly archive: (user: string) => Promise<Archived>;
  /** Deletes from a mailbox what is in its archive, and nothing else. */
  readonly expungeArchived: (user: string) => Promise<Expunged>;
  /** Whether it knows what a run asks of it, and everybody it is to know; nothing is changed. */
  readonly examine: () => Promise<MailFacts>;
  /** Letters nobody has read in the inboxes of these users, one answer for each; asked for reports alone. */
  readonly readUnread: (users: readonly string[]) => Promise<readonly UnreadCount[]>;
  readonly close: () => void;
}

/** Behind doveadm's HTTP API. @throws ExpectedError where the settings cannot be used; nothing is sent yet. */
export function openDovecot(settings: DoveadmSettings): MailServer {
  const doveadm = openDoveadm(settings);
  return {
    readState: async () => await readMailState(doveadm),
    endSessions: async (users) => await endSessions(doveadm, users),
    deactivateScripts: async (users) => await deactivateSieve(doveadm, users),
    archive: async (user) => await archiveMailbox(doveadm, user),
    expungeArchived: async (user) => await expungeArchived(doveadm, user),
    examine: async () => await examineDovecot(doveadm),
    readUnread: async (users) => await readUnread(doveadm, users),
    close: () => doveadm.close(),
  };
}
