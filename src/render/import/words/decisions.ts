/** What the rows of decisions.csv are about, in the words of those who sign them. */
import type { AnswerRefusal, DecisionKind, DecisionReason } from '../../../model/import/decision.ts';
import type { Language } from '../../text/wording.ts';

type Words = Readonly<Record<Language, string>>;

/** The heading of each kind, and what can be answered. */
export const decisionWords = {
  'organization-unknown': {
    title: { vi: 'Chưa biết thuộc cơ quan nào', en: 'Nobody knows of which organization' },
    hint: {
      vi: 'Những người này chưa có trong tệp nào. Trả lời bằng mã (id) của cơ quan, hoặc `skip` (bỏ qua); hoặc ghi vào map.yaml.',
      en: 'These people are in no file yet. Answer with the id of the organization, or `skip`; or write it into map.yaml.',
    },
  },
  organization: {
    title: { vi: 'Cơ quan do danhba đề xuất', en: 'Organizations danhba proposes' },
    hint: {
      vi: 'Loại, cơ quan cấp trên và mã viết tắt chỉ là đề xuất: `accept` (nhận), hoặc sửa trong map.yaml.',
      en: 'Kind, parent and code are only proposed: `accept`, or put them right in map.yaml.',
    },
  },
  duplicate: {
    title: { vi: 'Có thể là một người ghi hai lần', en: 'Perhaps one person twice' },
    hint: {
      vi: '`both` (là hai người), hoặc `skip` (bỏ mục này; nó vẫn nguyên trên máy chủ).',
      en: '`both` (two people), or `skip` (this entry is left as it is on the server).',
    },
  },
  address: {
    title: { vi: 'Địa chỉ khác với quy tắc', en: 'Addresses other than by the rules' },
    hint: {
      vi: '`keep` (giữ, kèm số và ngày văn bản), `rename` (đổi theo quy tắc; địa chỉ cũ còn nhận thư một thời gian), hoặc một địa chỉ khác kèm số và ngày văn bản. Chưa trả lời thì địa chỉ giữ nguyên, và `danhba check` báo lỗi ở dòng đó.',
      en: '`keep` (with number and date of the document), `rename` (the one by the rules; the old one still receives for a time), or another address with number and date. Until then the address stays, and `danhba check` refuses its line.',
    },
  },
  alias: {
    title: { vi: 'Địa chỉ phụ không giữ được', en: 'Further addresses that cannot stay' },
    hint: {
      vi: '`expire` (còn nhận thư một thời gian rồi hết). Muốn giữ thì đơn vị vận hành ghi vào grants.yaml rồi thêm vào aliases của người đó.',
      en: '`expire` (it receives for a time, then ends). To keep one, the operator writes it into grants.yaml, and it goes among the aliases.',
    },
  },
  status: {
    title: { vi: 'Đang bị khóa ở nguồn', en: 'Disabled in the source' },
    hint: {
      vi: '`active` (tiếp tục dùng). Tạm dừng hay chấm dứt chỉ theo văn bản ghi trong map.yaml.',
      en: '`active` (goes on). Suspended or ended only by a document that map.yaml names.',
    },
  },
  name: {
    title: { vi: 'Họ tên cần người xem', en: 'Names somebody has to look at' },
    hint: {
      vi: '`accept` (theo đề xuất), `keep` (giữ như ở nguồn), hoặc ghi họ tên đúng.',
      en: '`accept` (as proposed), `keep` (as it is there), or the right name.',
    },
  },
  phone: {
    title: { vi: 'Nhiều số điện thoại', en: 'Several telephone numbers' },
    hint: {
      vi: 'Tệp giữ một số; danhba xóa các số kia khỏi danh bạ, trừ khi policy.yaml có telephoneNumber trong unmanaged. `accept` (giữ số đề xuất), hoặc ghi số muốn giữ.',
      en: 'A file keeps one; danhba takes the others off the directory unless policy.yaml has telephoneNumber among unmanaged. `accept` (the one proposed), or the number to keep.',
    },
  },
} as const satisfies Record<DecisionKind, { readonly title: Words; readonly hint: Words }>;

