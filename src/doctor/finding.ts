/** Makes findings, and says what follows where something could not be seen: never that it is right. */
import type { CheckStatus } from '../model/doctor/check.ts';
import type {
  RepositoryCheckId,
  RepositoryFinding,
  RepositoryFindingCode,
  RepositoryFindings,
  TokenRight,
} from '../model/github/repository-finding.ts';
import type { Seen, UnseenReason } from '../model/github/repository-settings.ts';

/** A finding that has no check yet. */
export type WithoutId<Finding> = Finding extends unknown ? Omit<Finding, 'id'> : never;

export type Found = WithoutId<RepositoryFinding>;

export function found<Code extends RepositoryFindingCode>(
  status: CheckStatus,
  code: Code,
  args: RepositoryFindings[Code],
): Found {
  return { status, code, args } as Found;
}

export const sound: Found = found('ok', 'sound', {});

/** The subscription of the repository has no branch protection: that is known, not unseen. */
export const planNone: Found = found('failed', 'plan-none', { at: { page: 'plan' } });

/** What a check says whose facts could not be seen. */
export function unseen(reason: UnseenReason, right: TokenRight): Found {
  switch (reason) {
    case 'person':
      return found('unseen', 'person-owned', {});
    case 'plan':
      return planNone;
    case 'rights':
      return found('unseen', 'unseen', { right });
  }
}

/** The judgement of what was seen, or that it was not. */
export function judgeSeen<T>(part: Seen<T>, right: TokenRight, judge: (value: T) => Found): Found {
  return part.seen ? judge(part.value) : unseen(part.reason, right);
}

export function named(id: RepositoryCheckId, finding: Found): RepositoryFinding {
  return { id, ...finding } as RepositoryFinding;
}
