/** The repository on GitHub that the settings name. */
import { readGitHubSettings } from '../config.ts';
import type { GitHub } from '../github/connect/open.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Io } from '../process/io.ts';

/** @throws ExpectedError where GitHub is not set up. */
export async function openSetGitHub(io: Io, patienceMilliseconds?: number): Promise<GitHub> {
  const settings = readGitHubSettings(io.environment);
  if (settings !== undefined) {
    // Octokit is loaded by the runs that ask GitHub something.
    const { openGitHub } = await import('../github/connect/open.ts');
    return openGitHub({ ...settings, ...(patienceMilliseconds !== undefined && { patienceMilliseconds }) });
  }
  throw new ExpectedError('settings.github', {});
}
