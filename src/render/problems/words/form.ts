/** The words for problems of form: what a YAML file or its schema gets wrong. */
import type { FormArgs } from '../../../model/problems/problem.ts';
import type { WordingTable } from '../../text/wording.ts';
import { boundNames, fileReasons, patternNames, typeNames, yamlHints, yamlReasons } from './form-terms.ts';

function typeWords(names: string, language: 'vi' | 'en'): string {
  const or = language === 'vi' ? ' hoặc ' : ' or ';
  return names
    .split(' / ')
    .map((name) => typeNames[name]?.[language] ?? name)
    .join(or);
}

/** An invisible character is told by its code point alone. */
function shownCharacter(char: string): string {
  return /[\p{C}\p{Z}\p{M}]/u.test(char) ? '' : `"${char}" `;
}

/** How a value of the wrong type is put right. */
function typeHint(expected: string, actual: string, value: string, language: 'vi' | 'en'): string {
  const vi = language === 'vi';
  if (actual === 'null') {
    const quoted = value === '' ? '' : ` ("${value}")`;
    return vi
      ? `Ghi giá trị sau dấu hai chấm${quoted && `, là chữ thì đặt trong nháy kép${quoted}`}; không có thì xóa cả dòng`
      : `Write a value after the colon${quoted && `, in double quotes if it is a text${quoted}`}, or delete the line`;
  }
  if (expected === 'string' && actual !== 'object' && actual !== 'array') {
    return vi ? `Đặt trong nháy kép: "${value}"` : `Put it in double quotes: "${value}"`;
  }
  if (expected === 'boolean')
    return vi ? 'Ghi true hoặc false, không có nháy' : 'Write true or false, unquoted';
  if (expected === 'array' && actual === 'string')
    return vi ? 'Đặt trong ngoặc vuông: [giá trị, giá trị]' : 'Put it in square brackets: [value, value]';
  if (expected === 'object' && actual === 'array')
    return vi ? 'Bỏ dấu "-" ở đầu các dòng của nhóm này' : 'Take the "-" away from the lines of this group';
  return vi ? 'Xem docs/directory-format.md' : 'See docs/directory-format.md';
}

/** A bound as the schema says it: a keyword and, for most, a number. */
function boundText(rule: string, language: 'vi' | 'en'): string {
  const [keyword = '', ...limit] = rule.split(' ');
  return [boundNames[keyword]?.[language] ?? keyword, ...limit].join(' ');
}

const recipientReasons = {
  kind: { vi: () => 'loại khóa này chưa được hỗ trợ', en: () => 'this kind of key is not supported' },
  form: { vi: () => 'không bắt đầu bằng age1', en: () => 'it does not begin with age1' },
  capitals: { vi: () => 'có chữ hoa', en: () => 'it has capital letters' },
  spaces: { vi: () => 'có dấu cách', en: () => 'it has spaces' },
  length: {
    vi: (length: number) => `có ${length} ký tự, phải là 62`,
    en: (length: number) => `it has ${length} characters, not 62`,
  },
  letter: {
    vi: () => 'có ký tự không khóa nào có (1, b, i, o hoặc dấu)',
    en: () => 'it has a character that no key has (1, b, i, o or a sign)',
  },
  checksum: {
    vi: () => 'chép sai, tổng kiểm không khớp',
    en: () => 'it is miscopied, its checksum does not fit',
  },
} as const;

const secretNames = {
  age: {
    vi: 'Tệp này có khóa riêng của age, và đã công khai',
    en: 'This file has a private age key in it, which is public now',
  },
  'private-key': {
    vi: 'Tệp này có khóa riêng (SSH, TLS hoặc PGP), và đã công khai',
    en: 'This file has a private key (SSH, TLS or PGP) in it, which is public now',
  },
  token: {
    vi: 'Tệp này có token của GitHub, và đã công khai',
    en: 'This file has a GitHub token in it, which is public now',
  },
} as const;

const secretRemedies = {
  age: {
    vi: 'Đưa lên Git là ai cũng đọc được, xóa dòng này không đủ: tạo cặp khóa mới (danhba credentials key --out FILE), ghi khóa công khai age1… mới vào đây, bỏ khóa cũ ở mọi nơi, coi mọi thứ đã niêm phong cho khóa cũ là đã bị đọc và cấp lại các mật khẩu đó',
    en: 'What was pushed to Git everybody can read, and deleting the line is not enough: make a new key pair (danhba credentials key --out FILE), write the new public key age1… here, replace the old one everywhere, take everything that was sealed for it as read, and reset those passwords',
  },
  'private-key': {
    vi: 'Đưa lên Git là ai cũng đọc được, xóa dòng này không đủ: thay khóa này ở mọi nơi đang dùng, thu hồi khóa cũ, rồi xóa khỏi tệp',
    en: 'What was pushed to Git everybody can read, and deleting it is not enough: replace this key wherever it is used, revoke the old one, then take it out of the file',
  },
  token: {
    vi: 'Đưa lên Git là ai cũng đọc được, xóa dòng này không đủ: thu hồi token này trên GitHub ngay, xem nhật ký xem ai đã dùng, rồi xóa khỏi tệp',
    en: 'What was pushed to Git everybody can read, and deleting it is not enough: revoke this token on GitHub at once, look at who has used it, then take it out of the file',
  },
} as const;

