/** Sets one declared account against the entry that is there: its drafts, what is held, what is coming. */
import type { ObservedAccount } from '../model/account.ts';
import { addDays } from '../model/date.ts';
import type { Declared } from '../model/declared.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { Held, Upcoming } from '../model/plan.ts';
import { deadlineOf } from './calendar.ts';
import { type Comparison, nothing, reusesOf, suspensionOf } from './comparison.ts';
import { byRecordAlone, deletabilityOf, isOver } from './deletion.ts';
import { diffFields } from './diff.ts';
import { creation, deletion, heldOf, modification, reasonFor, restReasons, whyOf } from './drafting.ts';
import { completed } from './home.ts';
import { moveOf } from './move.ts';
import { needsNewPassword, withoutRefused } from './passwords.ts';
import { isReplaced, replaced, strangerAmong } from './replaced.ts';
import type { Scene } from './scene.ts';
import type { StateDecision } from './state.ts';
import { issueOrWake, transfer } from './transfer.ts';
import { resolveWanted, type Wanted } from './wanted.ts';

export function compareOne(
  declared: Declared,
  actual: ObservedAccount | undefined,
  scene: Scene,
): Comparison {
  if (actual === undefined) return issue(declared, scene);
  const unreadable = unreadableHome(declared, actual, scene);
  if (unreadable !== undefined && actual.state !== 'terminated') return unreadable;
  const wanted = withoutEndedMailbox(declared, actual, resolveWanted(declared, actual, scene), scene);
  const isAnother = isReplaced(declared, actual, scene.today);
  const completion = isAnother ? undefined : completed(declared, actual, wanted, scene);
  if (completion !== undefined) return completion;
  const leaving = unreadable === undefined ? judgeDeletion(declared, actual, wanted, scene) : nothing;
  if (leaving.drafts.length > 0) return leaving;
  if (isAnother) return replaced(declared, actual, wanted);
  const move = moveOf(declared, actual, scene);
  if (move.kind === 'left') return transfer(declared, actual, wanted, scene);
  if (move.kind === 'unreleased') {
    const { kind: _kind, ...args } = move;
    return { ...nothing, held: [heldOf(declared, 'release-needed', args, 'transfer')] };
  }
  const moves = move.kind === 'travels';
  const { account, held } = withoutRefused(declared, actual, wanted.account, moves, scene);
  held.push(...leaving.held, ...unsettledState(declared, actual, wanted.decision));
  if (held.some(({ kind }) => kind === 'create' || kind === 'restore')) return { ...nothing, held };
  held.push(...uncountedInactivity(declared, wanted, scene));
  const upcoming = upcomingOf(declared, wanted, scene);
  if (diffFields(actual, account).length === 0) return { drafts: [], held, upcoming };
  const fresh = needsNewPassword(actual, account, scene);
  const due = dueOf(declared, wanted, scene);
  const why =
    move.kind === 'travels' && actual.state === account.state
      ? whyOf(wayWords[move.by], declared)
      : reasonFor(declared, actual, account, wanted.decision, due, fresh);
  const draft = {
    ...modification(actual, account, why, declared.organization.id, fresh),
    // A mailbox that travels does so as it is to be at its end, or not at all.
    ...(move.kind !== 'travels' && { rest: restReasons(declared, actual, account, fresh) }),
  };
  const reuses = reusesOf(declared, scene);
  return { drafts: [reuses.length > 0 ? { ...draft, reuses } : draft], held, upcoming };
}

const wayWords = { succession: 'succeeded', release: 'moved', return: 'returned' } as const;

/**
 * The file of the organization that has the account may say that the person stays, or leaves on a later day; and an end
 * that another organization has on record is an old one, where any file that cannot be read has the person now.
 */
function unreadableHome(
  declared: Declared,
  actual: ObservedAccount,
  { unreadable, today }: Scene,
): Comparison | undefined {
  const { organization = '' } = actual;
  if (declared.person === undefined || organization === declared.organization.id) return undefined;
  const file = unreadable.fileOf(actual.key, organization);
  if (file !== undefined) {
    return {
      ...nothing,
      held: [heldOf(declared, 'organization-unreadable', { organization, file }, 'transfer')],
    };
  }
  const hasEnded = (declared.declaration?.termination?.decided ?? '9999') <= today;
  const { anybodys } = unreadable;
  if (!hasEnded || anybodys === undefined || actual.state === 'terminated') return undefined;
  const args = { organization: anybodys.id, file: anybodys.file };
  return { ...nothing, held: [heldOf(declared, 'organization-unreadable', args, 'terminate')] };
}

