/** Sets one declared account against the entry that is there: its drafts, what is held, what is coming. */
import type { ObservedAccount } from '../../model/account/account.ts';
import type { Declared } from '../../model/directory/declared.ts';
import { hasEnded, isLeaving, lastDayOf } from '../../model/directory/ending.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import type { Hold, Upcoming } from '../../model/plan/plan.ts';
import { deadlineOf } from '../../model/time/deadline.ts';
import { byRecordAlone, deletabilityOf, isOver } from '../decide/deletion.ts';
import { moveOf } from '../decide/move.ts';
import { needsNewPassword, withoutRefused } from '../decide/passwords.ts';
import type { StateDecision } from '../decide/state.ts';
import { resolveWanted, type Wanted } from '../decide/wanted.ts';
import { creation, deletion, diffFields, modification, whyOf } from '../draft.ts';
import { reusesOf } from '../facts/address-book.ts';
import type { Facts } from '../facts/facts.ts';
import { completed } from './home.ts';
import { reasonFor, restReasons } from './reasons.ts';
import { isReplaced, replaced, strangerAmong } from './replaced.ts';
import { issueOrWake, transfer } from './transfer.ts';
import { drafted, heldBack, nothing, restorationNeeded, type Verdict } from './verdict.ts';

export function compareOne(declared: Declared, actual: ObservedAccount | undefined, facts: Facts): Verdict {
  if (actual === undefined) return issue(declared, facts);
  const unreadable = unreadableHome(declared, actual, facts);
  if (unreadable !== undefined && actual.state !== 'terminated') return unreadable;
  const wanted = withoutEndedMailbox(declared, actual, resolveWanted(declared, actual, facts), facts);
  const isAnother = isReplaced(declared, actual, facts.today);
  const completion = isAnother ? undefined : completed(declared, actual, wanted, facts);
  if (completion !== undefined) return completion;
  const leaving = unreadable === undefined ? judgeDeletion(declared, actual, wanted, facts) : nothing;
  if (leaving.drafts.length > 0) return leaving;
  if (isAnother) return replaced(declared, actual, wanted);
  const move = moveOf(declared, actual, facts);
  if (move.kind === 'left') return transfer(declared, actual, wanted, facts);
  if (move.kind === 'unreleased') {
    const { kind: _kind, ...args } = move;
    return heldBack({ code: 'release-needed', args, kind: 'transfer' });
  }
  const moves = move.kind === 'travels';
  const refused = withoutRefused(declared, actual, wanted.account, moves, facts);
  const { account } = refused;
  const held = [...refused.holds, ...leaving.holds, ...unsettledState(declared, actual, wanted.decision)];
  if (held.some(({ kind }) => kind === 'create' || kind === 'restore')) return heldBack(...held);
  const holds = [...held, ...uncountedInactivity(wanted, facts)];
  const upcoming = upcomingOf(declared, wanted, facts);
  if (diffFields(actual, account).length === 0) return { drafts: [], holds, upcoming };
  const fresh = needsNewPassword(actual, account, facts);
  const due = dueOf(declared, wanted, facts);
  const why =
    move.kind === 'travels' && actual.state === account.state
      ? whyOf(wayWords[move.by], declared)
      : reasonFor(declared, actual, account, wanted.decision, due, fresh);
  const draft = {
    ...modification(actual, account, why, declared.organization.id, fresh),
    // A mailbox that travels does so as it is to be at its end, or not at all.
    ...(move.kind !== 'travels' && { rest: restReasons(declared, actual, account, fresh) }),
  };
  const reuses = reusesOf(declared, facts.book);
  return { drafts: [reuses.length > 0 ? { ...draft, reuses } : draft], holds, upcoming };
}

const wayWords = { succession: 'succeeded', release: 'moved', return: 'returned' } as const;

/**
 * The file of the organization that has the account may say that the person stays, or leaves on a later day; and an end
 * that another organization has on record is an old one, where any file that cannot be read has the person now.
 */
function unreadableHome(
  declared: Declared,
  actual: ObservedAccount,
  { unreadable, today }: Facts,
): Verdict | undefined {
  const { organization = '' } = actual;
  if (declared.person === undefined || organization === declared.organization.id) return undefined;
  const file = unreadable.fileOf(actual.key, organization);
  if (file !== undefined) {
    return heldBack({ code: 'organization-unreadable', args: { organization, file }, kind: 'transfer' });
  }
  const { anybodys } = unreadable;
  if (
    !hasEnded(declared.declaration?.termination, today) ||
    anybodys === undefined ||
    actual.state === 'terminated'
  )
    return undefined;
  const args = { organization: anybodys.id, file: anybodys.file };
  return heldBack({ code: 'organization-unreadable', args, kind: 'terminate' });
}

/** 6.1: a new account; one that is declared only to have ended, or whose term has elapsed, is not made again. */
function issue(declared: Declared, facts: Facts): Verdict {
  const { account } = resolveWanted(declared, undefined, facts);
  if (isOver(account, facts)) return nothing;
  const term = deletabilityOf(byRecordAlone(account), facts);
  if (term !== undefined && 'code' in term && term.code === 'calendar-missing') {
    // Its term may be over: it is not made before somebody can tell.
    return heldBack({ ...term, kind: 'create' });
  }
  const stranger = strangerAmong(declared, facts);
  if (stranger !== undefined) return stranger;
  const number = (facts.lastNumbers.get(declared.key) ?? 0) + 1;
  const { draft, passing } = issueOrWake(declared, account, number, facts);
  const obstacle = account.mailbox ? facts.credentialObstacle(declared, draft.account) : undefined;
  return obstacle === undefined ? drafted(draft, ...passing) : heldBack({ ...obstacle, kind: draft.kind });
}

