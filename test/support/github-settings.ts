/**
 * What emulate 0.12.2 lacks of a repository's settings, as state: protection, rulesets, environments, secrets,
 * variables, runners and their groups, the token of Actions, two-factor authentication, and fine-grained tokens with
 * their rights. What has an interface on GitHub is set by that; the rest by the functions below.
 */
import { checkAnswer, checkRequest, type Request } from './github-openapi.ts';
import { makeOwners } from './github-owners.ts';
import {
  asActionsApp,
  asEnvironment,
  asGroup,
  asOrganization,
  asProtection,
  asRuleset,
  asRunner,
  asSecret,
  asUser,
  asVariable,
  done,
  inPages,
  listed,
  refuse,
  type SettingsAnswer,
  say,
  type Told,
} from './github-settings-answers.ts';
import { empty, type Rights, refuseByRights, rightsOfJob } from './github-settings-state.ts';
import type { Ask } from './github-supplement.ts';

/** The number GitHub Actions has on github.com. */
export const actionsApp = 15368;

export interface TestSettings {
  /** Whether the repository belongs to an organization, whose owner is `laichau`. */
  organization: boolean;
  /** On the free plan a private repository has no protection. */
  plan: 'free' | 'team';
  requiresTwoFactor: boolean;
  readonly withoutTwoFactor: Set<string>;
  /** Registers a machine: with the repository, or in a group of the organization. */
  readonly addRunner: (labels: readonly string[], group?: number) => void;
  /** A team of the organization, which has these members from now on. */
  readonly setTeam: (slug: string, members: readonly string[]) => void;
  /** Tokens of an app, or of a machine, that were given "Members: read" of the organization. */
  readonly memberReaders: Set<string>;
  /** A fine-grained token of laichau; without rights it sees not even the repository. */
  readonly issueToken: (rights: Rights) => string;
  readonly reset: () => void;
}

export interface SettingsServer {
  readonly settings: TestSettings;
  readonly knows: (token: string) => boolean;
  /** The answer, or undefined where another is to give it. */
  readonly answer: (request: Request, token: string) => Promise<SettingsAnswer | undefined>;
}

const upgrade = 'Upgrade to GitHub Pro or make this repository public to enable this feature.';

