/** Who asks by a pull request, who has agreed, and what the things are called that its answer tells of. */

import { formOfPull } from '../consent/pending.ts';
import type { PullConsent } from '../consent/pull-request.ts';
import type { Side } from '../consent/side.ts';
import type { PullRequest } from '../github/pull/pull-request.ts';
import type { ObservedAccount } from '../model/account/account.ts';
import type { Asking } from '../model/github/review.ts';
import { changedOrganizations, namesOf } from '../review/names.ts';

export function askingOf(
  pull: PullRequest,
  { approvers, isOwn }: PullConsent,
  base: Side,
  head: Side,
  accounts: readonly ObservedAccount[],
): Asking {
  const [before, after] = [base.desired.directory, head.desired.directory];
  const form = formOfPull(pull);
  return {
    author: pull.author,
    ...(form !== undefined && { form }),
    approvers,
    isOwn,
    names: namesOf([before, after], accounts),
    organizations: before === undefined ? [] : changedOrganizations(before, after),
  };
}
