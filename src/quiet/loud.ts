/** Tells whose record alone may have something to be said of it: everybody else is quiet where the entry agrees. */
import { type Key, personKey } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { Organization, Person } from '../model/directory/organization.ts';

/** Whom, and which addresses, the policy and the grants name. */
export interface Named {
  readonly keys: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
}

export function namedBy({ policy, grants }: Pick<Directory, 'policy' | 'grants'>): Named {
  const holders = grants.grants.flatMap(({ holder }) => holder ?? []);
  return {
    keys: new Set([...policy.guard.protected, ...holders]),
    addresses: new Set(grants.grants.flatMap(({ address }) => address?.toLowerCase() ?? [])),
  };
}

/** What a record may have beside what every open mailbox has: a plan, a rule or a report may have a word about any of them. */
const eventful = {
  id: false,
  name: false,
  nameParts: false,
  title: false,
  unit: false,
  phone: false,
  privileged: false,
  listed: false,
  // Another name for the one on the entry: where the two are the same it says nothing any more.
  nameChange: false,
  address: false,
  addressDecision: false,
  // Within it nobody is suspended; who was seen lately is not in any case.
  absence: false,
  // An alias may lie in another organization's house.
  aliases: true,
  suspension: true,
  restoration: true,
  termination: true,
  passwordReset: true,
} as const satisfies Record<keyof Person, boolean>;

const events = (Object.keys(eventful) as (keyof Person)[]).filter((key) => eventful[key]);

/** A person whose record asks for nothing but an open mailbox at one address, which nobody else's record speaks of. */
export function isQuiet({ key, person, address, addresses, legacy }: Declared, named: Named): boolean {
  if (person === undefined || address === undefined || addresses.length !== 1 || legacy !== undefined)
    return false;
  if (events.some((event) => person[event] !== undefined)) return false;
  return !named.keys.has(key) && !named.addresses.has(address);
}

/** Who keeps the agency's mailbox (9.1). */
export function custodianOf({ mailbox }: Organization): Key | undefined {
  const id = mailbox === 'none' ? undefined : mailbox?.custodian;
  return id === undefined ? undefined : personKey(id);
}
