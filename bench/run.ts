/**
 * `npm run bench -- --size 10k|100k|1m [--only ROW] [--rounds N] [--json FILE]`: whole danhba commands beside their
 * peers, on the same generated data, in the same rounds. Exit code 1 where a goal is missed.
 */
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeContestants } from './contestants.ts';
import { judge, type Measured } from './judge.ts';
import { describeMachine } from './machine.ts';
import { measure } from './measure.ts';
import { installPeers } from './peers/installed.ts';
import { type ContestantName, type Row, rows, type Size, sizes } from './rows.ts';
import { runOnce } from './run-once.ts';
import { setStage } from './stage.ts';
import { countFailed, renderCount, renderTable } from './table.ts';

const usage = 'npm run bench -- --size 10k|100k|1m [--only ROW]… [--rounds N] [--json FILE]';
const tell = (text: string) => process.stderr.write(`${text}\n`);

const { size, wanted, rounds, json } = await readOptions();
const pythonIsMissing = installPeers();
const stage = await setStage(size, (step) => tell(`${step}…`));
try {
  const names = new Set(wanted.flatMap(({ ours, peer }) => [ours, peer]));
  const missing: (readonly [ContestantName, Measured])[] =
    pythonIsMissing !== undefined && names.delete('python') ? [['python', { failed: pythonIsMissing }]] : [];
  const contestants = await makeContestants(names, stage);
  const scratch = join(stage.scratch, 'time');
  const measured = await measure(
    contestants,
    rounds,
    (contestant, round) => runOnce(contestant, round, scratch),
    (round) =>
      tell(round === 0 ? `${contestants.length} commands, to warm up…` : `round ${round} of ${rounds}…`),
  );
  const results = wanted.map((row) => judge(row, size, new Map([...measured, ...missing])));
  if (json !== undefined) {
    const common = { machine: describeMachine(), rounds, people: sizes[size] };
    await writeFile(json, results.map((result) => `${JSON.stringify({ ...result, ...common })}\n`).join(''));
  }
  process.stdout.write(renderTable(results) + renderCount(results));
  process.exitCode = countFailed(results) > 0 ? 1 : 0;
} finally {
  await stage.close();
}

interface Options {
  readonly size: Size;
  readonly wanted: readonly Row[];
  readonly rounds: number;
  readonly json: string | undefined;
}

async function readOptions(): Promise<Options> {
  try {
    const { values } = parseArgs({
      options: {
        size: { type: 'string', default: '10k' },
        only: { type: 'string', multiple: true },
        rounds: { type: 'string', default: '5' },
        json: { type: 'string' },
      },
    });
    const size = (Object.keys(sizes) as Size[]).find((one) => one === values.size);
    if (size === undefined) throw new Error(`--size ${values.size}: ${Object.keys(sizes).join(', ')}`);
    const measurable = rows.filter(({ goals }) => goals[size] !== undefined);
    const { only = measurable.map(({ name }) => name) } = values;
    const wanted = only.map((name) => {
      const row = measurable.find((one) => one.name === name);
      if (row !== undefined) return row;
      throw new Error(`--only ${name}: at ${size} there are ${measurable.map((one) => one.name).join(', ')}`);
    });
    if (!/^[1-9]\d{0,2}$/.test(values.rounds)) throw new Error(`--rounds ${values.rounds}: 1 to 999`);
    // Found out now, and not an hour later.
    if (values.json !== undefined) await appendFile(values.json, '');
    return { size, wanted: [...new Set(wanted)], rounds: Number(values.rounds), json: values.json };
  } catch (thrown) {
    tell(`${thrown instanceof Error ? thrown.message : String(thrown)}\n${usage}`);
    process.exit(1);
  }
}
