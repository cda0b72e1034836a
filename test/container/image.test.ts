/** What servers/containers.md promises of the image: the server all other tests know, and secrets, user, health, stop, volume, refusals. */
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from 'ldapts';
import { getContainerRuntimeClient, type StartedTestContainer, Wait } from 'testcontainers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  buildOpenldapImage,
  type ContainerOptions,
  describeOpenldapContainer,
  healthCheck,
  makePasswords,
  startOpenldapContainer,
} from '../../servers/launch/container.ts';
import { describeLdapContract } from '../contract/ldap-contract.ts';
import { type Engine, openEngine } from './engine.ts';

const baseDn = 'dc=laichau,dc=gov,dc=vn';
const passwords = makePasswords();
let engine: Engine | undefined;
let image: string;
const volumes: string[] = [];

beforeAll(async () => {
  engine = await openEngine();
  image = await buildOpenldapImage();
});
// With a container go its unnamed volumes; the named ones outlive it, as they should, until here.
afterAll(async () => {
  try {
    const { container } = await getContainerRuntimeClient();
    for (const volume of volumes) await container.dockerode.getVolume(volume).remove({ force: true });
  } finally {
    await engine?.stop();
  }
});

const nameVolume = (): string => {
  const name = `danhba-test-${randomUUID()}`;
  volumes.push(name);
  return name;
};

const inspect = async (id: string) => {
  const { container } = await getContainerRuntimeClient();
  return container.inspect(container.getById(id));
};

/** Runs `work` with a container, which is removed whatever happens. */
const withContainer = async (
  options: ContainerOptions,
  work: (started: Awaited<ReturnType<typeof startOpenldapContainer>>) => Promise<void>,
): Promise<void> => {
  const started = await startOpenldapContainer(image, options);
  try {
    await work(started);
  } finally {
    await started.container.stop();
  }
};

const withClient = async <T>(
  url: string,
  dn: string,
  password: string,
  work: (client: Client) => Promise<T>,
): Promise<T> => {
  const client = new Client({ url, timeout: 10_000 });
  try {
    await client.bind(dn, password);
    return await work(client);
  } finally {
    await client.unbind();
  }
};

/** What the start script says and its exit status, run as it is when a container of these options starts. */
const startIn = async (idle: StartedTestContainer, env: Readonly<Record<string, string>>) => {
  const { exitCode, output } = await idle.exec(['/bin/sh', '/usr/share/danhba-ldap/start.sh'], { env });
  return { exitCode, output };
};

/** A container that waits, for runs of the start script that must be refused. */
const withIdleContainer = async (
  options: ContainerOptions,
  work: (idle: StartedTestContainer) => Promise<void>,
): Promise<void> => {
  const idle = await describeOpenldapContainer(image, options)
    .withEntrypoint(['sleep', 'infinity'])
    .withWaitStrategy(Wait.forSuccessfulCommand('true'))
    .start();
  try {
    await work(idle);
  } finally {
    await idle.stop();
  }
};

describe('the image', () => {
  test('names files for secrets and holds none', async () => {
    const { container } = await getContainerRuntimeClient();
    const { Config } = await container.dockerode.getImage(image).inspect();
    const secrets = Config.Env!.filter((line) => /PASSWORD/.test(line));
    expect(secrets).toHaveLength(6);
    for (const line of secrets) expect(line).toMatch(/^[A-Z]+_PASSWORD_FILE=\/run\/secrets\/[a-z]+$/);
  });

  test('runs slapd as process 1 under an unprivileged user who cannot change programs and templates', async () => {
    await withContainer({ passwords }, async ({ container }) => {
      const { output } = await container.exec([
        'sh',
        '-c',
        'cat /proc/1/comm; id -u; ls /var/lib/danhba-ldap/run',
      ]);
      // Neither a password nor the hashes for the first load are left lying about.
      expect(output.trim().split('\n')).toEqual(['slapd', '1389', 'slapd.args', 'slapd.pid']);
      for (const file of ['/usr/share/danhba-ldap/acl.conf', '/usr/lib/ldap/pwcheck.so', '/usr/sbin/slapd']) {
        const write = await container.exec(['sh', '-c', `test -e ${file} && ! test -w ${file}`]);
        expect(write.exitCode, file).toBe(0);
      }
      expect(JSON.stringify(await inspect(container.getId()))).not.toContain(passwords.root);
    });
  });

  test('is healthy only when it serves the suffix it was told to', async () => {
    await withContainer({ passwords }, async (started) => {
      const { Config } = await inspect(started.container.getId());
      expect(Config.Healthcheck?.Test).toEqual(['CMD', ...healthCheck]);
      expect((await started.container.exec(healthCheck)).exitCode).toBe(0);
      const other = await started.container.exec(healthCheck, { env: { BASE_DN: 'dc=example,dc=org' } });
      expect(other.exitCode).not.toBe(0);
    });
  });

  test('serves another province by BASE_DN and DOMAIN', async () => {
    const other = 'dc=dienbien,dc=vn';
    const environment = { BASE_DN: other, DOMAIN: 'dienbien.gov.vn' };
    await withContainer({ passwords, environment }, async ({ url }) => {
      await withClient(url, `cn=reconciler,ou=services,${other}`, passwords.reconciler, async (client) => {
        const entry = (ou: string, address: string) => ({
          objectClass: ['organizationalUnit', 'danhbaAccount'],
          danhbaKey: `organization:${ou}`,
          danhbaState: 'active',
          danhbaAddress: address,
        });
        const dn = (ou: string): string => `ou=${ou},ou=organizations,${other}`;
        await client.add(dn('a'), entry('a', 'a@dienbien.gov.vn'));
        await expect(client.add(dn('b'), entry('b', 'b@dienbien.vn'))).rejects.toThrow(/0x13/);
      });
    });
  });
});

