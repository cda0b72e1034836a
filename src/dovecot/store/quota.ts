/** Reads how much every mailbox may hold, and holds. */
import type { Remark } from '../../model/problems/remark.ts';
import type { Doveadm } from '../connect/doveadm.ts';
import { readOfEverybody } from '../users.ts';

export interface Amount {
  /** KiB for storage, a number for messages. */
  readonly used: number;
  /** Undefined: without limit. */
  readonly limit: number | undefined;
}

export type Quota = { readonly user: string } & (
  | {
      readonly result: 'read';
      /** Undefined: no quota is set up for this mailbox. */
      readonly storage: Amount | undefined;
      readonly messages: Amount | undefined;
    }
  | { readonly result: 'failed'; readonly detail: Remark }
);

/** The quota of every user; where a mailbox has several, the first root. */
export async function readQuotas(doveadm: Doveadm): Promise<readonly Quota[]> {
  const all = await readOfEverybody(doveadm, 'quotaGet');
  return all.map((one): Quota => {
    if (one.result === 'failed') return one;
    const amount = (type: string): Amount | undefined => {
      const row = one.rows.find((candidate) => candidate.type === type);
      if (row === undefined) return undefined;
      const limit = Number(row.limit);
      return { used: Number(row.value), limit: Number.isFinite(limit) && limit > 0 ? limit : undefined };
    };
    return { user: one.user, result: 'read', storage: amount('STORAGE'), messages: amount('MESSAGE') };
  });
}
