/** What --help says of the options of `report`. */
import type { Language } from '../text/wording.ts';

export const reportOptionHelp: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'report --all': { vi: 'kể cả những mục không cần để ý', en: 'rows of everything' },
  'report --out': {
    vi: 'ghi vào tệp này; không có --format thì đuôi tệp cho biết dạng',
    en: 'write it to this file; without --format its ending says the format',
  },
};
