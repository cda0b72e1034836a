/** Everything that was not planned, by the reason it was held for. */
import type { ReportOf } from '../model/report.ts';
import { countBy, type Situation, sortBy } from './situation.ts';

export function reportHeld({ plan, today }: Situation): ReportOf<'held'> {
  const { held, domain, approval } = plan;
  return {
    report: 'held',
    domain,
    today,
    counts: countBy(held, ({ code }) => code),
    ...(approval !== undefined && { approval }),
    rows: sortBy(
      held,
      ({ code }) => code,
      ({ organization }) => organization,
      ({ key }) => key,
    ),
  };
}
