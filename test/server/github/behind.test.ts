/** A pull request that is behind: what would be merged is what is planned, by the very merge of Git. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { readFork } from '../../../src/github/pull/pull-request.ts';
import { openCheckout } from '../../../src/history/checkout.ts';
import { type MergeResult, withMerge } from '../../../src/history/head-files.ts';
import { type Environment, settingsOf } from '../../support/child.ts';
import { checkOut } from '../../support/github-checkout.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { runScript } from '../../support/shell.ts';
import { organizationText, testRecipient } from '../../support/world.ts';
import { fillForm } from '../../unit/review/fill-form.ts';

const sealed = `credentialRecipients: [${testRecipient}]\n`;
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\n${sealed}`;
const names = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan'];
const path = 'directory/organizations/sokx.yaml';
const item = (id: string, name: string, title = 'Chuyên viên') =>
  `  - id: ${id}\n    name: ${name}\n    title: ${title}\n`;
const people = names.map((name, index) => item(`LC-00010${index}`, `Nguyễn Văn ${name}`));
const office = organizationText('sokx', [], 'representatives: [minh]\n').replace(
  'people: []\n',
  `people:\n${people.join('')}`,
);

let slapd: Slapd;
let desk: Desk;
let planner: Environment;

beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const as = ({ dn: bindDn, passwordFile }: Slapd['planner']) =>
    settingsOf({ url: slapd.url, bindDn, passwordFile });
  planner = as(slapd.planner);
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office });
  const ran = await desk.machine.reconcile(as(slapd.reconciler));
  expect(ran, ran.err).toMatchObject({ code: 0 });
});
afterEach(() => {
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
});

const textAt = async (ref = 'main'): Promise<string> => {
  const { content } = await desk.hub.as('lan', 'GET', `/contents/${path}?ref=${ref}`);
  return Buffer.from(content, 'base64').toString('utf8');
};
const answerOn = async (number: number): Promise<string> => {
  const ran = await desk.machine.answer(planner);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  const bodies = (await desk.commentsOn(number)).map(({ body }) => body);
  return bodies.find((body) => body.startsWith('<!-- danhba:review -->')) ?? '';
};
let round = 0;
const openWith = async (text: string): Promise<{ number: number; branch: string }> => {
  const branch = `sua-${++round}`;
  await desk.hub.commit('lan', branch, { [path]: text });
  return { branch, number: await desk.hub.openPull('lan', branch, 'Sửa') };
};
const ask = async (name: string): Promise<{ number: number; issue: number }> => {
  const facts = { organization: 'sokx', name, document: '15/VP', date: '2026-11-20' };
  const issue = { title: 'Cấp mới', body: fillForm('issue', facts), labels: ['danhba', 'danhba:issue'] };
  const { number } = await desk.hub.as('lan', 'POST', '/issues', issue);
  const ran = await desk.request(number);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  return { number: ran.pullRequest as number, issue: number };
};
/** As GitHub does it: a real merge of real commits, whose result is put on main. */
const mergeForReal = async (branch: string): Promise<{ clean: boolean; text: string }> => {
  const folder = join(desk.root, `merge-${++round}`);
  await checkOut(desk.hub, { folder, ref: branch });
  const head = await git(folder, 'git rev-parse HEAD');
  await checkOut(desk.hub, { folder, ref: 'main' });
  const who = '-c user.name=a -c user.email=a@b.vn';
  const { code } = await runScript({ text: `git ${who} merge --quiet --no-edit ${head}`, cwd: folder });
  return { clean: code === 0, text: await readFile(join(folder, path), 'utf8') };
};
const git = async (cwd: string, text: string): Promise<string> => (await runScript({ text, cwd })).out.trim();
const headOf = async (number: number) =>
  (await desk.hub.as('lan', 'GET', `/pulls/${number}`)).head as {
    readonly sha: string;
    readonly ref: string;
  };

/** What danhba takes for merged, and Git's own word. */
const bothMerges = async (branch: string, depth?: 1) => {
  const base = join(desk.root, `base-${++round}`);
  const commit = await checkOut(desk.hub, { folder: base, ref: 'main', ...(depth && { depth }) });
  const head = (await desk.hub.as('lan', 'GET', `/git/ref/heads/${branch}`)).object.sha;
  const { ancestor } = await readFork(desk.hub.open(), commit, head);
  let ours: string | undefined;
  const question = { ancestor, head, base: openCheckout(join(base, 'directory')) };
  await withMerge(desk.hub.open(), question, async (result: MergeResult) => {
    if (result !== undefined && 'folder' in result)
      ours = await readFile(join(result.folder, 'organizations/sokx.yaml'), 'utf8');
  });
  return { ours, real: await mergeForReal(branch) };
};

