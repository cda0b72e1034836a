/** Counts a plan for its readers: per kind, and per organization and kind. */
import { scopeOf } from '../../model/account/account.ts';
import { type ChangeKind, changeKinds, type Held, isMailChange, type Plan } from '../../model/plan/plan.ts';
import type { ShownPlan } from '../../model/plan/shown.ts';
import type { Language } from '../text/wording.ts';
import { planWords } from './words/plan.ts';

/** The organization a change is told under: that of the person, or the organization itself. */
export function organizationOf(change: Plan['changes'][number]): string {
  if (change.kind === 'password-policy') return 'policies';
  if (isMailChange(change) && change.key.startsWith('person:')) return change.organization ?? '';
  const before = 'base' in change ? change.base.organization : undefined;
  const organization = change.account?.organization ?? before;
  return scopeOf({ key: change.key, ...(organization !== undefined && { organization }) });
}

export interface PlanCounts {
  readonly kinds: readonly (readonly [ChangeKind, number])[];
  /** Largest first. */
  readonly organizations: readonly {
    readonly id: string;
    readonly counts: ReadonlyMap<ChangeKind, number>;
    readonly total: number;
  }[];
}

export function countPlan(plan: Pick<Plan, 'changes'>): PlanCounts {
  const kinds = new Map<ChangeKind, number>();
  const organizations = new Map<string, Map<ChangeKind, number>>();
  for (const change of plan.changes) {
    kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1);
    const id = organizationOf(change);
    const counts = organizations.get(id) ?? new Map<ChangeKind, number>();
    counts.set(change.kind, (counts.get(change.kind) ?? 0) + 1);
    organizations.set(id, counts);
  }
  const sorted = [...organizations]
    .map(([id, counts]) => ({ id, counts, total: [...counts.values()].reduce((a, b) => a + b, 0) }))
    .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
  return {
    kinds: changeKinds.filter((kind) => kinds.has(kind)).map((kind) => [kind, kinds.get(kind) ?? 0] as const),
    organizations: sorted,
  };
}

export interface HeldParts {
  readonly told: readonly Held[];
  /** Deletions whose day has not come: counted, for they only wait. */
  readonly waiting?: { readonly count: number; readonly earliest: string };
}

/** What a reader must look at, apart from what only waits for its day; with room for all, everything is told. */
export function splitHeld({ held }: Pick<Plan, 'held'>, limit: number): HeldParts {
  if (limit === Number.POSITIVE_INFINITY) return { told: held };
  const dues = held.flatMap((one) => (one.code === 'deletion-not-due' ? [one.args.due] : [])).sort();
  const [earliest] = dues;
  const isFirst = ({ code }: Held) => code === 'operator-lock';
  // Every run shows whom an operator keeps out, however much else there is.
  const inOrder = [...held.filter(isFirst), ...held.filter((one) => !isFirst(one))];
  if (earliest === undefined) return { told: inOrder };
  return {
    told: inOrder.filter(({ code }) => code !== 'deletion-not-due'),
    waiting: { count: dues.length, earliest },
  };
}

const waitsForDeletion: ReadonlySet<Held['code']> = new Set([
  'deletion-not-due',
  'notice-missing',
  'notice-early',
]);

/** True where nothing is left but mailboxes that wait for their day, or their notice, to be deleted. */
function onlyDeletionsWait({ held }: Pick<Plan, 'held'>): boolean {
  return held.every(onlyWaitsForDay);
}

/** What is said where nothing will be done now. */
export function nothingText(plan: ShownPlan, language: Language): string {
  const words = planWords[language];
  if (!onlyDeletionsWait(plan)) return words.onlyHeld;
  return plan.organization === undefined ? words.nothing : words.nothingHere;
}

/** That this is a part, and how much there is besides. */
export function partLines({ organization, elsewhere }: ShownPlan, language: Language): readonly string[] {
  if (organization === undefined || elsewhere === undefined) return [];
  return [planWords[language].part(organization, elsewhere.changes, elsewhere.held), ''];
}

/** Not kept from anybody: its day, or the notice its term runs from, has not come. */
export const onlyWaitsForDay = ({ code }: Pick<Held, 'code'>): boolean => waitsForDeletion.has(code);
