/** `danhba github doctor` as an operator runs it: what it says, in which form, and what a weak token is told. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ended, runDanhba } from '../../support/child.ts';
import type { TestGitHub } from '../../support/github.ts';
import {
  type Clinic,
  checksOf,
  openClinic,
  operatorRights,
  protection,
  setUp,
} from '../../support/github-doctor-fixture.ts';
import { organizationText } from '../../support/world.ts';

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
const statusesOf = (ended: Ended): readonly string[] =>
  Object.entries(checksOf(ended)).map(([id, { status }]) => `${id}: ${status}`);

describe('what is not set up', () => {
  it('is told with its page and its button, in both languages', async () => {
    const token = hub.settings.issueToken(operatorRights);
    // Meant to run on GitHub, on a runner that is not there.
    await set('POST', '/actions/variables', { name: 'DANHBA_RUNNER', value: 'may-chu' });
    const ended = await doctor(token);
    expect(ended.code).toBe(1);
    const web = hub.url.replace('/api/v3', '');
    const at = `${web}/laichau/hop-thu/settings`;
    expect(ended.out).toContain('Thiết đặt GitHub của laichau/hop-thu, nhánh main\n');
    expect(ended.out).toMatch(/không đạt: \d+ · cần xem: 2 · đạt: \d+/);
    expect(ended.out).toContain('× code-owners: gộp được mà không cần người duyệt của tệp\n');
    expect(ended.out).toContain('"Require review from Code Owners"');
    expect(ended.out).toContain(`      ${at}/rules/new?target=branch\n`);
    expect(ended.out).toContain(`      ${at}/environments/new\n`);
    expect(ended.out).toContain('× codeowners-file: main không có .github/CODEOWNERS\n');
    expect(ended.out).toContain('✓ visibility: kho là riêng tư\n');
    const english = await doctor(token, '--lang', 'en');
    expect(english.out).toContain('× pull-request: anyone with write access can push to main directly\n');
    expect(english.out).toContain(`      ${at}/actions\n`);
  });

  it('is one finding a check in JSON, with the page in its hint', async () => {
    const ended = await doctor(hub.settings.issueToken(operatorRights), '--format', 'json', '--lang', 'en');
    expect(ended.code).toBe(1);
    expect(checksOf(ended)['actions-pull-requests']).toEqual({
      status: 'failed',
      message: 'GitHub Actions may not open pull requests: no form becomes one',
      hint: `Tick "Allow GitHub Actions to create and approve pull requests" · ${hub.url.replace('/api/v3', '')}/laichau/hop-thu/settings/actions`,
    });
  });
});

describe('a repository set up as the pages say', () => {
  it('has nothing to be mended, and every question is one of GitHub’s', async () => {
    await setUp(clinic);
    const ended = await doctor(hub.settings.issueToken(operatorRights), '--format', 'json');
    const checks = checksOf(ended);
    expect(Object.entries(checks).filter(([, { status }]) => status !== 'ok')).toEqual([]);
    expect(Object.values(checks).filter(({ hint }) => hint !== undefined)).toEqual([]);
    expect(ended.code).toBe(0);
    expect(hub.requests.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('teams that represent organizations', () => {
  const file = 'organizations/soyt.yaml';
  const name = async (...teams: string[]) =>
    await writeFile(
      join(clinic.root, 'directory', file),
      organizationText('soyt', [], `representatives: [${teams.join(', ')}]\n`),
    );
  afterEach(async () => await rm(join(clinic.root, 'directory', file), { force: true }));

  it.each([
    ['are shown', ['laichau/so-y-te'], false, 'ok', /^the token is shown who is in every team/],
    [
      'are hidden from a token without the right',
      ['laichau/so-y-te', 'laichau/khong-co'],
      true,
      'unseen',
      /Organization permissions › Members: Read-only \(that of the account danhba runs by too/,
    ],
    [
      'are not all there',
      ['laichau/so-y-te', 'laichau/khong-co'],
      false,
      'failed',
      /laichau\/khong-co.*\/orgs\/laichau\/teams$/s,
    ],
    ['have nobody', ['laichau/trong'], false, 'failed', /nobody is in the team.*laichau\/trong/s],
    [
      'are of elsewhere',
      ['laichau/so-y-te', 'sonla/so-y-te'],
      false,
      'failed',
      /whose word never counts: sonla\/so-y-te/,
    ],
  ] as const)('%s', async (_what, teams, isWeak, status, told) => {
    hub.settings.setTeam('so-y-te', ['lan', 'minh']);
    hub.settings.setTeam('trong', []);
    await name(...teams);
    const { members: _members, ...few } = operatorRights;
    const check = (await clinic.look(isWeak ? few : operatorRights)).teams;
    expect(check?.status).toBe(status);
    expect(`${check?.message}\n${check?.hint ?? ''}`.trim()).toMatch(told);
  });

  it('are not known to the token of Actions, by which the jobs run', async () => {
    await setUp(clinic);
    hub.settings.setTeam('so-y-te', ['lan']);
    await name('laichau/so-y-te');
    expect((await clinic.look()).teams).toMatchObject({
      status: 'warning',
      hint: expect.stringContaining('operator’s machine'),
    });
  });
});

describe('a token that sees little', () => {
  it('passes nothing it does not see, and says which rights it lacks', async () => {
    await setUp(clinic);
    const ended = await doctor(
      hub.settings.issueToken({ metadata: 'read' }),
      '--format',
      'json',
      '--lang',
      'en',
    );
    const checks = checksOf(ended);
    // The rules of a branch, and who may write, are for everybody who sees the repository.
    const rules = ['plan', 'pull-request', 'code-owners', 'stale-approvals', 'last-push', 'check-required'];
    const open = ['visibility', ...rules, 'up-to-date', 'history', 'operators', 'teams'];
    for (const [id, { status, hint }] of Object.entries(checks)) {
      expect(status, id).toBe(open.includes(id) ? 'ok' : 'unseen');
      if (status === 'unseen') expect(hint, id).toMatch(/permissions ›|Repository access ›/);
    }
    expect(ended.code).toBe(0);
    const text = await doctor(hub.settings.issueToken({ metadata: 'read' }));
    expect(text.out).toContain('không xem được: 10 · đạt: 11');
    expect(text.out).toContain('10 mục không xem được: chưa biết đúng hay sai, không phải là đạt.\n');
  });

  it('that sees not even the repository ends with 1, and asks nothing more', async () => {
    await setUp(clinic);
    const ended = await doctor(hub.settings.issueToken({}), '--format', 'json');
    expect(statusesOf(ended).filter((one) => !one.endsWith(': unseen'))).toEqual([]);
    expect(ended.code).toBe(1);
    hub.forget();
    const text = await doctor(hub.settings.issueToken({}));
    expect(text.out).toContain('Mã truy cập không xem được mục nào: chưa có gì được kiểm tra.\n');
    expect(hub.requests.length).toBe(1);
  });

  it('of GitHub Actions is shown none of the protection', async () => {
    await set('PUT', '/branches/main/protection', protection());
    const statuses = statusesOf(await doctor('ghs_bot', '--format', 'json'));
    const rules = ['plan', 'pull-request', 'no-bypass', 'actions-pull-requests', 'secrets', 'two-factor'];
    expect(statuses).toEqual(expect.arrayContaining(rules.map((id) => `${id}: unseen`)));
  });
});

describe('where GitHub cannot be asked', () => {
  it('nothing is told of any setting', async () => {
    const token = hub.settings.issueToken(operatorRights);
    hub.strike(({ path }) => (path.endsWith('/environments') ? { status: 500 } : undefined));
    expect(await doctor(token)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('[github-lost]'),
    });
    hub.strike(undefined);
    const wrong = await doctor('github_pat_wrong');
    expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringContaining('[github-token]') });
    const unset = await runDanhba(['github', 'doctor'], { cwd: clinic.root });
    expect(unset).toMatchObject({ code: 1, out: '', err: expect.stringContaining('[settings]') });
    const format = await doctor(token, '--format', 'yaml');
    expect(format).toMatchObject({ code: 1, out: '', err: expect.stringContaining('--format yaml') });
  });
});

describe('danhba doctor, where GitHub is set', () => {
  const ids = async (token: string) => {
    const environment = { GITHUB_TOKEN: token, GITHUB_REPOSITORY: hub.repository, GITHUB_API_URL: hub.url };
    const ended = await runDanhba(['doctor', '--format', 'json'], { cwd: clinic.root, environment });
    const { checks } = JSON.parse(ended.out) as { checks: { id: string; status: string; message: string }[] };
    return checks.filter(({ id }) => id.startsWith('github'));
  };

  it('has each of the checks above, as they are told there', async () => {
    await setUp(clinic);
    const token = hub.settings.issueToken(operatorRights);
    const alone = Object.entries(checksOf(await doctor(token, '--format', 'json')));
    expect(await ids(token)).toEqual(alone.map(([id, told]) => ({ id: `github-${id}`, ...told })));
  });

  it('says in one check that GitHub refused', async () => {
    expect(await ids('github_pat_wrong')).toMatchObject([{ id: 'github', status: 'failed' }]);
  });
});
