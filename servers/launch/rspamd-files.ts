// What a private rspamd is told: the templates of servers/rspamd, rendered, the key that signs, and the DNS lines for it.

import { createPublicKey, generateKeyPair } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeOwnFolders, type Owner } from './owner.ts';
import { renderTemplate, writeForServer } from './template.ts';

export interface RspamdRendering {
  readonly directory: string;
  /** Whom rspamd runs as; null: as ourselves. */
  readonly owner: Owner | null;
  readonly domain: string;
  /** Name of the key that signs, in the DNS and of its file. */
  readonly selector: string;
  /** Port of 127.0.0.1 of the name server it asks. */
  readonly resolverPort: number;
  /** Who may write in which names beside the own one: lines of the file `names`. */
  readonly names: readonly string[];
}

/** The file for whoever keeps the domain's zone, below the folder of a private rspamd. */
export const zoneFile = 'dns.zone';

/** Writes the key, where there is none yet, and the DNS lines that belong to it. */
export async function writeSignature(rendering: Omit<RspamdRendering, 'resolverPort'>): Promise<void> {
  const { directory, owner, domain, selector } = rendering;
  const keys = join(directory, 'keys');
  await mkdir(keys, { recursive: true, mode: 0o755 });
  const file = join(keys, `${selector}.key`);
  if (!existsSync(file)) await writeForServer(file, await makeKey(), owner);
  const zone = await renderTemplate(`rspamd/dns.zone`, {
    DOMAIN: domain,
    HOSTNAME: `mx.${domain}`,
    SPF: 'v=spf1 mx -all',
    SELECTOR: selector,
    DKIM_RECORD: renderRecord(await readFile(file, 'utf8')),
    DMARC: 'quarantine',
  });
  await writeForServer(join(directory, zoneFile), zone, owner);
}

async function makeKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return privateKey;
}

/** A string of a zone file holds 255 bytes at most; readers join them (RFC 7208, 3.3). */
function renderRecord(privateKey: string): string {
  const key = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  const parts = ['v=DKIM1; k=rsa; p=', ...(key.match(/.{1,200}/g) ?? [])];
  return parts.map((part) => `"${part}"`).join(' ');
}

/** Writes everything else; gives the file of the configuration. */
export async function writeRspamdFiles(rendering: RspamdRendering, port: number): Promise<string> {
  const { directory, owner } = rendering;
  const etc = join(directory, 'etc');
  const state = join(directory, 'state');
  await mkdir(etc, { recursive: true });
  await makeOwnFolders([state, join(state, 'languages')], owner);
  const values = {
    ETC: etc,
    STATE: state,
    KEYS: join(directory, 'keys'),
    MILTER_PORT: String(port),
    RESOLVER: `127.0.0.1:${rendering.resolverPort}:1`,
    DOMAIN: rendering.domain,
    SELECTOR: rendering.selector,
  };
  for (const name of [
    'rspamd.conf',
    'archives.lua',
    'contents.lua',
    'mime_names.lua',
    'file_names.lua',
    'zip.lua',
    'mailbox.lua',
    'dmarc.lua',
    'names.lua',
    'users.lua',
    'strangers.lua',
    'suffixes',
  ]) {
    await writeForServer(join(etc, name), await renderTemplate(`rspamd/${name}`, values), owner);
  }
  await writeForServer(join(etc, 'names'), rendering.names.map((line) => `${line}\n`).join(''), owner);
  return join(etc, 'rspamd.conf');
}
