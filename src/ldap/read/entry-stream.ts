/**
 * Streams the entries of a paged search (RFC 2696), decoded once into what the profile reads.
 * ldapts makes the connection and the request; its own decoding would be most of the time of a large read.
 */
import {
  Control,
  type Filter,
  PagedResultsControl,
  PresenceFilter,
  SearchRequest,
  StatusCodeParser,
} from 'ldapts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { startBound } from '../../patience/bound.ts';
import { secondsOf } from '../connect/pace.ts';
import type { Attributes } from '../profile.ts';
import { type Element, expectElement, readInteger, readText, tags } from './ber.ts';
import type { Messages } from './messages.ts';
import { makeSharedTexts } from './shared-texts.ts';

export interface StreamedEntry {
  readonly dn: string;
  readonly attributes: Attributes;
}

interface Page {
  readonly entries: StreamedEntry[];
  readonly cookie: Buffer;
}

/**
 * RFC 3296: a referral object is an entry like any other, seen under its own DN. Without it the server would answer
 * with where it leads, and what stands in the place of an account would not be known.
 */
const manageReferrals = new Control('2.16.840.1.113730.3.4.2');

export interface Search {
  readonly base: string;
  readonly attributes: readonly string[];
  readonly pageSize: number;
  /** Absent: every entry. */
  readonly filter?: Filter;
  /** True for an entry that is known already: it counts as one that came, and is not decoded. */
  readonly leavesOut?: LeavesOut;
}

export type LeavesOut = (buffer: Buffer, operation: Element) => boolean;

/** No province has a tenth of it; a server that makes entries up must not fill our memory. */
const most = { entries: 1_000_000, octets: 2 ** 30 };
/** A server may look through entries that match nothing, a page at a time; not for ever. */
const emptyPagesLimit = 10;

interface Come {
  entries: number;
  octets: number;
}

/**
 * Every entry that is asked for, page by page; throws what ldapts would throw for the server's refusals, and
 * `ldap-slow` where entries come too slowly to wait for all of them.
 */
export async function* streamEntries(
  messages: Messages,
  search: Search,
): AsyncGenerator<readonly StreamedEntry[]> {
  const { pace } = messages;
  const begun = performance.now();
  const come: Come = { entries: 0, octets: 0 };
  const earned = () => come.entries * pace.entry + (come.octets + messages.underWay()) * pace.octet;
  const bound = startBound(pace.read, earned, () => {
    const seconds = secondsOf(performance.now() - begun);
    messages.end(
      new ExpectedError('ldap-slow.read', { container: search.base, entries: come.entries, seconds }),
    );
  });
  try {
    // The server gathers the next page while this one is being used.
    let next: Promise<Page> | undefined = requestPage(messages, search, come);
    let empty = 0;
    let before = 0;
    while (next !== undefined) {
      const page: Page = await next;
      empty = come.entries === before ? empty + 1 : 0;
      before = come.entries;
      if (empty >= emptyPagesLimit) throw new RangeError(`${empty} pages in a row without an entry`);
      next = page.cookie.length === 0 ? undefined : requestPage(messages, search, come, page.cookie);
      next?.catch(() => undefined);
      yield page.entries;
    }
  } finally {
    bound.stop();
  }
}

function requestPage(messages: Messages, search: Search, come: Come, cookie?: Buffer): Promise<Page> {
  const { base, attributes, pageSize, leavesOut } = search;
  const { filter = new PresenceFilter({ attribute: 'objectClass' }) } = search;
  const { pace } = messages;
  const value = { size: pageSize, ...(cookie && { cookie }) };
  const request = (messageId: number) =>
    new SearchRequest({
      messageId,
      baseDN: base,
      scope: 'sub',
      filter,
      attributes: [...attributes],
      timeLimit: 0,
      controls: [new PagedResultsControl({ value }), manageReferrals],
    }).write();
  const entries: StreamedEntry[] = [];
  return messages.ask(base, request, (buffer, message, offset) => {
    const operation = expectElement(buffer, offset, message.end);
    if (operation.tag === tags.searchEntry) {
      if (leavesOut?.(buffer, operation) !== true) entries.push(readEntry(buffer, operation));
      const octets = message.end - message.start;
      come.entries++;
      come.octets += octets;
      if (come.entries > most.entries || come.octets > most.octets) {
        throw new RangeError(`more than ${most.entries} entries or ${most.octets} octets`);
      }
      messages.earn(pace.entry + octets * pace.octet);
    }
    const cookieOfNext = takeEnd(buffer, message, operation);
    return cookieOfNext === undefined ? undefined : { entries, cookie: cookieOfNext };
  });
}

