/** Each check of a repository's settings: as it must be, wrong in each way, and unseen, which is never as it must be. */
import { describe, expect, it } from 'vitest';
import { isBlind, judgeRepository, type NamedOperators } from '../../../src/doctor/repository.ts';
import { type RepositoryCheckId, repositoryCheckIds } from '../../../src/model/github/repository-finding.ts';
import type { BypassActor, RepositorySettings } from '../../../src/model/github/repository-settings.ts';
import {
  actionsApp,
  bare,
  environment,
  group,
  hidden,
  layer,
  nothing,
  operators,
  ownApp,
  repository,
  seen,
  settings,
} from './settings.ts';

type Case = readonly [
  what: string,
  id: RepositoryCheckId,
  change: Partial<RepositorySettings>,
  status: string,
  facts?: object,
];

const find = (
  id: RepositoryCheckId,
  change: Partial<RepositorySettings>,
  named: NamedOperators = operators,
) => judgeRepository(settings(change), named).find((one) => one.id === id);

const classic = layer({ source: { kind: 'classic' } });
const owners: readonly BypassActor[] = [{ kind: 'organization-owners' }];
const only = (...layers: (typeof bare)[]) => ({ rulesets: seen(layers) });
const onMain = { type: 'branch', name: 'main' } as const;
const lone = { ...repository, organization: undefined };

const ours = 'laichau/so-y-te';
const teams = (...all: readonly (readonly [string, readonly string[] | undefined])[]) => seen(new Map(all));
const onMachine = { runnerLabel: seen(undefined) };

