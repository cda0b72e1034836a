/** How GitHub tells settings: the answers to the doctor's questions, in the form its description gives them. */

import type { Request } from './github-openapi.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies of requests, whose form the description checks.
export type Told = any;

const day = '2026-11-24T00:00:00Z';
const docs = 'https://docs.github.com/rest';

export interface SettingsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export const say = (body: unknown, status = 200): SettingsAnswer => ({ status, headers: {}, body });
export const done: SettingsAnswer = { status: 204, headers: {}, body: undefined };

export const refuse = (status: number, message: string, headers = {}): SettingsAnswer => ({
  status,
  headers,
  body: { message, documentation_url: docs, status: `${status}` },
});

/** Some lists stand alone, others below a name, with their number. */
export const listed = (name: string, all: readonly unknown[]): SettingsAnswer =>
  say({ total_count: all.length, [name]: all });

/** GitHub shows 30 of a list at once, or as many as were asked for, and names the next page. */
export function inPages(answer: SettingsAnswer, request: Request, base: string): SettingsAnswer {
  const body = answer.body as Told;
  const [key, all] = Array.isArray(body)
    ? [undefined, body]
    : (Object.entries(body ?? {}).find(([, value]) => 'total_count' in body && Array.isArray(value)) ?? []);
  if (!Array.isArray(all)) return answer;
  const query = new URLSearchParams(request.query);
  const [size, page] = [Number(query.get('per_page') ?? 30), Number(query.get('page') ?? 1)];
  query.set('page', `${page + 1}`);
  const link = page * size < all.length && { link: `<${base}${request.path}?${query}>; rel="next"` };
  const part = all.slice((page - 1) * size, page * size);
  return {
    ...answer,
    headers: { ...answer.headers, ...link },
    body: key === undefined ? part : { ...body, [key]: part },
  };
}

export function asUser(login: string, id: number): Told {
  const url = `https://api.github.com/users/${login}`;
  const links = [
    'followers',
    'following',
    'gists',
    'starred',
    'subscriptions',
    'organizations',
    'repos',
    'events',
  ];
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `${url}/avatar`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${login}`,
    received_events_url: `${url}/received_events`,
    ...Object.fromEntries(links.map((link) => [`${link}_url`, `${url}/${link}`])),
    type: 'User',
    site_admin: false,
  };
}

export function asProtection(set: Told, url: string): Told {
  const reviews = set.required_pull_request_reviews;
  const checks = set.required_status_checks;
  const { bypass_pull_request_allowances: allowed } = reviews ?? {};
  const switched = (on: unknown) => ({ enabled: on === true });
  return {
    url,
    ...(checks && {
      required_status_checks: {
        url: `${url}/required_status_checks`,
        contexts_url: `${url}/required_status_checks/contexts`,
        strict: checks.strict,
        contexts: checks.checks.map(({ context }: Told) => context),
        // A source is told as nothing where any will do.
        checks: checks.checks.map(({ context, app_id = -1 }: Told) => ({
          context,
          app_id: app_id === -1 ? null : app_id,
        })),
      },
    }),
    ...(reviews && {
      required_pull_request_reviews: {
        url: `${url}/required_pull_request_reviews`,
        dismiss_stale_reviews: reviews.dismiss_stale_reviews === true,
        require_code_owner_reviews: reviews.require_code_owner_reviews === true,
        require_last_push_approval: reviews.require_last_push_approval === true,
        required_approving_review_count: reviews.required_approving_review_count ?? 1,
        ...(allowed && {
          bypass_pull_request_allowances: {
            users: (allowed.users ?? []).map(asUser),
            teams: [],
            apps: [],
          },
        }),
      },
    }),
    enforce_admins: { url: `${url}/enforce_admins`, enabled: set.enforce_admins === true },
    allow_force_pushes: switched(set.allow_force_pushes),
    allow_deletions: switched(set.allow_deletions),
    required_linear_history: switched(false),
    required_conversation_resolution: switched(false),
    lock_branch: switched(false),
  };
}

/** @param changes whether who asks may change it: only then are those told who need not keep it. */
export function asRuleset(set: Told, changes: boolean, mine: string): Told {
  const { bypass_actors, ...rest } = set;
  return {
    ...rest,
    node_id: `RRS_${set.id}`,
    created_at: day,
    updated_at: day,
    current_user_can_bypass: mine,
    ...(changes && { bypass_actors: bypass_actors ?? [] }),
  };
}

export function asEnvironment(name: string, id: number, set: Told, url: string): Told {
  return {
    id,
    node_id: `EN_${id}`,
    name,
    url,
    html_url: url,
    created_at: day,
    updated_at: day,
    protection_rules: [],
    deployment_branch_policy: set.deployment_branch_policy ?? null,
  };
}

export const asSecret = (name: string): Told => ({ name, created_at: day, updated_at: day });
export const asVariable = (name: string, value: string): Told => ({ ...asSecret(name), value });

export function asRunner(id: number, labels: readonly string[]): Told {
  return {
    id,
    name: `may-${id}`,
    os: 'linux',
    status: 'online',
    busy: false,
    labels: labels.map((name, index) => ({ id: index, name, type: 'custom' })),
  };
}

export function asGroup(set: Told, id: number, url: string): Told {
  return {
    id,
    name: set.name,
    visibility: set.visibility ?? 'all',
    default: false,
    runners_url: `${url}/runners`,
    inherited: false,
    allows_public_repositories: set.allows_public_repositories === true,
    restricted_to_workflows: set.restricted_to_workflows === true,
    selected_workflows: set.selected_workflows ?? [],
  };
}

export function asOrganization(login: string, twoFactor: boolean | undefined): Told {
  const url = `https://api.github.com/orgs/${login}`;
  const links = ['repos', 'events', 'hooks', 'issues', 'members', 'public_members'];
  return {
    login,
    id: 1,
    node_id: 'O_1',
    url,
    ...Object.fromEntries(links.map((link) => [`${link}_url`, `${url}/${link}`])),
    avatar_url: `${url}/avatar`,
    description: null,
    html_url: `https://github.com/${login}`,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: 'Organization',
    created_at: day,
    updated_at: day,
    archived_at: null,
    // Who is no owner is not told.
    ...(twoFactor !== undefined && { two_factor_requirement_enabled: twoFactor }),
  };
}

export function asActionsApp(id: number): Told {
  return {
    id,
    slug: 'github-actions',
    node_id: 'A_1',
    owner: asUser('github', 9919),
    name: 'GitHub Actions',
    description: null,
    external_url: 'https://help.github.com/en/actions',
    html_url: 'https://github.com/apps/github-actions',
    created_at: day,
    updated_at: day,
    permissions: {},
    events: [],
  };
}

export function asOwnersError(line: number, column: number, source: string, login: string): Told {
  const message = `Unknown owner on line ${line}: make sure @${login} exists and has write access`;
  const place = { line, column, source, path: '.github/CODEOWNERS' };
  return { ...place, kind: 'Unknown owner', suggestion: null, message };
}
