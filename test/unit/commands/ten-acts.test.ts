/** The ten acts of every day: whose word each needs by the rule book, clean files after it, and what the plan does. */
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/commands/check.ts';
import { consent } from '../../../src/commands/consent.ts';
import type { Io } from '../../../src/process/io.ts';
import { changesOf, heldOf, makeStory } from '../../support/lifecycle-story.ts';
import type { Files } from '../../support/world.ts';

const day = '2026-11-23';
const corpus = join(import.meta.dirname, '../../problems/_base');
const textOf = (id: string) => readFileSync(join(corpus, `organizations/${id}.yaml`), 'utf8');
const operator = 'nguoi-van-hanh';

const person = (id: string, name: string, more = '') => `  - {id: LC-0000${id}, name: ${name}${more}}\n`;
const file = (id: string, name: string, place: string, more: string, ...people: string[]) =>
  `id: ${id}\nname: ${name}\n${place}\nrepresentatives: [rep-${id}]\n${more}\npeople:\n${people.join('')}`;
const office = 'kind: provincial\nparent: ubnd';
const soyt = (people: readonly string[], mailbox = 'custodian: LC-000021') =>
  file('soyt', 'Sở Y tế', office, `code: soyt\nmailbox: {${mailbox}}`, ...people);
const sotc = (...people: string[]) =>
  file('sotc', 'Sở Tài chính', office, 'code: sotc\nmailbox: none', ...people);
const namma = (name: string, code: string) =>
  file(
    'namma',
    name,
    'kind: commune\nparent: sinho',
    `code: ${code}\nmailbox: none`,
    person('41', 'Giàng A Páo'),
  );
const unit = file(
  'ttcn',
  'Trung tâm Công nghệ',
  'kind: provincial-unit\nparent: soyt',
  'code: ttcn\nmailbox: none\npersonSuffix: soyt',
  person('51', 'Lê Văn Tư'),
);

const [an, binh, dung] = [
  person('21', 'Nguyễn Văn An'),
  person('22', 'Trần Thị Bình'),
  person('31', 'Vàng A Dũng'),
];
const before = { soyt: soyt([an, binh]), sotc: sotc(dung), namma: namma('Xã Nậm Mạ', 'namma') };
/** Bình leaves the office of health. */
const left = (reason: string) => {
  const termination = `termination: {reason: ${reason}, document: 7/QĐ, decided: 2026-11-20}`;
  return { soyt: soyt([an, person('22', 'Trần Thị Bình', `, ${termination}`)]) };
};
const decided = ', address: anngv.soyt@laichau.gov.vn, addressDecision: {document: 8/QĐ, date: 2026-11-20}';
const [self, other] = ['person:LC-000022', 'person:LC-000024'];

interface Act {
  readonly act: string;
  /** Files that had been changed before. */
  readonly base?: Files;
  readonly head: Files;
  /** Who acts; whoever else does needs his word for these records. */
  readonly author: string;
  readonly keys: readonly string[];
  /** Whose word is needed besides: "code key whom". */
  readonly besides?: readonly string[];
  /** What the plan does, in order; left out where only the consent is told. */
  readonly does?: readonly string[];
}

// biome-ignore format: one act in as few lines as it takes
const acts: readonly Act[] = [
  { act: '1 a newcomer', head: { soyt: soyt([an, binh, person('24', 'Hoàng Văn Giang')]) },
    author: 'rep-soyt', keys: [other], does: [`create ${other}`] },
  { act: '2 a namesake: the operator decides the address (5.2.b)', head: { soyt: soyt([an, binh, person('24', 'Nguyễn Văn An', decided)]) },
    author: 'rep-soyt', keys: [other], besides: [`operator-key ${other} ${operator}`], does: [`create ${other}`] },
  { act: '3 a name put right in its marks', head: { soyt: soyt([an, person('22', 'Trần Thị Bính')]) },
    author: 'rep-soyt', keys: [self], does: [`update ${self}`] },
  { act: '3 a name put right in a syllable', head: { soyt: soyt([an, person('22', 'Trần Thu Bình')]) },
    author: 'rep-soyt', keys: [self], does: [`update ${self}`] },
  { act: '4 a move, its first half: the old house lets go', head: left('transfer, to: sotc'),
    author: 'rep-soyt', keys: [self], does: [`terminate ${self}`] },
  { act: '4 a move, its second half: the new house alone', base: left('transfer, to: sotc'), head: { sotc: sotc(dung, binh) },
    author: 'rep-sotc', keys: [self], does: [`transfer ${self}`, `create ${self}`] },
  { act: '4 a move to another than was let go to', base: left('transfer, to: namma'), head: { sotc: sotc(dung, binh) },
    author: 'rep-sotc', keys: [self], besides: [`moved-away ${self} rep-soyt`] },
  { act: '4 a move by cut and paste: both houses', head: { soyt: soyt([an]), sotc: sotc(dung, binh) },
    // One row in each of the two files.
    author: 'rep-sotc', keys: [self], besides: [`changed ${self} rep-soyt`, `changed ${self} rep-soyt`], does: [`transfer ${self}`, `create ${self}`] },
  { act: '5 a retirement', head: left('retirement'), author: 'rep-soyt', keys: [self], does: [`terminate ${self}`] },
  { act: '5 hired elsewhere after it: another mailbox', base: left('retirement'), head: { sotc: sotc(dung, binh) },
    author: 'rep-sotc', keys: [self], does: [`transfer ${self}`, `create ${self}`] },
  { act: '6 another custodian (9.1)', head: { soyt: soyt([an, binh], 'custodian: LC-000022') },
    author: 'rep-soyt', keys: ['organization:soyt'], does: ['update organization:soyt'] },
  { act: '7 a commune renamed, its code as before', head: { namma: namma('Xã Nậm Má', 'namma') },
    author: 'rep-namma', keys: ['organization:namma'], besides: [`operator-key organization:namma ${operator}`],
    does: ['update organization:namma', 'update person:LC-000041'] },
  { act: '7 a commune renamed, and its code', head: { namma: namma('Xã Nậm Mạ Dạo', 'nammadao') },
    author: 'rep-namma', keys: ['organization:namma'], besides: [`operator-key organization:namma ${operator}`],
    does: ['update organization:namma', 'rename person:LC-000041'] },
  { act: '8 a new unit under the suffix of its office', head: { ttcn: unit }, author: 'rep-soyt', keys: [],
    besides: ['organization:ttcn', 'person:LC-000051'].map((key) => `new-organization ${key} ${operator}`),
    does: ['create organization:ttcn', 'create person:LC-000051'] },
  { act: '9 an alias of the old code, of its own name (5.1)', head: { soyt: soyt([an, binh], 'custodian: LC-000021, aliases: [syt@laichau.gov.vn]') },
    author: 'rep-soyt', keys: ['organization:soyt'], does: ['update organization:soyt'] },
  { act: "10 the operator's own staff", head: { sotttt: `${textOf('sotttt')}  - {id: LC-000018, name: Lê Thị Tâm, privileged: true}\n` },
    author: operator, keys: ['person:LC-000018'], besides: [`operator-key person:LC-000018 ${operator}`], does: ['create person:LC-000018'] },
];

