/** The real three for the mail tests: slapd, Dovecot and Postfix as shipped, and an outside world that keeps its mail. */
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Attribute, Change, Client } from 'ldapts';
import { type Dovecot, type DovecotOptions, startDovecot } from '../../servers/launch/dovecot.ts';
import { findFreePort } from '../../servers/launch/port.ts';
import { type Postfix, type PostfixOptions, startPostfix } from '../../servers/launch/postfix.ts';
import { type Rspamd, type RspamdOptions, startRspamd } from '../../servers/launch/rspamd.ts';
import { type Slapd, startSlapd } from '../../servers/launch/slapd.ts';
import { startSupervised } from '../../servers/launch/supervised.ts';
import { openImap, openSmtp } from './mail-clients.ts';

export const domain = 'laichau.gov.vn';
export const password = 'Mua-xuan-2026';
/** What the reconciler writes to keep somebody out. */
const locked = '19700101000000Z';

export interface MailServers {
  readonly slapd: Slapd;
  readonly dovecot: Dovecot;
  readonly postfix: Postfix;
  /** Null: nobody looks into archives. */
  readonly rspamd: Rspamd | null;
  readonly outside: Outside;
  /** Bound as the reconciler. */
  readonly ldap: Client;
  stop(): Promise<void>;
}

