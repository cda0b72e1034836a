/** What --help shows of the reports. */
import type { Example } from '../examples.ts';

export const reportExamples: Readonly<Record<string, readonly Example[]>> = {
  report: [
    { line: 'danhba report deadlines', vi: 'các hạn, gần nhất trước', en: 'what is due, the soonest first' },
    {
      line: 'danhba report passwords --organization sotttt',
      vi: 'mật khẩu của một tổ chức',
      en: 'the passwords of one organization',
    },
    {
      line: 'danhba report held --format markdown',
      vi: 'việc giữ lại, để dán lên GitHub',
      en: 'what is held, to be shown on GitHub',
    },
    {
      line: 'danhba report deadlines --out deadlines.html',
      vi: 'một trang để xem và in',
      en: 'a page to look at, and to print',
    },
    {
      line: 'danhba report passwords --all --out passwords.xlsx',
      vi: 'mọi mật khẩu, trong bảng tính',
      en: 'every password, in a workbook',
    },
    {
      line: 'danhba report usage --period 2026-Q3',
      vi: 'mỗi tổ chức dùng bao nhiêu hộp thư (13.9, Điều 15)',
      en: 'how many mailboxes each organization uses (13.9, 15)',
    },
  ],
};
