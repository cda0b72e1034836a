/** `--lang vi` prints no English word and `--lang en` no Vietnamese one, but names and what is quoted. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { quoted } from '../../../src/model/problems/remark.ts';
import { renderPlanMarkdown } from '../../../src/render/plan/markdown.ts';
import { renderPlanText } from '../../../src/render/plan/text.ts';
import { englishIn, vietnameseIn } from '../../support/language.ts';

const root = join(import.meta.dirname, '../../..');
const foreignIn = { vi: englishIn, en: vietnameseIn } as const;

describe('the detector', () => {
  it.each([
    ['vi', 'trạng thái: active → terminated', ['active', 'terminated']],
    ['vi', 'changed since it was planned', ['changed', 'since', 'it', 'was', 'planned']],
    ['vi', 'đã khóa; lease lost', ['lease', 'lost']],
    ['vi', 'khóa đăng nhập: true → false', ['true', 'false']],
    ['vi', 'không kết nối được: ECONNREFUSED (danhba plan --out FILE)', []],
    ['vi', 'Khi xem theo danh sách trong policy.yaml, xin nhanh cho "termination"', []],
    ['en', 'the server ended: máy chủ đã dừng', ['máy', 'chủ', 'đã', 'dừng']],
    ['en', 'nothing of "Nguyễn Văn An"', []],
  ] as const)('%s: %s', (language, text, found) => {
    expect(foreignIn[language](text)).toEqual(found);
  });
});

/** The strings in the source of a function, each without what is put into it; what is compared says nothing. */
function literalsOf(source: string): readonly string[] {
  const found: string[] = [];
  let at = 0;
  const code = (end: string): void => {
    for (let depth = 0; at < source.length; at++) {
      const sign = source[at] as string;
      if (sign === end && depth === 0) return;
      if (sign === '{') depth++;
      if (sign === '}') depth--;
      if (/["'`]/.test(sign)) literal(sign);
    }
  };
  const literal = (quote: string): void => {
    const isCompared = /([!=]==? *|\bcase |\[|\bin |\.\w+\()$/.test(source.slice(0, at));
    let text = '';
    for (at++; at < source.length && source[at] !== quote; at++) {
      if (source[at] === '\\') text += source[++at] === 'n' ? '\n' : source[at];
      else if (quote === '`' && source.startsWith('${', at)) {
        at += 2;
        code('}');
        text += '{fact}';
      } else text += source[at];
    }
    if (!isCompared) found.push(text);
  };
  code('');
  return found;
}

function textsOf(told: unknown): readonly string[] {
  if (typeof told === 'string') return [told];
  if (typeof told === 'object' && told !== null) return Object.values(told).flatMap(textsOf);
  return typeof told === 'function' ? literalsOf(String(told)) : [];
}

interface Told {
  readonly place: string;
  readonly language: 'vi' | 'en';
  readonly text: string;
}

/** Everything below a pair of keys "vi" and "en". */
function tellings(value: unknown, place: string, seen = new Set<unknown>()): readonly Told[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if ('vi' in value && 'en' in value) {
    const { vi, en } = value;
    return (['vi', 'en'] as const).flatMap((language) =>
      textsOf({ vi, en }[language]).map((text) => ({ place, language, text })),
    );
  }
  return Object.entries(value).flatMap(([key, of]) => tellings(of, `${place} ${key}`, seen));
}

const files = readdirSync(join(root, 'src/render'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();

describe('the words of render/', () => {
  it.each(files)('%s', async (file) => {
    const told = tellings(await import(join(root, 'src/render', file)), '');
    const wrong = told.flatMap(({ place, language, text }) => {
      const found = foreignIn[language](text);
      return found.length === 0 ? [] : [`${language}${place}: ${found.join(' ')} | ${text}`];
    });
    expect(wrong).toEqual([]);
  });

  it('are found', async () => {
    const modules = await Promise.all(files.map((file) => import(join(root, 'src/render', file))));
    expect(modules.flatMap((module) => tellings(module, '')).length).toBeGreaterThan(1500);
  });
});

/** What stands in the files and on the server; states, reasons and kinds are words of the program. */
const ours = new Set([
  'state',
  'reason',
  'organizationKind',
  'kind',
  'code',
  'fields',
  'term',
  'class',
  'by',
  'remedy',
]);

function namesIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return ours.has(key) ? [] : value.split('\u001f');
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, of]) => namesIn(of, name));
}

describe.each(readdirSync(join(root, 'test/cases')))('the plan of %s', (name) => {
  const plan = JSON.parse(readFileSync(join(root, 'test/cases', name, 'plan.json'), 'utf8'), (key, value) =>
    typeof value === 'string' && (key === 'detail' || key === 'unreachable') ? quoted(value) : value,
  ) as Plan;
  const names = namesIn(plan)
    .filter((one) => one.length > 1)
    .sort((a, b) => b.length - a.length);
  // Markdown has signs before what would be markup.
  const without = (text: string) =>
    names.reduce((rest, one) => rest.replaceAll(one, ' '), text.replaceAll('\\', ''));

  it.each(['vi', 'en'] as const)('is told in %s alone', (language) => {
    const options = { language, limit: 100, names: new Map() } as const;
    expect(foreignIn[language](without(renderPlanText(plan, options)))).toEqual([]);
    expect(foreignIn[language](without(renderPlanMarkdown(plan, options)))).toEqual([]);
  });
});
