/** `danhba lock`: an operator locks a mailbox upon a call until a document is recorded, or lifts that lock (17.2). */
import { randomUUID } from 'node:crypto';
import { type Audit, openAudit } from '../audit/open.ts';
import { longestReason, type OperatorAct, reasonFault, tidyReason } from '../model/account/operator-lock.ts';
import { isDone } from '../model/plan/outcome.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { type ExitCode, exitCode, exitCodeOf, type Io, todayOf } from '../process/io.ts';
import { renderOperatorAct } from '../render/run/operator-act.ts';
import { foldText } from '../render/text/screen.ts';
import { beginAudit, recordEnd, recordIntent, recordOutcome, withoutPrivate } from '../run/audit.ts';
import {
  type Acted,
  type ActOnlooker,
  actAsOperator,
  type OperatorActOptions,
} from '../run/operator-lock.ts';

export interface LockOptions extends OperatorActOptions {
  readonly reason?: string;
  readonly lift?: boolean;
  /** The hash-chained audit; without it there is the journal alone. */
  readonly audit?: string;
}

export async function lock(key: string, options: LockOptions, io: Io): Promise<ExitCode> {
  const act = actOf(options);
  const { audit: file } = options;
  if (file === undefined) return tell(await actAsOperator(key, act, options, io), act, io);
  const audit = await openAudit(file, { run: randomUUID() }, io.now);
  try {
    await beginAudit(audit, file, todayOf(options, io), io);
    return await audited(audit, key, act, options, io);
  } finally {
    await audit.close();
    io.err(`${file}: ${audit.head()}\n`);
  }
}

/** What is recorded is the act and its end; why somebody called stays on the entry. */
async function audited(
  audit: Audit,
  key: string,
  act: OperatorAct,
  options: LockOptions,
  io: Io,
): Promise<ExitCode> {
  const told: Parameters<typeof recordEnd>[1]['outcomes'][number][] = [];
  const plans: string[] = [];
  let clean = withoutPrivate([]);
  const onlooker: ActOnlooker = {
    begins: async (plan) => {
      plans.push(plan.digest);
      clean = withoutPrivate(plan.changes);
      await recordIntent(audit, plan);
    },
    outcomes: {
      record: (outcome) => {
        told.push(clean(outcome));
        recordOutcome(audit, plans[0] ?? '', clean(outcome));
      },
      sync: audit.sync,
    },
  };
  const end = (exit: ExitCode, more: { readonly thrown?: unknown } = {}) => {
    const plan = plans[0] === undefined ? {} : { plan: plans[0] };
    recordEnd(audit, { exit, outcomes: told, recorded: [], ...plan, ...more });
  };
  try {
    const exit = tell(await actAsOperator(key, act, options, io, onlooker), act, io);
    end(exit);
    return exit;
  } catch (thrown) {
    end(exitCodeOf(thrown), { thrown });
    throw thrown;
  }
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
