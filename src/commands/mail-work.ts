/** The mail server's part of a run: sessions end behind a lock, mail is archived before a deletion, scripts go off. */
import { type Archived, archiveMailbox, expungeArchived } from '../mail/archive.ts';
import type { Doveadm } from '../mail/doveadm.ts';
import { type Ended, endSessions } from '../mail/sessions.ts';
import { deactivateSieve } from '../mail/sieve-scripts.ts';
import { quotedNames } from '../mail/unreadable.ts';
import { ExpectedError, explained } from '../model/errors.ts';
import { mailUserOf, mailUsersOf } from '../model/mail.ts';
import { changedSince, type Outcome, type Result } from '../model/outcome.ts';
import type { Change, Deletion, MailChange, Modification } from '../model/plan.ts';

/** Locked, or with another password: whoever is logged in got in by what is no longer valid (7, 8.1, 8.2). */
function shutsOut(change: Change): change is Modification {
  if (change.kind === 'create' || !('fields' in change)) return false;
  const { account, base, credential } = change;
  return credential === true || (account.locked === true && base.locked !== true);
}

/**
 * Ends the sessions of those whom changes of this run have shut out, in one go, and says of each what became of it.
 * To be called after the directory was changed. Never throws: the locks are done, whatever the mail server says.
 */
export async function endSessionsBehind(
  doveadm: Doveadm,
  done: readonly Change[],
): Promise<readonly Outcome[]> {
  // Under whatever name of the entry somebody has got in.
  const shut = done
    .filter(shutsOut)
    .flatMap((change) =>
      change.base.mailbox ? mailUsersOf(change.base).map((user) => ({ change, user })) : [],
    );
  const results = await endAll(
    doveadm,
    shut.map(({ user }) => user),
  );
  return shut.map(({ change: { key, wave, base }, user }) => ({
    id: user === mailUserOf(base.dn) ? `end-sessions ${key}` : `end-sessions ${key} ${user}`,
    key,
    kind: 'end-sessions',
    wave,
    ...(results.get(user) ?? { result: 'retry', detail: user }),
  }));
}

async function endAll(doveadm: Doveadm, users: readonly string[]): Promise<ReadonlyMap<string, Result>> {
  try {
    const ended = await endSessions(doveadm, users);
    return new Map(ended.map((one) => [one.user, resultOfEnd(one)]));
  } catch (thrown) {
    const failure = failureOf(thrown);
    return new Map(users.map((user) => [user, failure]));
  }
}

function resultOfEnd(ended: Ended): Result {
  switch (ended.result) {
    case 'ended':
      return { result: 'applied' };
    case 'none':
      return { result: 'already' };
    case 'left':
      return {
        result: 'retry',
        detail: `còn ${ended.sessions} phiên đang mở / ${ended.sessions} sessions are still open`,
      };
    case 'failed':
      return { result: 'failed', detail: ended.detail };
  }
}

/** Work that only the mail server has to do. */
export async function performMailChange(doveadm: Doveadm | undefined, change: MailChange): Promise<Result> {
  if (doveadm === undefined) return { result: 'failed', detail: 'DANHBA_DOVEADM_URL' };
  if (change.kind === 'end-sessions') {
    return (
      (await endAll(doveadm, [change.user])).get(change.user) ?? { result: 'retry', detail: change.user }
    );
  }
  try {
    const [answer] = await deactivateSieve(doveadm, [change.user]);
    if (answer?.result === 'inactive') return { result: 'applied' };
    // No user, no script: nothing is forwarded.
    if (answer?.result === 'absent') return { result: 'already' };
    return { result: 'failed', detail: answer?.detail ?? change.user };
  } catch (thrown) {
    return failureOf(thrown);
  }
}

/**
 * Archives the mailbox, proves the archive, and empties the mailbox of what was proven; undefined where that is done
 * and the entry may go. What was not archived is never deleted: an entry keeps its mail reachable until then (8.1).
 */
