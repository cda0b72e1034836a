/** decisions.csv, decisions.md, import-report.md and adoption.yaml: read back as they were written, in one language, and nothing of theirs is a formula or markup. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readWord } from '../../../src/import/answers.ts';
import { readAnswers } from '../../../src/import/read-answers.ts';
import { renderAdoption } from '../../../src/import/render-adoption.ts';
import { decisionColumns, decisionKinds } from '../../../src/model/import/decision.ts';
import { renderDecisionsCsv } from '../../../src/render/import/decisions-csv.ts';
import { renderDecisionsMarkdown } from '../../../src/render/import/decisions-markdown.ts';
import { renderImportReport } from '../../../src/render/import/report.ts';
import {
  decisionReasonWords,
  decisionsWords,
  decisionWords,
  refusalWords,
} from '../../../src/render/import/words/decisions.ts';
import { noteWords, reportWords } from '../../../src/render/import/words/report.ts';
import { englishIn, vietnameseIn } from '../../support/language.ts';
import { arrival, arrive } from './arrive.ts';

const made = arrive([
  arrival('nv1', '=HYPERLINK("http://x")', 'annv.sonv'),
  arrival('nv2', 'Trần Thị | <b>Bình</b>', 'binh', { phones: ['+84 912 345 678', '0213 3 876 543'] }),
  arrival('scan', 'Máy quét', 'scan', { role: 'service' }),
]);

/** RFC 4180, as far as the file needs it. */
function readCsv(text: string): readonly Readonly<Record<string, readonly string[]>>[] {
  const lines = text.replace('\ufeff', '').trimEnd().split('\r\n');
  const [head = [], ...rows] = lines.map((line) =>
    Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
      quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
    ),
  );
  return rows.map((cells) =>
    Object.fromEntries(
      cells.map((cell, index) => [head[index]?.toLowerCase() ?? '', cell === '' ? [] : [cell]]),
    ),
  );
}

describe('decisions.csv', () => {
  const text = renderDecisionsCsv(made.decisions, 'vi');

  it('begins with a byte order mark and the columns, and ends its lines as Excel does', () => {
    expect(text.split('\r\n')[0]).toBe(`\ufeff${decisionColumns.join(',')}`);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has no cell that a spreadsheet takes for a formula', () => {
    const cells = readCsv(text).flatMap((row) => Object.values(row).flat());
    // A telephone computes nothing.
    expect(cells.filter((cell) => /^[=+@-]/.test(cell) && !/^\+\d[\d ]+$/.test(cell))).toEqual([]);
  });

  it('is read back as it was written', () => {
    const answers = readAnswers(readCsv(text));
    expect(answers).toEqual(
      made.decisions.map(({ decision, subject, there, answer, document, date }) => ({
        decision,
        subject,
        there,
        answer,
        document,
        date,
      })),
    );
  });
});

describe('the pages', () => {
  it.each(['vi', 'en'] as const)('are no markup of others (%s)', (language) => {
    const pages = [
      renderDecisionsMarkdown(made.decisions, language),
      renderImportReport(made.report, { language, directory: 'laichau/directory' }),
    ];
    for (const page of pages) expect(page).not.toMatch(/<b>|http:\/\/|[^\\]\| <b/);
    expect(pages[1]).toContain('laichau/directory/organizations/provincial/sonv.yaml:');
  });

  it('say first what is counted, then what check will say', () => {
    const page = renderImportReport(made.report, { language: 'vi', directory: 'directory' });
    const headings = page.split('\n').filter((line) => line.startsWith('#'));
    expect(headings.slice(0, 2)).toEqual(['# Kết quả nhập', '## Điều `danhba check` sẽ báo']);
    expect(page).toContain('- người: 2\n');
  });

  it('are in one language', () => {
    const textsOf = (value: unknown, language: 'vi' | 'en'): readonly string[] => {
      if (typeof value === 'string') return [value];
      if (typeof value === 'function') return [String((value as (...all: number[]) => string)(7, 9))];
      if (typeof value !== 'object' || value === null) return [];
      if (language in value) return textsOf((value as Record<string, unknown>)[language], language);
      return Object.values(value).flatMap((one) => textsOf(one, language));
    };
    const tables = [decisionWords, decisionReasonWords, refusalWords, decisionsWords, noteWords, reportWords];
    for (const text of tables.flatMap((table) => textsOf(table, 'vi')))
      expect(englishIn(text), text).toEqual([]);
    for (const text of tables.flatMap((table) => textsOf(table, 'en')))
      expect(vietnameseIn(text), text).toEqual([]);
  });
});

describe('adoption.yaml', () => {
  it('is read as what it was written from', () => {
    expect(made.adoption && parse(renderAdoption(made.adoption))).toEqual(made.adoption);
  });
});

describe('docs/import', () => {
  const page = (name: string) => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8');

  it.each(['import.md', 'import.vi.md'])(
    '%s has every column, every kind, and every word of an answer',
    (name) => {
      const told = new Set(Array.from(page(name).matchAll(/`([^`]+)`/g), ([, code]) => code));
      expect([...decisionColumns, ...decisionKinds].filter((one) => !told.has(one))).toEqual([]);
      const words = ['accept', 'keep', 'rename', 'skip', 'both', 'active', 'expire'];
      expect(words.filter((one) => !told.has(one) || readWord(one) !== one)).toEqual([]);
      const vietnamese = ['nhận', 'giữ', 'đổi', 'bỏ qua', 'cả hai', 'hoạt động', 'hết hạn'];
      expect(vietnamese.filter((one) => !told.has(one) || readWord(one) === undefined)).toEqual([]);
    },
  );
});
