/** Reads and closes issues, and keeps one issue of ours as it is to be. */

import type { GitHub } from '../connect/open.ts';
import { addLabels, createLabel, type Label } from '../pull/labels.ts';
import { isMarked, isOurs, markText, refuseOtherLogin, sameText } from './own-text.ts';

export interface Issue {
  readonly number: number;
  /** GraphQL's name of it. */
  readonly nodeId: string;
  readonly url: string;
  /** A deleted account is GitHub's `ghost`. */
  readonly author: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly open: boolean;
  /** True where it was closed and somebody has opened it again. */
  readonly reopened: boolean;
  /** GitHub counts both in one row of numbers. */
  readonly isPullRequest: boolean;
  /** ISO 8601, UTC. */
  readonly opened: string;
}

interface Told {
  readonly number: number;
  readonly node_id: string;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
  readonly title: string;
  readonly body?: string | null;
  readonly labels: readonly (string | { readonly name?: string })[];
  readonly state: string;
  readonly state_reason?: string | null;
  readonly pull_request?: unknown;
  readonly created_at: string;
}

function asIssue(told: Told): Issue {
  return {
    number: told.number,
    nodeId: told.node_id,
    url: told.html_url,
    author: told.user?.login ?? 'ghost',
    title: told.title,
    body: told.body ?? '',
    labels: told.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    open: told.state === 'open',
    reopened: told.state_reason === 'reopened',
    isPullRequest: told.pull_request !== undefined,
    opened: told.created_at,
  };
}

/** @throws ExpectedError `github-missing` where no issue has this number. */
export async function readIssue(github: GitHub, number: number): Promise<Issue> {
  return asIssue((await github.octokit.rest.issues.get({ ...github.place, issue_number: number })).data);
}

/** The newest of those that are open and have the label, in one request. */
export async function listOpenIssues(github: GitHub, label: string): Promise<readonly Issue[]> {
  const { data } = await github.octokit.rest.issues.listForRepo({
    ...github.place,
    state: 'open',
    labels: label,
    sort: 'created',
    direction: 'desc',
    per_page: 100,
  });
  return data.map(asIssue).filter(({ isPullRequest }) => !isPullRequest);
}

/** @returns false where it was closed before. */
export async function closeIssue(
  github: GitHub,
  number: number,
  reason: 'completed' | 'not_planned',
): Promise<boolean> {
  if (!(await readIssue(github, number)).open) return false;
  await github.octokit.rest.issues.update({
    ...github.place,
    issue_number: number,
    state: 'closed',
    state_reason: reason,
  });
  return true;
}

export interface StickyIssue {
  /** Small letters, digits and hyphens. */
  readonly marker: string;
  readonly title: string;
  readonly body: string;
  /** At least one: by the first, the issue is found. */
  readonly labels: readonly [Label, ...Label[]];
  readonly open: boolean;
}

export type WrittenIssue =
  /** There is none, and none is needed. */
  | { readonly result: 'none' }
  | { readonly result: 'created' | 'updated' | 'unchanged'; readonly number: number; readonly url: string };

/**
 * One issue with this marker: created, updated, reopened or closed, and never a second one.
 *
 * @throws ExpectedError where GitHub cannot be used.
 */
export async function writeStickyIssue(github: GitHub, wanted: StickyIssue): Promise<WrittenIssue> {
  const body = markText(wanted.marker, wanted.body);
  return await github.lookingAgain(async () => {
    let found = await findIssues(github, wanted);
    if (found.length === 0 && !wanted.open) return { result: 'none' };
    // Somebody may have taken the label away. All are looked through only where one would be created.
    if (found.length === 0) found = await findIssues(github, wanted, 'all');
    const created = found.length === 0;
    if (created) {
      await github.login();
      for (const label of wanted.labels) await createLabel(github, label);
      const labels = wanted.labels.map(({ name }) => name);
      const one = await github.octokit.rest.issues.create({
        ...github.place,
        title: wanted.title,
        body,
        labels,
      });
      await refuseOtherLogin(github, one.data.user).catch(async (thrown) => {
        await closeIssue(github, one.data.number, 'not_planned');
        throw thrown;
      });
      const others = await findIssues(github, wanted);
      // GitHub's lists may lag behind what was just created.
      found = others.some(({ number }) => number === one.data.number)
        ? others
        : [...others, asIssue(one.data)];
    }
    const [kept, ...surplus] = found as [Issue, ...Issue[]];
    for (const { number, open } of surplus) if (open) await closeIssue(github, number, 'not_planned');
    const changed = await bring(github, kept, { ...wanted, body });
    const result = created ? 'created' : changed ? 'updated' : 'unchanged';
    return { result, number: kept.number, url: kept.url };
  });
}

/** Our own issue with the marker, whatever its state; a copy of it that somebody else has opened does not count. */
export async function findStickyIssue(
  github: GitHub,
  wanted: Pick<StickyIssue, 'marker' | 'labels'>,
): Promise<Issue | undefined> {
  return (await findIssues(github, wanted))[0];
}

/** @returns whether anything had to be written. */
async function bring(github: GitHub, issue: Issue, wanted: StickyIssue): Promise<boolean> {
  const added = await addLabels(github, issue.number, wanted.labels, issue.labels);
  const same =
    sameText(issue.title, wanted.title) && sameText(issue.body, wanted.body) && issue.open === wanted.open;
  if (same) return added.length > 0;
  await github.octokit.rest.issues.update({
    ...github.place,
    issue_number: issue.number,
    title: wanted.title,
    body: wanted.body,
    ...(issue.open !== wanted.open &&
      (wanted.open
        ? { state: 'open', state_reason: 'reopened' }
        : { state: 'closed', state_reason: 'completed' })),
  });
  return true;
}

/** Our own issues with the marker, oldest first; among those with the first label, or among all. */
async function findIssues(
  github: GitHub,
  { marker, labels }: Pick<StickyIssue, 'marker' | 'labels'>,
  among: 'labelled' | 'all' = 'labelled',
): Promise<readonly Issue[]> {
  const all = await github.octokit.paginate(github.octokit.rest.issues.listForRepo, {
    ...github.place,
    state: 'all',
    per_page: 100,
    ...(among === 'labelled' && { labels: labels[0].name }),
  });
  const found: Issue[] = [];
  for (const told of all) {
    const issue = asIssue(told);
    if (!issue.isPullRequest && isMarked(marker, issue.body) && (await isOurs(github, told.user)))
      found.push(issue);
  }
  return found.sort((left, right) => left.number - right.number);
}
