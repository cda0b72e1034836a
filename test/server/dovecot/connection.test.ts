/** doveadm's HTTP API when the key is wrong, the server slow, gone or broken, and the way insecure. */
import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '../../../servers/launch/port.ts';
import { type Command, type Doveadm, openDoveadm } from '../../../src/dovecot/connect/doveadm.ts';
import type { DoveadmSettings } from '../../../src/dovecot/connect/settings.ts';
import { readUsers } from '../../../src/dovecot/users.ts';
import {
  addPeople,
  type MailStore,
  type Relay,
  startMailStore,
  startRelay,
} from '../../support/doveadm-fixture.ts';
import { type Certificates, makeCertificates } from '../../support/tls.ts';
import { told } from '../../support/told.ts';

let store: MailStore;
let relay: Relay;
let users: readonly string[];
beforeAll(async () => {
  store = await startMailStore();
  users = await addPeople(store, 1, 5);
  relay = await startRelay(store.dovecot.doveadmUrl);
});
afterAll(async () => {
  await relay?.stop();
  await store?.stop();
});

async function using<T>(
  settings: Partial<DoveadmSettings>,
  work: (doveadm: Doveadm) => Promise<T>,
): Promise<T> {
  const doveadm = openDoveadm({ url: relay.url, apiKey: store.apiKey, ...settings });
  try {
    return await work(doveadm);
  } finally {
    doveadm.close();
  }
}

const status = (user: string): Command => ({
  name: 'mailboxStatus',
  parameters: { user, field: ['messages'], mailboxMask: ['INBOX'] },
});

describe('an error that its user can act on', () => {
  test('the key is wrong', async () => {
    relay.watch();
    const wrong = using({ apiKey: 'wrong' }, readUsers);
    expect(await told(wrong)).toMatchObject({
      code: 'doveadm-key',
      hint: expect.stringContaining('API_KEY'),
    });
    expect(relay.bodies).toHaveLength(1);
  });

  test('nobody listens', async () => {
    const url = `http://127.0.0.1:${await findFreePort()}`;
    await expect(using({ url }, readUsers)).rejects.toMatchObject({ code: 'doveadm-unreachable' });
  });

  test('there is no such machine', async () => {
    const there = using({ url: 'https://mail.danhba.invalid' }, readUsers);
    await expect(there).rejects.toMatchObject({ code: 'doveadm-unreachable' });
  });

  test('it is something else that listens', async () => {
    relay.watch(() => 'not-found');
    await expect(using({}, readUsers)).rejects.toMatchObject({ code: 'doveadm-url' });
  });

  test('no answer comes; what waits behind it is not sent', async () => {
    relay.watch(() => 'silence');
    const commands = Array.from({ length: 40 }, () => status(users[0] as string));
    const silent = using({ timeoutMilliseconds: 200 }, (doveadm) => doveadm.call(commands, { batch: 1 }));
    await expect(silent).rejects.toMatchObject({ code: 'doveadm-timeout' });
    expect(relay.bodies.length).toBeLessThanOrEqual(8);
  });

  test('every answer is broken: that is told once, not searched for in each command', async () => {
    relay.watch(() => 'garbage');
    const commands = Array.from({ length: 64 }, () => status(users[0] as string));
    const broken = using({}, (doveadm) => doveadm.call(commands, { batch: 64 }));
    await expect(broken).rejects.toMatchObject({ code: 'doveadm-lost' });
    expect(relay.bodies.length).toBeLessThan(25);
  });

  test.each([
    ['plain', 'http://mail.example.gov.vn:8080', 'doveadm-plaintext'],
    ['a password in the URL', 'https://a:secret-word@mail.example.gov.vn', 'doveadm-url'],
    ['no URL', 'mail.example.gov.vn', 'doveadm-url'],
    ['another scheme', 'ldap://127.0.0.1', 'doveadm-url'],
  ])('the way is not one to send a key: %s', (_name, url, code) => {
    expect(() => openDoveadm({ url, apiKey: 'k' })).toThrow(expect.objectContaining({ code }));
  });

  test('the key is empty', () => {
    const open = () => openDoveadm({ url: relay.url, apiKey: '' });
    expect(open).toThrow(expect.objectContaining({ code: 'doveadm-key' }));
  });

  test('no error holds the key', async () => {
    const base64 = Buffer.from(store.apiKey).toString('base64');
    for (const deed of ['cut', 'unavailable', 'not-found', 'garbage', 'silence'] as const) {
      relay.watch(() => deed);
      const error: unknown = await using({ timeoutMilliseconds: 200 }, readUsers).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(Error);
      const told = inspect(error, { depth: 20, showHidden: true });
      expect(told).not.toContain(store.apiKey);
      expect(told).not.toContain(base64);
    }
  });
});