const cases: readonly Case[] = [
  ['a public repository', 'visibility', { repository: seen({ ...repository, private: false }) }, 'warning'],
  [
    'an environment of main, where the default branch is another',
    'environment-plan',
    { repository: seen({ ...repository, defaultBranch: 'trunk' }) },
    'failed',
  ],
  [
    'a default branch by another name',
    'environment-plan',
    {
      repository: seen({ ...repository, defaultBranch: 'trunk' }),
      environments: seen([environment('plan', seen([{ type: 'branch', name: 'trunk' }]))]),
    },
    'ok',
  ],

  ['no protection at all', 'pull-request', only(), 'failed', { at: { page: 'new-ruleset' } }],
  [
    'a rule that wants no pull request',
    'pull-request',
    only(bare),
    'failed',
    { at: { page: 'ruleset', id: 7 } },
  ],
  ['classic protection alone', 'pull-request', { ...only(), classic: seen(classic) }, 'ok'],
  ['no code owners', 'code-owners', only(layer({ codeOwners: false })), 'failed'],
  ['code owners by another layer', 'code-owners', { ...only(bare), classic: seen(classic) }, 'ok'],
  [
    'classic without code owners',
    'code-owners',
    { ...only(), classic: seen(layer({ source: { kind: 'classic' }, codeOwners: false })) },
    'failed',
    { at: { page: 'branches' } },
  ],
  ['stale approvals', 'stale-approvals', only(layer({ staleApprovals: false })), 'failed'],
  ['the last push', 'last-push', only(layer({ lastPush: false })), 'failed'],
  ['a branch that may be behind', 'up-to-date', only(layer({ upToDate: false })), 'ok'],
  ['a branch that must keep up', 'up-to-date', only(layer({ upToDate: true })), 'ok'],
  ['rules nobody may see', 'up-to-date', { rulesets: hidden() }, 'unseen', { right: 'metadata' }],
  [
    'force pushes',
    'history',
    only(layer({ forcePushes: true })),
    'warning',
    { forcePushes: true, deletions: false },
  ],
  [
    'deletions',
    'history',
    only(layer({ deletions: true })),
    'warning',
    { forcePushes: false, deletions: true },
  ],

  ['rules that are hidden', 'code-owners', { rulesets: hidden() }, 'unseen', { right: 'metadata' }],
  [
    'classic hidden, rules without it',
    'code-owners',
    { ...only(bare), classic: hidden() },
    'unseen',
    { right: 'administration' },
  ],
  ['classic hidden, rules with it', 'code-owners', { classic: hidden() }, 'ok'],

  ['no CODEOWNERS', 'codeowners-file', { ownersErrors: seen(undefined) }, 'failed'],
  [
    'somebody GitHub does not know',
    'codeowners-file',
    { ownersErrors: seen([{ line: 3, kind: 'Unknown owner', source: '* @ai' }]) },
    'failed',
    { count: 1 },
  ],
  ['CODEOWNERS hidden', 'codeowners-file', { ownersErrors: hidden() }, 'unseen', { right: 'contents' }],

  ['no check', 'check-required', only(layer({ checks: [] })), 'failed'],
  ['another check', 'check-required', only(layer({ checks: [{ name: 'check', app: ownApp }] })), 'failed'],
  [
    'the check of anybody',
    'check-required',
    only(layer({ checks: [{ name: 'danhba', app: undefined }] })),
    'warning',
  ],
  [
    'the check of Actions',
    'check-required',
    only(layer({ checks: [{ name: 'danhba', app: actionsApp }] })),
    'warning',
  ],
  [
    'the check of Actions, and of an own app',
    'check-required',
    { classic: seen(layer({ checks: [{ name: 'danhba', app: actionsApp }] })) },
    'ok',
  ],
  [
    'the check of an app, Actions unknown',
    'check-required',
    { actionsApp: hidden() },
    'warning',
    { app: ownApp },
  ],
  ['the check, all hidden', 'check-required', { rulesets: hidden(), classic: hidden() }, 'unseen'],

  ['exceptions', 'no-bypass', only(layer({ bypass: owners })), 'failed', { layers: [{ actors: owners }] }],
  [
    'exceptions of one, made by another too',
    'no-bypass',
    { ...only(layer({ bypass: owners })), classic: seen(classic) },
    'ok',
  ],
  [
    'exceptions of the one that has code owners',
    'no-bypass',
    { ...only(layer({ bypass: owners })), classic: seen({ ...classic, codeOwners: false }) },
    'failed',
  ],
  [
    'exceptions that are hidden',
    'no-bypass',
    only(layer({ bypass: undefined })),
    'unseen',
    { right: 'administration-write' },
  ],
  [
    'hidden here, none there',
    'no-bypass',
    { ...only(layer({ bypass: undefined })), classic: seen(classic) },
    'ok',
  ],
  ['nothing to bypass', 'no-bypass', only(bare), 'failed'],
  ['nothing to bypass that was seen', 'no-bypass', { ...only(), classic: hidden() }, 'unseen'],

  [
    'a plan without protection',
    'plan',
    { classic: hidden('plan'), rulesets: hidden('plan') },
    'failed',
    { at: { page: 'plan' } },
  ],
  ['a plan, told by one question', 'plan', { classic: hidden(), rulesets: hidden('plan') }, 'failed'],
  ['a plan nobody was told of', 'plan', { classic: hidden(), rulesets: hidden() }, 'unseen'],
  ['a plan, with an empty list of rules', 'plan', { classic: hidden(), ...only() }, 'unseen'],
  [
    'code owners without a plan',
    'code-owners',
    { classic: hidden('plan'), rulesets: hidden('plan') },
    'failed',
  ],
  ['environments without a plan', 'environment-plan', { environments: hidden('plan') }, 'failed'],

  [
    'no environment',
    'environment-plan',
    { environments: seen([environment('reconcile')]) },
    'failed',
    { environment: 'plan' },
  ],
  ['an open environment', 'environment-plan', { environments: seen([environment('plan', 'all')]) }, 'failed'],
  [
    'one for protected branches',
    'environment-plan',
    { environments: seen([environment('plan', 'protected')]) },
    'failed',
  ],
  [
    'one more branch',
    'environment-plan',
    { environments: seen([environment('plan', seen([onMain, { type: 'branch', name: 'm*' }]))]) },
    'failed',
    { names: ['m*'] },
  ],
  [
    'a tag of that name',
    'environment-plan',
    { environments: seen([environment('plan', seen([onMain, { type: 'tag', name: 'main' }]))]) },
    'failed',
    { names: ['tag main'] },
  ],
  [
    'no branch',
    'environment-reconcile',
    { environments: seen([environment('reconcile', seen([]))]) },
    'failed',
  ],
  ['branches hidden', 'environment-plan', { environments: seen([environment('plan', hidden())]) }, 'unseen'],
  [
    'environments hidden',
    'environment-reconcile',
    { environments: hidden() },
    'unseen',
    { right: 'actions' },
  ],

  [
    'a password of the repository',
    'secrets',
    { secrets: seen(['DANHBA_LDAP_PASSWORD', 'NPM']) },
    'failed',
    { names: ['DANHBA_LDAP_PASSWORD'] },
  ],
  ['no team', 'teams', {}, 'ok'],
  ['a team that is shown', 'teams', { ...onMachine, teams: teams([ours, ['lan']]) }, 'ok'],
  ['a team in other letters', 'teams', { ...onMachine, teams: teams(['LaiChau/so-y-te', ['lan']]) }, 'ok'],
  ['a team, by jobs on Actions', 'teams', { teams: teams([ours, ['lan']]) }, 'warning'],
  [
    'teams that are hidden',
    'teams',
    { ...onMachine, teams: teams([ours, undefined], ['laichau/so-xay-dung', undefined]) },
    'unseen',
    { right: 'members' },
  ],
  [
    'a team that is not there',
    'teams',
    { ...onMachine, teams: teams([ours, ['lan']], ['laichau/so-y-t', undefined]) },
    'failed',
    { at: { page: 'teams' }, teams: ['laichau/so-y-t'] },
  ],
  ['a team of nobody', 'teams', { ...onMachine, teams: teams([ours, []]) }, 'failed', { teams: [ours] }],
  [
    'a team of elsewhere',
    'teams',
    { ...onMachine, teams: teams([ours, ['lan']], ['sonla/so-y-te', undefined]) },
    'failed',
    { teams: ['sonla/so-y-te'] },
  ],
  [
    'a team, of a person’s repository',
    'teams',
    { repository: seen(lone), teams: teams([ours, undefined]) },
    'failed',
    { teams: [ours] },
  ],
  [
    'a team, of a repository nobody sees',
    'teams',
    { repository: hidden(), teams: teams([ours, ['lan']]) },
    'unseen',
    { right: 'metadata' },
  ],
  ['secrets of others', 'secrets', { secrets: seen(['NPM']) }, 'ok'],
  ['secrets hidden', 'secrets', { secrets: hidden() }, 'unseen', { right: 'secrets' }],

  [
    'a label in capitals',
    'labels',
    { labels: seen(['Danhba', 'danhba:issue']) },
    'failed',
    {
      names: [
        'danhba:change',
        'danhba:suspend',
        'danhba:terminate',
        'danhba:restore',
        'danhba:reset',
        'danhba:custodian',
        'danhba:notice',
      ],
    },
  ],
  ['labels hidden', 'labels', { labels: hidden() }, 'unseen', { right: 'issues' }],

  [
    'no pull requests of Actions',
    'actions-pull-requests',
    { workflowToken: seen({ writes: false, opensPullRequests: false }) },
    'failed',
  ],
  [
    'a token that writes',
    'actions-token',
    { workflowToken: seen({ writes: true, opensPullRequests: true }) },
    'warning',
  ],
  [
    'permissions hidden',
    'actions-pull-requests',
    { workflowToken: hidden() },
    'unseen',
    { right: 'administration' },
  ],

  [
    'a group for all',
    'runners',
    { runnerGroups: seen([group({ repositories: 'all' })]) },
    'failed',
    { groups: ['may-chu'] },
  ],
  [
    'a group with another repository',
    'runners',
    { runnerGroups: seen([group({ repositories: seen(['laichau/hop-thu', 'laichau/web']) })]) },
    'failed',
  ],
  [
    'a group for all, label unknown',
    'runners',
    { runnerLabel: hidden(), runnerGroups: seen([group({ repositories: 'all' })]) },
    'warning',
  ],
  [
    'a group for all, of other machines',
    'runners',
    { runnerGroups: seen([group(), group({ repositories: 'all', labels: seen([['gpu']]) })]) },
    'ok',
  ],
  [
    'a group for every workflow',
    'runners',
    { runnerGroups: seen([group({ workflows: undefined })]) },
    'warning',
  ],
  [
    'a workflow of another branch',
    'runners',
    {
      runnerGroups: seen([group({ workflows: ['laichau/hop-thu/.github/workflows/plan.yml@refs/heads/x'] })]),
    },
    'warning',
  ],
  [
    'a workflow of another repository',
    'runners',
    { runnerGroups: seen([group({ workflows: ['laichau/web/.github/workflows/plan.yml@main'] })]) },
    'warning',
  ],
  ['a group without a workflow', 'runners', { runnerGroups: seen([group({ workflows: [] })]) }, 'ok'],
  [
    'a runner of the repository',
    'runners',
    { runners: seen([['May-Chu']]) },
    'warning',
    { at: { page: 'runner-groups' } },
  ],
  [
    'a runner of a public repository',
    'runners',
    { repository: seen({ ...repository, private: false }), runners: seen([['may-chu']]) },
    'failed',
  ],
  [
    'a group of a public repository',
    'runners',
    { repository: seen({ ...repository, private: false }) },
    'failed',
  ],
  [
    'no runner, and none meant: the job is on the operator’s machine',
    'runners',
    { runnerLabel: seen(undefined), runnerGroups: seen([]) },
    'ok',
  ],
  [
    'no runner, and which is meant hidden',
    'runners',
    { runnerLabel: hidden(), runnerGroups: seen([]) },
    'warning',
  ],
  [
    'no environment, with the job on the operator’s machine',
    'environment-plan',
    { runnerLabel: seen(undefined), environments: seen([]) },
    'ok',
  ],
  [
    'an open environment, wherever the job is',
    'environment-plan',
    { runnerLabel: seen(undefined), environments: seen([environment('plan', 'all')]) },
    'failed',
  ],
  ['no runner of the label', 'runners', { runnerLabel: seen('khac') }, 'warning', { label: 'khac' }],
  [
    'a person’s repository',
    'runners',
    { repository: seen(lone), runnerGroups: hidden('person'), runners: seen([['may-chu']]) },
    'warning',
  ],
  ['groups hidden', 'runners', { runnerGroups: hidden() }, 'unseen', { right: 'runner-groups' }],
  ['runners hidden', 'runners', { runners: hidden() }, 'unseen', { right: 'runners' }],
  ['what is in a group hidden', 'runners', { runnerGroups: seen([group({ labels: hidden() })]) }, 'unseen'],
  [
    'whose group it is hidden',
    'runners',
    { runnerGroups: seen([group({ repositories: hidden() })]) },
    'unseen',
  ],
  [
    'hidden runners, and a group that is wrong',
    'runners',
    { runners: hidden(), runnerGroups: seen([group({ repositories: 'all' })]) },
    'failed',
  ],

  [
    'an operator who may only read',
    'operators',
    {
      access: seen(
        new Map([
          ['lan', 'admin'],
          ['minh', 'read'],
        ]),
      ),
    },
    'failed',
    { logins: ['minh'] },
  ],
  [
    'an operator nobody knows',
    'operators',
    { access: seen(new Map([['lan', 'admin']])) },
    'failed',
    { logins: ['minh'] },
  ],
  ['access hidden', 'operators', { access: hidden() }, 'unseen'],

  [
    'an operator without it',
    'two-factor',
    { withoutTwoFactor: seen(['Minh', 'tu']) },
    'failed',
    { logins: ['minh'] },
  ],
  ['somebody else without it', 'two-factor', { withoutTwoFactor: seen(['tu']) }, 'warning', { count: 1 }],
  ['a person’s repository', 'two-factor', { withoutTwoFactor: hidden('person') }, 'unseen'],
  ['members hidden', 'two-factor', { withoutTwoFactor: hidden() }, 'unseen', { right: 'two-factor' }],
];

