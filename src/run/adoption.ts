/** The file of an adoption, read and held against the policy. */
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeLocator } from '../desired/read/locate.ts';
import { findTwice, parseAdoption } from '../desired/read/parse-adoption.ts';
import { readOne } from '../files/read-directory.ts';
import { sameDn } from '../model/account/dn.ts';
import { type Adoption, adoptionFile } from '../model/adoption.ts';
import type { Policy } from '../model/directory/policy.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Problem } from '../model/problems/problem.ts';
import { renderProblemsText } from '../render/problems/problems.ts';
import type { Language } from '../render/text/wording.ts';

/** @throws ExpectedError `adoption-file` where it cannot be used, or is another province's. */
export async function readAdoption(file: string, policy: Policy, language: Language): Promise<Adoption> {
  const found = await readOne(dirname(file), file);
  if ('problem' in found) throw unusable(file, '', [found.problem], language);
  const parsed = parseAdoption(file, found.text);
  const { adoption } = parsed;
  if (adoption === undefined) throw unusable(file, found.text, parsed.problems, language);
  const twice = findTwice(parsed);
  if (twice !== undefined) {
    const { what, line, before } = twice;
    throw new ExpectedError('adoption-file.twice', { at: `${file}:${line}`, what, before });
  }
  if (adoption.domain !== policy.domain || !sameDn(adoption.baseDn, policy.baseDn)) {
    const found = `${adoption.domain}, ${adoption.baseDn}`;
    throw new ExpectedError('adoption-file.other', {
      at: file,
      found,
      policy: `${policy.domain}, ${policy.baseDn}`,
    });
  }
  return adoption;
}

/** The one beside the directory, which every run minds; undefined where there is none. */
export async function readAdoptionBeside(
  directory: string,
  policy: Policy,
  language: Language,
): Promise<Adoption | undefined> {
  if (!(await hasAdoptionBeside(directory))) return undefined;
  return await readAdoption(besideOf(directory), policy, language);
}

/** Whatever it says. @throws what the system says where that cannot be told. */
export async function hasAdoptionBeside(directory: string): Promise<boolean> {
  try {
    await stat(besideOf(directory));
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw thrown;
  }
}

const besideOf = (directory: string): string => join(dirname(directory), adoptionFile);

function unusable(file: string, text: string, problems: readonly Problem[], language: Language) {
  const texts = new Map([[file, text]]);
  const context = { language, locate: makeLocator(texts), textOf: (name: string) => texts.get(name) };
  const told = renderProblemsText(problems, context).trimEnd();
  return new ExpectedError('adoption-file.form', { at: basename(file), problems: told });
}
