/** Reads the desired side as every command does, and nothing else: `node bench/load.ts DIRECTORY TODAY`. */
const [, , directory = '', today = ''] = process.argv;
// What is measured is what is installed: compiled.
const built = new URL('../dist/run/desired.js', import.meta.url).href;
const { readDesired } = (await import(built)) as typeof import('../src/run/desired.ts');
const { declared } = await readDesired({ directory, today });
process.stdout.write(`${declared.length} accounts\n`);
