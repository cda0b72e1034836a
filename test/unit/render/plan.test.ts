/** Plans as text and Markdown: whatever a name holds, it is shown as itself and is nothing else. */
import { describe, expect, it } from 'vitest';
import type { Account, ActualAccount } from '../../../src/model/account/account.ts';
import type { Change, Held, Plan } from '../../../src/model/plan/plan.ts';
import { renderPlanMarkdown } from '../../../src/render/plan/markdown.ts';
import { renderPlanText } from '../../../src/render/plan/text.ts';
import { markdown } from '../../../src/render/text/escape.ts';
import { renderTable } from '../../../src/render/text/table.ts';
import { unmarkedAt } from '../../support/world.ts';

const account = (name: string, more: Partial<Account> = {}): Account => ({
  key: 'person:LC-1',
  organization: 'soa',
  name,
  mailbox: true,
  address: 'annv.soa@laichau.gov.vn',
  addresses: ['annv.soa@laichau.gov.vn'],
  locked: false,
  ...more,
});

const creation = (name: string, more: Partial<Account> = {}): Change => ({
  id: 'create person:LC-1',
  key: 'person:LC-1',
  kind: 'create',
  number: 1,
  wave: 1,
  after: [],
  why: { code: 'declared', clause: '6.1', file: 'directory/organizations/soa.yaml', line: 8 },
  account: account(name, more),
});

function update(from: Partial<Account>, to: Partial<Account>): Change {
  const base: ActualAccount = { ...account('An', from), dn: 'uid=LC-1', uuid: 'u' };
  const fields = Object.keys(to) as (keyof Account)[];
  const { number: _number, ...rest } = creation('An') as Extract<Change, { kind: 'create' }>;
  return { ...rest, id: 'update person:LC-1', kind: 'update', base, fields, account: account('An', to) };
}

const held = (name: string, organization = 'soa'): Held => ({
  key: 'person:LC-1',
  name,
  organization,
  code: 'address-held',
  args: { address: 'annv.soa@laichau.gov.vn', holder: name },
});

const planOf = (parts: Partial<Plan>): Plan => ({
  format: 'danhba-plan/1',
  domain: 'laichau.gov.vn',
  baseDn: 'dc=laichau,dc=gov,dc=vn',
  today: '2026-11-23',
  digest: 'f'.repeat(64),
  counts: { wanted: 1, actual: 1 },
  changes: [],
  held: [],
  upcoming: [],
  unmarked: [],
  ...parts,
});

const options = { language: 'en', limit: 50, names: new Map() } as const;
const asMarkdown = (parts: Partial<Plan>) => renderPlanMarkdown(planOf(parts), options);
const asText = (parts: Partial<Plan>) => renderPlanText(planOf(parts), options);

const hostile = [
  'a | b',
  'a || b \\| c',
  '<img src=x onerror=alert(1)>',
  '</td></table><script>x</script>',
  '<!-- hidden -->',
  '@someone',
  'Lò @laichau/operators',
  '(@someone)',
  '`code` ``more``',
  '```\ncode',
  '[x](http://evil.example)',
  '](http://evil.example)',
  '![x](https://evil.example/p.png)',
  '<http://evil.example>',
  'http://evil.example/x',
  'www.evil.example',
  '[x]: http://evil.example',
  '# heading',
  '## heading',
  '- item',
  '1. item',
  '2) item',
  '> quote',
  '---',
  '===',
  '~~~',
  '~~gone~~',
  '**bold** __bold__ *it* _it_',
  '#12',
  'laichau/danhba#12',
  'GH-1',
  '&lt;b&gt; &#60;b>',
  '$x$ $$y$$',
  'a\nb\n\n# c',
  'a\r\n| x | y |',
  '\u202etxt\u200b',
  '\u001b]0;x\u0007',
  '\\',
  ':::note',
  '    indented',
];

/** Cells of a table's row: GitHub takes a `|` for a border unless it is escaped. */
const cellsOf = (row: string) => row.split(/(?<!(?<!\\)(?:\\\\)*\\)\|/).slice(1, -1);

