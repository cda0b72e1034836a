/** Tells one change, or one thing held, in the words a clerk would use. */
import { type Account, type AccountField, valueSeparator } from '../model/account.ts';
import type { Change, Held } from '../model/plan.ts';
import type { Language, Words } from './wording.ts';
import { fieldWords, heldWords, planWords, whyWords } from './words/plan.ts';

/** Fields that follow from another one shown already, and would only repeat it. */
const implied: ReadonlySet<AccountField> = new Set(['key', 'family', 'given', 'locked', 'since', 'basis']);

/** Fields of personal data that a public comment leaves out. */
export const privateFields: ReadonlySet<AccountField> = new Set(['phone', 'basis', 'notice', 'reset']);

export interface FieldLine {
  readonly field: AccountField;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What changes, field by field; nothing for an account that is issued. */
export function fieldLines(change: Change, language: Language): readonly FieldLine[] {
  if (change.kind === 'create') return [];
  const telling = change.fields.filter((field) => !implied.has(field));
  const shown = telling.length > 0 ? telling : change.fields;
  const withoutRepeat = shown.filter(
    (field) => field !== 'addresses' || !shown.includes('address') || hasAliases(change.account),
  );
  return withoutRepeat.map((field) => ({
    field,
    label: fieldWords[field][language],
    from: valueText(change.base, field),
    to: valueText(change.account, field),
  }));
}

function hasAliases({ addresses }: Account): boolean {
  return addresses.length > 1;
}

function valueText(account: Account, field: AccountField): string {
  const value = account[field];
  if (value === undefined || value === '') return '∅';
  if (Array.isArray(value)) return value.join(', ') || '∅';
  return String(value).replaceAll(valueSeparator, ' | ');
}

/** "vì khai báo mới (khoản 6.1), 15/STTTT: directory/…/sotttt.yaml:12" without the leading "vì". */
export function whyText({ why }: Change, language: Language): string {
  const reason = `${whyWords[why.code][language]} (${planWords[language].clause} ${why.clause})`;
  const document = why.document === undefined ? '' : `, ${why.document}`;
  const place = why.file === undefined ? '' : ` · ${why.file}${why.line === undefined ? '' : `:${why.line}`}`;
  return `${reason}${document}${place}`;
}

export function heldText(held: Held, language: Language): Words {
  const table = heldWords as unknown as Record<string, Record<Language, (args: unknown) => Words>>;
  return table[held.code]?.[language](held.args) ?? { message: held.code, hint: '' };
}
