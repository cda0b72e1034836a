/** Reads who is in a team of the repository's own organization; undefined where the token is not shown it. */
import type { GitHub } from '../connect/open.ts';
import { see } from '../settings/seen.ts';

/** @throws ExpectedError where GitHub does not serve: then nobody knows. */
export async function readTeamMembers(
  { octokit, place }: GitHub,
  team: string,
): Promise<readonly string[] | undefined> {
  const [org = '', team_slug = ''] = team.split('/');
  // Who is in a team of somebody else's organization, somebody else decides.
  if (org.toLowerCase() !== place.owner.toLowerCase()) return undefined;
  const members = await see(
    async () =>
      await octokit.paginate(octokit.rest.teams.listMembersInOrg, {
        org: place.owner,
        team_slug,
        per_page: 100,
      }),
  );
  return members.seen ? members.value.map(({ login }) => login) : undefined;
}
