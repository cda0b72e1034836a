/** Keeps two servers off one file: a lock beside it that names the process which holds it. */
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
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

export interface FileLock {
  /** The last holder did not give it back: it was killed, or the machine stopped. */
  readonly leftBehind: boolean;
  readonly release: () => void;
}

/** Takes the lock; throws ExpectedError while a living process holds it. */
export const lockFile = (file: string): FileLock => {
  const lock = `${file}.lock`;
  const holder = readHolder(lock);
  if (holder !== undefined) {
    throw new ExpectedError(
      'demo-file-in-use',
      `${file}: đang được tiến trình ${holder} dùng / in use by process ${holder}`,
      'Dừng tiến trình đó hoặc chọn tệp khác / stop that process or choose another file',
    );
  }
  const leftBehind = existsSync(lock);
  rmSync(lock, { force: true });
  const descriptor = openSync(lock, 'wx', 0o600);
  writeSync(descriptor, String(process.pid));
  closeSync(descriptor);
  return { leftBehind, release: () => rmSync(lock, { force: true }) };
};
