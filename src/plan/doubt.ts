/** Tells whose address cannot be trusted, because an organization it is made of has an error. */
import type { Declared } from '../model/declared.ts';
import { type Key, organizationKey } from '../model/key.ts';
import type { Problem } from '../model/problem.ts';

/** The keys of an organization that every address under it is made of (5.1, 5.2.a). */
const addressKeys: ReadonlySet<string> = new Set(['id', 'name', 'kind', 'parent', 'code']);

/**
 * The error that puts the account's address in doubt: of its organization or of a manager further up. Under a suffix
 * that is another organization's, a person is in doubt as a whole: the address may be the very one somebody else has.
 */
export function makeDoubt(
  declared: readonly Declared[],
  problems: readonly Problem[],
): (account: Declared, unsettled: boolean) => Problem | undefined {
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
  const organizations = new Map(
    declared.filter(({ kind }) => kind === 'organization').map((account) => [account.key, account]),
  );
  return ({ kind, organization }, unsettled) => {
    const suffix = kind === 'person' ? suffixes.get(organizationKey(organization.id)) : undefined;
    if (suffix !== undefined || !unsettled) return suffix;
    const passed = new Set<Key>();
    let id = kind === 'person' ? organization.id : organization.parent;
    while (id !== undefined) {
      const key = organizationKey(id);
      if (passed.has(key)) return undefined;
      passed.add(key);
      const error = errors.get(key);
      if (error !== undefined) return error;
      id = organizations.get(key)?.organization.parent;
    }
    return undefined;
  };
}
