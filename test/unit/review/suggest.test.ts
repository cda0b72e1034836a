/** A one-click suggestion: exactly the line that is right, and none where somebody has to choose. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Problem } from '../../../src/model/problems/problem.ts';
import { suggestLines } from '../../../src/review/suggest.ts';

const file = 'directory/organizations/soa.yaml';
type Fact = Pick<Problem, 'code' | 'args'>;

/** As if each of them stood on this line of the text. */
function suggest(facts: readonly Fact[], text: string, line = 1) {
  const problems = facts.map(
    (fact) => ({ ...fact, severity: 'error', at: { file, path: [] } }) as unknown as Problem,
  );
  return suggestLines(problems, { locate: () => ({ line }), textOf: () => text });
}
const lineOf = (fact: Fact, text: string) => suggest([fact], text)[0]?.text;

const differs = (address: string, expected: string): Fact => ({
  code: 'address-differs',
  args: { address, expected, of: 'person' },
});
const key = (found: string, suggestion?: string): Fact => ({
  code: 'unknown-key',
  args: { key: found, allowed: ['title', 'phone', 'aliases', 'unit'], ...(suggestion && { suggestion }) },
});
const value = (found: string, suggestion?: string): Fact => ({
  code: 'value-not-allowed',
  args: {
    value: found,
    allowed: ['district', 'district-room', 'town', 'commune'],
    ...(suggestion && { suggestion }),
  },
});
const right = differs('binhtran.syt@laichau.gov.vn', 'binhtt.syt@laichau.gov.vn');

describe('the line that is right', () => {
  test.each<[string, Fact, string, string]>([
    [
      'a personal address',
      right,
      '    address: binhtran.syt@laichau.gov.vn',
      '    address: binhtt.syt@laichau.gov.vn',
    ],
    [
      'an agency address',
      {
        code: 'address-without-decision',
        args: { address: 'soyte@laichau.gov.vn', derived: 'syt@laichau.gov.vn' },
      },
      '  address: soyte@laichau.gov.vn # cũ',
      '  address: syt@laichau.gov.vn # cũ',
    ],
    [
      'a code that is the full name',
      { code: 'code-full-name', args: { code: 'nm', expected: 'namma', kind: 'commune' } },
      'code: nm',
      'code: namma',
    ],
    [
      'a code that is fixed',
      { code: 'code-fixed', args: { code: 'ubndt', expected: 'ubnd', kind: 'people-committee' } },
      'code: ubndt',
      'code: ubnd',
    ],
    ['a key', key('titel', 'title'), '    titel: Chuyên viên', '    title: Chuyên viên'],
    ['a key in capitals', key('TITLE', 'title'), '    TITLE: A', '    title: A'],
    ['a word', value('distrct', 'district'), 'kind: distrct', 'kind: district'],
    ['a word in quotes', value('twon', 'town'), 'kind: "twon"', 'kind: "town"'],
    ['a word in single quotes', value('twon', 'town'), "kind: 'twon' # x", "kind: 'town' # x"],
    [
      'one of a flow mapping',
      key('titel', 'title'),
      '  - {id: LC-1, titel: A, name: B} # ghi chú',
      '  - {id: LC-1, title: A, name: B} # ghi chú',
    ],
    [
      'an address in a flow mapping',
      right,
      '  - {id: LC-1,address: binhtran.syt@laichau.gov.vn}',
      '  - {id: LC-1,address: binhtt.syt@laichau.gov.vn}',
    ],
  ])('%s', (_title, fact, before, after) => {
    expect(suggest([fact], before)).toEqual([{ path: file, line: 1, text: after, at: { file, path: [] } }]);
  });

  it('is that of the problem, without the end of a line that Windows wrote', () => {
    const text = 'kind: town\r\n    titel: A\r\n    titel: B\r\n';
    expect(suggest([key('titel', 'title')], text, 2)).toMatchObject([
      { path: file, line: 2, text: '    title: A' },
    ]);
  });

  it('is given once for a line: a second one would undo the first', () => {
    const line = '  - {titel: A, uint: B}';
    expect(suggest([key('titel', 'title'), key('uint', 'unit')], line)).toMatchObject([
      { text: '  - {title: A, uint: B}' },
    ]);
    expect(suggest([key('uint', 'unit'), key('uint', 'unit')], line)).toHaveLength(1);
  });

  it('is given for each line that has one', () => {
    const problems = [1, 2, 3].map(
      (line) => ({ ...key('titel', 'title'), severity: 'error', at: { file, path: [line] } }) as Problem,
    );
    const locate = ({ path: [line] }: Problem['at']) => ({ line: Number(line) });
    const textOf = () => 'titel: A\nname: B\ntitel: C\n';
    expect(suggestLines(problems, { locate, textOf }).map(({ line, text }) => [line, text])).toEqual([
      [1, 'title: A'],
      [3, 'title: C'],
    ]);
  });
});

