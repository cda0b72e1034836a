/** What each organization is called so that nobody mistakes it: by its name, and whose it is where several have that name. */
import type { OrganizationFile } from './organization.ts';

/** By id. Every district has a "Phòng Nội vụ". */
export function organizationNames(files: readonly OrganizationFile[]): ReadonlyMap<string, string> {
  // Of a file the schema refused, the name may be anything.
  const named = files.flatMap(({ organization }) =>
    typeof organization.name === 'string' ? [organization] : [],
  );
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const alike = Map.groupBy(named, ({ name }) => name);
  return new Map(
    named.map(({ id, name, parent }) => {
      const whose = (alike.get(name)?.length ?? 0) > 1 ? names.get(parent ?? '') : undefined;
      return [id, whose === undefined ? name : `${name} (${whose})`];
    }),
  );
}
