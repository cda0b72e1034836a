/** The outside servers of a run: the directory, and the mail server where one is set. Opened, and closed in any case. */
import { readAllowedReplicas, readDoveadmSettings, readLdapSettings } from '../config.ts';
import { type MailServer, openDovecot } from '../dovecot/mail-server.ts';
import { type Connection, connect, explainOperation } from '../ldap/connect/connect.ts';
import type { Tree } from '../ldap/profile.ts';
import { type ReplicaAccess, readReplicas } from '../ldap/read/replicas.ts';
import type { Io } from '../process/io.ts';
import { renderOutage } from '../render/run/outage.ts';

export interface Servers {
  readonly connection: Connection;
  /** Absent where DANHBA_DOVEADM_URL is not set: the mail part is left out. */
  readonly mail?: MailServer;
  /** Reads what replicas recorded of logins, with the account of the connection; absent where none can be asked. */
  readonly readReplicas?: (
    named: readonly string[],
    main: Connection,
    tree: Tree,
    now: Date,
  ) => Promise<ReplicaAccess>;
}

/** Runs `use` with an authenticated connection and closes it, whatever happens. */
export async function withServers<T>(io: Io, use: (servers: Servers) => Promise<T>): Promise<T> {
  const doveadm = readDoveadmSettings(io.environment);
  // Settings that cannot be used are told before anything is done.
  const mail = doveadm === undefined ? undefined : openDovecot(doveadm);
  try {
    const settings = { ...readLdapSettings(io.environment), ...(io.pace && { pace: io.pace }) };
    const connection = await connect(settings, (news) =>
      io.err(renderOutage(settings.url, news, io.language)),
    );
    try {
      const allowed = readAllowedReplicas(io.environment);
      return await use({
        connection,
        ...(mail && { mail }),
        readReplicas: async (named, main, tree, now) =>
          await readReplicas(named, { main, allowed, settings, tree, now }),
      });
    } catch (thrown) {
      throw explainOperation(thrown, connection);
    } finally {
      await connection.close();
    }
  } finally {
    mail?.close();
  }
}
