/** The plan of a large directory, made of those alone of whom there is something to say; it is the plan of the whole, or none. */
import { type CacheOptions, readCacheFolder } from '../../config.ts';
import { type Io, todayOf } from '../../process/io.ts';
import { inLittleRoom } from '../../process/memory.ts';
import { standsAlone } from '../../quiet/part.ts';
import { observe } from '../actual.ts';
import { hasAdoptionBeside } from '../adoption.ts';
import {
  confirmCount,
  type Proposal,
  type ProposeOptions,
  planAgainst,
  tellingHowFar,
  usable,
} from '../propose.ts';
import type { Servers } from '../servers.ts';
import { readInPart } from './read.ts';

/** Undefined where whoever was left out may have had a part in it: then everything has to be read and compared. */
export async function proposeInPart(
  options: ProposeOptions & CacheOptions,
  servers: Servers,
  io: Io,
): Promise<Proposal | undefined> {
  // Mail of everybody, and entries that are to be taken over, are held against all accounts.
  if (servers.mail !== undefined || options.adopt !== undefined) return undefined;
  if (await hasAdoptionBeside(options.directory)) return undefined;
  const today = todayOf(options, io);
  const inPart = await readInPart(options, today, readCacheFolder(options, io.environment));
  if (inPart === undefined) return undefined;
  const before = usable(inPart.desired);
  if (before === undefined) return undefined;
  const { language, directory } = before;
  const observed = await tellingHowFar(io, language, (told) =>
    observe(servers, directory.policy, io.now(), told, undefined, inPart.known),
  );
  const propose = (): Proposal | undefined => {
    const after = inPart.afterRead();
    const desired = after && usable(after);
    if (desired === undefined) return undefined;
    const counted = confirmCount(observed, options.expect);
    const proposal = planAgainst(desired, counted, today, options.approve);
    const outcome = { ...proposal, declared: desired.declared };
    return standsAlone(outcome, inPart.people, inPart.people.left(true)) ? proposal : undefined;
  };
  return inPart.isLarge ? inLittleRoom(propose) : propose();
}
