/** A province that has every kind of change ahead of it in each of some rounds, on real slapd and Dovecot. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '../../src/model/time/date.ts';
import { Relax } from '../contract/bench.ts';
import { type Ended, runDanhba, settingsOf } from './child.ts';
import { type MailStore, password, startMailStore } from './doveadm-fixture.ts';
import { committee, liftGuard, personLine } from './faults-fixture.ts';
import { type Imap, openImap, openManageSieve } from './mail-clients.ts';
import { type Door, openDoor } from './mail-door.ts';
import { fillMailbox, sidesOf } from './mail-people.ts';
import { startProxy, type Wire } from './proxy.ts';
import { makeWorkplace, type Workplace } from './run.ts';
import { replace } from './slapd-fixture.ts';
import { organizationText } from './world.ts';

const [issued, ended, firstRound] = ['2025-04-14', '2025-10-06', '2026-10-12'];
/** Ended a week after one another, so that each round has its own deletions. */
export const dayOfRound = (round: number): string => addDays(firstRound, 7 * round);

/** The part people have in a round; the hundreds of their number are the round. */
const parts = {
  ...{ update: 0, rename: 2, suspend: 3, restore: 4, terminate: 5, transfer: 6, reset: 7 },
  ...{ delete: 8, deleteToo: 9, session: 13, script: 14 },
  ...{ create: 20, createToo: 21, createSuspended: 22, createElsewhere: 23 },
} as const;
type Part = keyof typeof parts;

export const numberOf = (round: number, part: Part): number => (round + 1) * 100 + parts[part];
export const idOf = (number: number): string => `LC-${String(number).padStart(6, '0')}`;
/** Of each mailbox that is deleted. */
export const messages = { delete: 6, deleteToo: 3 } as const;

export interface KillProvince {
  readonly store: MailStore;
  readonly proxy: Wire;
  readonly door: Door;
  readonly work: Workplace;
  /** Declares the changes of a round, and opens the sessions that it must end. */
  begin(round: number): Promise<readonly Imap[]>;
  /** `danhba apply`, as a process of its own, through the proxy and the door. */
  apply(round: number, onStart?: (pid: number) => void): Promise<Ended>;
  /** Every entry below the base, but for what differs between any two servers or runs. */
  dump(): Promise<Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>;
  /** Messages in the mailbox, and the identities of those in the archive, of who was deleted in a round. */
  archived(
    round: number,
  ): Promise<Readonly<Record<keyof typeof messages, readonly [number, number, number]>>>;
  stop(): Promise<void>;
}

const suspension = (date: string) =>
  `, suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${date}}`;
const termination = (date: string) =>
  `, termination: {reason: retirement, document: 77/QĐ, decided: ${date}}`;

const unlike = new Set([
  ...['entryUUID', 'entryCSN', 'contextCSN', 'createTimestamp', 'modifyTimestamp', 'modifiersName'],
  ...['userPassword', 'pwdChangedTime', 'pwdHistory', 'authTimestamp', 'pwdFailureTime'],
]);