/** All other domains: a server that takes everything. */
export interface Outside {
  readonly port: number;
  /** Envelopes and messages that have arrived. */
  read(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export interface MailServersOptions {
  readonly slapd?: Parameters<typeof startSlapd>[0];
  readonly dovecot?: Omit<DovecotOptions, 'slapd'>;
  readonly postfix?: Omit<PostfixOptions, 'slapd' | 'dovecot' | 'rspamd' | 'outsidePort'>;
  /** With rspamd before Postfix; default: without. */
  readonly scanner?: boolean;
  readonly rspamd?: Omit<RspamdOptions, 'domain'>;
}

/** Starts everything. Postfix needs root: without it this fails and says so. */
export async function startMailServers(options: MailServersOptions = {}): Promise<MailServers> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const slapd = await startSlapd(options.slapd);
    stops.push(slapd.stop);
    const dovecot = await startDovecot({ slapd, ...options.dovecot });
    stops.push(dovecot.stop);
    const outside = await startOutside();
    stops.push(outside.stop);
    const rspamd = options.scanner ? await startRspamd({ domain: slapd.domain, ...options.rspamd }) : null;
    if (rspamd !== null) stops.push(rspamd.stop);
    const outsidePort = outside.port;
    const postfix = await startPostfix({ slapd, dovecot, rspamd, outsidePort, ...options.postfix });
    stops.push(postfix.stop);
    const ldap = new Client({ url: slapd.url });
    stops.push(() => ldap.unbind());
    await ldap.bind(slapd.reconciler.dn, await readFile(slapd.reconciler.passwordFile, 'utf8'));
    return { slapd, dovecot, postfix, rspamd, outside, ldap, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOutside(): Promise<Outside> {
  const folder = await mkdtemp(join(tmpdir(), 'danhba-outside-'));
  await chmod(folder, 0o777); // smtp-sink refuses to be root
  const port = await findFreePort();
  const server = startSupervised({
    command: ['/usr/sbin/smtp-sink', '-u', 'nobody', '-d', `${folder}/mail-`, `127.0.0.1:${port}`, '100'],
    logFile: join(folder, 'log'),
    removeAfter: folder,
  });
  const greeted = await until(async () => {
    const smtp = await openSmtp(port).catch(() => null);
    smtp?.close();
    return smtp !== null;
  });
  if (!greeted) throw new Error(`smtp-sink does not start: ${await server.readLog()}`);
  return {
    port,
    async read() {
      const names = (await readdir(folder)).filter((name) => name.startsWith('mail-')).sort();
      const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      return texts.filter((text) => text.includes('X-Rcpt-Args')); // connections without a message leave a file too
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const personDn = (servers: MailServers, id: string) => `uid=${id},ou=people,${servers.slapd.baseDn}`;
export const agencyDn = (servers: MailServers, id: string) =>
  `ou=${id},ou=organizations,${servers.slapd.baseDn}`;

/** An active person with the password above; `local@domain` and aliases in the same form. */
export async function addPerson(
  servers: MailServers,
  id: string,
  local: string,
  extra: Readonly<Record<string, string>> = {},
  aliases: readonly string[] = [],
): Promise<string> {
  const mail = `${local}@${domain}`;
  await servers.ldap.add(personDn(servers, id), {
    objectClass: ['inetOrgPerson', 'danhbaAccount'],
    cn: 'Nguyễn Văn An',
    sn: 'Nguyễn',
    danhbaKey: `person:${id}`,
    danhbaState: 'active',
    mail,
    danhbaAddress: [mail, ...aliases.map((alias) => `${alias}@${domain}`)],
    userPassword: password,
    ...extra,
  });
  return mail;
}

export async function addAgency(servers: MailServers, id: string): Promise<string> {
  const mail = `${id}@${domain}`;
  await servers.ldap.add(agencyDn(servers, id), {
    objectClass: ['organizationalUnit', 'danhbaAccount'],
    displayName: 'Sở Thông tin và Truyền thông',
    danhbaKey: `organization:${id}`,
    danhbaState: 'active',
    mail,
    danhbaAddress: mail,
    userPassword: password,
  });
  return mail;
}

/** One modify of the reconciler that replaces these attributes; an empty list removes one. */
export async function change(
  servers: MailServers,
  dn: string,
  attributes: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  await servers.ldap.modify(
    dn,
    Object.entries(attributes).map(
      ([type, values]) =>
        new Change({ operation: 'replace', modification: new Attribute({ type, values: [...values] }) }),
    ),
  );
}

/** As the reconciler suspends: state and lock in one modify. */
export const suspend = (servers: MailServers, dn: string) =>
  change(servers, dn, { danhbaState: ['suspended'], pwdEndTime: [locked] });

/** As the reconciler terminates. */
export const terminate = (servers: MailServers, dn: string) =>
  change(servers, dn, { danhbaState: ['terminated'], pwdEndTime: [locked] });

export const restore = (servers: MailServers, dn: string) =>
  change(servers, dn, { danhbaState: ['active'], pwdEndTime: [] });

/** One message from outside, over the port for other servers; the reply of the first refusal, or to the message. */
export async function deliver(
  servers: MailServers,
  to: string,
  message = 'Subject: x\n\nx\n',
): Promise<string> {
  const smtp = await openSmtp(servers.postfix.ports.smtp);
  const reply = await smtp.send('somebody@outside.test', to, message);
  smtp.close();
  return reply;
}

/** The first words of the answer to a login by IMAP: `OK`, or `NO` and the code. */
export async function loginResult(servers: MailServers, user: string, secret = password): Promise<string> {
  const imap = await openImap(servers.dovecot.ports.imap);
  const { status, text } = await imap.login(user, secret);
  imap.close();
  return status === 'OK' ? 'OK' : `${status} ${text}`;
}

/** Messages in a mailbox, waiting until there are as many, and giving what there is if they do not come. */
export async function readMailbox(
  servers: MailServers,
  user: string,
  mailbox: string,
  atLeast: number,
): Promise<readonly string[]> {
  const imap = await openImap(servers.dovecot.ports.imap);
  await imap.login(user, password);
  let found: readonly string[] = [];
  await until(async () => {
    found = (await imap.readAll(mailbox)) ?? [];
    return found.length >= atLeast;
  });
  imap.close();
  return found;
}

/** One or several commands of doveadm's HTTP API; the answers in order. */
export async function doveadm(
  dovecot: Pick<Dovecot, 'doveadmUrl' | 'apiKeyFile'>,
  ...commands: readonly (readonly [string, object])[]
): Promise<readonly unknown[]> {
  const key = Buffer.from(await readFile(dovecot.apiKeyFile, 'utf8')).toString('base64');
  const answer = await fetch(dovecot.doveadmUrl, {
    method: 'POST',
    headers: { authorization: `X-Dovecot-API ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(commands.map(([name, parameters]) => [name, parameters, 't'])),
  });
  return ((await answer.json()) as [string, unknown, string][]).map(([, value]) => value);
}

/** Waits until something is so; false after a minute, for a busy machine is no failure. */
export async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (await isSo()) return true;
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
}
