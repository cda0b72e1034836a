/**
 * Silence counts only where somebody listened (8.1): on real slapd, whose recording of logins is switched on, off and on
 * again by its own configuration.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'ldapts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import type { Supervised } from '../../../servers/launch/supervised.ts';
import { exitCodeOf } from '../../../src/process/io.ts';
import { Relax } from '../../contract/bench.ts';
import { committee, liftGuard } from '../../support/faults-fixture.ts';
import { listenSince } from '../../support/listening.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import {
  bindResult,
  connect,
  goodPassword,
  personDn,
  readPid,
  replace,
  sentinelDn,
  serveAgain,
} from '../../support/slapd-fixture.ts';
import { organizationText } from '../../support/world.ts';

const ids = ['LC-000001', 'LC-000002', 'LC-000003'];
const people = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lò Văn Chi'].map(
  (name, at) => `id: ${ids[at]}, name: ${name}`,
);
const recording = 'overlay lastbind\nlastbind-precision 3600\n';
const today = '2026-09-14';
const aDay = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);

let slapd: Slapd;
let again: Supervised | undefined;
let root: Client;
let work: Workplace;

beforeEach(async () => {
  slapd = await startSlapd();
  root = await connect(slapd, slapd.root);
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  const server = { url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile };
  work = await makeWorkplace(server, {
    ubnd: committee,
    sokx: organizationText('sokx', people, 'mailbox: none\n'),
  });
  await liftGuard(work);
});

afterEach(async () => {
  await root?.unbind().catch(() => {});
  await work?.remove();
  await again?.stop();
  again = undefined;
  await slapd?.stop();
});

/** The same server, data and address with another configuration. */
async function reconfigure(file: string, edit: (text: string) => string): Promise<void> {
  await root.unbind();
  if (again === undefined) {
    process.kill(await readPid(slapd.directory), 'SIGTERM');
    await slapd.exited;
  } else {
    await again.stop();
  }
  const path = join(slapd.directory, file);
  const text = await readFile(path, 'utf8');
  const edited = edit(text);
  expect(edited).not.toBe(text);
  await writeFile(path, edited);
  again = await serveAgain(slapd);
  root = await connect(slapd, slapd.root);
}

/** From here on the server records no logins, and shows what it recorded before, long ago. */
async function stopRecording(): Promise<void> {
  await reconfigure('slapd.conf', (text) => text.replace(recording, ''));
  const old = replace('authTimestamp', '20250101000000Z');
  await root.modify(slapd.reconciler.dn, old, new Relax());
}

const startRecording = () => reconfigure('slapd.conf', (text) => `${text}\n${recording}`);

async function settle(): Promise<void> {
  const ran = await work.apply({ today });
  expect(ran.code, ran.out + ran.err).toBe(0);
  expect((await work.plan({ today })).plan.changes).toEqual([]);
}

const logins = async () => {
  const { searchEntries } = await root.search(sentinelDn(slapd), {
    scope: 'base',
    attributes: ['danhbaLogins'],
  });
  return [searchEntries[0]?.danhbaLogins ?? []].flat().map(String);
};

async function firstLogin(id: string): Promise<void> {
  const dn = personDn(slapd, id);
  await root.modify(dn, replace('userPassword', goodPassword));
  await root.modify(dn, replace('pwdReset', 'FALSE'));
  expect(await bindResult(slapd, dn, goodPassword)).toBe(0);
}

it('recording that is switched on one day suspends nobody who was silent before', async () => {
  await stopRecording();
  expect((await work.apply({ today: '2025-01-06' })).code).toBe(0);
  const before = await work.plan({ today });
  expect(before.plan).toMatchObject({ accessDoubt: 'not-recorded', changes: [] });
  expect(await logins()).toEqual([]);

  await startRecording();
  // The first of all logins: from here on access shows, and all the others show none.
  await firstLogin(ids[0] as string);
  const { plan } = await work.plan({ today });
  expect(plan).not.toHaveProperty('accessDoubt');
  expect(plan.changes).toEqual([]);
  // A plan writes nothing; a run remembers the day.
  expect(await logins()).toEqual([]);
  await settle();
  expect(await logins()).toEqual([aDay]);

  // Once somebody has listened for so long, silence counts.
  await listenSince(root, slapd.baseDn, '2026-01-05');
  const late = await work.plan({ today });
  expect(late.plan.changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'suspend person:LC-000002',
    'suspend person:LC-000003',
  ]);
});

it('recording that stopped and began again is counted from the day it began again', async () => {
  expect((await work.apply({ today: '2025-01-06' })).code).toBe(0);
  await firstLogin(ids[0] as string);
  await listenSince(root, slapd.baseDn, '2025-01-06');
  expect((await work.plan({ today })).plan.changes).toHaveLength(2);

  await stopRecording();
  expect((await work.plan({ today })).plan).toMatchObject({ accessDoubt: 'not-recorded', changes: [] });
  await settle();
  expect(await logins(), 'what was heard before the silence proves nothing').toEqual([]);

  await startRecording();
  await settle();
  expect(await logins()).toEqual([aDay]);
  expect(await logins()).not.toEqual(['2025-01-06']);
});

it('rights to see logins that are lost suspend nobody', async () => {
  expect((await work.apply({ today: '2025-01-06' })).code).toBe(0);
  await firstLogin(ids[0] as string);
  await listenSince(root, slapd.baseDn, '2025-01-06');
  const rule = `access to attrs=authTimestamp by dn.exact="${slapd.reconciler.dn}" none by * break\n\n`;
  await reconfigure('acl.conf', (text) => rule + text);
  const { plan } = await work.plan({ today });
  expect(plan).toHaveProperty('accessDoubt');
  expect(plan.changes).toEqual([]);
  await settle();
});

it.each([
  ['records logins', async () => {}],
  ['records none', stopRecording],
])('a server with the schema of before that %s is refused, and nothing is written', async (_what, before) => {
  await before();
  const ofNow = '(?:Locked|Renamed|Noticed|Name|Logins|Approval)';
  // The rules of before know as little of them.
  await reconfigure('acl.conf', (text) =>
    text
      .replace(/access to [^\n]* attrs=danhbaApproval\n(?: {2}by [^\n]*\n)+/, '')
      .replaceAll(new RegExp(`,danhba${ofNow}(?:;lang-)?(?=[,\\s])`, 'g'), ''),
  );
  await reconfigure('danhba.schema', (text) =>
    text
      .replaceAll(/attributetype \( danhbaAttribute:2[0-5] [^)]*\)\n/g, '')
      .replaceAll(new RegExp(`\\$\\s+danhba${ofNow}(?=\\s)`, 'g'), ''),
  );
  expect(await work.apply({ today }).catch(exitCodeOf)).toBe(3);
  const { searchEntries } = await root.search(slapd.baseDn, { filter: '(danhbaKey=*)' });
  expect(searchEntries).toEqual([]);
});
