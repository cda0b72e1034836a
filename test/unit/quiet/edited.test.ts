/** Whatever somebody has done to files since the last run, `danhba check` says what a reading of the whole says. */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseHead } from '../../../src/desired/read/parse-head.ts';
import { type CheckedProvince, makeCheckedProvince } from '../../support/checked-province.ts';

let province: CheckedProvince;
let paths: readonly string[] = [];

beforeAll(async () => {
  province = makeCheckedProvince();
  paths = fs
    .readdirSync(join(province.directory, 'organizations'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => join(province.directory, 'organizations', path));
  await province.said();
});

afterAll(() => province.remove());

const people = /^people:[\s\S]*/m;
const firstPerson = /(\n {2}- id: .*\n)/;
const withPerson = (line: string) => (text: string) => text.replace(firstPerson, `$1    ${line}\n`);
const withHead = (line: string) => (text: string) => text.replace('people:', `${line}\npeople:`);
const edits: Readonly<Record<string, (text: string, number: number) => string>> = {
  carriageReturns: (text) => text.replaceAll('\n', '\r\n'),
  mark: (text) => `\ufeff${text}`,
  noPeople: (text) => text.replace(people, ''),
  nullPeople: (text) => text.replace(people, 'people: null\n'),
  peopleFirst: (text) => (people.exec(text)?.[0] ?? '') + text.replace(people, ''),
  headBehind: (text) => `${text}codeBasis: 1/QĐ\n`,
  keyTwice: (text) => `${text}code: khac\n`,
  comment: (text) => `${text}# x\n`,
  anchor: (text) => text.replace('people:', 'people: &a'),
  tab: (text) => text.replaceAll('  - id', '\t- id'),
  document: (text) => text.replace(people, (list) => `---\n${list}`),
  end: (text) => `${text}...\n`,
  lost: (text, number) =>
    text
      .split('\n')
      .toSpliced(number % 40, 1)
      .join('\n'),
  capitals: (text, number) =>
    text
      .split('\n')
      .map((line, at) => (at === number % 40 ? line.toUpperCase() : line))
      .join('\n'),
  cut: (text, number) => text.slice(0, text.length - (number % 300)),
  marks: (text) => text.normalize('NFD'),
  unmarked: (text) => text.replace(/( {4}name: ).*/, '$1Nguyen Van An'),
  sameId: (text, number) => text.replace(/id: LC-\d+/, `id: LC-000${100 + (number % 900)}`),
  sameName: (text, number) =>
    text.replace(
      /( {4}name: ).*/,
      `$1${[...text.matchAll(/ {4}name: (.*)/g)].at(-(number % 4))?.[1] ?? 'Lò Thị Kim'}`,
    ),
  otherId: (text) => text.replace(/^id: .*/m, 'id: khac'),
  code: (text, number) => text.replace(/^code: .*/m, `code: ${['ubnd', 'sotttt', 'zz'][number % 3]}`),
  parent: (text, number) =>
    text.replace(/^parent: .*/m, `parent: ${['sotttt', 'muongte', 'khong'][number % 3]}`),
  custodian: (text, number) => text.replace(/custodian: .*/, `custodian: LC-000${100 + (number % 900)}`),
  suffix: withHead('personSuffix: sotttt'),
  dissolved: withHead('dissolved: {document: 1/QĐ, date: 2025-01-01}'),
  retired: withPerson('termination: {reason: retirement, document: 1/QĐ, decided: 2026-11-01}'),
  alias: withPerson('aliases: [sotttt@laichau.gov.vn]'),
  decided: withPerson(
    'address: an.sotttt@laichau.gov.vn\n    addressDecision: {document: 1/QĐ, date: 2027-01-01}',
  ),
  secret: withPerson('title: "mật khẩu: Mua-xuan-2026"'),
};

/** Of the files that others hang from more often than of the rest. */
const fileAt = (number: number): string =>
  paths.find((path) => path.endsWith(['/ubnd.yaml', '/sotttt.yaml', '/muongte.yaml'][number] ?? '\0')) ??
  (paths[number % paths.length] as string);

const pathOf = (id: string): string => paths.find((path) => path.endsWith(`/${id}.yaml`)) ?? '';

/** Does it, and gives how it is undone. */
function changed(file: string, change: (text: string) => string | Buffer): () => void {
  const before = fs.readFileSync(file);
  fs.writeFileSync(file, change(before.toString()));
  return () => fs.writeFileSync(file, before);
}

async function agree(today?: string): Promise<void> {
  const whole = await province.whole(today);
  const day = today === undefined ? {} : { today };
  expect(await province.said(day)).toBe(whole);
  expect(await province.said({ ...day, cache: false })).toBe(whole);
}

describe('a check with what an earlier run has kept', () => {
  it('is one of the whole, after any edits of files', async () => {
    const edit = fc.record({
      kind: fc.constantFrom(...Object.keys(edits)),
      at: fc.nat(99),
      number: fc.nat(999),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (done) => {
        const undo = done.map(({ kind, at, number }) =>
          changed(fileAt(at), (text) => edits[kind]?.(text, number) ?? text),
        );
        await agree().finally(() => {
          for (const one of undo.toReversed()) one();
        });
      }),
      { numRuns: 10 },
    );
  });

  const hired = (record: string) => () =>
    changed(pathOf('bandt'), (text) => `${text}  - {id: LC-900001, ${record}}\n`);
  it.each<[string, () => () => void]>([
    ['the address of somebody', hired('name: Tô Đức Thuận')],
    [
      'an alias that is somebody’s address',
      hired('name: Lò Văn Út, aliases: [thuantd.bandt@laichau.gov.vn]'),
    ],
    [
      'the id of somebody of another file',
      () => changed(pathOf('sotttt'), (text) => `${text}  - {id: LC-000555, name: Lò Văn Út}\n`),
    ],
    [
      'a custodian who is somebody of another file',
      () => changed(pathOf('sotttt'), (text) => text.replace(/custodian: .*/, 'custodian: LC-000555')),
    ],
    [
      'a copy',
      () =>
        made((path) => fs.copyFileSync(pathOf('bandt'), path), pathOf('bandt').replace('.yaml', ' (1).yaml')),
    ],
    [
      'its name in two folders, and another code',
      () =>
        made(
          (path) =>
            fs.writeFileSync(
              path,
              fs.readFileSync(pathOf('bandt'), 'utf8').replace('code: bandt', 'code: bdtoc'),
            ),
          join(dirname(pathOf('ubnd')), 'bandt.yaml'),
        ),
    ],
    [
      'a link among calendars, and one that is no text',
      () => {
        const undo = changed(pathOf('bandt'), () => Buffer.from([0xff, 0x41]));
        const link = join(province.directory, 'calendar/2019.yaml');
        const away = made((path) => fs.symlinkSync(pathOf('ubnd'), path), link);
        return () => {
          away();
          undo();
        };
      },
    ],
    [
      'another ending',
      () => made((path) => fs.copyFileSync(pathOf('bandt'), path), pathOf('bandt').replace('.yaml', '.yml')),
    ],
  ])('is one of the whole, of files with %s', async (_name, act) => {
    const undo = act();
    await agree().finally(undo);
  });

  it('is one of the whole where a file gives those of another, which is as it was, another suffix', async () => {
    const undo = [changed(pathOf('muongte-pnv'), (text) => text.replace('Tòng Gia Khà', 'Lý Văn Dế'))];
    try {
      await agree();
      const renamed = (text: string) =>
        text.replace('Mường Tè', 'Sìn Hồ').replace('code: muongte', 'code: sinho');
      undo.push(changed(pathOf('muongte'), renamed));
      expect(await province.whole()).toContain('delv.pnv.sinho@laichau.gov.vn');
      await agree();
    } finally {
      for (const one of undo) one();
    }
  });

  it('is one of the whole on another day', () => agree('2027-02-01'));
});

it('a file that goes on for millions of lines fills no stack', () => {
  const text = `id: a\nname: Xã A\nkind: commune\ncode: a\npeople: []\n${'\n'.repeat(15_000_000)}parent: b\n`;
  expect(() => parseHead({ file: 'a.yaml', path: 'organizations/a.yaml', text })).not.toThrow();
});

function made(make: (path: string) => void, path: string): () => void {
  make(path);
  return () => fs.rmSync(path);
}
