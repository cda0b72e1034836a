/** Tells one change, or one thing held, in the words a clerk would use. */
import type { Account, AccountField } from '../../model/account/account.ts';
import { fieldFacts } from '../../model/account/fields.ts';
import type { LongAgo } from '../../model/plan/long-ago.ts';
import {
  type Change,
  type Held,
  isMailChange,
  type MailChange,
  type Modification,
  type Plan,
  type PolicyCorrection,
  type Upcoming,
} from '../../model/plan/plan.ts';
import { remarkText } from '../errors/remark.ts';
import { noneWords, valueText } from '../text/values.ts';
import type { Audience, Language, Words } from '../text/wording.ts';
import { heldWords } from './words/held.ts';
import { mailWords } from './words/mail.ts';
import { fieldWords, planWords, whyWords } from './words/plan.ts';

interface FieldLine {
  /** Absent where it is none of an account. */
  readonly field?: AccountField;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What the change is about: the account's name, or the policy's. */
export function nameOf(change: Change): string {
  if (change.kind === 'password-policy') return `cn=${change.policy.name},ou=policies`;
  return isMailChange(change) ? change.name : change.account.name;
}

/** Where mail for the account goes. */
export function addressOf(change: Change): string | undefined {
  return isMailChange(change) ? change.address : change.account?.address;
}

/** What changes, field by field, as far as the reader may know; nothing for an account that is issued or deleted. */
export function fieldLines(change: Change, language: Language, audience: Audience): readonly FieldLine[] {
  if (change.kind === 'create' || change.kind === 'delete') return [];
  if (isMailChange(change)) return scriptLine(change, language);
  if (change.kind === 'password-policy') return attributeLines(change, language);
  const telling = change.fields.filter((field) => !fieldFacts[field].implied);
  const shown = telling.length > 0 ? telling : change.fields;
  const withoutRepeat = shown.filter(
    (field) => field !== 'addresses' || !shown.includes('address') || hasAliases(change.account),
  );
  const told = withoutRepeat.filter((field) => audience === 'desk' || !fieldFacts[field].private);
  return [
    ...entryLine(change, language),
    ...told.map((field) => ({
      field,
      label: fieldWords[field][language],
      from: valueText(change.base, field, language),
      to: valueText(change.account, field, language),
    })),
  ];
}

/** Whose an entry becomes, or no longer is: by its name on the server. */
function entryLine({ kind, key, base }: Modification, language: Language): readonly FieldLine[] {
  if (kind !== 'adopt' && kind !== 'unadopt') return [];
  const [from, to] = kind === 'adopt' ? [base.dn, key] : [key, base.dn];
  return [{ label: planWords[language].entry, from, to }];
}

function scriptLine({ script }: MailChange, language: Language): readonly FieldLine[] {
  if (script === undefined) return [];
  return [{ label: mailWords[language].script, from: script, to: noneWords[language] }];
}

function attributeLines(
  { attributes, base, policy }: PolicyCorrection,
  language: Language,
): readonly FieldLine[] {
  return attributes.map((field) => ({
    label: field,
    from: base.values[field] ?? noneWords[language],
    to: policy.values[field] ?? noneWords[language],
  }));
}

function hasAliases({ addresses }: Account): boolean {
  return addresses.length > 1;
}

/** "vì khai báo mới (khoản 6.1), 15/STTTT: directory/…/sotttt.yaml:12" without the leading "vì"; documents at the desk alone. */
export function whyText(
  { why }: Pick<Change, 'why'>,
  language: Language,
  audience: Audience,
  code: string = whyWords[why.code][language],
): string {
  const reason = `${code} (${planWords[language].clause} ${why.clause})`;
  const isDesk = audience === 'desk';
  const document = isDesk && why.document !== undefined ? `, ${why.document}` : '';
  const term = why.term === undefined ? '' : `, ${planWords[language].term[why.term]}`;
  const due = why.due === undefined ? '' : ` · ${planWords[language].due} ${why.due}${term}`;
  const group = why.group === undefined ? '' : ` · ${planWords[language].group} ${why.group}`;
  const place = why.file === undefined ? '' : ` · ${why.file}${why.line === undefined ? '' : `:${why.line}`}`;
  const granted = (why.grants ?? []).map(
    (grant) => ` · ${planWords[language].granted(grant.address, isDesk ? grant.document : undefined)}`,
  );
  return `${reason}${document}${due}${group}${granted.join('')}${place}`;
}

export function heldText(held: Held, language: Language): Words {
  const table = heldWords as unknown as Record<string, Record<Language, (args: unknown) => Words>>;
  return table[held.code]?.[language](held.args) ?? { message: held.code, hint: '' };
}

/** Why last access says nothing, with the replicas that could not be read. */
export function accessDoubtLines(
  { accessDoubt, unreadReplicas = [] }: Pick<Plan, 'accessDoubt' | 'unreadReplicas'>,
  language: Language,
): string[] {
  if (accessDoubt === undefined) return [];
  const replicas = unreadReplicas.map(({ url, detail }) => `${url}: ${remarkText(detail, language)}`);
  return [[planWords[language].accessDoubt[accessDoubt], ...replicas].join(' · ')];
}

/** "Nguyễn Văn An [sotttt]: suspension ghi ngày 2025-01-05; …" */
export function longAgoText({ field, date, deletable }: LongAgo, language: Language): string {
  return planWords[language].longAgoOne(field, date, deletable);
}

/** "Nguyễn Văn An [sotttt]: tạm dừng sau 2026-12-20 nếu không truy cập …" */
export function upcomingText({ kind, due, from }: Upcoming, language: Language): string {
  const { willSuspend, willEnd } = planWords[language];
  return (kind === 'suspend' ? willSuspend : willEnd)(from, due);
}

/** What is coming, by its kind: each has its own heading. */
export const upcomingKinds = ['terminate', 'suspend'] as const satisfies readonly Upcoming['kind'][];
