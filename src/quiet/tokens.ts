/**
 * The keys and addresses by which an account, a record or a change can be in the way of somebody else: of who has one of
 * them nothing is certain any more, however quiet he is.
 */
import { addressesOf, type ObservedAccount } from '../model/account/account.ts';
import { comparedValue, splitDn } from '../model/account/dn.ts';
import { entryName, parseKey, personKey } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Change, Plan } from '../model/plan/plan.ts';
import type { Problem } from '../model/problems/problem.ts';
import { custodianOf } from './loud.ts';
import type { Tokens } from './people.ts';

/** Whoever a record that is looked at speaks of: the rules hold them against each other. */
export function tokensOfRecords(declared: readonly Declared[]): Tokens {
  return {
    keys: declared.map(({ key }) => key),
    own: new Map(declared.flatMap(custodianBy)),
    addresses: declared.flatMap(({ addresses, legacy }) =>
      typeof legacy?.byRule === 'string' ? [...addresses, legacy.byRule] : addresses,
    ),
  };
}

/** Somebody who is quiet and of the house keeps its mailbox as he should (9.1). */
function custodianBy({ kind, organization }: Declared): readonly (readonly [string, string])[] {
  const custodian = kind === 'organization' ? custodianOf(organization) : undefined;
  return custodian === undefined ? [] : [[organization.id, custodian]];
}

/** What an entry that is looked at has, or can be taken for. */
export function tokensOfAccounts(accounts: readonly ObservedAccount[]): Tokens {
  return {
    keys: accounts.flatMap(namesOf),
    addresses: accounts.flatMap((account) => [
      ...addressesOf(account),
      ...(account.optionAddresses ?? []),
      ...(account.namedAddress === undefined ? [] : [account.namedAddress]),
    ]),
  };
}

/** Ids are written in capitals; a hand may have written one otherwise. */
function namesOf({ key, dn, takenName, homeNames = [] }: ObservedAccount): readonly string[] {
  const parsed = parseKey(key);
  const own = parsed === undefined ? key.slice(key.indexOf(':') + 1) : parsed.id;
  const named = splitDn(dn).rdn.map(({ value }) => value);
  const others = [...named, ...homeNames, takenName].filter((name) => name !== undefined);
  return [own, ...others, ...named.map((name) => name.replace(/-[1-9]\d*$/, ''))].map((name) =>
    personKey(comparedValue(name).toUpperCase()),
  );
}

/** Whose address a change takes, or whose place; and of whom what is held speaks, for a page names him (render/text/named.ts). */
export function tokensOfPlan({ changes, held }: Plan): Tokens {
  const places = changes.flatMap((change) => ('number' in change ? placeOf(change) : []));
  return {
    keys: [
      ...places,
      ...changes.flatMap(custodiansIn),
      ...held.flatMap(({ args }) => Object.values(args).flatMap(holderIn)),
    ],
    addresses: changes.flatMap(({ account }) => account?.addresses ?? []),
  };
}

const placeOf = ({ key, number }: Extract<Change, { number: number }>): string => entryName(key, number);

/** Who keeps an agency's mailbox from now on, and who did. */
function custodiansIn(change: Change): readonly string[] {
  const before = 'base' in change && change.account !== undefined ? change.base.custodian : undefined;
  const after = change.account?.custodian;
  return before === after ? [] : [before, after].flatMap((id) => (id === undefined ? [] : personKey(id)));
}

/** Of a former mailbox, too: it is called as its holder is. */
function holderIn(value: unknown): readonly string[] {
  const parsed = typeof value === 'string' ? parseKey(value) : undefined;
  return parsed === undefined ? [] : [personKey(parsed.id)];
}

/** Problems of an organization that are its people's as well, or that one file alone does not show. */
const ofAll: ReadonlySet<Problem['code']> = new Set<Problem['code']>(['suffix-foreign', 'parent-cycle']);

export const areOfAll = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => ofAll.has(code));
