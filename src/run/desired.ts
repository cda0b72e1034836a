/** Reads the desired directory and judges it: what every command starts with. */
import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeLocator } from '../desired/read/locate.ts';
import { parseDirectory } from '../desired/read/parse-directory.ts';
import { readDirectoryFiles, readOne } from '../files/read-directory.ts';
import type { ActualAccount } from '../model/account/account.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { Policy } from '../model/directory/policy.ts';
import type { ReadyForms } from '../model/directory/ready-forms.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Problem } from '../model/problems/problem.ts';
import type { QuietPeople } from '../model/quiet/quiet.ts';
import { maskSecrets } from '../model/text/secrets.ts';
import { declareAccounts } from '../naming/declared.ts';
import { type CommonOptions, languageOf } from '../process/io.ts';
import { type ProblemContext, renderProblemsText, wordsOf } from '../render/problems/problems.ts';
import type { Language } from '../render/text/wording.ts';
import { missingCalendars } from '../rules/calendar.ts';
import { findProblems } from '../rules/index.ts';
import { judgeReadyForms } from '../rules/ready-forms.ts';

export interface Desired {
  /** Undefined where the policy cannot be used: nothing can be planned then. */
  readonly directory: Directory | undefined;
  readonly declared: readonly Declared[];
  readonly formProblems: readonly Problem[];
  readonly language: Language;
  readonly context: ProblemContext;
}

/** `edited` stands for what the files say on the disk: an edit is judged before it is written anywhere. */
export async function readDesired(
  options: CommonOptions,
  edited: ReadonlyMap<string, string> = new Map(),
): Promise<Desired> {
  const { files: found, unreadable, problems } = await readDirectoryFiles(options.directory);
  const files = found.map((one) => ({ ...one, text: edited.get(one.file) ?? one.text }));
  const parsed = parseDirectory(files, join(options.directory, 'policy.yaml'), unreadable);
  const language = languageOf(options, parsed.directory?.policy.language);
  const texts = new Map(files.map(({ file, text }) => [file, maskSecrets(text)]));
  return {
    directory: parsed.directory,
    declared: parsed.directory === undefined ? [] : declareAccounts(parsed.directory),
    formProblems: [...problems, ...parsed.problems],
    language,
    context: { language, locate: makeLocator(texts), textOf: (file) => texts.get(file) },
  };
}

/** The calendars, and what is wrong with them; organizations are not looked at. */
export async function readCalendar(options: CommonOptions) {
  const { files, unreadable, problems: unread } = await readDirectoryFiles(options.directory);
  const isNeeded = ({ path }: { readonly path: string }) =>
    path === 'policy.yaml' || path.startsWith('calendar/');
  const needed = files.filter(isNeeded);
  const parsed = parseDirectory(needed, join(options.directory, 'policy.yaml'), unreadable);
  const { directory } = parsed;
  const missing = new Set(unreadable.filter(isNeeded).map(({ file }) => file));
  const problems = [...unread.filter(({ at }) => missing.has(at.file)), ...parsed.problems];
  const language = languageOf(options, directory?.policy.language);
  const texts = new Map(needed.map(({ file, text }) => [file, maskSecrets(text)]));
  const context: ProblemContext = {
    language,
    locate: makeLocator(texts),
    textOf: (file) => texts.get(file),
  };
  return { calendar: directory?.calendar ?? new Map<number, never>(), language, problems, context };
}

/** All problems, of form and of meaning; `accounts` are those of the server, where it was read; `quiet` are left out of all. */
export function judge(
  desired: Desired,
  accounts: readonly ActualAccount[],
  today: string,
  quiet?: QuietPeople,
): readonly Problem[] {
  const { directory, declared, formProblems } = desired;
  if (directory === undefined) return formProblems;
  return [...formProblems, ...findProblems(directory, declared, accounts, today, quiet)];
}

/** The ready address forms of places under the province, on the directory at hand. @throws ExpectedError without one. */
export function judgeForms({ directory }: Desired, today: string): readonly ReadyForms[] {
  if (directory === undefined) throw new ExpectedError('directory-unusable', {});
  return judgeReadyForms(directory, today);
}

/** What the calendars will soon lack; of no account to a plan, which holds what it cannot count. */
export function judgeCalendars(
  { directory, formProblems }: Pick<Desired, 'directory' | 'formProblems'>,
  today: string,
): readonly Problem[] {
  if (directory === undefined) return [];
  // One that is there and cannot be used is told by itself.
  const faulty = new Set(formProblems.map(({ at }) => at.file));
  return missingCalendars(directory, today).filter(({ at }) => !faulty.has(at.file));
}

/** The policy alone, for commands that need no organization. @throws ExpectedError where it cannot be used. */
export const readPolicy = (directory: string, language: Language): Promise<Policy> =>
  readPolicyFile(join(directory, 'policy.yaml'), language);

/** One that stands anywhere, under any name. @throws ExpectedError where it cannot be used. */
export async function readPolicyFile(file: string, language: Language): Promise<Policy> {
  const read = await readOne(dirname(file), file);
  const found = 'text' in read ? { ...read, path: 'policy.yaml' } : read;
  if ('problem' in found && !isMissing(found.problem)) throw unusable(file, found.problem, language);
  const sources = 'text' in found ? [found] : [];
  const { directory: parsed, problems } = parseDirectory(sources, file);
  if (parsed !== undefined) return parsed.policy;
  const [problem] = problems;
  // Without a text there is nothing to point at.
  if (sources.length === 0 && problem !== undefined) throw unusable(file, problem, language);
  const texts = new Map(sources.map(({ text }) => [file, maskSecrets(text)]));
  const context = {
    language,
    locate: makeLocator(texts),
    textOf: (name: string) => texts.get(name),
  };
  throw new ExpectedError('policy-unusable', { problems: renderProblemsText(problems, context).trimEnd() });
}

/** The name of the body that runs the system; undefined where its file is not at hand, or says none. */
export async function readOperatorName(directory: string, { operator }: Policy): Promise<string | undefined> {
  if (!/^[a-z0-9-]+$/.test(operator)) return undefined;
  const paths = ['policy.yaml'];
  for await (const path of glob(`organizations/**/${operator}.yaml`, { cwd: directory })) paths.push(path);
  const files = await Promise.all(paths.map((path) => readOne(directory, join(directory, path))));
  const sources = files.filter((one) => 'text' in one);
  const { directory: parsed } = parseDirectory(sources, join(directory, 'policy.yaml'));
  return parsed?.organizations.find(({ organization }) => organization.id === operator)?.organization.name;
}

const isMissing = (problem: Problem): boolean =>
  problem.code === 'file-unreadable' && problem.args.reason === 'ENOENT';

function unusable(file: string, problem: Problem, language: Language): ExpectedError {
  const { message, hint } = wordsOf(problem, language, 'desk');
  return new ExpectedError('policy-unusable', {
    problems: `${file}: ${message}${hint === '' ? '' : `. ${hint}`}`,
  });
}
