/** Whoever reads an answer, a page or a plan in Markdown knows organizations by their names. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { organizationKey } from '../../../src/model/account/key.ts';
import type { Held, HeldArgs } from '../../../src/model/plan/plan.ts';
import type { Problem, ProblemArgs } from '../../../src/model/problems/problem.ts';
import { renderHeldIssue, renderUnconsentedIssue } from '../../../src/render/github/follow-up.ts';
import { renderFormWaiting } from '../../../src/render/github/form-work.ts';
import { renderReview } from '../../../src/render/github/review.ts';
import { problemNotes } from '../../../src/render/github/review-notes.ts';
import { renderPlanMarkdown } from '../../../src/render/plan/markdown.ts';
import { namesOf } from '../../../src/review/names.ts';
import { bareIds } from '../../support/organization-ids.ts';
import { readWorld } from '../../support/world.ts';
import { asking, planOf } from '../review/plans.ts';

const root = join(import.meta.dirname, '../..');

test('an id is seen in a sentence, and not in a path, an address or what is copied', () => {
  const told = '"sokx" giữ lại; `soa`, a.sob@x.vn, organizations/soc.yaml, sod · Sở D; (soe) [sof]';
  expect(bareIds(told, ['sokx', 'soa', 'sob', 'soc', 'sod', 'soe', 'sof', 'sog'])).toEqual([
    'sokx',
    'soe',
    'sof',
  ]);
});

const answers = readdirSync(join(root, 'answers'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.md') && !file.endsWith('README.md'),
);

test.each(answers)('the answer %s names no organization by its id', (file) => {
  const text = readFileSync(join(root, 'answers', file), 'utf8');
  expect(bareIds(text, ['ubnd', 'muongte', 'muongte-bumnua'])).toEqual([]);
});

test.each(readdirSync(join(root, 'cases')))('the plan of %s names no organization by its id', (name) => {
  const ids = globSync('*/*.yaml', { cwd: join(root, 'cases', name) }).map(
    (file) => file.split('/').at(-1)?.replace('.yaml', '') ?? '',
  );
  expect(bareIds(readFileSync(join(root, 'cases', name, 'plan.md'), 'utf8'), ids)).toEqual([]);
});

const names = new Map([
  [organizationKey('soa'), 'Sở A'],
  [organizationKey('sob'), 'Sở B'],
]);
const subject = { key: 'person:1', name: 'Người 1', organization: 'soa' } as const;
const heldArgs = {
  'organization-vanished': { organization: 'soa' },
  'organization-emptied': { organization: 'soa', count: 3 },
  guard: { class: 'terminate', scope: 'soa', count: 6, of: 9, shareLimit: 30, countLimit: 3 },
  'depends-on-held': { other: 'organization:sob' },
  'approval-needed': { other: 'organization:sob' },
  'release-needed': { from: 'soa', to: 'sob' },
  'recipient-missing': { organization: 'soa', operator: 'sob' },
  'consent-missing': { ask: ['minh'] },
} as const satisfies Partial<HeldArgs>;
const held = Object.entries(heldArgs).map(([code, args]) => ({ ...subject, code, args }) as Held);

const problemArgs = {
  'custodian-elsewhere': { custodian: 'LC-1', organization: 'sob' },
  'address-foreign': { address: 'a@laichau.gov.vn', organization: 'soa', space: 'a', owner: 'sob' },
  'operators-unnamed': { operator: 'soa' },
  'to-without-transfer': { to: 'sob', reason: 'retirement' },
} as const satisfies Partial<ProblemArgs>;
const at = { file: 'organizations/a.yaml', path: [] };
const problems = Object.entries(problemArgs).map(
  ([code, args]) => ({ code, args, severity: 'error', at, key: subject.key }) as unknown as Problem,
);

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  const context = { language, locate: () => ({ line: 7, column: 1 }), textOf: () => undefined };
  const plan = planOf({ held });
  const delta = { added: [], altered: [], gone: [], held };
  const review = { verdict: { allowed: true }, earlierProblems: 0, behind: 0 } as const;
  it.each<readonly [string, string]>([
    ['the plan', renderPlanMarkdown(plan, { language, limit: 99, names })],
    ['the issue of what is held', renderHeldIssue(plan, names, language)],
    ['the issue of what lacks a word', renderUnconsentedIssue(plan, names, language)],
    [
      'the answer to a pull request',
      renderReview({ ...review, asking: { ...asking, names }, problems, plan: delta }, context),
    ],
    ['a note on a line', JSON.stringify(problemNotes(problems, context, names))],
    ...held.map(
      (one) =>
        [
          `a form that waits: ${one.code}`,
          renderFormWaiting(
            {
              kind: 'issue',
              pullRequest: 1,
              done: 0,
              waiting: [{ name: 'An', waits: { by: 'held', held: one } }],
            },
            names,
            language,
          ),
        ] as const,
    ),
  ])('%s', (_what, text) => {
    expect(bareIds(text, ['soa', 'sob'])).toEqual([]);
  });
});

test('of several with one name each is told with whose it is', () => {
  const district = (id: string, name: string) =>
    `id: ${id}\nname: ${name}\nkind: district\nparent: ubnd\ncode: ${id}\nmailbox: none\n`;
  const room = (id: string, parent: string) =>
    `id: ${id}\nname: Phòng Nội vụ\nkind: district-room\nparent: ${parent}\ncode: pnv\nmailbox: none\n`;
  const { directory } = readWorld({
    sinho: district('sinho', 'UBND huyện Sìn Hồ'),
    muongte: district('muongte', 'UBND huyện Mường Tè'),
    'sinho-pnv': room('sinho-pnv', 'sinho'),
    'muongte-pnv': room('muongte-pnv', 'muongte'),
  });
  const told = namesOf([directory]);
  expect(told.get('organization:sinho-pnv')).toBe('Phòng Nội vụ (UBND huyện Sìn Hồ)');
  expect(told.get('organization:muongte-pnv')).toBe('Phòng Nội vụ (UBND huyện Mường Tè)');
  expect(told.get('organization:sinho')).toBe('UBND huyện Sìn Hồ');
});
