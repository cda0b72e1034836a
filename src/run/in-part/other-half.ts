/** The other thread of `halves.ts`: reads the files it is given and gives back what is kept of them, and keeps nothing itself. */
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromElsewhere } from './halves.ts';
import type { ReadFile, ReadTask } from './summaries.ts';

// As in cli.ts: only what is imported after it is kept compiled, and a thread does not take it over.
enableCompileCache();
const { readSummaries } = await import('./summaries.ts');

/** Files of a message: of one alone most of it would be wrapping. */
const most = 64;

const send = (sent: FromElsewhere, rows: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(sent, [...rows]);

let files: ReadFile[] = [];
const sendFiles = () => {
  const rows = files.flatMap(({ summary }) => (summary ? [summary.rows.buffer as ArrayBuffer] : []));
  send({ files }, rows);
  files = [];
};

const beside = readSummaries(workerData as ReadTask, (file) => {
  if (files.push(file) === most) sendFiles();
});
sendFiles();
send({ beside });