export async function archiveBefore(
  doveadm: Doveadm,
  deletion: Deletion,
  isAsPlanned: () => Promise<boolean>,
): Promise<{ readonly refusal: Result } | { readonly archived: string }> {
  const user = mailUserOf(deletion.base.dn);
  if (user === undefined || !deletion.base.mailbox) return { archived: '' };
  const refuse = (detail: string) => ({ refusal: { result: 'failed', detail } as const });
  try {
    const archived = await archiveMailbox(doveadm, user);
    if (archived.result !== 'archived' && archived.result !== 'already') {
      return refuse(`${user}: ${wordsOf(archived)}`);
    }
    // The copy harms nobody; emptying would, had somebody brought the account back meanwhile.
    if (!(await isAsPlanned())) return refuse(changedSince);
    const expunged = await expungeArchived(doveadm, user);
    if (expunged.result !== 'expunged' && expunged.result !== 'already') {
      return refuse(`${user}: ${wordsOf(expunged)}`);
    }
    return { archived: wordsOfProof(archived, expunged.result === 'expunged' ? expunged.messages : 0) };
  } catch (thrown) {
    return { refusal: failureOf(thrown) };
  }
}

/** What the archive holds, and what of it this run has done: an earlier one may have been stopped half-way. */
function wordsOfProof(
  archived: Extract<Archived, { messages: number; size: number }>,
  deleted: number,
): string {
  const added = archived.result === 'archived' ? archived.added : 0;
  const { messages, folders, size } = archived;
  return `${messages} thư đã lưu / messages archived, ${folders} thư mục / folders, ${size} B; lần này / in this run: chép / copied ${added}, xóa khỏi hộp thư / deleted from the mailbox ${deleted}`;
}

type Refusal =
  | Exclude<Awaited<ReturnType<typeof archiveMailbox>>, { result: 'archived' | 'already' }>
  | Exclude<Awaited<ReturnType<typeof expungeArchived>>, { result: 'expunged' | 'already' }>;

function wordsOf(refusal: Refusal): string {
  switch (refusal.result) {
    case 'absent':
      return 'máy chủ thư không biết hộp thư / the mail server does not know the mailbox';
    case 'diverged': {
      const names = quotedNames(refusal.folders);
      return `kho lưu có thư mà hộp thư không có, và ${refusal.messages} thư chưa lưu: cần người xem thư mục ${names}, đổi tên nó trong hộp thư rồi chạy lại / the archive has mail the mailbox lacks, and ${refusal.messages} messages are not archived: a person must look at the folder ${names}, rename it in the mailbox, and run again`;
    }
    case 'unproven': {
      const names = quotedNames(refusal.folders);
      return `${refusal.messages} thư của thư mục ${names} không thấy trong kho lưu, chưa xóa gì: xem dovecot.log, chạy lại / messages of the folder ${names} cannot be seen in the archive, nothing is deleted: see dovecot.log, run again`;
    }
    case 'left': {
      const names = quotedNames(refusal.folders);
      return `còn ${refusal.messages} thư trong hộp thư, thư mục ${names}: chạy lại / messages are left in the mailbox, folder ${names}: run again`;
    }
    case 'hidden': {
      const names = quotedNames(refusal.directories);
      return `trong Maildir còn tệp thư Dovecot không thấy, ở ${names}: đổi tên thư mục đó (như .Cu) hoặc chuyển đi, rồi chạy lại / the Maildir has mail files that Dovecot does not see, in ${names}: rename that directory (such as .Old) or move it away, then run again`;
    }
    case 'failed':
      return refusal.detail;
  }
}

/** No later moment makes these right: the settings are wrong. */
const settingsWrong: ReadonlySet<string> = new Set([
  'doveadm-key',
  'doveadm-url',
  'doveadm-plaintext',
  'doveadm-certificate',
]);

function failureOf(thrown: unknown): Result {
  const result = thrown instanceof ExpectedError && settingsWrong.has(thrown.code) ? 'failed' : 'retry';
  return { result, detail: explained(thrown) };
}
