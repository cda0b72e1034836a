// What a private Postfix is told: the templates of servers/postfix, rendered, and the folders it insists on.

import { chmod, chown, mkdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { domainPattern } from './configuration.ts';
import type { DovecotPorts } from './dovecot-files.ts';
import type { Owner } from './owner.ts';
import { type Containers, renderTemplate, writeForServer } from './template.ts';

/** Ports of 127.0.0.1. */
export interface PostfixPorts {
  /** Mail from other servers. */
  readonly smtp: number;
}

/** What happens to mail for a suspended account. */
export type SuspendedPolicy = 'deliver' | 'defer' | 'refuse';

/** What happens to mail with an archive nobody can look into: one with a password, or one in another. */
export type ArchivePolicy = 'mark' | 'quarantine' | 'refuse';

/** What happens to mail from outside in the name of our domain that neither DKIM nor SPF proves. */
export type ForgedPolicy = 'mark' | 'quarantine' | 'refuse';

/** What happens to mail that the domain in its From: asks by DMARC to refuse or to put aside. */
export type DmarcPolicy = 'mark' | 'obey';

export interface PostfixRendering {
  readonly directory: string;
  /** The user `postfix`. */
  readonly owner: Owner;
  readonly ldapUrl: string;
  readonly baseDn: string;
  readonly containers: Containers;
  readonly domain: string;
  /** Domains in which accounts keep addresses they had. */
  readonly legacyDomains: readonly string[];
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
  readonly forgedNames: ForgedPolicy;
  readonly dmarc: DmarcPolicy;
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

/** The tables in names_checks. */
const putAside = 'REPLACE X-Danhba-From: $1; quarantine';
const forgedActions = {
  mark: 'DUNNO',
  quarantine: putAside,
  refuse: 'REJECT 5.7.1 Khong duoc gui thu mang ten cua ten mien nay / Not in the name of this domain',
} as const satisfies Record<ForgedPolicy, string>;
const dmarcActions = {
  mark: { reject: 'DUNNO', quarantine: 'DUNNO' },
  obey: {
    reject:
      'REJECT 5.7.1 Ten mien nguoi gui khong cho phep (DMARC) / Refused by the policy of the domain in From',
    quarantine: putAside,
  },
} as const satisfies Record<DmarcPolicy, { reject: string; quarantine: string }>;

/** Writes everything; gives the folder of the configuration. */
export async function writePostfixFiles(rendering: PostfixRendering, ports: PostfixPorts): Promise<string> {
  const { directory, owner } = rendering;
  const folder = join(directory, 'etc');
  for (const name of ['etc', 'spool', 'data', 'log']) await mkdir(join(directory, name), { recursive: true });
  for (const name of ['data', 'log']) await chown(join(directory, name), owner.uid, owner.gid);
  await makeQueue(join(directory, 'spool'), owner);
  const values = {
    DIR: directory,
    ETC: folder,
    DOMAIN: rendering.domain,
    DOMAINS: [rendering.domain, ...rendering.legacyDomains].join(' '),
    DOMAIN_PATTERN: domainPattern([rendering.domain, ...rendering.legacyDomains]),
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
    FORGED_POLICY: forgedActions[rendering.forgedNames],
    DMARC_REJECT: dmarcActions[rendering.dmarc].reject,
    DMARC_QUARANTINE: dmarcActions[rendering.dmarc].quarantine,
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
    'names_checks',
    'body_checks',
  ]) {
    await write(name, await renderTemplate(`postfix/${name}`, values));
  }
  await write('quota-ask', await renderTemplate('postfix/quota-ask', values));
  await chmod(join(folder, 'quota-ask'), 0o755); // it is run by nobody, and holds no secret
  for (const [CONTAINER, RDN] of [
    ['people', 'uid'],
    ['organizations', 'ou'],
  ] as const) {
    for (const name of ['sender', 'sending', 'login']) {
      const text = await renderTemplate(`postfix/${name}.cf`, {
        ...values,
        CONTAINER,
        RDN,
        PLACE: rendering.containers[CONTAINER],
      });
      await write(`${name}-${CONTAINER}.cf`, text);
    }
  }
  return folder;
}

/**
 * The folders of the queue, as Debian's postfix-files has them.
 *
 * `postfix check` would make them too, with a look at all of Postfix that takes longer than the rest of a start.
 */
async function makeQueue(spool: string, { uid, gid }: Owner): Promise<void> {
  const group = (await readFile('/etc/group', 'utf8')).match(/^postdrop:[^:]*:(\d+):/m)?.[1];
  if (group === undefined) throw new Error('Thiếu nhóm postdrop / The group postdrop is missing');
  const make = async (name: string, mode: number, owner: number, ofGroup: number): Promise<void> => {
    const folder = join(spool, name);
    await mkdir(folder, { recursive: true });
    await chown(folder, owner, ofGroup);
    await chmod(folder, mode);
  };
  const own = ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming', 'private'];
  for (const name of [...own, 'saved', 'trace']) await make(name, 0o700, uid, gid);
  await make('maildrop', 0o730, uid, Number(group));
  await make('public', 0o710, uid, Number(group));
  await make('pid', 0o755, 0, 0);
}
