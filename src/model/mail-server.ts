/** What a run asks of a mail server, whichever one it is: a record of functions, and what each of them answers. */
import type { MailState } from './mail.ts';
import type { Remark } from './remark.ts';

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
  readonly close: () => void;
}

export type Ended = { readonly user: string } & (
  | { readonly result: 'ended' }
  | { readonly result: 'none' }
  /** Still there after all; the next run will try again. */
  | { readonly result: 'left'; readonly sessions: number }
  | { readonly result: 'failed'; readonly detail: Remark }
);

export type Deactivated = { readonly user: string } /** Whether or not a script was active before. */ & (
  | { readonly result: 'inactive' }
  /** The server does not know the user. */
  | { readonly result: 'absent' }
  | { readonly result: 'failed'; readonly detail: Remark }
);

/** What was proven to be in the archive. */
export interface Proof {
  /** Of the archive, also of messages that are no longer in the mailbox. */
  readonly messages: number;
  /** Folders of the archive that hold those messages. */
  readonly folders: number;
  /** Octets, with CRLF line ends. */
  readonly size: number;
}

/** Messages that stand in the way, and the names of the folders they are in. */
export interface Missing {
  readonly messages: number;
  readonly folders: readonly string[];
}

export type Archived = { readonly user: string } & (
  | ({
      readonly result: 'archived';
      /** Messages that were not in the archive before. */
      readonly added: number;
    } & Proof)
  /** An earlier run did it. */
  | ({ readonly result: 'already' } & Proof)
  /** The server does not know the user: nothing can be read, and nothing must be deleted. */
  | { readonly result: 'absent' }
  /** The archive has a folder of this name that is another one; nothing of it is touched. `messages`: not archived. */
  | ({ readonly result: 'diverged' } & Missing)
  /** The copy was made, and so many messages cannot be seen in it. */
  | ({ readonly result: 'unproven' } & Missing)
  | { readonly result: 'failed'; readonly detail: Remark }
);

export type Expunged = { readonly user: string } & (
  | { readonly result: 'expunged'; readonly messages: number }
  /** The mailbox was empty. */
  | { readonly result: 'already' }
  | { readonly result: 'absent' }
  /** So many messages are still, or newly, in the mailbox: those that were not in the archive among them. */
  | ({ readonly result: 'left' } & Missing)
  /** Dovecot shows an empty mailbox, and there are files in these directories of it: mail that it does not see. */
  | { readonly result: 'hidden'; readonly directories: readonly string[] }
  | { readonly result: 'failed'; readonly detail: Remark }
);
