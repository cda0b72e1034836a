/** First passwords on real slapd: the checker takes every one, must-change holds, and the opened sheet lets its holder in. */

import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Attribute, Change, Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { makePassword } from '../../../src/credentials/password.ts';
import { personKey } from '../../../src/model/account/key.ts';
import type { OrganizationFile } from '../../../src/model/directory/organization.ts';
import type { Creation } from '../../../src/model/plan/plan.ts';
import { prepareCredentials } from '../../../src/run/perform/seal.ts';
import { runDanhba } from '../../support/child.ts';
import { readSheets } from '../../support/sheets.ts';
import { bindResult, code, connect, personDn, personEntry, resultOf } from '../../support/slapd-fixture.ts';
import { readWorld } from '../../support/world.ts';

let slapd: Slapd;
let reconciler: Client;
let folder: string;
let count = 0;

beforeAll(async () => {
  slapd = await startSlapd();
  reconciler = await connect(slapd, slapd.reconciler);
  folder = await mkdtemp(join(tmpdir(), 'danhba-credentials-'));
});
afterAll(async () => {
  await reconciler?.unbind();
  await slapd?.stop();
  await rm(folder, { recursive: true, force: true });
});

const newId = () => `LC-${String(++count).padStart(6, '0')}`;

/** What the account's add carries besides the account: a password that must be changed (6.3). */
const issue = (id: string, userPassword: string, privileged: boolean) =>
  reconciler.add(
    personDn(slapd, id),
    personEntry(id, {
      userPassword,
      pwdReset: 'TRUE',
      ...(privileged && { pwdPolicySubentry: `cn=administrators,ou=policies,${slapd.baseDn}` }),
    }),
  );

describe('two hundred generated passwords', () => {
  it.each([
    ['users', 8, false],
    ['administrators', 10, true],
  ] as const)(
    'under the policy of %s pass the checker, bind, and must be changed',
    async (_, minLength, privileged) => {
      for (let i = 0; i < 200; i++) {
        const [id, password] = [newId(), makePassword(minLength)];
        await issue(id, password, privileged);
        const holder = new Client({ url: slapd.url });
        await holder.bind(personDn(slapd, id), password);
        expect(await resultOf(holder.search(personDn(slapd, id), { scope: 'base' }))).toBe(
          code.insufficientAccess,
        );
        await holder.unbind();
      }
    },
  );

  it('are taken for a reset too, after one another', async () => {
    const id = newId();
    await issue(id, makePassword(8), false);
    for (let i = 0; i < 20; i++) {
      const password = makePassword(8);
      const change = (type: string, value: string) =>
        new Change({ operation: 'replace', modification: new Attribute({ type, values: [value] }) });
      await reconciler.modify(personDn(slapd, id), [
        change('userPassword', password),
        change('pwdReset', 'TRUE'),
      ]);
      expect(await bindResult(slapd, personDn(slapd, id), password)).toBe(code.success);
    }
  });

  it('would be refused without the classes they have', async () => {
    const password = makePassword(8);
    for (const spoiled of [
      password.replaceAll('-', ''),
      password.replace(/[0-9]/g, ''),
      password.toLowerCase(),
    ]) {
      expect(await resultOf(issue(newId(), spoiled, false))).toBe(code.constraintViolation);
    }
  });
});

