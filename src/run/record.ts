/** Writes what a run did of its own accord into the directory's files; Git shows it and somebody commits it. */
import { stat } from 'node:fs/promises';
import type { SuspendedAccount } from '../desired/edit/suspensions.ts';
import { isStill } from '../files/replace-files.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import type { Key } from '../model/account/key.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Io } from '../process/io.ts';
import { remarkText } from '../render/errors/remark.ts';
import { editRefusalWords } from '../render/github/words/edit.ts';
import type { Language } from '../render/text/wording.ts';
import type { Desired } from './desired.ts';

export interface Recorded {
  /** The files that were changed, in the order of the directory. */
  readonly files: readonly string[];
  /** Whose suspension is still in no file; the next run tries again. */
  readonly unrecorded: readonly Key[];
}

/**
 * Records the suspensions for inactivity that `accounts`, as they are after the run, have and `desired` does not say
 * (8.1). A file that somebody changed since it was read is left alone, and told.
 */
export async function recordSuspensions(
  desired: Pick<Desired, 'declared' | 'context' | 'language'>,
  accounts: readonly SuspendedAccount[],
  io: Io,
): Promise<Recorded> {
  const { declared, context, language } = desired;
  // Few runs edit a file, and those alone load what it takes.
  const edit = await import('../desired/edit/suspensions.ts');
  const { files, refused } = edit.recordSuspensions(declared, accounts, context.textOf);
  const written: string[] = [];
  const unrecorded: Key[] = [];
  const told: string[] = [];
  for (const { file, text, keys } of files) {
    const obstacle = await replaceFile(file, context.textOf(file) ?? '', text, language);
    if (obstacle === undefined) {
      written.push(file);
      told.push(words[language].recorded(file, keys));
    } else {
      unrecorded.push(...keys);
      told.push(words[language].left(file, keys, obstacle));
    }
  }
  for (const { file, key, refusal } of refused) {
    unrecorded.push(key);
    told.push(words[language].left(file, [key], editRefusalWords[language](refusal)));
  }
  if (told.length > 0) io.err(told.join(''));
  return { files: written, unrecorded };
}

/** Why the file was not replaced; undefined where it was. */
async function replaceFile(
  file: string,
  before: string,
  after: string,
  language: Language,
): Promise<string | undefined> {
  try {
    if (!(await isStill(file, before))) return words[language].changed;
    const { mode } = await stat(file);
    // Those who read the old file read the directory from it.
    await writeFileAtomically(file, after, mode & 0o777);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof ExpectedError) return remarkText(thrown.remark, language);
    if (thrown instanceof Error && 'syscall' in thrown) return thrown.message;
    throw thrown;
  }
}

const words = {
  vi: {
    recorded: (file: string, keys: readonly Key[]) => `Đã ghi tạm dừng vào ${file}: ${keys.join(', ')}\n`,
    left: (file: string, keys: readonly Key[], why: string) =>
      `Chưa ghi tạm dừng vào ${file} (${keys.join(', ')}): ${why}\n`,
    changed: 'tệp đã được sửa trong lúc chạy; lần chạy sau sẽ ghi',
  },
  en: {
    recorded: (file: string, keys: readonly Key[]) =>
      `Recorded the suspension in ${file}: ${keys.join(', ')}\n`,
    left: (file: string, keys: readonly Key[], why: string) =>
      `Did not record the suspension in ${file} (${keys.join(', ')}): ${why}\n`,
    changed: 'the file was edited during the run; the next run records it',
  },
} as const satisfies Record<Language, object>;
