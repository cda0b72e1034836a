/** Finds which document a form gave for a change, by the merge that last changed the record: for the sheet and the audit. */
import type { FormTrailers } from '../model/github/form-trailers.ts';
import { parseTrailers } from '../model/github/form-trailers.ts';
import type { Change } from '../model/plan/plan.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { askedOf } from '../review/carried.ts';
import { isAskedFor } from '../review/term.ts';
import { git } from './commit.ts';
import { type LastChanges, rememberLastChanges } from './record.ts';

/** So many commits of one merge are read. */
const mostCommits = 100;

/**
 * By the change's id. Of a merge the messages of all it brought count; a squash and a rebase have them on the main
 * line. What Git does not tell is missing: nothing rests on it.
 */
export async function findFormBases(
  directory: string,
  changes: readonly Change[],
  lastChanges: LastChanges = rememberLastChanges(directory),
): Promise<ReadonlyMap<string, FormTrailers>> {
  const asked = changes.filter(isAskedFor).flatMap((change) => {
    const { id, key } = change;
    return change.account === undefined ? [] : askedOf(change).map(({ aspect }) => ({ id, key, aspect }));
  });
  // Where no form has ever written one, the history need not be searched for thousands of records.
  if (asked.length === 0 || !(await hasTrailers(directory))) return new Map();
  try {
    const commits = await lastChanges(asked);
    const said = new Map<string, FormTrailers | undefined>();
    const found = new Map<string, FormTrailers>();
    for (const [index, { id }] of asked.entries()) {
      const commit = commits[index];
      if (commit === undefined || found.has(id)) continue;
      if (!said.has(commit)) said.set(commit, await readTrailers(directory, commit));
      const trailers = said.get(commit);
      if (trailers !== undefined) found.set(id, trailers);
    }
    return found;
  } catch (thrown) {
    if (thrown instanceof ExpectedError) return new Map();
    throw thrown;
  }
}

async function hasTrailers(directory: string): Promise<boolean> {
  const newest = await git(directory, 'log', '-1', '--format=%H', '--grep=^[ \t]*Danhba-Document: ');
  return newest !== undefined && newest !== '';
}

async function readTrailers(directory: string, commit: string): Promise<FormTrailers | undefined> {
  const form = ['log', `-${mostCommits}`, '--format=%B'];
  // The first commit of all has nothing before it.
  const messages =
    (await git(directory, ...form, `${commit}^1..${commit}`)) ??
    (await git(directory, ...form, commit, '-1'));
  return parseTrailers(messages ?? '');
}
