/** nginx with a shipped snippet, on free ports of loopback, inside of the smallest configuration that can hold it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Supervised, startSupervised } from '../../servers/launch/supervised.ts';
import type { TlsCertificate } from '../../servers/launch/tls.ts';

interface Nginx {
  /** Of operations/nginx. */
  readonly snippet: string;
  /** For its files; nginx's own user can get there. */
  readonly folder: string;
  readonly port: number;
  readonly certificate: TlsCertificate;
  /** What else is another here than on the server it is written for. */
  readonly replaced: Readonly<Record<string, string>>;
}

export async function startNginx(nginx: Nginx): Promise<Supervised> {
  const { folder } = nginx;
  const file = (name: string) => join(folder, name);
  const text = await readFile(join(import.meta.dirname, '../../operations/nginx', nginx.snippet), 'utf8');
  await writeFile(file('nginx.crt'), nginx.certificate.certificate);
  await writeFile(file('nginx.key'), nginx.certificate.key);
  let server = text
    .replace(/listen 443 ssl[^;]*;/, `listen 127.0.0.1:${nginx.port} ssl;`)
    .replace(/listen \[::\]:443[^;]*;/, '')
    .replace(/ssl_certificate [^;]+;/, `ssl_certificate ${file('nginx.crt')};`)
    .replace(/ssl_certificate_key [^;]+;/, `ssl_certificate_key ${file('nginx.key')};`)
    // The second server leads from port 80, which is not ours to take.
    .split(/^}\n/m)[0]!
    .concat('}\n');
  for (const [from, to] of Object.entries(nginx.replaced)) {
    if (!server.includes(from)) throw new Error(`${nginx.snippet} has no ${from}`);
    server = server.replaceAll(from, to);
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${file(name)};`,
  );
  const http = ['include /etc/nginx/mime.types;', 'access_log off;', 'error_log stderr;', ...temporary];
  await writeFile(
    file('nginx.conf'),
    `pid ${file('nginx.pid')};\ndaemon off;\nevents {}\nhttp {\n${http.join('\n')}\n${server}}\n`,
  );
  return startSupervised({
    command: ['/usr/sbin/nginx', '-e', 'stderr', '-c', file('nginx.conf')],
    logFile: file('nginx.log'),
  });
}
