/**
 * Writes servers/openldap/config from the files of a new server, so that there is one truth.
 *
 *   npm run config-ldif          after each change of danhba.schema, slapd.conf, acl.conf or base.ldif
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderFiles, type Sources } from './files.ts';

const folder = join(import.meta.dirname, '../../servers/openldap');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

export const readSources = (): Sources => ({
  schema: read('danhba.schema'),
  conf: read('slapd.conf'),
  acl: read('acl.conf'),
  base: read('base.ldif'),
  adopterRules: read('adopter.conf'),
  adopter: read('adopter.ldif'),
  phoneRules: read('addressbook-phones.conf'),
});

if (import.meta.main) {
  for (const [name, text] of Object.entries(renderFiles(readSources()))) {
    writeFileSync(join(folder, 'config', name), text);
  }
}
