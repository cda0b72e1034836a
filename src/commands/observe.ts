/** Reads the whole server into memory, telling how far it is. */
import type { Client } from 'ldapts';
import { readEntries } from '../ldap/read.ts';
import type { ActualAccount, UnmarkedEntry } from '../model/account.ts';
import type { Policy } from '../model/policy.ts';

export interface Observed {
  readonly accounts: readonly ActualAccount[];
  readonly unmarked: readonly UnmarkedEntry[];
}

export async function observe(client: Client, policy: Policy): Promise<Observed> {
  const accounts: ActualAccount[] = [];
  const unmarked: UnmarkedEntry[] = [];
  for await (const read of readEntries(client, policy)) {
    if (read.marked) accounts.push(read.account);
    else unmarked.push(read.entry);
  }
  return { accounts, unmarked };
}
