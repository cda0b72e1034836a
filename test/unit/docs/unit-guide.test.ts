/** Whoever has only docs/unit.vi.md can do every act: each example is written into the sample, checked and planned. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isMailChange } from '../../../src/model/plan/plan.ts';
import { signs } from '../../../src/render/github/headline.ts';
import { headlineWords } from '../../../src/render/github/words/review.ts';
import { renderPlanText } from '../../../src/render/plan/text.ts';
import { editsOf, writeEdit } from '../../support/page-edits.ts';
import { applied, planOf } from '../../support/world.ts';
import { codeWords, pageOf, root, tableAfter } from './read-docs.ts';

const { text } = pageOf('docs/unit.vi.md');
const edits = editsOf(text);

const sample = Object.fromEntries(
  globSync('directory/organizations/**/*.yaml', { cwd: root }).map((file) => [
    basename(file, '.yaml'),
    readFileSync(join(root, file), 'utf8'),
  ]),
);
const policy = readFileSync(join(root, 'directory/policy.yaml'), 'utf8');

/** One act after the other, each with the server as the one before has left it. */
function* story() {
  let organizations = sample;
  let accounts = applied([], planOf({ organizations, policy, today: '2026-11-20' }).plan);
  for (const edit of edits) {
    const { organization, act, day } = edit;
    organizations = { ...organizations, [organization]: writeEdit(organizations[organization] ?? '', edit) };
    if (act === undefined || day === undefined) continue;
    const { plan, problems } = planOf({ organizations, policy, accounts, today: day });
    yield { edit, act, plan, problems };
    accounts = applied(accounts, plan);
  }
}

const acts = [...story()].map(
  (one) => [`${one.act}: ${one.edit.lines.join(' ').slice(0, 60)}`, one] as const,
);

describe('the examples of docs/unit.vi.md', () => {
  it('are of every act a unit asks for', () => {
    expect(new Set(acts.map(([, { act }]) => act))).toEqual(
      new Set(['create', 'update', 'terminate', 'transfer', 'suspend', 'restore', 'reset', 'nothing']),
    );
    expect(acts.length).toBeGreaterThanOrEqual(11);
  });

  it.each(acts)('%s', (_title, { edit, act, plan, problems }) => {
    const files = [edit.organization, 'sotttt'];
    expect(problems.filter(({ at }) => files.some((id) => at.file.endsWith(`/${id}.yaml`)))).toEqual([]);
    const own = plan.changes.filter((change) => !isMailChange(change));
    // Whoever is transferred gets a mailbox at the other place.
    const kinds = act === 'nothing' ? [] : act === 'transfer' ? ['transfer', 'create'] : [act];
    expect(own.map(({ kind }) => kind)).toEqual(kinds);
    const key = /id: (\S+)/.exec(edit.lines[0] ?? '')?.[1];
    const expected = key === undefined ? `organization:${edit.organization}` : `person:${key}`;
    expect(new Set(own.map((change) => change.key))).toEqual(new Set(own.length === 0 ? [] : [expected]));
    expect(
      plan.held.filter((one) => one.kind !== 'delete' && ['sotttt', 'sotc'].includes(one.organization ?? '')),
    ).toEqual([]);
  });

  it.each(acts.filter(([, { edit }]) => edit.outputs.some((output) => /^[×⇄+]/.test(output))))(
    '%s, as the page shows the plan',
    (_title, { edit, plan }) => {
      const shown = renderPlanText(plan, { language: 'vi', limit: 40 }).replaceAll('organizations/', '');
      for (const output of edit.outputs.filter((one) => /^[×⇄+]/.test(one))) {
        expect(shown).toContain(
          output.replaceAll(/directory\/organizations\/(?:\w+\/)?/g, 'directory/').trimEnd(),
        );
      }
    },
  );
});

describe('the forms', () => {
  const folder = join(root, '.github/ISSUE_TEMPLATE');
  const names = readdirSync(folder)
    .filter((file) => file !== 'config.yml')
    .map((file) => parse(readFileSync(join(folder, file), 'utf8')).name as string);
  const rows = tableAfter(text, '<!-- acts -->');

  it('are all in the table, by their names, and in the picture', () => {
    const told = rows.flatMap(([, form = '']) =>
      [...form.matchAll(/\*([^*]+)\*(?!\*)/g)].map(([, name]) => name),
    );
    expect(names.filter((name) => !told.includes(name))).toEqual([]);
    const picture = readFileSync(join(root, 'docs/images/github-chon-phieu.svg'), 'utf8');
    expect(names.filter((name) => !picture.includes(`>${name}<`))).toEqual([]);
  });

  it('stand beside keys the schema has', () => {
    const schema = readFileSync(join(root, 'schemas/organization.schema.json'), 'utf8');
    const keys = rows.flatMap(([, , key = '']) => codeWords(key)).filter((key) => !key.includes('.'));
    expect(keys.length).toBeGreaterThan(12);
    expect(keys.filter((key) => !schema.includes(`"${key}"`))).toEqual([]);
  });
});

it('what danhba answers is quoted as it answers', () => {
  const quoted = [...text.matchAll(/<!-- quoted (\S+) -->\s+((?:>.*\n)+)/g)];
  expect(quoted).toHaveLength(1);
  for (const [, file = '', block = ''] of quoted) {
    const lines = block.split('\n').map((line) => line.replace(/^> ?/, ''));
    const golden = readFileSync(join(root, file), 'utf8').split('\n');
    expect(lines.filter((line) => line !== '' && !golden.includes(line))).toEqual([]);
  }
});

it('the first line of an answer is told as danhba writes it, whatever the standing', () => {
  const { conflict, wrong, removed, waiting, held, ready } = headlineWords.vi;
  const lines = {
    conflict,
    wrong: wrong(2),
    removed: removed('Lò Văn È'),
    waiting,
    held: held(1, 2, true),
    ready,
  } as const;
  const told = tableAfter(text, '<!-- standings -->').map(([first = '']) => first);
  for (const [standing, line] of Object.entries(lines)) {
    const icon = signs[standing as keyof typeof lines];
    const row = told.find((one) => {
      const parts = one.replace(icon, '').split('…');
      return one.startsWith(icon) && parts.every((part) => line.includes(part.trim()));
    });
    expect(row, `${icon} ${line}`).toBeDefined();
  }
  expect(told).toHaveLength(Object.keys(lines).length);
});
