/** The words of what was found on the mail server, each with what to do about it. */
import type { MailFindingArgs, MailFindingCode } from '../../../model/mail/state.ts';
import { remarkText } from '../../errors/remark.ts';
import type { Language, Words } from '../../text/wording.ts';

export const mailWords = {
  vi: {
    title: 'Máy chủ thư',
    skipped: 'Máy chủ thư: bỏ qua, chưa khai báo (DANHBA_DOVEADM_URL).',
    unreachable: 'Máy chủ thư: không xem được',
    nothing: 'Máy chủ thư: không có gì phải xem.',
    script: 'quy tắc thư',
    quarantined: (letters: number, mailboxes: number) =>
      `Quarantine (4.6): ${letters} thư, ${mailboxes} hộp thư`,
  },
  en: {
    title: 'Mail server',
    skipped: 'Mail server: left out, none is set (DANHBA_DOVEADM_URL).',
    unreachable: 'Mail server: could not be seen',
    nothing: 'Mail server: nothing to look at.',
    script: 'script',
    quarantined: (letters: number, mailboxes: number) =>
      `Quarantine (4.6): ${letters === 1 ? '1 letter' : `${letters} letters`} in ${mailboxes === 1 ? '1 mailbox' : `${mailboxes} mailboxes`}`,
  },
} as const satisfies Record<Language, unknown>;

const reasons = {
  outside: { vi: 'ra ngoài cơ quan nhà nước', en: "out of the government's domains" },
  variable: { vi: 'địa chỉ lấy từ thư hoặc biến', en: 'the address comes from the mail or a variable' },
  include: { vi: 'gọi quy tắc khác', en: 'another script is included' },
  notify: { vi: 'thông báo ra ngoài', en: 'a notification outside' },
  list: { vi: 'danh sách của máy chủ', en: 'a list of the server' },
  program: { vi: 'chương trình của máy chủ', en: 'a program of the server' },
  syntax: { vi: 'không hiểu được quy tắc', en: 'the script cannot be understood' },
} as const satisfies Record<MailFindingArgs['forward']['reason'], Record<Language, string>>;

const answerTags = {
  from: 'vacation :from',
  addresses: 'vacation :addresses',
  mime: 'vacation :mime, From:',
} as const satisfies Record<MailFindingArgs['answer-as']['by'], string>;

const block = 'suspension: {reason: violation, clause: "12.5", document: …, date: YYYY-MM-DD}';

const remedies = {
  report: {
    vi: 'báo cho đơn vị và người dùng gỡ quy tắc (12.5)',
    en: 'have the unit and the user remove the script (12.5)',
  },
  deactivate: {
    vi: 'quy tắc được tắt, theo mail.forwarding trong policy.yaml (12.5)',
    en: 'the script is switched off, as mail.forwarding in policy.yaml says (12.5)',
  },
  suspend: {
    vi: `đề nghị tạm dừng (8.1, 12.5): khi có văn bản, ghi vào tệp của đơn vị: ${block}`,
    en: `suspension proposed (8.1, 12.5): with a document, write into the unit's file: ${block}`,
  },
} as const satisfies Record<MailFindingArgs['forward']['remedy'], Record<Language, string>>;

/** Exact, also where a hand has set what is no whole number of MiB. */
function mib(amount: number | null, none: string): string {
  if (amount === null) return none;
  return Number.isInteger(amount) ? `${amount} MiB` : `${amount * 1024} KiB`;
}

