/** The words of a plan: kinds of change, fields, reasons, and what stands around them. */
import type { AccountField } from '../../../model/account/account.ts';
import type { LongAgo } from '../../../model/plan/long-ago.ts';
import type { ChangeKind, Plan, ReadDoubt } from '../../../model/plan/plan.ts';
import type { WhyCode } from '../../../model/plan/why.ts';
import type { Tone } from '../../text/screen.ts';
import type { Language } from '../../text/wording.ts';

type Words = Readonly<Record<Language, string>>;

export const kindWords = {
  create: { vi: 'cấp mới', en: 'issue' },
  update: { vi: 'cập nhật', en: 'update' },
  rename: { vi: 'đổi địa chỉ', en: 'rename' },
  suspend: { vi: 'tạm dừng', en: 'suspend' },
  restore: { vi: 'khôi phục', en: 'restore' },
  terminate: { vi: 'chấm dứt', en: 'terminate' },
  transfer: { vi: 'chuyển công tác', en: 'transfer' },
  reset: { vi: 'cấp lại mật khẩu', en: 'reset password' },
  delete: { vi: 'xóa', en: 'delete' },
  'password-policy': { vi: 'sửa chính sách mật khẩu', en: 'correct password policy' },
  'end-sessions': { vi: 'ngắt phiên đang mở', en: 'end sessions' },
  'deactivate-script': { vi: 'tắt quy tắc chuyển thư', en: 'deactivate script' },
  lock: { vi: 'khóa theo điện thoại', en: 'lock' },
  lift: { vi: 'mở khóa', en: 'lift the lock' },
  adopt: { vi: 'tiếp nhận mục có sẵn', en: 'adopt' },
  unadopt: { vi: 'trả lại như trước', en: 'give back' },
} as const satisfies Record<ChangeKind, Words>;

export const kindSigns = {
  create: '+',
  update: '~',
  rename: '→',
  suspend: '‖',
  restore: '▸',
  terminate: '×',
  transfer: '⇄',
  reset: '⟳',
  delete: '−',
  'password-policy': '⚙',
  'end-sessions': '⊘',
  'deactivate-script': '⊘',
  lock: '‖',
  lift: '▸',
  adopt: '⊕',
  unadopt: '⊖',
} as const satisfies Record<ChangeKind, string>;

/** What is given, what changes, and what is taken away. */
export const kindTones = {
  create: 'good',
  update: 'warning',
  rename: 'warning',
  suspend: 'bad',
  restore: 'good',
  terminate: 'bad',
  transfer: 'warning',
  reset: 'warning',
  delete: 'bad',
  'password-policy': 'warning',
  'end-sessions': 'warning',
  'deactivate-script': 'warning',
  lock: 'bad',
  lift: 'good',
  adopt: 'good',
  unadopt: 'warning',
} as const satisfies Record<ChangeKind, Tone>;

export const fieldWords = {
  key: { vi: 'mã', en: 'key' },
  organization: { vi: 'tổ chức quản lý', en: 'managing organization' },
  name: { vi: 'tên', en: 'name' },
  family: { vi: 'họ', en: 'surname' },
  given: { vi: 'tên gọi', en: 'given name' },
  title: { vi: 'chức danh', en: 'title' },
  unit: { vi: 'phòng, bộ phận', en: 'unit' },
  phone: { vi: 'điện thoại', en: 'telephone' },
  organizationName: { vi: 'tên tổ chức', en: 'organization name' },
  organizationKind: { vi: 'loại tổ chức', en: 'kind of organization' },
  custodian: { vi: 'người quản lý hộp thư', en: 'custodian' },
  privileged: { vi: 'mật khẩu mức quản trị', en: "administrators' password policy" },
  mailbox: { vi: 'có hộp thư', en: 'has a mailbox' },
  address: { vi: 'địa chỉ', en: 'address' },
  addresses: { vi: 'mọi địa chỉ', en: 'all addresses' },
  former: { vi: 'địa chỉ cũ còn nhận thư', en: 'former addresses still served' },
  state: { vi: 'trạng thái', en: 'state' },
  since: { vi: 'từ ngày', en: 'since' },
  reason: { vi: 'lý do', en: 'reason' },
  basis: { vi: 'căn cứ', en: 'basis' },
  notice: { vi: 'thông báo', en: 'notice' },
  issued: { vi: 'ngày cấp', en: 'issued' },
  lockedOn: { vi: 'ngày danhba khóa', en: 'locked by danhba on' },
  noticedOn: { vi: 'ngày danhba ghi thông báo', en: 'notice recorded by danhba on' },
  renamedOn: { vi: 'ngày danhba đổi địa chỉ', en: 'renamed by danhba on' },
  restored: { vi: 'ngày khôi phục', en: 'restored' },
  reset: { vi: 'cấp lại mật khẩu', en: 'password reset' },
  missing: { vi: 'không còn trong tệp từ', en: 'missing from the files since' },
  takenName: { vi: 'tên mục có từ trước', en: 'name the entry was taken over with' },
  extraNames: { vi: 'tên mục thừa', en: 'extra names of the entry' },
  operatorLock: { vi: 'đơn vị vận hành khóa', en: 'locked by an operator' },
  locked: { vi: 'khóa đăng nhập', en: 'login locked' },
} as const satisfies Record<AccountField, Words>;

