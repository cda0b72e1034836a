/** Stable keys: what an account is called for ever, whatever its address becomes. */

export type AccountKind = 'person' | 'organization';

/**
 * `person:<id>` or `organization:<id>`; a mailbox a person has left carries its number: `person:<id>/1`. What a plan does
 * to a password policy has the key `policy:<name>`.
 */
export type Key = `${AccountKind | 'policy'}:${string}`;

/** A key as a server or the id of a change tells it: one that is none of ours is nobody's (`parseKey`). */
export const toldKey = (text: string): Key => text as Key;

export const personKey = (id: string): Key => `person:${id}`;

export const organizationKey = (id: string): Key => `organization:${id}`;

/** The key of a mailbox its holder has left by a transfer (8.2); the holder's own key goes to the new one. */
export const formerKey = (id: string, number: number): Key => `person:${id}/${number}`;

/** What the entry of an account's mailbox is called in the tree: a person's later ones carry their number. */
export function entryName(key: string, number: number): string {
  return number === 1 ? key : `${key}-${number}`;
}

export interface ParsedKey {
  readonly kind: AccountKind;
  readonly id: string;
  /** Set on a former mailbox: which of the person's mailboxes it was, from 1. */
  readonly former?: number;
}

const keyKinds = ['person', 'organization'] as const satisfies readonly AccountKind[];

/** The parts of a key, or undefined where the text is none of ours. */
export function parseKey(text: string): ParsedKey | undefined {
  const kind = keyKinds.find((one) => text.startsWith(one) && text[one.length] === ':');
  if (kind === undefined) return undefined;
  const [id = '', former, another] = text.slice(kind.length + 1).split('/');
  if (id === '' || another !== undefined) return undefined;
  if (former === undefined) return { kind, id };
  return /^[1-9][0-9]*$/.test(former) ? { kind, id, former: Number(former) } : undefined;
}

/** True for two mailboxes, present or former, of one person or organization. */
export function isSameHolder(a: string, b: string): boolean {
  const [one, other] = [parseKey(a), parseKey(b)];
  return one !== undefined && one.kind === other?.kind && one.id === other.id;
}
