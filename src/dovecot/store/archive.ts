/** Copies a mailbox into its archive, proves that every message is there, and only then deletes what was proven (8.1). */
import type { Archived, Expunged, Missing, Proof } from '../../model/mail/answers.ts';
import { remark } from '../../model/problems/remark.ts';
import { type Command, type Doveadm, describe } from '../connect/doveadm.ts';
import { archivePrefix, type Message, missingFrom, readBothSides, type Side } from './mailbox.ts';
import { readHeld, readHome } from './maildir.ts';

/**
 * Archives one mailbox. To be called when nothing is delivered to it any more; a second time does no harm.
 *
 * `doveadm backup` makes the archive equal to the mailbox, and so empties it when the mailbox has been emptied since.
 * Therefore it runs only while the archive has nothing that the mailbox lacks; afterwards what came in since (8.1 lets
 * a suspended mailbox receive) is added to it, message by message.
 */
export async function archiveMailbox(doveadm: Doveadm, user: string): Promise<Archived> {
  const before = await readBothSides(doveadm, user);
  if (before.result !== 'read') return { user, ...before };
  const missing = missingFrom(before.mailbox, before.archive).length;
  const onlyArchived = missingFrom(before.archive, before.mailbox).length;
  // With fewer messages in the mailbox than in the archive, their numbers say nothing: some were deleted since.
  if (missing === 0 && (onlyArchived > 0 || uncountedFolders(before.mailbox, before.archive).length === 0)) {
    return { user, result: 'already', ...proofOf(before.archive) };
  }
  const failure =
    onlyArchived > 0 ? await addMissing(doveadm, user, before) : await backUp(doveadm, user, before);
  if (failure !== undefined) return failure;
  const after = await readBothSides(doveadm, user);
  if (after.result !== 'read') return { user, ...after };
  const unseen = missingFrom(after.mailbox, after.archive);
  if (unseen.length > 0) return { user, result: 'unproven', ...placesOf(unseen, after.mailbox) };
  const uncounted = onlyArchived === 0 ? uncountedFolders(after.mailbox, after.archive) : [];
  if (uncounted.length > 0) return { user, result: 'unproven', messages: 1, folders: uncounted };
  const added = missingFrom(after.archive, before.archive).length;
  return { user, result: 'archived', added, ...proofOf(after.archive) };
}

type Both = Extract<Awaited<ReturnType<typeof readBothSides>>, { result: 'read' }>;
type Failure = Exclude<Archived, { result: 'archived' | 'already' }>;

async function backUp(doveadm: Doveadm, user: string, { location }: Both): Promise<Failure | undefined> {
  const backup: Command = {
    name: 'backup',
    parameters: { user, destination: [location] },
  };
  const [answer] = await doveadm.call([backup], { batch: 1, slow: true });
  if (answer?.result === 'absent') return { user, result: 'absent' };
  if (answer?.result === 'done') return undefined;
  return { user, result: 'failed', detail: remark('mail.backup', { what: describe(answer) }) };
}

/** Adds to an archive that has more than the mailbox what it lacks; a copy keeps a message's GUID. */
async function addMissing(doveadm: Doveadm, user: string, both: Both): Promise<Failure | undefined> {
  const missing = missingFrom(both.mailbox, both.archive);
  const names = new Map(both.mailbox.folders.map(({ guid, name }) => [guid, name]));
  const archived = new Map(both.archive.folders.map(({ guid, name }) => [guid, name]));
  for (const [guid, messages] of Map.groupBy(missing, ({ folderGuid }) => folderGuid)) {
    const name = names.get(guid);
    if (name === undefined) continue;
    const destination = archived.get(guid) ?? `${archivePrefix}${name}`;
    const create: Command = { name: 'mailboxCreate', parameters: { user, guid, mailbox: [destination] } };
    const copy: Command = {
      name: 'copy',
      parameters: { user, destinationMailbox: destination, query: queryOf(name, guid, messages) },
    };
    for (const command of archived.has(guid) ? [copy] : [create, copy]) {
      const [answer] = await doveadm.call([command], { batch: 1, slow: true });
      if (answer?.result !== 'done') {
        return { user, result: 'diverged', messages: missing.length, folders: [name] };
      }
    }
  }
  return undefined;
}

