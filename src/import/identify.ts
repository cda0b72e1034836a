/** Gives everybody who arrives an id: the one he has already, by uuid, address or the whole record, and never by name; else the map's; else the next number. */
import { parseKey } from '../model/account/key.ts';
import type { Arrival } from '../model/import/arrival.ts';
import { type Known, renderRecord } from './known.ts';
import { usablePhones, usableTexts } from './people/fields.ts';
import { foldTexts } from './text.ts';

const idForm = /^[A-Z][A-Z0-9]*-[0-9]+$/;

export interface Identity {
  readonly id: string;
  /** By nobody's word: the next number. */
  readonly isNumbered: boolean;
  /** Somebody before had the id that the map makes. */
  readonly isSecond: boolean;
}

/** In the order given, which must not depend on that of the source. @param organizationOf by id */
export function identify(
  arrivals: readonly Arrival[],
  organizationOf: (arrival: Arrival) => string,
  known: Known,
  prefix: string,
): ReadonlyMap<Arrival, Identity> {
  const found = new Map<Arrival, Identity>();
  const taken = new Set<string>();
  const second = new Set<Arrival>();
  const take = (arrival: Arrival, id: string | undefined, isNumbered = false) => {
    if (id === undefined || found.has(arrival)) return;
    if (taken.has(id)) {
      second.add(arrival);
      return;
    }
    taken.add(id);
    found.set(arrival, { id, isNumbered, isSecond: second.has(arrival) });
  };
  const idOf = (key: string | undefined) => {
    const parsed = parseKey(key ?? '');
    return parsed?.kind === 'person' && parsed.former === undefined ? parsed.id : undefined;
  };
  for (const arrival of arrivals) take(arrival, idOf(arrival.own?.danhbakey?.[0]));
  for (const arrival of arrivals) take(arrival, idOf(known.keyOfUuid.get(arrival.source.uuid ?? '')));
  const bearers = (arrival: Arrival) =>
    (known.keysOfAddress.get(arrival.addresses[0] ?? '') ?? []).flatMap((key) => idOf(key) ?? []);
  const bearerOf = new Map(arrivals.flatMap((one) => bearers(one).map((id) => [id, one] as const)));
  for (const arrival of arrivals) {
    const { id } = arrival;
    if (id === undefined || !idForm.test(id)) continue;
    // A number that was given to somebody who had none is his, whoever comes with the same one.
    const bearer = bearerOf.get(id) ?? arrival;
    if (bearer === arrival || bearers(arrival).includes(id)) take(arrival, id);
    else second.add(arrival);
  }
  // Whom the map gives an id of his own is nobody else by his address.
  const unknown = arrivals.filter((one) => !found.has(one) && (one.id === undefined || second.has(one)));
  const alike = (arrival: Arrival) => known.idsOfRecord.get(recordOf(arrival, organizationOf(arrival))) ?? [];
  const free = (ids: readonly string[]) => ids.find((id) => !taken.has(id));
  // Of two with one address it is who has the same record, too.
  for (const arrival of unknown) {
    const ids = bearers(arrival);
    take(arrival, ids.length < 2 ? free(ids) : free(ids.filter((id) => alike(arrival).includes(id))));
  }
  for (const arrival of unknown) {
    const { addresses, source } = arrival;
    // Of a row of a table without an address nothing speaks but all that it says, never the name alone.
    const isBare = addresses.length === 0 && source.uuid === undefined;
    take(arrival, free(isBare ? alike(arrival) : bearers(arrival)));
  }
  const series = makeSeries([...known.ids, ...taken], prefix);
  for (const arrival of arrivals) {
    if (!found.has(arrival)) take(arrival, series.next(), true);
  }
  return found;
}

function recordOf({ names, titles, units, phones }: Arrival, organization: string): string {
  const [title] = usableTexts(titles);
  const [unit] = usableTexts(units);
  const [phone] = usablePhones(phones);
  return renderRecord(organization, foldTexts(names).join(' | '), title, unit, phone);
}

function makeSeries(ids: readonly string[], prefix: string) {
  let highest = 0n;
  let width = 6;
  for (const id of ids) {
    const digits = id.startsWith(prefix) ? id.slice(prefix.length) : '';
    if (!/^[0-9]{1,30}$/.test(digits)) continue;
    if (BigInt(digits) > highest) highest = BigInt(digits);
    width = Math.max(width, digits.length);
  }
  return {
    next: (): string => {
      highest += 1n;
      return `${prefix}${String(highest).padStart(width, '0')}`;
    },
  };
}
