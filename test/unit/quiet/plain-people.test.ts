/** People that are read by the octets of their file alone are read as all are: or the file is read as a whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDirectory, parseOrganization } from '../../../src/desired/read/parse-directory.ts';
import { textOf } from '../../../src/files/read-directory.ts';
import type { Key } from '../../../src/model/account/key.ts';
import type { Organization } from '../../../src/model/directory/organization.ts';
import type { Policy } from '../../../src/model/directory/policy.ts';
import { makeDerive } from '../../../src/naming/declared.ts';
import { countRows } from '../../../src/quiet/rows.ts';
import { type FileSummary, summarize } from '../../../src/quiet/summary.ts';
import { makePlainFileReader } from '../../../src/run/in-part/plain-file.ts';
import { makeTerms } from '../../../src/run/in-part/terms.ts';
import { policyText } from '../../support/world.ts';

const policy = parseDirectory([{ file: 'policy.yaml', path: 'policy.yaml', text: policyText }], 'policy.yaml')
  .directory?.policy;

/** The two readers of one file, under a policy of one's own. */
function makeReaders(changed: Partial<Policy> = {}, grantedTo: readonly Key[] = [], isForEntries = true) {
  if (policy === undefined) throw new Error('no policy');
  const grants = grantedTo.map((holder) => ({
    ...{ suffix: 'x', holder, document: '1/QĐ', date: '2026-01-01' },
  }));
  const directory = {
    policy: { ...policy, ...changed },
    calendar: new Map(),
    grants: { file: 'grants.yaml', grants },
  };
  const terms = makeTerms({ directory, today: '2026-11-23', hashKey: [3, 5], isForEntries });
  const derive = makeDerive(() => undefined, terms.naming);
  const plain = makePlainFileReader(terms, (organization: Organization) => derive(organization));
  const found = (octets: Buffer) => ({ file: 'a/soa.yaml', path: 'organizations/soa.yaml', octets });
  const whole = (octets: Buffer): FileSummary | undefined => {
    const source = textOf(found(octets));
    if ('problem' in source) return undefined;
    const { result, problems } = parseOrganization(source);
    if (problems.length > 0 || !('organization' in result)) return undefined;
    return summarize(result, derive(result.organization), terms);
  };
  return { plain: (octets: Buffer) => plain(found(octets)), whole };
}

const head = 'id: soa\nname: Sở Y tế\nkind: provincial\ncode: soyte\nmailbox: none\n';
const first =
  '  - id: LC-000001\n    name: Nguyễn Văn An\n    title: Giám đốc\n    phone: "0213 3 876 543"\n';
const last = '  - id: LC-000099\n    name: Lò Thị Mai\n    unit: Văn phòng Sở\n';
const fileOf = (...lines: readonly string[]): string => `${head}people:\n${first}${lines.join('')}${last}`;

/** How many of its people are read by their octets, where the two agree; -1 for a file that is read as a whole. */
function compared({ plain, whole }: ReturnType<typeof makeReaders>, text: string | Buffer): number {
  const octets = Buffer.from(text as string);
  const quick = plain(octets);
  if (quick === undefined) return -1;
  expect(quick).toEqual(whole(octets));
  return countRows(quick.rows);
}

const readers = makeReaders();
const withoutEntries = makeReaders({}, [], false);

/** Apart by a bar that is in none of them. */
const listed = (text: string): readonly string[] => text.split('¦');

