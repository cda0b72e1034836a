/** Texts on a terminal: no line wider than its screen, nothing lost, and in colour the same text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { quoted } from '../../../src/model/problems/remark.ts';
import { renderOutcomes } from '../../../src/render/plan/outcomes.ts';
import { renderPlanText } from '../../../src/render/plan/text.ts';
import { renderProblemsText } from '../../../src/render/problems/problems.ts';
import { durationText, renderProgress } from '../../../src/render/run/progress.ts';
import { foldText, type Screen } from '../../../src/render/text/screen.ts';
import { columnsOf, renderFittingTable } from '../../../src/render/text/table.ts';

const widths = [40, 60, 80, 120] as const;
const languages = ['vi', 'en'] as const;
const screenOf = (width: number): Screen => ({ width, paint: (_tone, text) => text });
const inColour = (width: number): Screen => ({
  width,
  paint: (_tone, text) => `\u001b[31m${text}\u001b[39m`,
});
const withoutColour = (text: string) => text.replace(/\u001b\[\d+m/g, '');
const words = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');

/** Lines that are wider although they could be broken: what is one word, or is copied, may be. */
const tooWide = (text: string, width: number) =>
  text
    .split('\n')
    .filter((line) => columnsOf(line) > width && line.trim().includes(' ') && !/^ {5,}[^= ]/.test(line));

const cases = join(import.meta.dirname, '../../cases');
/** In a file what a server said is a text. */
const planIn = (name: string): Plan =>
  JSON.parse(readFileSync(join(cases, name, 'plan.json'), 'utf8'), (key, value) =>
    key === 'detail' ? quoted(value) : value,
  );
const plans = readdirSync(cases).map((name) => [name, planIn(name)] as const);

describe.each(widths)('a plan in %i columns', (width) => {
  it.each(plans)('%s', (_name, plan) => {
    for (const language of languages) {
      const options = { language, limit: 100 };
      const text = renderPlanText(plan, { ...options, screen: screenOf(width) });
      expect(tooWide(text, width)).toEqual([]);
      // Tables that cannot be this narrow are told as lists.
      if (!text.includes('  · ')) expect(words(text)).toBe(words(renderPlanText(plan, options)));
      const coloured = renderPlanText(plan, { ...options, screen: inColour(width) });
      expect(coloured).toContain('\u001b[31m');
      expect(withoutColour(coloured)).toBe(text);
    }
  });
});

describe.each(widths)('problems in %i columns', (width) => {
  const line = `    title: ${'Chuyên viên phòng Nông nghiệp và Phát triển nông thôn '.repeat(4)}`;
  const problem = (column: number) => ({
    code: 'unknown-key' as const,
    args: { key: 'titel', allowed: ['title'] },
    severity: 'error' as const,
    at: { file: 'directory/organizations/provincial/sotttt.yaml', path: [], offset: column },
  });

  it.each([0, 30, 70, 150])('the caret stands under the place, %i columns in', (offset) => {
    const context = {
      language: 'vi' as const,
      locate: () => ({ line: 1, column: offset + 1 }),
      textOf: () => line,
    };
    const lines = renderProblemsText([problem(offset)], context, screenOf(width)).split('\n');
    expect(lines.filter((one) => columnsOf(one) > width && one.trim().includes(' '))).toEqual([]);
    const caret = lines.findIndex((one) => /^ +\| +\^$|^ +\| \^$/.test(one));
    expect([...(lines[caret - 1] ?? '')][lines[caret]!.indexOf('^')]).toBe(line[offset]);
  });
});

describe('lines', () => {
  it('go on below their text', () => {
    expect(foldText('  ! Nguyễn Văn An: chờ người duyệt\n      = Đọc danh sách rồi duyệt\n', 20)).toBe(
      '  ! Nguyễn Văn An:\n    chờ người duyệt\n      = Đọc danh\n        sách rồi\n        duyệt\n',
    );
  });

  it('are left as they are where nobody knows the screen', () => {
    expect(foldText('x '.repeat(200), undefined)).toBe('x '.repeat(200));
  });

  it('that are copied stay whole', () => {
    const ldif = `          dn: uid=LC-000001,ou=people,dc=laichau,dc=gov,dc=vn ${'x'.repeat(60)}`;
    expect(foldText(ldif, 40)).toBe(ldif);
  });

  const letters = fc.constantFrom(...'aăâđêôơưềữợỳ', ...[...'ềữợỳ'].map((letter) => letter.normalize('NFD')));
  const word = fc.string({ unit: letters, minLength: 1, maxLength: 12 });
  const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map((all) => all.join(' '));

  it('keep every word, and to the screen, however letters are encoded', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 20, max: 130 }), (text, width) => {
        const folded = foldText(text, width);
        expect(words(folded)).toBe(words(text));
        expect(folded.split('\n').filter((line) => columnsOf(line) > width)).toEqual([]);
        // The same breaks, composed or not.
        expect(foldText(text.normalize('NFD'), width).normalize('NFC')).toBe(folded.normalize('NFC'));
      }),
    );
  });
});

