/** The settings a test's repository has, and which of them a token is shown. */
import { refuse, type SettingsAnswer, type Told } from './github-settings-answers.ts';

/** `administration`, `organization_members` …, as `X-Accepted-GitHub-Permissions` names them. */
export type Rights = Readonly<Record<string, 'read' | 'write'>>;

/** What a question needs of a fine-grained token, in GitHub's words; the first that fits. */
const needed: readonly (readonly [RegExp, string])[] = [
  [/^\/orgs\/[^/]+\/actions\/runner-groups/, 'organization_self_hosted_runners'],
  [/^\/orgs\/[^/]+\/(members|outside_collaborators|teams)/, 'members'],
  [/^\/(orgs\/[^/]+|apps\/[^/]+)$/, ''],
  [/\/protection$|\/actions\/(permissions|runners)/, 'administration'],
  [/\/environments/, 'actions'],
  [/\/(actions\/secrets|organization-secrets)/, 'secrets'],
  [/\/(actions\/variables|organization-variables)/, 'actions_variables'],
  [/\/labels/, 'issues'],
  [/\/(codeowners|git|contents|commits)\b/, 'contents'],
  [/./, 'metadata'],
];

/** What a job's own token may be given; administration, secrets and the organization are never among it. */
export const rightsOfJob: Rights = { metadata: 'read', contents: 'write', issues: 'write', actions: 'read' };

export function refuseByRights(
  path: string,
  method: string,
  rights: Rights,
  isPersonal: boolean,
): SettingsAnswer | undefined {
  // Everything of a private repository is hidden from a token that was not given it.
  if (path.startsWith('/repos/') && rights.metadata === undefined) return refuse(404, 'Not Found');
  const right = needed.find(([form]) => form.test(path))?.[1] ?? 'metadata';
  if (right === '' || rights[right] !== undefined) return undefined;
  const accepted = { 'x-accepted-github-permissions': `${right}=${method === 'GET' ? 'read' : 'write'}` };
  return refuse(
    403,
    `Resource not accessible by ${isPersonal ? 'personal access token' : 'integration'}`,
    accepted,
  );
}

export interface State {
  protection: Told;
  readonly rulesets: Map<number, Told>;
  readonly environments: Map<string, { readonly id: number; readonly set: Told; readonly policies: Told[] }>;
  readonly secrets: Set<string>;
  readonly sharedSecrets: Set<string>;
  readonly variables: Map<string, string>;
  readonly groups: Map<number, Told>;
  /** Logins, by the slug of the team. */
  readonly teams: Map<string, readonly string[]>;
  readonly runners: {
    readonly id: number;
    readonly labels: readonly string[];
    readonly group: number | undefined;
  }[];
  readonly workflowToken: Told;
}

/** As GitHub makes a new repository. */
export function empty(): State {
  return {
    protection: undefined,
    rulesets: new Map(),
    environments: new Map(),
    secrets: new Set(),
    sharedSecrets: new Set(),
    variables: new Map(),
    groups: new Map(),
    teams: new Map(),
    runners: [],
    workflowToken: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false },
  };
}
