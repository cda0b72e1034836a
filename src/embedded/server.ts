/** The embedded LDAP server: OpenLDAP's behaviour as far as danhba relies on it, on loopback, without installing anything. */
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import type { ContainerNames } from '../model/account/places.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { baseEntries, domainOf, type PlainEntry, serviceEntry } from './base-tree.ts';
import { serveConnection } from './connection.ts';
import { type Directory, type Role, stampCreated } from './directory.ts';
import { hashPassword } from './policy/password-hash.ts';
import { knownType } from './schema/attribute-types.ts';
import { type Dn, parentOf, parseDn } from './schema/dn.ts';
import { type Entry, storedAttribute } from './store/entry.ts';
import { makeTree, type Tree } from './store/tree.ts';

export interface ServiceAccount {
  readonly dn: string;
  readonly password: string;
  readonly role: Role;
}

export interface DirectoryServerOptions {
  /** Suffix of the tree, made of dc parts: they name the mail domain too. */
  readonly baseDn: string;
  /** What the containers of accounts are called; absent: ou=people and ou=organizations. */
  readonly containers?: ContainerNames | undefined;
  /** TCP port on 127.0.0.1; 0 or absent: any free one. */
  readonly port?: number;
  /** Accounts directly below ou=services. */
  readonly accounts: readonly ServiceAccount[];
  /** slapd's rootdn, for preparing tests: passes every rule, policy and constraint. Absent: there is none. */
  readonly root?: { readonly dn: string; readonly password: string };
  /** The clock of timestamps, ages and locks; default: the machine's. */
  readonly now?: () => Date;
}

export interface DirectoryServer {
  /** `ldap://127.0.0.1:PORT` */
  readonly url: string;
  readonly baseDn: string;
  /** Ends all connections, and the tree with them. May be called again. */
  readonly stop: () => Promise<void>;
}

const wrongOption = (what: string): ExpectedError => new ExpectedError('demo-ldap-option', { what });

const readDn = (text: string): Dn => {
  const dn = parseDn(text);
  if (!dn.ok || dn.value.rdns.length === 0) throw wrongOption(`DN: ${text}`);
  return dn.value;
};

const makeEntry = (tree: Tree, plain: PlainEntry, now: Date): Entry => {
  const pairs = Object.entries(plain.attributes).map(
    ([name, values]) => [name, storedAttribute(knownType(name), values)] as const,
  );
  const structural = plain.attributes.objectClass!.find((name) => !['top', 'dcObject'].includes(name))!;
  const attributes = stampCreated(new Map(pairs), structural, { kind: 'anonymous' }, now);
  return { id: tree.newId(), dn: readDn(plain.dn), attributes };
};

const installAccount = (tree: Tree, account: ServiceAccount, now: Date): void => {
  const dn = readDn(account.dn);
  if (parentOf(dn)?.key !== `ou=services,${tree.suffix.key}` || !dn.key.startsWith('cn=')) {
    throw wrongOption(`cn=…,ou=services ≠ ${account.dn}`);
  }
  tree.put(makeEntry(tree, serviceEntry(tree.suffix, dn, hashPassword(account.password)), now));
};

/** danhbaAddress of the shipped constraint overlay: lower case, in the province's domain. */
const makeAddressPattern = (suffix: Dn): RegExp => {
  const domain = domainOf(suffix).replaceAll('.', '[.]');
  return new RegExp(`^[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@${domain}$`);
};

const makeDirectory = (options: DirectoryServerOptions): Directory => {
  const suffix = readDn(options.baseDn);
  const tree = makeTree(suffix);
  const now = options.now ?? (() => new Date());
  const { containers = {} } = options;
  for (const plain of baseEntries(suffix, containers)) tree.put(makeEntry(tree, plain, now()));
  for (const account of options.accounts) installAccount(tree, account, now());
  return {
    tree,
    containers,
    now,
    roles: new Map(options.accounts.map(({ dn, role }) => [readDn(dn).key, role])),
    addressPattern: makeAddressPattern(suffix),
    ...(options.root && {
      root: { dn: readDn(options.root.dn), passwordHash: hashPassword(options.root.password) },
    }),
  };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (thrown: NodeJS.ErrnoException) =>
      reject(new ExpectedError('demo-ldap-port', { port, cause: thrown.code ?? '' }, { cause: thrown })),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/**
 * Starts the server; it answers when the promise resolves.
 * Throws ExpectedError where an option is wrong or the port is taken.
 */
export const startDirectoryServer = async (options: DirectoryServerOptions): Promise<DirectoryServer> => {
  const directory = makeDirectory(options);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serveConnection(socket, directory);
  });
  const port = await listen(server, options.port ?? 0);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    return closed;
  };
  return {
    url: `ldap://127.0.0.1:${port}`,
    baseDn: directory.tree.suffix.text,
    stop: () => (stopping ??= stop()),
  };
};
