/** Holds what was measured against a row's goal. */
import type { ContestantName, Goal, Row, Size } from './rows.ts';

export interface Run {
  readonly seconds: number;
  /** The largest resident set, in MB (10^6 bytes). */
  readonly megabytes: number;
}

/** The runs that count, or why there are none. */
export type Measured = { readonly runs: readonly Run[] } | { readonly failed: string };

export interface Summary {
  readonly name: ContestantName;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** Of the run that took most. */
  readonly megabytes: number;
  readonly runs: readonly Run[];
}

/** `unjudged`: there is no goal at this size. */
export type Verdict = 'passed' | 'missed' | 'unjudged' | 'unmeasured';

export interface Result {
  readonly row: string;
  readonly size: Size;
  readonly goal: Goal;
  readonly verdict: Verdict;
  readonly ours?: Summary;
  readonly peer?: Summary;
  /** Our median by the peer's. */
  readonly ratio?: number;
  /** Why it is `unmeasured`. */
  readonly why?: string;
}

/** @throws Error where the row is not measured at this size. */
export function judge(row: Row, size: Size, measured: ReadonlyMap<ContestantName, Measured>): Result {
  const goal = row.goals[size];
  if (goal === undefined) throw new Error(`${row.name} is not measured at ${size}`);
  const [ours, peer] = [summaryOf(row.ours, measured), summaryOf(row.peer, measured)];
  const common = {
    row: row.name,
    size,
    goal,
    ...('name' in ours && { ours }),
    ...('name' in peer && { peer }),
  };
  if ('failed' in ours) return { ...common, verdict: 'unmeasured', why: `${row.ours}: ${ours.failed}` };
  if ('failed' in peer) return { ...common, verdict: 'unmeasured', why: `${row.peer}: ${peer.failed}` };
  const ratio = ours.median / peer.median;
  const isReached =
    ratio <= (goal.ratio ?? Number.POSITIVE_INFINITY) &&
    ours.megabytes <= (goal.megabytes ?? Number.POSITIVE_INFINITY) &&
    (goal.lessMemory === undefined || ours.megabytes < peer.megabytes);
  const isJudged = Object.keys(goal).length > 0;
  return { ...common, ratio, verdict: !isJudged ? 'unjudged' : isReached ? 'passed' : 'missed' };
}

function summaryOf(
  name: ContestantName,
  measured: ReadonlyMap<ContestantName, Measured>,
): Summary | { readonly failed: string } {
  const found = measured.get(name) ?? { failed: 'not run' };
  if ('failed' in found) return found;
  const { runs } = found;
  const seconds = runs.map((run) => run.seconds);
  return {
    name,
    median: median(seconds),
    least: Math.min(...seconds),
    most: Math.max(...seconds),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
    runs,
  };
}

/** The middle one; of an even number of values the mean of the two in the middle. @throws RangeError without any. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('no value has no median');
  return (lower + upper) / 2;
}
