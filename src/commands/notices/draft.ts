/** `danhba notices`: the written notices of Articles 6, 7 and 8, drafted from what was done. */
import { organizationNames } from '../../model/directory/organization-names.ts';
import { settleDeclarations } from '../../model/directory/settle-declarations.ts';
import { noticeKinds } from '../../model/notice.ts';
import { ExpectedError, InternalError } from '../../model/problems/errors.ts';
import { addDays, isCalendarDate } from '../../model/time/date.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf } from '../../process/io.ts';
import { remarkText } from '../../render/errors/remark.ts';
import { renderDrafted } from '../../render/notices/drafted.ts';
import { foldText } from '../../render/text/screen.ts';
import { type Drafted, readDeletions, writeNotices } from '../../run/notices.ts';
import { refuseUnknownOrganization } from '../../run/part.ts';
import { propose } from '../../run/propose.ts';
import { withServers } from '../../run/servers.ts';

export interface DraftOptions extends CommonOptions {
  readonly out: string;
  readonly kind?: string;
  readonly organization?: string;
  readonly since?: string;
  readonly audit?: string;
}

/** So many days back an act is answered where `--since` does not say. */
const daysAnswered = 30;

export async function draft(options: DraftOptions, io: Io): Promise<ExitCode> {
  const kind = options.kind === undefined ? undefined : oneOf('--kind', options.kind, noticeKinds);
  const proposal = await withServers(io, (servers) => propose(options, servers, io));
  const { today } = proposal.plan;
  const since = options.since ?? addDays(today, -daysAnswered);
  if (!isCalendarDate(since)) throw new ExpectedError('notice-since', { value: since });
  const { organization, audit } = options;
  if (organization !== undefined) refuseUnknownOrganization(proposal, organization);
  const { directory } = proposal.desired;
  if (directory === undefined) throw new InternalError('a plan without a directory');
  const desired = { ...proposal.desired, directory };
  const declared = settleDeclarations(desired.declared, today);
  const deletions = audit === undefined ? none : await readDeletions(audit, declared, since);
  const names = organizationNames(directory.organizations);
  const written = (drafts: Drafted['drafts']) => {
    const text = renderDrafted(drafts, (id) => names.get(id) ?? id, desired.language);
    io.out(foldText(text, io.outScreen?.width));
  };
  const { told } = await writeNotices(
    desired,
    {
      accounts: proposal.accounts,
      declared,
      deleted: deletions.deleted,
      register: directory.notices.notices,
      today,
      since,
    },
    {
      directory: options.directory,
      folder: options.out,
      ...(kind !== undefined && { kind }),
      ...(organization !== undefined && { organization }),
      written,
    },
    io,
  );
  for (const one of [...deletions.told, ...told]) io.err(`${remarkText(one, desired.language)}\n`);
  return exitCode.clean;
}

const none = { deleted: [], told: [] } as const;
