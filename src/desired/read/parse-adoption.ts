/** The text of an adoption.yaml → which entries are to become whose, with their lines; or what is wrong with it. */
import { tidyDn } from '../../model/account/dn.ts';
import type { Adoption } from '../../model/adoption.ts';
import type { Problem } from '../../model/problems/problem.ts';
import { parseYaml } from './parse-yaml.ts';
import { checkSchema } from './schema.ts';

export interface ParsedAdoption {
  /** Undefined where the form is wrong. */
  readonly adoption: Adoption | undefined;
  /** The line of each entry. */
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
}

/** What is named twice: nobody is adopted twice, and no entry becomes two mailboxes. */
export interface Twice {
  readonly what: string;
  readonly line: number;
  readonly before: number;
}

export function parseAdoption(file: string, text: string): ParsedAdoption {
  const { value, itemLines, sourceOf, problems } = parseYaml(file, text);
  const wrong = problems.length > 0 ? problems : checkSchema('adoption', file, value, sourceOf);
  if (wrong.length > 0) return { adoption: undefined, lines: [], problems: wrong };
  const parsed = value as Adoption;
  // Spaces after commas mean nothing in a DN, and servers write none.
  const adoption = { ...parsed, baseDn: tidyDn(parsed.baseDn) };
  return { adoption, lines: itemLines('entries'), problems: [] };
}

/** The first key, entryUUID or DN that stands in two entries. */
export function findTwice({ adoption, lines }: ParsedAdoption): Twice | undefined {
  const known = new Map<string, number>();
  for (const [index, { key, uuid, dn }] of (adoption?.entries ?? []).entries()) {
    const line = lines[index] ?? 1;
    for (const what of [key, uuid, tidyDn(dn).toLowerCase()]) {
      const before = known.get(what);
      if (before !== undefined) return { what, line, before };
      known.set(what, line);
    }
  }
  return undefined;
}
