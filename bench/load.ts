/** Reads the desired side as `check` does without a cache, and nothing else: `node bench/load.ts DIRECTORY TODAY`. */
const [, , directory = '', today = ''] = process.argv;
// What is measured is what is installed: compiled.
const built = new URL('../dist/run/in-part/read.js', import.meta.url).href;
const { readInPart } = (await import(built)) as typeof import('../src/run/in-part/read.ts');
const read = await readInPart({ directory, today }, today, undefined, false);
const files = read?.desired.directory?.organizations ?? [];
const people = files.reduce(
  (sum, { organization, part }) => sum + (organization.people ?? []).length + (part?.leftOut ?? 0),
  0,
);
process.stdout.write(`${files.length} organizations, ${people} people\n`);
