/** What became of a change, what a mail server answered, and the parts longer remarks are made of. */
import type { DetailFacts } from '../../model/problems/details.ts';
import { noticeDetails } from './notices.ts';
import type { RemarkWords } from './remark-words.ts';

export const detailWords = {
  ...noticeDetails,
  about: { vi: '{what}', en: '{what}' },
  archived: {
    vi: '{messages} thư đã lưu, {folders} thư mục, {size} B; lần này: chép {added}, xóa khỏi hộp thư {deleted}',
    en: '{messages} messages archived, {folders} folders, {size} B; in this run: copied {added}, deleted from the mailbox {deleted}',
  },
  'audit-stray': {
    vi: 'những dòng cuối đã bị sửa hoặc chèn thêm',
    en: 'the last lines were altered or added',
    hint: 'danhba audit verify {at}',
  },
  'audit-torn': {
    vi: 'dòng cuối viết dở ({octets} byte) được giữ lại và ghi nhận',
    en: 'the last line was torn ({octets} bytes); it is kept, and the chain says so',
  },
  bug: { vi: 'lỗi bên trong, xin báo lại', en: 'a bug, please report it' },
  'changed-since': { vi: 'mục đã thay đổi sau khi lập kế hoạch', en: 'changed since it was planned' },
  'changed-since.fields': {
    vi: 'mục đã thay đổi sau khi lập kế hoạch: {fields}',
    en: 'changed since it was planned: {fields}',
  },
  'day-changed': {
    vi: '\n   sang ngày {today}, so với ngày {before}:',
    en: '\n   on {today}, as against {before}:',
  },
  'entry-gone': { vi: 'mục không còn trên máy chủ', en: 'the entry is gone' },
  'first-look': {
    vi: 'Lần đầu với --github: những gì đã gộp đến nay được coi là đã duyệt',
    en: 'The first run with --github: all that is merged so far is taken for agreed to',
  },
  'history-unasked': {
    vi: 'Không hỏi lịch sử Git: --base không nằm trong kho Git đủ lịch sử',
    en: 'The history was not asked: --base is in no whole Git work tree',
    hint: 'git fetch --unshallow',
  },
  'lease-lost': { vi: 'lần chạy này đã mất quyền ghi', en: 'this run has lost its lease' },
  'locked-alone': {
    vi: 'đã khóa; phần còn lại chưa làm: {what}',
    en: 'locked; the rest was not done: {what}',
  },
  'mail.absent': {
    vi: 'máy chủ thư không biết hộp thư',
    en: 'the mail server does not know the mailbox',
  },
  'mail.archive': { vi: 'kho lưu: {what}', en: 'the archive: {what}' },
  'mail.backup': { vi: '"doveadm backup": {what}', en: '"doveadm backup": {what}' },
  'mail.configuration': {
    vi: 'cấu hình Dovecot sai (EX_CONFIG)',
    en: 'wrong configuration of Dovecot (EX_CONFIG)',
  },
  'mail.data': { vi: 'dữ liệu không dùng được (EX_DATAERR)', en: 'unusable data (EX_DATAERR)' },
  'mail.diverged': {
    vi: 'kho lưu có thư mà hộp thư không có, và {messages} thư chưa lưu: cần người xem thư mục {folders}, đổi tên nó trong hộp thư rồi chạy lại',
    en: 'the archive has mail the mailbox lacks, and {messages} messages are not archived: a person must look at the folder {folders}, rename it in the mailbox, and run again',
  },
  'mail.folder': { vi: 'thư mục {name}: {what}', en: 'folder {name}: {what}' },
  'mail.garbled': { vi: 'không đọc được câu trả lời', en: 'the answer cannot be read' },
  'mail.hidden': {
    vi: 'trong Maildir còn tệp thư Dovecot không thấy, ở {folders}: đổi tên thư mục đó (như .Cu) hoặc chuyển đi, rồi chạy lại',
    en: 'the Maildir has mail files that Dovecot does not see, in {folders}: rename that directory (such as .Old) or move it away, then run again',
  },
  'mail.left': {
    vi: 'còn {messages} thư trong hộp thư, thư mục {folders}: chạy lại',
    en: '{messages} messages are left in the mailbox, folder {folders}: run again',
  },
  'mail.merged': {
    vi: 'Dovecot coi các thư mục {folders} là một (liên kết, hoặc chép tay cả dovecot-uidlist): chưa xóa gì; bỏ liên kết, hoặc xóa dovecot-uidlist trong bản chép, rồi chạy lại',
    en: 'Dovecot takes the folders {folders} for one (a link, or copied by hand with dovecot-uidlist): nothing is deleted; remove the link, or dovecot-uidlist in the copy, then run again',
  },
  'mail.no-command': {
    vi: 'Dovecot không có lệnh này: dovecot-sieve?',
    en: 'Dovecot lacks this command: dovecot-sieve?',
  },
  'mail.no-namespace': {
    vi: 'Dovecot không có kho lưu: {prefix} (servers/dovecot/dovecot.conf)',
    en: 'Dovecot has no namespace for archives: {prefix} (servers/dovecot/dovecot.conf)',
  },
  'mail.none': { vi: 'không có', en: 'there is none' },
  'mail.no-user': { vi: 'Dovecot không biết người dùng này', en: 'Dovecot does not know this user' },
  'mail.permission': { vi: 'không đủ quyền (EX_NOPERM)', en: 'no permission (EX_NOPERM)' },
  'mail.temporary': { vi: 'lỗi tạm thời', en: 'a temporary failure' },
  'mail.unlisted': {
    vi: 'có thư trong thư mục Dovecot không kể ra: chạy lại',
    en: 'messages in a folder that Dovecot does not list: run again',
  },
  'mail.unopened': {
    vi: 'Dovecot không mở được thư mục {folders}: chưa xóa gì; sửa, đổi tên hoặc chuyển thư mục đó đi trong Maildir, rồi chạy lại',
    en: 'Dovecot cannot open the folder {folders}: nothing is deleted; mend it, rename it or move it away in the Maildir, then run again',
  },
  'mail.unproven': {
    vi: '{messages} thư của thư mục {folders} không thấy trong kho lưu, chưa xóa gì: xem dovecot.log, chạy lại',
    en: '{messages} messages of the folder {folders} cannot be seen in the archive, nothing is deleted: see dovecot.log, run again',
  },
  'mail.unreadable': { vi: 'Dovecot: {what} (dovecot.log)', en: 'Dovecot: {what} (dovecot.log)' },
  'mail.usage': { vi: 'lệnh sai (EX_USAGE)', en: 'wrong usage (EX_USAGE)' },
  'moved.added': { vi: '\n   mới có: {ids}{more}', en: '\n   planned now: {ids}{more}' },
  'moved.altered': { vi: '\n   dựa trên dữ liệu khác: {ids}{more}', en: '\n   on other facts: {ids}{more}' },
  'moved.gone': { vi: '\n   không còn: {ids}{more}', en: '\n   no longer planned: {ids}{more}' },
  near: { vi: 'Có phải là "{word}"? · ', en: 'Did you mean "{word}"? · ' },
  network: { vi: 'mạng', en: 'network' },
  'no-answer': { vi: 'không trả lời', en: 'no answer in time' },
  quoted: { vi: '{text}', en: '{text}' },
  'replica-refused': {
    vi: 'thiết đặt DANHBA_LDAP_REPLICAS của máy này không nêu máy chủ này nên không kết nối',
    en: 'not contacted: the setting DANHBA_LDAP_REPLICAS of this machine does not name it',
  },
  'secret-readable': {
    vi: 'mọi người dùng trên máy đọc được {file}: chmod 600 (container: 0400)',
    en: 'every user of this machine can read {file}: chmod 600 (container: mode 0400)',
  },
  'server-ended': {
    vi: 'máy chủ đã dừng và chưa trở lại',
    en: 'the server ended and has not come back',
  },
  'server-slow': { vi: 'máy chủ quá chậm nên thôi chờ', en: 'the server is too slow and was given up' },
  'server-unasked': {
    vi: 'Không hỏi máy chủ: chưa đặt DANHBA_LDAP_URL',
    en: 'The server was not asked: DANHBA_LDAP_URL is not set',
  },
  'teams-unasked': {
    vi: '{at}: không biết ai trong nhóm, nên lời của nhóm không được tính',
    en: '{at}: who is in the team is not known here, so its word counts for nothing',
    hint: 'danhba github review · danhba reconcile --github',
  },
  'sessions-open': { vi: 'còn {sessions} phiên đang mở', en: '{sessions} sessions are still open' },
  several: { vi: '{parts}', en: '{parts}' },
  unsealed: {
    vi: '{why} · {file}: sửa credentialRecipients',
    en: '{why} · {file}: mend credentialRecipients',
  },
} as const satisfies Readonly<Record<keyof DetailFacts, RemarkWords>>;
