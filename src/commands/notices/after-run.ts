/** The written notices a run leaves to be sent: those it made necessary, drafted or not, are told by its page. */
import type { NoticeRow } from '../../model/notice-row.ts';
import type { Outcome } from '../../model/plan/outcome.ts';
import type { Draft } from '../../notices/list.ts';
import type { NoticeList } from '../../render/notices/list.ts';
import type { Seen } from '../../render/run/metrics.ts';
import { makeReport } from '../../report/make-report.ts';
import { noticesOf } from '../../report/notices.ts';
import { accountsAfter } from '../../run/carry-out.ts';
import type { Proposal } from '../../run/propose.ts';
import { situationOf } from '../../run/situation.ts';

interface Left {
  /** Undefined where the run did not come as far as a plan. */
  readonly proposal?: Proposal;
  readonly outcomes: readonly Outcome[];
  readonly drafts: readonly Draft[];
}

/** As the run left them: who was suspended a moment ago lacks a notice now. */
export function noticesAfter(
  proposal: Proposal,
  outcomes: readonly Outcome[],
  drafts: readonly Draft[],
): readonly NoticeRow[] {
  const accounts = accountsAfter(proposal, outcomes);
  return noticesOf({ ...situationOf(proposal, false), accounts }, drafts);
}

/** What the metrics of the run are made from; nothing where it did not come as far as a plan. */
export function seenOf({ proposal, outcomes, drafts }: Left): Seen | undefined {
  if (proposal === undefined) return undefined;
  const { plan, problems } = proposal;
  const report = makeReport('deadlines', situationOf(proposal, false));
  const deadlines = report.report === 'deadlines' ? report.rows : [];
  const accounts = accountsAfter(proposal, outcomes);
  return { plan, problems, outcomes, deadlines, accounts, notices: noticesAfter(proposal, outcomes, drafts) };
}

/** With the names of organizations. */
export function listOf({ plan, desired }: Proposal, rows: NoticeList['rows']): NoticeList {
  const organizations = desired.directory?.organizations ?? [];
  const names = new Map(organizations.map(({ organization: { id, name } }) => [id, name]));
  return { today: plan.today, rows, nameOf: (id) => names.get(id) ?? id };
}
