/**
 * The whole way of a written notice on a real slapd: suspended, drafted by the run, given a number, recorded, and twelve
 * months later deleted, with the notice of that and its copy (8.1).
 */
import { appendFile, copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Ended, runDanhba, settingsOf } from '../../support/child.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const breach = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ-SOKX, date: 2026-11-20}';
const an = 'person:LC-000001';
const office = `
notices:
  regulation: Quy chế ban hành kèm theo Quyết định số 13/2019/QĐ-UBND
  code: STTTT
  department: CNTT
  place: Lai Châu
  contact: Phòng Công nghệ thông tin
  signer: {title: Giám đốc, name: Nguyễn Văn Bình}
`;

let slapd: Slapd;
let work: Workplace;

beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  const people = [`id: LC-000001, name: Nguyễn Văn An, ${breach}`];
  const sokx = `# của Sở\n${organizationText('sokx', people)}`;
  work = await makeWorkplace(
    { url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile },
    { ubnd: committee, sokx },
  );
  await appendFile(join(work.root, 'directory/policy.yaml'), office);
  const calendar = 'year: 2027\nsource: 1/TB-BNV\nweekdaysOff:\n  - 2027-01-01\nweekendDaysWorked: []\n';
  await writeFile(join(work.root, 'directory/calendar/2027.yaml'), calendar);
});

afterAll(async () => {
  await work?.remove();
  await slapd?.stop();
});

function danhba(args: readonly string[], today: string): Promise<Ended> {
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  const environment = settingsOf({ url: slapd.url, bindDn, passwordFile });
  return runDanhba([...args, '--today', today, '--lang', 'en'], { cwd: work.root, environment });
}
const reconcile = (today: string) => {
  const left = ['--audit', 'audit.jsonl', '--metrics', 'metrics.txt', '--summary', 'page.md'];
  return danhba(['reconcile', ...left, '--notices', 'drafts'], today);
};
const record = (document: string, day: string, today: string, more: readonly string[]) =>
  danhba(['notices', 'record', '--document', document, '--date', day, ...more], today);
const drafts = async () =>
  (await readdir(join(work.root, 'drafts'))).filter((name) => name.endsWith('.docx')).sort();
const textOf = (file: string) => readFile(join(work.root, file), 'utf8');
async function list(today: string): Promise<readonly { status: string; kind: string; days?: number }[]> {
  const { out, err, code } = await danhba(
    ['notices', 'list', '--drafts', 'drafts', '--format', 'json'],
    today,
  );
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out).rows;
}
const draftOf = async (kind: string) => {
  const found = (await drafts()).filter((name) => name.includes(`-${kind}-sokx-`));
  expect(found).toHaveLength(1);
  return `drafts/${found[0]}`;
};
const sokx = 'directory/organizations/sokx.yaml';

it('a run drafts what it made necessary, and says what waits for a number', async () => {
  const { code, err } = await reconcile('2026-11-23');
  expect(code, err).toBe(0);
  const before = await drafts();
  expect(before.filter((name) => name.includes('suspension'))).toHaveLength(1);
  expect(await textOf('page.md')).toContain('Drafted, waiting for a number: suspension');
  expect(await textOf('metrics.txt')).toContain('danhba_notices_open{kind="suspension",status="waiting"} 1');
  await reconcile('2026-11-24');
  expect(await drafts(), 'nothing twice').toEqual(before);
  const rows = await list('2026-11-25');
  expect(rows.find(({ kind }) => kind === 'suspension')).toMatchObject({ status: 'waiting', days: 2 });
  expect(rows.filter(({ status }) => status === 'missing')).toEqual([]);
});

it('a slip writes nothing, and is told', async () => {
  const file = await draftOf('suspension');
  const before = await textOf(sokx);
  await copyFile(join(work.root, file), join(work.root, 'drafts/copy.docx'));
  await writeFile(join(work.root, 'drafts/other.docx'), 'no document');
  for (const [document, day, files, told] of [
    ['45/TB-STTTT', '2025-11-24', [file], 'is older than what it tells (2026-11-20)'],
    ['45/TB-STTTT', '2026-12-24', [file], 'is to come'],
    ['45', '2026-11-24', [file], 'not of the form number/symbol'],
    ['45/TB-STTTT', '2026-11-24', [file, 'drafts/copy.docx'], 'is the same notice as'],
    ['45/TB-STTTT', '2026-11-24', [file, 'drafts/other.docx'], 'is no .docx that danhba has drafted'],
    ['45/TB-STTTT', '2026-11-24', [file, 'drafts/none.docx'], 'ENOENT'],
  ] as const) {
    const { code, err, out } = await record(document, day, '2026-11-25', files);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(told);
    expect(await textOf(sokx)).toBe(before);
  }
});

it('its number is recorded once, and from then the twelve months run', async () => {
  const file = await draftOf('suspension');
  const before = await textOf(sokx);
  const done = await record('45/TB-STTTT', '2026-11-24', '2026-11-25', [file]);
  expect([done.code, done.err]).toEqual([0, '']);
  expect(done.out).toContain(`${an}: recorded, not deleted before 2027-11-24 is over`);
  const notice = ', notice: {document: 45/TB-STTTT, date: 2026-11-24}}';
  expect(await textOf(sokx)).toBe(before.replace('date: 2026-11-20}', `date: 2026-11-20${notice}`));
  const again = await record('45/TB-STTTT', '2026-11-24', '2026-11-25', [file]);
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('There was nothing to edit')]);
  const other = await record('46/TB-STTTT', '2026-11-24', '2026-11-25', [file]);
  expect([other.code, other.err]).toEqual([1, expect.stringContaining('has another number already')]);
  expect((await reconcile('2026-11-25')).code).toBe(0);
  const { out } = await danhba(['report', 'suspended', '--format', 'json'], '2026-11-25');
  expect(JSON.parse(out).rows).toMatchObject([{ key: an, deletableAfter: '2027-11-24', missing: [] }]);
  expect((await list('2026-11-25')).find(({ kind }) => kind === 'suspension')).toMatchObject({
    status: 'recorded',
  });
});

it('after them the mailbox is deleted, and its notice asks for the copy to the superior body', async () => {
  await reconcile('2027-11-24');
  expect(await textOf('audit.jsonl')).not.toMatch(/"operation":"delete"/);
  const { code, err } = await reconcile('2027-11-25');
  expect(code, err).toBe(0);
  expect(await textOf('audit.jsonl')).toMatch(/"operation":"delete"/);
  const file = await draftOf('deletion');
  const statusOf = async () => (await list('2027-11-26')).find(({ kind }) => kind === 'deletion')?.status;
  expect(await statusOf()).toBe('waiting');
  expect((await record('9/TB-STTTT', '2027-11-25', '2027-11-26', [file])).code).toBe(0);
  expect(await statusOf()).toBe('recorded');
  expect(
    (await record('9/TB-STTTT', '2027-11-25', '2027-11-26', ['--copied', '2027-11-26', file])).code,
  ).toBe(0);
  expect(await statusOf()).toBe('copied');
  expect(await textOf('directory/notices.yaml')).toContain('copied: 2027-11-26');
  const kept = await drafts();
  expect((await reconcile('2027-11-26')).code).toBe(0);
  expect(await drafts(), 'nothing twice').toEqual(kept);
});
