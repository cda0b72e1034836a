// A replica of a server that was there already: with the first sections of docs/adopt.md it follows through all the others.

import { Client } from 'ldapts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oldPassword, readers } from '../../support/existing-people.ts';
import { type ExistingSlapd, startExistingSlapd, steps } from '../../support/existing-slapd.ts';
import { until } from '../../support/mail.ts';
import { readSecret } from '../../support/run.ts';
import { personEntry } from '../../support/slapd-fixture.ts';

let provider: ExistingSlapd;
let replica: ExistingSlapd;

const configure = (server: ExistingSlapd, ldif: string) =>
  server.applyStep({ name: 'configuration', script: `config <<'END'\n${ldif}END\n`, sets: '' });
const bound = async ({ url, root }: ExistingSlapd): Promise<Client> => {
  const client = new Client({ url });
  await client.bind(root.dn, await readSecret(root.passwordFile));
  return client;
};
const read = async (client: Client) => {
  const { searchEntries } = await client.search(provider.baseDn, {
    attributes: ['danhbaKey', 'userPassword'],
  });
  return searchEntries.sort((a, b) => (a.dn < b.dn ? -1 : 1));
};

beforeAll(async () => {
  [provider, replica] = await Promise.all([startExistingSlapd(), startExistingSlapd({ bare: true })]);
  const modules = (...names: readonly string[]) =>
    names
      .map(
        (name) =>
          `dn: cn=module{0},cn=config\nchangetype: modify\nadd: olcModuleLoad\nolcModuleLoad: ${name}\n\n`,
      )
      .join('');
  await configure(
    provider,
    `${modules('syncprov')}dn: olcOverlay=syncprov,olcDatabase={1}mdb,cn=config\nchangetype: add\nobjectClass: olcOverlayConfig\nobjectClass: olcSyncProvConfig\nolcOverlay: syncprov\n`,
  );
  await configure(replica, modules('memberof'));
});
afterAll(async () => {
  await replica?.stop();
  await provider?.stop();
});

test('replicas first, then the provider: the copy stays whole', async () => {
  const last = steps.findIndex(({ name }) => name === 'Modules');
  for (const step of steps.slice(0, last + 1)) await replica.applyStep(step);
  // A new replica is empty.
  const here = await bound(replica);
  await here.del(replica.baseDn);
  await configure(
    replica,
    `dn: olcDatabase={1}mdb,cn=config\nchangetype: modify\nadd: olcSyncrepl\nolcSyncrepl: rid=001 provider=${provider.url} searchbase="${provider.baseDn}" type=refreshAndPersist retry="1 +" bindmethod=simple binddn="${readers.backup}" credentials=${oldPassword}\n`,
  );
  for (const step of steps) await provider.applyStep(step);

  const there = await bound(provider);
  await there.add(
    `uid=LC-000001,ou=people,${provider.baseDn}`,
    personEntry('LC-000001', { userPassword: 'x' }),
  );
  const wanted = await read(there);
  expect(wanted).toHaveLength(514);
  await until(async () => (await read(here)).length === wanted.length);
  expect(await read(here)).toEqual(wanted);
  expect(wanted.filter(({ danhbaKey }) => danhbaKey === 'person:LC-000001')).toHaveLength(1);
  await Promise.all([there.unbind(), here.unbind()]);
});
