/** Makes the rows of plain people from the octets of their file: the same that `summarize` makes of their records. */
import { personKey } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Organization } from '../model/directory/organization.ts';
import { type PlainPeople, plain } from '../model/quiet/plain-people.ts';
import { octetsOf } from '../model/text/octets.ts';
import { type Derived, declareFile } from '../naming/declared.ts';
import { addressOf, fillForm, MAX_ADDRESS, MAX_LOCAL_PART, readLabels } from '../naming/form.ts';
import { fixedFor, type NamingPolicy } from '../naming/policy.ts';
import { accountAtRest } from './at-rest.ts';
import { isQuiet } from './loud.ts';
import type { HashedText, KnownTexts, KnownWord } from './plain-texts.ts';
import { row } from './rows.ts';
import { type SummaryTerms, suffixOf } from './summary.ts';

export type MakePlainRows = (
  octets: Uint8Array,
  people: PlainPeople,
  organization: Organization,
  own: Derived,
) => Uint32Array | undefined;

/** What stands around given name and initials in the addresses of an organization's people. */
type Around = readonly [before: string, between: string, after: string];

const noWords: HashedText = { low: 0, high: 0 };

/** An address and a name in the tree are no longer. */
const room = 1024;
/** Where what all addresses of an organization end in stands, once for all of them. */
const suffixAt = room / 2;

/** Undefined where one of the people may be named by somebody, or has no address that is his by the rules alone. */
export function makePlainRows(terms: SummaryTerms, texts: KnownTexts): MakePlainRows {
  const { hash, digest, named, naming, isForEntries } = terms;
  const { parts } = digest;
  const kept = keptParts(naming);
  const tagOf = parts.ofField;
  const tags = {
    ...{ key: tagOf('key'), name: tagOf('name'), phone: tagOf('phone') },
    ...{ address: tagOf('address'), addresses: tagOf('addresses') },
    ...{ family: tagOf('family'), given: tagOf('given') },
  };
  const [dnStart, dnEnd] = parts.around.map(octetsOf) as [Uint8Array, Uint8Array];
  const keyStart = octetsOf(personKey(''));
  const inTree = placeAfter(dnStart);
  const key = placeAfter(keyStart);
  const address = new Uint8Array(room);
  let [low, high] = [0, 0];
  /** Where the id ends in `inTree`, behind which the rest stands. */
  let idInTree = 0;

  const add = (octets: Uint8Array, start: number, end: number, tag: number): void => {
    if (tag === 0) return;
    hash.hash(octets, start, end, tag);
    low = (low + hash.low) | 0;
    high = (high + hash.high) | 0;
  };
  const addHashed = (one: HashedText): void => {
    low = (low + one.low) | 0;
    high = (high + one.high) | 0;
  };

  /** Adds what of the account comes from the person alone; the address begins there. */
  function addPerson(
    octets: Uint8Array,
    people: Int32Array,
    at: number,
    keyEnd: number,
    start: number,
    addressEnd: number,
  ): void {
    const id = people[at + plain.id] as number;
    const idEnd = people[at + plain.idEnd] as number;
    const end = put(inTree, dnStart.length, octets, id, idEnd);
    if (end !== idInTree) put(inTree, end, dnEnd, 0, dnEnd.length);
    idInTree = end;
    add(inTree, 0, end + dnEnd.length, parts.name);
    add(octets, id, idEnd, parts.ownName);
    add(key, 0, keyEnd, tags.key);
    add(octets, people[at + plain.name] as number, people[at + plain.nameEnd] as number, tags.name);
    addHashed((texts.words.values[people[at + plain.firstWord] as number] as KnownWord).asFamily);
    addHashed((texts.words.values[people[at + plain.lastWord] as number] as KnownWord).asGiven);
    const title = people[at + plain.title] as number;
    if (title >= 0) addHashed(texts.titles.values[title] as HashedText);
    const unit = people[at + plain.unit] as number;
    if (unit >= 0) addHashed(texts.units.values[unit] as HashedText);
    const phone = people[at + plain.phone] as number;
    if (phone > 0) add(octets, phone, people[at + plain.phoneEnd] as number, tags.phone);
    add(address, start, addressEnd, tags.address);
    add(address, start, addressEnd, tags.addresses);
  }

  return (octets, { count, people, letters }, organization, own) => {
    if (dnStart.length + dnEnd.length > room / 2) return undefined;
    const around = aroundOf(suffixOf(organization, own), terms, kept);
    if (around === undefined) return undefined;
    const [before, between, after] = around.map(octetsOf) as [Uint8Array, Uint8Array, Uint8Array];
    const addressEnd = put(address, suffixAt, after, 0, after.length);
    // Of it the address has "@" and the domain, too.
    const longest = Math.min(MAX_ADDRESS, MAX_LOCAL_PART + 1 + naming.domain.length);
    const base = isForEntries ? baseOf(organization, own, around) : noWords;
    if (base === undefined) return undefined;
    const rows = new Uint32Array(row.length * count);
    for (let number = 0; number < count; number++) {
      const at = number * plain.length;
      const to = number * row.length;
      const id = people[at + plain.id] as number;
      const idEnd = people[at + plain.idEnd] as number;
      const keyEnd = put(key, keyStart.length, octets, id, idEnd);
      if (named.keys.size > 0 && named.keys.has(textOf(key, keyEnd))) return undefined;
      const { syllable } = texts.words.values[people[at + plain.lastWord] as number] as KnownWord;
      const initials = people[at + plain.initials] as number;
      const initialsEnd = people[at + plain.initialsEnd] as number;
      const length = before.length + syllable.length + between.length + initialsEnd - initials;
      if (length + after.length > longest) return undefined;
      const start = suffixAt - length;
      let end = put(address, start, before, 0, before.length);
      end = put(address, end, syllable, 0, syllable.length);
      end = put(address, end, between, 0, between.length);
      put(address, end, letters, initials, initialsEnd);
      if (isForEntries) {
        ({ low, high } = base);
        addPerson(octets, people, at, keyEnd, start, addressEnd);
        rows[to + row.digestLow] = low;
        rows[to + row.digestHigh] = high;
      }
      hash.hash(key, 0, keyEnd, parts.known);
      rows[to + row.keyLow] = hash.low;
      rows[to + row.keyHigh] = hash.high;
      hash.hash(address, start, addressEnd, parts.address);
      rows[to + row.addressLow] = hash.low;
      rows[to + row.addressHigh] = hash.high;
    }
    return rows;
  };

  /** What the words of a person's account have of the organization and of the rules. */
  function baseOf(organization: Organization, own: Derived, around: Around): HashedText | undefined {
    const sample = sampleOf(organization, own, terms);
    const [before, between, after] = around;
    const isUsual = sample?.address === `${before}${sampleGiven.toLowerCase()}${between}l${after}`;
    const whole = sample && digest.ofAccount(accountAtRest(sample, terms));
    if (sample === undefined || whole === undefined || !isUsual) return undefined;
    [low, high] = [0, 0];
    const [id, name, given, mail] = [sampleId, sampleName, sampleGiven, sample.address ?? ''].map(
      octetsOf,
    ) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const dn = octetsOf(parts.around.join(sampleId));
    const whoseKey = octetsOf(personKey(sampleId));
    const family = octetsOf(sampleFamily);
    add(dn, 0, dn.length, parts.name);
    add(id, 0, id.length, parts.ownName);
    add(whoseKey, 0, whoseKey.length, tags.key);
    add(name, 0, name.length, tags.name);
    add(family, 0, family.length, tags.family);
    add(given, 0, given.length, tags.given);
    add(mail, 0, mail.length, tags.address);
    add(mail, 0, mail.length, tags.addresses);
    return { low: (whole.digestLow - low) | 0, high: (whole.digestHigh - high) | 0 };
  }
}

