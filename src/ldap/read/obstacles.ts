/** What an entry tells of that stands in the way of changing it: options, children, another class or place, other locks. */
import type { ObservedAccount, Obstacles } from '../../model/account/account.ts';
import { splitDn } from '../../model/account/dn.ts';
import { parseKey } from '../../model/account/key.ts';
import { namingAttribute, structuralClass } from '../account-codec.ts';
import { type Attributes, dnOf, hasClass, homeOfEntry, keyAtDn, type Tree } from '../profile.ts';
import { managedAttributes } from './attributes.ts';

const managed = new Set(managedAttributes.map((name) => name.toLowerCase()));

const otherLockAttributes = ['pwdAccountLockedTime', 'pwdStartTime'] as const;

/** An entry that is as danhba made it gives nothing, at the price of a few look-ups. */
export function decodeObstacles(
  tree: Tree,
  attributes: Attributes,
  dn: string,
): Obstacles & Pick<ObservedAccount, 'options'> {
  const key = attributes.danhbaKey?.[0] ?? '';
  const options = optionsOf(attributes);
  const addresses = options.filter((name) => /^(mail|danhbaAddress);/i.test(name));
  const home = homeOfEntry(tree, attributes, dn);
  const needed = structuralClass[home];
  const occupies = occupiedBy(tree, key, dn);
  const otherLocks = otherLockAttributes.flatMap((attribute) => {
    const value = attributes[attribute]?.[0];
    return value === undefined ? [] : [{ attribute, value }];
  });
  return {
    ...(options.length > 0 && { options }),
    ...(addresses.length > 0 && {
      optionAddresses: addresses
        .flatMap((name) => attributes[name] ?? [])
        .map((address) => address.toLowerCase())
        .sort(),
    }),
    ...(attributes.hasSubordinates?.[0] === 'TRUE' && { hasChildren: true }),
    ...(!hasClass(attributes, needed) && { lacksClass: needed }),
    ...(occupies !== undefined && { occupies }),
    ...(otherLocks.length > 0 && { otherLocks }),
    ...namedOtherwise(attributes, dn, namingAttribute[home]),
  };
}

/** Nothing for an entry that is named as danhba names its own. */
function namedOtherwise(
  attributes: Attributes,
  dn: string,
  naming: string,
): Pick<Obstacles, 'homeNames' | 'namedAddress'> {
  if (dn.toLowerCase().startsWith(`${naming}=`)) return {};
  const { rdn } = splitDn(dn);
  const address = rdn.find(({ type }) => type === 'mail')?.value.toLowerCase();
  return {
    ...(rdn.every(({ type }) => type !== naming) && { homeNames: attributes[naming] ?? [] }),
    ...(address !== undefined && { namedAddress: address }),
  };
}

function optionsOf(attributes: Attributes): readonly string[] {
  const names: string[] = [];
  for (const name in attributes) {
    const end = name.indexOf(';');
    if (end >= 0 && managed.has(name.slice(0, end).toLowerCase())) names.push(name);
  }
  return names.sort();
}

/** Undefined where the entry stands in nobody's place but its own. */
function occupiedBy(tree: Tree, key: string, dn: string): string | undefined {
  if (dn === dnOf(tree, key, 1)) return undefined;
  const there = keyAtDn(tree, dn);
  const { kind, id } = parseKey(key) ?? {};
  const own = kind === undefined ? key : `${kind}:${id}`;
  const isOwn = there === own || there?.replace(/-[1-9]\d*$/, '') === own;
  return isOwn ? undefined : there;
}
