/** The entries danhba would have written for a directory, as an import reads them. */
import { encodeAccount } from '../../../src/ldap/profile.ts';
import type { ActualAccount } from '../../../src/model/account/account.ts';
import { parseKey } from '../../../src/model/account/key.ts';
import type { Arrival, Arrivals } from '../../../src/model/import/arrival.ts';

const tree = { baseDn: 'dc=laichau,dc=gov,dc=vn' };

export function ownArrivals(accounts: readonly ActualAccount[]): Arrivals {
  return {
    entries: accounts.map((account): Arrival => {
      const attributes = encodeAccount(tree, account);
      const own = Object.fromEntries(
        Object.entries(attributes).map(([name, values]) => [name.toLowerCase(), values]),
      );
      const { dn, uuid } = account;
      return {
        source: { place: dn, dn, uuid, values: own },
        role: parseKey(account.key)?.kind === 'organization' ? 'agency' : 'person',
        names: own.displayname ?? own.cn ?? [],
        titles: own.title ?? [],
        units: own.ou ?? [],
        phones: own.telephonenumber ?? [],
        addresses: own.mail ?? [],
        aliases: [],
        status: { state: 'active' },
        own,
      };
    }),
    organizations: [],
    unknownOrganizations: new Map(),
  };
}
