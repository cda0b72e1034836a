/** Proposes an organization for each value that tells one: its kind, parent and code by its name; every one is to be signed. */
import type { OrganizationKind } from '../../model/directory/organization.ts';
import type { MappedOrganization } from '../../model/import/import-map.ts';
import { deriveOrganization } from '../../naming/organization/derive.ts';
import { fixedFor, type NamingPolicy } from '../../naming/policy.ts';
import { folded } from './fold.ts';

/** One way of writing an organization's name, with how many have it and what their addresses end in. */
export interface SeenValue {
  readonly value: string;
  readonly count: number;
  readonly suffixes: ReadonlyMap<string, number>;
}

/** One that has a file already: it is what it is. */
export type ExistingOrganization = Omit<MappedOrganization, 'values' | 'signed'>;

/** The first words of a name, without marks, and the kind they tell. */
const kinds: readonly (readonly [RegExp, OrganizationKind])[] = [
  [/^(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho truc thuoc)\b/, 'people-committee'],
  [/^(?:(?:ubnd|uy ban nhan dan) )?(?:xa) /, 'commune'],
  [/^(?:(?:ubnd|uy ban nhan dan) )?(?:phuong) /, 'ward'],
  [/^(?:(?:ubnd|uy ban nhan dan) )?(?:thi tran|tt) /, 'town'],
  [/^(?:(?:ubnd|uy ban nhan dan) )?(?:huyen) /, 'district'],
  [/^(?:(?:ubnd|uy ban nhan dan) )?(?:thanh pho|tp) /, 'city'],
  [/^phong .*\b(?:huyen|thanh pho|thi xa|tp)\b/, 'district-room'],
];

/** What is of a body above where a name says which. */
const units = /^(?:chi cuc|trung tam|phong|ban quan ly|doi|hat|tram|truong|benh vien|van phong dang ky)\b/;

export function suggestOrganizations(
  seen: readonly SeenValue[],
  existing: readonly ExistingOrganization[],
  policy: NamingPolicy,
  hasOwnRoot = false,
): readonly MappedOrganization[] {
  const groups = groupValues(seen);
  const byName = new Map(existing.map((one) => [folded(one.name), one]));
  const taken = new Set(existing.map(({ id }) => id));
  const root =
    existing.find(({ kind }) => kind === 'people-committee')?.id ?? fixedFor('people-committee', policy);
  const known: MappedOrganization[] = existing.map((one) => ({ ...one, signed: true }));
  // That of danhba's own entries comes with them.
  if (!taken.has(root) && !hasOwnRoot) {
    taken.add(root);
    const name = `Ủy ban nhân dân tỉnh ${policy.province}`;
    const code = fixedFor('people-committee', policy);
    known.unshift({ id: root, name, kind: 'people-committee', code, signed: false });
    byName.set(folded(name), known[0] as MappedOrganization);
  }
  const values = new Map<string, readonly string[]>();
  const fresh: Proposal[] = [];
  for (const group of groups) {
    const there = byName.get(group.key) ?? byName.get(group.key.replace(/^ubnd /, 'uy ban nhan dan '));
    if (there !== undefined) values.set(there.id, [...(values.get(there.id) ?? []), ...group.values]);
    else fresh.push(proposalOf(group, root));
  }
  // Whoever may be a parent first: districts and provincial bodies before what is below them.
  fresh.sort((a, b) => rankOf(a) - rankOf(b) || b.count - a.count || (a.name < b.name ? -1 : 1));
  for (const one of fresh) known.push(placed(one, known, taken, policy, root));
  return known.map((one) => {
    const told = one.values ?? values.get(one.id);
    return told === undefined ? one : { ...one, values: told };
  });
}

interface Group {
  readonly key: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly count: number;
  readonly suffixes: ReadonlyMap<string, number>;
}

/** Ways of writing one name: with and without marks, in capitals, with other signs. */
function groupValues(seen: readonly SeenValue[]): readonly Group[] {
  const groups = Map.groupBy(
    seen.filter(({ value }) => folded(value) !== ''),
    ({ value }) => folded(value),
  );
  return [...groups].map(([key, all]) => {
    const best = all.toSorted((a, b) => marksOf(b.value) - marksOf(a.value) || b.count - a.count)[0];
    const suffixes = new Map<string, number>();
    for (const one of all) {
      for (const [suffix, count] of one.suffixes) suffixes.set(suffix, (suffixes.get(suffix) ?? 0) + count);
    }
    return {
      key,
      name: (best?.value ?? key).normalize('NFC').replaceAll(/\s+/g, ' ').trim(),
      values: all.map(({ value }) => value).sort(),
      count: all.reduce((sum, one) => sum + one.count, 0),
      suffixes,
    };
  });
}

