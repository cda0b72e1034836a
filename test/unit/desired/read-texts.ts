/** A directory from texts, judged and shown as `danhba check` does it, without files. */
import { makeLocator } from '../../../src/desired/read/locate.ts';
import { parseDirectory, type SourceFile } from '../../../src/desired/read/parse-directory.ts';
import type { Problem } from '../../../src/model/problems/problem.ts';
import { declareAccounts } from '../../../src/naming/declared.ts';
import type { ProblemContext } from '../../../src/render/problems/problems.ts';
import { findProblems } from '../../../src/rules/index.ts';
import { policyText } from '../../support/world.ts';

export const committee =
  'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\n';

export interface Read {
  readonly problems: readonly Problem[];
  readonly context: ProblemContext;
}

/** By path below the directory; a policy is added where none is given. */
export function readTexts(texts: Readonly<Record<string, string>>): Read {
  const all = { 'policy.yaml': policyText, ...texts };
  const sources: SourceFile[] = Object.entries(all).map(([path, text]) => ({ file: path, path, text }));
  const { directory, problems } = parseDirectory(sources, 'policy.yaml');
  const found =
    directory === undefined ? [] : findProblems(directory, declareAccounts(directory), [], '2026-11-23');
  const byFile = new Map(Object.entries(all));
  return {
    problems: [...problems, ...found],
    context: { language: 'vi', locate: makeLocator(byFile), textOf: (file) => byFile.get(file) },
  };
}

/** An organization's file: the province's health department, of the id `soa`. */
export const organizationStart =
  'id: soa\nname: Sở Y tế\nkind: provincial\nparent: ubnd\ncode: syt\nmailbox: none\n';
