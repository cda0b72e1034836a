/** Usage by organization on the real servers: logins of different days, mail nobody has read, and a rule that forwards. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Attribute, Change } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUnread } from '../../../src/dovecot/store/unread.ts';
import type { UsageRow } from '../../../src/model/usage.ts';
import { Relax } from '../../contract/bench.ts';
import { type Ended, runDanhba } from '../../support/child.ts';
import { type MailStore, startMailStore } from '../../support/doveadm-fixture.ts';
import { listenSince } from '../../support/listening.ts';
import { openConnection } from '../../support/mail-connection.ts';
import { type Door, openDoor } from '../../support/mail-door.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { organizationText } from '../../support/world.ts';

const today = '2026-11-23';
const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hòa', 'Khánh'];
const person = (index: number) => `id: LC-00000${index + 1}, name: Nguyễn Văn ${given[index]}`;
/** Days of the last login, by person; undefined: never. */
const logins = ['20261122', '20261101', '20260920', '20260601', undefined, '20261120', '20261119'] as const;

let store: MailStore;
let door: Door;
let work: Workplace;

beforeAll(async () => {
  store = await startMailStore();
  door = await openDoor(store.dovecot.doveadmUrl);
  const { url, baseDn, reconciler } = store.slapd;
  work = await makeWorkplace(
    { url, baseDn, bindDn: reconciler.dn, passwordFile: reconciler.passwordFile },
    {
      ubnd: 'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [age1e4jz80npsu48c6xedaq57jsxsmymyv7e3e2khyg6g9re2qmggpmqxzvt0u]\n',
      sokx: organizationText('sokx', [0, 1, 2, 3, 4].map(person), 'mailbox: {custodian: LC-000001}\n'),
      soky: organizationText('soky', [5, 6].map(person), 'mailbox: {}\n'),
      sokz: organizationText('sokz', [], 'mailbox: {}\n'),
    },
  );
  const applied = await work.apply({ today: '2026-10-05' });
  expect(applied, applied.err).toMatchObject({ code: 0 });
  await listenSince(store.root, baseDn);
  for (const [index, day] of logins.entries()) {
    if (day === undefined) continue;
    const modification = new Attribute({ type: 'authTimestamp', values: [`${day}020000Z`] });
    const dn = `uid=LC-00000${index + 1},ou=people,${baseDn}`;
    await store.root.modify(dn, new Change({ operation: 'replace', modification }), new Relax());
  }
});
afterAll(async () => {
  await work?.remove();
  await door?.stop();
  await store?.stop();
});

/** As the operator's planner, at the mail server through the door. */
async function report(...args: readonly string[]): Promise<Ended> {
  const { url, planner } = store.slapd;
  return await runDanhba(['report', 'usage', '--today', today, ...args], {
    cwd: work.root,
    environment: {
      DANHBA_LDAP_URL: url,
      DANHBA_LDAP_BIND_DN: planner.dn,
      DANHBA_LDAP_PASSWORD_FILE: planner.passwordFile,
      DANHBA_DOVEADM_URL: door.url,
      DANHBA_DOVEADM_API_KEY_FILE: store.dovecot.apiKeyFile,
    },
  });
}

async function read(...args: readonly string[]) {
  const { code, out, err } = await report('--format', 'json', ...args);
  expect(code, err).toBe(0);
  const { rows, ...more } = JSON.parse(out) as { rows: readonly UsageRow[]; usage: object };
  return { ...more, rows: new Map(rows.map((row) => [row.organization, row])) };
}

/** As Postfix hands it over. */
async function deliver(to: string): Promise<void> {
  const lmtp = await openConnection(store.dovecot.ports.lmtp);
  const say = async (line: string, answer: RegExp) => {
    lmtp.write(`${line}\r\n`);
    let told = await lmtp.readLine();
    while (told?.[3] === '-') told = await lmtp.readLine();
    expect(told, line).toMatch(answer);
  };
  await lmtp.readLine();
  await say('LHLO localhost', /^250/);
  await say('MAIL FROM:<somebody@outside.test>', /^250/);
  await say(`RCPT TO:<${to}>`, /^250/);
  await say('DATA', /^354/);
  await say('Subject: thư\r\n\r\nthư\r\n.', /^250/);
  lmtp.close();
}

const userOf = (id: string) => `${id}@organizations`;

describe('letters nobody has read', () => {
  it('are counted in the inbox, of whoever is asked for and nobody else', async () => {
    await deliver('sokx@laichau.gov.vn');
    await deliver('sokx@laichau.gov.vn');
    await deliver('sokx@laichau.gov.vn');
    await store.doveadm.call(
      [
        {
          name: 'flagsAdd',
          parameters: { user: userOf('sokx'), flag: ['\\Seen'], query: ['mailbox', 'INBOX', '1'] },
        },
        { name: 'mailboxCreate', parameters: { user: userOf('sokx'), mailbox: ['Năm 2025'] } },
        {
          name: 'save',
          parameters: { user: userOf('sokx'), mailbox: 'Năm 2025', file: 'Subject: x\r\n\r\nx\r\n' },
        },
      ],
      { batch: 3 },
    );
    expect(await readUnread(store.doveadm, ['sokx', 'soky', 'khong-co'].map(userOf))).toEqual([
      { user: userOf('sokx'), result: 'read', letters: 2 },
      { user: userOf('soky'), result: 'read', letters: 0 },
      { user: userOf('khong-co'), result: 'absent' },
    ]);
    expect(await readUnread(store.doveadm, [])).toEqual([]);
  });
});

