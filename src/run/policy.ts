/** The policy alone, for commands that need no organization, and whom it names. */
import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeLocator } from '../desired/read/locate.ts';
import { parseDirectory } from '../desired/read/parse-directory.ts';
import { readOne } from '../files/read-directory.ts';
import type { Policy } from '../model/directory/policy.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Problem } from '../model/problems/problem.ts';
import { maskSecrets } from '../model/text/secrets.ts';
import { renderProblemsText, wordsOf } from '../render/problems/problems.ts';
import type { Language } from '../render/text/wording.ts';

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
