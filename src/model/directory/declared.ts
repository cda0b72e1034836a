/** One account the directory declares, flattened out of its file, with the address it is to have. */
import type { AccountKind, Key } from '../account/key.ts';
import type { Finding } from '../problems/naming.ts';
import type { AccountDeclaration, CalendarDate, Organization, Person } from './organization.ts';

export interface LegacyAddress {
  readonly address: string;
  /** The address by the rules; null where they give none. */
  readonly byRule: string | null;
  readonly document: string;
  readonly until?: CalendarDate;
}

export interface Declared {
  readonly key: Key;
  readonly kind: AccountKind;
  readonly file: string;
  /** The way to its node in the file: [] for an organization, ['people', i] for a person. */
  readonly path: readonly (string | number)[];
  readonly line: number;
  readonly name: string;
  readonly organization: Organization;
  /** Absent for an organization's own account. */
  readonly person?: Person;
  /** What is said of the mailbox; undefined for an organization without one. */
  readonly declaration: AccountDeclaration | undefined;
  /** What the addresses of the organization's people end in (5.2.a); null where it has no local part. */
  readonly suffix: string | null;
  /** What the naming rules give; null where they give nothing. */
  readonly derived: string | null;
  /** What the naming rules ask or refuse about the name or the code; a decided address may answer it (5.2.b). */
  readonly findings: readonly Finding[];
  /** The local parts its own name could have by 5.1, whether it has them or not; none for a person. */
  readonly accepted: readonly string[];
  /** An address from before danhba that is kept, or was: see settle-legacy.ts. */
  readonly legacy?: LegacyAddress;
  /** The decided address, else the derived one; undefined without a mailbox or a derivable name. */
  readonly address: string | undefined;
  /** The address and the aliases, lower case, sorted, each once. */
  readonly addresses: readonly string[];
}
