/** Records the job's own suspensions for inactivity in the texts of the directory: what a run did, Git then says (8.1). */

import type { Account } from '../../model/account/account.ts';
import { type Key, parseKey } from '../../model/account/key.ts';
import type { Declared } from '../../model/directory/declared.ts';
import { type EditRefusal, setField } from '../../model/directory/edit.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import { isCalendarDate } from '../../model/time/date.ts';
import { editOrganization } from './edit.ts';

/** What the server says of an account's state. */
export type SuspendedAccount = Pick<Account, 'key' | 'state' | 'since' | 'reason' | 'basis'>;

export interface RecordedFile {
  readonly file: string;
  readonly text: string;
  /** Whose suspension was recorded, in file order. */
  readonly keys: readonly Key[];
}

export interface UnrecordedSuspension {
  readonly file: string;
  readonly key: Key;
  readonly refusal: EditRefusal;
}

export interface SuspensionRecord {
  /** The files that change. */
  readonly files: readonly RecordedFile[];
  readonly refused: readonly UnrecordedSuspension[];
}

/**
 * The files with `suspension: {reason: inactivity, date}` on every account that a run suspended of its own accord and
 * that its file does not yet say so of. Of two accounts with one key the later in the list counts. A file without a
 * text is left out.
 */
export function recordSuspensions(
  declared: readonly Declared[],
  accounts: readonly SuspendedAccount[],
  textOf: (file: string) => string | undefined,
): SuspensionRecord {
  const actual = new Map(accounts.map((account) => [account.key, account]));
  const times = Map.groupBy(declared, ({ key }) => key);
  const texts = new Map<string, RecordedFile>();
  const refused: UnrecordedSuspension[] = [];
  for (const account of declared) {
    const since = unrecordedSince(account, actual.get(account.key));
    const { file, key } = account;
    const text = texts.get(file)?.text ?? textOf(file);
    if (since === undefined || text === undefined) continue;
    const several = (times.get(key)?.length ?? 0) > 1;
    const result = several ? declaredTwice(account) : recordOne(text, account, since);
    if ('refusal' in result) refused.push({ file, key, refusal: result.refusal });
    else texts.set(file, { file, text: result.text, keys: [...(texts.get(file)?.keys ?? []), key] });
  }
  return { files: [...texts.values()], refused };
}

/** The day a run suspended the account, where the file knows neither that suspension nor what lifted it. */
function unrecordedSince(
  { declaration }: Declared,
  actual: SuspendedAccount | undefined,
): CalendarDate | undefined {
  if (declaration === undefined || actual?.state !== 'suspended' || actual.reason !== 'inactivity') {
    return undefined;
  }
  const { since, basis } = actual;
  // One with a document was declared by somebody: putting it back is not for a run to decide.
  if (basis !== undefined || since === undefined || !isCalendarDate(since)) return undefined;
  const { suspension, restoration } = declaration;
  const known = [suspension?.date, restoration?.date].some((date) => date !== undefined && date >= since);
  return known ? undefined : since;
}

function recordOne(text: string, { person, declaration }: Declared, since: CalendarDate) {
  const edits = [setField(person?.id, 'suspension', { reason: 'inactivity', date: since })];
  // What lifted an earlier suspension says nothing of this one, and must not come before it.
  if (declaration?.restoration !== undefined) edits.push(setField(person?.id, 'restoration', undefined));
  let edited = text;
  for (const one of edits) {
    const result = editOrganization(edited, one);
    if ('refusal' in result) return result;
    edited = result.text;
  }
  return { text: edited };
}

function declaredTwice({ key }: Declared): { readonly refusal: EditRefusal } {
  return { refusal: { code: 'person-duplicate', id: parseKey(key)?.id ?? key } };
}
