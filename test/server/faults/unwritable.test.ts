/** Servers that take no changes, on real slapd: a replica tells where the main server is, a read-only database says so; nothing is done. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { committee } from '../../support/faults-fixture.ts';
import { edit, remove, type Served, startProvider, startReplica } from '../../support/replica-fixture.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { type Certificates, makeCertificates } from '../../support/tls.ts';
import { organizationText } from '../../support/world.ts';

let certificates: Certificates;
let provider: Served;
let replica: Served;
let work: Workplace | undefined;

beforeAll(async () => {
  certificates = await makeCertificates();
  provider = await startProvider(certificates);
  replica = await startReplica(provider, certificates, 'read');
});
afterAll(async () => {
  await remove(replica, provider);
  await certificates.remove();
  await work?.remove();
});

/** Applies to this server, as the reconciler of the provider: a replica has copied its password. */
async function applyTo({ url, ca, baseDn, directory }: Served) {
  const authority = join(directory, 'authority.pem');
  await writeFile(authority, ca);
  const { dn: bindDn, passwordFile } = provider.accounts.reconciler;
  const server = { url, baseDn, bindDn, passwordFile, environment: { DANHBA_LDAP_CA_FILE: authority } };
  await work?.remove();
  work = await makeWorkplace(server, { ubnd: committee, sokx: organizationText('sokx', []) });
  try {
    return await work.apply();
  } finally {
    await rm(authority);
  }
}

it('a replica tells where the main server is, in its own words', async () => {
  await expect(applyTo(replica)).rejects.toMatchObject({
    code: 'ldap-read-only',
    message: expect.stringContaining(`Referral (10): ${provider.url}`),
  });
});

it('a database that is set to read only says so', async () => {
  await provider.process().stop();
  await edit(provider, (text) => text.replace(/^database mdb$/m, 'database mdb\nreadonly on'));
  await provider.again();
  await expect(applyTo(provider)).rejects.toMatchObject({
    code: 'ldap-read-only',
    message: expect.stringContaining('UnwillingToPerformError (53): operation restricted'),
  });
});
