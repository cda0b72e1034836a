/** Gathers the renames that follow from one organization's new code: reviewed as one, and done or held as one. */
import { type Key, organizationKey } from '../../model/account/key.ts';
import type { Held } from '../../model/plan/plan.ts';
import { changeId, type Draft, type Sifted } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';
import { hold } from '../held.ts';
import { withoutPart } from '../parts.ts';

/** Organizations whose record gives their mailbox another address, and for which nothing is planned all the same. */
export function heldRenames(drafts: readonly Draft[], { declared, accounts }: Facts): ReadonlySet<Key> {
  const renamed = new Set(drafts.map(({ key }) => key));
  const actual = new Map(accounts.map((account) => [account.key, account]));
  const waiting = declared.filter(({ key, kind, address, declaration, legacy }) => {
    // An old address names nobody's house.
    if (legacy !== undefined) return false;
    const entry = kind === 'organization' && declaration !== undefined ? actual.get(key) : undefined;
    const before = entry?.state === 'terminated' ? undefined : entry?.address;
    return before !== undefined && address !== undefined && before !== address && !renamed.has(key);
  });
  return new Set(waiting.map(({ key }) => key));
}

/** Old addresses end one by one, each for itself (13.7). */
const followsCode = ({ kind, why }: Draft): boolean => kind === 'rename' && why.code !== 'legacy-over';

/** Nobody is called by a name that the organization in the end does not get: who follows one that is held waits for it. */
export function groupRenames(
  drafts: readonly Draft[],
  lineOf: Facts['lineOf'],
  waiting: ReadonlySet<Key> = new Set(),
): Sifted {
  const renamed = new Set(drafts.filter(followsCode).map(({ key }) => key));
  const topOf = (id: string): Key | undefined => {
    const line = lineOf(id).map(organizationKey);
    const first = line.findIndex((key) => renamed.has(key) || waiting.has(key));
    if (first < 0) return undefined;
    // Only an unbroken line of renames comes from the same code.
    const end = line.findIndex((key, at) => at > first && !renamed.has(key) && !waiting.has(key));
    return line.at(end < 0 ? -1 : end - 1);
  };
  const kept: Draft[] = [];
  const held: Held[] = [];
  for (const draft of drafts) {
    const group = followsCode(draft) ? topOf(draft.scope) : undefined;
    if (group === undefined || group === draft.key) kept.push(draft);
    else if (waiting.has(group)) {
      held.push(hold(draft, { code: 'depends-on-held', args: { other: group } }));
      const rest = withoutPart(draft, 'address');
      if (rest !== undefined) kept.push(rest);
    } else {
      const needs = [...draft.needs, changeId('rename', group)];
      kept.push({ ...draft, needs, why: { ...draft.why, group } });
    }
  }
  return { kept, held };
}
