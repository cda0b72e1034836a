/** Which peers are on this machine; on Debian as root those that are not are installed first. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's own: the packages are installed for it, and another one may come first in PATH. */
export const python = '/usr/bin/python3';

const installer = join(import.meta.dirname, '../../tools/install.mjs');

/** Why the Python script cannot run, undefined where it can. @throws Error where nothing can be measured at all. */
export function installPeers(): string | undefined {
  // What it could not install it has told; what that keeps from being measured is told below.
  spawnSync(process.execPath, [installer, '--peers'], { stdio: ['ignore', 'inherit', 'inherit'] });
  for (const [file, name] of [
    ['/usr/bin/time', 'time'],
    ['/usr/bin/ldapsearch', 'ldap-utils'],
  ] as const) {
    if (!existsSync(file)) throw new Error(`nothing can be measured without the Debian package ${name}`);
  }
  const { status } = spawnSync(python, ['-c', 'import ldap, yaml; ldap.initialize, yaml.CSafeLoader'], {
    stdio: 'ignore',
  });
  return status === 0 ? undefined : 'python3-ldap and python3-yaml with libyaml are not installed';
}
