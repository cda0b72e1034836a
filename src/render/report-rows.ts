/** The columns of each report, and the texts of a row in them. */
import { fieldFacts } from '../model/fields.ts';
import type { MailFinding } from '../model/mail.ts';
import type { Held } from '../model/plan.ts';
import type { CustodianRow, DeadlineRow, InactiveRow, PasswordRow, SuspendedRow } from '../model/report.ts';
import { mailFindingText } from './mail.ts';
import { heldText } from './plan-lines.ts';
import type { Language } from './wording.ts';
import { kindWords } from './words/plan.ts';
import {
  custodianWords,
  deadlineStatusWords,
  eventWords,
  inactivityWords,
  needWords,
  passwordWords,
  reasonWords,
  reportWords,
} from './words/report.ts';

export interface ReportColumn {
  readonly title: string;
  readonly align?: 'right';
  /** Its texts may be broken into lines where the screen is narrow; first of all those longer than this. */
  readonly breaks?: number;
  /** Left out where everybody reads. */
  readonly private?: boolean;
}

const join = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join('; ');

export const deadlineColumns = (language: Language): readonly ReportColumn[] => {
  const words = reportWords[language];
  return [
    { title: words.due },
    { title: words.days, align: 'right' },
    { title: words.status },
    { title: words.event, breaks: 18 },
    { title: words.account, breaks: 16 },
    { title: words.organization },
  ];
};

export function deadlineRow(row: DeadlineRow, language: Language): readonly string[] {
  const { event, change, ended } = row;
  const named = event === 'planned' || event === 'recorded';
  const what = named && change ? `${kindWords[change][language]}, ` : '';
  const after = ended === undefined ? undefined : `${reportWords[language].ended} ${ended}`;
  return [
    row.due,
    String(row.daysLeft),
    deadlineStatusWords[row.status][language],
    join(`${what}${eventWords[event][language]}`, after),
    row.name,
    row.organization,
  ];
}

export const inactiveColumns = (language: Language): readonly ReportColumn[] => {
  const words = reportWords[language];
  return [
    { title: words.status, breaks: 10 },
    { title: words.due },
    { title: words.days, align: 'right' },
    { title: words.account, breaks: 16 },
    { title: words.organization },
    { title: words.from, breaks: 10 },
  ];
};

export function inactiveRow(row: InactiveRow, language: Language): readonly string[] {
  const words = reportWords[language];
  const accessed = row.lastAccess === undefined ? undefined : words.lastAccess(row.lastAccess);
  const absent = row.absentUntil === undefined ? undefined : words.absentUntil(row.absentUntil);
  return [
    join(inactivityWords[row.status][language], row.protection === 'policy' ? words.byPolicy : absent),
    `${row.missingYear === undefined ? '' : '~'}${row.due ?? ''}`,
    row.daysLeft === undefined ? '' : String(row.daysLeft),
    row.name,
    row.organization,
    join(row.from, row.lastAccess === undefined ? words.never : row.lastAccess !== row.from && accessed),
  ];
}

export const passwordColumns = (language: Language): readonly ReportColumn[] => {
  const words = reportWords[language];
  return [
    { title: words.status, breaks: 10 },
    { title: words.account, breaks: 16 },
    { title: words.organization },
    { title: words.changed },
    { title: words.expires },
    { title: words.server },
  ];
};

export function passwordRow(row: PasswordRow, language: Language): readonly string[] {
  const words = reportWords[language];
  const told = row.status === 'must-change' || !row.mustChange;
  const policy =
    row.policy === 'administrators' ? words.administrator : row.policy !== 'users' && words.otherPolicy;
  return [
    join(passwordWords[row.status][language], !told && words.notReplaced, policy),
    row.name,
    row.organization,
    row.changed ?? '',
    row.expires ?? '',
    row.serverExpires ?? '',
  ];
}

export const suspendedColumns = (language: Language): readonly ReportColumn[] => {
  const words = reportWords[language];
  return [
    { title: words.since },
    { title: words.reason, breaks: 10 },
    { title: words.account, breaks: 16 },
    { title: words.organization },
    { title: words.notice, breaks: 10, private: fieldFacts.notice.private },
    { title: words.deletable, breaks: 10 },
  ];
};

export function suspendedRow(row: SuspendedRow, language: Language): readonly string[] {
  return [
    row.since ?? '',
    row.reason === undefined ? '' : reasonWords[row.reason][language],
    row.name,
    row.organization,
    row.notice ?? '',
    join(row.deletableAfter, ...needsOf(row, language)),
  ];
}

export const endedColumns = (language: Language): readonly ReportColumn[] => {
  const words = reportWords[language];
  return [
    { title: words.since },
    { title: words.reason, breaks: 10 },
    { title: words.account, breaks: 16 },
    { title: words.organization },
    { title: words.document, breaks: 10, private: fieldFacts.basis.private },
    { title: words.keptUntil, breaks: 10 },
  ];
};

export function endedRow(row: SuspendedRow, language: Language): readonly string[] {
  return [
    row.since ?? '',
    row.reason === undefined ? '' : reasonWords[row.reason][language],
    row.name,
    row.organization,
    row.basis ?? '',
    join(row.deletableAfter, ...needsOf(row, language)),
  ];
}

/** What is missing, what else holds it, and what the plan is about to do. */
function needsOf({ missing, held, planned }: SuspendedRow, language: Language): readonly string[] {
  const words = reportWords[language];
  const telling = planned === undefined || planned === 'update' ? [] : [planned];
  return [
    ...missing.map((need) => needWords[need][language]),
    ...(held.length > 0 ? [words.held] : []),
    ...telling.map((kind) => `${words.planned} ${kindWords[kind][language]}`),
  ];
}

export const heldColumns = (language: Language): readonly ReportColumn[] => {
  const words = reportWords[language];
  return [
    { title: words.account, breaks: 16 },
    { title: words.organization },
    { title: words.change, breaks: 10 },
    { title: words.why, breaks: 10 },
  ];
};

export const mailColumns = (language: Language): readonly ReportColumn[] => {
  const words = reportWords[language];
  return [
    { title: words.account, breaks: 16 },
    { title: words.finding, breaks: 20 },
  ];
};

export function mailRow(finding: MailFinding, language: Language): readonly string[] {
  const { name, address, user } = finding;
  return [join(name ?? user, address), mailFindingText(finding, language).message];
}

export function heldRow(held: Held, language: Language): readonly string[] {
  const change = held.kind === undefined ? '' : kindWords[held.kind][language];
  return [held.name, held.organization, change, heldText(held, language).message];
}

export const custodianColumns = (language: Language): readonly ReportColumn[] => {
  const words = reportWords[language];
  return [
    { title: words.organization },
    { title: words.organizationName, breaks: 10 },
    { title: words.status, breaks: 10 },
    { title: words.custodian, breaks: 10 },
  ];
};

export function custodianRow(row: CustodianRow, language: Language): readonly string[] {
  const { custodian, custodianName, elsewhere, status } = row;
  const who = custodianName === undefined ? (custodian ?? '') : `${custodianName} (${custodian ?? ''})`;
  return [
    row.organization,
    row.name,
    `${custodianWords[status][language]}${elsewhere === undefined ? '' : `: ${elsewhere}`}`,
    who,
  ];
}
