/** What a connection remembers between requests, and what it may do in that state. */
import { anonymous, type Identity } from './directory.ts';
import type { Cursor } from './operations/search.ts';
import { type LdapResult, refuse } from './result.ts';
import { parseDn } from './schema/dn.ts';
import type { Request, RequestMessage } from './wire/request.ts';

export interface Session {
  identity: Identity;
  /** The password was reset: only changing it is allowed (clauses 6.3, 7.3). */
  mustChange: boolean;
  cursor: Cursor | undefined;
}

export const makeSession = (): Session => ({ identity: anonymous, mustChange: false, cursor: undefined });

const writing = new Set<Request['op']>(['add', 'modify', 'delete']);

/** A modify of the own userPassword and nothing else. */
export const isOwnPasswordChange = (session: Session, request: Request): boolean => {
  if (request.op !== 'modify' || session.identity.kind === 'anonymous') return false;
  const dn = parseDn(request.dn);
  const own = dn.ok && dn.value.key === session.identity.dn.key;
  return own && request.changes.every(({ type }) => type.toLowerCase() === 'userpassword');
};

/** Why a request is refused whatever it asks; undefined where it may go on. */
export const checkSession = (
  session: Session,
  { request, controls }: RequestMessage,
): LdapResult | undefined => {
  if (controls.unknownCritical !== undefined) {
    return refuse('unavailableCriticalExtension', 'critical extension is not recognized');
  }
  const free = request.op === 'bind' || request.op === 'extended';
  if (session.mustChange && !free && !isOwnPasswordChange(session, request)) {
    return refuse(
      'insufficientAccessRights',
      'Operations are restricted to bind/unbind/abandon/StartTLS/modify password',
    );
  }
  if (writing.has(request.op) && session.identity.kind === 'anonymous') {
    return refuse('strongerAuthRequired', 'modifications require authentication');
  }
  return undefined;
};
