/** Contract of a crowd: passwords set at once, by whomever, are judged one by one, and the server lives. */
import type { Client } from 'ldapts';
import { describe, expect, test } from 'vitest';
import { type Bench, change, codeOf, type Person, setPassword } from './bench.ts';

const connections = 4;
const perConnection = 4;
/**
 * slapd 2.5 without servers/openldap/ltdl-lock.c is gone after some hundreds to thousands of them on an idle machine;
 * on a busy one 60,000 may pass. What shows for certain that the lock holds is in test/server/ldap/slapd-ways.test.ts.
 */
export const crowd = 6_000;
const good = 'Tuy-Nhien-2026';
const tooWeak = 'onlysmallletters';

/** Asks so many times for a password that is too weak, sixteen requests in flight; gives how often which code came. */
export const askForWeakPasswords = async (
  connect: () => Promise<Client>,
  people: readonly string[],
  changes: number,
): Promise<ReadonlyMap<number, number>> => {
  const clients = await Promise.all(Array.from({ length: connections }, connect));
  const codes = new Map<number, number>();
  let sent = 0;
  const worker = async (client: Client) => {
    while (sent < changes) {
      const dn = people[sent++ % people.length]!;
      const code = await codeOf(client.modify(dn, [change('replace', 'userPassword', tooWeak)]));
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  };
  await Promise.all(clients.flatMap((client) => Array.from({ length: perConnection }, () => worker(client))));
  return codes;
};

export const describeCrowds = (bench: () => Bench): void => {
  const expectAllLogIn = async (people: readonly Person[]) => {
    for (const { dn } of people) expect(await codeOf((await bench().connect()).bind(dn, good))).toBe(0);
  };

  describe('sixteen passwords in flight', () => {
    test(`${crowd} that are too weak are refused, each with 19; nobody's password is another, and the server lives`, {
      timeout: 180_000,
    }, async () => {
      const people = await Promise.all(Array.from({ length: 16 }, () => bench().addPerson()));
      for (const { dn } of people) await setPassword(bench().reconciler, dn, good);
      const connect = () => bench().connect(bench().subject.reconciler);
      const codes = await askForWeakPasswords(
        connect,
        people.map(({ dn }) => dn),
        crowd,
      );
      expect([...codes]).toEqual([[19, crowd]]);
      await expectAllLogIn(people);
    });

    test('those that are good are all set', { timeout: 300_000 }, async () => {
      const people = await Promise.all(Array.from({ length: 64 }, () => bench().addPerson()));
      const set = ({ dn }: Person) => setPassword(bench().reconciler, dn, good);
      await Promise.all(people.map(set));
      await expectAllLogIn(people);
    });
  });
};
