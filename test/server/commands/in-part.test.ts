/** On real servers: whatever files and hands have done, `danhba plan` says what a reading of everything says. */

import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Attribute, Change, Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plan } from '../../../src/commands/plan.ts';
import type { Io } from '../../../src/process/io.ts';
import { renderPlanJson } from '../../../src/render/plan/json.ts';
import { renderPlanMarkdown } from '../../../src/render/plan/markdown.ts';
import { namesOf } from '../../../src/review/names.ts';
import { proposeInPart } from '../../../src/run/in-part/propose.ts';
import { propose, tellProblems } from '../../../src/run/propose.ts';
import { withServers } from '../../../src/run/servers.ts';
import { Relax } from '../../contract/bench.ts';
import { makeWorkplace, readSecret, type Workplace } from '../../support/run.ts';
import { type RunningServer, servers } from '../../support/servers.ts';
import { personEntry } from '../../support/slapd-fixture.ts';
import { grantText, organizationText, testRecipient } from '../../support/world.ts';

const day = '2026-11-23';
const given = ['An', 'Bình', 'Chi', 'Dũng', 'Em', 'Giang', 'Hà'];
const peopleOf = (first: number, family: string): string[] =>
  given.map((name, index) => `id: LC-00000${first + index}, name: ${family} ${name}`);
const x = peopleOf(1, 'Nguyễn Văn');
const y = [
  'id: LC-000010, name: Lò Thị Kim',
  ...peopleOf(2, 'Lò Thị').map((one) => one.replace('LC-00000', 'LC-00002')),
];
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const files = {
  ubnd: committee,
  sokx: organizationText('sokx', x, 'mailbox:\n  custodian: LC-000001\n'),
  soky: organizationText('soky', y),
};

type Day = { readonly today?: string; readonly expect?: string };

/** What is told in each form; how many were left out, where the part was not thrown away. */
async function lookAt(work: Workplace, more: Day): Promise<number> {
  const options = { directory: join(work.root, 'directory'), today: day, cache: false, ...more };
  let [whole, wholeMarkdown, left] = ['', '', 0];
  const told = await work.said(async (io: Io) => {
    await withServers(io, async (servers) => {
      const part = await proposeInPart(options, servers, io);
      const proposal = await propose(options, servers, io);
      tellProblems(proposal, io);
      const { accounts, desired, plan: made } = proposal;
      left = part === undefined ? 0 : accounts.length - part.accounts.length;
      whole = renderPlanJson(made);
      const names = namesOf([desired.directory], accounts);
      wholeMarkdown = renderPlanMarkdown(made, { language: 'vi', limit: 200, names });
    });
    return 0;
  });
  const json = await work.said((io) => plan({ ...options, format: 'json' }, io));
  expect(json).toMatchObject({ out: whole, err: told.err });
  const markdown = await work.said((io) => plan({ ...options, format: 'markdown' }, io));
  expect(markdown).toEqual({ code: json.code, out: wholeMarkdown, err: told.err });
  return left;
}

/** The directory is on the server, and root is there to be another hand. */
async function applied(server: RunningServer, work: Workplace): Promise<Client> {
  const admin = new Client({ url: server.url });
  await admin.bind(server.root.dn, await readSecret(server.root.passwordFile));
  expect((await work.apply({ today: day })).code).toBe(0);
  return admin;
}

