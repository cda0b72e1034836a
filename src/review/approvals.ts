/** Which comments let the held changes pass: an operator's own words, never edited, for exactly this set, used once. */
import type { ApprovalComment, ApprovalRefusal } from '../model/github/approval.ts';
import { standingBehind } from './author.ts';

export interface ApprovalQuestion {
  readonly comments: readonly ApprovalComment[];
  /** Of the changes that are held now. */
  readonly digest: string;
  readonly operators: readonly string[];
  /** Names of approvals that were used, as `approvalName` gives them. */
  readonly used: ReadonlySet<string>;
  readonly issueAltered: boolean;
  /** When the issue got its present text; undefined where that is its first. */
  readonly issueWritten?: string;
  /** Who asked for what is held, as far as it can be told. */
  readonly requesters: readonly string[];
}

export interface JudgedApprovals {
  /** All that approve this set: they are used together. */
  readonly valid: readonly ApprovalComment[];
  readonly refused: readonly { readonly comment: ApprovalComment; readonly reason: ApprovalRefusal }[];
}

export const approvalName = ({ id }: Pick<ApprovalComment, 'id'>): string => `comment ${id}`;

/** Whether a comment means to approve: anything else is somebody's talk. */
export const isApproval = (body: string): boolean => /^\s*\/approve\b/i.test(body);

const form = /^\/approve (sha256:[0-9a-f]{64})$/;

/** Comments that approve nothing are left out of both. */
export function judgeApprovals(question: ApprovalQuestion): JudgedApprovals {
  const valid: ApprovalComment[] = [];
  const refused: JudgedApprovals['refused'][number][] = [];
  for (const comment of question.comments) {
    if (!isApproval(comment.body)) continue;
    const [, digest] = form.exec(comment.body.trim()) ?? [];
    const used = question.used.has(approvalName(comment));
    // It has had its day: nobody waits for an answer to it.
    if (used && digest !== question.digest) continue;
    const reason = used ? 'used' : refusalOf(comment, digest, question);
    if (reason === undefined) valid.push(comment);
    else refused.push({ comment, reason });
  }
  return { valid, refused };
}

function refusalOf(
  { author, edited, written }: ApprovalComment,
  given: string | undefined,
  { digest, operators, issueAltered, issueWritten, requesters }: ApprovalQuestion,
): ApprovalRefusal | undefined {
  const isAuthor = standingBehind(author);
  if (!isAuthor(operators)) return 'not-operator';
  if (edited) return 'edited';
  if (given === undefined) return 'malformed';
  if (given !== digest) return 'other-set';
  if (issueAltered) return 'altered-issue';
  if (issueWritten !== undefined && !(Date.parse(written) >= Date.parse(issueWritten))) return 'older';
  return isAuthor(requesters) ? 'own-request' : undefined;
}
