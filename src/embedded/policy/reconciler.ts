/** What the reconciler may write, by entry, attribute and value: rules 5 to 10 of the shipped acl.conf. */
import { containerDn } from '../../model/account/places.ts';
import { domainOf } from '../base-tree.ts';
import type { Directory } from '../directory.ts';
import { type Dn, parentOf, parseDn } from '../schema/dn.ts';
import { type Attributes, firstValue } from '../store/entry.ts';
import type { Modification } from '../wire/request.ts';

/** Adds what the pattern matches, or anything; `keep`: takes nothing away. */
interface Right {
  readonly adds: RegExp;
  readonly keep?: true;
}

type Rights = Readonly<Record<string, Right>>;

const anything = /^/;
const nothing = /^(?!)/;
const write: Right = { adds: anything };

const rightsTo = (types: string): Rights => Object.fromEntries(types.split(' ').map((type) => [type, write]));

const only = (names: string): Right => ({ adds: new RegExp(`^(${names})$`, 'i'), keep: true });

const life =
  'danhbaOrganization danhbaName danhbaSince danhbaReason danhbaBasis danhbaNotice danhbaIssued danhbaRestored ' +
  'danhbaReset danhbaMissing danhbaLocked danhbaNoticed danhbaRenamed danhbaOperatorLock pwdEndTime pwdReset ' +
  'userPassword';

interface Place {
  /** The one attribute an entry is named by; slapd puts its value there, so nobody adds one. */
  readonly naming: string;
  readonly rights: Rights;
  /** Whether an entry is one of danhba's. */
  readonly ours: (attributes: Attributes) => boolean;
  /** What may be added is not what may be deleted: so nothing can be renamed. */
  readonly mayGo: (attributes: Attributes) => boolean;
}

type PlaceName = 'people' | 'organizations' | 'tombstones' | 'danhba';

const isAccount = (attributes: Attributes): boolean => attributes.has('danhbaKey');
const hasEnded = (attributes: Attributes): boolean =>
  ['suspended', 'terminated'].includes(firstValue(attributes, 'danhbaState')?.toLowerCase() ?? '');

const placesOf = (directory: Directory): Readonly<Record<PlaceName, Place>> => {
  const address = directory.addressPattern.source.replace(/\$$/, '');
  const policies = `ou=policies,${directory.tree.suffix.key}`;
  const account: Rights = {
    ...rightsTo(life),
    mail: { adds: new RegExp(`${address}$`) },
    danhbaAddress: { adds: new RegExp(`${address}$`) },
    danhbaFormerAddress: { adds: new RegExp(`${address} [0-9]{4}-[0-9]{2}-[0-9]{2}$`) },
    danhbaState: { adds: /^(active|suspended|terminated)$/ },
    pwdPolicySubentry: { adds: new RegExp(`^cn=(users|administrators),${policies}$`) },
  };
  return {
    people: {
      naming: 'uid',
      ours: isAccount,
      mayGo: hasEnded,
      rights: {
        ...account,
        ...rightsTo('cn sn givenName title ou o telephoneNumber'),
        objectClass: only('inetOrgPerson|danhbaAccount'),
        uid: { adds: nothing },
        danhbaKey: { adds: /^person:[^/]+(\/[1-9][0-9]*)?$/ },
      },
    },
    organizations: {
      naming: 'ou',
      ours: isAccount,
      mayGo: hasEnded,
      rights: {
        ...account,
        ...rightsTo('displayName businessCategory danhbaCustodian'),
        objectClass: only('organizationalUnit|danhbaAccount|danhbaEntry'),
        ou: { adds: nothing },
        danhbaKey: { adds: /^organization:[^/]+$/ },
      },
    },
    tombstones: {
      naming: 'cn',
      ours: (attributes) => attributes.get('objectClass')?.keys.includes('danhbatombstone') === true,
      mayGo: (attributes) => attributes.has('danhbaSince'),
      rights: {
        ...rightsTo('danhbaKey danhbaUntil danhbaSince'),
        objectClass: only('danhbaTombstone'),
      },
    },
    danhba: {
      naming: 'cn',
      ours: () => true,
      mayGo: () => false,
      rights: {
        ...rightsTo('danhbaCount danhbaHolder danhbaSince danhbaUntil danhbaCommit danhbaLogins'),
        // An approval is used once: that it was is never taken back.
        danhbaApproval: { adds: anything, keep: true },
        objectClass: only('danhbaSentinel'),
        danhbaProvince: only(domainOf(directory.tree.suffix).replaceAll('.', '[.]')),
      },
    },
  };
};

