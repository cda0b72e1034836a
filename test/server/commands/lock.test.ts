/** `danhba lock` on both servers, as an operator types it: what is written, what is refused, and what follows it (17.2). */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { parseSamples } from '../../../src/render/run/open-metrics.ts';
import { Relax } from '../../contract/bench.ts';
import { runDanhba, settingsOf } from '../../support/child.ts';
import { replace } from '../../support/faults-fixture.ts';
import { makeWorkplace, readSecret, type Workplace } from '../../support/run.ts';
import { type RunningServer, servers } from '../../support/servers.ts';
import { organizationText, policyText, testRecipient } from '../../support/world.ts';

const ubnd = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const an = 'id: LC-000001, name: Nguyễn Văn An';
const others = ['id: LC-000002, name: Trần Thị Bình', 'id: LC-000003, name: Lò Văn Chi'];
const suspension = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-12-01}';
const key = 'person:LC-000001';
const reason = 'Mất máy tính, chị Hoa gọi';
const secret = /Mất máy|chị Hoa/;
const password = 'Mua-xuan-2026';

describe.each(servers)('on %s', (_name, start) => {
  let server: RunningServer;
  let work: Workplace;
  let root: Client;
  let dn: string;

  beforeAll(async () => {
    server = await start();
    work = await makeWorkplace(server, { ubnd });
    root = new Client({ url: server.url });
    await root.bind(server.root.dn, await readSecret(server.root.passwordFile));
    dn = `uid=LC-000001,ou=people,${server.baseDn}`;
    await write(an);
    expect(await work.apply()).toMatchObject({ code: 0 });
    await root.modify(dn, [replace('userPassword', password), replace('pwdReset')]);
  });
  afterAll(async () => {
    await root?.unbind();
    await work?.remove();
    await server?.stop();
  });

  const write = (record: string) =>
    work.write({ sokx: organizationText('sokx', [record, ...others], 'mailbox: none\n') });
  const look = async (): Promise<Record<string, unknown>> =>
    (await root.search(dn, { scope: 'base', attributes: ['*', '+'] })).searchEntries[0] ?? {};
  const login = async () => {
    const client = new Client({ url: server.url });
    const code = await client.bind(dn, password).then(
      () => 0,
      (thrown: { code: number }) => thrown.code,
    );
    await client.unbind();
    return code;
  };
  const danhba = (day: string, ...args: string[]) =>
    runDanhba([...args, '--today', day, '--lang', 'en'], {
      cwd: work.root,
      environment: settingsOf(server),
    });
  const planOn = async (today: string): Promise<Plan> => (await work.plan({ today })).plan;
  const textOf = (file: string) => readFile(join(work.root, file), 'utf8');

  it('locks: one write of the lock, its day and its reason; nobody logs in; told in journal and audit, the reason in neither', async () => {
    expect(await login()).toBe(0);
    const before = await look();
    const ran = await danhba('2026-11-24', 'lock', key, '--reason', ` ${reason} `, '--audit', 'audit.jsonl');
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(ran.out).toContain(
      `Nguyễn Văn An <annv.sokx@laichau.gov.vn> [sokx] ${key}: locked since 2026-11-24`,
    );
    expect(ran.out).toContain(
      `By 2026-11-26: with a document, record a "suspension" in directory/organizations/sokx.yaml:9; without one, danhba lock ${key} --lift`,
    );
    expect(ran.out).toContain('No mail server is set');
    const after = await look();
    expect(after).toMatchObject({
      danhbaOperatorLock: `2026-11-24 ${reason}`,
      pwdEndTime: '19700101000000Z',
      danhbaState: 'active',
    });
    const changed = Object.keys({ ...before, ...after }).filter(
      (name) => String(before[name]) !== String(after[name]),
    );
    const ofServer = /^(entryCSN|modifyTimestamp|modifiersName|authTimestamp|pwdLastSuccess)$/;
    expect(changed.filter((name) => !ofServer.test(name)).sort()).toEqual([
      'danhbaOperatorLock',
      'pwdEndTime',
    ]);
    expect(await login()).toBe(49);
    const [journal, audit] = [await textOf('.danhba/journal.jsonl'), await textOf('audit.jsonl')];
    expect(journal).toContain(`"id":"lock ${key}"`);
    expect(audit).toContain('"operation":"lock"');
    expect(audit).toContain(`"intends":["lock ${key}"]`);
    expect(journal + audit + ran.err).not.toMatch(secret);
    expect(await danhba('2026-11-24', 'audit', 'verify', 'audit.jsonl')).toMatchObject({ code: 0 });
  });

  it('a second call changes neither day nor reason, and is done already', async () => {
    const before = await look();
    const ran = await danhba('2026-11-25', 'lock', key, '--reason', 'another');
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(ran.out).toContain('locked since 2026-11-24 already');
    expect(ran.out).toContain(`The reason on record: 2026-11-24 ${reason}`);
    expect(await look()).toEqual(before);
  });

  it('stands through every run, is told in each, and is overdue after two working days', async () => {
    const markdown = await danhba('2026-11-26', 'plan', '--format', 'markdown');
    expect(markdown).toMatchObject({ code: 0 });
    expect(markdown.out).toContain('for 2 days; a document is due by 2026-11-26');
    const files = ['--metrics', 'm.prom', '--summary', 's.md', '--audit', 'audit.jsonl'];
    const job = await danhba('2026-11-27', 'reconcile', ...files);
    expect(job, job.err).toMatchObject({ code: 0 });
    const metrics = parseSamples(await textOf('m.prom'));
    expect(metrics.get('danhba_held{code="operator-lock"}')).toBe(1);
    expect(metrics.get('danhba_deadlines_overdue{event="operator-lock"}')).toBe(1);
    const summary = await textOf('s.md');
    expect(summary).toContain('OVERDUE since 2026-11-26');
    expect(job.err).toContain('OVERDUE since 2026-11-26');
    const report = await danhba('2026-11-27', 'report', 'deadlines', '--format', 'json');
    expect(JSON.parse(report.out).rows).toContainEqual(
      expect.objectContaining({ key, event: 'operator-lock', status: 'overdue', from: '2026-11-24' }),
    );
    expect(JSON.stringify(await planOn('2026-11-27'))).not.toMatch(secret);
    expect(markdown.out + summary + job.out + job.err + report.out).not.toMatch(secret);
    expect(await login()).toBe(49);
    expect(await look()).toMatchObject({ danhbaOperatorLock: `2026-11-24 ${reason}` });
  });

  it('lets a title and a new password pass, and stays', async () => {
    await write(`${an}, title: Chuyên viên, passwordReset: {document: 13/VP, date: 2026-11-25}`);
    expect(await work.apply({ today: '2026-11-25' })).toMatchObject({ code: 0 });
    expect(await look()).toMatchObject({
      title: 'Chuyên viên',
      pwdReset: 'TRUE',
      pwdEndTime: '19700101000000Z',
      danhbaOperatorLock: `2026-11-24 ${reason}`,
    });
    await root.modify(dn, [replace('userPassword', password), replace('pwdReset')]);
    expect(await login()).toBe(49);
    expect((await planOn('2026-11-25')).changes).toEqual([]);
  });

  it('is made whole where a hand has taken half of it away', async () => {
    await root.modify(dn, replace('pwdEndTime'), new Relax());
    expect(await login()).toBe(0);
    expect((await planOn('2026-11-25')).held).toContainEqual(
      expect.objectContaining({ code: 'operator-lock', args: expect.objectContaining({ open: true }) }),
    );
    expect(await work.apply({ today: '2026-11-25' })).toMatchObject({ code: 0 });
    expect(await login()).toBe(49);
  });

  it('is lifted by the operator: the login is back, and the term of inactivity begins', async () => {
    const ran = await danhba('2026-11-30', 'lock', key, '--lift', '--audit', 'audit.jsonl');
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(ran.out).toContain('the lock is lifted');
    expect(await login()).toBe(0);
    const entry = await look();
    expect(entry).not.toHaveProperty('danhbaOperatorLock');
    expect(entry).not.toHaveProperty('pwdEndTime');
    expect(entry).toMatchObject({ danhbaSince: '20261129170000Z', danhbaState: 'active' });
    expect((await planOn('2026-11-30')).changes).toEqual([]);
    const again = await danhba('2026-11-30', 'lock', key, '--lift');
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain('no lock of an operator stands on it');
    expect(await danhba('2026-11-30', 'audit', 'verify', 'audit.jsonl')).toMatchObject({ code: 0 });
  });

  it.each([
    ['an address', ['annv.sokx@laichau.gov.vn', '--reason', 'x'], 3, `danhba lock ${key} …`],
    ['an address, to lift', ['annv.sokx@laichau.gov.vn', '--lift'], 3, key],
    ['an unknown key', ['person:LC-000009', '--reason', 'x'], 3, 'no account on the server has this key'],
    ['a bare id', ['LC-000001', '--reason', 'x'], 3, `Did you mean "${key}"?`],
    ['no mailbox', ['organization:sokx', '--reason', 'x'], 3, 'has no mailbox'],
    ['no reason', [key, '--reason', '  '], 1, 'lock-reason'],
    ['a long reason', [key, '--reason', 'x'.repeat(201)], 1, '201 characters'],
    ['a reason of two lines', [key, '--reason', 'a\nb'], 1, 'lock-reason'],
    ['neither', [key], 1, 'option-lock'],
    ['both', [key, '--reason', 'x', '--lift'], 1, 'option-lock'],
  ])('refuses %s', async (_what, args, code, words) => {
    const before = await look();
    const ran = await danhba('2026-11-30', 'lock', ...args);
    expect(ran.code, ran.err).toBe(code);
    expect(ran.err).toContain(words);
    expect(await look()).toEqual(before);
  });

  it('refuses an account that is protected', async () => {
    const policy = join(work.root, 'directory/policy.yaml');
    await writeFile(policy, policyText.replace('protected: []', `protected: ["${key}"]`));
    const ran = await danhba('2026-11-30', 'lock', key, '--reason', 'x');
    await writeFile(policy, policyText);
    expect(ran).toMatchObject({ code: 3 });
    expect(ran.err).toContain('[lock-refused]');
    expect(await login()).toBe(0);
  });

  it('refuses an entry that is not known for sure', async () => {
    await root.modify(dn, replace('danhbaName', 'khac'));
    const ran = await danhba('2026-11-30', 'lock', key, '--reason', 'x');
    await root.modify(dn, replace('danhbaName'));
    expect(ran).toMatchObject({ code: 3 });
    expect(ran.err).toContain(`cannot be told for sure (entry-misnamed): ${dn}`);
    expect(await login()).toBe(0);
  });

  it('gives way to the suspension that is recorded, in one write and without a moment’s opening', async () => {
    expect(await danhba('2026-12-01', 'lock', key, '--reason', reason)).toMatchObject({ code: 0 });
    await write(`${an}, title: Chuyên viên, ${suspension}`);
    const shown = await danhba('2026-12-01', 'plan', '--out', 'plan.json');
    expect(shown.out).toContain(reason);
    expect(await textOf('plan.json')).not.toMatch(secret);
    // Of a plan that was shown, what has moved since is named, and a reason that its file has not got is nothing of it.
    const [binh, ...more] = others;
    const edited = [`${an}, title: Chuyên viên, ${suspension}`, `${binh}, title: Văn thư`, ...more];
    await work.write({ sokx: organizationText('sokx', edited, 'mailbox: none\n') });
    const moved = await danhba('2026-12-01', 'apply', 'plan.json');
    expect(moved).toMatchObject({ code: 3 });
    expect(moved.err).toContain('update person:LC-000002');
    expect(moved.err).not.toContain(`suspend ${key}`);
    await write(`${an}, title: Chuyên viên, ${suspension}`);
    const { changes } = await planOn('2026-12-01');
    expect(changes).toMatchObject([{ kind: 'suspend', key }]);
    const applied = await danhba('2026-12-01', 'apply', 'plan.json');
    expect(applied, applied.err).toMatchObject({ code: 0 });
    const entry = await look();
    expect(entry).not.toHaveProperty('danhbaOperatorLock');
    expect(entry).toMatchObject({ danhbaState: 'suspended', pwdEndTime: '19700101000000Z' });
    for (const args of [['--reason', 'x'], ['--lift']]) {
      const ran = await danhba('2026-12-01', 'lock', key, ...args);
      expect(ran).toMatchObject({ code: 3 });
      expect(ran.err).toContain('it is suspended since 2026-12-01');
    }
    expect(await login()).toBe(49);
  });
});
