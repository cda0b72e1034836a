/** The words of the report on usage: titles, what could not be told and why, and how each figure is made. */
import type { RequestsUnseen } from '../../../model/usage.ts';
import type { Language } from '../../text/wording.ts';

type Words = Readonly<Record<Language, string>>;

/** Columns that no other report has. */
export const usageTitles = {
  vi: {
    openMailboxes: 'hộp thư',
    within30: '30 ngày',
    within180: '180 ngày',
    suspendedNow: 'tạm dừng',
    lookedAfter: 'quản lý',
    issuedIn: 'cấp mới',
    endedIn: 'chấm dứt',
    unreadNow: 'chưa đọc',
    forwardsNow: 'chuyển thư',
    requestsDone: 'việc',
    doneInTime: 'đúng hạn',
  },
  en: {
    openMailboxes: 'mailboxes',
    within30: '30 days',
    within180: '180 days',
    suspendedNow: 'suspended',
    lookedAfter: 'custodian',
    issuedIn: 'issued',
    endedIn: 'ended',
    unreadNow: 'unread',
    forwardsNow: 'forwards',
    requestsDone: 'requests',
    doneInTime: 'in time',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Why it is not told what was done in time. */
export const requestsUnseenWords = {
  audit: {
    vi: 'Việc đúng hạn: để trống, vì chưa có nhật ký kiểm toán (--audit).',
    en: 'Requests in time: blank, for no audit is given (--audit).',
  },
  github: {
    vi: 'Việc đúng hạn: để trống, vì chưa đặt GITHUB_TOKEN và GITHUB_REPOSITORY.',
    en: 'Requests in time: blank, for GITHUB_TOKEN and GITHUB_REPOSITORY are not set.',
  },
  broken: {
    vi: 'Việc đúng hạn: để trống, vì nhật ký kiểm toán không còn nguyên vẹn (danhba audit verify).',
    en: 'Requests in time: blank, for the audit is not as it was written (danhba audit verify).',
  },
} as const satisfies Readonly<Record<Extract<RequestsUnseen, string>, Words>>;

export const usageWords = {
  vi: {
    yes: 'có',
    no: 'chưa có',
    organizations: 'tổ chức',
    mailboxes: 'hộp thư',
    usedIn30: 'dùng trong 30 ngày',
    usedIn180: 'dùng trong 180 ngày',
    requests: 'việc được đề nghị',
    inTime: 'đúng hạn',
    period: (name: string, from: string, to: string) =>
      `Kỳ ${name}: từ ${from} đến ${to}. Số đã dùng tính đến hôm nay.`,
    used: 'Hộp thư và số đã dùng',
    events: 'Trong kỳ, và thư hôm nay',
    toldOf: (organizations: number, mailboxes: number) =>
      `Tổng số đã dùng là của ${organizations} tổ chức có số liệu, với ${mailboxes} hộp thư.`,
    small: (count: number, least: number) =>
      `${count} tổ chức có dưới ${least} hộp thư: không nêu số đã dùng, vì sẽ biết được của ai.`,
    unseen: (count: number, since: string | undefined) =>
      since === undefined
        ? `${count} tổ chức để trống số đã dùng: chưa biết máy chủ ghi đăng nhập từ ngày nào.`
        : `${count} tổ chức để trống số đã dùng: máy chủ ghi đăng nhập từ ${since}, hộp thư cấp trước đó có thể đã dùng mà không thấy.`,
    unreadUnseen: (why: string) => `Thư chưa đọc: để trống. ${why}`,
    unreadFailed: (count: number) => `Thư chưa đọc: ${count} hộp thư cơ quan không đếm được, để trống.`,
    forwardsFailed: (count: number) =>
      `Chuyển thư: ${count} hộp thư không đọc được quy tắc, tổ chức đó để trống.`,
    requestsUnseen: (why: string) => `Việc đúng hạn: để trống. ${why}`,
    auditSince: (day: string) => `Nhật ký kiểm toán bắt đầu từ ${day}: việc làm trước đó không có ở đây.`,
    unjudged: (count: number) =>
      `${count} việc chưa xét được hạn vì thiếu lịch nghỉ của năm: tổ chức có việc đó để trống cột đúng hạn.`,
    pushed: (count: number) =>
      `${count} việc làm theo commit không qua pull request nào: không ai đề nghị, nên không tính.`,
    howUsed:
      'Hộp thư: đang mở hôm nay, của cá nhân và của chính tổ chức, không tính tổ chức bên dưới. 30 ngày, 180 ngày: số hộp thư có lần đăng nhập cuối cách đây không quá chừng ấy ngày; máy chủ chỉ giữ lần cuối nên không tính lại được cho ngày đã qua. Quản lý: hộp thư cơ quan có người quản lý còn trong danh bạ (9.1).',
    howSuspended: 'Tạm dừng: hôm nay.',
    howIssued:
      'Cấp mới: ngày cấp nằm trong kỳ, của hộp thư còn trên máy chủ hôm nay; hộp thư đã xóa không tính.',
    howEnded: 'Chấm dứt: cũng vậy, theo ngày chấm dứt.',
    howMail:
      'Chưa đọc: thư chưa ai mở trong hộp đến của hộp thư cơ quan, theo máy chủ thư, lúc này. Chuyển thư: hộp thư có quy tắc đang chạy chuyển thư ra ngoài cơ quan nhà nước (12.5).',
    howRequests:
      'Việc: mỗi hộp thư một yêu cầu đã gộp, có hạn theo 6.2, 8.2, 8.3 và đã làm trong kỳ theo nhật ký kiểm toán; tính cho tổ chức đang quản lý hộp thư. Đúng hạn: làm không muộn hơn hạn, đếm từ ngày mở pull request.',
    chart: 'Hộp thư mỗi tổ chức và số đã dùng',
    chartRest: (count: number) => `${count} tổ chức khác`,
    chartDescription: (shown: number, rest: number) =>
      rest === 0
        ? `Mỗi tổ chức ba thanh: hộp thư đang mở, dùng trong 180 ngày, dùng trong 30 ngày. ${shown} tổ chức, nhiều hộp thư nhất ở trên. Số liệu có trong bảng.`
        : `Mỗi tổ chức ba thanh: hộp thư đang mở, dùng trong 180 ngày, dùng trong 30 ngày. ${shown} tổ chức nhiều hộp thư nhất, ${rest} tổ chức còn lại gộp ở dưới cùng. Số liệu có trong bảng.`,
  },
  en: {
    yes: 'yes',
    no: 'none',
    organizations: 'organizations',
    mailboxes: 'mailboxes',
    usedIn30: 'used within 30 days',
    usedIn180: 'used within 180 days',
    requests: 'requests',
    inTime: 'in time',
    period: (name: string, from: string, to: string) =>
      `Period ${name}: ${from} to ${to}. What is used is as of today.`,
    used: 'Mailboxes, and how many are used',
    events: 'In the period, and mail today',
    toldOf: (organizations: number, mailboxes: number) =>
      organizations === 1
        ? `The sums of what is used are of the 1 organization with figures, which has ${mailboxes} mailboxes.`
        : `The sums of what is used are of the ${organizations} organizations with figures, which have ${mailboxes} mailboxes.`,
    small: (count: number, least: number) =>
      `Organizations with fewer than ${least} mailboxes: ${count}. How many are used is left out: it would tell of somebody.`,
    unseen: (count: number, since: string | undefined) =>
      since === undefined
        ? `Organizations with a blank for what is used: ${count}. It is not known since when the server records logins.`
        : `Organizations with a blank for what is used: ${count}. The server records logins since ${since}; a mailbox that was issued before may have been used unseen.`,
    unreadUnseen: (why: string) => `Unread letters: blank. ${why}`,
    unreadFailed: (count: number) =>
      `Unread letters: blank for agency mailboxes that could not be counted: ${count}.`,
    forwardsFailed: (count: number) =>
      `Forwards: blank for the organizations of mailboxes whose rules could not be read: ${count}.`,
    requestsUnseen: (why: string) => `Requests in time: blank. ${why}`,
    auditSince: (day: string) => `The audit begins on ${day}: what was done before is not in it.`,
    unjudged: (count: number) =>
      `Requests that cannot be judged, for their year has no calendar: ${count}. Their organizations have a blank for what was in time.`,
    pushed: (count: number) =>
      `Done for commits that came by no pull request: ${count}. Nobody has asked for it, and it is not counted.`,
    howUsed:
      'Mailboxes: open today, of people and of the organization itself, without those below it. 30 days, 180 days: mailboxes whose last login is no longer ago; the server keeps the last one alone, so that no day of the past can be told. Custodian: whether the agency mailbox has one who is still in the directory (9.1).',
    howSuspended: 'Suspended: today.',
    howIssued:
      'Issued: the day of issue is in the period, of mailboxes that are on the server today; those that were deleted are not counted.',
    howEnded: 'Ended: the same, by the day of the end.',
    howMail:
      "Unread: letters nobody has opened in the inbox of the agency mailbox, as the mail server says now. Forwards: mailboxes with a script at work that sends mail out of the government's domains (12.5).",
    howRequests:
      'Requests: for each mailbox one that was merged, has a term by 6.2, 8.2 or 8.3, and was done in the period as the audit says; counted for the organization that manages the mailbox. In time: done no later than its day, counted from the opening of the pull request.',
    chart: 'Mailboxes of each organization, and how many are used',
    chartRest: (count: number) => `${count} others`,
    chartDescription: (shown: number, rest: number) =>
      rest === 0
        ? `Three bars for each organization: mailboxes that are open, used within 180 days, used within 30 days. ${shown} organizations, the most mailboxes first. The figures are in the table.`
        : `Three bars for each organization: mailboxes that are open, used within 180 days, used within 30 days. The ${shown} organizations with the most mailboxes; the other ${rest} are summed at the bottom. The figures are in the table.`,
  },
} as const satisfies Record<Language, unknown>;
