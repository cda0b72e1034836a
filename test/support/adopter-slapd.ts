/** A server with the account of an adoption, added as servers/README.md says: its rules right before the shipped ones. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'ldapts';
import { type Account, type Slapd, startSlapd } from '../../servers/launch/slapd.ts';
import { containerWords, renderTemplate } from '../../servers/launch/template.ts';
import { connect, goodPassword, readPid, serveAgain } from './slapd-fixture.ts';

export interface AdopterSlapd {
  readonly slapd: Slapd;
  readonly root: Client;
  readonly adopter: Account;
  readonly stop: () => Promise<void>;
}

export async function startAdopterSlapd(): Promise<AdopterSlapd> {
  const slapd = await startSlapd();
  const first = await connect(slapd, slapd.root);
  const { baseDn, domain } = slapd;
  const words = {
    BASE: baseDn,
    ...containerWords(slapd.containers),
    DOMAIN: domain,
    DOMAIN_PATTERN: domain.replaceAll('.', '[.]'),
  };
  const rules = await renderTemplate('openldap/adopter.conf', words);
  const file = join(slapd.directory, 'acl.conf');
  await writeFile(file, `${rules}\n\n${await readFile(file, 'utf8')}`);
  const ldif = await renderTemplate('openldap/adopter.ldif', { ...words, ADOPTER_HASH: goodPassword });
  const values: Record<string, string[]> = {};
  for (const line of ldif.split('\n')) {
    const [, type = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
    if (type !== '' && type !== 'dn') values[type] = [...(values[type] ?? []), value];
  }
  const adopter: Account = {
    dn: `cn=adopter,ou=services,${baseDn}`,
    passwordFile: join(slapd.directory, 'adopter'),
  };
  await writeFile(adopter.passwordFile, goodPassword);
  await first.add(adopter.dn, values);
  process.kill(await readPid(slapd.directory), 'SIGKILL');
  await slapd.exited;
  const again = await serveAgain(slapd);
  const root = await connect(slapd, slapd.root);
  return {
    slapd,
    root,
    adopter,
    stop: async () => {
      await root.unbind();
      await again.stop();
      await slapd.stop();
    },
  };
}