describe('the merge', () => {
  test('is the one Git makes, with and without the history', async () => {
    const old = await textAt();
    const { branch } = await openWith(
      old.replace('Văn An\n    title: Chuyên viên', 'Văn An\n    title: Kế toán'),
    );
    await desk.hub.commit('laichau', 'main', {
      [path]: old.replace('Văn Lan\n    title: Chuyên viên', 'Văn Lan\n    title: Văn thư'),
    });
    for (const depth of [undefined, 1] as const) {
      const { ours, real } = await bothMerges(branch, depth);
      expect(real.clean).toBe(true);
      expect(ours).toBe(real.text);
      expect(ours).toMatch(/Văn An\n {4}title: Kế toán(?:.|\n)*Văn Lan\n {4}title: Văn thư/);
    }
  });

  test('of one line changed on both sides is none', async () => {
    const old = await textAt();
    const { branch, number } = await openWith(
      old.replace('Văn Chi\n    title: Chuyên viên', 'Văn Chi\n    title: A'),
    );
    await desk.hub.commit('laichau', 'main', {
      [path]: old.replace('Văn Chi\n    title: Chuyên viên', 'Văn Chi\n    title: B'),
    });
    const { ours, real } = await bothMerges(branch);
    expect(real.clean).toBe(false);
    expect(ours).toBeUndefined();
    await expect(desk.merge(number)).rejects.toThrow(/405 .*not mergeable/);
  });
});