describe('the volume', () => {
  const sentinel = `cn=sentinel,ou=danhba,${baseDn}`;
  const reconciler = `cn=reconciler,ou=services,${baseDn}`;
  const countSentinels = (url: string): Promise<number> =>
    withClient(url, reconciler, passwords.reconciler, async (client) => {
      const { searchEntries } = await client.search(baseDn, { filter: '(cn=sentinel)' });
      return searchEntries.length;
    });
  const addSentinel = (url: string): Promise<void> =>
    withClient(url, reconciler, passwords.reconciler, (client) =>
      client.add(sentinel, {
        objectClass: 'danhbaSentinel',
        danhbaProvince: 'laichau.gov.vn',
        danhbaCount: '0',
      }),
    );

  test('keeps the data when a container stops in good order and another takes over', async () => {
    const volume = nameVolume();
    const { container, url } = await startOpenldapContainer(image, { passwords, volume });
    await addSentinel(url);
    const stopped = await container.stop({ remove: false, timeout: 10_000 });
    try {
      expect(await text(await container.logs())).toContain('slapd stopped.');
      expect((await inspect(container.getId())).State.ExitCode).toBe(0);
    } finally {
      const client = await getContainerRuntimeClient();
      await client.container.getById(stopped.getId()).remove({ v: true });
    }

    const indexed = '/var/lib/danhba-ldap/db/indexed';
    await withContainer({ passwords, volume }, async (second) => {
      expect(await countSentinels(second.url)).toBe(1);
      // As one that an image with other indexes leaves, interrupted while it was indexing.
      const older = `echo > ${indexed}; mkdir /var/lib/danhba-ldap/db/indexing`;
      expect((await second.container.exec(['sh', '-c', older])).exitCode).toBe(0);
    });
    await withContainer({ passwords, volume }, async (third) => {
      expect(await countSentinels(third.url)).toBe(1);
      const { output } = await third.container.exec(['sh', '-c', `ls ${dirname(indexed)}; cat ${indexed}`]);
      expect(output).toContain('index cn,displayName eq,sub,approx\n');
      expect(output).not.toContain('indexing');
    });
    await withIdleContainer({ passwords, volume }, async (idle) => {
      const { exitCode, output } = await startIn(idle, { BASE_DN: 'dc=example,dc=org' });
      expect(output).toContain('The volume holds another tree: dc=laichau');
      expect(exitCode).toBe(64);
    });
  });

  test('is loaded again when the first load was interrupted, and only then', async () => {
    const volume = nameVolume();
    await withContainer({ passwords, volume }, async ({ container, url }) => {
      await addSentinel(url);
      const mark = await container.exec(['touch', '/var/lib/danhba-ldap/db/loading']);
      expect(mark.exitCode).toBe(0);
    });
    await withContainer({ passwords, volume }, async ({ url }) => {
      expect(await countSentinels(url)).toBe(0);
      await addSentinel(url);
    });
    // Neither the secrets of the first load nor a mark: what is there is served.
    await withContainer({ passwords: { root: passwords.root }, volume }, async ({ url }) => {
      expect(await countSentinels(url)).toBe(1);
    });
  });
});

test('a start that was not told rightly is refused with a word of why', async () => {
  const guessable = { ...passwords, reconciler: 'Laichau@123' };
  await withIdleContainer({ passwords: guessable }, async (idle) => {
    for (const [env, words] of [
      [{ BASE_DN: 'o=laichau|g' }, 'BASE_DN must be made of dc=… parts'],
      [{ BASE_DN: `${baseDn}\nrootpw x` }, 'BASE_DN must be made of dc=… parts'],
      [{ DOMAIN: 'laichau gov' }, 'DOMAIN is not a mail domain'],
      [{ DOMAIN: 'laichau.gov.vn\nx|g' }, 'DOMAIN is not a mail domain'],
      [{ MAX_SIZE: '1G' }, 'MAX_SIZE must be a number of bytes'],
      [{ ROOT_PASSWORD_FILE: '/run/secrets/none' }, 'ROOT_PASSWORD_FILE names a file that cannot be read'],
      [{}, 'RECONCILER_PASSWORD_FILE: the password must have at least 24 characters'],
    ] as const) {
      const { exitCode, output } = await startIn(idle, env);
      expect(output).toContain(words);
      expect(output).not.toContain(guessable.reconciler);
      expect(exitCode, words).toBe(64);
    }
    const { output } = await idle.exec(['ls', '/var/lib/danhba-ldap/db']);
    expect(output).toBe('');
  });
});

describeLdapContract('container', async () => {
  const { container, url } = await startOpenldapContainer(image, { passwords });
  const account = (name: 'planner' | 'reconciler') => ({
    dn: `cn=${name},ou=services,${baseDn}`,
    password: passwords[name],
  });
  return {
    url,
    baseDn,
    planner: account('planner'),
    reconciler: account('reconciler'),
    root: { dn: `cn=admin,${baseDn}`, password: passwords.root },
    stop: async () => void (await container.stop()),
  };
});
