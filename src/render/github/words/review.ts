/** The words of the one comment under a pull request. */
import type { ConsentCode } from '../../../model/github/review.ts';
import type { Language } from '../../text/wording.ts';

export const consentWords = {
  changed: {
    vi: (organization: string) => `sửa tệp của ${organization}`,
    en: (organization: string) => `the file of ${organization} changes`,
  },
  'moved-away': {
    vi: (organization: string) => `nhận người của ${organization}, nơi chưa ghi việc chuyển đi`,
    en: (organization: string) => `somebody of ${organization}, who has not been let go there, is taken on`,
  },
  'id-taken': {
    vi: (organization: string) => `dùng mã của ${organization} ở tệp khác`,
    en: (organization: string) => `another file takes the id of ${organization}`,
  },
  'operator-key': {
    vi: (organization: string) => `sửa phần thuộc đơn vị vận hành trong tệp của ${organization}`,
    en: (organization: string) => `what is the operator's changes in the file of ${organization}`,
  },
  'new-organization': { vi: () => 'thêm tổ chức mới', en: () => 'a new organization' },
  outside: { vi: () => 'sửa tệp không thuộc tổ chức nào', en: () => 'files of no organization change' },
} as const satisfies Record<ConsentCode, Record<Language, (organization: string) => string>>;

export const reviewWords = {
  vi: {
    sound: 'danhba: thay đổi này hợp lệ',
    wrong: (errors: number) => `danhba: ${errors} lỗi phải sửa`,
    unapproved: 'danhba: chưa đủ người có quyền đồng ý',
    consents: 'Cần đồng ý',
    allowed: 'Người gửi được sửa các tệp này.',
    operatorsMissing: 'chưa có ai: đơn vị vận hành chưa có người đại diện',
    oneOf: 'một trong',
    problems: 'Lỗi và cảnh báo',
    behind: (count: number) =>
      `Nhánh này còn thiếu ${count} thay đổi của nhánh chính: bấm **"Update branch"** để kế hoạch dưới đây chỉ còn phần của bạn.`,
    earlier: (count: number) => `Ngoài ra ${count} mục đã có từ trước, không do thay đổi này.`,
    notes: 'Cần xem kỹ',
    passwordKnown: (custodian: string, organization: string) =>
      `${custodian} không còn quản lý hộp thư của ${organization} nhưng vẫn biết mật khẩu (9.1): gửi phiếu «Đặt lại mật khẩu», hoặc ghi \`passwordReset\` ngay trong thay đổi này.`,
    longAgo: (told: string) => `${told}. Có phải ghi nhầm năm?`,
    error: 'lỗi',
    warning: 'cảnh báo',
    suggestion: 'Theo quy tắc, dòng này phải là (bấm nút để nhận):',
    issued: 'Địa chỉ sẽ cấp',
    changes: 'Thay đổi khác',
    altered: 'Thay đổi khác trước',
    gone: 'Không còn làm',
    held: 'Giữ lại, chưa làm',
    approval: 'Khi cần, đơn vị vận hành duyệt một lần bằng mã',
    noPlan: 'Chưa có kế hoạch: lần chạy này không được đọc máy chủ.',
    noChange: 'Trên máy chủ không có gì đổi.',
    more: (count: number) => `… và ${count} mục nữa`,
    cut: 'Đã rút gọn cho vừa một bình luận; bản đầy đủ ở tệp kèm của lần chạy.',
    due: 'hạn',
    name: 'tên',
    address: 'địa chỉ',
  },
  en: {
    sound: 'danhba: this change is sound',
    wrong: (errors: number) => `danhba: ${errors} to be put right`,
    unapproved: 'danhba: somebody who may has yet to agree',
    consents: 'Who has to agree',
    allowed: 'The author may change these files.',
    operatorsMissing: 'nobody yet: the operator has no representatives',
    oneOf: 'one of',
    problems: 'Errors and warnings',
    behind: (count: number) =>
      `This branch lacks ${count} commits of the main branch: press **Update branch**, so that the plan below holds your part alone.`,
    earlier: (count: number) => `Besides, ${count} were there before and are not of this change.`,
    notes: 'To be looked at',
    passwordKnown: (custodian: string, organization: string) =>
      `${custodian} keeps the mailbox of ${organization} no more but still knows its password (9.1): send the form for a reset, or write \`passwordReset\` in this very change.`,
    longAgo: (told: string) => `${told}. Dated last year by mistake?`,
    error: 'error',
    warning: 'warning',
    suggestion: 'By the rules this line reads (one click takes it):',
    issued: 'Addresses to be issued',
    changes: 'Other changes',
    altered: 'Changed otherwise than before',
    gone: 'No longer done',
    held: 'Held, not done',
    approval: 'Where needed, the operator approves once, by the digest',
    noPlan: 'No plan: this run may not read the server.',
    noChange: 'Nothing changes on the server.',
    more: (count: number) => `… and ${count} more`,
    cut: 'Cut to fit one comment; the whole is in the artifact of the run.',
    due: 'due',
    name: 'name',
    address: 'address',
  },
} as const satisfies Record<Language, unknown>;
