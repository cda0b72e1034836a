// What the fault tests have in common: a slapd behind the proxy, runs that must end, and what must hold after them.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Attribute, Change, Client } from 'ldapts';
import { expect } from 'vitest';
import { type InstanceOptions, type Slapd, startSlapd } from '../../servers/launch/slapd.ts';
import { ExpectedError } from '../../src/model/problems/errors.ts';
import { startProxy, type Wire } from './proxy.ts';
import { makeWorkplace, readSecret, type Server, type Workplace } from './run.ts';
import { wordsOfError } from './told.ts';
import { type Files, organizationText, policyText } from './world.ts';

export interface Bench {
  readonly slapd: Slapd;
  readonly proxy: Wire;
  /** danhba behind the proxy. */
  readonly work: Workplace;
  /** rootdn, straight to the server. */
  readonly root: Client;
  readonly through: Server;
  readonly stop: () => Promise<void>;
}

export const committee =
  'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [age1e4jz80npsu48c6xedaq57jsxsmymyv7e3e2khyg6g9re2qmggpmqxzvt0u]\n';

export async function startBench(
  files: Files,
  options: InstanceOptions = {},
  more: Pick<Server, 'waitSeconds' | 'pace'> = {},
): Promise<Bench> {
  const slapd = await startSlapd(options);
  const proxy = await startProxy(slapd.url);
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  const through = { url: proxy.url, baseDn: slapd.baseDn, bindDn, passwordFile, ...more };
  const work = await makeWorkplace(through, { ubnd: committee, ...files });
  const root = await bindRoot(slapd);
  const stop = async () => {
    await root.unbind().catch(() => {});
    await work.remove();
    await proxy.stop();
    await slapd.stop();
  };
  return { slapd, proxy, work, root, through, stop };
}

/** Lifts the guard's limits, where what is tested must not lean on them. */
export async function liftGuard({ root }: Workplace): Promise<void> {
  const lifted = policyText
    .replace('run: {share: 5, count: 5}', 'run: {share: 100, count: 9999}')
    .replace('organization: {share: 30, count: 3}', 'organization: {share: 100, count: 9999}');
  expect(lifted).not.toBe(policyText);
  await writeFile(join(root, 'directory/policy.yaml'), lifted);
}

export async function bindRoot(slapd: Slapd): Promise<Client> {
  const root = new Client({ url: slapd.url });
  await root.bind(slapd.root.dn, await readSecret(slapd.root.passwordFile));
  return root;
}

const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga'];
const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Lò', 'Vàng', 'Giàng', 'Tẩn', 'Phan'];

/** An organization of people whose addresses a decision makes unique, whatever their names. */
export function staff(id: string, first: number, count: number, more = ''): string {
  return organizationText(
    id,
    Array.from({ length: count }, (_, i) => personLine(id, first + i, more)),
  );
}

export function personLine(organization: string, number: number, more = ''): string {
  const key = `LC-${String(number).padStart(6, '0')}`;
  // Digits follow the derived local part; the decision is what allows them.
  const name = `${family[number % 10]} Văn ${given[Math.floor(number / 10) % 10]}`;
  const address = `${nameless(name)}${number}.${organization}@laichau.gov.vn`;
  return `id: ${key}, name: ${name}, address: ${address}, addressDecision: {document: 1/QĐ, date: 2026-01-05}${more}`;
}

function nameless(name: string): string {
  const [f = '', , g = ''] = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .split(' ');
  return `${g}${f[0] ?? ''}v`;
}

export interface Ran {
  /** The exit code the command line gives. */
  readonly code: number;
  /** The code of the expected error, if there was one. */
  readonly error?: string;
  readonly message?: string;
  readonly out: string;
  readonly err?: string;
}

/** As src/cli.ts has it. */
const refusals = new Set([
  'digest-mismatch',
  'approval-mismatch',
  'ldap-read-incomplete',
  'lease-held',
  'lease-future',
  'wrong-server',
]);

