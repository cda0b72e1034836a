/** Damaged and arbitrary files: never a crash, a hang or a problem without a place in its file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { composeYaml } from '../../../src/desired/read/compose-yaml.ts';
import { parseYaml } from '../../../src/desired/read/parse-yaml.ts';
import {
  renderProblemsGithub,
  renderProblemsJson,
  renderProblemsText,
} from '../../../src/render/problems/problems.ts';
import { measureWork } from '../../support/work.ts';
import { committee, organizationStart, type Read, readTexts } from './read-texts.ts';

const shipped = join(import.meta.dirname, '../../../directory');
const pathsOf = (folder: string) =>
  readdirSync(join(shipped, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => join(folder, path))
    .sort();
const read = (path: string) => readFileSync(join(shipped, path), 'utf8');

/** Organizations of every kind with their people, cut so that a run is short; the policy and a calendar whole. */
const organizations = pathsOf('organizations')
  .filter((_, index) => index % 12 === 0)
  .map((path) => [path, `${read(path).slice(0, 1400).split('\n').slice(0, -1).join('\n')}\n`] as const);
const others = ['policy.yaml', 'calendar/2026.yaml'].map((path) => [path, read(path)] as const);

const pieces = [
  ...'\t\r\n "\'#:-[]{},&*!|>%@`?~\\\u0000\u001b\u007f\u0085',
  ...[
    ': ',
    ' #',
    '- ',
    '\n  ',
    '\n- ',
    '\n\n',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '<<: *a',
    '&a ',
    '*a',
    '!!str ',
  ],
  ...[
    'null',
    '1e3',
    '0x1f',
    '0213',
    'on',
    'true',
    '__proto__: 1\n',
    'constructor: 1\n',
    'people:\n',
    'id: x\n',
  ],
  ...['\u00a0', '\u200b', '\u202e', '\ufeff', '\u0410', '\u0301', '\u{1f600}', '\ud83d', '\u2028', '\r\n'],
  ...[
    '\u001b]0;x\u0007',
    '::error::x',
    '%0A::error',
    '##[error]',
    '[[[[[[[[',
    '{{{{{{{{',
    '"\\u0000"',
    '2026-02-30',
  ],
];

/** One act of careless or hostile editing, anywhere in the text. */
const edit = fc
  .tuple(
    fc.constantFrom('insert', 'unicode', 'delete', 'lines', 'repeat', 'byte', 'indent'),
    fc.noBias(fc.integer({ min: 0, max: 9999 })),
    fc.nat(255),
    fc.constantFrom(...pieces),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  .map(([kind, place, number, piece, unicode]) => (text: string): string => {
    const share = place / 10_000;
    const at = Math.floor(share * text.length);
    const lines = text.split('\n');
    const line = Math.floor(share * lines.length);
    switch (kind) {
      case 'insert':
        return text.slice(0, at) + piece + text.slice(at);
      case 'unicode':
        return text.slice(0, at) + unicode + text.slice(at);
      case 'delete':
        return text.slice(0, at) + text.slice(at + 1 + (number % 40));
      case 'repeat':
        return text.slice(0, at) + text.slice(at, at + number).repeat(2) + text.slice(at + number);
      case 'lines': {
        const [moved = ''] = lines.splice(line, 1);
        lines.splice(number % (lines.length + 1), 0, moved);
        return lines.join('\n');
      }
      case 'byte': {
        const bytes = Buffer.from(text);
        bytes[Math.floor(share * bytes.length)] = number;
        return bytes.toString('utf8');
      }
      default: {
        const old = lines[line] ?? '';
        lines[line] = number % 2 === 0 ? old.slice(1 + (number % 3)) : ' '.repeat(1 + (number % 3)) + old;
        return lines.join('\n');
      }
    }
  });

const damaged = (files: readonly (readonly [string, string])[], most: number) =>
  fc
    .tuple(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: most }))
    .map(([[path, text], edits]) => [path, edits.reduce((one, change) => change(one), text)] as const);

/** A busy machine is no failure; a hang is. */
const patience = 300_000;

/** How often each code was found: a fuzz that finds nothing tests nothing. */
const found = new Map<string, number>();
let runs = 0;
let slowest = 0;

