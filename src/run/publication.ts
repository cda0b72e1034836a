/** The directory as it may be seen now: the files, and what the server says of whom they name, where one is set. */
import { settleDeclarations } from '../model/directory/settle-declarations.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { PublicationAudience, Published } from '../model/publish/published.ts';
import { type CommonOptions, type Io, todayOf } from '../process/io.ts';
import { selectPublished } from '../publish/select.ts';
import type { Language } from '../render/text/wording.ts';
import { judge, readDesired } from './desired.ts';
import { propose } from './propose.ts';
import { withServers } from './servers.ts';

export interface Publication {
  readonly published: Published;
  readonly baseDn: string;
  readonly language: Language;
  /** Whether the server was asked who is active. */
  readonly withStates: boolean;
}

/** @throws ExpectedError where a read is in doubt, or the files cannot be used. */
export async function readPublication(
  audience: PublicationAudience,
  options: CommonOptions,
  io: Io,
): Promise<Publication> {
  const today = todayOf(options, io);
  const { directory, declared, problems, language, accounts } = await readSides(options, today, io);
  const published = selectPublished({
    audience,
    directory,
    // Of two records of somebody who moves, the one that holds today.
    declared: settleDeclarations(declared, today),
    problems,
    ...(accounts && { accounts: new Map(accounts.map((one) => [one.key, one])) }),
    today,
  });
  const { baseDn } = directory.policy;
  return { published, baseDn, language, withStates: accounts !== undefined };
}

async function readSides(options: CommonOptions, today: string, io: Io) {
  if (io.environment.DANHBA_LDAP_URL === undefined) {
    const desired = await readDesired(options);
    const { directory, declared, language } = desired;
    if (directory === undefined) throw new ExpectedError('directory-unusable', {});
    return { directory, declared, language, problems: judge(desired, [], today) };
  }
  const proposal = await withServers(io, (servers) => propose(options, servers, io));
  const { accounts, problems, plan } = proposal;
  const { directory, declared, language } = proposal.desired;
  if (directory === undefined) throw new ExpectedError('directory-unusable', {});
  // Whoever was not seen would be missing from every portal.
  if (plan.doubt !== undefined) throw new ExpectedError('publish-doubtful', plan.doubt);
  return { directory, declared, language, problems, accounts };
}
