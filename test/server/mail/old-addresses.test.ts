// An address from before danhba, in a domain where mail had its home: it receives and sends, is renamed from its day, and
// receives on (13.7). Planned and written by danhba, on servers as shipped.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addPerson,
  deliver,
  type MailServers,
  password,
  personDn,
  readMailbox,
  startMailServers,
} from '../../support/mail.ts';
import { openSmtp } from '../../support/mail-clients.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { organizationText, policyText, testRecipient } from '../../support/world.ts';

const old = 'an_nguyen@muongte.gov.vn';
const byRule = 'annv.soyt@laichau.gov.vn';
const kept = (address: string, id = 'LC-000001') =>
  `id: ${id}, name: Nguyễn Văn An, address: ${address}, addressDecision: {document: 8/QĐ, date: 2026-03-02, legacy: true}`;
const soyt = (...people: string[]) => ({ soyt: organizationText('soyt', people) });

let servers: MailServers;
let work: Workplace;

const setPolicy = (more = '') =>
  writeFile(
    join(work.root, 'directory/policy.yaml'),
    policyText.replace('naming:\n', `naming:\n  legacyDomains: [muongte.gov.vn]\n${more}`),
  );

beforeAll(async () => {
  const legacyDomains = ['muongte.gov.vn'];
  servers = await startMailServers({
    slapd: { legacyDomains },
    postfix: { legacyDomains, postmaster: 'ubnd@laichau.gov.vn' },
  });
  const { url, baseDn, reconciler } = servers.slapd;
  const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: {}\ncredentialRecipients: [${testRecipient}]\n`;
  const server = { url, baseDn, bindDn: reconciler.dn, passwordFile: reconciler.passwordFile };
  work = await makeWorkplace(server, { ubnd: committee, ...soyt() });
  await setPolicy();
  const applied = await work.apply();
  expect(applied, applied.out + applied.err).toMatchObject({ code: 0 });
  await addPerson(servers, 'LC-000001', '', {
    mail: old,
    danhbaAddress: old,
    danhbaOrganization: 'soyt',
    danhbaIssued: '20261122170000Z',
  });
  await work.write(soyt(kept(old)));
});

afterAll(async () => {
  await work?.remove();
  await servers?.stop();
});

const addressesThere = async () => {
  const { searchEntries } = await servers.ldap.search(personDn(servers, 'LC-000001'), {
    scope: 'base',
    attributes: ['mail', 'danhbaAddress', 'danhbaFormerAddress'],
    explicitBufferAttributes: [],
  });
  const { mail, danhbaAddress, danhbaFormerAddress } = searchEntries[0] ?? ({} as Record<string, never>);
  return { mail, danhbaAddress: [danhbaAddress].flat().sort(), danhbaFormerAddress };
};

/** What is said on the line to a sender and a recipient. */
async function ask(sender: string, recipient: string): Promise<string> {
  const smtp = await openSmtp(servers.postfix.ports.smtp);
  await smtp.command(`MAIL FROM:<${sender}>`);
  const reply = await smtp.command(`RCPT TO:<${recipient}>`);
  smtp.close();
  return reply;
}

test('it is kept as it is, and receives', async () => {
  const applied = await work.apply();
  expect(applied, applied.out + applied.err).toMatchObject({ code: 0 });
  expect((await work.plan()).plan).toMatchObject({ changes: [], held: [] });
  expect(await addressesThere()).toMatchObject({ mail: old, danhbaAddress: [old] });
  expect(await deliver(servers, old, 'Subject: one\n\nx\n')).toMatch(/^250 /);
  expect(await deliver(servers, old.toUpperCase(), 'Subject: two\n\nx\n')).toMatch(/^250 /);
  expect(await readMailbox(servers, old, 'INBOX', 2)).toHaveLength(2);
});

test('it is what its holder writes in the name of, once logged in with it', async () => {
  const smtp = await openSmtp(servers.dovecot.ports.submission);
  expect(await smtp.auth(old, password)).toMatch(/^235 /);
  expect(await smtp.send(old, 'a@outside.test', 'Subject: out\n\nx\n')).toMatch(/^250 /);
  expect(await smtp.send('other@muongte.gov.vn', 'a@outside.test', 'Subject: x\n\nx\n')).toMatch(/^553 /);
  smtp.close();
});

test('the domain is ours: the unknown is refused, its postmaster is reached, and nobody outside writes in its name', async () => {
  expect(await ask('a@outside.test', 'nobody@muongte.gov.vn')).toMatch(/^550 5\.1\.1/);
  expect(await ask('a@outside.test', 'annv.soyt@muongte.gov.vn')).toMatch(/^550 5\.1\.1/);
  expect(await ask('a@outside.test', 'postmaster@muongte.gov.vn')).toMatch(/^250/);
  expect(await ask('a@outside.test', 'Abuse@laichau.gov.vn')).toMatch(/^250/);
  expect(await ask(old, old)).toMatch(/^553 5\.7\.1/);
  expect(await ask('x@sub.muongte.gov.vn', old)).toMatch(/^553 5\.7\.1/);
  expect(await ask('x@muongte-gov.vn', old)).toMatch(/^250/);
});

test('nobody new gets one', async () => {
  await work.write(soyt(kept(old), kept('moi@muongte.gov.vn', 'LC-000002')));
  const { plan } = await work.plan();
  expect(plan.changes).toEqual([]);
  expect(plan.held).toMatchObject([{ key: 'person:LC-000002', code: 'legacy-new', kind: 'create' }]);
  await work.write(soyt(kept(old)));
});

test('from the day on it has the address by the rules, and receives under both', async () => {
  await setPolicy('  legacyUntil: 2026-11-23\n');
  const { plan } = await work.plan();
  expect(plan.changes).toMatchObject([{ kind: 'rename', why: { code: 'legacy-over', clause: '13.7' } }]);
  const applied = await work.apply();
  expect(applied, applied.out + applied.err).toMatchObject({ code: 0 });
  expect(await addressesThere()).toMatchObject({
    mail: byRule,
    danhbaAddress: [old, byRule].sort(),
    danhbaFormerAddress: `${old} 2027-05-23`,
  });
  expect((await work.plan()).plan).toMatchObject({ changes: [], held: [] });
  expect(await deliver(servers, old, 'Subject: three\n\nx\n')).toMatch(/^250 /);
  expect(await deliver(servers, byRule, 'Subject: four\n\nx\n')).toMatch(/^250 /);
  expect(await readMailbox(servers, byRule, 'INBOX', 4)).toHaveLength(4);
});
