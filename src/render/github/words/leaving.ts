/** The words of a last day of work that is still to come. */
import type { LeavingPerson } from '../../../model/github/review.ts';
import type { Language } from '../../text/wording.ts';

/** Short: the column is as wide as its longest word. */
export const leavingDeeds = {
  retirement: { vi: 'nghỉ hưu', en: 'retires' },
  resignation: { vi: 'thôi việc', en: 'resigns' },
  transfer: { vi: 'chuyển đi', en: 'moves' },
  dismissal: { vi: 'buộc thôi việc', en: 'is dismissed' },
  'contract-end': { vi: 'hết hạn hợp đồng', en: 'contract ends' },
  death: { vi: 'từ trần', en: 'death' },
} as const satisfies Record<LeavingPerson['reason'], Record<Language, string>>;

export const leavingWords = {
  vi: {
    until: (day: string, before: string | undefined) =>
      `làm việc đến hết ${before === undefined ? '' : `${before} → `}**${day}**<br>hộp thư còn đến hết ngày đó`,
    back: (before: string) => `bỏ ngày nghỉ ${before}<br>hộp thư dùng tiếp`,
    headline: (day: string, name: string) => `Ghi ngày nghỉ ${day}: ${name}`,
    taken: (name: string) => `Bỏ ngày nghỉ: ${name}`,
    counted: (count: number) => `${count} người có ngày nghỉ`,
  },
  en: {
    until: (day: string, before: string | undefined) =>
      `works until ${before === undefined ? '' : `${before} → `}**${day}**<br>the mailbox lives until that day is over`,
    back: (before: string) => `no longer leaves on ${before}<br>the mailbox lives on`,
    headline: (day: string, name: string) => `Last day of work ${day}: ${name}`,
    taken: (name: string) => `No last day of work: ${name}`,
    counted: (count: number) => `last days of work: ${count}`,
  },
} as const satisfies Record<Language, unknown>;
