/** Tells that the directory server was lost, came back or was given up, and where to look for the reason. */
import type { OutageNews } from '../model/outage.ts';
import { visible } from './escape.ts';

/** In both languages: it is told before anybody knows which one the reader has. */
export function renderOutage(url: string, news: OutageNews): string {
  switch (news.kind) {
    case 'lost': {
      const time = timeOf(news.at);
      const [vi, en] = news.ended
        ? ['máy chủ đã dừng', 'the server ended']
        : ['mất kết nối với máy chủ', 'the server was lost'];
      return (
        `${url}: ${vi} lúc ${time}, chờ nó trở lại tối đa ${news.waitSeconds} giây / ` +
        `${en} at ${time}, waiting up to ${news.waitSeconds} s for it\n` +
        '   = Xem vì sao / look why: journalctl -u slapd · dmesg · slapd.log · servers/README.md\n'
      );
    }
    case 'back':
      return `${url}: máy chủ đã trở lại sau ${news.afterSeconds} giây / the server is back after ${news.afterSeconds} s\n`;
    case 'gone':
      return (
        `${url}: chưa trở lại sau ${news.afterSeconds} giây, không chờ nữa; việc còn lại để lần chạy sau / ` +
        `not back after ${news.afterSeconds} s, given up; what is left is for the next run\n` +
        `   = ${visible(news.reason)}\n`
      );
  }
}

/** The time of day in Asia/Ho_Chi_Minh, to the second. */
function timeOf(at: Date): string {
  return at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
}
