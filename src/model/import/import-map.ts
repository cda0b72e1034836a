/** What people have decided of a source: which of its attributes or columns mean what, and which entries are whom (`map.yaml`). */
import type { ArrivalRole, ArrivalStatus, ArrivingOrganization } from './arrival.ts';

/** All that is said must hold. Values are compared without case; `*` stands for anything. */
export interface Condition {
  readonly attribute?: string;
  readonly values?: readonly string[];
  /** Part of the DN above the entry: "ou=services". */
  readonly under?: string;
}

export interface EntryRule {
  /** `none`: no account at all, and not listed. */
  readonly role: Exclude<ArrivalRole, 'unknown'> | 'none';
  readonly when: readonly Condition[];
}

interface WrittenStatus {
  readonly state: ArrivalStatus['state'];
  readonly reason?: string;
  readonly document?: string;
  readonly date?: string;
  readonly decided?: string;
  readonly clause?: string;
}

export interface StatusRule {
  readonly attribute: string;
  readonly values: readonly (WrittenStatus & { readonly value: string })[];
}

export type MappedOrganization = Omit<ArrivingOrganization, 'signed'> & {
  readonly signed?: boolean;
  /** What it is called in the source. */
  readonly values?: readonly string[];
};

export const mapFields = ['name', 'family', 'given', 'title', 'unit', 'phone', 'address', 'aliases'] as const;
export type MapField = (typeof mapFields)[number];

export interface ImportMap {
  /** Which one of a workbook. */
  readonly sheet?: string;
  readonly ids: { readonly prefix: string; readonly from?: readonly string[]; readonly digits?: number };
  /** Attributes or columns, preferred first; "họ + tên" are two that make one. */
  readonly fields: Readonly<Partial<Record<MapField, readonly string[]>>> & {
    readonly name: readonly string[];
    readonly address: readonly string[];
  };
  /** The first that fits says what an entry is. */
  readonly entries: readonly EntryRule[];
  readonly privileged?: readonly Condition[];
  readonly status?: readonly StatusRule[];
  /** Of one account, by its address or DN. */
  readonly decided?: readonly (WrittenStatus & { readonly account: string })[];
  /** Where an organization is told: an attribute, `dn:ou`, or `address:suffix`. */
  readonly organization: { readonly from: readonly string[] };
  readonly organizations: readonly MappedOrganization[];
}

/** A first map for a source, and what there is to say of it. */
export interface SuggestedMap {
  readonly map: ImportMap;
  /** How many entries have a value of each organization, by its id. */
  readonly counts: ReadonlyMap<string, number>;
  /** All sheets of a workbook that has several. */
  readonly sheets: readonly string[];
}
