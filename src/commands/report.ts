/** `danhba report`: what is due, unused, expiring, suspended, held, without a custodian or amiss on the mail server. */
import { extname } from 'node:path';
import { readGitHubSettings } from '../config.ts';
import { readPageStyle } from '../files/page-style.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import { ExpectedError, InternalError } from '../model/problems/errors.ts';
import { publicationAudiences } from '../model/publish/published.ts';
import { type Report, type ReportName, reportNames } from '../model/report.ts';
import { nearestWord } from '../model/text/nearest-word.ts';
import { parsePeriod, quarterOf } from '../model/time/period.ts';
import type { UsageEvidence } from '../model/usage.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf, todayOf } from '../process/io.ts';
import { renderError } from '../process/told-error.ts';
import { readOpenRequests } from '../pull/deadlines.ts';
import { readRequestsSeen } from '../pull/usage-evidence.ts';
import { renderReportCsv, renderReportDoubts } from '../render/report/csv.ts';
import { renderReportJson } from '../render/report/json.ts';
import { renderReportMarkdown } from '../render/report/markdown.ts';
import { renderReportPage } from '../render/report/page.ts';
import { renderReportText } from '../render/report/text.ts';
import { layOutWorkbook } from '../render/report/workbook.ts';
import { renderWritten } from '../render/report/written.ts';
import type { Language } from '../render/text/wording.ts';
import { makeReport } from '../report/make-report.ts';
import { partOfReport } from '../report/part.ts';
import type { Situation } from '../report/situation.ts';
import { openSetGitHub } from '../run/github.ts';
import { problemsIn, refuseUnknownOrganization } from '../run/part.ts';
import { type Proposal, propose, tellProblems } from '../run/propose.ts';
import { withServers } from '../run/servers.ts';
import { situationOf } from '../run/situation.ts';
import { readUnread } from '../run/unread.ts';
import { refuseInPublic } from './publish/there.ts';

export interface ReportOptions extends CommonOptions {
  /** Where nothing is said, by the ending of `out`. */
  readonly format?: string;
  /** The file it is written to, in the place of stdout. */
  readonly out?: string;
  /** Tell what concerns this organization alone. */
  readonly organization?: string;
  /** Rows of everything, not only of what needs attention. */
  readonly all?: boolean;
  /** Of `usage` alone: a year, a quarter or a month. */
  readonly period?: string;
  /** Of `usage` alone: `public` leaves out what would tell of somebody. */
  readonly audience?: string;
  /** Of `usage` alone: what the job has done, and when. */
  readonly audit?: string;
}

const formats = ['text', 'json', 'markdown', 'html', 'csv', 'xlsx'] as const;
type Format = (typeof formats)[number];

const formatOfEnding: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.md': 'markdown',
  '.html': 'html',
  '.csv': 'csv',
  '.xlsx': 'xlsx',
};

/** How many rows of a table stand in Markdown where `--all` is not given. */
const shownInMarkdown = 200;

/** Ends with 0 whenever the report could be made, whatever it tells. */
export async function report(asked: string, options: ReportOptions, io: Io): Promise<ExitCode> {
  const name = readName(asked);
  const format = readFormat(name, options);
  const scope =
    name === 'usage' ? scopeOfUsage(options, todayOf(options, io)) : refuseOptionsOfUsage(options);
  const { out } = options;
  if (out !== undefined && scope?.audience !== 'public') await refuseInPublic(out);
  const { proposal, unread } = await withServers(io, async (servers) => {
    const made = await propose(options, servers, io);
    // What the public is not told is not asked for.
    return { proposal: made, unread: scope?.audience === 'internal' && (await readUnread(made, servers)) };
  });
  const { organization } = options;
  if (organization !== undefined) refuseUnknownOrganization(proposal, organization);
  tellProblems(organization === undefined ? proposal : problemsIn(proposal, organization), io);
  const requests = name === 'deadlines' ? await readRequests(proposal, io) : undefined;
  const usage = scope && {
    ...scope,
    ...(unread && { unread }),
    requests: await readRequestsSeen(options.audit, scope.period, usable(proposal), io),
  };
  const situation = {
    ...situationOf(proposal, options.all === true),
    ...(requests && { requests }),
    ...(usage && { usage }),
  };
  const made =
    organization === undefined ? makeReport(name, situation) : partOfReport(name, situation, organization);
  await give(made, format, options, proposal.desired.language, io);
  return exitCode.clean;
}

