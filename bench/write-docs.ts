/**
 * Writes goals, figures and plots into docs/: `npm run bench-docs -- FILE…`, with what `npm run bench -- --json FILE`
 * left. Without a file the goals alone are renewed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Recorded, renderFigures, renderGoals, renderPlots, settle } from './docs.ts';
import { withBlock } from './page.ts';

const docs = join(import.meta.dirname, '../docs');
const page = join(docs, 'performance.md');

const files = process.argv.slice(2);
const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line !== '');
const recorded = settle(lines.map((line): Recorded => JSON.parse(line)));

const before = withBlock(await readFile(page, 'utf8'), 'goals', renderGoals());
await writeFile(page, files.length === 0 ? before : withBlock(before, 'figures', renderFigures(recorded)));
const folder = join(docs, 'benchmarks');
const plots = renderPlots(recorded);
if (plots.size > 0) await mkdir(folder, { recursive: true });
for (const [file, svg] of plots) await writeFile(join(folder, file), svg);
