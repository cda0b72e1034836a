/** Answers to pull requests as a clerk meets them, each made by the real plan of a commune before and after. */
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import type { Asking, AuthorVerdict, Review } from '../../../src/model/github/review.ts';
import { answerTerm, withDueDays } from '../../../src/pull/deadlines.ts';
import { comparePlanOfBase, compareProblems } from '../../../src/review/difference.ts';
import { leavingPeople } from '../../../src/review/leaving.ts';
import { changedOrganizations, namesOf } from '../../../src/review/names.ts';
import { notesOf } from '../../../src/review/notes.ts';
import { removedPeople } from '../../../src/review/removed.ts';
import { applied, planOf, readWorld, testRecipient } from '../../support/world.ts';

const today = '2026-11-27';
const opened = '2026-11-27T03:00:00Z';
const names = ['Phùng Go Khừ', 'Tạ Mì Đức', 'Lò Thị Chiên', 'Lý Gió Mư', 'Lò Thị Chiên', 'Đặng Đức Tuân'];
const person = (index: number, more = '', name = names[index]) =>
  `  - id: LC-00000${index + 1}\n    name: ${name}\n    phone: "0999 123 45${index}"\n${more}`;
const decision = '{document: MẬT/1, date: 2026-11-20}';
const decidedFor = (index: number) =>
  index === 4 ? `    address: chien2.bumnua.muongte@laichau.gov.vn\n    addressDecision: ${decision}\n` : '';
