/** Publishes what a run has left, for everybody and for the province's own people, each whatever becomes of the other. */
import { resolve, sep } from 'node:path';
import { ExpectedError } from '../../model/problems/errors.ts';
import { type CommonOptions, type ExitCode, exitCode, exitCodeOf, type Io } from '../../process/io.ts';
import { renderError } from '../../process/told-error.ts';
import { renderLeft } from '../../render/site/ending.ts';
import type { ConsentJudge } from '../../run/propose.ts';
import { sidesOf } from '../../run/publication.ts';
import { refuseInDirectory } from './there.ts';
import { readWorld } from './world.ts';
import { readInternal, type Site, writeSite } from './write.ts';

export interface PublishingOptions {
  /** The folder of what everybody may see. */
  readonly publish?: string;
  /** The folder of what the province's own people see beside it. */
  readonly publishInternal?: string;
}

interface Order extends CommonOptions, PublishingOptions {
  readonly audit?: string;
}

const sitesOf = ({ publish, publishInternal }: PublishingOptions): readonly Site[] => [
  ...(publish === undefined ? [] : [{ out: publish, audience: 'public' as const }]),
  ...(publishInternal === undefined ? [] : [{ out: publishInternal, audience: 'internal' as const }]),
];

/** @throws ExpectedError where one would stand in the other: what is internal would be read by everybody; or among the files. */
export async function refusePlaces(options: PublishingOptions & CommonOptions): Promise<void> {
  const sites = sitesOf(options);
  for (const { out } of sites) await refuseInDirectory(out, options.directory);
  const [first, second] = sites;
  if (first === undefined || second === undefined) return;
  const [a, b] = [resolve(first.out), resolve(second.out)];
  if (a === b || a.startsWith(b + sep) || b.startsWith(a + sep)) {
    throw new ExpectedError('publish-folders', { at: first.out, other: second.out });
  }
}

/**
 * From a read of its own: the run has changed what it had read, and perhaps the files. `consents` is what the run found
 * out of merged changes, so that what it held is held here. A failure is told and leaves the folder as it was; the
 * worst of them is given back, for it changes nothing of what the run did.
 */
export async function publishAfter(
  options: Order,
  consents: ConsentJudge | undefined,
  io: Io,
): Promise<ExitCode> {
  const sites = sitesOf(options);
  if (sites.length === 0) return exitCode.clean;
  let worst: ExitCode = exitCode.clean;
  const attempt = async (write: () => Promise<void>): Promise<boolean> => {
    try {
      await write();
      return true;
    } catch (thrown) {
      const told = renderError(thrown, io.language, io.errScreen);
      if (told === undefined) throw thrown;
      io.err(told);
      if (worst !== exitCode.problems) worst = exitCodeOf(thrown);
      return false;
    }
  };
  const isRead = await attempt(async () => {
    const { directory, today, lang, audit } = options;
    const read = { directory, ...(today !== undefined && { today }), ...(lang !== undefined && { lang }) };
    const isInternal = sites.some(({ audience }) => audience === 'internal');
    const { proposal, unread } = await readWorld(read, isInternal, io, consents);
    const sides = sidesOf(proposal);
    const { today: day } = proposal.plan;
    for (const site of sites) {
      await attempt(async () => {
        const own = site.audience === 'internal' ? await readInternal(proposal, unread, audit, io) : {};
        io.err(await writeSite({ ...sides, ...own }, site, day, io));
      });
    }
  });
  // By itself a server that was lost would not say what it was asked for.
  if (!isRead) tellLeft(options, io);
  return worst;
}

/** A run that ended before its time has nothing to show: the folders stay, and that is told in one line. */
export function tellLeft(options: PublishingOptions, io: Io): void {
  for (const { out } of sitesOf(options)) io.err(renderLeft(out, io.language));
}
