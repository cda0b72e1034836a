/** What stands above the rows that share a reason, or a kind of finding: words, with the code of the JSON behind them. */
import type { HeldCode } from '../../../model/plan/plan.ts';
import type { OtherMailFinding } from '../../../model/report.ts';
import type { Language } from '../../text/wording.ts';

type Words = Readonly<Record<Language, string>>;

export const heldHeadings = {
  problem: { vi: 'Tệp có lỗi', en: 'Errors in files' },
  'organization-unreadable': { vi: 'Chưa đọc được tệp của tổ chức', en: 'Files that cannot be read' },
  'organization-vanished': { vi: 'Tệp của tổ chức không còn', en: 'Files that are gone' },
  'organization-emptied': { vi: 'Tổ chức mất hết người cùng lúc', en: 'Organizations that lost everybody' },
  'address-held': { vi: 'Địa chỉ đang có người dùng', en: 'Addresses somebody else has' },
  'address-cycle': { vi: 'Địa chỉ đổi vòng cho nhau', en: 'Addresses exchanged in a circle' },
  'address-retired': { vi: 'Địa chỉ còn trong thời gian nghỉ', en: 'Addresses that rest' },
  'legacy-new': {
    vi: 'Địa chỉ cũ mà tài khoản không có (13.7)',
    en: 'Old addresses the account does not have (13.7)',
  },
  'restoration-needed': { vi: 'Thiếu đề nghị khôi phục (8.3)', en: 'No request to restore (8.3)' },
  'reset-refused': { vi: 'Chưa cấp lại được mật khẩu', en: 'Passwords not reset' },
  'notice-missing': { vi: 'Thiếu thông báo tạm dừng (8.1)', en: 'No notice of the suspension (8.1)' },
  'notice-early': {
    vi: 'Thông báo có trước khi tạm dừng',
    en: 'Notices older than what they tell',
  },
  guard: { vi: 'Quá nhiều thay đổi một lúc, chờ duyệt', en: 'Too many changes at once, to be approved' },
  'approval-needed': { vi: 'Làm cùng với việc chờ duyệt', en: 'Done along with what waits for approval' },
  'read-doubtful': { vi: 'Không chắc đã đọc đủ máy chủ', en: 'The read may be incomplete' },
  protected: { vi: 'Không bao giờ khóa (guard.protected)', en: 'Never locked (guard.protected)' },
  'person-replaced': { vi: 'Mã cá nhân mang tên người khác', en: 'Another name under the id' },
  'consent-missing': { vi: 'Thiếu người phải duyệt', en: 'Somebody’s word is missing' },
  'calendar-missing': { vi: 'Thiếu lịch nghỉ của năm', en: 'No calendar of the year' },
  'suspension-unrecorded': { vi: 'Tạm dừng chưa ghi vào tệp', en: 'Suspensions not in the file' },
  'recipient-missing': { vi: 'Không có nơi nhận mật khẩu', en: 'Nobody to seal a password for' },
  'entry-occupied': { vi: 'Chỗ của mục trên máy chủ có mục khác', en: 'The entry’s place is taken' },
  'entry-children': { vi: 'Còn mục khác bên dưới mục phải xóa', en: 'Entries below the one to delete' },
  'entry-class': {
    vi: 'Mục có lớp không chứa được tài khoản',
    en: 'Entries of a class that holds no account',
  },
  'entry-options': { vi: 'Mục có thuộc tính kèm tùy chọn', en: 'Attributes with an option' },
  'entry-misplaced': { vi: 'Mục nằm sai chỗ trên máy chủ', en: 'Entries in another place' },
  'entry-misnamed': { vi: 'Mục mang tên sai trên máy chủ', en: 'Entries of another name' },
  'entry-duplicate': { vi: 'Hai mục mang cùng một mã', en: 'Two entries with one key' },
  'locked-otherwise': { vi: 'Bị khóa bằng cách khác', en: 'Locked otherwise' },
  'operator-lock': { vi: 'Đơn vị vận hành khóa theo điện thoại (17.2)', en: 'Locked upon a call (17.2)' },
  'password-policy-missing': { vi: 'Máy chủ thiếu chính sách mật khẩu', en: 'No password policy' },
  'release-needed': { vi: 'Tổ chức cũ chưa cho chuyển đi', en: 'The former organization has not let go' },
  'depends-on-held': { vi: 'Chờ việc khác đang giữ lại', en: 'Waits for something held' },
  'deletion-not-due': { vi: 'Chưa đến hạn xóa', en: 'Deletions that are not due' },
  'removal-waits': {
    vi: 'Không còn trong tệp, chờ đến hạn (8.2)',
    en: 'In no file, until the term is over (8.2)',
  },
  'adoption-waits': { vi: 'Chờ tiếp nhận mục có sẵn', en: 'Entries that wait to be adopted' },
  'adoption-resembles': {
    vi: 'Mục có sẵn mang địa chỉ này',
    en: 'Entries of others that have the address',
  },
  'adoption-changed': { vi: 'Mục có sẵn đã thay đổi', en: 'Entries to adopt that have changed' },
  'adoption-taken': { vi: 'Đã có mục, hoặc đã có chủ', en: 'Entries to adopt that are taken' },
  'adoption-undeclared': { vi: 'Mục chưa có ai khai báo', en: 'Entries to adopt that no file declares' },
  'adoption-refused': { vi: 'Mục chưa tiếp nhận được', en: 'Entries that cannot be adopted yet' },
  'undo-changed': { vi: 'Mục đã đổi từ khi tiếp nhận', en: 'Entries changed since they were adopted' },
} as const satisfies Record<HeldCode, Words>;

export const findingHeadings = {
  'answer-as': { vi: 'Tự trả lời nhân danh người khác', en: 'Answers in another’s name' },
  quota: { vi: 'Dung lượng khác policy.yaml', en: 'Quotas other than policy.yaml says' },
  orphan: { vi: 'Thư không còn chủ', en: 'Mail without an entry' },
  'no-mailbox': { vi: 'Máy chủ thư không biết hộp thư', en: 'Mailboxes the mail server does not know' },
  quarantined: { vi: 'Thư trong Quarantine (4.6)', en: 'Letters in Quarantine (4.6)' },
  unread: { vi: 'Hộp thư không đọc được', en: 'Mailboxes that could not be read' },
} as const satisfies Record<OtherMailFinding['code'], Words>;

export const sumsHeading = { vi: 'Theo tổ chức', en: 'By organization' } as const satisfies Words;
