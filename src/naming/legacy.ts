/** Tells what it takes that an account goes on with an address it has: nothing, a decision, a decision on an old one, or not even that (13.7). */
import type { OrganizationKind } from '../model/directory/organization.ts';
import type { Finding } from '../model/problems/naming.ts';
import { readAddress } from './address.ts';
import { finding, shown } from './finding.ts';
import { isOldLocalPart, localPartFindings, MAX_ADDRESS, MAX_LOCAL_PART } from './form.ts';
import { judge } from './judge.ts';
import type { NamingPolicy } from './policy.ts';
import type { PersonRequest } from './request.ts';
import type { Spaces } from './space.ts';

/** What is known of who has the address; a person by what the name gives it, an agency by what its own name does. */
export type Bearer =
  | ({ readonly kind: 'person'; readonly suffix: string | null } & Pick<PersonRequest, 'name' | 'nameParts'>)
  | {
      readonly kind: 'organization';
      readonly id: string;
      readonly organizationKind: OrganizationKind;
      readonly derived: string | null;
    };

/** `derived`: it is the address by the rules; `never`: no decision makes it one of this directory's. */
export type Keeping = 'derived' | 'decision' | 'legacy' | 'never';

/** @param houses absent: whose house an agency's address lies in is not looked at */
export function keepingOf(bearer: Bearer, address: string, policy: NamingPolicy, houses?: Spaces): Keeping {
  if (legacyFindings(address, bearer, policy).length > 0) return 'never';
  const read = readAddress(address, policy);
  if (read.finding) return 'legacy';
  if (bearer.kind === 'organization') {
    if (read.localPart === bearer.derived) return 'derived';
    const owners = houses?.ownersOf(read.localPart);
    const isOwn =
      owners === undefined || owners.has(bearer.id) || houses?.namedSo(read.localPart).has(bearer.id);
    return isOwn ? 'decision' : 'legacy';
  }
  const { suffix, name, nameParts } = bearer;
  if (suffix === null) return 'legacy';
  const request = { kind: 'person', name, suffix, ...(nameParts && { nameParts }) };
  const byName = judge(request, policy);
  if (byName.accepted && byName.localPart === read.localPart) return 'derived';
  return judge({ ...request, address, decision: '-' }, policy).accepted ? 'decision' : 'legacy';
}

/** True where the address can be kept by a decision with `legacy: true`, and by no other. */
export const needsLegacy = (...asked: Parameters<typeof keepingOf>): boolean =>
  keepingOf(...asked) === 'legacy';

/**
 * What no decision makes good: another domain than the government's mail had, signs no mail server takes, and names that
 * are the mail system's, or by 5.1 another's. An old domain is another namespace: there `ubnd` is nobody's by 5.1.
 */
export function legacyFindings(
  address: string,
  bearer: Pick<Bearer, 'kind'> & { readonly organizationKind?: OrganizationKind },
  policy: NamingPolicy,
): readonly Finding[] {
  const [localPart = '', domain = '', ...rest] = address.toLowerCase().split('@');
  const isWhole = /^[\x21-\x7e]+$/.test(address) && rest.length === 0;
  const domains = [policy.domain, ...(policy.legacyDomains ?? [])].map((one) => one.toLowerCase());
  if (isWhole && !domains.includes(domain)) {
    return [finding('address-domain', { address: shown(address), domain: domains.join(', ') })];
  }
  if (!isWhole || !isOldLocalPart(localPart))
    return [finding('address-old-form', { address: shown(address) })];
  if (domain === policy.domain.toLowerCase()) {
    return localPartFindings(localPart, bearer.organizationKind ?? 'person', policy);
  }
  if (address.length > MAX_ADDRESS) {
    const max = Math.min(MAX_LOCAL_PART, MAX_ADDRESS - 1 - domain.length);
    return [finding('address-length', { localPart: shown(localPart), max })];
  }
  return policy.reserved.includes(localPart) ? [finding('address-reserved', { localPart })] : [];
}
