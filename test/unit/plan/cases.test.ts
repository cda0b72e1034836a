/**
 * Golden cases: `test/cases/<name>/` holds the files as they were (`before/`, taken by the server), as they are now
 * (`organizations/`) and the day; some have a run in between (`between/`, on 19 November); plan.json, plan.md and
 * plan.txt are what a reader gets. Read every change of them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ActualAccount } from '../../../src/model/account.ts';
import { renderPlanMarkdown } from '../../../src/render/plan-markdown.ts';
import { renderPlanText } from '../../../src/render/plan-text.ts';
import { applied, planOf } from '../../support/world.ts';

const root = join(import.meta.dirname, '../../cases');

function filesOf(folder: string): Record<string, string> {
  // Git keeps no empty folder: a first issue has nothing before it.
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  return Object.fromEntries(
    names.map((name) => [name.replace(/\.yaml$/, ''), readFileSync(join(folder, name), 'utf8')]),
  );
}

describe.each(readdirSync(root))('the case %s', (name) => {
  const folder = join(root, name);
  const today = readFileSync(join(folder, 'today'), 'utf8').trim();
  const before = filesOf(join(folder, 'before'));
  let accounts: readonly ActualAccount[] = [];
  for (const [files, day] of [
    [before, '2026-11-10'],
    [filesOf(join(folder, 'between')), '2026-11-19'],
  ] as const) {
    if (Object.keys(files).length === 0) continue;
    accounts = applied(accounts, planOf({ organizations: files, accounts, today: day }).plan);
  }
  const organizations = filesOf(join(folder, 'organizations'));
  const { plan } = planOf({ organizations, accounts, today });

  it('gives its plan, for programs and for readers', async () => {
    const all = { language: 'vi', limit: 100 } as const;
    await expect(`${JSON.stringify(plan, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'plan.json'));
    await expect(renderPlanText(plan, all)).toMatchFileSnapshot(join(folder, 'plan.txt'));
    await expect(renderPlanMarkdown(plan, all)).toMatchFileSnapshot(join(folder, 'plan.md'));
  });

  it('settles: once taken, nothing of it is left', () => {
    const after = applied(accounts, plan);
    expect(planOf({ organizations, accounts: after, today }).plan.changes).toEqual([]);
  });
});