describe('from the key to the first login', () => {
  const danhba = (...args: string[]) => runDanhba(['credentials', ...args], { cwd: folder });
  let recipient: string;
  let file: string;
  let creations: readonly Creation[];
  let passwords: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const key = await danhba('key', '--out', 'identity.txt', '--lang', 'en');
    expect(key.code, key.err).toBe(0);
    recipient = /^credentialRecipients:\n {2}- (age1\w+)\n$/.exec(key.out)?.[1] ?? '';
    const { directory } = readWorld({
      sonv: `id: sonv\nname: Sở Nội vụ\nkind: provincial\nparent: ubnd\ncode: sonv\n${key.out}`,
    });
    const organizations: readonly OrganizationFile[] = directory.organizations;
    creations = [false, true].map((privileged) => {
      const id = newId();
      const key = personKey(id);
      const address = `${id.toLowerCase()}.sonv@laichau.gov.vn`;
      const account = {
        key,
        organization: 'sonv',
        name: 'Nguyễn Văn An',
        mailbox: true,
        address,
        privileged,
      };
      const why = { code: 'declared', clause: '6.1' } as const;
      const step = { id: `create ${key}`, key, why, wave: 0, after: [], credential: true } as const;
      return {
        ...step,
        kind: 'create',
        number: 1,
        account: { ...account, addresses: [address], locked: false },
      };
    });
    const options = { credentials: join(folder, 'credentials'), now: new Date() };
    const prepared = await prepareCredentials(creations, directory.policy, organizations, options);
    expect(prepared.failed).toEqual(new Map());
    expect(prepared.files).toHaveLength(1);
    file = prepared.files[0] as string;
    passwords = prepared.passwords;
    for (const { id, key, account } of creations) {
      await issue(key.replace('person:', ''), passwords.get(id) as string, account.privileged === true);
    }
  });

  it('the opened sheets have the passwords that bind', async () => {
    const opened = await danhba('open', file, '--identity', 'identity.txt', '--out', 'sheets.html');
    expect(opened, opened.err).toMatchObject({ code: 0, out: '', err: '' });
    expect((await stat(join(folder, 'sheets.html'))).mode & 0o777).toBe(0o600);
    const sheets = readSheets(await readFile(join(folder, 'sheets.html'), 'utf8'));
    expect(sheets.size).toBe(2);
    for (const { key, account } of creations) {
      const password = sheets.get(account.address ?? '') ?? '';
      expect(await bindResult(slapd, personDn(slapd, key.replace('person:', '')), password)).toBe(
        code.success,
      );
    }
    const printed = await danhba('open', file, '--identity', 'identity.txt');
    expect(readSheets(printed.out)).toEqual(sheets);
    await rm(join(folder, 'sheets.html'));
  });

  it('nothing on the disk has a password, but what was opened', async () => {
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(files.map((name) => name.slice(folder.length + 1)).sort()).toEqual([
      file.slice(folder.length + 1),
      'identity.txt',
    ]);
    for (const name of files) {
      const text = await readFile(name, 'latin1');
      for (const password of passwords.values()) expect(text.includes(password)).toBe(false);
    }
  });

  it('the identity is shown nowhere, and is not made over', async () => {
    const identity = /AGE-SECRET-KEY-1\w+/.exec(await readFile(join(folder, 'identity.txt'), 'utf8'))?.[0];
    const again = await danhba('key', '--out', 'identity.txt');
    expect(again.code).toBe(1);
    expect(again.err).toContain('[identity-exists]');
    const wrongs = await danhba('open', 'identity.txt', '--identity', 'identity.txt');
    expect(wrongs.err).toContain('[sealed-invalid]');
    for (const { out, err } of [again, wrongs]) expect(out + err).not.toContain(identity);
    expect(recipient).toMatch(/^age1\w{58}$/);
  });

  it.each([
    ['another key', 'sealed-for-others', async () => [file, await otherIdentity()]],
    ['no sealed file', 'sealed-unreadable', async () => ['none.html.age', 'identity.txt']],
    ['no identity', 'identity-unreadable', async () => [file, 'none.txt']],
    ['the file for the identity', 'identity-invalid', async () => [file, file]],
  ] as const)('with %s ends with 1 and says [%s]', async (_, expected, given) => {
    const [sealed, identity] = await given();
    const { code: exit, out, err } = await danhba('open', sealed as string, '--identity', identity as string);
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain(`[${expected}]`);
  });

  async function otherIdentity(): Promise<string> {
    const name = join(folder, `other-${++count}.txt`);
    expect((await danhba('key', '--out', name)).code).toBe(0);
    return name;
  }

  it('an opened file that cannot be written is told', async () => {
    const opened = await danhba(
      'open',
      file,
      '--identity',
      'identity.txt',
      '--out',
      'no-such-folder/sheets.html',
    );
    expect(opened.code).toBe(1);
    expect(opened.err).toContain('[file-unwritable]');
  });
});
