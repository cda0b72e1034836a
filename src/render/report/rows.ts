/** The columns of each report, and the texts of a row in them. */
import { fieldFacts } from '../../model/account/fields.ts';
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

/** A column with its title and the text of a row in it. */
export interface ReportColumn<Row> {
  readonly title: { [K in keyof ReportWords]: ReportWords[K] extends string ? K : never }[keyof ReportWords];
  readonly textOf: (row: Row, language: Language) => string;
  readonly align?: 'right';
  /** Its texts may be broken into lines where the screen is narrow; first of all those longer than this. */
  readonly breaks?: number;
  /** Left out where everybody reads. */
  readonly private?: boolean;
}

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

const due: ReportColumn<{ readonly due: string }> = { title: 'due', textOf: (row) => row.due };

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
  { title: 'days', align: 'right', textOf: ({ daysLeft }) => String(daysLeft) },
  { title: 'status', textOf: ({ status }, language) => deadlineStatusWords[status][language] },
  { title: 'event', breaks: 18, textOf: eventText },
  account,
  organization,
];

export function eventText({ event, change, ended }: DeadlineRow, language: Language): string {
  const named = event === 'planned' || event === 'recorded';
  const what = named && change ? `${kindWords[change][language]}, ` : '';
  const after = ended === undefined ? undefined : `${reportWords[language].ended} ${ended}`;
  return join(`${what}${eventWords[event][language]}`, after);
}

export const inactiveColumns: readonly ReportColumn<InactiveRow>[] = [
  { title: 'status', breaks: 10, textOf: inactivityText },
  { title: 'due', textOf: (row) => `${row.missingYear === undefined ? '' : '~'}${row.due ?? ''}` },
  { title: 'days', align: 'right', textOf: ({ daysLeft }) => String(daysLeft ?? '') },
  account,
  organization,
  { title: 'from', breaks: 10, textOf: accessText },
];

function inactivityText({ status, protection, absentUntil }: InactiveRow, language: Language): string {
  const words = reportWords[language];
  const absent = absentUntil === undefined ? undefined : words.absentUntil(absentUntil);
  const others = { absence: absent, policy: words.byPolicy, lock: words.byLock } as const;
  return join(inactivityWords[status][language], protection === undefined ? absent : others[protection]);
}

function accessText({ from, lastAccess }: InactiveRow, language: Language): string {
  const words = reportWords[language];
  if (lastAccess === undefined) return join(from, words.never);
  return join(from, lastAccess !== from && words.lastAccess(lastAccess));
}

export const passwordColumns: readonly ReportColumn<PasswordRow>[] = [
  { title: 'status', breaks: 10, textOf: passwordText },
  account,
  organization,
  { title: 'changed', textOf: ({ changed = '' }) => changed },
  { title: 'expires', textOf: ({ expires = '' }) => expires },
  { title: 'server', textOf: ({ serverExpires = '' }) => serverExpires },
];

function passwordText({ status, mustChange, policy }: PasswordRow, language: Language): string {
  const words = reportWords[language];
  const told = status === 'must-change' || !mustChange;
  const ofPolicy =
    policy === 'administrators' ? words.administrator : policy !== 'users' && words.otherPolicy;
  return join(passwordWords[status][language], !told && words.notReplaced, ofPolicy);
}

const endColumns: readonly ReportColumn<SuspendedRow>[] = [
  { title: 'since', textOf: ({ since = '' }) => since },
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
  { title: 'deletable', breaks: 10, textOf: deletionText },
];

export const endedColumns: readonly ReportColumn<SuspendedRow>[] = [
  ...endColumns,
  { title: 'document', breaks: 10, private: fieldFacts.basis.private, textOf: ({ basis = '' }) => basis },
  { title: 'keptUntil', breaks: 10, textOf: deletionText },
];

/** From when it may be deleted, what is missing, what else holds it, and what the plan is about to do. */
function deletionText({ deletableAfter, missing, held, planned }: SuspendedRow, language: Language): string {
  const words = reportWords[language];
  return join(
    deletableAfter,
    ...missing.map((need) => needWords[need][language]),
    held.length > 0 && words.held,
    planned !== undefined && planned !== 'update' && `${words.planned} ${kindWords[planned][language]}`,
  );
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
];

export const mailColumns: readonly ReportColumn<MailFinding>[] = [
  { title: 'account', breaks: 16, textOf: ({ name, address, user }) => join(name ?? user, address) },
  {
    title: 'finding',
    breaks: 20,
    textOf: (finding, language) => mailFindingText(finding, language).message,
  },
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
