/** What one run keeps for the next: used where nothing is otherwise, and as if it were not there in any other case. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCacheFolder } from '../../../src/config.ts';
import { row } from '../../../src/quiet/rows.ts';
import { readBasis } from '../../../src/run/in-part/basis.ts';
import { openKept } from '../../../src/run/in-part/kept.ts';
import type { Summaries } from '../../../src/run/in-part/summaries.ts';
import { type CheckedProvince, checkedDay, makeCheckedProvince } from '../../support/checked-province.ts';

let province: CheckedProvince;
let said = '';
/** What a run has kept of the files, and what the file is called, and the one beside it. */
let good: Buffer;
let name = '';
let names: readonly string[] = [];
const kept = (): string => join(province.cache, name);

beforeAll(async () => {
  province = makeCheckedProvince();
  said = await province.whole();
  expect(await province.said()).toBe(said);
  names = fs.readdirSync(province.cache);
  const size = (one: string) => fs.statSync(join(province.cache, one)).size;
  name = names.toSorted((a, b) => size(b) - size(a))[0] ?? '';
  good = fs.readFileSync(kept());
  expect([fs.statSync(kept()).mode & 0o777, fs.statSync(province.cache).mode & 0o777]).toEqual([
    0o600, 0o700,
  ]);
});

beforeEach(() => {
  fs.mkdirSync(province.cache, { recursive: true, mode: 0o700 });
  fs.writeFileSync(kept(), good, { mode: 0o600 });
});

afterEach(() => fs.rmSync(province.cache, { recursive: true, force: true }));

afterAll(() => province.remove());

/** Whether the next run can use what is there. */
async function isFound(today = checkedDay): Promise<boolean> {
  const files = [...((await open(today)).snapshot?.files.values() ?? [])];
  return files.length > 0 && files.every(({ summary }) => summary !== undefined);
}

async function open(today = checkedDay) {
  const basis = await readBasis(province.directory);
  if (basis === undefined) throw new Error('no policy');
  return openKept(province.cache, province.directory, basis, today);
}

const changed = (change: (octets: Buffer) => Uint8Array) => () =>
  fs.writeFileSync(kept(), change(fs.readFileSync(kept())));
const altered = (octets: Buffer, at: number) => octets.fill((octets[at] ?? 0) ^ 1, at, at + 1);

/** As it is written: how many pieces, how long each of them is, and the pieces. */
const lengthsOf = (octets: Buffer): readonly number[] =>
  Array.from({ length: octets.readUInt32LE(0) }, (_, number) => octets.readUInt32LE(4 + 4 * number));
const startOf = (octets: Buffer, piece: number): number => {
  const lengths = lengthsOf(octets);
  return lengths.slice(0, piece).reduce((sum, length) => sum + length, 4 + 4 * lengths.length);
};

/** The same octets, as other pieces. */
function resized(
  octets: Buffer,
  resize: (lengths: readonly number[]) => readonly (number | undefined)[],
): Buffer {
  const lengths = resize(lengthsOf(octets));
  const head = Uint32Array.from([lengths.length, ...lengths.map((length) => length ?? 0)]);
  return Buffer.concat([Buffer.from(head.buffer), octets.subarray(startOf(octets, 0))]);
}
const inItsPlace = (put: (path: string, there: string) => void) => () => {
  const there = join(province.cache, 'there');
  fs.renameSync(kept(), there);
  put(kept(), there);
};

