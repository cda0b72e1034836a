/** Reads the desired directory and judges it: what every command starts with. */
import { join } from 'node:path';
import { makeLocator } from '../desired/read/locate.ts';
import { parseDirectory } from '../desired/read/parse-directory.ts';
import { readDirectoryFiles } from '../files/read-directory.ts';
import type { ActualAccount } from '../model/account/account.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { ReadyForms } from '../model/directory/ready-forms.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Problem } from '../model/problems/problem.ts';
import type { QuietPeople } from '../model/quiet/quiet.ts';
import { maskSecrets } from '../model/text/secrets.ts';
import { declareAccounts } from '../naming/declared.ts';
import { type CommonOptions, languageOf } from '../process/io.ts';
import type { ProblemContext } from '../render/problems/problems.ts';
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
