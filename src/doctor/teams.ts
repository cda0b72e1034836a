/** Judges whether the teams that represent organizations can speak: GitHub has to show danhba who is in them. */

import type { RepositorySettings } from '../model/github/repository-settings.ts';
import { type Found, found, judgeSeen, sound, unseen } from './finding.ts';

/** Of another organization nobody is asked, and a team without members has nobody who could speak. */
export function judgeTeams({ repository, teams, runnerLabel }: RepositorySettings): Found {
  const isOnActions = runnerLabel.seen && runnerLabel.value !== undefined;
  return judgeSeen(repository, 'metadata', ({ organization }) =>
    judgeSeen(teams, 'members', (members) => judgeMembers(members, organization?.toLowerCase(), isOnActions)),
  );
}

function judgeMembers(
  teams: ReadonlyMap<string, readonly string[] | undefined>,
  own: string | undefined,
  isOnActions: boolean,
): Found {
  if (teams.size === 0) return sound;
  const all = [...teams.keys()];
  const foreign = all.filter((team) => team.split('/')[0]?.toLowerCase() !== own);
  if (foreign.length > 0) return found('failed', 'teams-foreign', { teams: foreign });
  const hidden = all.filter((team) => teams.get(team) === undefined);
  // Whether it is the token or the team, GitHub tells by one answer: by a team that is shown, the token is right.
  if (hidden.length === all.length) return unseen('rights', 'members');
  const at = { page: 'teams' } as const;
  if (hidden.length > 0) return found('failed', 'teams-unknown', { at, teams: hidden });
  const empty = all.filter((team) => teams.get(team)?.length === 0);
  if (empty.length > 0) return found('failed', 'teams-empty', { at, teams: empty });
  return isOnActions ? found('warning', 'teams-on-actions', {}) : sound;
}