/** An organization without a mailbox gets none that has ended already. */
function withoutEndedMailbox(
  declared: Declared,
  actual: ObservedAccount,
  wanted: Wanted,
  facts: Facts,
): Wanted {
  if (actual.mailbox || !wanted.account.mailbox || !isOver(wanted.account, facts)) return wanted;
  return resolveWanted({ ...declared, declaration: undefined }, actual, facts);
}

/** What has ended, and how long it is kept: deleted when its time has come, else told with the day. */
function judgeDeletion(
  declared: Declared,
  actual: ObservedAccount,
  { account, decision }: Wanted,
  facts: Facts,
): Verdict {
  const settled = actual.mailbox && actual.state === account.state && decision?.needsRestoration !== true;
  // Which of several names the mail is stored under, nobody knows: they go first.
  const judged =
    settled && actual.extraNames === undefined
      ? deletabilityOf({ ...account, ...accessOf(actual) }, facts)
      : undefined;
  if (judged === undefined) return nothing;
  if ('code' in judged) return heldBack({ ...judged, kind: 'delete' });
  const why = whyOf(judged.why, declared, judged);
  const leaving = deletion(actual, why, declared.organization.id);
  if (declared.declaration !== undefined) return drafted(leaving);
  // `mailbox: none` (8.2): the mailbox goes, the organization stays.
  const bare = resolveWanted(declared, undefined, facts).account;
  const again = creation(declared, bare, 1, whyOf('differs', declared), [leaving.id], []);
  return drafted(leaving, again);
}

/** What the servers have seen of it, whatever its record says. */
const accessOf = ({ lastAccess, replicaAccess }: ObservedAccount): Partial<ObservedAccount> => ({
  ...(lastAccess !== undefined && { lastAccess }),
  ...(replicaAccess !== undefined && { replicaAccess }),
});

function unsettledState(
  declared: Declared,
  actual: ObservedAccount,
  decision: StateDecision | undefined,
): readonly Hold[] {
  if (decision?.needsRestoration !== true) return [];
  const since = actual.since ?? '';
  const { suspension } = declared.declaration ?? {};
  // One with a document was declared by somebody; an earlier one was lifted and says nothing of this one.
  const ofTheJob = actual.reason === 'inactivity' && actual.basis === undefined;
  if (ofTheJob && (suspension === undefined || suspension.date < since)) {
    return [{ code: 'suspension-unrecorded', args: { since } }];
  }
  return [restorationNeeded(actual)];
}

/** A term that seems over, in a year whose days off nobody has signed off: nobody is suspended on a guess. */
function uncountedInactivity({ decision, inactivity }: Wanted, { today }: Facts): readonly Hold[] {
  if (decision?.lifecycle.state !== 'active' || inactivity === undefined) return [];
  const { due, missingYear: year } = inactivity;
  if (year === undefined || due >= today) return [];
  return [{ code: 'calendar-missing', args: { year }, kind: 'suspend' }];
}

function upcomingOf(
  { key, name, organization, declaration }: Declared,
  { decision, inactivity }: Wanted,
  { today, warnUntil: until }: Facts,
): readonly Upcoming[] {
  const { termination } = declaration ?? {};
  const subject = { key, name, organization: organization.id };
  const upcoming: Upcoming[] = [];
  if (isLeaving(termination, today) && decision?.lifecycle.state !== 'terminated') {
    const { effective: due, decided: from } = termination;
    if (due >= today && due <= until) upcoming.push({ ...subject, kind: 'terminate', due, from });
  }
  if (decision?.lifecycle.state !== 'active' || inactivity === undefined) return upcoming;
  const { from, due } = inactivity;
  if (due < today || due > until) return upcoming;
  return [...upcoming, { ...subject, kind: 'suspend', due, from }];
}

/** 8.3: two working days from the written request; 8.2: the same from the last day of work. */
function dueOf(declared: Declared, { decision }: Wanted, facts: Facts): CalendarDate | undefined {
  const { restoration, termination } = declared.declaration ?? {};
  const { restoreWorkingDays, terminateWorkingDays } = facts.policy.deadlines;
  const lasting = (from: CalendarDate, count: number) => {
    const deadline = deadlineOf(from, { unit: 'working-days', count }, facts.calendar);
    return 'due' in deadline ? deadline.due : undefined;
  };
  if (decision?.why === 'restoration-declared' && restoration !== undefined) {
    return lasting(restoration.date, restoreWorkingDays);
  }
  if (decision?.why !== 'termination-declared' || termination?.effective === undefined) return undefined;
  // It was heard of later, where that is over: no file says when, and nobody is called late by a guess.
  const due = lasting(lastDayOf(termination), terminateWorkingDays);
  return due !== undefined && due >= facts.today ? due : undefined;
}
