/** The days of a transfer (8.2): pages, exported files and figures of use say alike whose somebody is. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { exportDirectory } from '../../../src/commands/export/export.ts';
import { publish } from '../../../src/commands/publish.ts';
import { report } from '../../../src/commands/report.ts';
import type { UsageRow } from '../../../src/model/usage.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const stays = 'id: LC-000002, name: Trần Thị Bình';
const theirs = 'id: LC-000003, name: Lò Văn Chi';
/** The last day at the former organization. */
const lastDay = '2026-11-24';
const nextDay = '2026-11-25';
const leaving = `${an}, termination: {reason: transfer, document: 7/QĐ, decided: 2026-11-20, effective: ${lastDay}, to: soky}`;
const textOf = (id: string, people: readonly string[]) => organizationText(id, people, 'mailbox: none\n');

let slapd: Slapd | undefined;
let work: Workplace;

/** A server and files of its own: who has gone stays gone. */
async function begin(): Promise<void> {
  await end();
  slapd = await startSlapd();
  const { url, baseDn, reconciler } = slapd;
  work = await makeWorkplace(
    { url, baseDn, bindDn: reconciler.dn, passwordFile: reconciler.passwordFile },
    {
      ubnd: `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`,
      sokx: textOf('sokx', [an, stays]),
      soky: textOf('soky', [theirs]),
    },
  );
  await run('2026-11-23');
  await work.write({ sokx: textOf('sokx', [leaving, stays]), soky: textOf('soky', [theirs, an]) });
}

async function end(): Promise<void> {
  await work?.remove();
  await slapd?.stop();
}
afterAll(end);

async function run(today: string): Promise<void> {
  const said = await work.apply({ today });
  expect(said, said.err).toMatchObject({ code: 0 });
}

type Id = 'sokx' | 'soky';
const ids: readonly Id[] = ['sokx', 'soky'];

interface Told {
  /** Addresses on the page of its portal. */
  readonly page: readonly string[];
  readonly file: readonly string[];
  /** Mailboxes in the figures. */
  readonly used: number;
}

/** What each of the three says an organization has. */
async function tell(today: string, audience: 'public' | 'internal'): Promise<Readonly<Record<Id, Told>>> {
  const common = { directory: join(work.root, 'directory'), today, audience };
  const site = join(work.root, `site-${audience}`);
  const made = await work.said((io) => publish({ ...common, out: site }, io));
  expect(made, made.err).toMatchObject({ code: 0 });
  const told = ids.map(async (organization): Promise<readonly [Id, Told]> => {
    const portal = JSON.parse(await readFile(join(site, `portal/${organization}.json`), 'utf8'));
    const one = { ...common, organization };
    const exported = await work.said((io) => exportDirectory({ ...one, format: 'csv' }, io));
    const lines: readonly (readonly string[])[] = parse(exported.out, { bom: true, fromLine: 2 });
    const used = await work.said((io) => report('usage', { ...one, format: 'json' }, io));
    const rows: readonly UsageRow[] = JSON.parse(used.out).rows;
    expect(rows.map((row) => row.organization)).toEqual([organization]);
    return [
      organization,
      {
        page: portal.people.map(({ address }: { address: string }) => localPart(address)).sort(),
        file: lines.map((cells) => localPart(cells.find((cell) => cell.includes('@')) ?? '')).sort(),
        used: rows[0]?.mailboxes ?? -1,
      },
    ];
  });
  return Object.fromEntries(await Promise.all(told)) as Record<Id, Told>;
}

const localPart = (address: string): string => address.replace(/@.*$/, '');

/** Where all three agree. */
const agreed = (...people: readonly string[]): Told => ({ page: people, file: people, used: people.length });

describe.each(['public', 'internal'] as const)('for the %s', (audience) => {
  beforeAll(async () => await begin());

  test('on the last day everything is as before', async () => {
    await run(lastDay);
    expect(await tell(lastDay, audience)).toEqual({
      sokx: agreed('annv.sokx', 'binhtt.sokx'),
      soky: agreed('chilv.soky'),
    });
  });

  test('next morning, until the run, people look where the file says, and find what still reaches them', async () => {
    expect(await tell(nextDay, audience)).toEqual({
      sokx: { ...agreed('binhtt.sokx'), used: 2 },
      soky: { ...agreed('annv.sokx', 'chilv.soky'), used: 1 },
    });
  });

  test('after the run the new mailbox is the new organization’s, and the old one nobody’s', async () => {
    await run(nextDay);
    expect(await tell(nextDay, audience)).toEqual({
      sokx: agreed('binhtt.sokx'),
      soky: agreed('annv.soky', 'chilv.soky'),
    });
  });
});
