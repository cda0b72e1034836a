/** The search operation (RFC 4511 §4.5) with paging (RFC 2696): by index, in order of entry ids, one page at a time. */
import { isDeepStrictEqual } from 'node:util';
import type { Directory, Identity } from '../directory.ts';
import { mayRead, mayReadType } from '../policy/access.ts';
import { type LdapResult, refuse, success } from '../result.ts';
import { type Dn, parseDn } from '../schema/dn.ts';
import { findCandidates } from '../store/candidates.ts';
import type { Entry } from '../store/entry.ts';
import { type FilterTest, makeFilterTest } from '../store/filter-test.ts';
import type { Controls } from '../wire/controls.ts';
import type { SearchRequest } from '../wire/request.ts';
import type { AttributeValues } from '../wire/response.ts';
import { checkAssertion } from './assertion.ts';
import { refuseMissing } from './missing.ts';
import { selectRootDse } from './root-dse.ts';
import { parseSelection, selectAttributes } from './select.ts';

/** `size.pr` of the shipped slapd.conf for the service accounts; others have `sizelimit 500` for everything. */
const maxPageSize = 1000;
const holderLimit = 500;

/** A paged search between two pages; a connection has at most one, as in slapd. */
export interface Cursor {
  /** The id of the last entry sent: the cookie, as in slapd's mdb. */
  readonly cookie: Buffer;
  readonly request: SearchRequest;
  readonly ids: readonly number[];
  /** Position of the next id to look at. */
  readonly next: number;
  /** Entries sent on all pages so far. */
  readonly sent: number;
}

export interface SearchOutcome {
  readonly result: LdapResult;
  /** Present where the answer carries a paging control; its cookie is empty on the last page. */
  readonly cookie?: Buffer;
  readonly cursor?: Cursor;
}

export type SendEntry = (dn: string, attributes: readonly AttributeValues[]) => void;

const noCookie = Buffer.alloc(0);
const makeCookie = (lastId: number): Buffer => {
  const cookie = Buffer.alloc(8);
  cookie.writeBigUInt64LE(BigInt(lastId));
  return cookie;
};

interface Walk {
  readonly request: SearchRequest;
  readonly ids: readonly number[];
  readonly from: number;
  readonly sizeLimit: number;
  readonly pageSize: number;
  readonly sentBefore: number;
  readonly send: (entry: Entry) => void;
}

/** Sends matching entries until the page is full and one more is found, a limit is met, or there are no more. */
const walk = (directory: Directory, identity: Identity, test: FilterTest, given: Walk): SearchOutcome => {
  let sent = 0;
  let lastId = 0;
  for (let at = given.from; at < given.ids.length; at++) {
    const entry = directory.tree.byId(given.ids[at]!);
    // Deleted since the first page, hidden, or no match.
    if (entry === undefined || !mayRead(directory, identity, entry) || test(entry) !== true) continue;
    if (given.sentBefore + sent >= given.sizeLimit) return { result: refuse('sizeLimitExceeded') };
    if (sent >= given.pageSize) {
      const cookie = makeCookie(lastId);
      const { request, ids } = given;
      const cursor = { cookie, request, ids, next: at, sent: given.sentBefore + sent };
      return { result: success, cookie, cursor };
    }
    given.send(entry);
    lastId = entry.id;
    sent++;
  }
  return { result: success, cookie: noCookie };
};

const checkPaging = (
  identity: Identity,
  controls: Controls,
  cursor: Cursor | undefined,
): LdapResult | undefined => {
  const { paged } = controls;
  if (paged === undefined) return undefined;
  if (paged.size < 0) return refuse('protocolError', 'paged results control size is invalid');
  if (identity.kind === 'service' && paged.size > maxPageSize) {
    return refuse('adminLimitExceeded', 'illegal pagedResults page size');
  }
  if (paged.cookie.length === 0) return undefined;
  if (paged.cookie.length !== 8 || cursor === undefined) {
    return refuse('protocolError', 'paged results cookie is invalid');
  }
  return cursor.cookie.equals(paged.cookie)
    ? undefined
    : refuse('unwillingToPerform', 'paged results cookie is invalid or old');
};

/** The ids to walk and where to begin: those kept from the page before, if the question is still the same. */
const findIds = (
  directory: Directory,
  request: SearchRequest,
  base: Dn,
  resumed: Cursor | undefined,
): Pick<Cursor, 'ids' | 'next'> => {
  if (resumed !== undefined && isDeepStrictEqual(resumed.request, request)) return resumed;
  const ids = findCandidates(directory.tree, base, request.scope, request.filter);
  const after = Number(resumed?.cookie.readBigUInt64LE() ?? 0n);
  return { ids, next: ids.filter((id) => id <= after).length };
};

const searchRootDse = (directory: Directory, request: SearchRequest, send: SendEntry): SearchOutcome => {
  if (request.scope !== 'base') return { result: refuse('noSuchObject') };
  send('', selectRootDse(directory, request.attributes, request.typesOnly));
  return { result: success };
};

/** Runs a search, or the next page of one; entries go out by `sendEntry` as they are found. */
export const search = (
  directory: Directory,
  identity: Identity,
  request: SearchRequest,
  controls: Controls,
  cursor: Cursor | undefined,
  sendEntry: SendEntry,
): SearchOutcome => {
  const base = parseDn(request.baseDn);
  if (!base.ok) return { result: base.refusal };
  if (base.value.rdns.length === 0) return searchRootDse(directory, request, sendEntry);
  const paging = checkPaging(identity, controls, cursor);
  if (paging !== undefined) return { result: paging };
  const baseEntry = directory.tree.find(base.value.key);
  if (baseEntry === undefined) return { result: refuseMissing(directory, identity, base.value) };
  // Without the right to see the base entry its existence is not disclosed either.
  if (!mayRead(directory, identity, baseEntry)) return { result: refuse('noSuchObject') };
  const early = checkAssertion(controls, identity, baseEntry);
  if (early !== undefined) return { result: early };

  const { paged } = controls;
  const resumed = paged !== undefined && paged.cookie.length > 0 ? cursor : undefined;
  if (paged?.size === 0) return { result: success, cookie: noCookie };
  const limited = identity.kind === 'anonymous' || identity.kind === 'holder';
  const serverLimit = limited ? holderLimit : Number.POSITIVE_INFINITY;
  const { ids, next } = findIds(directory, request, base.value, resumed);
  const selection = parseSelection(request.attributes, request.typesOnly);
  const outcome = walk(
    directory,
    identity,
    makeFilterTest(request.filter, (type) => mayReadType(identity, type)),
    {
      request,
      ids,
      from: next,
      sizeLimit: Math.min(request.sizeLimit || Number.POSITIVE_INFINITY, serverLimit),
      pageSize: paged?.size ?? Number.POSITIVE_INFINITY,
      sentBefore: resumed?.sent ?? 0,
      send: (entry) => sendEntry(entry.dn.text, selectAttributes(directory.tree, identity, entry, selection)),
    },
  );
  return paged === undefined ? { result: outcome.result } : outcome;
};
