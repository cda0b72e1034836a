/** Gathers the renames that follow from one organization's new code, so that they are reviewed as one. */
import { type Key, organizationKey } from '../model/key.ts';
import type { Organization } from '../model/organization.ts';
import { changeId, type Draft } from './draft.ts';

export function groupRenames(
  drafts: readonly Draft[],
  organizations: ReadonlyMap<string, Organization>,
): readonly Draft[] {
  const renamed = new Set(drafts.filter(({ kind }) => kind === 'rename').map(({ key }) => key));
  const topOf = (id: string): Key | undefined => {
    let top: Key | undefined;
    const passed = new Set<string>();
    for (let one: string | undefined = id; one !== undefined && !passed.has(one); ) {
      passed.add(one);
      if (renamed.has(organizationKey(one))) top = organizationKey(one);
      // Only an unbroken line of renames comes from the same code.
      else if (top !== undefined) break;
      one = organizations.get(one)?.parent;
    }
    return top;
  };
  return drafts.map((draft) => {
    if (draft.kind !== 'rename') return draft;
    const group = topOf(draft.scope);
    if (group === undefined || group === draft.key) return draft;
    // Nobody is called by a name that the organization in the end does not get.
    const needs = [...draft.needs, changeId('rename', group)];
    return { ...draft, needs, why: { ...draft.why, group } };
  });
}
