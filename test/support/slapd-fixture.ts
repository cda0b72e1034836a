// What the tests of the reference server have in common: logging in, result codes, entries as danhba writes them (without
// the naming attribute, which the server takes from the name).

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Attribute, Change, Client, ResultCodeError } from 'ldapts';
import { type Account, type Slapd, slapdCommand } from '../../servers/launch/slapd.ts';
import { type Supervised, startSupervised } from '../../servers/launch/supervised.ts';

/** LDAP result codes (RFC 4511, appendix A) that the tests expect by name. */
export const code = {
  success: 0,
  adminLimitExceeded: 11,
  undefinedAttributeType: 17,
  constraintViolation: 19,
  noSuchObject: 32,
  invalidCredentials: 49,
  insufficientAccess: 50,
  objectClassViolation: 65,
} as const;

/** A password that keeps every rule of 4.1. */
export const goodPassword = 'Mua-xuan-2026';

export async function connect(slapd: Pick<Slapd, 'url'>, account: Account): Promise<Client> {
  const client = new Client({ url: slapd.url });
  await client.bind(account.dn, await readFile(account.passwordFile, 'utf8'));
  return client;
}

/** Serves the folder of a server that is gone, at the same address; ready when the promise resolves. */
export async function serveAgain(slapd: Slapd): Promise<Supervised> {
  const server = startSupervised({
    command: slapdCommand(slapd.directory, slapd.url),
    logFile: join(slapd.directory, 'again.log'),
  });
  for (let attempt = 0; ; attempt++) {
    try {
      await (await connect(slapd, slapd.root)).unbind();
      return server;
    } catch (thrown) {
      if (attempt === 300 || !server.isRunning()) throw new Error(await server.readLog(), { cause: thrown });
      await sleep(10);
    }
  }
}

/** The result code of an operation, 0 when it succeeded. */
export async function resultOf(operation: Promise<unknown>): Promise<number> {
  try {
    await operation;
    return code.success;
  } catch (error) {
    if (error instanceof ResultCodeError) return error.code;
    throw error;
  }
}

/** The result code of logging in, on a connection of its own. */
export async function bindResult(slapd: Slapd, dn: string, password: string): Promise<number> {
  const client = new Client({ url: slapd.url });
  try {
    return await resultOf(client.bind(dn, password));
  } finally {
    await client.unbind();
  }
}

export function replace(type: string, ...values: string[]): Change {
  return new Change({ operation: 'replace', modification: new Attribute({ type, values }) });
}

export const personDn = (slapd: Pick<Slapd, 'baseDn'>, id: string) => `uid=${id},ou=people,${slapd.baseDn}`;
export const organizationDn = (slapd: Slapd, id: string) => `ou=${id},ou=organizations,${slapd.baseDn}`;
export const sentinelDn = (slapd: Slapd) => `cn=sentinel,ou=danhba,${slapd.baseDn}`;

export function personEntry(id: string, extra: Record<string, string | string[]> = {}) {
  const address = `${id.toLowerCase()}.sotttt@laichau.gov.vn`;
  return {
    objectClass: ['inetOrgPerson', 'danhbaAccount'],
    cn: 'Nguyễn Văn An',
    sn: 'Nguyễn',
    givenName: 'An',
    danhbaKey: `person:${id}`,
    danhbaState: 'active',
    danhbaOrganization: 'sotttt',
    danhbaSince: '20260504000000Z',
    mail: address,
    danhbaAddress: address,
    ...extra,
  };
}

export function organizationEntry(id: string, extra: Record<string, string | string[]> = {}) {
  return {
    objectClass: ['organizationalUnit', 'danhbaAccount'],
    displayName: 'Sở Thông tin và Truyền thông',
    danhbaKey: `organization:${id}`,
    danhbaState: 'active',
    mail: `${id}@laichau.gov.vn`,
    danhbaAddress: `${id}@laichau.gov.vn`,
    ...extra,
  };
}

export const sentinelEntry = {
  objectClass: 'danhbaSentinel',
  danhbaProvince: 'laichau.gov.vn',
  danhbaCount: '0',
};

/** The server's process, from its pid file. */
export async function readPid(directory: string): Promise<number> {
  return Number((await readFile(join(directory, 'run/slapd.pid'), 'utf8')).trim());
}

/** Waits until something is so; false after `seconds`. */
export async function eventually(isSo: () => boolean, seconds = 60): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (isSo()) return true;
    await sleep(20);
  }
  return isSo();
}

export const processExists = (pid: number) => existsSync(`/proc/${pid}`);
