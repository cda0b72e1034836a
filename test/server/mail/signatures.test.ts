// DKIM, SPF and DMARC on the real servers: ours go out signed, others' are checked, and nothing passes for checked that is not.

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPerson, type MailServers, readMailbox, startMailServers, until } from '../../support/mail.ts';
import { makeSigner, sendAs, sendFromOutside, valuesOf, withHeaders } from '../../support/names.ts';

const own = 'annv.sotttt@laichau.gov.vn';
const notOurs = /^550 5\.7\.1 Khong duoc gui thu mang ten cua ten mien nay/;
const byDmarc = /^550 5\.7\.1 Ten mien nguoi gui khong cho phep \(DMARC\)/;
const later = /^451 4\.7\.1 Chua kiem tra duoc nguoi gui/;

const signer = makeSigner('signed.example');
const here = 'v=spf1 ip4:127.0.0.1 -all';
const elsewhere = 'v=spf1 ip4:192.0.2.1 -all';
const txt = (name: string, text: string) => `${name}. IN TXT "${text}"\n`;
/** The outside world. */
const zone = [
  signer.record,
  txt('_dmarc.signed.example', 'v=DMARC1; p=reject'),
  txt('spf.example', here),
  txt('_dmarc.spf.example', 'v=DMARC1; p=reject'),
  txt('strict.example', here),
  txt('mail.strict.example', here),
  txt('_dmarc.strict.example', 'v=DMARC1; p=reject; aspf=s'),
  txt('mail.spf.example', here),
  txt('reject.example', elsewhere),
  txt('_dmarc.reject.example', 'v=DMARC1; p=reject; sp=quarantine'),
  txt('quarantine.example', elsewhere),
  txt('_dmarc.quarantine.example', 'v=DMARC1; p=quarantine'),
  txt('none.example', elsewhere),
  txt('_dmarc.none.example', 'v=DMARC1; p=none'),
  txt('trial.example', elsewhere),
  txt('_dmarc.trial.example', 'v=DMARC1; p=quarantine; t=y'),
  txt('broken.example', elsewhere),
  txt('_dmarc.broken.example', 'v=DMARC1; p=everything'),
  txt('twice.example', elsewhere),
  txt('_dmarc.twice.example', 'v=DMARC1; p=reject'),
  txt('_dmarc.twice.example', 'v=DMARC1; p=none'),
  txt('_dmarc.public.example', 'v=DMARC1; p=reject; psd=y'),
  txt('one.public.example', here),
  txt('two.public.example', here),
].join('');

interface Case {
  readonly name: string;
  readonly from: string;
  readonly sender: string;
  readonly signed?: boolean;
  readonly changed?: boolean;
  /** The reply, or where it is found. */
  readonly wanted: RegExp | 'INBOX' | 'Quarantine';
  /** What Authentication-Results says, in any order. */
  readonly results: readonly RegExp[];
  readonly verdict?: string;
}

