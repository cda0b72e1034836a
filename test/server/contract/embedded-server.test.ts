/** What the embedded server promises beyond slapd: order of answers, bounds, options that are checked, a clock of its own, and speed. */
import { connect as connectSocket } from 'node:net';
import { Attribute, BerReader, BindRequest, Client, FilterParser, SearchRequest } from 'ldapts';
import { afterEach, describe, expect, test } from 'vitest';
import { type DirectoryServer, startDirectoryServer } from '../../../src/embedded/server.ts';
import type { ExpectedError } from '../../../src/model/problems/errors.ts';
import { type Bench, change, codeOf, openBench, setPassword } from '../../contract/bench.ts';
import { measureWork } from '../../support/work.ts';

const baseDn = 'dc=laichau,dc=gov,dc=vn';
const planner = { dn: `cn=planner,ou=services,${baseDn}`, password: 'p', role: 'planner' } as const;
const reconciler = { dn: `cn=reconciler,ou=services,${baseDn}`, password: 'r', role: 'reconciler' } as const;
const root = { dn: `cn=admin,${baseDn}`, password: 'a' };

let clock = new Date('2026-03-02T00:00:00Z');
let server: DirectoryServer;
let bench: Bench;

const open = async (): Promise<Bench> => {
  clock = new Date('2026-03-02T00:00:00Z');
  server = await startDirectoryServer({ baseDn, accounts: [planner, reconciler], root, now: () => clock });
  bench = await openBench({ ...server, planner, reconciler, root });
  return bench;
};

const pass = (seconds: number): void => {
  clock = new Date(clock.getTime() + seconds * 1000);
};

afterEach(async () => {
  await bench.close();
  await server.stop();
});

describe('answers', () => {
  test('come in the order of the requests', async () => {
    await open();
    const socket = connectSocket(Number(new URL(server.url).port), '127.0.0.1');
    const filter = FilterParser.parseString('(objectClass=*)');
    const search = (messageId: number, scope: 'base' | 'sub'): Buffer =>
      new SearchRequest({ messageId, baseDN: baseDn, scope, filter, attributes: ['1.1'] }).write();
    const requests = Array.from({ length: 40 }, (_, i) => search(i + 2, i % 2 === 0 ? 'sub' : 'base'));
    socket.write(Buffer.concat([new BindRequest({ messageId: 1, ...planner }).write(), ...requests]));
    const ids: number[] = [];
    let bytes = Buffer.alloc(0);
    for await (const chunk of socket) {
      bytes = Buffer.concat([bytes, chunk as Buffer]);
      for (;;) {
        const reader = new BerReader(bytes);
        if (bytes.length < 2 || reader.readSequence() === null || reader.remain < reader.length) break;
        const end = reader.offset + reader.length;
        ids.push(reader.readInt()!);
        bytes = bytes.subarray(end);
      }
      if (ids.at(-1) === 41 && ids.filter((id) => id === 41).length === 2) break;
    }
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(new Set(ids).size).toBe(41);
  });

  test('are whole at every size around the length forms of BER', async () => {
    await open();
    for (const size of [
      100, 127, 128, 250, 255, 256, 32_768, 65_279, 65_400, 65_535, 65_536, 70_000, 600_000,
    ]) {
      const person = await bench.addPerson({ title: 'x'.repeat(size) });
      expect((await bench.read(person.dn, ['title']))?.title?.[0]?.length).toBe(size);
    }
  });

  test('wait for a client that does not read them, and others are served meanwhile', async () => {
    await open();
    await Promise.all(Array.from({ length: 200 }, () => bench.addPerson({ title: 'x'.repeat(5000) })));
    const slow = connectSocket(Number(new URL(server.url).port), '127.0.0.1');
    slow.pause();
    const filter = FilterParser.parseString('(objectClass=*)');
    const search = (messageId: number): Buffer =>
      new SearchRequest({ messageId, baseDN: baseDn, scope: 'sub', filter }).write();
    slow.write(
      Buffer.concat([
        new BindRequest({ messageId: 1, ...planner }).write(),
        ...Array.from({ length: 100 }, (_, i) => search(i + 2)),
      ]),
    );
    const memory = process.memoryUsage().rss;
    expect(await bench.read(baseDn)).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, 200));
    // A hundred answers of 1 MB each are not all made before the first is read.
    expect(process.memoryUsage().rss - memory).toBeLessThan(60_000_000);
    let received = 0;
    slow.resume();
    for await (const chunk of slow) {
      received += (chunk as Buffer).length;
      if (received > 100_000_000) break;
    }
    expect(received).toBeGreaterThan(100_000_000);
  });
});

describe('bounds', () => {
  test('a request above 4 MiB ends its connection only', async () => {
    await open();
    const client = new Client({ url: server.url });
    await client.bind(reconciler.dn, reconciler.password);
    const huge = new Attribute({ type: 'title', values: ['x'.repeat(5 * 1024 * 1024)] });
    await expect(client.add(`uid=x,ou=people,${baseDn}`, [huge])).rejects.toThrow(
      /closed|EPIPE|ECONNRESET|error/i,
    );
    expect(await bench.read(baseDn)).toBeDefined();
  });
});

describe('an operation danhba never sends', () => {
  test('ends its connection with a notice, and no other', async () => {
    await open();
    const client = await bench.connect(root);
    const other = await bench.connect(planner);
    const person = await bench.addPerson();
    await expect(client.modifyDN(person.dn, 'uid=other')).rejects.toThrow();
    await expect((await bench.connect(root)).compare(person.dn, 'cn', 'x')).rejects.toThrow();
    expect((await bench.read(person.dn, ['uid']))?.uid).toEqual([person.id]);
    expect(await codeOf(other.search(baseDn, { scope: 'base' }))).toBe(0);
  });
});

