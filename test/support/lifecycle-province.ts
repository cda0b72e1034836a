/** A small province whose files are edited at random: what a clerk may do on a day, as data fast-check can shrink. */
import fc from 'fast-check';
import type { CalendarYear, Directory } from '../../src/model/directory/directory.ts';
import type { Grant } from '../../src/model/directory/grant.ts';
import type {
  AccountDeclaration,
  AgencyMailbox,
  Organization,
  OrganizationFile,
  Person,
} from '../../src/model/directory/organization.ts';
import { addDays } from '../../src/model/time/date.ts';
import { readWorld } from './world.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };
export type PersonRecord = Draft<Person>;

export interface OrganizationRecord extends Draft<Omit<Organization, 'people' | 'mailbox'>> {
  mailbox: Draft<AgencyMailbox> | 'none';
  people: PersonRecord[];
}

/** The half of a transfer that is not merged yet. */
interface Pending {
  readonly kind: 'add' | 'remove';
  readonly organization: string;
  readonly person: PersonRecord;
}

export interface Province {
  readonly organizations: Map<string, OrganizationRecord>;
  readonly pending: Pending[];
  today: string;
  documents: number;
  people: number;
  /** False while the server records no logins. */
  recording: boolean;
  /** The operator's: what passes on although it is somebody else's. */
  readonly grants: Grant[];
}

const names = [
  'Nguyễn Văn An',
  'Ngô Văn An',
  'Trần Thị Bình',
  'Lò Văn Chi',
  'Vàng A Dũng',
  'Giàng A Páo',
  'Nguyễn Vũ An',
] as const;
const codes = ['sokx', 'soky', 'sokz', 'sokn', 'cctl', 'ccnn'] as const;

export function makeProvince(): Province {
  const organizations = new Map<string, OrganizationRecord>();
  const add = (id: string, name: string, more: Partial<OrganizationRecord>) => {
    const common = { kind: 'provincial', parent: 'ubnd', code: id, codeBasis: '1/QĐ' } as const;
    organizations.set(id, { id, name, ...common, mailbox: {}, people: [], ...more });
  };
  add('sokx', 'Sở X', {});
  add('soky', 'Sở Y', {});
  add('sokz', 'Sở Z', { mailbox: 'none' });
  add('cctl', 'Chi cục Thủy lợi', { kind: 'provincial-unit', parent: 'sokx' });
  const province: Province = {
    organizations,
    pending: [],
    today: '2026-01-05',
    documents: 0,
    people: 0,
    recording: true,
    grants: [],
  };
  for (let index = 0; index < 7; index++) {
    const home = [...organizations.values()][index % 3];
    home?.people.push(newPerson(province, index));
  }
  return province;
}

function newPerson(province: Province, name: number): PersonRecord {
  province.people += 1;
  const id = `LC-${String(province.people).padStart(6, '0')}`;
  return { id, name: names[name % names.length] as string };
}

/** One thing that happens; the numbers choose whom and what, whatever is there. */
export interface Step {
  readonly kind: (typeof stepKinds)[number];
  readonly who: number;
  readonly what: number;
}

/** As often as each is worth trying. */
const weights = {
  run: 10,
  days: 8,
  login: 3,
  add: 2,
  remove: 3,
  move: 5,
  merge: 4,
  rename: 2,
  code: 1,
  suspend: 3,
  record: 2,
  notice: 3,
  restore: 3,
  terminate: 2,
  reset: 2,
  absence: 1,
  decide: 2,
  alias: 1,
  grant: 2,
  custodian: 1,
  wipe: 2,
  dissolve: 1,
  mailbox: 1,
  clock: 2,
  hand: 4,
  listen: 1,
} as const;
const stepKinds = Object.keys(weights) as (keyof typeof weights)[];

const stepOf = (kind: Step['kind']): fc.Arbitrary<Step> =>
  fc.record({ kind: fc.constant(kind), who: fc.nat(63), what: fc.nat(399) });

