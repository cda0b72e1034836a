/** The text of notices in English: what the Vietnamese one says, for whoever reads no Vietnamese. */
import type { CalendarDate, Decision } from '../../../model/directory/organization.ts';
import type { NoticePerson, NoticeReason } from '../../../model/notice.ts';
import { groundsOf, type KindWords, type LetterFacts, type NoticeWords } from './shape.ts';

/** A narrow column does not break it. */
const day = (date: CalendarDate): string => date.replaceAll('-', '\u2011');

const documentText = ({ document, date }: Decision): string => `document ${document} of ${date}`;

const shortDocument = (document: Decision | undefined): string =>
  document === undefined ? '' : `${document.document}, ${document.date}`;

const asked = ({ document }: NoticePerson): string =>
  document === undefined ? '' : `, by ${documentText(document)}`;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function mailboxOf({ key, address, name, title, unit }: NoticePerson): string {
  if (key.startsWith('organization:')) return `the agency mailbox ${address}`;
  const holder = [name, title, unit].filter((one) => one !== undefined).join(', ');
  return `the mailbox of ${holder} (${address})`;
}

function done(
  { people }: LetterFacts,
  verb: string,
  one: (person: NoticePerson) => string,
  several: string,
): string {
  return people.length === 1
    ? `${verb}: ${mailboxOf(people[0])}${one(people[0])}.`
    : `${verb}: ${people.length} mailboxes, listed in the annex. ${several}`;
}

const reasons = {
  inactivity: 'no access and no reason notified',
  violation: 'a prohibited act',
  retirement: 'retirement',
  resignation: 'resignation',
  transfer: 'transfer to another organization',
  dismissal: 'dismissal',
  'contract-end': 'end of contract',
  death: 'death',
  removed: "no longer in the organization's list",
  dissolved: 'dissolution of the organization',
  request: 'request',
  term: 'end of the term after the notice of suspension',
  retention: 'end of retention after the mailbox was ended',
} as const satisfies Record<NoticeReason, string>;

function suspensionReason(person: NoticePerson, { months }: LetterFacts): string {
  const { reason, clause, lastAccess } = person;
  if (reason === 'violation') return `a breach of clause ${clause ?? '12'}${asked(person)}`;
  const seen =
    lastAccess === undefined ? 'no access has been recorded' : `the last access was on ${lastAccess}`;
  return `no access for ${counted(months.unused, 'month')} and no reason notified; ${seen}`;
}

const opening =
  (clause: string, what: string): KindWords['opening'] =>
  ({ office, organization }) =>
    `By clause ${clause} of ${office.regulation}, ${office.body} tells ${organization} of ${what}:`;

const passwordPoint = ({ page }: LetterFacts, clause: string): string =>
  `The password is not in this document: it is handed over apart, sealed, to the organization's recipients. The holder must log in and change it at once${page === undefined ? '' : ` at ${page}`} (${clause}).`;

const addressRests = ({ tombstoneYears }: LetterFacts): string =>
  `Nobody else is given the address for ${counted(tombstoneYears, 'year')} after the deletion.`;

