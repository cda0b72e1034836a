/** The words of a plan: kinds of change, fields, reasons, and why something is held. */
import type { AccountField } from '../../model/account.ts';
import type { ChangeKind, HeldArgs, Plan, WhyCode } from '../../model/plan.ts';
import type { Language, WordingTable } from '../wording.ts';

type Words = Readonly<Record<Language, string>>;

export const kindWords = {
  create: { vi: 'cấp mới', en: 'issue' },
  update: { vi: 'cập nhật', en: 'update' },
  rename: { vi: 'đổi địa chỉ', en: 'rename' },
  suspend: { vi: 'tạm dừng', en: 'suspend' },
  restore: { vi: 'khôi phục', en: 'restore' },
  terminate: { vi: 'chấm dứt', en: 'terminate' },
  transfer: { vi: 'chuyển công tác', en: 'transfer' },
} as const satisfies Record<ChangeKind, Words>;

export const kindSigns = {
  create: '+',
  update: '~',
  rename: '→',
  suspend: '‖',
  restore: '▸',
  terminate: '×',
  transfer: '⇄',
} as const satisfies Record<ChangeKind, string>;

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
  custodian: { vi: 'người phụ trách', en: 'custodian' },
  privileged: { vi: 'mật khẩu mức quản trị', en: "administrators' password policy" },
  mailbox: { vi: 'có hộp thư', en: 'has a mailbox' },
  address: { vi: 'địa chỉ', en: 'address' },
  addresses: { vi: 'mọi địa chỉ', en: 'all addresses' },
  state: { vi: 'trạng thái', en: 'state' },
  since: { vi: 'từ ngày', en: 'since' },
  reason: { vi: 'lý do', en: 'reason' },
  basis: { vi: 'căn cứ', en: 'basis' },
  notice: { vi: 'thông báo', en: 'notice' },
  issued: { vi: 'ngày cấp', en: 'issued' },
  restored: { vi: 'ngày khôi phục', en: 'restored' },
  reset: { vi: 'cấp lại mật khẩu', en: 'password reset' },
  locked: { vi: 'khóa đăng nhập', en: 'login locked' },
} as const satisfies Record<AccountField, Words>;

export const whyWords = {
  declared: { vi: 'khai báo mới', en: 'declared' },
  differs: { vi: 'máy chủ khác tệp', en: 'the server differs from the file' },
  'address-derived': { vi: 'địa chỉ theo quy tắc đặt tên', en: 'the address follows the naming rules' },
  'address-decided': { vi: 'địa chỉ theo quyết định', en: 'the address was decided' },
  'suspension-declared': { vi: 'có quyết định tạm dừng', en: 'a suspension is recorded' },
  'restoration-declared': { vi: 'có văn bản đề nghị khôi phục', en: 'a restoration is recorded' },
  'declared-again': { vi: 'được khai báo trở lại', en: 'declared again' },
  'termination-declared': { vi: 'có quyết định nghỉ hoặc chuyển', en: 'a termination is recorded' },
  removed: { vi: 'không còn trong tệp, chưa ghi căn cứ', en: 'no longer in the file, no basis recorded' },
  dissolved: { vi: 'tổ chức giải thể', en: 'the organization is dissolved' },
  moved: { vi: 'chuyển sang tổ chức khác', en: 'moved to another organization' },
} as const satisfies Record<WhyCode, Words>;

const classWords = {
  suspend: { vi: 'tạm dừng', en: 'suspensions' },
  terminate: { vi: 'chấm dứt', en: 'terminations' },
  delete: { vi: 'xóa', en: 'deletions' },
  rename: { vi: 'đổi địa chỉ', en: 'renames' },
} as const;

