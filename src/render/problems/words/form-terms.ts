/** The terms problems of form are told in: types, the parser's complaints, forms of values, bounds. */

interface Term {
  readonly vi: string;
  readonly en: string;
}

type Terms = Readonly<Record<string, Term>>;

/** By the JSON type a schema or a value has. */
export const typeNames: Terms = {
  string: { vi: 'chữ', en: 'a text' },
  number: { vi: 'số', en: 'a number' },
  integer: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: '"true" hoặc "false"', en: 'true or false' },
  object: { vi: 'một nhóm khóa: giá trị', en: 'a group of key: value' },
  array: { vi: 'một danh sách', en: 'a list' },
  null: { vi: 'rỗng', en: 'empty' },
};

/** By the code of the YAML parser, or of compose-yaml. */
export const yamlReasons: Terms = {
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
  KEY_OVER_1024_CHARS: { vi: 'thiếu dấu hai chấm sau khóa', en: 'a colon is missing after the key' },
  UNPRINTABLE: {
    vi: 'có ký tự điều khiển, không phải văn bản',
    en: 'a control character, which is no text',
  },
  UNEXPECTED_TOKEN: { vi: 'có ký tự đặt sai chỗ', en: 'something stands where it cannot' },
  BAD_SCALAR_START: {
    vi: 'giá trị bắt đầu bằng ký tự dành riêng (@, `, %)',
    en: 'a value begins with a reserved sign (@, `, %)',
  },
  BAD_DQ_ESCAPE: {
    vi: 'dấu \\ trong nháy kép không đúng',
    en: 'a \\ in double quotes that escapes nothing',
  },
  BAD_ALIAS: { vi: 'tham chiếu * tới chỗ không có', en: 'an alias * that names nothing' },
  BLOCK_IN_FLOW: {
    vi: 'xuống dòng kiểu khối bên trong ngoặc',
    en: 'a block inside brackets',
  },
  TAG_RESOLVE_FAILED: { vi: 'thẻ ! không dùng được ở đây', en: 'a tag ! that has no meaning here' },
  ALIAS_PROPS: {
    vi: 'tham chiếu * không kèm được thẻ hay neo',
    en: 'an alias * cannot have a tag or an anchor',
  },
  MULTIPLE_ANCHORS: { vi: 'một giá trị có hai neo &', en: 'two anchors & on one value' },
  MULTIPLE_TAGS: { vi: 'một giá trị có hai thẻ !', en: 'two tags ! on one value' },
  BAD_PROP_ORDER: { vi: 'neo & hoặc thẻ ! đặt sai chỗ', en: 'an anchor & or a tag ! stands where it cannot' },
  BAD_COLLECTION_TYPE: { vi: 'thẻ ! không hợp với giá trị', en: 'a tag ! that does not fit its value' },
  RESOURCE_EXHAUSTION: {
    vi: 'quá nhiều tham chiếu hoặc lồng quá sâu',
    en: 'too many aliases, or nested too deep',
  },
  BRACES_MISSING: {
    vi: 'các khóa bên trong chưa đặt trong ngoặc { }',
    en: 'the keys inside are not in braces { }',
  },
  COMMA_MISSING: { vi: 'thiếu dấu phẩy trước khóa này', en: 'a comma is missing before this key' },
  TWO_ON_A_LINE: { vi: 'hai khóa trên cùng một dòng', en: 'two keys on one line' },
  TABLE_ROW: { vi: 'dòng này là một hàng dán từ bảng', en: 'this line is a row pasted from a table' },
  STRAY_TEXT: {
    vi: 'từ dòng này là chữ không thuộc danh bạ (chữ ký thư, lời nhắn?)',
    en: 'from this line on it is text that is no part of a directory (a signature, a note?)',
  },
  BAD_DIRECTIVE: { vi: 'dòng % không dùng được', en: 'a directive % that has no meaning here' },
};

