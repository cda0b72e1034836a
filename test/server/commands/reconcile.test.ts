/** The scheduled job on a real slapd, as a scheduler runs it: audit, metrics and page after everything that happens. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { parseSamples } from '../../../src/render/run/open-metrics.ts';
import { Relax } from '../../contract/bench.ts';
import { type Ended, runDanhba, settingsOf } from '../../support/child.ts';
import { bindRoot, readOne, replace } from '../../support/faults-fixture.ts';
import { listenSince } from '../../support/listening.ts';
import { startProxy, type Wire } from '../../support/proxy.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const phone = '0213 3 876 543';
const names = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga', 'Oanh', 'Phúc'];
const idOf = (index: number) => `LC-${String(index + 1).padStart(6, '0')}`;
const people = names.map((name, index) => `id: ${idOf(index)}, name: Nguyễn Văn ${name}, phone: "${phone}"`);
const retired = (line: string) =>
  `${line}, termination: {reason: retirement, document: 77/QĐ, decided: 2026-11-20}`;

let slapd: Slapd;
let proxy: Wire;
let root: Client;
let work: Workplace;

beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  proxy = await startProxy(slapd.url);
  root = await bindRoot(slapd);
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  const through = { url: proxy.url, baseDn: slapd.baseDn, bindDn, passwordFile };
  work = await makeWorkplace(through, { ubnd: committee, sokx: organizationText('sokx', people) });
  git('init', '--quiet');
  commit('Danh bạ');
});

afterAll(async () => {
  await root?.unbind();
  await work?.remove();
  await proxy?.stop();
  await slapd?.stop();
});

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], {
    cwd: work.root,
    encoding: 'utf8',
  }).trim();

function commit(message: string): void {
  git('add', 'directory');
  git('commit', '--quiet', '--message', message);
}

interface RunOptions {
  readonly url?: string;
  readonly onStart?: (pid: number) => void;
}

const settings = (url: string) => {
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  return settingsOf({ url, bindDn, passwordFile });
};

function reconcile(more: readonly string[] = [], { url, onStart }: RunOptions = {}): Promise<Ended> {
  const files = ['--audit', 'audit.jsonl', '--metrics', 'metrics.txt', '--record', '--lang', 'en'];
  return runDanhba(['reconcile', '--today', '2026-11-23', ...files, ...more], {
    cwd: work.root,
    environment: { ...settings(url ?? proxy.url), GITHUB_STEP_SUMMARY: join(work.root, 'page.md') },
    ...(onStart && { onStart }),
  });
}

type AuditRecord = Record<string, unknown>;

async function readAudit(): Promise<AuditRecord[]> {
  const text = await readFile(join(work.root, 'audit.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditRecord);
}

/** The records of the last run. */
async function lastRun(): Promise<AuditRecord[]> {
  const records = await readAudit();
  const id = records.at(-1)?.run;
  return records.filter(({ run }) => run === id);
}

const outcomesOf = (records: readonly AuditRecord[]) =>
  records
    .filter(({ event }) => event === 'outcome')
    .map(({ operation, key, outcome }) => `${operation} ${key} ${outcome}`)
    .sort();

const metrics = async () => parseSamples(await readFile(join(work.root, 'metrics.txt'), 'utf8'));

async function page(): Promise<string> {
  return await readFile(join(work.root, 'page.md'), 'utf8').finally(() =>
    writeFile(join(work.root, 'page.md'), ''),
  );
}

const verifyAudit = () => runDanhba(['audit', 'verify', 'audit.jsonl', '--lang', 'en'], { cwd: work.root });

const person = (id: string) => `uid=${id},ou=people,${slapd.baseDn}`;

