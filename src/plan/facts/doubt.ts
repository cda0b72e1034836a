/** Tells whose address cannot be trusted, because an organization it is made of has an error. */

import { type Key, organizationKey } from '../../model/account/key.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { Problem } from '../../model/problems/problem.ts';
import type { Facts } from './facts.ts';

/** The keys of an organization that every address under it is made of (5.1, 5.2.a). */
const addressKeys: ReadonlySet<string> = new Set(['id', 'name', 'kind', 'parent', 'code']);

/**
 * The error that puts the account's address in doubt: of its organization or of a manager further up. Under a suffix
 * that is another organization's, a person is in doubt as a whole: the address may be the very one somebody else has.
 */
export function makeDoubt({
  problems,
  lineOf,
}: Pick<Facts, 'problems' | 'lineOf'>): (account: Declared, unsettled: boolean) => Problem | undefined {
  const suffixes = new Map<Key, Problem>();
  for (const problem of problems) {
    if (problem.code === 'suffix-foreign' && problem.subject !== undefined)
      suffixes.set(problem.subject, problem);
  }
  const errors = new Map<Key, Problem>();
  for (const problem of problems) {
    if (problem.severity !== 'error' || problem.subject === undefined) continue;
    if (problem.at.path.length === 1 && addressKeys.has(String(problem.at.path[0]))) {
      errors.set(problem.subject, problem);
    }
  }
  return ({ kind, organization }, unsettled) => {
    const suffix = kind === 'person' ? suffixes.get(organizationKey(organization.id)) : undefined;
    if (suffix !== undefined || !unsettled) return suffix;
    const lowest = kind === 'person' ? organization.id : organization.parent;
    const line = lowest === undefined ? [] : lineOf(lowest);
    return line.map((id) => errors.get(organizationKey(id))).find((error) => error !== undefined);
  };
}
