/** Takes one entry over, or gives it back, by one modification that asserts every value it was seen with. */
import { type Client, type Filter, ResultCodeError } from 'ldapts';
import { comparedValue, splitDn } from '../../model/account/dn.ts';
import { fieldFacts } from '../../model/account/fields.ts';
import { type AccountKind, parseKey } from '../../model/account/key.ts';
import { homeKind } from '../../model/account/places.ts';
import { type AdoptionRecord, differingValues, type EntryValues } from '../../model/adoption.ts';
import type { Result } from '../../model/plan/outcome.ts';
import type { Modification } from '../../model/plan/plan.ts';
import { InternalError } from '../../model/problems/errors.ts';
import { remark } from '../../model/problems/remark.ts';
import { fieldCodecs, namingAttribute } from '../account-codec.ts';
import { sendRequest, type Trace } from '../connect/send.ts';
import { type Attributes, encodeAccount, hasClass, type Tree } from '../profile.ts';
import { managedOf, readAttributes } from '../read/attributes.ts';
import { decodeCandidate } from '../read/candidate.ts';
import { attributesOf } from '../read/read.ts';
import { factsFilter } from './assertion.ts';
import { detailOf, mayPass } from './failure.ts';
import type { Request, ValueChange } from './request.ts';

export interface AdoptionOptions {
  /** Awaited before an entry is taken over: what it had is on the disk then. */
  readonly remember?: (record: AdoptionRecord) => Promise<void>;
  /** What adoption left of an entry that is given back. */
  readonly record?: AdoptionRecord;
  readonly trace?: Trace | undefined;
}

const noSuchObject = 32;
/** noSuchAttribute, attributeOrValueExists, assertionFailed: it was changed between the look and the write. */
const moved = new Set([16, 20, 122]);

/** `already` where an earlier run has done it. */
export async function performAdoption(
  client: Client,
  tree: Tree,
  change: Modification,
  { remember, record, trace }: AdoptionOptions,
): Promise<Result> {
  const kind = kindOf(change.key);
  try {
    const there = await readThere(client, change.base.dn);
    if (there === undefined) return { result: 'failed', detail: remark('entry-gone') };
    if (there.entryUUID?.[0] !== change.base.uuid) return changedIn(['entryUUID']);
    if (change.kind === 'unadopt') {
      if (record === undefined) throw new InternalError(`${change.id}: no record`);
      return await giveBack(client, tree, record, there, trace);
    }
    const next = valuesAfter(tree, change, there);
    const before = managedOf(there, kind);
    if (there.danhbaKey !== undefined) return sayWhether(before, next.after);
    const altered = alteredFields(tree, change, there);
    if (altered.length > 0) return changedIn(altered);
    const { key, base } = change;
    await remember?.({ key, uuid: base.uuid, dn: base.dn, before, after: next.after });
    const { modifications } = next;
    const assertion = assertThat(tree, there, [...namesOf(modifications), ...seenBy, namingOf(tree, change)]);
    await sendRequest(client, { kind: 'modify', dn: base.dn, modifications, assertion }, trace);
    return { result: 'applied' };
  } catch (thrown) {
    if (mayPass(thrown)) return { result: 'retry', detail: detailOf(thrown) };
    if (!(thrown instanceof ResultCodeError)) throw thrown;
    if (moved.has(thrown.code)) return { result: 'failed', detail: remark('changed-since') };
    return { result: 'failed', detail: detailOf(thrown) };
  }
}

/** What tells whose the entry is, beside the values that are changed. */
const seenBy = ['entryUUID', 'danhbaKey', 'danhbaName', 'danhbaAddress', 'mail', 'cn', 'displayName'];

const namingOf = (tree: Tree, { account, base }: Modification): string =>
  namingAttribute[homeKind(account, base.dn, tree)];

const kindOf = (key: string): AccountKind => parseKey(key)?.kind ?? 'person';

function assertThat(tree: Tree, there: Attributes, names: readonly string[]): Filter {
  // The class is added to those of others, and danhbaKey stands for it.
  const asserted = new Set(names.filter((name) => name !== 'objectClass'));
  return factsFilter(tree, there, asserted);
}

const namesOf = (modifications: readonly ValueChange[]): readonly string[] =>
  modifications.map(({ type }) => type);

const changedIn = (fields: readonly string[]): Result => ({
  result: 'failed',
  detail: remark('changed-since.fields', { fields: [...fields] }),
});

