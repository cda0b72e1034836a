/** What the runs of an audit have done, counted, where its chain holds. */
import { verifyAudit } from '../audit/verify.ts';
import type { AccountState } from '../model/account/account.ts';
import { type ChangeKind, changeKinds } from '../model/plan/plan.ts';
import type { PastRun } from '../model/publish/history.ts';
import { isRecord } from '../model/text/json.ts';
import { isCalendarDate } from '../model/time/date.ts';

type Told = Readonly<Record<string, unknown>>;

interface Counting {
  readonly day: string;
  readonly made: Map<ChangeKind, number>;
  held?: number;
  accounts?: Readonly<Partial<Record<AccountState, number>>>;
}

/** In the order they began; `broken` where a single line is not as it was written. */
export async function readPastRuns(file: string): Promise<readonly PastRun[] | 'broken'> {
  const runs = new Map<string, Counting>();
  const { broken } = await verifyAudit(file, undefined, (record) => count(record, runs));
  // Half a last line is that of a run at work, or of a power loss: all before it holds.
  return broken === undefined || broken.kind === 'torn' ? [...runs.values()] : 'broken';
}

function count(record: Told, runs: Map<string, Counting>): void {
  const { event, run: id, today } = record;
  if (typeof id !== 'string') return;
  if (event === 'begin' && typeof today === 'string' && isCalendarDate(today)) {
    runs.set(id, { day: today, made: new Map() });
  }
  const run = runs.get(id);
  if (run === undefined) return;
  if (event === 'outcome') countOutcome(record, run);
  const held = event === 'plan' ? numberIn(record.held) : undefined;
  if (held !== undefined) run.held = held;
  if (event === 'end' && isRecord(record.accounts)) run.accounts = countsIn(record.accounts);
}

/** What was so already is nobody's deed of this run. */
function countOutcome({ operation, outcome }: Told, { made }: Counting): void {
  const kind = changeKinds.find((one) => one === operation);
  if (kind !== undefined && outcome === 'applied') made.set(kind, (made.get(kind) ?? 0) + 1);
}

const numberIn = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

function countsIn(told: Told): Readonly<Partial<Record<AccountState, number>>> {
  const states = ['active', 'suspended', 'terminated'] as const;
  return Object.fromEntries(states.map((state) => [state, numberIn(told[state]) ?? 0]));
}
