/** No Markdown tells the number of a document, a telephone or a reason of absence, whoever renders it and wherever it stands. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { isPrivate } from '../../../src/model/account/private.ts';
import { type NoticeRow, noticeStatuses } from '../../../src/model/notice-row.ts';
import type { Place, Problem } from '../../../src/model/problems/problem.ts';
import { type Report, reportNames } from '../../../src/model/report.ts';
import { renderDone, renderHeldIssue, renderUnconsentedIssue } from '../../../src/render/github/follow-up.ts';
import { renderFormWaiting } from '../../../src/render/github/form-work.ts';
import { renderRequestProblems, renderRequestWrong } from '../../../src/render/github/request.ts';
import { renderRequestList } from '../../../src/render/github/request-list.ts';
import { renderReview } from '../../../src/render/github/review.ts';
import { problemNotes } from '../../../src/render/github/review-notes.ts';
import { renderNoticesMarkdown, renderOpenNotices } from '../../../src/render/notices/list.ts';
import { renderPlanJson } from '../../../src/render/plan/json.ts';
import { renderPlanMarkdown } from '../../../src/render/plan/markdown.ts';
import { renderPlanText } from '../../../src/render/plan/text.ts';
import { renderProblemsGithub, renderProblemsText } from '../../../src/render/problems/problems.ts';
import { renderProblemsSummary, summaryLimit } from '../../../src/render/problems/summary.ts';
import { renderReportCsv } from '../../../src/render/report/csv.ts';
import { renderReportJson } from '../../../src/render/report/json.ts';
import { renderReportMarkdown } from '../../../src/render/report/markdown.ts';
import { renderReportPage } from '../../../src/render/report/page.ts';
import { layOutWorkbook } from '../../../src/render/report/workbook.ts';
import { renderRunSummary } from '../../../src/render/run/summary.ts';
import { comparePlanOfBase } from '../../../src/review/difference.ts';
import { notesOf } from '../../../src/review/notes.ts';
import { applied, organizationText, planOf, policyText, readWorld } from '../../support/world.ts';
import { reportOf } from '../report/world.ts';
import { asking } from '../review/plans.ts';

/** What must never be seen: every document, reason of absence and telephone of this file has one of them. */
const secret = /MẬT|0999/;
const document = 'MẬT/1';
const decision = `{document: ${document}, date: 2026-11-02}`;
const notice = `notice: {document: ${document}, date: 2026-11-03}`;
const suspension = `suspension: {reason: violation, clause: "12.5", document: ${document}, date: 2026-11-02, ${notice}}`;
const termination = `termination: {reason: retirement, document: ${document}, decided: 2026-11-02}`;
const absence = `absence: {until: 2027-02-28, reason: Nghỉ MẬT, document: ${document}}`;
const decided = (address: string) => `address: ${address}@laichau.gov.vn, addressDecision: ${decision}`;

const names = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh'];
const person = (index: number, more = '') =>
  `id: LC-00000${index + 1}, name: Nguyễn Thị ${names[index]}, phone: "0999 123 45${index}"${more && `, ${more}`}`;
const everybody = names.map((_, index) => person(index));

const agency = (id: string, mailbox: string, people: readonly string[] = [], more = '') =>
  organizationText(id, people, `mailbox: {${mailbox}}\n${more}`).replace('1/QĐ', document);
const before = {
  soka: agency('soka', 'custodian: LC-000001', everybody),
  ...Object.fromEntries(['sokb', 'sokc', 'sokd', 'soke', 'sokg'].map((id) => [id, agency(id, '')])),
};
const after = {
  soka: agency('soka', `custodian: LC-000002, ${absence}`, [
    person(0, `${decided('annt1.soka')}, restoration: ${decision}`),
    person(1, suspension),
    person(2, termination),
    person(3, `passwordReset: ${decision}`),
    person(4, absence),
    person(5, `nameChange: ${decision}`).replace('Nguyễn', 'Lò'),
    'id: LC-000007, name: Nguyễn Thị Khánh, phone: "0999 777 777"',
    'id: LC-000008, name: Lò Thị Lan, phone: "0999 888 888"',
  ]),
  sokb: agency('sokb', suspension),
  sokc: agency('sokc', `restoration: ${decision}, passwordReset: ${decision}`),
  sokd: agency('sokd', termination),
  soke: agency('soke', decided('soke1')),
  sokg: agency('sokg', '', [], `dissolved: ${decision}\n`),
};
const grants = `- {address: annt1.soka@laichau.gov.vn, holder: "person:LC-000001", document: ${document}, date: 2026-01-02}
- {address: soke1@laichau.gov.vn, holder: "organization:soke", document: ${document}, date: 2026-01-02}\n`;
const [wide, narrow] = [policyText.replace(/share: \d+, count: \d+/g, 'share: 100, count: 99'), policyText];

