/** `danhba apply`: plans again, refuses what was not shown, and performs the plan. */
import { readFile } from 'node:fs/promises';
import { findFormBases } from '../history/form-basis.ts';
import { isDone } from '../model/plan/outcome.ts';
import type { Plan } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { type ExitCode, exitCode, type Io } from '../process/io.ts';
import { renderEnding } from '../render/run/ending.ts';
import { type Auditor, withAudit } from '../run/audited.ts';
import { type Carried, type CarryOutOptions, carryOut } from '../run/carry-out.ts';
import { confirmPlan } from '../run/confirm.ts';
import { refuseOtherPlan } from '../run/other-plan.ts';
import type { Proposal } from '../run/propose.ts';

export interface ApplyOptions extends CarryOutOptions {
  /** A plan written by `plan --out`: only exactly that may run. */
  readonly planFile?: string;
  readonly digest?: string;
  /** Whoever sits at the terminal is not asked. */
  readonly yes?: boolean;
  /** The hash-chained audit; without it there is the journal alone. */
  readonly audit?: string;
}

export async function apply(options: ApplyOptions, io: Io): Promise<ExitCode> {
  return await withAudit(options.audit, options, io, (auditor) => applyPlan(options, io, auditor));
}

async function applyPlan(options: ApplyOptions, io: Io, auditor?: Auditor): Promise<ExitCode> {
  const shown = await readPlanFile(options.planFile);
  const expected = options.digest ?? shown?.digest;
  const planned = (proposal: Proposal) => refuseOtherPlan(proposal, expected, shown);
  let begun = io.now().getTime();
  const carried = await carryOut(options, io, {
    planned,
    forms: (changes) => findFormBases(options.directory, changes),
    begins: async (plan, language) => {
      if (options.yes !== true) await confirmPlan(plan, language, io);
      await auditor?.begins(plan);
      begun = io.now().getTime();
    },
    ...(auditor && { outcomes: auditor.outcomes }),
  });
  tellEnding(carried, io.now().getTime() - begun, options, io);
  return carried.exit;
}

/** Where nothing was to be done the outcome has said so. */
function tellEnding(carried: Carried, milliseconds: number, { credentials }: ApplyOptions, io: Io): void {
  const { outcomes, sealed, recorded, exit, language } = carried;
  if (outcomes.length === 0 && exit === exitCode.clean) return;
  // A password that was not set opens nothing, and its file is withdrawn.
  const files = new Set(outcomes.filter(isDone).flatMap(({ id }) => sealed.get(id) ?? []));
  const ending = { files: files.size, folder: credentials };
  io.err(renderEnding({ milliseconds, exit, sealed: ending, recorded: recorded?.files ?? [] }, language));
}

async function readPlanFile(file: string | undefined): Promise<Plan | undefined> {
  if (file === undefined) return undefined;
  let data: Partial<Plan>;
  try {
    data = JSON.parse(await readFile(file, 'utf8')) as Partial<Plan>;
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new ExpectedError('plan-file.text', { at: file, cause: detail }, { cause: thrown });
  }
  if (data?.format === 'danhba-plan/1' && typeof data.digest === 'string' && Array.isArray(data.changes)) {
    return data as Plan;
  }
  throw new ExpectedError('plan-file.form', { at: file });
}