/** Letters with marks tell most; of two spellings of these the one that is not all in capitals. */
const marksOf = (text: string): number => {
  const marks = text.normalize('NFD').match(/\p{M}|đ/giu)?.length ?? 0;
  return marks * 2 + (text === text.toUpperCase() ? 0 : 1) + (/[&/]/.test(text) ? -2 : 0);
};

interface Proposal extends Group {
  readonly kind: OrganizationKind;
  readonly root: string;
}

function proposalOf(group: Group, root: string): Proposal {
  const kind = kinds.find(([words]) => words.test(group.key))?.[1] ?? 'provincial';
  return { ...group, kind, root };
}

const rankOf = ({ kind, key }: Proposal): number => {
  if (kind === 'district' || kind === 'city') return 1;
  if (kind === 'provincial') return units.test(key) ? 2 : 1;
  return 3;
};

function placed(
  { key, name, kind, values, suffixes }: Proposal,
  known: readonly MappedOrganization[],
  taken: Set<string>,
  policy: NamingPolicy,
  root: string,
): MappedOrganization {
  const above = kind === 'provincial' && !units.test(key) ? undefined : namedParent(key, known);
  const isUnit = kind === 'provincial' && above !== undefined && units.test(key);
  const realKind = isUnit ? unitKind(above) : kind;
  const parent = above?.id ?? root;
  const label =
    realKind === 'provincial' || above === undefined ? undefined : localPartOf(above, known, policy);
  const withParent = label ?? (needsRoot(realKind) ? fixedFor('people-committee', policy) : undefined);
  const { alternatives } = deriveOrganization(
    { kind: realKind, name, ...(withParent !== undefined && { parent: withParent }) },
    policy,
  );
  const code = chosenCode(alternatives, suffixes) ?? fallbackCode(key);
  const id = freeId(above === undefined || realKind === 'provincial' ? code : `${above.id}-${code}`, taken);
  return {
    id,
    name,
    kind: realKind,
    ...(realKind !== 'people-committee' && { parent }),
    code,
    values,
    signed: false,
  };
}

const needsRoot = (kind: OrganizationKind): boolean =>
  kind === 'commune' || kind === 'ward' || kind === 'town';

const unitKind = ({ kind }: MappedOrganization): OrganizationKind =>
  kind === 'district' || kind === 'city' ? 'district-room' : 'provincial-unit';

/** The body whose name ends this one's: "Chi cục Kiểm lâm, Sở Nông nghiệp", "Phòng Nội vụ huyện Sìn Hồ". */
function namedParent(key: string, known: readonly MappedOrganization[]): MappedOrganization | undefined {
  const fits = known.filter(({ name, kind }) => {
    const own = folded(name).replace(/^(?:ubnd|uy ban nhan dan) /, '');
    return kind !== 'people-committee' && own !== key && key.endsWith(` ${own}`);
  });
  return fits.toSorted((a, b) => b.name.length - a.name.length)[0];
}

function localPartOf(
  { kind, name, code, parent }: MappedOrganization,
  known: readonly MappedOrganization[],
  policy: NamingPolicy,
  depth = 0,
): string | undefined {
  const above = known.find(({ id }) => id === parent);
  const label = above === undefined || depth > 9 ? undefined : localPartOf(above, known, policy, depth + 1);
  const derived = deriveOrganization(
    { kind, name, code, ...(label !== undefined && { parent: label }) },
    policy,
  );
  return derived.registered ?? undefined;
}

/** Of the codes the name allows, the one that most of its people's addresses have. */
function chosenCode(
  alternatives: readonly string[],
  suffixes: ReadonlyMap<string, number>,
): string | undefined {
  const used = (code: string) =>
    [...suffixes].reduce((sum, [suffix, count]) => sum + (suffix.split('.')[0] === code ? count : 0), 0);
  return alternatives.toSorted((a, b) => used(b) - used(a))[0];
}

/** Of a name the rules can make nothing of: its letters, for somebody to correct. */
const fallbackCode = (key: string): string => key.replaceAll(/[^a-z0-9]/g, '').slice(0, 30) || 'donvi';

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted.slice(0, 60);
  for (let number = 2; taken.has(id); number++) id = `${wanted.slice(0, 57)}-${number}`;
  taken.add(id);
  return id;
}