const cases: readonly Case[] = [
  {
    name: 'SPF passes and is aligned',
    from: 'a@spf.example',
    sender: 'a@spf.example',
    wanted: 'INBOX',
    results: [/spf=pass/, /dmarc=pass/, /dkim=none/],
  },
  {
    name: 'SPF passes for a name below, which is aligned as long as the domain does not forbid it',
    from: 'a@spf.example',
    sender: 'a@mail.spf.example',
    wanted: 'INBOX',
    results: [/spf=pass/, /dmarc=pass/],
  },
  {
    name: 'SPF passes for a name below, which the domain forbids',
    from: 'a@strict.example',
    sender: 'a@mail.strict.example',
    wanted: byDmarc,
    results: [],
  },
  {
    name: 'SPF passes for somebody else',
    from: 'a@reject.example',
    sender: 'a@spf.example',
    wanted: byDmarc,
    results: [],
  },
  {
    name: 'a signature, whoever brings it',
    from: 'a@signed.example',
    sender: 'list@spf.example',
    signed: true,
    wanted: 'INBOX',
    results: [/dkim=pass header\.d=signed\.example/, /dmarc=pass/],
  },
  {
    name: 'a signature over another text',
    from: 'a@signed.example',
    sender: 'list@spf.example',
    signed: true,
    changed: true,
    wanted: byDmarc,
    results: [],
  },
  {
    name: 'a signature of somebody else',
    from: 'a@reject.example',
    sender: 'x@nowhere.example',
    signed: true,
    wanted: byDmarc,
    results: [],
  },
  {
    name: 'nothing, where the domain asks to put it aside',
    from: 'a@quarantine.example',
    sender: 'x@spf.example',
    wanted: 'Quarantine',
    results: [/dmarc=fail/],
    verdict: 'dmarc-quarantine; quarantine',
  },
  {
    name: 'nothing, below a domain that has another wish for what is below',
    from: 'a@any.reject.example',
    sender: 'x@spf.example',
    wanted: 'Quarantine',
    results: [/dmarc=fail/],
    verdict: 'dmarc-quarantine; quarantine',
  },
  {
    name: 'nothing, where the domain asks for nothing',
    from: 'a@none.example',
    sender: 'a@none.example',
    wanted: 'INBOX',
    results: [/spf=fail/, /dmarc=fail/],
  },
  {
    name: 'nothing, where the domain is only trying',
    from: 'a@trial.example',
    sender: 'a@trial.example',
    wanted: 'INBOX',
    results: [/dmarc=fail/],
  },
  {
    name: 'nothing, with a wish nobody knows',
    from: 'a@broken.example',
    sender: 'a@broken.example',
    wanted: 'INBOX',
    results: [/dmarc=fail/],
  },
  {
    name: 'nothing, with two wishes',
    from: 'a@twice.example',
    sender: 'a@twice.example',
    wanted: 'INBOX',
    results: [/dmarc=none/],
  },
  {
    name: 'no records at all',
    from: 'a@nowhere.example',
    sender: 'a@nowhere.example',
    wanted: 'INBOX',
    results: [/spf=none/, /dmarc=none/, /dkim=none/],
  },
  {
    name: 'two who only share what is above them: it is no organization',
    from: 'a@one.public.example',
    sender: 'a@two.public.example',
    wanted: byDmarc,
    results: [],
  },
  {
    name: 'one of them itself',
    from: 'a@one.public.example',
    sender: 'a@one.public.example',
    wanted: 'INBOX',
    results: [/dmarc=pass/],
  },
];

async function sentBy(servers: MailServers, mark: string): Promise<string> {
  const find = async () => (await servers.outside.read()).find((text) => text.includes(mark));
  expect(await until(async () => (await find()) !== undefined)).toBe(true);
  // smtp-sink writes the envelope as headers of its own before the message.
  const lines = ((await find()) ?? '').replaceAll('\r', '').split('\n');
  return lines.filter((line) => !/^X-(Client|Helo|Mail|Rcpt)-/.test(line)).join('\n');
}

async function find(servers: MailServers, folder: string, mark: string): Promise<string> {
  const look = async () =>
    (await readMailbox(servers, own, folder, 1)).find((text) => text.includes(mark)) ?? '';
  expect(await until(async () => (await look()) !== '')).toBe(true);
  return await look();
}

