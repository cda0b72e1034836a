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

/** The first line of the answer, and the title of the check. */
export const headlineWords = {
  vi: {
    conflict: 'Chưa gộp được: nhánh chính vừa đổi cùng chỗ',
    wrong: (errors: number) => `${errors} lỗi phải sửa`,
    removed: (who: string | number) =>
      typeof who === 'number'
        ? `${who} người bị xóa khỏi tệp, chưa ghi lý do`
        : `Xóa mục của ${who}, chưa ghi lý do`,
    waiting: 'Chờ duyệt',
    held: (held: number, all: number, isApproved: boolean) =>
      `${isApproved ? 'Đã duyệt' : 'Đủ người duyệt'}, nhưng ${held}/${all} việc sẽ CHƯA làm`,
    ready: 'Sẵn sàng gộp',
    unseen: 'Tệp đúng quy tắc, chưa xem được máy chủ',
    nothing: 'Không đổi gì trên máy chủ',
    counted: (kind: string, count: number) => `${count} ${kind}`,
    renamed: (before: string, after: string) => `Đổi tên: ${before} → ${after}`,
    change: (label: string) => `Sửa ${label}`,
    organizations: (count: number) => `${count} cơ quan`,
  },
  en: {
    conflict: 'Cannot be merged: the main branch has changed the same place',
    wrong: (errors: number) => `${errors} to be put right`,
    removed: (who: string | number) =>
      typeof who === 'number'
        ? `${who} people are taken out of the files, with no word on why`
        : `The lines of ${who} are gone, with no word on why`,
    waiting: 'Waits for an approval',
    held: (held: number, all: number, isApproved: boolean) =>
      `${isApproved ? 'Approved' : 'Agreed to'}, but ${held} of ${all} will NOT be done yet`,
    ready: 'Ready to merge',
    unseen: 'The files are right, the server was not seen',
    nothing: 'Nothing changes on the server',
    counted: (kind: string, count: number) => `${kind}: ${count}`,
    renamed: (before: string, after: string) => `Another name: ${before} → ${after}`,
    change: (label: string) => `Change of ${label}`,
    organizations: (count: number) => `${count} organizations`,
  },
} as const satisfies Record<Language, unknown>;

export const reviewWords = {
  vi: {
    consents: 'Cần duyệt',
    allowed: 'Đủ người duyệt.',
    operatorsMissing: 'chưa có ai: đơn vị vận hành chưa có người đại diện',
    oneOf: 'một trong',
    teamsUnread: 'GitHub không cho xem thành viên của nhóm, nên lời của nhóm chưa được tính',
    problems: 'Lỗi và cảnh báo',
    behind: (count: number) =>
      `Nhánh này còn thiếu ${count} thay đổi của nhánh chính: bấm **"Update branch"** để kế hoạch dưới đây chỉ còn phần của bạn.`,
    earlier: (count: number) => `Ngoài ra ${count} mục đã có từ trước, không do thay đổi này.`,
    notes: 'Cần xem kỹ',
    passwordKnown: (custodian: string, organization: string) =>
      `${custodian} không còn quản lý hộp thư của ${organization} nhưng vẫn biết mật khẩu (9.1): gửi phiếu «Cấp lại mật khẩu», hoặc ghi \`passwordReset\` ngay trong thay đổi này.`,
    longAgo: (told: string) => `${told}. Có phải ghi nhầm năm?`,
    error: 'lỗi',
    warning: 'cảnh báo',
    suggestion: 'Theo quy tắc, dòng này phải là (bấm nút để nhận):',
    deed: 'việc',
    who: 'người, hộp thư',
    change: 'sẽ đổi',
    altered: 'Thay đổi đang chờ sẵn, nay làm khác đi',
    gone: 'Không còn làm',
    held: 'Giữ lại, chưa làm',
    approval: 'Khi cần, đơn vị vận hành duyệt một lần bằng mã',
    conflicts: 'Tệp có hai bên cùng sửa',
    noPlan: 'Lần chạy này không được đọc máy chủ, nên chưa biết sẽ đổi gì ở đó.',
    more: (count: number) => `… và ${count} mục nữa`,
    cut: 'Đã rút gọn cho vừa một bình luận; bản đầy đủ ở tệp kèm của lần chạy.',
    technical: 'Kỹ thuật: tệp, khoản, mã',
    line: (line: number) => `dòng ${line}`,
    agency: 'hộp thư cơ quan',
    ownEdit: 'sửa trong đề nghị này',
    withdrawn: 'bỏ',
    formerUntil: (day: string) => `địa chỉ cũ còn nhận thư đến ${day}`,
    formerGone: 'địa chỉ cũ thôi nhận thư',
    addressAdded: 'thêm địa chỉ',
    addressGone: 'bỏ địa chỉ',
    sealed: 'mật khẩu mới trong phiếu niêm phong',
    deleted: 'xóa hộp thư và thư trong đó',
    ended: 'đóng hộp thư cũ (8.2)',
    notTold: 'không nêu ở đây',
    sessions: 'các phiên đang mở bị ngắt',
    removedLines: 'Nghỉ hưu, thôi việc, chuyển đi: giữ lại các dòng đã xóa và thêm bốn dòng này vào cuối mục',
    reasons:
      '`retirement` là nghỉ hưu, `resignation` thôi việc, `transfer` chuyển đi (thêm dòng `to:` với mã cơ quan mới).',
    document: 'SỐ-VĂN-BẢN',
    day: 'NĂM-THÁNG-NGÀY',
    removedEnds: (day: string) => `nếu cứ gộp, hộp thư chấm dứt sau ngày ${day}`,
  },
  en: {
    consents: 'Who has to agree',
    allowed: 'Everybody entitled has agreed.',
    operatorsMissing: 'nobody yet: the operator has no representatives',
    oneOf: 'one of',
    teamsUnread: 'GitHub does not show who is in the team, so its word counts for nothing',
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
    deed: 'what',
    who: 'whose',
    change: 'changes',
    altered: 'Was to be done anyway, and is done otherwise now',
    gone: 'No longer done',
    held: 'Held, not done',
    approval: 'Where needed, the operator approves once, by the digest',
    conflicts: 'Files both sides have changed',
    noPlan: 'This run may not read the server, so what would change there is not known.',
    more: (count: number) => `… and ${count} more`,
    cut: 'Cut to fit one comment; the whole is in the artifact of the run.',
    technical: 'Technical: files, clauses, digests',
    line: (line: number) => `line ${line}`,
    agency: 'agency mailbox',
    ownEdit: 'edited in this pull request',
    withdrawn: 'without',
    formerUntil: (day: string) => `the former address receives until ${day}`,
    formerGone: 'the former address receives no more',
    addressAdded: 'another address',
    addressGone: 'no more',
    sealed: 'a new password, sealed',
    deleted: 'the mailbox and its mail are deleted',
    ended: 'the mailbox that is left ends (8.2)',
    notTold: 'not told here',
    sessions: 'open sessions end',
    removedLines:
      'Retired, resigned, moved on: keep the lines that were deleted, and add these four to their end',
    reasons:
      'The reason is `retirement`, `resignation` or `transfer` (with another line, `to:` and the id of the new organization).',
    document: 'NUMBER-OF-THE-DOCUMENT',
    day: 'YEAR-MONTH-DAY',
    removedEnds: (day: string) => `merged like this, the mailbox ends after ${day}`,
  },
} as const satisfies Record<Language, unknown>;
