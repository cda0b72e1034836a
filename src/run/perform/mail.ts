/** The mail server's part of a run: sessions end behind a lock, mail is archived before a deletion, scripts go off. */

import type { MailServer } from '../../dovecot/mail-server.ts';
import { quotedNames } from '../../dovecot/store/unreadable.ts';
import type { Places } from '../../model/account/places.ts';
import type { Archived, Ended, Expunged } from '../../model/mail/answers.ts';
import { mailUsersOf, ownMailUserOf } from '../../model/mail/state.ts';
import type { Outcome, Result } from '../../model/plan/outcome.ts';
import type { Change, Deletion, MailChange, Modification } from '../../model/plan/plan.ts';
import { ExpectedError, remarkOf } from '../../model/problems/errors.ts';
import { quoted, type Remark, remark } from '../../model/problems/remark.ts';

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
  server: MailServer,
  done: readonly Change[],
  places: Places,
): Promise<readonly Outcome[]> {
  // Under whatever name of the entry somebody has got in.
  const shut = done
    .filter(shutsOut)
    .flatMap((change) =>
      change.base.mailbox ? mailUsersOf(change.base, places).map((user) => ({ change, user })) : [],
    );
  const results = await endAll(
    server,
    shut.map(({ user }) => user),
  );
  return shut.map(({ change: { key, wave, base }, user }) => ({
    id: user === ownMailUserOf(base, places) ? `end-sessions ${key}` : `end-sessions ${key} ${user}`,
    key,
    kind: 'end-sessions',
    wave,
    ...(results.get(user) ?? { result: 'retry', detail: quoted(user) }),
  }));
}

async function endAll(server: MailServer, users: readonly string[]): Promise<ReadonlyMap<string, Result>> {
  try {
    const ended = await server.endSessions(users);
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
      return { result: 'retry', detail: remark('sessions-open', { sessions: ended.sessions }) };
    case 'failed':
      return { result: 'failed', detail: ended.detail };
  }
}

/** Work that only the mail server has to do. */
export async function performMailChange(server: MailServer | undefined, change: MailChange): Promise<Result> {
  if (server === undefined) return { result: 'failed', detail: quoted('DANHBA_DOVEADM_URL') };
  if (change.kind === 'end-sessions') {
    return (
      (await endAll(server, [change.user])).get(change.user) ?? {
        result: 'retry',
        detail: quoted(change.user),
      }
    );
  }
  try {
    const [answer] = await server.deactivateScripts([change.user]);
    if (answer?.result === 'inactive') return { result: 'applied' };
    // No user, no script: nothing is forwarded.
    if (answer?.result === 'absent') return { result: 'already' };
    return { result: 'failed', detail: answer?.detail ?? quoted(change.user) };
  } catch (thrown) {
    return failureOf(thrown);
  }
}

/**
 * Archives the mailbox, proves the archive, and empties the mailbox of what was proven; undefined where that is done
 * and the entry may go. What was not archived is never deleted: an entry keeps its mail reachable until then (8.1).
 */
export async function archiveBefore(
  server: MailServer,
  deletion: Deletion,
  places: Places,
  isAsPlanned: () => Promise<boolean>,
): Promise<{ readonly refusal: Result } | { readonly archived?: Remark }> {
  const user = ownMailUserOf(deletion.base, places);
  if (user === undefined || !deletion.base.mailbox) return {};
  const refuse = (detail: Remark) => ({ refusal: { result: 'failed', detail } as const });
  try {
    const archived = await server.archive(user);
    if (archived.result !== 'archived' && archived.result !== 'already') {
      return refuse(whyLeft(user, archived));
    }
    // The copy harms nobody; emptying would, had somebody brought the account back meanwhile.
    if (!(await isAsPlanned())) return refuse(remark('changed-since'));
    const expunged = await server.expungeArchived(user);
    if (expunged.result !== 'expunged' && expunged.result !== 'already') {
      return refuse(whyLeft(user, expunged));
    }
    return { archived: proven(archived, expunged.result === 'expunged' ? expunged.messages : 0) };
  } catch (thrown) {
    return { refusal: failureOf(thrown) };
  }
}

/** What the archive holds, and what of it this run has done: an earlier one may have been stopped half-way. */
function proven(archived: Extract<Archived, { messages: number; size: number }>, deleted: number): Remark {
  const added = archived.result === 'archived' ? archived.added : 0;
  const { messages, folders, size } = archived;
  return remark('archived', { messages, folders, size, added, deleted });
}

type Refusal =
  | Exclude<Archived, { result: 'archived' | 'already' }>
  | Exclude<Expunged, { result: 'expunged' | 'already' }>;

function whyLeft(at: string, refusal: Refusal): Remark {
  if (refusal.result === 'failed') return remark('about', { at, what: refusal.detail });
  if (refusal.result === 'absent') return remark('mail.absent', { at });
  if (refusal.result === 'hidden') {
    return remark('mail.hidden', { at, folders: quotedNames(refusal.directories) });
  }
  const { result, messages, folders } = refusal;
  return remark(`mail.${result}`, { at, messages, folders: quotedNames(folders) });
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
  return { result, detail: remarkOf(thrown) };
}
