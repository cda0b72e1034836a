/** Tombstones: the addresses that were given up and rest. All of them are read or none; one is laid before its address goes. */

import { type Client, NoSuchObjectError, ResultCodeError } from 'ldapts';
import type { Tombstone } from '../../model/account/account.ts';
import { toldKey } from '../../model/account/key.ts';
import {
  dateOfGeneralizedTime,
  generalizedTimeOfDate,
  generalizedTimeOfInstant,
} from '../../model/time/date.ts';
import type { Connection } from '../connect/connect.ts';
import { sendRequest, type Trace } from '../connect/send.ts';
import { type Attributes, type Tree, tombstoneDn, tombstonesDn } from '../profile.ts';
import { factsFilter } from '../write/assertion.ts';
import type { Request } from '../write/request.ts';
import { attributesOf, readContainer } from './read.ts';

const attributes = ['cn', 'danhbaKey', 'danhbaUntil'] as const;
const entryAlreadyExists = 68;

/** Every tombstone, those whose day is over too; refused like accounts where the account may not see them. */
export async function readTombstones(connection: Connection, tree: Tree): Promise<readonly Tombstone[]> {
  const { messages } = await connection.live();
  const tombstones: Tombstone[] = [];
  for await (const page of readContainer(messages, tombstonesDn(tree), attributes)) {
    for (const entry of page) tombstones.push(...decodeTombstone(entry.attributes));
  }
  return tombstones;
}

/** One for each name of the entry: an address somebody added by hand rests as well. */
function decodeTombstone({ cn = [], danhbaKey, danhbaUntil }: Attributes): readonly Tombstone[] {
  const [holder, time] = [danhbaKey?.[0], danhbaUntil?.[0]];
  if (holder === undefined || time === undefined) return [];
  const until = dateOfGeneralizedTime(time) ?? time;
  return cn.map((address) => ({ address: address.toLowerCase(), holder: toldKey(holder), until }));
}

/**
 * Lays the address to rest; a tombstone that is there already gets the new day, and another holder's gives way.
 * Throws what the server refuses.
 */
export async function layTombstone(
  client: Client,
  tree: Tree,
  { address, holder, until }: Tombstone,
  trace?: Trace,
): Promise<void> {
  const dn = tombstoneDn(tree, address);
  const danhbaUntil = [generalizedTimeOfDate(until)];
  const add: Request = {
    kind: 'add',
    dn,
    // The server puts the address there, as cn, from the name.
    attributes: { objectClass: ['danhbaTombstone'], danhbaKey: [holder], danhbaUntil },
  };
  try {
    await sendRequest(client, add, trace);
    return;
  } catch (thrown) {
    if (!(thrown instanceof ResultCodeError) || thrown.code !== entryAlreadyExists) throw thrown;
  }
  const there = await readTombstone(client, dn);
  const assertion = factsFilter(tree, there, ['danhbaKey', 'danhbaUntil']);
  if (there.danhbaKey?.[0] !== holder) {
    // slapd's unique overlay lets a new tombstone bring the key of a living account, but none that is there take one.
    // acl.conf lets none be deleted that is not marked so, lest one that may be added and deleted could be renamed.
    const since = [generalizedTimeOfInstant(Date.now())];
    const mark = [{ operation: 'replace', type: 'danhbaSince', values: since }] as const;
    await sendRequest(client, { kind: 'modify', dn, modifications: mark, assertion }, trace);
    await sendRequest(client, { kind: 'delete', dn, assertion }, trace);
    await sendRequest(client, add, trace);
  } else if (there.danhbaUntil?.[0] !== danhbaUntil[0]) {
    const modifications = [{ operation: 'replace', type: 'danhbaUntil', values: danhbaUntil }] as const;
    await sendRequest(client, { kind: 'modify', dn, modifications, assertion }, trace);
  }
}

async function readTombstone(client: Client, dn: string): Promise<Attributes> {
  const { searchEntries } = await client.search(dn, { scope: 'base', attributes: [...attributes] });
  const [entry] = searchEntries;
  if (entry === undefined) throw new NoSuchObjectError(dn);
  return attributesOf(entry);
}
