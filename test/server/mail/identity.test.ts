/** Entries other hands have renamed, on a real mail server: whatever name a session runs under, a lock ends it. */
import type { Client } from 'ldapts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSessions } from '../../../src/dovecot/sessions.ts';
import { change } from '../../contract/bench.ts';
import { days, type MailPeople, type Name, startMailPeople, userOf } from '../../support/mail-people.ts';
import { connect, personDn } from '../../support/slapd-fixture.ts';

let people: MailPeople;
let root: Client;
beforeAll(async () => {
  people = await startMailPeople();
  root = await connect(people.store.slapd, people.store.slapd.root);
});
afterAll(async () => {
  await root?.unbind();
  await people?.stop();
});

const breach = `suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${days.locked}}`;
const idOf = (name: Name) => userOf(name).replace('@people', '');
const dnOf = (name: Name) => personDn(people.store.slapd, idOf(name));
const addName = (name: Name, ...values: string[]) =>
  root.modify(dnOf(name), change('replace', 'uid', ...values));

/** Dovecot's own names of those who are logged in. */
const usersOnline = async () => (await readSessions(people.store.doveadm)).map(({ user }) => user);

const cases: readonly (readonly [string, Name, string, number, (name: Name) => Promise<void>])[] = [
  ['a second name before the own one', 'An', 'hunglx', 0, (name) => addName(name, 'hunglx', idOf(name))],
  ['another name instead', 'Chi', 'chi.cu', 1, (name) => root.modifyDN(dnOf(name), 'uid=chi.cu')],
];

test.each(cases)('a session under %s ends with the suspension', async (_what, name, other, exit, touch) => {
  await touch(name);
  const session = await people.login(name);
  const colleague = await people.login('Ba');
  if (session === null || colleague === null) throw new Error('nobody gets in');
  // The mail server has another mailbox in hand than the one that was issued.
  expect(await usersOnline()).toContain(`${other}@people`);
  await people.write(name, breach);
  const applied = await people.apply(days.locked);
  expect(applied.code, applied.out + applied.err).toBe(exit);
  expect((await session.command('NOOP')).status).toBe('closed');
  expect((await colleague.command('NOOP')).status).toBe('OK');
  expect(await people.login(name)).toBeNull();
  expect(await usersOnline()).not.toContain(`${other}@people`);
  colleague.close();
});
