/** An act at somebody's desk, with its audit: what is about to be done, what became of it, and how it ended. */
import { randomUUID } from 'node:crypto';
import { openAudit } from '../audit/open.ts';
import type { Outcome } from '../model/plan/outcome.ts';
import type { Plan } from '../model/plan/plan.ts';
import { type CommonOptions, type ExitCode, exitCodeOf, type Io, todayOf } from '../process/io.ts';
import { beginAudit, recordEnd, recordIntent, recordOutcome, withoutPrivate } from './audit.ts';
import type { Beside } from './perform/perform.ts';

/** Who looks on for the audit. */
export interface Auditor {
  /** Awaited before anything is done. */
  readonly begins: (plan: Plan) => Promise<void>;
  readonly outcomes: Beside;
}

/** `act` is given nobody where there is no file. What it throws is recorded, and thrown on. */
export async function withAudit(
  file: string | undefined,
  options: CommonOptions,
  io: Io,
  act: (auditor?: Auditor) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (file === undefined) return await act();
  const audit = await openAudit(file, { run: randomUUID() }, io.now);
  const told: Outcome[] = [];
  const plans: string[] = [];
  let clean = withoutPrivate([]);
  const auditor: Auditor = {
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
    await beginAudit(audit, file, todayOf(options, io), io);
    try {
      const exit = await act(auditor);
      end(exit);
      return exit;
    } catch (thrown) {
      end(exitCodeOf(thrown), { thrown });
      throw thrown;
    }
  } finally {
    await audit.close();
    io.err(`${file}: ${audit.head()}\n`);
  }
}
