// What people do in the story: log in, change their password, send, read; each gives the server's own answer.

import { readFile } from 'node:fs/promises';
import { Attribute, Change, Client, Control } from 'ldapts';
import { loginPop3, openImap, openSmtp } from '../../test/support/mail-clients.ts';
import { send } from '../../test/support/password-page.ts';
import type { Stage } from './story-stage.ts';

/** `OK`, or the server's refusal. */
export async function loginImap({ dovecot }: Stage, user: string, password: string): Promise<string> {
  const imap = await openImap(dovecot.ports.imap);
  const { status, text } = await imap.login(user, password);
  imap.close();
  return status === 'OK' ? 'OK' : `${status} ${text}`;
}

/** The answers of the three ways in, in this order: IMAP, POP3, submission. */
export async function tryAllDoors(
  stage: Stage,
  user: string,
  password: string,
): Promise<readonly (readonly [string, string])[]> {
  const smtp = await openSmtp(stage.dovecot.ports.submission);
  const auth = await smtp.auth(user, password);
  smtp.close();
  return [
    ['IMAP', await loginImap(stage, user, password)],
    ['POP3', await loginPop3(stage.dovecot.ports.pop3, user, password)],
    ['submission', auth],
  ];
}

/** A message from another province; the answer of the first refusal, or to the message. */
export async function deliver({ postfix }: Stage, to: string, subject: string): Promise<string> {
  const smtp = await openSmtp(postfix.ports.smtp);
  const head = `From: vanthu@haiphong.gov.vn\nTo: ${to}\nSubject: ${subject}\n`;
  const answer = await smtp.send('vanthu@haiphong.gov.vn', to, `${head}\nKinh gui.\n`);
  smtp.close();
  return answer;
}

/** The subjects of the inbox, in order. */
export async function readSubjects(
  { dovecot }: Stage,
  user: string,
  password: string,
): Promise<readonly string[]> {
  const imap = await openImap(dovecot.ports.imap);
  await imap.login(user, password);
  const messages = (await imap.readAll('INBOX')) ?? [];
  imap.close();
  return messages.map((message) => /^Subject: (.*)$/m.exec(message)?.[1] ?? '');
}

/** What a look at the own entry is answered by the directory. */
export async function lookAtDirectory({ slapd }: Stage, dn: string, password: string): Promise<string> {
  const holder = new Client({ url: slapd.url });
  try {
    await holder.bind(dn, password);
    const { searchEntries } = await holder.search(dn, { scope: 'base' });
    return `${searchEntries.length}`;
  } catch (thrown) {
    return (thrown as Error).message;
  } finally {
    await holder.unbind();
  }
}

/** On the page, as a browser without a script sends it; what the page answers. @throws Error where it changed nothing. */
export async function changePassword(
  { page }: Stage,
  address: string,
  present: string,
  next: string,
): Promise<string> {
  const { status, location, told } = await send(page.url, { address, present, next });
  if (location === null) throw new Error(`${status} ${told}`);
  const done = await (await fetch(new URL(location, page.url))).text();
  return /<h1>([^<]*)<\/h1>/.exec(done)?.[1] ?? done;
}

/** An operational attribute as it stands; `-` where there is none, `noSuchObject` where there is no entry. */
export async function readAttribute({ slapd }: Stage, dn: string, name: string): Promise<string> {
  const client = new Client({ url: slapd.url });
  try {
    await client.bind(slapd.planner.dn, await readFile(slapd.planner.passwordFile, 'utf8'));
    const { searchEntries } = await client.search(dn, { scope: 'base', attributes: [name] });
    return searchEntries[0]?.[name]?.toString() || '-';
  } catch (thrown) {
    return (thrown as Error).name;
  } finally {
    await client.unbind();
  }
}

/** The change of the password was a login by LDAP: put back, so that what moves it next can be seen. */
export async function setLastAccess({ slapd }: Stage, dn: string, time: string): Promise<void> {
  const root = new Client({ url: slapd.url });
  try {
    await root.bind(slapd.root.dn, await readFile(slapd.root.passwordFile, 'utf8'));
    const modification = new Attribute({ type: 'authTimestamp', values: [time] });
    await root.modify(dn, new Change({ operation: 'replace', modification }), relax);
  } finally {
    await root.unbind();
  }
}

/** Lets root, and nobody else, write what the server itself keeps. */
const relax = new (class extends Control {
  constructor() {
    super('1.3.6.1.4.1.4203.666.5.12', { critical: true });
  }
})();
