/** Certificates for tests, made by openssl: a good one, and one for each way a certificate can be wrong. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TlsCertificate } from '../../servers/launch/tls.ts';

const run = promisify(execFile);

/** The names a private server of the tests answers at. */
const loopback = 'IP:127.0.0.1,DNS:localhost';

export interface Certificates {
  /** The file of the authority that DANHBA_LDAP_CA names. */
  readonly authority: string;
  readonly good: TlsCertificate;
  readonly expired: TlsCertificate;
  readonly otherName: TlsCertificate;
  readonly unknownIssuer: TlsCertificate;
  readonly selfSigned: TlsCertificate;
  readonly remove: () => Promise<void>;
}

export async function makeCertificates(): Promise<Certificates> {
  const folder = await mkdtemp(join(tmpdir(), 'danhba-tls-'));
  const file = (name: string) => join(folder, name);
  const openssl = (...args: readonly string[]) => run('openssl', [...args], { cwd: folder });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const makeOwn = async (name: string, subject: string, names: readonly string[]) => {
    const extensions = names.flatMap((value) => ['-addext', value]);
    await openssl(
      ...['req', '-x509', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.crt`],
      ...['-days', '2', '-subj', `/CN=${subject}`, ...extensions],
    );
  };
  const sign = async (name: string, authority: string, names: string, days: string) => {
    await openssl(
      ...['req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`],
    );
    await writeFile(file(`${name}.ext`), `subjectAltName=${names}\n`);
    await openssl(
      ...['x509', '-req', '-in', `${name}.csr`, '-CA', `${authority}.crt`, '-CAkey', `${authority}.key`],
      ...['-CAcreateserial', '-days', days, '-extfile', `${name}.ext`, '-out', `${name}.crt`],
    );
  };
  const read = async (name: string): Promise<TlsCertificate> => ({
    certificate: await readFile(file(`${name}.crt`), 'utf8'),
    key: await readFile(file(`${name}.key`), 'utf8'),
  });
  await makeOwn('authority', 'Lai Chau test authority', []);
  await makeOwn('stranger', 'another authority', []);
  await makeOwn('self-signed', '127.0.0.1', [`subjectAltName=${loopback}`]);
  await sign('good', 'authority', loopback, '2');
  await sign('expired', 'authority', loopback, '-1');
  await sign('other-name', 'authority', 'DNS:localhost,IP:127.0.0.9', '2');
  await sign('unknown-issuer', 'stranger', loopback, '2');
  return {
    authority: file('authority.crt'),
    good: await read('good'),
    expired: await read('expired'),
    otherName: await read('other-name'),
    unknownIssuer: await read('unknown-issuer'),
    selfSigned: await read('self-signed'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
