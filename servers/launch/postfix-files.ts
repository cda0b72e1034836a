// What a private Postfix is told: the templates of servers/postfix, rendered, and the folders it insists on.

import { chown, mkdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { DovecotPorts } from './dovecot-files.ts';
import type { Owner } from './owner.ts';
import { renderTemplate, writeForServer } from './template.ts';

/** Ports of 127.0.0.1. */
export interface PostfixPorts {
  /** Mail from other servers. */
  readonly smtp: number;
}

/** What happens to mail for a suspended account. */
export type SuspendedPolicy = 'deliver' | 'defer' | 'refuse';

/** What happens to mail with an archive nobody can look into: one with a password, or one in another. */
export type ArchivePolicy = 'mark' | 'quarantine' | 'refuse';

export interface PostfixRendering {
  readonly directory: string;
  /** The user `postfix`. */
  readonly owner: Owner;
  readonly ldapUrl: string;
  readonly baseDn: string;
  readonly domain: string;
  readonly mailserverPassword: string;
  readonly dovecot: Pick<DovecotPorts, 'lmtp' | 'sasl' | 'quota'>;
  /** The loopback address where Dovecot brings what users send. */
  readonly relayHost: string;
  /** Who gets mail to postmaster@ and abuse@. */
  readonly postmaster: string;
  readonly suspended: SuspendedPolicy;
  /** Port of the milter that looks into archives; null: nobody does. */
  readonly scannerPort: number | null;
  readonly encryptedArchives: ArchivePolicy;
  /** A transport: where mail for other domains goes. */
  readonly outside: string;
}

/** The table in main.cf. */
const suspendedWords = {
  deliver: { answer: 'DUNNO', route: '$virtual_transport' },
  defer: {
    answer: '450 4.2.1 Hop thu tam dung / Mailbox suspended',
    route: 'retry:4.2.1 Hop thu tam dung / Mailbox suspended',
  },
  refuse: {
    answer: '550 5.2.1 Hop thu tam dung / Mailbox suspended',
    route: 'error:5.2.1 Hop thu tam dung / Mailbox suspended',
  },
} as const satisfies Record<SuspendedPolicy, { answer: string; route: string }>;

/** The table in archive_checks. */
const archiveActions = {
  mark: 'DUNNO',
  quarantine: 'REPLACE X-Danhba-Archive: $1; quarantine',
  refuse:
    'REJECT 5.7.1 Tep nen co mat khau hoac khong doc duoc / Encrypted or unreadable archive is not allowed',
} as const satisfies Record<ArchivePolicy, string>;

/** Writes everything; gives the folder of the configuration. */
export async function writePostfixFiles(rendering: PostfixRendering, ports: PostfixPorts): Promise<string> {
  const { directory, owner } = rendering;
  const folder = join(directory, 'etc');
  for (const name of ['etc', 'spool', 'data', 'log']) await mkdir(join(directory, name), { recursive: true });
  for (const name of ['data', 'log']) await chown(join(directory, name), owner.uid, owner.gid);
  const values = {
    DIR: directory,
    ETC: folder,
    DOMAIN: rendering.domain,
    HOSTNAME: `mx.${rendering.domain}`,
    LISTEN: '127.0.0.1',
    LMTP_PORT: String(rendering.dovecot.lmtp),
    SASL_PORT: String(rendering.dovecot.sasl),
    QUOTA_PORT: String(rendering.dovecot.quota),
    OUTSIDE: rendering.outside,
    SUSPENDED_ANSWER: suspendedWords[rendering.suspended].answer,
    SUSPENDED_ROUTE: suspendedWords[rendering.suspended].route,
    SCANNER: rendering.scannerPort === null ? '' : `inet:127.0.0.1:${rendering.scannerPort}`,
    ARCHIVE_POLICY: archiveActions[rendering.encryptedArchives],
    SMTP_PORT: `127.0.0.1:${ports.smtp}`,
    RELAY_HOST: rendering.relayHost,
    POSTMASTER: rendering.postmaster,
    LDAP_URL: rendering.ldapUrl,
    BASE: rendering.baseDn,
    MAILSERVER_PASSWORD: rendering.mailserverPassword,
  };
  // Postfix reads a file whose last change is not yet two seconds old again and again, until it is.
  const before = Date.now() / 1000 - 10;
  const write = async (name: string, text: string): Promise<void> => {
    await writeForServer(join(folder, name), text, owner);
    await utimes(join(folder, name), before, before);
  };
  for (const name of [
    'main.cf',
    'master.cf',
    'address.cf',
    'state.cf',
    'header_checks',
    'mime_header_checks',
    'archive_checks',
    'body_checks',
  ]) {
    await write(name, await renderTemplate(`postfix/${name}`, values));
  }
  for (const [CONTAINER, RDN] of [
    ['people', 'uid'],
    ['organizations', 'ou'],
  ] as const) {
    for (const name of ['sender', 'sending']) {
      const text = await renderTemplate(`postfix/${name}.cf`, { ...values, CONTAINER, RDN });
      await write(`${name}-${CONTAINER}.cf`, text);
    }
  }
  return folder;
}
