/** Writes a suggested map as a file for people: what each part is for, what was seen, and what waits to be signed. */
import type {
  Condition,
  ImportMap,
  MappedOrganization,
  SuggestedMap,
} from '../../model/import/import-map.ts';

// The file is the province's: its comments are Vietnamese whatever the language of the terminal.

/** `schema`: where the schema stands, as seen from the file. */
export function renderMap({ map, counts, sheets }: SuggestedMap, schema: string): string {
  const parts = [
    `# yaml-language-server: $schema=${schema}
# BẢN ĐẦU do "danhba import --suggest-map" viết từ dữ liệu: đọc, sửa, rồi ký từng cơ quan (signed: true).
# Từ đây tệp này là của tỉnh: danhba không ghi đè lên nó.
`,
    ...(map.sheet === undefined ? [] : [sheetPart(map.sheet, sheets)]),
    idsPart(map.ids),
    fieldsPart(map.fields),
    entriesPart(map.entries),
    statusPart(map.status),
    organizationPart(map.organization),
    organizationsPart(map.organizations, counts),
  ];
  return parts.join('\n');
}

const sheetPart = (sheet: string, sheets: readonly string[]): string =>
  `# Sổ có nhiều trang tính: ${sheets.map(scalar).join(', ')}. Mỗi lần nhập một trang.
sheet: ${scalar(sheet)}
`;

const idsPart = ({ prefix, from }: ImportMap['ids']): string =>
  `# Mã số của mỗi người, không đổi về sau. ${
    from === undefined
      ? 'Nguồn không có số hiệu cán bộ: đánh số tiếp.'
      : 'Lấy từ số hiệu cán bộ; ai không có thì đánh số tiếp.'
  }
ids:
  prefix: ${scalar(prefix)}
${from === undefined ? '' : `  from: ${flow(from)}\n`}`;

const fieldsPart = (fields: ImportMap['fields']): string =>
  `# Thuộc tính (LDAP) hay cột (bảng) nào là gì; cái đứng trước được ưu tiên. Giá trị bị bỏ lại đều được liệt kê.
fields:
${Object.entries(fields)
  .map(([field, candidates]) => `  ${field}: ${flow(candidates)}\n`)
  .join('')}`;

function entriesPart(entries: ImportMap['entries']): string {
  const rules = entries.map(({ role, when }) => {
    const conditions = when.map((one) => `      - ${condition(one)}`).join('\n');
    return `  - role: ${role} # ${roleWords[role]}\n    when:\n${conditions}\n`;
  });
  return `# Mục nào là ai: xét từ trên xuống, quy tắc đầu tiên khớp thì lấy. Máy chỉ đoán theo tên: xem kỹ danh sách
# dịch vụ và cơ quan. Mục có địa chỉ thư mà không quy tắc nào khớp sẽ được liệt kê, không bị bỏ qua.
entries:${list(rules)}`;
}

const roleWords = {
  person: 'người',
  agency: 'hộp thư cơ quan',
  service: 'máy móc, phần mềm: không nhập, để nguyên trên máy chủ, liệt kê',
  none: 'không phải tài khoản: bỏ qua',
} as const satisfies Record<ImportMap['entries'][number]['role'], string>;

function condition({ attribute, values = [], under }: Condition): string {
  if (attribute === undefined) return `under: ${scalar(under ?? '')}`;
  if (values.length < 4) return `attribute: ${scalar(attribute)}\n        values: ${flow(values)}`;
  return `attribute: ${scalar(attribute)}\n        values:\n${values.map((one) => `          - ${scalar(one)}`).join('\n')}`;
}

function statusPart(status: ImportMap['status']): string {
  const head = `# Ai đang bị khóa ở nguồn. Không ai bị tạm dừng hay chấm dứt nếu không có văn bản ghi ở đây hoặc trong
# decisions.csv: undecided vẫn hoạt động trong tệp, và được liệt kê để quyết định. Có văn bản thì ghi, ví dụ:
#     - { value: "nghỉ hưu", state: terminated, reason: retirement, document: 77/QĐ-SNV, decided: 2026-11-02 }
#     - { value: "khóa", state: suspended, reason: violation, clause: "12.5", document: 31/QĐ-SKHCN, date: 2026-05-04 }
`;
  if (status === undefined) return `${head}# Nguồn không có thuộc tính nào cho biết điều này.\n`;
  const rules = status.map(({ attribute, values }) => {
    const lines = values.map(({ value, state }) => `      - { value: ${quoted(value)}, state: ${state} }\n`);
    return `  - attribute: ${scalar(attribute)}\n    values:\n${lines.join('')}`;
  });
  return `${head}status:\n${rules.join('')}`;
}

const organizationPart = ({ from }: ImportMap['organization']): string =>
  `# Nơi nói mỗi mục thuộc cơ quan nào. "dn:ou": ou gần nhất ở trên mục; "address:suffix": phần sau dấu chấm của địa chỉ.
organization:
  from: ${flow(from)}
`;

function organizationsPart(
  organizations: ImportMap['organizations'],
  counts: SuggestedMap['counts'],
): string {
  const all = organizations.map((one) => organizationItem(one, counts.get(one.id) ?? 0));
  return `# Các cơ quan. Với "signed: false", loại, cấp trên và mã chỉ là đề xuất theo tên: đối chiếu quyết định
# thành lập, sửa nếu sai, rồi đổi thành "signed: true". values là cách viết đã thấy trong nguồn.
organizations:${list(all)}`;
}

function organizationItem(
  { id, name, kind, parent, code, codeBasis, personSuffix, mailbox, values, signed }: MappedOrganization,
  count: number,
): string {
  const told = Object.entries({ name, kind, parent, code, codeBasis, personSuffix, mailbox });
  const lines = told.flatMap(([key, value]) =>
    value === undefined ? [] : [`    ${key}: ${scalar(value)}\n`],
  );
  const seen = count === 0 ? '' : ` # ${count} mục`;
  return `  - id: ${scalar(id)}${seen}
${lines.join('')}${values === undefined ? '' : `    values: ${flow(values)}\n`}    signed: ${signed !== false}
`;
}

const list = (items: readonly string[]): string => (items.length === 0 ? ' []\n' : `\n${items.join('')}`);

const flow = (values: readonly string[]): string => `[${values.map(scalar).join(', ')}]`;

/** What no reader of YAML takes for anything but this text. */
const plain = /^(?!(?:true|false|yes|no|on|off|y|n|null)$)\p{L}[\p{L}\p{M}\p{N} ./()&@_–-]*(?<! )$/iu;

const scalar = (text: string): string => (plain.test(text) ? text : quoted(text));

/** JSON's text is YAML's, but that more of what cannot be seen is written out. */
const quoted = (text: string): string =>
  JSON.stringify(text).replaceAll(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0]/gu, (sign) =>
    [...sign].map((one) => escapeOf(one.codePointAt(0) ?? 0)).join(''),
  );

const escapeOf = (code: number): string =>
  code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
