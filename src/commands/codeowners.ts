/** `danhba codeowners`: writes .github/CODEOWNERS as the organizations' files say, or tells that it is another. */

import { mkdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { ignoreMissing } from '../files/missing.ts';
import { sizeLimit } from '../files/read-directory.ts';
import { readPlainFile } from '../files/read-plain-file.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import { findRepository } from '../history/repository.ts';
import type { Directory } from '../model/directory/directory.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Problem } from '../model/problems/problem.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io } from '../process/io.ts';
import { type ProblemContext, renderProblemsText } from '../render/problems/problems.ts';
import { visible } from '../render/text/escape.ts';
import { findStaleOwners, type Owners, writeOwners } from '../review/owners.ts';
import { type Desired, readDesired } from '../run/desired.ts';
import type { Judged } from '../run/in-part/judged.ts';

export interface CodeownersOptions extends CommonOptions {
  /** Writes nothing: says whether the file is as it would be written. */
  readonly check?: boolean;
}

export async function codeowners(options: CodeownersOptions, io: Io): Promise<ExitCode> {
  const desired = await readDesired(options);
  const directory = wholeDirectory(desired, io);
  const repository = (await findRepository(options.directory)) ?? join(options.directory, '..');
  const file = join(repository, '.github/CODEOWNERS');
  const wanted = ownersBelow(repository, directory);
  for (const path of wanted.unwritable) io.err(words[desired.language].unwritable(path));
  const text = await readIfThere(file);
  const problems = text === undefined ? undefined : findStaleOwners({ file, text }, wanted);
  if (problems?.length === 0) {
    io.out(words[desired.language].asWritten(file));
    return exitCode.clean;
  }
  if (options.check === true) {
    const found = {
      problems: problems ?? findStaleOwners({ file, text: '' }, wanted),
      file,
      text: text ?? '',
    };
    io.out(renderProblemsText(found.problems, contextWith(desired.context, found), io.outScreen));
    return exitCode.problems;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFileAtomically(file, wanted.text, 0o644);
  io.out(words[desired.language].written(file));
  return exitCode.clean;
}

/** What is wrong with the CODEOWNERS file of the repository the directory is in; nothing where there is none. */
export interface FoundOwners {
  readonly problems: readonly Problem[];
  readonly file: string;
  readonly text: string;
}

/** Undefined without such a file, or where a file of the directory is unreadable: who it names is not known then. */
export async function judgeOwners(
  { directory: root }: CommonOptions,
  { isReadable, readDirectory }: Pick<Judged, 'isReadable' | 'readDirectory'>,
): Promise<FoundOwners | undefined> {
  if (!isReadable) return undefined;
  const repository = await findRepository(root);
  if (repository === undefined) return undefined;
  const file = join(repository, '.github/CODEOWNERS');
  const text = await readIfThere(file);
  const directory = text === undefined ? undefined : readDirectory();
  if (text === undefined || directory === undefined) return undefined;
  return { problems: findStaleOwners({ file, text }, ownersBelow(repository, directory)), file, text };
}

/** The context in which the problems of a CODEOWNERS file, which is no YAML, have their lines too. */
export function contextWith(context: ProblemContext, { problems, file, text }: FoundOwners): ProblemContext {
  const [problem] = problems;
  const line = problem?.code === 'codeowners-stale' ? problem.args.line : 1;
  return {
    ...context,
    locate: (place) => (place.file === file ? { line, column: 1 } : context.locate(place)),
    textOf: (name) => (name === file ? text : context.textOf(name)),
  };
}

export function ownersBelow(repository: string, directory: Directory): Owners {
  return writeOwners(directory, ({ file }) => relative(repository, file).split(sep).join('/'));
}

/** A file that cannot be read names nobody, and would lose its line. */
function wholeDirectory({ directory, formProblems, context }: Desired, io: Io): Directory {
  if (directory !== undefined && directory.unreadable.length === 0) return directory;
  io.err(renderProblemsText(formProblems, context, io.errScreen));
  throw new ExpectedError('directory-unusable', {});
}

async function readIfThere(file: string): Promise<string | undefined> {
  const found = await readPlainFile(file, sizeLimit).catch(ignoreMissing);
  if (found === undefined) return undefined;
  if ('bytes' in found) return found.bytes.toString('utf8');
  throw new ExpectedError('codeowners-unreadable', { at: file });
}

const words = {
  vi: {
    written: (file: string) => `Đã ghi ${visible(file)}.\n`,
    asWritten: (file: string) => `${visible(file)} đúng như các tệp của tổ chức.\n`,
    unwritable: (path: string) =>
      `cảnh báo: ${visible(path)}: đường dẫn có dấu mà CODEOWNERS không ghi được, nên chỉ đơn vị vận hành được hỏi\n`,
  },
  en: {
    written: (file: string) => `Written: ${visible(file)}.\n`,
    asWritten: (file: string) => `${visible(file)} is as the organizations' files say.\n`,
    unwritable: (path: string) =>
      `warning: ${visible(path)}: CODEOWNERS cannot hold a sign of this path, so that only the operators are asked\n`,
  },
} as const;