describe('a branch behind main', () => {
  test('shows its own work alone, at the lines its author has', async () => {
    const old = await textAt();
    const own = old.replace('Văn Hà\n    title: Chuyên viên', 'Văn Hà\n    title: Trưởng phòng');
    const { number } = await openWith(own);
    const newcomer = item('LC-000200', 'Trần Thị Mới');
    await desk.hub.commit('laichau', 'main', { [path]: old.replace('people:\n', `people:\n${newcomer}`) });
    const answer = await answerOn(number);
    expect(answer).toMatch(/^## ⏳ Chờ duyệt · Sửa chức danh: Nguyễn Văn Hà · Sở SOKX$/m);
    expect(answer).not.toMatch(/Trần Thị Mới|Không còn làm|chấm dứt|Update branch/);
    const line = own.split('\n').indexOf('  - id: LC-000105') + 1;
    expect(answer).toContain(`LC-000105 · dòng ${line}`);
  });

  test('gives nobody a right by what main has changed since, and takes none away', async () => {
    const old = await textAt();
    const { number } = await openWith(
      old.replace('Văn Dũng\n    title: Chuyên viên', 'Văn Dũng\n    title: X'),
    );
    await desk.hub.commit('laichau', 'main', { [path]: old.replace('[minh]', '[thu]') });
    await desk.approve(number, 'minh');
    expect(await answerOn(number)).toContain('người đại diện của Sở SOKX (`thu`)');
    await desk.hub.commit('laichau', 'main', { [path]: old });
    const agreed = await answerOn(number);
    expect(agreed).toContain('`minh` đã duyệt.');
    expect(agreed).toMatch(/^## ✅ /m);
  });

  test('that changes the same place says so, and what to do', async () => {
    const old = await textAt();
    const [from, to] = ['Văn Giang\n    title: Chuyên viên', 'Văn Giang\n    title:'];
    const { number } = await openWith(old.replace(from, `${to} Một`));
    await desk.hub.commit('laichau', 'main', { [path]: old.replace(from, `${to} Hai`) });
    const answer = await answerOn(number);
    expect(answer).toMatch(/^## ❌ Chưa gộp được/m);
    expect(answer).toContain('`lan` bấm **Resolve conflicts**');
    expect(answer).toContain('- sokx.yaml\n');
    expect(answer).not.toContain('| việc |');
    expect(await desk.labelsOf(number)).toContain('danhba: chưa gộp được');
    expect(await desk.labelsOf(number)).not.toContain('danhba: đạt');
  });
});

test('Git is asked about main once, however many are behind it', async () => {
  const old = await textAt();
  const numbers: number[] = [];
  for (const title of ['Một', 'Hai', 'Ba']) {
    const own = old.replace('Văn Lan\n    title: Chuyên viên', `Văn Lan\n    title: ${title}`);
    numbers.push((await openWith(own)).number);
  }
  await desk.hub.commit('laichau', 'main', { [path]: old.replace('people:\n', 'people: # đã rà\n') });
  const trace = join(desk.root, 'git-trace');
  const ran = await desk.machine.answer({ ...planner, GIT_TRACE2_EVENT: trace });
  expect(ran, ran.err).toMatchObject({ code: 0 });
  for (const number of numbers) expect(ran.out).toContain(`/${number}#issuecomment`);
  const asked = (await readFile(trace, 'utf8'))
    .split('\n')
    .flatMap((line) =>
      line.includes('"event":"start"') ? [(JSON.parse(line).argv as string[]).join(' ')] : [],
    );
  const times = (what: string) => asked.filter((line) => line.includes(what)).length;
  expect(times(' fast-import ')).toBeGreaterThanOrEqual(numbers.length);
  for (const what of [' status ', ' ls-tree -r -l -z HEAD ', ' --git-path '])
    expect(times(what), what).toBe(1);
});

describe('two newcomers asked for at once', () => {
  test('merge one after the other, and the second keeps its approval', async () => {
    const first = await ask('Lê Thị Cúc');
    const second = await ask('Vàng A Páo');
    await desk.approve(second.number);
    const { sha } = await headOf(second.number);
    await desk.merge(first.number);
    const answer = await answerOn(second.number);
    expect(answer).toMatch(/^## ✅ Sẵn sàng gộp · Cấp mới: Vàng A Páo · Sở SOKX$/m);
    expect(answer).not.toContain('Cúc');
    // Nor does another look at the form take it back.
    const again = await desk.request(second.issue);
    expect(again, again.err).toMatchObject({ code: 0, pullRequest: second.number });
    expect((await headOf(second.number)).sha).toBe(sha);
    await desk.merge(second.number);
    for (const name of ['Lê Thị Cúc', 'Vàng A Páo']) expect(await textAt()).toContain(name);
  });

  test('a form’s branch that merges no more is written anew by the timer', async () => {
    const { number } = await ask('Giàng Thị Dế');
    const { sha, ref } = await headOf(number);
    const [old, text] = [await textAt(), await textAt(ref)];
    const added = text.split('\n').find((line, index) => line !== old.split('\n')[index]) ?? '';
    const at = text.split('\n').indexOf(added);
    // Somebody else's lines in the very same place.
    const rival = old.split('\n').toSpliced(at, 0, ...item('LC-000900', 'Hù Cố Xuân').trimEnd().split('\n'));
    await desk.hub.commit('laichau', 'main', { [path]: rival.join('\n') });
    expect((await mergeForReal(ref)).clean).toBe(false);
    const answer = await answerOn(number);
    expect(answer).toMatch(/^## ⏳ Chờ duyệt · Cấp mới: Giàng Thị Dế · Sở SOKX$/m);
    expect((await headOf(number)).sha).not.toBe(sha);
    expect((await mergeForReal(ref)).clean).toBe(true);
  });
});

test('where Actions work alone, a push to main writes anew what merges no more, and nothing else', async () => {
  const [fits, stuck] = [await ask('Lù Thị Mỷ'), await ask('Tao Văn Ín')];
  await desk.approve(fits.number);
  const heads = { fits: await headOf(fits.number), stuck: await headOf(stuck.number) };
  const [old, text] = [(await textAt()).split('\n'), (await textAt(heads.stuck.ref)).split('\n')];
  const at = text.findIndex((line, index) => line !== old[index]);
  const rival = old.toSpliced(at, 0, ...item('LC-000970', 'Sùng Thị Gấu').trimEnd().split('\n'));
  await desk.hub.commit('laichau', 'main', { [path]: rival.join('\n') });
  expect((await mergeForReal(heads.stuck.ref)).clean).toBe(false);
  expect((await mergeForReal(heads.fits.ref)).clean).toBe(true);
  const ran = await desk.answer(planner);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  expect((await headOf(fits.number)).sha).toBe(heads.fits.sha);
  expect((await headOf(stuck.number)).sha).not.toBe(heads.stuck.sha);
  expect((await mergeForReal(heads.stuck.ref)).clean).toBe(true);
  const answers = await Promise.all(
    [fits, stuck].map(async ({ number }) => (await desk.commentsOn(number)).map(({ body }) => body)),
  );
  expect(answers[0]?.at(-1)).toMatch(/^## ✅ Sẵn sàng gộp · Cấp mới: Lù Thị Mỷ/m);
  expect(answers[1]?.at(-1)).toMatch(/^## ⏳ Chờ duyệt · Cấp mới: Tao Văn Ín/m);
});

test('an id that stands twice is answered with one that nobody has or ever had', async () => {
  const old = await textAt();
  await desk.hub.commit('laichau', 'main', { [path]: `${old}${item('LC-009050', 'Tao Thị Ín')}` });
  await desk.hub.commit('laichau', 'main', { [path]: old });
  const twice = `${old}${item('LC-000100', 'Sùng A Chứ')}${item('LC-009051', 'Lò Văn Chi')}`;
  const { number } = await openWith(twice);
  const answer = await answerOn(number);
  expect(answer).toMatch(/^## ❌ 2 lỗi phải sửa/m);
  expect(answer).toContain('Người mới: dùng mã chưa ai có, tiếp theo là LC-009052');
});

test('nothing is left of the folders it was done in', async () => {
  await mkdir(join(desk.root, 'tmp'), { recursive: true });
  expect(await git(join(desk.root, 'tmp'), 'ls -A')).toBe('');
});