/** The cookie of the next page (empty for none) where the answer is the last of this one. */
function takeEnd(buffer: Buffer, message: Element, operation: Element): Buffer | undefined {
  // A part of the tree is on another server: what is here is not all.
  if (operation.tag === tags.searchReference) throw new RangeError('search result reference');
  if (operation.tag !== tags.searchDone) return undefined;
  const code = expectElement(buffer, operation.start, operation.end);
  const matched = expectElement(buffer, code.end, operation.end);
  const diagnostic = expectElement(buffer, matched.end, operation.end);
  const status = readInteger(buffer, code);
  if (status !== 0) {
    throw StatusCodeParser.parse({ status, errorMessage: readText(buffer, diagnostic) } as never);
  }
  return readCookie(buffer, operation.end, message.end);
}

function readEntry(buffer: Buffer, operation: Element): StreamedEntry {
  const dn = expectElement(buffer, operation.start, operation.end);
  const list = expectElement(buffer, dn.end, operation.end, tags.sequence);
  const attributes: Record<string, readonly string[]> = {};
  for (let offset = list.start; offset < list.end; ) {
    const attribute = expectElement(buffer, offset, list.end, tags.sequence);
    const type = expectElement(buffer, attribute.start, attribute.end);
    const set = expectElement(buffer, type.end, attribute.end, tags.set);
    const column = columns.find(buffer, type) ?? columns.make(buffer, type);
    const values: string[] = [];
    for (let at = set.start; at < set.end; ) {
      const value = expectElement(buffer, at, set.end);
      values.push(readValue(buffer, value, column));
      at = value.end;
    }
    if (values.length > 0) attributes[column.name] = values;
    offset = attribute.end;
  }
  return { dn: readText(buffer, dn), attributes };
}

/** One attribute, over all entries that are read. */
interface Column {
  readonly name: string;
  asked: number;
  /** How many of its values others had before. */
  shared: number;
}

const columns = makeSharedTexts((name): Column => ({ name, asked: 0, shared: 0 }));
const sharedValues = makeSharedTexts((text) => text);
/** So many values tell whether the rest is worth looking for: ids and addresses are not. */
const sample = 500;

function readValue(buffer: Buffer, value: Element, column: Column): string {
  if (column.asked >= sample && column.shared * 2 < column.asked) return readText(buffer, value);
  column.asked++;
  const found = sharedValues.find(buffer, value);
  if (found === undefined) return sharedValues.make(buffer, value);
  column.shared++;
  return found;
}

function readCookie(buffer: Buffer, offset: number, end: number): Buffer {
  if (offset >= end) return Buffer.alloc(0);
  const controls = expectElement(buffer, offset, end, tags.controls);
  for (let at = controls.start; at < controls.end; ) {
    const control = expectElement(buffer, at, controls.end, tags.sequence);
    const type = expectElement(buffer, control.start, control.end);
    if (readText(buffer, type) === PagedResultsControl.type) {
      let value = expectElement(buffer, type.end, control.end);
      // The criticality may stand between the type and the value.
      if (value.tag !== tags.octetString) value = expectElement(buffer, value.end, control.end);
      const sequence = expectElement(buffer, value.start, value.end, tags.sequence);
      const size = expectElement(buffer, sequence.start, sequence.end);
      const cookie = expectElement(buffer, size.end, sequence.end);
      return Buffer.from(buffer.subarray(cookie.start, cookie.end));
    }
    at = control.end;
  }
  return Buffer.alloc(0);
}
