/** `danhba github doctor` on settings made as on GitHub: protection, environments, secrets, runners, people. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGitHub } from '../../support/github.ts';
import {
  type Clinic,
  checksOf,
  onMain,
  openClinic,
  operatorRights,
  protection,
  ruleset,
} from '../../support/github-doctor-fixture.ts';
import { actionsApp } from '../../support/github-settings.ts';

let clinic: Clinic;
let hub: TestGitHub;
beforeAll(async () => {
  clinic = await openClinic();
  hub = clinic.hub;
});
afterAll(async () => await clinic?.close());
beforeEach(() => clinic.reset());

const set: Clinic['set'] = (...args) => clinic.set(...args);
const doctor: Clinic['doctor'] = (...args) => clinic.doctor(...args);
const look: Clinic['look'] = (...args) => clinic.look(...args);

describe('protection', () => {
  const rules = [
    'pull-request',
    'code-owners',
    'stale-approvals',
    'last-push',
    'check-required',
    'up-to-date',
  ];

  it('of the classic kind is as good as a ruleset', async () => {
    await set('PUT', '/branches/main/protection', protection());
    const checks = await look();
    for (const id of [...rules, 'history', 'no-bypass', 'plan']) expect(checks[id]?.status, id).toBe('ok');
  });

  it('of the classic kind that administrators and others pass by', async () => {
    const reviews = {
      require_code_owner_reviews: false,
      bypass_pull_request_allowances: { users: ['minh'], teams: [], apps: [] },
    };
    const open = { enforce_admins: false, allow_force_pushes: true, required_status_checks: null };
    await set(
      'PUT',
      '/branches/main/protection',
      protection({ ...open, required_pull_request_reviews: reviews }),
    );
    const checks = await look();
    expect(checks['no-bypass']).toMatchObject({
      status: 'failed',
      message:
        'somebody may bypass the rules: classic protection: administrators of the repository, user minh',
      hint: expect.stringContaining('/settings/branches'),
    });
    expect(checks['code-owners']?.hint).toContain('/settings/branches');
    expect(checks['check-required']?.status).toBe('failed');
    expect(checks.history?.message).toBe('main can be rewritten');
  });

  it('by a ruleset with exceptions is none, whoever made it', async () => {
    const actors = [
      { actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' },
      { actor_id: null, actor_type: 'DeployKey', bypass_mode: 'always' },
    ];
    const { id } = await set('POST', '/rulesets', ruleset({ bypass_actors: actors }));
    const checks = await look();
    expect(checks['no-bypass']).toMatchObject({
      status: 'failed',
      message: 'somebody may bypass the rules: ruleset "main": Repository admin, deploy keys',
      hint: expect.stringContaining(`/laichau/hop-thu/settings/rules/${id}`),
    });
    await set('PUT', `/rulesets/${id}`, { bypass_actors: [] });
    expect((await look())['no-bypass']?.status).toBe('ok');
    await set('PUT', `/rulesets/${id}`, { enforcement: 'evaluate' });
    expect((await look())['pull-request']?.status).toBe('failed');
  });

  it('hides its exceptions from a token that may only read: nothing is said of them', async () => {
    await set('POST', '/rulesets', ruleset());
    const checks = await look({ ...operatorRights, administration: 'read' });
    expect(checks['code-owners']?.status).toBe('ok');
    expect(checks['no-bypass']).toMatchObject({
      status: 'unseen',
      hint: expect.stringContaining('Administration: Read and write'),
    });
  });

  it('by a ruleset of the organization, beside one of the repository with exceptions', async () => {
    const actors = [{ actor_id: 1, actor_type: 'OrganizationAdmin', bypass_mode: 'pull_request' }];
    await set('POST', '/rulesets', ruleset({ bypass_actors: actors }));
    const { conditions: _, ...ofOrganization } = ruleset();
    await set('POST', '/orgs/laichau/rulesets', ofOrganization);
    // The organization's list is shown to those who may change it, and the fine-grained token is none.
    expect((await look())['no-bypass']?.status).toBe('unseen');
    const whole = await doctor('ghp_owner', '--format', 'json');
    expect(checksOf(whole)['no-bypass']?.status).toBe('ok');
  });

  it.each([
    ['any source', undefined],
    ['GitHub Actions', actionsApp],
  ])('takes the check from %s: told', async (source, app) => {
    const { rules: all, ...rest } = ruleset();
    const checks = { required_status_checks: [{ context: 'danhba', ...(app && { integration_id: app }) }] };
    const parameters = { strict_required_status_checks_policy: true, ...checks };
    await set('POST', '/rulesets', {
      ...rest,
      rules: [all[0], { type: 'required_status_checks', parameters }],
    });
    expect((await look())['check-required']).toMatchObject({
      status: 'warning',
      message: expect.stringContaining(`accepted from ${source}`),
    });
  });

  it('cannot be had on a plan without it, and that is what is told', async () => {
    hub.settings.plan = 'free';
    const ended = await doctor(hub.settings.issueToken(operatorRights), '--lang', 'en');
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('× plan: this plan of GitHub protects no branch of a private repository');
    expect(ended.out).toContain('/organizations/laichau/billing/plans\n');
    expect(ended.out.match(/cannot be set with this plan of GitHub/g)?.length).toBe(8);
    expect(ended.out).not.toContain('Require review from Code Owners');
  });
});

describe('what jobs may reach', () => {
  it('an environment that is open, or open to more than main', async () => {
    await set('PUT', '/environments/plan', { deployment_branch_policy: null });
    await set('PUT', '/environments/reconcile', onMain);
    for (const name of ['main', 'release/*']) {
      await set('POST', '/environments/reconcile/deployment-branch-policies', { name });
    }
    await set('PUT', '/actions/secrets/DANHBA_LDAP_PASSWORD', { encrypted_value: 'AAAA', key_id: '1' });
    const shared = { encrypted_value: 'AAAA', key_id: '1', visibility: 'all' };
    await set('PUT', '/orgs/laichau/actions/secrets/DANHBA_DOVEADM_API_KEY', shared);
    const checks = await look();
    expect(checks['environment-plan']?.message).toContain('is open to all branches');
    expect(checks['environment-reconcile']?.message).toContain('is open to release/* too');
    expect(checks.secrets?.message).toContain('DANHBA_LDAP_PASSWORD, DANHBA_DOVEADM_API_KEY');
    await set('PUT', '/environments/plan', {
      deployment_branch_policy: { protected_branches: true, custom_branch_policies: false },
    });
    const after = checksOf(await doctor(hub.settings.issueToken(operatorRights), '--format', 'json'));
    expect(after['environment-plan']?.message).toContain('mở cho mọi nhánh được bảo vệ');
  });

  it('is read to the last page of every list', async () => {
    const secret = { encrypted_value: 'AAAA', key_id: '1' };
    for (let count = 1; count <= 100; count++) await set('PUT', `/actions/secrets/KHAC_${count}`, secret);
    for (let count = 1; count <= 30; count++) {
      await set('POST', '/actions/variables', { name: `KHAC_${count}`, value: 'x' });
    }
    expect((await look()).secrets?.status).toBe('ok');
    await set('PUT', '/actions/secrets/DANHBA_LDAP_PASSWORD', secret);
    await set('POST', '/actions/variables', { name: 'DANHBA_RUNNER', value: 'khong-co' });
    hub.settings.addRunner(['may-chu']);
    const { secrets, runners } = await look();
    expect(secrets?.status).toBe('failed');
    expect(runners?.message).toContain('"khong-co"');
  });

  it('a runner that other repositories, or branches, can use', async () => {
    await set('POST', '/actions/variables', { name: 'DANHBA_RUNNER', value: 'may-chu' });
    const shared = await set('POST', '/orgs/laichau/actions/runner-groups', {
      name: 'chung',
      visibility: 'all',
    });
    hub.settings.addRunner(['may-chu'], shared.id);
    const runners = async () => (await look()).runners;
    expect(await runners()).toMatchObject({
      status: 'failed',
      message: 'other repositories may use the runners of: chung',
      hint: expect.stringContaining(`/organizations/laichau/settings/actions/runner-groups/${shared.id}`),
    });
    hub.settings.reset();
    hub.settings.addRunner(['may-chu']);
    expect(await runners()).toMatchObject({
      status: 'warning',
      message: expect.stringContaining('any branch'),
    });
  });

  it('who runs it: without two-factor authentication, without access, in a person’s repository', async () => {
    await hub.commit('laichau', 'main', { '.github/CODEOWNERS': '* @laichau @minh\n' });
    hub.settings.withoutTwoFactor.add('minh');
    expect((await look())['two-factor']?.message).toBe('operators without two-factor authentication: minh');
    hub.settings.requiresTwoFactor = true;
    expect((await look())['two-factor']?.status).toBe('ok');
    await hub.as('laichau', 'DELETE', '/collaborators/minh');
    const { operators, 'codeowners-file': file } = await look();
    await hub.as('laichau', 'PUT', '/collaborators/minh', { permission: 'push' });
    expect(operators?.message).toContain('operators without write access');
    expect(file?.message).toContain('line 1 (Unknown owner): * @laichau @minh');
    hub.settings.organization = false;
    const { 'two-factor': alone, runners } = await look();
    expect(alone).toMatchObject({ status: 'unseen', hint: expect.stringContaining('a person’s') });
    // None, and none meant: the job is on the operator's machine.
    expect(runners?.status).toBe('ok');
  });
});
