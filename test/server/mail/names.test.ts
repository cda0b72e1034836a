// In whose name mail is written, on the real servers: users in their own, nobody outside in ours.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addAgency,
  addPerson,
  change,
  type MailServers,
  password,
  personDn,
  readMailbox,
  startMailServers,
  terminate,
  until,
} from '../../support/mail.ts';
import { openSmtp } from '../../support/mail-clients.ts';
import { sendAs, sendFromOutside, valuesOf, withHeaders } from '../../support/names.ts';

const own = 'annv.sotttt@laichau.gov.vn';
const other = 'ubnd@laichau.gov.vn';
const base64 = (text: string, charset = 'utf-8') =>
  `=?${charset}?B?${Buffer.from(text).toString('base64')}?=`;
const hidden = base64(other);
const notOwn =
  '550 5.7.1 Chi duoc gui voi dia chi cua chinh minh trong From, Sender / From and Sender must be your own address';
const notOurs = '550 5.7.1 Khong duoc gui thu mang ten cua ten mien nay / Not in the name of this domain';

const right: readonly (readonly [string, ...string[]])[] = [
  ['the address alone', `From: ${own}`],
  ['in angle brackets', `From: <${own}>`],
  ['with a name', `From: Nguyen Van An <${own}>`],
  ['with a quoted name', `From: "An, Nguyen Van (So TTTT)" <${own}>`],
  ['with a Vietnamese name', `From: ${base64('Nguyễn Văn An')} <${own}>`],
  ['with a Vietnamese name, Q', `From: =?UTF-8?Q?Nguy=E1=BB=85n_V=C4=83n_An?= <${own}>`],
  ['with a long Vietnamese name in two words', `From: ${base64('Nguyễn')}\n ${base64(' Văn An')} <${own}>`],
  ['with the own address for a name', `From: "${own}" <${own}>`],
  ['in capital letters', `From: An <ANNV.SOTTTT@LAICHAU.GOV.VN>`],
  ['folded', `From: Nguyen Van An\n\t<${own}>`],
  ['with the name behind, as it was long ago', `From: ${own} (Nguyen Van An)`],
  ['with the own Sender', `From: ${own}`, `Sender: An <${own}>`],
  ['with answers to another address', `From: ${own}`, `Reply-To: ${other}`],
  ['without From, which Postfix puts in', 'X-Test: none'],
  ['the local part in quotes, which Postfix takes away', 'From: "annv.sotttt"@laichau.gov.vn'],
  ['a dot at the end, which Postfix takes away', `From: ${own}.`],
  ['a route, which Postfix takes away', `From: <@laichau.gov.vn:${own}>`],
];

