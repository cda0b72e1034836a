/** Answers the entries of a merge queue: the same verdict as on the pull request, on the commit that would be merged. */

import { judgeConsent } from '../consent/pull-request.ts';
import { located, readSide } from '../consent/side.ts';
import type { GitHub } from '../github/connect/open.ts';
import { readTree } from '../github/files/tree.ts';
import { listQueue, type QueueEntry } from '../github/pull/merge-queue.ts';
import {
  isContained,
  listChangedFiles,
  type PullRequest,
  readPullRequest,
} from '../github/pull/pull-request.ts';
import type { Checkout } from '../history/checkout.ts';
import { withHead } from '../history/head-files.ts';
import type { CommonOptions } from '../process/io.ts';
import { queueWords } from '../render/github/words/follow-up.ts';
import { compareProblems } from '../review/difference.ts';
import { judge } from '../run/desired.ts';
import { checkName, shownOf, verdictOf, writeVerdict } from './answer.ts';
import { askingOf } from './asking.ts';

export interface QueueQuestion {
  readonly branch: string;
  /** Of the branch. */
  readonly checkout: Checkout;
  readonly options: CommonOptions;
  readonly today: string;
}

/**
 * What an entry is merged into is what it is held against, the entries before it included: two that are right by
 * themselves may be wrong together. Without servers: what they would say was told before it was queued.
 *
 * @param attempt runs the work for one pull request, and tells what it throws.
 */
export async function answerQueue(
  github: GitHub,
  { branch, ...question }: QueueQuestion,
  attempt: (pullRequest: number, work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  let waiting = await listQueue(github, branch);
  /** What a verdict may be built on: else a commit would pass by what stands before it unseen. */
  const sound = new Set<string>();
  const isSound = async (base: string) => sound.has(base) || (await isContained(github, base, branch));
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    const left: QueueEntry[] = [];
    for (const entry of waiting) {
      let done = false;
      await attempt(entry.pullRequest, async () => {
        done = await isSound(entry.base);
        if (done && (await answerEntry(github, entry, question))) sound.add(entry.head);
      });
      if (!done) left.push(entry);
    }
    waiting = left;
  }
}

/** True where it may be merged. */
async function answerEntry(
  github: GitHub,
  entry: QueueEntry,
  { checkout, options, today }: Omit<QueueQuestion, 'branch'>,
): Promise<boolean> {
  const { base, head } = entry;
  const pull = await readPullRequest(github, entry.pullRequest);
  const sideAt = (folder: string) => readSide({ ...options, directory: folder });
  let passes = false;
  await withHead(github, base, checkout, async (before) => {
    await withHead(github, head, checkout, async (after) => {
      const [from, to] = [await sideAt(before), await sideAt(after)];
      if (!(await isOfPull(github, entry, pull))) {
        const { title, summary } = queueWords[to.desired.language];
        const run = { headSha: head, name: checkName, title, summary, annotations: [] };
        await writeVerdict(github, pull.url, { ...run, conclusion: 'failure' });
        return;
      }
      const consent = await judgeConsent(github, pull, from, to, { directory: checkout.directory });
      const review = {
        verdict: consent.verdict,
        asking: askingOf(pull, consent, from, to, []),
        ...compareProblems(
          located(from, judge(from.desired, [], today)),
          located(to, judge(to.desired, [], today)),
        ),
        behind: 0,
      };
      const run = verdictOf(head, review, shownOf(to));
      await writeVerdict(github, pull.url, run);
      passes = run.conclusion === 'success';
    });
  });
  return passes;
}

/**
 * Whether the entry brings files of the pull request alone, each just as it was agreed to: whoever may push could make a
 * branch by the name of an entry. A file that several of the queue have changed is as nobody has seen it.
 */
async function isOfPull(github: GitHub, { base, head }: QueueEntry, pull: PullRequest): Promise<boolean> {
  const { files, complete } = await listChangedFiles(github, pull.number, pull.head.sha);
  const listed = new Set(files.flatMap(({ path, previousPath }) => [path, previousPath ?? path]));
  const [from, to, agreed] = [
    await contentsOf(github, base),
    await contentsOf(github, head),
    await contentsOf(github, pull.head.sha),
  ];
  const changed = [...new Set([...from.keys(), ...to.keys()])].filter(
    (path) => from.get(path) !== to.get(path),
  );
  return complete && changed.every((path) => listed.has(path) && to.get(path) === agreed.get(path));
}

const contentsOf = async (github: GitHub, commit: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await readTree(github, commit)).map(({ path, mode, sha }) => [path, `${mode} ${sha}`]));
