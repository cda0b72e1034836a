/** What --help says of the options of `report`. */
import type { Language } from '../text/wording.ts';

export const reportOptionHelp: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '--period': {
    vi: 'kỳ của báo cáo sử dụng: 2026, 2026-Q3, 2026-09 (mặc định: quý này)',
    en: 'the days of the report on usage: 2026, 2026-Q3, 2026-09 (default: this quarter)',
  },
  'report --all': { vi: 'kể cả những mục không cần để ý', en: 'rows of everything' },
  'report --audience': {
    vi: 'báo cáo sử dụng cho ai xem (mặc định: internal)',
    en: 'who is to read the report on usage (default: internal)',
  },
  'report --audit': {
    vi: 'nhật ký kiểm toán, để biết việc nào xong đúng hạn',
    en: 'the audit, which tells what was done in time',
  },
  'report --out': {
    vi: 'ghi vào tệp này; không có --format thì đuôi tệp cho biết dạng',
    en: 'write it to this file; without --format its ending says the format',
  },
};
