// Archives on the real servers, both ways: what is in them is refused, what nobody can look into is a matter of policy.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArchivePolicy } from '../../../servers/launch/postfix-files.ts';
import { file, make7z, makeRar, makeZip } from '../../support/archives.ts';
import {
  addPerson,
  deliver,
  type MailServers,
  password,
  readMailbox,
  startMailServers,
  until,
} from '../../support/mail.ts';
import { openSmtp } from '../../support/mail-clients.ts';

interface Attachment {
  readonly name: string;
  readonly content: Buffer;
  readonly type?: string;
}

const base64 = (content: Buffer) => content.toString('base64').replace(/.{76}/g, '$&\n');

const messageOf = (subject: string, { name, content, type = 'application/octet-stream' }: Attachment) =>
  `Subject: ${subject}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

Hello
--b
Content-Type: ${type}
Content-Disposition: attachment; filename="${name}"
Content-Transfer-Encoding: base64

${base64(content)}
--b--
`;

const zip = (...names: string[]) => makeZip(names.map((name) => file(name)));
const pdf = file('bao cao.pdf', '%PDF-1.4\n%%EOF\n');

const executables: readonly (readonly [string, Attachment])[] = [
  ['zip with .exe', { name: 'a.zip', content: zip('readme.txt', 'tools/evil.exe') }],
  ['zip with .COM', { name: 'a.zip', content: zip('EVIL.COM') }],
  ['zip with .dll', { name: 'a.zip', content: zip('evil.dll') }],
  ['zip with .net', { name: 'a.zip', content: zip('evil.net') }],
  ['zip with a dot behind the name', { name: 'a.zip', content: zip('evil.exe.') }],
  ['zip with a space behind the name', { name: 'a.zip', content: zip('evil.exe ') }],
  ['zip renamed .txt', { name: 'a.txt', type: 'text/plain', content: zip('evil.exe') }],
  ['zip renamed .pdf', { name: 'a.pdf', type: 'application/pdf', content: zip('evil.exe') }],
  ['document with an .exe in it', { name: 'a.docx', content: zip('word/document.xml', 'evil.exe') }],
  ['the thousandth file', { name: 'a.zip', content: zip(...new Array(1200).fill('a.txt'), 'evil.exe') }],
  [
    'zip with a password, names in clear',
    { name: 'a.zip', content: makeZip([{ ...file('evil.exe'), encryption: 'aes' }]) },
  ],
  ['rar with .exe', { name: 'a.rar', content: makeRar(file('evil.exe')) }],
  ['rar renamed .jpg', { name: 'a.jpg', type: 'image/jpeg', content: makeRar(file('evil.exe')) }],
  ['7z with .exe', { name: 'a.7z', content: make7z(file('evil.exe')) }],
  [
    'zip with a comment too long for rspamd',
    { name: 'a.pdf', content: makeZip([file('evil.exe')], ' '.repeat(4000)) },
  ],
  [
    'zip behind other bytes',
    { name: 'a.zip', content: Buffer.concat([Buffer.alloc(64, 'x'), zip('evil.exe')]) },
  ],
  ['gzip of an .exe', { name: 'evil.exe.gz', content: Buffer.from('1f8b08000000000000034b04000000', 'hex') }],
];

const closed: readonly (readonly [string, Attachment, string])[] = [
  [
    'zip with a password (ZipCrypto)',
    { name: 'a.zip', content: makeZip([{ ...pdf, encryption: 'zipcrypto' }]) },
    'encrypted',
  ],
  [
    'zip with a password (AES-256, method 99)',
    { name: 'a.zip', content: makeZip([{ ...pdf, encryption: 'aes' }]) },
    'encrypted',
  ],
  [
    'one encrypted file among others',
    { name: 'a.zip', content: makeZip([file('a.txt'), { ...pdf, encryption: 'zipcrypto' }]) },
    'encrypted',
  ],
  [
    'encrypted zip renamed .txt',
    { name: 'a.txt', type: 'text/plain', content: makeZip([{ ...pdf, encryption: 'aes' }]) },
    'encrypted',
  ],
  ['rar with a password', { name: 'a.rar', content: makeRar(pdf, true) }, 'encrypted'],
  ['zip in a zip', { name: 'a.zip', content: makeZip([file('b.zip', zip('a.txt'))]) }, 'unreadable'],
  ['zip in a rar', { name: 'a.rar', content: makeRar(file('b.zip', zip('evil.exe'))) }, 'unreadable'],
  ['7z whose list is compressed', { name: 'a.7z', content: make7z(file('evil.exe'), true) }, 'unreadable'],
  ['broken zip', { name: 'a.zip', content: zip('evil.exe').subarray(0, 60) }, 'unreadable'],
  ['second piece of a 7z', { name: 'a.7z.002', content: Buffer.alloc(64, 'x') }, 'unreadable'],
  [
    'tar.gz',
    { name: 'a.tar.gz', content: Buffer.from('1f8b08000000000000034b04000000', 'hex') },
    'unreadable',
  ],
  [
    'a kind rspamd cannot read',
    { name: 'a.cab', content: Buffer.concat([Buffer.from('MSCF\0\0\0\0'), Buffer.alloc(64)]) },
    'unreadable',
  ],
  [
    'half a mail',
    { name: 'a', type: 'message/partial; id="x"; number=2', content: pdf.content },
    'unreadable',
  ],
];

