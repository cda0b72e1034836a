/** Writes one organization as the YAML a clerk would write: block style, quotes only where YAML needs them. */
import type { Organization } from '../../src/model/directory/organization.ts';

/** What every file of the sample says of itself. */
export const inventedMark = '# Dữ liệu mẫu: tên người là hư cấu';

const invented = `${inventedMark}, số điện thoại và số văn bản cũng vậy.`;

/** What stands beside some keys of the sample, for those who copy it. */
const remarks: Readonly<Record<string, string>> = {
  credentialRecipients: 'khóa minh họa: khóa riêng đã hủy khi tạo, không ai mở được; thay bằng khóa của mình',
};

/** The text of an organization's file, `depth` folders below the directory. */
export function renderOrganization(organization: Organization, depth: number): string {
  const schema = `${'../'.repeat(depth + 1)}schemas/organization.schema.json`;
  const lines = [`# yaml-language-server: $schema=${schema}`, invented, ''];
  for (const [key, value] of Object.entries(organization)) {
    const first = lines.length;
    renderEntry(lines, key, value, '');
    const remark = remarks[key];
    if (remark !== undefined && lines.length > first) lines[first] += ` # ${remark}`;
  }
  return `${lines.join('\n')}\n`;
}

function renderEntry(lines: string[], key: string, value: unknown, indent: string): void {
  if (value === undefined) return;
  if (Array.isArray(value)) {
    lines.push(`${indent}${key}:${value.length === 0 ? ' []' : ''}`);
    for (const item of value) renderItem(lines, item, `${indent}  `);
  } else if (typeof value === 'object' && value !== null) {
    lines.push(`${indent}${key}:`);
    for (const [inner, item] of Object.entries(value)) renderEntry(lines, inner, item, `${indent}  `);
  } else {
    // A telephone number is always quoted: without a space YAML would read a number and lose its leading zero.
    const text = key === 'phone' ? quoted(String(value)) : renderScalar(value);
    lines.push(`${indent}${key}: ${text}`);
  }
}

function renderItem(lines: string[], item: unknown, indent: string): void {
  if (typeof item !== 'object' || item === null) {
    lines.push(`${indent}- ${renderScalar(item)}`);
    return;
  }
  const inner: string[] = [];
  for (const [key, value] of Object.entries(item)) renderEntry(inner, key, value, `${indent}  `);
  const [first = '', ...rest] = inner;
  lines.push(`${indent}- ${first.trimStart()}`, ...rest);
}

const quoted = (text: string): string => JSON.stringify(text);

const otherThanText =
  /^(true|false|null|yes|no|on|off|y|n|~|[-+]?[.\d][\d_.]*(e[-+]?\d+)?|[-+]?\.?(inf|nan)|0[xo][\da-f]+)$/i;

function renderScalar(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const plain =
    /^[\p{L}\p{N}]/u.test(value) && !otherThanText.test(value) && !/: |:$| #|\s$|[\n\t]/.test(value);
  return plain ? value : quoted(value);
}
