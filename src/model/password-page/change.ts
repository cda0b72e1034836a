/** A holder's wish for another password, and what the directory server makes of it (4.1, 6.3, 7.3). */

export interface PasswordChange {
  /** The mailbox's first address, in lower case. */
  readonly address: string;
  readonly present: string;
  readonly next: string;
}

/** Why the server takes no such password, although the present one was right. */
export type Unsuitable = 'short' | 'weak' | 'used' | 'young' | 'forbidden';

/**
 * `refused` is one answer for a wrong password, an unknown address, a lock and a mailbox that ended: whoever asks learns
 * nothing of others. Everything else is told after the right password alone.
 */
export type ChangeAnswer =
  | { readonly result: 'changed' | 'refused' | 'expired' }
  | { readonly result: 'unsuitable'; readonly why: Unsuitable; readonly administrator: boolean };