/** Mailboxes for so many rounds are issued, and what a round needs to have happened before has. */
export async function startKillProvince(rounds: number, recipient: string): Promise<KillProvince> {
  const store = await startMailStore();
  const { slapd, dovecot, root, ldap } = store;
  const proxy = await startProxy(slapd.url);
  const door = await openDoor(dovecot.doveadmUrl);
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  // Without the mail server, which is the way to leave sessions open behind a lock.
  const work = await makeWorkplace(
    { url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile },
    { ubnd: committee.replace(/age1\w+/, recipient) },
  );
  await liftGuard(work);
  await appendFile(join(work.root, 'directory/policy.yaml'), 'mail:\n  forwarding: deactivate\n');

  const dnOf = (number: number) => `uid=${idOf(number)},ou=people,${slapd.baseDn}`;
  const addressOf = (number: number) => / address: ([^,]+),/.exec(personLine('sokx', number))?.[1] ?? '';
  const houses = new Map<string, Map<number, string>>([
    ['sokx', new Map()],
    ['soky', new Map()],
  ]);
  const declare = (number: number, more = '', house = 'sokx') => {
    for (const people of houses.values()) people.delete(number);
    if (!houses.has(house)) houses.set(house, new Map());
    houses.get(house)?.set(number, personLine(house, number, more));
  };
  const write = () =>
    work.write(
      Object.fromEntries([...houses].map(([id, people]) => [id, organizationText(id, [...people.values()])])),
    );
  const settle = async (today: string) => {
    await write();
    const ran = await work.apply({ today });
    if (ran.code !== 0) throw new Error(ran.out + ran.err);
  };
  const each = (of: (round: number) => unknown) => Array.from({ length: rounds }, (_, round) => of(round));
  const there = (Object.keys(parts) as Part[]).filter((part) => !part.startsWith('create'));

  each((round) => {
    for (const part of there) declare(numberOf(round, part));
  });
  await settle(issued);
  each((round) => {
    declare(numberOf(round, 'restore'), suspension('2025-10-02'));
    for (const part of ['delete', 'deleteToo'] as const)
      declare(numberOf(round, part), termination('2025-10-02'));
  });
  await settle(ended);
  for (let round = 0; round < rounds; round++) {
    const day = addDays(ended, 7 * round).replaceAll('-', '');
    const since = ['danhbaLocked', 'danhbaSince'].map((name) => replace(name, `${day}170000Z`));
    for (const part of ['delete', 'deleteToo'] as const) {
      await root.modify(dnOf(numberOf(round, part)), since, new Relax());
    }
    for (const part of ['suspend', 'session', 'script'] as const) {
      await ldap.modify(dnOf(numberOf(round, part)), [
        replace('userPassword', password),
        replace('pwdReset'),
      ]);
    }
  }

  const openSession = async (number: number): Promise<Imap> => {
    const imap = await openImap(dovecot.ports.imap);
    const { status, text } = await imap.login(addressOf(number), password);
    if (status !== 'OK') throw new Error(text);
    return imap;
  };

  return {
    store,
    proxy,
    door,
    work,
    async begin(round) {
      const today = dayOfRound(round);
      const number = (part: Part) => numberOf(round, part);
      const sessions = [await openSession(number('suspend')), await openSession(number('session'))];
      // Before anything else of this round is due: a run without the mail server would delete without an archive.
      const earlier = addDays(today, -6);
      declare(number('session'), suspension(earlier));
      await settle(earlier);

      const sieve = await openManageSieve(dovecot.ports.sieve);
      await sieve.login(addressOf(number('script')), password);
      await sieve.putScript('loc', 'redirect "ban@mien-phi.test";\n');
      await sieve.activate('loc');
      sieve.close();
      for (const [part, count] of Object.entries(messages)) {
        await fillMailbox(store, idOf(number(part as Part)), count);
      }
      const users = `cn=users,ou=policies,${slapd.baseDn}`;
      await root.modify(users, replace('pwdMinLength', '4'), new Relax());

      declare(number('update'), ', title: Phó');
      houses
        .get('sokx')
        ?.set(number('rename'), personLine('sokx', number('rename')).replace('.sokx@', '7.sokx@'));
      declare(number('suspend'), suspension(today));
      declare(
        number('restore'),
        `${suspension('2025-10-02')}, restoration: {document: 9/VP, date: ${today}}`,
      );
      declare(number('terminate'), termination(today));
      declare(number('transfer'), '', 'soky');
      declare(number('reset'), `, passwordReset: {document: 3/VP, date: ${today}}`);
      declare(number('create'));
      declare(number('createToo'));
      declare(number('createSuspended'), suspension(today));
      declare(number('createElsewhere'), '', `sov${round}`);
      await write();
      return sessions;
    },
    apply: (round, onStart) =>
      runDanhba(
        [
          ...['apply', '--today', dayOfRound(round), '--directory', join(work.root, 'directory')],
          ...['--journal', join(work.root, 'journal.jsonl')],
          ...['--credentials', join(work.root, 'credentials')],
        ],
        {
          environment: {
            ...settingsOf({ url: proxy.url, bindDn, passwordFile }),
            DANHBA_DOVEADM_URL: door.url,
            DANHBA_DOVEADM_API_KEY_FILE: dovecot.apiKeyFile,
          },
          ...(onStart && { onStart }),
        },
      ),
    async dump() {
      const { searchEntries } = await root.search(slapd.baseDn, { attributes: ['*', '+'], paged: true });
      const entries = searchEntries.map(({ dn, ...values }) => {
        const alike = Object.entries(values).filter(([name]) => !unlike.has(name));
        return [
          dn,
          Object.fromEntries(alike.map(([name, some]) => [name, [some].flat().map(String).sort()])),
        ];
      });
      return Object.fromEntries(entries);
    },
    async archived(round) {
      const look = async (part: keyof typeof messages) => {
        const { mailbox, archive } = await sidesOf(store, idOf(numberOf(round, part)));
        const distinct = new Set(archive.messages.map(({ guid }) => guid)).size;
        return [mailbox.messages.length, archive.messages.length, distinct] as const;
      };
      return { delete: await look('delete'), deleteToo: await look('deleteToo') };
    },
    async stop() {
      await work.remove();
      await door.stop();
      await proxy.stop();
      await store.stop();
    },
  };
}