/** A workbook is no text for a terminal. @throws ExpectedError `option` */
function readFormat(name: ReportName, { format, out = '' }: ReportOptions): Format {
  const asked = format === undefined ? (formatOfEnding[extname(out).toLowerCase()] ?? 'text') : format;
  const found = oneOf('--format', asked, formats);
  if (found === 'xlsx' && out === '') {
    throw new ExpectedError('option.file', { option: '--format xlsx', needed: `--out ${name}.xlsx` });
  }
  return found;
}

/** Those that wait on GitHub, where it is set; it being out of reach is told, and the rest of the report stands. */
async function readRequests({ desired }: Proposal, io: Io): Promise<Situation['requests']> {
  if (readGitHubSettings(io.environment) === undefined) return undefined;
  try {
    return await readOpenRequests(await openSetGitHub(io), desired.directory?.calendar ?? new Map());
  } catch (thrown) {
    if (!(thrown instanceof ExpectedError)) throw thrown;
    io.err(renderError(thrown, desired.language, io.errScreen) ?? '');
    return undefined;
  }
}

/** @throws ExpectedError for a period that is none or has not begun, and an audience nobody knows. */
function scopeOfUsage(
  { period: asked, audience = 'internal' }: ReportOptions,
  today: CalendarDate,
): Pick<UsageEvidence, 'period' | 'audience'> {
  const example = quarterOf(today);
  const value = asked ?? example;
  const period = parsePeriod(value, today);
  if (period === undefined) throw new ExpectedError('option-period.form', { value, example });
  if (period.from > today) throw new ExpectedError('option-period.future', { value, example });
  return { period, audience: oneOf('--audience', audience, publicationAudiences) };
}

/** What a report does not know is said, and not passed over. */
function refuseOptionsOfUsage(options: ReportOptions): undefined {
  for (const option of ['period', 'audience', 'audit'] as const) {
    if (options[option] === undefined) continue;
    throw new ExpectedError('report-option', { option: `--${option}`, report: 'usage' });
  }
}

function usable({ desired: { directory } }: Proposal): Directory {
  if (directory === undefined) throw new InternalError('a report without a directory');
  return directory;
}

function readName(asked: string): ReportName {
  const name = reportNames.find((one) => one === asked);
  if (name !== undefined) return name;
  const names = reportNames.join(' | ');
  const nearest = nearestWord(asked, reportNames);
  throw nearest === undefined
    ? new ExpectedError('report-unknown.far', { asked, names })
    : new ExpectedError('report-unknown.near', { asked, names, nearest });
}

async function give(
  made: Report,
  format: Format,
  { all = false, out }: ReportOptions,
  language: Language,
  io: Io,
): Promise<void> {
  if (format === 'csv') io.err(renderReportDoubts(made, language));
  if (format === 'text' && out === undefined) io.out(renderReportText(made, language, io.outScreen));
  else if (out === undefined) io.out(String(await renderAs(format, made, language, all)));
  else {
    await writeFileAtomically(out, await renderAs(format, made, language, all));
    io.out(renderWritten(made, out, language));
  }
}

async function renderAs(
  format: Format,
  made: Report,
  language: Language,
  all: boolean,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'text':
      return renderReportText(made, language);
    case 'json':
      return renderReportJson(made, language);
    case 'markdown':
      return renderReportMarkdown(made, {
        language,
        limit: all ? Number.POSITIVE_INFINITY : shownInMarkdown,
      });
    case 'html':
      return renderReportPage(made, language, await readPageStyle(['site.css', 'report.css']));
    case 'csv':
      return renderReportCsv(made, language);
    case 'xlsx': {
      const { writeWorkbook } = await import('../office/write-workbook.ts');
      return await writeWorkbook(layOutWorkbook(made, language));
    }
  }
}