/** A run that must end in time, with a result or with an error made for its user. */
export async function run(
  command: () => Promise<{ code: number; out: string; err?: string }>,
  seconds = 55,
): Promise<Ran> {
  const patience = new AbortController();
  try {
    const late = sleep(seconds * 1000, undefined, { signal: patience.signal }).then(() => {
      throw new Error(`still running after ${seconds} s`);
    });
    late.catch(() => {});
    const { code, out, err = '' } = await Promise.race([command(), late]);
    return { code, out, err };
  } catch (thrown) {
    if (!(thrown instanceof ExpectedError)) throw thrown;
    const code = refusals.has(thrown.code) ? 3 : 1;
    return { code, error: thrown.code, message: wordsOfError(thrown).message, out: '' };
  } finally {
    patience.abort();
  }
}

export interface Found {
  readonly dn: string;
  readonly key: string;
  readonly uuid: string;
  readonly state: string;
  readonly address: string;
}

/** Every managed entry, read past danhba. */
export async function readAll({ root, slapd }: Pick<Bench, 'root' | 'slapd'>): Promise<Found[]> {
  const { searchEntries } = await root.search(slapd.baseDn, {
    filter: '(danhbaKey=*)',
    attributes: ['danhbaKey', 'entryUUID', 'danhbaState', 'danhbaAddress'],
    paged: true,
  });
  return searchEntries.map(({ dn, danhbaKey, entryUUID, danhbaState, danhbaAddress }) => ({
    dn,
    key: String(danhbaKey),
    uuid: String(entryUUID),
    state: String(danhbaState),
    address: String(danhbaAddress),
  }));
}

/** Nothing lost, nothing twice, nothing ended but what was declared ended; entries keep their UUID. */
export function expectSound(
  before: readonly Found[],
  after: readonly Found[],
  expected: { readonly entries: number; readonly ended: ReadonlySet<string> },
  what: string,
): void {
  expect(after.length, what).toBe(expected.entries);
  expect(new Set(after.map(({ key }) => key)).size, what).toBe(after.length);
  const addresses = after.map(({ address }) => address).filter((address) => address !== '');
  expect(new Set(addresses).size, what).toBe(addresses.length);
  expectNoneEnded(after, expected.ended, what);
  const now = new Map(after.map(({ dn, uuid }) => [dn, uuid]));
  for (const { dn, uuid } of before) expect(now.get(dn), `${what}: ${dn}`).toBe(uuid);
}

/** The destructive acts found on the server are those declared. */
export function expectNoneEnded(after: readonly Found[], ended: ReadonlySet<string>, what: string): void {
  const found = after.filter(({ state }) => state === 'terminated' || state === 'suspended');
  expect(
    found.filter(({ key }) => !ended.has(key)),
    what,
  ).toEqual([]);
}

/** The next run without a fault brings everything to rest. */
export async function expectConverges(work: Workplace, what: string): Promise<void> {
  const again = await run(() => work.apply());
  expect(again, what).toMatchObject({ code: 0 });
  const planned = await work.plan();
  expect(planned.plan.changes, what).toEqual([]);
  expect(planned.code, what).toBe(0);
}

export const replace = (type: string, ...values: string[]) =>
  new Change({ operation: 'replace', modification: new Attribute({ type, values }) });

export const sentinelDn = ({ baseDn }: Pick<Slapd, 'baseDn'>) => `cn=sentinel,ou=danhba,${baseDn}`;

export async function readOne(root: Client, dn: string): Promise<Record<string, unknown>> {
  const { searchEntries } = await root.search(dn, { scope: 'base', attributes: ['*', 'entryUUID'] });
  return searchEntries[0] ?? {};
}

/** The journal's lines that are JSON, and how many are not. */
export async function readJournal(work: Workplace): Promise<{ lines: unknown[]; torn: number }> {
  const text = await readFile(`${work.root}/journal.jsonl`, 'utf8').catch(() => '');
  const lines: unknown[] = [];
  let torn = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    try {
      lines.push(JSON.parse(line));
    } catch {
      torn++;
    }
  }
  return { lines, torn };
}

/** Reproducible chance (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