const wrong: readonly (readonly [string, ...string[]])[] = [
  ['another’s address', `From: ${other}`],
  ['another’s address with the own for a name', `From: "${own}" <${other}>`],
  ['the own alias', 'From: an@laichau.gov.vn'],
  ['a subdomain', 'From: annv.sotttt@mail.laichau.gov.vn'],
  ['a stranger', 'From: Ngan hang <thongbao@bank.example>'],
  ['two addresses', `From: ${own}, ${other}`],
  ['two addresses, the own last', `From: ${other}, ${own}`],
  ['the own address twice', `From: ${own}, ${own}`],
  ['a group', `From: UBND: ${own};`],
  ['a group of another', `From: UBND: ${other};`],
  ['two From', `From: ${own}`, `From: ${other}`],
  ['two From, the own last', `From: ${other}`, `From: ${own}`],
  ['another’s Sender', `From: ${own}`, `Sender: ${other}`],
  ['two Sender', `From: ${own}`, `Sender: ${own}`, `Sender: ${other}`],
  ['another’s Resent-From', `From: ${own}`, `Resent-From: ${other}`],
  ['another’s mail, resent', `From: ${other}`, `Resent-From: ${own}`],
  ['another’s address for a name', `From: "${other}" <${own}>`],
  ['another’s address for a name, without quotes', `From: ${other} <${own}>`],
  ['another’s address for a name, encoded', `From: ${hidden} <${own}>`],
  ['another’s address for a name, encoded in quotes', `From: "${hidden}" <${own}>`],
  ['another’s address for a name, Q', `From: =?utf-8?Q?ubnd=40laichau.gov.vn?= <${own}>`],
  [
    'another’s address for a name, in two pieces',
    `From: ${base64('ubnd@lai')}\n ${base64('chau.gov.vn')} <${own}>`,
  ],
  ['another’s address for a name, UTF-7', `From: =?utf-7?Q?ubnd+AEA-laichau.gov.vn?= <${own}>`],
  [
    'another’s address for a name, UTF-16',
    `From: =?utf-16?B?${Buffer.from(other, 'utf16le').toString('base64')}?= <${own}>`,
  ],
  ['another’s address for a name, encoded twice', `From: ${base64(hidden)} <${own}>`],
  ['another’s address for a name, with a wide @', `From: ${base64('ubnd＠laichau.gov.vn')} <${own}>`],
  ['another’s address for a name, in Cyrillic', `From: ${base64('ubnd@lаichаu.gov.vn')} <${own}>`],
  ['another’s address behind', `From: ${own} (${other})`],
  ['another’s address in a comment', `From: An (${other}) <${own}>`],
  ['a name written from right to left', `From: ${base64('\u202enа')} <${own}>`],
  ['a name with signs that nobody sees', `From: ${base64('UB\u200bND')} <${own}>`],
  ['a comment in the address', `From: annv.sotttt@(x)laichau.gov.vn`],
  ['words behind the address', `From: <${own}> ${other}`],
  ['two angle brackets', `From: <${own}> <${other}>`],
  ['a domain in brackets', 'From: annv.sotttt@[127.0.0.1]'],
  ['a name as raw bytes', `From: Nguyễn Văn An <${own}>`],
  ['a domain of look-alikes', 'From: annv.sotttt@lаichau.gov.vn'],
  ['no domain', 'From: ubnd'],
  ['no address', 'From: UBND tinh'],
  ['nothing', 'From:'],
  ['a space before the colon', `From: ${own}`, `From : ${other}`],
  ['a space before the colon of Sender', `From: ${own}`, `Sender\t: ${other}`],
  ['an open quote', `From: "UBND <${own}>`],
  ['an open bracket', `From: UBND <${own}`],
];

const forged: readonly (readonly [string, ...string[]])[] = [
  ['our address', `From: "UBND" <${other}>`],
  ['alone', `From: ${other}`],
  ['in capital letters', 'From: <UBND@LAICHAU.GOV.VN>'],
  ['below our domain', 'From: ubnd@mail.laichau.gov.vn'],
  ['a dot at the end', `From: ${other}.`],
  ['a comment in the address', 'From: ubnd@(x)laichau.gov.vn'],
  ['a comment behind', `From: ${other} (UBND)`],
  ['the local part in quotes', 'From: "ubnd"@laichau.gov.vn'],
  ['spaces in the address', 'From: ubnd @ laichau . gov . vn'],
  ['folded', `From: UBND\n <\n ${other}>`],
  ['one of two', `From: x@evil.example, ${other}`],
  ['in a group', `From: UBND: ${other};`],
  ['the second From', 'From: x@evil.example', `From: ${other}`],
  ['the first From', `From: ${other}`, 'From: x@evil.example'],
  ['a space before the colon', 'From: x@evil.example', `From : ${other}`],
  ['the Sender', 'From: x@evil.example', `Sender: ${other}`],
  ['before a foreign address, without quotes', `From: ${other} <x@evil.example>`],
  ['behind a foreign address', `From: <x@evil.example> ${other}`],
  ['without the last bracket', `From: UBND <${other}`],
  ['encoded, where programs decode what they may not', `From: ${hidden}`],
  ['in Cyrillic', 'From: ubnd@lаichau.gov.vn'],
  ['with a wide @', 'From: ubnd＠laichau.gov.vn'],
  ['with a digit for a letter', 'From: ubnd@1aichau.gov.vn'],
];

