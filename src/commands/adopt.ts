/** `danhba adopt --undo FILE`: gives entries back as they were before `apply --adopt` took them over. */
import { isDone } from '../model/plan/outcome.ts';
import type { Plan } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { CommonOptions, ExitCode, Io } from '../process/io.ts';
import { renderEnding } from '../render/run/ending.ts';
import { withAudit } from '../run/audited.ts';
import { confirmPlan } from '../run/confirm.ts';
import { undoAdoption } from '../run/undo-adoption.ts';

export interface AdoptOptions extends CommonOptions {
  /** The file of the adoption, or the record beside it. */
  readonly undo?: string;
  /** Of the plan that was shown: only exactly that is done. */
  readonly digest?: string;
  readonly expect?: string;
  readonly journal: string;
  /** Whoever sits at the terminal is not asked. */
  readonly yes?: boolean;
  /** The hash-chained audit; without it there is the journal alone. */
  readonly audit?: string;
}

export async function adopt(options: AdoptOptions, io: Io): Promise<ExitCode> {
  const { undo: file, audit } = options;
  if (file === undefined) throw new ExpectedError('adoption-undo.option', {});
  return await withAudit(audit, options, io, async (auditor) => {
    let begun = io.now().getTime();
    const { exit, outcomes, language } = await undoAdoption(file, options, io, {
      begins: async (plan: Plan, spoken) => {
        if (options.yes !== true) await confirmPlan(plan, spoken, io);
        await auditor?.begins(plan);
        begun = io.now().getTime();
      },
      ...(auditor && { outcomes: auditor.outcomes }),
    });
    if (outcomes.some(isDone) || exit !== 0) {
      const sealed = { files: 0, folder: '' };
      const milliseconds = io.now().getTime() - begun;
      io.err(renderEnding({ milliseconds, exit, sealed, recorded: [] }, language));
    }
    return exit;
  });
}
