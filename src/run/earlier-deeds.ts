/** What earlier runs on this machine have done, and who had asked for it, as their audit says. */
import { readBack } from '../audit/read-back.ts';
import { verifyAudit } from '../audit/verify.ts';
import { type Key, parseKey, toldKey } from '../model/account/key.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { AskedBy } from '../model/plan/outcome.ts';
import { changeKinds } from '../model/plan/plan.ts';
import { isRecord } from '../model/text/json.ts';
import { isCalendarDate } from '../model/time/date.ts';

export interface EarlierDeed {
  readonly run: string;
  /** The day of that run. */
  readonly today: CalendarDate;
  /** The digest of its plan. */
  readonly plan: string;
  readonly key: Key;
  readonly result: 'applied' | 'already';
  /** Empty where the calendar asked, or an older danhba wrote the record. */
  readonly asked: readonly AskedBy[];
}

const events = ['begin', 'outcome'] as const;

/** Oldest first, of runs since this day, without those of the run that asks. */
export async function readEarlierDeeds(
  file: string,
  { run: own, since }: { readonly run: string; readonly since: CalendarDate },
): Promise<readonly EarlierDeed[]> {
  const { deeds } = deedsIn(await readBack(file, events));
  return deeds.filter(({ run, today }) => run !== own && today >= since);
}

export interface WholeAudit {
  readonly deeds: readonly EarlierDeed[];
  /** The day of the first run; absent where there was none. */
  readonly since?: CalendarDate;
}

/**
 * All that was ever done, as figures need it: undefined where a line was altered or removed, for who leaves out what was
 * late makes a better figure. @throws ExpectedError `audit` where it cannot be read, or is not there.
 */
export async function readWholeAudit(file: string): Promise<WholeAudit | undefined> {
  const records: Readonly<Record<string, unknown>>[] = [];
  const { broken } = await verifyAudit(file, undefined, (record) => {
    if (events.some((event) => event === record.event)) records.push(record);
  });
  // A last line that is torn is a power loss, or a run at work.
  return broken === undefined || broken.kind === 'torn' ? deedsIn(records) : undefined;
}

function deedsIn(records: readonly Readonly<Record<string, unknown>>[]): WholeAudit {
  const days = new Map<string, CalendarDate>();
  const deeds: EarlierDeed[] = [];
  for (const record of records) {
    const { event, run, today } = record;
    if (typeof run !== 'string') continue;
    if (event === 'begin' && typeof today === 'string' && isCalendarDate(today)) days.set(run, today);
    const day = days.get(run);
    if (event === 'outcome' && day !== undefined) deeds.push(...readDeed(record, { run, today: day }));
  }
  const [since] = days.values();
  return { deeds, ...(since !== undefined && { since }) };
}

function readDeed(
  { plan, key, outcome: result, asked }: Readonly<Record<string, unknown>>,
  of: Pick<EarlierDeed, 'run' | 'today'>,
): readonly EarlierDeed[] {
  if (typeof plan !== 'string' || typeof key !== 'string') return [];
  if (parseKey(key) === undefined || (result !== 'applied' && result !== 'already')) return [];
  const askers: readonly unknown[] = Array.isArray(asked) ? asked : [];
  return [{ ...of, plan, key: toldKey(key), result, asked: askers.flatMap(readAsker) }];
}

function readAsker(value: unknown): readonly AskedBy[] {
  if (!isRecord(value) || typeof value.commit !== 'string') return [];
  const kind = changeKinds.find((one) => one === value.kind);
  return kind === undefined ? [] : [{ commit: value.commit, kind }];
}
