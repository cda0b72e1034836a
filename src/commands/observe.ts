/** Reads the whole server into memory, telling how far it is. */
import type { Connection } from '../ldap/connect.ts';
import { readEntries } from '../ldap/read.ts';
import { readSentinel, refuseOtherProvince, type Sentinel } from '../ldap/sentinel.ts';
import type { ActualAccount, UnmarkedEntry } from '../model/account.ts';
import type { ReadDoubt } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';

export interface Observed {
  /** Set where fewer entries were seen than the last run left. */
  readonly doubt?: ReadDoubt;
  readonly accounts: readonly ActualAccount[];
  readonly unmarked: readonly UnmarkedEntry[];
}

export async function observe(connection: Connection, policy: Policy): Promise<Observed> {
  const { client } = await connection.live();
  const sentinel = await readSentinel(client, policy);
  refuseOtherProvince(sentinel, policy.domain);
  const accounts: ActualAccount[] = [];
  const unmarked: UnmarkedEntry[] = [];
  for await (const page of readEntries(connection, policy)) {
    for (const read of page) {
      if (read.marked) accounts.push(read.account);
      else unmarked.push(read.entry);
    }
  }
  return { accounts, unmarked, ...doubtOf(sentinel, accounts.length) };
}

/** Entries of ours under a tree no run has marked could be part of any number. */
function doubtOf(sentinel: Sentinel | undefined, seen: number): { doubt?: ReadDoubt } {
  const expected = sentinel?.count;
  if (expected === undefined) return seen > 0 ? { doubt: { seen, expected: null } } : {};
  return seen < expected ? { doubt: { seen, expected } } : {};
}
