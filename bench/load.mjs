/** Reads the desired side as `check` does without a cache, and nothing else: `node bench/load.mjs DIRECTORY TODAY`. */
import { enableCompileCache } from 'node:module';

// As the command does (src/cli.ts); and as this is no TypeScript, nothing has to be loaded that reads it.
enableCompileCache();
const [, , directory = '', today = ''] = process.argv;
// What is measured is what is installed: compiled.
const built = (/** @type {string} */ file) => new URL(`../dist/${file}`, import.meta.url).href;
const { readInPart } = await import(built('run/in-part/read.js'));
const { countPeople } = await import(built('model/directory/organization.js'));
const read = await readInPart({ directory, today }, today, undefined, false);
const files = read?.desired.directory?.organizations ?? [];
let people = 0;
for (const file of files) people += countPeople(file);
process.stdout.write(`${files.length} organizations, ${people} people\n`);
