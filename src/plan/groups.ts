/** Gathers the renames that follow from one organization's new code: reviewed as one, and done or held as one. */
import { type Key, organizationKey } from '../model/key.ts';
import type { Organization } from '../model/organization.ts';
import type { Held } from '../model/plan.ts';
import { changeId, type Draft, heldDraft } from './draft.ts';
import { withoutPart } from './parts.ts';
import type { Scene } from './scene.ts';

export interface Grouped {
  readonly kept: readonly Draft[];
  readonly held: readonly Held[];
  readonly heldIds: ReadonlySet<string>;
}

/** Organizations whose record gives their mailbox another address, and for which nothing is planned all the same. */
export function heldRenames(drafts: readonly Draft[], { declared, accounts }: Scene): ReadonlySet<Key> {
  const renamed = new Set(drafts.map(({ key }) => key));
  const actual = new Map(accounts.map((account) => [account.key, account]));
  const waiting = declared.filter(({ key, kind, address, declaration }) => {
    const entry = kind === 'organization' && declaration !== undefined ? actual.get(key) : undefined;
    const before = entry?.state === 'terminated' ? undefined : entry?.address;
    return before !== undefined && address !== undefined && before !== address && !renamed.has(key);
  });
  return new Set(waiting.map(({ key }) => key));
}

/** Nobody is called by a name that the organization in the end does not get: who follows one that is held waits for it. */
export function groupRenames(
  drafts: readonly Draft[],
  organizations: ReadonlyMap<string, Organization>,
  waiting: ReadonlySet<Key> = new Set(),
): Grouped {
  const renamed = new Set(drafts.filter(({ kind }) => kind === 'rename').map(({ key }) => key));
  const topOf = (id: string): Key | undefined => {
    let top: Key | undefined;
    const passed = new Set<string>();
    for (let one: string | undefined = id; one !== undefined && !passed.has(one); ) {
      passed.add(one);
      const key = organizationKey(one);
      if (renamed.has(key) || waiting.has(key)) top = key;
      // Only an unbroken line of renames comes from the same code.
      else if (top !== undefined) break;
      one = organizations.get(one)?.parent;
    }
    return top;
  };
  const kept: Draft[] = [];
  const held: Held[] = [];
  const heldIds = new Set<string>();
  for (const draft of drafts) {
    const group = draft.kind === 'rename' ? topOf(draft.scope) : undefined;
    if (group === undefined || group === draft.key) kept.push(draft);
    else if (waiting.has(group)) {
      held.push(heldDraft(draft, 'depends-on-held', { other: group }));
      heldIds.add(draft.id);
      const rest = withoutPart(draft, 'address');
      if (rest !== undefined) kept.push(rest);
    } else {
      const needs = [...draft.needs, changeId('rename', group)];
      kept.push({ ...draft, needs, why: { ...draft.why, group } });
    }
  }
  return { kept, held, heldIds };
}
