/** Tells how far a run is, in one line: a bar where there is room, what is done of what, and about how long it still takes. */
import { columnsOf } from '../text/table.ts';
import type { Language } from '../text/wording.ts';
import { progressWords } from './words/terminal.ts';

export interface ProgressState {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** Mailboxes whose mail is being copied: that alone may take minutes. */
  readonly archiving: number;
  /** Since the first of them began. */
  readonly milliseconds: number;
}

const widestBar = 30;
const narrowestBar = 8;

/** Nobody can tell from fewer, or sooner. */
const judgedFrom = { done: 3, milliseconds: 2_000 };

/** `120/2500, 2 chưa được`: the line of a log. */
export function renderCount(
  { done, total, failed }: Pick<ProgressState, 'done' | 'total' | 'failed'>,
  language: Language,
): string {
  return `${done}/${total}${failed === 0 ? '' : `, ${progressWords[language].failed(failed)}`}`;
}

export function renderProgress(state: ProgressState, language: Language, width: number): string {
  const left = millisecondsLeft(state);
  const time = left === undefined ? '' : ` · ${progressWords[language].left(durationText(left, language))}`;
  const copies = state.archiving === 0 ? '' : ` · ${progressWords[language].archiving(state.archiving)}`;
  const told = `${renderCount(state, language)}${copies}${time}`;
  // The last column stays free: some terminals begin a new line there.
  const room = Math.min(widestBar, width - columnsOf(told) - 4);
  if (room < narrowestBar) return told;
  const filled = state.total === 0 ? room : Math.round((state.done / state.total) * room);
  return `[${'█'.repeat(filled)}${'░'.repeat(room - filled)}] ${told}`;
}

function millisecondsLeft({ done, total, milliseconds }: ProgressState): number | undefined {
  const isTooSoon = done < judgedFrom.done || milliseconds < judgedFrom.milliseconds;
  return isTooSoon || done >= total ? undefined : (milliseconds / done) * (total - done);
}

/** As somebody says it: seconds up to a minute and a half, then minutes, then hours. */
export function durationText(milliseconds: number, language: Language): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 90) return progressWords[language].seconds(seconds);
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return progressWords[language].minutes(minutes);
  return progressWords[language].hours(Math.floor(minutes / 60), minutes % 60);
}

/** What a run does before the first change: it reads entries, of so many as the last run left, and seals passwords. */
export type Preparation =
  | { readonly what: 'entries'; readonly seen: number; readonly of: number | undefined }
  | { readonly what: 'mail' }
  /** Of a published directory, so many files. */
  | { readonly what: 'pages'; readonly done: number }
  | { readonly what: 'sealing'; readonly done: number; readonly of: number };

export function renderPreparation(step: Preparation, language: Language): string {
  if (step.what === 'mail') return progressWords[language].mail;
  if (step.what === 'pages') return progressWords[language].pages(step.done);
  if (step.what === 'sealing') return progressWords[language].sealing(step.done, step.of);
  const { seen, of } = step;
  return progressWords[language].entries(of === undefined || seen > of ? String(seen) : `${seen}/${of}`);
}
