/** Every key that can name an address, aimed at every address of another house: nobody else loses anything by it. */
import { describe, expect, it } from 'vitest';
import { performPlan } from '../../support/lifecycle-server.ts';
import { makeStory, type Story } from '../../support/lifecycle-story.ts';
import { type Files, planOf, policyText } from '../../support/world.ts';

const at = (localPart: string) => `${localPart}@laichau.gov.vn`;

/** The other house. Chi is called otherwise since yesterday, Dũng's old address rests, Giang is renamed today. */
const soyt = (chi: string, dung: string, giang: string) => `id: soyt
name: Sở Y tế
kind: provincial
parent: ubnd
code: soyt
mailbox: {custodian: LC-000001}
people:
  - {id: LC-000001, name: Trần Thị Bình}
  - {id: LC-000002, name: Lò ${chi} Chi}
  - {id: LC-000003, name: Vàng ${dung} Dũng}
  - {id: LC-000004, name: Hoàng ${giang} Giang}
`;

/** An address of that house, and a name that would yield it there: who asks for it bears that name. */
const targets = {
  'of a living person': ['binhtt.soyt', 'Tạ Thu Bình'],
  'of an agency': ['soyt', 'Lê Văn Tư'],
  'somebody was known by': ['chilv.soyt', 'Lý Văn Chi'],
  'that rests': ['dungva.soyt', 'Vừ A Dung'],
  'given up in this very run': ['gianghv.soyt', 'Hà Văn Giang'],
  'kept for the mail system': ['postmaster', 'Lê Văn Tư'],
  'nobody has': ['tulv.soyt', 'Lê Văn Tư'],
} as const;

/** What one file says: another office, or a unit below the one whose addresses are meant, and who works there. */
type Write = (localPart: string, name: string) => string;
const write =
  (id: 'sotc' | 'ttcn', keys: (local: string) => string, more: (local: string) => string = () => ''): Write =>
  (local, name) => {
    const own = `${keys(local)}\n`;
    const rest = ['mailbox: {}', `code: ${id}`].filter((one) => !own.includes(`${one.split(':')[0]}:`));
    const place = id === 'sotc' ? 'kind: provincial\nparent: ubnd' : 'kind: provincial-unit\nparent: soyt';
    const person = `people:\n  - {id: LC-000009, name: ${name}${more(local)}}\n`;
    return `id: ${id}\nname: Sở Tài chính\ncodeBasis: 1/QĐ\n${place}\n${rest.join('\n')}\n${own}${person}`;
  };
const decided = (local: string) =>
  `address: ${at(local)}, addressDecision: {document: 1/QĐ, date: 2026-03-02}`;
const code = (local: string) => `code: ${local.split('.', 1)[0]}`;
const nothing = () => '';

const who = { person: 'person:LC-000009', office: 'organization:sotc', unit: 'organization:ttcn' } as const;
const eachForeign = Array.from({ length: 7 }, (_, i) => (i === 5 ? 'address-reserved' : 'address-foreign'));
const eachForm = Array.from({ length: 7 }, () => 'address-decided-form');
/** Under a suffix, or a code, that is its own by 5.1.a and 5.2.a: only the one nobody has is given. */
const below = ['address-collision', '', 'address-held', 'address-retired', 'address-held', '', 'given'];

/** Whose record asks, how, and what is said of each target; '' where the key cannot name that address at all. */
const attacks: readonly (readonly [string, keyof typeof who, Write, readonly string[]])[] = [
  ['address of a person', 'person', write('sotc', nothing, (to) => `, ${decided(to)}`), eachForm],
  ['address of an agency', 'office', write('sotc', (to) => `mailbox: {${decided(to)}}`), eachForeign],
  ['alias of a person', 'person', write('sotc', nothing, (to) => `, aliases: [${at(to)}]`), eachForeign],
  ['alias of an agency', 'office', write('sotc', (to) => `mailbox: {aliases: [${at(to)}]}`), eachForeign],
  [
    'suffix of an office',
    'person',
    write('sotc', () => 'personSuffix: soyt'),
    eachForeign.map((_, i) => (i === 1 || i === 5 ? '' : 'suffix-foreign')),
  ],
  ['suffix of a unit below', 'person', write('ttcn', () => 'personSuffix: soyt'), below],
  [
    'code of an office',
    'office',
    write('sotc', code),
    ['', 'address-collision', '', '', '', 'address-reserved', ''],
  ],
  ['code of a unit below', 'unit', write('ttcn', code), below],
];