describe('options', () => {
  const failure = async (options: Partial<Parameters<typeof startDirectoryServer>[0]>) => {
    const thrown = await startDirectoryServer({ baseDn, accounts: [], ...options }).then(
      () => undefined,
      (error: unknown) => error as ExpectedError,
    );
    return { code: thrown?.code, message: thrown?.message };
  };

  test('a port that is taken is an error that names it', async () => {
    await open();
    const { port } = new URL(server.url);
    const { code, message } = await failure({ port: Number(port) });
    expect(code).toBe('demo-ldap-port');
    expect(message).toContain(port);
    // Stopped once more after each test.
    await server.stop();
  });

  test('a base that is no DN, and an account elsewhere than below ou=services, are refused', async () => {
    await open();
    expect((await failure({ baseDn: 'laichau' })).code).toBe('demo-ldap-option');
    const stray = { ...reconciler, dn: `cn=reconciler,${baseDn}` };
    expect((await failure({ accounts: [stray] })).code).toBe('demo-ldap-option');
  });
});

describe('time', () => {
  const good = 'Tuy-Nhien-2026';
  const login = async (dn: string, password = good): Promise<number> =>
    codeOf((await bench.connect()).bind(dn, password));

  test('a password older than its policy allows is refused, and is no access (4.2, 8.1)', async () => {
    await open();
    const person = await bench.addPerson();
    await setPassword(bench.reconciler, person.dn, good);
    pass(180 * 86_400);
    expect(await login(person.dn)).toBe(0);
    const before = await bench.read(person.dn, ['authTimestamp']);
    pass(2 * 86_400);
    expect(await login(person.dn)).toBe(49);
    expect(await bench.read(person.dn, ['authTimestamp'])).toEqual(before);
  });

  test('the last access moves once an hour at most', async () => {
    await open();
    const person = await bench.addPerson();
    await setPassword(bench.reconciler, person.dn, good);
    const access = async (): Promise<string | undefined> => {
      expect(await login(person.dn)).toBe(0);
      return (await bench.read(person.dn, ['authTimestamp']))?.authTimestamp?.[0];
    };
    expect(await access()).toBe('20260302000000Z');
    pass(3599);
    expect(await access()).toBe('20260302000000Z');
    pass(1);
    expect(await access()).toBe('20260302010000Z');
  });

  test('a lock after ten failures ends by itself, and old failures are forgotten', async () => {
    await open();
    const person = await bench.addPerson();
    await setPassword(bench.reconciler, person.dn, good);
    for (let i = 0; i < 10; i++, pass(1)) expect(await login(person.dn, `wrong-${i}`)).toBe(49);
    expect(await login(person.dn)).toBe(49);
    pass(900);
    expect(await login(person.dn)).toBe(0);
    for (let i = 0; i < 9; i++, pass(1)) await login(person.dn, `wrong-${i}`);
    pass(901);
    await login(person.dn, 'wrong');
    expect(await login(person.dn)).toBe(0);
  });

  test('failures within one tick of the clock are counted one by one', async () => {
    await open();
    const person = await bench.addPerson();
    await setPassword(bench.reconciler, person.dn, 'Tuy-Nhien-2026');
    const login = async (password: string): Promise<number> =>
      codeOf((await bench.connect()).bind(person.dn, password));
    for (let i = 0; i < 10; i++) expect(await login(`wrong-${i}`)).toBe(49);
    expect(await login('Tuy-Nhien-2026')).toBe(49);
  });

  test('a lock by pwdEndTime begins at its time', async () => {
    await open();
    const person = await bench.addPerson();
    await setPassword(bench.reconciler, person.dn, good);
    await bench.reconciler.modify(person.dn, change('replace', 'pwdEndTime', '20260302010000Z'));
    expect(await login(person.dn)).toBe(0);
    pass(3600);
    expect(await login(person.dn)).toBe(49);
  });
});

describe('speed', () => {
  test('10,000 entries, 16 in flight; then paged reads and 2,000 searches by key', async () => {
    await open();
    let left = 10_000;
    const keys: string[] = [];
    const work = async (): Promise<void> => {
      while (left-- > 0) keys.push((await bench.addPerson()).key);
    };
    const time = async (act: () => Promise<unknown>): Promise<number> => {
      const worked = measureWork();
      await act();
      return worked();
    };
    const adding = await time(() => Promise.all(Array.from({ length: 16 }, work)));
    let found = 0;
    const reading = await time(async () => {
      const pages = bench.planner.searchPaginated(`ou=people,${baseDn}`, {
        attributes: ['*', 'entryUUID'],
        paged: { pageSize: 1000 },
      });
      for await (const page of pages) found += page.searchEntries.length;
    });
    const finding = await time(async () => {
      for (const key of keys.slice(0, 2000)) {
        await bench.planner.search(baseDn, {
          filter: `(&(objectClass=danhbaAccount)(danhbaKey=${key}))`,
          attributes: ['1.1'],
        });
      }
    });
    expect(found).toBe(10_001);
    // Several times what they take: a bound against what is quadratic, not a benchmark.
    expect(adding).toBeLessThan(20_000);
    expect(reading).toBeLessThan(6_000);
    expect(finding).toBeLessThan(6_000);
  });
});
