/** The embedded LDAP server: OpenLDAP's behaviour as far as danhba relies on it, on loopback, without installing anything. */

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { ExpectedError } from '../../model/errors.ts';
import { baseEntries, domainOf, type PlainEntry, serviceEntry } from './base-tree.ts';
import { serveConnection } from './connection.ts';
import { type Directory, type Role, stampCreated } from './directory.ts';
import { hashPassword, verifyPassword } from './policy/password-hash.ts';
import { knownType } from './schema/attribute-types.ts';
import { type Dn, parentOf, parseDn } from './schema/dn.ts';
import { allValues, type Entry, storedAttribute, withValues } from './store/entry.ts';
import { lockFile } from './store/file-lock.ts';
import { type Journal, noJournal, openJournal } from './store/journal.ts';
import { makeTree, type Tree } from './store/tree.ts';

export interface ServiceAccount {
  readonly dn: string;
  readonly password: string;
  readonly role: Role;
}

export interface DirectoryServerOptions {
  /** Suffix of the tree, made of dc parts: they name the mail domain too. */
  readonly baseDn: string;
  /** TCP port on 127.0.0.1; 0 or absent: any free one. */
  readonly port?: number;
  /** Keeps the tree in this file from one start to the next; absent: in memory only. */
  readonly file?: string;
  /** Accounts directly below ou=services; on a kept tree their passwords are set anew. */
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
  /** Ends all connections; everything acknowledged is in the file. May be called again. */
  readonly stop: () => Promise<void>;
}

const wrongOption = (message: string): ExpectedError => new ExpectedError('demo-ldap-option', message);

const readDn = (text: string): Dn => {
  const dn = parseDn(text);
  if (!dn.ok || dn.value.rdns.length === 0) throw wrongOption(`Không phải DN / not a DN: ${text}`);
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

/** Makes the account's entry, or renews the password of the one that is there. */
const installAccount = (directory: Directory, account: ServiceAccount): void => {
  const { tree } = directory;
  const dn = readDn(account.dn);
  if (parentOf(dn)?.key !== `ou=services,${tree.suffix.key}` || !dn.key.startsWith('cn=')) {
    throw wrongOption(`Tài khoản phải là cn=…,ou=services / must be cn=…,ou=services: ${account.dn}`);
  }
  const entry = tree.find(dn.key);
  if (entry === undefined) {
    const plain = serviceEntry(tree.suffix, dn, hashPassword(account.password));
    directory.commit({ put: [makeEntry(tree, plain, directory.now())], remove: [] });
  } else if (
    !allValues(entry.attributes, 'userPassword').some((hash) => verifyPassword(account.password, hash))
  ) {
    const attributes = withValues(entry.attributes, 'userPassword', [hashPassword(account.password)]);
    directory.commit({ put: [{ ...entry, attributes }], remove: [] });
  }
};

/** danhbaAddress of the shipped constraint overlay: lower case, in the province's domain. */
const makeAddressPattern = (suffix: Dn): RegExp => {
  const domain = domainOf(suffix).replaceAll('.', '[.]');
  return new RegExp(`^[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@${domain}$`);
};

const openDirectory = (
  options: DirectoryServerOptions,
  killed: boolean,
): { directory: Directory; journal: Journal } => {
  const suffix = readDn(options.baseDn);
  const tree = makeTree(suffix);
  const now = options.now ?? (() => new Date());
  const fill = (): void => {
    for (const plain of baseEntries(suffix)) tree.put(makeEntry(tree, plain, now()));
  };
  if (options.file === undefined) fill();
  const journal = options.file === undefined ? noJournal : openJournal(options.file, tree, killed, fill);
  const directory: Directory = {
    tree,
    now,
    roles: new Map(options.accounts.map(({ dn, role }) => [readDn(dn).key, role])),
    addressPattern: makeAddressPattern(suffix),
    ...(options.root && {
      root: { dn: readDn(options.root.dn), passwordHash: hashPassword(options.root.password) },
    }),
    commit: (commit) => {
      journal.record(commit);
      for (const entry of commit.remove) tree.remove(entry);
      for (const entry of commit.put) tree.put(entry);
    },
  };
  for (const account of options.accounts) installAccount(directory, account);
  journal.settle();
  return { directory, journal };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (thrown: NodeJS.ErrnoException) =>
      reject(
        new ExpectedError(
          'demo-ldap-port',
          `Không mở được cổng ${port} trên 127.0.0.1 / cannot listen on 127.0.0.1:${port}: ${thrown.code}`,
          undefined,
          { cause: thrown },
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/**
 * Starts the server; it answers when the promise resolves.
 * Throws ExpectedError where an option is wrong, the port is taken, or the file is damaged or in use.
 */
export const startDirectoryServer = async (options: DirectoryServerOptions): Promise<DirectoryServer> => {
  const lock = options.file === undefined ? undefined : lockFile(options.file);
  try {
    const { directory, journal } = openDirectory(options, lock?.leftBehind === true);
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      serveConnection(socket, directory, journal.settle);
    });
    const port = await listen(server, options.port ?? 0).catch((thrown: unknown) => {
      journal.close();
      throw thrown;
    });
    let stopping: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
      journal.settle();
      journal.close();
      lock?.release();
    };
    return {
      url: `ldap://127.0.0.1:${port}`,
      baseDn: directory.tree.suffix.text,
      stop: () => (stopping ??= stop()),
    };
  } catch (thrown) {
    lock?.release();
    throw thrown;
  }
};
