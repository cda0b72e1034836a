/** Tells for which teams somebody speaks, as GitHub has their members; a team nobody may read speaks for nobody. */
import type { GitHub } from '../github/connect/open.ts';
import { readTeamMembers } from '../github/pull/team-members.ts';
import { standingBehind } from '../review/author.ts';

export interface TeamsBehind {
  /** Teams the author or an approver is a member of. */
  readonly spoken: readonly string[];
  readonly unread: readonly string[];
}

export interface Voices {
  readonly author: string;
  readonly approvers: readonly string[];
}

export type TeamReader = (teams: readonly string[], voices: Voices) => Promise<TeamsBehind>;

/** Each team is read once; where GitHub does not answer, what it throws is thrown. */
export function openTeams(github: GitHub): TeamReader {
  const known = new Map<string, readonly string[] | undefined>();
  return async (teams, { author, approvers }) => {
    const stands = standingBehind(author, approvers);
    const [spoken, unread]: [string[], string[]] = [[], []];
    for (const team of teams) {
      if (!known.has(team)) known.set(team, await readTeamMembers(github, team));
      const members = known.get(team);
      if (members === undefined) unread.push(team);
      else if (stands(members)) spoken.push(team);
    }
    return { spoken, unread };
  };
}