export const decisionReasonWords = {
  'unknown-value': { vi: 'map.yaml không có giá trị này', en: 'no value of map.yaml' },
  'no-organization': { vi: 'nguồn không ghi cơ quan', en: 'the source names no organization' },
  proposed: { vi: 'mới là đề xuất', en: 'only proposed' },
  'same-id': { vi: 'trùng số hiệu', en: 'same employee number' },
  'same-person': { vi: 'trùng họ tên, cơ quan, điện thoại', en: 'same name, organization, telephone' },
  'same-address': { vi: 'hai mục chung một địa chỉ', en: 'two entries with one address' },
  differs: { vi: 'khác quy tắc, còn đúng dạng', en: 'not by the rules, in their form' },
  legacy: {
    vi: 'không đúng dạng: chỉ giữ được tạm thời (13.7)',
    en: 'not in the form: kept for a time (13.7)',
  },
  outside: { vi: 'ngoài tên miền: không giữ được', en: 'outside of the domain: cannot be kept' },
  taken: { vi: 'địa chỉ theo quy tắc đã có chủ (5.2.b)', en: 'the one by the rules is taken (5.2.b)' },
  underivable: { vi: 'họ tên chưa cho ra địa chỉ', en: 'the name gives no address' },
  'alias-refused': { vi: 'quy tắc không cho', en: 'the rules refuse it' },
  disabled: { vi: 'bị khóa ở nguồn', en: 'disabled there' },
  capitals: { vi: 'viết toàn chữ hoa hoặc chữ thường', en: 'in capitals, or without any' },
  unmarked: { vi: 'không có dấu', en: 'without marks' },
  'given-first': { vi: 'tên đứng trước họ', en: 'given name first' },
  title: { vi: 'có chức danh, ghi chú trong họ tên', en: 'a title or a note in the name' },
  'two-names': { vi: 'hai họ tên khác nhau', en: 'two different names' },
  broken: { vi: 'chữ bị hỏng bảng mã', en: 'broken encoding' },
  unreadable: { vi: 'cần tách họ, tên', en: 'family and given name to be told apart' },
  'no-name': { vi: 'không có họ tên', en: 'no name' },
  'several-phones': { vi: 'nhiều số', en: 'several' },
} as const satisfies Record<DecisionReason, Words>;

export const refusalWords = {
  word: { vi: 'không hiểu câu trả lời', en: 'the answer is not understood' },
  document: { vi: 'thiếu số văn bản', en: 'the document is missing' },
  date: { vi: 'thiếu ngày, hoặc ngày chưa tới', en: 'the date is missing, or to come' },
  organization: { vi: 'không có cơ quan nào mang mã này', en: 'no organization has this id' },
  address: { vi: 'địa chỉ không đúng dạng', en: 'the address is not in the form' },
  taken: { vi: 'địa chỉ đã có chủ', en: 'the address is taken' },
  outside: { vi: 'không văn bản nào giữ được', en: 'no document can keep it' },
  name: { vi: 'trả lời về họ tên trước', en: 'the name is to be answered first' },
  'in-map': { vi: 'ghi trong map.yaml', en: 'to be written in map.yaml' },
  file: { vi: 'ghi trong tệp và grants.yaml', en: 'to be written in the file and grants.yaml' },
} as const satisfies Record<AnswerRefusal, Words>;

export const decisionsWords = {
  vi: {
    title: 'Những điều chỉ con người quyết định được',
    waiting: (waiting: number, all: number) => `Còn ${waiting} trên ${all} dòng chờ trả lời.`,
    how: 'Trả lời trong cột `answer` của decisions.csv (mở bằng Excel được), ghi `document` và `date` nếu cần, rồi chạy lại lệnh nhập.',
    none: 'Không có gì phải quyết định.',
    columns: {
      name: 'Họ tên',
      organization: 'Cơ quan',
      there: 'Ở nguồn',
      byRule: 'Theo quy tắc',
      proposal: 'Đề xuất',
      reason: 'Lý do',
      answer: 'Trả lời',
      place: 'Chỗ',
    },
  },
  en: {
    title: 'What only people can decide',
    waiting: (waiting: number, all: number) => `${waiting} of ${all} rows wait for an answer.`,
    how: 'Answer in the column `answer` of decisions.csv (Excel opens it), with `document` and `date` where needed, and import again.',
    none: 'There is nothing to decide.',
    columns: {
      name: 'Name',
      organization: 'Organization',
      there: 'In the source',
      byRule: 'By the rules',
      proposal: 'Proposal',
      reason: 'Reason',
      answer: 'Answer',
      place: 'Place',
    },
  },
} as const;