/** How to put it right, where that is more than good indentation and closed brackets. */
export const yamlHints: Terms = {
  MULTIPLE_DOCS: {
    vi: 'Mỗi tệp một tổ chức: chuyển phần sau dòng --- sang tệp khác, xóa dòng ---',
    en: 'One organization a file: move what follows --- to a file of its own and delete the ---',
  },
  TOO_COMPLEX: {
    vi: 'Viết thẳng giá trị ra, không dùng &, * hay lồng nhiều tầng',
    en: 'Write the values out, without &, * or deep nesting',
  },
  UNPRINTABLE: {
    vi: 'Xóa ký tự đó, lưu lại tệp dạng văn bản UTF-8',
    en: 'Delete that character and save the file as UTF-8 text',
  },
  TAG_RESOLVE_FAILED: {
    vi: 'Xóa thẻ bắt đầu bằng !; giá trị có ! thì đặt trong nháy kép',
    en: 'Delete the tag that begins with !; put a value with ! in double quotes',
  },
  TAB_AS_INDENT: {
    vi: 'Thay mỗi Tab ở đầu dòng bằng dấu cách (2 dấu cho mỗi bậc)',
    en: 'Replace every tab at the start of a line by spaces (2 a level)',
  },
  BAD_ALIAS: {
    vi: 'Viết thẳng giá trị ra; giá trị bắt đầu bằng * thì đặt trong nháy kép',
    en: 'Write the value out; put one that begins with * in double quotes',
  },
  BRACES_MISSING: {
    vi: 'Đặt cả nhóm trong ngoặc: {khóa: giá trị, khóa: giá trị}',
    en: 'Put all of it in braces: {key: value, key: value}',
  },
  COMMA_MISSING: {
    vi: 'Trong ngoặc { } ngăn các khóa bằng dấu phẩy',
    en: 'Inside of { } keys are separated by commas',
  },
  TWO_ON_A_LINE: {
    vi: 'Xuống dòng trước khóa thứ hai, thụt vào như khóa thứ nhất',
    en: 'Begin a new line before the second key, indented like the first',
  },
  TABLE_ROW: {
    vi: 'Viết lại thành các dòng "- id: …", "  name: …", "  title: …", mỗi khóa một dòng',
    en: 'Write it as lines "- id: …", "  name: …", "  title: …", one key a line',
  },
  STRAY_TEXT: {
    vi: 'Xóa các dòng đó; lời ghi chú thì thêm "# " ở đầu mỗi dòng',
    en: 'Delete those lines; put "# " in front of each where it is a note',
  },
  MULTILINE_IMPLICIT_KEY: {
    vi: 'Viết "khóa: giá trị", có dấu hai chấm và một dấu cách',
    en: 'Write "key: value", with a colon and a space',
  },
  MISSING_CHAR: {
    vi: 'Thêm dấu đóng ở cuối giá trị: " hoặc \' hoặc ] hoặc }',
    en: 'Add what closes it at the end of the value: " or \' or ] or }',
  },
  BAD_SCALAR_START: { vi: 'Đặt giá trị trong nháy kép', en: 'Put the value in double quotes' },
  BAD_DQ_ESCAPE: {
    vi: 'Dùng nháy đơn, hoặc viết \\\\ thay cho \\',
    en: 'Use single quotes, or write \\\\ for \\',
  },
};

/** By why a file could not be read; the system's own codes are told as they are. */
export const fileReasons: Terms = {
  SYMBOLIC_LINK: {
    vi: 'là liên kết ("symbolic link"), có thể dẫn ra ngoài thư mục',
    en: 'it is a symbolic link, which may lead out of the directory',
  },
  NOT_A_FILE: { vi: 'không phải tệp thường', en: 'it is no regular file' },
  NOT_UTF8: { vi: 'không phải văn bản UTF-8', en: 'it is not UTF-8 text' },
  'UTF-16': { vi: 'lưu bằng UTF-16 ("Unicode" của Notepad)', en: 'it is saved as UTF-16' },
  EACCES: { vi: 'không có quyền đọc', en: 'no permission to read it' },
};

