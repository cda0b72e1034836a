/** `danhba check`: holds the directory against schema and rules, and shows every problem at once. */
import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { type CacheOptions, readCacheFolder } from '../config.ts';
import { askDeleted, readDeletedFiles } from '../history/deleted-files.ts';
import { withFreeIds } from '../history/person-ids.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Problem } from '../model/problems/problem.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf, todayOf } from '../process/io.ts';
import { appendStepSummary } from '../process/step-output.ts';
import {
  type ProblemContext,
  renderProblemsGithub,
  renderProblemsJson,
  renderProblemsText,
} from '../render/problems/problems.ts';
import { renderProblemsSummary, summaryLimit } from '../render/problems/summary.ts';
import type { Language } from '../render/text/wording.ts';
import { readAdoptionBeside } from '../run/adoption.ts';
import { unknownIds, withoutFollowUps } from '../run/follow-ups.ts';
import { type Judged, judgeFiles } from '../run/in-part/judged.ts';
import { contextWith, judgeOwners } from './codeowners.ts';

export interface CheckOptions extends CommonOptions, CacheOptions {
  readonly format: string;
  /** Tell the problems of these files alone; the rules look at all of them in any case. */
  readonly files?: readonly string[];
}

const renderers = {
  text: renderProblemsText,
  json: renderProblemsJson,
  // GitHub shows ten errors and ten warnings of a step at their lines: the log has all of them, in plain words.
  github: (problems: readonly Problem[], context: ProblemContext) =>
    problems.length === 0
      ? ''
      : renderProblemsText(problems, context) + renderProblemsGithub(problems, context),
} as const;

export async function check(options: CheckOptions, io: Io): Promise<ExitCode> {
  const format = oneOf('--format', options.format, ['text', 'json', 'github'] as const);
  const today = todayOf(options, io);
  // While the files are read.
  const gone = askDeleted(options.directory);
  const judged = await judgeFiles(options, today, readCacheFolder(options, io.environment));
  const owners = await judgeOwners(options, judged);
  const found = [...judged.problems, ...(owners?.problems ?? [])];
  const deleted = await readDeletedFiles(options.directory, unknownIds(found), gone);
  const directory = deleted.length === 0 ? undefined : judged.readDirectory();
  const causes = withoutFollowUps(found, deleted, { directory }, options.directory);
  const asked = await readAsked(options);
  const told = causes.filter(({ at }) => isAsked(at.file, asked));
  const problems = await withFreeIds(told, options.directory);
  const context = owners === undefined ? judged.context : contextWith(judged.context, owners);
  const { language } = context;
  if (format === 'text' && problems.length === 0 && asked.length === 0) io.out(clean(judged, language));
  else if (format === 'text' && problems.length === 0)
    io.out(cleanFiles(asked.length, causes.length, language));
  else io.out(renderers[format](problems, context, io.outScreen));
  if (format === 'github' && problems.length > 0) {
    await appendStepSummary(io, summaryLimit, (room) => renderProblemsSummary(problems, context, room));
  }
  const wrong = problems.some(({ severity }) => severity === 'error');
  // Every run minds it: one that cannot be used would stop the job.
  const { policy } = judged;
  if (policy) await readAdoptionBeside(options.directory, policy, language);
  return wrong ? exitCode.problems : exitCode.clean;
}

function clean({ organizations, people }: Judged, language: Language): string {
  return language === 'vi'
    ? `Danh bạ đúng quy tắc: ${organizations} tổ chức, ${people} người, không có lỗi.\n`
    : `The directory keeps the rules: ${organizations} organizations, ${people} people, no problem.\n`;
}

/** Elsewhere may be wrong what these files have no part in. */
function cleanFiles(files: number, elsewhere: number, language: Language): string {
  const others = {
    vi: ` Ở các tệp khác: ${elsewhere} (danhba check).`,
    en: ` In other files: ${elsewhere} (danhba check).`,
  };
  const told = {
    vi: files === 1 ? 'Tệp đúng quy tắc, không có lỗi.' : `${files} tệp đúng quy tắc, không có lỗi.`,
    en: files === 1 ? 'The file keeps the rules, no problem.' : `${files} files keep the rules, no problem.`,
  };
  return `${told[language]}${elsewhere === 0 ? '' : others[language]}\n`;
}

/** The files and folders that were asked for, each once it is known to be one of the directory's. */
async function readAsked({ files = [], directory }: CheckOptions): Promise<readonly string[]> {
  const root = resolve(directory);
  return await Promise.all(
    files.map(async (file) => {
      const found = await stat(file).catch(() => undefined);
      if (found === undefined) throw new ExpectedError('file-elsewhere.missing', { at: file });
      const asked = resolve(file);
      if (asked === root || asked.startsWith(root + sep)) return asked;
      throw new ExpectedError('file-elsewhere.outside', { at: file, directory });
    }),
  );
}

const isAsked = (file: string, asked: readonly string[]): boolean =>
  asked.length === 0 || asked.some((one) => resolve(file) === one || resolve(file).startsWith(one + sep));
