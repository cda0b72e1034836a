/** Finds out who has approved what the guard holds, by an operator's comment or the run's own dispatcher, once. */

import { hostname, userInfo } from 'node:os';
import type { GitHub } from '../github/connect/open.ts';
import { listOthersComments, readEdits } from '../github/talk/issue-comments.ts';
import { findStickyIssue } from '../github/talk/issues.ts';
import { useApprovals } from '../ldap/lease/sentinel.ts';
import { organizationKey } from '../model/account/key.ts';
import type { Approval, ApprovalComment, ApprovalRefusal, Approvals } from '../model/github/approval.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Io } from '../process/io.ts';
import { heldIssue } from '../render/github/follow-up.ts';
import { approvalName, isApproval, type JudgedApprovals, judgeApprovals } from '../review/approvals.ts';
import { standingBehind } from '../review/author.ts';
import { operatorsOf } from '../review/owners.ts';
import type { ApprovalSource, HeldQuestion } from '../run/propose.ts';
import { findRequesters } from './requesters.ts';

export interface ApprovalOptions {
  /** What was given by `--approve`. */
  readonly approve?: string;
  readonly directory: string;
  /** Told of GitHub's failures; the run goes on without an approval. */
  readonly tell: (failure: ExpectedError) => void;
}

const none: Approvals = { taken: [], refused: [] };

export function makeApprovalSource(
  github: GitHub | undefined,
  { approve, directory, tell }: ApprovalOptions,
  io: Io,
): ApprovalSource {
  return async (question) => {
    if (approve !== undefined) {
      // What lets nothing pass is nobody's approval: the run itself refuses it.
      if (question.planWith(approve).plan.approved !== approve) return none;
      return { taken: [await typedApproval(approve, question, github, directory, io)], refused: [] };
    }
    if (github === undefined) return none;
    try {
      return await approvalsOnGitHub(github, question, directory);
    } catch (thrown) {
      // Fail closed: without GitHub, or a place to remember it, nothing counts as approved.
      if (!(thrown instanceof ExpectedError)) throw thrown;
      tell(thrown);
      return none;
    }
  };
}

/** Who operates, by the files: nobody where it is just that on which a word is missing. */
function agreedOperators({ desired, unconsented }: HeldQuestion): readonly string[] {
  const { policy } = desired.directory;
  const named = (policy.operators ?? []).length > 0;
  if (!named && unconsented.has(organizationKey(policy.operator))) return [];
  return operatorsOf(desired.directory);
}

async function approvalsOnGitHub(
  github: GitHub,
  question: HeldQuestion,
  directory: string,
): Promise<Approvals> {
  const before = question.planWith();
  const { approval: digest, doubt } = before.plan;
  // In doubt of the read no approval lets anything pass: it waits, unused.
  if (digest === undefined || doubt !== undefined) return none;
  const issue = await findStickyIssue(github, heldIssue);
  if (issue === undefined || !issue.open) return none;
  const comments = (await listOthersComments(github, issue.number)).filter(({ body }) => isApproval(body));
  if (comments.length === 0) return none;
  const edits = await readEdits(github, [issue.nodeId, ...comments.map(({ nodeId }) => nodeId)]);
  const text = edits.get(issue.nodeId);
  const facts = {
    comments: comments.map(
      (one): ApprovalComment => ({
        ...one,
        edited: one.edited || edits.get(one.nodeId)?.editor !== 'nobody',
      }),
    ),
    digest,
    operators: agreedOperators(question),
    used: new Set(question.observed.approvals ?? []),
    issueAltered: !['nobody', 'us'].includes(text?.editor ?? 'other'),
    ...(text?.at !== undefined && { issueWritten: text.at }),
  };
  let judged = judgeApprovals({ ...facts, requesters: [] });
  if (judged.valid.length > 0) {
    const requesters = await findRequesters(github, directory, before, question.planWith(digest));
    judged = judgeApprovals({ ...facts, requesters });
  }
  return await take(judged, digest, question);
}

/** An operator's word for another set, or for a text that is another now. */
const misled: ReadonlySet<ApprovalRefusal> = new Set(['altered-issue', 'older', 'other-set']);

/** What was meant for something else is used up too: should that set come back, it must be read anew. */
async function take(
  { valid, refused }: JudgedApprovals,
  digest: string,
  question: HeldQuestion,
): Promise<Approvals> {
  const spoiled = refused.filter(({ reason }) => misled.has(reason)).map(({ comment }) => comment);
  const values = [...valid, ...spoiled].map(approvalName);
  if (values.length > 0 && !(await use(question, values))) return { taken: [], refused };
  return { taken: valid.map(({ author, url }) => ({ digest, by: author, where: url })), refused };
}

/** On the server, where no file and no comment reaches; before anything is done: killed in between, it was used. */
async function use({ servers, desired }: HeldQuestion, values: readonly string[]): Promise<boolean> {
  return await useApprovals((await servers.connection.live()).client, desired.directory.policy, values);
}

/**
 * By whoever is at the machine; in a workflow by whoever has started it, who must be an operator.
 *
 * @throws ExpectedError `approver-refused`
 */
async function typedApproval(
  digest: string,
  question: HeldQuestion,
  github: GitHub | undefined,
  directory: string,
  io: Io,
): Promise<Approval> {
  const {
    GITHUB_ACTIONS,
    GITHUB_ACTOR: actor = '',
    GITHUB_TRIGGERING_ACTOR: again = actor,
    GITHUB_RUN_ID: run = '',
    GITHUB_SERVER_URL: server = 'https://github.com',
    GITHUB_REPOSITORY: repository = '',
  } = io.environment;
  if (GITHUB_ACTIONS !== 'true') return { digest, by: userInfo().username, where: hostname() };
  // Whoever runs an old run again stands behind it as well as who began it.
  const operators = agreedOperators(question);
  const stranger = [actor, again].find((login) => !standingBehind(login)(operators));
  if (stranger !== undefined) {
    throw refusedApprover(stranger, 'approver-refused.stranger', operators);
  }
  if (github !== undefined) {
    const requesters = await findRequesters(
      github,
      directory,
      question.planWith(),
      question.planWith(digest),
    );
    if (standingBehind(actor)(requesters)) {
      throw refusedApprover(actor, 'approver-refused.requester', operators);
    }
  }
  if (!(await use(question, [`run ${run}`]))) {
    throw refusedApprover(actor, 'approver-refused.used', operators);
  }
  return { digest, by: actor, where: `${server}/${repository}/actions/runs/${run}` };
}

function refusedApprover(
  login: string,
  says: `approver-refused.${'requester' | 'stranger' | 'used'}`,
  given: readonly string[],
): ExpectedError {
  const operators = given.length === 0 ? ['–'] : given;
  return new ExpectedError(says, { at: login || '?', operators });
}
