/** What a process that serves is told from outside: to end, or to read its files again. */

/** Resolves when it is asked to end (SIGINT, SIGTERM). */
export function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** `systemctl reload`, as daemons understand SIGHUP. */
export function onReload(read: () => void): void {
  process.on('SIGHUP', read);
}
