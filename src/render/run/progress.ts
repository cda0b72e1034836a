/** Tells how far a run is, in one line: a bar where there is room, what is done of what, and about how long it still takes. */
import { columnsOf } from '../text/table.ts';
import type { Language } from '../text/wording.ts';

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

const words = {
  vi: {
    failed: (count: number) => `${count} chưa được`,
    left: (time: string) => `còn khoảng ${time}`,
    seconds: (count: number) => `${count} giây`,
    minutes: (count: number) => `${count} phút`,
    hours: (hours: number, minutes: number) => `${hours} giờ ${minutes} phút`,
    archiving: (count: number) => `đang sao lưu ${count} hộp thư`,
    entries: (seen: string) => `Đang đọc máy chủ thư mục: ${seen} mục`,
    mail: 'Đang đọc máy chủ thư…',
  },
  en: {
    failed: (count: number) => `${count} not done`,
    left: (time: string) => `about ${time} left`,
    seconds: (count: number) => `${count} s`,
    minutes: (count: number) => `${count} min`,
    hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
    archiving: (count: number) => `mailboxes being archived: ${count}`,
    entries: (seen: string) => `Reading the directory server: ${seen} entries`,
    mail: 'Reading the mail server…',
  },
} as const satisfies Record<Language, unknown>;

/** `120/2500, 2 chưa được`: the line of a log. */
export function renderCount(
  { done, total, failed }: Pick<ProgressState, 'done' | 'total' | 'failed'>,
  language: Language,
): string {
  return `${done}/${total}${failed === 0 ? '' : `, ${words[language].failed(failed)}`}`;
}

export function renderProgress(state: ProgressState, language: Language, width: number): string {
  const left = millisecondsLeft(state);
  const time = left === undefined ? '' : ` · ${words[language].left(durationText(left, language))}`;
  const copies = state.archiving === 0 ? '' : ` · ${words[language].archiving(state.archiving)}`;
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
  if (seconds < 90) return words[language].seconds(seconds);
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return words[language].minutes(minutes);
  return words[language].hours(Math.floor(minutes / 60), minutes % 60);
}

/** What a run reads before it can plan: entries of so many as the last run left, where it left a count. */
export type Reading =
  | { readonly what: 'entries'; readonly seen: number; readonly of: number | undefined }
  | { readonly what: 'mail' };

export function renderReading(reading: Reading, language: Language): string {
  if (reading.what === 'mail') return words[language].mail;
  const { seen, of } = reading;
  return words[language].entries(of === undefined || seen > of ? String(seen) : `${seen}/${of}`);
}
