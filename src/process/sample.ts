/** Finds the directory a command works on: the user's own, else the sample that comes with danhba. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../files/package-folder.ts';
import type { CommonOptions } from './io.ts';

const sampleDirectory = join(packageFolder, 'directory');

/** Only where no directory was asked for and none lies here; a directory that was named is never replaced. */
export function orSample<Options extends CommonOptions>(options: Options): Options {
  const own = options.directory !== 'directory' || existsSync(options.directory);
  return own ? options : { ...options, directory: sampleDirectory };
}
