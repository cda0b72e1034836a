/** The embedded server's file: what was acknowledged survives a kill at any moment, damage is an error, never a loss. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'ldapts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DirectoryServer, startDirectoryServer } from '../../src/demo/ldap/server.ts';
import type { ExpectedError } from '../../src/model/errors.ts';
import { change, setPassword } from '../contract/bench.ts';

const baseDn = 'dc=laichau,dc=gov,dc=vn';
const reconciler = {
  dn: `cn=reconciler,ou=services,${baseDn}`,
  password: 'secret',
  role: 'reconciler',
} as const;
const root = { dn: `cn=admin,${baseDn}`, password: 'root' } as const;
const personDn = (i: number): string => `uid=LC-${i},ou=people,${baseDn}`;
const person = (i: number): Record<string, string | string[]> => ({
  objectClass: ['inetOrgPerson', 'danhbaAccount'],
  cn: 'Nguyễn Văn An',
  sn: 'Nguyễn',
  danhbaKey: `person:LC-${i}`,
  danhbaState: 'active',
  danhbaAddress: `an${i}@laichau.gov.vn`,
});

let folder: string;
let file: string;
let count = 0;

const start = (accounts: readonly (typeof reconciler)[] = [reconciler]): Promise<DirectoryServer> =>
  startDirectoryServer({ baseDn, file, accounts, root });

const bound = async (url: string, account: typeof reconciler | typeof root = reconciler): Promise<Client> => {
  const client = new Client({ url, timeout: 10_000 });
  await client.bind(account.dn, account.password);
  return client;
};

/** Does something on a server that keeps `file`, and stops it. */
const session = async <T>(act: (client: Client, admin: Client) => Promise<T>): Promise<T> => {
  const server = await start();
  const client = await bound(server.url);
  const admin = await bound(server.url, root);
  try {
    return await act(client, admin);
  } finally {
    await admin.unbind();
    await client.unbind();
    await server.stop();
  }
};

const everything = (client: Client): Promise<unknown[]> =>
  client.search(baseDn, { attributes: ['*', '+'] }).then(({ searchEntries }) => searchEntries);

const failure = async (starting: Promise<DirectoryServer>): Promise<ExpectedError> => {
  try {
    await (await starting).stop();
  } catch (thrown) {
    return thrown as ExpectedError;
  }
  throw new Error('it started');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-journal-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => {
  file = join(folder, `tree-${++count}`);
});

describe('restart', () => {
  test('everything is as it was, operational attributes and passwords too', async () => {
    const before = await session(async (client, admin) => {
      for (let i = 0; i < 5; i++) await client.add(personDn(i), person(i));
      await client.modify(personDn(1), change('replace', 'title', 'Trưởng phòng'));
      await admin.modifyDN(personDn(2), 'uid=renamed');
      await admin.del(personDn(3));
      await setPassword(client, personDn(4), 'Tuy-Nhien-2026');
      return everything(client);
    });
    const server = await start();
    const client = await bound(server.url);
    expect(await everything(client)).toEqual(before);
    await client.bind(personDn(4), 'Tuy-Nhien-2026');
    await client.unbind();
    await server.stop();
    expect(await readFile(file, 'utf8')).not.toContain('Tuy-Nhien-2026');
  });

  test('a new entry gets an id of its own after the last was deleted', async () => {
    await session(async (client, admin) => {
      await client.add(personDn(1), person(1));
      await admin.del(personDn(1));
      await client.add(personDn(2), person(2));
    });
    const found = await session(async (client) => {
      await client.add(personDn(3), person(3));
      return everything(client);
    });
    expect(JSON.stringify(found)).toContain('person:LC-2');
    expect(JSON.stringify(found)).toContain('person:LC-3');
  });

  test('the password of a service account is the one given at the last start', async () => {
    await session(everything);
    const server = await start([{ ...reconciler, password: 'another' as 'secret' }]);
    await expect(bound(server.url)).rejects.toThrow();
    await server.stop();
  });

  test('a file full of history is written anew, and smaller', async () => {
    await session(async (client) => {
      await client.add(personDn(1), person(1));
      for (let i = 0; i < 1100; i++) await client.modify(personDn(1), change('replace', 'title', `t${i}`));
    });
    const before = (await readFile(file)).length;
    const found = await session(everything);
    expect(JSON.stringify(found)).toContain('t1099');
    expect((await readFile(file)).length).toBeLessThan(before / 10);
  });
});

