/** The one maker of what is held: of whom it is said, and what keeps the change back. */
import { type Account, scopeOf } from '../model/account/account.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { ChangeKind, Held, Hold, Subject } from '../model/plan/plan.ts';
import type { Draft } from './draft.ts';

export function hold(of: Declared | Draft | Account, why: Hold): Held {
  const kind = 'scope' in of ? kindOf(of, why.kind) : why.kind;
  return { ...subjectOf(of), ...why, ...(kind && { kind }) };
}

function subjectOf(of: Declared | Draft | Account): Subject {
  const { key } = of;
  if ('declaration' in of) return { key, name: of.name, organization: of.organization.id };
  if ('scope' in of) return { key, name: of.account.name, organization: of.scope };
  return { key, name: of.name, organization: scopeOf(of) };
}

/** Marking who is missing is the first step of an end, and told as that. */
const kindOf = ({ kind, why }: Draft, part: ChangeKind | undefined): ChangeKind =>
  why.code === 'missing' ? 'terminate' : (part ?? kind);
