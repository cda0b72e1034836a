/** A dozen people with mailboxes on real slapd and Dovecot, their files, and the danhba command beside them. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NoSuchObjectError } from 'ldapts';
import { readBothSides, type Side } from '../../src/dovecot/store/mailbox.ts';
import { Relax } from '../contract/bench.ts';
import { type Ended, type Environment, runDanhba, settingsOf } from './child.ts';
import { type MailStore, password, startMailStore } from './doveadm-fixture.ts';
import { liftGuard } from './faults-fixture.ts';
import { type Imap, openImap } from './mail-clients.ts';
import { makeWorkplace } from './run.ts';
import { replace } from './slapd-fixture.ts';
import { organizationText, testRecipient } from './world.ts';

export const days = {
  issued: '2025-04-14',
  locked: '2026-09-22',
  ended: '2025-10-06',
  deleted: '2026-10-12',
} as const;
const names = [
  'An',
  'Ba',
  'Chi',
  'Du',
  'Giang',
  'Hoa',
  'Khang',
  'Lan',
  'Minh',
  'Nga',
  'Oanh',
  'Phong',
  'Quy',
] as const;
export type Name = (typeof names)[number];

export interface ApplyOptions {
  /** Beside the settings that lead straight to both servers. */
  readonly environment?: Environment;
  readonly onStart?: (pid: number) => void;
}

export interface MailPeople {
  readonly store: MailStore;
  /** The folder in which the command runs. */
  readonly root: string;
  /** Any danhba command, as a process of its own in that folder. */
  danhba(args: readonly string[], options?: ApplyOptions): Promise<Ended>;
  /** `danhba apply`. */
  apply(today: string, options?: ApplyOptions): Promise<Ended>;
  /** Writes this into the file behind the person's name. */
  write(name: Name, record: string): Promise<void>;
  dnOf(name: Name): string;
  keyOf(name: Name): string;
  /** The state in the directory; undefined where the entry is gone. */
  stateOf(name: Name): Promise<string | undefined>;
  /** What the journal keeps of one person's changes of a kind. */
  journalOf(name: Name, kind: string): Promise<readonly { result: string; detail?: string }[]>;
  /** Logged in by IMAP; null where the server refuses. */
  login(name: Name): Promise<Imap | null>;
  /** Puts so many messages into the inbox, each another, as another delivery agent would have. */
  fill(name: Name, count: number, first?: number): Promise<void>;
  /** The mailbox and its archive; where the entry is gone, it is put back for the look. */
  sidesOf(name: Name): Promise<{ mailbox: Side; archive: Side }>;
  /** Messages in the mailbox and in its archive. */
  count(name: Name): Promise<{ mailbox: number; archive: number }>;
  stop(): Promise<void>;
}

const idOf = (name: Name) => `LC-${String(names.indexOf(name)).padStart(6, '0')}`;
/** Dovecot's own name of the mailbox. */
export const userOf = (name: Name) => `${idOf(name)}@people`;

