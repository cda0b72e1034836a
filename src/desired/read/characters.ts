/** Finds characters no reader can see, or takes for others, in what a file says apart from names. */
import type { Problem } from '../../model/problems/problem.ts';
import { characterFacts } from '../../naming/finding.ts';
import { characterName, probablyMeant } from '../../naming/text/letter-names.ts';

type Path = readonly (string | number)[];

/** Controls, direction marks, zero-width characters, unassigned code points; line ends and tabs are white space. */
const invisible = /(?![\t\n])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Letters and digits of another script. */
const foreign = /(?=[\p{L}\p{N}])[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** Latin letters that are drawn like those of our alphabet, and styled ones. */
const disguised = /[\u0131\u0189\u0256\u00d0\u00f0\u0251\u0261\uff10-\uff5a\u{1d400}-\u{1d7ff}]/u;

/** None of the Latin letters and common signs that are neither hidden nor disguised: nearly no file has another, told in one pass. */
const unusual =
  /[^\t\n\r\x20-\x7e\u00a0-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0130\u0132-\u0188\u018a-\u024f\u1e00-\u1eff\u2010-\u2027]/;

const refused = new RegExp([invisible, foreign, disguised].map(({ source }) => source).join('|'), 'u');

/** Where direction is overridden, a comment reads otherwise than it is: reviewers see what is not there. */
const bidirectional = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The naming rules judge these, and know more of them. */
const judgedElsewhere: ReadonlySet<string> = new Set(['name', 'nameParts']);

/** One problem for each value or key that holds such a character, and one of the comments; `value` may share or circle its parts. */
export function checkCharacters(file: string, text: string, value: unknown): readonly Problem[] {
  const isUnusual = unusual.test(text);
  // An escape in double quotes can hide any character.
  if (!isUnusual && !text.includes('\\')) return [];
  const problems: Problem[] = [];
  const seen = new Set<object>();
  const check = (text: string, path: Path, onKey: boolean) => {
    const found = refused.exec(text);
    if (found !== null) problems.push(problemOf(file, text, found, { path, ...(onKey && { onKey }) }));
  };
  const walk = (node: unknown, path: Path): void => {
    if (typeof node === 'string') check(node, path, false);
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    if (Array.isArray(node)) {
      for (const [index, item] of node.entries()) walk(item, [...path, index]);
      return;
    }
    for (const [key, item] of Object.entries(node)) {
      check(key, [...path, key], true);
      if (!judgedElsewhere.has(key)) walk(item, [...path, key]);
    }
  };
  walk(value, []);
  return isUnusual ? [...problems, ...checkComments(file, text)] : problems;
}

/** Comments are no data, but reviewers read them: none may turn the direction of reading. */
function checkComments(file: string, text: string): readonly Problem[] {
  for (const found of text.matchAll(bidirectional)) {
    const line = text.slice(text.lastIndexOf('\n', found.index) + 1, found.index);
    if (/(?:^|\s)#/.test(line)) return [problemOf(file, text, found, { path: [], offset: found.index })];
  }
  return [];
}

function problemOf(
  file: string,
  text: string,
  { 0: char, index }: RegExpExecArray,
  place: { readonly path: Path; readonly offset?: number; readonly onKey?: boolean },
): Problem {
  const before = text.slice(text.lastIndexOf('\n', index) + 1, index);
  const instead = probablyMeant(char);
  const name = characterName(char);
  return {
    code: 'character-refused',
    args: {
      ...characterFacts(char, [...before].length + 1),
      name,
      ...(instead !== undefined && { instead }),
    },
    severity: 'error',
    at: { file, ...place },
  };
}
