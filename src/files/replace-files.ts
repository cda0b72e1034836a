/** Replaces several files together: all of them, or, where one of them cannot be, none. */
import { rm, stat } from 'node:fs/promises';
import { ExpectedError } from '../model/problems/errors.ts';
import { ignoreMissing } from './missing.ts';
import { sizeLimit } from './read-directory.ts';
import { readPlainFile } from './read-plain-file.ts';
import { writeFileAtomically } from './write-file.ts';

export interface Replacement {
  readonly file: string;
  /** Undefined where the file begins. */
  readonly before: string | undefined;
  readonly after: string;
}

/** True where the file has this text, and is no link or anything else that stands there by now. */
export async function isStill(file: string, text: string): Promise<boolean> {
  const found = await readPlainFile(file, sizeLimit);
  return 'bytes' in found && found.bytes.equals(Buffer.from(text));
}

/** @throws ExpectedError where a file is not as it was read, or cannot be written; the others are as they were then. */
export async function replaceFiles(replacements: readonly Replacement[]): Promise<void> {
  for (const { file, before } of replacements) {
    const isSame = before === undefined ? await isMissing(file) : await isStill(file, before);
    if (!isSame) throw new ExpectedError('notice-unwritten.changed', { at: file });
  }
  const done: Replacement[] = [];
  try {
    for (const one of replacements) {
      await write(one.file, one.after, one.before === undefined);
      done.push(one);
    }
  } catch (thrown) {
    for (const { file, before } of done) {
      if (before === undefined) await rm(file, { force: true });
      else await write(file, before, false);
    }
    throw thrown;
  }
}

const isMissing = async (file: string): Promise<boolean> =>
  (await stat(file).catch(ignoreMissing)) === undefined;

/** Those who read the old file read the directory from it. */
async function write(file: string, text: string, isNew: boolean): Promise<void> {
  const mode = isNew ? 0o644 : (await stat(file)).mode & 0o777;
  await writeFileAtomically(file, text, mode);
}
