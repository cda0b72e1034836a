/** The whole story with the job outside of Actions: form, answered by the timer, agreed, merged, done, held, let pass. */
import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Environment, runDanhba, settingsOf } from '../../support/child.ts';
import { bindRoot, readOne } from '../../support/faults-fixture.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText, testRecipient } from '../../support/world.ts';
import { fillForm } from '../../unit/review/fill-form.ts';

const sealed = `credentialRecipients: [${testRecipient}]\n`;
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\n${sealed}`;
const names = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan'];
const phone = '0213 3 876 543';
const path = 'directory/organizations/sokx.yaml';
const people = names.map((name, i) => `id: LC-00010${i}, name: Nguyễn Văn ${name}, phone: "${phone}"`);
const office = organizationText('sokx', people, 'representatives: [minh]\n');

let slapd: Slapd;
let desk: Desk;
let planner: Environment;
let reconciler: Environment;

beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const as = ({ dn: bindDn, passwordFile }: Slapd['planner']) =>
    settingsOf({ url: slapd.url, bindDn, passwordFile });
  planner = as(slapd.planner);
  reconciler = as(slapd.reconciler);
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office });
});
afterEach(() => {
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
});

const person = async (id: string) => {
  const root = await bindRoot(slapd);
  try {
    return await readOne(root, `uid=${id},ou=people,${slapd.baseDn}`);
  } finally {
    await root.unbind();
  }
};
const answersOn = async (number: number) =>
  (await desk.commentsOn(number)).filter(({ body }) => body.startsWith('<!-- danhba:review -->'));
/** The newest status of the head, which is what counts. */
const statusOf = async (number: number): Promise<string> => {
  const { head } = await desk.hub.as('lan', 'GET', `/pulls/${number}`);
  const all = await desk.hub.as('lan', 'GET', `/commits/${head.sha}/statuses`);
  return all[0] === undefined ? 'none' : `${all[0].context} ${all[0].state}`;
};
const textOnMain = async (): Promise<string> => {
  const { content } = await desk.hub.as('lan', 'GET', `/contents/${path}`);
  return Buffer.from(content, 'base64').toString('utf8');
};
const answer = async (code = 0, more: Environment = planner, ...args: readonly string[]) => {
  const ran = await desk.machine.answer(more, ...args);
  expect(ran, ran.err).toMatchObject({ code });
  return ran;
};
const writes = () =>
  desk.hub.requests.filter(({ method, path: at }) => method !== 'GET' && at !== '/graphql');
const reconcile = async (code: number) => {
  const ran = await desk.machine.reconcile(reconciler);
  expect(ran, ran.err).toMatchObject({ code });
  return ran;
};

let asked: number;

test('what stands on main is there before anybody asks for more', async () => {
  await reconcile(0);
  expect(await person('LC-000100')).toMatchObject({ mail: 'annv.sokx@laichau.gov.vn' });
  expect(await answer()).toMatchObject({ out: '' });
});

test('a form becomes a pull request on GitHub’s own runner, and the timer answers it with the plan', async () => {
  const facts = { organization: 'sokx', name: 'Lê Thị Cúc', document: '15/VP', date: '2026-11-20' };
  const labels = ['danhba', 'danhba:issue'];
  const body = fillForm('issue', facts);
  const { number } = await desk.hub.as('lan', 'POST', '/issues', { title: 'Cấp mới', body, labels });
  const ran = await desk.request(number);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  asked = ran.pullRequest as number;
  const { out } = await answer();
  const answers = await answersOn(asked);
  expect(answers).toHaveLength(1);
  expect(out).toContain(`#issuecomment-${answers[0]?.id}`);
  expect(answers[0]?.body).toMatch(/\| Lê Thị Cúc<br>.* \| địa chỉ: \*\*cuclt\.<wbr>sokx@laichau\./);
  expect(answers[0]?.body).toContain('người đại diện của Sở SOKX (`minh`)');
  // A token that is no app's may write no check runs.
  expect(await desk.conclusionOf(asked)).toBe('');
  expect(await statusOf(asked)).toBe('danhba pending');
});

test('what is as it was is not answered again; an approval, a push and a new base are', async () => {
  expect(await answer()).toMatchObject({ out: '' });
  expect(writes()).toEqual([]);
  await desk.approve(asked);
  expect((await answer()).out).not.toBe('');
  expect((await answersOn(asked))[0]?.body).toContain('## ✅ Sẵn sàng gộp');
  expect(await statusOf(asked)).toBe('danhba success');
  expect(await answer()).toMatchObject({ out: '' });
  await desk.hub.commit('laichau', 'main', { 'note.txt': 'x\n' });
  expect((await answer()).out).not.toBe('');
  expect(await answersOn(asked)).toHaveLength(1);
});

