/** What a mail server answers to what a run asks of it. */
import type { Remark } from '../problems/remark.ts';

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

export type UnreadCount = { readonly user: string } & (
  | { readonly result: 'read'; readonly letters: number }
  /** The server does not know the user, or the mailbox has no inbox. */
  | { readonly result: 'absent' }
  | { readonly result: 'failed'; readonly detail: Remark }
);
