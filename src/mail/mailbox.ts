/** Reads which messages a user's mailbox and its archive hold, each by an identity that copying keeps. */
import type { Answer, Row } from './answer.ts';
import { type Command, type Doveadm, describe } from './doveadm.ts';

/** One folder, by what Dovecot keeps when it copies a mailbox. */
export interface Folder {
  readonly name: string;
  readonly guid: string;
  readonly messages: number;
  /** Octets of all messages, with CRLF line ends. */
  readonly size: number;
}

export interface Message {
  readonly folderGuid: string;
  readonly uid: number;
  readonly guid: string;
}

/** One side: the mailbox itself, or its archive. */
export interface Side {
  readonly folders: readonly Folder[];
  readonly messages: readonly Message[];
}

export type BothSides =
  | {
      readonly result: 'read';
      readonly mailbox: Side;
      readonly archive: Side;
      /** Where the archive is, as `doveadm backup` takes it. */
      readonly location: string;
    }
  | { readonly result: 'absent' }
  | { readonly result: 'failed'; readonly detail: string };

/** Namespace of servers/dovecot/dovecot.conf in which doveadm, and no user, sees the archive of a mailbox. */
export const archivePrefix = 'danhba-archive/';

/** The mailbox of a user and its archive, in one request; nothing is changed. */
export async function readBothSides(doveadm: Doveadm, user: string): Promise<BothSides> {
  const status = (mask: string): Command => ({
    name: 'mailboxStatus',
    parameters: { user, field: ['messages', 'vsize', 'guid'], mailboxMask: [mask] },
  });
  const fetch = (query: readonly string[]): Command => ({
    name: 'fetch',
    parameters: { user, field: ['mailbox-guid', 'uid', 'guid'], query },
  });
  const commands: readonly Command[] = [
    { name: 'mailboxPath', parameters: { user, mailbox: [`${archivePrefix}INBOX`] } },
    status('*'),
    fetch(['all']),
    status(`${archivePrefix}*`),
    fetch(['mailbox', `${archivePrefix}*`, 'all']),
  ];
  const answers = await doveadm.call(commands, { batch: commands.length, slow: true });
  if (answers.some(({ result }) => result === 'absent')) return { result: 'absent' };
  const failed = answers.find(({ result }) => result !== 'done' && result !== 'nothing');
  if (failed !== undefined) return { result: 'failed', detail: describe(failed) };
  const [places, folders, messages, archivedFolders, archivedMessages] = answers.map(rowsOf);
  const location = locationOf(places?.[0]?.path ?? '');
  if (location === undefined) {
    return {
      result: 'failed',
      detail: `Dovecot không có kho lưu / has no namespace for archives: ${archivePrefix}`,
    };
  }
  return {
    result: 'read',
    location,
    mailbox: { folders: foldersOf(folders), messages: messagesOf(messages) },
    archive: { folders: foldersOf(archivedFolders), messages: messagesOf(archivedMessages) },
  };
}

/**
 * The archive's root by the path of its INBOX; undefined where the server sees an ordinary folder of that name.
 *
 * Asked of the server, so that what is written and what is looked at can never be two places: a copy over an archive
 * that is not seen would destroy it.
 */
function locationOf(path: string): string | undefined {
  const root = /^(\/.+)\/mailboxes\/INBOX\/dbox-Mails$/.exec(path)?.[1];
  return root === undefined ? undefined : `mdbox:${root}`;
}

const rowsOf = (answer: Answer): readonly Row[] => (answer.result === 'done' ? answer.rows : []);

const foldersOf = (rows: readonly Row[] = []): readonly Folder[] =>
  rows.map(({ mailbox = '', guid = '', messages, vsize }) => ({
    name: mailbox,
    guid,
    messages: Number(messages),
    size: Number(vsize),
  }));

const messagesOf = (rows: readonly Row[] = []): readonly Message[] =>
  rows.map(({ 'mailbox-guid': folderGuid = '', uid, guid = '' }) => ({ folderGuid, uid: Number(uid), guid }));

/**
 * The messages of `some` that are not in `others`, of one folder and one GUID: messages that share a GUID say the
 * same. Each stands for one, so that two of a kind are not in the archive for one.
 */
export function missingFrom(some: Side, others: Side): readonly Message[] {
  const identity = ({ folderGuid, guid }: Message) => `${folderGuid} ${guid}`;
  const there = new Map<string, number>();
  for (const message of others.messages) {
    there.set(identity(message), (there.get(identity(message)) ?? 0) + 1);
  }
  return some.messages.filter((message) => {
    const left = there.get(identity(message)) ?? 0;
    there.set(identity(message), left - 1);
    // Without a GUID nobody can tell which message it is.
    return left <= 0 || message.guid === '';
  });
}
