/** What --help shows of the commands on written notices. */
import type { Example } from '../examples.ts';

export const noticeExamples: Readonly<Record<string, readonly Example[]>> = {
  notices: [
    {
      line: 'danhba notices draft --out notices',
      vi: 'soạn mọi văn bản còn thiếu',
      en: 'draft every notice that is missing',
    },
    {
      line: 'danhba notices record --document 45/TB-SKHCN --date 2026-11-24 2026-11-23-suspension-sotttt-1f2e3d4c.docx',
      vi: 'số và ngày văn thư đã cấp vào tệp của từng người',
      en: 'the number and day that were given, into the files',
    },
  ],
  'notices draft': [
    {
      line: 'danhba notices draft --out notices',
      vi: 'soạn mọi văn bản còn thiếu',
      en: 'draft every notice that is missing',
    },
    {
      line: 'danhba notices draft --kind suspension --organization sotp --out notices',
      vi: 'chỉ thông báo tạm dừng cho một cơ quan',
      en: 'notices of suspension to one organization alone',
    },
  ],
  'notices list': [
    {
      line: 'danhba notices list --drafts notices',
      vi: 'thông báo nào còn thiếu, dự thảo nào chờ số',
      en: 'which notices are missing, which drafts wait for a number',
    },
  ],
  'notices record': [
    {
      line: 'danhba notices record --document 45/TB-SKHCN --date 2026-11-24 2026-11-23-suspension-sotttt-1f2e3d4c.docx',
      vi: 'thông báo tạm dừng: thời hạn 12 tháng tính từ đây',
      en: 'of a suspension: its twelve months run from here',
    },
    {
      line: 'danhba notices record --document 46/TB-SKHCN --date 2027-12-01 --copied 2027-12-02 2027-11-30-deletion-sotttt-5a6b7c8d.docx',
      vi: 'thông báo xóa, đã gửi cả cơ quan cấp trên',
      en: 'of a deletion, its copy sent to the superior body',
    },
  ],
};