const first = planOf({ organizations: before, policy: wide, today: '2026-10-05' });
const issued = applied([], first.plan).map((account) => ({ ...account, issued: '2025-01-06' }));
const drifted: readonly ObservedAccount[] = issued.map((account) => ({
  ...account,
  ...(account.key.startsWith('person:') && { phone: '0999 000 000' }),
  basis: `${document}; 2026-01-02`,
  notice: `${document}; 2026-01-02`,
  reset: `${document}; 2026-01-02`,
}));
const shutBefore = (state: 'suspended' | 'terminated', reason: 'violation' | 'retirement') =>
  drifted.map((account) => ({ ...account, state, reason, since: '2026-10-10', locked: true }));

/** Locked by an operator upon a call, for a reason that is nobody else's affair. */
const calledIn = (account: ObservedAccount): ObservedAccount =>
  account.mailbox ? { ...account, operatorLock: '2026-10-07 MẬT 0999 123', locked: true } : account;

const situations = [
  { accounts: issued, policy: wide },
  { accounts: issued, policy: narrow },
  { accounts: drifted, policy: wide },
  { accounts: drifted.map(calledIn), policy: wide },
  { accounts: drifted.map(calledIn), policy: narrow },
  { accounts: shutBefore('suspended', 'violation').map(calledIn), policy: wide },
  { accounts: shutBefore('suspended', 'violation'), policy: wide },
  { accounts: shutBefore('terminated', 'retirement'), policy: narrow },
].map((given) => ({ ...given, organizations: after, grants }));
const plans = situations.map(planOf);

/** Where each schema takes the number of a document, a telephone or a reason of absence. */
function privatePlaces(schema: object, root = schema, way: readonly string[] = []): readonly string[] {
  if ('$ref' in schema) {
    const name = String(schema.$ref).replace('#/$defs/', '');
    const definitions = (root as { $defs: Record<string, object> }).$defs;
    return name === 'document' ? [way.join('.')] : privatePlaces(definitions[name] ?? {}, root, way);
  }
  const { properties = {}, items, else: other } = schema as Record<string, object | undefined>;
  const own = [
    ...(items ? privatePlaces(items, root, way) : []),
    ...(other ? privatePlaces(other, root, way) : []),
  ];
  const below = Object.entries(properties).flatMap(([key, value]) => {
    const isNamed =
      ['document', 'codeBasis', 'phone'].includes(key) || [...way, key].join('.').endsWith('absence.reason');
    return isNamed ? [[...way, key].join('.')] : privatePlaces(value as object, root, [...way, key]);
  });
  return [...own, ...below];
}

