/** The entries an adoption names, as they are now: kept while everything is read. */
import type { Connection } from '../ldap/connect/connect.ts';
import { readCandidate } from '../ldap/read/candidate.ts';
import type { Found } from '../ldap/read/read.ts';
import type { Adoption, Candidate } from '../model/adoption.ts';
import type { Policy } from '../model/directory/policy.ts';

/** Keeps, while everything is read, what was read of the entries the file names. */
export function makeCandidates(adoption: Adoption) {
  const entries = new Map(adoption.entries.map((entry) => [entry.uuid, entry]));
  const found = new Map<string, Found>();
  return {
    keep: (one: Found) => {
      const uuid = one.attributes.entryUUID?.[0] ?? '';
      if (!one.marked && entries.has(uuid)) found.set(uuid, one);
    },
    read: async (connection: Connection, policy: Policy): Promise<ReadonlyMap<string, Candidate>> => {
      const { client } = await connection.live();
      const candidates = new Map<string, Candidate>();
      for (const [uuid, one] of found) {
        const entry = entries.get(uuid);
        if (entry === undefined || one.marked) continue;
        const there = { dn: one.entry.dn, attributes: one.attributes };
        candidates.set(uuid, await readCandidate(client, policy, entry, there));
      }
      return candidates;
    },
  };
}
