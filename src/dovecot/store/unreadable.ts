/** Finds which folders Dovecot lists and cannot open: one of them makes it refuse what is asked of all folders. */
import type { Command, Doveadm } from '../connect/doveadm.ts';

/** Folders of one request. */
const foldersOfRequest = 20;

/**
 * The names of a user's folders that cannot be opened, whatever the reason: a link to nowhere, a name Dovecot would not
 * give a folder, rights. None where all can be, or where no list can be had.
 */
export async function findUnreadable(doveadm: Doveadm, user: string): Promise<readonly string[]> {
  const [list] = await doveadm.call([{ name: 'mailboxList', parameters: { user } }], { batch: 1 });
  const names = list?.result === 'done' ? list.rows.flatMap(({ mailbox }) => mailbox ?? []) : [];
  // A name that only has folders below it is no folder, and alone would fail as well: with INBOX beside it, it passes.
  const probes = names.map(
    (name): Command => ({
      name: 'mailboxStatus',
      parameters: { user, field: ['messages'], mailboxMask: [name, 'INBOX'] },
    }),
  );
  const answers = await doveadm.call(probes, { batch: foldersOfRequest, once: true });
  const failing = names.filter((_, index) => answers[index]?.result !== 'done');
  // A name is a pattern to doveadm: `*` fails for every folder it stands for.
  const plain = failing.filter((name) => !/[*%]/.test(name));
  return plain.length > 0 ? plain : failing;
}

const mostShown = 5;

/** Names of folders for people to read, each in quotes, with control characters escaped. */
export function quotedNames(names: readonly string[]): string {
  const shown = names.slice(0, mostShown).map((name) => JSON.stringify(name));
  return [...shown, ...(names.length > mostShown ? [`+${names.length - mostShown}`] : [])].join(', ');
}
