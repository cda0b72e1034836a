/** What is exported of a directory on a real server: read by the programs it is for, as danhba and as a server take it. */
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { Client } from 'ldapts';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLdif } from '../../../src/sources/ldif.ts';
import type { Subject } from '../../contract/bench.ts';
import { startSlapdSubject } from '../../contract/subjects.ts';
import { runDanhba } from '../../support/child.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const execute = promisify(execFile);

const suspension = `suspension: {reason: violation, clause: "12.5", document: 31/QĐ-MẬT, date: 2026-11-02, notice: {document: 32/TB-MẬT, date: 2026-11-03}}`;
const people = [
  'id: LC-000001, name: Nguyễn Văn An, title: "=cmd|calc; \\"x\\", \\\\", unit: Văn phòng, phone: "0213 3 999 543"',
  `id: LC-000002, name: Trần Thị Bình, ${suspension}`,
  'id: LC-000003, name: Lò Văn Chi, absence: {until: 2026-12-10, reason: Nghỉ MẬT, document: 9/VP-MẬT}',
  'id: LC-000004, name: Vàng A Dũng, listed: false',
];
const others = [
  'id: LC-000005, name: Hà Kim Tâm, termination: {reason: retirement, document: 77/QĐ-MẬT, decided: 2026-11-20, effective: 2026-12-31}',
];
const today = '2026-11-24';

let subject: Subject;
let folder: string;
let work: Workplace;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  subject = await startSlapdSubject();
  folder = await mkdtemp(join(tmpdir(), 'danhba-export-'));
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, subject.reconciler.password, { mode: 0o600 });
  const { url, baseDn, reconciler, planner } = subject;
  work = await makeWorkplace(
    { url, baseDn, bindDn: reconciler.dn, passwordFile },
    {
      ubnd: `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`,
      sokx: organizationText('sokx', people),
      soky: organizationText('soky', others),
    },
  );
  for (const day of ['2026-10-05', '2026-11-04', today]) {
    const { out, err } = await work.apply({ today: day });
    expect(out, err).not.toMatch(/không làm được/);
  }
  environment = {
    ...{ DANHBA_LDAP_URL: url, DANHBA_LDAP_BIND_DN: planner.dn, DANHBA_LDAP_PASSWORD: planner.password },
  };
});

afterAll(async () => {
  await work?.remove();
  await rm(folder, { recursive: true, force: true });
  await subject?.stop();
});

const exported = (format: string, ...more: readonly string[]) =>
  runDanhba(
    ['export', '--format', format, '--directory', join(work.root, 'directory'), '--today', today, ...more],
    { environment },
  );

async function asRoot<T>(use: (root: Client) => Promise<T>): Promise<T> {
  const root = new Client({ url: subject.url });
  try {
    await root.bind(subject.root.dn, subject.root.password);
    return await use(root);
  } finally {
    await root.unbind();
  }
}

describe('who is in it', () => {
  const namesIn = (csv: string) =>
    parse(csv, { bom: true, columns: true }).map((row) => (row as { 'Họ và tên': string })['Họ và tên']);

  test('is whoever is active on the server and listed', async () => {
    const { out, code } = await exported('csv');
    expect(code).toBe(0);
    expect(namesIn(out)).toEqual(['Sở SOKX', 'Nguyễn Văn An', 'Lò Văn Chi', 'Sở SOKY', 'Hà Kim Tâm']);
    expect(out).not.toContain('0213 3 999');
  });

  test('inside is whoever is not listed too, with telephones', async () => {
    const { out } = await exported('csv', '--audience', 'internal');
    expect(namesIn(out)).toContain('Vàng A Dũng');
    expect(namesIn(out)).not.toContain('Trần Thị Bình');
    expect(out).toContain('0213 3 999 543');
  });

  test('of one organization, its own', async () => {
    const { out } = await exported('csv', '--organization', 'soky');
    expect(namesIn(out)).toEqual(['Sở SOKY', 'Hà Kim Tâm']);
    const wrong = await exported('csv', '--organization', 'sokz');
    expect([wrong.code, wrong.out]).toEqual([1, '']);
    expect(wrong.err).toContain('[organization-unknown]');
  });
});

describe('a file', () => {
  test('for Excel has two tabs, and no cell is a formula', async () => {
    const file = join(folder, 'danh-ba.xlsx');
    const { out, code, err } = await exported('xlsx', '--out', file);
    expect([code, out], err).toEqual([0, `Đã ghi 5 địa chỉ vào ${file} (phần công khai).\n`]);
    const tabs = await readExcelFile(await readFile(file));
    expect(tabs.map(({ sheet }) => sheet)).toEqual(['Cá nhân', 'Cơ quan']);
    expect(tabs[0]?.data[1]?.slice(0, 3)).toEqual(['Sở SOKX', 'Nguyễn Văn An', '=cmd|calc; "x", \\']);
  });

  test('that is internal is its owner’s alone', async () => {
    const modes = [];
    for (const audience of ['internal', 'public']) {
      for (const format of ['csv', 'vcard21']) {
        const out = join(folder, `${audience}.${format}`);
        await exported(format, '--out', out, '--audience', audience);
        modes.push(((await stat(out)).mode & 0o777).toString(8));
      }
    }
    expect(modes).toEqual(['600', '700', '644', '755']);
  });

  test('for Outlook is one for each, in a folder', async () => {
    const out = join(folder, 'vcard');
    expect((await exported('vcard21', '--out', out)).code).toBe(0);
    expect((await readdir(join(out, 'p'))).sort()).toEqual([
      'annv.sokx.vcf',
      'chilv.sokx.vcf',
      'tamhk.soky.vcf',
    ]);
    const again = await exported('vcard21', '--out', folder);
    expect(again.err).toContain('[folder-foreign]');
  });

  test.each([
    [['xlsx'], '[option] --format xlsx'],
    [['vcard21'], '[option] --format vcard21'],
    [['ics'], '--audience=internal'],
    [['doc'], 'csv | xlsx'],
    [['csv', '--audience', 'all'], 'public | internal'],
    [['csv', '--out', '/khong/co.csv'], '[file-unwritable]'],
  ])('%j is refused with what to do', async ([format = '', ...more], told) => {
    const { code, out, err } = await exported(format, ...more);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(told);
  });
});

