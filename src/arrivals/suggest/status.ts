/** What may tell that somebody is kept out: each value that is there, never with a decision, for that is people's to write. */
import type { StatusRule } from '../../model/import/import-map.ts';
import type { SourceEntry } from '../../model/import/source-entry.ts';
import { compileValues } from '../match.ts';
import { folded } from './fold.ts';

interface Known {
  readonly attribute: string;
  /** Values that keep nobody out, and those that do; of others the words decide. */
  readonly active?: readonly string[];
  readonly disabled?: readonly string[];
}

/** By what they are called, without marks. */
const known: readonly Known[] = [
  { attribute: 'pwdaccountlockedtime', disabled: ['*'] },
  { attribute: 'pwdendtime', disabled: ['*'] },
  { attribute: 'nsaccountlock', active: ['false'], disabled: ['true'] },
  { attribute: 'loginshell', active: ['*sh'], disabled: ['*/nologin', '*/false'] },
  { attribute: 'useraccountcontrol', active: ['512', '66048', '544'], disabled: ['514', '66050', '546'] },
  { attribute: 'accountstatus' },
  { attribute: 'mailuserstatus' },
  { attribute: 'inetuserstatus' },
  { attribute: 'zimbraaccountstatus' },
  { attribute: 'employeetype' },
  { attribute: 'status' },
  { attribute: 'trang thai' },
  { attribute: 'tinh trang' },
];

const disabledWords =
  /(?:^| )(?:disabled?|inactive|locked|closed|suspended|noaccess|deleted|khoa|bi khoa|tam dung|tam ngung|ngung|nghi|nghi viec|nghi huu|thoi viec|da nghi|chuyen cong tac|het han|off|cham dut)(?: |$)/;
/** A field with more values than these tells something else. */
const mostValues = 40;

export function suggestStatus(people: readonly SourceEntry[]): readonly StatusRule[] {
  const names = new Map<string, string>();
  for (const { values } of people) for (const name in values) names.set(folded(name), name);
  return known.flatMap((one): StatusRule[] => {
    const attribute = names.get(one.attribute);
    if (attribute === undefined) return [];
    const seen = [...new Set(people.flatMap(({ values }) => values[attribute] ?? []))].sort();
    // Times differ from entry to entry: that there is one is what counts.
    if (one.disabled?.includes('*')) return [{ attribute, values: [{ value: '*', state: 'undecided' }] }];
    const judged = seen.slice(0, mostValues).map((value) => ({ value, state: stateOf(value, one) }));
    const isTold = judged.some(({ state }) => state === 'undecided') && seen.length <= mostValues;
    return isTold ? [{ attribute, values: judged }] : [];
  });
}

function stateOf(value: string, { active = [], disabled = [] }: Known): 'active' | 'undecided' {
  if (compileValues(disabled)(value)) return 'undecided';
  if (compileValues(active)(value)) return 'active';
  return disabledWords.test(folded(value)) ? 'undecided' : 'active';
}
