/** A read that may be incomplete is the first thing anybody reads, wherever the plan that rests on it is shown. */
import { describe, expect, it } from 'vitest';
import { renderHeldIssue } from '../../../src/render/github/follow-up.ts';
import { renderReview } from '../../../src/render/github/review.ts';
import { renderPlanMarkdown } from '../../../src/render/plan/markdown.ts';
import { renderPlanText } from '../../../src/render/plan/text.ts';
import { renderReportMarkdown } from '../../../src/render/report/markdown.ts';
import { renderReportText } from '../../../src/render/report/text.ts';
import { renderRunSummary } from '../../../src/render/run/summary.ts';
import { comparePlanOfBase } from '../../../src/review/difference.ts';
import { organizationText, planOf } from '../../support/world.ts';
import { reportOf } from '../report/world.ts';
import { asking } from '../review/plans.ts';

const organizations = { sokx: organizationText('sokx', ['id: LC-000001, name: Nguyễn Văn An']) };
const doubt = { seen: 40, expected: 45 };
const { plan } = planOf({ organizations, doubt });
const sure = planOf({ organizations }).plan;
const options = { language: 'en', limit: 5, names: new Map() } as const;
const words = /^(\*\*)?THE READ MAY BE INCOMPLETE: 40 entries were seen, 45 were there/;

describe('the doubt of a read', () => {
  const run = {
    exitCode: 3,
    day: '2026-11-23',
    plan,
    problems: [],
    outcomes: [],
    recorded: [],
    unrecorded: [],
  };
  const review = {
    verdict: { allowed: true },
    asking,
    problems: [],
    earlierProblems: 0,
    behind: 0,
    plan: comparePlanOfBase(plan, plan),
  } as const;

  it.each([
    ['a plan as text', renderPlanText(plan, options)],
    ['a plan as Markdown', renderPlanMarkdown(plan, options)],
    ['the page of a run', renderRunSummary(run, options)],
    [
      'the answer to a pull request',
      renderReview(review, { language: 'en', locate: () => ({ line: 1, column: 1 }) }),
    ],
    ['the issue of held changes', renderHeldIssue(plan, new Map(), 'en')],
  ])('is the first line of %s', (_what, text) => {
    expect(text).toMatch(words);
    expect(text).toContain('--expect 40');
  });

  it('is the first note of a report', () => {
    const made = reportOf('held', { organizations, doubt });
    expect(made.doubt).toEqual(doubt);
    for (const text of [renderReportText(made, 'en'), renderReportMarkdown(made, options)]) {
      const [title = '', note = ''] = text.split('\n').filter((line) => line.trim() !== '');
      expect(title).toContain('laichau.gov.vn');
      expect(note).toContain('THE READ MAY BE INCOMPLETE');
    }
  });

  it('is nowhere where there is none', () => {
    expect(renderPlanText(sure, options)).not.toContain('INCOMPLETE');
    expect(renderPlanMarkdown(sure, options)).not.toContain('INCOMPLETE');
  });
});
