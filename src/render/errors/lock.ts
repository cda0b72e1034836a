/** What is told where an operator's lock upon a call (17.2), or its lifting, is refused. */
import type { RemarkWords } from './remark-words.ts';

const suspension = {
  vi: 'Không cần khóa nữa. Mở lại bằng văn bản đề nghị (8.3): ghi "restoration" vào tệp',
  en: 'There is nothing left to lock. A written request opens it (8.3): record a "restoration" in the file',
};
const byKey = {
  vi: 'Khóa theo mã, không theo địa chỉ: mã đứng ở "id" trong tệp của tổ chức, person:<id> hoặc organization:<id>',
  en: 'By the key, not by an address: it is the "id" in the organization’s file, person:<id> or organization:<id>',
};

export const lockErrors = {
  'lock-reason.characters': {
    vi: '--reason: có ký tự điều khiển hoặc ký tự không nhìn thấy',
    en: '--reason: there are control characters, or characters that cannot be seen',
    hint: { vi: 'Gõ lại lý do trên một dòng', en: 'Type the reason again, in one line' },
  },
  'lock-reason.empty': {
    vi: '--reason: chưa có lý do',
    en: '--reason: there is none',
    hint: {
      vi: 'Ghi ai gọi và vì sao, bằng một câu',
      en: 'Say who called and why, in one sentence',
    },
  },
  'lock-reason.long': {
    vi: '--reason: {length} ký tự, nhiều nhất {longest}',
    en: '--reason: {length} characters, {longest} at most',
    hint: {
      vi: 'Ghi ngắn lại; chi tiết để vào văn bản',
      en: 'Make it shorter; the document tells the rest',
    },
  },
  'lock-refused.address': {
    vi: 'đây là địa chỉ; mã của tài khoản đang có địa chỉ này: {holder}',
    en: 'this is an address; the account that has it now is {holder}',
    hint: 'danhba lock {holder} …',
  },
  'lock-refused.foreign': {
    vi: 'đang bị khóa, nhưng không phải do đơn vị vận hành khóa theo điện thoại',
    en: 'it is locked, but by no operator’s lock',
    hint: 'danhba plan',
  },
  'lock-refused.identity': {
    vi: 'không chắc mục này là của ai ({codes}): {dns}',
    en: 'whose entry this is cannot be told for sure ({codes}): {dns}',
    hint: 'danhba report held',
  },
  'lock-refused.mailbox': {
    vi: 'tổ chức này không có hộp thư',
    en: 'this organization has no mailbox',
    hint: byKey,
  },
  'lock-refused.near': {
    vi: 'không có tài khoản nào mang mã này trên máy chủ',
    en: 'no account on the server has this key',
    hint: { vi: 'Có phải là "{near}"?', en: 'Did you mean "{near}"?' },
  },
  'lock-refused.protected': {
    vi: 'tài khoản được bảo vệ, không bao giờ bị khóa',
    en: 'a protected account is never locked',
    hint: 'policy.yaml: guard.protected',
  },
  'lock-refused.state': {
    vi: 'trạng thái trên máy chủ không rõ: "{state}"',
    en: 'its state on the server is none of ours: "{state}"',
    hint: 'danhba plan',
  },
  'lock-refused.suspended': {
    vi: 'đã tạm dừng từ {since}: không ai đăng nhập được',
    en: 'it is suspended since {since}: nobody can log in',
    hint: suspension,
  },
  'lock-refused.terminated': {
    vi: 'đã chấm dứt từ {since}: không ai đăng nhập được',
    en: 'it ended on {since}: nobody can log in',
    hint: suspension,
  },
  'lock-refused.unknown': {
    vi: 'không có tài khoản nào mang mã này trên máy chủ',
    en: 'no account on the server has this key',
    hint: byKey,
  },
  'lock-refused.unmarked': {
    vi: 'địa chỉ này ở một mục không do danhba quản lý: {dn}',
    en: 'this address is on an entry that danhba does not manage: {dn}',
    hint: {
      vi: 'danhba không đụng tới mục đó: khóa bằng công cụ của máy chủ',
      en: 'danhba never touches it: lock it with the server’s own tools',
    },
  },
  'option-lock': {
    vi: 'Cần đúng một trong hai: --reason LÝ-DO, --lift',
    en: 'Exactly one of the two is needed: --reason TEXT, --lift',
    hint: 'danhba lock person:LC-000017 --lift',
  },
} as const satisfies Record<string, RemarkWords>;
