/** Asks whoever sits at the terminal before anything is done. */
import type { Plan } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Io } from '../process/io.ts';
import { isYes, renderConfirmation } from '../render/run/confirmation.ts';
import { confirmationWords } from '../render/run/words/terminal.ts';
import { foldText, noScreen } from '../render/text/screen.ts';
import type { Language } from '../render/text/wording.ts';

/** The plan that was shown is the one in hand: whatever changes meanwhile, nothing else is done. */
export async function confirmPlan(plan: Plan, language: Language, io: Io): Promise<void> {
  if (io.ask === undefined || plan.changes.length === 0) return;
  const { width, paint } = io.outScreen ?? noScreen;
  io.out(foldText(renderConfirmation(plan, language, io.errIsTerminal, { paint }), width));
  const answer = await io.ask(confirmationWords[language].question);
  if (isYes(answer)) return;
  if (answer === undefined) io.out('\n');
  throw new ExpectedError('apply-declined', {});
}
