/** Writes the sample province: `node tools/province/make.ts [--people N --seed S --out DIR]`. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeProvince } from './province.ts';
import { inventedMark } from './render.ts';

const repository = resolve(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2500' },
    seed: { type: 'string', default: '2019' },
    out: { type: 'string', default: join(repository, 'directory') },
  },
});

const out = resolve(values.out);
const files = makeProvince({ people: wholeNumber('people'), seed: wholeNumber('seed') });
await removeEarlier(join(out, 'organizations'));
if (out !== join(repository, 'directory')) {
  await cp(join(repository, 'directory/policy.yaml'), join(out, 'policy.yaml'));
  await cp(join(repository, 'directory/calendar'), join(out, 'calendar'), { recursive: true });
}
for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
  await mkdir(join(out, folder), { recursive: true });
}
for (const { path, text } of files) await writeFile(join(out, path), text);
const people = files.reduce((sum, { organization }) => sum + (organization.people?.length ?? 0), 0);
process.stderr.write(`${files.length} organizations, ${people} people: ${out}\n`);

function wholeNumber(option: 'people' | 'seed'): number {
  const number = Number(values[option]);
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`--${option}: ${values[option]}`);
  return number;
}

/** Clears a folder this program filled; a file without our mark is somebody's directory, and nothing is touched. */
async function removeEarlier(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const earlier = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of earlier) {
    if ((await readFile(file, 'utf8')).includes(inventedMark)) continue;
    throw new Error(`${file} was not made by this program: choose another --out`);
  }
  await rm(folder, { recursive: true, force: true });
}