describe('a table', () => {
  const columns = [
    { title: 'tổ chức' },
    { title: 'cấp mới', align: 'right' as const },
    { title: 'tạm dừng' },
  ];
  const rows = [
    ['muongte-pnnptnt', '12', '3'],
    ['sotttt', '', '1'],
  ];

  it('stands in columns where there is room', () => {
    expect(renderFittingTable(columns, rows, 60)).toEqual([
      '  tổ chức          cấp mới  tạm dừng',
      '  muongte-pnnptnt       12  3',
      '  sotttt                    1',
    ]);
  });

  it('is a list where its columns would be towers', () => {
    const told = [['LC-000001', 'thông báo có trước khi cấp hộp thư, nên thời hạn xóa chưa chạy']];
    const towers = [{ title: 'tài khoản' }, { title: 'vì', breaks: 6 }];
    expect(renderFittingTable(towers, told, 24)).toEqual([
      '  · tài khoản: LC-000001',
      '    vì: thông báo có',
      '      trước khi cấp hộp',
      '      thư, nên thời hạn',
      '      xóa chưa chạy',
    ]);
    expect(renderFittingTable(towers, told, 60)[0]).toBe('  tài khoản  vì');
  });

  it('is a list where there is none', () => {
    expect(renderFittingTable(columns, rows, 30)).toEqual([
      '  · tổ chức: muongte-pnnptnt',
      '    cấp mới: 12',
      '    tạm dừng: 3',
      '  · tổ chức: sotttt',
      '    tạm dừng: 1',
    ]);
  });
});

describe('the line that tells how far a run is', () => {
  const state = { done: 120, total: 2500, failed: 2, archiving: 1, milliseconds: 60_000 };

  it('has a bar and the time left, as far as there is room', () => {
    expect(renderProgress(state, 'vi', 120)).toBe(
      `[█${'░'.repeat(29)}] 120/2500, 2 chưa được · đang sao lưu 1 hộp thư · còn khoảng 20 phút`,
    );
    expect(renderProgress({ ...state, failed: 0, archiving: 0 }, 'en', 44)).toBe(
      `[█${'░'.repeat(11)}] 120/2500 · about 20 min left`,
    );
    for (const width of widths) {
      const line = renderProgress({ ...state, failed: 0, archiving: 0 }, 'vi', width);
      expect(columnsOf(line)).toBeLessThan(width);
    }
  });

  it('tells no time before anybody can know it, and none at the end', () => {
    for (const known of [{ done: 1 }, { milliseconds: 100 }, { done: 2500 }])
      expect(renderProgress({ ...state, ...known }, 'vi', 120)).not.toContain('còn khoảng');
  });

  it.each([
    [300, '1 giây'],
    [89_000, '89 giây'],
    [600_000, '10 phút'],
    [7_500_000, '2 giờ 5 phút'],
  ])('%i ms are %s', (milliseconds, text) => {
    expect(durationText(milliseconds, 'vi')).toBe(text);
  });
});

it.each(widths)('outcomes keep to %i columns', (width) => {
  const detail = {
    says: 'quoted',
    facts: { text: 'máy chủ từ chối vì một lý do rất dài '.repeat(4) },
  } as const;
  const failed = {
    id: 'create person:LC-1',
    key: 'person:LC-1',
    kind: 'create',
    wave: 1,
    result: 'failed',
    detail,
  } as const;
  const text = renderOutcomes([failed], 'vi', screenOf(width));
  expect(tooWide(text, width)).toEqual([]);
  expect(words(text)).toBe(words(renderOutcomes([failed], 'vi')));
});