export const whyWords = {
  declared: { vi: 'khai báo mới', en: 'declared' },
  differs: { vi: 'máy chủ khác tệp', en: 'the server differs from the file' },
  'address-derived': { vi: 'địa chỉ theo quy tắc đặt tên', en: 'the address follows the naming rules' },
  'legacy-over': { vi: 'hết thời gian giữ địa chỉ cũ', en: 'the old address was kept until its day' },
  'address-decided': { vi: 'địa chỉ theo quyết định', en: 'the address was decided' },
  'suspension-declared': { vi: 'có quyết định tạm dừng', en: 'a suspension is recorded' },
  'restoration-declared': { vi: 'có văn bản đề nghị khôi phục', en: 'a restoration is recorded' },
  'declared-again': { vi: 'được khai báo trở lại', en: 'declared again' },
  'custodian-left': {
    vi: 'người quản lý hộp thư cũ đã rời cơ quan',
    en: 'the former custodian has left',
  },
  succeeded: { vi: 'theo cơ quan kế thừa', en: 'goes with the work to the successor' },
  'termination-declared': { vi: 'đã ghi căn cứ chấm dứt', en: 'a termination is recorded' },
  removed: { vi: 'không còn trong tệp, chưa ghi căn cứ', en: 'no longer in the file, no basis recorded' },
  dissolved: { vi: 'tổ chức giải thể', en: 'the organization is dissolved' },
  moved: { vi: 'chuyển sang tổ chức khác', en: 'moved to another organization' },
  returned: { vi: 'trở lại nơi cũ', en: 'back where it was' },
  completed: {
    vi: 'mục thiếu hoặc ghi sai tổ chức quản lý; phần còn lại làm ở lần chạy sau',
    en: 'the entry has no organization, or none that is known; the rest follows in the next run',
  },
  'first-seen': {
    vi: 'danhba ghi ngày thấy lần đầu, thời hạn tính từ đó',
    en: 'danhba records the day it first saw this; terms run from there',
  },
  inactive: { vi: 'không truy cập, không thông báo lý do', en: 'not accessed, and no reason notified' },
  missing: {
    vi: 'không còn trong tệp, chưa ghi căn cứ: chấm dứt khi đến hạn nếu không có ở tệp khác',
    en: 'no longer in the file, no basis recorded: ends when due unless declared elsewhere',
  },
  'reset-requested': { vi: 'có văn bản đề nghị cấp lại mật khẩu', en: 'a password reset is requested' },
  'term-elapsed': {
    vi: 'hết thời hạn kể từ thông báo tạm dừng',
    en: 'the term since the notice has elapsed',
  },
  'retention-elapsed': {
    vi: 'hết thời gian lưu giữ sau khi chấm dứt',
    en: 'the retention after termination has elapsed',
  },
  'policy-declared': { vi: 'theo policy.yaml', en: 'as policy.yaml says' },
  locked: { vi: 'đã khóa mà còn phiên đang mở', en: 'locked, with sessions still open' },
  'must-change': {
    vi: 'đã cấp lại mật khẩu mà còn phiên mở bằng mật khẩu cũ',
    en: 'the password was reset, with sessions still open by the one before',
  },
  operator: { vi: 'đơn vị vận hành, theo điện thoại', en: 'an operator, upon a call' },
  forwarding: {
    vi: 'tự động chuyển thư ra ngoài cơ quan nhà nước',
    en: "mail is sent out of the government's domains",
  },
  adopted: { vi: 'mục có từ trước danhba', en: 'an entry that was there before danhba' },
  'given-back': { vi: 'trả lại như trước khi tiếp nhận', en: 'given back as it was before adoption' },
} as const satisfies Record<WhyCode, Words>;

