/** Where a new organization's file stands: in a folder for its kind, those of a district together. */
import { lineFrom, type Organization } from '../model/directory/organization.ts';

/** @param organizations all of them, by id, for the way up */
export function pathOf(organization: Organization, organizations: ReadonlyMap<string, Organization>): string {
  const { id, kind } = organization;
  switch (kind) {
    case 'people-committee':
      return `organizations/${id}.yaml`;
    case 'provincial':
    case 'provincial-unit':
      return `organizations/provincial/${id}.yaml`;
    default: {
      const above = lineFrom(id, (one) => organizations.get(one)?.parent);
      const district = above.find((one) => /^(?:district|city)$/.test(organizations.get(one)?.kind ?? ''));
      return district === undefined
        ? `organizations/communes/${id}.yaml`
        : `organizations/districts/${district}/${id}.yaml`;
    }
  }
}
