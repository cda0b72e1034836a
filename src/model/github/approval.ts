/** What lets held changes pass once: who approved which set, and where; and which words were no approval, and why. */

export interface ApprovalComment {
  readonly id: number;
  readonly url: string;
  readonly author: string;
  readonly body: string;
  /** When it was written, as GitHub tells times: UTC, in seconds. */
  readonly written: string;
  /** Anybody who may write to the repository can alter what somebody else has written. */
  readonly edited: boolean;
}

export type ApprovalRefusal =
  /** It is no `/approve sha256:…` of one line. */
  | 'malformed'
  | 'edited'
  | 'not-operator'
  /** The issue was altered by somebody else: what the approver has seen is not known. */
  | 'altered-issue'
  /** The issue has changed since: what the approver has seen is not what stands there. */
  | 'older'
  | 'used'
  | 'other-set'
  /** Whoever asked for the changes does not let them pass alone. */
  | 'own-request';

export interface RefusedApproval {
  readonly comment: Pick<ApprovalComment, 'url' | 'author'>;
  readonly reason: ApprovalRefusal;
}

/** One approval that was taken. */
export interface Approval {
  /** Of the changes that were held. */
  readonly digest: string;
  /** A login on GitHub, or an account of the machine. */
  readonly by: string;
  /** The address of the comment or of the run, or the machine's name. */
  readonly where: string;
}

/** What became of the approvals a run has found. */
export interface Approvals {
  readonly taken: readonly Approval[];
  readonly refused: readonly RefusedApproval[];
}
