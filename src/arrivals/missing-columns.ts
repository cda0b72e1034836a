/** Finds the fields of a map that name nothing of its source: of a list with other headings everybody would lack them. */
import type { ImportMap, MapField } from '../model/import/import-map.ts';
import type { Source } from '../model/import/source-entry.ts';
import { valuesOf } from './values.ts';

/** Each with what the map names; danhba's own entries are told by what danhba writes. */
export function findMissingColumns(
  { entries }: Pick<Source, 'entries'>,
  { fields }: Pick<ImportMap, 'fields'>,
): readonly (readonly [MapField, readonly string[]])[] {
  const others = entries.filter(({ values }) => values.danhbakey === undefined);
  if (others.length === 0) return [];
  return (Object.entries(fields) as [MapField, readonly string[]][]).filter(
    ([, names]) => !names.some((name) => others.some((entry) => valuesOf(entry, name).length > 0)),
  );
}
