/** Takes one request of a connection to its operation and writes the answer; a connection's state changes only here. */
import type { Directory, Identity } from './directory.ts';
import { add } from './operations/add.ts';
import { modify } from './operations/modify.ts';
import { remove } from './operations/remove.ts';
import { search } from './operations/search.ts';
import { bind } from './policy/bind.ts';
import { type LdapResult, refuse } from './result.ts';
import { checkSession, isOwnPasswordChange, makeSession, type Session } from './session.ts';
import type { Controls } from './wire/controls.ts';
import type { Request, RequestMessage, SearchRequest } from './wire/request.ts';
import { renderEntry, renderPageResult, renderResult } from './wire/response.ts';

type Send = (message: Buffer) => void;

const answerSearch = (
  directory: Directory,
  session: Session,
  id: number,
  request: SearchRequest,
  controls: Controls,
  send: Send,
): void => {
  const { identity, cursor } = session;
  const outcome = search(directory, identity, request, controls, cursor, (dn, attributes) =>
    send(renderEntry(id, dn, attributes)),
  );
  // A refused page leaves the search that is under way as it was.
  if (controls.paged !== undefined && outcome.result.code === 'success') session.cursor = outcome.cursor;
  const { result, cookie } = outcome;
  send(cookie === undefined ? renderResult(id, 'search', result) : renderPageResult(id, result, cookie));
};

const performBind = (
  directory: Directory,
  session: Session,
  request: Request & { op: 'bind' },
): LdapResult => {
  const { result, identity, mustChange } = bind(directory, request);
  Object.assign(session, { identity, mustChange });
  return result;
};

/** The operations that answer with a result and nothing else. */
type Plain = Exclude<Request, { op: 'unbind' | 'abandon' | 'search' | 'bind' }>;

const perform = (
  directory: Directory,
  identity: Identity,
  request: Plain,
  controls: Controls,
): LdapResult => {
  switch (request.op) {
    case 'add':
      return add(directory, identity, request, controls);
    case 'modify':
      return modify(directory, identity, request, controls);
    case 'delete':
      return remove(directory, identity, request, controls);
    // StartTLS above all: there is no certificate, and slapd without one does not know it either.
    case 'extended':
      return refuse('protocolError', 'unsupported extended operation');
  }
};

/** Performs one request; everything it answers goes out by `send`, in order. */
export const dispatch = (
  directory: Directory,
  session: Session,
  message: RequestMessage,
  send: Send,
): void => {
  const { id, request, controls } = message;
  // Every request is finished before the next is read, so there is never anything to abandon.
  if (request.op === 'unbind' || request.op === 'abandon') return;
  const early = checkSession(session, message);
  if (early !== undefined) {
    if (request.op === 'bind') Object.assign(session, makeSession());
    send(renderResult(id, request.op, early));
    return;
  }
  if (request.op === 'search') {
    answerSearch(directory, session, id, request, controls, send);
    return;
  }
  if (request.op === 'bind') {
    send(renderResult(id, request.op, performBind(directory, session, request)));
    return;
  }
  const result = perform(directory, session.identity, request, controls);
  if (result.code === 'success' && isOwnPasswordChange(session, request)) session.mustChange = false;
  send(renderResult(id, request.op, result));
};
