/** What one organization is shown: its own part of what was planned and counted over all of them. */
import { describe, expect, it } from 'vitest';
import { nearestWords } from '../../../src/model/text/nearest-word.ts';
import { renderPlanJson } from '../../../src/render/plan/json.ts';
import { renderPlanMarkdown } from '../../../src/render/plan/markdown.ts';
import { renderPlanText } from '../../../src/render/plan/text.ts';
import { renderReportText } from '../../../src/render/report/text.ts';
import { partOfPlan, partOfReport, problemsOf } from '../../../src/report/part.ts';
import { applied, organizationText, planOf } from '../../support/world.ts';
import { account, factsOf } from './world.ts';

const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hòa'];
const people = (...ids: number[]) => ids.map((id) => `id: LC-${id}, name: Nguyễn Văn ${given[id - 1]}`);
const houses = (a: readonly string[], b: readonly string[]) => ({
  soa: organizationText('soa', a, 'mailbox: none\n'),
  sob: organizationText('sob', b, 'mailbox: none\n'),
});

describe('a plan', () => {
  const before = houses(people(1), people(2, 3));
  const accounts = applied([], planOf({ organizations: before, today: '2026-11-10' }).plan);
  const plan = (organizations: Record<string, string>) =>
    planOf({ organizations, accounts, today: '2026-11-23' }).plan;
  const keysIn = ({ changes }: Pick<ReturnType<typeof partOfPlan>, 'changes'>) => changes.map(({ id }) => id);

  it('shows what concerns it, and how much there is besides', () => {
    const whole = plan(houses(people(1, 4), people(2, 3, 5, 6)));
    expect(whole.changes.length).toBe(3);
    const part = partOfPlan(whole, 'soa');
    expect(part.organization).toBe('soa');
    expect(part.elsewhere).toEqual({
      changes: whole.changes.length - part.changes.length,
      held: whole.held.length - part.held.length,
    });
    for (const { key } of [...part.changes, ...part.held])
      expect(['person:LC-1', 'person:LC-4']).toContain(key);
    const rest = partOfPlan(whole, 'sob');
    expect([...keysIn(part), ...keysIn(rest)].sort()).toEqual(whole.changes.map(({ id }) => id).sort());
  });

  it('has no digest and no approval: nobody lets pass what they were not shown', () => {
    const whole = { ...plan(houses(people(1, 4), people(2, 3))), approval: 'sha256:eeea' };
    const part = partOfPlan(whole, 'soa');
    for (const text of [
      renderPlanText(part, { language: 'vi', limit: 9 }),
      renderPlanMarkdown(part, { language: 'vi', limit: 9, names: new Map() }),
      renderPlanJson(part),
    ]) {
      expect(text).not.toContain(whole.digest);
      expect(text).not.toContain('eeea');
      expect(text).toContain('soa');
    }
    expect(JSON.parse(renderPlanJson(part))).not.toHaveProperty('digest');
    expect(renderPlanText(part, { language: 'vi', limit: 9 })).toContain(
      '\nChỉ phần của soa. Ở các tổ chức khác: 0 thay đổi',
    );
  });

  it('says that there is nothing for it, not that the server is as the directory says', () => {
    const part = partOfPlan(plan(houses(people(1), people(2, 3, 5))), 'soa');
    expect(part.changes).toEqual([]);
    expect(renderPlanText(part, { language: 'vi', limit: 9 })).toContain(
      'Không có gì phải làm cho tổ chức này.',
    );
  });
});

describe('a report', () => {
  const given = {
    organizations: houses(people(1), people(2)),
    accounts: [1, 2].map((id) =>
      account(`person:LC-${id}`, {
        organization: id === 1 ? 'soa' : 'sob',
        passwordChanged: id === 1 ? '20251101000000Z' : '20261120000000Z',
      }),
    ),
  };

  it('has its own rows, and counts over all of its own', () => {
    const soa = partOfReport('passwords', factsOf(given), 'soa');
    expect(soa).toMatchObject({
      organization: 'soa',
      counts: { expired: 1 },
      rows: [{ key: 'person:LC-1' }],
    });
    const sob = partOfReport('passwords', factsOf(given), 'sob');
    // Valid, and so in no row; counted all the same.
    expect(sob).toMatchObject({ counts: { valid: 1 }, rows: [] });
    expect(renderReportText(soa, 'vi')).toMatch(/^Hạn mật khẩu .* · laichau\.gov\.vn · soa\n/);
  });
});

it('problems are those of its file, and of itself wherever they stand', () => {
  const at = (file: string) => ({ file, path: [] });
  const problem = { code: 'file-unreadable', args: { reason: 'EACCES' }, severity: 'error' } as const;
  const own = { ...problem, at: at('soa.yaml') };
  const about = { ...problem, at: at('policy.yaml'), subject: 'organization:soa' } as const;
  const other = { ...problem, at: at('sob.yaml'), subject: 'organization:sob' } as const;
  expect(problemsOf([own, about, other] as never, 'soa', 'soa.yaml')).toEqual([own, about]);
});

it.each([
  ['sottt', ['sotttt']],
  ['muongte', ['muongte', 'muongte-vp']],
  ['khong-co-dau', []],
])('near to %s are %j', (word, nearest) => {
  expect(nearestWords(word, ['sotttt', 'muongte-vp', 'muongte', 'ubnd'], 3)).toEqual(nearest);
});
