/** What `danhba github doctor` prints: each finding in both languages with page and button, nothing of others as it is. */
import { describe, expect, it } from 'vitest';
import { webUrlOf } from '../../../src/github/connect/settings.ts';
import type {
  RepositoryFinding,
  RepositoryFindingCode,
  RepositoryFindings,
  SettingsPage,
} from '../../../src/model/github/repository-finding.ts';
import {
  renderRepositoryChecksJson,
  renderRepositoryChecksText,
} from '../../../src/render/github/repository-checks.ts';
import { type RepositoryPlace, urlOfPage } from '../../../src/render/github/settings-page.ts';
import type { Language } from '../../../src/render/text/wording.ts';

const place: RepositoryPlace = {
  web: 'https://github.com',
  owner: 'laichau',
  repo: 'hop-thu',
  branch: 'main',
  organization: 'laichau',
};
/** What somebody else may have named so. */
const hostile = '\u202e::error::x\n×';
const at = { page: 'actions' } as const;

/** Facts for each code; a new one does not compile without. */
const facts: RepositoryFindings = {
  sound: {},
  unseen: { right: 'administration' },
  'person-owned': {},
  'plan-lacks': { at },
  'plan-none': { at },
  public: { at },
  unrequired: { at, what: 'last-push' },
  'owners-none': { at },
  'owners-unknown': { at, count: 2, first: { line: 3, kind: hostile, source: hostile } },
  'check-none': { at },
  'check-any-source': { at },
  'check-of-actions': { at },
  'check-of-unknown': { at, app: 7 },
  'history-open': { at, forcePushes: true, deletions: true },
  unprotected: { at },
  bypass: {
    at,
    layers: [
      {
        source: { kind: 'ruleset', id: 1, name: hostile, organization: undefined },
        actors: [
          { kind: 'role', id: 5 },
          { kind: 'role', id: 99 },
          { kind: 'team', id: hostile },
          { kind: 'app', id: 3 },
          { kind: 'user', id: 4 },
          { kind: 'deploy-keys' },
          { kind: 'token-owner' },
          { kind: 'organization-owners' },
        ],
      },
      { source: { kind: 'classic' }, actors: [{ kind: 'administrators' }] },
    ],
  },
  'environment-none': { at, environment: 'plan' },
  'environment-open': { at, environment: 'plan' },
  'environment-protected': { at, environment: 'plan' },
  'environment-others': { at, environment: 'plan', names: [hostile] },
  'secrets-outside': { at, names: [hostile] },
  'labels-lacking': { at, names: ['danhba'] },
  'actions-refused': { at },
  'token-writes': { at },
  'runner-shared': { at, groups: [hostile] },
  'runner-public': { at },
  'runner-any-workflow': { at, groups: [hostile] },
  'runner-any-branch': { at },
  'runner-none': { at },
  'runner-unmatched': { at, label: hostile },
  'operators-unnamed': {},
  'operators-few': { logins: ['lan'] },
  'operators-powerless': { at, logins: ['lan'] },
  'two-factor-lacking': { at, logins: ['lan'] },
  'two-factor-others': { at, count: 4 },
  'teams-foreign': { teams: [hostile] },
  'teams-unknown': { at, teams: [hostile] },
  'teams-empty': { at, teams: [hostile] },
  'teams-on-actions': {},
};
const codes = Object.keys(facts) as RepositoryFindingCode[];
const findingOf = (code: RepositoryFindingCode): RepositoryFinding =>
  ({
    id: 'runners',
    status: code === 'sound' ? 'ok' : 'failed',
    code,
    args: facts[code],
  }) as RepositoryFinding;

