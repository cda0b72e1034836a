// Compiles the C libraries of servers/openldap, each once per version of its source.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../node_modules/.cache/danhba/', import.meta.url));

/** `pwcheck` judges passwords (4.1); `ltdl-lock` keeps two of them from ending the server. */
export type LibraryName = 'pwcheck' | 'ltdl-lock';

/**
 * Puts NAME.so into the folder, compiling it when no copy of this source is in the cache.
 *
 * The cache lies in node_modules and not in the world-writable temporary folder, where anybody could leave a library
 * for our server to load. Any number of callers may race: the library appears under its name only when it is whole.
 *
 * @throws Error when there is no C compiler, or it fails.
 */
export async function installLibrary(name: LibraryName, folder: string): Promise<void> {
  const target = join(folder, `${name}.so`);
  await place(name, target);
  await chmod(target, 0o755);
}

async function place(name: LibraryName, target: string): Promise<void> {
  const source = fileURLToPath(new URL(`../openldap/${name}.c`, import.meta.url));
  const digest = createHash('sha256')
    .update(await readFile(source))
    .update(process.arch)
    .digest('hex');
  const cached = join(cache, `${name}-${digest.slice(0, 16)}.so`);
  if (existsSync(cached)) return copyFile(cached, target);

  if (!existsSync('/usr/bin/gcc')) {
    throw new Error(
      `Thiếu gcc để biên dịch servers/openldap/${name}.c. Hãy chạy: node tools/install.mjs --servers\n` +
        `gcc is missing, to compile servers/openldap/${name}.c. Run: node tools/install.mjs --servers`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), `danhba-${name}-`));
  try {
    const built = join(folder, `${name}.so`);
    await run('/usr/bin/gcc', ['-O2', '-Wall', '-Wextra', '-fPIC', '-shared', '-o', built, source]);
    await copyFile(built, target);
    await keep(built, cached);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Adds the library to the cache; a checkout that we may not write to simply compiles again next time. */
async function keep(built: string, cached: string): Promise<void> {
  const whole = `${cached}.${process.pid}`;
  try {
    await mkdir(cache, { recursive: true });
    await copyFile(built, whole);
    await rename(whole, cached);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw error;
  }
}