const marked: readonly (readonly [string, string, ...string[]])[] = [
  ['our address for a name', 'name', `From: "${other}" <x@evil.example>`],
  ['encoded', 'name', `From: ${hidden} <x@evil.example>`],
  ['encoded in quotes', 'name', `From: "${hidden}" <x@evil.example>`],
  ['among other words', 'name', `From: ${base64(`UBND tỉnh (${other})`)} <x@evil.example>`],
  ['in Cyrillic', 'name', `From: ${base64('ubnd@lаichau.gov.vn')} <x@evil.example>`],
  ['with a wide @', 'name', `From: ${base64('ubnd＠laichau.gov.vn')} <x@evil.example>`],
  ['two From', 'unreadable', 'From: a@evil.example', 'From: b@evil.example'],
  ['two addresses', 'unreadable', 'From: a@evil.example, b@evil.example'],
  ['no address', 'unreadable', 'From: UBND tinh'],
];

const innocent: readonly (readonly [string, ...string[]])[] = [
  ['a stranger', 'From: "Vu Thi Ba" <ba@haiphong.example>'],
  ['the stranger’s own address for a name', 'From: "ba@haiphong.example" <ba@haiphong.example>'],
  ['a name as raw bytes', 'From: Vũ Thị Ba <ba@haiphong.example>'],
  ['our domain as part of another', 'From: x@laichau.gov.vn.example'],
  ['our domain as the end of a word', 'From: x@xlaichau.gov.vn'],
  ['an answer to us', 'From: ba@haiphong.example', `Reply-To: ${other}`, `In-Reply-To: <1@laichau.gov.vn>`],
  ['no From', 'X-Test: none'],
];

/** Encoded words (RFC 2047) as mail programs show them; UTF-8 is enough here. */
const decodeWords = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString()
        : word.replace(/=([0-9a-f]{2})/gi, (_code, hex: string) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          ),
    );

/** As a program of the machine sends (pickup). */
async function sendLocally(
  { postfix }: MailServers,
  text: string,
  sender: string,
  to: string,
): Promise<void> {
  const program = spawn('/usr/sbin/sendmail', ['-C', join(postfix.directory, 'etc'), '-i', '-f', sender, to]);
  program.stdin.end(text);
  expect(await once(program, 'close')).toEqual([0, null]);
}

