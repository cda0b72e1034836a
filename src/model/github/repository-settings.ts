/** What was read of a repository's settings on GitHub, part by part: as it is, or why it could not be seen. */

/**
 * `rights`: the token may not see it; `plan`: GitHub says that the plan has no such thing for a private repository;
 * `person`: only an organization has it, and the repository is a person's.
 */
export type UnseenReason = 'rights' | 'plan' | 'person';

export type Seen<T> =
  | { readonly seen: true; readonly value: T }
  | { readonly seen: false; readonly reason: UnseenReason };

export interface RepositoryFacts {
  readonly private: boolean;
  readonly defaultBranch: string;
  /** `owner/name`, as GitHub writes it. */
  readonly name: string;
  /** Whom it belongs to; undefined where that is a person. */
  readonly organization: string | undefined;
}

/** Who need not keep the rules: a role, team, app or person, as GitHub names it. */
export type BypassActor =
  | { readonly kind: 'administrators' | 'organization-owners' | 'deploy-keys' | 'token-owner' }
  | { readonly kind: 'role' | 'team' | 'app' | 'user'; readonly id: number | string };

export type LayerSource =
  | { readonly kind: 'classic' }
  /** `organization` where the ruleset is the organization's (or the enterprise's) and not the repository's own. */
  | {
      readonly kind: 'ruleset';
      readonly id: number;
      readonly name: string;
      readonly organization: string | undefined;
    };

/** Classic branch protection, or one ruleset that is active on the branch. All that apply must be kept at once. */
export interface ProtectionLayer {
  readonly source: LayerSource;
  readonly pullRequest: boolean;
  readonly codeOwners: boolean;
  readonly staleApprovals: boolean;
  readonly lastPush: boolean;
  /** `app` undefined: from whoever writes it. */
  readonly checks: readonly { readonly name: string; readonly app: number | undefined }[];
  readonly upToDate: boolean;
  readonly forcePushes: boolean;
  readonly deletions: boolean;
  /** Undefined where GitHub does not show it to this token. */
  readonly bypass: readonly BypassActor[] | undefined;
}

export interface EnvironmentFacts {
  readonly id: number;
  readonly name: string;
  /** From which branches and tags a job may use it; `protected`: from all that have classic protection. */
  readonly branches: 'all' | 'protected' | Seen<readonly BranchPolicy[]>;
}

export interface BranchPolicy {
  readonly type: 'branch' | 'tag';
  /** A name, or a pattern of names. */
  readonly name: string;
}

export interface RunnerGroup {
  readonly id: number;
  readonly name: string;
  /** Full names; `all`: every repository of the organization. */
  readonly repositories: 'all' | Seen<readonly string[]>;
  /** `owner/name/.github/workflows/file.yml@ref`; undefined: any workflow. */
  readonly workflows: readonly string[] | undefined;
  /** Of each runner in it. */
  readonly labels: Seen<readonly (readonly string[])[]>;
}

/** Where code owners that GitHub does not know stand in the file. */
export interface OwnersError {
  readonly line: number;
  readonly kind: string;
  readonly source: string;
}

export interface RepositorySettings {
  readonly repository: Seen<RepositoryFacts>;
  /** Undefined where there is none. */
  readonly classic: Seen<ProtectionLayer | undefined>;
  readonly rulesets: Seen<readonly ProtectionLayer[]>;
  /** The number of GitHub Actions among GitHub's apps. */
  readonly actionsApp: Seen<number>;
  /** Undefined where there is no CODEOWNERS file. */
  readonly ownersErrors: Seen<readonly OwnersError[] | undefined>;
  readonly environments: Seen<readonly EnvironmentFacts[]>;
  /** Names of secrets that every workflow of the repository can read: its own, and the organization's. */
  readonly secrets: Seen<readonly string[]>;
  readonly labels: Seen<readonly string[]>;
  readonly workflowToken: Seen<{ readonly writes: boolean; readonly opensPullRequests: boolean }>;
  /** The variable DANHBA_RUNNER; undefined where it is not set. */
  readonly runnerLabel: Seen<string | undefined>;
  /** Labels of each runner that is the repository's own. */
  readonly runners: Seen<readonly (readonly string[])[]>;
  /** Those the repository may use. */
  readonly runnerGroups: Seen<readonly RunnerGroup[]>;
  /** `admin`, `write`, `read` or `none`, by login. */
  readonly access: Seen<ReadonlyMap<string, string>>;
  /** Who is in each team that was asked for; undefined where the token is not shown it. */
  readonly teams: Seen<ReadonlyMap<string, readonly string[] | undefined>>;
  /** Logins of members and outside collaborators without it; empty where the organization requires it. */
  readonly withoutTwoFactor: Seen<readonly string[]>;
}
