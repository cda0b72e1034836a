/** The peer of `load`: the same files by `yaml.parse`, which validates and derives nothing. `DIRECTORY` is argument 1. */
import { glob, readFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Whoever is compared has what it is compared with.
enableCompileCache();
const { parse } = await import('yaml');
const [, , directory = ''] = process.argv;
const parsed = [];
for await (const path of glob('**/*.yaml', { cwd: directory })) {
  parsed.push(parse(await readFile(join(directory, path), 'utf8')));
}
process.stdout.write(`${parsed.length} files\n`);
