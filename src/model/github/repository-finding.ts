/** What `danhba github doctor` looks at, and what it can find: a code with its facts; the wording is in render/. */
import type { FindingOf } from '../doctor/check.ts';
import type { BypassActor, LayerSource, OwnersError } from './repository-settings.ts';

/** In the order they are told. */
export const repositoryCheckIds = [
  'visibility',
  'plan',
  'pull-request',
  'code-owners',
  'codeowners-file',
  'stale-approvals',
  'last-push',
  'check-required',
  'up-to-date',
  'history',
  'no-bypass',
  'environment-plan',
  'environment-reconcile',
  'secrets',
  'labels',
  'actions-pull-requests',
  'actions-token',
  'runners',
  'operators',
  'two-factor',
  'teams',
] as const;

export type RepositoryCheckId = (typeof repositoryCheckIds)[number];

/** A page of settings: the repository's, or of whom it belongs to. */
export type SettingsPage =
  | { readonly page: 'general' | 'branches' | 'new-ruleset' | 'actions' | 'runners' | 'secrets' }
  | { readonly page: 'labels' | 'access' | 'new-environment' | 'codeowners' }
  | { readonly page: 'plan' | 'two-factor' | 'runner-groups' | 'teams' }
  | { readonly page: 'ruleset'; readonly id: number; readonly ofOrganization: boolean }
  | { readonly page: 'runner-group' | 'environment'; readonly id: number };

/** What the token of whoever looks must be given. */
export type TokenRight =
  | 'metadata'
  | 'administration'
  | 'administration-write'
  | 'actions'
  | 'contents'
  | 'issues'
  | 'secrets'
  | 'runners'
  | 'runner-groups'
  | 'two-factor'
  | 'members';

type None = Readonly<Record<never, never>>;
type At = { readonly at: SettingsPage };

/** A requirement of the branch that no rule makes. */
export type Unrequired = 'pull-request' | 'code-owners' | 'stale-approvals' | 'last-push';

export type RepositoryFindings = {
  /** As it must be. */
  sound: None;
  /** `at`: where a person can look. */
  unseen: { readonly right: TokenRight; readonly at?: SettingsPage };
  'person-owned': None;
  'plan-lacks': At;
  'plan-none': At;
  public: At;
  unrequired: At & { readonly what: Unrequired };
  'owners-none': At;
  'owners-unknown': At & { readonly count: number; readonly first: OwnersError };
  'check-none': At;
  'check-any-source': At;
  'check-of-actions': At;
  'check-of-unknown': At & { readonly app: number };
  'history-open': At & { readonly forcePushes: boolean; readonly deletions: boolean };
  unprotected: At;
  bypass: At & {
    readonly layers: readonly { readonly source: LayerSource; readonly actors: readonly BypassActor[] }[];
  };
  'environment-none': At & { readonly environment: string };
  'environment-open': At & { readonly environment: string };
  'environment-protected': At & { readonly environment: string };
  'environment-others': At & { readonly environment: string; readonly names: readonly string[] };
  'secrets-outside': At & { readonly names: readonly string[] };
  'labels-lacking': At & { readonly names: readonly string[] };
  'actions-refused': At;
  'token-writes': At;
  'runner-shared': At & { readonly groups: readonly string[] };
  'runner-public': At;
  'runner-any-workflow': At & { readonly groups: readonly string[] };
  'runner-any-branch': At;
  'runner-none': At;
  'runner-unmatched': At & { readonly label: string };
  'operators-unnamed': None;
  'operators-few': { readonly logins: readonly string[] };
  'operators-powerless': At & { readonly logins: readonly string[] };
  'two-factor-lacking': At & { readonly logins: readonly string[] };
  'two-factor-others': At & { readonly count: number };
  /** Of another organization than the repository's, or the repository is a person's: they speak for nobody. */
  'teams-foreign': { readonly teams: readonly string[] };
  /** The token is shown other teams, and not these. */
  'teams-unknown': At & { readonly teams: readonly string[] };
  'teams-empty': At & { readonly teams: readonly string[] };
  /** The jobs run on Actions, whose own token is never shown who is in a team. */
  'teams-on-actions': None;
};

export type RepositoryFindingCode = keyof RepositoryFindings;

export type RepositoryFinding = FindingOf<RepositoryCheckId, RepositoryFindings>;
