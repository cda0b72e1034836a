/** What is told where the mail server cannot be used. */
import type { RemarkWords } from './remark-words.ts';

const slow = {
  vi: 'Xem tải và dovecot.log của máy chủ thư, rồi chạy lại',
  en: 'Look at the load and the dovecot.log of the mail server, then run again',
};

export const mailErrors = {
  'doveadm-certificate': {
    vi: 'chứng chỉ không được tin ({cause})',
    en: 'the certificate is not trusted ({cause})',
    hint: 'DANHBA_DOVEADM_CA',
  },
  'doveadm-incomplete': {
    vi: 'Dovecot: không đọc được đầy đủ: {what} ({answer})',
    en: 'Dovecot: cannot be read in full: {what} ({answer})',
    hint: 'dovecot.log',
  },
  'doveadm-key.empty': {
    vi: 'thiếu khóa API',
    en: 'the API key is empty',
    hint: 'DANHBA_DOVEADM_API_KEY_FILE',
  },
  'doveadm-key.wrong': {
    vi: 'sai khóa API',
    en: 'wrong API key',
    hint: 'DANHBA_DOVEADM_API_KEY_FILE · doveadm_api_key',
  },
  'doveadm-lost': {
    vi: 'mất kết nối: {what}',
    en: 'the connection is lost: {what}',
    hint: {
      vi: 'DANHBA_DOVEADM_URL · dovecot.log · Chạy lại',
      en: 'DANHBA_DOVEADM_URL · dovecot.log · Run again',
    },
  },
  'doveadm-plaintext': {
    vi: 'không gửi khóa và thư qua mạng khi chưa mã hóa',
    en: 'the key and mail are not sent unencrypted',
    hint: 'https://… · DANHBA_DOVEADM_ALLOW_PLAINTEXT=1',
  },
  'doveadm-size': {
    vi: 'trả lời dài quá {limit}',
    en: 'the answer is longer than {limit}',
    hint: 'DANHBA_DOVEADM_URL · dovecot.log',
  },
  'doveadm-timeout.answer': {
    vi: 'không trả lời xong sau {seconds} giây, thôi chờ: {octets} byte',
    en: 'no whole answer within {seconds} s, given up: {octets} bytes',
    hint: slow,
  },
  'doveadm-timeout.run': {
    vi: 'quá chậm trong cả lần chạy (chờ {seconds} giây), thôi chờ',
    en: 'too slow over the whole run (waited {seconds} s), given up',
    hint: slow,
  },
  'doveadm-unreachable': {
    vi: 'không kết nối được: {cause}',
    en: 'cannot connect: {cause}',
    hint: 'DANHBA_DOVEADM_URL · "service doveadm { inet_listener http }"',
  },
  'doveadm-url.form': {
    vi: '"{text}" không phải địa chỉ HTTP',
    en: '"{text}" is not an HTTP URL',
    hint: 'http://127.0.0.1:8080 · https://mail.example.gov.vn:8080',
  },
  'doveadm-url.other': {
    vi: 'không phải API doveadm (HTTP {status})',
    en: 'not the API of doveadm (HTTP {status})',
    hint: 'DANHBA_DOVEADM_URL',
  },
  'doveadm-url.secret': {
    vi: 'không viết tài khoản, mật khẩu trong địa chỉ',
    en: 'no account or password belongs in the URL',
    hint: 'DANHBA_DOVEADM_API_KEY_FILE',
  },
  'doveadm-user': { vi: '"{user}" không phải một người dùng', en: '"{user}" is not one user' },
} as const satisfies Record<string, RemarkWords>;
