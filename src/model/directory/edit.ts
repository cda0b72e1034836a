/** One edit of an organization's file, and why an edit leaves a file as it is. */
import type { AgencyMailbox, Person } from './organization.ts';

/** What can be set on a person; the id never changes. */
type PersonFields = Omit<Person, 'id'>;

/** `undefined` removes the key. */
type FieldEdit<Account, Fields> = {
  readonly [K in keyof Fields]-?: {
    readonly kind: 'set';
    readonly account: Account;
    readonly key: K;
    readonly value: Fields[K] | undefined;
  };
}[keyof Fields];

type PersonEdit = FieldEdit<{ readonly person: string }, PersonFields>;

export type Edit =
  | PersonEdit
  | FieldEdit<'mailbox', AgencyMailbox>
  /** At the end of `people`, or behind this one of them. */
  | { readonly kind: 'add-person'; readonly person: Person; readonly after?: string }
  | { readonly kind: 'remove-person'; readonly id: string };

/** Sets a key of this person, or of the agency mailbox where there is no id. */
export function setField<K extends keyof PersonFields>(
  id: string | undefined,
  key: K,
  value: PersonFields[K],
): Edit {
  const account = id === undefined ? 'mailbox' : { person: id };
  return { kind: 'set', account, key, value } as Edit;
}

/** Lines count from 1. */
export type EditRefusal =
  /** Not well-formed YAML, a key written twice among it. */
  | { readonly code: 'unreadable'; readonly line: number; readonly detail: string }
  /** What is changed here would change elsewhere too. */
  | { readonly code: 'anchor'; readonly line: number }
  | { readonly code: 'person-unknown'; readonly id: string }
  | { readonly code: 'person-duplicate'; readonly id: string }
  /** `mailbox: none`, or no mapping. */
  | { readonly code: 'mailbox-none' }
  /** Written in a way that an edit could not keep. */
  | { readonly code: 'style' };
