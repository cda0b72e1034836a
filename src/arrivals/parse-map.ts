/** The text of a map → what it decides, its attributes in lower case; or every problem of it, with places. */
import { parseFile } from '../desired/read/parse-file.ts';
import type { Condition, ImportMap } from '../model/import/import-map.ts';
import { columnName } from '../model/import/source-entry.ts';
import type { Problem } from '../model/problems/problem.ts';

export interface ParsedMap {
  /** Undefined where it cannot be used. */
  readonly map: ImportMap | undefined;
  readonly problems: readonly Problem[];
}

export function parseMap(file: string, text: string): ParsedMap {
  const { value, problems } = parseFile('import-map', file, text);
  if (value === undefined || problems.some(isError)) return { map: undefined, problems };
  const map = value as ImportMap;
  const all = [...problems, ...repeatedIds(file, map)];
  return { map: all.some(isError) ? undefined : withPlainNames(map), problems: all };
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

/** Two organizations of one id would be one file. */
function repeatedIds(file: string, { organizations }: ImportMap): readonly Problem[] {
  const seen = new Set<string>();
  return organizations.flatMap(({ id }, index): Problem[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const at = { file, path: ['organizations', index, 'id'] };
    return [{ code: 'organization-duplicate', args: { id, otherFile: file }, severity: 'error', at }];
  });
}

/** Attributes as sources call them: LDAP's are the same in any case of their letters. */
function withPlainNames(map: ImportMap): ImportMap {
  const { ids, fields, entries, privileged, status, organization } = map;
  const names = (list: readonly string[]) => list.map(columnName);
  return {
    ...map,
    ids: { ...ids, ...(ids.from && { from: names(ids.from) }) },
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, list]) => [field, names(list)]),
    ) as unknown as ImportMap['fields'],
    entries: entries.map(({ role, when }) => ({ role, when: when.map(withPlainName) })),
    ...(privileged && { privileged: privileged.map(withPlainName) }),
    ...(status && { status: status.map((one) => ({ ...one, attribute: columnName(one.attribute) })) }),
    organization: { from: names(organization.from) },
  };
}

const withPlainName = (condition: Condition): Condition =>
  condition.attribute === undefined
    ? condition
    : { ...condition, attribute: columnName(condition.attribute) };
