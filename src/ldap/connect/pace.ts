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

export const secondsOf = (milliseconds: number): number => Math.ceil(milliseconds / 1000);
