/** How slow a directory server may be: time is given for what came, never for the mere fact that something comes. */
import { ExpectedError } from '../model/errors.ts';

/** Milliseconds. */
export interface Pace {
  /** For the answer to a request, and from one message of a read to the next. */
  readonly answer: number;
  /** For the read of one container, beside what its entries earn. */
  readonly read: number;
  /** Earned by each entry of a read. */
  readonly entry: number;
  /** Earned by each octet of an entry, and of a message that is still under way. */
  readonly octet: number;
  /** Waited for the server in one run, beside what its answers and entries earn. */
  readonly run: number;
  /** Earned by each request that is answered, for the run. */
  readonly request: number;
  /** For giving the lease back; a lease that stays ends by itself. */
  readonly parting: number;
}

/**
 * A quarter of what a line of 64 kbit/s brings, and two entries a second: a line that is slower has no directory behind
 * it. A server that needs two seconds for each change does its work; ten minutes more are for its bad days.
 */
export const usualPace: Pace = {
  answer: 60_000,
  read: 120_000,
  entry: 500,
  octet: 0.5,
  run: 600_000,
  request: 2_000,
  parting: 10_000,
};

/** `what` was under way, `came` is how far it got in so many milliseconds. */
export function tooSlow(what: string, came: string, milliseconds: number, cause?: unknown): ExpectedError {
  return new ExpectedError(
    'ldap-slow',
    `Máy chủ quá chậm nên thôi chờ / the server is too slow and was given up: ${what}: ${came}, ${Math.ceil(milliseconds / 1000)} s`,
    'Xem tải, đường truyền và slapd.log của máy chủ, rồi chạy lại / look at the server’s load, line and slapd.log, then run again',
    { cause },
  );
}
