/** Makes one change on the server, each as one request that asserts what it was planned on. */
import { Attribute, type Client, Change as LdapChange, ResultCodeError } from 'ldapts';
import type { Result } from '../model/outcome.ts';
import type { Change } from '../model/plan.ts';
import { AssertionControl } from './assertion.ts';
import { renderLdif } from './ldif.ts';
import { dnOf, encodeAccount, readAttributes, type Tree } from './profile.ts';
import { attributesOf } from './read.ts';
import { changedNames, makeRequest, type Request } from './request.ts';

/** Result codes of RFC 4511 that passing time may cure: busy, unavailable, and a time limit. */
const passing = new Set([3, 51, 52]);
const entryAlreadyExists = 68;
const noSuchObject = 32;
/** Another value was found than was planned on: noSuchAttribute, attributeOrValueExists, assertionFailed. */
const moved = new Set([16, 20, 122]);

/** Makes the change; `trace` is told the request as LDIF before it is sent. */
export async function performChange(
  client: Client,
  tree: Tree,
  change: Change,
  trace?: (ldif: string) => void,
): Promise<Result> {
  const request = makeRequest(tree, change);
  trace?.(renderLdif(request));
  try {
    await send(client, request);
    return { result: 'applied' };
  } catch (thrown) {
    return await judgeFailure(client, tree, change, thrown);
  }
}

async function send(client: Client, request: Request): Promise<void> {
  const attribute = (type: string, values: readonly string[]) => new Attribute({ type, values: [...values] });
  if (request.kind === 'add') {
    await client.add(
      request.dn,
      Object.entries(request.attributes).map(([type, values]) => attribute(type, values)),
    );
    return;
  }
  const changes = request.modifications.map(
    ({ operation, type, values }) => new LdapChange({ operation, modification: attribute(type, values) }),
  );
  await client.modify(request.dn, changes, new AssertionControl(request.assertion));
}

async function judgeFailure(client: Client, tree: Tree, change: Change, thrown: unknown): Promise<Result> {
  if (!(thrown instanceof ResultCodeError)) {
    return { result: 'retry', detail: detailOf(thrown) };
  }
  const { code } = thrown;
  const words = thrown.message.replace(/\s*Code: 0x[0-9a-f]+/i, '').trim();
  const detail = `${thrown.name} (${code})${words === '' ? '' : `: ${words}`}`;
  if (passing.has(code)) return { result: 'retry', detail };
  const mayBeDone = change.kind === 'create' ? code === entryAlreadyExists : moved.has(code);
  if (mayBeDone) {
    try {
      if (await isDone(client, tree, change)) return { result: 'already' };
    } catch (lost) {
      return { result: 'retry', detail: detailOf(lost) };
    }
    return { result: 'failed', detail: change.kind === 'create' ? detail : 'changed since it was planned' };
  }
  return { result: 'failed', detail: code === noSuchObject ? 'the entry is gone' : detail };
}

/** Messages of ldapts run over several lines. */
function detailOf(thrown: unknown): string {
  return (thrown instanceof Error ? thrown.message : String(thrown)).replaceAll('\n', ' ');
}

/** True where the entry already says what the change would have made it say. */
async function isDone(client: Client, tree: Tree, change: Change): Promise<boolean> {
  const dn = change.kind === 'create' ? dnOf(tree, change.key, change.number) : change.base.dn;
  try {
    const { searchEntries } = await client.search(dn, { scope: 'base', attributes: [...readAttributes] });
    const entry = searchEntries[0];
    if (entry === undefined) return false;
    const there = attributesOf(entry);
    const wanted = encodeAccount(tree, change.account);
    const before = change.kind === 'create' ? {} : encodeAccount(tree, change.base);
    return changedNames(before, wanted).every((name) => hasExactly(there[name], wanted[name], name));
  } catch (thrown) {
    // An answer, though not a good one; a lost connection tells nothing.
    if (thrown instanceof ResultCodeError) return false;
    throw thrown;
  }
}

function hasExactly(there: readonly string[] = [], wanted: readonly string[] = [], name: string): boolean {
  const present = new Set(there.map((value) => value.toLowerCase()));
  const all = wanted.every((value) => present.has(value.toLowerCase()));
  return all && (name === 'objectClass' || present.size === new Set(wanted).size);
}
