/** Everything there is to say of an error or an outcome: codes with typed facts; their words are in render/ alone. */
import type { AskedErrorFacts } from './asked.ts';
import type { DetailFacts } from './details.ts';
import type { ImportErrorFacts } from './import.ts';
import type { InitErrorFacts } from './init.ts';
import type { LockErrorFacts } from './lock.ts';
import type { NoticeRecordErrorFacts } from './notice-record.ts';
import type { NoticeErrorFacts } from './notices.ts';
import type { PageErrorFacts } from './page.ts';
import type { PublishErrorFacts } from './publish.ts';
import type { ReportErrorFacts } from './report.ts';
import type { UsageErrorFacts } from './usage.ts';

/** What it is about, told first: a file, an address, an option. */
interface At {
  readonly at: string;
}
/** As the system or a server calls it. */
interface Cause {
  readonly cause: string;
}
type None = Record<never, never>;
/** What moved between two plans; each part where there is something of it. */
interface Moved {
  readonly expected: string;
  readonly found: string;
  readonly since?: Remark;
  readonly gone?: Remark;
  readonly added?: Remark;
  readonly altered?: Remark;
}
interface Answered extends At {
  /** GitHub's own words, or the status. */
  readonly said: string;
}

/** What ends a command. What stands before the dot is its code; what follows tells apart what shares a code. */
export interface ErrorFacts
  extends InitErrorFacts,
    AskedErrorFacts,
    ImportErrorFacts,
    LockErrorFacts,
    NoticeErrorFacts,
    NoticeRecordErrorFacts,
    PageErrorFacts,
    PublishErrorFacts,
    ReportErrorFacts,
    UsageErrorFacts {
  'approval-mismatch': Moved;
  'approver-refused.requester': At & { readonly operators: readonly string[] };
  'approver-refused.stranger': At & { readonly operators: readonly string[] };
  'approver-refused.used': At & { readonly operators: readonly string[] };
  'audit.foreign': At;
  'audit.locked': At;
  'audit.unreadable': At & Cause;
  'audit.unwritable': At & Cause;
  'branch-other': At & { readonly branch: string };
  'calendar-exists': At;
  'calendar-missing': { readonly year: number; readonly file: string };
  'calendar-year': At & { readonly first: number; readonly last: number };
  'checkout-differs.file': At & { readonly file: string };
  'checkout-differs.none': At;
  'clock-differs': { readonly here: string; readonly there: string };
  'codeowners-unreadable': At;
  'consent-missing': At & { readonly operators: string };
  'consent-unknown': { readonly commit: string };
  'count-mismatch': { readonly seen: number; readonly expected: string };
  'credentials-unwritable': At & Cause;
  'demo-ldap-option': { readonly what: string };
  'demo-ldap-port': { readonly port: number } & Cause;
  'digest-mismatch': Moved;
  'directory-unreadable': At & Cause;
  'directory-unusable': None;
  'doveadm-certificate': At & Cause;
  'doveadm-incomplete': { readonly what: string; readonly answer: Remark };
  'doveadm-key.empty': At;
  'doveadm-key.secret': At & { readonly file: string };
  'doveadm-key.wrong': At;
  'doveadm-lost': At & { readonly what: Remark };
  'doveadm-plaintext': At;
  'doveadm-size': At & { readonly limit: string };
  'doveadm-timeout.answer': At & { readonly seconds: number; readonly octets: number };
  'doveadm-timeout.run': At & { readonly seconds: number };
  'doveadm-unreachable': At & Cause;
  'doveadm-url.form': At & { readonly text: string };
  'doveadm-url.other': At & { readonly status: number };
  'doveadm-url.secret': At;
  'doveadm-user': { readonly user: string };
  'file-unwritable': At & Cause;
  'github-branch': At;
  'github-certificate': At & Cause;
  'github-head.directory': At & { readonly number: number; readonly found: string; readonly head: string };
  'github-head.moved': At & { readonly before: string; readonly now: string };
  'github-login': { readonly real: string; readonly told: string };
  'github-lost': At & { readonly what: Remark; readonly status: string };
  'github-missing': Answered & {
    readonly path: string;
    readonly repository: string;
    readonly permission: string;
  };
  'github-moved': Answered & { readonly repository: string };
  'github-plaintext': At;
  'github-plan': Answered;
  'github-rate-limit': At & { readonly seconds: number };
  'github-refused.comments': None;
  'github-refused.content': At;
  'github-refused.request': Answered & { readonly request: string };
  'github-repository': At & { readonly text: string };
  'github-rights.permission': Answered & { readonly permission: string; readonly repository: string };
  'github-rights.setting': Answered;
  'github-token.characters': None;
  'github-token.empty': None;
  'github-token.secret': At & { readonly file: string };
  'github-token.wrong': Answered;
  'github-tree': None;
  'github-unprotected': Answered;
  'github-unreachable': At & Cause & { readonly status: string };
  'github-unsure': At & { readonly what: Remark; readonly status: string };
  'github-url.form': At & { readonly text: string };
  'github-url.secret': At;
  'history-cut': At;
  'identity-exists': At;
  'identity-invalid.encoding': At;
  'identity-invalid.encrypted': At;
  'identity-invalid.hardware': At;
  'identity-invalid.line': At & { readonly line: number };
  'identity-invalid.none': At;
  'identity-unreadable': At & Cause;
  'identity-unwritable': At & Cause;
  journal: At & Cause;
  'ldap-bind.refused': At & Cause;
  'ldap-bind.wrong': At & { readonly bindDn: string };
  'ldap-certificate.early': At & Cause;
  'ldap-certificate.expired': At & Cause;
  'ldap-certificate.issuer': At & Cause;
  'ldap-certificate.name': At & Cause;
  'ldap-certificate.other': At & Cause;
  'ldap-certificate.self': At & Cause;
  'ldap-container-missing': { readonly container: string };
  'ldap-lost': Cause;
  'ldap-password.empty': At;
  'ldap-password.secret': At & { readonly file: string };
  'ldap-plaintext': At;
  'ldap-read-incomplete.broken': At & Cause;
  'ldap-read-incomplete.elsewhere': At & { readonly elsewhere: string; readonly count: number };
  'ldap-read-incomplete.ended': At & Cause;
  'ldap-read-incomplete.hidden': At;
  'ldap-read-only': Cause;
  'ldap-refused': Cause;
  'ldap-rights': None;
  'ldap-schema': Cause;
  'ldap-slow.answer': { readonly request: string; readonly octets: number; readonly seconds: number };
  'ldap-slow.read': { readonly container: string; readonly entries: number; readonly seconds: number };
  'ldap-slow.run': { readonly answers: number; readonly seconds: number };
  'ldap-starttls': At & Cause;
  'ldap-unreachable': At & Cause;
  'ldap-url.form': At & { readonly text: string };
  'ldap-url.secret': At;
  'lease-future': {
    readonly who: string;
    readonly process: string;
    readonly since: string;
    readonly until: string;
    readonly now: string;
    readonly ldif: string;
  };
  'lease-held': { readonly who: string; readonly process: string; readonly since: string };
  'person-id-none': At;
  'plan-file.form': At;
  'plan-file.text': At & Cause;
  'policy-missing': At;
  /** The problems, in the language of whoever asked. */
  'policy-unusable': { readonly problems: string };
  'pull-path': At & { readonly path: string };
  'pull-too-large': At;
  'recipient-missing': None;
  'recipient-refused': { readonly recipient: string };
  'replica-silent.copied': None;
  'replica-silent.none': None;
  'replica-unread.ahead': None;
  'replica-unread.empty': None;
  'replica-unread.hidden': None;
  'replica-unread.partial': { readonly seen: number; readonly count: number };
  'replica-unread.unmarked': None;
  'replica-unread.unused': None;
  'report-unknown.far': { readonly asked: string; readonly names: string };
  'report-unknown.near': { readonly asked: string; readonly names: string; readonly nearest: string };
  'request-form': At & { readonly labels: string };
  'schema-old': { readonly attribute: string };
  'sealed-damaged': At;
  'sealed-for-others': At;
  'sealed-invalid': At;
  'sealed-unreadable': At & Cause;
  'settings.certificate': At & { readonly value: string };
  'settings.certificate-file': At & { readonly file: string } & Cause;
  'settings.file': At & { readonly file: string } & Cause;
  'settings.flag': { readonly name: string; readonly value: string };
  'settings.github': None;
  'settings.mail-key': None;
  'settings.missing': { readonly name: string };
  'settings.replica': At & { readonly url: string };
  'settings.secret-bom': At & { readonly file: string };
  'settings.secret-lines': At & { readonly file: string };
  'settings.secret-nul': At & { readonly file: string };
  'settings.secret-not-utf-8': At & { readonly file: string };
  'settings.secret-utf-16': At & { readonly file: string };
  'settings.wait': { readonly value: string; readonly longest: number };
  'team-unread': At;
  'wrong-server': { readonly province: string; readonly domain: string };
}

export type RemarkFacts = ErrorFacts & DetailFacts;

export type Remark<Says extends keyof RemarkFacts = keyof RemarkFacts> = {
  [S in Says]: { readonly says: S; readonly facts: RemarkFacts[S] };
}[Says];

export function remark<Says extends keyof RemarkFacts>(
  says: Says,
  ...[facts]: None extends RemarkFacts[Says] ? [] : [RemarkFacts[Says]]
): Remark<Says> {
  return { says, facts: facts ?? {} } as Remark<Says>;
}

export const quoted = (text: string): Remark => remark('quoted', { text: text.replaceAll('\n', ' ') });

export function isRemark(value: unknown): value is Remark {
  return typeof value === 'object' && value !== null && 'says' in value && 'facts' in value;
}
