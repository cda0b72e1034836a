/** Names in the place of ids: what a reader of an answer knows people and organizations by. */
import { organizationKey, parseKey, personKey, toldKey } from '../../model/account/key.ts';
import type { Asking } from '../../model/github/review.ts';

type Names = Asking['names'];

export const organizationName = (names: Names, id: string): string => names.get(organizationKey(id)) ?? id;

export const personName = (names: Names, id: string): string => names.get(personKey(id)) ?? id;

/** Of a key, a former mailbox's too; the text itself where it is none of ours. */
export function keyName(names: Names, text: string): string {
  const parsed = parseKey(text);
  if (parsed === undefined) return text;
  return parsed.kind === 'person' ? personName(names, parsed.id) : organizationName(names, parsed.id);
}

const keys: ReadonlySet<string> = new Set(['other', 'holder']);
const organizations: ReadonlySet<string> = new Set(['organization', 'operator', 'from', 'to', 'scope']);

/** The facts of a remark, with names for what they call by id. */
export function namedArgs(args: object, names: Names): object {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (keys.has(name)) return [name, names.get(toldKey(value)) ?? keyName(names, value)];
      return [name, organizations.has(name) ? organizationName(names, value) : value];
    }),
  );
}
