/** The fast reader agrees with the full YAML parser wherever it answers at all. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { parseBlockYaml } from '../../../src/desired/read/block-yaml.ts';

function fullParse(text: string): { value: unknown } | undefined {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  return document.errors.length > 0 ? undefined : { value: document.toJS() };
}

const directory = join(import.meta.dirname, '../../../directory');
const shipped = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file, readFileSync(join(directory, file), 'utf8')] as const);

const sample = `# a comment
id: sotttt
name: Sở Thông tin và Truyền thông # trailing
representatives: [octocat, "hub-ot", 'x y']
mailbox:
  custodian: LC-000017
  aliases: []
people:
  - id: LC-000017
    name: Nguyễn Văn An
    phone: "0213 3 876 543"
    privileged: false
    addressDecision: {document: 15/STTTT-CNTT, date: 2026-05-04}
    suspension: {reason: violation, clause: "12.5", notice: {document: a b, date: 2026-05-05}}
  - id: LC-000018
    name: Lò Thị Pành
codes:
- a
- b c
count: 12
`;

describe('parseBlockYaml', () => {
  it('reads every shipped file, as the full parser does', () => {
    expect(shipped.length).toBeGreaterThan(100);
    for (const [file, text] of shipped) {
      const fast = parseBlockYaml(text);
      expect(fast, file).toBeDefined();
      expect(fast?.value, file).toEqual(fullParse(text)?.value);
    }
  });

  it('reads the style of the format and tells the lines of items', () => {
    const fast = parseBlockYaml(sample);
    expect(fast?.value).toEqual(fullParse(sample)?.value);
    expect([...(fast?.lineOf.values() ?? [])]).toEqual([9, 15]);
  });

  it('tells keys apart that begin, end and are as long as each other', () => {
    const text = 'unit: a\nunrt: b\npeople:\n  - unit: c\n    unrt: d\n  - unrt: e\n    unit: f\n';
    expect(parseBlockYaml(text)?.value).toEqual(fullParse(text)?.value);
  });

  it.each(
    'true True tRUE trues truest null Null nulls No nO none Yes yesno on off offs False Falsehood e1 x: ~a éa'.split(
      ' ',
    ),
  )('takes %s for what the full parser does, or leaves it to it', (word) => {
    const text = `a: ${word}\nb: [${word}]\n`;
    const fast = parseBlockYaml(text);
    expect(fast?.value ?? fullParse(text)?.value).toEqual(fullParse(text)?.value);
  });

  it.each([
    ['a tab', 'a:\tb\n'],
    ['CRLF', 'a: b\r\nc: d\r\n'],
    ['a byte-order mark', '\ufeffa: b\n'],
    ['a duplicate key', 'a: b\na: c\n'],
    ['an anchor', 'a: &x b\n'],
    ['an alias', 'a: *x\n'],
    ['a tag', 'a: !!str b\n'],
    ['a block scalar', 'a: |\n  b\n'],
    ['a document marker', '---\na: b\n'],
    ['an escape', 'a: "b\\n"\n'],
    ['a scalar over two lines', 'a: b\n  c\n'],
    ['octal-looking digits', 'a: 0213\n'],
    ['an exponent', 'a: 1e3\n'],
    ['null', 'a: null\n'],
    ['a key that is null', 'null: a\nb: c\n'],
    ['a flow key that is null', 'a: {null: b}\n'],
    ['an empty value', 'a:\nb: c\n'],
    ['a nested colon', 'a: b: c\n'],
    ['__proto__', '__proto__: {a: b}\n'],
    ['a quoted key', '"a": b\n'],
    ['an unclosed bracket', 'a: [b, c\n'],
    ['text after a quote', 'a: "b" c\n'],
    ['a line separator', 'a: b\u2028c: d\n'],
    ['deep nesting', `a: ${'['.repeat(100_000)}`],
    ['nothing', ''],
  ])('leaves %s to the full parser', (_what, text) => {
    expect(parseBlockYaml(text)).toBeUndefined();
  });

  it('never differs from the full parser, however a file is damaged', () => {
    const texts = [sample, ...shipped.slice(0, 20).map(([, text]) => text.slice(0, 1500))];
    const piece = fc.constantFrom(
      ...[
        ...'\t\r\n "\'#:-[]{},&*!|>%@`?~\\',
        ': ',
        ' #',
        '- ',
        '\n  ',
        '\n- ',
        'a: b\n',
        '---',
        'null',
        '1e3',
        '0x1f',
        '.5',
        '\u00a0',
        'é',
      ],
    );
    let answered = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(6), put: piece }), {
          minLength: 1,
          maxLength: 4,
        }),
        (text, edits) => {
          let damaged = text;
          for (const { at, cut, put } of edits) {
            const start = Math.floor(at * damaged.length);
            damaged = damaged.slice(0, start) + put + damaged.slice(start + cut);
          }
          const fast = parseBlockYaml(damaged);
          if (fast === undefined) return;
          answered++;
          expect(fullParse(damaged)).toEqual({ value: fast.value });
        },
      ),
      { numRuns: 3000 },
    );
    expect(answered).toBeGreaterThan(100);
  });
});
