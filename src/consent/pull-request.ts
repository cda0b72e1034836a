/** Who still has to agree to a pull request, by what GitHub says it changes and who approved. */
import type { GitHub } from '../github/connect/open.ts';
import { listApprovals, listChangedFiles, type PullRequest } from '../github/pull/pull-request.ts';
import { findLastHomes, type Sources } from '../history/last-home.ts';
import type { AuthorVerdict } from '../model/github/review.ts';
import {
  type AuthorQuestion,
  askedTeams,
  judgeAuthor,
  standingBehind,
  unknownPeople,
} from '../review/author.ts';
import { operatorsOf } from '../review/owners.ts';
import type { Side } from './side.ts';
import { openTeams, type TeamReader } from './teams.ts';

export interface PullConsent {
  readonly verdict: AuthorVerdict;
  /** Whose approval stands for the head. */
  readonly approvers: readonly string[];
  /** The author may change all of it without anybody's approval. */
  readonly isOwn: boolean;
}

/** By the list of GitHub, not by the two folders: what lies outside the directory counts as well. */
export async function judgeConsent(
  github: GitHub,
  pull: PullRequest,
  base: Side,
  head: Side,
  sources: Sources,
): Promise<PullConsent> {
  const { files, complete } = await listChangedFiles(github, pull.number, pull.head.sha);
  const approvals = await listApprovals(github, pull.number);
  const { directory } = base.desired;
  const operators = directory === undefined ? [] : operatorsOf(directory);
  const organizations = ({ desired, pathOf }: Side) =>
    (desired.directory?.organizations ?? []).map((one) => ({ ...one, file: pathOf(one.file) }));
  const [baseOrganizations, headOrganizations] = [organizations(base), organizations(head)];
  const homes = await findLastHomes(unknownPeople(baseOrganizations, headOrganizations), sources);
  const { author } = pull;
  const approvers = approvals.filter(({ commit }) => commit === pull.head.sha).map(({ login }) => login);
  const question: AuthorQuestion = {
    author,
    approvers,
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
  };
  const read = openTeams(github);
  const verdict = await withTeams(question, read);
  const isOperator = standingBehind(author)(operators);
  const isOwn = isOperator || (complete && (await withTeams({ ...question, approvers: [] }, read)).allowed);
  if (complete || isOperator) return { verdict, approvers, isOwn };
  // GitHub lists no more of them: what nobody sees, nobody but the operators may change.
  const missing = verdict.allowed ? [] : verdict.missing;
  const unseen = { code: 'outside', files: ['…'], ask: operators, records: [] } as const;
  return { verdict: { allowed: false, missing: [...missing, unseen] }, approvers, isOwn };
}

/** Only teams whose word is missing are asked about. */
async function withTeams(question: AuthorQuestion, read: TeamReader): Promise<AuthorVerdict> {
  const { author, approvers = [] } = question;
  const alone = judgeAuthor(question);
  const { spoken, unread } = await read(askedTeams(alone), { author, approvers });
  const verdict =
    spoken.length === 0 ? alone : judgeAuthor({ ...question, approvers: [...approvers, ...spoken] });
  const asked = new Set(askedTeams(verdict));
  const unreadTeams = unread.filter((team) => asked.has(team));
  return verdict.allowed || unreadTeams.length === 0 ? verdict : { ...verdict, unreadTeams };
}
