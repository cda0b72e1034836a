// slapd ends amid a run of the command line: that is told once, with the time and where to look; it is waited for.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Ended, settingsOf, startDanhba } from '../../support/child.ts';
import { committee, readJournal, staff } from '../../support/faults-fixture.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { readPid } from '../../support/slapd-fixture.ts';

const many = 400;
let directory: string;
let slapd: Slapd;
let work: Workplace;

beforeEach(async () => {
  directory = await mkdtemp(join('/var/tmp', 'danhba-test-')); // slapd's own user can get there
  slapd = await startSlapd({ directory });
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  const server = { url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile };
  work = await makeWorkplace(server, { ubnd: committee, sokx: staff('sokx', 0, many) });
});

afterEach(async () => {
  await slapd.stop();
  await work.remove();
  await rm(directory, { recursive: true, force: true });
});

/** A first load; the server is killed once some tens of mailboxes are issued, and `meanwhile` is what happens then. */
async function loadAndKill(wait: number, meanwhile: () => Promise<void>): Promise<Ended> {
  const { url, reconciler } = slapd;
  const settings = settingsOf({ url, bindDn: reconciler.dn, passwordFile: reconciler.passwordFile });
  const args = ['apply', '--directory', `${work.root}/directory`, '--today', '2026-11-23', '--lang', 'en'];
  const ended = startDanhba(
    [...args, '--journal', `${work.root}/journal.jsonl`, '--credentials', `${work.root}/sealed`],
    { environment: { ...settings, DANHBA_LDAP_WAIT: String(wait) } },
  );
  while ((await readJournal(work)).lines.length < 40) await sleep(5);
  process.kill(await readPid(directory), 'SIGKILL');
  expect(await slapd.exited).toMatchObject({ signal: 'SIGKILL' });
  await meanwhile();
  return await ended;
}

const count = (text: string, words: RegExp) => [...text.matchAll(new RegExp(words, 'g'))].length;

it('is told once, and the rest of a thousand changes as one line; ends with 4', async () => {
  const { code, out, err } = await loadAndKill(2, async () => {});
  expect(code).toBe(4);
  expect(count(err, /the server ended at \d\d:\d\d:\d\d, waiting up to 2 s/)).toBe(1);
  expect(err).toContain('journalctl -u slapd');
  expect(count(err, /not back after [23] s, given up/)).toBe(1);
  expect(count(out, /the server ended and has not come back/)).toBe(1);
  expect(out).toMatch(/and \d{2,} more: failed/);
  expect(out.split('\n').length).toBeLessThan(10);
  // The journal, for whoever wants to know exactly, has each of them.
  const { lines } = await readJournal(work);
  expect(lines.length).toBeGreaterThan(many);
});

it('is waited for, and the same run finishes once a supervisor has started it again', async () => {
  const port = Number(new URL(slapd.url).port);
  const { code, out, err } = await loadAndKill(60, async () => {
    await sleep(1500);
    slapd = await startSlapd({ directory }, async () => port);
  });
  expect({ code, out }).toMatchObject({ code: 0 });
  expect(count(err, /the server ended at/)).toBe(1);
  expect(count(err, /the server is back after [12] s/)).toBe(1);
  expect((await work.plan()).plan.changes).toEqual([]);
});

it.each(['0', '91', '10s', '-1', '1e1'])('a wait of %s is refused with what is allowed', async (wait) => {
  const environment = { DANHBA_LDAP_URL: slapd.url, DANHBA_LDAP_BIND_DN: 'cn=x', DANHBA_LDAP_WAIT: wait };
  await writeFile(join(work.root, 'password'), 'x');
  const ended = await startDanhba(['plan', '--directory', `${work.root}/directory`], {
    environment: { ...environment, DANHBA_LDAP_PASSWORD_FILE: join(work.root, 'password') },
  });
  expect(ended.code).toBe(1);
  expect(ended.err).toContain('DANHBA_LDAP_WAIT');
  expect(ended.err).toContain('1–90');
});
