/** Keeps two servers off one file: a lock beside it that names the process which holds it. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { ExpectedError } from '../../../model/errors.ts';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const readHolder = (lock: string): number | undefined => {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
};

/** Takes the lock and returns how to give it back; throws ExpectedError while a living process holds it. */
export const lockFile = (file: string): (() => void) => {
  const lock = `${file}.lock`;
  const holder = readHolder(lock);
  if (holder !== undefined) {
    throw new ExpectedError(
      'demo-file-in-use',
      `${file}: đang được tiến trình ${holder} dùng / in use by process ${holder}`,
      'Dừng tiến trình đó hoặc chọn tệp khác / stop that process or choose another file',
    );
  }
  // Left by a process that was killed.
  rmSync(lock, { force: true });
  const descriptor = openSync(lock, 'wx', 0o600);
  writeSync(descriptor, String(process.pid));
  closeSync(descriptor);
  return () => rmSync(lock, { force: true });
};
