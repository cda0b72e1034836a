/** Whoever adds an attribute to an account cannot forget a place: the compiler refuses each one, as CONTRIBUTING.md says. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOf, root } from './read-docs.ts';

/** Everywhere a room has to be told of, each beside the telephone: the file, and what is written after what. */
const places: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'src/model/account/account.ts': [['  readonly phone?: string;\n', '  readonly room?: string;\n']],
  'src/model/directory/organization.ts': [['  readonly phone?: string;\n', '  readonly room?: string;\n']],
  'src/model/account/private.ts': [['  phone: true,\n', '  room: false,\n']],
  'src/model/account/fields.ts': [['  phone: { ...text, private: true },\n', '  room: text,\n']],
  'src/plan/decide/wanted.ts': [
    ['      phone: undefined,\n', '      room: undefined,\n'],
    ['    phone: written(person.phone),\n', '    room: written(person.room),\n'],
  ],
  'src/ldap/account-codec.ts': [
    ["  phone: text({ person: 'telephoneNumber' }),\n", "  room: text({ person: 'roomNumber' }),\n"],
  ],
  'src/ldap/examine/sample.ts': [["    phone: '0',\n", '    room: ownName,\n']],
  'src/render/plan/words/plan.ts': [
    ["  phone: { vi: 'điện thoại', en: 'telephone' },\n", "  room: { vi: 'phòng', en: 'room' },\n"],
  ],
  'src/review/carried.ts': [
    ["  | 'phone'\n", "  | 'room'\n"],
    ["  phone: ['phone'],\n", "  room: ['room'],\n"],
  ],
};
const files = Object.keys(places);

/** What the compiler says of each copy: one that has the room everywhere, and one for each file that was forgotten. */
const copies: readonly (string | undefined)[] = [undefined, ...files];
let folder = '';
let said: readonly string[] = [];

async function makeCopy(forgotten: string | undefined, at: string): Promise<void> {
  await cp(join(root, 'src'), join(at, 'src'), {
    recursive: true,
    filter: (path) =>
      !/src\/(commands|consent|credentials|dovecot|embedded|github|history|pull|run)$/.test(path),
  });
  for (const [file, edits] of Object.entries(places)) {
    if (file === forgotten) continue;
    const text = edits.reduce(
      (before, [after, added]) => before.replace(after, after + added),
      await readFile(join(at, file), 'utf8'),
    );
    await writeFile(join(at, file), text);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-attribute-'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await Promise.all(copies.map((forgotten, index) => makeCopy(forgotten, join(folder, `${index}`))));
  const config = {
    extends: join(root, 'tsconfig.json'),
    include: [],
    files: copies.flatMap((_, index) => files.map((file) => `${index}/${file}`)),
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', folder], {
    cwd: folder,
  }).catch((failed: { stdout: string }) => failed);
  said = stdout.split('\n').filter((line) => /^\d+\/src\//.test(line));
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const ofCopy = (index: number) => said.filter((line) => line.startsWith(`${index}/`));

describe('a room for everybody', () => {
  it('compiles where it is told of everywhere', () => {
    expect(ofCopy(0)).toEqual([]);
  });

  it.each(files.map((file, index) => [file, index + 1] as const))(
    'does not compile without %s',
    (file, copy) => {
      const errors = ofCopy(copy).join('\n');
      expect(errors).toMatch(/: error TS\d+: .*\broom\b/);
      // A type that lacks it is noticed by whoever has it.
      if (!/account\.ts|organization\.ts/.test(file)) expect(errors).toContain(`/${file}(`);
    },
  );

  it('is told by the page to be told of in each of these places', () => {
    const [, section = ''] = pageOf('CONTRIBUTING.md').text.split('## Add an attribute to an account');
    const [told = ''] = section.split('\n## ');
    expect([...told.matchAll(/^\| `(src\/[^`]+)` \|/gm)].map(([, file]) => file)).toEqual(files);
  });
});
