/** The words of a run by hand: how far it is, whether it shall go ahead, how it ended. */
import type { Language } from '../../text/wording.ts';

export const progressWords = {
  vi: {
    failed: (count: number) => `${count} chưa được`,
    left: (time: string) => `còn khoảng ${time}`,
    seconds: (count: number) => `${count} giây`,
    minutes: (count: number) => `${count} phút`,
    hours: (hours: number, minutes: number) => `${hours} giờ ${minutes} phút`,
    archiving: (count: number) => `đang sao lưu ${count} hộp thư`,
    entries: (seen: string) => `Đang đọc máy chủ thư mục: ${seen} mục`,
    mail: 'Đang đọc máy chủ thư…',
    pages: (done: number) => `Đang ghi danh bạ: ${done} tệp`,
    sealing: (done: number, of: number) => `Đang niêm phong mật khẩu: ${done}/${of} tệp`,
  },
  en: {
    failed: (count: number) => `${count} not done`,
    left: (time: string) => `about ${time} left`,
    seconds: (count: number) => `${count} s`,
    minutes: (count: number) => `${count} min`,
    hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
    archiving: (count: number) => `mailboxes being archived: ${count}`,
    entries: (seen: string) => `Reading the directory server: ${seen} entries`,
    mail: 'Reading the mail server…',
    pages: (done: number) => `Writing the directory: ${done} files`,
    sealing: (done: number, of: number) => `Sealing passwords: ${done}/${of} files`,
  },
} as const satisfies Record<Language, unknown>;

export const confirmationWords = {
  vi: {
    changes: (count: number, kinds: string) => `Sẽ làm ${count} thay đổi: ${kinds}.`,
    digest: (digest: string) => `Mã kế hoạch: ${digest}`,
    question: 'Thực hiện? Gõ "có" rồi Enter (mặc định: không): ',
  },
  en: {
    changes: (count: number, kinds: string) =>
      `${count === 1 ? '1 change' : `${count} changes`} to be made: ${kinds}.`,
    digest: (digest: string) => `Plan digest: ${digest}`,
    question: 'Go ahead? Type "yes" and Enter (default: no): ',
  },
} as const satisfies Record<Language, unknown>;

export const endingWords = {
  vi: {
    took: (time: string) => `Hết ${time}.`,
    sealed: (files: number, folder: string) =>
      `Mật khẩu: ${files} tệp niêm phong trong ${folder}; gửi mỗi tệp cho đơn vị mang tên đó, đơn vị mở bằng "danhba credentials open".`,
    next: 'Việc tiếp theo',
    recorded: (files: number) => `gộp ${files} tệp danh bạ vừa được ghi thêm (git commit)`,
    exits: {
      0: undefined,
      1: 'sửa lỗi trong tệp (danhba check) hoặc trên máy chủ (danhba plan), rồi chạy lại',
      2: undefined,
      3: 'xem việc chờ duyệt: danhba report held',
      4: 'xem các dòng có dấu "!" ở trên, sửa nguyên nhân rồi chạy lại: việc đã xong không làm lại',
    },
  },
  en: {
    took: (time: string) => `Took ${time}.`,
    sealed: (files: number, folder: string) =>
      `Passwords: ${files === 1 ? '1 sealed file' : `${files} sealed files`} in ${folder}; send each to the organization it is named after, which opens it by "danhba credentials open".`,
    next: 'Next',
    recorded: (files: number) =>
      `commit the ${files === 1 ? 'file' : `${files} files`} of the directory written to just now`,
    exits: {
      0: undefined,
      1: 'mend the errors in files (danhba check) or on the server (danhba plan), then run again',
      2: undefined,
      3: 'look at what waits for an approval: danhba report held',
      4: 'see the lines with "!" above, mend the cause and run again: what is done is not done twice',
    },
  },
} as const satisfies Record<Language, unknown>;
