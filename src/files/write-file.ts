/** Writes a file whole or not at all: a reader never sees half of it, a crash leaves the old one. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { ExpectedError } from '../model/problems/errors.ts';

/** Texts of an iterable are written one after another. Private to its owner where no mode is given; throws `file-unwritable`. */
export async function writeFileAtomically(
  file: string,
  text: string | Uint8Array | Iterable<string>,
  mode = 0o600,
): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.chmod(mode);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const code = (thrown as NodeJS.ErrnoException).code ?? String(thrown);
    throw new ExpectedError('file-unwritable', { at: file, cause: code }, { cause: thrown });
  }
}
