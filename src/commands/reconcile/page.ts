/** Writes the page of a run, however it ended: what was done, what is held, what comes next. */
import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Audit } from '../../audit/open.ts';
import { writeFileAtomically } from '../../files/write-file.ts';
import type { Commit } from '../../history/commit.ts';
import type { Outcome } from '../../model/plan/outcome.ts';
import type { Draft } from '../../notices/list.ts';
import { type CommonOptions, type ExitCode, type Io, languageOf } from '../../process/io.ts';
import { renderError } from '../../process/told-error.ts';
import { renderRunSummary } from '../../render/run/summary.ts';
import { namesOf } from '../../review/names.ts';
import type { Carried } from '../../run/carry-out.ts';
import type { Proposal } from '../../run/propose.ts';
import { listOf, noticesAfter } from '../notices/after-run.ts';

/** What a run has come to know. */
interface Run {
  readonly commit?: Commit;
  readonly proposal?: Proposal;
  readonly outcomes: readonly Outcome[];
  readonly carried?: Carried;
  readonly audit?: Audit;
  readonly drafts: readonly Draft[];
}

export interface Ended {
  readonly day: string;
  readonly exit: ExitCode;
  readonly thrown: unknown;
}

interface PageOptions extends CommonOptions {
  readonly summary?: string;
}

/** So many items keep the page far below what GitHub shows of it. */
const toldInSummary = 200;

/** Nothing where neither an option nor GitHub names a file. */
export async function writeSummary(
  { commit, proposal, outcomes, carried, audit, drafts }: Run,
  options: PageOptions,
  { day, exit, thrown }: Ended,
  io: Io,
): Promise<void> {
  const { GITHUB_STEP_SUMMARY: page } = io.environment;
  const file = options.summary ?? page;
  if (file === undefined || file === '') return;
  const language = proposal?.desired.language ?? languageOf(options, undefined);
  const text = renderRunSummary(
    {
      exitCode: exit,
      day,
      ...(commit && { commit: commit.commit }),
      ...(thrown !== undefined && { error: renderError(thrown, language) ?? 'danhba: [internal]' }),
      ...(proposal && { plan: proposal.plan, locate: proposal.desired.context.locate }),
      problems: proposal?.problems ?? [],
      outcomes,
      recorded: carried?.recorded?.files ?? [],
      unrecorded: carried?.recorded?.unrecorded ?? [],
      ...(proposal && { notices: listOf(proposal, noticesAfter(proposal, outcomes, drafts)) }),
      ...(audit && { head: audit.head() }),
    },
    { language, limit: toldInSummary, names: namesOf([proposal?.desired.directory], proposal?.accounts) },
  );
  // GitHub's page belongs to every command of the step.
  if (page !== undefined && page !== '' && resolve(file) === resolve(page)) await appendFile(file, text);
  else await writeFileAtomically(file, text);
}
