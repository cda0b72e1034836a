/** Makes one change on the server, by requests that assert what it was planned on; of one that locks, at least the lock. */
import { type Client, ResultCodeError } from 'ldapts';
import type { Result } from '../../model/plan/outcome.ts';
import type { AccountChange, DirectoryChange } from '../../model/plan/plan.ts';
import { type Remark, remark } from '../../model/problems/remark.ts';
import { sendRequest, type Trace } from '../connect/send.ts';
import type { Tree } from '../profile.ts';
import { layTombstone } from '../read/tombstones.ts';
import { type AdoptionOptions, performAdoption } from './adoption.ts';
import { findDifferences, isCreated, isDone } from './done.ts';
import { detailOf, mayPass } from './failure.ts';
import { makeLock, makeRequests, startOf } from './request.ts';

export interface PerformOptions extends Pick<AdoptionOptions, 'remember' | 'record'> {
  /** The new password of a change with `credential`; the holder must change it at the first login. */
  readonly password?: string;
  readonly trace?: Trace;
}

const constraintViolation = 19;
const entryAlreadyExists = 68;
const noSuchObject = 32;
const assertionFailed = 122;
/** Another value was found than was planned on: noSuchAttribute, attributeOrValueExists, assertionFailed. */
const moved = new Set([16, 20, assertionFailed]);

/**
 * Lays the addresses the change gives up to rest, then makes the change. `already` where the server is as the change
 * would have made it. Where the whole of a change that locks somebody is refused, the lock alone is made. Throws
 * InternalError where a change with `credential` comes without a password.
 */
export async function performChange(
  client: Client,
  tree: Tree,
  change: DirectoryChange,
  options: PerformOptions = {},
): Promise<Result> {
  if (change.kind === 'adopt' || change.kind === 'unadopt') {
    return await performAdoption(client, tree, change, options);
  }
  const whole = await performWhole(client, tree, change, options);
  const lock = whole.result === 'failed' ? makeLock(tree, change) : undefined;
  if (whole.result !== 'failed' || lock === undefined || whole.detail.says === 'entry-gone') return whole;
  try {
    await sendRequest(client, lock, options.trace);
    return { result: 'failed', detail: remark('locked-alone', { what: whole.detail }), locked: true };
  } catch (thrown) {
    return mayPass(thrown) ? { result: 'retry', detail: detailOf(thrown) } : whole;
  }
}

async function performWhole(
  client: Client,
  tree: Tree,
  change: DirectoryChange,
  { password, trace }: PerformOptions,
): Promise<Result> {
  const requests = makeRequests(tree, change, password);
  if (change.kind !== 'password-policy') {
    const failure = await retireAddresses(client, tree, change, trace);
    if (failure !== undefined) return failure;
  }
  for (const [step, request] of requests.entries()) {
    try {
      await sendRequest(client, request, trace);
    } catch (thrown) {
      const begun = step === 0 && requests.length > 1 && (await isBegun(client, tree, change, thrown));
      if (begun) continue;
      const failure = await judgeFailure(client, tree, change, thrown);
      return failure.result === 'failed' && step === 0 ? { ...failure, refused: true } : failure;
    }
  }
  return { result: 'applied' };
}

/** True where an earlier try came as far as the first of several requests, and no further. */
async function isBegun(
  client: Client,
  tree: Tree,
  change: DirectoryChange,
  thrown: unknown,
): Promise<boolean> {
  if (!(thrown instanceof ResultCodeError)) return false;
  // What the next request asserts tells whether it was that.
  if (change.kind !== 'create') return moved.has(thrown.code);
  if (thrown.code !== entryAlreadyExists) return false;
  // A connection that is lost here is judged with the refusal.
  return await isCreated(client, tree, startOf(change)).catch(() => false);
}

/** First of all: an address whose tombstone could not be laid is not let go. */
async function retireAddresses(
  client: Client,
  tree: Tree,
  change: AccountChange,
  trace: Trace | undefined,
): Promise<Result | undefined> {
  const holder = 'base' in change ? change.base.key : change.key;
  for (const { address, until } of change.retires ?? []) {
    try {
      await layTombstone(client, tree, { address, holder, until }, trace);
    } catch (thrown) {
      const detail = remark('about', { at: address, what: detailOf(thrown) });
      return mayPass(thrown) ? { result: 'retry', detail } : { result: 'failed', detail, refused: true };
    }
  }
  return undefined;
}

async function judgeFailure(
  client: Client,
  tree: Tree,
  change: DirectoryChange,
  thrown: unknown,
): Promise<Result> {
  const detail = detailOf(thrown);
  if (!(thrown instanceof ResultCodeError) || mayPass(thrown)) return { result: 'retry', detail };
  const { code } = thrown;
  try {
    if (mayBeDone(change, code) && (await isDone(client, tree, change))) return { result: 'already' };
    if (code === noSuchObject && change.kind !== 'delete')
      return { result: 'failed', detail: remark('entry-gone') };
    if (moved.has(code) || code === noSuchObject) {
      return { result: 'failed', detail: await tellDifferences(client, tree, change, detail) };
    }
  } catch (lost) {
    if (mayPass(lost)) return { result: 'retry', detail: detailOf(lost) };
  }
  return { result: 'failed', detail };
}

/** What differs is told as what it is; the server's own words, where nothing does. */
async function tellDifferences(
  client: Client,
  tree: Tree,
  change: DirectoryChange,
  detail: Remark,
): Promise<Remark> {
  if (!('base' in change) || change.kind === 'password-policy') return remark('changed-since');
  const names = await findDifferences(client, tree, change);
  if (names === undefined) return remark('changed-since');
  return names.length === 0 ? detail : remark('changed-since.fields', { fields: names });
}

/** A refusal that a change gets, too, when it was made before. */
function mayBeDone(change: DirectoryChange, code: number): boolean {
  if (change.kind === 'create') return code === entryAlreadyExists;
  if (change.kind === 'delete') return code === noSuchObject;
  // ppolicy looks before the assertion does: the same password once more is refused as used.
  const secret = change.kind !== 'password-policy' && change.credential === true;
  return moved.has(code) || (secret && code === constraintViolation);
}
