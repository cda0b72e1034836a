/** How slow doveadm may be: by what it was asked for and what came of that; blanks are nothing. */

/** Milliseconds. */
export interface Pace {
  /** Without anything of an answer but blanks. */
  readonly silence: number;
  /** Given for each command of a request, beside the silence. */
  readonly command: number;
}

export interface MailPace {
  readonly usual: Pace;
  /** The server copies or deletes mail. */
  readonly slow: Pace;
  /** Given for each octet of an answer that is no blank. */
  readonly octet: number;
  /** For one answer, whatever comes of it. */
  readonly longest: number;
  /** Waited in a whole run, beside what the commands that were answered have earned. */
  readonly run: number;
  /** Octets of an answer: more than any batch can give. */
  readonly largest: number;
}

/**
 * Beside its grace an answer comes at twenty kilobytes a second at least; of all that is asked for only the list of a
 * mailbox of many messages needs more than the grace.
 */
export const usualPace: MailPace = {
  usual: { silence: 60_000, command: 5_000 },
  slow: { silence: 15 * 60_000, command: 5 * 60_000 },
  octet: 0.05,
  longest: 3_600_000,
  run: 3_600_000,
  largest: 256 * 2 ** 20,
};