const moments = ['in the run that issues the account', 'later', 'in the run after'] as const;
const cells = attacks.flatMap(([what, asker, files, said]) =>
  Object.entries(targets).flatMap(([target, [local, name]], column) => {
    const expected = said[column] ?? '';
    const cell = { what, target, key: who[asker], local, name, files, expected };
    return expected === '' ? [] : moments.map((moment) => ({ ...cell, moment }));
  }),
);

function begun(files: Files): Story {
  const story = makeStory();
  story.run({ soyt: soyt('Văn', 'A', 'Văn'), ...files }, '2026-03-02');
  const brief = policyText.replace('warnDays', 'aliasMonths: 0\n  warnDays');
  story.run({ soyt: soyt('Văn', 'Thị', 'Văn'), ...files }, '2026-03-03', { policy: brief });
  story.run({ soyt: soyt('Thị', 'Thị', 'Văn'), ...files }, '2026-03-04');
  return story;
}

describe('an address of another house', () => {
  it.each(cells)('$target, as the $what, $moment: $expected', (cell) => {
    const { moment, key, local, name, files, expected } = cell;
    const id = files(local, name).startsWith('id: ttcn') ? 'ttcn' : 'sotc';
    const mine: readonly string[] = [`organization:${id}`, who.person];
    const story = begun(moment === moments[0] ? {} : { [id]: write(id, nothing)(local, name) });
    const { accounts, tombstones, deeds } = story.server;
    const others = accounts().filter((one) => !mine.includes(one.key));
    const resting = tombstones();
    const done = deeds.length;

    const organizations = { soyt: soyt('Thị', 'Thị', 'Thị'), [id]: files(local, name) };
    if (moment === 'in the run after') story.run(organizations, '2026-03-05');
    const today = moment === 'in the run after' ? '2026-03-06' : '2026-03-05';
    const { plan, problems } = planOf({ organizations, today, accounts: accounts(), tombstones: resting });
    performPlan(story.server, plan);

    const errors = problems.filter(({ severity }) => severity === 'error');
    const held = plan.held.filter((one) => one.key === key);
    const bearer = accounts().find(({ addresses }) => addresses.includes(at(local)))?.key;
    if (expected === 'given') expect([errors, plan.held, bearer]).toEqual([[], [], key]);
    else {
      expect(held).toHaveLength(1);
      expect([...errors, ...held].map((one) => one.code)).toContain(expected);
      expect(bearer).not.toBe(key);
    }
    // Nobody else is told of anything or loses anything, and Giang is renamed all the same.
    expect(errors.filter(({ subject = '' }) => !mine.includes(subject))).toEqual([]);
    expect(others).toHaveLength(6);
    for (const { uuid, addresses, mailbox, locked, state, reset } of others) {
      const after = accounts().find((one) => one.uuid === uuid);
      expect({ mailbox, locked, state, reset }).toEqual({
        mailbox: after?.mailbox,
        locked: after?.locked,
        state: after?.state,
        reset: after?.reset,
      });
      expect(after?.addresses).toEqual(expect.arrayContaining([...addresses]));
    }
    const passwords = deeds.slice(done).filter(({ change }) => change.credential === true);
    expect(passwords.filter(({ change }) => !mine.includes(change.key))).toEqual([]);
    expect(story.account('person:LC-000004').address).toBe(at('gianght.soyt'));
    expect(tombstones()).toEqual(resting);
    expect(resting).toMatchObject([{ address: at('dungva.soyt'), holder: 'person:LC-000003' }]);
  });
});