const everybody = names.map((_, index) => person(index, decidedFor(index)));
const district = `id: muongte\nname: UBND huyện Mường Tè\nkind: district\nparent: ubnd\ncode: muongte\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const commune = (people: readonly string[], custodian = 'LC-000001', more = '') =>
  `id: muongte-bumnua\nname: Xã Bum Nưa\nkind: commune\nparent: muongte\ncode: bumnua\nrepresentatives: [minh]\ncredentialRecipients: [${testRecipient}]\nmailbox: {custodian: ${custodian}}\n${more}people:\n${people.join('')}`;
const worldOf = (text: string) => ({ muongte: district, 'muongte-bumnua': text });

const before = worldOf(commune(everybody));
const first = planOf({ organizations: before, today: '2026-01-05' });
const issued: readonly ObservedAccount[] = applied([], first.plan).map((account) => ({
  ...account,
  issued: '2026-06-06',
  lastAccess: '20261120000000Z',
}));
const suspended = issued.map((account) =>
  account.key === 'person:LC-000006'
    ? ({
        ...account,
        state: 'suspended',
        reason: 'violation',
        since: '2026-10-10',
        lockedOn: '2026-10-10',
        locked: true,
        basis: 'MẬT/9; 2026-10-10',
      } as const)
    : account,
);

const waits: AuthorVerdict = {
  allowed: false,
  missing: [
    {
      code: 'changed',
      organization: 'muongte-bumnua',
      files: ['directory/organizations/muongte-bumnua.yaml'],
      ask: ['minh'],
      records: [],
    },
  ],
};

interface Scene {
  readonly text: string;
  readonly verdict?: AuthorVerdict;
  readonly asking?: Partial<Asking>;
  readonly accounts?: readonly ObservedAccount[];
  readonly base?: string;
  readonly heldIssue?: number;
  readonly isUnseen?: true;
  readonly conflicts?: readonly string[];
}

const end = (index: number) =>
  person(
    index,
    `${decidedFor(index)}    termination: {reason: retirement, document: MẬT/2, decided: 2026-11-20}\n`,
  );
const later = (day: string) =>
  `    termination: {reason: retirement, document: MẬT/2, decided: 2026-11-20, effective: ${day}}\n`;
const newcomer = (id: string, name: string, more = '') =>
  `  - id: ${id}\n    name: ${name}\n    title: Công chức văn phòng\n${more}`;
const families = ['Lò Văn', 'Vàng A', 'Tao Thị', 'Đèo Văn', 'Giàng Thị', 'Hù Cố', 'Ma Xuân', 'Sùng Thị'];
const many = Array.from({ length: 40 }, (_, index) =>
  newcomer(
    `LC-0001${String(index).padStart(2, '0')}`,
    `${families[Math.floor(index / 5)]} ${['An', 'Bình', 'Chi', 'Dung', 'Giang'][index % 5]}`,
  ),
);

const scenes: Readonly<Record<string, Scene>> = {
  'issue-waits': {
    text: commune([...everybody, newcomer('LC-000007', 'Nguyễn Văn An')]),
    verdict: waits,
    asking: { author: 'github-actions[bot]', form: 12 },
  },
  'rename-waits': {
    text: commune(everybody.with(3, person(3, `    nameChange: ${decision}\n`, 'Lý Gió Minh'))),
    verdict: waits,
  },
  'issue-approved': {
    text: commune([...everybody, newcomer('LC-000007', 'Nguyễn Văn An')]),
    asking: { approvers: ['minh'] },
  },
  'most-is-held': {
    text: commune([person(0), person(1), end(2), end(3), end(4), end(5)], 'LC-000002'),
    asking: { approvers: ['minh'] },
    heldIssue: 41,
  },
  restoration: {
    text: commune(everybody.with(5, person(5, `    restoration: {document: MẬT/3, date: 2026-11-20}\n`))),
    accounts: suspended,
    verdict: waits,
  },
  suspension: {
    text: commune(
      everybody.with(
        5,
        person(5, `    suspension: {reason: violation, clause: "12.5", document: MẬT/3, date: 2026-11-26}\n`),
      ),
    ),
    asking: { isOwn: true, author: 'minh' },
  },
  reset: {
    text: commune(everybody.with(5, person(5, `    passwordReset: {document: MẬT/4, date: 2026-11-26}\n`))),
    asking: { approvers: ['minh'] },
  },
  'ends-wait': {
    text: commune([person(0), person(1), end(2), end(3), end(4), end(5)]),
    verdict: waits,
    asking: { author: 'github-actions[bot]', form: 12 },
  },
  'leaves-later': {
    text: commune(everybody.with(5, person(5, later('2027-02-28')))),
    verdict: waits,
    asking: { author: 'github-actions[bot]', form: 12 },
  },
  'leaves-later-approved': {
    text: commune(everybody.with(5, person(5, later('2027-02-28')))),
    asking: { approvers: ['minh'] },
  },
  'last-day-moved': {
    base: commune(everybody.with(5, person(5, later('2027-02-28')))),
    text: commune(everybody.with(5, person(5, later('2027-03-31')))),
    asking: { approvers: ['minh'] },
  },
  'last-day-taken-back': {
    base: commune(everybody.with(5, person(5, later('2027-02-28')))),
    text: commune(everybody),
    asking: { approvers: ['minh'] },
  },
  'units-leave-later': {
    text: commune(
      [0, 1, 2, 3, 4, 5].map((index) => person(index, `${decidedFor(index)}${later('2027-02-28')}`)),
    ),
    asking: { isOwn: true, author: 'minh' },
  },
  namesakes: {
    text: commune([...everybody, ...['7', '8', '9'].map((id) => newcomer(`LC-00000${id}`, 'Tạ Mì Đức'))]),
    verdict: waits,
    asking: { author: 'github-actions[bot]', form: 12 },
  },
  'units-renamed': {
    text: commune(everybody).replace('Xã Bum Nưa', 'Xã Bum Nưa mới'),
    asking: { approvers: ['minh', 'laichau'] },
  },
  'lines-deleted': {
    text: commune(everybody.filter((_, index) => index !== 5)),
    verdict: waits,
  },
  wrong: {
    text: commune([
      ...everybody,
      newcomer('LC-000007', 'Nguyễn Văn An', '    address: an@laichau.gov.vn\n'),
      newcomer('LC-000001', 'Vàng A Sùng', '    titel: Kế toán\n'),
    ]),
    verdict: waits,
  },
  'forty-issued': {
    text: commune([...everybody, ...many]),
    asking: { approvers: ['minh'] },
  },
  telephone: {
    text: commune(everybody.with(5, person(5).replace('0999', '0888'))),
    asking: { approvers: ['minh'] },
  },
  'conflict-of-a-clerk': {
    text: commune([...everybody, newcomer('LC-000007', 'Nguyễn Văn An')]),
    verdict: waits,
    conflicts: ['organizations/muongte-bumnua.yaml'],
    isUnseen: true,
  },
  'conflict-of-a-form': {
    text: commune([...everybody, newcomer('LC-000007', 'Nguyễn Văn An')]),
    verdict: waits,
    asking: { author: 'github-actions[bot]', form: 12 },
    conflicts: ['organizations/muongte-bumnua.yaml'],
    isUnseen: true,
  },
  'nothing-changes': {
    text: commune(everybody).replace('people:', '# ghi chú\npeople:'),
    asking: { isOwn: true },
  },
  'server-unseen': {
    text: commune([...everybody, newcomer('LC-000007', 'Nguyễn Văn An')]),
    asking: { approvers: ['minh'] },
    isUnseen: true,
  },
};

export const sceneNames = Object.keys(scenes);

/** As pull/review.ts puts it together. */
export function sceneOf(name: string): Review {
  const scene = scenes[name] as Scene;
  const { accounts = issued, verdict = { allowed: true }, isUnseen } = scene;
  const [from, to] = [scene.base === undefined ? before : worldOf(scene.base), worldOf(scene.text)];
  const base = planOf({ organizations: from, accounts, today });
  const head = planOf({ organizations: to, accounts, today });
  const [baseDirectory, headDirectory] = [readWorld(from).directory, readWorld(to).directory];
  const delta = comparePlanOfBase(base.plan, head.plan);
  const pull = { opened };
  const plan = {
    ...delta,
    added: withDueDays(delta.added, pull, baseDirectory),
    altered: withDueDays(delta.altered, pull, baseDirectory),
  };
  const leaving = leavingPeople(baseDirectory, headDirectory, today, accounts);
  const term = answerTerm(plan, leaving, pull, baseDirectory);
  return {
    verdict,
    asking: {
      author: 'lan',
      approvers: [],
      isOwn: false,
      names: namesOf([baseDirectory, headDirectory], accounts),
      organizations: changedOrganizations(baseDirectory, headDirectory),
      ...scene.asking,
    },
    ...compareProblems(base.problems, head.problems),
    behind: 0,
    notes: notesOf(baseDirectory, headDirectory, today),
    removed: removedPeople(baseDirectory, headDirectory, isUnseen ? undefined : plan),
    leaving,
    ...(isUnseen ? {} : { plan, ...(term && { term }) }),
    ...(scene.conflicts && { conflicts: scene.conflicts }),
    ...(scene.heldIssue !== undefined && { heldIssue: scene.heldIssue }),
  };
}