describe('as shipped', () => {
  let servers: MailServers;
  beforeAll(async () => {
    servers = await startMailServers({ scanner: true, rspamd: { zone } });
    await addPerson(servers, 'LC-000001', 'annv.sotttt', {}, ['an']);
  });
  afterAll(() => servers?.stop());

  test.each(cases)('$name', async (one) => {
    const mark = `X-Test: ${one.name};`;
    const message = withHeaders(`From: A <${one.from}>`, mark, 'Date: Sat, 28 Nov 2026 08:00:00 +0700');
    let sent = one.signed ? signer.sign(message) : message;
    if (one.changed) sent = sent.replace('Kinh gui.', 'Kinh bien.');
    const reply = await sendFromOutside(servers, own, sent, one.sender);
    if (one.wanted instanceof RegExp) {
      expect(reply).toMatch(one.wanted);
      return;
    }
    expect(reply).toMatch(/^250 /);
    const text = await find(servers, one.wanted, mark);
    const results = valuesOf(text, 'Authentication-Results');
    expect(results).toHaveLength(1);
    for (const result of one.results) expect(results[0]).toMatch(result);
    expect(valuesOf(text, 'X-Danhba-From')).toEqual(one.verdict === undefined ? [] : [one.verdict]);
  });

  test('ours go out with a signature that a list may pass on as it is, and nobody may change', async () => {
    for (const sender of [own, '']) {
      const mark = `X-Test: to the list from <${sender}>;`;
      expect(await sendAs(servers, own, withHeaders(`From: An <${own}>`, mark), { sender })).toMatch(/^250 /);
      const text = await sentBy(servers, mark);
      const [signature] = valuesOf(text, 'DKIM-Signature');
      expect(signature).toMatch(/a=rsa-sha256;.* d=laichau\.gov\.vn; s=lab;/);
      expect(signature).toMatch(/h=from:from:/); // a second From: breaks it
      expect(await sendFromOutside(servers, own, text)).toMatch(/^250 /);
      const results = valuesOf(await find(servers, 'INBOX', mark), 'Authentication-Results');
      expect(results[0]).toMatch(/dkim=pass header\.d=laichau\.gov\.vn header\.s=lab/);
      expect(results[0]).toMatch(/dmarc=pass/);
      for (const other of [
        text.replace('Kinh gui', 'Kinh bien'),
        text.replace('Subject: ', 'Subject: [list] '),
        text.replace('From: An <annv.sotttt', 'From: An <ubnd'),
        `From: An <ubnd@laichau.gov.vn>\n${text}`,
      ]) {
        expect(await sendFromOutside(servers, own, other)).toMatch(notOurs);
      }
    }
  });

  test('a stranger with a good signature of his own does not get our name by it', async () => {
    const message = signer.sign(withHeaders(`From: UBND <ubnd@laichau.gov.vn>`));
    expect(await sendFromOutside(servers, own, message, 'a@signed.example')).toMatch(notOurs);
    expect(await sendFromOutside(servers, own, message, 'a@spf.example')).toMatch(notOurs);
  });

  test('results of checks that others made in our name are taken away, others stay', async () => {
    const claims = [
      'Authentication-Results: mx.laichau.gov.vn; dkim=pass header.d=bank.example',
      'authentication-results : MX.LAICHAU.GOV.VN 1; spf=pass',
      'Authentication-Results: (mx) "mx.laichau.gov.vn"; spf=pass',
      'Authentication-Results:\n mx.laichau.gov.vn;\n dmarc=pass',
      'Authentication-Results: "mx\\.laichau.gov.vn"; dmarc=pass',
    ];
    const theirs = 'Authentication-Results: mx.bank.example; spf=pass';
    const message = withHeaders(...claims, theirs, 'From: a@nowhere.example', 'X-Test: claims;');
    expect(await sendFromOutside(servers, own, message)).toMatch(/^250 /);
    const results = valuesOf(await find(servers, 'INBOX', 'X-Test: claims;'), 'Authentication-Results');
    expect(results).toEqual([expect.stringMatching(/^mx\.laichau\.gov\.vn; /), 'mx.bank.example; spf=pass']);
    expect(results.join()).not.toMatch(/laichau.*pass.*bank/);
  });

  test('nobody but the server reads the key, and the records for the DNS are in one file', async () => {
    const directory = servers.rspamd?.directory ?? '';
    const key = join(directory, 'keys/lab.key');
    expect((await stat(key)).mode & 0o777).toBe(0o640);
    const zoneText = await readFile(join(directory, 'dns.zone'), 'utf8');
    const records = zoneText.split('\n').filter((line) => /^[^;\s]/.test(line));
    expect(records).toEqual([
      'laichau.gov.vn. 3600 IN TXT "v=spf1 mx -all"',
      'mx.laichau.gov.vn. 3600 IN TXT "v=spf1 a -all"',
      expect.stringMatching(
        /^lab\._domainkey\.laichau\.gov\.vn\. 3600 IN TXT "v=DKIM1; k=rsa; p=" "[\w+/]{200}" /,
      ),
      '_dmarc.laichau.gov.vn. 3600 IN TXT "v=DMARC1; p=quarantine"',
    ]);
    expect(zoneText).not.toContain('PRIVATE');
    expect(await readFile(key, 'utf8')).toContain('PRIVATE');
  });
});

/** A name server that hears and says nothing. */
async function startSilence(): Promise<{ port: number; stop(): void }> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { port: socket.address().port, stop: () => socket.close() };
}