describe('a failure that passes', () => {
  test.each(['cut', 'unavailable', 'garbage'] as const)('is not seen: %s', async (deed) => {
    relay.watch((_body, number) => (number === 1 ? deed : 'pass'));
    expect([...(await using({}, readUsers))].sort()).toEqual(users);
    expect(relay.bodies).toHaveLength(2);
  });

  test('one mailbox on which the server dies costs no other its answer', async () => {
    const [bad = ''] = users.slice(3);
    relay.watch((body) => (body.includes(bad) ? 'cut' : 'pass'));
    const answers = await using({}, (doveadm) => doveadm.call(users.map(status), { batch: 5 }));
    expect(answers.map(({ result }) => result)).toEqual(['done', 'done', 'done', 'refused', 'done']);
  });
});

describe('the codes of doveadm', () => {
  test('are told apart, in one request', async () => {
    relay.watch();
    const [user = ''] = users;
    const commands: Command[] = [
      status(user),
      status('LC-999999@people'),
      { name: 'kick', parameters: { mask: [user] } },
      { name: 'sievePut', parameters: { user, scriptname: 'a', file: 'no sieve' } },
      { name: 'kick', parameters: { mask: ['a@b', 'c@d'] } },
      { name: 'noSuchCommand', parameters: {} },
    ];
    const answers = await using({}, (doveadm) => doveadm.call(commands, { batch: 6 }));
    expect(answers.map(({ result }) => result)).toEqual([
      'done',
      'absent',
      'nothing',
      'refused',
      'refused',
      'refused',
    ]);
    expect(relay.bodies).toHaveLength(1);
  });

  test('75 is tried again, and told when it stays', async () => {
    const [user = '', other = ''] = users;
    relay.watch();
    // A place where nothing can be written: Dovecot cannot tell whether that will pass.
    const failing: Command = { name: 'backup', parameters: { user, destination: ['mdbox:/dev/null/x'] } };
    const answers = await using({}, (doveadm) => doveadm.call([failing, status(other)], { batch: 2 }));
    expect(answers.map(({ result }) => result)).toEqual(['temporary', 'done']);
    expect(relay.bodies.length).toBeGreaterThan(1);
    // Only what failed is asked again.
    expect(relay.bodies.slice(1).join()).not.toContain(other);
  });
});

describe('TLS', () => {
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => certificates?.remove());

  test.each(['good', 'expired', 'otherName', 'unknownIssuer', 'selfSigned'] as const)('%s', async (name) => {
    const secure = await startRelay(store.dovecot.doveadmUrl, certificates[name]);
    const ca = await readFile(certificates.authority, 'utf8');
    const read = using({ url: secure.url, ca }, readUsers);
    if (name === 'good') expect(await read).toHaveLength(users.length);
    else await expect(read).rejects.toMatchObject({ code: 'doveadm-certificate' });
    expect(secure.bodies).toHaveLength(name === 'good' ? 1 : 0);
    await secure.stop();
  });
});

test('a directory that is down is no empty list of users', async () => {
  const own = await startMailStore();
  await addPeople(own, 1, 1);
  await own.slapd.stop();
  await expect(readUsers(own.doveadm)).rejects.toMatchObject({ code: 'doveadm-incomplete' });
  await own.stop();
});
