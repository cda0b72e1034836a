/** The columns of each report, and the texts of a row in them. */
import { fieldFacts } from '../../model/account/fields.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import type { MailFinding } from '../../model/mail/state.ts';
import type { Held } from '../../model/plan/plan.ts';
import type {
  CustodianRow,
  DeadlineRow,
  InactiveRow,
  LegacyRow,
  PasswordRow,
  SuspendedRow,
  UnmanagedRow,
} from '../../model/report.ts';
import type { Cell } from '../../model/workbook.ts';
import { heldText } from '../plan/lines.ts';
import { mailFindingText } from '../plan/mail.ts';
import { kindWords } from '../plan/words/plan.ts';
import { reasonWords } from '../text/values.ts';
import type { Language } from '../text/wording.ts';
import {
  custodianWords,
  deadlineStatusWords,
  eventWords,
  inactivityWords,
  legacyWords,
  looksWords,
  needWords,
  passwordWords,
  reportWords,
} from './words/report.ts';

type ReportWords = (typeof reportWords)[Language];

/** What is said of a column beside its title. */
export interface ColumnForm {
  readonly align?: 'right';
  /** Its texts may be broken into lines where the screen is narrow; first of all those longer than this. */
  readonly breaks?: number;
  /** Left out of all that leaves the desk: Markdown, pages, tables in files. */
  readonly private?: boolean;
  /** What a table is joined to another by; a reader has the name. */
  readonly forPrograms?: boolean;
}

/** A column with its title and what a row has in it: a text, or what a workbook sorts and computes with. */
export type ReportColumn<Row> = ColumnForm & {
  readonly title: { [K in keyof ReportWords]: ReportWords[K] extends string ? K : never }[keyof ReportWords];
} & (
    | { readonly textOf: (row: Row, language: Language) => string }
    | { readonly cellOf: (row: Row, language: Language) => Cell }
  );

const day = (date: CalendarDate | undefined): Cell => (date === undefined ? undefined : { day: date });

const join = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join('; ');

const account: ReportColumn<{ readonly name: string }> = {
  title: 'account',
  breaks: 16,
  textOf: ({ name }) => name,
};

const organization: ReportColumn<{ readonly organization: string }> = {
  title: 'organization',
  textOf: (row) => row.organization,
};

const due: ReportColumn<{ readonly due: CalendarDate }> = { title: 'due', cellOf: (row) => day(row.due) };

/** Names are shared by many. */
const key: ReportColumn<{ readonly key?: string }> = {
  title: 'key',
  forPrograms: true,
  textOf: (row) => row.key ?? '',
};

export const unmanagedColumns: readonly ReportColumn<UnmanagedRow>[] = [
  // After a comma a space means nothing, and the name can be broken there.
  { title: 'entry', breaks: 10, textOf: ({ dn }) => dn.replace(/(?<!\\),/g, ', ') },
  {
    title: 'account',
    breaks: 6,
    textOf: ({ name, looks }, language) => `${name} (${looksWords[looks][language]})`,
  },
  {
    title: 'addressesWhose',
    breaks: 34,
    textOf: ({ addresses, declaredBy }) =>
      [...addresses, ...(declaredBy === undefined ? [] : [`→ ${declaredBy}`])].join(' '),
  },
];

export const deadlineColumns: readonly ReportColumn<DeadlineRow>[] = [
  due,
  { title: 'days', align: 'right', cellOf: ({ daysLeft }) => daysLeft },
  { title: 'status', textOf: ({ status }, language) => deadlineStatusWords[status][language] },
  { title: 'event', breaks: 18, textOf: eventText },
  account,
  organization,
  key,
];

export function eventText({ event, change, ended }: DeadlineRow, language: Language): string {
  const named = event === 'planned' || event === 'recorded';
  const what = named && change ? `${kindWords[change][language]}, ` : '';
  const after = ended === undefined ? undefined : `${reportWords[language].ended} ${ended}`;
  return join(`${what}${eventWords[event][language]}`, after);
}

export const inactiveColumns: readonly ReportColumn<InactiveRow>[] = [
  { title: 'status', breaks: 10, textOf: inactivityText },
  // A day that may still move is nothing to compute with.
  { title: 'due', cellOf: (row) => (row.missingYear === undefined ? day(row.due) : `~${row.due ?? ''}`) },
  { title: 'days', align: 'right', cellOf: ({ daysLeft }) => daysLeft },
  account,
  organization,
  { title: 'from', breaks: 10, cellOf: accessCell },
  key,
];

