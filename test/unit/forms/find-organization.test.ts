/** An organization is found as clerks write it, where one alone can be meant; else it is asked, and never guessed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import { findOrganization, type SearchedDirectory } from '../../../src/forms/find-organization.ts';
import { saysNothing } from '../../../src/forms/text.ts';
import { declareAccounts } from '../../../src/naming/declared.ts';
import { requestProblemWords } from '../../../src/render/github/request.ts';

const root = join(import.meta.dirname, '../../..');
const today = '2026-11-24';

function read(texts: Readonly<Record<string, string>>): SearchedDirectory {
  const sources = Object.entries(texts).map(([file, text]) => ({ file, path: file, text }));
  const { directory } = parseDirectory(sources, 'policy.yaml');
  if (directory === undefined) throw new Error('the policy of this test is wrong');
  return { ...directory, declared: declareAccounts(directory), today };
}

const shipped = join(root, 'directory');
const sample = read(
  Object.fromEntries(
    readdirSync(shipped, { recursive: true, encoding: 'utf8' })
      .filter((path) => path === 'policy.yaml' || /^organizations\/.*\.yaml$/.test(path))
      .map((path) => [path, readFileSync(join(shipped, path), 'utf8')]),
  ),
);
const policy = readFileSync(join(root, 'test/problems/_base/policy.yaml'), 'utf8');

const idOf = (written: string, directory = sample, sought: 'living' | 'any' = 'living') => {
  const result = findOrganization(written, directory, sought);
  return 'found' in result ? result.found.organization.id : result.problem.code;
};
const suggested = (written: string, directory = sample) => {
  const result = findOrganization(written, directory, 'living');
  if ('found' in result) return 'found';
  const { args } = result.problem;
  return 'candidates' in args ? args.candidates.map(({ id }) => id) : [];
};

test.each([
  ['muongte-bumnua', 'muongte-bumnua'],
  ['Xã Bum Nưa', 'muongte-bumnua'],
  ['UBND xã Bum Nưa', 'muongte-bumnua'],
  ['Ủy ban nhân dân xã Bum Nưa', 'muongte-bumnua'],
  ['Uỷ ban nhân dân xã Bum Nưa', 'muongte-bumnua'],
  ['ubnd xa bum nua', 'muongte-bumnua'],
  ['xa bum nua', 'muongte-bumnua'],
  ['XÃ BUM NƯA'.normalize('NFD'), 'muongte-bumnua'],
  ['Xã Bum Nưa, huyện Mường Tè', 'muongte-bumnua'],
  ['UBND xã Bum Nưa - UBND huyện Mường Tè, tỉnh Lai Châu', 'muongte-bumnua'],
  ['bumnua.muongte', 'muongte-bumnua'],
  ['BumNua.MuongTe@laichau.gov.vn', 'muongte-bumnua'],
  ['bumnua', 'muongte-bumnua'],
  ['Bum Nưa', 'muongte-bumnua'],
  ['stttt', 'sotttt'],
  ['Sở TT&TT', 'sotttt'],
  ['So Thong tin va Truyen thong tinh Lai Chau', 'sotttt'],
  ['UBND tỉnh', 'ubnd'],
  ['TP. Lai Châu', 'tplc'],
  ['huyen muong te', 'muongte'],
  ['Phòng Nội vụ huyện Mường Tè', 'muongte-pnv'],
])('%s is %s', (written, id) => {
  expect(idOf(written)).toBe(id);
});

test.each([
  ['a room of every district', 'Phòng Nội vụ', 'organization-ambiguous'],
  ['its code', 'pnv', 'organization-ambiguous'],
  ['a district and its commune', 'Mường Tè', 'organization-ambiguous'],
  ['a part of a name', 'Thông tin và Truyền thông', 'organization-unknown'],
  ['other marks than its own', 'Xã Bùm Nưa', 'organization-unknown'],
  ['another kind', 'Phường Bum Nưa', 'organization-unknown'],
  ['an address of another domain', 'bumnua.muongte@gmail.com', 'organization-unknown'],
  ['nothing that has letters', '…', 'organization-unknown'],
])('%s is asked back', (_what, written, code) => {
  expect(idOf(written)).toBe(code);
});

test.each([
  ['Truyền thông', ['sotttt-ttcntttt', 'sotttt']],
  ['Xã Bùm Nưa', ['muongte-bumnua']],
  ['Xã Bum Nưaa', ['muongte-bumnua']],
  ['Sở Thông tin và Truyền thôn', ['sotttt']],
  ['sotttx', ['sotttt']],
  ['Bộ Ngoại giao', []],
])('for %s is suggested %j', (written, ids) => {
  expect(suggested(written)).toEqual(ids);
});

it('every organization of the sample is found by its name, without marks too, or asked among its namesakes', () => {
  for (const { organization } of sample.organizations) {
    const plain = organization.name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replaceAll('đ', 'd')
      .replaceAll('Đ', 'D');
    for (const written of [organization.name, plain, plain.toUpperCase()]) {
      const told = suggested(written);
      if (told === 'found') expect(idOf(written), written).toBe(organization.id);
      else expect(told, written).toContain(organization.id);
    }
  }
});

describe('an organization that was dissolved', () => {
  const office = (id: string, name: string, more = '') =>
    `id: ${id}\nname: ${name}\nkind: provincial\nparent: ubnd\ncode: ${id}\nmailbox: none\n${more}`;
  const ended = (successor?: string, date = '2026-03-01') =>
    `dissolved: {document: 1/QĐ, date: ${date}${successor === undefined ? '' : `, successor: ${successor}`}}\n`;
  const world = read({
    'policy.yaml': policy,
    'organizations/ubnd.yaml': 'id: ubnd\nname: Ủy ban nhân dân tỉnh\nkind: people-committee\ncode: ubnd\n',
    'organizations/sotttt.yaml': office('sotttt', 'Sở Thông tin và Truyền thông', ended('sobcvt')),
    'organizations/sobcvt.yaml': office('sobcvt', 'Sở Bưu chính, Viễn thông', ended('sokhcn', '2026-06-01')),
    'organizations/sokhcn.yaml': office('sokhcn', 'Sở Khoa học và Công nghệ'),
    'organizations/soct.yaml': office('soct', 'Sở Công Thương', ended()),
    'organizations/sotc.yaml': office('sotc', 'Sở Tài chính', ended('sokhcn', '2026-12-31')),
    'organizations/sonv1.yaml': office('sonv1', 'Sở Nội vụ', ended('sonv')),
    'organizations/sonv.yaml': office('sonv', 'Sở Nội vụ'),
  });

  it('is answered with its successor, over every step, and never taken for it', () => {
    for (const written of [
      'Sở Thông tin và Truyền thông',
      'so thong tin va truyen thong',
      'sotttt',
      'stttt',
    ]) {
      expect(findOrganization(written, world, 'living')).toMatchObject({
        problem: {
          code: 'organization-dissolved',
          args: { id: 'sotttt', former: false, candidates: [{ id: 'sokhcn' }] },
        },
      });
    }
    expect(suggested('Sở Công Thương', world)).toEqual([]);
    expect(suggested('Thông tin và Truyền thông', world)).toEqual(['sokhcn']);
  });

  it('is meant by its id where what it left behind is asked for, by its name it is asked', () => {
    expect(idOf('sotttt', world, 'any')).toBe('sotttt');
    const byName = findOrganization('Sở Thông tin và Truyền thông', world, 'any');
    expect(byName).toMatchObject({ problem: { args: { former: true } } });
    const words = 'problem' in byName ? requestProblemWords(byName.problem, 'vi') : undefined;
    expect(words?.hint).toBe(
      'Có phải là nơi kế tiếp: sokhcn · Sở Khoa học và Công nghệ · Ủy ban nhân dân tỉnh?; nếu đúng là nơi cũ thì ghi mã sotttt',
    );
  });

  it('is not meant where one of that name lives, and lives itself until its day', () => {
    expect(idOf('Sở Nội vụ', world, 'any')).toBe('sonv');
    expect(idOf('Sở Tài chính', world)).toBe('sotc');
  });
});

test.each([
  ['Không', true],
  ['không có.', true],
  ['KHONG CO'.normalize('NFD'), true],
  ['-', true],
  ['—', true],
  ['N/A', true],
  ['_No response_', true],
  ['Không quân', false],
  ['0', false],
  ['Chuyên viên', false],
])('"%s" says nothing: %s', (answer, is) => {
  expect(saysNothing(answer)).toBe(is);
});
