/** CODEOWNERS as written: one line a file, only real logins, nothing a name or a path could smuggle in. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Directory } from '../../../src/model/directory/directory.ts';
import type { Organization, OrganizationFile } from '../../../src/model/directory/organization.ts';
import { findStaleOwners, operatorsOf, writeOwners } from '../../../src/review/owners.ts';

const fileOf = (file: string, organization: Partial<Organization>): OrganizationFile => ({
  file,
  organization: { id: 'x', name: 'X', kind: 'provincial', code: 'x', ...organization },
  personLines: [],
  unusable: new Set(),
});

const directoryOf = (...organizations: readonly OrganizationFile[]): Directory => ({
  policy: { operator: 'ops' } as Directory['policy'],
  policyFile: 'directory/policy.yaml',
  calendar: new Map(),
  grants: { file: 'directory/grants.yaml', grants: [] },
  notices: { file: 'directory/notices.yaml', notices: [] },
  organizations,
  unreadable: [],
});

const operator = fileOf('directory/organizations/ops.yaml', { id: 'ops', representatives: ['Zoe', 'amy'] });
const rulesOf = (text: string) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const write = (directory: Directory) => writeOwners(directory, ({ file }) => file);

describe('the operators', () => {
  it('are the representatives of the organization the policy names', () => {
    const other = fileOf('directory/organizations/a.yaml', { id: 'a', representatives: ['bob'] });
    expect(operatorsOf(directoryOf(other, operator))).toEqual(['amy', 'Zoe']);
    expect(operatorsOf(directoryOf(other))).toEqual([]);
  });

  it('are never a team: who is in it, somebody else decides', () => {
    const mixed = fileOf('ops.yaml', { id: 'ops', representatives: ['laichau/van-hanh', 'amy_laichau'] });
    expect(operatorsOf(directoryOf(mixed))).toEqual(['amy_laichau']);
    const rules = rulesOf(write(directoryOf(mixed)).text);
    expect(rules).toEqual(['* @amy_laichau', '/ops.yaml @amy_laichau @laichau/van-hanh']);
  });
});

describe('the file', () => {
  const cases: readonly (readonly [string, readonly OrganizationFile[], readonly string[]])[] = [
    ['nobody: no line', [fileOf('a.yaml', {})], []],
    ['no operators: representatives alone', [fileOf('a.yaml', { representatives: ['b'] })], ['/a.yaml @b']],
    [
      'operators own the rest, and files without representatives',
      [operator, fileOf('a.yaml', {})],
      ['* @amy @Zoe', '/a.yaml @amy @Zoe', '/directory/organizations/ops.yaml @amy @Zoe'],
    ],
    [
      'representatives come before operators, each once',
      [operator, fileOf('a.yaml', { representatives: ['zoe', 'Bob'] })],
      ['* @amy @Zoe', '/a.yaml @Bob @zoe @amy', '/directory/organizations/ops.yaml @amy @Zoe'],
    ],
    [
      'a space is escaped',
      [fileOf('thư mục/a b.yaml', { representatives: ['b'] })],
      ['/thư\\ mục/a\\ b.yaml @b'],
    ],
    [
      'what is no login is left out',
      [
        fileOf('a.yaml', {
          representatives: ['b c', '-d', '@e', 'f\n* @g', 'org/team/x', 'org/', '/team', 'o/t @g', 'h'],
        }),
      ],
      ['/a.yaml @h'],
    ],
    [
      'logins of an enterprise and teams have their lines',
      [operator, fileOf('a.yaml', { representatives: ['laichau/so-y-te', 'an_laichau', 'LaiChau/so-y-te'] })],
      [
        '* @amy @Zoe',
        '/a.yaml @an_laichau @laichau/so-y-te @amy @Zoe',
        '/directory/organizations/ops.yaml @amy @Zoe',
      ],
    ],
    [
      'lines are sorted',
      [fileOf('b.yaml', { representatives: ['x'] }), fileOf('a.yaml', { representatives: ['x'] })],
      ['/a.yaml @x', '/b.yaml @x'],
    ],
  ];
  test.each(cases)('%s', (_title, files, lines) => {
    expect(rulesOf(write(directoryOf(...files)).text)).toEqual(lines);
  });

  test.each(['a#b', 'a*b', 'a?b', 'a[b]', 'a\\b', '!a', 'a\nb', 'a\tb', 'a\u00a0b', 'a\u202eb', 'a\u2028b'])(
    'a path such as %j has no line, and is told',
    (name) => {
      const file = fileOf(`${name}.yaml`, { representatives: ['mallory'] });
      const { text, unwritable } = write(directoryOf(operator, file));
      expect(unwritable).toEqual([`${name}.yaml`]);
      expect(text).not.toContain('mallory');
      expect(rulesOf(text)[0]).toBe('* @amy @Zoe');
    },
  );

  it('has no line but for files that are there, whatever they are called and whoever represents them', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '#', '@', '*', '\\', '/', 'ô', '\t', '\r'),
    });
    const files = fc.array(fc.tuple(hostile, fc.array(hostile)), { maxLength: 5 });
    fc.assert(
      fc.property(files, (list) => {
        const organizations = list.map(([path, representatives]) => fileOf(path, { representatives }));
        const { text } = write(directoryOf(operator, ...organizations));
        const escaped = [operator, ...organizations].map(({ file }) => `/${file.replaceAll(' ', '\\ ')}`);
        for (const line of rulesOf(text).slice(1)) {
          const [, pattern, owners] = /^((?:\\ |[^ ])+)((?: @[A-Za-z0-9-]+)+)$/.exec(line) ?? [];
          expect(escaped).toContain(pattern);
          expect(owners).toMatch(/ @amy @Zoe$/);
        }
      }),
    );
  });

  it('does not depend on the order of files or logins', () => {
    const a = fileOf('a.yaml', { representatives: ['one', 'two'] });
    const turned = fileOf('a.yaml', { representatives: ['two', 'one'] });
    expect(write(directoryOf(turned, operator)).text).toBe(write(directoryOf(operator, a)).text);
  });
});

describe('a file that is there', () => {
  const wanted = write(directoryOf(operator));
  const judge = (text: string) => findStaleOwners({ file: 'C', text }, wanted);

  it('is right as written, with line ends of Windows too', () => {
    expect(judge(wanted.text)).toEqual([]);
    expect(judge(wanted.text.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  test.each([
    ['empty', '', 1],
    ['of other people', wanted.text.replace('* @amy', '* @mallory'), 3],
    ['longer', `${wanted.text}/src @mallory\n`, 5],
    ['without its last line end', wanted.text.trimEnd(), 5],
    ['cut', wanted.text.split('\n').slice(0, 3).join('\n'), 4],
  ])('is stale when %s', (_title, text, line) => {
    expect(judge(text)).toMatchObject([{ code: 'codeowners-stale', severity: 'error', args: { line } }]);
  });
});
