/** Reads each container of danhba's by itself, as a run reads it, and counts: one that cannot be read hides no other. */

import { NoSuchObjectError, ResultCodeError } from 'ldapts';
import { toldKey } from '../../model/account/key.ts';
import {
  type ContainerName,
  type ContainerRead,
  containerNames,
  type Examined,
} from '../../model/doctor/facts.ts';
import { ownMailUserOf } from '../../model/mail/state.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { quoted } from '../../model/problems/remark.ts';
import type { Connection } from '../connect/connect.ts';
import { wordsOfRefusal } from '../connect/explain.ts';
import { type Attributes, containerOf, hasClass, type Tree } from '../profile.ts';
import { readAttributes } from '../read/attributes.ts';
import { streamEntries } from '../read/entry-stream.ts';
import { pageSize, readContainer } from '../read/read.ts';
import { isOwnEntry } from './own-entry.ts';

/** Whom an address book must not find. */
export interface ClosedEntry {
  readonly dn: string;
  readonly address: string;
}

export interface ContainersRead {
  readonly containers: Readonly<Record<ContainerName, ContainerRead>>;
  /** Entries with our mark among people and organizations. */
  readonly managed: number;
  readonly markedUuids: ReadonlySet<string>;
  /** Accounts that are active and not locked. */
  readonly open: number;
  /** The first of all others that have an address. */
  readonly closed: readonly ClosedEntry[];
  /** The mail server's names of those that are mailboxes. */
  readonly mailUsers: readonly string[];
  /** Whether the last login of any of them is shown. */
  readonly anyLogin: boolean;
}

/** One filter asks for all of them. */
const mostClosed = 50;

/** The sentinel is looked at by itself: before the first run there is none. */
const accountContainers: ReadonlySet<ContainerName> = new Set(['people', 'organizations']);

export async function readContainers(connection: Connection, tree: Tree): Promise<ContainersRead> {
  let managed = 0;
  let open = 0;
  const markedUuids = new Set<string>();
  const closed: ClosedEntry[] = [];
  const mailUsers: string[] = [];
  let anyLogin = false;
  const read = async (name: ContainerName): Promise<ContainerRead> => {
    const { messages } = await connection.live();
    let entries = 0;
    try {
      for await (const page of readContainer(messages, dnOfContainer(tree, name), readAttributes)) {
        for (const { dn, attributes } of page) {
          if (isOwnEntry(tree, dn, attributes)) continue;
          entries++;
          if (!accountContainers.has(name)) continue;
          if (isOpen(attributes)) open++;
          else if (closed.length < mostClosed && attributes.mail?.[0] !== undefined) {
            closed.push({ dn, address: attributes.mail[0] });
          }
          if (attributes.danhbaKey === undefined) continue;
          managed++;
          for (const uuid of attributes.entryUUID ?? []) markedUuids.add(uuid.toLowerCase());
          const [key = ''] = attributes.danhbaKey;
          const [takenName] = attributes.danhbaName ?? [];
          const named = { key: toldKey(key), dn, ...(takenName !== undefined && { takenName }) };
          const user = hasClass(attributes, 'danhbaAccount') ? ownMailUserOf(named, tree) : undefined;
          if (user !== undefined) mailUsers.push(user);
          anyLogin ||= attributes.authTimestamp !== undefined;
        }
      }
      return { result: 'read', entries };
    } catch (thrown) {
      return judgeRead(thrown);
    }
  };
  const containers: Partial<Record<ContainerName, ContainerRead>> = {};
  // One after another: a connection may have one paged search under way.
  for (const name of containerNames) containers[name] = await read(name);
  const seen = { managed, markedUuids, open, closed, mailUsers, anyLogin };
  return { containers: containers as ContainersRead['containers'], ...seen };
}

/** As the rules of the server say whom an address book finds (acl.conf, part 3). */
const isOpen = ({ danhbaKey, danhbaState, pwdEndTime }: Attributes): boolean =>
  danhbaKey !== undefined && danhbaState?.[0] === 'active' && pwdEndTime === undefined;

function dnOfContainer(tree: Tree, name: ContainerName): string {
  if (name === 'people') return containerOf.person(tree);
  return name === 'organizations' ? containerOf.organization(tree) : `ou=${name},${tree.baseDn}`;
}

function judgeRead(thrown: unknown): ContainerRead {
  if (!(thrown instanceof ExpectedError)) throw thrown;
  const { says, facts } = thrown.remark;
  if (says === 'ldap-container-missing') return { result: 'missing' };
  if (says === 'ldap-read-incomplete.hidden') return { result: 'hidden' };
  if (says === 'ldap-read-incomplete.ended') return { result: 'ended', what: quoted(facts.cause) };
  throw thrown;
}

/** A ceiling is met by the largest read there can be, and not only in a large province. */
export async function readWhole(connection: Connection, tree: Tree): Promise<Examined<number>> {
  const { messages } = await connection.live();
  let entries = 0;
  try {
    const search = { base: tree.baseDn, attributes: ['1.1'], pageSize };
    for await (const page of streamEntries(messages, search)) entries += page.length;
    return { facts: entries };
  } catch (thrown) {
    // No tree at all is told as containers that are missing. A part of it elsewhere: what is here met no ceiling.
    if (thrown instanceof NoSuchObjectError || thrown instanceof RangeError) return { facts: entries };
    if (thrown instanceof ResultCodeError) return { refused: quoted(wordsOfRefusal(thrown)) };
    throw thrown;
  }
}
