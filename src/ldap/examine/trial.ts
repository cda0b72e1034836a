/**
 * Tries what the reconciler may do on one entry of the doctor's own, and removes it: locked from its first moment, under a
 * name no person can have. No other entry is written, or named in a request that could write it.
 */
import { randomUUID } from 'node:crypto';
import { InsufficientAccessError } from 'ldapts';
import type { Trial, Tried, Unforbidden } from '../../model/doctor/trial.ts';
import type { Remark } from '../../model/problems/remark.ts';
import { instantOfGeneralizedTime } from '../../model/time/date.ts';
import type { Connection } from '../connect/connect.ts';
import { explainRefusal } from '../connect/explain.ts';
import { isDead, place } from '../lease/holder.ts';
import type { Attributes, Tree } from '../profile.ts';
import { type Attempts, tryAll } from './attempts.ts';
import { isProven, ownDn, provingAttributes } from './own-entry.ts';
import { type Own, pick, readEntry, refusalOf, removeOwn, valuesOf } from './own-requests.ts';
import { encodeSample, firstAttributes } from './sample.ts';

export interface TrialOptions extends Pick<Attempts, 'domain' | 'without' | 'renames' | 'planner'> {
  readonly tree: Tree;
  /** True where the account is the planner's itself: that it may not make the entry is all that is tried. */
  readonly mustFail: boolean;
  readonly now: () => Date;
}

/** Longer than any trial takes, on another machine whose processes cannot be asked after. */
const staleMilliseconds = 600_000;
const entryAlreadyExists = 68;

export async function tryRights(connection: Connection, options: TrialOptions): Promise<Trial> {
  const { tree, domain, mustFail, now } = options;
  const { client } = await connection.live();
  const maker = connection.bindDn;
  const dn = ownDn(tree);
  const left = await readEntry(client, tree, provingAttributes);
  if (left !== undefined) {
    if (!isProven(left, maker)) return { result: 'foreign', dn };
    if (isAtWork(left, now())) return { result: 'busy' };
    // Left by a run that was killed.
    const what = await removeOwn({ client, tree, maker, uuid: uuidOf(left) });
    if (what !== undefined) return { result: 'stays', stays: { dn, what } };
  }
  const sample = encodeSample(tree, domain, `${place()} ${process.pid} ${randomUUID()}`);
  const make = () => client.add(dn, valuesOf(pick(sample, firstAttributes)));
  const begun = now().getTime();
  const refusal = await refusalOf(make);
  if (refusal !== undefined) {
    // Another one was quicker.
    if (refusal.code === entryAlreadyExists) return { result: 'busy' };
    const rights = refusal instanceof InsufficientAccessError;
    if (rights && mustFail) return { result: 'forbidden' };
    return { result: 'refused', rights, what: explainRefusal(refusal).remark };
  }
  const made = (await readEntry(client, tree, provingAttributes)) ?? {};
  let own: Own = { client, tree, maker, uuid: uuidOf(made) };
  const makeAgain = async () => {
    await make();
    own = { ...own, uuid: uuidOf((await readEntry(client, tree, provingAttributes)) ?? {}) };
    return own;
  };
  const ahead = aheadBy(made, begun, now().getTime());
  const attempt = async (): Promise<Unforbidden | Tried> =>
    mustFail
      ? { result: 'unforbidden', ahead }
      : { result: 'tried', ahead, ...(await tryAll(own, { ...options, sample, makeAgain })) };
  let result: Unforbidden | Tried;
  let what: Remark | undefined;
  try {
    result = await attempt();
  } finally {
    what = await removeOwn(own);
  }
  return { ...result, ...(what && { stays: { dn, what } }) };
}

/** One whose process is gone, or that nobody can still be busy with, was left behind. */
function isAtWork({ danhbaBasis, createTimestamp }: Attributes, now: Date): boolean {
  if (isDead({ holder: danhbaBasis?.[0] ?? '' })) return false;
  const born = instantOfGeneralizedTime(createTimestamp?.[0] ?? '') ?? 0;
  return now.getTime() - born < staleMilliseconds;
}

const uuidOf = ({ entryUUID }: Attributes): string => entryUUID?.[0] ?? '';

/** In seconds, beyond what the request itself took; times on entries have no parts of a second. */
function aheadBy({ createTimestamp }: Attributes, begun: number, ended: number): number {
  const there = instantOfGeneralizedTime(createTimestamp?.[0] ?? '');
  if (there === undefined) return 0;
  if (there > ended) return Math.round((there - ended) / 1000);
  return Math.min(0, Math.round((there + 1000 - begun) / 1000));
}
