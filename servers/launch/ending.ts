// How a server ended, and how that is told to whoever was using it.

import { constants } from 'node:os';

/** The end of a server's process, asked for or not. */
export interface Ending {
  readonly at: Date;
  /** Exit status; null where a signal ended it. */
  readonly status: number | null;
  readonly signal: string | null;
  /** The last lines the server printed; empty where it printed nothing. */
  readonly lastWords: string;
}

const shownLines = 20;

/** From what a shell says of the command it waited for: a status above 128 is the signal's number and 128. */
export function endingOf(
  status: number | null,
  signal: string | null,
  log: string,
  at: Date = new Date(),
): Ending {
  const number = status !== null && status > 128 ? status - 128 : null;
  const [name] = Object.entries(constants.signals).find(([, one]) => one === number) ?? [];
  const lastWords = log.trim().split('\n').slice(-shownLines).join('\n');
  return name === undefined
    ? { at, status, signal, lastWords }
    : { at, status: null, signal: name, lastWords };
}

/** Signals a process gets for what it did itself. */
const faults = new Set(['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGILL', 'SIGFPE']);

/** Why, when, what it said last, and where to look: for the person at the terminal. */
export function renderEnding(name: string, { at, status, signal, lastWords }: Ending): string {
  const time = at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
  const why = signal ?? `exit ${status}`;
  const [vi, en] = faults.has(signal ?? '')
    ? ['lỗi trong chính chương trình', 'a fault of its own']
    : signal === 'SIGKILL'
      ? ['bị buộc dừng: có người làm, hoặc máy hết bộ nhớ', 'killed, by somebody or for want of memory']
      : ['tự dừng hoặc được yêu cầu dừng', 'by itself or asked to'];
  const kernel = signal === null ? '' : `\n  dmesg | grep ${name}`;
  const words = lastWords === '' ? '' : `\n${lastWords.replaceAll(/^/gm, '  | ')}`;
  return (
    `${name} dừng bất ngờ lúc ${time} (${why}: ${vi})\n` +
    `${name} ended unexpectedly at ${time} (${why}: ${en})${kernel}${words}`
  );
}
