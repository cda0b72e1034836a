/** The addresses of GitHub's pages of settings. */
import type { SettingsPage } from '../../model/github/repository-finding.ts';

/** Where a repository is looked at by people. */
export interface RepositoryPlace {
  /** `https://github.com`, or that of an Enterprise server; without a slash at its end. */
  readonly web: string;
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
  /** Whom it belongs to; undefined where that is a person, or nobody could see it. */
  readonly organization: string | undefined;
}

/** Tokens of one's own, fine-grained. */
export const tokenPage = ({ web }: RepositoryPlace): string => `${web}/settings/personal-access-tokens`;

export function urlOfPage(at: SettingsPage, place: RepositoryPlace): string {
  const { web, owner, repo, branch, organization } = place;
  const own = `${web}/${owner}/${repo}`;
  const ofOwner =
    organization === undefined ? `${own}/settings` : `${web}/organizations/${organization}/settings`;
  switch (at.page) {
    case 'general':
      return `${own}/settings`;
    case 'branches':
    case 'actions':
    case 'access':
      return `${own}/settings/${at.page}`;
    case 'new-environment':
      return `${own}/settings/environments/new`;
    case 'environment':
      return `${own}/settings/environments/${at.id}/edit`;
    case 'runners':
      return `${own}/settings/actions/runners`;
    case 'secrets':
      return `${own}/settings/secrets/actions`;
    case 'labels':
      return `${own}/labels`;
    case 'codeowners':
      return `${own}/blob/${branch}/.github/CODEOWNERS`;
    case 'new-ruleset':
      return `${own}/settings/rules/new?target=branch`;
    case 'ruleset':
      return `${at.ofOrganization ? ofOwner : `${own}/settings`}/rules/${at.id}`;
    case 'runner-groups':
      return organization === undefined
        ? `${own}/settings/actions/runners`
        : `${ofOwner}/actions/runner-groups`;
    case 'runner-group':
      return `${ofOwner}/actions/runner-groups/${at.id}`;
    case 'two-factor':
      return `${ofOwner}/security`;
    case 'teams':
      return `${web}/orgs/${organization ?? owner}/teams`;
    case 'plan':
      return organization === undefined
        ? `${web}/settings/billing`
        : `${web}/organizations/${organization}/billing/plans`;
  }
}
