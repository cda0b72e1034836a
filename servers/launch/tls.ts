// What a private OpenLDAP instance needs to speak TLS: its certificate and key beside its configuration.

import { chmod, chown, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** PEM texts; the certificate first, then those between it and the authority. */
export interface TlsCertificate {
  readonly certificate: string;
  readonly key: string;
}

/** Writes both, readable to the server's group and to nobody else, and gives the directives that name them. */
export async function writeTls(
  directory: string,
  tls: TlsCertificate,
  groupId: number | null,
): Promise<string> {
  const write = async (name: string, text: string): Promise<string> => {
    const file = join(directory, name);
    await writeFile(file, text, { mode: 0o600 });
    if (groupId !== null) await chown(file, 0, groupId);
    await chmod(file, 0o640); // whatever the umask
    return file;
  };
  const certificate = await write('server.crt', tls.certificate);
  const key = await write('server.key', tls.key);
  return `TLSCertificateFile "${certificate}"\nTLSCertificateKeyFile "${key}"\n\n`;
}
