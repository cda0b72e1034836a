/** The repository on GitHub that the settings name. */
import { readGitHubSettings } from '../config.ts';
import { type GitHub, openGitHub } from '../github/connect/open.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import type { Io } from '../process/io.ts';

/** @throws ExpectedError where GitHub is not set up. */
export function openSetGitHub(io: Io, patienceMilliseconds?: number): GitHub {
  const settings = readGitHubSettings(io.environment);
  if (settings !== undefined) {
    return openGitHub({ ...settings, ...(patienceMilliseconds !== undefined && { patienceMilliseconds }) });
  }
  throw new ExpectedError('settings.github', {});
}