describe('the report', () => {
  it('tells each organization by sums', async () => {
    const script = 'redirect "nguoi.nha@mail.example";\r\n';
    await store.doveadm.call(
      ['LC-000001', 'LC-000002'].map((id) => ({
        name: 'sievePut',
        parameters: { user: `${id}@people`, activate: true, scriptname: 'chuyen', file: script },
      })),
      { batch: 2 },
    );
    const { rows, usage } = await read();
    expect(rows.get('sokx')).toEqual({
      key: 'organization:sokx',
      name: 'Sở SOKX',
      organization: 'sokx',
      status: 'told',
      mailboxes: 6,
      usedIn30: 2,
      usedIn180: 4,
      custodian: true,
      issued: 6,
      ended: 0,
      suspended: 0,
      unread: 2,
      forwards: 2,
    });
    expect(rows.get('soky')).toMatchObject({
      mailboxes: 3,
      usedIn30: 2,
      custodian: false,
      unread: 0,
      forwards: 0,
    });
    expect(rows.get('ubnd')).not.toHaveProperty('unread');
    expect(usage).toEqual({
      audience: 'internal',
      period: { name: '2026-Q4', from: '2026-10-01', to: today },
      requestsUnseen: 'audit',
    });
    expect((await read('--period', '2026-Q3')).rows.get('sokx')).toMatchObject({ issued: 0, usedIn30: 2 });
    expect((await read('--organization', 'soky')).rows.size).toBe(1);
  });

  it('asks for letters of agencies alone, in one request, and of no agency for the public', async () => {
    const bodies: string[] = [];
    const watch = () => {
      bodies.length = 0;
      door.watch({ before: (body) => bodies.push(body) > 0 });
    };
    const unseen = () => bodies.filter((body) => body.includes('"unseen"'));
    watch();
    await read();
    expect(unseen()).toHaveLength(1);
    expect(unseen().join()).not.toContain('@people');
    watch();
    const { rows, usage } = await read('--audience', 'public');
    expect(unseen()).toEqual([]);
    expect(usage).toMatchObject({ audience: 'public' });
    expect(rows.get('sokx')).toMatchObject({ status: 'told', usedIn30: 2 });
    expect(rows.get('soky')).toEqual({
      key: 'organization:soky',
      name: 'Sở SOKY',
      organization: 'soky',
      status: 'small',
      mailboxes: 3,
      custodian: false,
      issued: 3,
    });
    door.watch();
  });

  it('is not the plan: a plan asks nobody for unread letters', async () => {
    const bodies: string[] = [];
    door.watch({ before: (body) => bodies.push(body) > 0 });
    const { url, planner } = store.slapd;
    const environment = {
      DANHBA_LDAP_URL: url,
      DANHBA_LDAP_BIND_DN: planner.dn,
      DANHBA_LDAP_PASSWORD_FILE: planner.passwordFile,
      DANHBA_DOVEADM_URL: door.url,
      DANHBA_DOVEADM_API_KEY_FILE: store.dovecot.apiKeyFile,
    };
    await runDanhba(['report', 'forwards', '--today', today], { cwd: work.root, environment });
    expect(bodies.length).toBeGreaterThan(0);
    expect(bodies.filter((body) => body.includes('"unseen"'))).toEqual([]);
    door.watch();
  });

  it('stands without the mail server, and says what is blank', async () => {
    door.watch({ before: () => false });
    const { code, out, err } = await report('--lang', 'en');
    door.watch();
    expect(code, err).toBe(0);
    expect(out).toMatch(/sokx +Sở SOKX +6 +2 +4 +0 +yes/);
    expect(out).toMatch(/sokx +6 +0\n/);
    expect(out).toContain(door.url.slice(0, 20));
  });

  it('names nobody, whoever reads it', async () => {
    for (const format of ['text', 'markdown', 'json']) {
      const { out } = await report('--format', format, '--all');
      expect(out).toContain('sokx');
      expect(out).not.toMatch(/LC-0000|Nguyễn|nguoi\.nha/);
    }
  });

  it.each([
    [['--period', '2026-Q5'], 'option-period'],
    [['--period', '2027-01'], 'option-period'],
    [['--audience', 'all'], 'option'],
    [['--audit', 'khong-co.jsonl'], 'audit'],
  ])('refuses %j: [%s]', async (args, code) => {
    const ended = await report(...args);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain(`[${code}]`);
    expect(ended.out).toBe('');
  });

  it('has options no other report takes', async () => {
    const ended = await runDanhba(['report', 'held', '--period', '2026'], { cwd: work.root });
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining('[report-option] --period') });
  });
});

it('a mailbox that cannot be read leaves blanks, and the others are told', async () => {
  // A file where Dovecot needs the folder.
  const folder = join(store.dovecot.directory, 'mail/organizations/sokz/Maildir');
  await rm(folder, { recursive: true });
  await writeFile(folder, 'x');
  const { rows, usage } = await read();
  expect(rows.get('sokx')).toMatchObject({ unread: 2, forwards: 2 });
  expect(rows.get('sokz')).not.toHaveProperty('unread');
  expect(rows.get('sokz')).not.toHaveProperty('forwards');
  expect(usage).toMatchObject({ unreadFailed: 1, forwardsFailed: 1 });
});

it('an audit that somebody has altered makes no figure', async () => {
  const file = join(work.root, 'audit.jsonl');
  const done = await work.apply({ today: '2026-11-20', audit: file });
  expect(done, done.err).toMatchObject({ code: 0 });
  expect((await read('--audit', file)).usage).toMatchObject({ requestsUnseen: 'github' });
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace('"today":"2026-11-20"', '"today":"2026-11-19"'),
  );
  expect((await read('--audit', file)).usage).toMatchObject({ requestsUnseen: 'broken' });
});
