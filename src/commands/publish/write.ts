/** Writes the directory people look at from what was read: its pages, its search, and what is to be done. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../../files/package-folder.ts';
import { type FolderFile, replaceFolder } from '../../files/write-folder.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import type { History } from '../../model/publish/history.ts';
import type { PublicationAudience } from '../../model/publish/published.ts';
import type { ReportName, ReportOf } from '../../model/report.ts';
import { currentQuarter } from '../../model/time/period.ts';
import type { UnreadSeen } from '../../model/usage.ts';
import type { Io } from '../../process/io.ts';
import { makeHistory } from '../../publish/history.ts';
import type { OverviewFacts } from '../../publish/overview.ts';
import { makeSearchIndex } from '../../publish/search-index.ts';
import { readRequestsSeen } from '../../pull/usage-evidence.ts';
import { renderScreenCode } from '../../render/credentials/qr.ts';
import { renderPreparation } from '../../render/run/progress.ts';
import { renderPublished } from '../../render/site/ending.ts';
import { renderSite } from '../../render/site/site.ts';
import type { Language } from '../../render/text/wording.ts';
import { makeReport } from '../../report/make-report.ts';
import { readPastRuns } from '../../run/past-runs.ts';
import type { Proposal } from '../../run/propose.ts';
import { publishedOf, type Sides } from '../../run/publication.ts';
import { situationOf } from '../../run/situation.ts';
import { refuseInPublic, refuseOverSite } from './there.ts';

export interface Site {
  readonly out: string;
  readonly audience: PublicationAudience;
}

/** What the province's own people see beside the directory. */
interface Internal {
  readonly overview: OverviewFacts;
  readonly usage: ReportOf<'usage'>;
}

/** What is to be done, by the reports; of the weeks before, what the audit tells. @throws ExpectedError where it cannot be read. */
export async function readInternal(
  proposal: Proposal,
  unread: UnreadSeen | undefined,
  audit: string | undefined,
  io: Io,
): Promise<Internal> {
  const { plan, desired } = proposal;
  const { directory } = desired;
  if (directory === undefined) throw new ExpectedError('directory-unusable', {});
  const period = currentQuarter(plan.today);
  const requests = await readRequestsSeen(audit, period, directory, io);
  const usage = { period, audience: 'internal', requests, ...(unread && { unread }) } as const;
  const situation = { ...situationOf(proposal, false), usage };
  const of = <N extends ReportName>(name: N) => makeReport(name, situation) as ReportOf<N>;
  const overview = {
    reports: {
      deadlines: of('deadlines'),
      held: of('held'),
      custodians: of('custodians'),
      forwards: of('forwards'),
      mail: of('mail'),
    },
    changes: plan.changes,
    accounts: proposal.accounts,
    ...(audit !== undefined && { history: await readHistory(audit, plan.today) }),
  };
  return { overview, usage: of('usage') };
}

async function readHistory(audit: string, today: string): Promise<History | 'broken'> {
  const runs = await readPastRuns(audit);
  return runs === 'broken' ? runs : makeHistory(runs, today);
}

/** Ends in the sentence that tells what was written. */
export async function writeSite(sides: Sides, site: Site, today: string, io: Io): Promise<string> {
  const { language, accounts, usage } = sides;
  const { out, audience } = site;
  if (audience === 'internal') await refuseInPublic(out);
  await refuseOverSite(out, audience);
  const published = publishedOf(sides, audience, today);
  const report = usage && { report: usage, language };
  const tools = { svgOf: renderScreenCode, markOf };
  const pages = renderSite(published, makeSearchIndex(published), tools, report);
  try {
    const all = counted(withAssets(await readAssets(audience), pages), language, io);
    const files = await replaceFolder(out, all, modes[audience]);
    return renderPublished({ published, files, folder: out, withStates: accounts !== undefined }, language);
  } finally {
    io.status?.('');
  }
}

function markOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex').slice(0, 16);
}

/** A web server is somebody else: of what is internal, no more than the group of the folder it stands in. */
const modes = { public: 0o755, internal: 0o750 } as const satisfies Record<PublicationAudience, number>;

const assets = {
  public: ['site.css', 'search.js', 'copy.js'],
  internal: ['site.css', 'report.css', 'search.js', 'copy.js'],
} as const satisfies Record<PublicationAudience, readonly string[]>;

async function readAssets(audience: PublicationAudience): Promise<readonly FolderFile[]> {
  return await Promise.all(
    assets[audience].map(async (path) => ({
      path,
      text: await readFile(join(packageFolder, 'assets/site', path)),
    })),
  );
}

function* withAssets(files: readonly FolderFile[], pages: Iterable<FolderFile>): Generator<FolderFile> {
  yield* files;
  yield* pages;
}

/** A terminal is told now and then; a line for each page would take longer than the page. */
const toldEvery = 250;

function* counted(files: Iterable<FolderFile>, language: Language, io: Io): Generator<FolderFile> {
  let done = 0;
  for (const file of files) {
    if (done % toldEvery === 0) io.status?.(renderPreparation({ what: 'pages', done }, language));
    done++;
    yield file;
  }
}
