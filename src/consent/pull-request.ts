/** Who still has to agree to a pull request, by what GitHub says it changes and who approved. */
import type { GitHub } from '../github/connect/open.ts';
import { listApprovals, listChangedFiles, type PullRequest } from '../github/pull/pull-request.ts';
import { findLastHomes, type Sources } from '../history/last-home.ts';
import type { AuthorVerdict } from '../model/github/review.ts';
import { judgeAuthor, standingBehind, unknownPeople } from '../review/author.ts';
import { operatorsOf } from '../review/owners.ts';
import type { Side } from './side.ts';

/** By the list of GitHub, not by the two folders: what lies outside the directory counts as well. */
export async function judgeConsent(
  github: GitHub,
  pull: PullRequest,
  base: Side,
  head: Side,
  sources: Sources,
): Promise<AuthorVerdict> {
  const { files, complete } = await listChangedFiles(github, pull.number, pull.head.sha);
  const approvals = await listApprovals(github, pull.number);
  const { directory } = base.desired;
  const operators = directory === undefined ? [] : operatorsOf(directory);
  const organizations = ({ desired, pathOf }: Side) =>
    (desired.directory?.organizations ?? []).map((one) => ({ ...one, file: pathOf(one.file) }));
  const [baseOrganizations, headOrganizations] = [organizations(base), organizations(head)];
  const homes = await findLastHomes(unknownPeople(baseOrganizations, headOrganizations), sources);
  const verdict = judgeAuthor({
    author: pull.author,
    approvers: approvals.filter(({ commit }) => commit === pull.head.sha).map(({ login }) => login),
    changedFiles: files.map(({ path, previousPath }) => ({ path, ...(previousPath && { previousPath }) })),
    baseOrganizations,
    headOrganizations,
    operators,
    unreadable: new Set(
      // With a policy that cannot be used nothing of the head can: that is no word on any organization.
      head.desired.directory?.unreadable.map(({ file }) => head.pathOf(file)) ??
        files.map(({ path }) => path),
    ),
    lastHome: (id) => homes.get(id),
  });
  if (complete) return verdict;
  // GitHub lists no more of them: what nobody sees, nobody but the operators may change.
  const missing = verdict.allowed ? [] : verdict.missing;
  const isOperator = standingBehind(pull.author)(operators);
  return isOperator
    ? verdict
    : {
        allowed: false,
        missing: [...missing, { code: 'outside', files: ['…'], ask: operators, records: [] }],
      };
}
