/** Who may speak at a step, by what was agreed to before it: a right that somebody gave himself does not count. */
import { organizationKey } from '../model/account/key.ts';
import type { SideFile } from './author.ts';
import type { Tree } from './tree-changes.ts';

/** The directory as it was at one commit. */
export interface TreeAt extends Tree {
  readonly operators: readonly string[];
  /** What tells who they are: the policy's file, or the record of the operator's organization. */
  readonly operatedBy: string;
}

/** A word that is missing: on which record or file, since which tree. */
export interface Disputed {
  readonly id: string;
  readonly index: number;
}

/** The first step by which each record or file is disputed. */
export function beginningsOf(disputed: readonly Disputed[]): ReadonlyMap<string, number> {
  const firsts = new Map<string, number>();
  for (const { id, index } of disputed) firsts.set(id, Math.min(index, firsts.get(id) ?? index));
  return firsts;
}

/** The tree before the step, with operators and representatives as they were before anything of them was disputed. */
export function withAgreedRights(
  before: TreeAt,
  disputed: readonly Disputed[],
  treeBefore: (index: number) => TreeAt | undefined,
): TreeAt {
  if (disputed.length === 0) return before;
  const firsts = beginningsOf(disputed);
  const agreed = (id: string): TreeAt | undefined => {
    const first = firsts.get(id);
    return first === undefined ? undefined : treeBefore(first);
  };
  const organizations = before.organizations.map((one): SideFile => {
    const { organization } = one;
    const was = agreed(organizationKey(organization.id)) ?? agreed(one.file);
    if (was === undefined) return one;
    const old = was.organizations.find((other) => other.organization.id === organization.id);
    return {
      ...one,
      organization: { ...organization, representatives: old?.organization.representatives ?? [] },
    };
  });
  const ruled = agreed('policy.yaml') ?? agreed(before.operatedBy);
  return { ...before, organizations, ...(ruled && { operators: ruled.operators }) };
}

/** Records and files that give rights: what is judged while one of them is disputed hangs on it. */
export const isRight = (id: string): boolean => id.startsWith('organization:') || !id.includes(':');