function inactivityText({ status, protection, absentUntil }: InactiveRow, language: Language): string {
  const words = reportWords[language];
  const absent = absentUntil === undefined ? undefined : words.absentUntil(absentUntil);
  const others = { absence: absent, policy: words.byPolicy, lock: words.byLock } as const;
  return join(inactivityWords[status][language], protection === undefined ? absent : others[protection]);
}

function accessCell({ from, lastAccess }: InactiveRow, language: Language): Cell {
  const words = reportWords[language];
  if (lastAccess === undefined) return join(from, words.never);
  return lastAccess === from ? day(from) : join(from, words.lastAccess(lastAccess));
}

export const passwordColumns: readonly ReportColumn<PasswordRow>[] = [
  { title: 'status', breaks: 10, textOf: passwordText },
  account,
  organization,
  { title: 'changed', cellOf: ({ changed }) => day(changed) },
  { title: 'expires', cellOf: ({ expires }) => day(expires) },
  { title: 'server', cellOf: ({ serverExpires }) => day(serverExpires) },
  key,
];

function passwordText({ status, mustChange, policy }: PasswordRow, language: Language): string {
  const words = reportWords[language];
  const told = status === 'must-change' || !mustChange;
  const ofPolicy =
    policy === 'administrators' ? words.administrator : policy !== 'users' && words.otherPolicy;
  return join(passwordWords[status][language], !told && words.notReplaced, ofPolicy);
}

const endColumns: readonly ReportColumn<SuspendedRow>[] = [
  { title: 'since', cellOf: ({ since }) => day(since) },
  {
    title: 'reason',
    breaks: 10,
    textOf: ({ reason }, language) => (reason === undefined ? '' : reasonWords[reason][language]),
  },
  account,
  organization,
];

export const suspendedColumns: readonly ReportColumn<SuspendedRow>[] = [
  ...endColumns,
  { title: 'notice', breaks: 10, private: fieldFacts.notice.private, textOf: ({ notice = '' }) => notice },
  { title: 'deletable', breaks: 10, cellOf: deletionCell },
  key,
];

export const endedColumns: readonly ReportColumn<SuspendedRow>[] = [
  ...endColumns,
  { title: 'document', breaks: 10, private: fieldFacts.basis.private, textOf: ({ basis = '' }) => basis },
  { title: 'keptUntil', breaks: 10, cellOf: deletionCell },
  key,
];

/** From when it may be deleted, what is missing, what else holds it, and what the plan is about to do. */
function deletionCell({ deletableAfter, missing, held, planned }: SuspendedRow, language: Language): Cell {
  const words = reportWords[language];
  const more = join(
    ...missing.map((need) => needWords[need][language]),
    held.length > 0 && words.held,
    planned !== undefined && planned !== 'update' && `${words.planned} ${kindWords[planned][language]}`,
  );
  return more === '' ? day(deletableAfter) : join(deletableAfter, more);
}

export const heldColumns: readonly ReportColumn<Held>[] = [
  account,
  organization,
  {
    title: 'change',
    breaks: 10,
    textOf: ({ kind }, language) => (kind === undefined ? '' : kindWords[kind][language]),
  },
  { title: 'why', breaks: 10, textOf: (held, language) => heldText(held, language).message },
  key,
];

export const mailColumns: readonly ReportColumn<MailFinding>[] = [
  { title: 'account', breaks: 16, textOf: ({ name, address, user }) => join(name ?? user, address) },
  {
    title: 'finding',
    breaks: 20,
    textOf: (finding, language) => mailFindingText(finding, language).message,
  },
  key,
];

export const legacyColumns: readonly ReportColumn<LegacyRow>[] = [
  {
    title: 'status',
    breaks: 10,
    textOf: ({ status, until }, language) =>
      join(legacyWords[status][language], until && reportWords[language].renamedOn(until)),
  },
  account,
  {
    title: 'addresses',
    breaks: 16,
    // The domain stands in the title; two whole addresses are too much for a screen.
    textOf: ({ address, byRule, holder }) =>
      `${address} → ${byRule?.split('@', 1)[0] ?? '?'}${holder === undefined ? '' : ` (${holder})`}`,
  },
  { title: 'document', breaks: 10, private: fieldFacts.basis.private, textOf: ({ document }) => document },
  key,
];

export const custodianColumns: readonly ReportColumn<CustodianRow>[] = [
  organization,
  { title: 'organizationName', breaks: 10, textOf: ({ name }) => name },
  {
    title: 'status',
    breaks: 10,
    textOf: ({ status, elsewhere }, language) =>
      `${custodianWords[status][language]}${elsewhere === undefined ? '' : `: ${elsewhere}`}`,
  },
  {
    title: 'custodian',
    breaks: 10,
    textOf: ({ custodian = '', custodianName }) =>
      custodianName === undefined ? custodian : `${custodianName} (${custodian})`,
  },
];
