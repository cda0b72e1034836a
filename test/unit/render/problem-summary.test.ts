/** The page of a step: every problem, no markup of others, never more than GitHub takes; and a log nobody can command. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { makeLocator } from '../../../src/desired/read/locate.ts';
import type { Problem } from '../../../src/model/problems/problem.ts';
import { renderProblemsText } from '../../../src/render/problems/problems.ts';
import { renderProblemsSummary, summaryLimit } from '../../../src/render/problems/summary.ts';
import type { Language } from '../../../src/render/text/wording.ts';

const contextOf = (texts: Readonly<Record<string, string>> = {}, language: Language = 'en') => {
  const byFile = new Map(Object.entries(texts));
  return { language, locate: makeLocator(byFile), textOf: (file: string) => byFile.get(file) };
};
const problem = (key: string, file = 'a.yaml', severity: Problem['severity'] = 'error'): Problem => ({
  code: 'unknown-key',
  args: { key, allowed: ['name'] },
  severity,
  at: { file, path: [key], onKey: true },
});
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^\| .* \|$/.test(line))
    .slice(1);
const bytesOf = (text: string) => Buffer.byteLength(text);

describe('the page', () => {
  it('is a table of all, with the place, and counts', () => {
    const text = renderProblemsSummary(
      [problem('nmae'), problem('x', 'b.yaml', 'warning')],
      contextOf({ 'a.yaml': 'id: x\nnmae: y\n' }),
      summaryLimit,
    );
    expect(text.split('\n')).toEqual([
      '## danhba check: 1 error, 1 warning',
      '',
      '| file and line | severity | code | what is wrong | how to mend it |',
      '|---|---|---|---|---|',
      '| a.yaml:2 | error | unknown-key | There is no key "nmae" | Keys that may stand here: name |',
      '| b.yaml:1 | warning | unknown-key | There is no key "x" | Keys that may stand here: name |',
      '',
    ]);
    expect(renderProblemsSummary([problem('x')], contextOf({}, 'vi'), summaryLimit)).toContain(
      '1 lỗi, 0 cảnh báo',
    );
  });

  test.each([15, 100, 20_000])(
    'of %i is never larger than its room, and says how many are left out',
    (count) => {
      const all = Array.from({ length: count }, (_, index) => problem(`khóa ${index}`));
      for (const room of [0, 500, 1000, 5000, summaryLimit]) {
        const text = renderProblemsSummary(all, contextOf(), room);
        expect(bytesOf(text)).toBeLessThanOrEqual(room);
        const [, left = '0'] = /^(\d+) more: see the log/m.exec(text) ?? [];
        if (text !== '') expect(rowsOf(text).length + Number(left)).toBe(count);
      }
    },
  );

  it('has no markup, no column and no line of others', () => {
    const evil = '| x |\n## Đạt\n<img src=x> @laichau `a` [x](https://evil.example) ';
    const text = renderProblemsSummary([problem(evil, `${evil}.yaml`)], contextOf(), summaryLimit);
    expect(text.trimEnd().split('\n')).toHaveLength(5);
    expect(rowsOf(text)[0]?.match(/(?<!\\)\|/g)).toHaveLength(6);
    expect(text).not.toMatch(/<img|(?<![a-z])@laichau|https:\/\/|\n## Đ/);
  });
});

test('no name begins a command in the log, whatever it holds', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '::error::x',
      '\n::set-env name=A::b',
      '\u00a0::x::',
      '\u3000::x',
      '##[error]x',
      'a\r::x',
      '\u2028::x',
    ),
    fc.string({ unit: fc.constantFrom(':', '#', '[', ' ', '\n', '\t', '\r', 'a', '\u00a0') }),
  );
  fc.assert(
    fc.property(hostile, hostile, hostile, (key, file, line) => {
      const text = renderProblemsText([problem(key, file)], contextOf({ [file]: `${line}\n${key}: 1\n` }));
      // As a runner reads it: a line ends at CR or LF, blanks before a command count for nothing.
      for (const one of text.split(/\r\n|\r|\n/)) expect(one.trimStart()).not.toMatch(/^::|##\[/);
    }),
    { numRuns: 1000 },
  );
});
