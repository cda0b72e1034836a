/** Reads which messages a user's mailbox and its archive hold, each by an identity that copying keeps. */
import { type Remark, remark } from '../../model/problems/remark.ts';
import type { Answer, Row } from '../connect/answer.ts';
import { type Command, type Doveadm, describe } from '../connect/doveadm.ts';
import { findUnreadable, quotedNames } from './unreadable.ts';

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
  | { readonly result: 'failed'; readonly detail: Remark };

/**
 * Namespace of servers/dovecot/dovecot.conf in which doveadm, and no user, sees the archive of a mailbox. Dovecot lets
 * nobody make a folder whose name begins with a tilde: one called like the archive would hide, or be taken for, it.
 */
export const archivePrefix = '~danhba-archive/';

/** The mailbox of a user and its archive, in one request; nothing is changed. All of both, or `failed` with the why. */
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
  const [place, folders, messages, archivedFolders, archivedMessages] = answers;
  const location = place?.result === 'done' ? locationOf(place.rows[0]?.path ?? '') : undefined;
  if (location === undefined && (place?.result === 'done' || place?.result === 'refused')) {
    return { result: 'failed', detail: remark('mail.no-namespace', { prefix: archivePrefix }) };
  }
  // Every mailbox has an inbox: nothing at all means that one folder could not be opened.
  const unread = [folders, messages].find((answer) => answer?.result !== 'done');
  if (unread !== undefined) return { result: 'failed', detail: await whyUnread(doveadm, user, unread) };
  const failed = [place, archivedFolders, archivedMessages].find(
    (answer) => answer?.result !== 'done' && answer?.result !== 'nothing',
  );
  if (failed !== undefined || location === undefined) {
    return { result: 'failed', detail: remark('mail.archive', { what: describe(failed) }) };
  }
  const mailbox = sideOf(folders, messages);
  const archive = sideOf(archivedFolders, archivedMessages);
  const doubt = doubtOf(mailbox) ?? doubtOf(archive);
  return doubt === undefined
    ? { result: 'read', location, mailbox, archive }
    : { result: 'failed', detail: doubt };
}

/** Which folders are at fault, so that a person can mend them; what Dovecot said of all of them otherwise. */
async function whyUnread(doveadm: Doveadm, user: string, answer: Answer): Promise<Remark> {
  const names = await findUnreadable(doveadm, user);
  if (names.length === 0) return remark('mail.unreadable', { what: describe(answer) });
  return remark('mail.unopened', { folders: quotedNames(names) });
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

const rowsOf = (answer: Answer | undefined): readonly Row[] => (answer?.result === 'done' ? answer.rows : []);

/** Of each folder, and of each message, one: Dovecot lists an inbox that has folders below it twice. */
function sideOf(folders: Answer | undefined, messages: Answer | undefined): Side {
  const listed = rowsOf(folders).map(({ mailbox = '', guid = '', messages: count, vsize }) => ({
    name: mailbox,
    guid,
    messages: Number(count),
    size: Number(vsize),
  }));
  const fetched = rowsOf(messages).map(({ 'mailbox-guid': folderGuid = '', uid, guid = '' }) => ({
    folderGuid,
    uid: Number(uid),
    guid,
  }));
  return {
    folders: [...new Map(listed.map((folder) => [`${folder.guid} ${folder.name}`, folder])).values()],
    messages: [...new Map(fetched.map((one) => [`${one.folderGuid} ${one.uid}`, one])).values()],
  };
}

/** What makes a side unfit to prove anything, or to delete from; undefined where nothing does. */
function doubtOf({ folders, messages }: Side): Remark | undefined {
  const known = Map.groupBy(folders, ({ guid }) => guid);
  const same = [...known.values()].find((some) => some.length > 1);
  if (same !== undefined) {
    return remark('mail.merged', { folders: quotedNames(same.map(({ name }) => name)) });
  }
  return messages.every(({ folderGuid }) => known.has(folderGuid)) ? undefined : remark('mail.unlisted');
}

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
