/** A second import changes nothing but what is new: ids, decisions and what people have written stay. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAdoption } from '../../../src/import/render-adoption.ts';
import type { Arrival } from '../../../src/model/import/arrival.ts';
import type { Made } from '../../../src/model/import/made.ts';
import { renderDecisionsCsv } from '../../../src/render/import/decisions-csv.ts';
import { renderImportReport } from '../../../src/render/import/report.ts';
import { again, arrival, arrive, errorsOf, fileOf, row, rowsOf, signed } from './arrive.ts';

const path = 'organizations/provincial/sonv.yaml';
const an = arrival('nv1', 'Nguyễn Văn An', 'annv.sonv', { titles: ['Chuyên viên'] });
const binh = arrival('nv2', 'Trần Thị Bình', 'binh');
const chi = arrival('nv3', 'LÒ VĂN CHI', 'chilv.sonv', { phones: ['0912 345 678', '0213 3 876 543'] });

const withFile = (made: Made, text: string): Made => ({
  ...made,
  files: new Map([...made.files, [path, text]]),
});
const merged = (before: Made, after: Made): Made => ({
  ...after,
  files: new Map([...before.files, ...after.files]),
});

describe('the run after', () => {
  it('writes nothing where nothing is new', () => {
    const first = arrive([an, binh, chi]);
    const second = again(first, [an, binh, chi]);
    expect([...second.files]).toEqual([]);
    expect(second.decisions).toEqual(first.decisions);
    expect(second.adoption).toEqual(first.adoption);
    expect(second.report.problems).toEqual(first.report.problems);
  });

  it('adds who is new, and nobody’s id changes', () => {
    const first = arrive([binh, chi]);
    const second = again(first, [an, binh, chi, arrival('nv0', 'Vàng A Dũng', 'dungva.sonv')]);
    expect(fileOf(second).match(/- id: .*\n {4}name: .*/g)).toEqual([
      '- id: LC-000001\n    name: Trần Thị Bình',
      '- id: LC-000002\n    name: LÒ VĂN CHI',
      '- id: LC-000003\n    name: Vàng A Dũng',
      '- id: LC-000004\n    name: Nguyễn Văn An',
    ]);
  });

  it('keeps every comment and edit of a file', () => {
    const first = arrive([an, binh, chi]);
    const text = fileOf(first)
      .replace('title: Chuyên viên', 'title: Phó Giám đốc # từ 01/9')
      .replace('mailbox: none\n', 'representatives: [octocat]\nmailbox: none\n')
      .replace('name: LÒ VĂN CHI', 'name: Lò Văn Chí');
    const edited = withFile(first, text);
    expect([...again(edited, [an, binh, chi]).files]).toEqual([]);
    const after = again(edited, [an, binh, chi], { answers: signed(first, 'address', 'keep') });
    expect(fileOf(after)).toBe(
      text.replace(
        'address: binh@laichau.gov.vn\n',
        'address: binh@laichau.gov.vn\n    addressDecision:\n      document: 15/STTTT-CNTT\n      date: 2026-05-04\n      legacy: true\n',
      ),
    );
  });

  it('asks no more what somebody has put right in the file', () => {
    const first = arrive([chi]);
    expect(rowsOf(first)).toHaveLength(2);
    const text = fileOf(first).replace('LÒ VĂN CHI', 'Lò Văn Chi').replace('0912 345 678', '0213 3 876 543');
    const second = again(withFile(first, text), [chi]);
    expect(second.decisions.map(({ answer, waits }) => [answer, waits])).toEqual([
      ['Lò Văn Chi', false],
      ['0213 3 876 543', false],
    ]);
    expect(second.files.size).toBe(0);
  });

  it('knows by its uuid who was renamed there, and by the address who has no uuid', () => {
    const first = arrive([binh]);
    const renamed = { ...binh, names: ['Trần Thị Bính'], addresses: ['khac@laichau.gov.vn'] };
    expect(again(first, [renamed]).report.counts).toMatchObject({ known: 1, added: 0 });
    const rows = [row(2, 'Nguyễn Văn An', 'annv.sonv'), row(3, 'Trần Thị Bình', 'binh')];
    const table = arrive(rows);
    expect(table.adoption).toBeUndefined();
    const moved = [row(2, 'Trần Thị Bình', 'binh'), row(9, 'Nguyễn Văn An', 'annv.sonv')];
    const answered = again(table, moved, { answers: signed(table, 'address', 'rename') });
    expect(answered.report.counts).toMatchObject({ known: 2, added: 0, waiting: 0 });
    // The old address is in no file any more: the decision remembers whose it was.
    expect(again(merged(table, answered), moved).report.counts).toMatchObject({
      known: 2,
      added: 0,
      waiting: 0,
    });
  });

  it('takes nobody for another by the name alone', () => {
    const first = arrive([row(2, 'Nguyễn Văn An', '', { phones: ['0213 3 876 543'] })]);
    const same = again(first, [row(7, 'Nguyễn Văn An', '', { phones: ['0213 3 876 543'] })]);
    expect(same.report.counts).toMatchObject({ known: 1, added: 0 });
    const other = again(first, [row(2, 'Nguyễn Văn An', '', { phones: ['0912 345 678'] })]);
    expect(other.report.counts).toMatchObject({ known: 0, added: 1 });
    expect(errorsOf(other)).toEqual(['address-collision sonv.yaml:14']);
  });

  it('gives nobody the number another was given before', () => {
    const first = arrive([row(2, 'Nguyễn Văn An', 'annv.sonv')]);
    const newcomer = row(3, 'Lò Văn Chi', 'chilv.sonv', { id: 'LC-000001' });
    const second = again(first, [newcomer, row(4, 'Nguyễn Văn An', 'annv.sonv')]);
    expect(fileOf(second)).toContain(
      '  - id: LC-000001\n    name: Nguyễn Văn An\n  - id: LC-000002\n    name: Lò Văn Chi\n',
    );
    expect(second.report.notes.map(({ code, there }) => [code, there])).toEqual([['numbered', 'LC-000001']]);
  });

  it('fills the file that init made, and opens no mailbox that somebody has closed', () => {
    const made = `# của tỉnh
id: sonv
name: Sở Nội vụ
kind: provincial
parent: ubnd
code: sonv
mailbox: none # bỏ dòng này khi cấp
people: []
`;
    const agency = arrival('sonv', 'Sở Nội vụ', 'sonv', { role: 'agency' });
    const place = 'organizations/sonv.yaml';
    const first = arrive([an, agency], { files: new Map([[place, made]]) });
    expect(first.files.get(place)).toBe(
      made
        .replace('mailbox: none # bỏ dòng này khi cấp', 'mailbox: {}')
        .replace('people: []', 'people:\n  - id: LC-000001\n    name: Nguyễn Văn An\n    title: Chuyên viên'),
    );
    expect(first.adoption?.entries.map(({ key }) => key)).toEqual(['organization:sonv', 'person:LC-000001']);
    const closed = first.files.get(place)?.replace('mailbox: {}', 'mailbox: none') ?? '';
    const second = again({ ...first, files: new Map([...first.files, [place, closed]]) }, [an, agency]);
    expect([...second.files]).toEqual([]);
    expect(second.adoption?.entries.map(({ key }) => key)).toEqual(['person:LC-000001']);
  });

  it('leaves a file alone that nobody can read, and tells who was to come there', () => {
    const first = arrive([an]);
    const broken = withFile(first, `${fileOf(first)}  - id: [\n`);
    const second = again(broken, [an, binh]);
    expect(second.files.has(path)).toBe(false);
    expect(second.report.notes.filter(({ code }) => code === 'file-unedited')).toHaveLength(2);
    expect(second.adoption?.entries).toEqual([]);
  });
});