const kinds: NoticeWords['kinds'] = {
  suspension: {
    subject: ({ organization }) => `suspension of mailboxes of ${organization}`,
    opening: opening('8.1', 'mailboxes that are suspended, and when they will be deleted'),
    points: (facts) => [
      done(
        facts,
        'Suspended',
        (person) => `, from ${person.day}. Reason: ${suspensionReason(person, facts)}`,
        'The annex has the reason and the day of each.',
      ),
      'While it is suspended nobody can log in to the mailbox; the mail in it is kept.',
      `${counted(facts.months.deletion, 'month')} after the date of this notice, ${facts.office.body} deletes an account that has not been restored, and gives written notice (8.1).`,
      `To have a mailbox restored, ${facts.organization} sends a written request to ${facts.office.body}, which restores it within ${counted(facts.restoreWorkingDays, 'working day')} and says so (8.3).`,
    ],
    columns: { ground: 'Reason', day: 'Suspended on' },
    ground: ({ reason, clause, document, lastAccess }) => {
      if (reason === 'violation') {
        return `Breach of ${clause ?? '12'}${document === undefined ? '' : ` (${shortDocument(document)})`}`;
      }
      return lastAccess === undefined ? 'No access recorded' : `No access; last on ${lastAccess}`;
    },
  },
  deletion: {
    subject: ({ organization }) => `deletion of mail accounts of ${organization}`,
    opening: (facts) =>
      opening(
        { notice: '8.1', retention: '8.2', both: '8.1 and 8.2' }[groundsOf(facts)],
        'mail accounts that were deleted',
      )(facts),
    points: (facts) => [
      done(
        facts,
        'Deleted',
        ({ day: on, notice }) =>
          `, on ${on}. Reason: ${
            notice === undefined
              ? `it had ended, and was kept for ${counted(facts.months.kept, 'month')}`
              : `${counted(facts.months.deletion, 'month')} have passed since the notice of suspension, ${documentText(notice)}, and nobody asked for it back`
          }`,
        'The annex has the reason and the day of each.',
      ),
      `A deleted account cannot be restored. ${addressRests(facts)}`,
      `Where a mailbox is still needed, ${facts.organization} asks ${facts.office.body} in writing for a new one (6.1).`,
    ],
    columns: { ground: 'Reason', day: 'Deleted on' },
    ground: ({ notice }) =>
      notice === undefined ? 'End of retention' : `End of the term after ${shortDocument(notice)}`,
  },
  issue: {
    subject: () => 'mailboxes issued',
    opening: opening('6.2', 'mailboxes issued upon request'),
    points: (facts) => [
      done(facts, 'Issued', ({ day: on }) => `, in use from ${on}`, 'The annex has the day of each.'),
      passwordPoint(facts, '6.3'),
      `A mailbox that nobody uses for ${counted(facts.months.unused, 'month')} without a reason notified is suspended (8.1).`,
    ],
    columns: { ground: 'Title, unit', day: 'Issued on' },
    ground: ({ title, unit }) => [title, unit].filter((one) => one !== undefined).join(', '),
  },
  change: {
    subject: () => 'mail addresses changed',
    opening: opening('6.2', 'mail addresses that were changed'),
    points: (facts) => [
      done(
        facts,
        'Changed, and now',
        (person) =>
          `${asked(person)}, from ${person.day}${person.before === undefined ? '' : `. The address before: ${person.before}`}${
            person.receivesUntil === undefined
              ? ''
              : `; mail to it still arrives until ${person.receivesUntil}`
          }`,
        'The annex has the address before and the day of each.',
      ),
      'Password and mail stay as they are.',
      `If this is not what was asked for, ${facts.organization} writes to ${facts.office.body} (6.1).`,
    ],
    columns: { ground: 'Address before', day: 'Changed on' },
    ground: ({ before }) => before ?? '',
  },
  reset: {
    subject: () => 'mail passwords set anew',
    opening: opening('7.2', 'passwords that were set anew'),
    points: (facts) => [
      done(facts, 'Password set anew', asked, 'The annex has the request for each.'),
      passwordPoint(facts, '7.3'),
    ],
    columns: { ground: 'Request', day: 'Asked on' },
    ground: ({ document }) => document?.document ?? '',
  },
  termination: {
    subject: () => 'mailboxes ended',
    opening: opening('8.2', 'mailboxes that were ended'),
    points: (facts) => [
      done(
        facts,
        'Ended',
        (person) => `, from ${person.day}. Reason: ${reasons[person.reason]}${asked(person)}`,
        'The annex has the reason and the day of each.',
      ),
      `Nobody can log in any more. What is in it is kept for ${counted(facts.months.kept, 'month')} from that day, and then the account is deleted. ${addressRests(facts)}`,
      `If this is not right, ${facts.organization} writes to ${facts.office.body} before then.`,
    ],
    columns: { ground: 'Reason', day: 'Ended on' },
    ground: ({ reason, document }) =>
      document === undefined ? reasons[reason] : `${reasons[reason]} (${shortDocument(document)})`,
  },
  restoration: {
    subject: () => 'mailboxes restored',
    opening: opening('8.3', 'mailboxes that were restored'),
    points: (facts) => [
      done(
        facts,
        'Restored',
        (person) => `, from ${person.day}${asked(person)}`,
        'The annex has the request and the day of each.',
      ),
      `The term of ${counted(facts.months.unused, 'month')} without access begins anew on that day; whoever lets it pass without a reason is suspended again (8.1).`,
    ],
    columns: { ground: 'Request', day: 'Restored on' },
    ground: ({ document }) => shortDocument(document),
  },
};

export const en: NoticeWords = {
  nation: 'SOCIALIST REPUBLIC OF VIET NAM',
  motto: 'Independence - Freedom - Happiness',
  title: 'NOTICE',
  number: (form, { code, department }) =>
    form === 'notice' ? `No.: …/TB-${code}` : `No.: …/${code}-${department}`,
  placeAndDate: (place) => `${place}, …`,
  about: (subject) => `Re: ${subject}`,
  addressee: (organization) => `To: ${organization}`,
  closing: ({ office }) => `Questions: ${office.contact}`,
  recipients: {
    title: 'Copies:',
    asAbove: 'As above',
    superior: (name) => `${name} (for information)`,
    file: (department) => `File: VT, ${department}`,
  },
  onBehalf: { KT: 'FOR THE', TL: 'BY ORDER OF THE' },
  annex: {
    title: 'ANNEX',
    name: (subject) => `List: ${subject}`,
    reference: (form, number, { office }) =>
      `(To the ${form} ${number.replace('No.:', 'no.')} of … by ${office.body})`,
    columns: ['No.', 'Name', 'Address'],
  },
  day,
  kinds,
};
