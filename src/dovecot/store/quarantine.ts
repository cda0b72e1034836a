/** Counts the letters in everybody's folder Quarantine (4.6). */
import type { Remark } from '../../model/problems/remark.ts';
import type { Doveadm } from '../connect/doveadm.ts';
import { readOfEverybody } from '../users.ts';

/** Of servers/sieve/executables.sieve. */
const folder = 'Quarantine';

export type QuarantineCount = { readonly user: string } & (
  | { readonly result: 'read'; readonly letters: number }
  | { readonly result: 'failed'; readonly detail: Remark }
);

/** Of those who have the folder; nobody gets one by being looked at. */
export async function readQuarantines(doveadm: Doveadm): Promise<readonly QuarantineCount[]> {
  // By its bare name doveadm fails for everybody as soon as one has no such folder; by a pattern it passes over them.
  const parameters = { field: ['messages'], mailboxMask: [`${folder}%`] };
  const all = await readOfEverybody(doveadm, 'mailboxStatus', parameters);
  return all.flatMap((one): readonly QuarantineCount[] => {
    if (one.result === 'failed') return [one];
    const row = one.rows.find(({ mailbox }) => mailbox === folder);
    return row === undefined ? [] : [{ user: one.user, result: 'read', letters: Number(row.messages) }];
  });
}
