/** The page of a run: no text of others is markup in it, and no telephone number or word of a bad file is on it. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/model/plan/outcome.ts';
import { quoted, remark } from '../../../src/model/problems/remark.ts';
import { type RunSummary, renderRunSummary } from '../../../src/render/run/summary.ts';
import { withoutPrivate } from '../../../src/run/audit.ts';
import { organizationText, planOf } from '../../support/world.ts';

const phone = '0213 3 876 543';
const { plan } = planOf({
  organizations: {
    sokx: organizationText('sokx', [`id: LC-000001, name: Nguyễn Văn An, phone: "${phone}"`]),
  },
});
const change = plan.changes.find(({ key }) => key === 'person:LC-000001');
if (change === undefined) throw new Error('nothing planned');
const failed: Outcome = {
  id: change.id,
  key: change.key,
  kind: change.kind,
  wave: 1,
  result: 'failed',
  detail: remark('quoted', { text: `telephoneNumber: ${phone} <img src=x> @everyone\n::error::x` }),
};

const run: RunSummary = {
  exitCode: 4,
  day: '2026-11-23',
  commit: 'abc1234',
  plan: { ...plan, approval: `sha256:${'1'.repeat(64)}` },
  problems: [],
  outcomes: [failed],
  recorded: ['directory/organizations/`a`.yaml'],
  unrecorded: ['person:LC-000002'],
};

describe('the page of a run', () => {
  it.each(['vi', 'en'] as const)('shows texts of others as they are, in %s', (language) => {
    const page = renderRunSummary(run, { language, limit: 10, names: new Map() });
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/@everyone/);
    expect(page).not.toMatch(/^\s*::/m);
    expect(page).toContain('\\`a\\`');
    expect(page).toContain(`danhba reconcile --approve sha256:${'1'.repeat(64)}`);
  });

  it('cuts long lists and says by how much', () => {
    const outcomes = Array.from(
      { length: 30 },
      (_, i): Outcome => ({ ...failed, detail: quoted(`reason ${i}`) }),
    );
    const page = renderRunSummary({ ...run, outcomes }, { language: 'en', limit: 10, names: new Map() });
    expect(page).toContain('## Not done: 31');
    expect(page).toContain('… and 21 more');
  });

  it('tells a reason that many share once', () => {
    const outcomes = Array.from({ length: 30 }, () => failed);
    const page = renderRunSummary({ ...run, outcomes }, { language: 'en', limit: 10, names: new Map() });
    expect(page).toContain('## Not done: 31');
    expect(page.split('\n').filter((line) => line.includes('and 27 more'))).toHaveLength(1);
    expect(page).not.toContain('… and');
  });

  it('names the place and the kind of an error, and none of its words', () => {
    const at = { file: 'directory/organizations/sokx.yaml', path: [] };
    const args = { value: phone, pattern: 'x' };
    const problems = [{ code: 'value-format', severity: 'error', at, args } as const];
    const locate = () => ({ line: 7, column: 1 });
    const page = renderRunSummary(
      { ...run, outcomes: [], problems, locate },
      { language: 'en', limit: 10, names: new Map() },
    );
    expect(page).toContain('sokx.yaml:7 `value-format`');
    expect(page).not.toContain(phone);
  });
});

describe('what is kept of an outcome', () => {
  it('is without the telephone number that a refusal quotes', () => {
    const { detail } = withoutPrivate(plan.changes)(failed);
    expect(detail).toMatchObject({ facts: { text: expect.stringMatching(/^telephoneNumber: … </) } });
    const other: Outcome = { ...failed, id: 'create person:LC-000009', detail: quoted('busy') };
    expect(withoutPrivate(plan.changes)(other)).toBe(other);
  });
});
