/** The contract on a server that was there already, with overlays of danhba's among its own, after the sections of docs/adopt.md. */
import { Client } from 'ldapts';
import { describeLdapContract } from '../../contract/ldap-contract.ts';
import { startExistingSlapd, steps } from '../../support/existing-slapd.ts';
import { readSecret } from '../../support/run.ts';

describeLdapContract('an existing server', async () => {
  const server = await startExistingSlapd({ bare: true });
  for (const step of steps) await server.applyStep(step);
  const account = async ({ dn, passwordFile }: { readonly dn: string; readonly passwordFile: string }) => ({
    dn,
    password: await readSecret(passwordFile),
  });
  // The contract counts the policies of a new server.
  const root = await account(server.root);
  const client = new Client({ url: server.url });
  await client.bind(root.dn, root.password);
  await client.del(`cn=before,ou=policies,${server.baseDn}`);
  await client.unbind();
  return {
    url: server.url,
    baseDn: server.baseDn,
    planner: await account(server.planner),
    reconciler: await account(server.reconciler),
    mailserver: await account(server.mailserver),
    root,
    stop: server.stop,
  };
});
