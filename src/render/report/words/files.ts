/** The words around a report that is a page, a workbook or a table in a file. */
import type { Language } from '../../text/wording.ts';

export const fileWords = {
  vi: {
    summary: 'Tóm tắt',
    about: 'mục',
    told: 'nội dung',
    report: 'báo cáo',
    doubt: 'chưa chắc chắn',
    contents: 'Các phần của báo cáo',
    counts: 'Số lượng',
    skip: 'Đến nội dung',
    desk: 'Nội bộ: không đăng ra ngoài',
    open: 'Đăng ra ngoài được: chỉ có số của từng tổ chức, không của ai',
    written: (rows: number, file: string) => `Đã ghi ${rows} dòng vào ${file}.`,
  },
  en: {
    summary: 'Summary',
    about: 'what',
    told: 'told',
    report: 'report',
    doubt: 'in doubt',
    contents: 'Parts of the report',
    counts: 'Counts',
    skip: 'To the content',
    desk: 'Internal: not to be published',
    open: 'May be published: sums of organizations, and of nobody',
    written: (rows: number, file: string) =>
      `${rows === 1 ? '1 row is' : `${rows} rows are`} written to ${file}.`,
  },
} as const satisfies Record<Language, unknown>;