describe('what a run has kept', () => {
  it('is used by the next, which says what a reading of the whole says', async () => {
    expect((await open()).snapshot?.files.size).toBeGreaterThan(50);
    expect(await province.said()).toBe(said);
    expect(fs.readFileSync(kept()).equals(good)).toBe(true);
  });

  it('is nothing that a run keeps which is to keep nothing', async () => {
    fs.rmSync(province.cache, { recursive: true });
    expect(await province.said({ cache: false })).toBe(said);
    expect(fs.existsSync(province.cache)).toBe(false);
  });

  it.each<[string, () => void]>([
    ['cut short', changed((octets) => octets.subarray(0, -1))],
    ['cut to its checksum', changed((octets) => octets.subarray(0, 32))],
    ['empty', changed(() => Buffer.alloc(0))],
    ['longer', changed((octets) => Buffer.concat([octets, Buffer.alloc(28)]))],
    ['altered in its checksum', changed((octets) => octets.fill(0, 0, 1).fill(1, 1, 2))],
    ['altered in its text', changed((octets) => altered(octets, octets.length - 1))],
    ['altered in its table', changed((octets) => altered(octets, startOf(octets, 2)))],
    ['altered in a row', changed((octets) => altered(octets, startOf(octets, 1)))],
    ['altered in how many pieces it has', changed((octets) => altered(octets, 0))],
    ['altered in how long a piece is', changed((octets) => altered(octets, 4))],
    ['of a piece more', changed((octets) => resized(octets, (lengths) => [...lengths, 0]))],
    ['of a piece less', changed((octets) => resized(octets, ([sum, rows]) => [sum, rows]))],
    [
      'of rows that begin later',
      changed((octets) => resized(octets, ([sum = 0, rows = 0, ...rest]) => [sum + 24, rows - 24, ...rest])),
    ],
    [
      'of a table that begins sooner',
      changed((octets) =>
        resized(octets, ([sum = 0, rows = 0, table = 0, said = 0]) => [sum, rows - 24, table + 24, said]),
      ),
    ],
    [
      'of a piece of four gigabytes',
      changed((octets) => resized(octets, (lengths) => lengths.with(1, 2 ** 32 - 1))),
    ],
    ['of four thousand million pieces', changed((octets) => octets.fill(0xff, 0, 4))],
    ['too large', () => fs.truncateSync(kept(), 2 ** 30 + 1)],
    ['writable by a group', () => fs.chmodSync(kept(), 0o620)],
    ['in a folder writable by all', () => fs.chmodSync(province.cache, 0o757)],
    ['a folder', inItsPlace((path) => fs.mkdirSync(path))],
    ['a link', inItsPlace((path, good) => fs.symlinkSync(good, path))],
    ['a pipe', inItsPlace((path) => execFileSync('mkfifo', [path]))],
    [
      'in a folder behind a link',
      () => {
        fs.renameSync(province.cache, `${province.cache}-there`);
        fs.symlinkSync(`${province.cache}-there`, province.cache);
      },
    ],
    ...(process.geteuid?.() === 0
      ? ([['of another user', () => fs.chownSync(kept(), 65534, 65534)]] as [string, () => void][])
      : []),
  ])('is as if it were not there where it is %s', async (_name, damage) => {
    damage();
    expect(await isFound()).toBe(false);
    expect(await province.said()).toBe(said);
  });

  it('is nothing on another day', async () => {
    expect(await isFound('2026-11-24')).toBe(false);
    expect(await isFound()).toBe(true);
  });

  it.each(['policy.yaml', 'calendar/2025.yaml', 'grants.yaml'])(
    'is nothing where %s is another',
    async (path) => {
      const at = join(province.directory, path);
      const before = fs.existsSync(at) ? fs.readFileSync(at) : undefined;
      fs.appendFileSync(at, path === 'grants.yaml' ? '[]\n' : '# khác\n');
      expect(await isFound()).toBe(false);
      if (before === undefined) fs.rmSync(at);
      else fs.writeFileSync(at, before);
    },
  );

  const organization = { id: 'sokx', name: 'Sở X', kind: 'provincial', code: 'sokx' };
  const person = { index: 0, line: 9, person: { id: 'LC-000001', name: 'Lò Văn Chi' } };
  it.each<[string, unknown, unknown?, unknown?]>([
    ['an organization without a name', { id: 'sokx' }],
    ['a mailbox that is a number', { ...organization, mailbox: 7 }],
    [
      'a person of another form',
      { ...organization, people: [] },
      [{ ...person, person: { ...person.person, termination: 'x' } }],
    ],
    ['a person and nobody', organization, [person]],
    ['a person at no place', { ...organization, people: [] }, [{ ...person, index: 'x' }]],
    ['a key that is none', organization, [], ['a', 'b']],
    ['a key of one word', organization, [], [7]],
    ['no organization', null],
  ])('is nothing with a right checksum over %s', async (_name, one, loud = [], hashKey = [1, 2]) => {
    const summary = { organization: one, suffix: null, loud, rows: new Uint32Array(row.length * 1000) };
    const files = [{ file: 'x', path: 'organizations/sokx.yaml', digest: 'x', summary }];
    (await open()).keep(hashKey as never, { files, unreadable: [], parsed: 1 } as unknown as Summaries);
    expect(fs.readFileSync(kept()).equals(good)).toBe(false);
    expect(await isFound()).toBe(false);
  });

  it('is one of the two of runs at once, and one for each directory, by whatever way it is reached', async () => {
    const files = () => fs.readdirSync(province.cache);
    fs.rmSync(kept());
    expect(await Promise.all([province.said(), province.said()])).toEqual([said, said]);
    expect(files()).toEqual(names);
    const link = `${province.directory}-link`;
    fs.symlinkSync(province.directory, link);
    await province.said({ directory: link });
    expect(files()).toEqual(names);
    fs.rmSync(link);
    fs.cpSync(province.directory, link, { recursive: true });
    await province.said({ directory: link });
    expect(files()).toHaveLength(4);
    fs.rmSync(link, { recursive: true });
  });

  it('goes after a month, with what a killed run has left, and nothing of anybody else goes', async () => {
    const half = `${kept()}.11111111-1111-4111-8111-111111111111.tmp`;
    const others = ['thu.tmp', 'x.danhba-cache', 'ghi-chu.txt'].map((one) => join(province.cache, one));
    const old = kept().replace(/.{8}(?=\.danhba)/, '00000000');
    for (const path of [half, old, ...others]) {
      fs.writeFileSync(path, '');
      fs.utimesSync(path, 0, 0);
    }
    await province.said({ today: '2026-11-24' });
    expect([half, old, ...others].filter((path) => fs.existsSync(path))).toEqual(others);
  });
});

