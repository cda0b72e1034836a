/** The words of what is to be done, and of how it stands with a mailbox: Vietnamese first, English beside. */
import type { MailFindingCode } from '../../../model/mail/state.ts';
import type { DeedGroup } from '../../../model/publish/history.ts';
import type { Standing } from '../../../model/publish/standing.ts';
import type { WorkClass } from '../../../model/publish/work.ts';
import { findingHeadings } from '../../report/words/headings.ts';
import type { Label } from './site.ts';

export const standingWords = {
  active: { vi: 'đang dùng', en: 'active' },
  waiting: { vi: 'chưa cấp', en: 'not issued yet' },
  locked: { vi: 'đang khóa', en: 'locked' },
  suspended: { vi: 'tạm dừng', en: 'suspended' },
  ended: { vi: 'đã chấm dứt', en: 'ended' },
} as const satisfies Record<Standing['state'], Label>;

export const classWords = {
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  now: { vi: 'Đến lượt làm', en: 'To be done now' },
  held: { vi: 'Đang giữ lại', en: 'Held' },
  custodian: { vi: 'Thiếu người quản lý hộp thư', en: 'Without a custodian' },
  mail: { vi: 'Phải xem trên máy chủ thư', en: 'To look at on the mail server' },
  waits: { vi: 'Chờ làm', en: 'Waits to be done' },
  ending: { vi: 'Sắp kết thúc trong 30 ngày', en: 'Ends within 30 days' },
} as const satisfies Record<WorkClass, Label>;

/** Who has to do it. */
export const actorWords = {
  unit: { vi: 'Cơ quan, đơn vị', en: 'The unit' },
  custodian: { vi: 'Người quản lý hộp thư', en: 'The custodian' },
  operator: { vi: 'Đơn vị vận hành', en: 'The operator' },
  approver: { vi: 'Người duyệt', en: 'The approver' },
  job: { vi: 'danhba tự làm', en: 'danhba itself' },
} as const satisfies Record<string, Label>;

export type Actor = keyof typeof actorWords;

export const findingWords = {
  ...findingHeadings,
  forward: { vi: 'Chuyển thư ra ngoài (12.5)', en: 'Mail sent outside (12.5)' },
} as const satisfies Record<MailFindingCode, Label>;

export const deedWords = {
  issued: { vi: 'cấp mới', en: 'issued' },
  changed: { vi: 'sửa đổi', en: 'changed' },
  restored: { vi: 'khôi phục', en: 'restored' },
  suspended: { vi: 'tạm dừng', en: 'suspended' },
  ended: { vi: 'chấm dứt', en: 'ended' },
  deleted: { vi: 'xóa', en: 'deleted' },
} as const satisfies Record<DeedGroup, Label>;

export const overviewWords = {
  title: { vi: 'Việc phải làm', en: 'What is to be done' },
  work: { vi: 'Việc phải làm ở đây', en: 'To be done here' },
  glance: { vi: 'Nhìn chung', en: 'At a glance' },
  byActor: { vi: 'Ai phải làm', en: 'Who has to do it' },
  byOrganization: { vi: 'Theo cơ quan', en: 'By organization' },
  elsewhere: { vi: 'Không thuộc cơ quan nào', en: 'Of no organization' },
  nothing: { vi: 'Không có việc nào.', en: 'Nothing is to be done.' },
  quiet: { vi: 'cơ quan không có việc gì', en: 'organizations with nothing to do' },
  several: { vi: 'cơ quan', en: 'organizations' },
  state: { vi: 'Tình trạng', en: 'State' },
  since: { vi: 'từ', en: 'since' },
  until: { vi: 'Làm việc đến hết ngày', en: 'Works until' },
  custodian: { vi: 'Người quản lý hộp thư', en: 'Custodian' },
  noCustodian: { vi: 'chưa có ai', en: 'nobody' },
  account: { vi: 'Hộp thư', en: 'Mailbox' },
  what: { vi: 'Việc', en: 'What' },
  due: { vi: 'Hạn', en: 'Due' },
  who: { vi: 'Ai làm', en: 'Who' },
  unknown: { vi: 'không rõ tên', en: 'of no known name' },
  accounts: { vi: 'Hộp thư trên máy chủ', en: 'Mailboxes on the server' },
  mailSkipped: { vi: 'Không hỏi máy chủ thư nào.', en: 'No mail server was asked.' },
  mailUnreachable: {
    vi: 'Máy chủ thư không trả lời: chưa rõ ở đó có gì.',
    en: 'The mail server did not answer: what is on it is not known.',
  },
  accessDoubt: {
    vi: 'Lần truy cập cuối không đọc được: không ai bị tính là lâu không truy cập (8.1).',
    en: 'Last access cannot be read: nobody counts as long absent (8.1).',
  },
  weeks: { vi: 'Các tuần qua', en: 'The weeks before' },
  weeksHow: {
    vi: 'Đếm từ nhật ký kiểm toán, đã kiểm tra chuỗi; không từ nguồn nào khác.',
    en: 'Counted from the audit, whose chain was verified, and from nothing else.',
  },
  broken: {
    vi: 'Chuỗi của nhật ký kiểm toán không nguyên vẹn, nên không có hình nào: xem "danhba audit verify".',
    en: 'The chain of the audit does not hold, so there is no picture: see "danhba audit verify".',
  },
  deeds: { vi: 'Đã làm mỗi tuần', en: 'Done in each week' },
  heldOver: { vi: 'Việc còn giữ lại cuối mỗi tuần', en: 'Still held at the end of each week' },
  activeOver: { vi: 'Hộp thư đang dùng, cuối mỗi tuần', en: 'Active mailboxes at the end of each week' },
  lockedOver: {
    vi: 'Hộp thư tạm dừng, đã chấm dứt, cuối mỗi tuần',
    en: 'Suspended and ended mailboxes at the end of each week',
  },
  numbers: { vi: 'Các con số', en: 'The numbers' },
  week: { vi: 'Tuần từ', en: 'Week from' },
} as const satisfies Record<string, Label>;
