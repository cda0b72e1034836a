/** Hands a result to the later steps of a workflow, where there is one (`$GITHUB_OUTPUT`). */
import { appendFile } from 'node:fs/promises';
import type { Io } from './io.ts';

/** A number cannot be taken for a line of its own, as a text of others could. */
export async function writeStepOutput({ environment }: Io, name: string, value: number): Promise<void> {
  const { GITHUB_OUTPUT: file } = environment;
  if (file !== undefined && file !== '') await appendFile(file, `${name}=${value}\n`);
}
