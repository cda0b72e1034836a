/** The internal pages, held against hostile names and against figures that do not add up. */
import { describe, expect, test } from 'vitest';
import type { Published, PublishedOrganization } from '../../../src/model/publish/published.ts';
import { type Work, workClasses } from '../../../src/model/publish/work.ts';
import { makeSearchIndex } from '../../../src/publish/search-index.ts';
import { renderSite } from '../../../src/render/site/site.ts';

const house = (
  id: string,
  name: string,
  more: Partial<PublishedOrganization> = {},
): PublishedOrganization => ({
  ...{ id, name, kind: 'provincial', above: [], below: [], address: `${id}@laichau.gov.vn` },
  ...{ otherAddresses: [], predecessors: [], people: [], ...more },
});

const work = (organization: string, name: string): readonly Work[] => [
  { class: 'overdue', organization, name, what: { of: 'change', change: 'suspend' }, due: '2026-11-20' },
  { class: 'held', organization, name, what: { of: 'held', code: 'guard', change: 'suspend' } },
  { class: 'mail', organization, name, what: { of: 'mail', code: 'forward', agency: true } },
];

function pagesOf(all: readonly PublishedOrganization[], todo: readonly Work[], more: object = {}) {
  const published: Published = {
    ...{ audience: 'internal', province: 'Lai Châu', domain: 'laichau.gov.vn' },
    organizations: new Map(all.map((one) => [one.id, one])),
    overview: {
      today: '2026-11-24',
      accounts: { active: 3, suspended: 1, terminated: 0 },
      work: Map.groupBy(todo, ({ organization }) => organization),
      ...more,
    },
  };
  const files = renderSite(published, makeSearchIndex(published), { svgOf: () => '', markOf: () => 'mark' });
  return new Map([...files].map(({ path, text }) => [path, text]));
}

const overviewOf = (...facts: Parameters<typeof pagesOf>) => pagesOf(...facts).get('overview.html') ?? '';

describe.each(['<script>alert(1)</script>', '"onmouseover="alert(1)', '\u202Egnp.exe', "'--><img src=x>"])(
  'somebody called %j',
  (name) => {
    const person = { slug: 'x', name, address: 'x@laichau.gov.vn', otherAddresses: [] };
    const ended = { ...person, standing: { state: 'ended' as const } };
    const organization = house('sokx', name, { people: [ended], custodian: { name, slug: 'x' } });
    const pages = pagesOf([organization], [...work('sokx', name), ...work('', name)]);

    test('is text on every page', () => {
      for (const [path, text] of pages) {
        if (!path.endsWith('.html')) continue;
        expect(text, path).not.toMatch(/<script>|<img|\u202E| onmouseover="/);
      }
      expect(pages.get('overview.html')).toContain('Không thuộc cơ quan nào');
    });
  },
);

test('each figure is what the lists below it add up to', () => {
  const todo = ['soa', 'sob', 'sob', ''].flatMap((id) => work(id, 'Nguyễn Văn An'));
  const page = overviewOf([house('soa', 'Sở A'), house('sob', 'Sở B'), house('soc', 'Sở C')], todo);
  const figures = [...page.matchAll(/<div class="(\w+)"><dt>.*?<dd[^>]*>(\d+)<\/dd>/g)].map(([, kind, n]) => [
    kind,
    Number(n),
  ]);
  expect(Object.fromEntries(figures)).toEqual({
    ...Object.fromEntries(workClasses.map((one) => [one, 0])),
    ...{ overdue: 4, held: 4, mail: 4 },
  });
  const actors = [...page.matchAll(/<h3 id="(\w+)">.*?\((\d+)\)<\/h3>/g)].map(([, actor, n]) => [
    actor,
    Number(n),
  ]);
  expect(Object.fromEntries(actors)).toEqual({ unit: 0, custodian: 4, operator: 4, approver: 4, job: 0 });
  expect(page).toContain('1 cơ quan không có việc gì');
});

test('what could not be seen is said', () => {
  const told = overviewOf([house('soa', 'Sở A')], [], {
    mailUnseen: 'unreachable',
    accessDoubt: 'not-readable',
  });
  expect(told).toContain('Máy chủ thư không trả lời');
  expect(told).toContain('Lần truy cập cuối không đọc được');
  expect(told).not.toContain('<svg');
});

test('a week of which nothing is told is no picture of nothing', () => {
  const made = { issued: 0, changed: 0, restored: 0, suspended: 0, ended: 0, deleted: 0 };
  const page = overviewOf([house('soa', 'Sở A')], [], {
    history: { weeks: [{ monday: '2026-11-23', made }] },
  });
  expect(page).toContain('Các tuần qua');
  expect(page).not.toContain('<svg');
});

test('an audit whose chain is broken is told, and drawn by nobody', () => {
  const page = overviewOf([house('soa', 'Sở A')], [], { history: 'broken' });
  expect(page).toContain('không nguyên vẹn');
  expect(page).not.toContain('<svg');
});