/** Markup that is live in this line: what is left when escaped characters and entities are taken out. */
function liveMarkup(line: string): readonly string[] {
  const bare = line.replace(/\\[\\`*_{}[\]()#+!|~>$.=:-]/g, '').replace(/&(?:amp|lt|gt|#8203);/g, '\u200b');
  const live = [
    /[`*_[\]<>]/,
    /~~/,
    /\$/,
    /:\/\//,
    /www\./i,
    /(?<![A-Za-z0-9_])@[A-Za-z0-9]/,
    /#\d/,
    /!\[/,
    /&#?\w+;/,
  ];
  return live.filter((pattern) => pattern.test(bare)).map(({ source }) => source);
}

describe('a name in Markdown', () => {
  it.each(hostile)('%j is text and nothing else', (name) => {
    expect(liveMarkup(markdown(name))).toEqual([]);
    expect(markdown(name)).not.toContain('\n');
    expect(markdown(name)).not.toMatch(/^(?:\s|-|=|:|\d+[.)]|#|>|\+|\*|~|`|\|)/);
  });

  it.each(hostile)('%j keeps the table of a plan in shape', (name) => {
    const output = asMarkdown({ changes: [creation(name)] });
    const rows = output.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(3);
    expect(rows.map((row) => cellsOf(row).length)).toEqual([5, 5, 5]);
    expect(liveMarkup(cellsOf(rows[2] ?? '')[1]?.replace('<br>', '') ?? '')).toEqual([]);
    expect(output.split('\n').slice(0, 2)).toEqual([expect.stringMatching(/^## Plan of 2026-11-23/), '']);
  });

  it.each(hostile)('%j stays in its item of what is held', (name) => {
    const output = asMarkdown({ held: [held(name, name)] });
    const items = output.split('\n').filter((line) => line.startsWith('- '));
    expect(items).toHaveLength(1);
    expect(liveMarkup(items[0]?.slice(2) ?? '')).toEqual([]);
  });

  it.each(hostile)('%j stays in its item as a DN of the server', (name) => {
    const output = asMarkdown({ unmarked: [unmarkedAt(name)] });
    const items = output.split('\n').filter((line) => line.startsWith('- '));
    expect(items).toHaveLength(1);
    expect(liveMarkup(items[0]?.slice(2) ?? '')).toEqual([]);
  });

  it('keeps an ordinary one readable', () => {
    expect(markdown('Nguyễn Văn An')).toBe('Nguyễn Văn An');
    expect(markdown('annv.soa@laichau.gov.vn')).toBe('annv.soa@laichau.gov.vn');
    expect(markdown("H'Hen Niê (Phòng 1)")).toBe("H'Hen Niê \\(Phòng 1\\)");
  });

  it('is also safe as a title, a unit, a document and a file', () => {
    for (const text of hostile) {
      const change = update({ title: 'x' }, { title: text, unit: text });
      const why = { code: 'declared', clause: '6.1', file: text, line: 1, document: text } as const;
      const rows = asMarkdown({ changes: [{ ...change, why }] })
        .split('\n')
        .filter((line) => line.startsWith('|'));
      expect(rows.map((row) => cellsOf(row).length)).toEqual([5, 5, 5]);
      const [, , , changed = '', reason = ''] = cellsOf(rows[2] ?? '');
      expect(liveMarkup(changed.replaceAll('<br>', '')), text).toEqual([]);
      expect(liveMarkup(reason), text).toEqual([]);
    }
  });
});

describe('what a public comment leaves out', () => {
  it.each(['phone', 'basis', 'notice', 'reset'] as const)('%s', (field) => {
    const change = update({ title: 'a', [field]: 'secret-old' }, { title: 'b', [field]: 'secret-new' });
    expect(asMarkdown({ changes: [change] })).not.toContain('secret');
    expect(
      asMarkdown({ changes: [update({ [field]: 'secret-old' }, { [field]: 'secret-new' })] }),
    ).not.toContain('secret');
  });
});

describe('a plan as text', () => {
  it.each(hostile)('%j is shown on its own line', (name) => {
    const output = asText({
      changes: [creation(name)],
      held: [held(name, name)],
      unmarked: [unmarkedAt(name)],
    });
    const plain = asText({
      changes: [creation('x')],
      held: [held('x', 'x')],
      unmarked: [unmarkedAt('x')],
    });
    expect(output.split('\n')).toHaveLength(plain.split('\n').length);
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e]/);
  });

  it.each(['::error::x', '  ::set-output name=a::b', '##[add-mask]x', '\n::error::x'])(
    '%j begins no workflow command',
    (name) => {
      const changes = [creation(name, { organization: name }), creation('An', { organization: 'sob' })];
      const output = asText({ changes, held: [held(name, name)], unmarked: [unmarkedAt(name)] });
      for (const line of output.split('\n')) {
        expect(line.trimStart().startsWith('::'), line).toBe(false);
        expect(line).not.toContain('##[');
      }
    },
  );

  it('tells a limited number and counts the rest', () => {
    const changes = Array.from({ length: 5 }, (_, index) => creation(`Người ${index}`));
    const output = renderPlanText(planOf({ changes }), { language: 'en', limit: 2 });
    expect(output).toContain('Người 1');
    expect(output).not.toContain('Người 2');
    expect(output).toContain('and 3 more');
  });

  it('tells first whom an operator keeps out, however much is held beside', () => {
    const many = Array.from({ length: 5 }, (_, index) => held(`Người ${index}`));
    const since = { since: '2026-11-18', days: 5, due: '2026-11-20', overdue: true };
    const locked: Held = { ...held('Bị khóa'), code: 'operator-lock', args: since };
    const waiting: Held = {
      ...held('Chờ xóa'),
      ...{ code: 'deletion-not-due', args: { from: '2026-01-02', due: '2027-01-02', term: 'notice' } },
    };
    for (const all of [
      [...many, locked],
      [waiting, ...many, locked],
    ]) {
      const parts = planOf({ held: all });
      for (const text of [renderPlanText, renderPlanMarkdown].map((one) =>
        one(parts, { ...options, limit: 1 }),
      )) {
        expect(text).toContain('Bị khóa');
        expect(text).toContain('OVERDUE since 2026-11-20');
        expect(text).not.toContain('Người 0');
      }
    }
  });
});

describe('a table', () => {
  const columns = [{ title: 'tổ chức' }, { title: 'cộng', align: 'right' as const }];

  it('aligns letters however they are encoded', () => {
    const rows = ['Mường Tè', 'Mường Tè'.normalize('NFD'), 'abc', 'q\u0303\u0323'].map((name) => [name, '7']);
    const lines = renderTable(columns, rows);
    const seen = lines.map((line) => [...line.normalize('NFC').replace(/\p{M}/gu, '')].length);
    expect(new Set(seen).size).toBe(1);
    expect(lines[0]).toBe('  tổ chức   cộng');
    expect(lines[3]).toBe('  abc          7');
  });

  it('is as wide as its titles where the cells are short, and has no space at the end', () => {
    expect(
      renderTable(
        [{ title: 'a' }, { title: 'bcd' }],
        [
          ['x', 'y'],
          ['long', ''],
        ],
      ),
    ).toEqual(['  a     bcd', '  x     y', '  long']);
  });

  it('of no rows is its titles', () => expect(renderTable(columns, [])).toEqual(['  tổ chức  cộng']));
});
