import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAlteration } from '../../../bench/alter.ts';

const file = (people: number): string =>
  `id: a\npeople:\n${'  - id: LC-000001\n    title: Chuyên viên\n    phone: "1"\n'.repeat(people)}`;

describe('an altered directory', () => {
  it('gives another title to exactly the share of its people, whatever files they are in', () => {
    const sizes = fc.array(fc.nat({ max: 50 }), { maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.constantFrom(0, 0.01, 0.1, 0.5, 1), (people, share) => {
        const alter = makeAlteration(share, 'Khác');
        const altered = people.map((count) => alter(file(count))).join('');
        const all = people.reduce((sum, count) => sum + count, 0);
        expect(altered.split('title: Khác').length - 1).toBe(Math.floor(all * share));
        expect(altered.split('\n').length).toBe(people.map(file).join('').split('\n').length);
      }),
    );
  });
});
