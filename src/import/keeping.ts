/** What it takes that an account goes on with the address it has: a decision (5.2.b), one on an old address (13.7), or not even that. */
import type { NameParts } from '../model/directory/organization.ts';
import { readAddress } from '../naming/address.ts';
import { localPartFindings } from '../naming/form.ts';
import { judge } from '../naming/judge.ts';
import type { NamingPolicy } from '../naming/policy.ts';
import { isAlias } from '../rules/names.ts';
import type { Seat } from './addresses.ts';

export type Keeping = 'decision' | 'legacy' | 'never';

export function keepingOf(seat: Seat, address: string, policy: NamingPolicy): Keeping {
  const [localPart = '', domain] = address.split('@');
  if (domain !== policy.domain || !isAlias(localPart)) return 'never';
  if (localPartFindings(localPart, seat.organizationKind ?? 'person', policy).length > 0) return 'never';
  if (readAddress(address, policy).finding !== undefined) return 'legacy';
  if (seat.organizationKind !== undefined) return 'decision';
  if (seat.suffix === null) return 'legacy';
  return isDecidable(seat.name, seat.suffix, seat.nameParts, address, policy) ? 'decision' : 'legacy';
}

/** 5.2.b: whether a decision makes this address the person's. */
export function isDecidable(
  name: string,
  suffix: string,
  nameParts: NameParts | undefined,
  address: string,
  policy: NamingPolicy,
): boolean {
  const request = { kind: 'person', name, suffix, ...(nameParts && { nameParts }), address, decision: '-' };
  return judge(request, policy).accepted;
}