test('LDIF of the whole sample is taken by a server as it is', async () => {
  const file = join(folder, 'danh-ba.ldif');
  const passwordFile = join(folder, 'root');
  await writeFile(passwordFile, subject.root.password, { mode: 0o600 });
  expect((await runDanhba(['export', '--format', 'ldif', '--out', file, '--today', today])).code).toBe(0);
  const entries = parseLdif(await readFile(file), file);
  expect(entries.length).toBeGreaterThan(2500);
  const { root, url, baseDn } = subject;
  const add = () =>
    execute('ldapadd', ['-x', '-H', url, '-D', root.dn, '-y', passwordFile, '-f', file], {
      maxBuffer: 1 << 25,
    });
  // Without a container of its own nothing gets in: 32, no such object.
  await expect(add()).rejects.toMatchObject({ code: 32 });
  const base = `ou=addressbook,${baseDn}`;
  await asRoot((client) => client.add(base, { objectClass: 'organizationalUnit', ou: 'addressbook' }));
  await add();
  const found = await asRoot((client) => client.search(base, { scope: 'one', paged: true }));
  const told = (value: unknown) => [value].flat().map(String).sort().join('|');
  const asFile = entries.map(({ dn, values }) => [
    dn,
    told(values.cn),
    told(values.o),
    told(values.title ?? []),
  ]);
  const asServed = found.searchEntries.map(({ dn, cn, o, title = [] }) => [
    dn,
    told(cn),
    told(o),
    told(title),
  ]);
  expect(asServed.sort()).toEqual(asFile.sort());
});

describe('what is due', () => {
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
      .map(({ startDate, summary }) => `${startDate} ${summary}`);

  test('is in a calendar, without documents, reasons, ids or telephones', async () => {
    const { out, code } = await exported('ics', '--audience', 'internal');
    expect(code).toBe(0);
    expect(events(out)).toContain('2026-12-10 Lò Văn Chi: hết thời gian vắng đã báo');
    expect(events(out)).toContain('2026-12-31 Hà Kim Tâm: ngày làm việc cuối, hôm sau chấm dứt');
    expect(out.replaceAll('\r\n ', '')).not.toMatch(/MẬT|LC-0|0213/);
    expect((await exported('ics', '--audience', 'internal')).out).toBe(out);
  });

  test('of one organization, its own', async () => {
    const { out } = await exported('ics', '--audience', 'internal', '--organization', 'soky', '--lang', 'en');
    expect(events(out)).toEqual(['2026-12-31 Hà Kim Tâm: last day of work, ends the day after']);
  });

  test('is asked of a server, and of nothing else', async () => {
    const { code, err } = await runDanhba(['export', '--format', 'ics', '--audience', 'internal']);
    expect([code, err.includes('DANHBA_LDAP_URL')]).toEqual([1, true]);
  });
});

test('no private datum of the sample is in anything exported for everybody', async () => {
  const texts = globSync('directory/organizations/**/*.yaml').map((file) => readFileSync(file, 'utf8'));
  const secrets = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/\b(?:phone|document|id): "?((?:LC-)?\d[^",}\n]*)/g)].map(
        ([, secret = '']) => secret,
      ),
    ),
  );
  expect(secrets.size).toBeGreaterThan(3000);
  for (const format of ['csv', 'vcard', 'ldif']) {
    const { out, code } = await runDanhba(['export', '--format', format, '--today', today]);
    expect(code).toBe(0);
    const entries =
      format === 'ldif' ? parseLdif(Buffer.from(out), '').map(({ dn, values }) => [dn, values]) : [out];
    const told = entries.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
    const numbers = told.matchAll(/LC-\d{6}|\d{3,4}[ .]\d[ .]\d{3}[ .]\d{3}|\d+\/[A-ZĐ]{2,}[-A-ZĐ]*/g);
    expect(
      [...numbers].map(([number]) => number).filter((number) => secrets.has(number)),
      format,
    ).toEqual([]);
  }
});

test('a read that may have missed people writes nothing, and leaves what was there', async () => {
  const file = join(folder, 'kept.csv');
  await writeFile(file, 'as it was');
  await asRoot((root) => root.del(`uid=LC-000003,ou=people,${subject.baseDn}`));
  for (const [format, audience] of [
    ['csv', 'public'],
    ['ics', 'internal'],
  ] as const) {
    const { code, out, err } = await exported(format, '--audience', audience, '--out', file);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('[publish-doubtful]');
  }
  expect(await readFile(file, 'utf8')).toBe('as it was');
});
