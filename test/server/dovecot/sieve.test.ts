/** The Sieve scripts and quotas of hundreds of users, read from a real Dovecot in few requests, one mailbox broken. */
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Command, type Doveadm, openDoveadm } from '../../../src/dovecot/connect/doveadm.ts';
import { deactivateSieve, readSieveScripts } from '../../../src/dovecot/sieve/scripts.ts';
import { readQuotas } from '../../../src/dovecot/store/quota.ts';
import { findForwards } from '../../../src/sieve/forwards.ts';
import {
  addPeople,
  type MailStore,
  type Relay,
  startMailStore,
  startRelay,
} from '../../support/doveadm-fixture.ts';

const count = 300;
const text = (user: string) => `# ${user}: tiếng Việt 😀 "\\" \u0001\r\nredirect "friend@outside.test";\r\n`;

let store: MailStore;
let relay: Relay;
let doveadm: Doveadm;
let users: readonly string[];
beforeAll(async () => {
  store = await startMailStore();
  relay = await startRelay(store.dovecot.doveadmUrl);
  doveadm = openDoveadm({ url: relay.url, apiKey: store.apiKey });
  users = await addPeople(store, 1, count);
  const put = users.map(
    (user): Command => ({
      name: 'sievePut',
      parameters: { user, scriptname: 'lọc thư', file: text(user), activate: true },
    }),
  );
  const answers = await doveadm.call(put, { batch: 50 });
  expect(new Set(answers.map(({ result }) => result))).toEqual(new Set(['done']));
});
afterAll(async () => {
  doveadm?.close();
  await relay?.stop();
  await store?.stop();
});

test('300 scripts are read in seven requests, as they are', async () => {
  relay.watch();
  const read = await readSieveScripts(doveadm);
  expect(relay.bodies).toHaveLength(1 + count / 50);
  const wanted = users.map((user) => ({
    user,
    result: 'read',
    scripts: [{ name: 'lọc thư', active: true, text: text(user) }],
  }));
  expect([...read].sort((a, b) => a.user.localeCompare(b.user))).toEqual(wanted);
  const script = read[0]?.result === 'read' ? read[0].scripts[0] : undefined;
  expect(findForwards(script?.text ?? '', ['gov.vn'])).toEqual([
    { line: 2, column: 1, target: 'friend@outside.test', reason: 'outside' },
  ]);
});

test('300 quotas are read in one request', async () => {
  relay.watch();
  const quotas = await readQuotas(doveadm);
  expect(relay.bodies).toHaveLength(1);
  expect(quotas).toHaveLength(count);
  expect(quotas[0]).toMatchObject({
    result: 'read',
    storage: { used: 0, limit: 2048 * 1024 },
    messages: { used: 0, limit: undefined },
  });
});

test('a mailbox that cannot be read is told, and hides no other', async () => {
  const [broken = ''] = users.slice(100);
  const home = join(store.dovecot.directory, 'mail/people', broken.split('@')[0] ?? '');
  await rm(join(home, 'sieve'), { recursive: true });
  await mkdir(join(home, 'sieve'));
  await chmod(join(home, 'sieve'), 0);
  relay.watch();
  const read = await readSieveScripts(doveadm);
  expect(relay.bodies.length).toBeLessThan(30);
  expect(read.filter(({ result }) => result === 'failed').map(({ user }) => user)).toEqual([broken]);
  expect(read.filter(({ result }) => result === 'read')).toHaveLength(count - 1);
  await rm(home, { recursive: true });
});

test('a script is switched off and stays; a second time, and a stranger, do no harm', async () => {
  const [user = '', other = ''] = users;
  const wanted = [
    { user, result: 'inactive' },
    { user: 'LC-999999@people', result: 'absent' },
  ];
  expect(await deactivateSieve(doveadm, [user, 'LC-999999@people'])).toEqual(wanted);
  expect(await deactivateSieve(doveadm, [user, 'LC-999999@people'])).toEqual(wanted);
  const read = new Map((await readSieveScripts(doveadm)).map((one) => [one.user, one]));
  expect(read.get(user)).toMatchObject({ scripts: [{ active: false, text: text(user) }] });
  expect(read.get(other)).toMatchObject({ scripts: [{ active: true }] });
});
