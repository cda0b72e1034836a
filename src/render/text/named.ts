/** Names in the place of ids: what a reader of a page or an answer knows people and organizations by. */
import { type Key, organizationKey, parseKey, personKey, toldKey } from '../../model/account/key.ts';
import type { Held } from '../../model/plan/plan.ts';
import type { Problem } from '../../model/problems/problem.ts';

export type Names = ReadonlyMap<Key, string>;

export const organizationName = (names: Names, id: string): string => names.get(organizationKey(id)) ?? id;

const personName = (names: Names, id: string): string => names.get(personKey(id)) ?? id;

/** "Nguyễn Văn An [Sở Nội vụ]"; an organization is told once. */
export function whoText(
  { name, organization }: { readonly name: string; readonly organization: string },
  names: Names,
): string {
  const whose = organizationName(names, organization);
  return whose === name || whose.startsWith(`${name} (`) ? whose : `${name} [${whose}]`;
}

/** Of a key, a former mailbox's too; the text itself where it is none of ours. */
function keyName(names: Names, text: string): string {
  const parsed = parseKey(text);
  if (parsed === undefined) return text;
  return parsed.kind === 'person' ? personName(names, parsed.id) : organizationName(names, parsed.id);
}

const keys: ReadonlySet<string> = new Set(['other', 'holder']);
const organizations: ReadonlySet<string> = new Set([
  'organization',
  'operator',
  'owner',
  'from',
  'to',
  'scope',
]);

/** The facts of a remark, with names for what they call by id. */
function namedArgs(args: object, names: Names): object {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (keys.has(name)) return [name, names.get(toldKey(value)) ?? keyName(names, value)];
      return [name, organizations.has(name) ? organizationName(names, value) : value];
    }),
  );
}

export const namedHeld = (held: Held, names: Names): Held =>
  ({ ...held, args: namedArgs(held.args, names) }) as Held;

/** Of the organization whose new code makes it one of many; a name takes the place of the key. */
export const namedGroup = (group: Key, names: Names): Key => toldKey(keyName(names, group));

interface Line {
  readonly field?: string;
  readonly from: string;
  readonly to: string;
}

const namers: Readonly<Record<string, (names: Names, id: string) => string>> = {
  custodian: personName,
  organization: organizationName,
  key: keyName,
};

/** What becomes otherwise in a field that holds an id. */
export function namedLine<L extends Line>(line: L, names: Names): L {
  const named = namers[line.field ?? ''];
  return named === undefined ? line : { ...line, from: named(names, line.from), to: named(names, line.to) };
}

/** What a file says of an organization there is none of is told as it stands there. */
export function namedProblem(problem: Problem, names: Names): Problem {
  if (problem.code === 'destination-unknown') return problem;
  return { ...problem, args: namedArgs(problem.args, names) } as Problem;
}
