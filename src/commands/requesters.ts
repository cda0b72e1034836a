/** Finds out who asked for changes that are held: who wrote the merged pull request, or filled in its form. */
import { readIssue } from '../github/issues.ts';
import type { GitHub } from '../github/open.ts';
import { findMergedPullRequest } from '../github/pull-request.ts';
import type { Change } from '../model/plan.ts';
import type { WhyCode } from '../model/why.ts';
import { git } from './commit.ts';
import { openFileHistory } from './file-history.ts';
import { formOfPull } from './github-pending.ts';
import type { Proposal } from './propose.ts';

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
  const history = openFileHistory();
  const commits = new Set<string>();
  for (const change of after.plan.changes.filter(({ id }) => !planned.has(id))) {
    if (selfFound.has(change.why.code)) continue;
    const commit = await commitBehind(change, history, directory);
    if (commit !== undefined) commits.add(commit);
  }
  const logins = new Set<string>();
  for (const commit of commits) {
    const pull = await findMergedPullRequest(github, commit);
    if (pull === undefined) continue;
    logins.add(pull.author);
    const form = formOfPull(pull);
    if (form !== undefined) logins.add((await readIssue(github, form)).author);
  }
  return [...logins];
}

async function commitBehind(
  { key, kind, why }: Change,
  history: ReturnType<typeof openFileHistory>,
  directory: string,
): Promise<string | undefined> {
  if (why.file !== undefined) {
    const ofOrganization = kind === 'rename' || kind === 'update';
    return await history.lastChange(why.file, ofOrganization ? [key, 'names'] : [key]);
  }
  // Declared nowhere any more: the step of the main line that took the id out.
  const id = key.slice(key.indexOf(':') + 1).replace(/\/\d+$/, '');
  const search = ['log', '-1', '--first-parent', '-m', '--format=%H', `-S${id}`, '--', '.'];
  const found = await git(directory, ...search);
  return found !== undefined && /^[0-9a-f]{40,64}$/.test(found) ? found : undefined;
}
