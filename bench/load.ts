/** Reads the desired side as `check` does without a cache, and nothing else: `node dist/load.js DIRECTORY TODAY`. */
import { enableCompileCache } from 'node:module';

// As the command does (src/cli.ts).
enableCompileCache();
const [, , directory = '', today = ''] = process.argv;
const { readInPart } = await import('../src/run/in-part/read.ts');
const { countPeople } = await import('../src/model/directory/organization.ts');
const read = await readInPart({ directory, today }, today, undefined, false);
const files = read?.desired.directory?.organizations ?? [];
let people = 0;
for (const file of files) people += countPeople(file);
process.stdout.write(`${files.length} organizations, ${people} people\n`);
