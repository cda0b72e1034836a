/** Pictures of numbers over time: axes that hold every value, gaps where nothing is known, and the numbers as text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LineChart, renderLines } from '../../../../src/render/chart/lines.ts';
import { axisMarks } from '../../../../src/render/chart/scale.ts';

describe('an axis', () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [9, [0, 2, 4, 6, 8, 10]],
    [21, [0, 5, 10, 15, 20, 25]],
    [2731, [0, 1000, 2000, 3000]],
  ])('for %i', (largest, marks) => expect(axisMarks(largest)).toEqual(marks));

  test('holds every value, in few whole steps that are alike', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), (largest) => {
        const marks = axisMarks(largest);
        const [, step = 0] = marks;
        expect(marks.at(-1)).toBeGreaterThanOrEqual(largest);
        expect(marks.length).toBeLessThanOrEqual(7);
        expect(Number.isInteger(step)).toBe(true);
        for (const [index, mark] of marks.entries()) expect(mark).toBe(index * step);
      }),
    );
  });
});

const chart = (lines: LineChart['lines'], steps = ['a', 'b', 'c', 'd']): LineChart => ({
  ...{ id: 'x', title: 'T & <t>', description: 'D', caption: 'C', numbers: 'N', step: 'S' },
  steps,
  lines,
});

const pathsOf = (svg: string) =>
  [...svg.matchAll(/<path class="line line-\d"[^>]* d="([^"]*)"\/>/g)].map(([, d = '']) =>
    d.replace(/[^A-Z]/g, ''),
  );

describe('a picture', () => {
  test('breaks where nothing is known, and shows a value that stands alone', () => {
    const svg = renderLines(chart([{ name: 'one', values: [1, 2, undefined, 4] }]));
    expect(pathsOf(svg)).toEqual(['MLM']);
    expect(svg.match(/<circle /g)).toHaveLength(1);
    expect(svg).toContain('<td>–</td>');
  });

  test('has a name, a description and a legend of several lines, none of one', () => {
    const one = { name: 'one', values: [1, 2, 3, 4] };
    const svg = renderLines(chart([one, { ...one, name: 'two' }]));
    expect(svg).toContain('role="img" aria-labelledby="x-title x-desc"');
    expect(svg).toContain('<title id="x-title">T &amp; &lt;t&gt;</title>');
    expect(svg).toContain('class="legend"');
    expect(svg).toContain('stroke-dasharray="7 3"');
    expect(renderLines(chart([one]))).not.toContain('legend');
  });

  test.each([0, 1])('of %i weeks is one all the same', (count) => {
    const steps = ['a', 'b'].slice(0, count);
    const svg = renderLines(chart([{ name: 'one', values: steps.map(() => 5) }], steps));
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('stays inside of its frame, whatever the numbers', () => {
    const values = fc.array(fc.option(fc.nat({ max: 1_000_000 }), { nil: undefined }), {
      minLength: 1,
      maxLength: 26,
    });
    fc.assert(
      fc.property(values, (some) => {
        const svg = renderLines(chart([{ name: 'one', values: some }], some.map(String)));
        const points = [...svg.matchAll(/(?:[ML]|cx=")(\d[\d.]*)(?:" cy="| )(\d[\d.]*)/g)];
        expect(points.length).toBeGreaterThan(0);
        for (const [, x, y] of points) {
          expect(Number(x)).toBeLessThanOrEqual(480);
          expect(Number(y)).toBeLessThanOrEqual(220);
        }
      }),
    );
  });
});