/** 6.1: a new account; one that is declared only to have ended, or whose term has elapsed, is not made again. */
function issue(declared: Declared, scene: Scene): Comparison {
  const { account } = resolveWanted(declared, undefined, scene);
  if (isOver(account, scene)) return nothing;
  const term = deletabilityOf(byRecordAlone(account), scene);
  if (term !== undefined && 'code' in term && term.code === 'calendar-missing') {
    // Its term may be over: it is not made before somebody can tell.
    return { ...nothing, held: [heldOf(declared, term.code, term.args, 'create')] };
  }
  const stranger = strangerAmong(declared, scene);
  if (stranger !== undefined) return stranger;
  const number = (scene.lastNumbers.get(declared.key) ?? 0) + 1;
  const { draft, passing } = issueOrWake(declared, account, number, scene);
  const obstacle = account.mailbox ? scene.credentialObstacle(declared, draft.account) : undefined;
  if (obstacle !== undefined) {
    return { ...nothing, held: [heldOf(declared, obstacle.code, obstacle.args, draft.kind)] };
  }
  return { ...nothing, drafts: [draft, ...passing] };
}

/** An organization without a mailbox gets none that has ended already. */
function withoutEndedMailbox(
  declared: Declared,
  actual: ObservedAccount,
  wanted: Wanted,
  scene: Scene,
): Wanted {
  if (actual.mailbox || !wanted.account.mailbox || !isOver(wanted.account, scene)) return wanted;
  return resolveWanted({ ...declared, declaration: undefined }, actual, scene);
}

/** What has ended, and how long it is kept: deleted when its time has come, else told with the day. */
function judgeDeletion(
  declared: Declared,
  actual: ObservedAccount,
  { account, decision }: Wanted,
  scene: Scene,
): Comparison {
  const settled = actual.mailbox && actual.state === account.state && decision?.needsRestoration !== true;
  // Which of several names the mail is stored under, nobody knows: they go first.
  const judged =
    settled && actual.extraNames === undefined
      ? deletabilityOf({ ...account, ...accessOf(actual) }, scene)
      : undefined;
  if (judged === undefined) return nothing;
  if ('code' in judged) {
    return { ...nothing, held: [heldOf(declared, judged.code, judged.args, 'delete')] };
  }
  const why = whyOf(judged.why, declared, judged);
  const leaving = deletion(actual, why, declared.organization.id);
  if (declared.declaration !== undefined) return { ...nothing, drafts: [leaving] };
  // `mailbox: none` (8.2): the mailbox goes, the organization stays.
  const bare = resolveWanted(declared, undefined, scene).account;
  const again = creation(declared, bare, 1, whyOf('differs', declared), [leaving.id], []);
  return { ...nothing, drafts: [leaving, again] };
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
): Held[] {
  if (decision?.needsRestoration !== true) return [];
  const since = actual.since ?? '';
  const { suspension } = declared.declaration ?? {};
  // One with a document was declared by somebody; an earlier one was lifted and says nothing of this one.
  const ofTheJob = actual.reason === 'inactivity' && actual.basis === undefined;
  if (ofTheJob && (suspension === undefined || suspension.date < since)) {
    return [heldOf(declared, 'suspension-unrecorded', { since })];
  }
  return [heldOf(declared, 'restoration-needed', suspensionOf(actual))];
}

/** A term that seems over, in a year whose days off nobody has signed off: nobody is suspended on a guess. */
function uncountedInactivity(declared: Declared, { decision, inactivity }: Wanted, { today }: Scene): Held[] {
  if (decision?.lifecycle.state !== 'active' || inactivity === undefined) return [];
  const { due, missingYear: year } = inactivity;
  if (year === undefined || due >= today) return [];
  return [heldOf(declared, 'calendar-missing', { year }, 'suspend')];
}

function upcomingOf(
  { key, name, organization }: Declared,
  { decision, inactivity }: Wanted,
  { today, policy }: Scene,
): readonly Upcoming[] {
  if (decision?.lifecycle.state !== 'active' || inactivity === undefined) return [];
  const { from, due } = inactivity;
  if (due < today || due > addDays(today, policy.lifecycle.warnDays)) return [];
  return [{ key, name, organization: organization.id, kind: 'suspend', due, from }];
}

/** 8.3: two working days from the written request. */
function dueOf(declared: Declared, { decision }: Wanted, scene: Scene): CalendarDate | undefined {
  const request = declared.declaration?.restoration;
  if (decision?.why !== 'restoration-declared' || request === undefined) return undefined;
  const term = { unit: 'working-days', count: scene.policy.deadlines.restoreWorkingDays } as const;
  const deadline = deadlineOf(request.date, term, scene.calendar);
  return 'due' in deadline ? deadline.due : undefined;
}
