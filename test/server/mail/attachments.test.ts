// Executables (4.6) on the real three, both ways: refused while the sender is on the line, or put into Quarantine.

import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addPerson,
  deliver,
  type MailServers,
  password,
  readMailbox,
  startMailServers,
  until,
} from '../../support/mail.ts';
import { openManageSieve, openSmtp } from '../../support/mail-clients.ts';

let servers: MailServers;
let recipient: string;
let sender: string;
beforeAll(async () => {
  servers = await startMailServers();
  recipient = await addPerson(servers, 'LC-000001', 'annv.sotttt');
  sender = await addPerson(servers, 'LC-000002', 'binhtt.sotttt');
});
afterAll(() => servers?.stop());

/** A message with one attachment, whose part has these headers. */
const message = (subject: string, partHeaders: string, body = 'TVqQAAMAAAA=') => `Subject: ${subject}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

Hello
--b
${partHeaders}
Content-Transfer-Encoding: base64

${body}
--b--
`;

const attached = (parameters: string) => `Content-Type: application/octet-stream
Content-Disposition: attachment; ${parameters}`;

/** Recognized by Postfix: neither gets in nor out. */
const refused: readonly (readonly [string, string])[] = [
  ['.exe', attached('filename="evil.exe"')],
  ['.EXE', attached('filename="EVIL.EXE"')],
  ['.com', attached('filename="evil.com"')],
  ['.dll', attached('filename="evil.dll"')],
  ['.net', attached('filename="evil.net"')],
  ['double ending', attached('filename="report.pdf.exe"')],
  ['without quotes', attached('filename=evil.exe')],
  ['without quotes, more after it', attached('filename=evil.exe; size=8')],
  ['spaces around the sign', attached('filename = "evil.exe"')],
  ['folded', attached('\n\tfilename="evil.exe"')],
  ['only in Content-Type', 'Content-Type: application/octet-stream; name="evil.exe"'],
  ['an innocent type', 'Content-Type: application/pdf; name="evil.exe"\nContent-Disposition: inline'],
  ['a quote inside', attached('filename="a\\"b.exe"')],
  ['a dot at the end', attached('filename="evil.exe."')],
  ['a space at the end', attached('filename="evil.exe "')],
  ['dots and spaces at the end', attached('filename="evil.exe. . "')],
  ['RFC 2231, dot encoded', attached("filename*=utf-8''evil%2Eexe")],
  ['RFC 2231, letters encoded', attached("filename*=utf-8'vi'evil.%65%58e")],
  ['RFC 2231, space at the end', attached("filename*=utf-8''evil.exe%20")],
  ['RFC 2231, in pieces', attached('filename*0="evil"; filename*1=".exe"')],
  ['RFC 2231, cut inside the ending', attached('filename*0="evil.e";\n filename*1="xe"')],
  [
    'RFC 2231, one letter a piece',
    attached('filename*0="a."; filename*1="d"; filename*2="l"; filename*3="l"'),
  ],
  ['RFC 2231, in pieces and encoded', attached("filename*0*=utf-8''evil%2E; filename*1*=%65xe")],
  ['RFC 2047, base64', attached('filename="=?utf-8?B?ZXZpbC5leGU=?="')],
  ['RFC 2047, base64, next place', attached('filename="=?utf-8?b?YS5leGU=?="')],
  ['RFC 2047, base64, last place', attached('filename="=?utf-8?B?YWIuRVhF?="')],
  ['RFC 2047, quoted', attached('filename="=?utf-8?Q?evil=2Ee=78e?="')],
];

/** What only a mail program reads: Sieve, at the mailbox. */
const quarantined: readonly (readonly [string, string])[] = [
  ['pieces in the wrong order', attached('filename*1="xe"; filename*0="evil.e"')],
  ['base64 with a dot at the end', attached('filename="=?utf-8?B?ZXZpbC5leGUu?="')],
  ['two encoded words', attached('filename="=?utf-8?B?ZXZpbC4=?= =?utf-8?B?ZXhl?="')],
  ['quoted in pieces', attached('filename*0="=?utf-8?Q?evil=2E"; filename*1="exe?="')],
  ['a no-break space at the end', attached("filename*=utf-8''evil.exe%C2%A0")],
  ['no name, but the type', 'Content-Type: application/x-msdownload'],
];

/** Of it: test/server/mail/quarantine.test.ts. */
const note = expect.stringMatching(/^X-Danhba-Note: quarantine$/m);

