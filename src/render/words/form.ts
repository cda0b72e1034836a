/** The words for problems of form: what a YAML file or its schema gets wrong. */
import type { FormArgs } from '../../model/problem.ts';
import type { WordingTable } from '../wording.ts';

const typeNames: Readonly<Record<string, { vi: string; en: string }>> = {
  string: { vi: 'chữ', en: 'a text' },
  number: { vi: 'số', en: 'a number' },
  integer: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  object: { vi: 'một nhóm khóa: giá trị', en: 'a group of key: value' },
  array: { vi: 'một danh sách', en: 'a list' },
  null: { vi: 'rỗng', en: 'empty' },
};

function typeWords(names: string, language: 'vi' | 'en'): string {
  const or = language === 'vi' ? ' hoặc ' : ' or ';
  return names
    .split(' / ')
    .map((name) => typeNames[name]?.[language] ?? name)
    .join(or);
}

/** YAML's own complaints, by the parser's code; the rest are told with the parser's words. */
const yamlReasons: Readonly<Record<string, { vi: string; en: string }>> = {
  TAB_AS_INDENT: { vi: 'dùng phím Tab để thụt dòng', en: 'a tab is used as indentation' },
  BAD_INDENT: { vi: 'thụt dòng không đều', en: 'the indentation is uneven' },
  MISSING_CHAR: { vi: 'thiếu dấu đóng (ngoặc hoặc nháy)', en: 'a closing quote or bracket is missing' },
  MULTIPLE_DOCS: {
    vi: 'có nhiều tài liệu (dòng ---) trong một tệp',
    en: 'several documents (---) in one file',
  },
  TOO_COMPLEX: { vi: 'quá nhiều tham chiếu hoặc lồng quá sâu', en: 'too many aliases, or nested too deep' },
  BLOCK_AS_IMPLICIT_KEY: {
    vi: 'thiếu dấu hai chấm hoặc thụt dòng sai',
    en: 'a colon is missing or the indentation is wrong',
  },
  MULTILINE_IMPLICIT_KEY: { vi: 'thiếu dấu hai chấm sau khóa', en: 'a colon is missing after the key' },
};

export const formWords: WordingTable<FormArgs> = {
  'yaml-syntax': {
    vi: ({ reason, detail }) => ({
      message: `Tệp không đúng cú pháp YAML: ${yamlReasons[reason]?.vi ?? detail}`,
      hint: 'Thụt dòng bằng dấu cách (2 dấu cho mỗi bậc), viết "khóa: giá trị", đóng đủ ngoặc và nháy',
    }),
    en: ({ reason, detail }) => ({
      message: `Not valid YAML: ${yamlReasons[reason]?.en ?? detail}`,
      hint: 'Indent with spaces (2 a level), write "key: value", close every bracket and quote',
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
      message: `Tệp quá lớn: ${size} ký tự, nhiều nhất ${limit}`,
      hint: 'Chia thành các tổ chức nhỏ hơn, mỗi tổ chức một tệp',
    }),
    en: ({ size, limit }) => ({
      message: `The file is too large: ${size} characters, at most ${limit}`,
      hint: 'Split it into smaller organizations, one file each',
    }),
  },
  'file-unreadable': {
    vi: ({ reason }) => ({
      message: `Không đọc được tệp: ${reason}`,
      hint: 'Lưu tệp dạng văn bản UTF-8, là tệp thường (không phải liên kết), cho phép đọc',
    }),
    en: ({ reason }) => ({
      message: `The file cannot be read: ${reason}`,
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
      message: `Cần ${typeWords(expected, 'vi')}, nhưng đang là ${typeWords(actual, 'vi')} (${value})`,
      hint: expected === 'string' ? `Đặt trong nháy kép: "${value}"` : 'Xem docs/directory-format.md',
    }),
    en: ({ expected, actual, value }) => ({
      message: `Expected ${typeWords(expected, 'en')}, found ${typeWords(actual, 'en')} (${value})`,
      hint: expected === 'string' ? `Put it in double quotes: "${value}"` : 'See docs/directory-format.md',
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
    vi: ({ value, pattern }) => ({ message: `"${value}" không đúng dạng`, hint: `Dạng cần có: ${pattern}` }),
    en: ({ value, pattern }) => ({
      message: `"${value}" has not the right form`,
      hint: `The form is: ${pattern}`,
    }),
  },
  'value-out-of-bounds': {
    vi: ({ value, rule }) => ({ message: `"${value}" ngoài giới hạn`, hint: `Giới hạn: ${rule}` }),
    en: ({ value, rule }) => ({ message: `"${value}" is out of bounds`, hint: `The bound: ${rule}` }),
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
};
