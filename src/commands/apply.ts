/** `danhba apply`: plans again, refuses what was not shown, and performs the plan. */
import { readFile } from 'node:fs/promises';
import { findFormBases } from '../history/form-basis.ts';
import type { Plan } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { ExitCode, Io } from '../process/io.ts';
import { type CarryOutOptions, carryOut } from '../run/carry-out.ts';
import { refuseOtherPlan } from '../run/other-plan.ts';
import type { Proposal } from '../run/propose.ts';

export interface ApplyOptions extends CarryOutOptions {
  /** A plan written by `plan --out`: only exactly that may run. */
  readonly planFile?: string;
  readonly digest?: string;
}

export async function apply(options: ApplyOptions, io: Io): Promise<ExitCode> {
  const shown = await readPlanFile(options.planFile);
  const expected = options.digest ?? shown?.digest;
  const planned = (proposal: Proposal) => refuseOtherPlan(proposal, expected, shown);
  const { exit } = await carryOut(options, io, {
    planned,
    forms: (changes) => findFormBases(options.directory, changes),
  });
  return exit;
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
