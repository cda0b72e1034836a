/** Mail whose From: says one thing and whose session another, for the tests of names and signatures. */
import { createHash, createPrivateKey, createSign, generateKeyPairSync } from 'node:crypto';
import { type MailServers, password } from './mail.ts';
import { openSmtp, type Smtp } from './mail-clients.ts';

/** A message with these header lines before the rest. */
export const withHeaders = (...lines: readonly string[]) =>
  `${lines.join('\n')}\nTo: ai-do@laichau.gov.vn\nSubject: Cong van\n\nKinh gui.\n`;

/** Sessions that have sent something and may go on, by the servers they are with. */
const open = new WeakMap<MailServers, Map<string, Session>>();

interface Session {
  readonly smtp: Smtp;
  /** Postfix takes its time with whom it has refused ten times. */
  refused: number;
}

/** In the session before if there is one, as mail programs do: each takes three processes of the servers. */
async function sendIn(
  servers: MailServers,
  name: string,
  begin: () => Promise<Smtp>,
  ...[sender, to, message]: Parameters<Smtp['send']>
): Promise<string> {
  const sessions = open.get(servers) ?? new Map<string, Session>();
  open.set(servers, sessions);
  const before = sessions.get(name);
  // Whoever sends at the same time has a session of their own.
  sessions.delete(name);
  const session = before ?? { smtp: await begin(), refused: 0 };
  const reply = await session.smtp.send(sender, to, message);
  const ended = /^(421|closed)/.test(reply);
  if (!reply.startsWith('2')) session.refused++;
  if (ended || session.refused > 8 || sessions.has(name)) session.smtp.close();
  else sessions.set(name, session);
  return ended && before !== undefined ? await sendIn(servers, name, begin, sender, to, message) : reply;
}

/** Sends as the user who logs in; the reply of the first refusal, or to the message. */
export function sendAs(
  servers: MailServers,
  login: string,
  message: string,
  { sender = login, to = 'somebody@outside.test' }: { readonly sender?: string; readonly to?: string } = {},
): Promise<string> {
  const begin = async () => {
    const smtp = await openSmtp(servers.dovecot.ports.submission);
    await smtp.auth(login, password);
    return smtp;
  };
  return sendIn(servers, login, begin, sender, to, message);
}

/** Sends from outside, over the port for other servers. */
export function sendFromOutside(
  servers: MailServers,
  to: string,
  message: string,
  sender = 'somebody@outside.test',
): Promise<string> {
  return sendIn(servers, '', () => openSmtp(servers.postfix.ports.smtp), sender, to, message);
}

/** Values of a header of a message, unfolded, in order. */
export function valuesOf(text: string, name: string): readonly string[] {
  const head = text.replaceAll('\r', '').split('\n\n')[0] ?? '';
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n');
  const start = `${name.toLowerCase()}:`;
  return lines
    .filter((line) => line.toLowerCase().startsWith(start))
    .map((line) => line.slice(start.length).trim());
}

/** A domain elsewhere that signs its mail (RFC 6376, rsa-sha256, relaxed), and the record that says so. */
export interface Signer {
  readonly record: string;
  sign(message: string): string;
}

export function makeSigner(domain: string): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const parts = publicKey.toString('base64').match(/.{1,200}/g) ?? [];
  return {
    record: `s1._domainkey.${domain}. IN TXT "v=DKIM1; p=" ${parts.map((part) => `"${part}"`).join(' ')}\n`,
    sign(message) {
      const [head = '', ...rest] = message.split('\n\n');
      const body = `${rest.join('\n\n').replace(/\n+$/, '')}\n`.replaceAll('\n', '\r\n');
      const hash = sha256(body);
      const start = `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=s1; h=from; bh=${hash}; b=`;
      const from = valuesOf(message, 'From').at(-1) ?? '';
      const signed = `from:${from.replace(/\s+/g, ' ')}\r\ndkim-signature:${start}`;
      const value = createSign('sha256').update(signed).sign(createPrivateKey(privateKey), 'base64');
      return `DKIM-Signature: ${start}${value}\n${head}\n\n${rest.join('\n\n')}`;
    },
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
