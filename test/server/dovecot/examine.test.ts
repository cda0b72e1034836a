/** What the doctor sees of a real Dovecot: commands it knows and does not know, whom it has, and that nobody's mail is touched. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDovecot } from '../../../src/dovecot/mail-server.ts';
import { readMailState } from '../../../src/dovecot/state.ts';
import { remark } from '../../../src/model/problems/remark.ts';
import { addPeople, type MailStore, startMailStore } from '../../support/doveadm-fixture.ts';

let store: MailStore;
beforeAll(async () => {
  store = await startMailStore();
});
afterAll(() => store?.stop());

const examine = async (url = store.dovecot.doveadmUrl, apiKey = store.apiKey) => {
  const server = openDovecot({ url, apiKey });
  try {
    return await server.examine();
  } finally {
    server.close();
  }
};

it('the shipped set-up knows every command, and everybody of the directory', async () => {
  const users = await addPeople(store, 1, 3);
  const facts = await examine();
  expect(facts.lacksCommands).toEqual([]);
  expect([...facts.users].sort()).toEqual([...users].sort());
});

it('an unknown command is answered so that the doctor can tell it from an unknown user', async () => {
  const [answer] = await store.doveadm.call(
    [{ name: 'sieveFly', parameters: { user: 'nobody@danhba.invalid' } }],
    { batch: 1, once: true },
  );
  expect(answer).toEqual({ result: 'refused', detail: remark('mail.no-command') });
});

it('a wrong key is told as a run tells it', async () => {
  await expect(examine(undefined, 'wrong')).rejects.toMatchObject({ code: 'doveadm-key' });
});

it('the entry of a doctor at work is no mailbox of anybody’s', async () => {
  const dn = `uid=danhba-doctor,ou=people,${store.slapd.baseDn}`;
  await store.ldap.add(dn, {
    objectClass: ['inetOrgPerson', 'danhbaAccount'],
    cn: 'danhba-doctor',
    sn: 'danhba-doctor',
    danhbaKey: 'person:danhba-doctor',
    danhbaState: 'active',
    pwdEndTime: '19700101000000Z',
  });
  expect((await examine()).users).toContain('danhba-doctor@people');
  const during = await readMailState(store.doveadm);
  expect(during.mailboxes.map(({ user }) => user)).not.toContain('danhba-doctor@people');
  await store.root.del(dn);
  // Dovecot may have made the home of a user it listed.
  expect((await readMailState(store.doveadm)).orphans).toEqual([]);
});