it.each<[string | undefined, Record<string, string>, boolean?]>([
  ['/a', { DANHBA_CACHE: '/a', XDG_CACHE_HOME: '/b', HOME: '/c' }],
  ['/b/danhba', { XDG_CACHE_HOME: '/b', HOME: '/c' }],
  ['/c/.cache/danhba', { DANHBA_CACHE: '', XDG_CACHE_HOME: 'b', HOME: '/c' }],
  [undefined, {}],
  [undefined, { HOME: '' }],
  [undefined, { DANHBA_CACHE: '/a', HOME: '/c' }, false],
])('the folder is %s, by %o', (folder, environment, cache = true) =>
  expect(readCacheFolder({ cache }, environment)).toBe(folder),
);

describe('a folder', () => {
  const file = new URL('../../../src/files/cache.ts', import.meta.url).href;

  /** In a process of its own: what never ends would end no test. */
  const kept = (folder: string): string => {
    const code = `import { openCache } from ${JSON.stringify(file)};
      const cache = openCache(${JSON.stringify(folder)}, '/');
      cache.write([Uint8Array.of(7), Uint8Array.of()]);
      console.log(cache.read()?.map((piece) => piece.join()).join(';'));`;
    const args = ['--input-type=module', '-e', code];
    return execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000 }).trim();
  };

  it('that is not there is made, with those above it', () => {
    const root = fs.mkdtempSync(join(tmpdir(), 'danhba-cache-'));
    expect(kept(join(root, 'a/b/c'))).toBe('7;');
    expect(fs.statSync(join(root, 'a')).mode & 0o777).toBe(0o700);
    fs.rmSync(root, { recursive: true });
  });

  it.each(['/proc/x/y', '/dev/null', '/dev/null/x'])('that cannot be made keeps nothing: %s', (folder) =>
    expect(kept(folder)).toBe('undefined'),
  );
});