const schemaOf = (name: string): object =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../../schemas/${name}.schema.json`), 'utf8'));
const places = [schemaOf('organization'), schemaOf('grants')].flatMap((schema) => privatePlaces(schema));

/** The places of a file with a secret in it. */
function secretsIn(value: unknown, way: readonly string[] = []): readonly string[] {
  if (typeof value === 'string') return secret.test(value) ? [way.join('.')] : [];
  if (Array.isArray(value)) return value.flatMap((one) => secretsIn(one, way));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => secretsIn(one, [...way, key]));
}

test('the files of this test have one wherever a schema takes one', () => {
  const used = [...Object.values(after), grants].flatMap((text) => secretsIn(parse(text)));
  expect(new Set(used)).toEqual(new Set(places));
  expect(places.length).toBeGreaterThan(20);
});

const pathOf = (place: string) =>
  place.split('.').flatMap((step) => (step === 'people' ? [step, 0] : [step]));
const problemAt = (path: Place['path']): Problem => ({
  code: 'wrong-type',
  args: { expected: 'string', actual: 'number', value: `${document} 0999` },
  severity: 'error',
  at: { file: 'directory/organizations/soka.yaml', path },
});
/** A problem at each of them, and where the whole of it stands as one text. */
const problems = places.flatMap((place) => {
  const path = pathOf(place);
  return [problemAt(path), ...(place.includes('.') ? [problemAt(path.slice(0, -1))] : [])];
});

describe('a problem', () => {
  test.each([
    ['people.title', false],
    ['people.suspension.notice.date', false],
    ['people.room', true],
    ['people.suspension.constructor', true],
    ['room.number', true],
    ['policy.room', true],
    ['guard.run.count', false],
  ])('at %s is private: %s', (place, expected) => {
    expect(isPrivate(problemAt(pathOf(place)))).toBe(expected);
  });

  it('of a record is told, where it quotes nothing of it', () => {
    const missing = { ...problemAt(['people', 0]), code: 'missing-key', args: { key: 'name' } } as Problem;
    const unknown = { code: 'unknown-key', args: { key: 'titel', allowed: [] } } as const;
    const at = { file: 'a.yaml', path: ['people', 0, 'titel'], onKey: true };
    expect([missing, { ...unknown, at }].map(isPrivate)).toEqual([false, false]);
  });
});

const words = { language: 'vi', limit: Number.POSITIVE_INFINITY, names: new Map() } as const;
const context = { language: 'vi', locate: () => ({ line: 7, column: 1 }), textOf: () => undefined } as const;
const base = readWorld(before, wide).directory;
const head = readWorld(after, narrow).directory;
const verdict = { allowed: true } as const;

const everyReport = (): readonly Report[] =>
  situations.flatMap((given) => reportNames.map((name) => reportOf(name, { ...given, all: true }) as Report));

/** What each file of `src/render` that writes Markdown, or notes on lines, makes of all this. */
const rendered: Readonly<Record<string, () => readonly string[]>> = {
  'plan/markdown.ts': () => plans.map(({ plan }) => renderPlanMarkdown(plan, words)),
  'run/summary.ts': () =>
    plans.map(({ plan }) => {
      const run = {
        exitCode: 0,
        day: plan.today,
        plan,
        problems,
        outcomes: [],
        recorded: [],
        unrecorded: [],
      };
      return renderRunSummary({ ...run, locate: context.locate }, words);
    }),
  'github/review.ts': () =>
    plans.map(({ plan }) => {
      const delta = comparePlanOfBase({ ...plan, changes: [], held: [] }, plan);
      const review = { verdict, asking, problems, earlierProblems: 0, behind: 0, plan: delta };
      const notes = notesOf(base, head, '2026-11-23');
      return renderReview({ ...review, notes }, { ...context, limit: Number.POSITIVE_INFINITY });
    }),
  // Part of the review's own.
  'github/safe.ts': () => rendered['github/review.ts']?.() ?? [],
  'github/review-notes.ts': () => [JSON.stringify(problemNotes(problems, context, new Map()))],
  'problems/summary.ts': () => [renderProblemsSummary(problems, context, summaryLimit)],
  'problems/problems.ts': () => [renderProblemsGithub(problems, context)],
  'github/request.ts': () => [
    renderRequestWrong('change', { broken: problems }),
    renderRequestProblems('reset', [{ code: 'already-requested', args: {} }]),
  ],
  'github/request-list.ts': () => [
    renderRequestList('change', [{ row: 1, name: 'An', wrong: { broken: problems } }], [], undefined),
  ],
  'github/form-work.ts': () =>
    plans.flatMap(({ plan: { held } }) =>
      (['vi', 'en'] as const).map((language) => {
        const waiting = held.map((one) => ({ name: one.name, waits: { by: 'held', held: one } as const }));
        return renderFormWaiting({ kind: 'change', pullRequest: 13, done: 0, waiting }, new Map(), language);
      }),
    ),
  'github/follow-up.ts': () =>
    plans.flatMap(({ plan }) => {
      const deeds = plan.changes.map((change) => {
        const { id, key, kind, wave } = change;
        return { change, outcome: { id, key, kind, wave, result: 'applied' } as const };
      });
      return [
        renderDone(deeds, plan.today, 'vi'),
        renderHeldIssue(plan, new Map(), 'vi'),
        renderUnconsentedIssue(plan, new Map(), 'vi'),
      ];
    }),
  'report/markdown.ts': () => everyReport().map((report) => renderReportMarkdown(report, words)),
  'notices/list.ts': () => {
    const row = { kind: 'suspension', organization: 'soka', people: ['person:LC-000001'], days: 3 } as const;
    const told = { document, date: '2026-11-03', since: '2026-11-02', copied: '2026-11-04' } as const;
    const rows = noticeStatuses.map((status) => ({ ...row, ...told, status }) as unknown as NoticeRow);
    const list = { today: '2026-11-05', rows, nameOf: (id: string) => id };
    return [renderNoticesMarkdown(list, 'vi'), renderOpenNotices(list, 'vi', 10).join('\n')];
  },
  // Part of the plan's own.
  'plan/mail.ts': () => plans.map(({ plan }) => renderPlanMarkdown(plan, words)),
};

/** What a clerk wrote on a form stands on the pull request of that form, and nowhere else (decision 0034). */
const ofItsForm = 'github/request-basis.ts';

/** What an import writes stays beside the files it makes: it asks the operator which telephone is kept, by its number. */
const ofTheDesk = ['import/decisions-markdown.ts', 'import/report.ts'];

describe('Markdown', () => {
  it('of an import is sent nowhere', () => {
    const root = join(import.meta.dirname, '../../../src');
    const users = globSync('**/*.ts', { cwd: root }).filter((file) =>
      /render\/import\/(?:decisions-markdown|report)\.ts/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(users.filter((file) => !file.startsWith('commands/import/'))).toEqual([]);
  });

  it('with the document of a form is made for the pull request of that form alone', () => {
    const root = join(import.meta.dirname, '../../../src');
    const users = globSync('**/*.ts', { cwd: root }).filter((file) =>
      readFileSync(join(root, file), 'utf8').includes('request-basis.ts'),
    );
    expect(users).toEqual(['commands/github/request.ts']);
  });

  it('is written by these files and no others', () => {
    const files = globSync('**/*.ts', { cwd: join(import.meta.dirname, '../../../src/render') });
    const writing = files.filter((file) => {
      const text = readFileSync(join(import.meta.dirname, '../../../src/render', file), 'utf8');
      return (
        /import \{[^}]*\b(markdown|workflowData)\b[^}]*\}/.test(text) || file.endsWith('review-notes.ts')
      );
    });
    expect(writing.sort()).toEqual([...Object.keys(rendered), ofItsForm, ...ofTheDesk].sort());
  });

  it.each(Object.entries(rendered))('of %s tells none of it', (_file, render) => {
    const texts = render();
    expect(texts.join('').length).toBeGreaterThan(100);
    for (const text of texts) expect(text).not.toMatch(secret);
  });

  it('is no more careful than the pages, tables and workbooks of reports', () => {
    for (const report of everyReport()) {
      expect(renderReportPage(report, 'vi', { text: '', hash: '' })).not.toMatch(secret);
      expect(renderReportCsv(report, 'vi')).not.toMatch(secret);
      expect(JSON.stringify(layOutWorkbook(report, 'vi'))).not.toMatch(secret);
    }
  });

  it('is not all that leaves the desk: the JSON of a plan, which a job keeps, has no reason of a lock', () => {
    const accounts = issued.map((account) =>
      account.mailbox ? { ...account, operatorLock: '2026-10-07 Lý do KÍN', locked: true } : account,
    );
    const { plan } = planOf({ organizations: after, grants, policy: wide, accounts });
    expect(JSON.stringify(plan)).toContain('KÍN');
    const text = renderPlanJson(plan);
    expect(text).not.toContain('KÍN');
    expect(text).toContain('"operatorLock": "2026-10-07"');
  });

  it('leaves out what the desk is told', () => {
    const all = { language: 'vi', limit: Number.POSITIVE_INFINITY } as const;
    expect(plans.filter(({ plan }) => secret.test(renderPlanText(plan, all)))).toHaveLength(plans.length);
    expect(problems.filter((one) => secret.test(renderProblemsText([one], context)))).toEqual(problems);
    const reports = situations.map((given) => renderReportJson(reportOf('suspended', given), 'vi'));
    expect(reports.filter((text) => secret.test(text))).toHaveLength(3);
  });
});
