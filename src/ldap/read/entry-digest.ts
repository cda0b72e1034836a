/**
 * One digest for what danhba manages of an entry at rest, from an account and from the octets of an answer alike: where the
 * two are one, nothing need be decoded. Where they differ nothing follows but that the entry is decoded and compared, for
 * one value may be written in several ways.
 */
import type { Account } from '../../model/account/account.ts';
import { type Key, personKey } from '../../model/account/key.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import type { KeyedHash } from '../../model/quiet/keyed-hash.ts';
import type { DigestParts, LeaveOut, SeenEntry } from '../../model/quiet/quiet.ts';
import { ownText } from '../../model/text/own-text.ts';
import { dateOfGeneralizedTime, isCalendarDate } from '../../model/time/date.ts';
import { fieldCodecs, namingAttribute, structuralClass, writtenDay } from '../account-codec.ts';
import { dnOf, passwordPolicyDn, type Tree } from '../profile.ts';
import { managedAttributes } from './attributes.ts';
import { type Element, expectElement, readText, tags } from './ber.ts';
import { makeSharedTexts } from './shared-texts.ts';

/** What an attribute is to the digest; `number` is its tag, so that no value passes for another attribute's. */
type Role =
  | { readonly as: 'digested' | 'key'; readonly number: number }
  | { readonly as: 'classes' | 'issued' | 'access' | 'children' | 'passed' | 'unusual' };

/** What a person's account is made of. */
const ofPerson: readonly string[] = [
  ...new Set(Object.values(fieldCodecs).flatMap(({ attribute }) => attribute.person ?? [])),
];

/** What no digest is made of: evidence, and the day of issue, which danhba alone writes and which differs from entry to entry. */
const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  // Whatever an entry has of an organization's attributes is nothing to a person's account.
  ...managedAttributes.map((name): [string, Role] => [name, { as: 'passed' }]),
  ...ofPerson.map((name, index): [string, Role] => [name, { as: 'digested', number: index + 1 }]),
  ['danhbaKey', { as: 'key', number: ofPerson.indexOf('danhbaKey') + 1 }],
  ['objectClass', { as: 'classes' }],
  ['danhbaIssued', { as: 'issued' }],
  ['authTimestamp', { as: 'access' }],
  ['hasSubordinates', { as: 'children' }],
  ['entryUUID', { as: 'passed' }],
  ['pwdChangedTime', { as: 'passed' }],
  ['pwdReset', { as: 'passed' }],
]);

const nameTag = ofPerson.length + 1;
/** The value its name is made of stands in the entry as well. */
const ownNameTag = ofPerson.indexOf(namingAttribute.person) + 1;
/** What a key is known by is no part of its entry's digest. */
const keyTag = ofPerson.length + 2;
const addressTag = ofPerson.length + 3;
/** Characters of a value; of up to three octets each. */
const longest = 20_000;
/** What many entries have in common: no hash of it is made anew. */
const commonAttributes = ['danhbaOrganization', 'danhbaState', 'o', 'ou', 'pwdPolicySubentry', 'sn', 'title'];
const most = 10_000;

/** In no DN twice. */
const sampleId = 'X-0000000000';

export interface EntryDigest {
  /** Of an entry that is as this account and nothing else, one with its first name in the tree. Undefined for what is too long. */
  readonly ofAccount: (account: Account) => Pick<SeenEntry, 'digestLow' | 'digestHigh'> | undefined;
  /** What a key is known by; the hash is left in `low` and `high`. */
  readonly hashKey: (key: Key) => void;
  /** The same of an address. */
  readonly hashAddress: (address: string) => void;
  readonly parts: DigestParts;
  /** True for an entry of an answer that `leaveOut` knows; it is asked of plain entries of people alone. */
  readonly leavesOut: (buffer: Buffer, operation: Element, leaveOut: LeaveOut) => boolean;
}