describe('a repository as it must be', () => {
  it('passes every check, in the order they are told', () => {
    const findings = judgeRepository(settings(), operators);
    expect(findings.map(({ id }) => id)).toEqual([...repositoryCheckIds]);
    expect(findings.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(isBlind(findings)).toBe(false);
  });
});

describe('one thing that is otherwise', () => {
  it.each(cases.map((one) => [one[1], one[0], one] as const))('%s: %s', (_id, _what, one) => {
    const [, id, change, status, facts = {}] = one;
    expect(find(id, change)).toMatchObject({ status, args: facts });
  });

  it('has a case that is not right for every check', () => {
    const told = new Set(cases.filter(([, , , status]) => status !== 'ok').map(([, id]) => id));
    expect([...told].sort()).toEqual([...repositoryCheckIds].sort());
  });
});

describe('operators', () => {
  it.each([
    ['nobody named', { logins: ['lan', 'minh'], byName: false }, 'operators-unnamed'],
    ['one alone', { logins: ['lan'], byName: true }, 'operators-few'],
  ])('%s', (_what, named, code) => {
    expect(find('operators', {}, named)).toMatchObject({ status: 'failed', code });
  });
});

describe('a token without rights', () => {
  it('passes nothing, whatever policy.yaml says', () => {
    for (const named of [operators, { logins: [], byName: false }]) {
      const findings = judgeRepository(nothing, named);
      expect(findings.filter(({ status }) => status !== 'unseen')).toEqual([]);
      expect(isBlind(findings)).toBe(true);
    }
  });

  // Each part alone: what it hides is never right.
  it.each(Object.keys(nothing) as (keyof RepositorySettings)[])(
    'hides %s, and passes nothing by it',
    (part) => {
      const before = judgeRepository(settings(), operators);
      const after = judgeRepository(settings({ [part]: hidden() }), operators);
      const worse = after.filter(({ status }, index) => status !== before[index]?.status);
      expect(worse.every(({ status }) => ['unseen', 'warning'].includes(status))).toBe(true);
      if (part !== 'classic' && part !== 'runnerLabel') expect(worse.length).toBeGreaterThan(0);
    },
  );
});
