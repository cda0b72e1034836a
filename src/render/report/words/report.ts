/** The words of the reports: titles, columns, and what each status means. */
import type { Looks } from '../../../model/account/account.ts';
import type {
  CustodianStatus,
  DeadlineEvent,
  DeadlineStatus,
  DeletionNeed,
  ForwardStatus,
  InactivityStatus,
  LegacyStatus,
  PasswordStatus,
  ReportName,
  UnmanagedStatus,
} from '../../../model/report.ts';
import type { Language } from '../../text/wording.ts';
import { usageTitles } from './usage.ts';

type Words = Readonly<Record<Language, string>>;

export const reportTitles = {
  deadlines: { vi: 'Các hạn theo quy chế', en: 'Deadlines' },
  inactive: { vi: 'Hộp thư không truy cập (8.1)', en: 'Mailboxes without access (8.1)' },
  passwords: { vi: 'Hạn mật khẩu (4.2, 6.3)', en: 'Passwords (4.2, 6.3)' },
  suspended: { vi: 'Hộp thư tạm dừng, chấm dứt (8.1, 8.2)', en: 'Suspended and ended mailboxes (8.1, 8.2)' },
  held: { vi: 'Việc đang giữ lại', en: 'Held, not done' },
  custodians: { vi: 'Người quản lý hộp thư cơ quan (9.1)', en: 'Custodians of agency mailboxes (9.1)' },
  legacy: { vi: 'Địa chỉ có từ trước (13.7)', en: 'Addresses from before (13.7)' },
  forwards: {
    vi: 'Chuyển thư ra ngoài cơ quan nhà nước (12.5)',
    en: "Mail sent out of the government's domains (12.5)",
  },
  mail: { vi: 'Máy chủ thư: dung lượng, hộp thư', en: 'Mail server: quotas and mailboxes' },
  unmanaged: { vi: 'Có trên máy chủ, không có trong tệp nào', en: 'On the server and in no file' },
  usage: { vi: 'Sử dụng theo tổ chức (13.9, Điều 15)', en: 'Usage by organization (13.9, 15)' },
} as const satisfies Record<ReportName, Words>;

/** Said where a report has no row. */
export const emptyWords = {
  deadlines: { vi: 'Không có hạn nào.', en: 'No deadline.' },
  inactive: {
    vi: 'Không có hộp thư nào sắp hết hạn truy cập (--all: mọi hộp thư).',
    en: 'No mailbox is near the end of its term (--all: every mailbox).',
  },
  passwords: {
    vi: 'Không có mật khẩu nào cần để ý (--all: mọi tài khoản).',
    en: 'No password needs attention (--all: every account).',
  },
  suspended: {
    vi: 'Không có hộp thư nào tạm dừng hoặc đã chấm dứt.',
    en: 'No mailbox is suspended or has ended.',
  },
  held: { vi: 'Không có việc nào bị giữ lại.', en: 'Nothing is held.' },
  custodians: {
    vi: 'Hộp thư cơ quan nào cũng có người quản lý (--all: danh sách).',
    en: 'Every agency mailbox has its custodian (--all: the list).',
  },
  legacy: { vi: 'Không có hộp thư nào giữ địa chỉ cũ.', en: 'No mailbox keeps an old address.' },
  forwards: { vi: 'Không có quy tắc thư nào chuyển thư ra ngoài.', en: 'No script sends mail outside.' },
  mail: { vi: 'Không có gì phải xem trên máy chủ thư.', en: 'Nothing to look at on the mail server.' },
  unmanaged: {
    vi: 'Mọi mục trong hai nhánh tài khoản đều do danhba quản lý.',
    en: 'Every entry in the two containers of accounts is danhba’s.',
  },
  usage: { vi: 'Không có tổ chức nào.', en: 'No organization.' },
} as const satisfies Record<ReportName, Words>;

export const legacyWords = {
  over: { vi: 'đến ngày đổi', en: 'to be renamed' },
  stuck: { vi: 'không đổi được', en: 'cannot be renamed' },
  absent: { vi: 'tài khoản không có', en: 'not on the account' },
  kept: { vi: 'đang giữ', en: 'kept' },
} as const satisfies Record<LegacyStatus, Words>;