describe.each(['gone', 'silent'])('the DNS is %s', (how) => {
  let servers: MailServers;
  let silence: { port: number; stop(): void } | undefined;
  beforeAll(async () => {
    silence = how === 'silent' ? await startSilence() : undefined;
    servers = await startMailServers({
      scanner: true,
      rspamd: { zone, ...(silence && { resolverPort: silence.port }) },
    });
    await addPerson(servers, 'LC-000001', 'annv.sotttt');
    await servers.rspamd?.dns?.stop();
  });
  afterAll(async () => {
    await servers?.stop();
    silence?.stop();
  });

  test('strangers’ mail comes in, unchecked, and says so', async () => {
    const message = signer.sign(withHeaders('From: a@signed.example', 'X-Test: no DNS;'));
    expect(await sendFromOutside(servers, own, message, 'a@spf.example')).toMatch(/^250 /);
    const results = valuesOf(await find(servers, 'INBOX', 'X-Test: no DNS;'), 'Authentication-Results');
    expect(results[0]).toMatch(/spf=temperror/);
    expect(results[0]).toMatch(/dkim=temperror/);
    expect(results[0]).toMatch(/dmarc=temperror/);
    expect(results[0]).not.toMatch(/pass/);
  });

  test('our users’ mail goes out signed; what comes in our name waits or is refused', async () => {
    const mark = 'X-Test: no DNS, ours;';
    expect(await sendAs(servers, own, withHeaders(`From: ${own}`, mark))).toMatch(/^250 /);
    const text = await sentBy(servers, mark);
    expect(valuesOf(text, 'DKIM-Signature')).toHaveLength(1);
    expect(await sendFromOutside(servers, own, text)).toMatch(later);
    expect(await sendFromOutside(servers, own, withHeaders(`From: ${own}`))).toMatch(notOurs);
  });
});

test('the wishes of others’ domains as marks alone, where that is the policy', async () => {
  const servers = await startMailServers({ scanner: true, rspamd: { zone }, postfix: { dmarc: 'mark' } });
  try {
    await addPerson(servers, 'LC-000001', 'annv.sotttt');
    for (const [domain, verdict] of [
      ['reject.example', 'dmarc-reject'],
      ['quarantine.example', 'dmarc-quarantine'],
    ]) {
      const message = withHeaders(`From: a@${domain}`, `X-Test: ${domain};`);
      expect(await sendFromOutside(servers, own, message)).toMatch(/^250 /);
      const text = await find(servers, 'INBOX', `X-Test: ${domain};`);
      expect(valuesOf(text, 'X-Danhba-From')).toEqual([verdict]);
    }
  } finally {
    await servers.stop();
  }
});

test('without its key nothing of our users goes out, and nothing is lost', async () => {
  const servers = await startMailServers({ scanner: true });
  try {
    await addPerson(servers, 'LC-000001', 'annv.sotttt');
    await rm(join(servers.rspamd?.directory ?? '', 'keys/lab.key'));
    expect(await sendAs(servers, own, withHeaders(`From: ${own}`))).toMatch(later);
    expect(await sendFromOutside(servers, own, withHeaders('From: a@nowhere.example'))).toMatch(/^250 /);
  } finally {
    await servers.stop();
  }
});

test('another key: the new one signs, and mail under the old one is good as long as its record stands', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  await chmod(folder, 0o755);
  const directory = join(folder, 'r');
  const mails: string[] = [];
  let oldRecord = '';
  try {
    for (const selector of ['danhba1', 'danhba2']) {
      const servers = await startMailServers({
        scanner: true,
        rspamd: { directory, selector, zone: oldRecord },
      });
      try {
        await addPerson(servers, 'LC-000001', 'annv.sotttt');
        expect(await sendAs(servers, own, withHeaders(`From: ${own}`, 'X-Test: key;'))).toMatch(/^250 /);
        const text = await sentBy(servers, 'X-Test: key;');
        expect(valuesOf(text, 'DKIM-Signature')[0]).toContain(` s=${selector};`);
        mails.push(text);
        for (const mail of mails) expect(await sendFromOutside(servers, own, mail)).toMatch(/^250 /);
        const records = await readFile(join(directory, 'dns.zone'), 'utf8');
        oldRecord = records.split('\n').find((line) => line.includes('_domainkey')) ?? '';
        oldRecord += '\n';
      } finally {
        await servers.stop();
      }
    }
    expect((await readdir(join(directory, 'keys'))).sort()).toEqual(['danhba1.key', 'danhba2.key']);
    // The record of the first is gone: what it signed is in our name without proof.
    const servers = await startMailServers({ scanner: true, rspamd: { directory, selector: 'danhba2' } });
    try {
      await addPerson(servers, 'LC-000001', 'annv.sotttt');
      const [first = '', second = ''] = mails;
      expect(await sendFromOutside(servers, own, first)).toMatch(notOurs);
      expect(await sendFromOutside(servers, own, second)).toMatch(/^250 /);
    } finally {
      await servers.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