export const historyArbitrary = (maxLength: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(fc.oneof(...stepKinds.map((kind) => ({ weight: weights[kind], arbitrary: stepOf(kind) }))), {
    minLength: 4,
    maxLength,
    size: 'max',
  });

const pick = <T>(items: readonly T[], number: number): T | undefined =>
  items.length === 0 ? undefined : items[number % items.length];

interface Placed {
  readonly home: OrganizationRecord;
  readonly person: PersonRecord;
}

export const everybody = ({ organizations }: Province): Placed[] =>
  [...organizations.values()].flatMap((home) => home.people.map((person) => ({ home, person })));

/** The declaration of anybody, a person or an agency with a mailbox. */
function anyMailbox(province: Province, number: number): Draft<AccountDeclaration> | undefined {
  const agencies = [...province.organizations.values()].flatMap(({ mailbox }) =>
    mailbox === 'none' ? [] : [mailbox],
  );
  const people = everybody(province).map(({ person }) => person);
  return pick([...people, ...people, ...agencies], number);
}

/** Carries out an edit of the files; runs, days and logins are not edits. */
export function edit(province: Province, { kind, who, what }: Step): void {
  const { organizations, today } = province;
  const document = () => `${++province.documents}/VP`;
  const someone = pick(everybody(province), who);
  const anyone = anyMailbox(province, who);
  const organization = pick([...organizations.values()], what);
  switch (kind) {
    case 'add':
      organization?.people.push(newPerson(province, who));
      return;
    case 'remove':
      if (someone) takeOut(someone);
      return;
    case 'move':
      if (someone && organization) move(province, someone, organization, what);
      return;
    case 'merge': {
      const half = province.pending.shift();
      const file = half && organizations.get(half.organization);
      if (!half || !file) return;
      if (half.kind === 'add') file.people.push(half.person);
      else file.people = file.people.filter(({ id }) => id !== half.person.id);
      return;
    }
    case 'rename':
      if (!someone) return;
      someone.person.name = names[what % names.length] as string;
      if (who % 3 > 0) someone.person.nameChange = { document: document(), date: today };
      return;
    case 'code':
      if (organization) organization.code = codes[who % codes.length] as string;
      return;
    case 'suspend':
      if (anyone === undefined) return;
      delete anyone.restoration;
      anyone.suspension = {
        reason: 'violation',
        clause: '12.5',
        document: document(),
        date: addDays(today, 2 - (what % 9)),
      };
      return;
    case 'notice':
      for (const { suspension } of declarations(province)) {
        if (suspension === undefined || suspension.notice !== undefined || suspension.date > today) continue;
        Object.assign(suspension, { notice: { document: document(), date: today } });
        if (what % 2 === 0) return;
      }
      return;
    case 'restore':
      if (anyone) anyone.restoration = { document: document(), date: addDays(today, 1 - (what % 3)) };
      return;
    case 'terminate': {
      if (!someone) return;
      const reason = (['retirement', 'resignation', 'transfer'] as const)[what % 3] ?? 'retirement';
      someone.person.termination = { reason, document: document(), decided: addDays(today, 3 - (what % 9)) };
      return;
    }
    case 'reset':
      if (anyone) anyone.passwordReset = { document: document(), date: addDays(today, 1 - (what % 4)) };
      return;
    case 'absence':
      if (anyone) anyone.absence = { until: addDays(today, what), reason: 'Đi học' };
      return;
    case 'decide': {
      if (!someone) return;
      const other = pick(everybody(province), what)?.person;
      const given = someone.person.name.split(' ').at(-1) === 'An' ? 'an' : undefined;
      if (given === undefined) return;
      // Either a form of one's own, or the very address that somebody else has or had.
      const local = other && what % 2 === 0 ? 'annv' : `${given}nv${who % 3}`;
      const suffix = someone.home.kind === 'provincial-unit' ? undefined : someone.home.code;
      if (suffix === undefined) return;
      someone.person.address = `${local}.${suffix}@laichau.gov.vn`;
      someone.person.addressDecision = { document: document(), date: today };
      return;
    }
    case 'alias': {
      if (!anyone) return;
      // Mostly in a space, though it may be another's.
      const house = pick([...organizations.values()], who)?.code ?? '';
      const local = what % 5 === 0 ? `hop.thu${what % 4}` : `hop.thu${what % 4}.${house}`;
      anyone.aliases = what % 3 === 0 ? [] : [`${local}@laichau.gov.vn`];
      return;
    }
    case 'grant': {
      if (!someone) return;
      const house = pick([...organizations.values()], who)?.code ?? '';
      const local = ['annv', 'binhtt', 'hop.thu1', 'chilv'][what % 4] as string;
      const address = `${local}.${house}@laichau.gov.vn`;
      province.grants.push({
        address,
        holder: `person:${someone.person.id}`,
        document: document(),
        date: today,
      });
      return;
    }
    case 'custodian': {
      const home = pick([...organizations.values()], what);
      const next = home && pick(home.people, who);
      if (home && home.mailbox !== 'none' && next) home.mailbox.custodian = next.id;
      return;
    }
    case 'wipe': {
      if (anyone === undefined) return;
      const field = pick(
        ['suspension', 'restoration', 'termination', 'passwordReset', 'absence', 'address'] as const,
        what,
      );
      if (field === 'address') delete anyone.addressDecision;
      if (field !== undefined) delete anyone[field];
      return;
    }
    case 'dissolve': {
      if (!organization || organization.people.length > 1) return;
      const successor = pick(
        [...organizations.keys()].filter((id) => id !== organization.id),
        who,
      );
      const ending = { document: document(), date: addDays(today, 2 - (what % 5)) };
      if (who % 5 === 4) delete organization.dissolved;
      else
        organization.dissolved = { ...ending, ...(who % 3 > 0 && successor !== undefined && { successor }) };
      return;
    }
    case 'mailbox':
      if (organization) organization.mailbox = organization.mailbox === 'none' ? {} : 'none';
      return;
    default:
      return;
  }
}

const declarations = (province: Province): Draft<AccountDeclaration>[] =>
  [...province.organizations.values()].flatMap(({ mailbox, people }) => [
    ...(mailbox === 'none' ? [] : [mailbox]),
    ...people,
  ]);

function takeOut({ home, person }: Placed): void {
  home.people = home.people.filter((one) => one !== person);
}

/** Both halves in one merge, the removal first, the addition first, or with the end on record in the file left. */
function move(province: Province, someone: Placed, to: OrganizationRecord, what: number): void {
  const { home, person } = someone;
  if (home === to || to.people.some(({ id }) => id === person.id)) return;
  const { address: _address, addressDecision: _decision, ...rest } = person;
  const there: PersonRecord = what % 2 === 0 ? { ...rest } : { id: person.id, name: person.name };
  delete there.termination;
  const half = { organization: to.id, person: there };
  switch (what % 4) {
    case 0:
      takeOut(someone);
      to.people.push(there);
      return;
    case 1:
      takeOut(someone);
      province.pending.push({ kind: 'add', ...half });
      return;
    case 2:
      to.people.push(there);
      province.pending.push({ kind: 'remove', organization: home.id, person });
      return;
    default: {
      const decided = addDays(province.today, 2 - (what % 5));
      const release = what % 3 === 0 ? {} : { to: what % 7 === 0 ? 'sokx' : to.id };
      person.termination = {
        reason: 'transfer',
        document: `${++province.documents}/QĐ`,
        decided,
        ...release,
      };
      to.people.push(there);
    }
  }
}

const shipped = readWorld({}).directory;

/** Made-up tables of some years; those after them nobody has signed off. */
const calendar: ReadonlyMap<number, CalendarYear> = new Map(
  [2025, 2026, 2027, 2028, 2029].map((year) => {
    const first = 10 + ((year * 7) % 10);
    const spring = Array.from({ length: 5 }, (_, index) => addDays(`${year}-02-01`, first + index));
    return [
      year,
      { year, weekdaysOff: [`${year}-01-01`, ...spring, `${year}-04-30`, `${year}-05-01`, `${year}-09-02`] },
    ];
  }),
);

export const tombstoneYears = 2;

const policy = {
  ...shipped.policy,
  lifecycle: { ...shipped.policy.lifecycle, tombstoneYears, aliasMonths: 6 },
  guard: { ...shipped.policy.guard, run: { share: 20, count: 3 }, organization: { share: 30, count: 2 } },
};

/**
 * The files as a run finds them: those of `hidden` cannot be read; of the rest, the lines of a person chosen by
 * `spoilt` are wrong, with or without an id that can be read.
 */
export function directoryOf(province: Province, hidden: number, spoilt: number | undefined): Directory {
  const files: OrganizationFile[] = [...shipped.organizations];
  const unreadable: Directory['unreadable'][number][] = [];
  for (const [index, record] of [...province.organizations.values()].entries()) {
    const file = `organizations/${record.id}.yaml`;
    if ((hidden >> index) % 2 === 1) {
      unreadable.push({ id: record.id, file });
      continue;
    }
    const wrong = spoilt !== undefined && spoilt % 4 === index && record.people.length > 0;
    const at = wrong ? spoilt % record.people.length : -1;
    const people = record.people.map((person, place) =>
      place === at && spoilt !== undefined && spoilt % 8 < 4
        ? ({ name: person.name } as PersonRecord)
        : { ...person },
    );
    files.push({
      file,
      organization: structuredClone({ ...record, people }),
      personLines: people.map((_, place) => place + 10),
      unusable: new Set(at < 0 ? [] : [at]),
    });
  }
  const grants = { file: 'grants.yaml', grants: structuredClone(province.grants) };
  return { ...shipped, policy, calendar, grants, organizations: files, unreadable };
}
