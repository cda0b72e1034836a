/** A team that represents an organization speaks by its members, as far as the token is shown them (decision 0031). */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { readTeamMembers } from '../../../src/github/pull/team-members.ts';
import { type Environment, runDanhba, settingsOf } from '../../support/child.ts';
import { bindRoot, readOne } from '../../support/faults-fixture.ts';
import { checkOut } from '../../support/github-checkout.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { told } from '../../support/told.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const path = 'directory/organizations/sokx.yaml';
const team = 'laichau/so-kx';
const people = ['id: LC-000001, name: Nguyễn Văn An', 'id: LC-000002, name: Nguyễn Văn Bình'];
const office = (...more: readonly string[]) =>
  organizationText('sokx', [...people, ...more], `representatives: [${team}]\n`);

let slapd: Slapd;
let desk: Desk;
let environment: Environment;
beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office() });
  environment = {
    ...settingsOf({ url: slapd.url, bindDn, passwordFile }),
    GITHUB_TOKEN: 'ghs_bot',
    GITHUB_REPOSITORY: desk.hub.repository,
    GITHUB_API_URL: desk.hub.url,
  };
});
beforeEach(() => {
  desk.hub.settings.reset();
  desk.hub.settings.organization = true;
  desk.hub.settings.setTeam('so-kx', ['minh']);
});
const mayRead = () => desk.hub.settings.memberReaders.add('ghs_bot');
afterEach(() => {
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
});

const propose = async (branch: string, ...more: readonly string[]) => {
  await desk.hub.commit('lan', branch, { [path]: office(...more) });
  return await desk.hub.openPull('lan', branch);
};
const answerTo = async (number: number, more: Environment = {}): Promise<string> => {
  const ended = await desk.review(number, more);
  expect(ended, ended.err).toMatchObject({ code: expect.any(Number) });
  return (await desk.commentsOn(number)).map(({ body }: { body: string }) => body).join('\n');
};

it('its members are read page by page, of the own organization alone, and not at all without the right', async () => {
  const { hub } = desk;
  const read = async (name: string) => await readTeamMembers(hub.open({ token: 'ghs_bot' }), name);
  expect(await read(team)).toBeUndefined();
  mayRead();
  const many = Array.from({ length: 201 }, (_, index) => `can-bo-${index}`);
  hub.settings.setTeam('so-kx', many);
  expect(await read(team)).toEqual(many);
  expect(await read('LaiChau/so-kx')).toEqual(many);
  expect(await read('laichau/khong-co')).toBeUndefined();
  hub.forget();
  expect(await read('khac/so-kx')).toBeUndefined();
  expect(hub.requests).toEqual([]);
  hub.strike(() => ({ status: 401 }));
  expect(await told(read(team))).toMatchObject({ code: 'github-token' });
  hub.strike(undefined);
});

it('an approval by a member is the team’s word; by anybody else it is none', async () => {
  mayRead();
  const number = await propose('mot', 'id: LC-000003, name: Lò Văn Cường');
  expect(await answerTo(number)).toContain(team);
  await desk.approve(number, 'may');
  expect(await answerTo(number)).toContain('một trong `laichau/so-kx`');
  await desk.approve(number, 'minh');
  const answer = await answerTo(number);
  expect(answer).not.toContain('một trong');
  expect(answer).toContain('`minh` đã duyệt');
});

it('where the token is shown no members nobody speaks for the team, and that is said', async () => {
  const number = await propose('hai', 'id: LC-000004, name: Lò Văn Dũng');
  await desk.approve(number, 'minh');
  const answer = await answerTo(number);
  expect(answer).toContain('team-unread');
  expect(answer).toContain('một trong `laichau/so-kx`');
  mayRead();
  expect(await answerTo(number)).not.toContain('team-unread');
});

it('what a member approved is carried out; with an unread team it waits until somebody may read it', async () => {
  const reconcile = async () => {
    const folder = join(desk.root, 'main');
    await checkOut(desk.hub, { folder, ref: 'main' });
    const given = ['reconcile', '--today', '2026-11-23', '--github', '--lang', 'en'];
    return await runDanhba(given, { cwd: folder, environment });
  };
  const stateOf = async (id: string) => {
    const root = await bindRoot(slapd);
    try {
      const entry = await readOne(root, `uid=${id},ou=people,${slapd.baseDn}`).catch(() => undefined);
      return entry?.danhbaState;
    } finally {
      await root.unbind();
    }
  };
  expect(await reconcile()).toMatchObject({ code: 0 });
  const number = await propose('ba', 'id: LC-000005, name: Lò Văn Em');
  await desk.approve(number, 'minh');
  await desk.merge(number);
  const first = await reconcile();
  expect(first.err).toContain('team-unread');
  expect(first.err).toContain('nobody entitled has agreed');
  expect(await stateOf('LC-000005')).toBeUndefined();
  mayRead();
  // A team without its member has not spoken either.
  desk.hub.settings.setTeam('so-kx', ['thu']);
  expect((await reconcile()).err).not.toContain('team-unread');
  expect(await stateOf('LC-000005')).toBeUndefined();
  desk.hub.settings.setTeam('so-kx', ['thu', 'Minh']);
  const last = await reconcile();
  expect(last, last.err).toMatchObject({ code: 0 });
  expect(await stateOf('LC-000005')).toBe('active');
});
