/** Judges the settings of a repository on GitHub: one finding for each check, always all of them, in one order. */
import {
  type RepositoryCheckId,
  type RepositoryFinding,
  repositoryCheckIds,
} from '../model/github/repository-finding.ts';
import type { RepositoryFacts, RepositorySettings } from '../model/github/repository-settings.ts';
import { judgeActions } from './actions.ts';
import { type Found, found, judgeSeen, named, sound, unseen } from './finding.ts';
import { judgeProtection } from './protection.ts';
import { judgeTeams } from './teams.ts';

/** Who runs the system by policy.yaml. */
export interface NamedOperators {
  readonly logins: readonly string[];
  /** False where `policy.operators` names nobody, and the representatives of the operator's organization stand in. */
  readonly byName: boolean;
}

const fewestOperators = 2;

/** A check whose facts could not be seen is `unseen`, even where all others are right. */
export function judgeRepository(
  settings: RepositorySettings,
  operators: NamedOperators,
): readonly RepositoryFinding[] {
  const { repository } = settings;
  const findings = [
    named('visibility', judgeSeen(repository, 'metadata', judgeVisibility)),
    ...judgeProtection(settings),
    ...judgeActions(settings),
    named('operators', judgeOperators(settings, operators)),
    named('two-factor', judgeTwoFactor(settings, operators)),
    named('teams', judgeTeams(settings)),
  ];
  const byId = new Map<RepositoryCheckId, RepositoryFinding>(findings.map((one) => [one.id, one]));
  return repositoryCheckIds.map((id) => byId.get(id) ?? named(id, unseen('rights', 'metadata')));
}

/** Whether nothing of it could be seen: then the answer says nothing. */
export const isBlind = (findings: readonly RepositoryFinding[]): boolean =>
  findings.every(({ status }) => status === 'unseen');

function judgeVisibility({ private: isPrivate }: RepositoryFacts): Found {
  return isPrivate ? sound : found('warning', 'public', { at: { page: 'general' } });
}

function judgeOperators(
  { access, repository }: RepositorySettings,
  { logins, byName }: NamedOperators,
): Found {
  // Of a repository that nobody could see, nothing is said at all.
  if (!repository.seen) return unseen(repository.reason, 'metadata');
  if (!byName) return found('failed', 'operators-unnamed', {});
  if (logins.length < fewestOperators) return found('failed', 'operators-few', { logins });
  return judgeSeen(access, 'metadata', (rights) => {
    const powerless = logins.filter((login) => !['admin', 'write'].includes(rights.get(login) ?? ''));
    if (powerless.length === 0) return sound;
    return found('failed', 'operators-powerless', { at: { page: 'access' }, logins: powerless });
  });
}

function judgeTwoFactor({ withoutTwoFactor }: RepositorySettings, { logins }: NamedOperators): Found {
  return judgeSeen(withoutTwoFactor, 'two-factor', (without) => {
    const at = { page: 'two-factor' } as const;
    const lacking = new Set(without.map((login) => login.toLowerCase()));
    const weak = logins.filter((login) => lacking.has(login.toLowerCase()));
    if (weak.length > 0) return found('failed', 'two-factor-lacking', { at, logins: weak });
    if (without.length === 0) return sound;
    return found('warning', 'two-factor-others', { at, count: without.length });
  });
}
