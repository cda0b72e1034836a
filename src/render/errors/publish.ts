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
  'folder-public': {
    vi: 'đang là danh bạ công khai: không ghi vào đó thứ chỉ dành cho nội bộ',
    en: 'holds the public directory: what is internal is not put there',
    hint: { vi: 'Chọn thư mục khác', en: 'Choose another folder' },
  },
  'folder-directory': {
    vi: 'nằm trong {directory}, nơi mọi tệp đều được đọc là tệp của danh bạ',
    en: 'lies in {directory}, where everything is read as a file of the directory',
    hint: { vi: 'Chọn thư mục khác', en: 'Choose another folder' },
  },
  'folder-site': {
    vi: 'đang là trang danh bạ: không thay bằng thứ khác',
    en: 'holds the pages of the directory: nothing else is put in their place',
    hint: { vi: 'Chọn thư mục khác', en: 'Choose another folder' },
  },
  'publish-audit': {
    vi: 'nhật ký kiểm toán chỉ dùng cho danh bạ nội bộ',
    en: 'the audit is for the internal directory alone',
    hint: '--audience internal',
  },
  'publish-folders': {
    vi: 'trùng hoặc lồng với thư mục {other}: danh bạ nội bộ sẽ lộ ra ngoài',
    en: 'is the same folder as {other}, or one lies in the other: everybody would read what is internal',
    hint: { vi: 'Chọn hai thư mục riêng', en: 'Choose two folders apart' },
  },
  'publish-doubtful': {
    vi: 'Máy chủ chỉ cho thấy {seen} mục, lần trước là {expected}: không đăng danh bạ thiếu người',
    en: 'The server shows {seen} entries, the last run left {expected}: a directory that lacks people is not published',
    hint: 'danhba plan',
  },
} as const satisfies Readonly<Record<string, RemarkWords>>;
