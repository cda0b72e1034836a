/** A living province moves in as docs/adopt.md tells it: nobody loses a password, a group or a message, and there is a way back. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dovecot, startDovecot } from '../../../servers/launch/dovecot.ts';
import { type Postfix, startPostfix } from '../../../servers/launch/postfix.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { readLaterAnswer } from '../../support/adopt-page.ts';
import {
  type AdoptedProvince,
  answerDecisions,
  movingDay,
  startAdoptedProvince,
} from '../../support/adopted-province.ts';
import { changesOf, heldOf } from '../../support/lifecycle-story.ts';
import {
  livingAgencies,
  livingGroups,
  livingNumbers,
  livingPassword,
  livingPeople,
  livingServices,
} from '../../support/living-tree.ts';
import { until } from '../../support/mail.ts';
import { openImap, openSmtp } from '../../support/mail-clients.ts';
import { isAsShown } from '../../support/page-tour.ts';
import { resultOf } from '../../support/slapd-fixture.ts';

let province: AdoptedProvince;
let before: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  province = await startAdoptedProvince();
  await province.type('The adopter comes');
  before = await province.dump();
}, 120_000);
afterAll(() => province?.stop());

const mailboxes = [...livingPeople, ...livingAgencies];
/** What danhba does not manage and leaves where it is: ten people have a title in English too. */
const leftAlone = livingPeople.filter(({ index }) => index % 50 === 0).map(() => 'entry-options');

async function typeAsShown(section: string): Promise<void> {
  const said = (await province.type(section)).trimEnd();
  const shown = readLaterAnswer('docs/adopt.md', section);
  expect(isAsShown(shown, said) ? 'as shown' : said).toBe('as shown');
}

async function planOf(...args: string[]): Promise<{ readonly code: number | null; readonly plan: Plan }> {
  const { code, out, err } = await province.danhba('planner', 'plan', '--format', 'json', ...args);
  expect(err).not.toContain('[');
  return { code, plan: JSON.parse(out) as Plan };
}

const bindsAs = async (dn: string): Promise<number> => {
  const client = new Client({ url: province.server.url });
  try {
    return await resultOf(client.bind(dn, livingPassword));
  } finally {
    await client.unbind();
  }
};

describe('moving in', () => {
  it('comes into files, and what only people can decide is asked', async () => {
    await typeAsShown('Into files');
    const asked = await answerDecisions(province.folder);
    expect(Object.fromEntries(asked)).toMatchObject({
      organization: 13,
      address: livingNumbers.otherAddresses,
      alias: livingNumbers.twoMails,
      phone: livingNumbers.severalPhones,
      status: livingNumbers.disabled,
    });
  });

  it('is decided, passes check, and nobody is issued a second mailbox meanwhile', async () => {
    await typeAsShown('Decided');
    const plan = JSON.parse(await readFile(join(province.folder, 'plan.json'), 'utf8')) as Plan;
    expect(changesOf(plan)).toEqual(['create organization:ubnd']);
    expect(plan.held.map(({ code }) => code)).toEqual(mailboxes.map(() => 'adoption-waits'));
  });

  it('is adopted, and the plan is empty', async () => {
    await typeAsShown('Taken over');
    const { code, plan } = await planOf();
    expect(code).toBe(0);
    expect(plan.changes).toEqual([]);
    expect(plan.held.map(({ code: why }) => why)).toEqual(leftAlone);
    expect(plan.unmarked.map(({ dn }) => dn).sort()).toEqual(livingServices.map(({ dn }) => dn).sort());
    expect(plan.counts).toEqual({ wanted: mailboxes.length + 1, actual: mailboxes.length + 1 });
  });
});

describe('afterwards', () => {
  it('ten days’ plans do nothing to anybody, the first login of one among them', async () => {
    const [{ dn } = { dn: '' }] = livingPeople;
    expect(await bindsAs(dn)).toBe(0);
    for (let day = 1; day <= 10; day++) {
      const { code, plan } = await planOf('--today', `2026-12-${String(day).padStart(2, '0')}`);
      expect([code, changesOf(plan), heldOf(plan).length], String(day)).toEqual([0, [], leftAlone.length]);
    }
  });

  it('every password binds, those of people who were disabled there too: nobody has decided otherwise', async () => {
    for (const { dn } of mailboxes) expect(await bindsAs(dn), dn).toBe(0);
  });

  it('every group has its members, and they know it', async () => {
    for (const { dn, members } of livingGroups) {
      const group = await province.readEntry(dn);
      expect([group?.member].flat().sort(), dn).toEqual([...members].sort());
      for (const member of members) expect((await province.readEntry(member))?.memberOf).toBe(dn);
    }
  });
});

describe('mail', () => {
  let dovecot: Dovecot;
  let postfix: Postfix;
  beforeAll(async () => {
    dovecot = await startDovecot({ slapd: province.server });
    postfix = await startPostfix({ slapd: province.server, dovecot, rspamd: null });
  }, 120_000);
  afterAll(async () => {
    await postfix?.stop();
    await dovecot?.stop();
  });

  const byLogin = livingPeople.find((one) => one.named === 'uid' && one.hasOtherAddress);
  const byName = livingPeople.find((one) => one.named === 'cn' && one.index % 5 === 0);
  const twice = livingPeople.find((one) => one.named === 'uid' && one.mails.length === 2);
  const agency = livingAgencies.find(({ dn }) => dn.startsWith('uid='));

  it.each([
    ['uid=, at an old address', byLogin?.mails ?? []],
    ['cn= with a uid', byName?.mails ?? []],
    ['two addresses, by both', twice?.mails ?? []],
    ['an agency among people', agency === undefined ? [] : [agency.mail]],
  ])('arrives and is read: %s', async (_, addresses) => {
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      const smtp = await openSmtp(postfix.ports.smtp);
      const reply = await smtp.send('somebody@outside.test', address, `Subject: ${address}\n\nx\n`);
      smtp.close();
      expect(reply, address).toMatch(/^250 /);
    }
    const imap = await openImap(dovecot.ports.imap);
    expect((await imap.login(addresses[0] ?? '', livingPassword)).status).toBe('OK');
    let read: readonly string[] = [];
    await until(async () => {
      read = (await imap.readAll('INBOX')) ?? [];
      return read.length >= addresses.length;
    });
    imap.close();
    const subjects = read.map((text) => /^Subject: (.*?)\r?$/m.exec(text)?.[1]);
    expect(subjects.sort()).toEqual([...addresses].sort());
  });
});

describe('given back', () => {
  it('every entry is as it was, but for times of operation', async () => {
    await typeAsShown('Given back');
    const after = await province.dump();
    for (const [dn, lines] of before) expect(after.get(dn), dn).toEqual(lines);
    expect([...after.keys()].filter((dn) => !before.has(dn)).sort()).toEqual([
      `dn: cn=sentinel,ou=danhba,${province.server.baseDn}`,
      `dn: ou=ubnd,ou=organizations,${province.server.baseDn}`,
    ]);
    const { plan } = await planOf('--today', movingDay);
    expect(new Set(plan.held.map(({ code }) => code))).toEqual(new Set(['adoption-waits']));
    expect(plan.held).toHaveLength(mailboxes.length);
  });
});
