/** Reads an address as somebody gives it: in any case, but with its domain. */
import type { Finding } from '../model/problems/naming.ts';
import { finding, shown } from './finding.ts';
import { isLocalPart } from './form.ts';
import type { NamingPolicy } from './policy.ts';

/** The local part in lower case, or why the text is not an address of the domain. */
export type ReadAddress =
  | { readonly localPart: string; readonly finding?: undefined }
  | { readonly localPart?: undefined; readonly finding: Finding };

/** Every label is `[a-z0-9]+`, case does not count. A local part alone is no address: nobody can write to it. */
export function readAddress(text: string, policy: NamingPolicy): ReadAddress {
  const at = text.indexOf('@');
  const localPart = at < 0 ? text : text.slice(0, at);
  const domain = at < 0 ? '' : text.slice(at + 1);
  // Compared as ASCII only: toLowerCase would turn the Kelvin sign into a k.
  const same = /^[\x21-\x7e]+$/.test(domain) && domain.toLowerCase() === policy.domain.toLowerCase();
  if (!isLocalPart(localPart)) return { finding: finding('address-form', { address: shown(text) }) };
  if (!same) return { finding: finding('address-domain', { address: shown(text), domain: policy.domain }) };
  return { localPart: localPart.toLowerCase() };
}
