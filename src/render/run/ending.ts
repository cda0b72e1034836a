/** The last lines of a run by hand: how long it took, where the sealed passwords lie, and what comes next. */
import type { Language } from '../text/wording.ts';
import { durationText } from './progress.ts';
import { endingWords } from './words/terminal.ts';

export interface Ending {
  readonly milliseconds: number;
  /** The exit code of the contract. */
  readonly exit: 0 | 1 | 2 | 3 | 4;
  /** How many sealed files the run has left, and in which folder. */
  readonly sealed: { readonly files: number; readonly folder: string };
  /** Files of the directory the run has written into. */
  readonly recorded: readonly string[];
}

export function renderEnding({ milliseconds, exit, sealed, recorded }: Ending, language: Language): string {
  const words = endingWords[language];
  const next = [words.exits[exit], recorded.length > 0 ? words.recorded(recorded.length) : undefined];
  const told = next.filter((one) => one !== undefined);
  const lines = [
    words.took(durationText(milliseconds, language)),
    ...(sealed.files > 0 ? [words.sealed(sealed.files, sealed.folder)] : []),
    ...(told.length > 0 ? [`${words.next}: ${told.join('; ')}.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
