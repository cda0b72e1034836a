/** The words of the options that make the directory people look at. */
import type { Label } from './site.ts';

export const publishOptionHelp = {
  '--audience': { vi: 'cho ai xem', en: 'who is to read it' },
  '--publish': {
    vi: 'sau khi làm xong, ghi danh bạ công khai vào đây',
    en: 'write the public directory here after the run',
  },
  '--publish-internal': {
    vi: 'sau khi làm xong, ghi danh bạ nội bộ vào đây',
    en: 'write the internal directory here after the run',
  },
  'publish --audit': {
    vi: 'nhật ký kiểm toán, để vẽ các tuần qua (danh bạ nội bộ)',
    en: 'the audit, for pictures of the weeks before (internal)',
  },
  'publish --out': { vi: 'thư mục các trang', en: 'the folder of the pages' },
} as const satisfies Readonly<Record<string, Label>>;
