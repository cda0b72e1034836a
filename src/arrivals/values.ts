/** Takes the values of a field out of an entry, as servers and tables write them. */
import { splitDn } from '../model/account/dn.ts';
import type { SourceEntry } from '../model/import/source-entry.ts';

/** What stands under one candidate of the map; "họ + tên" are two columns that make one text. */
export function valuesOf(entry: SourceEntry, candidate: string): readonly string[] {
  if (!candidate.includes('+')) return clean(entry.values[candidate] ?? []);
  const parts = candidate.split('+').map((one) => clean(entry.values[one.trim()] ?? [])[0]);
  const joined = parts.filter((one) => one !== undefined).join(' ');
  return joined === '' ? [] : [joined];
}

const clean = (values: readonly string[]): readonly string[] =>
  values.map((one) => one.trim()).filter((one) => one !== '');

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Of the first candidate that has any. */
export function firstValues(entry: SourceEntry, candidates: readonly string[] = []): readonly string[] {
  for (const one of candidates) {
    const values = valuesOf(entry, one);
    if (values.length > 0) return unique(values);
  }
  return [];
}

/** Of every candidate, preferred first. */
export const allValues = (entry: SourceEntry, candidates: readonly string[] = []): readonly string[] =>
  unique(candidates.flatMap((one) => valuesOf(entry, one)));

/** Addresses in lower case, each by itself; a cell may hold several, and Active Directory writes "SMTP:" before them. */
export function addressesIn(values: readonly string[]): readonly string[] {
  const parts = values.flatMap((one) => one.split(/[;,\s]+/)).map((one) => one.replace(/^smtp:/i, ''));
  return unique(parts.filter((one) => one.includes('@')).map((one) => one.normalize('NFC').toLowerCase()));
}

export interface Phones {
  readonly numbers: readonly string[];
  /** How many had lost their first zero. */
  readonly restored: number;
}

/** A cell may hold several numbers. Of a table, a number without its zero is what a workbook made of it. */
export function phonesIn(values: readonly string[], isTable: boolean): Phones {
  const parts = values.flatMap((one) => one.split(/[;/\n]|,\s*(?=[+0-9(])/)).map((one) => one.trim());
  let restored = 0;
  const numbers = parts.flatMap((one) => {
    if (one === '') return [];
    if (!isTable || !/^[1-9]\d{8,9}$/.test(one)) return [one];
    restored++;
    return [`0${one}`];
  });
  return { numbers: unique(numbers), restored };
}

/** What tells an organization, one candidate after another: an attribute, `dn:ou`, `address:suffix`. */
export function organizationValues(
  entry: SourceEntry,
  candidates: readonly string[],
  addresses: readonly string[],
): readonly string[] {
  return candidates.flatMap((one) => {
    if (one === 'address:suffix') return suffixesOf(addresses);
    return one.startsWith('dn:') ? above(entry.dn, one.slice('dn:'.length)) : valuesOf(entry, one);
  });
}

function suffixesOf(addresses: readonly string[]): readonly string[] {
  const suffixes = addresses.map((one) => /^[^.@]+\.([^@]+)@/.exec(one)?.[1]);
  return unique(suffixes.filter((one) => one !== undefined));
}

/** The values of this type above an entry, from below. */
function above(dn: string | undefined, type: string): readonly string[] {
  const values: string[] = [];
  let { parent } = splitDn(dn ?? '');
  while (parent !== '') {
    const { rdn, parent: next } = splitDn(parent);
    values.push(...rdn.filter((one) => one.type === type).map(({ value }) => value));
    parent = next;
  }
  return values;
}
