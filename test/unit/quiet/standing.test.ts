/** What the rules found last time is told again where they would find the same, and nowhere else. */
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownersBelow } from '../../../src/commands/codeowners.ts';
import { decodeVerdict, encodeVerdict } from '../../../src/quiet/verdict.ts';
import { readDesired } from '../../../src/run/desired.ts';
import { begin } from '../../../src/run/in-part/begin.ts';
import { standingVerdict } from '../../../src/run/in-part/standing.ts';
import { type CheckedProvince, checkedDay, makeCheckedProvince } from '../../support/checked-province.ts';

let province: CheckedProvince;

beforeEach(async () => {
  province = makeCheckedProvince();
  await province.said();
});

afterEach(() => province.remove());

const pathOf = (id: string): string => {
  const root = join(province.directory, 'organizations');
  const all = fs.readdirSync(root, { recursive: true, encoding: 'utf8' });
  return join(root, all.find((path) => path.endsWith(`${id}.yaml`)) ?? '');
};

function edit(id: string, change: (text: string) => string): void {
  const before = fs.readFileSync(pathOf(id), 'utf8');
  expect(change(before)).not.toBe(before);
  fs.writeFileSync(pathOf(id), change(before));
}

/** As they are to be written of the whole directory. */
async function codeownersOf(directory: string): Promise<string> {
  const { directory: whole } = await readDesired({ directory });
  if (whole === undefined) throw new Error('no policy');
  return ownersBelow(join(directory, '..'), whole).text;
}

async function isStanding(directory = province.directory): Promise<boolean> {
  const begun = await begin({ directory }, checkedDay, province.cache, false);
  return begun !== undefined && standingVerdict(begun) !== undefined;
}

/** Whether it was, for a check that said what a reading of the whole says. */
async function stood(): Promise<boolean> {
  const [standing, whole] = [await isStanding(), await province.whole()];
  expect(await province.said()).toBe(whole);
  expect(await province.said()).toBe(whole);
  return standing;
}

const quiet = (text: string) => text.replace(/( {4}title: ).*/, '$1Người được thử');
const hired = (record: string) => (text: string) => `${text}  - {id: LC-900001, ${record}}\n`;

