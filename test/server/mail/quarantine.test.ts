// Mail in Quarantine is seen (4.6): a folder everybody has, one note for each letter in the inbox, a count in a report.

import { access, copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { file, makeZip } from '../../support/archives.ts';
import { runDanhba, settingsOf } from '../../support/child.ts';
import {
  addPerson,
  deliver,
  domain,
  type MailServers,
  password,
  readMailbox,
  startMailServers,
} from '../../support/mail.ts';
import { openImap, openManageSieve, readPop3 } from '../../support/mail-clients.ts';
import { makeWorkplace } from '../../support/run.ts';

let servers: MailServers;
beforeAll(async () => {
  servers = await startMailServers({ scanner: true, dovecot: { quota: { people: 1, organizations: 1 } } });
});
afterAll(() => servers?.stop());

let people = 0;
const addSomebody = () => {
  const number = String(++people).padStart(6, '0');
  return addPerson(servers, `LC-${number}`, `p${number}`);
};

const zipInZip = makeZip([file('trong.zip', makeZip([file('a.txt')]))]);
const encrypted = makeZip([{ ...file('a.pdf'), encryption: 'aes' }]);

/** A letter whose attachment nobody can look into. */
const letter = (headers: string, zip = zipInZip) => `${headers}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

Hello
--b
Content-Type: application/zip
Content-Disposition: attachment; filename="a.zip"
Content-Transfer-Encoding: base64

${zip.toString('base64').replace(/.{76}/g, '$&\n')}
--b--
`;

/** Found by Sieve alone. */
const typed = (subject: string) =>
  `Subject: ${subject}\nMIME-Version: 1.0\nContent-Type: application/x-msdownload\n\nx\n`;

const pop3 = (user: string) => readPop3(servers.dovecot.ports.pop3, user, password);
const inbox = (user: string, atLeast: number) => readMailbox(servers, user, 'INBOX', atLeast);
const quarantine = (user: string, atLeast: number) => readMailbox(servers, user, 'Quarantine', atLeast);

/** The text of a note, decoded. */
function textOf(note: string): string {
  const body = note.slice(note.indexOf('\n\n') + 2).replace(/=\n/g, '');
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The note about the one letter somebody has got. */
async function noteOf(headers: string, zip?: Buffer): Promise<string> {
  const user = await addSomebody();
  expect(await deliver(servers, user, letter(headers, zip))).toMatch(/^250 /);
  expect(await quarantine(user, 1)).toHaveLength(1);
  const notes = await pop3(user);
  expect(notes).toHaveLength(1);
  return notes[0] as string;
}

describe('the note', () => {
  test('says from whom, what, when and why, in Vietnamese and then in English', async () => {
    const note = await noteOf(
      'From: =?utf-8?B?xJDhu5NuZyBUaMOhcA==?= <thap@outside.test>\nSubject: =?utf-8?Q?C=C3=B4ng_v=C4=83n?= 15',
    );
    const text = textOf(note);
    expect(note).toContain(`<postmaster@${domain}>`);
    expect(note).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(note).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
    for (const line of [
      /^ {2}Người gửi \(tự ghi\): Đồng Tháp <thap@outside\[\.\]test>$/m,
      /^ {2}Gửi từ địa chỉ: +<somebody@outside\[\.\]test>$/m,
      /^ {2}Tiêu đề: +Công văn 15$/m,
      /^ {2}Đến lúc: +\d\d\/\d\d\/\d{4} \d\d:\d\d$/m,
      /^ {2}Vì sao: +tệp nén không kiểm tra được bên trong \(4\.6\)$/m,
      /^ {2}Subject: +Công văn 15$/m,
      /^ {2}Why: +an archive that nobody could look into \(4\.6\)$/m,
    ]) {
      expect(text).toMatch(line);
    }
    expect(text.indexOf('Tiêu đề')).toBeLessThan(text.indexOf('Subject'));
    expect(text.split(`postmaster@${domain}`)).toHaveLength(3);
  });

  test('says what the archive is, and what a file is that can run', async () => {
    expect(textOf(await noteOf('Subject: x', encrypted))).toContain('tệp nén có mật khẩu');
    const user = await addSomebody();
    expect(await deliver(servers, user, typed('x'))).toMatch(/^250 /);
    expect(textOf((await inbox(user, 1))[0] ?? '')).toContain(
      'a file that can run, which mail must not carry',
    );
  });

  const dangerous: readonly (readonly [string, string, string | RegExp])[] = [
    ['a link', 'Subject: Xem http://evil.test/a?b', 'Xem http[:]//evil[.]test/a?b'],
    ['a site', 'Subject: www.evil.test, số 15.2026', 'www[.]evil[.]test, số 15.2026'],
    ['line ends', 'Subject: =?utf-8?B?YQ0KDQpX?= =?utf-8?B?aHk6IGI=?=', 'a Why: b'],
    ['a text that runs backwards', 'Subject: =?utf-8?B?YeKArmV4ZS5i4oCL?=', 'a exe[.]b'],
    ['NUL and escape', 'Subject: =?utf-8?B?YQAbWzJKYg==?=', 'a [2Jb'],
    ['signs piled up', `Subject: a${'\u0301'.repeat(50)}b`, 'a\u0301\u0301b'],
    ['no end', `Subject: ${'dài '.repeat(200)}`, /^(dài ){37}dà…$/],
    ['another alphabet', 'Subject: =?windows-1258?Q?C=F4ng_v=E3n?=', 'Công văn'],
    ['an alphabet nobody knows', 'Subject: =?x-none?Q?a=0Ab?=', '=?x-none?Q?a=0Ab?='],
    ['bytes that are no text', 'Subject: =?utf-8?B?YZ//Yg==?=', /^a\ufffd+b$/],
    ['nothing', 'X-Nothing: x', '-'],
    ['two', 'Subject: first\nSubject: second', 'first'],
    ['markup', 'Subject: <a href=x>b</a> %{x} ${why}', '<a href=x>b</a> %{x} ${why}'],
  ];
  test.each(dangerous)('carries nothing dangerous: a subject with %s', async (_name, headers, shown) => {
    const text = textOf(await noteOf(headers));
    const [, subject] = /^ {2}Tiêu đề: +(.*)$/m.exec(text) ?? [];
    if (typeof shown === 'string') expect(subject).toBe(shown);
    else expect(subject).toMatch(shown);
    // What a stranger wrote adds no line.
    expect(text.split('\n')).toHaveLength(32);
  });

  test('is made once a letter, goes past the rules of its reader, and to nobody else', async () => {
    const user = await addSomebody();
    const session = await openManageSieve(servers.dovecot.ports.sieve);
    await session.login(user, password);
    const rules = 'require ["fileinto", "vacation"]; vacation "away"; fileinto "Trash"; stop;';
    expect(await session.putScript('rules', rules)).toMatch(/^OK/);
    expect(await session.activate('rules')).toMatch(/^OK/);
    session.close();
    const before = (await servers.outside.read()).length;
    for (const subject of ['một', 'hai']) {
      expect(await deliver(servers, user, letter(`From: a@outside.test\nSubject: ${subject}`))).toMatch(
        /^250 /,
      );
    }
    const notes = await inbox(user, 2);
    // Two deliveries may overtake each other.
    expect(notes.map((note) => /Tiêu đề: +(.*)/.exec(textOf(note))?.[1]).sort()).toEqual(['hai', 'một']);
    expect(await quarantine(user, 2)).toHaveLength(2);
    expect(await readMailbox(servers, user, 'Trash', 0)).toEqual([]);
    expect(await servers.outside.read()).toHaveLength(before);
  });

  test('cannot be written by a sender: its header is taken away, its mark cannot be sent', async () => {
    const user = await addSomebody();
    await deliver(servers, user, letter('Subject: real'));
    const note = (await inbox(user, 1))[0] ?? '';
    const forged = note
      .replace(/^From: .*$/m, 'From: a@outside.test')
      .replace('X-Danhba-Note', 'x-danhba-note ');
    expect(await deliver(servers, user, forged)).toMatch(/^250 /);
    const messages = await inbox(user, 2);
    expect(messages.map((text) => /^x-danhba-note/im.test(text))).toEqual([true, false]);
    const imap = await openImap(servers.dovecot.ports.imap);
    await imap.login(user, password);
    await imap.command('SELECT INBOX');
    const { lines } = await imap.command('SEARCH FLAGGED');
    expect(lines).toContain('* SEARCH 1');
    imap.close();
  });
});

describe('where the note cannot be', () => {
  test.each([
    ['the program fails', '#!/bin/sh\ncat > /dev/null\nexit 1\n'],
    ['the program is killed', '#!/bin/sh\nkill -9 $$\n'],
    ['there is no program', null],
  ])('made (%s), the letter is in Quarantine without', async (_name, program) => {
    const path = join(servers.dovecot.directory, 'programs', 'quarantine-note');
    await copyFile(path, `${path}.shipped`);
    await rm(path);
    if (program !== null) await writeFile(path, program, { mode: 0o755 });
    try {
      const user = await addSomebody();
      expect(await deliver(servers, user, letter('Subject: x'))).toMatch(/^250 /);
      expect(await quarantine(user, 1)).toHaveLength(1);
      expect(await inbox(user, 0)).toEqual([]);
    } finally {
      await copyFile(`${path}.shipped`, path);
    }
  });
});

test('a mailbox that has room for the letter alone gets the note too: what was accepted is delivered', async () => {
  const user = await addSomebody();
  const imap = await openImap(servers.dovecot.ports.imap);
  await imap.login(user, password);
  const filling = `Subject: x\r\n\r\n${'x'.repeat(1024 * 1024 - 1024)}`;
  await imap.command(`APPEND Trash {${filling.length}+}\r\n${filling}`);
  imap.close();
  await deliver(servers, user, typed('little room'));
  expect([await inbox(user, 1), await quarantine(user, 1)].map(({ length }) => length)).toEqual([1, 1]);
});

test('the folder is there and subscribed from the start, whatever its reader does with it', async () => {
  const user = await addSomebody();
  const imap = await openImap(servers.dovecot.ports.imap);
  await imap.login(user, password);
  const isThere = async () => {
    for (const list of ['LIST', 'LSUB']) {
      const { lines } = await imap.command(`${list} "" "*"`);
      expect(
        lines.filter((line) => / Quarantine$/.test(line)),
        list,
      ).toHaveLength(1);
    }
  };
  await isThere();
  for (const [index, lines] of [
    ['UNSUBSCRIBE Quarantine'],
    ['DELETE Quarantine'],
    ['CREATE quarantine', 'CREATE QUARANTINE'],
    ['CREATE Quarantine/2026', 'DELETE Quarantine'],
    ['SELECT Quarantine', 'RENAME Quarantine Khac'],
  ].entries()) {
    for (const line of lines) await imap.command(line);
    await isThere();
    expect(await deliver(servers, user, letter('Subject: x'))).toMatch(/^250 /);
    expect(await inbox(user, index + 1), lines.join()).toHaveLength(index + 1);
    expect((await quarantine(user, 1)).length, lines.join()).toBeGreaterThan(0);
  }
  imap.close();
});

test('no script of a user runs a program', async () => {
  const session = await openManageSieve(servers.dovecot.ports.sieve);
  await session.login(await addSomebody(), password);
  for (const name of ['filter', 'pipe', 'execute']) {
    const reply = await session.putScript('x', `require "vnd.dovecot.${name}"; ${name} "quarantine-note";`);
    expect(reply, name).toMatch(/^NO/);
  }
  session.close();
});

test('report mail counts the letters, of all and of each, and makes no folder by looking', async () => {
  const [two, one] = [await addSomebody(), await addSomebody()];
  for (const user of [two, two, one]) await deliver(servers, user, letter('Subject: x'));
  await Promise.all([quarantine(two, 2), quarantine(one, 1)]);
  const nobody = await addSomebody();
  const { slapd, dovecot } = servers;
  const { dn: bindDn, passwordFile } = slapd.planner;
  const work = await makeWorkplace({ url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile }, {});
  const report = async (...options: readonly string[]) =>
    await runDanhba(['report', 'mail', ...options], {
      cwd: work.root,
      environment: {
        ...settingsOf({ url: slapd.url, bindDn, passwordFile }),
        DANHBA_DOVEADM_URL: dovecot.doveadmUrl,
        DANHBA_DOVEADM_API_KEY_FILE: dovecot.apiKeyFile,
      },
    });
  try {
    const { out } = await report('--format', 'json');
    const { quarantined, counts, rows } = JSON.parse(out);
    const letters = rows
      .filter(({ code }: { code: string }) => code === 'quarantined')
      .map(({ address, args }: { address: string; args: { letters: number } }) => [address, args.letters]);
    expect(letters).toContainEqual([two, 2]);
    expect(letters).toContainEqual([one, 1]);
    expect(letters.map(([address]: [string]) => address)).not.toContain(nobody);
    expect(counts.quarantined).toBe(letters.length);
    expect(quarantined).toBe(letters.reduce((sum: number, [, count]: [string, number]) => sum + count, 0));
    expect((await report('--lang', 'vi')).out).toContain(`Quarantine (4.6): ${quarantined} thư`);
    const home = join(dovecot.directory, 'mail', 'people', `LC-${String(people).padStart(6, '0')}`);
    await expect(access(join(home, 'Maildir/.Quarantine'))).rejects.toThrow();
  } finally {
    await work.remove();
  }
});
