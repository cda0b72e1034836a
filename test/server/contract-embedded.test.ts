/** The contract on the embedded server. */
import { startDirectoryServer } from '../../src/demo/ldap/server.ts';
import { describeLdapContract } from '../contract/ldap-contract.ts';

const baseDn = 'dc=laichau,dc=gov,dc=vn';
const planner = { dn: `cn=planner,ou=services,${baseDn}`, password: 'planner-embedded' };
const reconciler = { dn: `cn=reconciler,ou=services,${baseDn}`, password: 'reconciler-embedded' };

describeLdapContract('embedded server', async () => {
  const server = await startDirectoryServer({
    baseDn,
    accounts: [
      { ...planner, role: 'planner' },
      { ...reconciler, role: 'reconciler' },
    ],
  });
  return { ...server, planner, reconciler };
});
