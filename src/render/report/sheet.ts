/** Lays a report out as titled tables, the same for a terminal, Markdown, pages and workbooks. */
import type { MailFinding } from '../../model/mail/state.ts';
import type { Report, ReportName, ReportOf, SuspendedRow } from '../../model/report.ts';
import { remarkText } from '../errors/remark.ts';
import { heldText } from '../plan/lines.ts';
import { mailFindingText } from '../plan/mail.ts';
import { mailWords } from '../plan/words/mail.ts';
import { planWords } from '../plan/words/plan.ts';
import { stateWords } from '../text/values.ts';
import type { Language } from '../text/wording.ts';
import type { Count, Note, Section, Sheet } from './layout.ts';
import {
  custodianColumns,
  deadlineColumns,
  endedColumns,
  heldColumns,
  inactiveColumns,
  legacyColumns,
  mailColumns,
  passwordColumns,
  suspendedColumns,
  unmanagedColumns,
} from './rows.ts';
import { sumsOf } from './sums.ts';
import { tableOf } from './table-of.ts';
import { usageNotes, usageSections, usageTotals } from './usage.ts';
import { findingHeadings, heldHeadings } from './words/headings.ts';
import {
  custodianWords,
  deadlineStatusWords,
  emptyWords,
  forwardWords,
  inactivityWords,
  legacyWords,
  passwordWords,
  reportTitles,
  reportWords,
  unmanagedWords,
} from './words/report.ts';

export function layOutReport(report: Report, language: Language): Sheet {
  const doubt = report.accessDoubt;
  const notes: readonly Note[] = [
    ...(report.doubt === undefined ? [] : [inDoubt(planWords[language].doubt(report.doubt))]),
    ...countsOf(report, language),
    ...(doubt === undefined ? [] : [inDoubt(planWords[language].accessDoubt[doubt])]),
    ...(report.approval === undefined ? [] : [told(`${planWords[language].approval}: ${report.approval}`)]),
    ...unseenOf(report, language),
    ...quarantinedOf(report, language),
    ...(report.passwordsUnreadable ? [inDoubt(reportWords[language].passwordsUnreadable)] : []),
    ...(report.report === 'usage' ? usageNotes(report, language) : []),
  ];
  const silent = report.rows.length === 0 && notes.length < 2 && report.mailUnseen === undefined;
  return {
    title: titleOf(report, language),
    notes: silent ? [...notes, told(emptyWords[report.report][language])] : notes,
    sections: report.rows.length === 0 ? [] : [...sectionsOf(report, language), ...summed(report, language)],
  };
}

export function titleOf({ report, today, domain, organization }: Report, language: Language): string {
  const part = organization === undefined ? '' : ` · ${organization}`;
  return `${reportTitles[report][language]} · ${reportWords[language].on(today)} · ${domain}${part}`;
}

const told = (text: string): Note => ({ says: 'told', text });
const inDoubt = (text: string): Note => ({ says: 'doubt', text });

function unseenOf({ mailUnseen }: Report, language: Language): readonly Note[] {
  if (mailUnseen === undefined) return [];
  const { skipped, unreachable } = mailWords[language];
  const why = mailUnseen === 'skipped' ? skipped : `${unreachable}: ${remarkText(mailUnseen, language)}`;
  return [inDoubt(why)];
}

function quarantinedOf(report: Report, language: Language): readonly Note[] {
  if (report.report !== 'mail' || report.quarantined === undefined) return [];
  return [told(mailWords[language].quarantined(report.quarantined, report.counts.quarantined ?? 0))];
}

const statusWords: Readonly<
  Record<
    Exclude<ReportName, 'held' | 'suspended' | 'forwards' | 'mail' | 'usage'>,
    Readonly<Record<string, Readonly<Record<Language, string>>>>
  >
> = {
  deadlines: deadlineStatusWords,
  inactive: inactivityWords,
  passwords: passwordWords,
  custodians: custodianWords,
  legacy: legacyWords,
  unmanaged: unmanagedWords,
};

/** One line, in the order of the words' table; nothing where there is nothing to count. */
function countsOf(report: Report, language: Language): readonly Note[] {
  const some = report.report === 'usage' ? usageTotals(report, language) : statusesOf(report, language);
  if (some.length > 0) return [{ says: 'counts', counts: some }];
  const isHeld = report.report === 'held' && report.rows.length > 0;
  return isHeld ? [told(reportWords[language].heldItems(report.rows.length))] : [];
}

function statusesOf(
  { report, counts }: Exclude<Report, { report: 'usage' }>,
  language: Language,
): readonly Count[] {
  // Their tables count themselves.
  if (report === 'suspended' || report === 'forwards' || report === 'mail' || report === 'held') return [];
  const counted: Readonly<Record<string, number>> = counts;
  return Object.entries(statusWords[report]).flatMap(([status, words]) => {
    const count = counted[status];
    return count === undefined ? [] : [{ status, word: words[language], count }];
  });
}

