/** Gives some of the invented people a history: absences, suspensions, endings, older addresses, privileges. */
import type {
  AccountDeclaration,
  Decision,
  Organization,
  Person,
} from '../../src/model/directory/organization.ts';
import type { AddressBook } from './addresses.ts';
import { addDays, workingDate, workingDateBetween } from './dates.ts';
import type { Sex } from './names.ts';
import type { Inhabitant } from './people.ts';
import type { Random } from './random.ts';
import { documentSign } from './words.ts';

/** How many there are of each among 2,500 people; a larger province has proportionally more. */
const shares = { absence: 20, suspension: 12, termination: 15, alias: 8, passwordReset: 2 } as const;
const sharesOf = 2500;

export interface Household {
  readonly organization: Organization;
  readonly inhabitants: Inhabitant[];
}

interface Telling {
  readonly random: Random;
  readonly addresses: AddressBook;
}

type History = (
  telling: Telling,
  place: Organization,
  inhabitant: Inhabitant,
  number: number,
) => AccountDeclaration;

const histories: Readonly<Record<keyof typeof shares, History>> = {
  absence: ({ random }, place, { sex }, number) => ({ absence: absenceOf(random, place, sex, number) }),
  suspension: ({ random }, place, _, number) => suspensionOf(random, place, number),
  termination: ({ random }, place, _, number) => ({
    termination: {
      reason: (['retirement', 'resignation', 'transfer'] as const)[number % 3]!,
      document: `${random.between(20, 900)}/QĐ-${decider(place)}`,
      decided: workingDateBetween(random, '2026-02-02', '2026-11-13'),
    },
  }),
  alias: ({ addresses }, place, { person }) => {
    const former = addresses.candidate(person.name, place.id);
    addresses.take(former);
    return { aliases: [addresses.addressOf(former)] };
  },
  passwordReset: ({ random }, place) => ({
    passwordReset: request(place, random, '2026-06-01', '2026-10-30'),
  }),
};

/** Tells the histories over people who neither lead nor keep an agency mailbox, one history to a person. */
export function tellLives(
  telling: Telling,
  households: readonly Household[],
  custodians: ReadonlySet<string>,
): void {
  const total = households.reduce((sum, { inhabitants }) => sum + inhabitants.length, 0);
  const told = new Set<string>(custodians);
  for (const [kind, share] of Object.entries(shares) as [keyof typeof shares, number][]) {
    const wanted = Math.round((share * total) / sharesOf);
    for (let number = 0, attempts = 0; number < wanted && attempts < total * 20; attempts++) {
      const household = telling.random.pick(households);
      const index = Math.floor(telling.random.next() * household.inhabitants.length);
      const inhabitant = household.inhabitants[index];
      if (inhabitant === undefined || inhabitant.leads || told.has(inhabitant.person.id)) continue;
      if (inhabitant.person.address !== undefined) continue;
      // What ends in the manager's suffix lies in the manager's house.
      if (kind === 'alias' && household.organization.personSuffix !== undefined) continue;
      const history = histories[kind](telling, household.organization, inhabitant, number);
      household.inhabitants[index] = { ...inhabitant, person: { ...inhabitant.person, ...history } };
      told.add(inhabitant.person.id);
      number++;
    }
  }
}

/** Four of the people who run the machines have administrators' accounts (4.1, 4.2). */
export function privilege(people: readonly Inhabitant[]): readonly Inhabitant[] {
  let left = 4;
  return people.map((inhabitant) => {
    if (left === 0 || inhabitant.person.unit !== 'Phòng Hạ tầng và An toàn thông tin') return inhabitant;
    left--;
    const person: Person = { ...inhabitant.person, privileged: true };
    return { ...inhabitant, person };
  });
}

const absences = [
  'Đi học tập trung lớp cao cấp lý luận chính trị',
  'Điều trị bệnh dài ngày',
  'Biệt phái tăng cường cho xã biên giới',
  'Đi học thạc sĩ tập trung',
] as const;

function absenceOf(random: Random, place: Organization, sex: Sex, number: number) {
  const reason = sex === 'female' && number % 2 === 0 ? 'Nghỉ thai sản' : absences[number % absences.length]!;
  const until = addDays('2026-12-15', random.between(0, 200));
  return { until, reason, document: `${random.between(3, 120)}/${officeSign(place)}` };
}

const broken = ['12.5', '12.3', '12.4', '12.2'] as const;

function suspensionOf(random: Random, place: Organization, number: number): AccountDeclaration {
  const date = workingDateBetween(random, '2025-12-15', '2026-08-14');
  const own = random.between(20, 300);
  const inactive = number % 3 === 2;
  // Every fourth has not been notified yet: without a notice the twelve months of 8.1 do not run.
  const notice =
    number % 4 === 3 ? undefined : { document: `${own + 1}/TB-STTTT`, date: workingDate(addDays(date, 1)) };
  const restored = number % 4 === 1;
  return {
    suspension: {
      reason: inactive ? 'inactivity' : 'violation',
      ...(!inactive && { clause: broken[number % broken.length]! }),
      document: `${own}/QĐ-STTTT`,
      date,
      ...(notice && { notice }),
    },
    ...(restored && {
      restoration: request(place, random, addDays(date, 20), addDays(date, 80)),
    }),
  };
}

function request(place: Organization, random: Random, first: string, last: string): Decision {
  return {
    document: `${random.between(5, 180)}/${officeSign(place)}`,
    date: workingDateBetween(random, first, last),
  };
}

/** The sign of an organization's own letters: 12/STTTT-VP of a Sở, 12/UBND-VP of a district or commune. */
function officeSign({ kind, name }: Organization): string {
  if (kind === 'district-room') return documentSign(name);
  return kind === 'provincial' || kind === 'provincial-unit' ? `${documentSign(name)}-VP` : 'UBND-VP';
}

/** Who decides on people: the Sở Nội vụ for the province's own, the People's Committee below. */
function decider({ kind }: Organization): string {
  return kind === 'provincial' || kind === 'provincial-unit' ? 'SNV' : 'UBND';
}

/** What is told of the agency mailboxes themselves. */
export const mailboxHistories: ReadonlyMap<string, AccountDeclaration> = new Map([
  ['sotttt', { aliases: ['stttt'] }],
  ['sogddt', { aliases: ['sgddt'] }],
  ['soyt', { aliases: ['syt'] }],
  ['bandt', { aliases: ['bdt'] }],
  [
    'muongte-muca',
    {
      suspension: {
        reason: 'inactivity',
        document: '118/QĐ-STTTT',
        date: '2026-09-14',
        notice: { document: '119/TB-STTTT', date: '2026-09-15' },
      },
    },
  ],
  [
    'sinho-pusamcap',
    {
      suspension: {
        reason: 'inactivity',
        document: '64/QĐ-STTTT',
        date: '2026-05-11',
        notice: { document: '65/TB-STTTT', date: '2026-05-12' },
      },
      restoration: { document: '21/UBND-VP', date: '2026-06-15' },
    },
  ],
  ['phongtho-silolau', { passwordReset: { document: '17/UBND-VP', date: '2026-10-05' } }],
]);
