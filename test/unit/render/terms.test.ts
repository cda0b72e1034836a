/** One word for one thing, the rule book's: what danhba and its pages say in Vietnamese has no second word for an act. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Each word of the rule book, with those that must not stand for it. */
const refused: Readonly<Record<string, RegExp>> = {
  'tạm dừng (8.1)': /tạm (thời )?khóa|tạm ngừng|tạm ngưng|đình chỉ/giu,
  'chấm dứt (8.2)': /hộp thư (cũ )?kết thúc|kết thúc hộp thư|hủy hộp thư/giu,
  'cấp lại mật khẩu (Điều 7)':
    /(đặt|tạo|cài|khôi phục|reset) (đặt )?lại mật khẩu|(reset|khôi phục) mật khẩu/giu,
  'người quản lý hộp thư (9.1)': /(người|ai|vẫn|đang|khác) phụ trách|người (giữ|trông) hộp thư/giu,
  // Who lets somebody go to another organization agrees to that, and approves nothing.
  duyệt: /phê duyệt|chấp thuận|(?<!lời )đồng ý/giu,
};

const files = globSync(
  [
    'src/**/*.ts',
    '.github/**/*.{yml,md}',
    'schemas/*.schema.json',
    'assets/**/*.*',
    'operations/**/*.md',
    'servers/**/*.{ts,md}',
    'docs/**/*.{md,svg}',
    'README*.md',
    'directory/policy.yaml',
    'test/{answers,cases,problems}/**/*.{md,txt}',
  ],
  { cwd: root },
);

/** Where the other word stands: file, line and the word. */
const otherWords = (text: string, other: RegExp): readonly string[] =>
  text
    .normalize('NFC')
    .split('\n')
    .flatMap((line, index) => (line.match(other) ?? []).map((word) => `${index + 1}: ${word}`));

describe('one word for one thing', () => {
  it('is looked for in messages, forms, pages and pictures', () => {
    for (const file of [
      'src/render/plan/words/held.ts',
      '.github/ISSUE_TEMPLATE/3-tam-dung.yml',
      'docs/unit.vi.md',
      'docs/images/nghi-huu.svg',
      'test/answers/issue-waits.vi.md',
    ]) {
      expect(files).toContain(file);
    }
  });

  it.each(Object.entries(refused))('%s', (_word, other) => {
    const found = files.flatMap((file) =>
      otherWords(readFileSync(join(root, file), 'utf8'), other).map((where) => `${file}:${where}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['tạm dừng (8.1)', 'Hộp thư bị Tạm khóa.'],
    ['cấp lại mật khẩu (Điều 7)', 'gửi phiếu Đặt lại mật khẩu'],
    ['người quản lý hộp thư (9.1)', 'Người phụ trách đã nghỉ'],
    ['duyệt', 'chờ phê duyệt'],
    ['duyệt', 'thiếu người đồng ý'],
  ])('another word for %s is noticed: %s', (word, text) => {
    expect(otherWords(text, refused[word] as RegExp)).toHaveLength(1);
  });

  it('an organization that lets somebody go agrees to that', () => {
    expect(otherWords('Đây là lời đồng ý cho đi.', refused.duyệt as RegExp)).toEqual([]);
  });
});
