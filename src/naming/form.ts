/** Fills and reads the address templates of the policy, and says what holds for every local part. */

import type { OrganizationKind } from '../model/directory/organization.ts';
import type { Finding } from '../model/problems/naming.ts';
import { remember } from '../model/text/remember.ts';
import { finding, shown } from './finding.ts';
import { fixedFor, type NamingPolicy } from './policy.ts';

/** RFC 5321 §4.5.3.1: octets of a local part, of a path without its brackets. */
export const MAX_LOCAL_PART = 64;
export const MAX_ADDRESS = 254;

/** One label as Article 5 writes it: joined, without marks. */
export const isLabel = (text: string): boolean => /^[A-Za-z0-9]+$/.test(text);

/** Labels joined by dots, of a length a local part may have. */
export const isLocalPart = (text: string): boolean =>
  text.length <= MAX_LOCAL_PART && /^[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*$/.test(text);

/** Old addresses have hyphens and underscores, too. Lower case. */
export const isOldLocalPart = (text: string): boolean =>
  text.length <= MAX_LOCAL_PART && /^[a-z0-9]+([._-][a-z0-9]+)*$/.test(text);

/** A suffix or parent as it stands in an address: lower-case labels joined by dots; undefined for any other text. */
export const readLabels = (text: string): string | undefined =>
  isLocalPart(text) ? text.toLowerCase() : undefined;

type Values = Readonly<Record<string, string>>;

const placeholder = /\{([a-z]+)\}/g;

/** Texts and the names of placeholders in turn. */
const piecesOf = remember((template) => template.split(placeholder));

export function fillForm(template: string, values: Values): string {
  let filled = '';
  let isText = true;
  for (const piece of piecesOf(template)) {
    filled += isText ? piece : (values[piece] ?? '');
    isText = !isText;
  }
  return filled;
}

const escapeRegExp = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '\\$&');

/**
 * Reads a local part by its template, the `open` placeholder left open: `khcn.soyte` by `{code}.{parent}` with
 * parent `soyte` and code open gives `khcn`. Undefined where it does not fit.
 */
export function readForm(
  template: string,
  values: Values,
  open: string,
  { mayBeEmpty = false } = {},
): (localPart: string) => string | undefined {
  const source = piecesOf(template)
    .map((piece, index) => {
      if (index % 2 === 0) return escapeRegExp(piece);
      return piece === open ? `([a-z0-9]${mayBeEmpty ? '*' : '+'})` : escapeRegExp(values[piece] ?? '');
    })
    .join('');
  const pattern = new RegExp(`^${source}$`);
  return (localPart) => pattern.exec(localPart)?.[1];
}

export const addressOf = (localPart: string, policy: NamingPolicy): string => `${localPart}@${policy.domain}`;

/** What no local part may be, a person's or an organization's: too long, reserved, or fixed by 5.1 for another kind. */
export function localPartFindings(
  localPart: string,
  kind: OrganizationKind | 'person',
  policy: NamingPolicy,
): Finding[] {
  if (localPart.length > MAX_LOCAL_PART || addressOf(localPart, policy).length > MAX_ADDRESS) {
    const max = Math.min(MAX_LOCAL_PART, MAX_ADDRESS - 1 - policy.domain.length);
    return [finding('address-length', { localPart: shown(localPart), max })];
  }
  const owner = (['people-committee', 'city'] as const).find(
    (of) => of !== kind && fixedFor(of, policy) === localPart,
  );
  if (owner !== undefined) return [finding('address-fixed', { localPart, owner })];
  return policy.reserved.includes(localPart) ? [finding('address-reserved', { localPart })] : [];
}
