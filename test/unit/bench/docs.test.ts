import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderFigures, renderGoals, renderPlots, settle } from '../../../bench/docs.ts';
import { withBlock } from '../../../bench/page.ts';
import { recorded, summary } from './results.ts';

const figures = [
  recorded('plan-warm', '100k', { ours: summary('plan-warm', 4, 300), ratio: 16 }),
  recorded('plan-warm', '10k'),
  recorded('plan-warm', '100k'),
  recorded('change-10', '10k'),
  recorded('change-0', '10k'),
];

describe('docs/performance.md', () => {
  it('has the goals the benchmark has', () => {
    const page = readFileSync(new URL('../../../docs/performance.md', import.meta.url), 'utf8');
    expect(withBlock(page, 'goals', renderGoals())).toBe(page);
  });

  it('shows each row once, as it was measured last', () => {
    expect(settle(figures).map(({ size, row, ratio }) => [size, row, ratio])).toEqual([
      ['10k', 'plan-warm', 2],
      ['10k', 'change-0', 2],
      ['10k', 'change-10', 2],
      ['100k', 'plan-warm', 2],
    ]);
  });

  it('names the machine once, and shows the plots there are', () => {
    const text = renderFigures(settle(figures));
    expect(text.match(/a processor, 2 cores, 24 GiB/g)).toHaveLength(1);
    const shown = [...text.matchAll(/benchmarks\/(\S+)\)/g)].map(([, file]) => file);
    expect(shown).toEqual(['size.svg', 'memory.svg', 'change.svg']);
    expect([...renderPlots(settle(figures)).keys()]).toEqual(shown);
  });

  it('says that there is nothing yet', () => {
    expect(renderFigures([])).toBe('No run has been recorded here yet.\n');
    expect(renderPlots([]).size).toBe(0);
  });
});

describe('the plot by size', () => {
  it('tells its points in words', () => {
    expect(renderPlots(settle(figures)).get('size.svg')).toContain(
      'ldapsearch: 0.250 at 10000 people, 0.250 at 100000 people; plan-warm: 0.500 at 10000 people, 0.500 at 100000 people',
    );
  });
});

describe('a part of a page', () => {
  it('is replaced, and written twice it is the same', () => {
    const page = 'a\n<!-- x -->\n\nold\n\n<!-- /x -->\nb\n';
    const once = withBlock(page, 'x', 'new\n');
    expect(once).toBe('a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n');
    expect(withBlock(once, 'x', 'new\n')).toBe(once);
  });

  it('that is not there is an error', () => {
    expect(() => withBlock('a\n', 'x', '')).toThrow('no part "x"');
  });
});
