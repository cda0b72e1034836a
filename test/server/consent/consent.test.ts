/** `danhba consent` as a forge runs it: two folders, Git's history, a real server, and its answer as JSON. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Environment, runDanhba, settingsOf } from '../../support/child.ts';
import { makeWorkplace } from '../../support/run.ts';
import { policyText, testRecipient } from '../../support/world.ts';

const run = promisify(execFile);
const git = (folder: string, ...args: string[]) =>
  run('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args]);

const organization = (id: string, people: readonly string[], more = '') =>
  `id: ${id}\nname: Sở ${id}\nkind: provincial\nparent: ubnd\ncode: ${id}\ncodeBasis: 1/QĐ\nrepresentatives: [rep-${id}]\nmailbox: none\n${more}${people.length === 0 ? 'people: []\n' : `people:\n${people.map((one) => `  - {${one}}\n`).join('')}`}`;
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\nrepresentatives: [rep-ubnd]\ncredentialRecipients: [${testRecipient}]\n`;
const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const chi = 'id: LC-000003, name: Lò Văn Chi';

let root: string;
let base: string;
let head: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-consent-'));
  base = join(root, 'base');
  head = join(root, 'head');
  await mkdir(join(base, 'organizations'), { recursive: true });
  await writeFile(join(base, 'policy.yaml'), policyText.replace('[laichau]', '[olga, oleg]'));
  await writeFile(join(base, 'organizations/ubnd.yaml'), committee);
  await write(base, { sokx: organization('sokx', [an, binh]), soky: organization('soky', [chi]) });
  await cp(base, head, { recursive: true });
  return () => rm(root, { recursive: true, force: true });
});

async function write(folder: string, files: Readonly<Record<string, string>>) {
  for (const [id, text] of Object.entries(files))
    await writeFile(join(folder, `organizations/${id}.yaml`), text);
}

async function ask(author: string, approvers: readonly string[] = [], environment: Environment = {}) {
  const who = approvers.flatMap((login) => ['--approver', login]);
  const args = ['consent', '--base', base, '--head', head, '--author', author, ...who];
  const { code, out, err } = await runDanhba([...args, '--format', 'json', '--lang', 'en'], { environment });
  return {
    code,
    err,
    ...(JSON.parse(out) as { allowed: boolean; missing: readonly Record<string, unknown>[] }),
  };
}

describe('consent', () => {
  it('is whole for one’s own people, and says line, key and whom to ask for others', async () => {
    await write(head, { sokx: organization('sokx', [`${an}, title: Phó`, binh]) });
    expect(await ask('Rep-Sokx')).toMatchObject({ code: 0, allowed: true, missing: [] });
    expect(await ask('rep-soky')).toMatchObject({
      code: 3,
      allowed: false,
      missing: [
        {
          code: 'changed',
          key: 'person:LC-000001',
          file: 'organizations/sokx.yaml',
          line: 10,
          ask: ['rep-sokx'],
        },
      ],
    });
    expect(await ask('rep-soky', ['rep-sokx'])).toMatchObject({ code: 0 });
    expect(await ask('olga')).toMatchObject({ code: 0 });
  });

  it('of a team nobody here knows the members of: its word is none, whoever claims it, and that is said', async () => {
    const ours = (title: string) =>
      organization('sokx', [`${an}, title: ${title}`, binh]).replace(
        '[rep-sokx]',
        '[laichau/so-kx, an_laichau]',
      );
    await write(base, { sokx: ours('Chuyên viên') });
    await write(head, { sokx: ours('Phó') });
    const asked = ['an_laichau', 'laichau/so-kx'];
    const refused = { code: 3, missing: [{ code: 'changed', ask: asked }], unreadTeams: ['laichau/so-kx'] };
    const answers = [await ask('lan'), await ask('laichau/so-kx'), await ask('lan', ['laichau/so-kx'])];
    for (const answer of answers) {
      expect(answer).toMatchObject(refused);
      expect(answer.err).toContain('who is in the team is not known here');
    }
    const whole = await ask('lan', ['An_LaiChau']);
    expect(whole).toMatchObject({ code: 0, missing: [], err: '' });
    expect(whole).not.toHaveProperty('unreadTeams');
  });

  it('of an operator is needed for his keys, new organizations and everything else', async () => {
    await write(head, {
      sokx: organization('sokx', [`${an}, privileged: true`, binh], 'personSuffix: soky\n'),
      soka: organization('soka', []),
    });
    await writeFile(join(head, 'grants.yaml'), '[]\n');
    const { missing } = await ask('rep-sokx');
    expect(missing).toEqual([
      { code: 'outside', key: '', file: 'grants.yaml', line: 1, ask: ['oleg', 'olga'] },
      expect.objectContaining({ code: 'new-organization', key: 'organization:soka' }),
      expect.objectContaining({ code: 'operator-key', key: 'organization:sokx' }),
      expect.objectContaining({ code: 'operator-key', key: 'person:LC-000001', line: 11 }),
    ]);
    expect(await ask('rep-sokx', ['oleg'])).toMatchObject({ code: 0 });
  });

  it('for a file that is only moved, or has another comment, is its representatives’', async () => {
    await mkdir(join(head, 'organizations/so'));
    const file = join(head, 'organizations/sokx.yaml');
    await writeFile(join(head, 'organizations/so/sokx.yaml'), `# ghi chú\n${await readFile(file, 'utf8')}`);
    await rm(file);
    expect(await ask('rep-sokx')).toMatchObject({ code: 0 });
    expect((await ask('rep-soky')).missing[0]).toMatchObject({ code: 'changed', ask: ['rep-sokx'] });
  });

  it('for somebody taken on is the other organization’s, on the base branch', async () => {
    await write(head, { sokx: organization('sokx', [binh]), soky: organization('soky', [chi, an]) });
    const taken = { code: 'changed', key: 'person:LC-000001', ask: ['rep-sokx'] };
    expect((await ask('rep-soky')).missing[0]).toMatchObject(taken);
    expect(await ask('rep-soky', ['rep-sokx'])).toMatchObject({ code: 0 });
    const let_go = `${an}, termination: {reason: transfer, document: 7/QĐ, decided: 2026-11-02, to: soky}`;
    for (const folder of [base, head]) await write(folder, { sokx: organization('sokx', [let_go, binh]) });
    expect(await ask('rep-soky')).toMatchObject({ code: 0 });
  });

  it('speaks to people too, in both languages', async () => {
    await write(head, { sokx: organization('sokx', [`${an}, title: Phó`, binh]) });
    const args = ['consent', '--base', base, '--head', head, '--author', 'rep-soky'];
    expect((await runDanhba(args)).out).toBe(
      'Cần duyệt: 1\n! sửa tệp của Sở sokx: một trong rep-sokx\n    organizations/sokx.yaml:10 person:LC-000001 (title)\n',
    );
    expect((await runDanhba([...args, '--lang', 'en'])).out).toContain(
      'the file of Sở sokx changes: one of rep-sokx',
    );
  });

  it.each([
    [['--base', '/no/such'], 1],
    [['--format', 'yaml'], 1],
  ])('is refused with %j', async (more, code) => {
    const args = ['consent', '--base', base, '--head', head, '--author', 'x', ...more];
    expect(await runDanhba(args)).toMatchObject({ code, out: '' });
  });
});

describe('somebody no file of the base declares', () => {
  const dung = 'id: LC-000004, name: Vàng A Dũng';

  it('was the one’s who had him last by Git’s history', async () => {
    await write(base, { sokx: organization('sokx', [an, binh, dung]) });
    await git(root, 'init', '-q');
    await git(root, 'add', '.');
    await git(root, 'commit', '-qm', 'one');
    await write(base, { sokx: organization('sokx', [an, binh]) });
    await git(root, 'commit', '-qam', 'two');
    await write(head, { sokx: organization('sokx', [an, binh]), soky: organization('soky', [chi, dung]) });
    expect((await ask('rep-soky')).missing).toEqual([
      {
        code: 'moved-away',
        key: 'person:LC-000004',
        file: 'organizations/soky.yaml',
        line: 11,
        ask: ['rep-sokx'],
      },
    ]);
    expect(await ask('rep-soky', ['rep-sokx'])).toMatchObject({ code: 0 });
  });

  it('and neither history nor server was asked is nobody’s, and that is said', async () => {
    await write(head, { soky: organization('soky', [chi, dung]) });
    const answer = await ask('rep-soky');
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.err).toContain('The server was not asked');
    expect(answer.err).toContain('The history was not asked');
  });
});

describe('with a server', () => {
  let slapd: Slapd;
  beforeAll(async () => {
    slapd = await startSlapd();
  });
  afterAll(() => slapd.stop());

  it('its record says whose somebody is', async () => {
    const { dn: bindDn, passwordFile } = slapd.reconciler;
    const server = { url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile };
    const dung = 'id: LC-000004, name: Vàng A Dũng';
    const work = await makeWorkplace(server, { ubnd: committee, sokx: organization('sokx', [dung]) });
    try {
      expect(await work.apply()).toMatchObject({ code: 0 });
      await write(head, { soky: organization('soky', [chi, dung]) });
      const { missing, err } = await ask('rep-soky', [], settingsOf(server));
      expect(missing).toMatchObject([{ code: 'moved-away', key: 'person:LC-000004', ask: ['rep-sokx'] }]);
      expect(err).not.toContain('server was not asked');
    } finally {
      await work.remove();
    }
  });
});
