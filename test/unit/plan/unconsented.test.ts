/** What waits for a word holds what rests on it, and nothing else: addresses below it, who is taken over, never a lock. */

import { expect, it } from 'vitest';
import type { Key } from '../../../src/model/account/key.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { makePlan } from '../../../src/plan/make-plan.ts';
import { findProblems } from '../../../src/rules/index.ts';
import { makeStory } from '../../support/lifecycle-story.ts';
import { type Files, organizationText, readWorld, rightPolicies } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
function planWith(
  story: ReturnType<typeof makeStory>,
  files: Files,
  today: string,
  unconsented: readonly (readonly [Key, readonly string[]])[],
) {
  const { directory, declared, problems } = readWorld(files);
  const accounts = story.server.accounts();
  const all = [...problems, ...findProblems(directory, declared, accounts, today)];
  return makePlan({
    directory,
    declared,
    accounts,
    tombstones: story.server.tombstones(),
    unmarked: [],
    loginsSince: '2020-01-01',
    passwordPolicies: rightPolicies(directory.policy),
    problems: all,
    today,
    unconsented: new Map(unconsented),
  });
}
const told = ({ changes, held }: Plan) => ({
  changes: changes.map(({ kind, key, account }) => `${kind} ${key} ${account?.address ?? ''}`),
  held: held.map(({ code, key }) => `${code} ${key}`),
});
const child = (people: string[], more = '') =>
  `id: chic\nname: Chi cục Chăn nuôi\nkind: provincial-unit\nparent: sokx\ncode: chic\ncodeBasis: 1/QĐ\nmailbox: none\n${more}people:\n${people.map((p) => `  - {${p}}\n`).join('')}`;
const sokx = (code: string, people: string[], more = 'mailbox: none\n') =>
  organizationText('sokx', people, more).replace('code: sokx', `code: ${code}`);

it('a newcomer of a unit below is not issued under a code nobody entitled agreed to', () => {
  const story = makeStory();
  story.run({ sokx: sokx('sokx', [an]), chic: child([binh]) }, '2026-03-02');
  const p = told(
    planWith(
      story,
      { sokx: sokx('zzzz', [an]), chic: child([binh, 'id: LC-000003, name: Lò Văn Cường']) },
      '2026-03-03',
      [['organization:sokx', ['laichau']]],
    ),
  );
  expect(p.changes.filter((c: string) => c.includes('zzzz'))).toEqual([]);
});
it('who is suspended below an unagreed code keeps the address', () => {
  const story = makeStory();
  story.run({ sokx: sokx('sokx', [an]), chic: child([binh]) }, '2026-03-02');
  const p = told(
    planWith(
      story,
      {
        sokx: sokx('zzzz', [an]),
        chic: child([
          `${binh}, suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-03-03}`,
        ]),
      },
      '2026-03-03',
      [['organization:sokx', ['laichau']]],
    ),
  );
  expect(p.changes.filter((c: string) => c.includes('zzzz'))).toEqual([]);
});
it('a lock that is agreed to is made, whatever waits of the organization', () => {
  const story = makeStory();
  story.run({ sokx: sokx('sokx', [an, binh]) }, '2026-03-02');
  const p = told(
    planWith(
      story,
      {
        sokx: sokx(
          'sokx',
          [`${an}, suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-03-03}`, binh],
          'mailbox: none\nrepresentatives: [ann, eve]\n',
        ),
      },
      '2026-03-03',
      [['organization:sokx', ['laichau']]],
    ),
  );
  expect(p.changes.map((c: string) => c.split(' ')[0])).toEqual(['suspend']);
});
it('a mailbox does not travel by a succession nobody entitled agreed to', () => {
  const story = makeStory();
  const soky = (people: string[]) => organizationText('soky', people, 'mailbox: none\n');
  story.run({ sokx: sokx('sokx', [an, binh]), soky: soky([]) }, '2026-03-02');
  const p = told(
    planWith(
      story,
      {
        sokx: sokx(
          'sokx',
          [binh],
          'mailbox: none\ndissolved: {document: 1/QĐ, date: 2026-03-03, successor: soky}\n',
        ),
        soky: soky([an]),
      },
      '2026-03-03',
      [['organization:sokx', ['laichau']]],
    ),
  );
  expect(p.changes).toEqual([]);
});
it('an heir by an unagreed succession keeps what it has, and its own changes go on', () => {
  const story = makeStory();
  const soky = (name: string) => organizationText('soky', [], '').replace('Sở SOKY', name);
  story.run({ sokx: sokx('sokx', [an], ''), soky: soky('Sở SOKY') }, '2026-03-02');
  const p = told(
    planWith(
      story,
      {
        sokx: sokx('sokx', [an], 'dissolved: {document: 1/QĐ, date: 2026-03-03, successor: soky}\n'),
        soky: soky('Sở SOKZ'),
      },
      '2026-03-03',
      [['organization:sokx', ['laichau']]],
    ),
  );
  expect(p.changes.map((c: string) => c.split(' ').slice(0, 2).join(' '))).toEqual([
    'update organization:soky',
  ]);
});
const both = (code: string) => sokx(code, [an], '');
it('the same where the organization above has a mailbox', () => {
  const story = makeStory();
  story.run({ sokx: both('sokx'), chic: child([binh]) }, '2026-03-02');
  const p = told(
    planWith(
      story,
      { sokx: both('zzzz'), chic: child([binh, 'id: LC-000003, name: Lò Văn Cường']) },
      '2026-03-03',
      [['organization:sokx', ['laichau']]],
    ),
  );
  expect(p.changes.filter((c: string) => c.includes('zzzz'))).toEqual([]);
});
it('the same where the organization above has a mailbox, and somebody is suspended', () => {
  const story = makeStory();
  story.run({ sokx: both('sokx'), chic: child([binh]) }, '2026-03-02');
  const p = told(
    planWith(
      story,
      {
        sokx: both('zzzz'),
        chic: child([
          `${binh}, suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-03-03}`,
        ]),
      },
      '2026-03-03',
      [['organization:sokx', ['laichau']]],
    ),
  );
  expect(p.changes.filter((c: string) => c.includes('zzzz'))).toEqual([]);
});
it('an unagreed record that asks for somebody’s address stops nothing of his', () => {
  const story = makeStory();
  const soky = (people: string[]) => organizationText('soky', people, 'mailbox: none\n');
  story.run({ sokx: sokx('sokx', [an, binh]), soky: soky([]) }, '2026-03-02');
  const p = told(
    planWith(
      story,
      {
        sokx: sokx('sokx', [
          `${an}, suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-03-03}`,
          binh,
        ]),
        soky: soky([
          'id: LC-000009, name: Lò Văn Chín, address: annv.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2026-03-03}',
        ]),
      },
      '2026-03-03',
      [['person:LC-000009', ['laichau']]],
    ),
  );
  expect(p.changes.map((c: string) => c.split(' ')[0])).toEqual(['suspend']);
});
