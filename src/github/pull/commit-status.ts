/** Writes the status of a commit: the short verdict, for tokens that may write no check runs. */
import type { GitHub } from '../connect/open.ts';
import { isOurs } from '../talk/own-text.ts';

export interface CommitStatus {
  readonly sha: string;
  readonly context: string;
  readonly state: 'success' | 'failure' | 'pending';
  /** Cut to what GitHub takes. */
  readonly description: string;
  /** Where more of it is told. */
  readonly url: string;
}

/** Characters. */
const longestDescription = 140;

/** Where our last status of this context says the same, nothing is written. @throws ExpectedError where GitHub cannot be used. */
export async function writeCommitStatus(
  github: GitHub,
  { sha, context, state, description, url }: CommitStatus,
): Promise<'created' | 'unchanged'> {
  const short = [...description].slice(0, longestDescription).join('');
  return await github.lookingAgain(async () => {
    // Newest first: only the newest of a context counts.
    const { data } = await github.octokit.rest.repos.listCommitStatusesForRef({
      ...github.place,
      ref: sha,
      per_page: 100,
    });
    const last = data.find((one) => one.context === context);
    const isSame = last?.state === state && last.description === short && last.target_url === url;
    if (isSame && (await isOurs(github, last.creator))) return 'unchanged';
    await github.octokit.rest.repos.createCommitStatus({
      ...github.place,
      sha,
      state,
      context,
      description: short,
      target_url: url,
    });
    return 'created';
  });
}