export const formWords: WordingTable<FormArgs> = {
  'yaml-syntax': {
    vi: ({ reason, detail }) => ({
      message: `Không đúng cú pháp YAML: ${yamlReasons[reason]?.vi ?? detail}`,
      hint:
        yamlHints[reason]?.vi ??
        'Thụt dòng bằng dấu cách (2 dấu cho mỗi bậc), viết "khóa: giá trị", đóng đủ ngoặc và nháy',
    }),
    en: ({ reason, detail }) => ({
      message: `Not valid YAML: ${yamlReasons[reason]?.en ?? detail}`,
      hint:
        yamlHints[reason]?.en ??
        'Indent with spaces (2 a level), write "key: value", close every bracket and quote',
    }),
  },
  'yaml-duplicate-key': {
    vi: ({ key }) => ({ message: `Khóa "${key}" viết hai lần`, hint: 'Giữ lại một dòng, xóa dòng kia' }),
    en: ({ key }) => ({
      message: `The key "${key}" is written twice`,
      hint: 'Keep one line and delete the other',
    }),
  },
  'file-too-large': {
    vi: ({ size, limit }) => ({
      message: `Tệp quá lớn: ${size}, nhiều nhất ${limit} ký tự`,
      hint: 'Chia thành các tổ chức nhỏ hơn, mỗi tổ chức một tệp',
    }),
    en: ({ size, limit }) => ({
      message: `The file is too large: ${size}, at most ${limit} characters`,
      hint: 'Split it into smaller organizations, one file each',
    }),
  },
  'file-unreadable': {
    vi: ({ reason }) => ({
      message: `Không đọc được tệp: ${fileReasons[reason]?.vi ?? reason}`,
      hint: 'Lưu tệp dạng văn bản UTF-8, là tệp thường (không phải liên kết), cho phép đọc',
    }),
    en: ({ reason }) => ({
      message: `The file cannot be read: ${fileReasons[reason]?.en ?? reason}`,
      hint: 'Save it as UTF-8 text, as a regular file (no symbolic link), readable',
    }),
  },
  'file-misplaced': {
    vi: ({ path }) => ({
      message: `Tệp "${path}" không nằm đúng chỗ nên sẽ không được đọc`,
      hint: 'Tệp tổ chức: organizations/…/<id>.yaml · lịch: calendar/<năm>.yaml · chính sách: policy.yaml (đuôi .yaml)',
    }),
    en: ({ path }) => ({
      message: `The file "${path}" is not where files are read from`,
      hint: 'Organizations: organizations/…/<id>.yaml · calendar: calendar/<year>.yaml · policy: policy.yaml (ending .yaml)',
    }),
  },
  'policy-missing': {
    vi: () => ({
      message: 'Thiếu tệp policy.yaml',
      hint: 'Chép directory/policy.yaml mẫu rồi sửa cho tỉnh mình',
    }),
    en: () => ({
      message: 'policy.yaml is missing',
      hint: 'Copy the sample directory/policy.yaml and adapt it',
    }),
  },
  'calendar-unsigned': {
    vi: () => ({
      message: 'Lịch nghỉ này mới là bản nháp: "source" chưa nêu thông báo chính thức nào',
      hint: 'Điền đủ các ngày theo thông báo, rồi thay "source" bằng số, ký hiệu các thông báo, như 9441/TB-BNV',
    }),
    en: () => ({
      message: 'This calendar is a draft: "source" names no official notice yet',
      hint: 'Fill in the days of the notices, then write their numbers in "source", like 9441/TB-BNV',
    }),
  },
  'unknown-key': {
    vi: ({ key, allowed, suggestion }) => ({
      message: `Không có khóa "${key}"`,
      hint: suggestion ? `Có phải là "${suggestion}"?` : `Các khóa dùng được: ${allowed.join(', ')}`,
    }),
    en: ({ key, allowed, suggestion }) => ({
      message: `There is no key "${key}"`,
      hint: suggestion ? `Did you mean "${suggestion}"?` : `Keys that may stand here: ${allowed.join(', ')}`,
    }),
  },
  'missing-key': {
    vi: ({ key }) => ({ message: `Thiếu khóa "${key}"`, hint: `Thêm dòng "${key}: …"` }),
    en: ({ key }) => ({ message: `The key "${key}" is missing`, hint: `Add a line "${key}: …"` }),
  },
  'wrong-type': {
    vi: ({ expected, actual, value }) => ({
      message: `Cần ${typeWords(expected, 'vi')}, nhưng đang là ${typeWords(actual, 'vi')}${value && ` (${value})`}`,
      hint: typeHint(expected, actual, value, 'vi'),
    }),
    en: ({ expected, actual, value }) => ({
      message: `Expected ${typeWords(expected, 'en')}, found ${typeWords(actual, 'en')}${value && ` (${value})`}`,
      hint: typeHint(expected, actual, value, 'en'),
    }),
  },
  'value-not-allowed': {
    vi: ({ value, allowed, suggestion }) => ({
      message: `Giá trị "${value}" không dùng được ở đây`,
      hint: suggestion ? `Có phải là "${suggestion}"?` : `Chọn một trong: ${allowed.join(', ')}`,
    }),
    en: ({ value, allowed, suggestion }) => ({
      message: `The value "${value}" is not allowed here`,
      hint: suggestion ? `Did you mean "${suggestion}"?` : `One of: ${allowed.join(', ')}`,
    }),
  },
  'value-format': {
    vi: ({ value, pattern }) => ({
      message: `"${value}" không đúng dạng`,
      hint: `Dạng cần có: ${patternNames[pattern]?.vi ?? pattern}`,
    }),
    en: ({ value, pattern }) => ({
      message: `"${value}" has not the right form`,
      hint: `The form is: ${patternNames[pattern]?.en ?? pattern}`,
    }),
  },
  'value-out-of-bounds': {
    vi: ({ value, rule }) => ({
      message: `"${value}" ngoài giới hạn`,
      hint: `Giới hạn: ${boundText(rule, 'vi')}`,
    }),
    en: ({ value, rule }) => ({
      message: `"${value}" is out of bounds`,
      hint: `The bound: ${boundText(rule, 'en')}`,
    }),
  },
  'date-invalid': {
    vi: ({ value }) => ({
      message: `"${value}" không phải ngày có thật dạng năm-tháng-ngày`,
      hint: 'Viết như 2026-05-04 (ngày 4 tháng 5 năm 2026)',
    }),
    en: ({ value }) => ({
      message: `"${value}" is not an existing date as year-month-day`,
      hint: 'Write it like 2026-05-04',
    }),
  },
  'recipient-invalid': {
    vi: ({ value, length, reason }) => ({
      message: `Khóa nhận mật khẩu "${value}" không dùng được: ${recipientReasons[reason].vi(length)}`,
      hint: 'Chép lại nguyên vẹn dòng "public key" (age1 và 58 chữ thường, age X25519) của tệp khóa, hoặc tạo khóa mới: danhba credentials key --out FILE. Không nhận khóa SSH, khóa trên thiết bị (age1yubikey1…), khóa hậu lượng tử (age1pq1…)',
    }),
    en: ({ value, length, reason }) => ({
      message: `The recipient "${value}" cannot be sealed for: ${recipientReasons[reason].en(length)}`,
      hint: 'Copy the whole "public key" line of the identity file (age1 and 58 small letters, age X25519), or make a new key: danhba credentials key --out FILE. SSH keys, hardware keys (age1yubikey1…) and post-quantum ones (age1pq1…) are not supported',
    }),
  },
  'secret-published': {
    vi: ({ kind }) => ({ message: secretNames[kind].vi, hint: secretRemedies[kind].vi }),
    en: ({ kind }) => ({ message: secretNames[kind].en, hint: secretRemedies[kind].en }),
  },
  'character-refused': {
    vi: ({ char, codePoint, name, position, instead }) => ({
      message: `Có ký tự lạ ${shownCharacter(char)}(${codePoint}, ${name}) ở vị trí ${position}`,
      hint: instead
        ? `Gõ lại ký tự này, có lẽ là "${instead}"`
        : 'Xóa hoặc gõ lại ký tự này bằng bộ gõ tiếng Việt, bảng mã Unicode',
    }),
    en: ({ char, codePoint, name, position, instead }) => ({
      message: `A character that does not belong here: ${shownCharacter(char)}(${codePoint}, ${name}) at position ${position}`,
      hint: instead
        ? `Type it again; "${instead}" was probably meant`
        : 'Delete it or type it again in Unicode',
    }),
  },
};
