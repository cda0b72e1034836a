/** Makes one change on the server, by requests that assert what it was planned on. */
import { type Client, EqualityFilter, ResultCodeError } from 'ldapts';
import type { Result } from '../model/outcome.ts';
import type {
  AccountChange,
  Creation,
  Deletion,
  DirectoryChange,
  Modification,
  PolicyCorrection,
} from '../model/plan.ts';
import { decodePasswordPolicy } from './password-policies.ts';
import {
  type Attributes,
  dnOf,
  encodeAccount,
  passwordPolicyDn,
  readAttributes,
  type Tree,
} from './profile.ts';
import { attributesOf } from './read.ts';
import { changedAccountNames, makeRequests, startOf } from './request.ts';
import { sendRequest, type Trace } from './send.ts';
import { layTombstone } from './tombstones.ts';

export interface PerformOptions {
  /** The new password of a change with `credential`; the holder must change it at the first login. */
  readonly password?: string;
  readonly trace?: Trace;
}

/** Result codes of RFC 4511 that passing time may cure: busy, unavailable, and a time limit. */
const passing = new Set([3, 51, 52]);
const constraintViolation = 19;
const entryAlreadyExists = 68;
const noSuchObject = 32;
const assertionFailed = 122;
/** Another value was found than was planned on: noSuchAttribute, attributeOrValueExists, assertionFailed. */
const moved = new Set([16, 20, assertionFailed]);

/**
 * Lays the addresses the change gives up to rest, then makes the change. `already` where the server is as the change
 * would have made it. Throws InternalError where a change with `credential` comes without a password.
 */
export async function performChange(
  client: Client,
  tree: Tree,
  change: DirectoryChange,
  { password, trace }: PerformOptions = {},
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
      if (!begun) return await judgeFailure(client, tree, change, thrown);
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
  if (change.kind === 'delete') return thrown.code === assertionFailed;
  if (change.kind !== 'create' || thrown.code !== entryAlreadyExists) return false;
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
      const detail = `${address}: ${detailOf(thrown)}`;
      return { result: mayPass(thrown) ? 'retry' : 'failed', detail };
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
  if (mayBeDone(change, code)) {
    try {
      if (await isDone(client, tree, change)) return { result: 'already' };
    } catch (lost) {
      if (mayPass(lost)) return { result: 'retry', detail: detailOf(lost) };
    }
  }
  const gone = code === noSuchObject && change.kind !== 'delete';
  const differs = moved.has(code) || (code === noSuchObject && change.kind === 'delete');
  if (gone) return { result: 'failed', detail: 'the entry is gone' };
  return { result: 'failed', detail: differs ? 'changed since it was planned' : detail };
}

/** A refusal that a change gets, too, when it was made before. */
function mayBeDone(change: DirectoryChange, code: number): boolean {
  if (change.kind === 'create') return code === entryAlreadyExists;
  if (change.kind === 'delete') return code === noSuchObject;
  // ppolicy looks before the assertion does: the same password once more is refused as used.
  const secret = change.kind !== 'password-policy' && change.credential === true;
  return moved.has(code) || (secret && code === constraintViolation);
}

/** Busy servers and lost connections; a refusal is none of these. */
function mayPass(thrown: unknown): boolean {
  return !(thrown instanceof ResultCodeError) || passing.has(thrown.code);
}

/** Messages of ldapts run over several lines. */
function detailOf(thrown: unknown): string {
  if (!(thrown instanceof ResultCodeError)) {
    return (thrown instanceof Error ? thrown.message : String(thrown)).replaceAll('\n', ' ');
  }
  const words = thrown.message.replace(/\s*Code: 0x[0-9a-f]+/i, '').trim();
  return `${thrown.name} (${thrown.code})${words === '' ? '' : `: ${words}`}`;
}

/** True where the server already is as the change would have made it; throws where nothing can be learned. */
async function isDone(client: Client, tree: Tree, change: DirectoryChange): Promise<boolean> {
  switch (change.kind) {
    case 'create':
      return await isCreated(client, tree, change);
    case 'delete':
      return await isDeleted(client, tree, change);
    case 'password-policy':
      return await isCorrected(client, tree, change);
    default:
      return await isModified(client, tree, change);
  }
}

/** An entry of the same look that nobody was given a password for is not the one that was wanted. */
async function isCreated(client: Client, tree: Tree, change: Creation): Promise<boolean> {
  const there = await readOne(client, dnOf(tree, change.key, change.number), readAttributes);
  if (there === undefined || (change.credential && there.pwdChangedTime === undefined)) return false;
  return says(there, tree, change);
}

/** A password cannot be compared: what the same request wrote beside it tells (for a reset, danhbaReset). */
async function isModified(client: Client, tree: Tree, change: Modification): Promise<boolean> {
  const there = await readOne(client, change.base.dn, readAttributes);
  return there?.entryUUID?.[0] === change.base.uuid && says(there, tree, change);
}

/** Gone is what no entry's UUID says any more: it could have moved, and another could stand in its place. */
async function isDeleted(client: Client, tree: Tree, { base }: Deletion): Promise<boolean> {
  const filter = new EqualityFilter({ attribute: 'entryUUID', value: base.uuid });
  const { searchEntries } = await client.search(tree.baseDn, { scope: 'sub', filter, attributes: ['1.1'] });
  return searchEntries.length === 0;
}

async function isCorrected(client: Client, tree: Tree, change: PolicyCorrection): Promise<boolean> {
  const there = await readOne(client, passwordPolicyDn(tree, change.base.name), change.attributes);
  if (there === undefined) return false;
  const values = decodePasswordPolicy(there);
  return change.attributes.every((name) => values[name] === change.policy.values[name]);
}

/** True where the entry has every value the change would have set; a change that sets none leaves no trace. */
function says(there: Attributes, tree: Tree, change: Creation | Modification): boolean {
  const wanted = encodeAccount(tree, change.account);
  const names = changedAccountNames(tree, change);
  return names.length > 0 && names.every((name) => hasExactly(there[name], wanted[name], name));
}

function hasExactly(there: readonly string[] = [], wanted: readonly string[] = [], name: string): boolean {
  const present = new Set(there.map((value) => value.toLowerCase()));
  const all = wanted.every((value) => present.has(value.toLowerCase()));
  return all && (name === 'objectClass' || present.size === new Set(wanted).size);
}

/** Undefined where there is none, or none to be seen: an answer, though not a good one. */
async function readOne(
  client: Client,
  dn: string,
  attributes: readonly string[],
): Promise<Attributes | undefined> {
  try {
    const { searchEntries } = await client.search(dn, { scope: 'base', attributes: [...attributes] });
    return searchEntries[0] && attributesOf(searchEntries[0]);
  } catch (thrown) {
    if (thrown instanceof ResultCodeError) return undefined;
    throw thrown;
  }
}