/** Everybody is issued, and has changed the first password. */
export async function startMailPeople(): Promise<MailPeople> {
  const store = await startMailStore();
  const { slapd, dovecot, ldap } = store;
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  const work = await makeWorkplace({ url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile }, {});
  await liftGuard(work);
  const committee =
    'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\n';
  await work.write({ ubnd: `${committee}credentialRecipients: [${testRecipient}]\n` });

  const records = new Map<Name, string>();
  const dnOf = (name: Name) => `uid=${idOf(name)},ou=people,${slapd.baseDn}`;

  const sleepSince = async (name: Name): Promise<void> => {
    const change = replace('authTimestamp', '20250415020000Z');
    await store.root.modify(dnOf(name), change, new Relax()).catch((thrown: unknown) => {
      if (!(thrown instanceof NoSuchObjectError)) throw thrown;
    });
  };
  const people: MailPeople = {
    store,
    root: work.root,
    dnOf,
    keyOf: (name) => `person:${idOf(name)}`,
    apply: async (today, options) => {
      // The server records logins by its own clock, and the story lives earlier: whoever is to be deleted had long gone.
      if (today === days.deleted) await Promise.all(names.map(sleepSince));
      return await people.danhba(['apply', '--today', today], options);
    },
    danhba: (args, { environment = {}, onStart } = {}) =>
      runDanhba(args, {
        cwd: work.root,
        environment: {
          ...settingsOf({ url: slapd.url, bindDn, passwordFile }),
          DANHBA_DOVEADM_URL: dovecot.doveadmUrl,
          DANHBA_DOVEADM_API_KEY_FILE: dovecot.apiKeyFile,
          ...environment,
        },
        ...(onStart && { onStart }),
      }),
    async write(name, record) {
      records.set(name, record);
      const items = names.map((one) => {
        const more = records.get(one);
        return `id: ${idOf(one)}, name: Nguyễn Văn ${one}${more ? `, ${more}` : ''}`;
      });
      await work.write({ sokx: organizationText('sokx', items, 'mailbox: none\n') });
    },
    async stateOf(name) {
      const filter = `(uid=${idOf(name)})`;
      const base = `ou=people,${slapd.baseDn}`;
      const { searchEntries } = await ldap.search(base, { filter, attributes: ['danhbaState'] });
      return searchEntries[0]?.danhbaState?.toString();
    },
    async journalOf(name, kind) {
      const text = await readFile(join(work.root, '.danhba/journal.jsonl'), 'utf8');
      // A killed run leaves half a line behind.
      const lines = text.split('\n').filter((line) => line.includes(`"key":"person:${idOf(name)}"`));
      return lines
        .filter((line) => line.endsWith('}'))
        .map((line) => JSON.parse(line))
        .filter((line) => line.kind === kind);
    },
    async login(name) {
      const imap = await openImap(dovecot.ports.imap);
      const { status } = await imap.login(`${name.toLowerCase()}nv.sokx@${slapd.domain}`, password);
      if (status === 'OK') return imap;
      imap.close();
      return null;
    },
    fill: (name, count, first) => fillMailbox(store, idOf(name), count, first),
    sidesOf: (name) => sidesOf(store, idOf(name)),
    async count(name) {
      const { mailbox, archive } = await people.sidesOf(name);
      return { mailbox: mailbox.messages.length, archive: archive.messages.length };
    },
    async stop() {
      await work.remove();
      await store.stop();
    },
  };

  await people.write('An', '');
  const issued = await people.apply(days.issued);
  if (issued.code !== 0) throw new Error(issued.out + issued.err);
  for (const name of names) {
    await ldap.modify(dnOf(name), [replace('userPassword', password), replace('pwdReset')]);
  }
  return people;
}

/** Puts so many messages into a person's inbox, each another, as another delivery agent would have. */
export async function fillMailbox(
  { dovecot }: MailStore,
  id: string,
  count: number,
  first = 0,
): Promise<void> {
  const home = join(dovecot.directory, 'mail/people', id);
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(home, 'Maildir', part), { recursive: true });
  for (let at = 0; at < count; at += 500) {
    const some = Array.from({ length: Math.min(500, count - at) }, (_, index) => first + at + index);
    await Promise.all(some.map((number) => writeMessage(join(home, 'Maildir/cur'), number)));
  }
  // As root writes them; Dovecot is the user of its own folder.
  const reference = `--reference=${join(home, '../..')}`;
  await promisify(execFile)('chown', [reference, join(home, '..')]);
  await promisify(execFile)('chown', ['-R', reference, home]);
}

/** A person's mailbox and its archive; where the entry is gone, it is put back for the look. */
export async function sidesOf(
  { slapd, ldap, root, doveadm }: MailStore,
  id: string,
): Promise<{ mailbox: Side; archive: Side }> {
  const dn = `uid=${id},ou=people,${slapd.baseDn}`;
  const filter = `(uid=${id})`;
  const { searchEntries } = await ldap.search(`ou=people,${slapd.baseDn}`, { filter, attributes: ['1.1'] });
  const gone = searchEntries.length === 0;
  if (gone) {
    const mail = `tim.${id.toLowerCase()}@${slapd.domain}`;
    const marks = { danhbaKey: `person:look-${id}`, danhbaState: 'terminated', danhbaAddress: mail };
    await root.add(dn, { objectClass: ['inetOrgPerson', 'danhbaAccount'], cn: id, sn: id, mail, ...marks });
  }
  const sides = await readBothSides(doveadm, `${id}@people`);
  if (gone) await root.del(dn);
  if (sides.result !== 'read') throw new Error(sides.result);
  return sides;
}

/** Its number ends the name: of names whose ends are alike Dovecot compares each with hundreds. */
function writeMessage(folder: string, number: number): Promise<void> {
  return writeFile(
    join(folder, `${1_790_000_000 + number}.P1.haiphong${number}:2,S`),
    `Subject: Cong van ${number}\nMessage-ID: <${number}@haiphong.gov.vn>\n\nKinh gui so ${number}.\n`,
  );
}