/** The name is a pattern to doveadm: with the identity beside it, a folder called `*` is that folder alone. */
const queryOf = (name: string, guid: string, messages: readonly Message[]): readonly string[] => [
  ...['mailbox', name, 'mailbox-guid', guid],
  ...['uid', uidSet(messages)],
];

const proofOf = ({ folders }: Side): Proof => ({
  messages: folders.reduce((sum, { messages }) => sum + messages, 0),
  folders: folders.filter(({ messages }) => messages > 0).length,
  size: folders.reduce((sum, { size }) => sum + size, 0),
});

/** The folders with mail that have not the same number and size of messages on the other side. */
function uncountedFolders(mailbox: Side, archive: Side): readonly string[] {
  const archived = new Map(archive.folders.map((folder) => [folder.guid, folder]));
  return mailbox.folders.flatMap(({ guid, name, messages, size }) => {
    const copy = archived.get(guid);
    return messages === 0 || (copy?.messages === messages && copy.size === size) ? [] : [name];
  });
}

function placesOf(messages: readonly Message[], { folders }: Side): Missing {
  const guids = new Set(messages.map(({ folderGuid }) => folderGuid));
  const names = folders.filter(({ guid }) => guids.has(guid)).map(({ name }) => name);
  return { messages: messages.length, folders: names };
}

/** Folders of one request. */
const foldersOfRequest = 20;

/** Deletes from a mailbox the messages that are in its archive, and no others, whatever came in between. */
export async function expungeArchived(doveadm: Doveadm, user: string): Promise<Expunged> {
  const before = await readBothSides(doveadm, user);
  if (before.result !== 'read') return { user, ...before };
  const missing = new Set(missingFrom(before.mailbox, before.archive));
  const archived = before.mailbox.messages.filter((message) => !missing.has(message));
  const folders = new Map(before.mailbox.folders.map(({ guid, name }) => [guid, name]));
  const targets = [...Map.groupBy(archived, ({ folderGuid }) => folderGuid)].map(([guid, messages]) => {
    const name = folders.get(guid) ?? '';
    const command: Command = { name: 'expunge', parameters: { user, query: queryOf(name, guid, messages) } };
    return { name, command };
  });
  const answers = await doveadm.call(
    targets.map(({ command }) => command),
    { batch: foldersOfRequest, slow: true },
  );
  const failed = answers.findIndex(({ result }) => result !== 'done' && result !== 'nothing');
  if (failed !== -1) {
    const name = JSON.stringify(targets[failed]?.name);
    const detail = remark('mail.folder', { name, what: describe(answers[failed]) });
    return { user, result: 'failed', detail };
  }
  // The disk first: what is delivered in between is then seen as mail of the mailbox.
  const directories = await readDirectoriesWithMail(doveadm, user);
  const after = await readBothSides(doveadm, user);
  if (after.result !== 'read') return { user, ...after };
  if (after.mailbox.messages.length > 0) {
    return { user, result: 'left', ...placesOf(after.mailbox.messages, after.mailbox) };
  }
  if (directories.length > 0) return { user, result: 'hidden', directories };
  return archived.length === 0
    ? { user, result: 'already' }
    : { user, result: 'expunged', messages: archived.length };
}

/** Where Dovecot shows an inbox and no other folder, as for `.INBOX`, the disk alone tells of mail. */
async function readDirectoriesWithMail(doveadm: Doveadm, user: string): Promise<readonly string[]> {
  const home = await readHome(doveadm, user);
  const [held] = home === undefined ? [] : await readHeld(doveadm, [home]);
  if (held === undefined) return [];
  return held.closed ? ['Maildir'] : held.directories;
}

/** UIDs as IMAP writes them, runs joined: `1:5,9` (RFC 3501 §9). */
function uidSet(messages: readonly Message[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const uid of messages.map((message) => message.uid).sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && uid === run.last + 1) run.last = uid;
    else runs.push({ first: uid, last: uid });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}:${last}`)).join(',');
}