/** Marked already: by an earlier run that did exactly this, or by somebody else. */
function sayWhether(there: EntryValues, after: EntryValues): Result {
  const differs = differingValues(there, after);
  return differs.length === 0 ? { result: 'already' } : changedIn(differs);
}

async function readThere(client: Client, dn: string): Promise<Attributes | undefined> {
  try {
    const { searchEntries } = await client.search(dn, { scope: 'base', attributes: [...readAttributes] });
    return searchEntries[0] && attributesOf(searchEntries[0]);
  } catch (thrown) {
    if (thrown instanceof ResultCodeError && thrown.code === noSuchObject) return undefined;
    throw thrown;
  }
}

/** In which fields it is not what the plan was made of; what the plan leaves out of its base says nothing. */
function alteredFields(tree: Tree, { base, key }: Modification, there: Attributes): readonly string[] {
  const now = decodeCandidate(tree, there, base.dn, key);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const isApart = (field: string) => field === 'extraNames' && base.extraNames === undefined;
  return (Object.keys(fieldFacts) as (keyof typeof fieldFacts)[]).filter(
    (field) => !isApart(field) && !same(base[field], now[field]),
  );
}

interface Next {
  readonly modifications: readonly ValueChange[];
  readonly after: EntryValues;
}

/** What is wanted, beside what cannot go: a value that is part of the name stays. */
function valuesAfter(tree: Tree, { key, account, fields, base }: Modification, there: Attributes): Next {
  const kind = kindOf(key);
  const wanted = encodeAccount(tree, account, base.dn);
  const names = new Set(['danhbaKey', 'objectClass']);
  for (const field of fields) {
    const name = fieldCodecs[field].attribute[kind];
    if (name !== undefined && field !== 'extraNames') names.add(name);
  }
  const after: Record<string, readonly string[]> = { ...managedOf(there, kind) };
  const modifications: ValueChange[] = [];
  for (const name of [...names].sort()) {
    const old = there[name] ?? [];
    const next = wanted[name] ?? [];
    const removed =
      name === 'objectClass'
        ? []
        : old.filter((value) => !next.includes(value) && mayGo(value, name, next, base.dn));
    const added = next.filter((value) =>
      name === 'objectClass' ? !hasClass(there, value) : !old.includes(value),
    );
    modifications.push(...changesOf(name, removed, added));
    const left = [...old.filter((value) => !removed.includes(value)), ...added];
    if (left.length === 0) delete after[name];
    else after[name] = left;
  }
  return { modifications, after };
}

/** One in the name goes only where the same name, in other capitals, takes its place. */
function mayGo(value: string, name: string, next: readonly string[], dn: string): boolean {
  const isNamed = splitDn(dn).rdn.some(
    (one) => one.type === name.toLowerCase() && comparedValue(one.value) === comparedValue(value),
  );
  return !isNamed || next.some((other) => comparedValue(other) === comparedValue(value));
}

function changesOf(
  type: string,
  removed: readonly string[],
  added: readonly string[],
): readonly ValueChange[] {
  return [
    ...(removed.length === 0 ? [] : [{ operation: 'delete', type, values: removed } as const]),
    ...(added.length === 0 ? [] : [{ operation: 'add', type, values: added } as const]),
  ];
}

/** Exactly what adoption left is taken back to exactly what there was. */
async function giveBack(
  client: Client,
  tree: Tree,
  { key, before, after, dn }: AdoptionRecord,
  there: Attributes,
  trace: Trace | undefined,
): Promise<Result> {
  const now = managedOf(there, kindOf(key));
  if (there.danhbaKey === undefined) return sayWhether(now, before);
  const differs = differingValues(now, after);
  if (differs.length > 0) return changedIn(differs);
  const modifications = differingValues(before, after).flatMap((type) =>
    returnOf(type, before[type], after[type]),
  );
  const names = [...Object.keys(after), ...namesOf(modifications), 'entryUUID'];
  const request: Request = { kind: 'modify', dn, modifications, assertion: assertThat(tree, there, names) };
  await sendRequest(client, request, trace);
  return { result: 'applied' };
}

/** Several values come back in the order they had. */
function returnOf(
  type: string,
  before: readonly string[] = [],
  after: readonly string[] = [],
): readonly ValueChange[] {
  const removed = after.filter((value) => !before.includes(value));
  const added = before.filter((value) => !after.includes(value));
  if (added.length > 0 && before.length > 1) return [{ operation: 'replace', type, values: before }];
  return changesOf(type, removed, added);
}