describe('the scheduled job', () => {
  it('issues a directory: the audit, the metrics and the page say so', async () => {
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0, out: 'applied: 14\n' });
    const head = git('rev-parse', 'HEAD');
    const records = await lastRun();
    expect(records.map(({ event }) => event)).toEqual([
      'begin',
      'plan',
      ...Array.from({ length: 14 }, () => 'outcome'),
      'end',
    ]);
    expect(records.every(({ commit }) => commit === head)).toBe(true);
    expect(records[0]).not.toHaveProperty('uncommitted');
    expect(records[1]?.intends).toHaveLength(14);
    expect(outcomesOf(records)).toContain('create person:LC-000001 applied');
    expect(records.at(-1)).toMatchObject({ exit: 0, outcomes: { applied: 14 } });
    const audit = await readFile(join(work.root, 'audit.jsonl'), 'utf8');
    expect(audit).not.toContain(phone);

    const said = await metrics();
    expect(said.get('danhba_accounts{kind="person",state="active"}')).toBe(12);
    expect(said.get('danhba_run_changes{kind="create",result="applied"}')).toBe(14);
    expect(said.get('danhba_exit_code')).toBe(0);
    expect(said.get('danhba_last_success_timestamp_seconds')).toBe(
      said.get('danhba_last_run_timestamp_seconds'),
    );
    for (const phase of ['connect', 'check', 'read', 'plan', 'apply', 'record']) {
      expect(said.has(`danhba_phase_duration_seconds{phase="${phase}"}`), phase).toBe(true);
    }
    const told = await page();
    expect(told).toContain(`- commit: \`${head}\``);
    expect(told).toContain(`\`${records.at(-1)?.hash}\``);
    expect(told).not.toContain(phone);
  });

  it('finds nothing to do in a second run, and goes on counting', async () => {
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0, out: 'There was nothing to change.\n' });
    expect((await lastRun()).map(({ event }) => event)).toEqual(['begin', 'plan', 'end']);
    const said = await metrics();
    expect(said.get('danhba_run_changes{kind="create",result="applied"}')).toBe(0);
    expect(said.get('danhba_changes_total{kind="create",result="applied"}')).toBe(14);
    expect(said.get('danhba_runs_total{exit_code="0"}')).toBe(2);
  });

  it('suspends for inactivity, and records it in the file', async () => {
    await listenSince(root, slapd.baseDn);
    for (const [index] of people.entries()) {
      const day = index === 0 ? '20260401020000Z' : '20261120020000Z';
      await root.modify(person(idOf(index)), replace('authTimestamp', day), new Relax());
      await root.modify(person(idOf(index)), replace('danhbaIssued', '20260331170000Z'), new Relax());
    }
    const agency = `ou=sokx,ou=organizations,${slapd.baseDn}`;
    await root.modify(agency, replace('authTimestamp', '20261120020000Z'), new Relax());
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    const file = 'directory/organizations/sokx.yaml';
    expect(outcomesOf(await lastRun())).toEqual(['suspend person:LC-000001 applied']);
    expect((await lastRun()).at(-1)).toMatchObject({ recorded: [file] });
    expect(await readFile(join(work.root, file), 'utf8')).toContain(
      'suspension: {reason: inactivity, date: 2026-11-23}',
    );
    expect((await metrics()).get('danhba_accounts{kind="person",state="suspended"}')).toBe(1);
    expect(await page()).toContain('directory/organizations/sokx.yaml');

    const again = await reconcile();
    expect(again, again.err).toMatchObject({ code: 0, out: 'There was nothing to change.\n' });
    expect((await lastRun())[0]).toMatchObject({ commit: git('rev-parse', 'HEAD'), uncommitted: true });
    commit('Ghi việc tạm dừng');
  });

  it('holds a mass change, lets it pass once approved, and refuses a second set', async () => {
    const first = people[0]?.concat(', suspension: {reason: inactivity, date: 2026-11-23}') ?? '';
    const write = (count: number) =>
      work.write({
        sokx: organizationText('sokx', [
          first,
          ...people.slice(1, 1 + count).map(retired),
          ...people.slice(1 + count),
        ]),
      });
    await write(7);
    const held = await reconcile();
    expect(held, held.err).toMatchObject({ code: 3 });
    expect((await metrics()).get('danhba_approval_pending')).toBe(1);
    expect((await metrics()).get('danhba_held{code="guard"}')).toBe(7);
    const success = (await metrics()).get('danhba_last_success_timestamp_seconds');
    expect(success).toBeLessThan((await metrics()).get('danhba_last_run_timestamp_seconds') ?? 0);
    const approval = /danhba reconcile --approve (sha256:[0-9a-f]{64})/.exec(await page())?.[1] ?? '';
    expect(outcomesOf(await lastRun())).toEqual([]);

    const approved = await reconcile(['--approve', approval]);
    expect(approved, approved.err).toMatchObject({ code: 0 });
    expect(outcomesOf(await lastRun())).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((index) => `terminate person:${idOf(index)} applied`),
    );
    expect((await lastRun()).every((record) => record.approval === approval)).toBe(true);
    expect((await metrics()).get('danhba_approval_pending')).toBe(0);

    await write(11);
    const second = await reconcile(['--approve', approval]);
    expect(second).toMatchObject({ code: 3, out: '' });
    expect(second.err).toContain('[approval-mismatch]');
    expect((await lastRun()).map(({ event }) => event)).toEqual(['begin', 'end']);
    expect((await lastRun()).at(-1)).toMatchObject({ exit: 3, error: 'approval-mismatch' });
    expect(await readOne(root, person(idOf(10)))).toMatchObject({ danhbaState: 'active' });
    expect((await metrics()).get('danhba_runs_total{exit_code="3"}')).toBe(2);
    expect(await page()).toContain('approval-mismatch');
    await write(7);
  });

  it('does the rest where one file has an error', async () => {
    await work.write({
      soky: organizationText('soky', ['id: LC-000101, name: Lò Văn Chi, titel: x']),
      sokz: organizationText('sokz', ['id: LC-000102, name: Vàng A Dũng']),
    });
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 1 });
    expect(outcomesOf(await lastRun())).toContain('create person:LC-000102 applied');
    expect((await metrics()).get('danhba_problems{severity="error"}')).toBe(1);
    expect(await page()).toMatch(/organizations\/soky\.yaml:\d+ `unknown-key`/);
    await work.write({ soky: organizationText('soky', ['id: LC-000101, name: Lò Văn Chi']) });
    expect(await reconcile()).toMatchObject({ code: 0 });
  });

  it('says that the server is down, and keeps what was the last success', async () => {
    const before = await metrics();
    await page();
    const ran = await reconcile([], { url: 'ldap://127.0.0.1:1' });
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('[ldap-unreachable]');
    expect((await lastRun()).at(-1)).toMatchObject({ event: 'end', exit: 1, error: 'ldap-unreachable' });
    const after = await metrics();
    const success = 'danhba_last_success_timestamp_seconds';
    expect(after.get('danhba_exit_code')).toBe(1);
    expect(after.get(success)).toBe(before.get(success));
    expect(after.get('danhba_last_run_timestamp_seconds')).toBeGreaterThan(after.get(success) ?? 0);
    expect(after.get('danhba_changes_total{kind="create",result="applied"}')).toBe(18);
    expect(after.has('danhba_accounts{kind="person",state="active"}')).toBe(false);
    expect(await page()).toContain('ldap-unreachable');
    expect(await reconcile()).toMatchObject({ code: 0 });
  });

  it('is killed amid the writes: the next run goes on, and the chain accounts for everything', async () => {
    const many = Array.from({ length: 150 }, (_, i) => {
      const address = `aa${i}.soka@laichau.gov.vn`;
      return `id: LC-${1000 + i}, name: A A, address: ${address}, addressDecision: {document: 1/QĐ, date: 2026-01-05}`;
    });
    await work.write({ soka: organizationText('soka', many) });
    const killed = await reconcile([], {
      onStart: (pid) => proxy.after(60, () => void process.kill(pid, 'SIGKILL')),
    });
    proxy.after(0, () => {});
    expect(killed.code).toBeNull();
    const cut = await readAudit().catch(() => []);
    const dead = cut.at(-1)?.run;

    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(await verifyAudit()).toMatchObject({ code: 0 });
    const records = await readAudit();
    const [begin] = await lastRun();
    expect(begin).toMatchObject({ event: 'begin', unfinished: dead });
    expect(records.some(({ run, event }) => run === dead && event === 'end')).toBe(false);
    const created = new Set(outcomesOf(records).filter((one) => one.startsWith('create person:LC-1')));
    const intended = records.flatMap((record) =>
      record.run === dead && record.event === 'plan' ? (record.intends as string[]) : [],
    );
    expect(intended).toHaveLength(151);
    for (let i = 0; i < many.length; i++) {
      const key = `person:LC-${1000 + i}`;
      expect(await readOne(root, person(`LC-${1000 + i}`))).toMatchObject({ danhbaKey: key });
      // Of what was done by the run that was killed, its outcome or at least its intention is there.
      expect(created.has(`create ${key} applied`) || intended.includes(`create ${key}`), key).toBe(true);
    }
  });

  it('leaves an audit that holds after all of this, and shows who touched it', async () => {
    const whole = await verifyAudit();
    expect(whole, whole.out).toMatchObject({ code: 0 });
    const kept = /sha256:[0-9a-f]{64}/.exec(whole.out)?.[0] ?? '';
    const file = join(work.root, 'audit.jsonl');
    const text = await readFile(file, 'utf8');
    const lines = text.trimEnd().split('\n');
    const at = lines.findIndex((line) => line.includes('"operation":"terminate"'));
    await writeFile(file, `${lines.with(at, lines[at]?.replace('LC-0000', 'LC-0009') ?? '').join('\n')}\n`);
    const altered = await verifyAudit();
    expect(altered).toMatchObject({ code: 1 });
    expect(altered.out).toContain(`audit.jsonl:${at + 1}: the chain is broken: this line was altered`);
    await writeFile(file, `${lines.slice(0, -1).join('\n')}\n`);
    expect(await verifyAudit()).toMatchObject({ code: 0 });
    const verify = ['audit', 'verify', 'audit.jsonl', '--lang', 'en', '--head', kept];
    const shorter = await runDanhba(verify, { cwd: work.root });
    expect(shorter).toMatchObject({ code: 1 });
    expect(shorter.out).toContain('There is no record with the hash');
    await writeFile(file, text);
    expect(await runDanhba(verify, { cwd: work.root })).toMatchObject({ code: 0 });
  });

  it('does nothing where the audit cannot be written, and says where it could not write the rest', async () => {
    const other = join(work.root, 'other.txt');
    await writeFile(other, 'something else\n');
    await work.write({ sokb: organizationText('sokb', ['id: LC-000103, name: Lý Thị Mỷ']) });
    const refused = await reconcile(['--audit', 'other.txt']);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('[audit] other.txt');
    expect(await readFile(other, 'utf8')).toBe('something else\n');
    expect((await metrics()).get('danhba_exit_code')).toBe(1);

    const ran = await reconcile(['--metrics', 'nowhere/metrics.txt']);
    expect(ran).toMatchObject({ code: 1, out: 'applied: 2\n' });
    expect(ran.err).toContain('[file-unwritable] nowhere/metrics.txt');
    expect((await verifyAudit()).code).toBe(0);
  });
});
