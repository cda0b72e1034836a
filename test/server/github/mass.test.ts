/** A change of many on GitHub: held, told once with its digest, let pass once, and never for another set. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Environment, settingsOf } from '../../support/child.ts';
import { bindRoot, readOne } from '../../support/faults-fixture.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const sealed = `credentialRecipients: [${testRecipient}]\n`;
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\n${sealed}`;
const names = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga', 'Oanh', 'Phúc'];
const idOf = (index: number) => `LC-${String(index + 1).padStart(6, '0')}`;
const path = 'directory/organizations/sokx.yaml';
/** The office, when so many of its people have resigned. */
const office = (resigned: number) =>
  organizationText(
    'sokx',
    names.map((name, index) => {
      const left =
        index < resigned
          ? ', termination: {reason: resignation, document: 77/QĐ-SNV, decided: 2026-11-20}'
          : '';
      return `id: ${idOf(index)}, name: Nguyễn Văn ${name}${left}`;
    }),
    'representatives: [minh]\n',
  );

let slapd: Slapd;
let desk: Desk;
let reconciler: Environment;
let planner: Environment;

beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const as = ({ dn: bindDn, passwordFile }: Slapd['planner']) =>
    settingsOf({ url: slapd.url, bindDn, passwordFile });
  planner = as(slapd.planner);
  reconciler = as(slapd.reconciler);
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office(0) });
  expect(await desk.reconcile(reconciler)).toMatchObject({ code: 0 });
});
afterAll(async () => {
  expect(desk.hub.problems).toEqual([]);
  await desk?.close();
  await slapd?.stop();
});

async function ended(): Promise<number> {
  const root = await bindRoot(slapd);
  try {
    const entries = await Promise.all(
      names.map((_, index) => readOne(root, `uid=${idOf(index)},ou=people,${slapd.baseDn}`)),
    );
    return entries.filter(({ danhbaState }) => danhbaState === 'terminated').length;
  } finally {
    await root.unbind();
  }
}

interface Issue {
  readonly number: number;
  readonly state: string;
  readonly body: string;
  readonly pull_request?: unknown;
}
const heldIssues = async (): Promise<readonly Issue[]> =>
  (await desk.hub.as('laichau', 'GET', '/issues?state=all&per_page=100')).filter(
    (issue: Issue) => issue.pull_request === undefined,
  );
const digestIn = (body: string) => /^\/approve (\S+)$/m.exec(body)?.[1] ?? '';

let digest: string;
let beforehand: string;

test('the pull request says so beforehand', async () => {
  await desk.hub.commit('lan', 'thoi-viec', { [path]: office(8) });
  const number = await desk.hub.openPull('lan', 'thoi-viec');
  await desk.approve(number);
  const reviewed = await desk.review(number, planner);
  expect(reviewed, reviewed.err).toMatchObject({ code: 0 });
  const [comment] = await desk.commentsOn(number);
  beforehand = comment?.body ?? '';
  expect(beforehand).toContain('### Giữ lại, chưa làm: 8');
  expect(await desk.labelsOf(number)).toContain('danhba: vượt ngưỡng');
  await desk.merge(number);
});

test('the job holds it, and one issue says who, and how to let exactly these pass', async () => {
  for (let run = 0; run < 2; run++) {
    const ran = await desk.reconcile(reconciler);
    expect(ran, ran.err).toMatchObject({ code: 3 });
  }
  expect(await ended()).toBe(0);
  const issues = await heldIssues();
  expect(issues).toMatchObject([{ state: 'open' }]);
  const body = issues[0]?.body ?? '';
  digest = digestIn(body);
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(beforehand).toContain(`\`${digest}\``);
  for (const name of names.slice(0, 8)) expect(body).toContain(`Nguyễn Văn ${name}`);
  expect(body).not.toContain(`Nguyễn Văn ${names[8]}`);
});

test('a digest that is none of it lets nothing pass, nor does a script', async () => {
  for (const approve of [digest.replace(/.$/, (last) => (last === '0' ? '1' : '0')), '$(touch owned); x']) {
    const ran = await desk.reconcile({ ...reconciler, APPROVE: approve });
    expect(ran, ran.err).toMatchObject({ code: 3 });
    expect(ran.err).toContain('[approval-mismatch]');
  }
  expect(await ended()).toBe(0);
});

test('the operator lets it pass: it is done, and the issue is closed', async () => {
  const ran = await desk.reconcile({ ...reconciler, APPROVE: digest });
  expect(ran, ran.err).toMatchObject({ code: 0 });
  expect(await ended()).toBe(8);
  expect(await heldIssues()).toMatchObject([{ state: 'closed' }]);
});

test('the same digest is worth nothing for the next set, which opens the same issue with its own', async () => {
  await desk.hub.commit('lan', 'them-nua', { [path]: office(12) });
  const number = await desk.hub.openPull('lan', 'them-nua');
  await desk.approve(number);
  await desk.merge(number);
  const ran = await desk.reconcile({ ...reconciler, APPROVE: digest });
  expect(ran, ran.err).toMatchObject({ code: 3 });
  expect(await ended()).toBe(8);
  expect(await desk.reconcile(reconciler)).toMatchObject({ code: 3 });
  expect(await ended()).toBe(8);
  const issues = await heldIssues();
  expect(issues).toMatchObject([{ state: 'open' }]);
  expect(digestIn(issues[0]?.body ?? '')).not.toBe(digest);
});
