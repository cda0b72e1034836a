/** Writes a file whole or not at all: a reader never sees half of it, a crash leaves the old one. */
import { randomUUID } from 'node:crypto';
import { open, readlink, rename, rm, stat } from 'node:fs/promises';
import { ExpectedError } from '../model/problems/errors.ts';

/**
 * Texts of an iterable are written one after another. Private to its owner where no mode is given. What is no file is
 * not replaced by one. @throws ExpectedError `file-unwritable`
 */
export async function writeFileAtomically(
  file: string,
  text: string | Uint8Array | Iterable<string>,
  mode = 0o600,
): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    if (await isNoFile(file)) throw Object.assign(new Error(file), { code: 'EEXIST' });
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

/** `/dev/null`, a pipe, `/dev/stdout` whatever it is: root could put a file in the place of any of them. */
async function isNoFile(file: string): Promise<boolean> {
  const there = await stat(file).catch(() => undefined);
  const target = await readlink(file).catch(() => '');
  return (there !== undefined && !there.isFile()) || target.startsWith('/proc/');
}