const syllables = ['An', 'Bình', 'Chi', 'Dũng', 'NGUYỄN', 'Trần', 'Lo', 'Văn', 'Thi', 'A', 'TS.', 'Ông'];
const person = fc.record({
  name: fc
    .array(fc.constantFrom(...syllables), { minLength: 0, maxLength: 4 })
    .map((words) => words.join(' ')),
  address: fc.constantFrom('', 'an', 'annv.sonv', 'binhtt.sonv', 'chilv.sotp', 'x_y.sonv', 'an@gmail.com'),
  phones: fc.subarray(['0213 3 876 543', '0912 345 678', '12']),
  aliases: fc.subarray(['a.sonv@laichau.gov.vn', 'b.sotp@laichau.gov.vn', 'annv.sonv@laichau.gov.vn']),
  organization: fc.constantFrom('sonv', 'sotp', undefined),
  role: fc.constantFrom<Arrival['role']>('person', 'person', 'person', 'agency', 'service', 'unknown'),
  isRow: fc.boolean(),
});

const entriesOf = (
  people: readonly (typeof person extends fc.Arbitrary<infer T> ? T : never)[],
  isTable: boolean,
) =>
  people.map(({ name, address, organization, ...more }, index): Arrival => {
    const made = isTable ? row(index + 2, name, address, more) : arrival(`nv${index}`, name, address, more);
    const { organization: _, ...rest } = made;
    return organization === undefined ? { ...rest, organizationValue: 'Phòng X' } : { ...rest, organization };
  });

const textsOf = (made: Made) => [
  ...made.files,
  renderDecisionsCsv(made.decisions, 'vi'),
  renderImportReport(made.report, { language: 'vi', directory: 'directory' }),
  made.adoption === undefined ? '' : renderAdoption(made.adoption),
];

describe('whatever arrives', () => {
  const arrivals = fc.tuple(fc.array(person, { maxLength: 9 }), fc.boolean());

  it('gives the same bytes in any order', () => {
    fc.assert(
      fc.property(arrivals, fc.infiniteStream(fc.nat(99)), ([people, isTable], chance) => {
        const entries = entriesOf(people, isTable);
        const ranked = entries.map((one) => ({ one, rank: chance.next().value as number }));
        const shuffled = ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
        expect(textsOf(arrive(shuffled))).toEqual(textsOf(arrive(entries)));
      }),
      { numRuns: 40 },
    );
  });

  it('gives nothing new the second time', () => {
    fc.assert(
      fc.property(arrivals, ([people, isTable]) => {
        const entries = entriesOf(people, isTable);
        const first = arrive(entries);
        const second = again(first, entries);
        expect([...second.files]).toEqual([]);
        expect(second.decisions).toEqual(first.decisions);
        expect(second.adoption).toEqual(first.adoption);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves everybody the address he has, one entry for each key, and one key for each entry', () => {
    fc.assert(
      fc.property(arrivals, ([people, isTable]) => {
        const entries = entriesOf(people, isTable);
        const made = arrive(entries);
        const text = [...made.files.values()].join('\n');
        const ids = [...text.matchAll(/- id: (\S+)/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const keys = made.adoption?.entries.map(({ key }) => key) ?? [];
        expect(new Set(keys).size).toBe(keys.length);
        expect(text).not.toMatch(/addressDecision|suspension|termination/);
      }),
      { numRuns: 40 },
    );
  });
});
