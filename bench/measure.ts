/** Interleaved rounds, the first one discarded: what is compared was measured side by side. */
import type { Measured, Run } from './judge.ts';
import type { ContestantName } from './rows.ts';

/** One run of a contestant in a round, or why it does not count. */
export type RunOnce<C> = (contestant: C, round: number) => Promise<Run | { readonly failed: string }>;

/**
 * Each contestant once a round, in an order that turns, so that none always follows the same other one. One that ends
 * otherwise than it should is left out of what follows, and says why.
 */
export async function measure<C extends { readonly name: ContestantName }>(
  contestants: readonly C[],
  rounds: number,
  runOnce: RunOnce<C>,
  told: (round: number) => void = () => {},
): Promise<ReadonlyMap<ContestantName, Measured>> {
  const measured = new Map<ContestantName, Run[]>();
  const failed = new Map<ContestantName, string>();
  for (let round = 0; round <= rounds; round++) {
    told(round);
    const first = round % contestants.length;
    for (const contestant of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      const { name } = contestant;
      if (failed.has(name)) continue;
      const run = await runOnce(contestant, round);
      if ('failed' in run) failed.set(name, run.failed);
      else if (round > 0) measured.set(name, [...(measured.get(name) ?? []), run]);
    }
  }
  return new Map(
    contestants.map(({ name }) => {
      const why = failed.get(name);
      return [name, why === undefined ? { runs: measured.get(name) ?? [] } : { failed: why }];
    }),
  );
}
