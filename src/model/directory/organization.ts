/** The desired directory: organizations, their agency mailboxes and their people, as the YAML files declare them. */

export const organizationKinds = [
  'people-committee',
  'provincial',
  'provincial-unit',
  'district',
  'city',
  'district-room',
  'commune',
  'ward',
  'town',
] as const;

export type OrganizationKind = (typeof organizationKinds)[number];

/** A calendar date `YYYY-MM-DD` in Asia/Ho_Chi_Minh; such strings sort in time order. */
export type CalendarDate = string;

/** A written decision or proposal: its number and its date. */
export interface Decision {
  readonly document: string;
  readonly date: CalendarDate;
}

export interface Suspension {
  readonly reason: 'violation' | 'inactivity';
  /** The decision's number; the job's own suspensions for inactivity have none. */
  readonly document?: string;
  readonly date: CalendarDate;
  /** The clause of Article 12 that was broken, for a violation. */
  readonly clause?: string;
  /** The written notice from which the twelve months of 8.1 are counted. */
  readonly notice?: Decision;
}

export interface Termination {
  readonly reason: 'retirement' | 'resignation' | 'transfer' | 'dismissal' | 'contract-end' | 'death';
  readonly document: string;
  /** The day of the decision: the term to notify it runs from here (8.2). */
  readonly decided: CalendarDate;
  /** The last day of work, where it is another: the mailbox lives until it is over. */
  readonly effective?: CalendarDate;
  /** The organization the person is released to; without it, to any. */
  readonly to?: string;
}

export interface Absence {
  readonly until: CalendarDate;
  readonly reason: string;
  readonly document?: string;
}

/** By `legacy` the address is one from before danhba, kept against the form until its day (13.7). */
export interface AddressDecision extends Decision {
  readonly legacy?: boolean;
}

/** What can be said of any mailbox, a person's or an agency's. */
export interface AccountDeclaration {
  readonly address?: string;
  readonly addressDecision?: AddressDecision;
  readonly aliases?: readonly string[];
  readonly absence?: Absence;
  readonly suspension?: Suspension;
  readonly restoration?: Decision;
  readonly termination?: Termination;
  readonly passwordReset?: Decision;
}

export interface NameParts {
  readonly family: string;
  readonly middle?: string;
  readonly given: string;
}

export interface Person extends AccountDeclaration {
  readonly id: string;
  readonly name: string;
  readonly nameParts?: NameParts;
  readonly title?: string;
  readonly unit?: string;
  readonly phone?: string;
  readonly privileged?: boolean;
  /** False where the name stands in no directory that everybody can read. */
  readonly listed?: boolean;
  /** What makes another name under this id the same human's. */
  readonly nameChange?: Decision;
}

export interface AgencyMailbox extends AccountDeclaration {
  /** The id of the person assigned to it (Article 9). */
  readonly custodian?: string;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parent?: string;
  readonly code: string;
  readonly codeBasis?: string;
  readonly personSuffix?: string;
  readonly representatives?: readonly string[];
  readonly credentialRecipients?: readonly string[];
  readonly mailbox?: AgencyMailbox | 'none';
  readonly people?: readonly Person[];
  readonly dissolved?: Decision & { readonly successor?: string };
}

/** One organization's file: what it declares, where, and what in it could not be used. */
export interface OrganizationFile {
  readonly file: string;
  readonly organization: Organization;
  /** The line of `people[i]`, by index. */
  readonly personLines: readonly number[];
  /** Indexes of people the schema refused: they are held, never read as "gone". */
  readonly unusable: ReadonlySet<number>;
  /** What the schema took of those it refused: looked at so that all mistakes are told at once, never planned from. */
  readonly remains?: ReadonlyMap<number, Partial<Person>>;
  /** Slips in the lines of the unusable were mended to read the others: of the former nothing is certain, not even ids. */
  readonly isMended?: boolean;
  /** Set where some of its people are left out, because nothing is to be said of them (model/quiet/quiet.ts). */
  readonly part?: FilePart;
}

export interface FilePart {
  /** Of those that are there: which of the file's people each of them is. */
  readonly indexes: readonly number[];
  readonly leftOut: number;
}

/** How many people the file declares, those that are left out too. */
export const countPeople = ({ organization, part }: OrganizationFile): number =>
  (organization.people ?? []).length + (part?.leftOut ?? 0);

/** A file that declares an organization nobody can read: its accounts are left as they are. */
export interface UnreadableFile {
  readonly file: string;
  readonly id: string;
}

/** An organization and those above it, from below: up to one whose parent is unknown, or is in the line already. */
export function lineFrom(id: string, parentOf: (id: string) => string | undefined): readonly string[] {
  const line = new Set<string>();
  for (let one: string | undefined = id; one !== undefined && !line.has(one); one = parentOf(one)) {
    line.add(one);
  }
  return [...line];
}
