/** The directory as it may be seen now: the files, and what the server says of whom they name, where one is set. */
import type { ObservedAccount } from '../model/account/account.ts';
import type { Key } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Directory } from '../model/directory/directory.ts';
import { settleDeclarations } from '../model/directory/settle-declarations.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Problem } from '../model/problems/problem.ts';
import type { PublicationAudience, Published } from '../model/publish/published.ts';
import type { ReportOf } from '../model/report.ts';
import { type CommonOptions, type Io, todayOf } from '../process/io.ts';
import type { OverviewFacts } from '../publish/overview.ts';
import { selectPublished } from '../publish/select.ts';
import type { Language } from '../render/text/wording.ts';
import { judge, readDesired } from './desired.ts';
import { type Proposal, propose } from './propose.ts';
import { withServers } from './servers.ts';

/** What the files say, and what the server does where one was asked. */
export interface Sides {
  readonly directory: Directory;
  readonly declared: readonly Declared[];
  readonly problems: readonly Problem[];
  readonly language: Language;
  readonly accounts?: readonly ObservedAccount[];
  /** Whose record lacks somebody's word, as a run found out. */
  readonly unconsented?: ReadonlySet<Key>;
  readonly overview?: OverviewFacts;
  readonly usage?: ReportOf<'usage'>;
}

/** The files alone. @throws ExpectedError where they cannot be used. */
export async function readFiles(options: CommonOptions, today: string): Promise<Sides> {
  const desired = await readDesired(options);
  const { directory, declared, language } = desired;
  if (directory === undefined) throw new ExpectedError('directory-unusable', {});
  return { directory, declared, language, problems: judge(desired, [], today) };
}

/** What both sides come to in a run's eyes. @throws ExpectedError where the read may have missed people. */
export function sidesOf({ plan, problems, accounts, desired }: Proposal): Sides {
  const { directory, declared, language } = desired;
  if (directory === undefined) throw new ExpectedError('directory-unusable', {});
  // Whoever was not seen would be missing from every portal.
  if (plan.doubt !== undefined) throw new ExpectedError('publish-doubtful', plan.doubt);
  const waiting = plan.held.filter(({ code }) => code === 'consent-missing');
  const unconsented = new Set(waiting.map(({ key }) => key));
  return { directory, declared, problems, language, accounts, unconsented };
}

/** What may be seen of them. */
export function publishedOf(sides: Sides, audience: PublicationAudience, today: string): Published {
  const { directory, declared, problems, accounts, unconsented, overview } = sides;
  return selectPublished({
    audience,
    directory,
    // Of two records of somebody who moves, the one that holds today.
    declared: settleDeclarations(declared, today),
    problems,
    ...(accounts && { accounts: new Map(accounts.map((one) => [one.key, one])) }),
    ...(unconsented && { unconsented }),
    ...(overview && { overview }),
    today,
  });
}

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
  const sides =
    io.environment.DANHBA_LDAP_URL === undefined
      ? await readFiles(options, today)
      : // What is on the mail server stands in no file.
        sidesOf(await withServers(io, ({ mail: _mail, ...servers }) => propose(options, servers, io)));
  const { directory, language, accounts } = sides;
  const { baseDn } = directory.policy;
  const published = publishedOf(sides, audience, today);
  return { published, baseDn, language, withStates: accounts !== undefined };
}
