/** What a run tells the audit: what it is about to do, on which document, what became of it, and how it ended. No secret. */
import type { Audit } from '../audit/open.ts';
import { type Account, countStates } from '../model/account/account.ts';
import { basisText } from '../model/account/basis.ts';
import { privateFields } from '../model/account/fields.ts';
import type { Approval } from '../model/github/approval.ts';
import type { AskedBy, Outcome } from '../model/plan/outcome.ts';
import type { Change, Plan } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { remark } from '../model/problems/remark.ts';
import type { Io } from '../process/io.ts';
import { remarkText } from '../render/errors/remark.ts';
import { recordedOutcome } from '../render/plan/outcomes.ts';
import { basisOf, type ChangeBasis, type FormBases } from './basis.ts';

/** So many ids keep a record readable, and far below the longest line. */
const intendedPerRecord = 500;

/** Tells what is wrong with the end of the audit, and records that a run has begun. */
export async function beginAudit(audit: Audit, file: string, today: string, io: Io): Promise<void> {
  const { unfinished, torn, stray } = audit;
  const found = [
    ...(torn === undefined ? [] : [remark('audit-torn', { at: file, octets: torn.bytes })]),
    ...(stray ? [remark('audit-stray', { at: file })] : []),
  ];
  for (const one of found) io.err(`${remarkText(one, io.language)}\n`);
  audit.record({ event: 'begin', today, ...(unfinished !== undefined && { unfinished }) });
  await audit.sync();
}

/** Says what will be tried and who let it pass, and waits for the disk: an act without its intention cannot be. */
export async function recordIntent(
  audit: Audit,
  plan: Plan,
  approvals: readonly Approval[] = [],
): Promise<void> {
  for (const approval of approvals) audit.record({ event: 'approval', ...approval });
  const { digest, changes, held } = plan;
  let from = 0;
  do {
    const intends = changes.slice(from, from + intendedPerRecord).map(({ id }) => id);
    audit.record({ event: 'plan', plan: digest, changes: changes.length, held: held.length, intends });
    from += intendedPerRecord;
  } while (from < changes.length);
  await audit.sync();
}

/** The document behind each outcome, the form that named it, and who asked for it. */
export interface AuditBasis {
  /** "document; date", or the document alone. */
  readonly basis?: string;
  readonly form?: number;
  readonly asked?: readonly AskedBy[];
}

export function auditBases(
  changes: readonly Change[],
  forms: FormBases,
  askers: ReadonlyMap<string, readonly AskedBy[]> = new Map(),
): (outcome: Pick<Outcome, 'id'>) => AuditBasis {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return ({ id }) => {
    const change = byId.get(id);
    const basis = change && basisOf(change, forms);
    const form = forms.get(id)?.issue;
    const asked = askers.get(id);
    return {
      ...(basis && { basis: textOfBasis(basis) }),
      ...(form !== undefined && { form }),
      ...(asked && { asked }),
    };
  };
}

const textOfBasis = ({ document, date }: ChangeBasis): string =>
  date === undefined ? document : basisText({ document, date });

export function recordOutcome(audit: Audit, plan: string, outcome: Outcome, basis: AuditBasis = {}): void {
  const { kind, key, result, detail } = recordedOutcome(outcome);
  const more = detail === undefined ? {} : { detail };
  audit.record({ event: 'outcome', plan, operation: kind, key, outcome: result, ...more, ...basis });
}

export interface Ending {
  readonly exit: number;
  readonly thrown?: unknown;
  readonly plan?: string;
  readonly outcomes: readonly Outcome[];
  readonly recorded: readonly string[];
  /** The mailboxes as the run left them; absent where it cannot say. */
  readonly accounts?: readonly Pick<Account, 'mailbox' | 'state'>[];
}

export function recordEnd(audit: Audit, { exit, thrown, plan, outcomes, recorded, accounts }: Ending): void {
  const counts: Partial<Record<Outcome['result'], number>> = {};
  for (const { result } of outcomes) counts[result] = (counts[result] ?? 0) + 1;
  audit.record({
    event: 'end',
    ...(plan !== undefined && { plan }),
    exit,
    ...(thrown !== undefined && { error: errorCode(thrown) }),
    outcomes: counts,
    ...(recorded.length > 0 && { recorded }),
    ...(accounts && { accounts: countStates(accounts) }),
  });
}

/** Its words may hold what servers and files say. */
function errorCode(thrown: unknown): string {
  if (thrown instanceof ExpectedError) return thrown.code;
  return thrown instanceof Error && 'syscall' in thrown ? 'system' : 'internal';
}

/** The outcome without the private values of its account, which a server's refusal may quote. */
export function withoutPrivate(changes: readonly Change[]): (outcome: Outcome) => Outcome {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return (outcome) => {
    const { detail } = outcome;
    const change = byId.get(outcome.id);
    if (detail === undefined || change?.account === undefined) return outcome;
    const accounts = 'base' in change ? [change.account, change.base] : [change.account];
    const values = accounts.flatMap((account) => privateFields.map((field) => account[field] ?? ''));
    const known = values.filter((value) => value !== '');
    const clean = (_: string, part: unknown) =>
      typeof part === 'string' ? known.reduce((text, value) => text.replaceAll(value, '…'), part) : part;
    return { ...outcome, detail: JSON.parse(JSON.stringify(detail, clean)) };
  };
}