/** `ignored` are attributes that the policy leaves to others; since `freshSince` nobody's term ends soon. */
export function makeEntryDigest(
  hash: KeyedHash,
  tree: Tree,
  { ignored, freshSince }: { readonly ignored: readonly string[]; readonly freshSince: CalendarDate },
): EntryDigest {
  const unmanaged = new Set(ignored);
  const roleOf = (name: string): Role =>
    unmanaged.has(name) ? { as: 'passed' } : (roles.get(name) ?? { as: 'unusual' });
  const columns = makeSharedTexts(roleOf);
  const days = makeSharedTexts(dayOfIssue);
  const [person, account] = [structuralClass.person, 'danhbaAccount'].map((name) => Buffer.from(name)) as [
    Buffer,
    Buffer,
  ];
  const scratch = Buffer.alloc(3 * longest);
  const seen: SeenEntry = {
    keyLow: 0,
    keyHigh: 0,
    digestLow: 0,
    digestHigh: 0,
    isFresh: false,
    isUsed: false,
  };

  const sum = (low: number, high: number) => {
    seen.digestLow = (seen.digestLow + low) | 0;
    seen.digestHigh = (seen.digestHigh + high) | 0;
  };
  const add = (octets: Uint8Array, start: number, end: number, tag: number) => {
    hash.hash(octets, start, end, tag);
    sum(hash.low, hash.high);
  };
  const hashText = (text: string, tag: number) => hash.hash(scratch, 0, scratch.write(text, 'utf8'), tag);
  const addText = (text: string, tag: number) => {
    hashText(text, tag);
    sum(hash.low, hash.high);
  };
  const addCommon = (text: string, tag: number, known: KnownWords) => {
    let words = known.get(text);
    if (words === undefined) {
      hashText(text, tag);
      words = [hash.low, hash.high];
      if (known.size < most) known.set(ownText(text), words);
    }
    sum(words[0], words[1]);
  };
  const fields = digestedFields(roleOf);
  const place = {
    kind: 'person',
    home: 'person',
    administrators: passwordPolicyDn(tree, 'administrators'),
  } as const;

  const isPlain = (buffer: Buffer, operation: Element): boolean => {
    const dn = expectElement(buffer, operation.start, operation.end);
    const list = expectElement(buffer, dn.end, operation.end, tags.sequence);
    let [classes, keys] = [0, 0];
    let issued: string | undefined;
    let access: Element | undefined;
    seen.digestLow = 0;
    seen.digestHigh = 0;
    add(buffer, dn.start, dn.end, nameTag);
    for (let offset = list.start; offset < list.end; ) {
      const attribute = expectElement(buffer, offset, list.end, tags.sequence);
      const type = expectElement(buffer, attribute.start, attribute.end);
      const set = expectElement(buffer, type.end, attribute.end, tags.set);
      const role = columns.find(buffer, type) ?? columns.make(buffer, type);
      offset = attribute.end;
      if (role.as === 'passed') continue;
      // Classes that come apart are read as the last of them alone.
      if (role.as === 'classes' && classes > 0) return false;
      for (let at = set.start; at < set.end; ) {
        const value = expectElement(buffer, at, set.end);
        const { start, end } = value;
        at = end;
        if (role.as === 'digested') add(buffer, start, end, role.number);
        else if (role.as === 'key') {
          hash.hash(buffer, start, end, keyTag);
          seen.keyLow = hash.low;
          seen.keyHigh = hash.high;
          keys++;
          add(buffer, start, end, role.number);
        } else if (role.as === 'classes') {
          if (isText(buffer, value, person)) classes |= 1;
          else if (isText(buffer, value, account)) classes |= 2;
        } else if (role.as === 'issued') {
          if (issued !== undefined) return false;
          issued = days.find(buffer, value) ?? days.make(buffer, value);
          if (issued === '') return false;
        } else if (role.as === 'access') {
          if (access !== undefined) return false;
          access = value;
        } else if (role.as === 'unusual' || buffer[start] !== falseStart) return false;
      }
    }
    if (classes !== 3 || keys !== 1 || issued === undefined) return false;
    const used = access && (dateOfGeneralizedTime(readText(buffer, access)) ?? '');
    // No term can be counted from it.
    if (used !== undefined && !isCalendarDate(used)) return false;
    seen.isUsed = used !== undefined;
    seen.isFresh = issued >= freshSince || (used !== undefined && used >= freshSince);
    return true;
  };

  const parts: DigestParts = {
    ...{ name: nameTag, ownName: ownNameTag, known: keyTag, address: addressTag },
    around: dnOf(tree, personKey(sampleId), 1).split(sampleId) as [string, string],
    ofField: (field) => fields.find((one) => one.field === field)?.number ?? 0,
  };

  return {
    parts,
    ofAccount: (one) => {
      seen.digestLow = 0;
      seen.digestHigh = 0;
      const dn = dnOf(tree, one.key, 1);
      if (dn.length > longest) return undefined;
      addText(dn, nameTag);
      addText(one.key.slice(one.key.indexOf(':') + 1), ownNameTag);
      for (const { field, encode, number, known } of fields) {
        const value = one[field];
        if (value === undefined || value === null) continue;
        for (const text of encode(value as never, place)) {
          if (text.length > longest) return undefined;
          if (known === undefined) addText(text, number);
          else addCommon(text, number, known);
        }
      }
      const { digestLow, digestHigh } = seen;
      return { digestLow, digestHigh };
    },
    hashKey: (key) => hashText(key, keyTag),
    hashAddress: (address) => hashText(address, addressTag),
    leavesOut: (buffer, operation, leaveOut) => isPlain(buffer, operation) && leaveOut(seen),
  };
}

/** A hash of each text, in two words. */
type KnownWords = Map<string, readonly [number, number]>;

/** The fields of a person's account, each with what makes values of it, as `encodeAccount` does. */
function digestedFields(roleOf: (name: string) => Role) {
  return (Object.keys(fieldCodecs) as (keyof typeof fieldCodecs)[]).flatMap((field) => {
    const { attribute, encode } = fieldCodecs[field];
    const role = attribute.person === undefined ? undefined : roleOf(attribute.person);
    if (role === undefined || !('number' in role)) return [];
    const isCommon = commonAttributes.includes(attribute.person ?? '');
    const known: KnownWords | undefined = isCommon ? new Map() : undefined;
    return [{ field, encode, number: role.number, known }];
  });
}

/** Of FALSE; a server writes it so (RFC 4517 §3.3.3). */
const falseStart = 0x46;

const isText = (buffer: Buffer, { start, end }: Element, text: Buffer): boolean =>
  end - start === text.length && buffer.compare(text, 0, text.length, start, end) === 0;

/** The day of a time danhba wrote; an empty text for any other. */
const dayOfIssue = (time: string): CalendarDate => writtenDay(time) ?? '';
