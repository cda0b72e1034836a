// Executables by another name (4.6), on the real servers: what a mail program or an unpacking one would make of them.

import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchivedFile, extraField, file, makeZip } from '../../support/archives.ts';
import { addPerson, deliver, type MailServers, readMailbox, startMailServers } from '../../support/mail.ts';

let servers: MailServers;
let recipient: string;
beforeAll(async () => {
  servers = await startMailServers({ scanner: true });
  recipient = await addPerson(servers, 'LC-000001', 'annv.sotttt');
});
afterAll(() => servers?.stop());

interface Attachment {
  readonly headers: string;
  readonly content: Buffer;
  /** Default: base64. */
  readonly encoding?: '8bit';
}

const base64 = (content: Buffer) => content.toString('base64').replace(/.{76}/g, '$&\n');
const octets = 'Content-Type: application/octet-stream';
const named = (name: string, content: Buffer = Buffer.from('x'), type = octets): Attachment => ({
  headers: `${type}\nContent-Disposition: attachment; filename="${name}"`,
  content,
});
const encoded = (name: string): Attachment => named(`=?utf-8?B?${Buffer.from(name).toString('base64')}?=`);
const percent = (name: string): Attachment => ({
  headers: `${octets}\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
  content: Buffer.from('x'),
});

const messageOf = ({ headers, content, encoding }: Attachment, subject = 'x') => `Subject: ${subject}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

Hello
--b
${headers}
Content-Transfer-Encoding: ${encoding ?? 'base64'}

${encoding === undefined ? base64(content) : content}
--b--
`;

const zipOf = (...files: readonly ArchivedFile[]): Attachment => named('a.zip', makeZip(files));
const program = Buffer.alloc(3000, 'x');
program.write('MZ');
program.writeUInt32LE(0x80, 0x3c);
program.write('PE\0\0', 0x80);
const evilZip = makeZip([file('evil.exe')]);
const safeZip = makeZip([file('a.txt')]);
const evilMail = Buffer.from(messageOf(named('evil.exe')));
const unicode = (name: string, at: 'list' | 'file' = 'list') => ({ name, at });
const nucx = (name: string) =>
  extraField(
    0x554e,
    Buffer.concat([Buffer.from('NUCX'), Buffer.from([name.length, 0]), Buffer.from(name, 'utf16le')]),
  );

const document = makeZip([file('[Content_Types].xml'), file('word/document.xml')]);
const bomb = makeZip([
  { ...file('a.txt', Buffer.alloc(80_000_000)), deflate: true },
  file('b.txt', Buffer.alloc(70_000_000)),
]);
const tar = Buffer.alloc(1024);
tar.write('a.txt');
tar.write('ustar', 257);
const mails = (depth: number): Buffer =>
  depth === 0 ? Buffer.from('Subject: x\n\nx\n') : Buffer.from(messageOf(named('a.eml', mails(depth - 1))));

/** RFC 1952: flag 16. */
const withComment = (gzip: Buffer) =>
  Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 16]),
    gzip.subarray(4, 10),
    Buffer.alloc(5000, 'x'),
    Buffer.from([0]),
    gzip.subarray(10),
  ]);
const gtube = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X';

/** As a mail program attaches it. */
const forwarded = (times: number): Attachment =>
  times === 0
    ? named('bao cao.pdf')
    : {
        headers:
          'Content-Type: message/rfc822; name="a.eml"\nContent-Disposition: attachment; filename="a.eml"',
        content: Buffer.from(
          messageOf(forwarded(times - 1))
            .replace(/\n--b(?=--|\n)/g, `\n--b${times}`)
            .replace('"b"', `"b${times}"`),
        ),
        encoding: '8bit',
      };

const executables: readonly (readonly [string, Attachment])[] = [
  // Names of files in archives.
  ['zip: the Unicode name', zipOf({ ...file('a.txt'), unicode: unicode('evil.exe') })],
  ['zip: the Unicode name at the file', zipOf({ ...file('a.txt'), unicode: unicode('evil.exe', 'file') })],
  ['zip: the other name, not the Unicode one', zipOf({ ...file('evil.exe'), unicode: unicode('a.txt') })],
  [
    'zip: a Unicode name some take no notice of',
    zipOf({ ...file('a.txt'), unicode: { ...unicode('evil.exe'), checksum: 1 } }),
  ],
  ['zip: a Unicode name in UTF-16', zipOf({ ...file('a.txt'), extra: nucx('evil.exe') })],
  ['zip: the name at the file', zipOf({ ...file('a.txt'), local: 'evil.exe' })],
  ['zip: the name in the list', zipOf({ ...file('evil.exe'), local: 'a.txt' })],
  ['zip: NUL behind the name', zipOf(file('evil.exe\0.txt'))],
  ['zip: NUL in the ending', zipOf(file('evil.e\0xe'))],
  ['zip: a control sign in the ending', zipOf(file('evil.e\x01xe'))],
  ['zip: a sign nobody sees', zipOf(file('evil.e\u200bxe'))],
  ['zip: a direction', zipOf(file('evil.\u202eexe'))],
  ['zip: a soft hyphen at the end', zipOf(file('evil.exe\u00ad'))],
  ['zip: fullwidth letters', zipOf(file('evil．ｅｘｅ'))],
  ['zip: another full stop', zipOf(file('evil。exe'))],
  ['zip: a stream of NTFS', zipOf(file('evil.exe::$DATA'))],
  ['zip: an old code page', zipOf({ ...file(''), listed: Buffer.from('\xd4ng.exe', 'latin1') })],
  [
    'zip behind other bytes',
    named('a.jpg', Buffer.concat([Buffer.from('\xff\xd8\xff\xe0JFIF', 'latin1'), evilZip])),
  ],
  // What is in them.
  ['zip: a program by its content', zipOf(file('a.dat', program))],
  ['zip: the same, packed', zipOf({ ...file('a.dat', program), deflate: true })],
  ['zip in a zip by another name', zipOf({ ...file('a.dat', evilZip), deflate: true })],
  ['zip in a document in a zip', zipOf({ ...file('a.docx', makeZip([file('evil.exe')])), deflate: true })],
  ['document in a document', named('a.docx', makeZip([file('word/embeddings/a.xlsx', evilZip)]))],
  ['mail in a zip', zipOf({ ...file('a.eml', evilMail), deflate: true })],
  [
    'gzip: the name in it',
    named(
      'a.gz',
      Buffer.concat([
        Buffer.from('1f8b080800000000000365', 'hex'),
        Buffer.from('vil.exe\0'),
        gzipSync('x').subarray(10),
      ]),
    ),
  ],
  ['gzip: a program by its content', named('a.gz', gzipSync(program))],
  ['gzip: a program behind a long comment', named('a.gz', withComment(gzipSync(program)))],
  // Mail as a file.
  ['mail as octets', named('a.eml', evilMail)],
  ['mail as a web archive', named('a.mht', evilMail, 'Content-Type: application/x-mimearchive')],
  ['mail with an archive', named('a.eml', Buffer.from(messageOf(named('a.zip', evilZip))))],
  ['mail in a mail', named('a.eml', Buffer.from(messageOf(named('b.eml', evilMail))))],
  ['mail in base64', { headers: 'Content-Type: message/rfc822', content: evilMail }],
  [
    'a program in a mail whose text makes the scanner look no further',
    named('a.eml', Buffer.from(messageOf(named('a.txt', program)).replace('Hello', gtube))),
  ],
  ['mail in base64, attached', named('a', evilMail, 'Content-Type: message/rfc822')],
  // Names of attachments.
  ['NUL behind the name', encoded('evil.exe\0.txt')],
  ['NUL in the ending', encoded('evil.e\0xe')],
  ['NUL behind the name, RFC 2231', percent('evil.exe\0.txt')],
  ['a control sign in the ending', encoded('evil.e\x01xe')],
  ['a control sign in the ending, as it is', named('evil.e\x01xe')],
  ['a line end in the ending', encoded('evil.e\nxe')],
  ['a sign nobody sees, RFC 2231', percent('evil.e\u200bxe')],
  ['a sign nobody sees, as it is', named('evil.exe\u200b')],
  ['a direction', encoded('evil.\u202eexe')],
  ['fullwidth letters', encoded('evil．ｅｘｅ')],
  ['another full stop', percent('evil｡exe')],
  ['a stream of NTFS', named('evil.exe:a.txt')],
  [
    'two names, the second worse',
    {
      headers: `${octets}; name="a.txt"\nContent-Disposition: attachment; filename="evil.e\u200bxe"`,
      content: program,
    },
  ],
  [
    'two names, the first worse',
    {
      headers: `${octets}; name="=?utf-8?B?${Buffer.from('evil.e\u200bxe').toString('base64')}?="\nContent-Disposition: attachment; filename="a.txt"`,
      content: Buffer.from('x'),
    },
  ],
];

const closed: readonly (readonly [string, Attachment])[] = [
  ['zip in a zip by another name', zipOf({ ...file('a.dat', safeZip), deflate: true })],
  ['zip in a zip, stored', zipOf(file('a.dat', safeZip))],
  ['rar in a zip by another name', zipOf(file('a.dat', Buffer.from('Rar!\x1a\x07\x01\x00xxxx', 'latin1')))],
  ['the name at the file is an archive', zipOf({ ...file('a.txt'), local: 'a.zip' })],
  [
    'zip with two ends',
    named('a.zip', makeZip([file('a.txt')], `xxxx${safeZip.subarray(-22).toString('latin1')}`)),
  ],
  [
    'zip with more files than it says',
    named('a.zip', patched(makeZip([file('a.txt'), file('b.txt')]), -12, 1)),
  ],
  ['zip whose files are elsewhere', named('a.zip', patched(safeZip, -6, 7))],
  [
    'a method nobody here can read',
    named('a.zip', patched(patched(safeZip, 8, 12), safeZip.indexOf('PK\x01\x02') + 10, 12)),
  ],
  [
    'a broken file in a zip',
    named('a.zip', patched(makeZip([{ ...file('a.txt'), deflate: true }]), 35, 0xff)),
  ],
  ['a file that unpacks to a thousand times its size', zipOf({ ...file('a.zip', bomb), deflate: true })],
  ['a document that does', named('a.docx', makeZip([{ ...file('a.docx', bomb), deflate: true }]))],
  ['more files than are looked at', zipOf(...new Array(10_001).fill(file('a.txt', '')))],
  ['a name no file system takes', zipOf(file(`${'a'.repeat(2000)}.txt`))],
  ['gzip in a gzip', named('a.gz', gzipSync(gzipSync('x')))],
  ['tar in a gzip', named('a.gz', gzipSync(tar))],
  ['tar by another name', named('a.dat', tar)],
  ['mails in mails in mails', named('a.eml', mails(6))],
];

const innocent: readonly (readonly [string, Attachment])[] = [
  [
    'Vietnamese names, in Unicode beside',
    zipOf(
      { ...file('C?ng v?n s? 15.docx'), unicode: unicode('Công văn số 15.docx') },
      {
        ...file('Quyet dinh.pdf'),
        unicode: unicode('Quyết định.pdf', 'file'),
      },
    ),
  ],
  [
    'Vietnamese names of an old code page',
    zipOf({ ...file(''), listed: Buffer.from('C\xf4ng v\xe3n.doc', 'latin1') }),
  ],
  [
    'a Unicode name nobody takes notice of',
    zipOf({ ...file('a.txt'), unicode: { ...unicode('b.txt'), checksum: 1 } }),
  ],
  ['times and owners', zipOf({ ...file('a.txt'), extra: extraField(0x5455, Buffer.from([3, 1, 2, 3, 4])) })],
  [
    'documents in a zip',
    zipOf({ ...file('a.docx', document), deflate: true }, { ...file('b.xlsx', document) }),
  ],
  ['a document with a document in it', named('a.docx', makeZip([file('word/embeddings/b.xlsx', document)]))],
  ['an empty zip', zipOf()],
  ['an empty file and a folder', zipOf(file('a.txt', ''), file('b/', ''))],
  ['a picture of Office', named('image1.emz', gzipSync('EMF'))],
  ['a gzip file with its name', named('a.csv.gz', gzipSync('1,2'))],
  ['a picture with bytes behind', named('a.jpg', Buffer.concat([Buffer.from('JFIF'), safeZip]))],
  ['a mail as a file', named('Thư.eml', Buffer.from(messageOf(named('bao cao.pdf'))))],
  [
    'a mail as a mail',
    { headers: 'Content-Type: message/rfc822', content: Buffer.from(messageOf(named('a.pdf'))) },
  ],
  ['a mail that was forwarded six times', forwarded(6)],
  ['no mail, but called so', named('a.eml', Buffer.from([0, 1, 2, 255]))],
  ['a text about zip files', named('a.txt', Buffer.from('PK\x05\x06 ends an archive'))],
  ['a long name in Vietnamese', percent('Báo cáo kết quả thực hiện nhiệm vụ tháng 11 năm 2026.v2.docx')],
  ['a name in decomposed letters', percent('Báo cáo quý I.docx'.normalize('NFD'))],
  ['a name with a site', encoded('www.laichau.gov.vn - giới thiệu.com.pdf')],
  ['a name with a colon', encoded('V/v: họp 10:30.docx')],
];

function patched(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at < 0 ? copy.length + at : at] = value;
  return copy;
}

const headersOf = (text: string) => text.slice(0, text.indexOf('\n\n'));

describe('refused', () => {
  test.each(executables)('%s', async (_name, attachment) => {
    expect(await deliver(servers, recipient, messageOf(attachment))).toMatch(/^550 5\.7\.1 Tep thuc thi /);
  });
});

test('in Quarantine: what nobody could look into', async () => {
  for (const [index, [name, attachment]] of closed.entries()) {
    expect(await deliver(servers, recipient, messageOf(attachment, `closed ${index}`)), name).toMatch(
      /^250 /,
    );
  }
  const held = (await readMailbox(servers, recipient, 'Quarantine', closed.length)).map(headersOf);
  for (const [index, [name]] of closed.entries()) {
    const one = held.find((headers) => headers.includes(`\nSubject: closed ${index}\n`)) ?? '';
    expect(one, name).toContain('X-Danhba-Archive: unreadable; quarantine');
  }
});

test('delivered: what honest people send', async () => {
  const reader = await addPerson(servers, 'LC-000002', 'binhtt.sotttt');
  for (const [index, [name, attachment]] of innocent.entries()) {
    expect(await deliver(servers, reader, messageOf(attachment, `innocent ${index}`)), name).toMatch(/^250 /);
  }
  const inbox = (await readMailbox(servers, reader, 'INBOX', innocent.length)).map(headersOf);
  for (const [index, [name]] of innocent.entries()) {
    const one = inbox.find((headers) => headers.includes(`\nSubject: innocent ${index}\n`));
    expect(one, name).toBeDefined();
    expect(one, name).not.toContain('X-Danhba-Archive');
  }
});