export const heldWords: WordingTable<HeldArgs> = {
  problem: {
    vi: ({ problem, place }) => ({ message: `tệp có lỗi [${problem}] tại ${place}`, hint: 'danhba check' }),
    en: ({ problem, place }) => ({
      message: `its file has an error [${problem}] at ${place}`,
      hint: 'danhba check',
    }),
  },
  'organization-unreadable': {
    vi: ({ file }) => ({
      message: `tệp ${file} chưa đọc được, nên tài khoản giữ nguyên`,
      hint: 'danhba check',
    }),
    en: ({ file }) => ({
      message: `${file} cannot be read, so the account stays as it is`,
      hint: 'danhba check',
    }),
  },
  'organization-vanished': {
    vi: ({ organization }) => ({
      message: `tệp của tổ chức "${organization}" không còn; tài khoản giữ nguyên`,
      hint: 'Khôi phục tệp; tổ chức kết thúc thì ghi "dissolved" chứ không xóa tệp',
    }),
    en: ({ organization }) => ({
      message: `the file of organization "${organization}" is gone; the account stays as it is`,
      hint: 'Bring the file back; an organization that ends says "dissolved", its file is not deleted',
    }),
  },
  'organization-emptied': {
    vi: ({ organization, count }) => ({
      message: `"${organization}" mất cả ${count} người cùng lúc; chưa chấm dứt ai`,
      hint: 'Nếu đúng, ghi "termination" cho từng người',
    }),
    en: ({ organization, count }) => ({
      message: `"${organization}" lost all its ${count} people at once; nobody is terminated`,
      hint: 'If that is right, record a "termination" for each',
    }),
  },
  'address-held': {
    vi: ({ address, holder }) => ({
      message: `${address} đang là của ${holder}`,
      hint: 'Xin quyết định một địa chỉ khác (5.2.b)',
    }),
    en: ({ address, holder }) => ({
      message: `${address} belongs to ${holder}`,
      hint: 'Have another address decided (5.2.b)',
    }),
  },
  'address-cycle': {
    vi: ({ addresses }) => ({
      message: `các tài khoản đổi địa chỉ cho nhau (${addresses.join(', ')})`,
      hint: 'Làm hai bước: đổi một người sang địa chỉ khác trước',
    }),
    en: ({ addresses }) => ({
      message: `accounts take one another's addresses (${addresses.join(', ')})`,
      hint: 'Do it in two steps: give one of them another address first',
    }),
  },
  'restoration-needed': {
    vi: ({ since }) => ({
      message: `đang tạm dừng từ ${since}; chỉ khôi phục khi có văn bản đề nghị (8.3)`,
      hint: 'Thêm "restoration: {document: …, date: …}"',
    }),
    en: ({ since }) => ({
      message: `suspended since ${since}; only a written request restores it (8.3)`,
      hint: 'Add "restoration: {document: …, date: …}"',
    }),
  },
  'entry-occupied': {
    vi: ({ dn }) => ({
      message: `mục ${dn} không phải của danhba đang ở đúng chỗ này`,
      hint: 'Người quản trị máy chủ dời hoặc xóa mục đó',
    }),
    en: ({ dn }) => ({
      message: `the entry ${dn}, not managed by danhba, stands in this place`,
      hint: 'The administrator of the server moves or removes that entry',
    }),
  },
  guard: {
    vi: ({ class: kind, scope, count, of, shareLimit, countLimit }) => ({
      message: `quá nhiều ${classWords[kind].vi} ${scope ? `trong "${scope}"` : 'trong một lần chạy'}: ${count}/${of} (mức: ${shareLimit} % và ${countLimit})`,
      hint: 'Xem kỹ danh sách; nếu đúng, duyệt một lần bằng --approve với mã duyệt dưới đây',
    }),
    en: ({ class: kind, scope, count, of, shareLimit, countLimit }) => ({
      message: `too many ${classWords[kind].en} ${scope ? `in "${scope}"` : 'in one run'}: ${count} of ${of} (limits: ${shareLimit} % and ${countLimit})`,
      hint: 'Read the list; if it is right, approve it once by --approve with the digest below',
    }),
  },
  'depends-on-held': {
    vi: ({ other }) => ({ message: `chờ ${other}, đang được giữ lại`, hint: '' }),
    en: ({ other }) => ({ message: `waits for ${other}, which is held`, hint: '' }),
  },
  'read-doubtful': {
    vi: ({ seen, expected }) => ({
      message:
        expected === null
          ? `đọc được ${seen} mục nhưng chưa có mốc của lần chạy trước, nên chưa làm`
          : `chỉ đọc được ${seen} mục, lần trước có ${expected}: có thể thiếu quyền đọc, nên chưa làm`,
      hint: 'Kiểm tra quyền của tài khoản và máy chủ; nếu số mục đúng là đã giảm, duyệt một lần bằng --approve',
    }),
    en: ({ seen, expected }) => ({
      message:
        expected === null
          ? `${seen} entries were read, but no earlier run left a count to measure that by`
          : `only ${seen} entries were read, ${expected} were there after the last run: rights may be missing`,
      hint: 'Check the rights of the account and the server; if entries were really removed, approve once by --approve',
    }),
  },
  protected: {
    vi: () => ({
      message: 'tài khoản được bảo vệ, không bao giờ bị khóa',
      hint: 'policy.yaml: guard.protected',
    }),
    en: () => ({ message: 'a protected account is never locked', hint: 'policy.yaml: guard.protected' }),
  },
};

export const planWords = {
  vi: {
    title: (plan: Plan) => `Kế hoạch ngày ${plan.today} · ${plan.domain}`,
    nothing: 'Không có gì phải làm: máy chủ đúng như danh bạ.',
    onlyHeld: 'Không có gì làm ngay; còn việc đang giữ lại.',
    pending: (count: number) => `${count} thay đổi`,
    held: 'Giữ lại, chưa làm',
    unmarked: 'Mục trên máy chủ không phải do danhba quản lý (không đụng tới)',
    more: (count: number) => `… và ${count} mục nữa (danhba plan --all)`,
    byOrganization: 'Theo tổ chức',
    organization: 'tổ chức',
    total: 'cộng',
    approval: 'Mã duyệt một lần (--approve)',
    digest: 'Mã kế hoạch (--digest)',
    clause: 'khoản',
    others: 'tổ chức khác',
    account: 'tài khoản',
    change: 'thay đổi',
    why: 'vì',
  },
  en: {
    title: (plan: Plan) => `Plan of ${plan.today} · ${plan.domain}`,
    nothing: 'Nothing to do: the server is as the directory says.',
    onlyHeld: 'Nothing to do now; some changes are held.',
    pending: (count: number) => `${count} changes`,
    held: 'Held, not done',
    unmarked: 'Entries on the server that danhba does not manage (never touched)',
    more: (count: number) => `… and ${count} more (danhba plan --all)`,
    byOrganization: 'By organization',
    organization: 'organization',
    total: 'total',
    approval: 'One-time approval (--approve)',
    digest: 'Plan digest (--digest)',
    clause: 'clause',
    others: 'other organizations',
    account: 'account',
    change: 'change',
    why: 'why',
  },
} as const satisfies Record<Language, unknown>;
