/** What stands where an import writes to: the policy, the files, and what the run before has left beside them. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ignoreMissing } from '../../files/missing.ts';
import { readDirectoryFiles } from '../../files/read-directory.ts';
import type { Policy } from '../../model/directory/policy.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import type { Language } from '../../render/text/wording.ts';
import { readPolicy, readPolicyFile } from '../../run/policy.ts';

export interface Place {
  /** The directory that is filled. */
  readonly out: string;
  /** Where decisions, report and adoption lie: beside it. */
  readonly beside: string;
}

export const placeOf = (out: string): Place => ({ out, beside: dirname(resolve(out)) });

export interface Start {
  readonly policy: Policy;
  /** Files that a directory needs and that are not there yet, by their path below it. */
  readonly missing: ReadonlyMap<string, string>;
  /** The texts that are there, by their path below it. */
  readonly files: ReadonlyMap<string, string>;
}

/** The policy that is there; `--policy` where there is none, with the calendars beside it. @throws ExpectedError without either. */
export async function readStart(
  { out }: Place,
  given: string | undefined,
  language: Language,
): Promise<Start> {
  const files = await readTexts(out);
  const own = join(out, 'policy.yaml');
  const isThere = files.has('policy.yaml') || (await stat(own).catch(ignoreMissing)) !== undefined;
  if (isThere) return { policy: await readPolicy(out, language), missing: new Map(), files };
  if (given === undefined) throw new ExpectedError('import-policy', { at: out });
  const policy = await readPolicyFile(given, language);
  const missing = new Map([['policy.yaml', await readFile(given, 'utf8')]]);
  const calendars = await readTexts(join(dirname(given), 'calendar'));
  for (const [path, text] of calendars) {
    if (!files.has(`calendar/${path}`)) missing.set(`calendar/${path}`, text);
  }
  return { policy, missing, files };
}

/** None where there is no such folder yet. A file that cannot be read is never written over: nothing is written then. */
async function readTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  if ((await stat(folder).catch(ignoreMissing)) === undefined) return new Map();
  const { files, unreadable } = await readDirectoryFiles(folder);
  const [first] = unreadable;
  if (first !== undefined) {
    throw new ExpectedError('import-file.unreadable', { at: first.file, cause: basename(first.path) });
  }
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** Undefined where there is none. */
export async function readBeside({ beside }: Place, name: string): Promise<Buffer | undefined> {
  return await readFile(join(beside, name)).catch(ignoreMissing);
}
