/** The words of a run's page. */
import type { Language } from '../../text/wording.ts';

interface RunWords {
  readonly exit: Readonly<Record<number, string>>;
  readonly commit: string;
  readonly recorded: string;
  readonly unrecorded: string;
  readonly head: string;
  readonly notDone: string;
  readonly problems: string;
  readonly approve: string;
  readonly more: (count: number) => string;
}

export const runWords: Readonly<Record<Language, RunWords>> = {
  vi: {
    exit: {
      0: 'Xong: máy chủ đúng như danh bạ.',
      1: 'Có lỗi: xem bên dưới. Những gì không có lỗi vẫn được làm.',
      3: 'Bị từ chối, hoặc có thay đổi chờ người duyệt.',
      4: 'Chưa làm hết: xem bên dưới, rồi chạy lại.',
    },
    commit: 'commit',
    recorded: 'đã ghi tạm dừng vào tệp, cần commit',
    unrecorded: 'chưa ghi được tạm dừng vào tệp',
    head: 'mã cuối của nhật ký kiểm toán (cất giữ ở nơi khác)',
    notDone: 'Chưa làm được',
    problems: 'Lỗi trong tệp (xem bằng danhba check)',
    approve: 'Đọc mục giữ lại bên dưới. Nếu đúng, duyệt một lần:',
    more: (count) => `… và ${count} mục nữa`,
  },
  en: {
    exit: {
      0: 'Done: the server is as the directory says.',
      1: 'There are errors: see below. What has none was done all the same.',
      3: 'Refused, or changes wait for an approval.',
      4: 'Not everything was done: see below, then run again.',
    },
    commit: 'commit',
    recorded: 'suspensions recorded in files, to be committed',
    unrecorded: 'the suspension could not be recorded in its file',
    head: 'last hash of the audit (to be kept elsewhere)',
    notDone: 'Not done',
    problems: 'Errors in files (danhba check tells them)',
    approve: 'Read what is held, below. If it is right, approve it once:',
    more: (count) => `… and ${count} more`,
  },
};
