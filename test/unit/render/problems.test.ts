/** Problems as text, JSON and workflow commands: the caret stands right, and no text of others gets out. */
import { describe, expect, it } from 'vitest';
import { makeLocator } from '../../../src/desired/read/locate.ts';
import type { Problem } from '../../../src/model/problems/problem.ts';
import {
  type ProblemContext,
  renderProblemsGithub,
  renderProblemsJson,
  renderProblemsText,
} from '../../../src/render/problems/problems.ts';
import type { Language } from '../../../src/render/text/wording.ts';

function contextOf(texts: Readonly<Record<string, string>>, language: Language = 'en'): ProblemContext {
  const byFile = new Map(Object.entries(texts));
  return { language, locate: makeLocator(byFile), textOf: (file) => byFile.get(file) };
}

const unknown = (file: string, ...path: string[]): Problem => ({
  code: 'unknown-key',
  args: { key: path.at(-1) ?? '', allowed: ['name'] },
  severity: 'error',
  at: { file, path, onKey: true },
});
const sized = (file: string, ...path: string[]): Problem => ({
  code: 'value-out-of-bounds',
  args: { value: 'x', rule: 'maxLength 1' },
  severity: 'error',
  at: { file, path },
});

/** The line of the file and the line of the caret, without their margins. */
function excerptOf(text: string, problem: Problem): readonly (string | undefined)[] {
  const lines = renderProblemsText([problem], contextOf({ 'a.yaml': text })).split('\n');
  return lines.slice(1, 3).map((line) => line.replace(/^ \d* *\| /, ''));
}

describe('the excerpt', () => {
  it('is the line, a caret under the place, and the hint', () => {
    const text = renderProblemsText([unknown('a.yaml', 'nmae')], contextOf({ 'a.yaml': 'id: x\nnmae: y\n' }));
    expect(text).toBe(
      [
        'a.yaml:2:1: error [unknown-key] There is no key "nmae"',
        ' 2 | nmae: y',
        '   | ^',
        '   = Keys that may stand here: name',
        '',
        '1 error, 0 warnings',
        '',
      ].join('\n'),
    );
  });

  it('is in Vietnamese too', () => {
    const text = renderProblemsText([unknown('a.yaml', 'x')], contextOf({ 'a.yaml': 'x: y\n' }, 'vi'));
    expect(text).toContain('a.yaml:1:1: lỗi [unknown-key] Không có khóa "x"');
    expect(text).toContain('1 lỗi, 0 cảnh báo');
  });

  it.each([
    ['NFC', 'ô: {tên: Lò, x: y}\n'.normalize('NFC'), '             ^'],
    ['NFD: as many columns as are seen', 'ô: {tên: Lò, x: y}\n'.normalize('NFD'), '             ^'],
    ['a tab', 'a:\t\t{x: y}\n', '     ^'],
    ['an emoji', 'a: {"😀": 1, x: y}\n', '            ^'],
    ['a letter and marks no one letter composes', 'a: {"q\u0303\u0323": 1, x: y}\n', '            ^'],
    ['a hidden character, shown', 'a: {"\u200b": 1, x: y}\n', '                   ^'],
  ])('counts columns with %s', (_what, text, caret) => {
    const key = text.startsWith('a') ? 'a' : 'ô'.normalize(text === text.normalize('NFC') ? 'NFC' : 'NFD');
    const [line = '', found] = excerptOf(text, unknown('a.yaml', key, 'x'));
    expect(found).toBe(caret);
    expect([...line.normalize('NFC').replace(/\p{M}/gu, '')][caret.length - 1]).toBe('x');
  });

  it('shows tabs as spaces', () => {
    expect(excerptOf('a:\t{x: y}\n', unknown('a.yaml', 'a', 'x'))).toEqual(['a: {x: y}', '    ^']);
  });

  it('has no carriage return', () => {
    expect(excerptOf('id: x\r\nnmae: y\r\n', unknown('a.yaml', 'nmae'))).toEqual(['nmae: y', '^']);
  });

  it('has no byte-order mark, nor a column for it', () => {
    expect(excerptOf('\ufeffnmae: y\n', unknown('a.yaml', 'nmae'))).toEqual(['nmae: y', '^']);
    const text = renderProblemsText([unknown('a.yaml', 'nmae')], contextOf({ 'a.yaml': '\ufeffnmae: y\n' }));
    expect(text).toContain('a.yaml:1:1:');
  });

  it('is cut around the place of a long line', () => {
    const text = `a: {"${'k'.repeat(500)}": 1, x: ${'v'.repeat(500)}}\n`;
    const [line = '', caret = ''] = excerptOf(text, unknown('a.yaml', 'a', 'x'));
    expect(line.length).toBeLessThanOrEqual(160);
    expect(line[caret.length - 1]).toBe('x');
  });

  it('is cut between the halves of a character without leaving one', () => {
    for (let shift = 0; shift < 4; shift++) {
      const text = `a: {"${'z'.repeat(shift)}${'😀'.repeat(60)}": 1, x: "${'😀'.repeat(90)}"}\n`;
      const [line = ''] = excerptOf(text, unknown('a.yaml', 'a', 'x'));
      expect(line.isWellFormed()).toBe(true);
    }
  });

  it('keeps its margin for long line numbers', () => {
    const text = `${'# x\n'.repeat(1233)}nmae: y\n`;
    const lines = renderProblemsText([unknown('a.yaml', 'nmae')], contextOf({ 'a.yaml': text })).split('\n');
    expect(lines.slice(1, 3)).toEqual([' 1234 | nmae: y', '      | ^']);
  });

  it('is left out where there is no text to show', () => {
    const problem: Problem = {
      code: 'policy-missing',
      args: {},
      severity: 'error',
      at: { file: 'p', path: [] },
    };
    expect(renderProblemsText([problem], contextOf({}))).toMatch(
      /^p:1:1: error \[policy-missing\].*\n {3}= /,
    );
    expect(renderProblemsText([problem], contextOf({ p: '\n\n' }))).not.toContain('|');
  });
});

