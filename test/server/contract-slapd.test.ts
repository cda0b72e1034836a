/** The contract on a real slapd with the shipped configuration: where the two differ, slapd is right. */
import { readFile } from 'node:fs/promises';
import { startSlapd } from '../../servers/launch/slapd.ts';
import type { Account } from '../contract/bench.ts';
import { describeLdapContract } from '../contract/ldap-contract.ts';

const readAccount = async (account: { dn: string; passwordFile: string }): Promise<Account> => ({
  dn: account.dn,
  password: await readFile(account.passwordFile, 'utf8'),
});

describeLdapContract('slapd', async () => {
  const slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const planner = await readAccount(slapd.planner);
  const reconciler = await readAccount(slapd.reconciler);
  return { url: slapd.url, baseDn: slapd.baseDn, planner, reconciler, stop: () => slapd.stop() };
});
