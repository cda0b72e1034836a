/** Tells that the directory server was lost, came back or was given up, and where to look for the reason. */
import type { OutageNews } from '../../model/plan/outage.ts';
import { remarkText } from '../errors/remark.ts';
import { visible } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';

export function renderOutage(url: string, news: OutageNews, language: Language): string {
  const words = outageWords[language];
  switch (news.kind) {
    case 'lost': {
      const what = news.ended ? words.ended : words.lost;
      const [time, hint] = [timeOf(news.at), 'journalctl -u slapd · dmesg · slapd.log · servers/README.md'];
      return `${url}: ${words.waiting(what, time, news.waitSeconds)}\n   = ${words.look}: ${hint}\n`;
    }
    case 'back':
      return `${url}: ${words.back(news.afterSeconds)}\n`;
    case 'gone':
      return `${url}: ${words.gone(news.afterSeconds)}\n   = ${visible(remarkText(news.reason, language))}\n`;
  }
}

const outageWords = {
  vi: {
    ended: 'máy chủ đã dừng',
    lost: 'mất kết nối với máy chủ',
    waiting: (what: string, time: string, seconds: number) =>
      `${what} lúc ${time}, chờ nó trở lại tối đa ${seconds} giây`,
    look: 'Xem vì sao',
    back: (seconds: number) => `máy chủ đã trở lại sau ${seconds} giây`,
    gone: (seconds: number) =>
      `chưa trở lại sau ${seconds} giây, không chờ nữa; việc còn lại để lần chạy sau`,
  },
  en: {
    ended: 'the server ended',
    lost: 'the server was lost',
    waiting: (what: string, time: string, seconds: number) =>
      `${what} at ${time}, waiting up to ${seconds} s for it`,
    look: 'look why',
    back: (seconds: number) => `the server is back after ${seconds} s`,
    gone: (seconds: number) => `not back after ${seconds} s, given up; what is left is for the next run`,
  },
} as const satisfies Record<Language, unknown>;

/** The time of day in Asia/Ho_Chi_Minh, to the second. */
function timeOf(at: Date): string {
  return at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
}
