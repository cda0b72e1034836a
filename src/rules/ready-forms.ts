/** What each ready address form of the places under the province would do to the organizations at hand: nothing is decided. */
import type { Directory } from '../model/directory/directory.ts';
import type { OrganizationFile } from '../model/directory/organization.ts';
import {
  type PlaceKind,
  placeKinds,
  type ReadyForm,
  type ReadyForms,
} from '../model/directory/ready-forms.ts';
import type { Problem } from '../model/problems/problem.ts';
import { declareAccounts } from '../naming/declared.ts';
import { findProblems } from './index.ts';

/** The name alone, with its type word spelled out, and 5.1.d with the province in the place of the district. */
const readyForms: Readonly<Record<PlaceKind, readonly string[]>> = {
  commune: ['{name}', 'xa{name}', '{name}.{parent}'],
  ward: ['{name}', 'phuong{name}', '{name}.{parent}'],
  town: ['{code}', 'thitran{name}', '{code}.{parent}'],
};

/** For each kind of place the directory has; empty where it has none, or no People's Committee to be under. */
export function judgeReadyForms(directory: Directory, today: string): readonly ReadyForms[] {
  const province = directory.organizations.find(
    ({ organization }) => organization.kind === 'people-committee',
  );
  if (province === undefined) return [];
  const { id } = province.organization;
  const kinds = placeKinds
    .map((kind) => placesOf(kind, directory, id))
    .filter(({ places }) => places.length > 0);
  const known = new Set(findProblems(directory, declareAccounts(directory), [], today).map(identityOf));
  const judge = (tried: Directory, places: ReadonlySet<string>) => judgeForm(tried, places, known, today);
  return kinds.map((place): ReadyForms => {
    const { kind, key, isOfProvince, current } = place;
    const files = new Set(place.places.map(({ file }) => file));
    const forms = new Set([...(current === undefined ? [] : [current]), ...readyForms[kind]]);
    const judged = [...forms].map((form): ReadyForm => {
      const style = Math.max(0, readyForms[kind].indexOf(form));
      // A commune and a ward of one name meet where both get the same form: what has none yet gets its like.
      const all = kinds.map((other) => ({
        ...other,
        form: other === place ? form : (other.current ?? readyForms[other.kind][style] ?? form),
      }));
      return { form, isCurrent: form === current, ...judge(withForms(directory, all, id), files) };
    });
    return { kind, key, isOfProvince, forms: judged };
  });
}

interface Places extends Omit<ReadyForms, 'forms'> {
  readonly places: readonly OrganizationFile[];
  readonly current: string | undefined;
}

function placesOf(kind: PlaceKind, { organizations, policy }: Directory, province: string): Places {
  const key = `${kind}-of-province` as const;
  const all = organizations.filter(({ organization }) => organization.kind === kind);
  const direct = all.filter(({ organization }) => organization.parent === province);
  const isOfProvince = direct.length > 0;
  return { kind, key, isOfProvince, places: isOfProvince ? direct : all, current: policy.naming.forms[key] };
}

/** The directory as it would be. */
function withForms(
  { policy, organizations, ...rest }: Directory,
  kinds: readonly (Places & { readonly form: string })[],
  parent: string,
): Directory {
  const moved = new Set(kinds.flatMap(({ places }) => places));
  const forms = { ...policy.naming.forms, ...Object.fromEntries(kinds.map(({ key, form }) => [key, form])) };
  return {
    ...rest,
    policy: { ...policy, naming: { ...policy.naming, forms } },
    organizations: organizations.map((file) =>
      moved.has(file) ? { ...file, organization: { ...file.organization, parent } } : file,
    ),
  };
}

function judgeForm(
  tried: Directory,
  files: ReadonlySet<string>,
  known: ReadonlySet<string>,
  today: string,
): Pick<ReadyForm, 'addresses' | 'collisions' | 'redecide'> {
  const declared = declareAccounts(tried);
  const addresses = declared.flatMap(({ kind, file, name, address }) =>
    kind === 'organization' && files.has(file) && address !== undefined ? [{ name, address }] : [],
  );
  const found = findProblems(tried, declared, [], today).filter(
    (problem) => concerns(problem, files) && !known.has(identityOf(problem)),
  );
  const collisions = found.filter(({ code }) => collisionCodes.has(code));
  const redecide = found.filter(({ code }) => redecideCodes.has(code)).length;
  return { addresses, collisions, redecide };
}

/** Of one of the places, or about an address that one of them has. */
function concerns(problem: Problem, files: ReadonlySet<string>): boolean {
  if (files.has(problem.at.file)) return true;
  return problem.code === 'address-collision' && files.has(problem.args.place.replace(/:\d+$/, ''));
}

const collisionCodes: ReadonlySet<string> = new Set<Problem['code']>([
  'address-collision',
  'address-reserved',
  'address-fixed',
  'address-length',
]);
const redecideCodes: ReadonlySet<string> = new Set<Problem['code']>([
  'address-decided-form',
  'address-foreign',
  'address-without-decision',
]);

const identityOf = ({ code, at, args }: Problem): string => JSON.stringify([code, at.file, at.path, args]);