describe.each(servers)('a plan on %s', (name, start) => {
  let server: RunningServer;
  let work: Workplace;
  let admin: Client;
  const person = (id: string) => `uid=${id},ou=people,${server.baseDn}`;

  beforeAll(async () => {
    server = await start();
    work = await makeWorkplace(server, files);
    admin = await applied(server, work);
  });

  afterAll(async () => {
    await admin?.unbind();
    await work?.remove();
    await server?.stop();
  });

  const look = (more: Day = {}) => lookAt(work, more);

  const modify = (id: string, operation: 'add' | 'replace' | 'delete', type: string, ...values: string[]) =>
    admin.modify(
      person(id),
      new Change({ operation, modification: new Attribute({ type, values }) }),
      new Relax(),
    );

  it('leaves out all of whom there is nothing to say', async () => expect(await look()).toBe(15));

  it('looks at everybody half a year later', async () => {
    expect(await look({ today: '2027-05-10' })).toBe(0);
    expect(await look({ today: '2027-03-01' })).toBe(15);
  });

  it('counts whom it leaves out', async () => expect(await look({ expect: '18' })).toBe(15));

  const hands: readonly (readonly [name: string, act: () => Promise<unknown>, isSlapds?: boolean])[] = [
    ['another title', () => modify('LC-000002', 'replace', 'title', 'Giám đốc')],
    ['a title in another language', () => modify('LC-000003', 'add', 'title;lang-en', 'Director'), true],
    ['a second login name', () => modify('LC-000004', 'add', 'uid', 'dungnv')],
    ['another class', () => modify('LC-000005', 'add', 'objectClass', 'uidObject'), true],
    ['the name in capitals', () => modify('LC-000005', 'replace', 'cn', 'NGUYỄN VĂN EM')],
    ['an entry below', () => admin.add(`cn=x,${person('LC-000006')}`, { objectClass: 'device' }), true],
    ['a key in small letters', () => modify('LC-000007', 'replace', 'danhbaKey', 'person:lc-000007')],
    ['a key that is nobody’s', () => modify('LC-000007', 'replace', 'danhbaKey', 'person:LC-000404')],
    ['its key again', () => modify('LC-000007', 'replace', 'danhbaKey', 'person:LC-000007')],
    ['no day of issue', () => modify('LC-000022', 'delete', 'danhbaIssued')],
    ['an address of nobody’s', () => modify('LC-000023', 'add', 'danhbaAddress', 'khac@laichau.gov.vn')],
    [
      'a place elsewhere',
      () => admin.modifyDN(person('LC-000025'), `${person('LC-000025').replace('people', 'organizations')}`),
      true,
    ],
    ['no organization', () => modify('LC-000026', 'delete', 'danhbaOrganization')],
    ['no place at all', () => admin.del(person('LC-000024'))],
  ];
  const possible = hands.filter(([, , isSlapds]) => isSlapds !== true || name === 'slapd');
  it.each(possible.map(([one, act]) => [one, act] as const))(
    'says what everybody says of an entry with %s, and leaves others out',
    async (_name, act) => {
      await act();
      expect(await look()).toBeGreaterThan(2);
    },
  );

  const people = (...more: readonly string[]) => organizationText('soky', [...y, ...more]);
  it.each<[string, () => Promise<unknown>]>([
    ['the address of somebody', () => work.write({ soky: people('id: LC-000090, name: Lò Thị Kim') })],
    ['the id of somebody', () => work.write({ soky: people('id: LC-000002, name: Nguyễn Văn Bình') })],
    [
      'an alias that is somebody’s',
      () =>
        work.write({ soky: people('id: LC-000091, name: Lò Văn Út, aliases: [hant.sokx@laichau.gov.vn]') }),
    ],
    [
      'the half of a transfer',
      () =>
        work.write({
          soky: people('id: LC-000003, name: Nguyễn Văn Chi'),
          sokx: organizationText(
            'sokx',
            x.with(2, `${x[2]}, termination: {reason: transfer, document: 7/QĐ, decided: 2026-11-20}`),
          ),
        }),
    ],
    [
      'a grant of what somebody has',
      () =>
        writeFile(
          join(work.root, 'directory/grants.yaml'),
          grantText('kimlt.soky@laichau.gov.vn', 'person:LC-000002'),
        ),
    ],
    [
      'another code',
      () => work.write({ sokx: organizationText('sokx', x).replace('code: sokx', 'code: sokz') }),
    ],
    ['nobody', () => work.write({ sokx: organizationText('sokx', []) })],
    ['a slip', () => work.write({ sokx: organizationText('sokx', [...x, 'id: LC-000001x']) })],
    [
      'protected people',
      () => appendFile(join(work.root, 'directory/policy.yaml'), '\nunmanaged: [title]\n'),
    ],
    ['no file', () => work.write({ soky: null })],
    ['a copy of it', () => writeFile(join(work.root, 'directory/organizations/soky (1).yaml'), people())],
  ])('says what everybody says of a file with %s', async (_name, act) => {
    await act();
    await look();
    await look({ today: '2027-04-20' });
    await work.write(files);
    await rm(join(work.root, 'directory/grants.yaml'), { force: true });
  });
});

describe.each(servers)('a server of people of whom nothing is to be said, %s', (_name, start) => {
  let server: RunningServer;
  let work: Workplace;
  let admin: Client;

  beforeAll(async () => {
    server = await start();
    work = await makeWorkplace(server, { ubnd: committee, sokx: organizationText('sokx', x) });
    admin = await applied(server, work);
  });

  afterAll(async () => {
    await admin?.unbind();
    await work?.remove();
    await server?.stop();
  });

  it('hides nobody', async () => expect(await lookAt(work, {})).toBe(x.length));

  it('has seen somebody log in, though it is one of them', async () => {
    const at = { type: 'authTimestamp', values: ['20261122010203Z'] };
    const login = new Change({ operation: 'add', modification: new Attribute(at) });
    await admin.modify(`uid=LC-000002,ou=people,${server.baseDn}`, login, new Relax());
    expect(await lookAt(work, {})).toBe(x.length);
  });

  it('is looked through for who is missing, and has its own container all the same', async () => {
    const cu = `ou=cu,${server.baseDn}`;
    await admin.add(cu, { objectClass: 'organizationalUnit' });
    for (const id of ['LC-000003', 'LC-000004']) {
      await admin.del(`uid=${id},ou=people,${server.baseDn}`);
      await admin.add(`uid=${id},${cu}`, personEntry(id));
    }
    expect(await lookAt(work, {})).toBe(x.length - 2);
  });
});
