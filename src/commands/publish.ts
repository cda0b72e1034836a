/** `danhba publish`: makes the directory people look at, as a folder of pages (13.6, 16.4). */
import { ExpectedError } from '../model/problems/errors.ts';
import { publicationAudiences } from '../model/publish/published.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf, todayOf } from '../process/io.ts';
import { readFiles, type Sides, sidesOf } from '../run/publication.ts';
import { refuseInDirectory } from './publish/there.ts';
import { readWorld } from './publish/world.ts';
import { readInternal, writeSite } from './publish/write.ts';

export interface PublishOptions extends CommonOptions {
  readonly out: string;
  readonly audience: string;
  /** The audit that tells of the weeks before, for the internal directory. */
  readonly audit?: string;
}

export async function publish(options: PublishOptions, io: Io): Promise<ExitCode> {
  const audience = oneOf('--audience', options.audience, publicationAudiences);
  const { out, audit, directory } = options;
  await refuseInDirectory(out, directory);
  if (audit !== undefined && audience === 'public') throw new ExpectedError('publish-audit', {});
  const today = todayOf(options, io);
  const withServer = audit !== undefined || io.environment.DANHBA_LDAP_URL !== undefined;
  const sides = withServer
    ? await readBoth(options, audience === 'internal', io)
    : await readFiles(options, today);
  io.out(await writeSite(sides, { out, audience }, today, io));
  return exitCode.clean;
}

/** The files, and what the server says of whom they name. @throws ExpectedError where a read is in doubt. */
async function readBoth(options: PublishOptions, internal: boolean, io: Io): Promise<Sides> {
  const { proposal, unread } = await readWorld(options, internal, io);
  const sides = sidesOf(proposal);
  return internal ? { ...sides, ...(await readInternal(proposal, unread, options.audit, io)) } : sides;
}
