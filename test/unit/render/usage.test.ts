/** The picture and the page of the report on usage: readable for 3 and for 300 organizations, and harmless. */
import { describe, expect, it } from 'vitest';
import type { ReportOf } from '../../../src/model/report.ts';
import type { UsageFacts, UsageRow } from '../../../src/model/usage.ts';
import { chartsOf } from '../../../src/render/report/charts.ts';
import { renderReportCsv } from '../../../src/render/report/csv.ts';
import { renderReportPage } from '../../../src/render/report/page.ts';
import { renderReportText } from '../../../src/render/report/text.ts';
import { englishIn, vietnameseIn } from '../../support/language.ts';

const period = { name: '2026-Q4', from: '2026-10-01', to: '2026-11-23' };
const row = (number: number, more: Partial<UsageRow> = {}): UsageRow => ({
  key: `organization:o${number}`,
  name: `Sở ${number}`,
  organization: `o${number}`,
  status: 'told',
  mailboxes: 10 + number,
  usedIn30: 4,
  usedIn180: 8,
  issued: 1,
  ...more,
});
const reportOf = (rows: readonly UsageRow[], usage: Partial<UsageFacts> = {}): ReportOf<'usage'> => ({
  report: 'usage',
  domain: 'laichau.gov.vn',
  today: '2026-11-23',
  counts: {},
  usage: { period, audience: 'internal', ...usage },
  rows,
});
const many = (count: number, more?: Partial<UsageRow>) =>
  Array.from({ length: count }, (_, number) => row(number, more));
const count = (text: string, part: string) => text.split(part).length - 1;

describe('the picture', () => {
  it.each([
    [3, 3, false],
    [24, 24, false],
    [25, 24, true],
    [300, 24, true],
  ])('of %i organizations has %i, the largest first, and says so of the others', (all, shown, hasRest) => {
    const [svg = ''] = chartsOf(reportOf(many(all)), 'en');
    expect(count(svg, '<g>')).toBe(shown + (hasRest ? 1 : 0));
    // Three bars each, and three in the legend; a sum has none.
    expect(count(svg, '<rect')).toBe(3 * shown + 3);
    expect(svg.indexOf(`>Sở ${all - 1}<`)).toBeLessThan(svg.indexOf(`>Sở ${all - 2}<`));
    expect(svg).toMatch(hasRest ? new RegExp(`>${all - shown} others<`) : /^(?!.*others)/s);
    expect(svg).toContain(hasRest ? `the other ${all - shown} are summed` : `${all} organizations, the most`);
  });

  it('of none, or of one alone, is none', () => {
    expect([[], [row(1)]].map((rows) => chartsOf(reportOf(rows), 'vi'))).toEqual([[], []]);
    expect(chartsOf({ ...reportOf(many(3)), report: 'held', rows: [] } as never, 'vi')).toEqual([]);
  });

  it('draws no bar for what cannot be told', () => {
    const { usedIn30: _month, usedIn180: _half, ...unseen } = row(1, { status: 'unseen' });
    const [svg = ''] = chartsOf(reportOf([row(2), unseen]), 'vi');
    expect(count(svg, '<rect')).toBe(3 + 3 + 1);
    expect(svg).toContain('>11 · – · –<');
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  it('fits its widest bar, and one of nothing', () => {
    const widths = (rows: readonly UsageRow[]) =>
      [...(chartsOf(reportOf(rows), 'vi')[0] ?? '').matchAll(/width="([\d.]+)%" height="16"/g)].map(
        ([, width]) => Number(width),
      );
    expect(widths([row(0, { mailboxes: 40 }), row(1, { mailboxes: 10 })])).toEqual([99.5, 24.88]);
    expect(widths([row(0, { mailboxes: 0 }), row(1, { mailboxes: 0 })])).toEqual([0, 0]);
  });

  it('shows a name as text, whatever it holds and however long it is', () => {
    const names = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=1>',
      'Sở \u202e<b>',
      'Ở'.normalize('NFD').repeat(9_000),
    ];
    const [svg = ''] = chartsOf(reportOf(names.map((name, at) => row(at, { name }))), 'vi');
    const tags = new Set([...svg.matchAll(/<(\/?\w+)/g)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(
      ['/desc', '/g', '/rect', '/svg', '/text', '/title', 'desc', 'g', 'rect', 'svg', 'text', 'title'].sort(),
    );
    expect(svg).not.toMatch(/\u202e| style=| on\w+="/);
    expect(svg).toContain(`>${'Ở'.normalize('NFD').repeat(29)}…<`);
  });

  it('can be read aloud: its name, and what it shows', () => {
    const [svg = ''] = chartsOf(reportOf(many(3)), 'vi');
    expect(svg).toMatch(/^<svg role="img" aria-labelledby="usage-title usage-desc" /);
    expect(svg).toMatch(/<title id="usage-title">[^<]+<\/title>\n<desc id="usage-desc">[^<]+<\/desc>/);
  });
});

describe('the page', () => {
  const style = { text: '', hash: '' };

  it('for everybody does not say that it must stay inside', () => {
    const inside = 'class="internal"';
    expect(renderReportPage(reportOf(many(3)), 'vi', style)).toContain(inside);
    expect(renderReportPage(reportOf(many(3), { audience: 'public' }), 'vi', style)).not.toContain(inside);
  });

  it('has the picture, and below each table how its figures are made', () => {
    const page = renderReportPage(reportOf(many(3)), 'vi', style);
    expect(count(page, '<svg')).toBe(1);
    expect(count(page, '<p class="hint">')).toBe(2);
  });
});

it('a table in a file has a row for each organization, with everything', () => {
  const [titles = '', ...rows] = renderReportCsv(
    reportOf(many(2, { requests: 3, inTime: 2, unread: 5 })),
    'en',
  )
    .trim()
    .split('\r\n');
  expect(titles.replace('\ufeff', '')).toBe(
    'organization,name,mailboxes,30 days,180 days,suspended,custodian,issued,ended,unread,forwards,requests,in time',
  );
  expect(rows).toEqual(['o0,Sở 0,10,4,8,,,1,,5,,3,2', 'o1,Sở 1,11,4,8,,,1,,5,,3,2']);
});

it.each(['vi', 'en'] as const)('every reason for a blank has its words, %s', (language) => {
  const reasons: readonly Partial<UsageFacts>[] = [
    { requestsUnseen: 'audit' },
    { requestsUnseen: 'github' },
    { requestsUnseen: 'broken' },
    { requestsUnseen: { says: 'quoted', facts: { text: 'ECONNRESET' } } },
    { unreadUnseen: { says: 'quoted', facts: { text: 'ECONNRESET' } } },
    { unreadFailed: 3 },
    { forwardsFailed: 3 },
    { auditSince: '2026-10-05' },
    { requestsUnjudged: 3 },
    { pushed: 12 },
  ];
  const bare = renderReportText(reportOf(many(2)), language);
  const told = reasons.map((usage) => renderReportText(reportOf(many(2), usage), language));
  expect(new Set([bare, ...told]).size).toBe(reasons.length + 1);
  const foreignIn = language === 'vi' ? englishIn : vietnameseIn;
  for (const text of told) {
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(foreignIn(text.replaceAll(/Sở|ECONNRESET|o\d/g, '').replaceAll(/\s+/g, ' '))).toEqual([]);
  }
});
