// What the lab tells of each of its servers: settings for programs, words for the person at the terminal.

import { join } from 'node:path';
import type { Dovecot } from './dovecot.ts';
import type { Ending } from './ending.ts';
import type { PasswordPage } from './password-page.ts';
import type { Postfix } from './postfix.ts';
import type { Rspamd } from './rspamd.ts';
import type { Slapd } from './slapd.ts';

export type LabServerName = 'slapd' | 'password-page' | 'dovecot' | 'rspamd' | 'postfix';

/** One server of the lab. */
export interface LabServer {
  readonly name: LabServerName;
  /**
   * What danhba needs to know to use it (DANHBA_…), and where else one can knock (LAB_…). Values never are secrets: a
   * secret is named by its file.
   */
  readonly environment: Readonly<Record<string, string>>;
  /** Words for the person at the terminal. */
  readonly words: readonly string[];
  /** Resolves when the server is gone, asked or not. */
  readonly exited: Promise<Ending>;
  stop(): Promise<void>;
}

export function describeSlapd(slapd: Slapd): LabServer {
  const { url, reconciler, root } = slapd;
  return {
    name: 'slapd',
    environment: {
      DANHBA_LDAP_URL: url,
      DANHBA_LDAP_BIND_DN: reconciler.dn,
      DANHBA_LDAP_PASSWORD_FILE: reconciler.passwordFile,
    },
    words: [
      `  LDAP             ${url}  ${slapd.baseDn}`,
      `  quản trị / root  ${root.dn}`,
      `  ldapsearch -LLL -x -H ${url} -D ${root.dn} -y ${quote(root.passwordFile)} -b ${slapd.baseDn}`,
    ],
    exited: slapd.exited,
    stop: slapd.stop,
  };
}

export function describePasswordPage(page: PasswordPage): LabServer {
  return {
    name: 'password-page',
    environment: { LAB_PASSWORD_PAGE_URL: page.url },
    words: [`  đổi mật khẩu / change a password  ${page.url}`],
    exited: page.exited,
    stop: page.stop,
  };
}

export function describeDovecot(dovecot: Dovecot): LabServer {
  const { imap, pop3, submission, sieve, lmtp } = dovecot.ports;
  return {
    name: 'dovecot',
    environment: {
      DANHBA_DOVEADM_URL: dovecot.doveadmUrl,
      DANHBA_DOVEADM_API_KEY_FILE: dovecot.apiKeyFile,
      LAB_IMAP_PORT: String(imap),
      LAB_POP3_PORT: String(pop3),
      LAB_SUBMISSION_PORT: String(submission),
      LAB_SIEVE_PORT: String(sieve),
      LAB_LMTP_PORT: String(lmtp),
    },
    words: [
      `  IMAP             127.0.0.1:${imap}  POP3 :${pop3}  ManageSieve :${sieve}  LMTP :${lmtp}`,
      `  gửi thư / submission  127.0.0.1:${submission}`,
      `  doveadm          ${dovecot.doveadmUrl}`,
    ],
    exited: dovecot.exited,
    stop: dovecot.stop,
  };
}

export function describeRspamd(rspamd: Rspamd): LabServer {
  return {
    name: 'rspamd',
    environment: {}, // nobody but Postfix talks to it
    words: [
      `  rspamd           127.0.0.1:${rspamd.port}  xem tệp nén, tên người gửi / archives, names in From`,
      `  DNS              127.0.0.1:${rspamd.dns?.port}  ${join(rspamd.directory, 'dns.zone')}`,
    ],
    exited: rspamd.exited,
    stop: rspamd.stop,
  };
}

export function describePostfix(postfix: Postfix): LabServer {
  const { smtp } = postfix.ports;
  return {
    name: 'postfix',
    environment: { LAB_SMTP_PORT: String(smtp) },
    words: [
      `  SMTP             127.0.0.1:${smtp}`,
      '                   không có thư ra ngoài / no mail to the outside',
    ],
    exited: postfix.exited,
    stop: postfix.stop,
  };
}

/** A word that a POSIX shell, and every reader of .env files, takes as it stands. */
export function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
