import { describe, expect, it } from 'vitest';
import { renderCount, renderMarkdownTable, renderTable } from '../../../bench/table.ts';
import { recorded, summary } from './results.ts';

const failed = {
  row: 'python',
  size: '100k',
  goal: { ratio: 0.5, lessMemory: true },
  verdict: 'unmeasured',
  ours: summary('plan-warm', 12.34, 250),
  why: 'python: not installed',
} as const;

describe('the table', () => {
  it('has a line for each row, and under them why one was not measured', () => {
    expect(renderTable([recorded('plan-warm', '10k'), failed])).toBe(
      [
        'row        size  danhba                MB   peer                               MB  ratio   goal                  verdict',
        'plan-warm  10k   0.500 s (0.250–1.00)  200  ldapsearch  0.250 s (0.125–0.500)  7   2.00 ×  ≤ 3 ×                 passed',
        'python     100k  12.3 s (6.17–24.7)    250  –           –                      –   –       ≤ 0.5 ×, less memory  NOT MEASURED',
        'python: python: not installed',
        '',
      ].join('\n'),
    );
  });

  it('is one of Markdown on a page', () => {
    const [heads, rule, line] = renderMarkdownTable([recorded('plan-warm', '10k')]).split('\n');
    expect(heads?.split('|').length).toBe(rule?.split('|').length);
    expect(line).toBe(
      '| plan-warm | 10k | 0.500 s (0.250–1.00) | 200 | ldapsearch | 0.250 s (0.125–0.500) | 7 | 2.00 × | ≤ 3 × | passed |',
    );
  });
});

describe('the last line', () => {
  it('counts what was judged: what was not measured has failed, and what has no goal has not', () => {
    const results = [
      recorded('plan-warm', '10k'),
      recorded('plan-cold', '10k', { verdict: 'unjudged', goal: {} }),
      recorded('load', '10k', { verdict: 'missed' }),
      failed,
    ];
    expect(renderCount(results)).toBe('1 passed, 2 failed\n');
  });
});
