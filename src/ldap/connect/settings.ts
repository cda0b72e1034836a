/** What is needed to reach the directory server; the password is read late and never kept in a log. */
import type { Pace } from './pace.ts';

export interface LdapSettings {
  readonly url: string;
  readonly bindDn: string;
  readonly password: string;
  /** PEM certificates to trust instead of the system's. */
  readonly ca?: string;
  /** Upgrade a plain connection by StartTLS before binding. */
  readonly startTls?: boolean;
  /** Allow a password to cross a network unencrypted; loopback never needs it. */
  readonly allowPlaintext?: boolean;
  /** How long a server that was lost is waited for, in seconds. */
  readonly waitSeconds?: number;
  /** How slow it may be, where that is not as usual. */
  readonly pace?: Partial<Pace>;
}
