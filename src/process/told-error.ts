/** The words of what ends a command: apart from what every command uses, for most end without. */
import { ExpectedError } from '../model/problems/errors.ts';
import { remarkWords } from '../render/errors/remark.ts';
import { visible } from '../render/text/escape.ts';
import { foldText, noScreen, type Screen } from '../render/text/screen.ts';
import type { Language } from '../render/text/wording.ts';

/**
 * What is told of an error that has its reason outside of danhba: its code, its words, a hint; undefined for a bug.
 * Servers and files have their say in it, so that nothing of it may reach the terminal as it is.
 */
export function renderError(
  thrown: unknown,
  language: Language,
  { width, paint }: Screen = noScreen,
): string | undefined {
  const shown = (text: string) => text.split('\n').map(visible).join('\n');
  if (thrown instanceof ExpectedError) {
    const { message, hint } = remarkWords(thrown.remark, language);
    const help = hint === '' ? '' : `   = ${shown(hint)}\n`;
    return foldText(`danhba: ${paint('bad', `[${thrown.code}]`)} ${shown(message)}\n${help}`, width);
  }
  // What the operating system refuses (no such file, no right, a full disk) names the file by itself.
  if (thrown instanceof Error && 'syscall' in thrown) return `danhba: [system] ${shown(thrown.message)}\n`;
  return undefined;
}
