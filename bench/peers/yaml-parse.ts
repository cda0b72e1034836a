/** The peer of `load`: the same files by `yaml.parse`, which validates and derives nothing. `DIRECTORY` is argument 1. */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

const [, , directory = ''] = process.argv;
const parsed: unknown[] = [];
for await (const path of glob('**/*.yaml', { cwd: directory })) {
  parsed.push(parse(await readFile(join(directory, path), 'utf8')));
}
process.stdout.write(`${parsed.length} files\n`);
