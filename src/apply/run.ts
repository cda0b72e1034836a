/** Carries out a plan wave by wave, several requests in flight, one of them with a password; what depends on a failure is not tried. */
import pLimit from 'p-limit';
import { isDone, type Outcome, type Result } from '../model/plan/outcome.ts';
import type { Change, Plan } from '../model/plan/plan.ts';
import { quoted } from '../model/problems/remark.ts';
import { withRetry } from './retry.ts';

export interface RunOptions {
  readonly perform: (change: Change) => Promise<Result>;
  /**
   * Requests in flight at once; the server's database has one writer, so more than 16 gain nothing. Those that set a
   * password go one by one: there are servers that two passwords at once end (docs/decisions/0018).
   */
  readonly concurrency: number;
  /** Called for each change as it ends, in the order they end. */
  readonly onOutcome?: (outcome: Outcome) => void;
  /**
   * What follows from what a wave has done, given the changes that are done, or of which the lock is; its outcomes are recorded beside theirs.
   * Must not throw.
   */
  readonly followUp?: (done: readonly Change[]) => Promise<readonly Outcome[]>;
  /** Called when a wave has ended, before the next begins: the place to make the journal durable. */
  readonly onWave?: (wave: number) => Promise<void>;
}

export async function runPlan(plan: Plan, options: RunOptions): Promise<readonly Outcome[]> {
  const limit = pLimit(options.concurrency);
  const oneByOne = pLimit(1);
  const outcomes: Outcome[] = [];
  const unsuccessful = new Set<string>();
  const locked = new Set<string>();
  const record = (outcome: Outcome) => {
    if (!isDone(outcome)) unsuccessful.add(outcome.id);
    if (outcome.locked) locked.add(outcome.id);
    outcomes.push(outcome);
    options.onOutcome?.(outcome);
  };
  const waves = Map.groupBy(plan.changes, ({ wave }) => wave);
  for (const [wave, changes] of [...waves].sort(([a], [b]) => a - b)) {
    const run = async (change: Change) => {
      const missing = change.after.find((id) => unsuccessful.has(id));
      const result: Result =
        missing === undefined
          ? await withRetry(() => options.perform(change))
          : { result: 'skipped', detail: quoted(missing) };
      record(outcomeOf(change, result));
    };
    const start = (change: Change) => limit(run, change);
    await Promise.all(changes.map((change) => (change.credential ? oneByOne(start, change) : start(change))));
    const done = changes.filter(({ id }) => !unsuccessful.has(id) || locked.has(id));
    for (const outcome of (await options.followUp?.(done)) ?? []) record(outcome);
    await options.onWave?.(wave);
  }
  return outcomes;
}

function outcomeOf(change: Change, result: Result): Outcome {
  const { id, key, kind, wave } = change;
  if (result.result !== 'failed') return { id, key, kind, wave, ...result };
  const { refused: _refused, ...told } = result;
  return { id, key, kind, wave, ...told };
}