export const deadlineStatusWords = {
  overdue: { vi: 'quá hạn', en: 'overdue' },
  now: { vi: 'đến lượt', en: 'now' },
  coming: { vi: 'sắp tới', en: 'coming' },
  done: { vi: 'xong, muộn', en: 'done, late' },
} as const satisfies Record<DeadlineStatus, Words>;

export const eventWords = {
  planned: { vi: 'hạn làm', en: 'to be done' },
  removal: {
    vi: 'không có trong tệp: chấm dứt',
    en: 'in no file: then ended',
  },
  deletion: { vi: 'hết thời hạn: xóa sau đó', en: 'kept: then deleted' },
  inactivity: {
    vi: 'không truy cập: tạm dừng sau đó',
    en: 'no access: then suspended',
  },
  absence: { vi: 'hết thời gian vắng đã báo', en: 'notified absence ends' },
  notification: {
    vi: 'hạn báo quyết định nghỉ',
    en: 'leaving to be notified',
  },
  recorded: { vi: 'đã ghi, có hiệu lực', en: 'recorded, takes effect' },
  'operator-lock': {
    vi: 'khóa theo điện thoại: chờ văn bản',
    en: 'locked upon a call: document due',
  },
  notice: { vi: 'thiếu thông báo bằng văn bản (8.1)', en: 'written notice missing (8.1)' },
  'last-day': { vi: 'ngày làm việc cuối, hôm sau chấm dứt', en: 'last day of work, ends the day after' },
  request: { vi: 'đề nghị chờ gộp', en: 'request, not merged' },
} as const satisfies Record<DeadlineEvent, Words>;

export const inactivityWords = {
  overdue: { vi: 'quá hạn', en: 'overdue' },
  soon: { vi: 'sắp hết hạn', en: 'soon' },
  protected: { vi: 'được miễn', en: 'protected' },
  running: { vi: 'còn hạn', en: 'running' },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
} as const satisfies Record<InactivityStatus, Words>;

export const passwordWords = {
  'never-set': { vi: 'chưa có mật khẩu', en: 'never set' },
  expired: { vi: 'đã hết hạn', en: 'expired' },
  'must-change': { vi: 'chưa đổi lần đầu', en: 'first not replaced' },
  expiring: { vi: 'sắp hết hạn', en: 'expires soon' },
  valid: { vi: 'còn hạn', en: 'valid' },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
} as const satisfies Record<PasswordStatus, Words>;

export const custodianWords = {
  none: { vi: 'chưa phân công', en: 'none assigned' },
  unknown: { vi: 'không có trong danh bạ', en: 'not in the directory' },
  elsewhere: { vi: 'thuộc tổ chức khác', en: 'belongs elsewhere' },
  ended: { vi: 'không còn công tác', en: 'has left' },
  leaving: { vi: 'sắp nghỉ hoặc chuyển', en: 'is leaving' },
  suspended: { vi: 'đang bị tạm dừng', en: 'is suspended' },
  assigned: { vi: 'đã phân công', en: 'assigned' },
} as const satisfies Record<CustodianStatus, Words>;

export const unmanagedWords = {
  declared: { vi: 'địa chỉ có trong tệp', en: 'address is in a file' },
  deeper: { vi: 'nằm sâu hơn một bậc', en: 'more than one level down' },
  other: { vi: 'không ai khai', en: 'declared by nobody' },
} as const satisfies Record<UnmanagedStatus, Words>;

export const looksWords = {
  person: { vi: 'cá nhân', en: 'a person' },
  agency: { vi: 'cơ quan', en: 'an agency' },
  service: { vi: 'dịch vụ', en: 'a service' },
  other: { vi: 'khác', en: 'something else' },
} as const satisfies Record<Looks, Words>;

export const forwardWords = {
  active: { vi: 'đang chạy', en: 'active' },
  inactive: { vi: 'không chạy', en: 'inactive' },
} as const satisfies Record<ForwardStatus, Words>;