const innocent: readonly (readonly [string, string])[] = [
  ['a document', attached('filename="bao cao.pdf"')],
  ['a name in Vietnamese, RFC 2231', attached("filename*=utf-8''B%C3%A1o%20c%C3%A1o%20qu%C3%BD.docx")],
  [
    'a long name in Vietnamese, in pieces',
    attached("filename*0*=utf-8''B%C3%A1o%20c%C3%A1o%20; filename*1*=qu%C3%BD%20I.docx"),
  ],
  ['a name in Vietnamese, RFC 2047', attached('filename="=?utf-8?B?QsOhbyBjw6FvLnBkZg==?="')],
  ['a site in the name', attached('filename="www.site.com - offer.pdf"')],
  ['a semicolon in the name', attached('filename="gioi thieu.com; ban 2.pdf"')],
  ['an ending that only begins so', attached('filename="trang.component"')],
  ['no dot', attached('filename="exe"')],
];

test.each(refused)('refused from outside: %s', async (name, headers) => {
  const reply = await deliver(servers, recipient, message(name, headers));
  expect(reply).toMatch(/^550 5\.7\.1 Tep thuc thi khong duoc phep \/ Executable attachment is not allowed/);
});

test('refused from us to the outside and among us: all of them', async () => {
  for (const [name, headers] of refused) {
    // One session each: after many errors in one Postfix answers slowly, and then hangs up.
    const smtp = await openSmtp(servers.dovecot.ports.submission);
    expect(await smtp.auth(sender, password)).toMatch(/^235 /);
    for (const to of ['friend@outside.test', recipient]) {
      expect(await smtp.send(sender, to, message(name, headers)), name).toMatch(/^550 5\.7\.1 /);
    }
    smtp.close();
  }
});

test('refused inside a forwarded message too', async () => {
  const inner = message('inner', attached('filename="evil.exe"'));
  const outer = `Subject: outer\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n${inner}`;
  expect(await deliver(servers, recipient, outer)).toMatch(/^550 5\.7\.1 /);
});

test('refused in the text itself, as uuencode', async () => {
  const text = 'Subject: uu\n\nbegin 644 evil.exe\n#0V%T\n`\nend\n';
  expect(await deliver(servers, recipient, text)).toMatch(/^550 5\.7\.1 /);
});

test.each(quarantined)('in Quarantine, and a note in the inbox: %s', async (name, headers) => {
  const id = `LC-1${String(quarantined.findIndex(([other]) => other === name)).padStart(5, '0')}`;
  const user = await addPerson(servers, id, `q.${id.toLowerCase()}`);
  expect(await deliver(servers, user, message(name, headers))).toMatch(/^250 /);
  expect(await readMailbox(servers, user, 'Quarantine', 1)).toHaveLength(1);
  expect(await readMailbox(servers, user, 'INBOX', 1)).toEqual([note]);
});

test('a script of the user does not get an executable past Quarantine', async () => {
  const user = await addPerson(servers, 'LC-200001', 'own.rules');
  const session = await openManageSieve(servers.dovecot.ports.sieve);
  await session.login(user, password);
  await session.putScript('rules', 'require "fileinto"; fileinto "INBOX"; stop;');
  expect(await session.activate('rules')).toMatch(/^OK/);
  session.close();
  await deliver(servers, user, message('typed', 'Content-Type: application/x-msdownload'));
  expect(await readMailbox(servers, user, 'Quarantine', 1)).toHaveLength(1);
  expect(await readMailbox(servers, user, 'INBOX', 1)).toEqual([note]);
});

test('innocent attachments arrive, from outside and from us', async () => {
  const user = await addPerson(servers, 'LC-300001', 'innocent');
  const smtp = await openSmtp(servers.dovecot.ports.submission);
  await smtp.auth(sender, password);
  for (const [name, headers] of innocent) {
    expect(await deliver(servers, user, message(name, headers)), name).toMatch(/^250 /);
    expect(await smtp.send(sender, 'friend@outside.test', message(name, headers)), name).toMatch(/^250 /);
  }
  smtp.close();
  const messages = await readMailbox(servers, user, 'INBOX', innocent.length);
  const subjects = messages.map((text) => /^Subject: (.*)$/m.exec(text)?.[1]);
  expect(subjects.sort()).toEqual(innocent.map(([name]) => name).sort());
  expect(await until(async () => (await servers.outside.read()).length >= innocent.length)).toBe(true);
});
