/** `danhba export --format ics`: what is due, from both sides and the plan, as `danhba report deadlines` tells it. */
import { createHash } from 'node:crypto';
import { writeFileAtomically } from '../../files/write-file.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import type { ReportOf } from '../../model/report.ts';
import { type ExitCode, exitCode, type Io } from '../../process/io.ts';
import { renderCalendar } from '../../render/export/calendar.ts';
import { renderCalendarWritten } from '../../render/export/words.ts';
import { accessDoubtLines } from '../../render/plan/lines.ts';
import { makeReport } from '../../report/make-report.ts';
import { partOfReport } from '../../report/part.ts';
import { problemsIn, refuseUnknownOrganization } from '../../run/part.ts';
import { propose, tellProblems } from '../../run/propose.ts';
import { withServers } from '../../run/servers.ts';
import { situationOf } from '../../run/situation.ts';
import type { ExportOptions } from './export.ts';

export async function exportDueDates(options: ExportOptions, io: Io): Promise<ExitCode> {
  const { organization, out } = options;
  const proposal = await withServers(io, (servers) => propose(options, servers, io));
  const { plan, desired } = proposal;
  // A term nobody sees in a calendar is a term that is missed.
  if (plan.doubt !== undefined) throw new ExpectedError('publish-doubtful', plan.doubt);
  if (organization !== undefined) refuseUnknownOrganization(proposal, organization);
  tellProblems(organization === undefined ? proposal : problemsIn(proposal, organization), io);
  const situation = situationOf(proposal, false);
  const report =
    organization === undefined
      ? makeReport('deadlines', situation)
      : partOfReport('deadlines', situation, organization);
  const rows = (report as ReportOf<'deadlines'>).rows.filter(({ status }) => status !== 'done');
  const names = new Map(desired.directory?.organizations.map(({ organization: { id, name } }) => [id, name]));
  const text = renderCalendar(
    {
      rows,
      province: situation.policy.province,
      domain: plan.domain,
      today: plan.today,
      nameOf: (id) => names.get(id) ?? id,
      markOf: (about) => createHash('sha256').update(about).digest('hex').slice(0, 32),
    },
    desired.language,
  );
  for (const line of accessDoubtLines(plan, desired.language)) io.err(`${line}\n`);
  if (out === undefined) io.out(text);
  else {
    await writeFileAtomically(out, text);
    io.out(renderCalendarWritten(rows.length, out, desired.language));
  }
  return exitCode.clean;
}
