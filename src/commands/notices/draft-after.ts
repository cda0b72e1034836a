/** Drafts the notices a run made necessary; loaded where a run is asked to, for it brings Word along. */
import { settleDeclarations } from '../../model/directory/settle-declarations.ts';
import { isDone, type Outcome } from '../../model/plan/outcome.ts';
import { addDays } from '../../model/time/date.ts';
import { deletedBy } from '../../notices/deleted.ts';
import type { Draft } from '../../notices/list.ts';
import type { Io } from '../../process/io.ts';
import { renderError } from '../../process/told-error.ts';
import { remarkText } from '../../render/errors/remark.ts';
import { visible } from '../../render/text/escape.ts';
import { answersRemembered } from '../../report/notices.ts';
import { accountsAfter } from '../../run/carry-out.ts';
import { readDeletions, writeNotices } from '../../run/notices.ts';
import type { Proposal } from '../../run/propose.ts';
import { readDrafts } from './read-drafts.ts';

interface Run {
  /** Undefined where the run did not come as far as a plan. */
  readonly proposal?: Proposal;
  readonly outcomes: readonly Outcome[];
  readonly audit?: string | undefined;
}

/**
 * Drafts what the run made necessary, and tells what lies in the folder then. That a notice cannot be drafted changes
 * nothing of what was done: it is told, and stays missing.
 */
export async function draftAfter(
  { proposal, outcomes, audit }: Run,
  { directory: root, notices: folder }: { readonly directory: string; readonly notices: string },
  io: Io,
): Promise<readonly Draft[]> {
  const directory = proposal?.desired.directory;
  if (proposal === undefined || directory === undefined) return [];
  const { plan, desired } = proposal;
  const { today } = plan;
  const since = addDays(today, -answersRemembered);
  try {
    const done = new Set(outcomes.filter(isDone).map(({ id }) => id));
    const now = deletedBy(
      plan.changes.filter(({ id }) => done.has(id)),
      today,
    );
    const declared = settleDeclarations(desired.declared, today);
    const earlier = audit === undefined ? noneDeleted : await readDeletions(audit, declared, since);
    const keys = new Set(now.map(({ key }) => key));
    const deleted = [...now, ...earlier.deleted.filter(({ key }) => !keys.has(key))];
    const accounts = accountsAfter(proposal, outcomes);
    const register = directory.notices.notices;
    const facts = { accounts, declared, deleted, register, today, since };
    const { drafts, told } = await writeNotices(
      { ...desired, directory },
      facts,
      { directory: root, folder },
      io,
    );
    for (const one of [...earlier.told, ...told]) io.err(`${remarkText(one, desired.language)}\n`);
    for (const { file } of drafts) io.err(`${visible(file)}\n`);
  } catch (thrown) {
    const text = renderError(thrown, desired.language, io.errScreen);
    if (text === undefined) throw thrown;
    io.err(text);
  }
  return await readDrafts(folder, desired.language, io);
}

const noneDeleted = { deleted: [], told: [] } as const;
