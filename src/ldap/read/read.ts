/** Reads every entry under the managed containers, page by page, and tells ours from the rest. */
import type { Entry } from 'ldapts';
import { NoSuchObjectError, ResultCodeError } from 'ldapts';
import type { ObservedAccount, UnmarkedEntry } from '../../model/account/account.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import type { Connection } from '../connect/connect.ts';
import { isOwnEntry } from '../examine/own-entry.ts';
import { type Attributes, containerOf, decodeAccount, decodeEvidence, type Tree } from '../profile.ts';
import { readAttributes } from './attributes.ts';
import { type LeavesOut, type StreamedEntry, streamEntries } from './entry-stream.ts';
import type { Messages } from './messages.ts';
import { decodeObstacles } from './obstacles.ts';
import { readUnmarked } from './unmarked.ts';

export type ReadEntry =
  | { readonly marked: true; readonly account: ObservedAccount }
  | { readonly marked: false; readonly entry: UnmarkedEntry };

/** An entry with what was read of it. */
export type Found = ReadEntry & { readonly attributes: Attributes };

/** The page size every server of ours allows (`size.pr` of the shipped limits). */
export const pageSize = 1000;

/** Streams the entries of both containers, a page at a time; like `readContainer`, never fewer than there are. That of a doctor at work is none. */
export async function* readEntries(
  connection: Connection,
  tree: Tree,
  leavesOut?: LeavesOut,
): AsyncGenerator<readonly Found[]> {
  // Both containers off one link: a read that goes on elsewhere would not be one read.
  const { messages } = await connection.live();
  for (const container of [containerOf.organization(tree), containerOf.person(tree)]) {
    for await (const page of readContainer(messages, container, readAttributes, leavesOut)) {
      const entries = page.filter(({ dn, attributes }) => !isOwnEntry(tree, dn, attributes));
      yield entries.map((entry) => ({ ...readEntry(tree, entry), attributes: entry.attributes }));
    }
  }
}

/**
 * Streams what lies below a container; a failed page, a size limit, or a container that is missing or hides what lies
 * below it ends it with an error, never early: "success with 0 entries" is what lost rights look like.
 */
export async function* readContainer(
  messages: Messages,
  container: string,
  attributes: readonly string[],
  leavesOut?: LeavesOut,
): AsyncGenerator<readonly StreamedEntry[]> {
  const containerDn = container.toLowerCase();
  let seen = 0;
  let hiding: boolean | undefined;
  try {
    const counted: LeavesOut = (buffer, operation) => {
      const isKnown = leavesOut?.(buffer, operation) === true;
      if (isKnown) seen++;
      return isKnown;
    };
    const asked = [...attributes, 'hasSubordinates'];
    const search = { base: container, attributes: asked, pageSize, leavesOut: counted };
    for await (const page of streamEntries(messages, search)) {
      const below: StreamedEntry[] = [];
      for (const entry of page) {
        if (entry.dn.length === container.length && entry.dn.toLowerCase() === containerDn) {
          hiding = entry.attributes.hasSubordinates?.[0] === 'TRUE';
        } else {
          below.push(entry);
        }
      }
      seen += below.length;
      yield below;
    }
  } catch (thrown) {
    throw explainRead(thrown, container);
  }
  if (hiding === undefined || (hiding && seen === 0)) throw hiddenFrom(container);
}

export function readEntry(tree: Tree, { dn, attributes }: StreamedEntry): ReadEntry {
  if (attributes.danhbaKey === undefined)
    return { marked: false, entry: readUnmarked(tree, { dn, attributes }) };
  const uuid = attributes.entryUUID?.[0] ?? '';
  // Copied: V8 lays out what is copied field by field, and what grows name by name as a table of three times the size.
  const account = {
    ...decodeAccount(tree, attributes, dn),
    dn,
    uuid,
    ...decodeEvidence(attributes),
    ...decodeObstacles(tree, attributes, dn),
  };
  return { marked: true, account };
}

/** ldapts gives one value as a string, several as an array, none of a requested one as an empty array. */
export function attributesOf(entry: Entry): Attributes {
  const attributes: Record<string, readonly string[]> = {};
  for (const name in entry) {
    const value = entry[name];
    if (typeof value === 'string') attributes[name] = [value];
    else if (Array.isArray(value) && value.length > 0) attributes[name] = value.map(String);
  }
  return attributes;
}

function hiddenFrom(container: string): ExpectedError {
  return new ExpectedError('ldap-read-incomplete.hidden', { at: container });
}

export function explainRead(thrown: unknown, container: string): unknown {
  if (thrown instanceof NoSuchObjectError) {
    return new ExpectedError('ldap-container-missing', { container }, { cause: thrown });
  }
  if (thrown instanceof ResultCodeError) {
    return new ExpectedError(
      'ldap-read-incomplete.ended',
      { at: container, cause: `${thrown.name} (${thrown.code})` },
      { cause: thrown },
    );
  }
  if (thrown instanceof RangeError) {
    return new ExpectedError(
      'ldap-read-incomplete.broken',
      { at: container, cause: thrown.message },
      { cause: thrown },
    );
  }
  return thrown;
}