/** Of the policies of users and administrators (rule 10); slapd loads what pwdCheckModule names. */
const policyRights: Rights = {
  ...rightsTo('pwdMinLength pwdMaxAge pwdMustChange pwdCheckQuality pwdCheckModuleArg pwdLockout'),
  pwdCheckModule: { adds: /^pwcheck\.so$/ },
};

const known = new WeakMap<Directory, Readonly<Record<PlaceName, Place>>>();

const knownContainers = new WeakMap<Directory, ReadonlyMap<string, PlaceName>>();

/** By the key of the container's DN. */
const containersOf = (directory: Directory): ReadonlyMap<string, PlaceName> => {
  const there = knownContainers.get(directory);
  if (there !== undefined) return there;
  const places = { baseDn: directory.tree.suffix.text, containers: directory.containers };
  const own = (['tombstones', 'danhba'] as const).map(
    (name) => [`ou=${name},${places.baseDn}`, name] as const,
  );
  const names = new Map<string, PlaceName>(own);
  names.set(containerDn(places, 'person'), 'people');
  names.set(containerDn(places, 'organization'), 'organizations');
  const made = new Map([...names].map(([text, name]) => [keyOf(text), name]));
  knownContainers.set(directory, made);
  return made;
};

const keyOf = (text: string): string => {
  const dn = parseDn(text);
  if (!dn.ok) throw new Error(`no DN: ${text}`);
  return dn.value.key;
};

/** The container an entry lies directly in, by name; undefined where danhba has nothing to do. */
export const placeOf = (directory: Directory, dn: Dn): PlaceName | undefined => {
  const parent = parentOf(dn)?.key;
  return parent === undefined ? undefined : containersOf(directory).get(parent);
};

const findPlace = (directory: Directory, dn: Dn): Place | undefined => {
  const name = placeOf(directory, dn);
  if (name === undefined || (name === 'danhba' && dn.rdns[0]?.key !== 'cn=sentinel')) return undefined;
  let places = known.get(directory);
  if (places === undefined) {
    places = placesOf(directory);
    known.set(directory, places);
  }
  return places[name];
};

/** An entry as it is, or as it would be added. */
export interface Stored {
  readonly dn: Dn;
  readonly attributes: Attributes;
}

/** Whether it may appear, with what it holds set apart. */
export const mayAppear = (directory: Directory, { dn, attributes }: Stored): boolean => {
  const place = findPlace(directory, dn);
  if (place === undefined) return false;
  const [name, ...more] = dn.rdns[0]?.values ?? [];
  const named = name?.type.name === place.naming && more.length === 0;
  return named && place.ours(attributes) && !place.mayGo(attributes);
};

export const mayGo = (directory: Directory, { dn, attributes }: Stored): boolean => {
  const place = findPlace(directory, dn);
  return place?.ours(attributes) === true && place.mayGo(attributes);
};

export interface WrittenValues {
  readonly type: { readonly name: string };
  readonly change: Modification['change'];
  /** In the form they are compared in. */
  readonly keys: readonly string[];
}

/** A replacement takes away what was there, whatever it was, and adds. */
export const mayChange = (directory: Directory, stored: Stored, written: WrittenValues): boolean => {
  const { type, change, keys } = written;
  const right = rightsOn(directory, stored)?.[type.name];
  if (right === undefined) return false;
  if (change !== 'add' && right.keep) return false;
  return change === 'delete' || keys.every((key) => right.adds.test(key));
};

const rightsOn = (directory: Directory, { dn, attributes }: Stored): Rights | undefined => {
  const policies = `ou=policies,${directory.tree.suffix.key}`;
  if (['users', 'administrators'].some((name) => dn.key === `cn=${name},${policies}`)) return policyRights;
  const place = findPlace(directory, dn);
  return place?.ours(attributes) ? place.rights : undefined;
};
