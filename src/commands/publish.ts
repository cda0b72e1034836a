/** `danhba publish`: makes the directory people look at, as a folder of pages (13.6, 16.4). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../files/package-folder.ts';
import { type FolderFile, replaceFolder } from '../files/write-folder.ts';
import { settleDeclarations } from '../model/directory/settle-declarations.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { publicationAudiences } from '../model/publish/published.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf, todayOf } from '../process/io.ts';
import { makeSearchIndex } from '../publish/search-index.ts';
import { selectPublished } from '../publish/select.ts';
import { renderScreenCode } from '../render/credentials/qr.ts';
import { renderPublished } from '../render/site/ending.ts';
import { renderSite } from '../render/site/site.ts';
import { judge, readDesired } from '../run/desired.ts';
import { propose } from '../run/propose.ts';
import { withServers } from '../run/servers.ts';

export interface PublishOptions extends CommonOptions {
  readonly out: string;
  readonly audience: string;
}

const assets = ['site.css', 'search.js', 'copy.js'] as const;

export async function publish(options: PublishOptions, io: Io): Promise<ExitCode> {
  const audience = oneOf('--audience', options.audience, publicationAudiences);
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
  const pages = renderSite(published, makeSearchIndex(published), renderScreenCode);
  const files = await replaceFolder(options.out, withAssets(await readAssets(), pages));
  io.out(
    renderPublished({ published, files, folder: options.out, withStates: accounts !== undefined }, language),
  );
  return exitCode.clean;
}

/** The files, and what the server says of whom they name, where one is set. @throws ExpectedError where a read is in doubt. */
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

async function readAssets(): Promise<readonly FolderFile[]> {
  return await Promise.all(
    assets.map(async (path) => ({ path, text: await readFile(join(packageFolder, 'assets/site', path)) })),
  );
}

function* withAssets(files: readonly FolderFile[], pages: Iterable<FolderFile>): Generator<FolderFile> {
  yield* files;
  yield* pages;
}
