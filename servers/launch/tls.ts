// What a private OpenLDAP instance needs to speak TLS: its certificate and key beside its configuration.

import { join } from 'node:path';
import type { Owner } from './owner.ts';
import { writeForServer } from './template.ts';

/** PEM texts; the certificate first, then those between it and the authority. */
export interface TlsCertificate {
  readonly certificate: string;
  readonly key: string;
}

/** Writes both, readable to the server's group and to nobody else, and gives the directives that name them. */
export async function writeTls(directory: string, tls: TlsCertificate, owner: Owner | null): Promise<string> {
  const certificate = join(directory, 'server.crt');
  const key = join(directory, 'server.key');
  await writeForServer(certificate, tls.certificate, owner);
  await writeForServer(key, tls.key, owner);
  return `TLSCertificateFile "${certificate}"\nTLSCertificateKeyFile "${key}"\n\n`;
}
