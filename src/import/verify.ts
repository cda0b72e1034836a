/** Says beforehand what `check` will say of the files an import makes, with the line. */
import { checkCharacters } from '../desired/read/characters.ts';
import { makeLocator } from '../desired/read/locate.ts';
import { checkEncodings } from '../desired/read/lost-text.ts';
import { checkSchema } from '../desired/read/schema.ts';
import type { Policy } from '../model/directory/policy.ts';
import type { LocatedProblem } from '../model/import/report.ts';
import type { Problem } from '../model/problems/problem.ts';
import { declareAccounts } from '../naming/declared.ts';
import { findProblems } from '../rules/index.ts';
import { directoryOf, type Known } from './known.ts';
import type { Written } from './write.ts';

export function verify(
  written: Written,
  known: Known,
  policy: Policy,
  today: string,
): readonly LocatedProblem[] {
  const texts = new Map([...known.texts, ...written.texts]);
  const form = written.files.flatMap(({ file, organization }) => {
    const text = texts.get(file) ?? '';
    return [
      ...checkSchema('organization', file, organization),
      ...checkCharacters(file, text, organization),
      ...checkEncodings(file, organization),
    ];
  });
  // Judged by the rules as `check` does it: without those whose records have errors of form.
  const unusable = Map.groupBy(form.filter(isOfPerson), ({ at }) => at.file);
  const files = written.files.map((one) => {
    const wrong = unusable.get(one.file)?.map(({ at }) => Number(at.path[1])) ?? [];
    return wrong.length === 0 ? one : { ...one, unusable: new Set([...one.unusable, ...wrong]) };
  });
  const directory = directoryOf(files, policy, known.grants);
  const found = findProblems(directory, declareAccounts(directory), [], today);
  const locate = makeLineOf(texts);
  return [...form, ...found]
    .map((problem) => ({ problem, line: locate(problem) }))
    .sort(
      (a, b) =>
        compare(a.problem.at.file, b.problem.at.file) ||
        a.line - b.line ||
        compare(a.problem.code, b.problem.code),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isOfPerson = ({ severity, at }: Problem): boolean =>
  severity === 'error' && at.path[0] === 'people' && typeof at.path[1] === 'number';

/** Files in our own form are read by their lines: parsing twenty thousand people only to count takes its time. */
function makeLineOf(texts: ReadonlyMap<string, string>): (problem: Problem) => number {
  const locate = makeLocator(texts);
  const starts = new Map<string, readonly number[]>();
  return ({ at }) => {
    const text = texts.get(at.file);
    if (text === undefined) return 1;
    const [list, index, key] = at.path;
    if (list !== 'people' || typeof index !== 'number' || at.offset !== undefined) return locate(at).line;
    const lines = text.split('\n');
    let people = starts.get(at.file);
    if (people === undefined) {
      people = lines.flatMap((line, number) => (line.startsWith('  - id: ') ? [number] : []));
      starts.set(at.file, people);
    }
    const start = people[index];
    if (start === undefined) return locate(at).line;
    if (key === undefined) return start + 1;
    const end = people[index + 1] ?? lines.length;
    const within = lines
      .slice(start, end)
      .findIndex((line) => line.trimStart().replace('- ', '').startsWith(`${key}:`));
    return within < 0 ? start + 1 : start + within + 1;
  };
}
