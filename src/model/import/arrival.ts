/** What the map makes of the entries that are imported: somebody or something that arrives, in the domain's words. */
import type { CalendarDate, OrganizationKind, Suspension, Termination } from '../directory/organization.ts';
import type { SourceEntry } from './source-entry.ts';

export type ArrivalRole = 'person' | 'agency' | 'service' | 'unknown';

/** A status that a person decided in the map: never guessed. */
export type ArrivalStatus =
  | { readonly state: 'active' }
  | {
      readonly state: 'suspended';
      readonly reason: Suspension['reason'];
      readonly document: string;
      readonly date: CalendarDate;
      readonly clause?: string;
    }
  | {
      readonly state: 'terminated';
      readonly reason: Termination['reason'];
      readonly document: string;
      readonly decided: CalendarDate;
    }
  /** Disabled there (`value`), and the map has no decision for it: it stays active in the files, and is listed. */
  | { readonly state: 'undecided'; readonly value: string };

export interface Arrival {
  readonly source: SourceEntry;
  readonly role: ArrivalRole;
  /** As the map makes it (employee number with a prefix); absent: numbered on. */
  readonly id?: string;
  /** Candidates, preferred first (displayName before cn). All values: two values stay two. */
  readonly names: readonly string[];
  readonly family?: string;
  readonly given?: string;
  readonly titles: readonly string[];
  readonly units: readonly string[];
  readonly phones: readonly string[];
  /** The main address first, then its other values, in lower case as they are delivered. */
  readonly addresses: readonly string[];
  /** From attributes of aliases. */
  readonly aliases: readonly string[];
  /** The id of the organization by the map; absent where its value is unknown (`organizationValue`). */
  readonly organization?: string;
  readonly organizationValue?: string;
  readonly status: ArrivalStatus;
  readonly privileged?: boolean;
  /** danhba's own entries (danhbaKey): all that danhba wrote there, so that what it wrote comes back as it was. */
  readonly own?: Readonly<Record<string, readonly string[]>>;
}

/** From the map: signed, or only proposed by --suggest-map. */
export interface ArrivingOrganization {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parent?: string;
  readonly code: string;
  readonly codeBasis?: string;
  readonly personSuffix?: string;
  readonly mailbox?: 'none';
  readonly signed: boolean;
}

export interface Arrivals {
  readonly entries: readonly Arrival[];
  readonly organizations: readonly ArrivingOrganization[];
  /** Values of the organization attribute that the map does not know, with how many entries have each. */
  readonly unknownOrganizations: ReadonlyMap<string, number>;
  /** Telephone numbers that got their first zero back, which programs for tables take away. */
  readonly restoredZeros?: number;
}
