// A provider and its replicas on loopback, over TLS, each with the shipped configuration.

import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'ldapts';
import { type Instance, prepareInstance } from '../../servers/launch/instance.ts';
import { findFreePort } from '../../servers/launch/port.ts';
import { slapdCommand } from '../../servers/launch/slapd.ts';
import { type Supervised, startSupervised } from '../../servers/launch/supervised.ts';
import { writeForServer } from '../../servers/launch/template.ts';
import type { LdapSettings } from '../../src/ldap/connect/settings.ts';
import { asForwarder, asProvider, asReplica, type Edit, replicaAccounts } from './replica-lines.ts';
import { goodPassword, personEntry } from './slapd-fixture.ts';
import type { Certificates } from './tls.ts';

export interface Served extends Instance {
  /** `ldaps://127.0.0.1:PORT` */
  readonly url: string;
  /** `ldap://127.0.0.1:PORT`, which takes no password before StartTLS. */
  readonly plainUrl: string;
  /** The authority of its certificate, PEM. */
  readonly ca: string;
  readonly process: () => Supervised;
  /** Serves the folder again, with whatever was changed in it. */
  readonly again: () => Promise<void>;
}

export const people = ['LC-000001', 'LC-000002', 'LC-000003'] as const;
export const dnOf = ({ baseDn }: Served, id: string) => `uid=${id},ou=people,${baseDn}`;

/** A provider with three people who have never logged in, and the accounts of its replicas. */
export async function startProvider(certificates: Certificates): Promise<Served> {
  const instance = await prepare(certificates);
  await edit(instance, await asProvider());
  const provider = await serve(instance);
  await asRoot(provider, async (client) => {
    for (const [dn, attributes] of await replicaAccounts()) await client.add(dn, attributes);
    for (const id of people) {
      await client.add(dnOf(provider, id), personEntry(id, { userPassword: goodPassword }));
    }
    await client.add(`cn=sentinel,ou=danhba,${provider.baseDn}`, {
      objectClass: 'danhbaSentinel',
      cn: 'sentinel',
      danhbaProvince: provider.domain,
      danhbaCount: String(people.length),
    });
  });
  return provider;
}

/** A replica of this kind, its configuration changed by `change`; it has copied everything when the promise resolves. */
export async function startReplica(
  provider: Served,
  certificates: Certificates,
  kind: 'read' | 'forward' = 'read',
  change: Edit = (text) => text,
): Promise<Served> {
  const instance = await prepare(certificates);
  await empty(instance);
  const lines =
    kind === 'read'
      ? await asReplica(provider.url)
      : await asForwarder(provider.url, provider.plainUrl, instance.directory);
  await edit(instance, (text) => change(lines(text)));
  const replica = await serve(instance);
  await caughtUp(provider, replica);
  return replica;
}

async function prepare(certificates: Certificates): Promise<Instance> {
  const directory = await mkdtemp(join(tmpdir(), 'danhba-replica-'));
  // For slapd's own user to get in.
  await chmod(directory, 0o755);
  const instance = await prepareInstance({ directory, tls: certificates.good });
  const authority = join(directory, 'tls/ca.pem');
  await mkdir(join(directory, 'tls'));
  await writeForServer(authority, await readFile(certificates.authority, 'utf8'), instance.owner);
  const tls = `TLSCACertificateFile "${authority}"\nsecurity simple_bind=128\n`;
  await edit(instance, (text) => `${tls}${text}`);
  return instance;
}

/** Takes away all that a server that is not running has. */
export async function empty({ directory }: Instance): Promise<void> {
  const database = join(directory, 'db');
  for (const name of await readdir(database)) await rm(join(database, name));
}

/** Changes a file of the configuration; slapd reads it when it starts. */
export async function edit(instance: Instance, change: Edit, name = 'slapd.conf'): Promise<void> {
  const file = join(instance.directory, name);
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** Somebody else may take a port between its choice and the start: then others are chosen. */
async function serve(instance: Instance, tries = 5): Promise<Served> {
  try {
    return await serveOnce(instance);
  } catch (thrown) {
    if (tries === 1 || !String(thrown).includes('Address already in use')) throw thrown;
    return await serve(instance, tries - 1);
  }
}

async function serveOnce(instance: Instance): Promise<Served> {
  const url = `ldaps://127.0.0.1:${await findFreePort()}`;
  const plainUrl = `ldap://127.0.0.1:${await findFreePort()}`;
  const ca = await readFile(join(instance.directory, 'tls/ca.pem'), 'utf8');
  let server: Supervised | undefined;
  const process = () => server as Supervised;
  const served: Served = { ...instance, url, plainUrl, ca, process, again };
  async function again() {
    server = startSupervised({
      command: slapdCommand(instance.directory, `${url} ${plainUrl}`, instance.owner?.name),
      logFile: join(instance.directory, 'slapd.log'),
    });
    await until(async () => {
      if (!process().isRunning()) throw new Error(await process().readLog());
      return await asRoot(served, async () => true).catch(() => false);
    });
  }
  await again();
  return served;
}

/** Ends the servers and removes what they left. */
export async function remove(...servers: readonly (Served | undefined)[]): Promise<void> {
  for (const server of servers) {
    await server?.process().stop();
    if (server) await rm(server.directory, { recursive: true, force: true });
  }
}

/** The planner's settings for the provider. */
export async function plannerAt({ url, ca, accounts }: Served): Promise<LdapSettings> {
  const { dn, passwordFile } = accounts.planner;
  return { url, ca, bindDn: dn, password: await readFile(passwordFile, 'utf8') };
}

/** Does something bound as somebody; throws where the server refuses. */
export async function bound<T>(
  { url, ca }: Served,
  dn: string,
  password: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ url, tlsOptions: { ca }, timeout: 20_000, connectTimeout: 5_000 });
  try {
    await client.bind(dn, password);
    return await work(client);
  } finally {
    await client.unbind();
  }
}

export async function asRoot<T>(server: Served, work: (client: Client) => Promise<T>): Promise<T> {
  const { dn, passwordFile } = server.accounts.root;
  return await bound(server, dn, await readFile(passwordFile, 'utf8'), work);
}

export async function logIn(server: Served, id: string): Promise<void> {
  await bound(server, dnOf(server, id), goodPassword, async () => undefined);
}

const looked = ['authTimestamp', 'entryUUID', 'entryCSN', 'contextCSN', 'title'] as const;

/** What a server has of an entry, without the attributes that are not there. */
export async function look(
  server: Served,
  dn: string,
): Promise<Partial<Record<(typeof looked)[number], string>>> {
  const { searchEntries } = await asRoot(server, (client) =>
    client.search(dn, { scope: 'base', attributes: [...looked] }),
  );
  const entry = searchEntries[0] ?? {};
  return Object.fromEntries(
    Object.entries(entry).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** Waits until the replica has every change of the provider. */
export async function caughtUp(provider: Served, replica: Served): Promise<void> {
  const { contextCSN = '' } = await look(provider, provider.baseDn);
  await until(async () => {
    const there = await look(replica, provider.baseDn).catch(() => undefined);
    // The provider may have gone on meanwhile.
    return (there?.contextCSN ?? '') >= contextCSN;
  });
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; !(await isSo()); attempt++) {
    if (attempt === 500) throw new Error('it does not come so far');
    await sleep(20);
  }
}
