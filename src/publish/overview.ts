/** Makes of the reports, and of what the plan changes, one list of what is to be done for each organization. */
import { countStates, type ObservedAccount } from '../model/account/account.ts';
import { organizationKey, parseKey, toldKey } from '../model/account/key.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { MailFinding } from '../model/mail/state.ts';
import { type Change, type Held, isMailChange } from '../model/plan/plan.ts';
import type { History } from '../model/publish/history.ts';
import { type Overview, type What, type Work, workClasses } from '../model/publish/work.ts';
import type { CustodianRow, DeadlineEvent, DeadlineRow, ReportOf, ReportSubject } from '../model/report.ts';
import { present } from '../model/text/present.ts';

export interface OverviewFacts {
  readonly reports: {
    readonly [N in 'deadlines' | 'held' | 'custodians' | 'forwards' | 'mail']: ReportOf<N>;
  };
  readonly changes: readonly Change[];
  readonly accounts: readonly ObservedAccount[];
  readonly history?: History | 'broken';
}

/** So many days ahead what ends is told: as a month's look into the calendar. */
const daysAhead = 30;

/** The pages of people, by key: of whoever has none the name alone is told. */
type Pages = ReadonlyMap<string, string>;

export function makeOverview(facts: OverviewFacts, pages: Pages): Overview {
  const { reports, accounts, history } = facts;
  const { deadlines, mail } = reports;
  const all = worked(facts).map(({ key, ...one }) => {
    const known = one.name === key ? { ...one, name: '' } : one;
    return present({ ...known, slug: pages.get(key) });
  });
  const ranks = new Map(workClasses.map((one, rank) => [one, rank]));
  const rankOf = (one: Work) => `${ranks.get(one.class)} ${one.due ?? '9'} ${one.name}`;
  const ordered = all
    .map((one) => ({ one, rank: rankOf(one) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ one }) => one);
  const { mailUnseen } = mail;
  return present({
    today: deadlines.today,
    accounts: countStates(accounts),
    work: Map.groupBy(ordered, ({ organization }) => organization),
    mailUnseen: mailUnseen === undefined || mailUnseen === 'skipped' ? mailUnseen : ('unreachable' as const),
    accessDoubt: deadlines.accessDoubt,
    history,
  });
}

/** Whose it is goes with each, until its page is looked up: nothing of a key is told. */
type Keyed = Omit<Work, 'slug'> & { readonly key: string };

function worked({ reports, changes }: OverviewFacts): readonly Keyed[] {
  const { deadlines, held, custodians, forwards, mail } = reports;
  const rows = deadlines.rows.filter(isNear);
  // A change that has a day stands among the deadlines.
  const dated = new Set(rows.map(({ key, change }) => `${key} ${change ?? ''}`));
  const isDated = (key: string, change: string) => dated.has(`${key} ${change}`);
  // 8.1: that its deletion waits for the notice says no more than that the notice is missing.
  const unnoticed = new Set(rows.flatMap(({ key, event }) => (event === 'notice' ? [key] : [])));
  const isNoticed = ({ key, code }: Held) => code === 'notice-missing' && unnoticed.has(key);
  return [
    ...rows.map((row) => ofDeadline(row, deadlines.today)),
    ...changes.flatMap((change) =>
      change.kind === 'password-policy' || isDated(change.key, change.kind) ? [] : [ofChange(change)],
    ),
    ...held.rows.flatMap((one) => (termCodes.has(one.code) || isNoticed(one) ? [] : [ofHeld(one)])),
    ...custodians.rows.flatMap(ofCustodian),
    ...[...forwards.rows, ...mail.rows].map(ofFinding),
  ];
}

/** Held until a day, and nobody has to do anything: the day stands among the deadlines. */
const termCodes: ReadonlySet<Held['code']> = new Set(['deletion-not-due', 'removal-waits', 'operator-lock']);

/** A request that is not merged belongs to nobody yet, and its own report asks GitHub for it. */
const isNear = ({ event, status, daysLeft }: DeadlineRow): boolean =>
  event !== 'request' &&
  status !== 'done' &&
  (status !== 'coming' || event === 'planned' || daysLeft <= daysAhead);

/** A day that is still to come brings an end, unless somebody has to do something until then. */
const waitsFor = {
  planned: true,
  removal: false,
  deletion: false,
  inactivity: false,
  absence: false,
  notification: true,
  recorded: false,
  'operator-lock': true,
  'last-day': false,
  notice: true,
  request: true,
} as const satisfies Record<DeadlineEvent, boolean>;

function ofDeadline(row: DeadlineRow, today: CalendarDate): Keyed {
  const { event, status, change, due } = row;
  if (event === 'planned' && change !== undefined) {
    // What the plan does today is late only where its day is past.
    return {
      ...subject(row),
      class: due < today ? 'overdue' : 'waits',
      what: { of: 'change', change },
      due,
    };
  }
  const brings = change === 'restore' || change === 'reset' || waitsFor[event] ? 'waits' : 'ending';
  const what: What = present({ of: 'deadline' as const, event, change });
  return { ...subject(row), class: status === 'coming' || status === 'done' ? brings : status, what, due };
}

const subject = ({ key, name, organization }: ReportSubject) => ({ key, name, organization });

function ofChange(change: Exclude<Change, { kind: 'password-policy' }>): Keyed {
  const { key, kind } = change;
  const parsed = parseKey(key);
  const named = isMailChange(change) ? change : change.account;
  const organization = parsed?.kind === 'organization' ? parsed.id : (named.organization ?? '');
  return { key, name: named.name, organization, class: 'waits', what: { of: 'change', change: kind } };
}

function ofHeld(held: Held): Keyed {
  const { code, kind } = held;
  return { ...subject(held), class: 'held', what: present({ of: 'held' as const, code, change: kind }) };
}

function ofCustodian(row: CustodianRow): readonly Keyed[] {
  const { status } = row;
  if (status === 'assigned') return [];
  return [{ ...subject(row), class: 'custodian', what: { of: 'custodian', status } }];
}

function ofFinding({ key, name, address, organization = '', code }: MailFinding): Keyed {
  const agency = key !== undefined && key === organizationKey(organization);
  return {
    key: key ?? toldKey(''),
    name: name ?? address ?? '',
    organization,
    class: 'mail',
    what: { of: 'mail', code, agency },
  };
}