test('an answer that somebody else has put words into is given again', async () => {
  const [own] = await answersOn(asked);
  const forged = (own?.body ?? '').replace('Sẵn sàng gộp', 'ai cũng được gộp');
  await desk.hub.as('lan', 'PATCH', `/issues/comments/${own?.id}`, { body: forged });
  expect((await answer()).out).not.toBe('');
  expect((await answersOn(asked))[0]?.body).toBe(own?.body);
  expect(await answer()).toMatchObject({ out: '' });
});

test('an answer that broke off is given again', async () => {
  await desk.hub.commit('lan', 'sai', { [path]: `${(await textOnMain()).trimEnd()}\n  - {id: LC-000300}\n` });
  const wrong = await desk.hub.openPull('lan', 'sai');
  desk.hub.strike(({ method, path: at }) =>
    method === 'POST' && at.includes('/statuses/') ? { status: 403 } : undefined,
  );
  const { err } = await answer(1);
  expect(err).toContain(`#${wrong}: danhba: [github-rights]`);
  desk.hub.strike(undefined);
  expect(await statusOf(wrong)).toBe('none');
  await answer();
  expect(await statusOf(wrong)).toBe('danhba failure');
  expect((await answersOn(wrong))[0]?.body).toContain('sokx.yaml');
  await desk.hub.as('lan', 'PATCH', `/pulls/${wrong}`, { state: 'closed' });
});

test('merged and reconciled, it learns what was done for it', async () => {
  await desk.merge(asked);
  await reconcile(0);
  const last = (await desk.commentsOn(asked)).at(-1)?.body ?? '';
  expect(last).toMatch(/Lê Thị Cúc · cuclt\.sokx@laichau\.gov\.vn: .* · đúng hạn/);
});

test('what is above the limits is held, and passes by an operator’s comment', async () => {
  const left = ', termination: {reason: resignation, document: 77/QĐ-SNV, decided: 2026-11-20}';
  const gone = people.map((one, index) => (index < 5 ? `${one}${left}` : one));
  const text = (await textOnMain()).split('\n').map((line) => {
    const index = people.findIndex((one) => line.includes(one));
    return index < 0 ? line : line.replace(people[index] as string, gone[index] as string);
  });
  await desk.hub.commit('minh', 'thoi-viec', { [path]: text.join('\n') });
  const number = await desk.hub.openPull('minh', 'thoi-viec');
  await answer();
  expect((await answersOn(number))[0]?.body).toContain('### Giữ lại, chưa làm: 5');
  await desk.merge(number);
  await reconcile(3);
  const issues = await desk.hub.as('laichau', 'GET', '/issues?state=open&per_page=100');
  const held = issues.find(({ body }: { body: string }) => body.startsWith('<!-- danhba:held -->'));
  expect(held.user.login).toBe('may');
  const approval = /^\/approve sha256:[0-9a-f]{64}$/m.exec(held.body)?.[0] ?? '';
  await desk.hub.as('minh', 'POST', `/issues/${held.number}/comments`, { body: approval });
  await reconcile(3);
  expect(await person('LC-000100')).toMatchObject({ danhbaState: 'active' });
  await desk.hub.as('laichau', 'POST', `/issues/${held.number}/comments`, { body: approval });
  await reconcile(0);
  expect(await person('LC-000100')).toMatchObject({ danhbaState: 'terminated' });
  const audit = join(desk.root, 'state/audit.jsonl');
  const records = (await readFile(audit, 'utf8')).trimEnd().split('\n');
  const approvals = records.map((line) => JSON.parse(line)).filter(({ event }) => event === 'approval');
  expect(approvals).toMatchObject([{ by: 'laichau', where: expect.stringContaining('#issuecomment-') }]);
  expect(await runDanhba(['audit', 'verify', audit])).toMatchObject({ code: 0 });
});

