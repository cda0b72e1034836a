/** `danhba report`: what is due, unused, expiring, suspended, held, without a custodian or amiss on the mail server. */

import { readGitHubSettings } from '../config.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { type Report, type ReportName, reportNames } from '../model/report.ts';
import { nearestWord } from '../model/text/nearest-word.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf, renderError } from '../process/io.ts';
import { readOpenRequests } from '../pull/deadlines.ts';
import { renderReportJson } from '../render/report/json.ts';
import { renderReportMarkdown } from '../render/report/markdown.ts';
import { renderReportText } from '../render/report/text.ts';
import type { Screen } from '../render/text/screen.ts';
import type { Language } from '../render/text/wording.ts';
import { makeReport } from '../report/make-report.ts';
import { partOfReport } from '../report/part.ts';
import type { Situation } from '../report/situation.ts';
import { openSetGitHub } from '../run/github.ts';
import { problemsIn, refuseUnknownOrganization } from '../run/part.ts';
import { type Proposal, propose, tellProblems } from '../run/propose.ts';
import { withServers } from '../run/servers.ts';
import { situationOf } from '../run/situation.ts';

export interface ReportOptions extends CommonOptions {
  readonly format: string;
  /** Tell what concerns this organization alone. */
  readonly organization?: string;
  /** Rows of everything, not only of what needs attention. */
  readonly all?: boolean;
}

/** How many rows of a table stand in Markdown where `--all` is not given. */
const shownInMarkdown = 200;

/** Ends with 0 whenever the report could be made, whatever it tells. */
export async function report(asked: string, options: ReportOptions, io: Io): Promise<ExitCode> {
  const name = readName(asked);
  const format = oneOf('--format', options.format, ['text', 'json', 'markdown'] as const);
  const proposal = await withServers(io, (servers) => propose(options, servers, io));
  const { organization } = options;
  if (organization !== undefined) refuseUnknownOrganization(proposal, organization);
  tellProblems(organization === undefined ? proposal : problemsIn(proposal, organization), io);
  const requests = name === 'deadlines' ? await readRequests(proposal, io) : undefined;
  const situation = { ...situationOf(proposal, options.all === true), ...(requests && { requests }) };
  const made =
    organization === undefined ? makeReport(name, situation) : partOfReport(name, situation, organization);
  io.out(render(made, format, proposal.desired.language, options.all === true, io.outScreen));
  return exitCode.clean;
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

function readName(asked: string): ReportName {
  const name = reportNames.find((one) => one === asked);
  if (name !== undefined) return name;
  const names = reportNames.join(' | ');
  const nearest = nearestWord(asked, reportNames);
  throw nearest === undefined
    ? new ExpectedError('report-unknown.far', { asked, names })
    : new ExpectedError('report-unknown.near', { asked, names, nearest });
}

function render(
  made: Report,
  format: 'text' | 'json' | 'markdown',
  language: Language,
  all: boolean,
  screen: Screen | undefined,
): string {
  switch (format) {
    case 'json':
      return renderReportJson(made, language);
    case 'markdown':
      return renderReportMarkdown(made, {
        language,
        limit: all ? Number.POSITIVE_INFINITY : shownInMarkdown,
      });
    case 'text':
      return renderReportText(made, language, screen);
  }
}
