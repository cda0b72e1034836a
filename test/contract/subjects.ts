/** The two servers of the contract, fresh, with the shipped base tree: a real slapd, and the embedded one. */
import { readFile } from 'node:fs/promises';
import { startSlapd } from '../../servers/launch/slapd.ts';
import { startDirectoryServer } from '../../src/embedded/server.ts';
import type { Account, Subject } from './bench.ts';

const baseDn = 'dc=laichau,dc=gov,dc=vn';

const readAccount = async (account: { dn: string; passwordFile: string }): Promise<Account> => ({
  dn: account.dn,
  password: await readFile(account.passwordFile, 'utf8'),
});

export const startSlapdSubject = async (): Promise<Subject> => {
  const slapd = await startSlapd({ baseDn });
  const [planner, reconciler, mailserver, root] = await Promise.all(
    [slapd.planner, slapd.reconciler, slapd.mailserver, slapd.root].map(readAccount),
  );
  return {
    url: slapd.url,
    baseDn,
    planner: planner!,
    reconciler: reconciler!,
    mailserver: mailserver!,
    root: root!,
    stop: () => slapd.stop(),
  };
};

export const startEmbeddedSubject = async (): Promise<Subject> => {
  const planner = { dn: `cn=planner,ou=services,${baseDn}`, password: 'planner-embedded' };
  const reconciler = { dn: `cn=reconciler,ou=services,${baseDn}`, password: 'reconciler-embedded' };
  const root = { dn: `cn=admin,${baseDn}`, password: 'root-embedded' };
  const server = await startDirectoryServer({
    baseDn,
    accounts: [
      { ...planner, role: 'planner' },
      { ...reconciler, role: 'reconciler' },
    ],
    root,
  });
  return { ...server, planner, reconciler, root };
};