export const needWords = {
  notice: { vi: 'thiếu thông báo (8.1)', en: 'no notice (8.1)' },
  record: { vi: 'chưa ghi vào tệp', en: 'not in the file' },
  calendar: { vi: 'thiếu lịch nghỉ', en: 'no calendar' },
  since: { vi: 'thiếu ngày bắt đầu', en: 'no day to count from' },
} as const satisfies Record<DeletionNeed, Words>;

export const reportWords = {
  vi: {
    ...usageTitles.vi,
    on: (today: string) => `ngày ${today}`,
    account: 'tài khoản',
    key: 'mã',
    group: 'loại',
    organization: 'tổ chức',
    organizationName: 'tên',
    total: 'cộng',
    ofWhich: 'gồm',
    status: 'tình trạng',
    due: 'hạn',
    days: 'ngày',
    event: 'việc',
    document: 'văn bản',
    addresses: 'địa chỉ cũ → theo quy định',
    renamedOn: (day: string) => `đổi từ ${day}`,
    since: 'từ ngày',
    ended: 'chấm dứt',
    reason: 'lý do',
    notice: 'thông báo',
    deletable: 'xóa được sau',
    keptUntil: 'lưu đến hết',
    earliest: (day: string) => `Nếu thông báo hôm nay thì xóa được sau ngày ${day} (8.1)`,
    lastAccess: (day: string) => `truy cập ${day}`,
    never: 'chưa từng truy cập',
    from: 'tính từ',
    absentUntil: (day: string) => `vắng có báo đến ${day}`,
    byPolicy: 'guard.protected',
    byLock: 'đơn vị vận hành khóa (17.2)',
    changed: 'đã đổi',
    expires: 'hạn (4.2)',
    server: 'máy chủ',
    administrator: 'mức quản trị',
    notReplaced: 'chưa đổi lần đầu',
    otherPolicy: 'chính sách khác',
    custodian: 'người quản lý hộp thư',
    entry: 'mục',
    addressesWhose: 'địa chỉ → của ai',
    raise: 'Đưa lên một bậc, từng mục một, rồi mới tiếp nhận (ldapmodify):',
    change: 'thay đổi',
    why: 'vì',
    held: 'còn bị giữ lại',
    finding: 'thấy gì',
    heldItems: (count: number) => `${count} việc chưa làm`,
    planned: 'sẽ',
    passwordsUnreadable:
      'Không đọc được ngày đổi mật khẩu của ai: kiểm tra quyền đọc pwdChangedTime của tài khoản.',
    more: (count: number) => `… và ${count} dòng nữa (--all)`,
  },
  en: {
    ...usageTitles.en,
    on: (today: string) => today,
    account: 'account',
    key: 'key',
    group: 'kind',
    organization: 'organization',
    organizationName: 'name',
    total: 'total',
    ofWhich: 'of which',
    status: 'status',
    due: 'due',
    days: 'days',
    event: 'what',
    document: 'document',
    addresses: 'old address → by the rules',
    renamedOn: (day: string) => `renamed from ${day}`,
    since: 'since',
    ended: 'ended',
    reason: 'reason',
    notice: 'notice',
    deletable: 'deletable after',
    keptUntil: 'kept until',
    earliest: (day: string) => `With a notice of today: deletable after ${day} (8.1)`,
    lastAccess: (day: string) => `accessed ${day}`,
    never: 'never accessed',
    from: 'counted from',
    absentUntil: (day: string) => `absence notified until ${day}`,
    byPolicy: 'guard.protected',
    byLock: 'locked by an operator (17.2)',
    changed: 'changed',
    expires: 'ends (4.2)',
    server: 'server',
    administrator: 'administrator',
    notReplaced: 'first not replaced',
    otherPolicy: 'another policy',
    custodian: 'custodian',
    entry: 'entry',
    addressesWhose: 'addresses → whose',
    raise: 'Brings them up, one by one, before they are adopted (ldapmodify):',
    change: 'change',
    why: 'why',
    held: 'held besides',
    finding: 'finding',
    heldItems: (count: number) => (count === 1 ? '1 item' : `${count} items`),
    planned: 'to',
    passwordsUnreadable:
      "Nobody's day of the last password change could be read: look at the account's right to pwdChangedTime.",
    more: (count: number) => `… and ${count} more rows (--all)`,
  },
} as const satisfies Record<Language, unknown>;
