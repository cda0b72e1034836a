/** What was asked for and done in time (6.2, 8.2): the day of the pull request on GitHub, and the day of the deed in the audit. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { addDays, dateOfInstant } from '../../../src/model/time/date.ts';
import { deadlineOf } from '../../../src/model/time/deadline.ts';
import type { UsageFacts, UsageRow } from '../../../src/model/usage.ts';
import { runDanhba, settingsOf } from '../../support/child.ts';
import { openToldDesk, type ToldDesk } from '../../support/told-desk.ts';

const path = 'directory/organizations/sokx.yaml';
let office: ToldDesk;
beforeAll(async () => {
  office = await openToldDesk();
});
afterEach(() => office.settle());
afterAll(() => office?.close());

let branches = 0;
/** A clerk gives somebody another title: 6.2 gives three working days. */
async function merged(id: string): Promise<void> {
  const { hub, approve, merge } = office.desk;
  const { content } = await hub.as('lan', 'GET', `/contents/${path}?ref=main`);
  const text = Buffer.from(content, 'base64').toString('utf8');
  const name = `chuc-danh-${++branches}`;
  const edited = text.replace(new RegExp(`(id: ${id}, name: [^,}]*)`), '$1, title: Trưởng phòng');
  expect(edited).not.toBe(text);
  await hub.commit('lan', name, { [path]: edited });
  const number = await hub.openPull('lan', name);
  await approve(number);
  await merge(number);
}

const reconciler = () => {
  const { url, reconciler: as } = office.slapd;
  return settingsOf({ url, bindDn: as.dn, passwordFile: as.passwordFile });
};
const reconcileOn = async (day: string) => {
  const ran = await office.desk.machine.reconcile(
    { ...reconciler(), GITHUB_TOKEN: 'ghs_bot' },
    '--today',
    day,
  );
  expect(ran, ran.err).toMatchObject({ code: 0 });
};
/** GitHub dates a pull request by the real clock. */
const opened = dateOfInstant(Date.now());

async function read(day: string, { signed = true, token = 'ghs_bot' } = {}) {
  await writeCalendars(signed);
  const audit = join(office.desk.root, 'state/audit.jsonl');
  const args = ['report', 'usage', '--format', 'json', '--today', day, '--period', day.slice(0, 4)];
  const { hub, root } = office.desk;
  const { code, out, err } = await runDanhba([...args, '--audit', audit], {
    cwd: join(root, 'reconciling'),
    environment: {
      ...reconciler(),
      GITHUB_TOKEN: token,
      GITHUB_REPOSITORY: hub.repository,
      GITHUB_API_URL: hub.url,
    },
  });
  expect(code, err).toBe(0);
  const { rows, usage } = JSON.parse(out) as { rows: readonly UsageRow[]; usage: UsageFacts };
  const row = rows.find(({ organization }) => organization === 'sokx');
  return { usage, requests: row?.requests, inTime: row?.inTime };
}

const year = Number(opened.slice(0, 4));
const years = [year, year + 1];
/** Weekends are enough of a calendar for whatever year it is. */
const calendar = new Map(years.map((one) => [one, { year: one, weekdaysOff: [] }]));
/** Beside what is read alone: on main they would wait for an operator's word. */
async function writeCalendars(signed: boolean): Promise<void> {
  const folder = join(office.desk.root, 'reconciling/directory/calendar');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const one of signed ? years : []) {
    await writeFile(
      join(folder, `${one}.yaml`),
      `year: ${one}\nsource: 1/QĐ\nweekdaysOff: []\nweekendDaysWorked: []\n`,
    );
  }
}

/** The last day of three working days, and the day after: late. */
function termEnds(): { readonly last: string; readonly late: string } {
  const deadline = deadlineOf(opened, { unit: 'working-days', count: 3 }, calendar);
  if (!('due' in deadline)) throw new Error('no calendar');
  return { last: deadline.due, late: addDays(deadline.due, 1) };
}

it('counts each mailbox once, in time or late, and again no deed that was found done', async () => {
  const { last, late } = termEnds();
  await merged('LC-000001');
  await reconcileOn(last);
  await reconcileOn(last);
  expect(await read(last)).toMatchObject({ requests: 1, inTime: 1 });
  await merged('LC-000002');
  await reconcileOn(late);
  expect(await read(late)).toMatchObject({ requests: 2, inTime: 1 });
  // Beyond the day that is asked for nothing is told.
  expect(await read(last)).toMatchObject({ requests: 1, inTime: 1 });
  // What came by no pull request, the first issue of the whole office, is nobody's request.
  expect((await read(late)).usage).toMatchObject({ pushed: 14, auditSince: opened });
});

it('asks GitHub for the pull requests by the hundred, and for what was pushed by itself', async () => {
  office.desk.hub.forget();
  await read(opened);
  const paths = office.desk.hub.requests.map((request) => request.path.replace(/[0-9a-f]{40}/, 'SHA'));
  const repository = `/repos/${office.desk.hub.repository}`;
  expect(paths).toEqual([`${repository}/pulls`, `${repository}/commits/SHA/pulls`]);
});

it('a year without a calendar calls nobody late', async () => {
  const { late } = termEnds();
  const { requests, inTime, usage } = await read(late, { signed: false });
  expect({ requests, inTime }).toEqual({ requests: 2, inTime: undefined });
  expect(usage).toMatchObject({ requestsUnjudged: 1 });
});

it('GitHub out of reach leaves them blank, with the reason, and the rest stands', async () => {
  const { usage, requests } = await read(opened, { token: 'ghp_nobody' });
  expect(requests).toBeUndefined();
  expect(usage.requestsUnseen).toMatch(/token/i);
});
