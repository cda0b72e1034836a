// A server that was set up before takes the newer access rules by the commands of the README, by slapd.conf and cn=config.

import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Slapd, slapdCommand, startSlapd } from '../../../servers/launch/slapd.ts';
import { startSupervised } from '../../../servers/launch/supervised.ts';
import {
  code,
  connect,
  eventually,
  personDn,
  personEntry,
  replace,
  resultOf,
  serveAgain,
} from '../../support/slapd-fixture.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));

let folder: string;
let slapd: Slapd;

/** The shell commands of the section, in order; both pages have the same. */
async function commands(): Promise<readonly string[]> {
  const [english, vietnamese] = await Promise.all(
    [
      ['servers/README.md', '### Newer access rules', '### The account of an adoption'],
      ['servers/README.vi.md', '### Quy tắc truy cập mới hơn', '### Tài khoản tiếp nhận'],
    ].map(async ([file = '', from = '', to = '']) => {
      const text = await readFile(join(root, file), 'utf8');
      const section = text.slice(text.indexOf(from), text.indexOf(to));
      return [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);
    }),
  );
  expect(vietnamese).toEqual(english);
  return english!;
}

/** slapd's own user is the tests’ user here. */
const shell = (script: string) =>
  run('/bin/bash', ['-euc', script.replaceAll('runuser -u openldap -- ', '')], {
    cwd: root,
    env: { ...process.env, DIR: slapd.directory, BASE: slapd.baseDn, DOMAIN: slapd.domain },
  });

/** As it was before: whatever lies below, and nobody asks what a new entry holds. */
const older = (base: string) =>
  `access to attrs=userPassword by dn.exact="cn=reconciler,ou=services,${base}" =w by anonymous auth by * none\n` +
  `access to dn.subtree="${base}" by dn.exact="cn=reconciler,ou=services,${base}" write by * none\n`;

beforeAll(async () => {
  folder = await mkdtemp(join('/var/tmp', 'danhba-rules-')); // slapd's own user can get there
  await chmod(folder, 0o755);
  slapd = await startSlapd({ directory: join(folder, 'instance') });
  const reconciler = await connect(slapd, slapd.reconciler);
  await reconciler.add(personDn(slapd, 'LC-000001'), personEntry('LC-000001'));
  await reconciler.unbind();
  await slapd.stop();
  await writeFile(join(slapd.directory, 'acl.conf'), older(slapd.baseDn));
  const configuration = join(slapd.directory, 'slapd.conf');
  const text = await readFile(configuration, 'utf8');
  await writeFile(configuration, text.replace(/^add_content_acl on\n/m, ''));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What the rules are about, in three writes: a value, a new entry's value, a rename. */
async function expectRules(newer: boolean): Promise<void> {
  const reconciler = await connect(slapd, slapd.reconciler);
  const dn = personDn(slapd, 'LC-000001');
  const expected = newer ? code.insufficientAccess : code.success;
  expect(await resultOf(reconciler.modify(dn, replace('mail', 'x@gmail.com')))).toBe(expected);
  const stranger = personEntry('LC-000002', { description: 'x' });
  expect(await resultOf(reconciler.add(personDn(slapd, 'LC-000002'), stranger))).toBe(expected);
  expect(await resultOf(reconciler.modifyDN(dn, 'uid=LC-000003'))).toBe(expected);
  expect(
    await resultOf(reconciler.modify(newer ? dn : personDn(slapd, 'LC-000003'), replace('title', 'x'))),
  ).toBe(code.success);
  if (!newer) {
    await reconciler.modifyDN(personDn(slapd, 'LC-000003'), 'uid=LC-000001');
    await reconciler.del(personDn(slapd, 'LC-000002'));
  }
  await reconciler.unbind();
}

test('by slapd.conf, then by cn=config', { timeout: 300_000 }, async () => {
  const before = await serveAgain(slapd);
  await expectRules(false);
  await before.stop();
  const configuration = join(folder, 'slapd.d');
  await mkdir(configuration);
  await run('/usr/sbin/slaptest', ['-f', join(slapd.directory, 'slapd.conf'), '-F', configuration]);

  const [rules, conversion] = await commands();
  await shell(rules!);
  await shell(rules!); // Once more changes nothing.
  const after = await serveAgain(slapd);
  await expectRules(true);
  await after.stop();

  await shell(conversion!);
  const ldif = join(slapd.directory, 'access.ldif');
  await run('/usr/sbin/slapmodify', ['-n', '0', '-F', configuration, '-l', ldif]);
  const [env, ...words] = slapdCommand(slapd.directory, slapd.url);
  const at = words.indexOf('-f');
  const command = [env, ...words.slice(0, at), '-F', configuration, ...words.slice(at + 2)] as [
    string,
    ...string[],
  ];
  const converted = startSupervised({ command, logFile: join(folder, 'log') });
  const ready = () =>
    connect(slapd, slapd.root).then(
      (client) => client.unbind().then(() => true),
      () => false,
    );
  let up = false;
  for (let i = 0; i < 300 && !up; i++) {
    up = await ready();
    if (!up) await eventually(() => false, 0.02);
  }
  expect(up, await converted.readLog()).toBe(true);
  await expectRules(true);
  await converted.stop();
});
