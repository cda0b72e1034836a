/** The other thread of `halves.ts`: reads the files it is given and gives back what is kept of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ReadTask, readSummaries } from './summaries.ts';

const read = readSummaries(workerData as ReadTask);
const rows = read.files.flatMap(({ summary }) =>
  summary === undefined ? [] : [summary.rows.buffer as ArrayBuffer],
);
parentPort?.postMessage(read, rows);
