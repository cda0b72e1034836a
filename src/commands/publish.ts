/** `danhba publish`: makes the directory people look at, as a folder of pages (13.6, 16.4). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../files/package-folder.ts';
import { type FolderFile, replaceFolder } from '../files/write-folder.ts';
import { publicationAudiences } from '../model/publish/published.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf } from '../process/io.ts';
import { makeSearchIndex } from '../publish/search-index.ts';
import { renderScreenCode } from '../render/credentials/qr.ts';
import { renderPublished } from '../render/site/ending.ts';
import { renderSite } from '../render/site/site.ts';
import { readPublication } from '../run/publication.ts';

export interface PublishOptions extends CommonOptions {
  readonly out: string;
  readonly audience: string;
}

const assets = ['site.css', 'search.js', 'copy.js'] as const;

export async function publish(options: PublishOptions, io: Io): Promise<ExitCode> {
  const audience = oneOf('--audience', options.audience, publicationAudiences);
  const { published, language, withStates } = await readPublication(audience, options, io);
  const pages = renderSite(published, makeSearchIndex(published), renderScreenCode);
  const files = await replaceFolder(options.out, withAssets(await readAssets(), pages));
  io.out(renderPublished({ published, files, folder: options.out, withStates }, language));
  return exitCode.clean;
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
