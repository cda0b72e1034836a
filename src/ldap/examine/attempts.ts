/** Everything that is tried on the doctor's entry while it is there, and what the server said to it. */
import { randomBytes } from 'node:crypto';
import { EqualityFilter } from 'ldapts';
import { ownKey } from '../../model/doctor/own-name.ts';
import type { Excess, Tried, Verdict } from '../../model/doctor/trial.ts';
import type { Connection } from '../connect/connect.ts';
import { explainRefusal } from '../connect/explain.ts';
import type { Attributes } from '../profile.ts';
import { AssertionControl } from '../write/assertion.ts';
import { never, ownAddress, ownDn, secondDn } from './own-entry.ts';
import { deleteOwn, type Own, pick, readNames, refusalOf, replaceOn, valuesOf } from './own-requests.ts';
import { firstAttributes } from './sample.ts';

export interface Attempts {
  readonly domain: string;
  /** Everything danhba writes on a mailbox. */
  readonly sample: Attributes;
  /** Attributes that are not tried: danhba does not write them here, or the server has no place for them. */
  readonly without: ReadonlySet<string>;
  /** Whether the server knows the operation at all. */
  readonly renames: boolean;
  /** The planner's account, which must see the entry and write nothing on it. */
  readonly planner?: Connection;
  /** Makes the entry again where it was let go. */
  readonly makeAgain: () => Promise<Own>;
}

const constraintViolation = 19;
const entryAlreadyExists = 68;
const assertionFailed = 122;

type Found = Omit<Tried, 'result' | 'ahead' | 'stays'>;

export async function tryAll(made: Own, attempts: Attempts): Promise<Found> {
  const { sample, domain, planner } = attempts;
  const { own, excess } = await tryExcess(made, attempts);
  const lacks: string[] = [];
  const mayReplace = async (values: Attributes): Promise<boolean> => {
    if ((await refusalOf(() => replaceOn(own, values))) === undefined) return true;
    lacks.push(...Object.keys(values));
    return false;
  };
  await mayReplace({ danhbaState: ['suspended'] });
  // First of all: what judges a password is the policy of those who have none of their own.
  const isSet = await mayReplace({ userPassword: [`aA1!${randomBytes(24).toString('base64url')}`] });
  const weak = isSet
    ? await judge(() => replaceOn(own, { userPassword: ['a'] }, never(own.tree)))
    : undefined;
  const written = await tryAttributes(own, attempts, mayReplace);
  const seen = await readNames(own.client, own.tree);
  const twin = {
    ...pick(sample, firstAttributes),
    danhbaKey: [`${ownKey}-2`],
    danhbaAddress: [ownAddress(domain)],
  };
  const nothing = new AssertionControl(never(own.tree));
  const second = written.includes('danhbaAddress')
    ? await judge(() => own.client.add(secondDn(own.tree), valuesOf(twin), nothing))
    : undefined;
  return {
    ...{ lacks, excess, weak, second },
    hidden: hiddenOf(seen, written),
    readsHash: hasHash(seen),
    keepsTime: isSet ? seen.has('pwdChangedTime') : undefined,
    ...(planner && { planner: await tryPlanner(own, planner, written) }),
  };
}

/** What must be refused of an active entry: nothing of it changes who it is, and it is made again where it was let go. */
async function tryExcess(made: Own, { makeAgain, renames }: Attempts) {
  let own = made;
  const excess: Excess[] = [];
  if ((await refusalOf(() => deleteOwn(own))) === undefined) {
    excess.push('delete-active');
    own = await makeAgain();
  }
  if (renames && (await mayRename(own))) excess.push('rename');
  if ((await refusalOf(() => replaceOn(own, { employeeType: [ownKey] }))) === undefined) {
    excess.push('other-attribute');
  }
  return { own, excess };
}

/** To the name it has: nothing changes where it is let. */
async function mayRename({ client, tree }: Own): Promise<boolean> {
  const dn = ownDn(tree);
  const refusal = await refusalOf(() => client.modifyDN(dn, dn.slice(0, dn.indexOf(','))));
  return refusal === undefined || refusal.code === entryAlreadyExists;
}

/** What could be written of all danhba writes: at once, as it does, and one by one only where that is refused. */
async function tryAttributes(
  own: Own,
  { sample, without }: Attempts,
  mayReplace: (values: Attributes) => Promise<boolean>,
): Promise<readonly string[]> {
  const made = new Set<string>(firstAttributes);
  const wanted = Object.entries({ ...sample, pwdReset: ['TRUE'] }).filter(
    ([type]) => !made.has(type) && !without.has(type),
  );
  const types = wanted.map(([type]) => type);
  if ((await refusalOf(() => replaceOn(own, Object.fromEntries(wanted)))) === undefined) return types;
  const written: string[] = [];
  for (const [type, values] of wanted) if (await mayReplace({ [type]: values })) written.push(type);
  return written;
}

async function tryPlanner({ tree }: Own, planner: Connection, written: readonly string[]) {
  const { client } = await planner.live();
  const seen = await readNames(client, tree);
  // It may not see what proves the entry; the key it must see.
  const isOurs = new EqualityFilter({ attribute: 'danhbaKey', value: ownKey });
  const asPlanner = { client, tree, maker: planner.bindDn, uuid: '' };
  const refusal = await refusalOf(() => replaceOn(asPlanner, { title: [ownKey] }, isOurs));
  return { writes: refusal === undefined, hidden: hiddenOf(seen, written), readsHash: hasHash(seen) };
}

/** Of a request that cannot be carried out: what refuses it before that is noticed would refuse it at any time. */
async function judge(request: () => Promise<unknown>): Promise<Verdict> {
  const refusal = await refusalOf(request);
  if (refusal === undefined || refusal.code === assertionFailed) return 'accepted';
  return refusal.code === constraintViolation ? 'refused' : { said: explainRefusal(refusal).remark };
}

const hiddenOf = (seen: ReadonlySet<string>, written: readonly string[]): readonly string[] =>
  written.filter((type) => !seen.has(type));

const hasHash = (seen: ReadonlySet<string>): boolean => seen.has('userPassword') || seen.has('pwdHistory');
