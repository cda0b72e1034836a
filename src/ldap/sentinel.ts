/** The sentinel entry: whose tree this is, and how many entries a complete read must at least see. */
import { Attribute, Change, type Client, NoSuchObjectError, ResultCodeError } from 'ldapts';
import { ExpectedError } from '../model/errors.ts';
import type { Tree } from './profile.ts';

export interface Sentinel {
  readonly province: string;
  /** Undefined until a run has ended. */
  readonly count?: number;
}

const entryAlreadyExists = 68;

/** The count of a sentinel whose first run has not ended. */
const unknownCount = '-1';

export const sentinelDn = (tree: Tree): string => `cn=sentinel,ou=danhba,${tree.baseDn}`;

/** The sentinel, or undefined before the first run has left one. */
export async function readSentinel(client: Client, tree: Tree): Promise<Sentinel | undefined> {
  try {
    const { searchEntries } = await client.search(sentinelDn(tree), { scope: 'base' });
    const [entry] = searchEntries;
    if (entry === undefined) return undefined;
    const province = String(entry.danhbaProvince);
    const count = Number(entry.danhbaCount);
    return count >= 0 ? { province, count } : { province };
  } catch (thrown) {
    if (thrown instanceof NoSuchObjectError) return undefined;
    throw thrown;
  }
}

/** A tree that another province's runs have marked is never worked on. */
export function refuseOtherProvince(sentinel: Sentinel | undefined, domain: string): void {
  if (sentinel === undefined || sentinel.province === domain) return;
  throw new ExpectedError(
    'wrong-server',
    `Máy chủ này thuộc ${sentinel.province}, không phải ${domain} / this server belongs to ${sentinel.province}, not ${domain}`,
    'DANHBA_LDAP_URL · policy.yaml: domain, baseDn',
  );
}

/** Makes the sentinel where there is none yet; the one that is there stays as it is. */
export async function ensureSentinel(client: Client, tree: Tree, domain: string): Promise<void> {
  try {
    await client.add(sentinelDn(tree), {
      objectClass: ['danhbaSentinel'],
      cn: 'sentinel',
      danhbaProvince: domain,
      danhbaCount: unknownCount,
    });
  } catch (thrown) {
    if (!(thrown instanceof ResultCodeError) || thrown.code !== entryAlreadyExists) throw thrown;
  }
}

/** Records how many managed entries the tree holds, for the next read to be measured by. */
export async function writeCount(client: Client, tree: Tree, count: number): Promise<void> {
  const modification = new Attribute({ type: 'danhbaCount', values: [String(count)] });
  await client.modify(sentinelDn(tree), new Change({ operation: 'replace', modification }));
}