const names = [
  ...listed(
    'Lò Văn Chí¦Nguyễn Thị Bích Hậu¦Giàng A Páo¦Y Moan Êñuôl¦H’Hen¦Ma Giang Ly¦nguyen van an¦NGUYỄN VĂN AN¦LÊ An¦Nguyen Van An',
  ),
  ...listed(
    'Lò Tiến Sĩ¦Lò Công Chức¦Trần Sĩ Tiến¦TS. Lê Chi¦ông Lê An¦An¦Lê  An¦Lê An ¦Lê\tAn¦Lê-An Chi¦"Lê An"¦Lê An # mới¦Lê An: x',
  ),
  ...listed(
    'Lê Vаn An¦Lê \ud835\udc00n¦Lê\u00a0An¦Lê An\u200b¦null null¦yes no¦Lê An\r¦&a Lê An¦*a¦| ¦¦NguyÔn Vaên¦Ng V',
  ),
  ...[`Lê ${'Thị '.repeat(30)}An`, `Lê ${'Nghiêng '.repeat(11)}Nghiêng`, 'Lê An'.normalize('NFD')],
];
const values = [
  ...listed(
    'Chuyên viên¦Tổ Văn phòng¦Văn hóa - Xã hội¦"Tổ 1"¦\'Tổ 1\'¦12¦1.5¦true¦no¦~¦null¦Tổ 1 # một¦Tổ #1¦&a Tổ¦! Tổ¦*a¦[a]¦{a: b}',
  ),
  ...listed(
    '>¦|¦Tổ: một¦Tổ:¦¦  Tổ  ¦"Tổ¦Tổ  một¦Tổ\u200b¦Tổ\u00a0một¦Тổ¦T\ufffd¦Tæ Văn¦“Tổ”¦Tổ "một"¦\u202eTổ¦\ud83d\ude00¦a\\b¦"a\\nb"¦%a¦@a',
  ),
  ...listed('-----BEGIN PRIVATE KEY-----¦-----END PRIVATE KEY-----¦AGE-SECRET-KEY-1¦Tổ\u001fmột'),
  ...[
    `AGE-SECRET-KEY-1${'Q'.repeat(58)}`,
    `ghp_${'a'.repeat(36)}`,
    '0'.repeat(58),
    'x'.repeat(121),
    'x'.repeat(600),
  ],
  'Tổ'.normalize('NFD'),
];
const phones = [
  ...listed('"0213 3 876 543"¦0213 3 876 543¦02133876543¦"0213"¦"02"¦"0213 "¦" 0213"¦"0213  3"¦"+84 213"'),
  ...listed('\'0213 3\'¦"0213" # x¦"0213¦0213"¦""¦"0213 3 876 543" '),
  `"${'1'.repeat(33)}"`,
];
const others = [
  ...listed(
    '    privileged: true\n¦    listed: false\n¦    aliases:\n      - a.soyte@laichau.gov.vn\n¦    # ghi chú\n¦\n¦    name: Lê Chi\n',
  ),
  ...listed(
    '    suspension: {reason: inactivity, date: 2026-05-04}\n¦      thêm\n¦    - x\n¦   x: y\n¦    khac: x\n¦# x\n¦\t\n¦...\n¦---\n¦- x\n¦%x\n',
  ),
  ...listed(
    '    nameParts: {family: Lê, given: An}\n¦    nameChange: {document: 1/QĐ, date: 2026-01-01}\n¦codeBasis: 1/QĐ\n¦people:\n¦code: khac\n',
  ),
  ...listed(
    '    termination: {reason: retirement, document: 1/QĐ, decided: 2026-11-02}\n¦  -\n¦  - \n¦  - x\n¦  - name: Lê An\n    id: LC-000777\n',
  ),
  ...listed(
    '  - {id: LC-000778, name: Lê An}\n¦  - &a\n    id: LC-000779\n    name: Lê Bình\n¦  - *a\n¦  x\n¦    phone: |\n      1\n',
  ),
];
const ids = [
  ...listed('LC-000017¦LC-000018¦LC-1¦A1B-2¦lc-1¦LC-¦-1¦"LC-3"¦LC-000017 ¦1-2'),
  `LC-${'1'.repeat(40)}`,
];

const line = (key: string, all: readonly string[]) =>
  fc
    .option(fc.oneof({ arbitrary: fc.constant(all[0] ?? ''), weight: 6 }, fc.constantFrom(...all)), {
      nil: undefined,
    })
    .map((value) => (value === undefined ? '' : `    ${key}: ${value}\n`));
const person = fc
  .tuple(
    fc.oneof(
      { arbitrary: fc.nat(999).map((number) => `LC-${1000 + number}`), weight: 6 },
      fc.constantFrom(...ids),
    ),
    fc.oneof(
      { arbitrary: fc.constantFrom('Lò Văn Chí', 'Cầm Thị Mai', 'Vàng Minh Hiệp'), weight: 6 },
      fc.constantFrom(...names),
    ),
    line('title', values),
    line('unit', values),
    line('phone', phones),
    fc.option(fc.constantFrom(...others), { nil: '', freq: 1 }),
  )
  .map(([id, name, ...rest]) => `  - id: ${id}\n    name: ${name}\n${rest.join('')}`);