function judge(texts: Readonly<Record<string, string>>): Read {
  runs++;
  const worked = measureWork();
  const result = readTexts(texts);
  const { problems, context } = result;
  const text = renderProblemsText(problems, context);
  const { problems: told } = JSON.parse(renderProblemsJson(problems, context));
  const github = renderProblemsGithub(problems, context);
  slowest = Math.max(slowest, worked());

  for (const { code } of told) found.set(code, (found.get(code) ?? 0) + 1);
  const wrong = [
    ...told.filter((one: Told) => !isPlaced(one, texts[one.file] ?? context.textOf(one.file) ?? '')),
    ...told.filter(({ message }: Told) => message === '' || message.includes('undefined')),
    ...(told.length === problems.length ? [] : ['some are not in the JSON']),
    ...(github.split('\n').length === problems.length + 1 ? [] : ['a line of its own for each']),
    ...(unsafe.test(`${text}${github}`) ? ['unsafe output'] : []),
  ];
  // One assertion a run: a thousand of them would be most of the time.
  expect(wrong).toEqual([]);
  return result;
}

interface Told {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/;

/** A place is a line of the file, and a column in it or just behind its end. */
function isPlaced({ line, column }: Told, text: string): boolean {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const length = lines[line - 1]?.length ?? -1;
  return line >= 1 && column >= 1 && column <= length + 1;
}

const neighbours = {
  'organizations/ubnd.yaml': committee,
  'organizations/soa.yaml': `${organizationStart}people:\n  - {id: LC-1, name: An}\n`,
};

/** The managers of a shipped file, without their people, so that its own people are judged by address. */
const heads = new Map(
  pathsOf('organizations').map((path) => {
    const text = (read(path).split('\npeople:')[0] ?? '').replace(/^mailbox:(\n .*)*/m, 'mailbox: none');
    const field = (key: string) => new RegExp(`^${key}: (\\S+)`, 'm').exec(text)?.[1] ?? '';
    return [field('id'), { path, text: `${text}\n`, parent: field('parent') }] as const;
  }),
);

function managersOf(path: string): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  const own = [...heads.values()].find((head) => head.path === path);
  for (let above = heads.get(own?.parent ?? ''); above; above = heads.get(above.parent)) {
    texts[above.path] = above.text;
  }
  return texts;
}

/** Whatever is wrong with another file, this one's own problem is told. */
const ownProblem = ({ problems }: Read) =>
  problems.some(({ code, at }) => code === 'name-one-syllable' && at.file === 'organizations/soa.yaml');

describe('damaged real files', () => {
  it(
    'of organizations: told at their place, hiding no other file',
    () => {
      fc.assert(
        fc.property(damaged(organizations, 2), ([path, text]) => {
          expect(ownProblem(judge({ ...neighbours, ...managersOf(path), [path]: text }))).toBe(true);
        }),
        { numRuns: 500 },
      );
    },
    patience,
  );

  it(
    'of the policy and the calendar',
    () => {
      fc.assert(
        fc.property(damaged(others, 2), ([path, text]) => {
          const result = judge({ ...neighbours, [path]: text });
          if (path !== 'policy.yaml') expect(ownProblem(result)).toBe(true);
        }),
        { numRuns: 100 },
      );
    },
    patience,
  );

  it(
    'read by either reader say the same',
    () => {
      let answered = 0;
      fc.assert(
        fc.property(damaged([...organizations, ...others], 3), ([file, text]) => {
          const { value, problems } = parseYaml(file, text);
          const { document, errors } = composeYaml(text);
          expect(problems.length > 0).toBe(errors.length > 0);
          if (problems.length > 0) return;
          answered++;
          expect(value).toEqual(document?.toJS());
        }),
        { numRuns: 500 },
      );
      expect(answered).toBeGreaterThan(100);
    },
    patience,
  );
});

