// Builds the image of servers/openldap and starts containers of it, on whatever engine testcontainers finds.

import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GenericContainer, type StartedTestContainer, Wait } from 'testcontainers';

const context = fileURLToPath(new URL('../openldap/', import.meta.url));
const port = 1389;
/** The command of the image's HEALTHCHECK. Engines without systemd do not run it by themselves. */
export const healthCheck = ['/bin/sh', '/usr/share/danhba-ldap/health.sh'];

/** Names of the accounts that exist from the beginning; each is also the name of its secret. */
const accountNames = ['root', 'planner', 'reconciler', 'mailserver', 'passwordpage', 'addressbook'] as const;
type AccountName = (typeof accountNames)[number];

/** How to run one container. */
export interface ContainerOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Passwords by account; an account left out has no secret mounted. */
  readonly passwords?: Readonly<Partial<Record<AccountName, string>>>;
  /** Name of the volume for the data; absent: one of its own, removed with the container. */
  readonly volume?: string;
}

/** A running container and how to get in. */
export interface OpenldapContainer {
  readonly container: StartedTestContainer;
  /** `ldap://HOST:PORT`, where HOST is not always this machine's loopback. */
  readonly url: string;
}

/** New random passwords for all accounts. */
export function makePasswords(): Record<AccountName, string> {
  const entries = accountNames.map((name) => [name, randomBytes(24).toString('base64url')] as const);
  return Object.fromEntries(entries) as Record<AccountName, string>;
}

/**
 * Builds the image, or takes the one that was built of the same files; gives its name.
 *
 * The name carries a digest of the files: testcontainers reports a failed build by the image's absence only, so that
 * an older image of the same name would be taken for the result.
 *
 * @throws Error when the build fails; with DEBUG=testcontainers:build in the environment the engine's words are shown.
 */
export async function buildOpenldapImage(): Promise<string> {
  const files = await readdir(context, { recursive: true, withFileTypes: true });
  const digest = createHash('sha256');
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  for (const path of paths.sort()) digest.update(path.slice(context.length)).update(await readFile(path));
  const image = `localhost/danhba-openldap:${digest.digest('hex').slice(0, 16)}`;
  await GenericContainer.fromDockerfile(context, 'Containerfile').build(image, { deleteOnExit: false });
  return image;
}

/** A container that is described but does not run yet. */
export function describeOpenldapContainer(image: string, options: ContainerOptions): GenericContainer {
  const container = new GenericContainer(image)
    .withExposedPorts(port)
    .withEnvironment({ ...options.environment })
    .withCopyContentToContainer(
      Object.entries(options.passwords ?? {}).map(([name, content]) => ({
        content,
        target: `/run/secrets/${name}`,
        mode: 0o444,
      })),
    );
  if (options.volume === undefined) return container;
  return container.withBindMounts([{ source: options.volume, target: '/var/lib/danhba-ldap/db' }]);
}

/**
 * Starts a container; by the image's own health check it is ready when the promise resolves.
 *
 * @throws Error when it ends instead, or is not healthy in a minute.
 */
export async function startOpenldapContainer(
  image: string,
  options: ContainerOptions,
): Promise<OpenldapContainer> {
  const container = await describeOpenldapContainer(image, options)
    .withWaitStrategy(Wait.forSuccessfulCommand(healthCheck.join(' ')))
    .withStartupTimeout(60_000)
    .start();
  return { container, url: `ldap://${container.getHost()}:${container.getMappedPort(port)}` };
}
