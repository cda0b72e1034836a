/** Whether somebody entitled stood behind everything that was merged since the job last looked. */

import type { GitHub } from '../github/connect/open.ts';
import { findMergedPullRequest, listApprovals } from '../github/pull/pull-request.ts';
import { git } from '../history/commit.ts';
import { findLastHomes } from '../history/last-home.ts';
import { refuseOtherBranch } from '../history/other-branch.ts';
import { openTrees, refuseOtherCheckout, unknownCommit } from '../history/tree-at.ts';
import type { Judged } from '../ldap/lease/sentinel.ts';
import type { Account } from '../model/account/account.ts';
import { teamsAmong } from '../model/github/team.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { remark } from '../model/problems/remark.ts';
import type { Io } from '../process/io.ts';
import { remarkText } from '../render/errors/remark.ts';
import { unknownPeople } from '../review/author.ts';
import { judgeMerged, type Step } from '../review/merged.ts';
import type { ConsentJudge, MergedConsent } from '../run/propose.ts';
import { openTeams, type TeamReader } from './teams.ts';

export interface ConsentSources {
  readonly directory: string;
  /** The commit the job carries out; undefined outside of Git. */
  readonly head: string | undefined;
  /** Up to where the operator takes everything for agreed to, whatever an earlier run has found. */
  readonly consented: string | undefined;
  /** Told of GitHub's failures; the run goes on. */
  readonly tell: (failure: ExpectedError) => void;
}

interface MergedQuestion extends ConsentSources {
  /** Of the server: who has whom. */
  readonly accounts: readonly Account[];
}

/** The first run takes what it finds for agreed to, and says so: there is nothing to hold it against. */
export function makeConsentJudge(github: GitHub, sources: ConsentSources, io: Io): ConsentJudge {
  const { consented: given } = sources;
  if (given !== undefined && !commitForm.test(given)) {
    throw new ExpectedError('option.commit', { option: '--consented', value: given });
  }
  return async ({ accounts, judged }) => {
    const { consented, head } = sources;
    if (head !== undefined) await refuseStray(github, head, sources.tell);
    const since = consented === undefined ? judged : { upTo: consented, waiting: [] };
    if (since !== undefined) return await judgeMergedSince(github, since, { ...sources, accounts });
    io.err(`${remarkText(remark('first-look'), io.language)}\n`);
    return { unconsented: new Map(), ...(head !== undefined && { judged: { upTo: head, waiting: [] } }) };
  };
}

/** Whoever agreed did so on the default branch. Where GitHub does not answer, the run goes on, and it is told. */
async function refuseStray(github: GitHub, head: string, tell: ConsentSources['tell']): Promise<void> {
  try {
    await refuseOtherBranch(github, await github.defaultBranch(), head);
  } catch (thrown) {
    if (!(thrown instanceof ExpectedError) || thrown.code === 'branch-other') throw thrown;
    tell(thrown);
  }
}

const commitForm = /^[0-9a-f]{7,64}$/i;

/**
 * Where GitHub does not answer, what its files' own representatives may say goes on, and the rest waits for the run
 * that can ask.
 *
 * @throws ExpectedError `consent-unknown` where the history does not lead from there to here; `consent-missing` where
 *   policy, calendars or grants, which speak for everybody, were changed without an operator.
 */
async function judgeMergedSince(
  github: GitHub,
  since: Judged,
  question: MergedQuestion,
): Promise<MergedConsent> {
  const { directory, head } = question;
  // What came from a server goes to Git.
  const odd = [since.upTo, ...since.waiting].find((commit) => !commitForm.test(commit));
  if (odd !== undefined || head === undefined) throw unknownCommit(odd ?? since.upTo);
  await refuseOtherCheckout(directory, head);
  const fresh = await listSteps(directory, since.upTo, head);
  const commits = [...since.waiting, ...fresh];
  const { steps, unread } = await readSteps(github, commits, new Set(since.waiting), question);
  const { unconsented, files, waiting, silent } = judgeMerged(steps);
  const lacking = teamsAmong([...unconsented.values()].flat()).filter((team) => unread.has(team));
  if (lacking.length > 0) question.tell(new ExpectedError('team-unread', { at: lacking.join(', ') }));
  if (files.length > 0) throw consentMissing(files, steps);
  // Steps nobody could be asked about are judged again, and so is all that follows them.
  const upTo = silent === undefined ? head : (fresh[silent - since.waiting.length - 1] ?? since.upTo);
  return { unconsented, judged: { upTo, waiting: waiting.map((index) => commits[index] ?? '') } };
}