const [sampleId, sampleFamily, sampleGiven] = ['X-1', 'Lò', 'Chi'];
const sampleName = `${sampleFamily} ${sampleGiven}`;

/** A person of the organization, made up, of whom nobody has anything to say; undefined where there is none such. */
function sampleOf(organization: Organization, own: Derived, terms: SummaryTerms): Declared | undefined {
  const people = [{ id: sampleId, name: sampleName }];
  const source = {
    file: '',
    organization: { ...organization, people },
    personLines: [1],
    unusable: new Set<number>(),
  };
  const [, sample] = declareFile(source, own, terms.policy, terms.naming);
  return sample?.findings.length === 0 && isQuiet(sample, terms.named) ? sample : undefined;
}

/** Undefined where somebody's address may be one that is kept, or named; or where the form is not the usual one. */
function aroundOf(
  suffix: string | null,
  { naming, named }: Pick<SummaryTerms, 'naming' | 'named'>,
  kept: readonly string[],
): Around | undefined {
  const labels = suffix === null ? undefined : readLabels(suffix);
  if (labels === undefined) return undefined;
  const open = { given: '{given}', initials: '{initials}', suffix: labels };
  const form = fillForm(naming.forms.person ?? '', open).toLowerCase();
  const [, before, between, after] = /^([^{}]*)\{given\}([^{}]*)\{initials\}([^{}]+)$/.exec(form) ?? [];
  if (before === undefined || between === undefined || after === undefined) return undefined;
  if (kept.some((one) => one.endsWith(after))) return undefined;
  const end = after + addressOf('', naming).toLowerCase();
  const isNamed = [...named.addresses].some((one) => one.endsWith(end));
  const isPlain = /^[!-~]+$/.test(before + between + end);
  return isNamed || !isPlain ? undefined : [before, between, end];
}

/** The local parts that nobody may have. */
const keptParts = (naming: NamingPolicy): readonly string[] =>
  [...naming.reserved, fixedFor('people-committee', naming), fixedFor('city', naming)].map((one) =>
    one.toLowerCase(),
  );

function placeAfter(start: Uint8Array): Uint8Array {
  const place = new Uint8Array(room);
  place.set(start);
  return place;
}

/** Where it ends. */
function put(place: Uint8Array, at: number, from: Uint8Array, start: number, end: number): number {
  for (let next = start; next < end; next++) place[at++] = from[next] as number;
  return at;
}

const textOf = (octets: Uint8Array, end: number): string => new TextDecoder().decode(octets.subarray(0, end));
