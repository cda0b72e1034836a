/** What concerns one organization: of a plan that was made over all of them, of its problems, of a report. */
import { scopeOf } from '../model/account/account.ts';
import { organizationKey } from '../model/account/key.ts';
import { lettersInQuarantine } from '../model/mail/state.ts';
import { type Change, isMailChange, type Plan } from '../model/plan/plan.ts';
import type { ShownPlan } from '../model/plan/shown.ts';
import type { Problem } from '../model/problems/problem.ts';
import type { Report, ReportName } from '../model/report.ts';
import { makeReport } from './make-report.ts';
import { countBy, type Situation } from './situation.ts';

/** Everything it has part in: who leaves it and who comes, and its own mailbox. */
function concerns(change: Change, id: string): boolean {
  if (change.kind === 'password-policy') return false;
  if (isMailChange(change)) return [change.organization, organizationIn(change.key)].includes(id);
  const before = 'base' in change ? change.base : undefined;
  return [change.account, before].some((account) => account !== undefined && scopeOf(account) === id);
}

const organizationIn = (key: Change['key']): string => scopeOf({ key });

/**
 * The guard has counted over all, so that what it holds here it holds for everybody. No digest and no approval: both
 * are of the whole, and who sees a part cannot let that pass.
 */
export function partOfPlan(plan: Plan, organization: string): ShownPlan {
  const { digest: _digest, approval: _approval, approved: _approved, ...whole } = plan;
  const isIts = (one: { readonly organization?: string }) => one.organization === organization;
  const changes = plan.changes.filter((change) => concerns(change, organization));
  const held = plan.held.filter(isIts);
  const longAgo = plan.longAgo?.filter(isIts) ?? [];
  const { longAgo: _longAgo, ...rest } = whole;
  return {
    ...rest,
    organization,
    elsewhere: { changes: plan.changes.length - changes.length, held: plan.held.length - held.length },
    changes,
    held,
    upcoming: plan.upcoming.filter(isIts),
    ...(longAgo.length > 0 && { longAgo }),
    unmarked: [],
    ...(plan.mail && { mail: { ...plan.mail, findings: plan.mail.findings.filter(isIts) } }),
  };
}

/** Those of its file, and of its accounts wherever they stand. @param file undefined where it has none. */
export function problemsOf(
  problems: readonly Problem[],
  organization: string,
  file: string | undefined,
): readonly Problem[] {
  const key = organizationKey(organization);
  return problems.filter(({ at, subject }) => at.file === file || subject === key);
}

/** Its counts are over all of its own, as those of the whole are over everybody. */
export function partOfReport(name: ReportName, situation: Situation, organization: string): Report {
  const { approval: _approval, quarantined: _quarantined, ...made } = makeReport(name, situation);
  const every = makeReport(name, { ...situation, all: true });
  const isIts = (row: { readonly organization?: string }) => row.organization === organization;
  const rows = (made.rows as readonly Report['rows'][number][]).filter(isIts);
  const own = (every.rows as readonly Report['rows'][number][]).filter(isIts);
  const letters = name === 'mail' ? lettersInQuarantine(every.rows.filter(isIts) as never) : 0;
  return {
    ...made,
    organization,
    counts: countBy(own, statusOf),
    ...(letters > 0 && { quarantined: letters }),
    rows,
  } as Report;
}

/** By what a report counts its rows. */
function statusOf(row: Report['rows'][number]): string {
  if ('status' in row) return row.status;
  if ('state' in row) return row.state;
  if (row.code === 'forward') return row.args.active ? 'active' : 'inactive';
  return row.code;
}