describe('a server that is killed', () => {
  const program = `
    import { startDirectoryServer } from ${JSON.stringify(new URL('../../src/demo/ldap/server.ts', import.meta.url).href)};
    const [file, options] = process.argv.slice(1);
    const server = await startDirectoryServer({ ...JSON.parse(options), file });
    console.log(server.url);
  `;

  const spawnServer = (): Promise<{ child: ChildProcess; url: string }> =>
    new Promise((resolve, reject) => {
      const options = JSON.stringify({ baseDn, accounts: [reconciler] });
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, file, options], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child.once('exit', (code) => reject(new Error(`server ended: ${code}`)));
      child.stdout!.once('data', (line) => resolve({ child, url: String(line).trim() }));
    });

  test.each([40, 120, 300])('keeps all it acknowledged (killed after %i answers)', async (answers) => {
    const { child, url } = await spawnServer();
    const gone = new Promise((resolve) => child.once('close', resolve));
    const client = await bound(url);
    const acknowledged: number[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      for (;;) {
        const i = next++;
        await client.add(personDn(i), person(i));
        acknowledged.push(i);
        if (acknowledged.length === answers) child.kill('SIGKILL');
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: 16 }, work));
    expect(ended.every(({ status }) => status === 'rejected')).toBe(true);
    await gone;
    const kept = await session(async (again) => {
      const { searchEntries } = await again.search(`ou=people,${baseDn}`, {
        scope: 'one',
        attributes: ['uid'],
      });
      return new Set(searchEntries.map(({ uid }) => String(uid)));
    });
    expect(acknowledged.length).toBeGreaterThanOrEqual(answers);
    expect(acknowledged.filter((i) => !kept.has(`LC-${i}`))).toEqual([]);
    // Requests on their way at the moment of the kill may be there or not, others never.
    expect(kept.size).toBeLessThanOrEqual(next);
  });

  test('in the middle of a write: the cut line, never acknowledged, goes; the rest stays and can be written to', async () => {
    const before = await session(async (client) => {
      await client.add(personDn(1), person(1));
      return everything(client);
    });
    const whole = await readFile(file);
    const line = whole.subarray(whole.lastIndexOf('\n', -2) + 1, -1);
    for (const cut of [1, 9, line.length]) {
      await writeFile(file, Buffer.concat([whole, line.subarray(0, cut)]));
      await writeFile(`${file}.lock`, '999999999');
      expect(await session(everything), `${cut}`).toEqual(before);
    }
    await session((client) => client.add(personDn(2), person(2)));
    expect(JSON.stringify(await session(everything))).toContain('person:LC-2');
  });

  test('in the middle of rewriting the file: the old one is used', async () => {
    const before = await session(everything);
    await writeFile(`${file}.new`, 'half a snap');
    expect(await session(everything)).toEqual(before);
  });
});

describe('damage', () => {
  const fill = (): Promise<void> =>
    session(async (client) => {
      for (let i = 0; i < 5; i++) await client.add(personDn(i), person(i));
    });

  test('a file cut off without a kill is refused, with the line and a way out', async () => {
    await fill();
    const whole = await readFile(file);
    for (const missing of [1, 2, 50]) {
      await writeFile(file, whole);
      await truncate(file, whole.length - missing);
      const error = await failure(start());
      expect(error.code).toBe('demo-file-damaged');
      expect(error.message).toContain(`${file}:${String(whole).split('\n').length - 1}: `);
      expect(error.hint).toMatch(/restore a copy/);
    }
  });

  test('an empty file is refused', async () => {
    await writeFile(file, '');
    expect((await failure(start())).code).toBe('demo-file-damaged');
  });

  test('any changed byte is noticed', async () => {
    await fill();
    const whole = await readFile(file);
    for (let i = 0; i < 60; i++) {
      const at = Math.floor((i / 60) * whole.length);
      const bytes = Buffer.from(whole);
      bytes[at] = bytes[at]! ^ 1;
      await writeFile(file, bytes);
      expect((await failure(start())).code, `byte ${at}`).toBe('demo-file-damaged');
    }
  });

  test('a line that is missing, doubled or moved is noticed, after a kill too', async () => {
    await fill();
    const lines = (await readFile(file, 'utf8')).split('\n');
    const changed = [
      lines.toSpliced(4, 1),
      lines.toSpliced(4, 0, lines[4]!),
      [...lines.slice(0, 4), lines[5]!, lines[4]!, ...lines.slice(6)],
    ];
    for (const some of changed) {
      await writeFile(file, some.join('\n'));
      await writeFile(`${file}.lock`, '999999999');
      expect((await failure(start())).code).toBe('demo-file-damaged');
    }
  });

  test('a file of another tree is refused', async () => {
    await fill();
    const other = startDirectoryServer({ baseDn: 'dc=example,dc=org', file, accounts: [] });
    expect((await failure(other)).code).toBe('demo-file-other');
  });

  test('a file in use is refused, and free again afterwards', async () => {
    const server = await start();
    expect((await failure(start())).code).toBe('demo-file-in-use');
    await server.stop();
    await (await start()).stop();
  });
});

describe('options', () => {
  test('a port that is taken is an error that names it', async () => {
    const server = await startDirectoryServer({ baseDn, accounts: [] });
    const port = Number(new URL(server.url).port);
    const error = await failure(startDirectoryServer({ baseDn, port, accounts: [] }));
    expect(error.code).toBe('demo-ldap-port');
    expect(error.message).toContain(String(port));
    await server.stop();
    await server.stop();
  });

  test('a base that is no DN, and an account elsewhere than below ou=services, are refused', async () => {
    expect((await failure(startDirectoryServer({ baseDn: 'laichau', accounts: [] }))).code).toBe(
      'demo-ldap-option',
    );
    const stray = { ...reconciler, dn: `cn=reconciler,${baseDn}` };
    expect((await failure(startDirectoryServer({ baseDn, accounts: [stray] }))).code).toBe(
      'demo-ldap-option',
    );
  });
});
