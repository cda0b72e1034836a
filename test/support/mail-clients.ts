/** What a mail program of a user says: IMAP, POP3, SMTP and ManageSieve, as far as the tests need them. */
import { type Connection, openConnection } from './mail-connection.ts';

export interface ImapAnswer {
  readonly status: string;
  /** What follows the status, or `BYE …` when the server hung up. */
  readonly text: string;
  readonly lines: readonly string[];
}

export interface Imap {
  command(line: string): Promise<ImapAnswer>;
  login(user: string, password: string): Promise<ImapAnswer>;
  /** Decoded bodies and headers of all messages of a mailbox, in order; null when there is no such mailbox. */
  readAll(mailbox: string): Promise<readonly string[] | null>;
  close(): void;
}

export async function openImap(port: number): Promise<Imap> {
  const connection = await openConnection(port);
  await connection.readLine();
  let count = 0;
  const command = async (line: string): Promise<ImapAnswer> => {
    const tag = `danhba${++count}`;
    connection.write(`${tag} ${line}\r\n`);
    const lines: string[] = [];
    for (;;) {
      const answer = await connection.readLine();
      if (answer === null) return { status: 'closed', text: lines.at(-1)?.replace(/^\* /, '') ?? '', lines };
      const match = /^(\S+) (\S+) (.*)$/.exec(answer);
      if (match?.[1] === tag) return { status: match[2] as string, text: match[3] as string, lines };
      lines.push(answer);
    }
  };
  return {
    command,
    login: (user, password) => command(`LOGIN "${user}" "${password}"`),
    async readAll(mailbox) {
      const selected = await command(`SELECT "${mailbox}"`);
      if (selected.status !== 'OK') return null;
      const found = (await command('SEARCH ALL')).lines.find((line) => line.startsWith('* SEARCH')) ?? '';
      const messages: string[] = [];
      for (const number of found.split(' ').slice(2)) {
        const { lines } = await command(`FETCH ${number} BODY.PEEK[]`);
        messages.push(lines.slice(1, -1).join('\n'));
      }
      return messages;
    },
    close: connection.close,
  };
}

export interface Pop3 {
  /** The first line of the answer; `closed` when the server hung up. */
  command(line: string): Promise<string>;
  login(user: string, password: string): Promise<string>;
  close(): void;
}

export async function openPop3(port: number): Promise<Pop3> {
  const connection = await openConnection(port);
  const command = async (line: string) => {
    connection.write(`${line}\r\n`);
    return (await connection.readLine()) ?? 'closed';
  };
  await connection.readLine();
  return {
    command,
    async login(user, password) {
      await command(`USER ${user}`);
      return await command(`PASS ${password}`);
    },
    close: connection.close,
  };
}

/** What the POP3 server answers to a login. */
export async function loginPop3(port: number, user: string, password: string): Promise<string> {
  const pop3 = await openPop3(port);
  const answer = await pop3.login(user, password);
  pop3.close();
  return answer;
}

/** All messages, as POP3 shows them: of the inbox only. */
export async function readPop3(port: number, user: string, password: string): Promise<readonly string[]> {
  const connection = await openConnection(port);
  const command = async (line: string): Promise<string> => {
    connection.write(`${line}\r\n`);
    return (await connection.readLine()) ?? 'closed';
  };
  await connection.readLine();
  await command(`USER ${user}`);
  await command(`PASS ${password}`);
  const count = Number(/^\+OK (\d+)/.exec(await command('STAT'))?.[1]);
  const messages: string[] = [];
  for (let number = 1; number <= count; number++) {
    await command(`RETR ${number}`);
    const lines: string[] = [];
    for (let line = await connection.readLine(); line !== '.'; line = await connection.readLine()) {
      if (line === null) throw new Error('POP3: closed');
      lines.push(line.replace(/^\./, ''));
    }
    messages.push(lines.join('\n'));
  }
  connection.close();
  return messages;
}

export interface Smtp {
  /** The whole reply, its lines joined by \n; `closed` when the server hung up. */
  command(line: string): Promise<string>;
  auth(user: string, password: string): Promise<string>;
  /** MAIL, RCPT, DATA: the first refusal, or the reply to the message. */
  send(from: string, to: string, message: string): Promise<string>;
  close(): void;
}

export async function openSmtp(port: number): Promise<Smtp> {
  const connection = await openConnection(port);
  const command = (line: string) => {
    connection.write(`${line}\r\n`);
    return readReply(connection, /^\d{3}( |$)/);
  };
  await readReply(connection, /^\d{3}( |$)/);
  await command('EHLO client.test');
  return {
    command,
    auth: (user, password) => command(`AUTH PLAIN ${plain(user, password)}`),
    async send(from, to, message) {
      await command('RSET');
      for (const line of [`MAIL FROM:<${from}> SIZE=${message.length}`, `RCPT TO:<${to}>`, 'DATA']) {
        const reply = await command(line);
        if (!/^[23]/.test(reply)) return reply;
      }
      return command(`${message.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..')}\r\n.`);
    },
    close: connection.close,
  };
}

export interface ManageSieve {
  login(user: string, password: string): Promise<string>;
  /** `OK …` or `NO …` with the reason. */
  putScript(name: string, script: string): Promise<string>;
  activate(name: string): Promise<string>;
  close(): void;
}

export async function openManageSieve(port: number): Promise<ManageSieve> {
  const connection = await openConnection(port);
  const command = async (text: string): Promise<string> => {
    connection.write(`${text}\r\n`);
    let reply = await readReply(connection, /^(OK|NO|BYE)\b/);
    // RFC 5804: long words come as a literal, with their number of bytes.
    const literal = /\{(\d+)\}$/.exec(reply);
    if (literal === null) return reply;
    for (let missing = Number(literal[1]); missing >= 0; ) {
      const line = await connection.readLine();
      if (line === null) break;
      reply += `\n${line}`;
      missing -= Buffer.byteLength(line) + 2;
    }
    return reply;
  };
  await readReply(connection, /^(OK|NO|BYE)\b/);
  return {
    login: (user, password) => command(`AUTHENTICATE "PLAIN" "${plain(user, password)}"`),
    putScript: (name, script) => command(`PUTSCRIPT "${name}" {${Buffer.byteLength(script)}+}\r\n${script}`),
    activate: (name) => command(`SETACTIVE "${name}"`),
    close: connection.close,
  };
}

const plain = (user: string, password: string) => Buffer.from(`\0${user}\0${password}`).toString('base64');

async function readReply(connection: Connection, last: RegExp): Promise<string> {
  const lines: string[] = [];
  for (;;) {
    const line = await connection.readLine();
    if (line === null) return ['closed', ...lines].join('\n');
    lines.push(line);
    if (last.test(line)) return lines.join('\n');
  }
}
