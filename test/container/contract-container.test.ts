/** The contract on the image of servers/openldap: what runs in a container is the server that all other tests know. */
import { afterAll, beforeAll } from 'vitest';
import { buildOpenldapImage, makePasswords, startOpenldapContainer } from '../../servers/launch/container.ts';
import { describeLdapContract } from '../contract/ldap-contract.ts';
import { type Engine, openEngine } from './engine.ts';

let engine: Engine | undefined;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine?.stop());

describeLdapContract('container', async () => {
  const image = await buildOpenldapImage();
  const passwords = makePasswords();
  const baseDn = 'dc=laichau,dc=gov,dc=vn';
  const { container, url } = await startOpenldapContainer(image, { passwords });
  const account = (name: 'planner' | 'reconciler') => ({
    dn: `cn=${name},ou=services,${baseDn}`,
    password: passwords[name],
  });
  return {
    url,
    baseDn,
    planner: account('planner'),
    reconciler: account('reconciler'),
    root: { dn: `cn=admin,${baseDn}`, password: passwords.root },
    stop: async () => void (await container.stop()),
  };
});