function sectionsOf(report: Report, language: Language): readonly Section[] {
  switch (report.report) {
    case 'deadlines':
      return [tableOf(deadlineColumns, report.rows, language)];
    case 'inactive':
      return [tableOf(inactiveColumns, report.rows, language)];
    case 'passwords':
      return [tableOf(passwordColumns, report.rows, language)];
    case 'custodians':
      return [tableOf(custodianColumns, report.rows, language)];
    case 'legacy':
      return [...Map.groupBy(report.rows, ({ organization }) => organization)].map(([id, rows]) =>
        groupOf(id, tableOf(legacyColumns, rows, language)),
      );
    case 'unmanaged':
      return unmanagedSections(report, language);
    case 'suspended':
      return suspendedSections(report, language);
    case 'held':
      return heldSections(report, language);
    case 'usage':
      return usageSections(report, language);
    case 'forwards':
      return findingSections(report.rows, language, (row) => forwardKind(row, language));
    case 'mail':
      return findingSections(report.rows, language, ({ code }) =>
        coded(findingHeadings[code][language], code),
      );
  }
}

const forwardKind = ({ args }: ReportOf<'forwards'>['rows'][number], language: Language): string =>
  forwardWords[args.active ? 'active' : 'inactive'][language];

/** The words for who reads, the code for who looks it up. */
const coded = (words: string, code: string): string => `${words} [${code}]`;

/** A report whose rows are organizations has nothing to sum. */
function summed(report: Report, language: Language): readonly Section[] {
  switch (report.report) {
    case 'deadlines':
      return sumsOf(report.rows, ({ status }) => deadlineStatusWords[status][language], language);
    case 'inactive':
      return sumsOf(report.rows, ({ status }) => inactivityWords[status][language], language);
    case 'passwords':
      return sumsOf(report.rows, ({ status }) => passwordWords[status][language], language);
    case 'legacy':
      return sumsOf(report.rows, ({ status }) => legacyWords[status][language], language);
    case 'suspended':
      return sumsOf(report.rows, ({ state }) => stateWords[state][language], language);
    case 'held':
      return sumsOf(report.rows, ({ code }) => heldHeadings[code][language], language);
    case 'forwards':
      return sumsOf(report.rows, (row) => forwardKind(row, language), language);
    case 'mail':
      return sumsOf(report.rows, ({ code }) => findingHeadings[code][language], language);
    case 'custodians':
    case 'unmanaged':
    case 'usage':
      return [];
  }
}

const groupOf = (heading: string, table: Section): Section => ({ ...table, kind: 'group', heading });

/** What brings up those that stand deeper, below the table, to be copied. */
function unmanagedSections({ rows }: ReportOf<'unmanaged'>, language: Language): readonly Section[] {
  return [...Map.groupBy(rows, ({ status }) => status)].map(([status, some]) => {
    const ldif = some.flatMap((row) => row.ldif ?? []);
    return {
      ...groupOf(unmanagedWords[status][language], tableOf(unmanagedColumns, some, language)),
      ...(ldif.length > 0 && { hint: reportWords[language].raise, ldif }),
    };
  });
}

function suspendedSections({ rows }: ReportOf<'suspended'>, language: Language): readonly Section[] {
  const suspended = rows.filter(({ state }) => state === 'suspended');
  const ended = rows.filter(({ state }) => state === 'terminated');
  const sections: Section[] = [];
  if (suspended.length > 0) {
    sections.push({
      ...groupOf(stateWords.suspended[language], tableOf(suspendedColumns, suspended, language)),
      ...hintOf(suspended, language),
    });
  }
  if (ended.length > 0) {
    sections.push(groupOf(stateWords.terminated[language], tableOf(endedColumns, ended, language)));
  }
  return sections;
}

/** The first day is the same for all whose notice is missing: twelve months from today. */
function hintOf(rows: readonly SuspendedRow[], language: Language): { readonly hint?: string } {
  const earliest = rows.find((row) => row.earliest !== undefined)?.earliest;
  return earliest === undefined ? {} : { hint: reportWords[language].earliest(earliest) };
}

/** One table for each kind of finding, and its remedies once. */
function findingSections<Finding extends MailFinding>(
  rows: readonly Finding[],
  language: Language,
  kindOf: (finding: Finding) => string,
): readonly Section[] {
  return [...Map.groupBy(rows, kindOf)].map(([kind, findings]) => ({
    ...groupOf(kind, tableOf(mailColumns, findings, language)),
    hint: [...new Set(findings.map((finding) => mailFindingText(finding, language).hint))].join(' · '),
  }));
}

/** One table for each reason; the remedy of a reason is told once, below it. */
function heldSections({ rows }: ReportOf<'held'>, language: Language): readonly Section[] {
  return [...Map.groupBy(rows, ({ code }) => code)].map(([code, items]) => {
    const hints = new Set(items.map((held) => heldText(held, language).hint).filter((hint) => hint !== ''));
    return {
      ...groupOf(coded(heldHeadings[code][language], code), tableOf(heldColumns, items, language)),
      ...(hints.size > 0 && { hint: [...hints].join(' · ') }),
    };
  });
}