const innocent: readonly (readonly [string, Attachment])[] = [
  ['zip with a pdf', { name: 'a.zip', content: makeZip([pdf]) }],
  ['Vietnamese names', { name: 'a.zip', content: zip('Công văn số 15.docx', 'Quyết định.pdf') }],
  ['names of an older code page', { name: 'a.zip', content: makeZip([pdf, file('C\u00f4ng v\u0083n.doc')]) }],
  ['a folder with a bad name', { name: 'a.zip', content: zip('www.example.com/', 'www.example.com/a.html') }],
  [
    'a document, which is a zip',
    { name: 'a.docx', content: zip('[Content_Types].xml', 'word/document.xml') },
  ],
  ['rar with a pdf', { name: 'a.rar', content: makeRar(pdf) }],
  ['7z with a pdf', { name: 'a.7z', content: make7z(pdf) }],
  ['no archive', pdf],
];

async function startWith(policy?: ArchivePolicy): Promise<[MailServers, string, string]> {
  const servers = await startMailServers({
    scanner: true,
    ...(policy !== undefined && { postfix: { encryptedArchives: policy } }),
  });
  const recipient = await addPerson(servers, 'LC-000001', 'annv.sotttt');
  return [servers, recipient, await addPerson(servers, 'LC-000002', 'binhtt.sotttt')];
}

async function submit(servers: MailServers, from: string, to: string, message: string): Promise<string> {
  const smtp = await openSmtp(servers.dovecot.ports.submission);
  await smtp.auth(from, password);
  const reply = await smtp.send(from, to, message);
  smtp.close();
  return reply;
}

const headersOf = (text: string) => text.slice(0, text.indexOf('\n\n'));
const markOf = (text: string) => headersOf(text).match(/^X-Danhba-Archive:.*$/gim) ?? [];
const withSubject = (messages: readonly string[], subject: string) =>
  messages.find((text) => new RegExp(`^Subject: ${subject}\r?$`, 'm').test(text)) ?? '';

