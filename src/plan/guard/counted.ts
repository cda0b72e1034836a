/** What a change counts as in the guard, part by part. */
import type { AccountState } from '../../model/account/account.ts';
import type { ChangeClass } from '../../model/directory/policy.ts';
import type { Draft } from '../draft.ts';
import { emptiedFields, isDivisible, type Part } from '../parts.ts';

/** What a part counts as. */
interface Counted {
  readonly part: Part;
  readonly class: ChangeClass;
}

/** The class of change that brought an account into its state. */
export const stateClass = {
  active: undefined,
  suspended: 'suspend',
  terminated: 'terminate',
} as const satisfies Record<AccountState, ChangeClass | undefined>;

const guardClass = {
  create: undefined,
  update: undefined,
  restore: undefined,
  rename: 'rename',
  suspend: 'suspend',
  terminate: 'terminate',
  transfer: 'terminate',
  reset: undefined,
  delete: 'delete',
  lock: undefined,
  lift: undefined,
  adopt: undefined,
  unadopt: undefined,
} as const satisfies Record<Draft['kind'], ChangeClass | undefined>;

/**
 * The class a change counts in. A removal is judged where a run first sees it, days before it takes effect: then
 * there is time to ask, and nobody has to approve it twice.
 */
function classOf(draft: Draft): ChangeClass | undefined {
  const { kind, why } = draft;
  if (why.code === 'missing') return 'terminate';
  // Taken over and shut in one: what a file decides shuts as many as it would of danhba's own.
  if (kind === 'adopt') return stateClass[draft.account.state ?? 'active'];
  // A suspension that is lifted is the holder's due; a mailbox that had ended is nobody's any more.
  if (kind === 'restore' && draft.base.state === 'terminated') return 'wake';
  // An entry that a hand has put into a state that locks, and that danhba has never locked.
  const shuts = 'fields' in draft && draft.account.locked === true && draft.base.locked !== true;
  // A lock upon a call that a hand has half undone: danhba makes it whole, and counts what it shuts.
  if (kind === 'update' && shuts && draft.account.operatorLock !== undefined) return 'suspend';
  if (kind === 'update' && shuts && draft.base.lockedOn === undefined && draft.base.state !== undefined) {
    return stateClass[draft.base.state];
  }
  const judgedBefore = kind === 'terminate' && why.code === 'removed' && draft.base.missing !== undefined;
  return judgedBefore ? undefined : guardClass[kind];
}

/** The part of it that takes something away from its holder; what danhba could not tell apart is taken for the whole. */
export function takingOf(draft: Draft): Part | undefined {
  const takes = guardClass[draft.kind] !== undefined || classOf(draft) !== undefined;
  if (!takes || !('fields' in draft)) return takes ? 'all' : undefined;
  const part = draft.kind === 'rename' ? 'address' : 'lock';
  return isDivisible(draft, part) ? part : 'all';
}

/** True for what takes a mailbox away from its holder. */
export const isEnding = (draft: Draft): boolean =>
  draft.kind !== 'rename' && draft.kind !== 'restore' && takingOf(draft) !== undefined;

/** What a change counts as: the gravest thing it does, and what it does beside that. */
export function countedOf(draft: Draft): readonly Counted[] {
  const counted: Counted[] = [];
  const [taking, grave] = [takingOf(draft), classOf(draft)];
  if (taking !== undefined && grave !== undefined) counted.push({ part: taking, class: grave });
  if (!('fields' in draft)) return counted;
  const isRenamed = draft.base.address !== undefined && draft.base.address !== draft.account.address;
  const isApart = draft.kind === 'suspend' || draft.kind === 'restore';
  if (isRenamed && isApart && taking !== 'all' && isDivisible(draft, 'address')) {
    counted.push({ part: 'address', class: 'rename' });
  }
  // What an entry had before, and the directory does not have, an import has told of.
  if (draft.kind === 'adopt' || draft.kind === 'unadopt') return counted;
  if (emptiedFields(draft).length > 0) counted.push({ part: 'values', class: 'empty' });
  return counted;
}

/** What must not rest on entries that nobody saw: locks, and addresses that somebody unseen may have. */
export function unseenOf(draft: Draft): ReadonlySet<Part> {
  if (draft.kind === 'adopt' || draft.kind === 'unadopt') return new Set<Part>(['all']);
  const parts = [takingOf(draft), ...countedOf(draft).map(({ part }) => part)];
  return new Set(parts.filter((part) => part !== undefined && part !== 'values'));
}

/** What the part would be, were it alone. */
export function kindOfPart({ kind }: Draft, part: Part): Draft['kind'] {
  if (part === 'address') return 'rename';
  return part === 'values' ? 'update' : kind;
}