describe('people that are read by their octets', () => {
  it('are read as all are, whatever stands beside them', () => {
    let count = 0;
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 5 }),
        fc.constantFrom('', '', '', ...others),
        (people, behind) => {
          const text = fileOf(...people) + behind;
          const here = compared(readers, text);
          expect(compared(withoutEntries, text)).toBe(here);
          count += Math.max(0, here);
        },
      ),
      { numRuns: 4000 },
    );
    expect(count).toBeGreaterThan(2000);
  });

  it('are read as all are where octets of the file are others', () => {
    const text = Buffer.from(
      fileOf(
        '  - id: LC-000002\n    name: Vàng Minh Hiệp\n    title: Chuyên viên\n',
        last.replace('99', '98'),
      ),
    );
    const octet = fc.oneof(
      fc.constantFrom(...Buffer.from('\n\r\t "\'#-:&*!|>%@{[0aAđ\u0000\u00ff')),
      fc.nat(255),
    );
    let count = 0;
    fc.assert(
      fc.property(fc.nat(text.length - 1), octet, fc.nat(2), (at, other, lost) => {
        const changed = Buffer.concat([text.subarray(0, at), Buffer.of(other), text.subarray(at + lost)]);
        if (compared(readers, changed) >= 0) count++;
      }),
      { numRuns: 6000 },
    );
    expect(count).toBeGreaterThan(500);
  });

  it.each<[string, string]>([
    ['with a mark of the order of bytes', `\ufeff${fileOf()}`],
    ['with other line ends', fileOf().replaceAll('\n', '\r\n')],
    ['with the people before the rest', `people:\n${first}${last}${head}`],
    ['with two lists', `${fileOf()}people:\n${first}`],
    ['whose list is in a text of the head', `${head}codeBasis: "x\npeople:\n${first}${last}"\n`],
    ['that ends in the midst of a line', fileOf().slice(0, -4)],
    ['that is not UTF-8', fileOf().replace('Lò', 'L\ud800')],
    ['in NFD', fileOf().normalize('NFD')],
    ['of an organization that has ended', `${fileOf()}dissolved: {document: 1/QĐ, date: 2025-01-01}\n`],
    [
      'with a secret over two lines',
      fileOf(`  - id: LC-000005\n    name: Lê An\n    title: AGE-SECRET-KEY-1\n  ${'q'.repeat(58)}\n`),
    ],
  ])('are read as all are in a file %s', (_name, text) => {
    expect(compared(readers, text)).toBeGreaterThanOrEqual(-1);
  });

  it.each<[string, Partial<Policy>, (readonly Key[])?]>([
    [
      'protects one of them',
      { guard: { ...policy?.guard, protected: ['person:LC-000099'] } as Policy['guard'] },
    ],
    ['grants something to one of them', {}, ['person:LC-000099']],
    ['keeps an address one of them would have', { reserved: ['annv.soyte'] }],
    [
      'keeps an address for the committee',
      { naming: { ...policy?.naming, fixed: { 'people-committee': 'mailt.soyte' } } as Policy['naming'] },
    ],
    ['leaves titles to others', { unmanaged: ['title', 'telephoneNumber'] }],
    [
      'has another form',
      {
        naming: {
          ...policy?.naming,
          forms: { ...policy?.naming.forms, person: '{initials}.{given}.{suffix}' },
        } as Policy['naming'],
      },
    ],
    [
      'joins the parts otherwise',
      {
        naming: {
          ...policy?.naming,
          forms: { ...policy?.naming.forms, person: 'cb.{given}-{initials}.{suffix}' },
        } as Policy['naming'],
      },
    ],
    ['has no form', { naming: { ...policy?.naming, forms: {} } as Policy['naming'] }],
    ['has capitals in its domain', { domain: 'LaiChau.gov.vn' }],
    ['has a long domain', { domain: `${'a'.repeat(240)}.vn` }],
  ])('are read as all are where the policy %s', (_name, changed, grantedTo) => {
    expect(compared(makeReaders(changed, grantedTo), fileOf())).toBeGreaterThanOrEqual(-1);
  });

  it('are read as all are where a line is as the one above, or begins or ends as it does', () => {
    const titles = [
      ...listed(
        'Giám đốc¦Giám đốc¦Giám đốc¦Giám đốc Sở¦Giám¦Phó Giám đốc¦"Giám đốc"¦Giám đốc # x¦&a Giám đốc',
      ),
    ];
    const lineOf = fc.option(fc.constantFrom(...titles), { nil: undefined, freq: 6 });
    const written = (key: string, value: string | undefined) =>
      value === undefined ? '' : `    ${key}: ${value}\n`;
    let count = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(lineOf, lineOf), { maxLength: 8 }), (lines) => {
        const people = lines.map(
          ([title, unit], at) =>
            `  - id: LC-${1000 + at}\n    name: Lò Văn Chí\n${written('title', title)}${written('unit', unit)}`,
        );
        count += Math.max(0, compared(readers, fileOf(...people)));
      }),
      { numRuns: 1000 },
    );
    expect(count).toBeGreaterThan(2000);
  });

  it('are by far the most of a usual file', () => {
    expect(compared(readers, fileOf())).toBe(2);
    expect(
      compared(readers, fileOf('  - id: LC-000003\n    name: Giàng A Páo\n    title: Chuyên viên\n')),
    ).toBe(3);
    expect(compared(makeReaders({ unmanaged: ['title'] }), fileOf())).toBe(2);
  });
});
