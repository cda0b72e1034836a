/** The two servers every end-to-end test runs on: real OpenLDAP, and the embedded one that must behave like it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSlapd } from '../../servers/launch/slapd.ts';
import { startDirectoryServer } from '../../src/embedded/server.ts';
import type { Server } from './run.ts';

export interface RunningServer extends Server {
  /** Passes every rule: what others than danhba write is written by root. */
  readonly root: { readonly dn: string; readonly passwordFile: string };
  readonly stop: () => Promise<void>;
}

const baseDn = 'dc=laichau,dc=gov,dc=vn';

export const servers: readonly (readonly [string, () => Promise<RunningServer>])[] = [
  [
    'slapd',
    async () => {
      const slapd = await startSlapd({ baseDn });
      const { dn: bindDn, passwordFile } = slapd.reconciler;
      return { url: slapd.url, baseDn, bindDn, passwordFile, root: slapd.root, stop: slapd.stop };
    },
  ],
  [
    'the embedded server',
    async () => {
      const bindDn = `cn=reconciler,ou=services,${baseDn}`;
      const password = crypto.randomUUID();
      const folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
      const passwordFile = join(folder, 'password');
      await writeFile(passwordFile, password, { mode: 0o600 });
      const server = await startDirectoryServer({
        baseDn,
        accounts: [{ dn: bindDn, password, role: 'reconciler' }],
        root: { dn: `cn=admin,${baseDn}`, password },
      });
      const stop = async () => {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
      };
      const root = { dn: `cn=admin,${baseDn}`, passwordFile };
      return { url: server.url, baseDn, bindDn, passwordFile, root, stop };
    },
  ],
];
