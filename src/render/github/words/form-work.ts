/** The words of what a form is answered after its merge, as the units speak. */
import type { CalendarDate } from '../../../model/directory/organization.ts';
import type { RequestKind } from '../../../model/github/request.ts';
import { dateText, weekdayText } from '../../text/dates.ts';
import type { Language } from '../../text/wording.ts';

const page = { vi: (url: string) => ` tại ${url}`, en: (url: string) => ` at ${url}` };

export const formWorkWords = {
  vi: {
    doneOn: (day: CalendarDate) => `**Xong ngày ${weekdayText(day, 'vi')}**`,
    doneTold: (today: CalendarDate) => `**Đã xong**, báo ngày ${weekdayText(today, 'vi')}`,
    term: (due: CalendarDate, inTime: boolean) =>
      `${inTime ? 'đúng hạn' : '**trễ hạn**'} ${weekdayText(due, 'vi')}`,
    dueOn: (due: CalendarDate) => `hạn ${weekdayText(due, 'vi')}`,
    clause: {
      issue: 'khoản 6.2',
      change: 'khoản 6.2',
      custodian: 'khoản 9.1',
      suspend: 'khoản 8.1',
      notice: 'khoản 8.1',
      terminate: 'khoản 8.2',
      restore: 'khoản 8.3',
      reset: 'khoản 7.2',
    },
    deed: {
      issue: 'Cấp mới',
      change: 'Thay đổi thông tin',
      custodian: 'Đổi người quản lý hộp thư cơ quan',
      suspend: 'Tạm dừng',
      notice: 'Ghi số thông báo tạm dừng',
      terminate: 'Chấm dứt',
      restore: 'Khôi phục',
      reset: 'Cấp lại mật khẩu',
    },
    keptBy: (name: string) => `người quản lý mới là **${name}**`,
    superseded: 'Sau đó tệp đã được sửa tiếp bởi một thay đổi khác.',
    former: (address: string, until: CalendarDate) =>
      `Địa chỉ cũ ${address} còn nhận thư đến hết ngày ${dateText(until, 'vi')}.`,
    password: {
      first: (file: string, holder: string) => `Mật khẩu lần đầu: tệp ${file}, ${holder}.`,
      reset: (file: string, holder: string) => `Mật khẩu mới: tệp ${file}, ${holder}.`,
    },
    holder: {
      organization: (name: string) => `người giữ khóa của ${name} mở, in và trao tận tay`,
      operator: (name: string) => `đơn vị vận hành mở, in và chuyển cho ${name} trao tận tay`,
    },
    firstLogin: {
      first: (url: string | undefined) =>
        `Tiếp theo: người nhận đổi mật khẩu ngay${url === undefined ? '' : page.vi(url)} (khoản 6.3); chưa đổi thì chưa dùng được hộp thư.`,
      reset: (url: string | undefined) =>
        `Tiếp theo: người nhận đổi mật khẩu ngay${url === undefined ? '' : page.vi(url)} (khoản 7.3); mật khẩu cũ không còn dùng được.`,
    },
    next: {
      issue: () => '',
      change: () => '',
      custodian: () =>
        'Tiếp theo: người quản lý trước còn biết mật khẩu; gửi phiếu *Cấp lại mật khẩu* cho hộp thư cơ quan.',
      suspend: () =>
        'Tiếp theo: hộp thư không đăng nhập được nữa. Muốn mở lại: gửi phiếu *Khôi phục hộp thư* kèm văn bản đề nghị (khoản 8.3).',
      notice: () =>
        'Tiếp theo: thời hạn xóa tính từ ngày của thông báo (khoản 8.1); trước đó hộp thư còn được khôi phục (khoản 8.3).',
      terminate: (months: number) =>
        `Hộp thư đã chấm dứt không đăng nhập được nữa; thư được giữ ${months} tháng rồi mới xóa.`,
      restore: () =>
        'Tiếp theo: đăng nhập bằng mật khẩu đang có; quên, hoặc mật khẩu đã quá hạn, thì gửi phiếu *Cấp lại mật khẩu*.',
      reset: () => '',
    },
    more: (count: number) => `… và ${count} mục nữa`,
    merged: (pull: number) => `**Thay đổi #${pull} đã được gộp.** danhba thực hiện ở lần chạy tới.`,
    waits: (pull: number, done: number, waiting: number) =>
      done === 0
        ? `**Thay đổi #${pull} đã được gộp, nhưng chưa làm được.** Đang chờ:`
        : `**Thay đổi #${pull} đã được gộp: đã làm ${done}, còn ${waiting}.** Đang chờ:`,
    left: (count: number) =>
      `**Còn ${count} dòng của danh sách chưa làm**, vì sao thì xem bảng ở trên: gửi phiếu mới cho các dòng đó.`,
    leaves: (pull: number) => `**Thay đổi #${pull} đã được gộp**, chờ qua ngày làm việc cuối cùng:`,
    lastDay: (day: CalendarDate) =>
      `hộp thư dùng bình thường đến hết ${weekdayText(day, 'vi')}, sau đó danhba chấm dứt.`,
    termRuns: (due: CalendarDate, clause: string) => `Hạn: ${weekdayText(due, 'vi')} (${clause}).`,
    closesItself: 'Xong việc, danhba trả lời tại đây và tự đóng phiếu.',
    settled: (pull: number) => `Thay đổi #${pull}: đã xong, xem trả lời ở dưới.`,
    held: {
      operator: 'đơn vị vận hành phải xử lý một việc trên máy chủ trước; đơn vị gửi phiếu không phải làm gì.',
      approval: 'thay đổi vượt ngưỡng, chờ người vận hành duyệt; đơn vị gửi phiếu không phải làm gì.',
      other: 'một thay đổi khác phải xong trước.',
      lock: 'hộp thư đang bị đơn vị vận hành khóa theo điện thoại (khoản 17.2); chờ đơn vị vận hành mở.',
      file: 'tệp của cơ quan đang có lỗi, sửa xong thì làm tiếp (xem mục kiểm tra `danhba` của thay đổi).',
      keys: 'chưa có khóa để niêm phong mật khẩu; đơn vị vận hành ghi khóa của cơ quan hoặc của mình.',
      restoration:
        'hộp thư đang khóa; muốn dùng lại thì gửi phiếu *Khôi phục hộp thư* kèm văn bản đề nghị (khoản 8.3).',
    },
    notSo: 'hộp thư trên máy chủ chưa như phiếu đề nghị; danhba xem lại ở mỗi lần chạy.',
    notTried: 'lần chạy này chưa làm đến; lần chạy sau làm tiếp.',
    again: (result: string) => `${result}; lần chạy sau làm lại.`,
  },
  en: {
    doneOn: (day: CalendarDate) => `**Done on ${weekdayText(day, 'en')}**`,
    doneTold: (today: CalendarDate) => `**Done**, told on ${weekdayText(today, 'en')}`,
    term: (due: CalendarDate, inTime: boolean) =>
      `${inTime ? 'in time, due' : '**late**, due'} ${weekdayText(due, 'en')}`,
    dueOn: (due: CalendarDate) => `due ${weekdayText(due, 'en')}`,
    clause: {
      issue: 'clause 6.2',
      change: 'clause 6.2',
      custodian: 'clause 9.1',
      suspend: 'clause 8.1',
      notice: 'clause 8.1',
      terminate: 'clause 8.2',
      restore: 'clause 8.3',
      reset: 'clause 7.2',
    },
    deed: {
      issue: 'Issued:',
      change: 'Changed:',
      custodian: 'Custodian of the agency mailbox:',
      suspend: 'Suspended:',
      notice: 'Number of the notice of suspension:',
      terminate: 'Ended:',
      restore: 'Restored:',
      reset: 'Password reset:',
    },
    keptBy: (name: string) => `kept by **${name}** from now on`,
    superseded: 'Another change of the files has altered it since.',
    former: (address: string, until: CalendarDate) =>
      `The former address ${address} receives until the end of ${dateText(until, 'en')}.`,
    password: {
      first: (file: string, holder: string) => `First password: file ${file}; ${holder}.`,
      reset: (file: string, holder: string) => `New password: file ${file}; ${holder}.`,
    },
    holder: {
      organization: (name: string) => `the key holder of ${name} opens and prints it and hands it over`,
      operator: (name: string) => `the operator opens and prints it, for ${name} to hand over`,
    },
    firstLogin: {
      first: (url: string | undefined) =>
        `Next: the holder changes the password at once${url === undefined ? '' : page.en(url)} (6.3); before that the mailbox cannot be used.`,
      reset: (url: string | undefined) =>
        `Next: the holder changes the password at once${url === undefined ? '' : page.en(url)} (7.3); the old one is not valid any more.`,
    },
    next: {
      issue: () => '',
      change: () => '',
      custodian: () =>
        'Next: the custodian before still knows the password; send the form for a new password of the agency mailbox.',
      suspend: () =>
        'Next: nobody can log in to the mailbox. To have it back, send the form for a restoration, with a written request (8.3).',
      notice: () =>
        'Next: the term until the deletion runs from the day of the notice (8.1); until it is over the mailbox may be restored (8.3).',
      terminate: (months: number) =>
        `Nobody can log in to the mailbox that has ended; its mail is kept for ${months} months and deleted after that.`,
      restore: () =>
        'Next: the password it had is valid; where it is forgotten or has expired, send the form for a new password.',
      reset: () => '',
    },
    more: (count: number) => `… and ${count} more`,
    merged: (pull: number) => `**Pull request #${pull} was merged.** The next run of danhba carries it out.`,
    waits: (pull: number, done: number, waiting: number) =>
      done === 0
        ? `**Pull request #${pull} was merged, and is not done.** It waits for:`
        : `**Pull request #${pull} was merged: ${done} done, ${waiting} not.** Waiting for:`,
    left: (count: number) =>
      `**${count} rows of the list are not done**, the table above says why: send a new form for them.`,
    leaves: (pull: number) => `**Pull request #${pull} was merged** and waits for the last day of work:`,
    lastDay: (day: CalendarDate) =>
      `the mailbox is used as before until the end of ${weekdayText(day, 'en')}; then danhba ends it.`,
    termRuns: (due: CalendarDate, clause: string) => `Due ${weekdayText(due, 'en')} (${clause}).`,
    closesItself: 'Once it is done, danhba answers here and closes the form.',
    settled: (pull: number) => `Pull request #${pull}: done, see the answer below.`,
    held: {
      operator:
        'the operator has to see to something on the server first; who sent the form has nothing to do.',
      approval:
        'the change is above a limit and waits for an operator to approve it; who sent the form has nothing to do.',
      other: 'another change has to be done first.',
      lock: 'the operator has locked the mailbox upon a call (17.2), and has to lift that.',
      file: 'the organization’s file has an error; it goes on once that is mended (see the check `danhba` of the pull request).',
      keys: 'there is no key to seal the password for; the operator names the organization’s or its own.',
      restoration:
        'the mailbox is locked; to have it back, send the form for a restoration, with a written request (8.3).',
    },
    notSo: 'the mailbox on the server is not yet as the form asks; every run looks again.',
    notTried: 'this run did not get there; the next one goes on.',
    again: (result: string) => `${result}; the next run tries again.`,
  },
} as const satisfies Record<
  Language,
  {
    readonly [K in 'clause' | 'deed']: Readonly<Record<RequestKind, string>>;
  } & {
    readonly next: Readonly<Record<RequestKind, (keepMonths: number) => string>>;
  } & Readonly<Record<string, unknown>>
>;
