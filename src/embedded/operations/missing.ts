/** noSuchObject, with the nearest entry above where the client may know of it (RFC 4511 §4.1.9). */
import type { Directory, Identity } from '../directory.ts';
import { mayRead } from '../policy/access.ts';
import { type LdapResult, refuse } from '../result.ts';
import { type Dn, parentOf } from '../schema/dn.ts';

export const refuseMissing = (directory: Directory, identity: Identity, dn: Dn): LdapResult => {
  for (let above = parentOf(dn); above !== undefined; above = parentOf(above)) {
    const entry = directory.tree.find(above.key);
    if (entry === undefined) continue;
    return refuse('noSuchObject', '', mayRead(directory, identity, entry) ? entry.dn.text : '');
  }
  return refuse('noSuchObject');
};
