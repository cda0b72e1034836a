/** The sentinel entry: whose tree this is, and how many entries a complete read must at least see. */
import {
  Attribute,
  Change,
  type Client,
  InsufficientAccessError,
  NoSuchObjectError,
  ObjectClassViolationError,
  ResultCodeError,
  TypeOrValueExistsError,
  UndefinedTypeError,
} from 'ldapts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { dayOf } from '../../model/time/date.ts';
import { explainRefusal } from '../connect/explain.ts';
import type { Tree } from '../profile.ts';

export interface Sentinel {
  readonly province: string;
  /** Undefined until a run has ended. */
  readonly count?: number;
  /** How far what was merged has been judged; undefined until a run has looked. */
  readonly judged?: Judged;
  /** Since when logins have been seen, by the URL of a replica, or by '' of the server itself. */
  readonly logins: ReadonlyMap<string, CalendarDate>;
  /** Approvals that were used: "comment 12", "run 34". */
  readonly approvals: readonly string[];
}

/** Git commits: the one up to which everybody's word was asked for, and those before it that still lack one. */
export interface Judged {
  readonly upTo: string;
  /** Oldest first. */
  readonly waiting: readonly string[];
}

const entryAlreadyExists = 68;

/** The count of a sentinel whose first run has not ended. */
const unknownCount = '-1';

const told = ['danhbaProvince', 'danhbaCount', 'danhbaCommit', 'danhbaLogins', 'danhbaApproval'] as const;

export const sentinelDn = (tree: Tree): string => `cn=sentinel,ou=danhba,${tree.baseDn}`;

/** The sentinel, or undefined before the first run has left one. */
export async function readSentinel(client: Client, tree: Tree): Promise<Sentinel | undefined> {
  try {
    const { searchEntries } = await client.search(sentinelDn(tree), { scope: 'base', attributes: [...told] });
    const [entry] = searchEntries;
    if (entry === undefined) return undefined;
    const province = String(entry.danhbaProvince);
    const count = Number(entry.danhbaCount);
    const judged = readJudged([entry.danhbaCommit ?? []].flat().map(String));
    const logins = readLogins([entry.danhbaLogins ?? []].flat().map(String));
    const approvals = [entry.danhbaApproval ?? []].flat().map(String);
    return { province, logins, approvals, ...(count >= 0 && { count }), ...(judged && { judged }) };
  } catch (thrown) {
    if (thrown instanceof NoSuchObjectError) return undefined;
    throw thrown;
  }
}

/** A tree that another province's runs have marked is never worked on. */
export function refuseOtherProvince(sentinel: Sentinel | undefined, domain: string): void {
  if (sentinel === undefined || sentinel.province === domain) return;
  throw new ExpectedError('wrong-server', { province: sentinel.province, domain });
}

/** Makes the sentinel where there is none yet; the one that is there stays as it is. */
export async function ensureSentinel(client: Client, tree: Tree, domain: string): Promise<void> {
  try {
    await client.add(sentinelDn(tree), {
      objectClass: ['danhbaSentinel'],
      danhbaProvince: domain,
      danhbaCount: unknownCount,
    });
  } catch (thrown) {
    if (!(thrown instanceof ResultCodeError) || thrown.code !== entryAlreadyExists) throw thrown;
  }
}

/** Values of LDAP have no order of their own. */
const waitingForm = /^(\S+) waiting (\d+)$/;

function readJudged(values: readonly string[]): Judged | undefined {
  if (values.length === 0) return undefined;
  const waiting: string[] = [];
  let upTo = '';
  for (const value of values) {
    const [, commit, place] = waitingForm.exec(value) ?? [];
    if (commit === undefined) upTo = value;
    else waiting[Number(place)] = commit;
  }
  return { upTo, waiting: waiting.filter((commit) => commit !== undefined) };
}

/** "YYYY-MM-DD", or "YYYY-MM-DD URL" of a replica. */
function readLogins(values: readonly string[]): ReadonlyMap<string, CalendarDate> {
  const days = values.flatMap((value) => {
    const day = dayOf(value);
    return day === undefined ? [] : [[value.slice(11), day] as const];
  });
  return new Map(days);
}

/**
 * Records since when which server has been seen to record logins. @throws ExpectedError `schema-old` where the
 * server's schema has no place for it yet.
 */
export async function writeLogins(
  client: Client,
  tree: Tree,
  logins: ReadonlyMap<string, CalendarDate>,
): Promise<void> {
  const values = [...logins].map(([url, day]) => `${day} ${url}`.trim()).sort();
  await replaceOnSentinel(client, tree, 'danhbaLogins', values);
}

/**
 * Records how far what was merged has been judged. @throws ExpectedError `schema-old` where the server's
 * schema has no place for it yet.
 */
export async function writeJudged(client: Client, tree: Tree, { upTo, waiting }: Judged): Promise<void> {
  const values = [upTo, ...waiting.map((commit, place) => `${commit} waiting ${place}`)];
  await replaceOnSentinel(client, tree, 'danhbaCommit', values);
}

async function replaceOnSentinel(
  client: Client,
  tree: Tree,
  type: string,
  values: readonly string[],
): Promise<void> {
  const modification = new Attribute({ type, values: [...values] });
  try {
    await client.modify(sentinelDn(tree), new Change({ operation: 'replace', modification }));
  } catch (thrown) {
    throw explainSchema(thrown, type);
  }
}

function explainSchema(thrown: unknown, attribute: string): unknown {
  if (!(thrown instanceof UndefinedTypeError || thrown instanceof ObjectClassViolationError)) return thrown;
  return new ExpectedError('schema-old', { attribute }, { cause: thrown });
}

/**
 * Uses approvals up, all or none; false where one of them was used before. @throws ExpectedError `schema-old` where the
 * server's schema has no place for them yet, `ldap-rights` where its rules let danhba write none.
 */
export async function useApprovals(client: Client, tree: Tree, values: readonly string[]): Promise<boolean> {
  const modification = new Attribute({ type: 'danhbaApproval', values: [...values] });
  try {
    await client.modify(sentinelDn(tree), new Change({ operation: 'add', modification }));
    return true;
  } catch (thrown) {
    if (thrown instanceof TypeOrValueExistsError) return false;
    if (thrown instanceof InsufficientAccessError) throw explainRefusal(thrown);
    throw explainSchema(thrown, 'danhbaApproval');
  }
}

/** Records how many managed entries the tree holds, for the next read to be measured by. */
export async function writeCount(client: Client, tree: Tree, count: number): Promise<void> {
  const modification = new Attribute({ type: 'danhbaCount', values: [String(count)] });
  await client.modify(sentinelDn(tree), new Change({ operation: 'replace', modification }));
}
