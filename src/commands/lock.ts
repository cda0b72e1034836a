/** `danhba lock`: an operator locks a mailbox upon a call until a document is recorded, or lifts that lock (17.2). */
import { longestReason, type OperatorAct, reasonFault, tidyReason } from '../model/account/operator-lock.ts';
import { isDone } from '../model/plan/outcome.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { type ExitCode, exitCode, type Io } from '../process/io.ts';
import { renderOperatorAct } from '../render/run/operator-act.ts';
import { foldText } from '../render/text/screen.ts';
import { withAudit } from '../run/audited.ts';
import { type Acted, actAsOperator, type OperatorActOptions } from '../run/operator-lock.ts';

export interface LockOptions extends OperatorActOptions {
  readonly reason?: string;
  readonly lift?: boolean;
  /** The hash-chained audit; without it there is the journal alone. */
  readonly audit?: string;
}

/** What the audit records is the act and its end; why somebody called stays on the entry. */
export async function lock(key: string, options: LockOptions, io: Io): Promise<ExitCode> {
  const act = actOf(options);
  return await withAudit(options.audit, options, io, async (auditor) =>
    tell(await actAsOperator(key, act, options, io, auditor), act, io),
  );
}

/** @throws ExpectedError of a reason that is none, and where not exactly one thing is asked for. */
function actOf({ reason, lift }: LockOptions): OperatorAct {
  if ((reason === undefined) === (lift !== true)) throw new ExpectedError('option-lock', {});
  if (reason === undefined) return { kind: 'lift' };
  const tidy = tidyReason(reason);
  const fault = reasonFault(tidy);
  if (fault === undefined) return { kind: 'lock', reason: tidy };
  if (fault !== 'long') throw new ExpectedError(`lock-reason.${fault}`, {});
  throw new ExpectedError('lock-reason.long', { length: [...tidy].length, longest: longestReason });
}

function tell(acted: Acted, { kind }: OperatorAct, io: Io): ExitCode {
  const { account, lock: standing, place, outcomes, asksMail, desired } = acted;
  const result = {
    kind,
    account,
    outcomes,
    asksMail,
    ...(standing && { lock: standing }),
    ...(place !== undefined && { place }),
  };
  io.out(foldText(renderOperatorAct(result, desired.language), io.outScreen?.width));
  return outcomes.every(isDone) ? exitCode.clean : exitCode.incomplete;
}