describe('what the rules found', () => {
  it('stands where nothing has changed', async () => expect(await stood()).toBe(true));

  it('stands where a quiet person has another title, and again, and in another file too', async () => {
    edit('bandt', quiet);
    expect(await stood()).toBe(true);
    edit('bandt', (text) => text.replace('Người được thử', 'Người khác'));
    edit('sokhcn', (text) => `${quiet(text)}# ghi chú\n`);
    expect(await stood()).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a name is another', () => edit('bandt', (text) => text.replace(/( {4}name: ).*/, '$1Lò Văn Út'))],
    ['somebody comes', () => edit('bandt', hired('name: Lò Văn Út'))],
    ['somebody has the address of another', () => edit('bandt', hired('name: Tô Đức Thuận'))],
    ['somebody goes', () => edit('bandt', (text) => text.replace(/ {2}- id: LC-[\s\S]*?(?= {2}- id)/, ''))],
    ['the organization is another', () => edit('bandt', (text) => text.replace(/^kind: .*/m, 'kind: ward'))],
    ['a file is no YAML any more', () => edit('bandt', (text) => `${text}  - [`)],
    ['a file is gone', () => fs.rmSync(pathOf('bandt'))],
    [
      'a file is a link',
      () => {
        fs.renameSync(pathOf('bandt'), join(province.directory, 'khac'));
        fs.symlinkSync(
          join(province.directory, 'khac'),
          join(province.directory, 'organizations/bandt.yaml'),
        );
      },
    ],
    ['a file has come', () => fs.cpSync(pathOf('bandt'), pathOf('bandt').replace('bandt.', 'bandt2.'))],
    ['the policy is another', () => fs.appendFileSync(join(province.directory, 'policy.yaml'), '# x\n')],
  ])('stands no more where %s', async (_name, act) => {
    act();
    expect(await stood()).toBe(false);
  });

  it('stands no more where somebody changes of whom there was something to say', async () => {
    const reset = 'passwordReset: {document: 13/BDT, date: 2026-06-02}';
    edit('bandt', hired(`name: Lò Văn Út, title: A, ${reset}`));
    expect(await stood()).toBe(false);
    edit('bandt', (text) => text.replace('title: A', 'title: B'));
    expect(await stood()).toBe(false);
    edit('bandt', quiet);
    expect(await stood()).toBe(true);
  });

  it('stands no more where somebody changes who was in the way of another', async () => {
    edit('sotttt', hired('name: Lò Văn Út, aliases: [thuantd.bandt@laichau.gov.vn]'));
    expect(await stood()).toBe(false);
    edit('bandt', (text) => text.replace(/(name: Tô Đức Thuận\n {4}title: ).*/, '$1Người được thử'));
    expect(await stood()).toBe(false);
  });

  it('stands for the directory by the name it was given alone', async () => {
    expect(await isStanding(`${province.directory}/../directory`)).toBe(false);
    expect(await isStanding()).toBe(true);
  });

  it('tells of a clean directory how many it has', async () => {
    const clean = async () => (await province.said({ format: 'text' })).replace(/^0 /, '');
    const said = await clean();
    edit('bandt', quiet);
    expect(await isStanding()).toBe(true);
    expect(await clean()).toBe(said);
  });

  it('is told with what CODEOWNERS should say', async () => {
    const folder = join(province.directory, '../.github');
    fs.mkdirSync(folder);
    fs.writeFileSync(join(folder, 'CODEOWNERS'), '# không ai\n');
    const whole = await province.said({ cache: false });
    edit('bandt', quiet);
    expect(await isStanding()).toBe(true);
    expect(await province.said()).toBe(whole);
    expect(whole).toContain('codeowners-stale');
    const said = await codeownersOf(province.directory);
    fs.writeFileSync(join(folder, 'CODEOWNERS'), said);
    expect(await isStanding()).toBe(true);
    expect(await province.said()).not.toContain('codeowners-stale');
  });

  const verdictFile = (): string => {
    const files = fs.readdirSync(province.cache).map((name) => join(province.cache, name));
    return files.toSorted((a, b) => fs.statSync(a).size - fs.statSync(b).size)[0] ?? '';
  };

  it.each<[string, (octets: Buffer) => Buffer]>([
    ['cut short', (octets) => octets.subarray(0, -1)],
    ['cut in its checksum', (octets) => octets.subarray(0, 31)],
    ['altered', (octets) => octets.fill(0x20, 40, 41)],
    ['empty', () => Buffer.alloc(0)],
  ])('is nothing where the file is %s', async (_name, change) => {
    fs.writeFileSync(verdictFile(), change(fs.readFileSync(verdictFile())));
    expect(await stood()).toBe(false);
    expect(await stood()).toBe(true);
  });

  const lists = { passed: { a: 'x' }, awake: ['a'], problems: [], lines: [1] };
  const verdict = { root: 'd', of: 'x', organizations: 1, people: 1000, ...lists };
  const problem = { code: 'parent-cycle', args: {}, severity: 'error', at: { file: 'a', path: ['b', 1] } };
  const again = (one: object) => {
    const sum = () => new Uint8Array(32);
    return decodeVerdict(encodeVerdict(one as never, sum(), sum), sum(), sum);
  };
  it.each<[string, object]>([
    ['a root that is none', { root: 7 }],
    ['no digest', { of: undefined }],
    ['awake files that are none', { awake: [7] }],
    ['a line that is none', { lines: ['x'] }],
    ['a digest that is none', { passed: { a: 7 } }],
    ['no digests', { passed: null }],
    ['half a person', { people: 0.5 }],
    ['fewer than no organizations', { organizations: -1 }],
    ['no list of problems', { problems: {} }],
    ['a problem without a place', { problems: [{ ...problem, at: undefined }] }],
    ['a problem at no step', { problems: [{ ...problem, at: { file: 'a', path: [null] } }] }],
    ['a problem at no offset', { problems: [{ ...problem, at: { ...problem.at, offset: 'x' } }] }],
    ['a problem of another severity', { problems: [{ ...problem, severity: 'x' }] }],
    ['a problem without facts', { problems: [{ ...problem, args: null }] }],
  ])('is nothing with a right checksum over %s', (_name, more) => {
    expect(again({ ...verdict, problems: [problem] })).toBeDefined();
    expect(again({ ...verdict, ...more })).toBeUndefined();
  });

  it('is nothing where there are no words for it', async () => {
    const begun = await begin({ directory: province.directory }, checkedDay, province.cache, false);
    const there = begun?.kept.readVerdict();
    expect(there).toBeDefined();
    for (const code of ['constructor', 'x']) {
      begun?.kept.keepVerdict({ ...there, problems: [{ ...problem, code, args: {} }] } as never);
      expect(await isStanding()).toBe(false);
    }
  });
});
