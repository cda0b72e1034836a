/** The style of a page that stands alone: what the published pages link to, as one text its policy knows by a hash. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from './package-folder.ts';

/** @param names files of assets/site, in their order. @returns with its SHA-256 in Base64. */
export async function readPageStyle(
  names: readonly string[],
): Promise<{ readonly text: string; readonly hash: string }> {
  const texts = await Promise.all(
    names.map((name) => readFile(join(packageFolder, 'assets/site', name), 'utf8')),
  );
  const text = texts.join('');
  return { text, hash: createHash('sha256').update(text).digest('base64') };
}
