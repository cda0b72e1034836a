/** Reads the desired side as `check` does without a cache, and nothing else: `node bench/load.ts DIRECTORY TODAY`. */
const [, , directory = '', today = ''] = process.argv;
// What is measured is what is installed: compiled.
const built = (file: string) => new URL(`../dist/${file}`, import.meta.url).href;
const { readInPart } = (await import(
  built('run/in-part/read.js')
)) as typeof import('../src/run/in-part/read.ts');
const { countPeople } = (await import(
  built('model/directory/organization.js')
)) as typeof import('../src/model/directory/organization.ts');
const read = await readInPart({ directory, today }, today, undefined, false);
const files = read?.desired.directory?.organizations ?? [];
const people = files.reduce((sum, file) => sum + countPeople(file), 0);
process.stdout.write(`${files.length} organizations, ${people} people\n`);
