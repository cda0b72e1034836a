/** What is told where the directory server cannot be used. */
import type { RemarkWords } from './remark-words.ts';

const again = { vi: 'Chạy lại', en: 'Run again' };
const account = 'DANHBA_LDAP_BIND_DN · DANHBA_LDAP_PASSWORD_FILE';
const slow = {
  vi: 'Xem tải, đường truyền và slapd.log của máy chủ, rồi chạy lại',
  en: 'Look at the server’s load, line and slapd.log, then run again',
};

export const ldapErrors = {
  'clock-differs': {
    vi: 'Đồng hồ máy này và máy chủ LDAP lệch nhau hơn một ngày: {here} ≠ {there}',
    en: "This machine's clock and the LDAP server's are more than a day apart: {here} ≠ {there}",
    hint: { vi: 'Chỉnh giờ cả hai (NTP) rồi chạy lại', en: 'Set both (NTP), then run again' },
  },
  'ldap-bind.refused': {
    vi: 'máy chủ từ chối: {cause}',
    en: 'the server refused: {cause}',
    hint: 'DANHBA_LDAP_BIND_DN · DANHBA_LDAP_STARTTLS',
  },
  'ldap-bind.wrong': {
    vi: 'sai tài khoản hoặc mật khẩu của {bindDn}',
    en: 'wrong DN or password: {bindDn}',
    hint: account,
  },
  'ldap-certificate.early': {
    vi: 'chứng chỉ chưa có hiệu lực ({cause})',
    en: 'the certificate is not valid yet ({cause})',
    hint: { vi: 'Xem đồng hồ của máy này', en: 'Check the clock of this machine' },
  },
  'ldap-certificate.expired': {
    vi: 'chứng chỉ đã hết hạn ({cause})',
    en: 'the certificate has expired ({cause})',
    hint: { vi: 'Gia hạn chứng chỉ của máy chủ; xem đồng hồ', en: 'Renew it; check the clock' },
  },
  'ldap-certificate.issuer': {
    vi: 'không biết cơ quan cấp chứng chỉ ({cause})',
    en: 'the certificate is of an unknown issuer ({cause})',
    hint: 'DANHBA_LDAP_CA',
  },
  'ldap-certificate.name': {
    vi: 'chứng chỉ mang tên máy khác ({cause})',
    en: 'the certificate is for another name ({cause})',
    hint: 'DANHBA_LDAP_URL · subjectAltName',
  },
  'ldap-certificate.other': {
    vi: 'chứng chỉ không được tin ({cause})',
    en: 'the certificate is not trusted ({cause})',
    hint: 'DANHBA_LDAP_CA',
  },
  'ldap-certificate.self': {
    vi: 'chứng chỉ tự ký, không được tin ({cause})',
    en: 'the certificate is self-signed and not trusted ({cause})',
    hint: 'DANHBA_LDAP_CA',
  },
  'ldap-container-missing': {
    vi: 'Không thấy {container}, hoặc không có quyền đọc',
    en: '{container} is not there, or there is no right to read it',
    hint: 'danhba doctor · policy.yaml: baseDn, containers · servers/README.md',
  },
  'ldap-lost': {
    vi: 'Mất kết nối với máy chủ: {cause}',
    en: 'The connection to the server was lost: {cause}',
    hint: again,
  },
  'ldap-password.empty': {
    vi: 'tài khoản hoặc mật khẩu trống',
    en: 'the account or its password is empty',
    hint: account,
  },
  'ldap-plaintext': {
    vi: 'không gửi mật khẩu qua mạng khi chưa mã hóa',
    en: 'the password is not sent unencrypted',
    hint: 'ldaps://… · DANHBA_LDAP_STARTTLS=1 · DANHBA_LDAP_ALLOW_PLAINTEXT=1',
  },
  'ldap-read-incomplete.broken': {
    vi: 'câu trả lời bị hỏng: {cause}',
    en: 'the answer is broken: {cause}',
  },
  'ldap-read-incomplete.elsewhere': {
    vi: 'ở đây không có mục nào của danhba, mà {count} mục lại nằm dưới {elsewhere}: không làm gì, để không cấp lại hộp thư',
    en: 'there is no entry of danhba’s here, and {count} stand below {elsewhere}: nothing is done, so that no mailbox is issued again',
    hint: 'policy.yaml: containers · servers/README.md',
  },
  'ldap-read-incomplete.ended': {
    vi: 'đọc chưa hết, nên không làm gì: {cause}',
    en: 'the read did not finish, so nothing is done: {cause}',
  },
  'ldap-read-incomplete.hidden': {
    vi: 'máy chủ có mục nhưng tài khoản này không đọc được',
    en: 'there are entries this account may not read',
    hint: 'danhba doctor · DANHBA_LDAP_BIND_DN · servers/openldap/acl.conf',
  },
  'ldap-read-only': {
    vi: 'Máy chủ này không nhận thay đổi: {cause}',
    en: 'This server takes no changes: {cause}',
    hint: {
      vi: 'DANHBA_LDAP_URL: máy chủ chính, không phải bản sao · readonly',
      en: 'DANHBA_LDAP_URL: the main server, not a replica · readonly',
    },
  },
  'ldap-refused': {
    vi: 'Máy chủ từ chối: {cause}',
    en: 'The server refused: {cause}',
    hint: 'danhba doctor · DANHBA_LDAP_BIND_DN · policy.yaml: baseDn · servers/README.md',
  },
  'ldap-rights': {
    vi: 'Tài khoản này không có quyền làm việc này',
    en: 'This account has no right to do this',
    hint: 'danhba doctor · DANHBA_LDAP_BIND_DN (reconciler) · servers/openldap/acl.conf',
  },
  'ldap-schema': {
    vi: 'Máy chủ thiếu lược đồ của danhba: {cause}',
    en: "The server lacks danhba's schema: {cause}",
    hint: 'danhba doctor · servers/openldap/danhba.schema',
  },
  'ldap-slow.answer': {
    vi: 'Máy chủ quá chậm nên thôi chờ: {request}: {octets} byte sau {seconds} giây',
    en: 'The server is too slow and was given up: {request}: {octets} bytes within {seconds} s',
    hint: slow,
  },
  'ldap-slow.read': {
    vi: 'Máy chủ quá chậm nên thôi chờ: {container}: {entries} mục sau {seconds} giây',
    en: 'The server is too slow and was given up: {container}: {entries} entries in {seconds} s',
    hint: slow,
  },
  'ldap-slow.run': {
    vi: 'Máy chủ quá chậm nên thôi chờ: cả lần chạy có {answers} câu trả lời, phải chờ {seconds} giây',
    en: 'The server is too slow and was given up: the whole run had {answers} answers and waited {seconds} s',
    hint: slow,
  },
  'ldap-starttls': {
    vi: 'máy chủ không cho mã hóa: {cause}',
    en: 'the server refuses StartTLS: {cause}',
    hint: 'ldaps://…',
  },
  'ldap-unreachable': {
    vi: 'không kết nối được: {cause}',
    en: 'cannot connect: {cause}',
    hint: 'DANHBA_LDAP_URL · npm run lab',
  },
  'ldap-url.form': {
    vi: '"{text}" không phải địa chỉ LDAP',
    en: '"{text}" is not an LDAP URL',
    hint: 'ldap://127.0.0.1:389 · ldaps://ldap.example.gov.vn',
  },
  'ldap-url.secret': {
    vi: 'không viết tài khoản, mật khẩu trong địa chỉ',
    en: 'no account or password belongs in the URL',
    hint: account,
  },
  'lease-future': {
    vi: 'Quyền ghi trên máy chủ ghi hạn không lần chạy nào có thể ghi: {who}, tiến trình {process}, {since} → {until}; đồng hồ máy này: {now}',
    en: "The lease ends when no run's could: {who}, process {process}, {since} → {until}; this machine's clock: {now}",
    hint: {
      vi: 'Chỉnh giờ hai máy (NTP); nếu không có lần chạy nào, đưa LDIF sau cho ldapmodify:\n{ldif}',
      en: 'Set both clocks (NTP); where no run is at work, feed this to ldapmodify:\n{ldif}',
    },
  },
  'lease-held': {
    vi: 'Một lần chạy khác đang làm việc: {who}, tiến trình {process}, {since}',
    en: 'Another run is at work: {who}, process {process}, {since}',
    hint: {
      vi: 'Chờ lần chạy đó xong; nếu nó đã chết, khóa tự hết hạn sau vài phút',
      en: 'Wait for it; a dead run loses its lease in minutes',
    },
  },
  'replica-silent.copied': {
    vi: 'lần đăng nhập thấy ở đó chỉ là bản sao từ máy chủ chính (exattrs=authTimestamp, overlay lastbind, đồng hồ)',
    en: 'the login seen there is but a copy of the main server’s (exattrs=authTimestamp, overlay lastbind, clocks)',
  },
  'replica-silent.none': {
    vi: 'máy chủ đó không ghi lần đăng nhập (overlay lastbind)',
    en: 'it records no logins (overlay lastbind)',
  },
  'replica-unread.ahead': { vi: 'đồng hồ của máy chủ đó chạy nhanh', en: 'its clock is ahead' },
  'replica-unread.empty': { vi: 'không thấy tài khoản nào ở đó', en: 'no account is seen there' },
  'replica-unread.hidden': {
    vi: 'tài khoản này không đọc được lần đăng nhập của chính mình ở đó',
    en: 'this account may not read its own login there',
  },
  'replica-unread.partial': {
    vi: 'thiếu mục so với số đã ghi: {seen} < {count}',
    en: 'entries are missing of those recorded: {seen} < {count}',
  },
  'replica-unread.unmarked': {
    vi: 'không thấy cn=sentinel: chưa phải bản sao đầy đủ',
    en: 'cn=sentinel is not seen: not a whole copy',
  },
  'replica-unread.unused': {
    vi: 'không thấy ai từng đăng nhập ở đó: chưa dùng (hãy đăng nhập một lần), hoặc mất quyền đọc',
    en: 'nobody is seen to have logged in there: not in use yet (log in once), or the right to see it is lost',
  },
  'schema-old': {
    vi: 'Lược đồ trên máy chủ chưa có {attribute}',
    en: 'The schema of the server has no {attribute} yet',
    hint: 'danhba doctor · servers/README.md: danhba.schema',
  },
  'wrong-server': {
    vi: 'Máy chủ này thuộc {province}, không phải {domain}',
    en: 'This server belongs to {province}, not {domain}',
    hint: 'DANHBA_LDAP_URL · policy.yaml: domain, baseDn',
  },
} as const satisfies Record<string, RemarkWords>;
