/** `danhba import`: a directory's files from what is there, with what people have to decide; nothing of theirs is written over. */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { applyMap } from '../../arrivals/apply-map.ts';
import { findMissingColumns } from '../../arrivals/missing-columns.ts';
import { parseMap } from '../../arrivals/parse-map.ts';
import { makeLocator } from '../../desired/read/locate.ts';
import { writeFileAtomically } from '../../files/write-file.ts';
import { makeDirectory } from '../../import/make-directory.ts';
import type { ImportMap } from '../../model/import/import-map.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import {
  type CommonOptions,
  type ExitCode,
  exitCode,
  type Io,
  languageOf,
  todayOf,
} from '../../process/io.ts';
import { countSuggested, importWords } from '../../render/import/summary.ts';
import { renderProblemsText } from '../../render/problems/problems.ts';
import type { Language } from '../../render/text/wording.ts';
import { readLeft, writeLeft } from './beside.ts';
import { type Place, placeOf, readStart } from './previous.ts';
import { readSource, refuseUnnamedSheet } from './source.ts';
import { refuseExistingMap, writeSuggestedMap } from './suggest.ts';

export interface ImportOptions extends CommonOptions {
  readonly from: string;
  readonly map: string;
  /** `--directory` where it is not given. */
  readonly out?: string;
  readonly policy?: string;
  readonly suggestMap?: boolean;
  readonly overwrite?: boolean;
}

export async function importDirectory(options: ImportOptions, io: Io): Promise<ExitCode> {
  const place = placeOf(options.out ?? options.directory);
  const start = await readStart(place, options.policy, languageOf(options, io.language));
  const language = languageOf(options, start.policy.language);
  const words = importWords[language];
  if (options.suggestMap === true) {
    if (options.overwrite !== true) await refuseExistingMap(options.map);
    const source = await readSource(options.from, undefined, start.policy, language, io);
    const suggested = await writeSuggestedMap(options.map, source, start, place);
    io.out(words.suggested(options.map, source.entries.length, countSuggested(suggested.map)));
    return exitCode.clean;
  }
  const map = await readMap(options.map, language);
  const source = await readSource(options.from, map.sheet, start.policy, language, io);
  refuseUnnamedSheet(options.from, source, map.sheet);
  const arrivals = applyMap(source, map);
  for (const [field, names] of findMissingColumns(arrivals, map)) {
    io.err(words.columnsMissing(options.map, field, names));
  }
  const left = await readLeft(place);
  const made = makeDirectory({
    arrivals,
    policy: start.policy,
    prefix: map.ids.prefix,
    files: new Map([...start.missing, ...start.files]),
    today: todayOf(options, io),
    ...left,
  });
  await writeFiles(place, new Map([...start.missing, ...made.files]));
  await writeLeft(place, made, language);
  io.out(words.done(place.out, made, arrivals));
  const hasErrors = made.report.problems.some(({ problem }) => problem.severity === 'error');
  return made.report.counts.waiting > 0 || hasErrors ? exitCode.pending : exitCode.clean;
}

async function readMap(file: string, language: Language): Promise<ImportMap> {
  const text = await readFile(file, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') throw new ExpectedError('import-map.missing', { at: file });
    throw thrown;
  });
  const { map, problems } = parseMap(file, text);
  if (map !== undefined) return map;
  const texts = new Map([[file, text]]);
  const context = { language, locate: makeLocator(texts), textOf: (name: string) => texts.get(name) };
  throw new ExpectedError('import-map.unusable', {
    problems: renderProblemsText(problems, context).trimEnd(),
  });
}

async function writeFiles({ out }: Place, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    const file = join(out, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomically(file, text, 0o644);
  }
}
