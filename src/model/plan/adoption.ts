/** Why an entry that was there before danhba is not taken over, or not given back. */

export type AdoptionHeldArgs = {
  /** An entry of the adoption's file is not as it was seen any more: in these; gone where there are none. */
  'adoption-changed': { dn: string; differs: readonly AdoptionDifference[] };
  /** The person has this entry, which waits to be adopted: no second mailbox is issued. */
  'adoption-waits': { dn: string };
  /** An entry of others has the address, and maybe is the account's own: adopted, it keeps everything. */
  'adoption-resembles': { dn: string; name: string; address: string };
  /** The key has an entry, or the entry has a key, already. */
  'adoption-taken': { dn: string; other: string };
  /** No file declares whose the entry is to be. */
  'adoption-undeclared': { dn: string };
  /** The entry cannot be taken over as it is: what has to be put right first. */
  'adoption-refused': { dn: string; because: AdoptionObstacle; values: readonly string[] };
  /** Since it was adopted somebody has changed these attributes of the entry: it is not given back. */
  'undo-changed': { dn: string; differs: readonly string[] };
};

/** What there was, and what there is. */
export interface AdoptionDifference {
  readonly what: 'dn' | 'addresses';
  readonly seen: string;
  readonly now: string;
}

/**
 * Addresses that the account would not have; several names, or one that another mailbox has; a lock that no file
 * decides; another place than the container's; another human's name, and none of the person's addresses.
 */
export type AdoptionObstacle = 'addresses' | 'names' | 'lock' | 'place' | 'stranger';
