/** Looks at the settings of the repository on GitHub, and judges them. */
import { judgeRepository } from '../doctor/repository.ts';
import type { GitHub } from '../github/connect/open.ts';
import { webUrlOf } from '../github/connect/settings.ts';
import { readRepositorySettings } from '../github/settings/read.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { RepositoryFinding } from '../model/github/repository-finding.ts';
import { teamsAmong } from '../model/github/team.ts';
import type { RepositoryPlace } from '../render/github/settings-page.ts';

export interface ExaminedRepository {
  readonly findings: readonly RepositoryFinding[];
  readonly place: RepositoryPlace;
}

/**
 * @param logins those of the operators, whose access is asked for.
 * @throws ExpectedError where GitHub cannot be used at all, or the token is not valid.
 */
export async function examineRepository(
  github: GitHub,
  { policy, organizations }: Pick<Directory, 'policy' | 'organizations'>,
  logins: readonly string[],
): Promise<ExaminedRepository> {
  const teams = teamsAmong(organizations.flatMap(({ organization }) => organization.representatives ?? []));
  const settings = await readRepositorySettings(github, logins, teams);
  const byName = (policy.operators ?? []).length > 0;
  const place = {
    ...github.place,
    web: webUrlOf(github.apiUrl),
    branch: settings.repository.seen ? settings.repository.value.defaultBranch : '?',
    organization: settings.repository.seen ? settings.repository.value.organization : undefined,
  };
  return { findings: judgeRepository(settings, { logins, byName }), place };
}
