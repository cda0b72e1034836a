/** Which facts of a record a change carries out: by them it is found whose pull request asked for it. */
import type { AccountField } from '../model/account/account.ts';
import type { Change, ChangeKind } from '../model/plan/plan.ts';
import type { WhyCode } from '../model/plan/why.ts';
import { canonicalJson, isRecord } from '../model/text/json.ts';

/**
 * A key of the record as the files write it, or: `home`, the organization that declares it; `names`, what that is
 * called; `dissolved`, its end; `record`, all the record says.
 */
export type Fact =
  | 'home'
  | 'names'
  | 'dissolved'
  | 'record'
  | 'name'
  | 'nameParts'
  | 'nameChange'
  | 'title'
  | 'unit'
  | 'phone'
  | 'custodian'
  | 'privileged'
  | 'address'
  | 'addressDecision'
  | 'aliases'
  | 'suspension'
  | 'restoration'
  | 'termination'
  | 'passwordReset';

/** Facts that make one thing together: who changed any of them last is behind it. */
export type Aspect = readonly Fact[];

const called: Aspect = ['name', 'nameParts', 'nameChange'];
const addressed: Aspect = [...called, 'names', 'home', 'address', 'addressDecision', 'aliases'];
const lived: Aspect = ['suspension', 'restoration', 'termination', 'dissolved'];
const noticed: Aspect = ['suspension'];
const restored: Aspect = ['restoration'];
const reset: Aspect = ['passwordReset'];
/** What a change of state writes along with it. */
const lifecycle: ReadonlySet<Aspect> = new Set([lived, noticed, restored, reset]);

/** What a file says that becomes this field; nothing where danhba alone writes it. */
const aspectOf = {
  key: ['home'],
  organization: ['home'],
  name: called,
  family: called,
  given: called,
  title: ['title'],
  unit: ['unit'],
  phone: ['phone'],
  organizationName: ['names', 'home'],
  organizationKind: ['names', 'home'],
  custodian: ['custodian'],
  privileged: ['privileged'],
  mailbox: ['home', 'record'],
  address: addressed,
  addresses: addressed,
  former: addressed,
  state: lived,
  since: lived,
  reason: lived,
  basis: lived,
  notice: noticed,
  issued: [],
  lockedOn: [],
  noticedOn: [],
  renamedOn: [],
  restored,
  reset,
  missing: [],
  takenName: [],
  extraNames: [],
  operatorLock: [],
  locked: lived,
} as const satisfies Record<AccountField, Aspect>;

/** The fact by which each of these reasons is declared. */
const declaredBy: Readonly<Partial<Record<WhyCode, Aspect>>> = {
  'suspension-declared': ['suspension'],
  'restoration-declared': ['restoration'],
  'termination-declared': ['termination'],
  'reset-requested': ['passwordReset'],
  dissolved: ['dissolved'],
  moved: ['home'],
  returned: ['home'],
};

/** Something a change does, and the aspect whose last change asked for it. */
export interface Asked {
  /** As what it is told: who mended a telephone is not told of a suspension. */
  readonly kind: ChangeKind;
  readonly aspect: Aspect;
}

/** What ends gives its addresses away: nobody asks for that by itself. */
const ending: ReadonlySet<ChangeKind> = new Set(['terminate', 'transfer']);

/**
 * All that was asked for in this change, the deed itself first. The issue of a mailbox is told to the person who
 * declared it, and to the one who last corrected what is issued.
 */
export function askedOf(change: Pick<Change, 'kind' | 'why'> & Partial<Change>): readonly Asked[] {
  const { kind, why } = change;
  if (kind === 'create') return (['home', 'record'] as const).map((fact) => ({ kind, aspect: [fact] }));
  const isOfFields = kind === 'update' || kind === 'rename';
  const deed: readonly Asked[] = isOfFields ? [] : [{ kind, aspect: declaredBy[why.code] ?? ['record'] }];
  const aspects = new Set<Aspect>(
    ('fields' in change ? (change.fields ?? []) : []).map((one) => aspectOf[one]),
  );
  const others = [...aspects].flatMap((aspect): readonly Asked[] => {
    if (aspect.length === 0) return [];
    if (!isOfFields && (lifecycle.has(aspect) || (aspect === addressed && ending.has(kind)))) return [];
    return [{ kind: aspect === addressed && kind !== 'update' ? 'rename' : 'update', aspect }];
  });
  const all = [...deed, ...others];
  return all.length > 0 ? all : [{ kind, aspect: ['record'] }];
}

/** What a file said of a record at some time. */
export interface Said {
  /** The organization that declares it, without its people. */
  readonly organization: Readonly<Record<string, unknown>>;
  /** Whose it is: a person's organization, an organization and its parent. */
  readonly home: unknown;
  /** The person's own item, or the organization's mailbox with what it is called. */
  readonly record: Readonly<Record<string, unknown>>;
}

/** One text for what the aspect says, the same for what says the same. */
export function textOfAspect(said: Said | undefined, aspect: Aspect): string {
  return said === undefined ? '' : canonicalJson(withoutEmpty(aspect.map((fact) => factOf(said, fact))));
}

function factOf({ organization, home, record }: Said, fact: Fact): unknown {
  const { name, kind, parent, code, personSuffix, dissolved } = organization;
  if (fact === 'home') return home;
  if (fact === 'names') return [name, kind, parent, code, personSuffix];
  if (fact === 'dissolved') return dissolved;
  return fact === 'record' ? record : record[fact];
}

/** What the file says of a person or an organization; undefined where it does not declare it. */
export function saidIn(
  file: unknown,
  { kind, id }: { readonly kind: 'person' | 'organization'; readonly id: string },
): Said | undefined {
  if (!isRecord(file)) return undefined;
  const { people, ...organization } = file;
  if (kind === 'organization') {
    const { mailbox, name, kind: ofKind, parent, code } = organization;
    if (organization.id !== id) return undefined;
    const own = isRecord(mailbox) ? mailbox : { mailbox };
    const record = { ...own, name, kind: ofKind, parent, code };
    return { organization, home: [id, parent], record };
  }
  const items: readonly unknown[] = Array.isArray(people) ? people : [];
  const item = items.filter(isRecord).find((one) => one.id === id);
  return item && { organization, home: organization.id, record: item };
}

/** `privileged: false` and an empty list say what saying nothing says. */
function withoutEmpty(value: unknown): unknown {
  const isEmpty = (part: unknown) => part === false || (Array.isArray(part) && part.length === 0);
  return JSON.parse(JSON.stringify(value, (_key, part: unknown) => (isEmpty(part) ? undefined : part)));
}
