/** One writer of a file at a time, for as long as one write takes; what a killed process left locked is opened again. */
import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { lstat, readlink, rename, rm, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '../model/problems/errors.ts';

/** Many times longer than a write and its way to the disk take. */
const abandonedAfterMilliseconds = 20_000;
const patienceMilliseconds = 30_000;
const pauseMilliseconds = 20;

/** Runs `use` while `<file>.lock` is ours. Throws `audit` where somebody else keeps it. */
export async function withLock<T>(file: string, use: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  const until = Date.now() + patienceMilliseconds;
  while (!(await take(lock))) {
    if (await openAbandoned(lock)) continue;
    if (Date.now() > until) {
      throw new ExpectedError('audit.locked', { at: lock });
    }
    await sleep(pauseMilliseconds);
  }
  try {
    return await use();
  } finally {
    await rm(lock, { force: true });
  }
}

/** A link to nowhere, for it is there with its holder's name in one step: a file could be there and empty. */
async function take(lock: string): Promise<boolean> {
  try {
    await symlink(`${place()} ${process.pid}`, lock);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw thrown;
  }
}

/** True where the lock may be tried again. Of two that find it abandoned one moves it away, and no living one. */
async function openAbandoned(lock: string): Promise<boolean> {
  const holder = await readLock(lock);
  if (holder === undefined) return true;
  if (!isDead(holder.name) && Date.now() - holder.since < abandonedAfterMilliseconds) return false;
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
    const moved = await readLock(aside);
    // Somebody was faster and has locked it anew: given back.
    if (moved !== undefined && moved.inode !== holder.inode) {
      await symlink(moved.name, lock).catch(() => undefined);
    }
    await rm(aside, { force: true });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
  }
  return true;
}

async function readLock(lock: string) {
  try {
    const { ino, mtimeMs } = await lstat(lock);
    return { name: await readlink(lock), inode: ino, since: mtimeMs };
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}

/** Where a process number means something: the host and, in containers, the process namespace. */
function place(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return `${hostname()} -`;
  }
}

/** True for a holder of this very place whose process is gone. */
function isDead(holder: string): boolean {
  const at = holder.lastIndexOf(' ');
  if (holder.slice(0, at) !== place()) return false;
  try {
    process.kill(Number(holder.slice(at + 1)), 0);
    return false;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
