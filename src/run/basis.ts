/** The document behind a change: the one its file names, else the one its form named. */
import { type Account, valueSeparator } from '../model/account/account.ts';
import { parseBasis } from '../model/account/basis.ts';
import type { CalendarDate, Decision } from '../model/directory/organization.ts';
import type { FormTrailers } from '../model/github/form-trailers.ts';
import type { Change } from '../model/plan/plan.ts';

/** What forms said, by the change's id. */
export type FormBases = ReadonlyMap<string, FormTrailers>;

export interface ChangeBasis {
  readonly document: string;
  /** Absent where a document alone is named. */
  readonly date?: CalendarDate;
}

export function basisOf(change: Change, forms: FormBases): ChangeBasis | undefined {
  const { kind, account, why } = change;
  const form = forms.get(change.id)?.basis;
  const own = account === undefined ? undefined : declaredBasis(kind, account);
  if (own !== undefined) return own;
  // A reset whose request cannot be told for sure has none.
  if (kind === 'reset') return undefined;
  if (why.document === undefined) return form;
  return form?.document === why.document ? form : { document: why.document };
}

function declaredBasis(kind: Change['kind'], { reset, basis }: Account): Decision | undefined {
  if (kind === 'reset') return reset?.includes(valueSeparator) ? undefined : parseBasis(reset);
  const isState = kind === 'suspend' || kind === 'terminate' || kind === 'transfer';
  return isState && !basis?.includes(valueSeparator) ? parseBasis(basis) : undefined;
}
