/** `danhba init`: a province's own repository, whole or not at all; `--refresh` brings what follows danhba up to date. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ignoreMissing } from '../files/missing.ts';
import {
  type InitAnswers,
  type InitQuestion,
  initQuestions,
  parseAnswer,
  suggestAnswer,
} from '../init/answers.ts';
import { lockPackages, packDanhba } from '../init/pin.ts';
import { makeManifest, makeProvinceFiles } from '../init/province-files.ts';
import { followsDanhba, readTemplate } from '../init/read-template.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, todayOf } from '../process/io.ts';
import { initWords } from '../render/init.ts';
import { renderProblemsText } from '../render/problems/problems.ts';
import { judge, readDesired } from '../run/desired.ts';
import { ownersBelow } from './codeowners.ts';

export interface InitOptions extends Partial<InitAnswers>, Pick<CommonOptions, 'lang'> {
  readonly danhba?: string;
  readonly refresh?: boolean;
}

export async function init(folder: string, options: InitOptions, io: Io): Promise<ExitCode> {
  return options.refresh === true ? await refresh(folder, io) : await create(folder, options, io);
}

async function create(folder: string, options: InitOptions, io: Io): Promise<ExitCode> {
  const words = initWords[io.language];
  await refuseUsed(folder);
  const answers = await gatherAnswers(options, io);
  const target = resolve(folder);
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(`${target}.`);
  try {
    await writeFiles(draft, makeProvinceFiles(answers, await readTemplate()));
    if (!(await isRight(draft, io))) return exitCode.problems;
    if (options.danhba === undefined) io.err(`${words.packing}\n`);
    const danhba = options.danhba ?? (await packDanhba(draft));
    await writeFile(join(draft, 'package.json'), makeManifest(answers, danhba));
    io.err(`${words.locking}\n`);
    await lockPackages(draft);
    // Made for its owner alone, as temporary folders are.
    await chmod(draft, 0o755);
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  io.out(words.done(folder));
  return exitCode.clean;
}

/** A folder with anything in it is somebody's. */
async function refuseUsed(folder: string): Promise<void> {
  const found = await stat(folder).catch(ignoreMissing);
  if (found === undefined) return;
  if (!found.isDirectory() || (await readdir(folder)).length > 0) {
    throw new ExpectedError('init-used', { at: folder });
  }
}

/** From the options; on a terminal what is missing is asked for, elsewhere it is told all at once. */
async function gatherAnswers(options: InitOptions, io: Io): Promise<InitAnswers> {
  const known: Partial<Record<InitQuestion, string>> = {};
  const missing: InitQuestion[] = [];
  for (const question of initQuestions) {
    const given = options[question];
    if (given !== undefined) known[question] = parseAnswer(question, given);
    else if (io.ask !== undefined) known[question] = await ask(question, known, io);
    else {
      const followed = suggestAnswer(question, known);
      if (followed === undefined) missing.push(question);
      else known[question] = followed;
    }
  }
  if (missing.length > 0) {
    throw new ExpectedError('init-missing', { options: missing.map((one) => optionOf[one]).join(' ') });
  }
  return known as InitAnswers;
}

const optionOf = {
  domain: '--domain',
  baseDn: '--base-dn',
  province: '--province',
  operatorName: '--operator-name',
  operatorCode: '--operator-code',
} as const satisfies Record<InitQuestion, string>;

async function ask(question: InitQuestion, known: Partial<InitAnswers>, io: Io): Promise<string> {
  const suggested = suggestAnswer(question, known);
  const offer = suggested === undefined ? '' : ` [${suggested}]`;
  for (;;) {
    const typed = await io.ask?.(`${initWords[io.language].questions[question]}${offer}: `);
    if (typed === undefined) throw new ExpectedError('init-missing', { options: optionOf[question] });
    try {
      return parseAnswer(question, typed.trim() === '' ? (suggested ?? '') : typed);
    } catch (thrown) {
      if (!(thrown instanceof ExpectedError)) throw thrown;
      io.err(`${initWords[io.language].again[question]}\n`);
    }
  }
}

async function writeFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** What is wrong with a name or a code shows in the files: nothing is left of them then. */
async function isRight(root: string, io: Io): Promise<boolean> {
  const desired = await readDesired({ directory: join(root, 'directory'), lang: io.language });
  const problems = judge(desired, [], todayOf({ directory: root }, io));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) io.err(renderProblemsText(errors, desired.context));
  if (errors.length > 0 || desired.directory === undefined) return false;
  const { text } = ownersBelow(root, desired.directory);
  await writeFile(join(root, '.github/CODEOWNERS'), text);
  return true;
}

/** After another version of danhba was installed: schemas, workflows and forms become that version's. */
async function refresh(folder: string, io: Io): Promise<ExitCode> {
  if ((await stat(join(folder, 'directory/policy.yaml')).catch(ignoreMissing)) === undefined) {
    throw new ExpectedError('init-elsewhere', { at: folder });
  }
  const { copied } = await readTemplate();
  const changed = new Map<string, string>();
  for (const [path, text] of copied) {
    if (!followsDanhba(path)) continue;
    const there = await readFile(join(folder, path), 'utf8').catch(ignoreMissing);
    if (there !== text) changed.set(path, text);
  }
  await writeFiles(folder, changed);
  io.out(initWords[io.language].refreshed([...changed.keys()]));
  return exitCode.clean;
}