describe('as shipped: quarantine', () => {
  let servers: MailServers;
  let recipient: string;
  let sender: string;
  beforeAll(async () => {
    [servers, recipient, sender] = await startWith();
  });
  afterAll(() => servers?.stop());

  test.each(executables)('refused both ways: %s', async (name, attachment) => {
    const message = messageOf(name, attachment);
    const refusal =
      /^550 5\.7\.1 Tep thuc thi khong duoc phep, ca trong tep nen \/ Executable file is not allowed, nor in an archive$/;
    expect(await deliver(servers, recipient, message)).toMatch(refusal);
    expect(await submit(servers, sender, 'somebody@outside.test', message)).toMatch(refusal);
  });

  test('closed archives get into Quarantine, and out with a mark', async () => {
    for (const [i, [, attachment]] of closed.entries()) {
      const message = messageOf(`closed ${i}`, attachment);
      expect(await deliver(servers, recipient, message)).toMatch(/^250 /);
      expect(await submit(servers, sender, 'somebody@outside.test', message)).toMatch(/^250 /);
    }
    const quarantine = await readMailbox(servers, recipient, 'Quarantine', closed.length);
    await until(async () => (await servers.outside.read()).length >= closed.length);
    const outside = await servers.outside.read();
    for (const [i, [name, , verdict]] of closed.entries()) {
      for (const place of [quarantine, outside]) {
        const marks = markOf(withSubject(place, `closed ${i}`).replaceAll('\r', ''));
        expect(marks, name).toEqual([`X-Danhba-Archive: ${verdict}; quarantine`]);
      }
    }
    const notes = await readMailbox(servers, recipient, 'INBOX', closed.length);
    expect(notes.filter((text) => /^X-Danhba-Note: quarantine$/m.test(text))).toHaveLength(closed.length);
    expect(notes).toHaveLength(closed.length);
  });

  test('what is innocent arrives without a mark', async () => {
    for (const [i, [, attachment]] of innocent.entries()) {
      expect(await submit(servers, recipient, sender, messageOf(`innocent ${i}`, attachment))).toMatch(
        /^250 /,
      );
    }
    const inbox = await readMailbox(servers, sender, 'INBOX', innocent.length);
    for (const [i, [name]] of innocent.entries()) {
      expect(withSubject(inbox, `innocent ${i}`), name).not.toBe('');
      expect(markOf(withSubject(inbox, `innocent ${i}`)), name).toEqual([]);
    }
  });

  test('a mark that a sender brings along is taken away', async () => {
    for (const header of ['X-Danhba-Archive: encrypted; quarantine', 'x-danhba-archive : executable']) {
      const message = `${header}\n${messageOf('forged', pdf)}`;
      expect(await submit(servers, recipient, sender, message)).toMatch(/^250 /);
    }
    const forged = async () =>
      (await readMailbox(servers, sender, 'INBOX', 0)).filter((text) => withSubject([text], 'forged') !== '');
    expect(await until(async () => (await forged()).length === 2)).toBe(true);
    for (const text of await forged()) expect(text).not.toMatch(/x-danhba-archive/i);
    expect(await readMailbox(servers, sender, 'Quarantine', 0)).toEqual([]);
  });

  test('a program under another name is seen by its content, and its name where only mail programs read it', async () => {
    const program = Buffer.alloc(512);
    program.write('MZ');
    program.writeUInt32LE(0x80, 0x3c);
    program.write('PE\0\0', 0x80);
    expect(await deliver(servers, recipient, messageOf('x', { name: 'a.txt', content: program }))).toMatch(
      /^550 5\.7\.1 /,
    );
    const name = '=?utf-8?B?ZXZpbC4=?= =?utf-8?B?ZXhl?=';
    expect(await deliver(servers, recipient, messageOf('x', { ...pdf, name }))).toMatch(/^550 5\.7\.1 /);
  });

  test('no text in a mail switches the look off, and no depth hides an archive', async () => {
    const gtube = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X';
    const message = messageOf('gtube', { name: 'a.zip', content: zip('evil.exe') });
    expect(await deliver(servers, recipient, message.replace('Hello', gtube))).toMatch(/^55[04] 5\.7\.1 /);

    const inner = message.slice(message.indexOf('Content-Type: application'), message.lastIndexOf('\n--b--'));
    const inParts = (depth: number): string =>
      depth === 0
        ? inner
        : `Content-Type: multipart/mixed; boundary="b${depth}"\n\n--b${depth}\n${inParts(depth - 1)}\n--b${depth}--\n`;
    const inMessages = (depth: number): string =>
      depth === 0 ? inner : `Content-Type: message/rfc822\n\nSubject: x\n${inMessages(depth - 1)}`;
    for (const depth of Array.from({ length: 45 }, (_, i) => i)) {
      for (const wrap of [inParts, inMessages]) {
        const deep = `Subject: deep\nMIME-Version: 1.0\n${wrap(depth)}`;
        expect(await deliver(servers, recipient, deep), `${wrap.name} ${depth}`).toMatch(/^55[04] 5\./);
      }
    }
  });
});

test('mark: closed archives are delivered, with a header', async () => {
  const [servers, recipient] = await startWith('mark');
  try {
    const [[, attachment]] = closed as unknown as [(typeof closed)[0]];
    expect(await deliver(servers, recipient, messageOf('marked', attachment))).toMatch(/^250 /);
    const [text] = await readMailbox(servers, recipient, 'INBOX', 1);
    expect(markOf(text ?? '')).toEqual(['X-Danhba-Archive: encrypted']);
  } finally {
    await servers.stop();
  }
});

test('refuse: closed archives neither get in nor out; without the scanner nothing does', async () => {
  const [servers, recipient, sender] = await startWith('refuse');
  try {
    const both = async (message: string) => [
      await deliver(servers, recipient, message),
      await submit(servers, sender, 'somebody@outside.test', message),
    ];
    for (const [name, attachment] of closed) {
      for (const reply of await both(messageOf('x', attachment))) {
        expect(reply, name).toBe(
          '550 5.7.1 Tep nen co mat khau hoac khong doc duoc / Encrypted or unreadable archive is not allowed',
        );
      }
    }
    for (const reply of await both(messageOf('x', pdf))) expect(reply).toMatch(/^250 /);
    await servers.rspamd?.stop();
    for (const reply of await both(messageOf('x', pdf))) expect(reply).toMatch(/^4\d\d 4\.7\.1 /);
  } finally {
    await servers.stop();
  }
});
