/** What --help says of the options of `check`, `plan` and `apply`. */
import type { Language } from '../text/wording.ts';

export const planOptionHelp: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '--adopt': {
    vi: 'chỉ tiếp nhận các mục có sẵn ghi trong tệp này',
    en: 'take over the entries of this file, and nothing else',
  },
  '--all': { vi: 'kể mọi thay đổi', en: 'tell every change' },
  '--approve': { vi: 'duyệt một lần các thay đổi bị giữ lại', en: 'approve the held changes, once' },
  'check [file]': { vi: 'chỉ cho xem lỗi của các tệp này', en: 'tell the problems of these files alone' },
  'apply [plan]': { vi: 'tệp do "plan --out" ghi', en: 'a file written by "plan --out"' },
  '--no-cache': {
    vi: 'đọc lại mọi tệp, không dùng kết quả đọc lần trước',
    en: 'read every file anew, and keep nothing of it',
  },
};
