/** Invented figures, for what is made of figures. */
import type { Recorded } from '../../../bench/docs.ts';
import type { Summary } from '../../../bench/judge.ts';
import { type ContestantName, type Size, sizes } from '../../../bench/rows.ts';

export const summary = (name: ContestantName, median: number, megabytes: number): Summary => ({
  name,
  median,
  least: median / 2,
  most: median * 2,
  megabytes,
  runs: [{ seconds: median, megabytes }],
});

export function recorded(row: ContestantName, size: Size, more: Partial<Recorded> = {}): Recorded {
  return {
    row,
    size,
    goal: { ratio: 3 },
    verdict: 'passed',
    ours: summary(row, 0.5, 200),
    peer: summary('ldapsearch', 0.25, 7),
    ratio: 2,
    rounds: 5,
    people: sizes[size],
    machine: {
      processor: 'a processor',
      cores: 2,
      gibibytes: 24,
      system: 'a system',
      node: '24.0.0',
      slapd: '2.5.13',
      python: '3.11.2',
    },
    ...more,
  };
}
