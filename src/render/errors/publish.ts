/** The words of what ends `danhba publish` and `danhba export`. */
import type { RemarkWords } from './remark-words.ts';

export const publishErrors = {
  'folder-foreign': {
    vi: 'không do danhba tạo ra, không thay thế',
    en: 'not made by danhba: it is not replaced',
    hint: { vi: 'Chọn tên chưa có: --out DIR', en: 'Choose a name that is free: --out DIR' },
  },
  'option.internal': {
    vi: '{option} {value}: không dành cho mọi người xem, phải nói rõ là nội bộ',
    en: '{option} {value}: not for everybody, and only with a word that it is internal',
    hint: '--audience=internal',
  },
  'option.out': {
    vi: '{option} {value}: không ghi ra màn hình được, cần --out',
    en: '{option} {value}: cannot be written to the screen, and needs --out',
    hint: '--out {example}',
  },
  'publish-doubtful': {
    vi: 'Máy chủ chỉ cho thấy {seen} mục, lần trước là {expected}: không đăng danh bạ thiếu người',
    en: 'The server shows {seen} entries, the last run left {expected}: a directory that lacks people is not published',
    hint: 'danhba plan',
  },
} as const satisfies Readonly<Record<string, RemarkWords>>;
