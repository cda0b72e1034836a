/** What is told where a notice cannot be drafted, and beside drafts (6.2, 7.2, 8.1–8.3). */
import type { RemarkWords } from './remark-words.ts';

export const noticeErrors = {
  'notice-since': {
    vi: '--since: "{value}" không phải là ngày',
    en: '--since: "{value}" is no date',
    hint: { vi: 'Ghi năm-tháng-ngày: 2026-11-24', en: 'Write year-month-day: 2026-11-24' },
  },
  'notice-template.format': {
    vi: 'không phải là tệp Word (.docx) dùng được, hoặc có macro',
    en: 'this is no Word document (.docx) that can be used, or it has macros',
    hint: {
      vi: 'Lưu lại bằng Word hoặc LibreOffice thành .docx, không có macro',
      en: 'Save it again as .docx with Word or LibreOffice, without macros',
    },
  },
  'notice-template.missing': {
    vi: 'không đọc được tệp mẫu: {cause}',
    en: 'the template cannot be read: {cause}',
    hint: 'policy.yaml: notices.templates',
  },
  'notice-template.needed': {
    vi: 'tệp mẫu thiếu chỗ điền {placeholder}',
    en: 'the template lacks {placeholder}',
    hint: {
      vi: 'Thêm {placeholder} vào tệp mẫu: thiếu thì văn bản không nói về ai, cho ai',
      en: 'Put {placeholder} into it: without it the document does not say whom it is about, and for whom',
    },
  },
  'notice-template.near': {
    vi: 'tệp mẫu có chỗ điền không biết: {placeholder}',
    en: 'the template has a placeholder nobody knows: {placeholder}',
    hint: { vi: 'Có phải là {nearest}?', en: 'Did you mean {nearest}?' },
  },
  'notice-template.unknown': {
    vi: 'tệp mẫu có chỗ điền không biết: {placeholder}',
    en: 'the template has a placeholder nobody knows: {placeholder}',
    hint: { vi: 'Dùng được: {known}', en: 'There are: {known}' },
  },
  'notices-unset': {
    vi: 'chưa đủ để soạn văn bản, còn thiếu: {fields}',
    en: 'not enough to draft a notice from; missing: {fields}',
    hint: 'docs/notices.md',
  },
} as const satisfies Record<string, RemarkWords>;

export const noticeDetails = {
  'notice-altered': {
    vi: 'văn bản danhba soạn, nhưng thuộc tính của tệp đã bị sửa: không biết là về ai',
    en: 'danhba drafted it, but its properties were altered: whom it is about is not known',
    hint: { vi: 'Xóa tệp này để soạn lại', en: 'Delete it to have it drafted again' },
  },
  'notice-nameless': {
    vi: 'đã xóa ngày {day}, không còn trong tệp nào: không soạn được thông báo',
    en: 'deleted on {day}, and in no file any more: its notice cannot be drafted',
    hint: {
      vi: 'Tìm tên trong lịch sử Git, soạn bằng tay',
      en: 'Find the name in the history of Git, and write it by hand',
    },
  },
  'pdf-failed': {
    vi: 'không chuyển được sang PDF: {cause}',
    en: 'no PDF was made: {cause}',
    hint: { vi: 'Các tệp Word vẫn đủ', en: 'The Word documents are complete' },
  },
  'pdf-none': {
    vi: 'máy này không có LibreOffice (soffice): chỉ có tệp Word, không có PDF',
    en: 'this machine has no LibreOffice (soffice): Word documents, and no PDF',
  },
} as const satisfies Record<string, RemarkWords>;
