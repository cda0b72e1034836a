/** The forwarding audit against a table of evasions, and against any text at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findForwards } from '../../../src/sieve/forwards.ts';
import { governmentDomains, rows } from './evasions.ts';

const told = (script: string) =>
  findForwards(script, governmentDomains).map(({ line, reason, target }) => `${line} ${reason} ${target}`);

describe('the forwards of a script', () => {
  it.each(rows)('%s', (_name, script, ...found) => {
    expect(told(script)).toEqual(found);
  });

  it('come with the line and the column of the command', () => {
    const script = 'keep;\r\n  if true {\n\tredirect "a@x.com"; redirect "b@x.com"; }';
    expect(findForwards(script, governmentDomains)).toEqual([
      { line: 3, column: 2, target: 'a@x.com', reason: 'outside' },
      { line: 3, column: 22, target: 'b@x.com', reason: 'outside' },
    ]);
  });

  it('are not followed beyond the variables Dovecot takes', () => {
    const sets = Array.from({ length: 256 }, (_, index) => `set "v${index}" "a@gov.vn";`).join('');
    expect(told(`require "variables"; ${sets} redirect "\${v1}";`)).toEqual(['1 variable unknown']);
  });

  it('are not sought in more than Dovecot takes', () => {
    expect(told(`keep; #${'x'.repeat(2 ** 20)}`)).toEqual(['1 syntax unknown']);
  });

  it.each([
    ['deep tests', 'if not '.repeat(100_000)],
    ['an open string', `"${'\\"'.repeat(500_000)}`],
    ['dots', `redirect text:\n${'.a\n'.repeat(300_000)}.\n;`],
    ['encoded characters', `require "encoded-character"; redirect "${'${hex:40}'.repeat(100_000)}";`],
    [
      'one long encoded character',
      `require "encoded-character"; redirect "\${hex:${'40 '.repeat(300_000)}}";`,
    ],
    ['comments in comments', `redirect "${'('.repeat(500_000)}";`],
    [
      'a doubling variable',
      `require "variables"; set "a" "x"; ${'set "a" "${a}${a}";'.repeat(5_000)} redirect "\${a}";`,
    ],
  ])('end in a finding on a mountain of %s', (_name, script) => {
    expect(told(script)).toHaveLength(1);
  });
});

const word = fc.constantFrom(
  ...['redirect', 'if', 'elsif', 'else', 'set', 'require', 'stop', 'true', 'not', 'allof', 'text:', 'keep'],
  ...[
    '"a@x.com"',
    '"a@gov.vn"',
    '"variables"',
    '"encoded-character"',
    '"${t}"',
    '"t"',
    '"${hex:40}"',
    '"',
    '\\',
  ],
  ...[
    ':copy',
    ':lower',
    ';',
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ',',
    '#',
    '/*',
    '*/',
    '\n',
    '\r\n',
    '\r',
    '.',
    '1K',
    ' ',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
  fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
);

/** Blank in as many ways as Sieve has. */
const blank = fc.constantFrom(' ', '\n', '\r\n', '\t', '/* "; */', '# redirect "b@gov.vn";\n', ' /**/ ');
const outside = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,12}$/), fc.stringMatching(/^[a-z0-9]{1,10}(\.[a-z]{2,5}){1,2}$/))
  .filter(([, domain]) => !/(^|\.)(gov|chinhphu)\.vn$/.test(domain))
  .map(([local, domain]) => `${local}@${domain}`);
const command = fc.constantFrom(
  'keep;',
  'fileinto "a";',
  'set "t" "a@gov.vn";',
  'if true { stop; } elsif false { discard; } else { keep; }',
  'redirect "a@gov.vn";',
  'vacation text:\nredirect "c@gov.vn";\n..\n.\n;',
);

/** The same address, as a string of Sieve in one of its spellings. */
const spelt = (address: string): fc.Arbitrary<string> => {
  const hex = (text: string) => [...text].map((letter) => letter.charCodeAt(0).toString(16)).join(' ');
  return fc.constantFrom(
    `"${address}"`,
    `"${[...address].map((letter) => `\\${letter}`).join('')}"`,
    `text:\n${address}\n.\n`,
    `"\${hex:${hex(address)}}"`,
    `"\${unicode:${hex(address)}}"`,
    `"\${none}${address}"`,
    `"x <${address}>"`,
  );
};

describe('whatever the text', () => {
  it('the audit gives findings, never an error', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { line, column } of findForwards(text, governmentDomains)) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('a redirect outside is found between any commands, in any spelling, and nothing else is', () => {
    const one = outside.chain((address) =>
      fc.record({
        address: fc.constant(address),
        string: spelt(address),
        before: fc.array(command, { maxLength: 5 }),
        after: fc.array(command, { maxLength: 5 }),
        blanks: fc.array(blank, { minLength: 3, maxLength: 3 }),
        nested: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(one, ({ address, string, before, after, blanks, nested }) => {
        const [first = ' ', second = ' ', third = ' '] = blanks;
        const redirect = `ReDirect${first}${second}${string}${third};`;
        const middle = nested ? `if true${first}{${redirect}}` : redirect;
        const script = ['require ["variables", "encoded-character"];', ...before, middle, ...after].join(
          first,
        );
        expect(findForwards(script, governmentDomains).map(({ target }) => target)).toEqual([address]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a script with one character more, less or other still shows its redirect, or that it cannot be read', () => {
    const script = 'require "variables";\nset "t" "a@x.com"; /* c */\nif true { keep; redirect "${t}"; }\n';
    fc.assert(
      fc.property(
        fc.nat(script.length),
        fc.constantFrom(0, 1),
        fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 1 }), word),
        (at, gone, more) => {
          const changed = script.slice(0, at) + more + script.slice(at + gone);
          // Without the word itself, or inside a comment or a string, it redirects no more.
          fc.pre(/\bredirect "\$\{t\}"/.test(changed) && !/set "t" "(?!a@x\.com")|\/\*|#/.test(more));
          const found = findForwards(changed, governmentDomains);
          expect(found.length, changed).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
