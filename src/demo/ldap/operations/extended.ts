/** The extended operations danhba uses: password modify (RFC 3062) and who-am-I (RFC 4532). */
import { BerReader, InvalidAsn1Error } from 'ldapts';
import type { Directory, Identity } from '../directory.ts';
import { isOwn } from '../policy/password-change.ts';
import { verifyPassword } from '../policy/password-hash.ts';
import { type LdapResult, refuse, success } from '../result.ts';
import { parseDn } from '../schema/dn.ts';
import { allValues } from '../store/entry.ts';
import { readContents, readInside, sequence } from '../wire/ber.ts';
import { noControls } from '../wire/controls.ts';
import { modify } from './modify.ts';

export const extendedOid = {
  passwordModify: '1.3.6.1.4.1.4203.1.11.1',
  whoAmI: '1.3.6.1.4.1.4203.1.11.3',
} as const;

export interface ExtendedOutcome {
  readonly result: LdapResult;
  readonly value?: Buffer;
}

interface PasswordModify {
  readonly user: string | undefined;
  readonly oldPassword: string | undefined;
  readonly newPassword: Buffer | undefined;
}

const readPasswordModify = (value: Buffer | undefined): PasswordModify => {
  const inside =
    value === undefined ? new BerReader(Buffer.alloc(0)) : readInside(new BerReader(value), sequence);
  const take = (tag: number): Buffer | undefined =>
    inside.peek() === tag ? readContents(inside, tag) : undefined;
  const request = {
    user: take(0x80)?.toString('utf8'),
    oldPassword: take(0x81)?.toString('utf8'),
    newPassword: take(0x82),
  };
  if (inside.remain > 0) throw new InvalidAsn1Error('bad password modify request');
  return request;
};

const passwordModify = (directory: Directory, identity: Identity, value: Buffer | undefined): LdapResult => {
  const request = readPasswordModify(value);
  if (identity.kind === 'anonymous')
    return refuse('strongerAuthRequired', 'modifications require authentication');
  const dn = parseDn(request.user || identity.dn.text);
  if (!dn.ok) return refuse('invalidAttributeSyntax', 'Invalid DN');
  const entry = directory.tree.find(dn.value.key);
  const { oldPassword, newPassword } = request;
  if (entry === undefined) return refuse('noSuchObject');
  if (oldPassword !== undefined) {
    // Only the holder may have a password verified (`self =xw`); for the reconciler (`=w`) it never is right.
    const hashes = isOwn(identity, entry.dn.key) ? allValues(entry.attributes, 'userPassword') : [];
    const right = hashes.some((hash) => verifyPassword(oldPassword, hash));
    if (!right) return refuse('unwillingToPerform', 'unwilling to verify old password');
  }
  // A password the server made up would have to pass the policy; slapd's own never does, so danhba always sends one.
  if (newPassword === undefined || newPassword.length === 0) {
    return refuse('constraintViolation', 'Password fails quality checking policy');
  }
  const changes = [{ change: 'replace', type: 'userPassword', values: [newPassword] }] as const;
  return modify(directory, identity, { dn: entry.dn.text, changes }, noControls);
};

/** authzId (RFC 4513 §5.2.1.8): empty for anonymous. */
const renderAuthzId = (identity: Identity): string =>
  identity.kind === 'anonymous' ? '' : `dn:${identity.dn.text}`;

/** Performs an extended operation; throws InvalidAsn1Error where its value is malformed. */
export const extended = (
  directory: Directory,
  identity: Identity,
  request: { readonly oid: string; readonly value: Buffer | undefined },
): ExtendedOutcome => {
  switch (request.oid) {
    case extendedOid.passwordModify:
      return { result: passwordModify(directory, identity, request.value) };
    case extendedOid.whoAmI:
      return { result: success, value: Buffer.from(renderAuthzId(identity)) };
    // StartTLS among them: there is no certificate, and slapd without one does not know it either.
    default:
      return { result: refuse('protocolError', 'unsupported extended operation') };
  }
};
