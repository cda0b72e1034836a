/** Everything that was not planned, by the reason it was held for. */
import { type Body, countBy, type Situation, sortBy } from './situation.ts';

export function reportHeld({ plan }: Situation): Body<'held'> {
  const { held, approval } = plan;
  return {
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