/** By the pattern of the schema: what a clerk is to write. A test holds them against the schemas. */
export const patternNames: Terms = {
  '^[A-Z][A-Z0-9]*-$': {
    vi: 'chữ hoa không dấu và chữ số, kết thúc bằng gạch nối, ví dụ LC-',
    en: 'capitals without marks and digits, with a hyphen at the end, such as LC-',
  },
  '^(ou|cn)=[A-Za-z0-9_-]+$': {
    vi: 'ou= hoặc cn= rồi chữ không dấu, chữ số, gạch, ví dụ ou=users',
    en: 'ou= or cn= and letters without marks, digits, dashes, such as ou=users',
  },
  '^[a-z0-9][a-z0-9-]{0,62}$': {
    vi: 'chữ thường không dấu, chữ số, gạch nối, ví dụ sinho-pnv',
    en: 'lower-case letters without marks, digits, hyphens, such as sinho-pnv',
  },
  '^[a-z0-9]{1,63}$': {
    vi: 'chữ thường không dấu và chữ số viết liền, ví dụ sotttt',
    en: 'lower-case letters without marks and digits, joined, such as sotttt',
  },
  '^[a-z0-9]+(\\.[a-z0-9]+)*$': {
    vi: 'phần trước @ của hộp thư tổ chức, ví dụ pnv.sinho',
    en: "the part before @ of the organization's mailbox, such as pnv.sinho",
  },
  '^[0-9+(][0-9 +().,/-]{2,31}$': {
    vi: 'số điện thoại trong nháy kép, ví dụ "0213 3 876 543"',
    en: 'a telephone number in double quotes, such as "0213 3 876 543"',
  },
  '^[A-Z][A-Z0-9]*-[0-9]+$': {
    vi: 'chữ hoa, gạch nối, số, ví dụ LC-000017',
    en: 'capitals, a hyphen, a number, such as LC-000017',
  },
  '^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$|^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[a-z0-9][a-z0-9_-]{0,99}$': {
    vi: 'tên đăng nhập GitHub, không có @, ví dụ octocat, hoặc nhóm, ví dụ laichau/so-y-te',
    en: 'a GitHub login without @, such as octocat, or a team, such as laichau/so-y-te',
  },
  '^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$': {
    vi: 'tên đăng nhập GitHub, không có @, ví dụ octocat',
    en: 'a GitHub login without @, such as octocat',
  },
  '^age1[02-9ac-hj-np-z]{58}$': {
    vi: 'khóa công khai age, bắt đầu bằng age1',
    en: 'an age public key, beginning with age1',
  },
  '^[^@\\s]+@[^@\\s]+$': {
    vi: 'địa chỉ đầy đủ, ví dụ stttt@laichau.gov.vn',
    en: 'a full address, such as stttt@laichau.gov.vn',
  },
  '^\\d+\\.\\d+$': {
    vi: 'khoản trong nháy kép, ví dụ "12.5"',
    en: 'a clause in double quotes, such as "12.5"',
  },
  '^[a-z0-9-]+(\\.[a-z0-9-]+)+$': {
    vi: 'tên miền chữ thường, ví dụ laichau.gov.vn',
    en: 'a domain in lower case, such as laichau.gov.vn',
  },
  '^[A-Za-z][A-Za-z0-9-]*=': {
    vi: 'DN của LDAP, ví dụ dc=laichau,dc=gov,dc=vn',
    en: 'an LDAP DN, such as dc=laichau,dc=gov,dc=vn',
  },
  '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$': {
    vi: 'entryUUID chữ thường, ví dụ 5b0c1b2e-6f0a-103f-9a57-0b5e0d6c7a11',
    en: 'an entryUUID in lower case, such as 5b0c1b2e-6f0a-103f-9a57-0b5e0d6c7a11',
  },
  '^ldaps?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$': {
    vi: 'địa chỉ máy chủ LDAP, ví dụ ldaps://ldap2.laichau.gov.vn',
    en: 'the URL of an LDAP server, such as ldaps://ldap2.laichau.gov.vn',
  },
  '^https://[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$': {
    vi: 'địa chỉ trang web bắt đầu bằng https://, tên máy viết chữ thường, không có @, ? và #, ví dụ https://matkhau.laichau.gov.vn/',
    en: 'an https:// address, its host in small letters, without @, ? and #, such as https://matkhau.laichau.gov.vn/',
  },
  '^[A-ZĐ][A-Z0-9Đ&-]{0,19}$': {
    vi: 'chữ viết tắt, chữ in hoa, ví dụ SKHCN',
    en: 'an abbreviation in capitals, such as SKHCN',
  },
  '^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$': {
    vi: 'đường dẫn tới tệp .docx trong thư mục danh bạ, ví dụ templates/issue.docx',
    en: 'the path of a .docx file in the directory, such as templates/issue.docx',
  },
  '^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$': {
    vi: 'a–z, 0–9, dấu chấm và {code} {name} {fixed} {parent} {given} {initials} {suffix}',
    en: 'a–z, 0–9, dots and {code} {name} {fixed} {parent} {given} {initials} {suffix}',
  },
  '^[a-z0-9]+$': {
    vi: 'chữ thường không dấu và chữ số, ví dụ ubnd',
    en: 'lower-case letters and digits, such as ubnd',
  },
  '^[a-z0-9]+([.-][a-z0-9]+)*$': {
    vi: 'phần trước @, chữ thường, ví dụ postmaster',
    en: 'the part before @, in lower case, such as postmaster',
  },
  '^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$': {
    vi: 'person:<mã> hoặc organization:<mã>, ví dụ person:LC-000001',
    en: 'person:<id> or organization:<id>, such as person:LC-000001',
  },
  '^(person:[A-Z][A-Z0-9]*-[0-9]+(/[0-9]+)?|organization:[a-z0-9][a-z0-9-]{0,62})$': {
    vi: 'person:<mã>, person:<mã>/<số> hoặc organization:<mã>, ví dụ person:LC-000001',
    en: 'person:<id>, person:<id>/<number> or organization:<id>, such as person:LC-000001',
  },
  '^[0-9a-f]{32}$': {
    vi: '32 chữ số thập lục phân, do danhba ghi',
    en: '32 hexadecimal digits, as danhba writes them',
  },
};

/** By the keyword of the schema, the bound following it. */
export const boundNames: Terms = {
  minLength: { vi: 'ít nhất số ký tự:', en: 'characters, at least:' },
  maxLength: { vi: 'nhiều nhất số ký tự:', en: 'characters, at most:' },
  minimum: { vi: 'nhỏ nhất là', en: 'not below' },
  maximum: { vi: 'lớn nhất là', en: 'not above' },
  minItems: { vi: 'ít nhất số mục:', en: 'items, at least:' },
  uniqueItems: { vi: 'mỗi mục chỉ ghi một lần', en: 'every item once only' },
};
