/** What can be wrong with what well-formed files say, apart from names: the facts of each code. */

export interface RuleArgs {
  'file-name': { id: string; expected: string };
  'organization-duplicate': { id: string; otherFile: string };
  /** `free`: the next id nobody has or ever had, where the history was at hand. */
  'person-duplicate': { id: string; name: string; otherFile: string; otherLine: number; free?: string };
  'parent-required': { kind: string };
  'parent-forbidden': Record<never, never>;
  'parent-unknown': { parent: string; suggestion?: string };
  /** The file of the parent is there, but cannot be used. */
  'parent-unreadable': { parent: string; file: string };
  'parent-cycle': { ids: readonly string[] };
  'operator-unknown': { operator: string };
  'successor-unknown': { successor: string };
  /** Only somebody who is transferred goes to an organization. */
  'to-without-transfer': { to: string; reason: string };
  /** Of a transfer: no organization's id, or the own one. */
  'destination-unknown': { to: string; suggestion?: string };
  'dissolved-with-people': { count: number };
  'custodian-missing': Record<never, never>;
  'custodian-unknown': { custodian: string };
  'custodian-elsewhere': { custodian: string; organization: string };
  'custodian-ended': { custodian: string; name: string };
  /** Somebody with a decision on leaving, who works until that day. */
  'custodian-leaving': { custodian: string; name: string; until: string };
  'address-without-decision': { address: string; derived: string };
  'address-collision': { address: string; holder: string; place: string; candidates: readonly string[] };
  'alias-invalid': { alias: string; domain: string };
  'suspension-clause-missing': Record<never, never>;
  'suspension-clause': { clause: string };
  'dates-order': { earlier: string; later: string; field: string; other: string };
  'date-in-future': { date: string; field: string };
  /** The mailbox is still live, or ended only then; neither is known where the server was not read. */
  'notification-late': { name: string; decided: string; due: string; live: boolean; ended?: string };
  /** `wanted` is the line that belongs there; empty where the file should have ended. */
  'codeowners-stale': { line: number; wanted: string };
}
