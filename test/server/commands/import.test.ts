/** A living server, an export of it and the lists beside it come into files, as an operator would bring them, and nothing is changed there. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { parse } from 'yaml';
import { parseCsv } from '../../../src/sources/csv.ts';
import { type Ended, runDanhba } from '../../support/child.ts';
import { type ExistingSlapd, startExistingSlapd } from '../../support/existing-slapd.ts';
import {
  livingAgencies,
  livingCsv,
  livingGroups,
  livingLdif,
  livingNumbers,
  livingPassword,
  livingPeople,
  livingRows,
  livingServices,
} from '../../support/living-tree.ts';
import { readSecret } from '../../support/run.ts';

const policy = join(import.meta.dirname, '../../../directory/policy.yaml');
const mailboxes = livingNumbers.people + livingNumbers.agencies;
let slapd: ExistingSlapd;
let folder: string;

beforeAll(async () => {
  slapd = await startExistingSlapd({ data: livingLdif() });
  folder = await mkdtemp(join(tmpdir(), 'danhba-import-'));
  await writeFile(join(folder, 'cay.ldif'), livingLdif());
  await writeFile(join(folder, 'can-bo.csv'), livingCsv());
  const cells = livingRows().map((row) => row.map((value) => ({ value })));
  await writeFile(join(folder, 'can-bo.xlsx'), await writeExcelFile(cells).toBuffer());
}, 120_000);

afterAll(async () => {
  await slapd?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true });
});

const danhba = (...args: readonly string[]): Promise<Ended> =>
  runDanhba([...args, '--today', '2026-11-29'], {
    cwd: folder,
    environment: {
      DANHBA_LDAP_URL: slapd.url,
      DANHBA_LDAP_BIND_DN: slapd.root.dn,
      DANHBA_LDAP_PASSWORD_FILE: slapd.root.passwordFile,
    },
  });

/** Every file of a directory, by its path below it. */
async function textsOf(directory: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(join(folder, directory), { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(
    files
      .sort()
      .map(async (file) => [file.slice(join(folder, directory).length), await readFile(file, 'utf8')]),
  );
  return Object.fromEntries(texts);
}

/** When each entry was last written: an import writes none. */
async function stampsOf(): Promise<readonly string[]> {
  const client = new Client({ url: slapd.url });
  await client.bind(slapd.root.dn, await readSecret(slapd.root.passwordFile));
  const { searchEntries } = await client.search(slapd.baseDn, { attributes: ['entryCSN'], paged: true });
  await client.unbind();
  return searchEntries.map(({ dn, entryCSN }) => `${dn} ${String(entryCSN)}`).sort();
}

interface Decided {
  readonly decision: string;
  readonly reason: string;
  readonly cells: readonly string[];
}

async function decisionsIn(place: string): Promise<readonly Decided[]> {
  const [header, ...rows] = parseCsv(await readFile(join(folder, place, 'decisions.csv')), 'decisions.csv');
  const at = (name: string) => header?.cells.indexOf(name) ?? -1;
  return rows
    .filter(({ cells }) => cells.length > 1)
    .map(({ cells }) => ({
      decision: cells[at('decision')] ?? '',
      reason: cells[at('reason')] ?? '',
      cells,
    }));
}

describe('a living server', () => {
  const from = ['import', '--from', 'ldap', '--map', 'ldap/map.yaml', '--out', 'ldap/directory'];

  it('is not imported without a policy, and without a map', async () => {
    const { code, err } = await danhba(...from);
    expect([code, err]).toEqual([1, expect.stringContaining('[import-policy]')]);
    const unmapped = await danhba(...from, '--policy', policy);
    expect([unmapped.code, unmapped.err]).toEqual([1, expect.stringContaining('[import-map]')]);
    expect(await readdir(folder)).not.toContain('ldap');
  });

  it('gives a map, once', async () => {
    const first = await danhba(...from, '--policy', policy, '--suggest-map');
    expect(first.code, first.err).toBe(0);
    const text = await readFile(join(folder, 'ldap/map.yaml'), 'utf8');
    const { organizations } = parse(text) as { organizations: { signed: boolean }[] };
    expect(organizations.filter(({ signed }) => !signed)).toHaveLength(13);
    const again = await danhba(...from, '--policy', policy, '--suggest-map');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('[import-map]')]);
  });

  it('comes by it unedited, and nothing on it is changed', async () => {
    const before = await stampsOf();
    const { code, err, out } = await danhba(...from, '--policy', policy);
    expect(code, err).toBe(2);
    expect(out).toContain(`${livingNumbers.people} người`);
    expect(await stampsOf()).toEqual(before);
    expect((await readdir(join(folder, 'ldap'))).sort()).toEqual([
      'adoption.yaml',
      'decisions.csv',
      'decisions.md',
      'directory',
      'import-report.md',
      'map.yaml',
    ]);
  });

  it('leaves every password and every group as it was', async () => {
    const client = new Client({ url: slapd.url });
    for (const { dn } of [livingPeople[0], livingPeople[1], livingAgencies[0]].filter(
      (one) => one !== undefined,
    )) {
      await client.bind(dn, livingPassword);
    }
    await client.bind(slapd.root.dn, await readSecret(slapd.root.passwordFile));
    for (const { dn, members } of livingGroups) {
      const { searchEntries } = await client.search(dn, { scope: 'base', attributes: ['member'] });
      expect([searchEntries[0]?.member].flat()).toHaveLength(members.length);
    }
    await client.unbind();
  });

  it('leaves its passwords out of every file', async () => {
    const all = await textsOf('ldap');
    expect(Object.values(all).filter((text) => text.includes('{SSHA}') || text.includes('e1NTSEF9'))).toEqual(
      [],
    );
  });

  it('hands on each account with its uuid, DN and addresses, and no service', async () => {
    const text = await readFile(join(folder, 'ldap/adoption.yaml'), 'utf8');
    const { entries } = parse(text) as {
      entries: { key: string; uuid: string; dn: string; addresses: string[] }[];
    };
    expect(entries).toHaveLength(mailboxes);
    expect(new Set(entries.map(({ uuid }) => uuid)).size).toBe(mailboxes);
    const byAddress = new Map(
      entries.flatMap((one) => one.addresses.map((address) => [address, one] as const)),
    );
    for (const { mails } of livingPeople) {
      expect(byAddress.get(mails[0] ?? '')?.addresses).toEqual([...mails].sort());
    }
    for (const { mail } of livingAgencies) expect(byAddress.get(mail)?.key).toMatch(/^organization:/);
    for (const { mail } of livingServices) expect(byAddress.has(mail)).toBe(false);
  });

  it('passes check but for what the report tells with file and line', async () => {
    const { out } = await danhba('check', '--directory', 'ldap/directory', '--format', 'json');
    const { problems } = JSON.parse(out) as { problems: { severity: string; file: string; line: number }[] };
    const report = await readFile(join(folder, 'ldap/import-report.md'), 'utf8');
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.filter(({ file, line }) => !report.includes(`${file}:${line}`))).toEqual([]);
  });

  it('is asked again: nothing is new, and what was decided stays', async () => {
    // What is told of the run itself is another: nobody is new.
    const withoutReport = async () => ({ ...(await textsOf('ldap')), '/import-report.md': '' });
    const before = await withoutReport();
    expect((await danhba(...from)).code).toBe(2);
    expect(await withoutReport()).toEqual(before);
    const open = await decisionsIn('ldap');
    const file = join(folder, 'ldap/decisions.csv');
    const signed = (await readFile(file, 'utf8')).replaceAll(
      /^(organization,.*),,,,/gm,
      '$1,accept,1/QĐ,2026-11-01,',
    );
    // As Excel saves it on a Vietnamese desk.
    await writeFile(
      file,
      signed
        .replaceAll(/"[^"]*"/g, (cell) => cell.replaceAll(',', '\u0001'))
        .replaceAll(',', ';')
        .replaceAll('\u0001', ','),
    );
    expect((await danhba(...from)).code).toBe(2);
    const text = await readFile(file, 'utf8');
    expect(text.match(/^organization,.*,accept,1\/QĐ,2026-11-01,/gm)).toHaveLength(13);
    expect(await decisionsIn('ldap')).toHaveLength(open.length);
    expect(await textsOf('ldap/directory')).toEqual(
      Object.fromEntries(
        Object.entries(before).flatMap(([path, one]) =>
          path.startsWith('/directory') ? [[path.slice('/directory'.length), one]] : [],
        ),
      ),
    );
  });

  it('gives the same files by an export of it', async () => {
    const args = ['import', '--from', 'cay.ldif', '--map', 'ldif/map.yaml', '--out', 'ldif/directory'];
    expect((await danhba(...args, '--policy', policy, '--suggest-map')).code).toBe(0);
    expect((await danhba(...args, '--policy', policy)).code).toBe(2);
    expect(await textsOf('ldif/directory')).toEqual(await textsOf('ldap/directory'));
    expect(await readdir(join(folder, 'ldif'))).not.toContain('adoption.yaml');
  });
});

describe.each(['can-bo.csv', 'can-bo.xlsx'])('%s', (file) => {
  const place = file.slice(-4).replace('.', '');
  const args = ['import', '--from', file, '--map', `${place}/map.yaml`, '--out', `${place}/directory`];

  it('brings the same people, numbered on, for an empty server', async () => {
    expect((await danhba(...args, '--policy', policy, '--suggest-map')).code).toBe(0);
    const { code, out, err } = await danhba(...args, '--policy', policy);
    expect(code, err).toBe(2);
    expect(out).toContain(`${livingNumbers.people} người, ${livingNumbers.agencies} hộp thư cơ quan`);
    const ids = Object.values(await textsOf(`${place}/directory`)).flatMap(
      (text) => text.match(/(?<=- id: )LC-\d+/g) ?? [],
    );
    expect(ids.sort()).toEqual(livingPeople.map((_, index) => `LC-${String(index + 1).padStart(6, '0')}`));
    expect(await readdir(join(folder, place))).not.toContain('adoption.yaml');
  });
});
