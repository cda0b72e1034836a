/** Looks whether a published directory stands where something is to be written, or around it. */
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { ExpectedError } from '../../model/problems/errors.ts';
import type { PublicationAudience } from '../../model/publish/published.ts';
import { audienceOf } from '../../render/site/frame.ts';

/**
 * Where everybody reads, what is internal is never put: a slip of the hand in the name of a folder or a file. Below a
 * published folder everybody reads as well, whatever link leads there. @throws ExpectedError `folder-public`
 */
export async function refuseInPublic(out: string): Promise<void> {
  let around = await placeOf(out);
  const places = [out, around];
  for (; dirname(around) !== around; around = dirname(around)) places.push(dirname(around));
  for (const at of places) {
    if ((await audienceAt(at)) === 'public') throw new ExpectedError('folder-public', { at });
  }
}

/** Among the files of organizations it would be read as one of them, and end every run. @throws ExpectedError `folder-directory` */
export async function refuseInDirectory(out: string, directory: string): Promise<void> {
  const files = await realpath(directory).catch(() => resolve(directory));
  if (`${await placeOf(out)}${sep}`.startsWith(`${files}${sep}`)) {
    throw new ExpectedError('folder-directory', { at: out, directory });
  }
}

/** The folder it is to stand in, whatever links lead there. */
const placeOf = async (out: string): Promise<string> =>
  await realpath(dirname(out)).catch(() => resolve(dirname(out)));

/**
 * Other files are not put in the place of pages that people have open; `own` is whose pages are made. Public pages in
 * the internal place would not tell a stranger more, but keep every run after from writing there.
 * @throws ExpectedError `folder-site`
 */
export async function refuseOverSite(out: string, own?: PublicationAudience): Promise<void> {
  const there = await audienceAt(out);
  if (there !== undefined && there !== own) throw new ExpectedError('folder-site', { at: out });
}

const audienceAt = async (folder: string): Promise<string | undefined> =>
  audienceOf(await readFile(join(folder, 'index.html'), 'utf8').catch(() => ''));
