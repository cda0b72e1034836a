/** Gives everybody who arrives an id: the one he has already, by uuid or address and never by name; else the map's; else the next number. */
import { parseKey, personKey } from '../model/account/key.ts';
import type { Arrival } from '../model/import/arrival.ts';
import type { Known } from './known.ts';

const idForm = /^[A-Z][A-Z0-9]*-[0-9]+$/;

export interface Identity {
  readonly id: string;
  /** By nobody's word: the next number. */
  readonly isNumbered: boolean;
  /** Somebody before had the id that the map makes. */
  readonly isSecond: boolean;
}

/** In the order given, which must not depend on that of the source. */
export function identify(
  arrivals: readonly Arrival[],
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
  for (const arrival of arrivals) {
    if (arrival.id !== undefined && idForm.test(arrival.id)) take(arrival, arrival.id);
  }
  for (const arrival of arrivals) {
    // Whom the map gives an id of his own is nobody else by his address.
    if (arrival.id !== undefined && !second.has(arrival)) continue;
    const id = idOf(known.keyOfAddress.get(arrival.addresses[0] ?? ''));
    if (id !== undefined && !taken.has(id)) take(arrival, id);
  }
  const series = makeSeries([...known.ids, ...taken], prefix);
  for (const arrival of arrivals) {
    if (!found.has(arrival)) take(arrival, series.next(), true);
  }
  return found;
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

export const isKnown = (id: string, known: Known): boolean => known.people.has(personKey(id));
