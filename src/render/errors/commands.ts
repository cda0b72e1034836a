/** What is told where a command is asked for what cannot be, or what was shown is not what would run. */
import type { RemarkWords } from './remark-words.ts';

const operators = 'policy.yaml: operators: {operators}';
const commit = {
  vi: '{option} {value}: không phải mã commit',
  en: '{option} {value}: not a commit hash',
  hint: '{option} "$(git rev-parse HEAD)"',
};
const usage = '{near}danhba --help';
const term = '--working-days N | --days N | --months N';

export const commandErrors = {
  'approval-mismatch': {
    vi: 'Mã duyệt không còn đúng với danh sách được giữ lại: {expected} ≠ {found}{since}{gone}{added}{altered}',
    en: 'The approval is for another set: {expected} ≠ {found}{since}{gone}{added}{altered}',
    hint: 'danhba plan',
  },
  'approver-refused.requester': {
    vi: 'tự đề nghị các thay đổi này',
    en: 'has asked for these changes',
    hint: operators,
  },
  'approver-refused.stranger': {
    vi: 'không phải người vận hành',
    en: 'is not an operator',
    hint: operators,
  },
  'approver-refused.used': {
    vi: 'lần chạy này đã được dùng',
    en: 'this run was used already',
    hint: operators,
  },
  'calendar-exists': {
    vi: 'đã có tệp này, không ghi đè',
    en: 'is there already and is not written over',
    hint: { vi: 'Sửa ngay trong tệp đó', en: 'Edit that file' },
  },
  'calendar-missing': {
    vi: 'Chưa có lịch nghỉ chính thức năm {year}',
    en: 'No signed-off calendar for {year}',
    hint: {
      vi: 'Thêm tệp {file}: danhba calendar draft {year}',
      en: 'Add {file}: danhba calendar draft {year}',
    },
  },
  'calendar-year': {
    vi: 'không phải năm từ {first} đến {last}',
    en: 'is no year from {first} to {last}',
    hint: 'danhba calendar draft 2027',
  },
  'count-mismatch': {
    vi: 'Đọc được {seen} mục, không phải {expected}',
    en: '{seen} entries were read, not {expected}',
    hint: {
      vi: 'Kiểm tra quyền đọc và máy chủ; đếm lại rồi mới ghi số đó vào --expect',
      en: 'Check the rights and the server, count again, then give that number to --expect',
    },
  },
  'digest-mismatch': {
    vi: 'Danh bạ hoặc máy chủ đã khác so với lúc xem kế hoạch: {expected} ≠ {found}{since}{gone}{added}{altered}',
    en: 'The directory or the server moved since the plan was shown: {expected} ≠ {found}{since}{gone}{added}{altered}',
    hint: 'danhba plan',
  },
  'directory-unusable': {
    vi: 'chưa biết ai đại diện cho tổ chức nào',
    en: 'who represents which organization is not known',
    hint: 'danhba check',
  },
  'option.choice': {
    vi: '{option} {value}: {allowed}',
    en: '{option} {value}: {allowed}',
    hint: '{option} {first}',
  },
  'option.commit': commit,
  'option.digest': {
    vi: '{option} {value}: không phải mã SHA-256',
    en: '{option} {value}: not a SHA-256',
    hint: '{option} sha256:… (64 × 0–9, a–f)',
  },
  'option.file': {
    vi: '{option}: cần một tệp để ghi vào',
    en: '{option}: needs a file to be written to',
    hint: '{needed}',
  },
  'option.number': {
    vi: '{option} {value}: phải là số',
    en: '{option} {value}: must be a number',
    hint: '{option} 12',
  },
  'option-expect': {
    vi: '--expect {value}: số mục',
    en: '--expect {value}: a number of entries',
    hint: '--expect {seen}',
  },
  'option-from': {
    vi: '--from {value}: không phải ngày có thật',
    en: '--from {value}: not an existing date',
    hint: '--from 2026-05-04',
  },
  'option-kind': { vi: '--kind {value}', en: '--kind {value}', hint: '{allowed}' },
  'option-lang': {
    vi: '--lang {value}: vi | en',
    en: '--lang {value}: vi | en',
    hint: '--lang vi · --lang en',
  },
  'option-term.count': { vi: 'Cần đúng một kỳ hạn', en: 'Exactly one term is needed', hint: term },
  'option-term.value': {
    vi: '{option} {value}: 0 … {longest}',
    en: '{option} {value}: 0 … {longest}',
    hint: term,
  },
  'option-today': {
    vi: '--today {value}: không phải ngày có thật',
    en: '--today {value}: not an existing date',
    hint: '--today 2026-05-04',
  },
  'policy-missing': { vi: 'không có', en: 'not found', hint: '--directory DIR' },
  'policy-unusable': { vi: '{problems}', en: '{problems}', hint: 'danhba check' },
  'report-unknown.far': {
    vi: 'Không có báo cáo "{asked}": {names}',
    en: 'No report of the name "{asked}": {names}',
    hint: 'danhba report deadlines',
  },
  'report-unknown.near': {
    vi: 'Không có báo cáo "{asked}": {names}',
    en: 'No report of the name "{asked}": {names}',
    hint: { vi: 'Có phải là "{nearest}"?', en: 'Did you mean "{nearest}"?' },
  },
  'usage.argument': { vi: 'thiếu "{word}"', en: '"{word}" is missing', hint: usage },
  'usage.command': { vi: 'không có lệnh "{word}"', en: 'there is no command "{word}"', hint: usage },
  'usage.excess': { vi: 'thừa đối số', en: 'too many arguments', hint: usage },
  'usage.missing': { vi: 'thiếu "{word}"', en: '"{word}" is missing', hint: usage },
  'usage.option': { vi: 'không có tùy chọn "{word}"', en: 'there is no option "{word}"', hint: usage },
  'usage.value': { vi: '"{word}" thiếu giá trị', en: '"{word}" has no value', hint: usage },
} as const satisfies Record<string, RemarkWords>;
