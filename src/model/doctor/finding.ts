/** What `danhba doctor` looks at, and what it can find: a code with its facts; the wording is in render/. */
import type { Remark } from '../problems/remark.ts';
import type { FindingOf } from './check.ts';
import type { AccountRole } from './facts.ts';
import type { Excess } from './trial.ts';

/** In the order they are told. */
export const serverCheckIds = [
  'ldap-reachable',
  'ldap-tls',
  'ldap-version',
  'ldap-controls',
  'ldap-schema',
  'ldap-containers',
  'ldap-sentinel',
  'ldap-limits',
  'ldap-policies',
  'ldap-overlay-ppolicy',
  'ldap-password-quality',
  'ldap-overlay-unique',
  'ldap-overlay-lastbind',
  'ldap-logins',
  'ldap-clock',
  'ldap-replicas',
  'ldap-rights-planner',
  'ldap-rights-reconciler',
  'ldap-addressbook',
  'dovecot-reachable',
  'dovecot-commands',
  'dovecot-users',
  'postfix-maps',
  'former-domains',
  'adoption-file',
  'notices',
  'node',
  'git',
  'time-zone',
  'state-folder',
  'credentials-folder',
  'github',
] as const;

export type ServerCheckId = (typeof serverCheckIds)[number];

/** Why something could not be looked at. */
export type Unseen =
  | 'ldap'
  | 'mail-unset'
  | 'mail'
  | 'maps'
  | 'former-domains'
  | 'addressbook'
  | 'schema'
  | 'planner'
  | 'reconciler'
  | 'containers'
  | 'ppolicy'
  | 'trial'
  | 'busy'
  | 'few'
  | 'empty'
  | 'github-unset';

type None = Readonly<Record<never, never>>;
interface Names {
  readonly names: readonly string[];
}
interface Folder {
  readonly folder: string;
}

export type ServerFindings = {
  /** As it must be. */
  sound: None;
  unseen: { readonly why: Unseen };
  /** In the words danhba ends a run with. */
  told: { readonly what: Remark };
  'tls-none': None;
  'tls-ends': { readonly days: number };
  'version-other': Names;
  'controls-lacking': Names;
  'schema-lacking': Names;
  'containers-missing': Names;
  'province-other': { readonly province: string; readonly domain: string };
  'entries-missing': { readonly seen: number; readonly count: number };
  'limits-refused': { readonly role: AccountRole; readonly what: Remark };
  'policies-missing': Names;
  'policies-differ': Names;
  'ppolicy-none': None;
  'quality-none': None;
  'quality-said': { readonly what: Remark };
  'unique-none': None;
  'unique-said': { readonly what: Remark };
  'lastbind-none': None;
  'lastbind-hidden': None;
  'logins-none': None;
  'clock-differs': { readonly ahead: number };
  'replica-unread': { readonly url: string; readonly what: Remark };
  'containers-hidden': Names;
  'attributes-hidden': Names;
  'planner-fewer': { readonly seen: number; readonly there: number };
  'planner-writes': None;
  'hash-read': None;
  'reconciler-lacks': Names;
  'reconciler-refused': { readonly what: Remark };
  'reconciler-excess': { readonly acts: readonly Excess[] };
  /** Addresses that it finds, and must not. */
  'book-finds': Names;
  /** Attributes it reads, and must not. */
  'book-reads': Names;
  'book-blind': { readonly open: number };
  'entry-foreign': { readonly dn: string };
  'entry-stays': { readonly dn: string; readonly what: Remark };
  'commands-lacking': Names;
  'users-unknown': Names;
  'adoption-unusable': None;
  'adoption-over': { readonly entries: number };
  /** So many suspensions wait for a notice that cannot be drafted. */
  'notices-lacking': Names & { readonly waiting: number };
  'node-old': { readonly version: string };
  'git-none': None;
  'git-old': { readonly version: string };
  'zone-none': None;
  'zone-differs': { readonly there: string; readonly here: string };
  'folder-unwritable': Folder;
  'folder-open': Folder;
  'folder-full': Folder & { readonly freeMiB: number };
};

export type ServerFindingCode = keyof ServerFindings;

export type ServerFinding = FindingOf<ServerCheckId, ServerFindings>;
