/** The words of what the job tells on GitHub. */
import type { ApprovalRefusal } from '../../../model/github/approval.ts';
import type { Language } from '../../text/wording.ts';

export const followUpWords = {
  vi: {
    done: (today: string) => `Đã thực hiện ngày ${today}`,
    toldLate: (today: string) => `(Báo muộn, ngày ${today}: lúc làm xong danhba chưa ghi được lên GitHub.)`,
    all: (count: number, result: string) => `cả ${count} việc: ${result}`,
    inTime: (due: string) => `đúng hạn (${due})`,
    late: (due: string) => `trễ hạn (${due})`,
    more: (count: number) => `… và ${count} mục nữa`,
    heldTitle: 'danhba: có thay đổi vượt ngưỡng, chờ duyệt',
    held: (count: number, today: string) =>
      `Ngày ${today}: ${count} thay đổi vượt ngưỡng của policy.yaml nên chưa làm. Xem kỹ từng người dưới đây.`,
    dependent: (count: number) => `Duyệt thì ${count} thay đổi chờ chúng cũng sẽ làm:`,
    unconsentedTitle: 'danhba: đã gộp nhưng chưa có người có quyền duyệt',
    unconsented: (count: number, today: string) =>
      `Ngày ${today}: ${count} thay đổi đã gộp mà chưa có người có quyền duyệt, nên chưa làm.`,
    approve:
      'Nếu đúng là muốn làm, một người vận hành viết ở đây một bình luận chỉ có dòng này, và đừng sửa:',
    approveElsewhere:
      'Cũng được: `danhba reconcile --approve MÃ` trên máy vận hành, hoặc Actions › reconcile › Run workflow nếu việc chạy ở đó. Người đề nghị không tự duyệt.',
    approvals: (today: string) => `Đã duyệt, lần chạy ngày ${today}:`,
    taken: (by: string, where: string) => `đã nhận của ${by} (${where})`,
    refused: (by: string, where: string) => `**chưa nhận** của ${by} (${where})`,
    refusal: {
      malformed: 'bình luận phải đúng một dòng `/approve sha256:…`, không thêm gì',
      edited: 'bình luận đã bị sửa; viết bình luận mới',
      'not-operator': 'không phải người vận hành (`operators` của policy.yaml trên nhánh chính)',
      'altered-issue': 'nội dung ở đầu trang đã bị người khác sửa; xem lại rồi viết bình luận mới',
      older: 'nội dung ở đầu trang đã thay đổi sau bình luận này; xem lại rồi viết bình luận mới',
      used: 'đã được dùng, hoặc bị từ chối, một lần; viết bình luận mới',
      'other-set': 'mã của một danh sách khác; xem lại danh sách hiện nay',
      'own-request': 'chính người này đề nghị các thay đổi; cần một người vận hành khác',
    },
    once: 'Mã chỉ dùng một lần, cho đúng danh sách này: danh sách đổi thì mã đổi.',
    recordTitle: 'danhba: ghi nhận các hộp thư tạm dừng vì không truy cập (8.1)',
    recordBody: (today: string) =>
      `Ngày ${today} việc định kỳ đã tạm dừng những hộp thư trong các tệp dưới đây vì quá sáu tháng không truy cập (khoản 8.1). Gộp thay đổi này để tệp khớp với máy chủ; thông báo bằng văn bản cho đơn vị thì ghi thêm vào \`notice\`.\n`,
  },
  en: {
    done: (today: string) => `Done on ${today}`,
    toldLate: (today: string) => `(Told late, on ${today}: when it was done, GitHub could not be told.)`,
    all: (count: number, result: string) => `all ${count}: ${result}`,
    inTime: (due: string) => `in time (${due})`,
    late: (due: string) => `late (${due})`,
    more: (count: number) => `… and ${count} more`,
    heldTitle: 'danhba: changes above the limits wait for an approval',
    held: (count: number, today: string) =>
      `On ${today} ${count} changes are above the limits of policy.yaml and were not made. Look at each of them.`,
    dependent: (count: number) => `The same approval lets ${count} changes pass that wait for these:`,
    unconsentedTitle: 'danhba: merged, and nobody entitled has agreed',
    unconsented: (count: number, today: string) =>
      `On ${today} ${count} changes were merged without the word they need, and were not made.`,
    approve:
      'If they are meant, an operator writes a comment here with this line alone, and does not edit it:',
    approveElsewhere:
      'Also: `danhba reconcile --approve DIGEST` on the operator’s machine, or Actions › reconcile › Run workflow where the job runs there. Nobody approves what he has asked for.',
    approvals: (today: string) => `Approvals, run of ${today}:`,
    taken: (by: string, where: string) => `taken from ${by} (${where})`,
    refused: (by: string, where: string) => `**not taken** from ${by} (${where})`,
    refusal: {
      malformed: 'the comment must be the one line `/approve sha256:…` and nothing else',
      edited: 'the comment was edited; write a new one',
      'not-operator': 'no operator (`operators` of policy.yaml on the main branch)',
      'altered-issue': 'somebody else has altered the text above; look again and write a new comment',
      older: 'the text above has changed since; look again and write a new comment',
      used: 'it was used, or refused, once; write a new one',
      'other-set': 'the digest is of another set; look at the present one',
      'own-request': 'who asked for the changes; another operator is needed',
    },
    once: 'The digest passes once, for exactly this set: another set has another one.',
    recordTitle: 'danhba: record mailboxes suspended for inactivity (8.1)',
    recordBody: (today: string) =>
      `On ${today} the job suspended the mailboxes in these files, unused for six months (8.1). Merge this so that the files say so; the written notice goes into \`notice\`.\n`,
  },
} as const satisfies Record<
  Language,
  { readonly refusal: Readonly<Record<ApprovalRefusal, string>> } & Readonly<Record<string, unknown>>
>;

/** The verdict on an entry of a merge queue that is not what was agreed to on its pull request. */
export const queueWords = {
  vi: {
    title: 'Cập nhật nhánh rồi xếp hàng lại',
    summary:
      'Trong hàng đợi, tệp của thay đổi này không còn đúng như bản đã được duyệt: một thay đổi khác trong hàng cũng sửa tệp đó. Cập nhật nhánh ("Update branch"), chờ duyệt, rồi xếp hàng lại.',
  },
  en: {
    title: 'Update the branch and queue it again',
    summary:
      'In the queue a file of this change is not as it was agreed to: another change before it edits that file too. Update the branch, have it agreed to, and queue it again.',
  },
} as const satisfies Record<Language, object>;
