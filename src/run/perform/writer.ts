/** Writes changes to the directory while the run may, and keeps in mind whose password the server may have got. */
import type { Connection } from '../../ldap/connect/connect.ts';
import type { Trace } from '../../ldap/connect/send.ts';
import type { Lease } from '../../ldap/lease/lease.ts';
import { performChange } from '../../ldap/write/write.ts';
import type { AdoptionRecord } from '../../model/adoption.ts';
import type { Result } from '../../model/plan/outcome.ts';
import type { DirectoryChange, Plan } from '../../model/plan/plan.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { remark } from '../../model/problems/remark.ts';
import type { Io } from '../../process/io.ts';
import { renderError } from '../../process/told-error.ts';
import type { Language } from '../../render/text/wording.ts';

interface Writer {
  readonly write: (change: DirectoryChange) => Promise<Result>;
  /** The ids of changes whose password the server may have, whatever was told of them later. */
  readonly maybeSet: ReadonlySet<string>;
}

export interface WriterOptions {
  readonly lease: Pick<Lease, 'isLost'>;
  /** The password of each change that sets one, by the change's id. */
  readonly passwords: ReadonlyMap<string, string>;
  readonly language: Language;
  readonly trace?: Trace;
  readonly adoption?: {
    /** Keeps what an entry had, before it is taken over. */
    readonly remember?: (record: AdoptionRecord) => Promise<void>;
    /** What adoption left of each entry that is given back, by the change's id. */
    readonly records?: ReadonlyMap<string, AdoptionRecord>;
  };
}

export function openWriter(
  connection: Connection,
  plan: Plan,
  { lease, passwords, language, trace, adoption = {} }: WriterOptions,
  io: Io,
): Writer {
  const maybeSet = new Set<string>();
  let isSlowTold = false;
  const whyGone = (thrown: unknown): Extract<Result, { result: 'failed' }> => {
    const isSlow = thrown instanceof ExpectedError && thrown.code === 'ldap-slow';
    // Why it ended, the connection has told, once for all.
    if (!isSlow) return { result: 'failed', detail: remark('server-ended') };
    if (!isSlowTold) io.err(renderError(thrown, language) ?? '');
    isSlowTold = true;
    return { result: 'failed', detail: remark('server-slow') };
  };
  const write = async (change: DirectoryChange): Promise<Result> => {
    const link = await connection.live().catch(whyGone);
    if ('result' in link) return link;
    // Asked last: the wait for a lost server may have outlived the lease.
    if (lease.isLost()) return { result: 'failed', detail: remark('lease-lost') };
    const password = passwords.get(change.id);
    const secret = password === undefined ? {} : { password };
    const { remember, records } = adoption;
    const record = records?.get(change.id);
    const result = await performChange(link.client, plan, change, {
      ...secret,
      ...(trace && { trace }),
      ...(remember && { remember }),
      ...(record && { record }),
    });
    if (result.result !== 'failed' || result.refused !== true) maybeSet.add(change.id);
    return result;
  };
  return { write, maybeSet };
}
