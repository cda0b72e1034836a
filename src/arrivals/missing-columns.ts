/** Finds the fields of a map that name nothing of its source: of a list with other headings everybody would lack them. */
import type { Arrivals } from '../model/import/arrival.ts';
import type { ImportMap, MapField } from '../model/import/import-map.ts';
import { valuesOf } from './values.ts';

/** Each with what the map names; danhba's own entries are told by what danhba writes. */
export function findMissingColumns(
  { entries }: Pick<Arrivals, 'entries'>,
  { fields }: Pick<ImportMap, 'fields'>,
): readonly (readonly [MapField, readonly string[]])[] {
  const others = entries.filter(({ own, role }) => own === undefined && role !== 'service');
  if (others.length === 0) return [];
  return (Object.entries(fields) as [MapField, readonly string[]][]).filter(
    ([, names]) => !names.some((name) => others.some(({ source }) => valuesOf(source, name).length > 0)),
  );
}