describe.each<Language>(['vi', 'en'])('in %s', (language) => {
  it.each(codes)('%s has words, a hint and a page, and shows nothing as it came', (code) => {
    const finding = findingOf(code);
    const text = renderRepositoryChecksText([finding], place, language);
    expect(text).not.toMatch(/undefined|\[object|\u202e/);
    const lines = text.trimEnd().split('\n').slice(4);
    expect(lines[0]).toMatch(/^[×✓] runners: \S/);
    expect(lines.length).toBe(code === 'sound' ? 1 : 'at' in facts[code] || code === 'unseen' ? 3 : 2);
    if (code === 'sound') return;
    expect(lines[1]).toMatch(/^ {4}= \S/);
    if (lines[2] !== undefined) expect(lines[2]).toMatch(/^ {6}https:\/\/github\.com\/\S+$/);
    const { checks } = JSON.parse(renderRepositoryChecksJson([finding], place, language));
    expect(Object.keys(checks[0])).toEqual(['id', 'status', 'message', 'hint']);
    expect(checks[0].hint.endsWith(lines[2]?.trim() ?? '')).toBe(true);
  });
});

describe('the text', () => {
  const make = (id: string, status: string, code: RepositoryFindingCode, args: object = {}) =>
    ({ id, status, code, args }) as RepositoryFinding;

  it('tells the worst first, a page once below all that is put right there, and what was not seen', () => {
    const page: SettingsPage = { page: 'ruleset', id: 12, ofOrganization: false };
    const findings = [
      make('visibility', 'ok', 'sound'),
      make('pull-request', 'failed', 'unrequired', { at: page, what: 'pull-request' }),
      make('labels', 'failed', 'labels-lacking', {
        at: { page: 'labels' },
        names: ['danhba', 'danhba:issue'],
      }),
      make('code-owners', 'failed', 'unrequired', { at: page, what: 'code-owners' }),
      make('secrets', 'unseen', 'unseen', { right: 'secrets' }),
      make('actions-token', 'warning', 'token-writes', { at: { page: 'actions' } }),
      make('runners', 'unseen', 'unseen', { right: 'runner-groups' }),
      make('environment-plan', 'unseen', 'unseen', { right: 'secrets' }),
    ];
    expect(
      renderRepositoryChecksText(findings, place, 'en'),
    ).toBe(`GitHub settings of laichau/hop-thu, branch main

  failed: 3 · to be looked at: 1 · unseen: 3 · ok: 1

× pull-request: anyone with write access can push to main directly
    = Tick "Require a pull request before merging"
× code-owners: changes can be merged without the agreement of code owners
    = Tick "Require a pull request before merging" › "Require review from Code Owners"
      https://github.com/laichau/hop-thu/settings/rules/12
× labels: labels are missing: danhba, danhba:issue
    = "New label"
      https://github.com/laichau/hop-thu/labels

! actions-token: a workflow that states no permissions may write to the repository
    = "Workflow permissions" › "Read repository contents and packages permissions"
      https://github.com/laichau/hop-thu/settings/actions

? secrets: could not be seen: no secret stands outside the environments
? environment-plan: could not be seen: the environment "plan" is open to main alone
    = The token needs: Repository permissions › Secrets: Read-only
? runners: could not be seen: the runners serve this repository and workflows of main alone
    = The token needs: Organization permissions › Self-hosted runners: Read-only (the token of an owner of the organization)
      https://github.com/settings/personal-access-tokens

3 could not be seen: they may be right or wrong, and none of them has passed.

✓ visibility: the repository is private
`);
  });
});

describe('the pages', () => {
  it.each<[SettingsPage, string, string]>([
    [{ page: 'branches' }, '/laichau/hop-thu/settings/branches', '/laichau/hop-thu/settings/branches'],
    [{ page: 'plan' }, '/organizations/laichau/billing/plans', '/settings/billing'],
    [
      { page: 'two-factor' },
      '/organizations/laichau/settings/security',
      '/laichau/hop-thu/settings/security',
    ],
    [
      { page: 'ruleset', id: 3, ofOrganization: true },
      '/organizations/laichau/settings/rules/3',
      '/laichau/hop-thu/settings/rules/3',
    ],
    [
      { page: 'runner-groups' },
      '/organizations/laichau/settings/actions/runner-groups',
      '/laichau/hop-thu/settings/actions/runners',
    ],
    [
      { page: 'environment', id: 9 },
      '/laichau/hop-thu/settings/environments/9/edit',
      '/laichau/hop-thu/settings/environments/9/edit',
    ],
    [
      { page: 'codeowners' },
      '/laichau/hop-thu/blob/main/.github/CODEOWNERS',
      '/laichau/hop-thu/blob/main/.github/CODEOWNERS',
    ],
  ])('%o', (page, ofOrganization, ofPerson) => {
    expect(urlOfPage(page, place)).toBe(`https://github.com${ofOrganization}`);
    expect(urlOfPage(page, { ...place, organization: undefined })).toBe(`https://github.com${ofPerson}`);
  });

  it.each([
    ['https://api.github.com', 'https://github.com'],
    ['https://api.laichau.ghe.com', 'https://laichau.ghe.com'],
    ['https://github.example.gov.vn/api/v3', 'https://github.example.gov.vn'],
    ['https://api.example.gov.vn/api/v3', 'https://api.example.gov.vn'],
  ])('of %s are at %s', (api, web) => {
    expect(webUrlOf(api)).toBe(web);
  });
});