describe('the order', () => {
  it('is by file, line, column and code, whatever was found first', () => {
    const texts = { 'a.yaml': 'x: 1\ny: {z: 2}\n', 'b.yaml': 'x: 1\n' };
    const problems = [
      unknown('b.yaml', 'x'),
      unknown('a.yaml', 'y', 'z'),
      sized('a.yaml', 'y'),
      unknown('a.yaml', 'y'),
      unknown('a.yaml', 'x'),
    ];
    const heads = (list: readonly Problem[]) =>
      renderProblemsText(list, contextOf(texts))
        .split('\n')
        .filter((line) => line.includes(' error '))
        .map((line) => line.slice(0, line.indexOf(']') + 1).replace('error [', ''));
    expect(heads(problems)).toEqual([
      'a.yaml:1:1: unknown-key]',
      'a.yaml:2:1: unknown-key]',
      'a.yaml:2:4: value-out-of-bounds]',
      'a.yaml:2:5: unknown-key]',
      'b.yaml:1:1: unknown-key]',
    ]);
    expect(heads(problems.toReversed())).toEqual(heads(problems));
  });

  it('counts errors and warnings apart', () => {
    const warning = { ...unknown('a.yaml', 'x'), severity: 'warning' as const };
    const text = renderProblemsText([warning, unknown('a.yaml', 'x')], contextOf({ 'a.yaml': 'x: 1\n' }));
    expect(text).toMatch(/\n1 error, 1 warning\n$/);
    expect(text).toContain('warning [unknown-key]');
  });
});

describe('JSON', () => {
  it('is exactly the document of the contract', () => {
    const problems: Problem[] = [
      unknown('a.yaml', 'x'),
      { code: 'custodian-missing', args: {}, severity: 'warning', at: { file: 'a.yaml', path: ['mailbox'] } },
    ];
    expect(JSON.parse(renderProblemsJson(problems, contextOf({ 'a.yaml': 'mailbox: {}\nx: 1\n' })))).toEqual({
      problems: [
        {
          code: 'custodian-missing',
          severity: 'warning',
          file: 'a.yaml',
          line: 1,
          column: 10,
          message: 'The agency mailbox has no custodian (9.1)',
          hint: 'Add "custodian: <id of a person of the organization>"',
        },
        {
          code: 'unknown-key',
          severity: 'error',
          file: 'a.yaml',
          line: 2,
          column: 1,
          message: 'There is no key "x"',
          hint: 'Keys that may stand here: name',
        },
      ],
    });
  });

  it('of nothing is an empty list', () => {
    expect(JSON.parse(renderProblemsJson([], contextOf({})))).toEqual({ problems: [] });
  });

  it('holds no raw control, direction mark or half a character, and loses none', () => {
    const key = '\u001b]0;x\u0007\u202e\u009b\u200b\ud800\u{e0041}';
    const json = renderProblemsJson([unknown('a\u202e.yaml', key)], contextOf({}));
    expect(json).toMatch(/^[\n\x20-\x7e]*$/);
    const [problem] = JSON.parse(json).problems;
    expect(problem.file).toBe('a\u202e.yaml');
    expect(problem.message).toContain(key);
  });
});

