/** The shipped Dovecot over a private slapd for the tests of src/mail, and a relay before its HTTP API that can fail. */
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'ldapts';
import { type Dovecot, startDovecot } from '../../servers/launch/dovecot.ts';
import { type Slapd, startSlapd } from '../../servers/launch/slapd.ts';
import type { TlsCertificate } from '../../servers/launch/tls.ts';
import { type Doveadm, openDoveadm } from '../../src/dovecot/connect/doveadm.ts';
import { readBothSides } from '../../src/dovecot/store/mailbox.ts';
import { until } from './mail.ts';

export const password = 'Mua-xuan-2026';

export interface MailStore {
  readonly slapd: Slapd;
  readonly dovecot: Dovecot;
  readonly apiKey: string;
  readonly doveadm: Doveadm;
  /** Bound as the reconciler. */
  readonly ldap: Client;
  /** Passes every rule: writes what danhba never would. */
  readonly root: Client;
  stop(): Promise<void>;
}

export async function startMailStore(): Promise<MailStore> {
  const slapd = await startSlapd();
  const dovecot = await startDovecot({ slapd });
  const apiKey = await readFile(dovecot.apiKeyFile, 'utf8');
  const doveadm = openDoveadm({ url: dovecot.doveadmUrl, apiKey });
  const ldap = new Client({ url: slapd.url });
  await ldap.bind(slapd.reconciler.dn, await readFile(slapd.reconciler.passwordFile, 'utf8'));
  const root = new Client({ url: slapd.url });
  await root.bind(slapd.root.dn, await readFile(slapd.root.passwordFile, 'utf8'));
  return {
    slapd,
    dovecot,
    apiKey,
    doveadm,
    ldap,
    root,
    async stop() {
      doveadm.close();
      await ldap.unbind();
      await root.unbind();
      await dovecot.stop();
      await slapd.stop();
    },
  };
}

/** Dovecot's names of as many new people, LC-<first> and on, who can log in as `<name>@laichau.gov.vn`. */
export async function addPeople(
  { ldap, slapd }: MailStore,
  first: number,
  count: number,
): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, index) => `LC-${String(first + index).padStart(6, '0')}`);
  for (const id of ids) {
    const mail = mailOf(id);
    await ldap.add(`uid=${id},ou=people,${slapd.baseDn}`, {
      objectClass: ['inetOrgPerson', 'danhbaAccount'],
      cn: 'Nguyễn Văn An',
      sn: 'Nguyễn',
      danhbaKey: `person:${id}`,
      danhbaState: 'active',
      mail,
      danhbaAddress: mail,
      ...(count < 10 && { userPassword: password }),
    });
  }
  return ids.map((id) => `${id}@people`);
}

export const mailOf = (id: string) => `${id.split('@')[0]?.toLowerCase()}@laichau.gov.vn`;

/** As a server would be whose namespace shows something else than the archive. */
const otherNamespace = `
namespace archive {
  location = maildir:~/elsewhere
}
`;

/** Runs `work` while the running server shows no archives. */
export async function withoutArchive(
  { dovecot, doveadm }: MailStore,
  user: string,
  work: () => Promise<void>,
): Promise<void> {
  const file = join(dovecot.directory, 'local.conf');
  const shipped = await readFile(file, 'utf8');
  const reload = async (text: string, wanted: 'read' | 'failed') => {
    await writeFile(file, text);
    await doveadm.call([{ name: 'reload', parameters: {} }], { batch: 1 });
    const isSo = await until(async () => (await readBothSides(doveadm, user)).result === wanted);
    if (!isSo) throw new Error(`Dovecot does not take the change: ${wanted}`);
  };
  await reload(shipped + otherNamespace, 'failed');
  await work();
  await reload(shipped, 'read');
}

/** What the relay does with a request instead of passing it on. */
export type Deed = 'cut' | 'unavailable' | 'garbage' | 'silence' | 'not-found' | 'pass';

export interface Relay {
  readonly url: string;
  /** The bodies of all requests since the last `watch`. */
  readonly bodies: readonly string[];
  /** Forgets the requests, and decides about each to come by its body and its number from 1. */
  watch(decide?: (body: string, number: number) => Deed): void;
  stop(): Promise<void>;
}

export async function startRelay(target: string, certificate?: TlsCertificate): Promise<Relay> {
  let bodies: string[] = [];
  let decide = (_body: string, _number: number): Deed => 'pass';
  const handle = async (incoming: IncomingMessage, answer: ServerResponse) => {
    const body = Buffer.concat(await incoming.toArray()).toString('utf8');
    bodies.push(body);
    switch (decide(body, bodies.length)) {
      case 'cut':
        return void incoming.socket.destroy();
      case 'unavailable':
        return void answer.writeHead(502).end('<html>');
      case 'not-found':
        return void answer.writeHead(404).end();
      case 'garbage':
        return void answer.end('[["doveadmResponse",[{"a":');
      case 'silence':
        return;
      case 'pass': {
        const headers = {
          authorization: incoming.headers.authorization ?? '',
          'content-type': 'application/json',
        };
        const passed = request(target, { method: 'POST', headers }, (response) => {
          answer.writeHead(response.statusCode ?? 500);
          response.pipe(answer);
        });
        passed.on('error', () => answer.destroy());
        passed.end(body);
      }
    }
  };
  const listener = (incoming: IncomingMessage, answer: ServerResponse) => void handle(incoming, answer);
  const server =
    certificate === undefined
      ? createServer(listener)
      : createSecureServer({ key: certificate.key, cert: certificate.certificate }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const scheme = certificate === undefined ? 'http' : 'https';
  return {
    url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get bodies() {
      return bodies;
    },
    watch(next = () => 'pass') {
      bodies = [];
      decide = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
