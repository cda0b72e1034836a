/** The command as a shell runs it: help, wrong arguments, streams, a reader that leaves, no colour. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { cli, type Ended, startDanhba } from '../../support/child.ts';

const root = join(import.meta.dirname, '../../..');
const danhba = (args: readonly string[], input = '') => startDanhba(args, { cwd: root, input });

/** Nothing a terminal would obey but line ends. */
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

function expectPlain({ out, err }: Ended): void {
  expect(out).not.toMatch(unprintable);
  expect(err).not.toMatch(unprintable);
  expect(err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
}

describe('help', () => {
  it.each([
    [],
    ['check'],
    ['plan'],
    ['apply'],
    ['name'],
    ['name', 'person'],
    ['name', 'organization'],
    ['deadline'],
    ['demo'],
  ])('of danhba %s %s goes to stdout', async (...command: string[]) => {
    const ended = await danhba([...command, '--help']);
    expect(ended.code).toBe(0);
    expect(ended.err).toBe('');
    expect(ended.out).toContain(`Cách dùng: danhba ${command.join(' ')}`.trim());
    expectPlain(ended);
  });
});

describe('wrong arguments', () => {
  it.each([
    ['an unknown command', ['chekc'], '[usage] không có lệnh "chekc"\n   = Có phải là "check"?'],
    [
      'an unknown option',
      ['check', '--formt', 'json'],
      '[usage] không có tùy chọn "--formt"\n   = Có phải là "--format"?',
    ],
    ['too many arguments', ['apply', 'a.json', 'b.json'], '[usage] thừa đối số'],
    ['an option without its value', ['plan', '--out'], '"--out <file>" thiếu giá trị'],
    ['a missing argument', ['name', 'person', '--suffix', 'sotttt'], '[usage] thiếu "name"'],
    ['a missing option', ['name', 'person', 'Nguyễn Văn An'], '[usage] thiếu "--suffix <label>"'],
    ['no such day', ['check', '--today', '2026-02-30'], '[option-today] --today 2026-02-30'],
    ['no day at all', ['check', '--today', 'hôm nay'], '[option-today]'],
    ['an empty day', ['check', '--today', ''], '[option-today]'],
    ['an unknown language', ['check', '--lang', 'fr'], '[option-lang] --lang fr: vi | en'],
    ['an unknown format', ['check', '--format', 'xml'], '[option] --format xml: text | json | github'],
    ['a format of another command', ['plan', '--format', 'github'], 'text | json | markdown'],
    ['an unknown kind', ['name', 'organization', 'Sở X', '--kind', 'so'], '[option-kind] --kind so'],
    ['no such directory', ['check', '--directory', 'khong-co'], '[directory-unreadable] khong-co'],
    ['no such directory to apply', ['apply', '--directory', 'khong-co'], 'khong-co/policy.yaml'],
    ['no such directory for the demo', ['demo', '--directory', 'khong-co'], 'khong-co/policy.yaml'],
    ['no such plan', ['apply', 'khong-co.json'], '[plan-file] khong-co.json: ENOENT'],
    ['a plan that is none', ['apply', 'package.json'], '[plan-file] package.json'],
    ['a plan that is no JSON', ['apply', 'LICENSE'], '[plan-file] LICENSE'],
  ] as const)('%s: exit 1, words on stderr alone', async (_name, args, words) => {
    const ended = await danhba(args);
    expect(ended.code).toBe(1);
    expect(ended.out).toBe('');
    expect(ended.err).toContain(words);
    expect(ended.err).toMatch(/\n {3}= .+\n|^danhba: \[system\] /);
    expectPlain(ended);
  });

  it('shows control characters of an argument by their numbers', async () => {
    const ended = await danhba(['check', '--directory', 'x\u001b]0;y\u0007']);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('x\\u{1b}]0;y\\u{7}');
    expectPlain(ended);
  });

  it('without a command shows the usage and fails', async () => {
    const ended = await danhba([]);
    expect(ended.code).toBe(1);
    expect(ended.out).toBe('');
    expect(ended.err).toContain('Cách dùng: danhba');
  });
});

describe('output', () => {
  it('is Vietnamese by default and English on request', async () => {
    const [vi, en] = await Promise.all([danhba(['check']), danhba(['check', '--lang', 'en'])]);
    expect(vi).toMatchObject({ code: 0, err: '' });
    // From October to December the calendar of the next year is missed.
    expect(vi.out).toMatch(/^Danh bạ đúng quy tắc: |\[calendar-missing\] Chưa có lịch năm/);
    expect(en.out).toMatch(/^The directory keeps the rules: |\[calendar-missing\] There is no calendar of/);
    expectPlain(vi);
    expectPlain(en);
  });

  it('as JSON is one document on stdout', async () => {
    const directory = join('test/problems/date-invalid');
    const { code, out } = await danhba(['check', '--directory', directory, '--format', 'json']);
    expect(code).toBe(1);
    const { problems } = JSON.parse(out) as { problems: { code: string; severity: string }[] };
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('of a batch is one object for each line, whatever the lines hold', async () => {
    const lines = [
      '{"kind":"person","name":"Nguyễn Văn An","suffix":"sotttt"}',
      'rác',
      '',
      '[]',
      'null',
      '1e999',
    ];
    const { code, out, err } = await danhba(['name', '--stdin'], `${lines.join('\r\n')}\r\n`);
    expect(code).toBe(1);
    expect(err).toBe('');
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; accepted: boolean });
    expect(answers.map(({ line, accepted }) => [line, accepted])).toEqual([
      [1, true],
      [2, false],
      [4, false],
      [5, false],
      [6, false],
    ]);
  });

  it.each(['stdout', 'stderr'] as const)('survives a reader that closes %s early', async (stream) => {
    const args = stream === 'stdout' ? ['name', '--stdin'] : ['apply', 'khong-co.json'];
    const child = spawn(process.execPath, [cli, ...args], { cwd: root });
    const other = text(stream === 'stdout' ? child.stderr : child.stdout);
    child.stdin.on('error', () => {});
    child[stream].destroy();
    const line = '{"kind":"person","name":"Nguyễn Văn An","suffix":"sotttt"}\n';
    child.stdin.end(stream === 'stdout' ? line.repeat(2000) : '');
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(await other).toBe('');
    expect(code).toBe(1);
  });
});
