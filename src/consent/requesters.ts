/** Finds out who asked for changes that are held: who wrote the merged pull request, or filled in its form. */

import type { GitHub } from '../github/connect/open.ts';
import { findMergedPullRequest } from '../github/pull/pull-request.ts';
import { readIssue } from '../github/talk/issues.ts';
import { git, isObjectName } from '../history/commit.ts';
import { findLastChanges } from '../history/record.ts';
import { type Key, parseKey } from '../model/account/key.ts';
import type { Change } from '../model/plan/plan.ts';
import type { WhyCode } from '../model/plan/why.ts';
import { type Aspect, askedOf } from '../review/carried.ts';
import type { Proposal } from '../run/propose.ts';
import { formOfPull } from './pending.ts';

/** What the job finds on the servers; the record it is found for was written for something else. */
const selfFound: ReadonlySet<WhyCode> = new Set(['inactive', 'locked', 'forwarding']);

/**
 * The logins behind what `after` does and `before` holds, as far as files and GitHub tell: nobody for what the job finds
 * itself, nor for a commit that came by no pull request.
 */
export async function findRequesters(
  github: GitHub,
  directory: string,
  before: Pick<Proposal, 'plan'>,
  after: Pick<Proposal, 'plan'>,
): Promise<readonly string[]> {
  const planned = new Set(before.plan.changes.map(({ id }) => id));
  const held = after.plan.changes.filter(({ id, why }) => !planned.has(id) && !selfFound.has(why.code));
  const [declared, gone] = [held.filter(isDeclared), held.filter((change) => !isDeclared(change))];
  // Whoever changed anything of the record last counts too: nobody lets his own request pass.
  const questions = declared.flatMap((change) =>
    [...askedOf(change), { aspect: whole }].map(({ aspect }) => ({ key: change.key, aspect })),
  );
  const commits = new Set(await findLastChanges(directory, questions));
  for (const { key } of gone) commits.add(await findRemoval(directory, key));
  const logins = new Set<string>();
  for (const commit of commits) {
    const pull = commit === undefined ? undefined : await findMergedPullRequest(github, commit);
    if (pull === undefined) continue;
    logins.add(pull.author);
    const form = formOfPull(pull);
    if (form !== undefined) logins.add((await readIssue(github, form)).author);
  }
  return [...logins];
}

const whole: Aspect = ['record', 'names', 'dissolved'];

const isDeclared = ({ why }: Change): boolean => why.file !== undefined;

/** Declared nowhere any more: the step of the main line that took the id out. */
async function findRemoval(directory: string, key: Key): Promise<string | undefined> {
  const id = parseKey(key)?.id ?? key;
  const search = ['log', '-1', '--first-parent', '-m', '--format=%H', `-S${id}`, '--', '.'];
  const found = await git(directory, ...search);
  return found !== undefined && isObjectName(found) ? found : undefined;
}
