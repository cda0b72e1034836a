/** Hands results to a workflow, where there is one: to its later steps (`$GITHUB_OUTPUT`), to its page (`$GITHUB_STEP_SUMMARY`). */
import { appendFile, stat } from 'node:fs/promises';
import type { Io } from './io.ts';

/** A number cannot be taken for a line of its own, as a text of others could. */
export async function writeStepOutput({ environment }: Io, name: string, value: number): Promise<void> {
  const { GITHUB_OUTPUT: file } = environment;
  if (file !== undefined && file !== '') await appendFile(file, `${name}=${value}\n`);
}

/** The page belongs to every command of the step; @param limit bytes of it all. A page too large GitHub shows none of. */
export async function appendStepSummary(
  { environment }: Io,
  limit: number,
  render: (room: number) => string,
): Promise<void> {
  const { GITHUB_STEP_SUMMARY: file } = environment;
  if (file === undefined || file === '') return;
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  await appendFile(file, render(limit - size));
}
