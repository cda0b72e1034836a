/** What is told where a file, a setting or a key of this machine cannot be used. */
import type { RemarkWords } from './remark-words.ts';

const folder = { vi: 'Chọn thư mục có sẵn và ghi được', en: 'Choose an existing, writable folder' };
const oneLine = {
  vi: 'Ghi lại bằng trình soạn thảo: UTF-8 không BOM, đúng một dòng',
  en: 'Write it again in an editor: UTF-8 without BOM, one line',
};
const emptySecret = {
  vi: 'tệp bí mật {file}: trống',
  en: 'the secret file {file} is empty',
  hint: oneLine,
};
const unreadable = { vi: 'không đọc được ({cause})', en: 'cannot be read ({cause})' };
const unwritable = { vi: 'không ghi được ({cause})', en: 'cannot be written ({cause})' };
const oneKey = 'AGE-SECRET-KEY-1…';

export const fileErrors = {
  'audit.foreign': {
    vi: 'không phải nhật ký kiểm toán của danhba, hoặc không còn bản ghi nào nguyên vẹn',
    en: 'not an audit of danhba, or without one whole record left',
    hint: {
      vi: 'Giữ tệp này lại để xem xét, dùng tệp khác: --audit FILE',
      en: 'Keep it to be looked at, and use another file: --audit FILE',
    },
  },
  'audit.locked': {
    vi: 'một lần chạy khác đang ghi',
    en: 'another run is writing',
    hint: {
      vi: 'Nếu không còn lần chạy nào, xóa tệp .lock',
      en: 'Delete the .lock file if no run is at work',
    },
  },
  'audit.unreadable': unreadable,
  'audit.unwritable': {
    vi: 'không ghi được nhật ký kiểm toán: {cause}',
    en: 'cannot write the audit: {cause}',
    hint: '--audit FILE',
  },
  'codeowners-unreadable': {
    vi: 'không phải tệp thường, hoặc quá lớn',
    en: 'not a plain file, or too large',
    hint: 'danhba codeowners',
  },
  'credentials-unwritable': {
    ...unwritable,
    hint: {
      vi: 'Chọn thư mục ghi được: --credentials DIR',
      en: 'Choose a writable folder: --credentials DIR',
    },
  },
  'demo-ldap-option': { vi: 'Không dùng được: {what}', en: 'Cannot be used: {what}' },
  'demo-ldap-port': {
    vi: 'Không mở được cổng {port} trên 127.0.0.1: {cause}',
    en: 'Cannot listen on 127.0.0.1:{port}: {cause}',
  },
  'directory-unreadable': {
    vi: 'không đọc được thư mục ({cause})',
    en: 'cannot read the directory ({cause})',
    hint: '--directory DIR',
  },
  'doveadm-key.secret': emptySecret,
  'file-unwritable': { ...unwritable, hint: folder },
  'github-token.secret': emptySecret,
  'identity-exists': {
    vi: 'đã có, không ghi đè',
    en: 'exists, and is not overwritten',
    hint: { vi: 'Chọn tên tệp khác: --out FILE', en: 'Choose another name: --out FILE' },
  },
  'identity-invalid.encoding': {
    vi: 'không đọc được khóa riêng nào',
    en: 'no identity can be read',
    hint: {
      vi: 'Tệp là UTF-16 hoặc có BOM: ghi lại dạng UTF-8 không BOM',
      en: 'It is UTF-16 or has a byte-order mark: save it as UTF-8 without BOM',
    },
  },
  'identity-invalid.encrypted': {
    vi: 'không có khóa riêng dùng được',
    en: 'holds no identity that can be used',
    hint: {
      vi: 'Tệp khóa đang được mã hóa, mở bằng age trước: age -d',
      en: 'The identity file is itself encrypted: age -d',
    },
  },
  'identity-invalid.hardware': {
    vi: 'khóa riêng nằm trên thiết bị',
    en: 'the identity is a hardware key',
    hint: { vi: 'Dùng age: age -d -i FILE', en: 'Use age: age -d -i FILE' },
  },
  'identity-invalid.line': {
    vi: 'dòng {line} không phải khóa riêng age',
    en: 'line {line} is not an age identity',
    hint: oneKey,
  },
  'identity-invalid.none': {
    vi: 'không có khóa riêng nào',
    en: 'holds no identity',
    hint: oneKey,
  },
  'identity-unreadable': {
    vi: 'không đọc được tệp khóa riêng ({cause})',
    en: 'cannot read the identity file ({cause})',
    hint: '--identity FILE',
  },
  'identity-unwritable': { ...unwritable, hint: folder },
  journal: {
    vi: 'không ghi được nhật ký: {cause}',
    en: 'cannot write the journal: {cause}',
    hint: '--journal FILE',
  },
  'ldap-password.secret': emptySecret,
  'person-id-none': {
    vi: 'chưa có mã cá nhân nào để đánh số tiếp',
    en: 'there is no person id to go on from',
    hint: { vi: 'Tự đặt mã đầu tiên, ví dụ LC-000001', en: 'Choose the first one, for example LC-000001' },
  },
  'plan-file.form': {
    vi: 'không phải kế hoạch của danhba',
    en: 'not a plan of danhba',
    hint: 'danhba plan --out FILE',
  },
  'plan-file.text': { vi: '{cause}', en: '{cause}', hint: 'danhba plan --out FILE' },
  'recipient-missing': {
    vi: 'chưa có khóa age nào để niêm phong',
    en: 'no age key to seal for',
    hint: 'danhba credentials key --out FILE',
  },
  'recipient-refused': {
    vi: 'khóa {recipient} không dùng được, có lẽ chép thiếu hoặc sai',
    en: 'the key {recipient} cannot be used, perhaps miscopied',
    hint: 'danhba credentials key --out FILE',
  },
  'sealed-damaged': {
    vi: 'bị cắt cụt hoặc đã bị sửa',
    en: 'is cut short or was altered',
    hint: { vi: 'Lấy lại tệp từ nơi gửi', en: 'Get the file again from where it came' },
  },
  'sealed-for-others': {
    vi: 'được niêm phong cho khóa khác',
    en: 'was sealed for another key',
    hint: {
      vi: 'Dùng khóa riêng của đơn vị nhận: --identity FILE',
      en: 'Use the identity of the organization it is for: --identity FILE',
    },
  },
  'sealed-invalid': {
    vi: 'không phải tệp age',
    en: 'not an age file',
    hint: { vi: 'Tệp niêm phong có đuôi .html.age', en: 'A sealed file ends in .html.age' },
  },
  'sealed-unreadable': { ...unreadable, hint: 'danhba credentials open FILE --identity FILE' },
  'settings.certificate': {
    vi: 'không có chứng chỉ {value}',
    en: 'holds no certificate {value}',
    hint: 'export {at}=ca.pem',
  },
  'settings.certificate-file': {
    vi: 'không đọc được tệp: {file} ({cause})',
    en: 'cannot read the file: {file} ({cause})',
    hint: 'export {at}=ca.pem',
  },
  'settings.file': {
    vi: 'không đọc được tệp: {file} ({cause})',
    en: 'cannot read the file: {file} ({cause})',
    hint: 'export {at}=…',
  },
  'settings.flag': { vi: '{name}={value}: 1 | 0', en: '{name}={value}: 1 | 0', hint: 'export {name}=1' },
  'settings.github': {
    vi: 'Thiếu GITHUB_TOKEN hoặc GITHUB_REPOSITORY',
    en: 'GITHUB_TOKEN or GITHUB_REPOSITORY is missing',
    hint: 'export GITHUB_TOKEN_FILE=… GITHUB_REPOSITORY=owner/name',
  },
  'settings.mail-key': {
    vi: 'Thiếu thiết đặt DANHBA_DOVEADM_API_KEY_FILE',
    en: 'The setting DANHBA_DOVEADM_API_KEY_FILE is missing',
    hint: '"export DANHBA_DOVEADM_API_KEY_FILE=…" · "unset DANHBA_DOVEADM_URL"',
  },
  'settings.missing': {
    vi: 'Thiếu thiết đặt {name}',
    en: 'The setting {name} is missing',
    hint: 'export {name}=… ({name}_FILE=…) · npm run lab · npm start',
  },
  'settings.replica': {
    vi: '{url}: không phải địa chỉ LDAP',
    en: '{url}: not an LDAP URL',
    hint: "export {at}='ldaps://ldap2.example.gov.vn'",
  },
  'settings.secret-bom': {
    vi: 'tệp bí mật {file}: bắt đầu bằng dấu BOM',
    en: 'the secret file {file} begins with a byte-order mark',
    hint: oneLine,
  },
  'settings.secret-lines': {
    vi: 'tệp bí mật {file}: có hơn một dòng',
    en: 'the secret file {file} has more than one line',
    hint: oneLine,
  },
  'settings.secret-not-utf-8': {
    vi: 'tệp bí mật {file}: không phải văn bản UTF-8',
    en: 'the secret file {file} is not UTF-8 text',
    hint: oneLine,
  },
  'settings.secret-nul': {
    vi: 'tệp bí mật {file}: có ký tự NUL',
    en: 'the secret file {file} holds a NUL character',
    hint: oneLine,
  },
  'settings.secret-utf-16': {
    vi: 'tệp bí mật {file}: là UTF-16, không phải UTF-8',
    en: 'the secret file {file} is UTF-16, not UTF-8',
    hint: oneLine,
  },
  'settings.wait': {
    vi: 'DANHBA_LDAP_WAIT={value}: 1–{longest} giây',
    en: 'DANHBA_LDAP_WAIT={value}: 1–{longest} seconds',
    hint: 'export DANHBA_LDAP_WAIT=60',
  },
} as const satisfies Record<string, RemarkWords>;
