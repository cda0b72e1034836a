import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearTicks, logTicks, type Plot, renderPlot } from '../../../bench/plot.ts';

const plot: Plot = {
  title: 'Time <of> "a" & b',
  description: 'words',
  x: { label: 'people', scale: 'log', ticks: logTicks([10, 1000]) },
  y: { label: 'seconds', scale: 'linear', ticks: linearTicks([0.3, 4]) },
  series: [
    {
      name: 'plan',
      points: [
        [10, 0],
        [100, 2],
        [1000, 4],
      ],
    },
    { name: 'one point', points: [[1000, 1]] },
  ],
};

describe('a plot', () => {
  it('puts values where their axes have them', () => {
    const svg = renderPlot(plot);
    // The ends of the axes, and the middle of a logarithmic one.
    expect(svg).toContain('<path class="line s0" d="M72 380L404 232L736 84" />');
    expect(svg.match(/class="mark f0"/g)).toHaveLength(plot.series[0]!.points.length + 1);
    expect(svg).not.toContain('line s1');
  });

  it('says its title as text', () => {
    expect(renderPlot(plot)).toContain('<title id="title">Time &lt;of&gt; &quot;a&quot; &amp; b</title>');
  });

  it.each<[string, Partial<Plot>]>([
    ['a value beyond its axis', { series: [{ name: 'plan', points: [[10_000, 1]] }] }],
    ['nothing on a logarithmic axis', { series: [{ name: 'plan', points: [[0, 1]] }] }],
    ['what is no number', { series: [{ name: 'plan', points: [[10, Number.NaN]] }] }],
    ['more lines than colours', { series: Array.from({ length: 6 }, () => ({ name: 'a', points: [] })) }],
  ])('is refused with %s', (_, part) => {
    expect(() => renderPlot({ ...plot, ...part })).toThrow(RangeError);
  });
});

describe('an axis', () => {
  const values = fc.array(fc.double({ min: 1e-3, max: 1e7, noNaN: true }), { minLength: 1 });

  it.each([
    ['linear', linearTicks, 0],
    ['logarithmic', logTicks, 1e-3],
  ] as const)('that is %s reaches around all values, in few ascending steps', (_, ticksFor, from) => {
    fc.assert(
      fc.property(values, (all) => {
        const ticks = ticksFor(all).map(({ at }) => at);
        expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(14);
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(...all));
        expect(ticks[0]).toBeGreaterThanOrEqual(from);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...all));
      }),
    );
  });
});
