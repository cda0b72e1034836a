/** `danhba plan`: shows what would be done to make the server as the directory says. */
import type { CacheOptions } from '../config.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import type { ShownPlan } from '../model/plan/shown.ts';
import { type ExitCode, exitCode, type Io, oneOf } from '../process/io.ts';
import { renderPlanJson } from '../render/plan/json.ts';
import { renderPlanMarkdown } from '../render/plan/markdown.ts';
import { renderPlanText } from '../render/plan/text.ts';
import type { Screen } from '../render/text/screen.ts';
import { partOfPlan } from '../report/part.ts';
import { namesOf } from '../review/names.ts';
import { isUnsound } from '../run/carry-out.ts';
import { proposeInPart } from '../run/in-part/propose.ts';
import { problemsIn, refuseUnknownOrganization } from '../run/part.ts';
import { type Proposal, type ProposeOptions, propose, tellProblems } from '../run/propose.ts';
import { withServers } from '../run/servers.ts';

export interface PlanOptions extends ProposeOptions, CacheOptions {
  readonly format: string;
  readonly out?: string;
  /** Show the part of this organization alone. */
  readonly organization?: string;
  /** Tell every change, not only the first ones. */
  readonly all?: boolean;
}

/** How many changes are told one by one where `--all` is not given. */
const shownInText = 40;
const shownInMarkdown = 200;

export async function plan(options: PlanOptions, io: Io): Promise<ExitCode> {
  const format = oneOf('--format', options.format, ['text', 'json', 'markdown'] as const);
  const proposal = await withServers(
    io,
    async (servers) => (await proposeInPart(options, servers, io)) ?? (await propose(options, servers, io)),
  );
  const { organization } = options;
  if (organization !== undefined) refuseUnknownOrganization(proposal, organization);
  tellProblems(organization === undefined ? proposal : problemsIn(proposal, organization), io);
  if (options.out !== undefined) await writeFileAtomically(options.out, renderPlanJson(proposal.plan));
  const shown = organization === undefined ? proposal.plan : partOfPlan(proposal.plan, organization);
  io.out(renderPlan(shown, proposal, format, options.all === true, io.outScreen));
  const wrong = proposal.problems.some(({ severity }) => severity === 'error');
  if (wrong || isUnsound(proposal.plan)) return exitCode.problems;
  const { changes, approval, doubt } = proposal.plan;
  // What the guard holds, or a doubt of the read, is pending too: it waits for a person.
  const waits = approval !== undefined || doubt !== undefined;
  return changes.length > 0 || waits ? exitCode.pending : exitCode.clean;
}

function renderPlan(
  plan: ShownPlan,
  { accounts, desired: { directory, language } }: Proposal,
  format: 'text' | 'json' | 'markdown',
  all: boolean,
  screen: Screen | undefined,
): string {
  const upTo = (limit: number) => ({ language, limit: all ? Number.POSITIVE_INFINITY : limit });
  switch (format) {
    case 'json':
      return renderPlanJson(plan);
    case 'markdown':
      return renderPlanMarkdown(plan, { ...upTo(shownInMarkdown), names: namesOf([directory], accounts) });
    case 'text':
      return renderPlanText(plan, { ...upTo(shownInText), ...(screen && { screen }) });
  }
}