describe('a hostile pull request', () => {
  const open = async (branch: string, files: Readonly<Record<string, string | null>>): Promise<number> => {
    await desk.hub.commit('lan', branch, files);
    return await desk.hub.openPull('lan', branch);
  };

  test('is data: its sources, hooks and attributes are nowhere on the machine, its files are judged', async () => {
    const number = await open('ma-doc', {
      'src/cli.ts': 'throw new Error("x");\n',
      'package.json': '{"scripts":{"preinstall":"touch owned"}}\n',
      'directory/.gitattributes': '*.yaml filter=evil working-tree-encoding=UTF-16\n',
      'directory/.github/CODEOWNERS': '* @lan\n',
      'directory/organizations/evil.yaml': 'id: [\n',
    });
    await answer();
    const [told] = await answersOn(number);
    expect(told?.body).toContain('directory/organizations/evil.yaml');
    expect(told?.body).not.toContain(desk.root);
    expect(await statusOf(number)).toBe('danhba failure');
    const left = await readdir(join(desk.root, 'tmp'));
    expect(left.filter((name) => name.startsWith('danhba-'))).toEqual([]);
    await desk.hub.as('lan', 'PATCH', `/pulls/${number}`, { state: 'closed' });
  });

  test('with a link for a file, or for a folder, is told so, and nothing is read through it', async () => {
    const main = await desk.hub.as('lan', 'GET', '/git/ref/heads/main');
    const link = (name: string, content: string) => ({ path: name, mode: '120000', type: 'blob', content });
    const tree = await desk.hub.as('lan', 'POST', '/git/trees', {
      base_tree: (await desk.hub.as('lan', 'GET', `/git/commits/${main.object.sha}`)).tree.sha,
      tree: [
        link('directory/organizations/link.yaml', '/etc/passwd'),
        link('directory/organizations/folder', '/etc'),
      ],
    });
    const commit = { message: 'link', tree: tree.sha, parents: [main.object.sha] };
    const { sha } = await desk.hub.as('lan', 'POST', '/git/commits', commit);
    await desk.hub.as('lan', 'POST', '/git/refs', { ref: 'refs/heads/link', sha });
    const number = await desk.hub.openPull('lan', 'link');
    await answer();
    const [told] = await answersOn(number);
    expect(told?.body).toContain('directory/organizations/link.yaml');
    expect(told?.body).toContain('directory/organizations/folder');
    expect(told?.body).not.toContain('root:');
    await desk.hub.as('lan', 'PATCH', `/pulls/${number}`, { state: 'closed' });
  });

  test('with a file larger than any may be is told so, and not a byte of it is fetched', async () => {
    const big = 'directory/organizations/big.yaml';
    const number = await open('lon', { [big]: `# ${'x'.repeat(16_000_000)}\n` });
    const { head } = await desk.hub.as('lan', 'GET', `/pulls/${number}`);
    const { tree } = await desk.hub.as('lan', 'GET', `/git/trees/${head.sha}?recursive=1`);
    const { sha } = tree.find((one: { path: string }) => one.path === big);
    await answer();
    expect((await answersOn(number))[0]?.body).toContain(big);
    expect(desk.hub.requests.map(({ path: at }) => at).join()).not.toContain(sha);
    await desk.hub.as('lan', 'PATCH', `/pulls/${number}`, { state: 'closed' });
  });

  test('of a fork is not answered, so that it can ask nothing of the servers; nor is one for another branch', async () => {
    const fork = await desk.hub.fork('minh');
    await desk.hub.commit('minh', 'tu-fork', { [path]: `${await textOnMain()}# x\n` }, fork);
    await desk.hub.openPull('minh', 'minh:tu-fork');
    await desk.hub.commit('laichau', 'nhanh-khac', { 'note.txt': 'y\n' });
    await desk.hub.commit('lan', 'vao-nhanh-khac', { 'note.txt': 'z\n' });
    await desk.hub.as('lan', 'POST', '/pulls', {
      title: 'x',
      body: '',
      head: 'vao-nhanh-khac',
      base: 'nhanh-khac',
    });
    expect(await answer()).toMatchObject({ out: '' });
    expect(writes()).toEqual([]);
  });

  test('stops no other: what cannot be laid out is told, the next is answered', async () => {
    const first = await open('mot', { [path]: `${await textOnMain()}# một\n` });
    const second = await open('hai', { [path]: `${await textOnMain()}# hai\n` });
    const { head } = await desk.hub.as('lan', 'GET', `/pulls/${first}`);
    desk.hub.strike(({ path: at }) =>
      at.endsWith(`/git/commits/${head.sha}`) ? { status: 404 } : undefined,
    );
    const { err } = await answer(1);
    expect(err).toContain(`#${first}: danhba: [github-missing]`);
    expect(await answersOn(first)).toEqual([]);
    expect(await answersOn(second)).toHaveLength(1);
    desk.hub.strike(undefined);
    await answer();
    expect(await answersOn(first)).toHaveLength(1);
  });
});

test('what is not main’s own bytes answers nothing', async () => {
  const cwd = join(desk.root, 'reconciling');
  const environment = { ...planner, GITHUB_TOKEN: 'ghp_may', GITHUB_REPOSITORY: desk.hub.repository };
  await appendFile(join(cwd, path), '# sửa tay\n');
  const refused = await runDanhba(['github', 'answer'], {
    cwd,
    environment: { ...environment, GITHUB_API_URL: desk.hub.url },
  });
  expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('[checkout-differs]') });
});

test('telephones are told nowhere', async () => {
  const pulls = await desk.hub.as('laichau', 'GET', '/pulls?state=all&per_page=100');
  for (const { number } of pulls) {
    expect(JSON.stringify(await desk.commentsOn(number))).not.toContain(phone);
  }
});
