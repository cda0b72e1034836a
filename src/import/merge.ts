/** Sets what is wanted against files that are there: what a run before has written follows what was signed since, what people have written stays. */

import type { Edit } from '../model/directory/edit.ts';
import type { Organization, Person } from '../model/directory/organization.ts';

export interface Wanted {
  /** As the import would write them if nobody had signed or written anything. */
  readonly base: ReadonlyMap<string, Organization>;
  readonly signed: ReadonlyMap<string, Organization>;
}

type Fields = Readonly<Record<string, unknown>>;

export interface People {
  readonly find: (organization: string, id: string) => Person | undefined;
}

/** By organization and id; of somebody whom a hand has moved, wherever he arrives. */
export function indexPeople(organizations: ReadonlyMap<string, Organization>): People {
  const inside = new Map<string, Person>();
  const anywhere = new Map<string, Person>();
  for (const { id, people = [] } of organizations.values()) {
    for (const person of people) {
      inside.set(`${id} ${person.id}`, person);
      anywhere.set(person.id, person);
    }
  }
  return { find: (organization, id) => inside.get(`${organization} ${id}`) ?? anywhere.get(id) };
}

export interface Merged {
  readonly organization: Organization;
  /** The same as edits of a text, one after another. */
  readonly edits: readonly Edit[];
  /** A mailbox that is to be where the file says there is none: no edit makes it. */
  readonly opensMailbox: boolean;
}

export function mergeOrganization(
  file: Organization,
  { base, signed }: Wanted,
  people: { readonly base: People; readonly signed: People; readonly isInFiles: (id: string) => boolean },
): Merged {
  const edits: Edit[] = [];
  const { id } = file;
  const kept = (file.people ?? []).flatMap((person): readonly Person[] => {
    const before = people.base.find(id, person.id);
    const after = people.signed.find(id, person.id);
    if (before === undefined) return [person];
    if (after === undefined) {
      if (!isSame(person, before)) return [person];
      edits.push({ kind: 'remove-person', id: person.id });
      return [];
    }
    const changes = changesOf(person, before, after);
    for (const [key, value] of changes) {
      edits.push({ kind: 'set', account: { person: person.id }, key, value } as Edit);
    }
    return [withChanges(person, changes)];
  });
  const added = (signed.get(id)?.people ?? []).filter((one) => !people.isInFiles(one.id));
  for (const person of added) edits.push({ kind: 'add-person', person });
  const mailbox = mergeMailbox(file, base.get(id), signed.get(id));
  for (const [key, value] of mailbox.changes)
    edits.push({ kind: 'set', account: 'mailbox', key, value } as Edit);
  const all = [...kept, ...added];
  const { people: _, ...rest } = file;
  return {
    organization: {
      ...rest,
      ...(mailbox.value !== undefined && { mailbox: mailbox.value }),
      ...((all.length > 0 || file.people !== undefined) && { people: all }),
    },
    edits,
    opensMailbox: mailbox.opens,
  };
}

function mergeMailbox(file: Organization, base?: Organization, signed?: Organization) {
  const [mine, before, after] = [file.mailbox, base?.mailbox, signed?.mailbox];
  const nothing = { value: mine, changes: [] as const, opens: false };
  if (after === undefined || after === 'none') return nothing;
  // A run before found no agency: it is news that there is one.
  if (mine === 'none') return { ...nothing, value: after, opens: true };
  if (before === undefined || before === 'none') return nothing;
  const changes = changesOf(mine ?? {}, before, after);
  return changes.length === 0 ? nothing : { value: withChanges(mine ?? {}, changes), changes, opens: false };
}

/** Fields that stand as a run before has written them, and are to be others now. */
function changesOf(file: object, before: object, after: object): readonly (readonly [string, unknown])[] {
  const [mine, old, now] = [file, before, after] as Fields[] as [Fields, Fields, Fields];
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].flatMap((key) => {
    if (isSame(old[key], now[key]) || !isSame(mine[key], old[key])) return [];
    return [[key, now[key]] as const];
  });
}

function withChanges<T extends object>(value: T, changes: readonly (readonly [string, unknown])[]): T {
  const fields: Record<string, unknown> = { ...(value as Fields) };
  for (const [key, item] of changes) {
    if (item === undefined) delete fields[key];
    else fields[key] = item;
  }
  return fields as T;
}

/** Equal data, whatever the order of keys; nothing and an absent key are one. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [one, other] = [a as Fields, b as Fields];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Array.isArray(a) === Array.isArray(b) && [...keys].every((key) => isSame(one[key], other[key]));
}
