/** What it takes that somebody goes on with the address he has: see `keepingOf` of src/naming/legacy.ts. */
import { type Bearer, type Keeping, keepingOf } from '../naming/legacy.ts';
import type { NamingPolicy } from '../naming/policy.ts';
import type { Spaces } from '../naming/space.ts';
import type { Seat } from './addresses.ts';

export type { Keeping } from '../naming/legacy.ts';

export function keepingOfSeat(seat: Seat, address: string, policy: NamingPolicy, spaces: Spaces): Keeping {
  return keepingOf(bearerOf(seat), address, policy, spaces);
}

function bearerOf({ name, nameParts, suffix, organization, organizationKind, derived }: Seat): Bearer {
  return organizationKind === undefined
    ? { kind: 'person', name, suffix, ...(nameParts && { nameParts }) }
    : { kind: 'organization', id: organization, organizationKind, derived };
}
