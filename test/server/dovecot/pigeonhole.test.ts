/** The forwarding audit against Pigeonhole itself: whatever the server's own Sieve sends outside, the audit has seen. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import pLimit from 'p-limit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAnswersAs } from '../../../src/sieve/answers.ts';
import { findForwards } from '../../../src/sieve/forwards.ts';
import { answers, own } from '../../unit/sieve/answering.ts';
import { governmentDomains, rows } from '../../unit/sieve/evasions.ts';

const run = promisify(execFile);

let folder: string;
/** What `sieve-test` would ask doveconf for at each of its starts, which takes most of their time. */
let settings: NodeJS.ProcessEnv;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-sieve-'));
  await chmod(folder, 0o777);
  // It gives root up, for nobody; who is not root stays who they are.
  const user = process.getuid?.() || 65_534;
  const group = process.getgid?.() || 65_534;
  await writeFile(
    join(folder, 'dovecot.conf'),
    `ssl = no\nlog_path = /dev/stderr\nmail_uid = ${user}\nmail_gid = ${group}\nfirst_valid_uid = 1\n` +
      `mail_home = ${folder}\nmail_location = maildir:~/Maildir\n`,
  );
  const asked = ['-c', join(folder, 'dovecot.conf'), '-f', 'service=sieve-test', '-m', 'mail'];
  const { stdout } = await run('/usr/bin/doveconf', [...asked, '-e', '/usr/bin/env', '-0']);
  settings = Object.fromEntries(stdout.split('\0').map((one) => one.split(/=(.*)/s).slice(0, 2)));
  expect(settings).toMatchObject({ DOVECONF_ENV: '1', MAIL_HOME: folder });
  await writeFile(join(folder, 'mail'), 'From: a@y.test\nSubject: evil@x.com\nX: evil@x.com\n\nevil@x.com\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Sent {
  readonly compiles: boolean;
  /** Addresses the message is redirected or reported to. */
  readonly to: readonly string[];
}

let scripts = 0;
async function runScript(script: string): Promise<Sent> {
  const file = join(folder, `script${++scripts}.sieve`);
  await writeFile(file, script);
  const extensions = '+vnd.dovecot.report +vnd.dovecot.environment';
  const sieve = ['-C', '-c', join(folder, 'dovecot.conf'), '-x', extensions, file, join(folder, 'mail')];
  const ended = await run('/usr/bin/sieve-test', sieve, { env: settings }).catch((failed) => failed);
  const { stdout, stderr } = ended as { stdout: string; stderr: string };
  const to = [...stdout.matchAll(/(?:redirect message to|report incoming message.* to): <(.*)>$/gm)];
  return {
    compiles: stdout.includes('Performed actions') && !stderr.includes('failed to compile'),
    to: to.map((one) => one[1] ?? ''),
  };
}

const isOutside = (address: string) => !/[@.](gov|chinhphu)\.vn$/i.test(address);
/** Enough to keep two processors busy. */
const limit = pLimit(4);

test('the table: what leaves is told with its address, or as unknown', async () => {
  const ran = await Promise.all(
    rows.map(async (row) => ({ row, sent: await limit(() => runScript(row[1])) })),
  );
  for (const { row, sent } of ran) {
    const [name, script] = row;
    const told = findForwards(script, governmentDomains).map(({ target }) => target);
    for (const address of sent.to.filter(isOutside)) {
      // `sieve-test` writes a quoted local part with its quotes.
      const one = told.includes('unknown') ? 'unknown' : address.replaceAll('"', '');
      expect(told, name).toContain(one);
    }
  }
  // The table is about scripts that do run: more than half of it, and most of the evasions really forward.
  expect(ran.filter(({ sent }) => sent.compiles).length).toBeGreaterThan(70);
  expect(ran.filter(({ sent }) => sent.to.some(isOutside)).length).toBeGreaterThan(45);
});

test('scripts of the table, cut and joined anywhere', async () => {
  const seeds = rows.filter(([, script, ...found]) => script.length < 300 && found.join().includes('@'));
  const script = fc.constantFrom(...seeds.map((row) => row[1]));
  const pieces = [
    'redirect',
    '"',
    '\\',
    ';',
    '{',
    '}',
    ',',
    '#',
    '/*',
    '*/',
    '\n',
    '\r',
    '\n.\n',
    '${',
    'stop;',
    'keep;',
  ];
  const piece = fc.oneof(fc.constantFrom(' ', '\n', '/* c */', ''), fc.constantFrom(...pieces));
  const changed = fc
    .record({ script, at: fc.nat(300), piece, gone: fc.nat(1), other: script, joins: fc.boolean() })
    .map(({ script: one, at, piece: more, gone, other, joins }) => {
      const head = one.slice(0, at % (one.length + 1));
      const tail = joins ? other.slice(at % (other.length + 1)) : one.slice(head.length + gone);
      return head + more + tail;
    });
  const some = fc.sample(changed, 300);
  const ran = await Promise.all(
    some.map(async (script) => ({ script, sent: await limit(() => runScript(script)) })),
  );
  const leaving = ran.filter(({ sent }) => sent.to.some(isOutside));
  expect(leaving.length).toBeGreaterThan(5);
  const missed = leaving.filter(({ script }) => findForwards(script, governmentDomains).length === 0);
  expect(missed).toEqual([]);
});

/** The addresses in the From lines of what Pigeonhole answers when the owner gets mail that is addressed like this. */
async function answersOf(script: string, to: string): Promise<readonly string[]> {
  const number = ++scripts;
  const [file, mail] = [join(folder, `answer${number}.sieve`), join(folder, `mail${number}`)];
  const required = /\brequire\b/.test(script) ? '' : 'require "vacation"; ';
  await writeFile(
    file,
    required + script.replace(/require "variables"/, 'require ["vacation", "variables"]'),
  );
  await writeFile(mail, `From: b@y.test\nTo: ${to}\nSubject: x\n\nx\n`);
  // Nobody gets two answers alike.
  const envelope = ['-f', `b${number}@y.test`, '-r', 'an@laichau.gov.vn', '-a', 'an@laichau.gov.vn'];
  const sieve = ['-C', '-e', '-c', join(folder, 'dovecot.conf'), ...envelope, file, mail];
  const ended = await run('/usr/bin/sieve-test', sieve, { env: settings }).catch((failed) => failed);
  const [sent = ''] = (ended as { stdout: string }).stdout.split(/\r?\n\r?\n/, 1);
  return [...sent.matchAll(/^from *:\s*(?:.*<)?([^<>\s]+@[^<>\s]+)/gim)].map((one) => one[1] ?? '');
}

test('the table of answers: each name Pigeonhole answers in is the own one, or told', async () => {
  const addressed = ['an@laichau.gov.vn', 'ubnd@laichau.gov.vn'];
  const ran = await Promise.all(
    answers.map(async ([name, script]) => {
      const sent = await Promise.all(addressed.map((to) => limit(() => answersOf(script, to))));
      const others = sent.flat().map((one) => one.toLowerCase());
      return { name, script, others: others.filter((one) => !own.includes(one)) };
    }),
  );
  for (const { name, script, others } of ran) {
    const told = findAnswersAs(script, own).map(({ address }) => address.toLowerCase());
    const missed = others.filter((one) => !told.includes(one) && !told.includes('unknown'));
    expect(missed, name).toEqual([]);
  }
  const proven = ran.filter(({ others }) => others.length > 0).map(({ name }) => name);
  expect(proven.length).toBeGreaterThan(8);
  expect(proven).toContain('answers for another, and so from there');
  expect(proven).toContain('a From line in the text');
});
