/** A server that has its people in ou=users and its agencies in ou=units: the whole round, and a policy that says otherwise. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { connect } from '../../support/slapd-fixture.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const ubnd = `id: ubnd
name: Ủy ban nhân dân tỉnh Lai Châu
kind: people-committee
code: ubnd
mailbox: none
credentialRecipients: [${testRecipient}]
`;
const sokx = (...people: string[]) => ({ ubnd, sokx: organizationText('sokx', people) });
const breach =
  'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2025-03-10, notice: {document: 32/TB, date: 2025-03-11}}';

let slapd: Slapd;
let root: Client;
let work: Workplace;
const userOf = (id: string) => `uid=${id},ou=users,${slapd.baseDn}`;

beforeAll(async () => {
  slapd = await startSlapd({ containers: { people: 'ou=users', organizations: 'ou=units' } });
  root = await connect(slapd, slapd.root);
  const { url, baseDn, reconciler } = slapd;
  const server = { url, baseDn, bindDn: reconciler.dn, passwordFile: reconciler.passwordFile };
  work = await makeWorkplace(server, sokx(an, binh));
  await setContainers('{people: ou=users, organizations: ou=units}');
});
afterAll(async () => {
  await root?.unbind();
  await work?.remove();
  await slapd?.stop();
});

async function setContainers(containers: string | undefined): Promise<void> {
  const file = join(work.root, 'directory/policy.yaml');
  const text = (await readFile(file, 'utf8')).replace(/^containers: .*\n/m, '');
  await writeFile(file, containers === undefined ? text : `containers: ${containers}\n${text}`);
}

const dnsOf = async () => {
  const { searchEntries } = await root.search(slapd.baseDn, {
    filter: '(&(danhbaKey=*)(!(objectClass=danhbaTombstone)))',
    attributes: ['1.1'],
  });
  return searchEntries.map(({ dn }) => dn).sort();
};

describe('the round', () => {
  it('issues below the containers of the policy, and the next plan is empty', async () => {
    expect((await work.apply({ today: '2025-03-02' })).code).toBe(0);
    expect(await dnsOf()).toEqual(
      [
        `ou=sokx,ou=units,${slapd.baseDn}`,
        `ou=ubnd,ou=units,${slapd.baseDn}`,
        userOf('LC-000001'),
        userOf('LC-000002'),
      ].sort(),
    );
    const { plan } = await work.plan({ today: '2025-03-02' });
    expect(plan).toMatchObject({
      changes: [],
      held: [],
      unmarked: [],
      containers: { people: 'ou=users', organizations: 'ou=units' },
    });
  });

  it('changes, suspends and deletes there', async () => {
    await work.write(sokx(`${an}, title: Chuyên viên`, binh));
    expect((await work.apply({ today: '2025-03-03' })).code).toBe(0);
    await work.write(sokx(`${an}, title: Chuyên viên, ${breach}`, binh));
    expect((await work.apply({ today: '2025-03-11' })).code).toBe(0);
    const locked = { scope: 'base' as const, attributes: ['pwdEndTime', 'title'] };
    expect((await root.search(userOf('LC-000001'), locked)).searchEntries).toMatchObject([
      { pwdEndTime: '19700101000000Z', title: 'Chuyên viên' },
    ]);
    const last = await work.plan({ today: '2026-03-13' });
    expect(last.plan.changes, JSON.stringify(last.plan.held)).toMatchObject([{ kind: 'delete' }]);
    expect((await work.apply({ today: '2026-03-13' })).code).toBe(0);
    expect(await dnsOf()).not.toContain(userOf('LC-000001'));
    await work.write(sokx(binh));
    expect((await work.plan({ today: '2026-03-13' })).plan.changes).toEqual([]);
  });

  it('is looked at by the doctor where it goes', async () => {
    const { checks } = JSON.parse((await work.doctor()).out) as { checks: { id: string; status: string }[] };
    const of = (id: string) => checks.find((one) => one.id === id)?.status;
    expect([of('ldap-containers'), of('ldap-sentinel'), of('ldap-rights-reconciler')]).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
  });
});

describe('an agency that was among people before danhba', () => {
  const agency = () => `uid=vanthu,ou=users,${slapd.baseDn}`;
  const soky = (more = '') => ({ soky: organizationText('soky', [], more) });
  const breachOf = (date: string, notice: string) =>
    `mailbox:\n  suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${date}, notice: {document: 32/TB, date: ${notice}}}\n`;

  it('stays there: changed, locked and deleted by the reconciler', async () => {
    await work.write(soky());
    await root.add(agency(), {
      objectClass: ['inetOrgPerson', 'danhbaAccount'],
      ...{ cn: 'Văn thư', sn: 'Văn thư', ou: 'Văn phòng', displayName: 'VAN THU' },
      ...{ danhbaKey: 'organization:soky', danhbaName: 'vanthu', danhbaOrganization: 'soky' },
      ...{ danhbaState: 'active', danhbaIssued: '20250101170000Z' },
      ...{ mail: 'soky@laichau.gov.vn', danhbaAddress: 'soky@laichau.gov.vn' },
    });
    const day = { today: '2025-03-03' };
    const { plan } = await work.plan(day);
    expect(plan.held).toEqual([]);
    expect(plan.changes).toMatchObject([
      { kind: 'update', key: 'organization:soky', base: { dn: agency() } },
    ]);
    const applied = await work.apply(day);
    expect(applied.code, applied.out).toBe(0);
    expect((await work.plan(day)).plan.changes).toEqual([]);
    const seen = async () =>
      (await root.search(agency(), { scope: 'base', attributes: ['*', 'pwdEndTime'] })).searchEntries[0];
    expect(await seen()).toMatchObject({
      objectClass: ['inetOrgPerson', 'danhbaAccount'],
      ...{ cn: 'Văn thư', ou: 'Văn phòng', uid: 'vanthu', danhbaName: 'vanthu' },
      businessCategory: 'provincial',
    });
    await work.write(soky(breachOf('2025-03-10', '2025-03-11')));
    expect((await work.apply({ today: '2025-03-11' })).code).toBe(0);
    expect(await seen()).toMatchObject({ danhbaState: 'suspended', pwdEndTime: '19700101000000Z' });
    const gone = await work.apply({ today: '2026-03-13' });
    expect(gone.code, gone.out).toBe(0);
    expect(await dnsOf()).not.toContain(agency());
    await work.write({ soky: null });
  });
});

describe('a policy that names other containers than those with the entries', () => {
  it('names what is not there, and the doctor says which', async () => {
    await setContainers(undefined);
    await expect(work.plan()).rejects.toMatchObject({ code: 'ldap-container-missing' });
    const { checks } = JSON.parse((await work.doctor()).out) as {
      checks: { id: string; status: string; message: string }[];
    };
    expect(checks.find(({ id }) => id === 'ldap-containers')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('ou=people, ou=organizations'),
    });
  });

  it.each(['with the count of the last run', 'where no run has counted'])(
    'nobody is issued again: %s',
    async (when) => {
      const folder = (ou: string) =>
        root.add(`ou=${ou},${slapd.baseDn}`, { objectClass: 'organizationalUnit', ou });
      if (when.startsWith('with')) {
        await folder('people');
        await folder('organizations');
        await work.write(sokx(binh, 'id: LC-000003, name: Lò Văn Chi'));
        await setContainers('{people: ou=users, organizations: ou=units}');
        expect((await work.apply({ today: '2026-03-13' })).code).toBe(0);
        await setContainers(undefined);
      } else {
        await root.del(`cn=sentinel,ou=danhba,${slapd.baseDn}`);
      }
      const before = await dnsOf();
      const refusal = { code: 'ldap-read-incomplete', message: expect.stringMatching(/ou=(users|units)/) };
      await expect(work.plan()).rejects.toMatchObject(refusal);
      await expect(work.apply()).rejects.toMatchObject(refusal);
      expect(await dnsOf()).toEqual(before);
    },
  );
});
