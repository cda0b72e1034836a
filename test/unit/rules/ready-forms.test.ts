/** The ready forms of places under the province: what each gives, and what stands in its way, on directories at hand. */
import { expect, test } from 'vitest';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import { judgeReadyForms } from '../../../src/rules/ready-forms.ts';
import { organizationText, policyText } from '../../support/world.ts';
import { readSample } from '../province/read-sample.ts';

const today = '2026-11-29';
const committee = 'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\n';
const place = (id: string, name: string, kind: string, parent = 'ubnd', more = '') =>
  `id: ${id}\nname: ${name}\nkind: ${kind}\nparent: ${parent}\ncode: ${id.replace(/^\w-/, '')}\n${more}`;

function judge(files: Readonly<Record<string, string>>, policy = policyText) {
  const sources = Object.entries({ ubnd: committee, ...files }).map(([id, text]) => {
    const path = `organizations/${id}.yaml`;
    return { file: path, path, text };
  });
  const parsed = parseDirectory(
    [{ file: 'policy.yaml', path: 'policy.yaml', text: policy }, ...sources],
    'policy.yaml',
  );
  expect(parsed.problems).toEqual([]);
  return judgeReadyForms(parsed.directory!, today).map(({ key, isOfProvince, forms }) => ({
    key,
    isOfProvince,
    forms: forms.map(({ form, isCurrent, addresses, collisions, redecide }) => [
      isCurrent ? `${form} now` : form,
      addresses.map(({ address }) => address.replace('@laichau.gov.vn', '')).join(' '),
      collisions.map(({ code, at }) => `${code} ${at.file.replace(/^organizations\//, '')}`).join(', '),
      redecide,
    ]),
  }));
}

test('a commune of the province gets each form, its name alone taken by the office of that code', () => {
  const found = judge({
    bumto: place('bumto', 'Xã Bum Tở', 'commune'),
    muongte: place('muongte', 'Xã Mường Tè', 'commune'),
    khac: place('khac', 'Huyện Mường Tè', 'district').replace('code: khac', 'code: muongte'),
  });
  expect(found).toEqual([
    {
      key: 'commune-of-province',
      isOfProvince: true,
      forms: [
        ['{name}', 'bumto muongte', 'address-collision muongte.yaml', 0],
        ['xa{name}', 'xabumto xamuongte', '', 0],
        ['{name}.{parent}', 'bumto.ubnd muongte.ubnd', '', 0],
      ],
    },
  ]);
});

test('a ward and a commune of one name meet where both get their names alone', () => {
  const found = judge({
    'x-tanphong': place('x-tanphong', 'Xã Tân Phong', 'commune'),
    'p-tanphong': place('p-tanphong', 'Phường Tân Phong', 'ward'),
  });
  expect(found.map(({ forms }) => forms.map(([form, , collisions]) => [form, collisions !== '']))).toEqual([
    [
      ['{name}', true],
      ['xa{name}', false],
      ['{name}.{parent}', true],
    ],
    [
      ['{name}', true],
      ['phuong{name}', false],
      ['{name}.{parent}', true],
    ],
  ]);
});

test('the form in use stands first, and a decided address of another form is counted', () => {
  const policy = policyText.replace(/( +)person:/, '$1commune-of-province: "{name}.xa"\n$1person:');
  const people =
    'people:\n  - id: LC-000001\n    name: Nguyễn Văn An\n    address: annguyen.bumto.xa@laichau.gov.vn\n' +
    '    addressDecision: {document: 1/QĐ, date: 2026-01-05}\n';
  const [communes] = judge({ bumto: place('bumto', 'Xã Bum Tở', 'commune', 'ubnd', people) }, policy);
  expect(communes?.forms.map(([form, , , redecide]) => [form, redecide])).toEqual([
    ['{name}.xa now', 0],
    ['{name}', 1],
    ['xa{name}', 1],
    ['{name}.{parent}', 1],
  ]);
});

const readDirectory = () =>
  parseDirectory(
    readSample().map((one) => ({ ...one, file: one.path })),
    'policy.yaml',
  ).directory!;

test('none without places, none without a People’s Committee', () => {
  expect(judge({ sotc: organizationText('sotc', []) })).toEqual([]);
  const sample = readDirectory();
  const others = sample.organizations.filter(({ organization }) => organization.kind !== 'people-committee');
  expect(judgeReadyForms({ ...sample, organizations: others }, today)).toEqual([]);
});

test('of the sample, which has districts, the communes are looked at as if they were the province’s', () => {
  const sample = readDirectory();
  const found = judgeReadyForms(sample, today);
  expect(
    found.map(({ kind, isOfProvince, forms }) => [kind, isOfProvince, forms[0]?.addresses.length]),
  ).toEqual([
    ['commune', false, 94],
    ['ward', false, 5],
    ['town', false, 7],
  ]);
  // Two communes of one name, and a commune named as its district.
  expect(found[0]?.forms.map(({ collisions }) => collisions.length)).toEqual([2, 1, 1]);
});
