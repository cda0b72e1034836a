/** Makes the agency mailboxes out of the agencies that arrive, wherever in the source they stand: one for each organization. */
import { organizationKey, parseKey } from '../model/account/key.ts';
import type { AgencyMailbox } from '../model/directory/organization.ts';
import type { Arrival } from '../model/import/arrival.ts';
import { present } from '../model/text/present.ts';
import type { Seat } from './addresses.ts';
import { type ImportBook, note } from './book.ts';
import type { House } from './houses.ts';
import type { Known } from './known.ts';
import { ownState } from './own.ts';
import { nameOf } from './people/admit.ts';

export interface Agency {
  readonly seat: Seat;
  /** Without addresses. */
  readonly mailbox: AgencyMailbox;
}

/** By organization. Of two entries of one organization the first counts, by the order given. */
export function makeAgencies(
  arrivals: readonly Arrival[],
  houses: ReadonlyMap<string, House>,
  known: Known,
  book: ImportBook,
): ReadonlyMap<string, Agency> {
  const agencies = new Map<string, Agency>();
  const none = new Set<string>();
  for (const arrival of arrivals) {
    const { own, organization = '', organizationValue } = arrival;
    const id = own === undefined ? organization : (parseKey(own.danhbakey?.[0] ?? '')?.id ?? '');
    const house = houses.get(id);
    const who = { arrival, name: nameOf(arrival) };
    if (own?.objectclass?.some((one) => one.toLowerCase() === 'danhbaentry')) {
      none.add(id);
      continue;
    }
    if (house === undefined) note(book, who, 'no-organization', organizationValue ?? organization);
    else if (known.unreadable.has(id)) note(book, who, 'file-unedited', house.path);
    else if (agencies.has(id) || none.has(id) || isWithout(id, house, known))
      note(book, who, 'agency-second', id);
    else {
      if (own === undefined) note(book, { ...who, subject: organizationKey(id) }, 'agency', id, house.path);
      agencies.set(id, { seat: seatOf(arrival, house, known), mailbox: mailboxOf(arrival) });
    }
  }
  return agencies;
}

/**
 * By the map; or by somebody's hand in the file, which had one before: no import opens it again. A file that `init` made
 * has no mailbox and nobody in it.
 */
function isWithout(id: string, { organization }: House, known: Known): boolean {
  if (organization.mailbox !== 'none') return false;
  const file = known.organizations.get(id)?.organization;
  if (file === undefined) return true;
  return known.adopted.size > 0 ? known.adopted.has(organizationKey(id)) : (file.people ?? []).length > 0;
}

function seatOf(arrival: Arrival, house: House, known: Known): Seat {
  const { organization, derived } = house;
  const file = known.organizations.get(organization.id)?.organization.mailbox;
  return {
    key: organizationKey(organization.id),
    arrival,
    name: organization.name,
    organization: organization.id,
    organizationKind: organization.kind,
    suffix: house.suffix,
    there: arrival.addresses[0],
    derived,
    proposed: null,
    isDoubted: false,
    ...(file !== undefined && file !== 'none' && { file }),
  };
}

function mailboxOf({ own }: Arrival): AgencyMailbox {
  if (own === undefined) return {};
  return { ...present({ custodian: own.danhbacustodian?.[0] }), ...ownState(own) };
}
