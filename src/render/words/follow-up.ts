/** The words of what the job tells on GitHub. */
import type { Language } from '../wording.ts';

export const followUpWords = {
  vi: {
    done: (today: string) => `Đã thực hiện ngày ${today}:`,
    inTime: (due: string) => `đúng hạn (${due})`,
    late: (due: string) => `trễ hạn (${due})`,
    more: (count: number) => `… và ${count} mục nữa`,
    heldTitle: 'danhba: có thay đổi vượt ngưỡng, chờ phê duyệt',
    held: (count: number, today: string) =>
      `Ngày ${today}: ${count} thay đổi vượt ngưỡng của policy.yaml nên chưa làm. Xem kỹ từng người dưới đây.`,
    unconsentedTitle: 'danhba: đã gộp nhưng chưa có người có quyền đồng ý',
    unconsented: (count: number, today: string) =>
      `Ngày ${today}: ${count} thay đổi đã gộp mà chưa có người có quyền đồng ý, nên chưa làm.`,
    approve:
      'Nếu đúng là muốn làm: Actions › reconcile › Run workflow, điền mã dưới đây vào ô approve (hoặc chạy lệnh):',
    once: 'Mã chỉ dùng một lần, cho đúng danh sách này: danh sách đổi thì mã đổi.',
    recordTitle: 'danhba: ghi nhận các hộp thư tạm dừng vì không truy cập (8.1)',
    recordBody: (today: string) =>
      `Ngày ${today} việc định kỳ đã tạm dừng những hộp thư trong các tệp dưới đây vì quá sáu tháng không truy cập (khoản 8.1). Gộp thay đổi này để tệp khớp với máy chủ; thông báo bằng văn bản cho đơn vị thì ghi thêm vào \`notice\`.\n`,
  },
  en: {
    done: (today: string) => `Done on ${today}:`,
    inTime: (due: string) => `in time (${due})`,
    late: (due: string) => `late (${due})`,
    more: (count: number) => `… and ${count} more`,
    heldTitle: 'danhba: changes above the limits wait for an approval',
    held: (count: number, today: string) =>
      `On ${today} ${count} changes are above the limits of policy.yaml and were not made. Look at each of them.`,
    unconsentedTitle: 'danhba: merged, and nobody entitled has agreed',
    unconsented: (count: number, today: string) =>
      `On ${today} ${count} changes were merged without the word they need, and were not made.`,
    approve:
      'If they are meant: Actions › reconcile › Run workflow, with this digest as `approve` (or run the command):',
    once: 'The digest passes once, for exactly this set: another set has another one.',
    recordTitle: 'danhba: record mailboxes suspended for inactivity (8.1)',
    recordBody: (today: string) =>
      `On ${today} the job suspended the mailboxes in these files, unused for six months (8.1). Merge this so that the files say so; the written notice goes into \`notice\`.\n`,
  },
} as const satisfies Record<Language, unknown>;
