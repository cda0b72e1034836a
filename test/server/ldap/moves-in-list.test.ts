/** A list of names and addresses, as CSV or a workbook, becomes a directory, and that an empty server's people. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import type { Plan } from '../../../src/model/plan/plan.ts';
import { answerDecisions, makeRepository, movingDay } from '../../support/adopted-province.ts';
import { runDanhba, settingsOf } from '../../support/child.ts';
import {
  livingAgencies,
  livingCsv,
  livingNumbers,
  livingPeople,
  livingRows,
} from '../../support/living-tree.ts';
import { readSecret } from '../../support/run.ts';
import { testRecipient } from '../../support/world.ts';

const lists = {
  'can-bo.csv': async () => livingCsv(),
  'can-bo.xlsx': async () =>
    await writeExcelFile(livingRows().map((row) => row.map((value) => ({ value })))).toBuffer(),
} as const;

/** With the People's Committee, whose file the import proposes. */
const entries = livingNumbers.people + livingNumbers.agencies + 1;

describe.each(Object.entries(lists))('%s', (list, makeList) => {
  let slapd: Slapd;
  let folder: string;
  beforeAll(async () => {
    slapd = await startSlapd();
    folder = await makeRepository();
    await writeFile(join(folder, list), await makeList());
  });
  afterAll(async () => {
    await slapd?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  const danhba = async (...args: string[]) => {
    const { dn: bindDn, passwordFile } = slapd.reconciler;
    const environment = settingsOf({ url: slapd.url, bindDn, passwordFile });
    return await runDanhba([...args, '--today', movingDay], { cwd: folder, environment });
  };
  const fromList = ['import', '--from', list, '--map', 'map.yaml'];

  it('comes into files that pass check, once people have decided', async () => {
    expect(await danhba(...fromList, '--suggest-map')).toMatchObject({ code: 0 });
    expect(await danhba(...fromList)).toMatchObject({ code: 2 });
    const asked = await answerDecisions(folder, 'rename');
    expect(Object.fromEntries(asked)).toMatchObject({
      address: livingNumbers.otherAddresses,
      organization: 13,
    });
    const operator = join(folder, 'directory/organizations/provincial/sokhcn.yaml');
    const text = await readFile(operator, 'utf8');
    await writeFile(operator, `${text.trimEnd()}\ncredentialRecipients: [${testRecipient}]\n`);
    const decided = await danhba(...fromList);
    expect(decided, decided.out + decided.err).toMatchObject({ code: 0 });
    const checked = await danhba('check');
    expect(checked, checked.out).toMatchObject({ code: 0 });
  });

  it('is issued, and the plan is empty', async () => {
    const applied = await danhba('apply', '--yes');
    expect(applied, applied.err).toMatchObject({ code: 0, out: `đã làm: ${entries}\n` });
    const { code, out } = await danhba('plan', '--format', 'json');
    const plan = JSON.parse(out) as Plan;
    expect([code, plan.changes, plan.held]).toEqual([0, [], []]);
    expect(plan.counts).toEqual({ wanted: entries, actual: entries });
  });

  it('everybody whose address was by the rules has it, and the others the one by the rules', async () => {
    const client = new Client({ url: slapd.url });
    await client.bind(slapd.root.dn, await readSecret(slapd.root.passwordFile));
    const { searchEntries } = await client.search(slapd.baseDn, {
      filter: '(danhbaKey=*)',
      attributes: ['mail', 'cn', 'danhbaAddress'],
    });
    await client.unbind();
    const addresses = new Set(searchEntries.flatMap(({ mail = [] }) => [mail].flat().map(String)));
    for (const { mail } of livingAgencies) expect(addresses).toContain(mail);
    const lost = livingPeople.filter((one) => !one.hasOtherAddress && !addresses.has(one.mails[0] ?? ''));
    expect(lost.map(({ cn, mails }) => [...cn, ...mails])).toEqual([]);
    expect(searchEntries).toHaveLength(entries);
    expect(addresses.size).toBe(entries - 1);
    expect([...addresses].filter((mail) => /^nv\d/.test(mail))).toEqual([]);
  });
});
