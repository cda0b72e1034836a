/** What a team of GitHub is called where people are: "organization/team", which no login can be. */

export const isTeam = (name: string): boolean => name.includes('/');

/** The teams among these names, each once, whatever its capital letters. */
export function teamsAmong(names: Iterable<string>): readonly string[] {
  const teams = new Map<string, string>();
  for (const name of names)
    if (isTeam(name) && !teams.has(name.toLowerCase())) teams.set(name.toLowerCase(), name);
  return [...teams.values()];
}
