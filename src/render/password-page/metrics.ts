/** What the page counts, for Prometheus: answers by what they said, and nothing of whom. */
import { renderOpenMetrics } from '../run/open-metrics.ts';

export function renderPageMetrics(counts: Readonly<Record<string, number>>, begunSeconds: number): string {
  return renderOpenMetrics([
    {
      name: 'danhba_password_page_answers',
      type: 'counter',
      help: 'Forms that were sent, by what became of them.',
      samples: Object.entries(counts).map(([says, value]) => ({ labels: { says }, value })),
    },
    {
      name: 'danhba_password_page_begun_seconds',
      type: 'gauge',
      unit: 'seconds',
      help: 'When the process began, as a Unix time.',
      samples: [{ value: begunSeconds }],
    },
  ]);
}
