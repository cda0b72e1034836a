/** What is told where the number of a written notice (6.2, 7.2, 8.1–8.3) is not recorded. */
import type { RemarkWords } from './remark-words.ts';

const draftAgain = {
  vi: 'Soạn lại: danhba notices draft; thông báo cũ không còn đúng',
  en: 'Draft it again: danhba notices draft; the old one is no longer right',
};
const january = {
  vi: 'Xem lại ngày và năm trên văn bản',
  en: 'Look at the day and the year on the document again',
};
const numberForm = {
  vi: 'Số và ký hiệu do văn thư cấp, ví dụ 45/TB-SKHCN',
  en: 'The number and symbol that the records office gave, such as 45/TB-SKHCN',
};

export const noticeRecordErrors = {
  'notice-changed.ended': {
    vi: 'đã chấm dứt theo quyết định ngày {date}, sau khi soạn thông báo',
    en: 'has ended by a decision of {date} since the notice was drafted',
    hint: draftAgain,
  },
  'notice-changed.gone': {
    vi: 'không còn trong tệp nào, hoặc được khai báo hai lần',
    en: 'is in no file any more, or is declared twice',
    hint: draftAgain,
  },
  'notice-changed.moved': {
    vi: 'nay thuộc tổ chức {organization}, không phải tổ chức nhận thông báo',
    en: 'belongs to {organization} now, not to the organization the notice is for',
    hint: draftAgain,
  },
  'notice-changed.organization': {
    vi: 'không có tệp của tổ chức này',
    en: 'there is no file of this organization',
    hint: 'danhba check',
  },
  'notice-changed.other': {
    vi: 'đang tạm dừng theo việc khác: từ {date}, không phải từ {day} như thông báo nêu',
    en: 'is suspended otherwise: since {date}, not since {day} as the notice says',
    hint: draftAgain,
  },
  'notice-changed.restored': {
    vi: 'đã được khôi phục theo văn bản ngày {date}',
    en: 'was restored by a document of {date}',
    hint: draftAgain,
  },
  'notice-changed.unrecorded': {
    vi: 'tệp không ghi việc tạm dừng ngày {day}',
    en: 'the file does not say that it was suspended on {day}',
    hint: {
      vi: 'Việc tạm dừng tự động được ghi vào tệp bằng danhba reconcile --record; trước hết nhập các thay đổi đó',
      en: 'danhba reconcile --record writes what a run has suspended into the files; commit that first',
    },
  },
  'notice-copied.date': {
    vi: '--copied {copied}: trước ngày văn bản ({date}) hoặc chưa tới',
    en: '--copied {copied}: before the day of the document ({date}), or to come',
    hint: january,
  },
  'notice-copied.kind': {
    vi: 'chỉ thông báo xóa mới phải gửi cơ quan cấp trên (8.1)',
    en: 'only the notice of a deletion goes to the superior body (8.1)',
    hint: { vi: 'Bỏ --copied', en: 'Leave --copied out' },
  },
  'notice-date.act': {
    vi: 'ngày văn bản {date} trước ngày của việc được thông báo ({act})',
    en: 'the document of {date} is older than what it tells ({act})',
    hint: january,
  },
  'notice-date.draft': {
    vi: 'ngày văn bản {date} trước ngày soạn dự thảo ({drafted})',
    en: 'the document of {date} is older than its draft ({drafted})',
    hint: january,
  },
  'notice-date.form': {
    vi: '{option} {value}: không phải một ngày',
    en: '{option} {value}: not a day',
    hint: { vi: 'năm-tháng-ngày: 2026-11-24', en: 'year-month-day: 2026-11-24' },
  },
  'notice-date.future': {
    vi: 'ngày văn bản {date} chưa tới (hôm nay {today})',
    en: 'the day of the document, {date}, is to come (today is {today})',
    hint: january,
  },
  'notice-file.altered': {
    vi: 'thuộc tính của tệp đã bị sửa, không còn biết là thông báo nào',
    en: 'its properties were edited, and no longer say which notice it is',
    hint: draftAgain,
  },
  'notice-file.foreign': {
    vi: 'không phải tệp .docx do danhba soạn',
    en: 'is no .docx that danhba has drafted',
    hint: {
      vi: 'Đưa chính tệp dự thảo đã ký, không phải bản quét hay bản .pdf',
      en: 'Give the very draft that was signed, not a scan or a .pdf',
    },
  },
  'notice-file.same': {
    vi: 'cùng một thông báo với {other}',
    en: 'is the same notice as {other}',
    hint: { vi: 'Mỗi thông báo chỉ đưa một lần', en: 'Give each notice once' },
  },
  'notice-file.unreadable': {
    vi: 'không đọc được: {cause}',
    en: 'cannot be read: {cause}',
  },
  'notice-number.form': {
    vi: '--document {document}: không có dạng số/ký hiệu',
    en: '--document {document}: not of the form number/symbol',
    hint: numberForm,
  },
  'notice-number.symbol': {
    vi: '--document {document}: ký hiệu của thông báo bắt đầu bằng TB-',
    en: '--document {document}: the symbol of a notice begins with TB-',
    hint: numberForm,
  },
  'notice-number.used': {
    vi: '{document} đã được ghi với ngày khác, {date}: {whose}',
    en: '{document} is recorded already with another day, {date}: {whose}',
    hint: numberForm,
  },
  'notice-number.year': {
    vi: '--document {document}: năm khác với ngày {date}',
    en: '--document {document}: of another year than {date}',
    hint: january,
  },
  'notice-recorded': {
    vi: 'đã có số khác: {document} ngày {date}',
    en: 'has another number already: {document} of {date}',
    hint: {
      vi: 'Số đã ghi sai thì sửa trong tệp, có đơn vị vận hành duyệt',
      en: 'A number that was recorded wrongly is corrected in the file, with the operator’s word',
    },
  },
  'notice-refused': {
    vi: '{parts}',
    en: '{parts}',
    hint: { vi: 'Chưa ghi gì vào tệp nào', en: 'Nothing was written into any file' },
  },
  'notice-unwritten.changed': {
    vi: 'tệp đã được sửa trong lúc ghi; không ghi gì',
    en: 'the file was edited meanwhile; nothing was written',
    hint: { vi: 'Chạy lại', en: 'Run it again' },
  },
  'notice-unwritten.problems': {
    vi: 'ghi số này thì tệp sai quy tắc: {problems}',
    en: 'with this number the files would break the rules: {problems}',
    hint: 'danhba check',
  },
  'notice-unwritten.refusal': {
    vi: 'không sửa được tệp mà giữ nguyên phần còn lại ({code})',
    en: 'the file cannot be edited and everything else of it kept ({code})',
    hint: { vi: 'Ghi bằng tay, rồi danhba check', en: 'Write it by hand, then danhba check' },
  },
} as const satisfies Record<string, RemarkWords>;