export function makeSettings(
  ask: Ask,
  owner: string,
  repository: string,
  logins: readonly string[],
  ownerToken: string,
  base: string,
): SettingsServer {
  const repo = `/repos/${owner}/${repository}`;
  const tokens = new Map<string, Rights>();
  let ids = 100;
  let state = empty();
  const settings: TestSettings = {
    organization: false,
    plan: 'team',
    requiresTwoFactor: false,
    withoutTwoFactor: new Set(),
    addRunner: (labels, group) => void state.runners.push({ labels, group, id: ++ids }),
    setTeam: (slug, members) => void state.teams.set(slug, members),
    memberReaders: new Set(),
    issueToken: (rights) => {
      const token = `github_pat_${++ids}`;
      tokens.set(token, rights);
      return token;
    },
    reset: () => {
      state = empty();
      settings.withoutTwoFactor.clear();
      settings.memberReaders.clear();
      Object.assign(settings, { organization: false, plan: 'team', requiresTwoFactor: false });
    },
  };

  const runnersOf = (group: number | undefined) =>
    state.runners.filter((one) => one.group === group).map(({ id, labels }) => asRunner(id, labels));

  const { readAccess, readOwnersErrors } = makeOwners(ask, repo);

  const changesRulesets = (rights: Rights | undefined) =>
    rights === undefined || rights.administration === 'write';

  const read = async (path: string, query: URLSearchParams, rights: Rights | undefined) => {
    const rest = path.slice(repo.length);
    const [, name = ''] = /^\/environments\/([^/]+)/.exec(rest) ?? [];
    const [, id = ''] = /\/(\d+)/.exec(path) ?? [];
    if (path === '/apps/github-actions') return say(asActionsApp(actionsApp));
    if (rest === '/branches/main/protection') {
      if (settings.plan === 'free') return refuse(403, upgrade);
      const { protection } = state;
      if (protection === undefined) return refuse(404, 'Branch not protected');
      return say(asProtection(protection, `https://api.github.com${path}`));
    }
    if (rest === '/rules/branches/main') {
      return settings.plan === 'free' ? refuse(403, upgrade) : say(rulesOfMain());
    }
    if (/^\/rulesets\/\d+$/.test(rest)) {
      const found = state.rulesets.get(Number(id));
      if (found === undefined) return refuse(404, 'Not Found');
      // Those of the organization are the organization's to change.
      const own = found.source_type === 'Repository';
      const changes = changesRulesets(rights) && (own || rights === undefined);
      return say(asRuleset(found, changes, found.bypass_actors?.length > 0 ? 'always' : 'never'));
    }
    if (rest === '/environments') return listed('environments', environments());
    if (/^\/environments\/[^/]+\/deployment-branch-policies$/.test(rest)) {
      return listed('branch_policies', state.environments.get(name)?.policies ?? []);
    }
    if (rest === '/actions/secrets') return listed('secrets', [...state.secrets].map(asSecret));
    if (rest === '/actions/variables') {
      return listed(
        'variables',
        [...state.variables].map(([key, value]) => asVariable(key, value)),
      );
    }
    if (rest === '/actions/organization-secrets') {
      return listed('secrets', [...state.sharedSecrets].map(asSecret));
    }
    if (rest === '/actions/organization-variables') {
      return settings.organization ? listed('variables', []) : refuse(404, 'Not Found');
    }
    if (rest === '/actions/permissions/workflow') return say(state.workflowToken);
    if (rest === '/actions/runners') return listed('runners', runnersOf(undefined));
    const [, login] = /^\/collaborators\/([^/]+)\/permission$/.exec(rest) ?? [];
    if (login !== undefined) return await readAccess(login);
    if (rest === '/codeowners/errors') return await readOwnersErrors(query.get('ref') ?? 'main');
    return await readOrganization(path, query, rights, Number(id));
  };

  const readRepository = async (token: string): Promise<SettingsAnswer> => {
    const told = await ask('GET', repo, { token });
    const body = told.body as Told;
    if (told.status !== 200) return told;
    const type = settings.organization ? 'Organization' : 'User';
    return { ...told, body: { ...body, owner: { ...body.owner, type } } };
  };

  const rulesOfMain = () =>
    [...state.rulesets.values()]
      .filter(({ enforcement }) => enforcement === 'active')
      .flatMap(({ id: ruleset_id, rules, source_type, source }) =>
        rules.map((rule: Told) => ({
          ...rule,
          ruleset_source_type: source_type,
          ruleset_source: source,
          ruleset_id,
        })),
      );

  const environments = () =>
    [...state.environments].map(([key, { id, set }]) =>
      asEnvironment(key, id, set, `https://api.github.com${repo}/environments/${key}`),
    );

  const readOrganization = async (
    path: string,
    query: URLSearchParams,
    rights: Rights | undefined,
    id: number,
  ): Promise<SettingsAnswer | undefined> => {
    const org = `/orgs/${owner}`;
    if (!path.startsWith(`${org}`)) return undefined;
    if (!settings.organization) return refuse(404, 'Not Found');
    const isOwner = rights === undefined || rights.organization_administration !== undefined;
    if (path === org) return say(asOrganization(owner, isOwner ? settings.requiresTwoFactor : undefined));
    if (path === `${org}/members` || path === `${org}/outside_collaborators`) {
      const weak = query.get('filter') === '2fa_disabled';
      if (weak && !isOwner) return refuse(422, 'Only owners can use this filter.');
      const all = path.endsWith('members') ? logins : [];
      return say(all.filter((login) => !weak || settings.withoutTwoFactor.has(login)).map(asUser));
    }
    const [, slug] = new RegExp(`^${org}/teams/([^/]+)/members$`).exec(path) ?? [];
    if (slug !== undefined) {
      const members = state.teams.get(slug);
      return members === undefined ? refuse(404, 'Not Found') : say(members.map(asUser));
    }
    const group = state.groups.get(id);
    if (path === `${org}/actions/runner-groups`) {
      const url = `https://api.github.com${path}`;
      return listed(
        'runner_groups',
        [...state.groups].map(([key, set]) => asGroup(set, key, `${url}/${key}`)),
      );
    }
    if (group === undefined) return refuse(404, 'Not Found');
    if (path.endsWith('/runners')) return listed('runners', runnersOf(id));
    const { body } = await ask('GET', repo);
    const others = (group.selected_repository_ids ?? []).map((other: number) => ({
      ...(body as Told),
      ...(other !== (body as Told).id && { id: other, full_name: `${owner}/kho-${other}` }),
    }));
    return listed('repositories', others);
  };

  /** As an operator, or a program for settings, sets them. */
  const write = (method: string, path: string, body: Told): SettingsAnswer | undefined => {
    const rest = path.startsWith(repo) ? path.slice(repo.length) : path;
    const [, name = ''] = /\/(?:environments|secrets)\/([^/]+)/.exec(rest) ?? [];
    const [, id = ''] = /\/(\d+)$/.exec(rest) ?? [];
    switch (`${method} ${rest.replace(/\/(environments|secrets)\/[^/]+/, '/$1/*').replace(/\/\d+$/, '/#')}`) {
      case 'PUT /branches/main/protection':
        state.protection = body;
        return say(asProtection(body, `https://api.github.com${path}`));
      case 'DELETE /branches/main/protection':
        state.protection = undefined;
        return done;
      case 'POST /rulesets':
        return addRuleset(body, 'Repository', `${owner}/${repository}`);
      case `POST /orgs/${owner}/rulesets`:
        return addRuleset(body, 'Organization', owner);
      case 'PUT /rulesets/#': {
        const changed = { ...state.rulesets.get(Number(id)), ...body };
        state.rulesets.set(Number(id), changed);
        return say(asRuleset(changed, true, 'never'));
      }
      case 'PUT /environments/*': {
        const known = state.environments.get(name) ?? { id: ++ids, set: {}, policies: [] };
        state.environments.set(name, { ...known, set: body });
        return say(asEnvironment(name, known.id, body, path));
      }
      case 'POST /environments/*/deployment-branch-policies': {
        const policy = { id: ++ids, type: 'branch', ...body };
        state.environments.get(name)?.policies.push(policy);
        return say(policy);
      }
      case 'PUT /actions/secrets/*':
        state.secrets.add(name);
        return say({}, 201);
      case `PUT /orgs/${owner}/actions/secrets/*`:
        state.sharedSecrets.add(name);
        return say({}, 201);
      case 'POST /actions/variables':
        state.variables.set(body.name, body.value);
        return say({}, 201);
      case 'PUT /actions/permissions/workflow':
        Object.assign(state.workflowToken, body);
        return done;
      case `POST /orgs/${owner}/actions/runner-groups`:
        state.groups.set(++ids, body);
        return say(asGroup(body, ids, path), 201);
      default:
        return undefined;
    }
  };

  const addRuleset = (body: Told, source_type: string, source: string): SettingsAnswer => {
    const made = { target: 'branch', ...body, id: ++ids, source_type, source };
    state.rulesets.set(made.id, made);
    return say(asRuleset(made, true, 'never'), 201);
  };

  return {
    settings,
    knows: (token) => tokens.has(token),
    answer: async (request, token) => {
      const { method, path, query, body } = request;
      const issued = tokens.get(token);
      const given = settings.memberReaders.has(token)
        ? { ...rightsOfJob, members: 'read' as const }
        : rightsOfJob;
      const rights = token === ownerToken ? undefined : (issued ?? given);
      const refused =
        rights === undefined ? undefined : refuseByRights(path, method, rights, issued !== undefined);
      if (refused !== undefined) return refused;
      if (path === repo && method === 'GET') {
        return await readRepository(issued === undefined ? token : ownerToken);
      }
      const told = method === 'GET' ? await read(path, query, rights) : write(method, path, body);
      if (told === undefined) {
        // The emulator knows nothing of fine-grained tokens; what this one may was judged above.
        return issued === undefined ? undefined : await ask(method, `${path}?${query}`, { body });
      }
      const problems = [
        ...(method === 'GET' ? [] : checkRequest(request)),
        ...(told.status < 300 ? checkAnswer(method, path, told.status, told.body) : []),
      ];
      if (problems.length > 0) throw new Error(`settings are not as GitHub's: ${problems.join('\n')}`);
      return method === 'GET' ? inPages(told, request, base) : told;
    },
  };
}
