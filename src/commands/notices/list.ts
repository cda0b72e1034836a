/** `danhba notices list`: written notices that are missing, wait for a number, or are recorded. */
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf } from '../../process/io.ts';
import { renderNoticesJson, renderNoticesMarkdown, renderNoticesText } from '../../render/notices/list.ts';
import { foldText } from '../../render/text/screen.ts';
import { noticesOf } from '../../report/notices.ts';
import { propose, tellProblems } from '../../run/propose.ts';
import { withServers } from '../../run/servers.ts';
import { situationOf } from '../../run/situation.ts';
import { listOf } from './after-run.ts';
import { readDrafts } from './read-drafts.ts';

export interface ListOptions extends CommonOptions {
  readonly drafts?: string;
  readonly format: string;
}

/** Ends with 0 whenever the list could be made, whatever is missing. */
export async function listCommand(options: ListOptions, io: Io): Promise<ExitCode> {
  const format = oneOf('--format', options.format, ['text', 'json', 'markdown'] as const);
  const proposal = await withServers(io, (servers) => propose(options, servers, io));
  tellProblems(proposal, io);
  const { language } = proposal.desired;
  const drafts = options.drafts === undefined ? [] : await readDrafts(options.drafts, language, io);
  const list = listOf(proposal, noticesOf(situationOf(proposal, false), drafts));
  if (format === 'json') io.out(renderNoticesJson(list));
  else if (format === 'markdown') io.out(renderNoticesMarkdown(list, language));
  else io.out(foldText(renderNoticesText(list, language), io.outScreen?.width));
  return exitCode.clean;
}