/** The commits of the main line that change the directory, oldest first. */
async function listSteps(directory: string, since: string, head: string): Promise<readonly string[]> {
  // That it is there, refuseOtherCheckout has seen.
  if (since === head) return [];
  if ((await git(directory, 'merge-base', '--is-ancestor', since, head)) === undefined) {
    throw unknownCommit(since);
  }
  const line = ['rev-list', '--first-parent', '--reverse', `${since}..${head}`];
  const all = linesOf(await git(directory, ...line));
  const first = all[0] === undefined ? since : `${all[0]}^1`;
  const [before, from] = linesOf(await git(directory, 'rev-parse', first, since));
  // A merge that has another state for its first parent would bring that back unseen.
  if (from === undefined || before !== from) throw unknownCommit(since);
  if (all.length === 0) return [];
  return linesOf(await git(directory, ...line, '--', '.'));
}

async function readSteps(
  github: GitHub,
  commits: readonly string[],
  waiting: ReadonlySet<string>,
  { directory, accounts, tell }: MergedQuestion,
): Promise<{ readonly steps: readonly Step[]; readonly unread: ReadonlySet<string> }> {
  const treeAt = openTrees(directory);
  const steps: Step[] = [];
  const unread = new Set<string>();
  const read = openTeams(github);
  let areTeamsSilent = false;
  // Whoever stands behind a step is known all the same: a team that cannot be read has not spoken, and the step waits.
  const teamsBehind: TeamReader = async (names, people) => {
    const nothing = { spoken: [], unread: names };
    if (areTeamsSilent) return nothing;
    try {
      return await read(names, people);
    } catch (thrown) {
      if (!(thrown instanceof ExpectedError)) throw thrown;
      areTeamsSilent = true;
      tell(thrown);
      return nothing;
    }
  };
  /** Of every state so far: a word may be missing since one of them. */
  let teams: readonly string[] = [];
  let isSilent = false;
  for (const commit of commits) {
    const before = await treeAt(`${commit}^`);
    const after = await treeAt(commit);
    const strangers = unknownPeople(before.organizations, after.organizations);
    const homes = await findLastHomes(strangers, { directory, accounts, until: `${commit}^` });
    teams = teamsAmong([...teams, ...representativesOf(before)]);
    let voices: Step['voices'];
    try {
      const people = isSilent ? undefined : await voicesBehind(github, commit);
      const behind = people === undefined ? undefined : await teamsBehind(teams, people);
      for (const team of behind?.unread ?? []) unread.add(team);
      voices = people && { ...people, approvers: [...people.approvers, ...(behind?.spoken ?? [])] };
    } catch (thrown) {
      if (!(thrown instanceof ExpectedError)) throw thrown;
      // One that does not answer is not asked again for every step.
      isSilent = true;
      tell(thrown);
    }
    // What was found to lack a word lacks it until somebody says otherwise.
    if (voices === undefined && waiting.has(commit)) voices = nobody;
    steps.push({ before, after, voices, lastHome: (id) => homes.get(id) });
  }
  return { steps, unread };
}

const representativesOf = ({ organizations }: Step['before']): readonly string[] =>
  organizations.flatMap(({ organization }) => organization.representatives ?? []);

const nobody = { author: '', approvers: [] } as const;

const linesOf = (text = ''): readonly string[] => text.split('\n').filter((line) => line !== '');

/** A commit that was pushed has nobody behind it: who pushed it, no commit can tell. */
async function voicesBehind(github: GitHub, commit: string): Promise<NonNullable<Step['voices']>> {
  const pull = await findMergedPullRequest(github, commit);
  if (pull === undefined) return nobody;
  const approvals = await listApprovals(github, pull.number);
  const approvers = approvals.filter((one) => one.commit === pull.head.sha).map(({ login }) => login);
  return { author: pull.author, approvers };
}

function consentMissing(files: readonly string[], steps: readonly Step[]): ExpectedError {
  // As they were before anything of it: who made himself one is not who to ask.
  const operators = steps[0]?.before.operators ?? [];
  return new ExpectedError('consent-missing', {
    at: files.join(', '),
    operators: operators.join(', ') || 'policy.yaml: operators',
  });
}
