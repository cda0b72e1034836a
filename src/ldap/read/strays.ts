/** Finds entries of ours that a hand has moved out of their containers: they are not gone. */
import { AndFilter, EqualityFilter, type Filter, NotFilter, PresenceFilter } from 'ldapts';
import { sameDn, splitDn } from '../../model/account/dn.ts';
import type { AccountKind } from '../../model/account/key.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import type { Connection } from '../connect/connect.ts';
import { containerOf, type Tree } from '../profile.ts';
import { readAttributes } from './attributes.ts';
import { streamEntries } from './entry-stream.ts';
import type { Messages } from './messages.ts';
import { attributesOf, explainRead, pageSize, type ReadEntry, readEntry } from './read.ts';

/**
 * Looks through the whole tree, so only where entries are missing: a run that reads as many as the last one left needs
 * none of it. What the account may not see stays unseen. `seen` are the kinds of accounts that were found at home.
 */
export async function readStrays(
  connection: Connection,
  tree: Tree,
  seen: ReadonlySet<AccountKind | undefined>,
): Promise<readonly ReadEntry[]> {
  const { client, messages } = await connection.live();
  const filter = new AndFilter({
    filters: [
      new PresenceFilter({ attribute: 'danhbaKey' }),
      new NotFilter({
        filter: new EqualityFilter({ attribute: 'objectClass', value: 'danhbaTombstone' }),
      }),
    ],
  });
  const strays: ReadEntry[] = [];
  const names = await readNames(messages, tree, filter);
  refuseOtherContainer(tree, seen, names);
  for (const dn of names) {
    const { searchEntries } = await client.search(dn, { scope: 'base', attributes: [...readAttributes] });
    for (const entry of searchEntries) strays.push(readEntry(tree, { dn, attributes: attributesOf(entry) }));
  }
  return strays;
}

/**
 * A container of the policy with none of ours in it, and several beside each other elsewhere: nobody has moved those, the
 * policy names another container than it did. What it names must not be filled anew.
 */
function refuseOtherContainer(
  tree: Tree,
  seen: ReadonlySet<AccountKind | undefined>,
  names: readonly string[],
): void {
  const empty = (['person', 'organization'] as const).find((kind) => !seen.has(kind));
  if (empty === undefined) return;
  const byParent = Map.groupBy(names, (dn) => splitDn(dn).parent);
  const found = [...byParent].find(
    ([parent, dns]) => dns.length > 1 && sameDn(splitDn(parent).parent, tree.baseDn),
  );
  if (found === undefined) return;
  const [elsewhere, { length: count }] = found;
  throw new ExpectedError('ldap-read-incomplete.elsewhere', {
    at: containerOf[empty](tree),
    elsewhere,
    count,
  });
}

async function readNames(messages: Messages, tree: Tree, filter: Filter): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    const search = { base: tree.baseDn, attributes: ['1.1'], pageSize, filter };
    for await (const page of streamEntries(messages, search)) {
      for (const { dn } of page) if (!isAtHome(tree, dn)) names.push(dn);
    }
  } catch (thrown) {
    throw explainRead(thrown, tree.baseDn);
  }
  return names;
}

/** Below a container, however deep: those the read of the containers has seen. */
function isAtHome(tree: Tree, dn: string): boolean {
  const containers = [containerOf.person(tree), containerOf.organization(tree)];
  return containers.some((container) => {
    const [own, whole] = [dn.split(','), container.split(',')];
    return own.length > whole.length && sameDn(own.slice(-whole.length).join(','), container);
  });
}