describe('as shipped', () => {
  let servers: MailServers;
  beforeAll(async () => {
    const names = ['# the clerk', `LC-000002@people ${other}`, 'sotttt@organizations @THONGBAO.example'];
    servers = await startMailServers({ scanner: true, rspamd: { names } });
    await addPerson(servers, 'LC-000001', 'annv.sotttt', {}, ['an']);
    await addPerson(servers, 'LC-000002', 'binhtt.sotttt');
    await addAgency(servers, 'ubnd');
    await addAgency(servers, 'sotttt');
  });
  afterAll(() => servers?.stop());

  test.each(right)('a user writes: %s', async (_, ...lines) => {
    expect(await sendAs(servers, own, withHeaders(...lines))).toMatch(/^250 /);
  });

  test.each(right.filter(([name]) => !name.startsWith('without')))(
    'a receipt, with the empty sender: %s',
    async (_, ...lines) => {
      expect(await sendAs(servers, own, withHeaders(...lines), { sender: '' })).toMatch(/^250 /);
    },
  );

  test.each(wrong)('a user may not write, with no sender either: %s', async (_, ...lines) => {
    for (const sender of [own, '']) {
      expect(await sendAs(servers, own, withHeaders(...lines), { sender })).toBe(notOwn);
    }
  });

  test('who one is, one cannot say oneself; others do not see who it was', async () => {
    const claim = [`X-Danhba-Sender: ${other}`, 'X-Danhba-From: name', `From: ${other}`];
    for (const sender of [own, '']) {
      expect(await sendAs(servers, own, withHeaders(...claim), { sender })).toBe(notOwn);
    }
    const mine = withHeaders(`X-Danhba-Sender: ${other}`, `From: ${own}`, 'X-Test: claim');
    expect(await sendAs(servers, own, mine)).toMatch(/^250 /);
    const sent = async () => (await servers.outside.read()).find((text) => text.includes('X-Test: claim'));
    await until(async () => (await sent()) !== undefined);
    expect(await sent()).not.toMatch(/X-Danhba-Sender/i);
  });

  test('whose entry is gone writes in nobody’s name, in a session from before', async () => {
    const gone = await addPerson(servers, 'LC-000003', 'cuongvv.sotttt');
    const smtp = await openSmtp(servers.dovecot.ports.submission);
    await smtp.auth(gone, password);
    await terminate(servers, personDn(servers, 'LC-000003'));
    await servers.ldap.del(personDn(servers, 'LC-000003'));
    for (const claim of [`X-Danhba-Sender: ${gone}`, 'X-Test: no claim']) {
      expect(await smtp.send('', own, withHeaders(claim, `From: ${gone}`))).toMatch(/^5\d\d 5\.7\.1 /);
    }
    smtp.close();
  });

  test('whatever a user puts together: where it is sent, no other address is to be seen', async () => {
    const pieces = [
      ...[
        own,
        other,
        'An',
        'an@laichau.gov.vn',
        'ubnd',
        '@',
        'laichau.gov.vn',
        hidden,
        base64('Nguyễn'),
        '=?utf-8?Q?=40?=',
      ],
      ...[
        '<',
        '>',
        '"',
        '(',
        ')',
        ',',
        ';',
        ':',
        '\\',
        '.',
        ' ',
        '\n ',
        '\t',
        '[',
        ']',
        '=?',
        '?=',
        `<${own}>`,
        `"${own}"`,
      ],
    ];
    const accepted: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }),
        async (parts) => {
          const from = parts.join('').replace(/\n +(\n|$)/g, '');
          const mark = `X-Test: property ${accepted.length};`;
          const reply = await sendAs(servers, own, withHeaders(`From: ${from}`, mark), { to: other });
          expect(reply).toMatch(/^(250|550) /);
          if (reply.startsWith('250')) accepted.push(mark);
        },
      ),
      { numRuns: 80 },
    );
    expect(accepted.length).toBeGreaterThan(0);
    const arrived = async () => await readMailbox(servers, other, 'INBOX', accepted.length);
    expect(await until(async () => (await arrived()).length >= accepted.length)).toBe(true);
    for (const text of await arrived()) {
      const shown = decodeWords(valuesOf(text, 'From').join(' | ')).toLowerCase();
      expect(shown.replaceAll(own, '')).not.toContain('@');
    }
  });

  test('agencies write in their own name, and nobody else’s', async () => {
    expect(await sendAs(servers, other, withHeaders(`From: UBND <${other}>`))).toMatch(/^250 /);
    expect(await sendAs(servers, other, withHeaders(`From: ${own}`))).toBe(notOwn);
  });

  test('two addresses in `mail`, as older directories have them: each is the own one', async () => {
    const first = await addPerson(servers, 'LC-000004', 'dungnt.sotttt');
    const second = 'dung@laichau.gov.vn';
    await change(servers, personDn(servers, 'LC-000004'), { mail: [first, second] });
    for (const [from, sender] of [
      [first, first],
      [second, second],
      [first, second],
      [second, ''],
    ] as const) {
      expect(await sendAs(servers, first, withHeaders(`From: ${from}`), { sender })).toMatch(/^250 /);
    }
    expect(await sendAs(servers, first, withHeaders(`From: ${own}`), { sender: second })).toBe(notOwn);
  });

  test('exceptions: whom the file names may, in these names and no others', async () => {
    const clerk = 'binhtt.sotttt@laichau.gov.vn';
    const from = [`From: UBND <${other}>`, `Sender: ${clerk}`];
    expect(await sendAs(servers, clerk, withHeaders(...from))).toMatch(/^250 /);
    expect(await sendAs(servers, clerk, withHeaders(...from), { sender: '' })).toMatch(/^250 /);
    expect(await sendAs(servers, clerk, withHeaders(`From: ${own}`))).toBe(notOwn);
    const system = 'sotttt@laichau.gov.vn';
    expect(await sendAs(servers, system, withHeaders('From: khong-tra-loi@thongbao.example'))).toMatch(
      /^250 /,
    );
    expect(await sendAs(servers, system, withHeaders('From: x@other.example'))).toBe(notOwn);
    expect(await sendAs(servers, own, withHeaders('From: khong-tra-loi@thongbao.example'))).toBe(notOwn);
  });

  test('programs of the server itself write in our name, signed: notices, vacation replies', async () => {
    for (const sender of ['<>', own]) {
      const message = withHeaders(`From: ${own}`, `X-Test: from the server, ${sender};`);
      await sendLocally(servers, message, sender, 'somebody@outside.test');
      const sent = async () =>
        (await servers.outside.read()).find((text) => text.includes(`from the server, ${sender};`)) ?? '';
      expect(await until(async () => (await sent()) !== '')).toBe(true);
      expect(valuesOf(await sent(), 'DKIM-Signature')).toHaveLength(1);
    }
  });

  test.each(forged)('from outside, in our name: %s', async (_, ...lines) => {
    for (const sender of ['x@evil.example', '']) {
      expect(await sendFromOutside(servers, own, withHeaders(...lines), sender)).toBe(notOurs);
    }
  });

  test('from outside, marked: what a reader could take for ours, and what cannot be read', async () => {
    for (const [i, [, , ...lines]] of marked.entries()) {
      const message = withHeaders(...lines, `X-Test: marked ${i};`);
      expect(await sendFromOutside(servers, own, message), String(lines)).toMatch(/^250 /);
    }
    const inbox = await readMailbox(servers, own, 'INBOX', marked.length);
    for (const [i, [name, verdict]] of marked.entries()) {
      const text = inbox.find((each) => each.includes(`X-Test: marked ${i};`)) ?? '';
      expect(valuesOf(text, 'X-Danhba-From'), name).toEqual([verdict]);
      expect(valuesOf(text, 'Subject'), name).toEqual(['[Canh bao / Warning] Cong van']);
    }
  });

  test('from outside, as it is: everything else', async () => {
    for (const [i, [, ...lines]] of innocent.entries()) {
      const message = withHeaders('X-Danhba-From: name', ...lines, `X-Test: innocent ${i};`);
      expect(await sendFromOutside(servers, own, message), String(lines)).toMatch(/^250 /);
    }
    const of = async (i: number) =>
      (await readMailbox(servers, own, 'INBOX', 0)).find((each) => each.includes(`X-Test: innocent ${i};`));
    for (const [i, [name]] of innocent.entries()) {
      expect(await until(async () => (await of(i)) !== undefined)).toBe(true);
      expect(valuesOf((await of(i)) ?? '', 'X-Danhba-From'), name).toEqual([]);
      expect(valuesOf((await of(i)) ?? '', 'Subject'), name).toEqual(['Cong van']);
    }
  });
});

test.each([
  ['mark', 'INBOX', 'forged'],
  ['quarantine', 'Quarantine', 'forged; quarantine'],
] as const)('in our name from outside, by another policy: %s', async (forgedNames, folder, verdict) => {
  const servers = await startMailServers({ scanner: true, postfix: { forgedNames } });
  try {
    await addPerson(servers, 'LC-000001', 'annv.sotttt');
    const message = withHeaders(`From: UBND <${other}>`);
    expect(await sendFromOutside(servers, own, message)).toMatch(/^250 /);
    const [text = ''] = await readMailbox(servers, own, folder, 1);
    expect(valuesOf(text, 'X-Danhba-From')).toEqual([verdict]);
    expect(valuesOf(text, 'Subject')).toEqual(['[Canh bao / Warning] Cong van']);
    // Users are no matter of this policy.
    expect(await sendAs(servers, own, message)).toBe(notOwn);
  } finally {
    await servers.stop();
  }
});