const recordWords = {
  suspension: { vi: 'việc tạm dừng', en: 'suspension' },
  notice: { vi: 'thông báo', en: 'notice' },
  termination: { vi: 'việc nghỉ hoặc chuyển', en: 'termination' },
} as const satisfies Record<LongAgo['field'], Words>;

type Titled = Pick<Plan, 'today' | 'domain'>;

export const planWords = {
  vi: {
    title: (plan: Titled) => `Kế hoạch ngày ${plan.today} · ${plan.domain}`,
    nothing: 'Không có gì phải làm: máy chủ đúng như danh bạ.',
    nothingHere: 'Không có gì phải làm cho tổ chức này.',
    part: (organization: string, changes: number, held: number) =>
      `Chỉ phần của ${organization}. Ở các tổ chức khác: ${changes} thay đổi, ${held} việc giữ lại (danhba plan)`,
    onlyHeld: 'Không có gì làm ngay; còn việc đang giữ lại.',
    adopting: 'Chỉ tiếp nhận mục có sẵn, hoặc trả lại: mọi việc khác chờ kế hoạch thường kế tiếp.',
    entry: 'mục trên máy chủ',
    held: 'Giữ lại, chưa làm',
    unmarked: 'Mục trên máy chủ không phải do danhba quản lý (không đụng tới)',
    more: (count: number) => `… và ${count} mục nữa (danhba plan --all)`,
    organization: 'tổ chức',
    total: 'cộng',
    approval: 'Mã duyệt một lần (--approve)',
    digest: 'Mã kế hoạch (--digest)',
    clause: 'khoản',
    notDue: (count: number, earliest: string) =>
      `${count} hộp thư chờ đến hạn xóa, sớm nhất sau ngày ${earliest} (danhba report suspended)`,
    due: 'hạn',
    group: 'theo',
    granted: (address: string, document: string | undefined) =>
      `${address} được cấp phép${document === undefined ? '' : ` theo ${document}`} (grants.yaml)`,
    accessDoubt: {
      'not-recorded': 'Máy chủ không ghi lần truy cập cuối, nên không tạm dừng ai vì không truy cập.',
      'not-readable':
        'Không thấy lần truy cập nào (chưa ai đăng nhập, hoặc không có quyền đọc), nên không tạm dừng ai vì không truy cập.',
      'replica-unread':
        'Chưa đọc được lần truy cập ở máy chủ bản sao, nên không tạm dừng ai vì không truy cập',
    },
    doubt: ({ seen, expected }: ReadDoubt) =>
      expected === null
        ? `KHÔNG CHẮC ĐÃ ĐỌC ĐỦ: thấy ${seen} mục, chưa có số của lần chạy trước. Kiểm tra rồi xác nhận: --expect ${seen}`
        : `KHÔNG CHẮC ĐÃ ĐỌC ĐỦ: thấy ${seen} mục, lần trước có ${expected}. Kiểm tra quyền đọc và máy chủ; nếu đúng là đã giảm: --expect ${seen}`,
    longAgo: 'Ngày đã lâu mà máy chủ chưa biết (có phải ghi nhầm năm?)',
    longAgoOne: (field: LongAgo['field'], date: string, deletable: string) =>
      `${recordWords[field].vi} ghi ngày ${date}; hộp thư có thể bị xóa sau ngày ${deletable}`,
    term: {
      notice: 'tính từ thông báo',
      retention: 'tính từ ngày chấm dứt',
      lock: 'tính từ ngày danhba khóa',
      seen: 'tính từ ngày danhba ghi nhận thông báo',
      access: 'tính từ lần đăng nhập cuối',
    },
    upcoming: {
      suspend: 'Sắp bị tạm dừng vì không truy cập (8.1)',
      terminate: 'Sắp chấm dứt theo ngày đã ghi (8.2)',
    },
    willSuspend: (from: string, due: string) =>
      `không truy cập từ ${from}; bị tạm dừng sau ngày ${due} nếu không đăng nhập hoặc thông báo lý do`,
    willEnd: (from: string, due: string) =>
      `quyết định ngày ${from}; hộp thư dùng đến hết ngày ${due}, hôm sau chấm dứt`,
    others: 'tổ chức khác',
    account: 'tài khoản',
    change: 'thay đổi',
    why: 'vì',
  },
  en: {
    title: (plan: Titled) => `Plan of ${plan.today} · ${plan.domain}`,
    nothing: 'Nothing to do: the server is as the directory says.',
    nothingHere: 'Nothing to do for this organization.',
    part: (organization: string, changes: number, held: number) =>
      `Only the part of ${organization}. In other organizations: ${changes} changes, ${held} held (danhba plan)`,
    onlyHeld: 'Nothing to do now; some changes are held.',
    adopting:
      'Only entries that are taken over, or given back: everything else waits for the next ordinary plan.',
    entry: 'entry on the server',
    held: 'Held, not done',
    unmarked: 'Entries on the server that danhba does not manage (never touched)',
    more: (count: number) => `… and ${count} more (danhba plan --all)`,
    organization: 'organization',
    total: 'total',
    approval: 'One-time approval (--approve)',
    digest: 'Plan digest (--digest)',
    clause: 'clause',
    notDue: (count: number, earliest: string) =>
      `${count} mailboxes wait for their deletion, the first after ${earliest} (danhba report suspended)`,
    due: 'due',
    group: 'with',
    granted: (address: string, document: string | undefined) =>
      `${address} granted${document === undefined ? '' : ` by ${document}`} (grants.yaml)`,
    accessDoubt: {
      'not-recorded': 'The server does not record the last access, so nobody is suspended for inactivity.',
      'not-readable':
        'No last access is to be seen (nobody has logged in, or rights are missing), so nobody is suspended for inactivity.',
      'replica-unread':
        'The last access at a replica could not be read, so nobody is suspended for inactivity',
    },
    doubt: ({ seen, expected }: ReadDoubt) =>
      expected === null
        ? `THE READ MAY BE INCOMPLETE: ${seen} entries were seen, and no earlier run left a count. Look, then confirm: --expect ${seen}`
        : `THE READ MAY BE INCOMPLETE: ${seen} entries were seen, ${expected} were there after the last run. Check the rights and the server; if they were really removed: --expect ${seen}`,
    longAgo: 'Dates far back that the server does not know yet (last year, by mistake?)',
    longAgoOne: (field: LongAgo['field'], date: string, deletable: string) =>
      `the ${recordWords[field].en} is dated ${date}; the mailbox could be deleted after ${deletable}`,
    term: {
      notice: 'counted from the notice',
      retention: 'counted from the end',
      lock: 'counted from the day danhba locked it',
      seen: 'counted from the day danhba first heard of the notice',
      access: 'counted from the last login',
    },
    upcoming: {
      suspend: 'About to be suspended for inactivity (8.1)',
      terminate: 'About to end, on the day that is recorded (8.2)',
    },
    willSuspend: (from: string, due: string) =>
      `not accessed since ${from}; suspended after ${due} unless there is a login or a reason notified`,
    willEnd: (from: string, due: string) =>
      `decided on ${from}; the mailbox lives until the end of ${due}, and ends the day after`,
    others: 'other organizations',
    account: 'account',
    change: 'change',
    why: 'why',
  },
} as const satisfies Record<Language, unknown>;
