/** Shows, in a line each, what moved between the plan that was shown and the one that would run. */
import type { Difference } from '../model/plan-difference.ts';
import { visible } from './escape.ts';

const shownAtMost = 10;

const labels = {
  gone: 'không còn / no longer planned',
  added: 'mới có / planned now',
  altered: 'dựa trên dữ liệu khác / on other facts',
} as const satisfies Record<keyof Difference<never>, string>;

export function renderPlanDifference(difference: Difference<{ readonly id: string }>): string {
  const lines: string[] = [];
  for (const part of ['gone', 'added', 'altered'] as const) {
    const ids = difference[part].map(({ id }) => id);
    if (ids.length === 0) continue;
    const more = ids.length > shownAtMost ? `, … (${ids.length})` : '';
    lines.push(`\n   ${labels[part]}: ${ids.slice(0, shownAtMost).map(visible).join(', ')}${more}`);
  }
  return lines.join('');
}
