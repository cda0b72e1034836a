/** Looks whether a published directory stands where something is to be written, or around it. */
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ExpectedError } from '../../model/problems/errors.ts';
import { audienceOf } from '../../render/site/frame.ts';

/**
 * Where everybody reads, what is internal is never put: a slip of the hand in the name of a folder or a file. Below a
 * published folder everybody reads as well, whatever link leads there. @throws ExpectedError `folder-public`
 */
export async function refuseInPublic(out: string): Promise<void> {
  let around = await realpath(dirname(out)).catch(() => resolve(dirname(out)));
  const places = [out, around];
  for (; dirname(around) !== around; around = dirname(around)) places.push(dirname(around));
  for (const at of places) {
    if ((await audienceAt(at)) === 'public') throw new ExpectedError('folder-public', { at });
  }
}

/** Other files are not put in the place of pages that people have open. @throws ExpectedError `folder-site` */
export async function refuseOverSite(out: string): Promise<void> {
  if ((await audienceAt(out)) !== undefined) throw new ExpectedError('folder-site', { at: out });
}

const audienceAt = async (folder: string): Promise<string | undefined> =>
  audienceOf(await readFile(join(folder, 'index.html'), 'utf8').catch(() => ''));