export const mailFindingWords: {
  readonly [C in MailFindingCode]: Readonly<Record<Language, (args: MailFindingArgs[C]) => Words>>;
} = {
  forward: {
    vi: ({ script, active, line, column, target, reason, remedy }) => ({
      message: `quy tắc "${script}"${active ? '' : ' (không chạy)'} dòng ${line}:${column} ${target === 'unknown' ? 'có thể chuyển thư ra ngoài' : `chuyển thư tới ${target}`}: ${reasons[reason].vi}`,
      hint: remedies[remedy].vi,
    }),
    en: ({ script, active, line, column, target, reason, remedy }) => ({
      message: `script "${script}"${active ? '' : ' (inactive)'} line ${line}:${column} ${target === 'unknown' ? 'may send mail outside' : `sends mail to ${target}`}: ${reasons[reason].en}`,
      hint: remedies[remedy].en,
    }),
  },
  'answer-as': {
    vi: ({ script, active, line, column, address, by }) => ({
      message: `quy tắc "${script}"${active ? '' : ' (không chạy)'} dòng ${line}:${column} ${address === 'unknown' ? 'có thể tự trả lời thư nhân danh người khác' : `tự trả lời thư nhân danh ${address}`}: ${answerTags[by]}`,
      hint: 'báo người dùng chỉ ghi địa chỉ của chính hộp thư này ở :from và :addresses, hoặc bỏ hẳn hai mục đó',
    }),
    en: ({ script, active, line, column, address, by }) => ({
      message: `script "${script}"${active ? '' : ' (inactive)'} line ${line}:${column} ${address === 'unknown' ? "may answer mail in another's name" : `answers mail in the name of ${address}`}: ${answerTags[by]}`,
      hint: "have the user give only this mailbox's own addresses in :from and :addresses, or leave both out",
    }),
  },
  quota: {
    vi: ({ limit, wanted }) => ({
      message: `dung lượng trên máy chủ ${mib(limit, 'không giới hạn')}, policy.yaml ghi ${wanted} MiB`,
      hint: 'sửa quota trong cấu hình Dovecot (servers/dovecot/ldap-mailbox.conf) hoặc mail.quotas trong policy.yaml',
    }),
    en: ({ limit, wanted }) => ({
      message: `the server gives ${mib(limit, 'no limit')}, policy.yaml says ${wanted} MiB`,
      hint: "correct the quota in Dovecot's configuration (servers/dovecot/ldap-mailbox.conf), or mail.quotas in policy.yaml",
    }),
  },
  orphan: {
    vi: () => ({
      message: 'có thư trên đĩa mà không có mục trên máy chủ thư mục',
      hint: 'không tự xóa: khôi phục mục LDAP để đọc thư, hoặc chuyển thư mục này vào kho lưu',
    }),
    en: () => ({
      message: 'mail on the disk without an entry in the directory',
      hint: 'never deleted by itself: bring the LDAP entry back to reach the mail, or move the folder to the archive',
    }),
  },
  'no-mailbox': {
    vi: () => ({
      message: 'máy chủ thư không biết hộp thư của mục này',
      hint: 'xem quyền đọc của cn=mailserver và user_filter của Dovecot: doveadm user',
    }),
    en: () => ({
      message: 'the mail server does not know the mailbox of this entry',
      hint: "look at the rights of cn=mailserver and Dovecot's user_filter: doveadm user",
    }),
  },
  quarantined: {
    vi: ({ letters }) => ({
      message: `${letters} thư trong Quarantine (4.6)`,
      hint: 'hộp thư đến của người dùng đã có thông báo cho từng thư; nhắc họ xem, xóa',
    }),
    en: ({ letters }) => ({
      message: `${letters === 1 ? '1 letter' : `${letters} letters`} in Quarantine (4.6)`,
      hint: 'the inbox has a note about each; have the holder look, and delete',
    }),
  },
  unread: {
    vi: ({ detail }) => ({
      message: `không đọc được hộp thư: ${remarkText(detail, 'vi')}`,
      hint: 'xem dovecot.log trên máy chủ thư; chưa biết hộp thư này có chuyển thư ra ngoài hay không',
    }),
    en: ({ detail }) => ({
      message: `the mailbox could not be read: ${remarkText(detail, 'en')}`,
      hint: 'look into dovecot.log on the mail server; whether this mailbox sends mail outside is not known',
    }),
  },
};
