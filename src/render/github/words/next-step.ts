/** The words of the second line of an answer: who has to do what now, with GitHub's own names of its buttons. */

import type { Waiter } from '../../text/waiter.ts';
import type { Language } from '../../text/wording.ts';

/** GitHub's own words on its pages, and the province's for a form: the same in both languages. */
const on = {
  approve: '**Files changed › Review changes › Approve**',
  changes: '**Files changed**',
  editFile: '**⋯ › Edit file**',
  commit: '**Commit changes**',
  editIssue: '**⋯ › Edit**',
  merge: '**Merge pull request**',
  resolve: '**Resolve conflicts**',
  resolved: '**Mark as resolved › Commit merge**',
  close: '**Close pull request**',
  termination: '**Chấm dứt hộp thư**',
} as const;

export const nextWords = {
  vi: {
    next: 'Việc tiếp theo',
    deadline: { receipt: 'Hạn trả lời', decision: 'Hạn thông báo' },
    term: {
      receipt: (due: string, days: number, received: string, clause: string) =>
        `${due} (${days} ngày làm việc từ ngày nhận ${received}, khoản ${clause}).`,
      decision: (due: string, days: number, decided: string, clause: string) =>
        `${due} (${days} ngày từ ngày quyết định ${decided}, khoản ${clause}).`,
    },
    mendForm: (issue: number) =>
      `người gửi sửa phiếu #${issue} (${on.editIssue} ở đầu phiếu); đề nghị này được viết lại theo phiếu.`,
    mend: (author: string, lines: string) =>
      `${author} mở tệp ở tab ${on.changes}, bấm ${on.editFile}, sửa ${lines}, rồi ${on.commit}.`,
    lineOf: (line: number, file: string) => `dòng ${line} của ${file}`,
    linesBelow: 'các dòng nêu dưới đây',
    resolve: (author: string) =>
      `${author} bấm ${on.resolve} ở cuối trang này, giữ phần của cả hai bên, bỏ các dòng \`<<<<<<<\`, \`=======\`, \`>>>>>>>\`, rồi ${on.resolved}. Không thấy nút ấy: ${on.close} và gửi phiếu.`,
    rebuilt: (issue: number) =>
      `không ai phải làm gì: danhba viết lại đề nghị này theo phiếu #${issue} trên nhánh chính mới. Nếu có người đã sửa nhánh này nên danhba không viết lại được: bấm ${on.resolve}, hoặc ${on.close} và gửi phiếu mới.`,
    removed: (author: string) =>
      `nghỉ hưu, thôi việc hay chuyển đi thì ghi lý do: ${author} khôi phục các dòng đã xóa và thêm các dòng dưới đây, hoặc đóng đề nghị này và gửi phiếu ${on.termination}. Xóa nhầm thì chỉ khôi phục các dòng.`,
    approve: (who: string) => `${who} mở ${on.approve}.`,
    representative: (organization: string, logins: string) =>
      `người đại diện của ${organization} (${logins})`,
    operator: (logins: string) => `đơn vị vận hành (${logins})`,
    operatorsMissing: 'đơn vị vận hành ghi người đại diện (`operators` của policy.yaml), rồi người đó',
    and: ' và ',
    or: ' hoặc ',
    approved: (logins: string) => `${logins} đã duyệt.`,
    own: 'Người gửi được sửa các tệp này.',
    merge: `Người có quyền gộp bấm ${on.merge}`,
    nextRun: '; danhba làm ở lần chạy kế tiếp.',
    mergeHeld: (done: number, held: string) =>
      done === 0
        ? `Bấm ${on.merge} thì chưa việc nào được làm: ${held}`
        : `Bấm ${on.merge} thì chỉ ${done} việc được làm: ${held}`,
    afterApproval: (held: string) => `Duyệt xong vẫn còn giữ lại: ${held}`,
    heldFor: (count: number, waiter: string) => `${count} việc chờ ${waiter}`,
    heldIssue: (issue: number | undefined) =>
      issue === undefined
        ? 'Sau khi gộp sẽ có phiếu «có thay đổi vượt ngưỡng» để duyệt; không phải gửi lại.'
        : `Duyệt ở #${issue}; không phải gửi lại.`,
    waiter: {
      unit: '**đơn vị** sửa tệp',
      operator: '**đơn vị vận hành**',
      server: '**người quản trị máy chủ**',
      'other-organization': '**cơ quan cũ**',
      'other-change': 'việc khác đang giữ lại',
      day: 'đến ngày',
    },
  },
  en: {
    next: 'Next',
    deadline: { receipt: 'To be answered by', decision: 'To be notified by' },
    term: {
      receipt: (due: string, days: number, received: string, clause: string) =>
        `${due} (${days} working days from the receipt on ${received}, clause ${clause}).`,
      decision: (due: string, days: number, decided: string, clause: string) =>
        `${due} (${days} days from the decision of ${decided}, clause ${clause}).`,
    },
    mendForm: (issue: number) =>
      `the sender edits the form #${issue} (${on.editIssue} at its top); this pull request is written anew from it.`,
    mend: (author: string, lines: string) =>
      `${author} opens the file under ${on.changes}, presses ${on.editFile}, mends ${lines}, then ${on.commit}.`,
    lineOf: (line: number, file: string) => `line ${line} of ${file}`,
    linesBelow: 'the lines told below',
    resolve: (author: string) =>
      `${author} presses ${on.resolve} at the end of this page, keeps both parts, deletes the lines \`<<<<<<<\`, \`=======\`, \`>>>>>>>\`, then ${on.resolved}. Where there is no such button: ${on.close}, and send a form.`,
    rebuilt: (issue: number) =>
      `nobody has to do anything: danhba writes this anew from the form #${issue} on the new main branch. Where somebody has edited this branch it cannot: ${on.resolve}, or ${on.close} and send a new form.`,
    removed: (author: string) =>
      `whoever retired, resigned or moved on needs a reason: ${author} brings the lines back and adds those below, or closes this and sends the form ${on.termination}. Deleted by mistake: bring the lines back.`,
    approve: (who: string) => `${who}: ${on.approve}.`,
    representative: (organization: string, logins: string) =>
      `a representative of ${organization} (${logins})`,
    operator: (logins: string) => `the operator (${logins})`,
    operatorsMissing: 'the operator names representatives (`operators` in policy.yaml), and one of them',
    and: ' and ',
    or: ' or ',
    approved: (logins: string) => `Approved by ${logins}.`,
    own: 'The author may change these files.',
    merge: `Whoever may merge presses ${on.merge}`,
    nextRun: '; danhba does it in its next run.',
    mergeHeld: (done: number, held: string) =>
      done === 0
        ? `${on.merge} does none of it yet: ${held}`
        : `${on.merge} does only ${done} of it: ${held}`,
    afterApproval: (held: string) => `Still held once it is approved: ${held}`,
    heldFor: (count: number, waiter: string) => `${count} for ${waiter}`,
    heldIssue: (issue: number | undefined) =>
      issue === undefined
        ? 'Once it is merged, an issue about changes above the limits asks for it; nothing need be sent again.'
        : `It is approved in #${issue}; nothing need be sent again.`,
    waiter: {
      unit: '**the unit**, to mend its file',
      operator: '**the operator**',
      server: '**the administrator of the server**',
      'other-organization': '**the former organization**',
      'other-change': 'something else that is held',
      day: 'its day',
    },
  },
} as const satisfies Record<
  Language,
  { readonly waiter: Readonly<Record<Waiter, string>> } & Readonly<Record<string, unknown>>
>;

/** What the guard says of a whole set. */
export const guardWords = {
  vi: (kind: string, count: number, of: number, where: string, limits: readonly string[]) =>
    `quá nhiều ${kind} trong một lần: ${count} trên ${of} ${where === '' ? 'của cả lần chạy' : `của ${where}`}; mức ${limits.join(' và ')}`,
  en: (kind: string, count: number, of: number, where: string, limits: readonly string[]) =>
    `too many ${kind} at once: ${count} of ${of} ${where === '' ? 'in the whole run' : `in ${where}`}; limits ${limits.join(' and ')}`,
} as const satisfies Record<Language, unknown>;
