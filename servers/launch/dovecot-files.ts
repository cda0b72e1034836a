// What a private Dovecot is told: the templates of servers/dovecot and servers/sieve, rendered.

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeOwnFolders, type Owner } from './owner.ts';
import { type Containers, renderTemplate, writeForServer } from './template.ts';

const run = promisify(execFile);

/** Ports of 127.0.0.1. */
export interface DovecotPorts {
  readonly imap: number;
  readonly pop3: number;
  /** Mail of our users, who log in; passed on to Postfix. */
  readonly submission: number;
  readonly sieve: number;
  readonly lmtp: number;
  /** Without which Postfix heeds no login. */
  readonly sasl: number;
  /** Policy service that knows who is full, for Postfix. */
  readonly quota: number;
  /** HTTP API. */
  readonly doveadm: number;
}

export interface DovecotRendering {
  readonly directory: string;
  /** Whom Dovecot runs as. */
  readonly user: { readonly name: string; readonly group: string };
  /** The same where we are root, to whom files then must be given; null: ourselves. */
  readonly owner: Owner | null;
  readonly ldapUrl: string;
  readonly baseDn: string;
  readonly containers: Containers;
  readonly domain: string;
  readonly mailserverPassword: string;
  readonly changeUrl: string;
  /** The loopback address where Postfix takes what users send. */
  readonly relayHost: string;
  /** MiB of one mailbox. */
  readonly quota: { readonly people: number; readonly organizations: number };
}

const containers = { people: 'uid', organizations: 'ou' } as const;

/**
 * A test guesses wrong passwords and cannot wait as long as an attacker must. And what a Sieve script writes by itself,
 * an answer while away for one, must not get to the mail system of the machine and from there to real people.
 */
const localSettings = `sendmail_path = /bin/false
auth_failure_delay = 0
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;

/** Writes what does not depend on the ports; gives the file that holds the API key. */
export async function writeDovecotFiles(rendering: DovecotRendering): Promise<string> {
  const { directory, owner } = rendering;
  await makeOwnFolders(
    ['run', 'state', 'mail'].map((name) => join(directory, name)),
    owner,
  );
  await chmod(join(directory, 'run'), 0o755); // Dovecot would do it, with a warning
  for (const [container, rdn] of Object.entries(containers)) {
    const values = {
      DIR: directory,
      LDAP_URL: rendering.ldapUrl,
      BASE: rendering.baseDn,
      MAILSERVER_PASSWORD: rendering.mailserverPassword,
      CHANGE_URL: rendering.changeUrl,
      CONTAINER: container,
      PLACE: rendering.containers[container as keyof typeof containers],
      RDN: rdn,
      QUOTA: String(rendering.quota[container as keyof typeof containers]),
    };
    for (const name of ['ldap-login', 'ldap-must-change', 'ldap-mailbox']) {
      const text = await renderTemplate(`dovecot/${name}.conf`, values);
      await writeForServer(join(directory, `${name}-${container}.conf`), text, owner);
    }
  }
  const keyFile = join(directory, 'api-key');
  const key = (await readFile(keyFile, 'utf8').catch(() => '')) || randomBytes(24).toString('base64url');
  await writeFile(keyFile, key, { mode: 0o600 });
  await writeForServer(join(directory, 'api-key.conf'), `doveadm_api_key = ${key}\n`, owner);
  await writeForServer(join(directory, 'local.conf'), localSettings, owner);
  return keyFile;
}

/** Writes dovecot.conf and compiles the Sieve rules, which Dovecot itself may not write. */
export async function writeDovecotConf(rendering: DovecotRendering, ports: DovecotPorts): Promise<string> {
  const { directory, owner, user } = rendering;
  const file = join(directory, 'dovecot.conf');
  const text = await renderTemplate('dovecot/dovecot.conf', {
    DIR: directory,
    USER: user.name,
    GROUP: user.group,
    DOMAIN: rendering.domain,
    LISTEN: '127.0.0.1',
    IMAP_PORT: String(ports.imap),
    IMAPS_PORT: '0',
    POP3_PORT: String(ports.pop3),
    POP3S_PORT: '0',
    SUBMISSION_PORT: String(ports.submission),
    SUBMISSIONS_PORT: '0',
    RELAY_HOST: rendering.relayHost,
    HOSTNAME: `mx.${rendering.domain}`,
    SIEVE_PORT: String(ports.sieve),
    LMTP_PORT: String(ports.lmtp),
    SASL_PORT: String(ports.sasl),
    QUOTA_PORT: String(ports.quota),
    DOVEADM_PORT: String(ports.doveadm),
  });
  await writeForServer(file, text, owner);
  return file;
}

/** Both rules, and the program the first runs. @throws Error with sievec's words when a rule is wrong. */
export async function compileSieve(rendering: DovecotRendering, configuration: string): Promise<void> {
  const { directory, domain, owner } = rendering;
  const programs = join(directory, 'programs');
  await mkdir(programs, { recursive: true });
  await chmod(programs, 0o755); // whatever the umask
  const program = join(programs, 'quarantine-note');
  await writeForServer(program, await renderTemplate('sieve/quarantine-note', {}), owner);
  await chmod(program, 0o755);
  for (const [name, values] of [
    ['executables', { DOMAIN: domain }],
    ['locked', {}],
  ] as const) {
    const script = join(directory, `${name}.sieve`);
    await writeForServer(script, await renderTemplate(`sieve/${name}.sieve`, values), owner);
  }
  // All scripts of the folder at once: most of a run of sievec is its start.
  await run('/usr/bin/sievec', ['-c', configuration, directory]);
  for (const name of ['executables', 'locked']) await chmod(join(directory, `${name}.svbin`), 0o644);
}