/** Both directories on disk, and the two commands as a forge runs them. */
async function layOut({ base = {}, head }: Act) {
  const root = await mkdtemp(join(tmpdir(), 'danhba-acts-'));
  const folders = { base: join(root, 'base'), head: join(root, 'head') };
  for (const [folder, files] of [
    [folders.base, { ...before, ...base }] as const,
    [folders.head, { ...before, ...base, ...head }] as const,
  ]) {
    await cp(corpus, folder, { recursive: true });
    for (const [id, text] of Object.entries(files))
      await writeFile(join(folder, `organizations/${id}.yaml`), text);
  }
  const said = async (command: (io: Io) => Promise<number>) => {
    const told: string[] = [];
    const now = () => new Date(`${day}T03:00:00Z`);
    const out = (text: string) => void told.push(text);
    const input = (async function* () {})();
    const code = await command({
      out,
      err: () => {},
      environment: {},
      errIsTerminal: false,
      language: 'en',
      now,
      input,
    });
    return { code, answer: JSON.parse(told.join('')) };
  };
  const options = { ...folders, directory: folders.head, today: day, format: 'json' };
  return {
    check: (directory: string) => said((io) => check({ ...options, directory }, io)),
    ask: async (author: string, ...approver: string[]) => {
      const { code, answer } = await said((io) => consent({ ...options, author, approver }, io));
      const missing: readonly { code: string; key: string; ask: string[] }[] = answer.missing;
      return {
        code,
        allowed: answer.allowed,
        missing: missing.map((one) => [one.code, one.key, ...one.ask].join(' ')),
      };
    },
    folders,
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

const lacks = (...missing: string[]) => ({
  code: missing.length === 0 ? 0 : 3,
  allowed: missing.length === 0,
  missing,
});
const isNotOf = (login: string) => (row: string) => !row.endsWith(` ${login}`);

describe.each(acts)('$act', (one) => {
  const { act: _act, base = {}, head, author, keys, besides = [], does } = one;

  it('needs the words of those it concerns, and of nobody else', async () => {
    const { ask, check, folders, remove } = await layOut(one);
    try {
      for (const side of Object.values(folders)) {
        expect(await check(side)).toEqual({ code: 0, answer: { problems: [] } });
      }
      const own = besides.filter(isNotOf(author));
      expect(await ask(author)).toEqual(lacks(...own));
      const stranger = author === 'rep-sotc' ? 'rep-namma' : 'rep-sotc';
      const all = [...keys.map((key) => `changed ${key} ${author}`), ...besides];
      expect(await ask(stranger)).toEqual(lacks(...all));
      const asked = all.map((row) => row.split(' ').at(-1) ?? '');
      for (const login of asked.filter((login) => login !== operator)) {
        expect(await ask(stranger, login)).toEqual(lacks(...all.filter(isNotOf(login))));
      }
      expect(await ask(stranger, 'somebody', ...asked)).toEqual(lacks());
      expect(await ask(author, ...own.map((row) => row.split(' ').at(-1) ?? ''))).toEqual(lacks());
      expect(await ask(operator.toUpperCase())).toEqual(lacks());
    } finally {
      await remove();
    }
  });

  if (does === undefined) return;
  it('is what the plan does, and nothing waits', () => {
    const files = { sinho: textOf('sinho'), sotttt: textOf('sotttt'), ...before };
    const story = makeStory();
    story.run(files, '2026-11-19');
    if ('base' in one) story.run({ ...files, ...base }, '2026-11-20');
    const plan = story.run({ ...files, ...base, ...head }, day);
    expect([changesOf(plan), heldOf(plan)]).toEqual([does, []]);
  });
});