describe('arbitrary values', () => {
  const scalar = fc.oneof(
    fc.constantFrom(
      'soa',
      'ubnd',
      'provincial',
      'LC-1',
      '2026-01-02',
      'An',
      'Lò Văn Chi',
      'x@laichau.gov.vn',
      'none',
      'on',
    ),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
  const keys = fc.constantFrom(
    ...[
      'id',
      'name',
      'kind',
      'parent',
      'code',
      'mailbox',
      'people',
      'custodian',
      'aliases',
      'address',
      'phone',
    ],
    ...[
      'suspension',
      'notice',
      'document',
      'date',
      'reason',
      'clause',
      'nameParts',
      'given',
      'family',
      'dissolved',
    ],
    ...['__proto__', 'constructor', 'toString', 'length', '0', '', 'nâme'],
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, scalar, tie('list'), tie('map')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    map: fc.array(fc.tuple(keys, tie('value')), { maxLength: 6 }).map((entries) => new Map(entries)),
  }));

  it(
    'as a file, or as part of one that is right',
    () => {
      const base = {
        id: 'sob',
        name: 'Sở Nội vụ',
        kind: 'provincial',
        parent: 'ubnd',
        code: 'snv',
        mailbox: 'none',
      };
      fc.assert(
        fc.property(value, keys, fc.boolean(), (part, key, whole) => {
          const data = whole ? part : new Map([...Object.entries(base), [key, part]]);
          const text = stringify(data, { version: '1.2', aliasDuplicateObjects: false });
          expect(ownProblem(judge({ ...neighbours, 'organizations/sob.yaml': text }))).toBe(true);
        }),
        { numRuns: 400 },
      );
    },
    patience,
  );

  it(
    'as any text at all',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
          expect(ownProblem(judge({ ...neighbours, 'organizations/sob.yaml': text }))).toBe(true);
        }),
        { numRuns: 200 },
      );
    },
    patience,
  );

  it(
    'as pieces of YAML in any order',
    () => {
      const text = fc.array(fc.constantFrom(...pieces, ...organizationStart.split(/(?<=\n)/)), {
        maxLength: 40,
      });
      fc.assert(
        fc.property(text, (parts) => {
          expect(ownProblem(judge({ ...neighbours, 'organizations/sob.yaml': parts.join('') }))).toBe(true);
        }),
        { numRuns: 400 },
      );
    },
    patience,
  );
});

describe('what is found', () => {
  const people = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('Nguyễn Văn An', 'Ngô Văn An', 'Lò Thị Chi', 'An'),
    ),
    { maxLength: 4 },
  );
  const files = fc.array(
    fc.tuple(
      fc.constantFrom('soa', 'sob', 'soc', 'sod'),
      fc.constantFrom('ubnd', 'soa', 'sob', 'sox'),
      people,
    ),
    { minLength: 1, maxLength: 6 },
  );

  it(
    'is the same again, and whatever the order of the files',
    () => {
      fc.assert(
        fc.property(files, fc.infiniteStream(fc.nat()), (list, order) => {
          const texts = list.map(([id, parent, people], index) => [
            `organizations/${index}/${id}.yaml`,
            `id: ${id}\nname: Sở Y tế\nkind: provincial-unit\nparent: ${parent}\ncode: ${id}\ncodeBasis: 1\nmailbox: none\n${
              people.length === 0
                ? ''
                : `people:\n${people.map(([id, name]) => `- {id: LC-${id}, name: ${name}}\n`).join('')}`
            }`.replace('codeBasis: 1', 'codeBasis: 1/QĐ'),
          ]);
          const first = judge({ ...neighbours, ...Object.fromEntries(texts) });
          const ranks = texts.map((entry) => [order.next().value, entry] as const);
          const shuffled = ranks.sort(([a], [b]) => Number(a) - Number(b)).map(([, entry]) => entry);
          const second = judge({ ...Object.fromEntries(shuffled), ...neighbours });
          expect(second.problems).toEqual(first.problems);
        }),
        { numRuns: 100 },
      );
    },
    patience,
  );
});

afterAll(() => {
  expect(slowest).toBeLessThan(3000);
  expect(runs).toBeGreaterThan(1700);
  const seldom = [
    ...['yaml-syntax', 'yaml-duplicate-key', 'unknown-key', 'missing-key', 'wrong-type', 'value-format'],
    ...['character-refused', 'name-letter', 'person-duplicate', 'parent-cycle', 'address-collision'],
  ].filter((code) => (found.get(code) ?? 0) < 2);
  expect(seldom).toEqual([]);
});
