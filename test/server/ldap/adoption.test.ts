/** Adoption on slapd: entries as hands have made them are taken over, killed amid and resumed, reconciled, and given back. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client, Entry } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { change } from '../../contract/bench.ts';
import { type AdopterSlapd, startAdopterSlapd } from '../../support/adopter-slapd.ts';
import { killIfThere, runDanhba, settingsOf, startDanhba } from '../../support/child.ts';
import { changesOf, heldOf } from '../../support/lifecycle-story.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { bindResult, code, eventually, goodPassword, replace } from '../../support/slapd-fixture.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const base = 'dc=laichau,dc=gov,dc=vn';
const today = '2026-11-23';
const ubnd = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;

const people = `,ou=people,${base}`;
const names = {
  an: `uid=nva${people}`,
  binh: `cn=Tran Thi Binh${people}`,
  chi: `mail=chi@laichau.gov.vn${people}`,
  dung: `cn=LÊ VĂN DUNG${people}`,
  hoa: `uid=hoa${people}`,
  lan: `uid=lan${people}`,
  khoa: `uid=LC-000007${people}`,
  office: `ou=so-kx,ou=organizations,${base}`,
} as const;

const entry = (more: Readonly<Record<string, string | readonly string[]>>) => ({
  objectClass: ['inetOrgPerson'],
  userPassword: goodPassword,
  ...more,
});

const entries: Readonly<Record<keyof typeof names, Record<string, unknown>>> = {
  an: entry({
    cn: 'Nguyen Van An',
    sn: 'An',
    mail: 'ANNV.sokx@laichau.gov.vn',
    employeeNumber: '17',
    telephoneNumber: ['02133 1', '02133 2', '02133 3'],
    description: 'Phòng Tổng hợp',
  }),
  binh: entry({ uid: 'binhtt', sn: 'Tran', mail: 'binh.cu@laichau.gov.vn', title: 'Chuyen vien' }),
  chi: entry({
    uid: 'lvchi',
    cn: 'Lò Văn Chi',
    sn: 'Lò',
    mail: ['chi@laichau.gov.vn', 'lvchi@laichau.gov.vn'],
  }),
  dung: entry({ uid: 'dunglv', sn: 'LÊ', mail: 'dunglv.sokx@laichau.gov.vn' }),
  hoa: entry({
    cn: 'Phạm Thị Hoa',
    sn: 'Phạm',
    mail: 'hoapt.sokx@laichau.gov.vn',
    pwdAccountLockedTime: '000001010000Z',
  }),
  lan: entry({ cn: 'Vũ Thị Lan', sn: 'Vũ', mail: 'lanvt.sokx@laichau.gov.vn' }),
  khoa: entry({ cn: 'Đỗ Đăng Khoa', sn: 'Đỗ', mail: 'khoadd.sokx@laichau.gov.vn' }),
  office: { objectClass: ['organizationalUnit'], telephoneNumber: '02133 9' },
};

const keys: Readonly<Record<keyof typeof names, string>> = {
  an: 'person:LC-000001',
  binh: 'person:LC-000002',
  chi: 'person:LC-000003',
  dung: 'person:LC-000004',
  hoa: 'person:LC-000005',
  lan: 'person:LC-000006',
  khoa: 'person:LC-000007',
  office: 'organization:sokx',
};

const records = [
  'id: LC-000001, name: Nguyễn Văn An, title: Chuyên viên, phone: "02133 2"',
  'id: LC-000002, name: Trần Thị Bình',
  'id: LC-000003, name: Lò Văn Chi',
  'id: LC-000004, name: Lê Văn Dung',
  'id: LC-000005, name: Phạm Thị Hoa',
  'id: LC-000006, name: Vũ Thị Lan, suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-11-02}',
  'id: LC-000007, name: Đỗ Đăng Khoa',
  'id: LC-000020, name: Hoàng Thị Mai',
];

let server: AdopterSlapd;
let root: Client;
let work: Workplace;
let file: string;
let before: readonly Entry[];

const lookAt = async (
  dn: string,
  attributes = ['*', 'pwdEndTime', 'pwdPolicySubentry', 'pwdAccountLockedTime', 'entryUUID'],
) => (await root.search(dn, { scope: 'base', attributes })).searchEntries[0] as Entry;
const lookAll = async () => await Promise.all(Object.values(names).map((dn) => lookAt(dn)));
const settings = (account: 'adopter' | 'reconciler') => {
  const { dn: bindDn, passwordFile } = account === 'adopter' ? server.adopter : server.slapd.reconciler;
  return settingsOf({ url: server.slapd.url, bindDn, passwordFile });
};
const danhba = (account: 'adopter' | 'reconciler', ...args: string[]) =>
  runDanhba([...args, '--lang', 'en', ...(args.includes('--today') ? [] : ['--today', today])], {
    cwd: work.root,
    environment: settings(account),
  });
const planBy = async (account: 'adopter' | 'reconciler', ...args: string[]) => {
  const ran = await danhba(account, 'plan', '--format', 'json', ...args);
  return { ...ran, plan: JSON.parse(ran.out) as Plan };
};

beforeAll(async () => {
  server = await startAdopterSlapd();
  ({ root } = server);
  await root.add(`ou=groups,${base}`, { objectClass: 'organizationalUnit' });
  for (const [name, dn] of Object.entries(names)) {
    await root.add(dn, entries[name as keyof typeof names] as Record<string, string>);
  }
  await root.add(`cn=phong,ou=groups,${base}`, {
    objectClass: 'groupOfNames',
    member: [names.an, names.binh, names.chi],
  });
  before = await lookAll();
  const { url, reconciler } = server.slapd;
  const account = { url, baseDn: base, bindDn: reconciler.dn, passwordFile: reconciler.passwordFile };
  work = await makeWorkplace(account, { ubnd, sokx: organizationText('sokx', records) });
  file = join(work.root, 'adoption.yaml');
});
afterAll(async () => {
  await work?.remove();
  await server?.stop();
});

describe('before the file is there', () => {
  it('who has an address of an entry of others looks like it, and is sent for no other address', async () => {
    const { plan } = await planBy('reconciler');
    expect(heldOf(plan)).toEqual([
      'adoption-resembles person:LC-000001',
      'adoption-resembles person:LC-000004',
      'adoption-resembles person:LC-000005',
      'adoption-resembles person:LC-000006',
      'adoption-resembles person:LC-000007',
    ]);
    const told = await danhba('reconciler', 'plan');
    expect(told.out).toContain(`looks like ${names.an} (Nguyen Van An), which has annv.sokx@laichau.gov.vn`);
    expect(told.out).not.toContain('5.2.b');
  });
});

describe('while the adoption is open', () => {
  beforeAll(async () => {
    const listed = before.map((one, index) => ({
      key: Object.values(keys)[index],
      uuid: String(one.entryUUID),
      dn: one.dn,
      addresses: [one.mail ?? []]
        .flat()
        .map((mail) => String(mail).toLowerCase())
        .sort(),
    }));
    await writeFile(
      file,
      stringify({ format: 'danhba-adoption/1', domain: 'laichau.gov.vn', baseDn: base, entries: listed }),
    );
  });

  it('nobody in it is issued a second mailbox, and others go on', async () => {
    const { plan } = await planBy('reconciler');
    expect(heldOf(plan)).toEqual(
      Object.values(keys)
        .sort()
        .map((key) => `adoption-waits ${key}`),
    );
    expect(changesOf(plan)).toEqual(['create organization:ubnd', 'create person:LC-000020']);
  });

  it('the plan of the adopter has adoptions alone, the same on any day', async () => {
    const { plan, code: ended, err } = await planBy('adopter', '--adopt', 'adoption.yaml');
    expect(ended, err).toBe(2);
    expect(heldOf(plan)).toEqual([]);
    expect(changesOf(plan)).toEqual(
      Object.values(keys)
        .sort()
        .map((key) => `adopt ${key}`),
    );
    const later = await planBy('adopter', '--adopt', 'adoption.yaml', '--today', '2026-11-25');
    expect(later.plan.digest).toBe(plan.digest);
    const told = await danhba('adopter', 'plan', '--adopt', 'adoption.yaml');
    expect(told.out).toContain(`entry on the server: ${names.an} → person:LC-000001`);
  });

  it('what changed since, is another human’s, or has an unserved address is held', async () => {
    await root.modify(names.an, change('add', 'mail', 'moi@laichau.gov.vn'));
    await root.modify(names.binh, [replace('mail', 'b@gmail.com')]);
    const { plan } = await planBy('adopter', '--adopt', 'adoption.yaml');
    expect(heldOf(plan)).toEqual(['adoption-changed person:LC-000001', 'adoption-changed person:LC-000002']);
    await root.modify(names.an, change('delete', 'mail', 'moi@laichau.gov.vn'));
    await root.modify(names.binh, [replace('mail', 'binh.cu@laichau.gov.vn')]);
  });

  it('a plan of another digest is refused', async () => {
    const ran = await danhba('adopter', 'apply', '--adopt', 'adoption.yaml', '--digest', 'sha256:0');
    expect(ran.code).toBe(3);
    expect(await lookAll()).toEqual(before);
  });

  it('killed amid and run again, all are danhba’s', async () => {
    const undo = join(work.root, 'adoption.undo.jsonl');
    const args = ['apply', '--adopt', 'adoption.yaml', '--today', today, '--lang', 'en'];
    let pid = 0;
    const first = startDanhba(args, {
      cwd: work.root,
      environment: settings('adopter'),
      onStart: (id) => {
        pid = id;
      },
    });
    const begun = async () => (await stat(undo).catch(() => ({ size: 0 }))).size > 0;
    let there = false;
    const watch = setInterval(async () => {
      there ||= await begun();
    }, 1);
    await Promise.race([eventually(() => there), first]);
    clearInterval(watch);
    killIfThere(pid);
    await first;
    const again = await danhba('adopter', ...args.slice(0, 3), '--audit', 'audit.jsonl');
    expect(again, again.err).toMatchObject({ code: 0 });
    for (const dn of Object.values(names)) expect(await lookAt(dn), dn).toHaveProperty('danhbaKey');
    expect((await stat(undo)).mode & 0o777).toBe(0o600);
    const records = (await readFile(undo, 'utf8')).trim().split('\n');
    expect(records.length).toBeGreaterThanOrEqual(Object.keys(names).length);
    expect(records.join()).not.toContain(goodPassword);
    expect(await danhba('adopter', 'audit', 'verify', 'audit.jsonl')).toMatchObject({ code: 0 });
  });

  it('each keeps its name, its password, its groups, and what others wrote', async () => {
    for (const [index, dn] of Object.values(names).entries()) {
      const now = await lookAt(dn);
      const was = before[index] as Entry;
      for (const kept of [
        'uid',
        'ou',
        'employeeNumber',
        'description',
        'userPassword',
        'entryUUID',
        'pwdAccountLockedTime',
      ]) {
        if (kept === 'ou' && dn !== names.office) continue;
        expect(now[kept], `${dn} ${kept}`).toEqual(was[kept]);
      }
    }
    for (const name of ['an', 'binh', 'chi', 'dung', 'khoa'] as const) {
      expect(await bindResult(server.slapd, names[name], goodPassword), name).toBe(0);
    }
    const group = await lookAt(`cn=phong,ou=groups,${base}`);
    expect(group.member).toEqual([names.an, names.binh, names.chi]);
  });

  it('each has what the directory says, and every address it had goes on receiving', async () => {
    expect(await lookAt(names.an)).toMatchObject({
      cn: 'Nguyễn Văn An',
      danhbaName: 'nva',
      danhbaState: 'active',
      danhbaIssued: '20261122170000Z',
      mail: 'ANNV.sokx@laichau.gov.vn',
      danhbaAddress: 'annv.sokx@laichau.gov.vn',
      telephoneNumber: '02133 2',
      title: 'Chuyên viên',
    });
    expect(await lookAt(names.binh)).toMatchObject({
      cn: ['Tran Thi Binh', 'Trần Thị Bình'],
      danhbaName: 'binhtt',
      mail: 'binhtt.sokx@laichau.gov.vn',
      danhbaAddress: ['binh.cu@laichau.gov.vn', 'binhtt.sokx@laichau.gov.vn'],
      danhbaFormerAddress: expect.stringMatching(/^binh\.cu@laichau\.gov\.vn 202[78]-/),
    });
    const chi = await lookAt(names.chi);
    expect([chi.mail].flat().sort()).toEqual(['chi@laichau.gov.vn', 'chilv.sokx@laichau.gov.vn']);
    expect([chi.danhbaAddress].flat().sort()).toEqual([
      'chi@laichau.gov.vn',
      'chilv.sokx@laichau.gov.vn',
      'lvchi@laichau.gov.vn',
    ]);
    expect(await lookAt(names.dung)).toMatchObject({ cn: 'Lê Văn Dung', danhbaName: 'dunglv' });
    expect(await lookAt(names.lan)).toMatchObject({
      danhbaState: 'suspended',
      danhbaBasis: '31/QĐ; 2026-11-02',
      pwdEndTime: '19700101000000Z',
    });
    expect(await bindResult(server.slapd, names.lan, goodPassword)).toBe(code.invalidCredentials);
    expect(await lookAt(names.office)).toMatchObject({ danhbaName: 'so-kx', displayName: 'Sở SOKX' });
  });
});

describe('afterwards', () => {
  it('nothing is left to do about them', async () => {
    const { plan } = await planBy('reconciler');
    expect(plan.changes.filter(({ key }) => Object.values(keys).includes(key))).toEqual([]);
    expect(heldOf(plan)).toEqual(['locked-otherwise person:LC-000005', 'notice-missing person:LC-000006']);
    expect(await danhba('reconciler', 'apply')).toMatchObject({ code: 0 });
    expect((await planBy('reconciler')).plan.changes).toEqual([]);
    expect((await planBy('adopter', '--adopt', 'adoption.yaml')).plan).toMatchObject({
      changes: [],
      held: [],
    });
  });

  it('the first login of one suspends no other, in ten runs', async () => {
    expect(await bindResult(server.slapd, names.binh, goodPassword)).toBe(0);
    for (let day = 0; day < 10; day++) {
      const date = `2026-12-${String(10 + day).padStart(2, '0')}`;
      const { plan } = await planBy('reconciler', '--today', date);
      expect(changesOf(plan), date).toEqual([]);
    }
  });
});

describe('undone', () => {
  it('who was changed since stays, and is told; the others are as they were, value for value', async () => {
    await root.modify(names.khoa, replace('title', 'Khác'));
    const held = await danhba('adopter', 'adopt', '--undo', 'adoption.yaml', '--audit', 'audit.jsonl');
    expect(held.code, held.err).toBe(3);
    expect(held.err).toContain(`${names.khoa} has changed since it was adopted: title`);
    const there = await lookAll();
    for (const [index, name] of Object.keys(names).entries()) {
      if (name !== 'khoa') expect(there[index], name).toEqual(before[index]);
    }
    const count = await lookAt(`cn=sentinel,ou=danhba,${base}`);
    expect(count.danhbaCount).toBe('3');
    const { plan } = await planBy('reconciler');
    expect(plan).not.toHaveProperty('doubt');
    expect(heldOf(plan)).toContain('adoption-waits person:LC-000001');
  });

  it('once more, with the record itself: the rest, and nothing twice', async () => {
    await root.modify(names.khoa, replace('title'));
    const ran = await danhba('adopter', 'adopt', '--undo', 'adoption.undo.jsonl');
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(await lookAll()).toEqual(before);
    expect(await danhba('adopter', 'adopt', '--undo', 'adoption.undo.jsonl')).toMatchObject({ code: 0 });
    expect(await bindResult(server.slapd, names.lan, goodPassword)).toBe(0);
  });

  it('and adopted once more', async () => {
    const ran = await danhba('adopter', 'apply', '--adopt', 'adoption.yaml');
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect((await planBy('reconciler')).plan.changes).toEqual([]);
  });
});
