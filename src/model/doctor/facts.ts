/** What `danhba doctor` has read of servers and machine: facts alone, nothing of them judged. */
import type { AccessDoubt, UnreadReplica } from '../account/account.ts';
import type { PasswordPolicy } from '../account/password-policy.ts';
import type { CalendarDate } from '../directory/organization.ts';
import type { Remark } from '../problems/remark.ts';
import type { Trial } from './trial.ts';

/** Which of the two accounts of danhba (servers/README.md) one is meant to be. */
export type AccountRole = 'planner' | 'reconciler';

/** How what is said to the directory server gets there. */
export type Transport =
  | { readonly kind: 'tls'; readonly daysLeft: number }
  | { readonly kind: 'plain'; readonly loopback: boolean };

/** The containers danhba works in, by the name after `ou=`. */
export const containerNames = ['people', 'organizations', 'tombstones', 'policies', 'danhba'] as const;

export type ContainerName = (typeof containerNames)[number];

/** What came of reading one container. */
export type ContainerRead =
  | { readonly result: 'read'; readonly entries: number }
  | { readonly result: 'missing' }
  /** There are entries, and none may be seen. */
  | { readonly result: 'hidden' }
  /** The server ended the read: a limit. */
  | { readonly result: 'ended'; readonly what: Remark };

export type Containers = Readonly<Record<ContainerName, ContainerRead>>;

/** What the server lacks of danhba.schema. */
export interface SchemaLack {
  /** True where it knows the attributes of the overlay ppolicy, which lock an account. */
  readonly ppolicy: boolean;
  readonly attributes: readonly string[];
  /** "class attribute" where the class does not allow the attribute; "class" where there is none. */
  readonly classes: readonly string[];
}

export interface DirectoryFacts {
  readonly role: AccountRole;
  readonly transport: Transport;
  readonly versions: readonly string[];
  /** OIDs of those danhba sends that the server does not know. */
  readonly lacksControls: readonly string[];
  /** Undefined where the server publishes no schema. */
  readonly schema: SchemaLack | undefined;
  readonly containers: Containers;
  /** Undefined before the first run. */
  readonly sentinel: { readonly province: string; readonly count?: number } | undefined;
  /** Managed entries that were seen. */
  readonly managed: number;
  /** What the address book is to find: accounts that are active and not locked, by how many there are. */
  readonly open: number;
  /** UUIDs of managed entries. */
  readonly markedUuids: ReadonlySet<string>;
  /** The mail server's names of those that are mailboxes. */
  readonly mailUsers: readonly string[];
  /** Whether the last login of any of them is shown. */
  readonly anyLogin: boolean;
  /** Entries of the whole tree, read in pages as danhba reads; or why the server ended that. */
  readonly whole: Examined<number>;
  readonly policies: readonly PasswordPolicy[];
  readonly listening: { readonly day: CalendarDate } | { readonly doubt: AccessDoubt };
  readonly unreadReplicas: readonly UnreadReplica[];
  readonly trial: Trial;
  /** What the planner's account sees, where it was asked beside the reconciler's. */
  readonly planner?: PlannerFacts;
  /** What the account of mail programs sees, where its password is set. */
  readonly addressBook?: Examined<AddressBookFacts>;
}

/** What one search of each kind has shown to the account of mail programs. */
export interface AddressBookFacts {
  /** Entries that were found, up to the account's own limit. */
  readonly found: number;
  /** Addresses of accounts that are suspended, ended, locked or not danhba's, and were found. */
  readonly closed: readonly string[];
  /** Attributes that were shown, and are none of an address book. */
  readonly beyond: readonly string[];
}

export type PlannerFacts = Examined<Pick<DirectoryFacts, 'containers' | 'managed' | 'whole'>>;

export interface MailFacts {
  /** Of doveadm, that danhba sends and the server does not know. */
  readonly lacksCommands: readonly string[];
  /** As the mail server names them. */
  readonly users: readonly string[];
}

/** What came of looking at a server: facts, or why there are none. */
export type Examined<Facts> = { readonly facts: Facts } | { readonly refused: Remark };

/** What a folder of state is like: of the first folder that is there where it is not made yet. */
export interface FolderFacts {
  readonly folder: string;
  readonly isThere: boolean;
  readonly writable: boolean;
  /** True where every user of the machine may look into it. */
  readonly open: boolean;
  readonly freeMiB: number;
}

/** What the province's own files say that an administrator has to follow up. */
export interface FilesFacts {
  /** UUIDs the file of an adoption beside the directory names; undefined where there is none. */
  readonly adoption: readonly string[] | 'unusable' | undefined;
  readonly formerDomains: readonly string[];
  /** Suspensions without a recorded notice. */
  readonly unnoticed: number;
  /** What policy.yaml lacks before a notice can be drafted, by its place. */
  readonly noticesLack: readonly string[];
}

export interface MachineFacts {
  readonly node: string;
  /** Undefined where there is no git. */
  readonly git: string | undefined;
  /** Now, in Asia/Ho_Chi_Minh, as this machine's own table of zones has it; undefined where it has no such zone. */
  readonly zoneDate: CalendarDate | undefined;
  /** The day danhba counts by. */
  readonly today: CalendarDate;
  readonly state: FolderFacts;
  readonly credentials: FolderFacts;
}