describe('no line', () => {
  test.each<[string, Fact, string]>([
    ['where nothing is near enough', key('ghichu'), 'ghichu: x'],
    ['where the suggestion is empty', key('titel', ''), 'titel: x'],
    ['where the wrong text is empty', value('', 'town'), 'kind: ""'],
    ['where nothing can be derived', derivedNothing(), '  address: abc@laichau.gov.vn'],
    ['where the text stands twice', key('titel', 'title'), 'titel: titel'],
    ['where a comment holds it too', key('titel', 'title'), 'titel: A # titel là gì?'],
    ['where the line does not hold it', key('titel', 'title'), 'title: A'],
    ['where it is the end of a longer word', key('titel', 'title'), 'subtitel: A'],
    ['where it is the beginning of one', key('titel', 'title'), 'titel2: A'],
    ['where it is part of one with a hyphen', value('twon', 'town'), 'kind: twon-x'],
    ['where a letter with marks goes on', value('twon', 'town'), 'kind: twoné'],
    ['where it is part of a longer address', right, 'address: a.binhtran.syt@laichau.gov.vn'],
    ['where the address is written in capitals', right, 'address: BINHTRAN.SYT@laichau.gov.vn'],
    ['where the file could not be read', key('titel', 'title'), ''],
    ['where the line would end the block of the suggestion', key('titel', 'title'), 'titel: "```"'],
    ['where a character cannot be seen', key('titel', 'title'), 'titel: "a\u0007b"'],
    ['where text runs the other way', key('titel', 'title'), 'titel: a\u202eb'],
    ['that would show a telephone', key('phoen', 'phone'), 'phoen: "12"'],
    ['that has one beside it', key('titel', 'title'), '- {titel: A, phone: "12"}'],
    ['that has one under another name', key('titel', 'title'), '- {titel: A, dt: "0912.345.678"}'],
    ['that tells of a document', key('titel', 'title'), '- {titel: A, document: 1/QĐ}'],
    [
      'where two words are as near',
      { code: 'value-not-allowed', args: { value: 'twn', allowed: ['town', 'twin'], suggestion: 'town' } },
      'kind: twn',
    ],
    ['where the word is a guess', value('districtx-rom', 'district-room'), 'kind: districtx-rom'],
    [
      'where another organization may be meant',
      { code: 'parent-unknown', args: { parent: 'sotx', suggestion: 'sotc' } },
      'parent: sotx',
    ],
    [
      'where there is a choice',
      { code: 'code-not-accepted', args: { code: 'abc', accepted: ['syt', 'soyt'] } },
      'code: abc',
    ],
    [
      'where somebody has to decide',
      {
        code: 'address-collision',
        args: { address: 'a.b@c', holder: 'x', place: 'y:1', candidates: ['d.b@c'] },
      },
      'address: a.b@c',
    ],
  ])('%s', (_title, fact, text) => {
    expect(lineOf(fact, text)).toBeUndefined();
  });

  function derivedNothing(): Fact {
    return {
      code: 'address-without-decision',
      args: { address: 'abc@laichau.gov.vn', derived: '?@laichau.gov.vn' },
    };
  }

  it('outside of the text', () => {
    expect(suggest([key('titel', 'title')], 'titel: A\n', 7)).toEqual([]);
    expect(suggest([key('titel', 'title')], 'titel: A\n', 0)).toEqual([]);
  });
});

it('is given for nothing within an absence', () => {
  const problem = { ...key('titel', 'title'), severity: 'error' } as unknown as Problem;
  const source = { locate: () => ({ line: 1 }), textOf: () => 'titel: Nghỉ thai sản' };
  expect(suggestLines([{ ...problem, at: { file, path: ['people', 0, 'absence'] } }], source)).toEqual([]);
  expect(suggestLines([{ ...problem, at: { file, path: ['people', 0, 'title'] } }], source)).toHaveLength(1);
});

it('changes nothing of a line but the part that is wrong', () => {
  const word = fc.constantFrom(
    'titel',
    'title',
    ' ',
    ': ',
    '"',
    '# ',
    '{',
    ', ',
    '-',
    'é',
    '`',
    '\r',
    '\u0000',
  );
  const end = fc.constantFrom('', '  ', '- {', ', ');
  const around = fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 6 });
  let given = 0;
  fc.assert(
    fc.property(around, end, around, (before, last, after) => {
      const [left, tail] = [before.join('') + last, after.join('')].map((part) => part.replaceAll('\n', ''));
      const line = `${left}titel${tail}`;
      const text = lineOf(key('titel', 'title'), line);
      if (text === undefined) return;
      given++;
      expect(text).toBe(`${left}title${tail}`.replace(/\r$/, ''));
      expect(text).not.toMatch(/`{3}|\p{Cc}/u);
      expect(line.split('titel')).toHaveLength(2);
    }),
    { numRuns: 1000 },
  );
  expect(given).toBeGreaterThan(10);
});
