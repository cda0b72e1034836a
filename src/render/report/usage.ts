/** How the report on usage is laid out: sums first, two tables, and below each how its figures are made. */
import type { ReportOf } from '../../model/report.ts';
import { type RequestsUnseen, smallestGroup, type UsageRow } from '../../model/usage.ts';
import { remarkText } from '../errors/remark.ts';
import type { Language } from '../text/wording.ts';
import type { Count, Note, Section } from './layout.ts';
import type { ReportColumn } from './rows.ts';
import { tableOf } from './table-of.ts';
import { requestsUnseenWords, usageWords } from './words/usage.ts';

type UsageReport = ReportOf<'usage'>;

type UsageColumn = ReportColumn<UsageRow> & {
  /** Absent from what everybody reads, rows and title alike. */
  readonly isInternal?: true;
};

const organization: UsageColumn = { title: 'organization', textOf: (row) => row.organization };

/** A blank is a number that cannot be told. */
const eventColumns: readonly UsageColumn[] = [
  { title: 'issuedIn', align: 'right', cellOf: ({ issued }) => issued },
  { title: 'endedIn', align: 'right', cellOf: ({ ended }) => ended, isInternal: true },
  { title: 'unreadNow', align: 'right', cellOf: ({ unread }) => unread, isInternal: true },
  { title: 'forwardsNow', align: 'right', cellOf: ({ forwards }) => forwards, isInternal: true },
  { title: 'requestsDone', align: 'right', cellOf: ({ requests }) => requests },
  { title: 'doneInTime', align: 'right', cellOf: ({ inTime }) => inTime },
];

/** All of it, of which a reader has the second half in a table of its own. */
export const usedColumns: readonly UsageColumn[] = [
  organization,
  { title: 'organizationName', breaks: 10, textOf: ({ name }) => name },
  { title: 'openMailboxes', align: 'right', cellOf: ({ mailboxes }) => mailboxes },
  { title: 'within30', align: 'right', cellOf: ({ usedIn30 }) => usedIn30 },
  { title: 'within180', align: 'right', cellOf: ({ usedIn180 }) => usedIn180 },
  { title: 'suspendedNow', align: 'right', cellOf: ({ suspended }) => suspended, isInternal: true },
  {
    title: 'lookedAfter',
    textOf: ({ custodian }, language) =>
      custodian === undefined ? '' : usageWords[language][custodian ? 'yes' : 'no'],
  },
  ...eventColumns.map((column) => ({ ...column, forPrograms: true })),
];

export function usageSections({ rows, usage }: UsageReport, language: Language): readonly Section[] {
  const words = usageWords[language];
  const isOpen = usage?.audience !== 'public';
  const table = (columns: readonly UsageColumn[]) =>
    tableOf(
      columns.filter(({ isInternal = false }) => isOpen || !isInternal),
      rows,
      language,
    );
  const used = [words.howUsed, ...(isOpen ? [words.howSuspended] : [])];
  const events = [words.howIssued, ...(isOpen ? [words.howEnded, words.howMail] : []), words.howRequests];
  return [
    { ...table(usedColumns), heading: words.used, hint: used.join(' ') },
    {
      ...table([organization, ...eventColumns]),
      kind: 'sums',
      heading: words.events,
      hint: events.join(' '),
    },
  ];
}

/** Over what is in the rows and nothing else: no sum tells what a row leaves out. */
export function usageTotals({ rows }: UsageReport, language: Language): readonly Count[] {
  if (rows.length === 0) return [];
  const words = usageWords[language];
  const count = (status: keyof typeof sums, of: readonly UsageRow[]): Count => ({
    status,
    word: words[status],
    count: of.reduce((sum, row) => sum + (sums[status](row) ?? 0), 0),
  });
  const told = rows.filter(({ status }) => status === 'told');
  const judged = rows.filter(({ inTime }) => inTime !== undefined);
  return [
    count('organizations', rows),
    count('mailboxes', rows),
    ...(told.length === 0 ? [] : [count('usedIn30', told), count('usedIn180', told)]),
    ...(judged.length === 0 ? [] : [count('requests', judged), count('inTime', judged)]),
  ];
}

const sums = {
  organizations: () => 1,
  mailboxes: ({ mailboxes }) => mailboxes,
  usedIn30: ({ usedIn30 }) => usedIn30,
  usedIn180: ({ usedIn180 }) => usedIn180,
  requests: ({ requests }) => requests,
  inTime: ({ inTime }) => inTime,
} as const satisfies Readonly<Record<string, (row: UsageRow) => number | undefined>>;

/** Of which days it is, and what could not be told, with the reason. */
export function usageNotes({ usage, rows, accessDoubt }: UsageReport, language: Language): readonly Note[] {
  if (usage === undefined) return [];
  const words = usageWords[language];
  const { period, loginsSince, unreadUnseen, unreadFailed, requestsUnseen, auditSince } = usage;
  const told = rows.filter(({ status }) => status === 'told');
  const unseen = rows.filter(({ status }) => status === 'unseen').length;
  const small = rows.filter(({ status }) => status === 'small').length;
  const mailboxes = told.reduce((sum, row) => sum + row.mailboxes, 0);
  const isPartly = told.length > 0 && told.length < rows.length;
  const notes: readonly (readonly [Exclude<Note['says'], 'counts'>, string | undefined])[] = [
    ['told', words.period(period.name, period.from, period.to)],
    ['told', isPartly ? words.toldOf(told.length, mailboxes) : undefined],
    ['told', small > 0 ? words.small(small, smallestGroup) : undefined],
    // Where logins say nothing at all the report says so by itself.
    ['doubt', unseen > 0 && accessDoubt === undefined ? words.unseen(unseen, loginsSince) : undefined],
    ['doubt', unreadUnseen && words.unreadUnseen(remarkText(unreadUnseen, language))],
    ['doubt', unreadFailed === undefined ? undefined : words.unreadFailed(unreadFailed)],
    ['doubt', usage.forwardsFailed === undefined ? undefined : words.forwardsFailed(usage.forwardsFailed)],
    ['doubt', requestsUnseen && requestsText(requestsUnseen, language)],
    ['doubt', auditSince && words.auditSince(auditSince)],
    ['doubt', usage.requestsUnjudged === undefined ? undefined : words.unjudged(usage.requestsUnjudged)],
    ['told', usage.pushed === undefined ? undefined : words.pushed(usage.pushed)],
  ];
  return notes.flatMap(([says, text]) => (text === undefined ? [] : [{ says, text }]));
}

const requestsText = (unseen: RequestsUnseen, language: Language): string =>
  typeof unseen === 'string'
    ? requestsUnseenWords[unseen][language]
    : usageWords[language].requestsUnseen(remarkText(unseen, language));
