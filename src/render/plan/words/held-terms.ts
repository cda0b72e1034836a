/** Why a mailbox is not deleted yet: what its term runs from, and what is missing for it to run. */
import type { HeldArgs } from '../../../model/plan/plan.ts';
import type { WordingTable } from '../../text/wording.ts';

export const termWords: WordingTable<
  Pick<HeldArgs, 'notice-missing' | 'notice-early' | 'deletion-not-due' | 'operator-lock'>
> = {
  'notice-missing': {
    vi: ({ since, earliest }) => ({
      message: `tạm dừng từ ${since}, chưa ghi thông báo bằng văn bản nên thời hạn xóa chưa chạy; nếu thông báo hôm nay thì xóa được sau ${earliest}`,
      hint: 'Thêm "notice: {document: …, date: …}" vào "suspension" (8.1)',
    }),
    en: ({ since, earliest }) => ({
      message: `suspended since ${since} without a recorded notice, so the term of deletion does not run; with a notice of today it could be deleted after ${earliest}`,
      hint: 'Add "notice: {document: …, date: …}" to "suspension" (8.1)',
    }),
  },
  'operator-lock': {
    vi: ({ since, days = 0, due, overdue, open }) => ({
      message: [
        since === undefined
          ? 'đơn vị vận hành khóa, ngày khóa trên máy chủ không đọc được'
          : `đơn vị vận hành khóa từ ${since} theo điện thoại (17.2), đã ${days} ngày`,
        overdue
          ? `QUÁ HẠN${due === undefined ? '' : ` từ ${due}`}: chưa có văn bản thay thế`
          : `chờ văn bản đến hết ngày ${due}`,
        ...(open ? ['khóa đã bị gỡ ngoài danhba, sẽ khóa lại'] : []),
      ].join('; '),
      hint: 'Có văn bản: ghi "suspension" vào tệp. Không phải khóa nữa: danhba lock MÃ --lift',
    }),
    en: ({ since, days = 0, due, overdue, open }) => ({
      message: [
        since === undefined
          ? 'locked by an operator, on a day that cannot be read on the server'
          : `locked by an operator upon a call since ${since} (17.2), for ${days} days`,
        overdue
          ? `OVERDUE${due === undefined ? '' : ` since ${due}`}: no document has taken its place`
          : `a document is due by ${due}`,
        ...(open ? ['another hand has undone the lock, it is locked again'] : []),
      ].join('; '),
      hint: 'With a document: record a "suspension" in the file. No reason left: danhba lock KEY --lift',
    }),
  },
  'deletion-not-due': {
    vi: ({ from, due, term }) => ({
      message:
        term === 'notice'
          ? `đã thông báo ngày ${from}; xóa được sau ngày ${due} (8.1)`
          : term === 'lock'
            ? `danhba khóa ngày ${from}, thời hạn tính từ đó dù tệp ghi ngày sớm hơn; xóa được sau ngày ${due}`
            : `đã chấm dứt ngày ${from}; lưu giữ đến hết ngày ${due}`,
      hint: '',
    }),
    en: ({ from, due, term }) => ({
      message:
        term === 'notice'
          ? `notified on ${from}; it can be deleted after ${due} (8.1)`
          : term === 'lock'
            ? `locked by danhba on ${from}: the term runs from there, though the file has an earlier day; it can be deleted after ${due}`
            : `terminated on ${from}; kept until the end of ${due}`,
      hint: '',
    }),
  },
  'notice-early': {
    vi: ({ notice, day, of, earliest }) => ({
      message:
        of === 'suspension'
          ? `thông báo ngày ${notice} có trước việc tạm dừng (${day}), nên thời hạn xóa chưa chạy`
          : `thông báo ngày ${notice} có trước khi cấp hộp thư (${day}), nên thời hạn xóa chưa chạy`,
      hint: `Xem lại năm; nếu đúng là chưa thông báo việc này: ra thông báo mới và ghi vào "notice" (8.1), xóa được sau ${earliest} nếu thông báo hôm nay`,
    }),
    en: ({ notice, day, of, earliest }) => ({
      message:
        of === 'suspension'
          ? `the notice of ${notice} is older than the suspension (${day}): the term of deletion does not run`
          : `the notice of ${notice} is older than the mailbox (${day}): the term of deletion does not run`,
      hint: `Look at the year; where this suspension was never notified, give a new notice and record it as "notice" (8.1): of today, it could be deleted after ${earliest}`,
    }),
  },
};
