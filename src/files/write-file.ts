/** Writes a file whole or not at all: a reader never sees half of it, a crash leaves the old one. */
import { open, rename, rm } from 'node:fs/promises';

export async function writeFileAtomically(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.datasync();
  } catch (thrown) {
    await handle.close();
    await rm(temporary, { force: true });
    throw thrown;
  }
  await handle.close();
  await rename(temporary, file);
}
