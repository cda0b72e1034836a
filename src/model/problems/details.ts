/** The facts of what is no error by itself: what became of a change, what a server answered, the parts an error is told in. */
import type { NoticeDetailFacts } from './notices.ts';
import type { Remark } from './remark.ts';

interface At {
  readonly at: string;
}
type None = Record<never, never>;

export interface DetailFacts extends NoticeDetailFacts {
  about: At & { readonly what: Remark };
  'audit-stray': At;
  'audit-torn': At & { readonly octets: number };
  archived: {
    readonly messages: number;
    readonly folders: number;
    readonly size: number;
    readonly added: number;
    readonly deleted: number;
  };
  bug: None;
  'changed-since': None;
  'changed-since.fields': { readonly fields: readonly string[] };
  'day-changed': { readonly today: string; readonly before: string };
  'entry-gone': None;
  'first-look': None;
  'history-unasked': None;
  'lease-lost': None;
  'locked-alone': { readonly what: Remark };
  'mail.absent': At;
  'mail.archive': { readonly what: Remark };
  'mail.backup': { readonly what: Remark };
  'mail.configuration': None;
  'mail.data': None;
  'mail.diverged': At & { readonly messages: number; readonly folders: string };
  'mail.folder': { readonly name: string; readonly what: Remark };
  'mail.garbled': None;
  'mail.hidden': At & { readonly folders: string };
  'mail.left': At & { readonly messages: number; readonly folders: string };
  'mail.merged': { readonly folders: string };
  'mail.no-command': None;
  'mail.no-namespace': { readonly prefix: string };
  'mail.none': None;
  'mail.no-user': None;
  'mail.permission': None;
  'mail.temporary': None;
  'mail.unlisted': None;
  'mail.unopened': { readonly folders: string };
  'mail.unproven': At & { readonly messages: number; readonly folders: string };
  'mail.unreadable': { readonly what: Remark };
  'mail.usage': None;
  'moved.added': { readonly ids: readonly string[]; readonly more: string };
  'moved.altered': { readonly ids: readonly string[]; readonly more: string };
  'moved.gone': { readonly ids: readonly string[]; readonly more: string };
  /** What the system, a server or the program of somebody else says. */
  quoted: { readonly text: string };
  near: { readonly word: string };
  network: None;
  'no-answer': None;
  'replica-refused': None;
  'secret-readable': At & { readonly file: string };
  'server-ended': None;
  'server-slow': None;
  'server-unasked': None;
  'teams-unasked': At;
  'sessions-open': { readonly sessions: number };
  several: { readonly parts: readonly Remark[] };
  unsealed: At & { readonly why: Remark; readonly file: string };
}