/** What a runner of GitHub would obey in this output: commands at a line's start, and `##[…]` anywhere. */
function commandsOf(output: string): readonly string[] {
  return output
    .split(/\r\n|\r|\n/)
    .flatMap((line) => [/^\s*::(\S+?)[ :]/.exec(line)?.[1], /##\[(\w+)/.exec(line)?.[1]])
    .filter((command) => command !== undefined);
}

const attacks = [
  '%0A::error::x',
  '\n::set-output name=a::b',
  '\r\n::add-mask::x',
  '\r::stop-commands::x',
  '::error file=x::y',
  '##[error]x',
  '%25%0A::error::',
  ',line=9::x',
  'a:b,c=d',
  '\u2028::error::x',
  '\u0085::error::x',
];

describe('workflow commands', () => {
  it('are one for each problem, with its place', () => {
    const context = contextOf({ 'directory/a.yaml': 'id: x\n  \nx: 1\n' });
    expect(renderProblemsGithub([unknown('directory/a.yaml', 'x')], context)).toBe(
      '::error file=directory/a.yaml,line=3,col=1,title=unknown-key::There is no key "x". Keys that may stand here: name\n',
    );
    const warning = { ...unknown('directory/a.yaml', 'x'), severity: 'warning' as const };
    expect(renderProblemsGithub([warning], context)).toMatch(/^::warning file=/);
    expect(renderProblemsGithub([], context)).toBe('');
  });

  it.each(attacks)('cannot be begun by a key or a name: %j', (attack) => {
    const output = renderProblemsGithub([unknown('a.yaml', attack)], contextOf({}));
    expect(commandsOf(output)).toEqual(['error']);
    expect(output.split('\n')).toHaveLength(2);
    expect(output).toMatch(/^::error file=a\.yaml,line=1,col=1,title=unknown-key::There is no key /);
  });

  it.each(attacks)('cannot be begun by the name of a file: %j', (attack) => {
    const output = renderProblemsGithub([unknown(`${attack}.yaml`, 'x')], contextOf({}));
    expect(commandsOf(output)).toEqual(['error']);
    const properties = /^::error (.*?)::There is/.exec(output)?.[1]?.split(',') ?? [];
    expect(properties.map((property) => property.split('=')[0])).toEqual(['file', 'line', 'col', 'title']);
  });

  it.each(attacks)('cannot be begun by the text form in a job either: %j', (attack) => {
    const texts = { 'a.yaml': `${attack.replace(/[\r\n]/g, ' ')}: 1\n` };
    const output = renderProblemsText(
      [unknown('a.yaml', attack), unknown(`${attack}.yaml`, 'x')],
      contextOf(texts),
    );
    expect(commandsOf(output)).toEqual([]);
  });
});

describe('a terminal', () => {
  const terminal = [
    '\u001b]0;x\u0007',
    '\u001b[2J',
    '\u009b31m',
    '\u0008\u0008',
    '\u007f',
    '\r',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u{e0041}',
    '\ud83d',
  ];
  it.each(terminal)('is told of %j by its code point', (text) => {
    const at: Problem = { ...unknown('a.yaml', 'x'), args: { key: `a${text}b`, allowed: [] } } as Problem;
    const output = renderProblemsText([at], contextOf({ 'a.yaml': `# ${text}\n` }));
    expect(output).not.toContain(text);
    const code = (text.codePointAt(0) ?? 0).toString(16);
    expect(output).toContain(`"a\\u{${code}}`);
    expect(renderProblemsGithub([at], contextOf({}))).toContain(`a\\u{${code}}`);
  });

  it('is told of a hidden character in the name of a file', () => {
    const output = renderProblemsText([unknown('a\u001b[2J.yaml', 'x')], contextOf({}));
    expect(output).toMatch(/^a\\u\{1b\}\[2J\.yaml:1:1:/);
  });
});
