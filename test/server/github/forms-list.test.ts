/** Lists on forms, and forms at the same moment: each row is answered, good ones are not lost, no id is given twice. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RequestKind } from '../../../src/model/github/request.ts';
import { runDanhba } from '../../support/child.ts';
import { checkOut } from '../../support/github-checkout.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText } from '../../support/world.ts';
import { type Filled, fillForm } from '../../unit/review/fill-form.ts';

const today = '2026-11-23';
const path = 'directory/organizations/sokx.yaml';
const committee =
  'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\n';
const office = organizationText(
  'sokx',
  [
    'id: LC-000001, name: Nguyễn Văn An, title: Văn thư viên, phone: "0213 3 111 111"',
    'id: LC-000005, name: Vũ Văn Tám',
    'id: LC-000006, name: Sùng A Páo',
  ],
  'representatives: [minh]\nmailbox:\n  custodian: LC-000001\n',
);
const basis = { organization: 'sokx', document: '15/VP', date: '20/11/2026' };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office });
});
afterEach(() => expect(desk.hub.problems).toEqual([]));
afterAll(() => desk?.close());

async function open(kind: RequestKind, answers: Filled): Promise<number> {
  const form = { title: kind, body: fillForm(kind, answers), labels: ['danhba', `danhba:${kind}`] };
  return (await desk.hub.as('lan', 'POST', '/issues', form)).number;
}
const edit = (number: number, kind: RequestKind, answers: Filled) =>
  desk.hub.as('lan', 'PATCH', `/issues/${number}`, { body: fillForm(kind, answers) });

/** Each form on a checkout of its own: two may run at once. */
async function request(number: number) {
  const cwd = join(desk.root, `form-${number}`);
  await checkOut(desk.hub, { folder: cwd, ref: 'main' });
  const environment = {
    GITHUB_TOKEN: 'ghs_bot',
    GITHUB_REPOSITORY: desk.hub.repository,
    GITHUB_API_URL: desk.hub.url,
  };
  return await runDanhba(['github', 'request', '--issue', `${number}`, '--today', today], {
    cwd,
    environment,
  });
}

const pullsOf = async (number: number): Promise<{ number: number; title: string }[]> =>
  (await desk.hub.as('lan', 'GET', '/pulls?state=all&per_page=100')).filter(
    ({ head }: { head: { ref: string } }) => head.ref === `danhba/request-${number}`,
  );
async function answerOf(number: number): Promise<string> {
  const [answer, ...others] = await desk.commentsOn(number);
  expect(others).toEqual([]);
  return (answer?.body ?? '').replaceAll(/\\|&#8203;|<wbr>/g, '');
}
/** The lines the pull request adds. */
async function added(number: number): Promise<readonly string[]> {
  const ref = encodeURIComponent(`danhba/request-${number}`);
  const { content } = await desk.hub.as('lan', 'GET', `/contents/${path}?ref=${ref}`);
  const before = new Set(office.split('\n'));
  return Buffer.from(content, 'base64')
    .toString('utf8')
    .split('\n')
    .filter((line) => !before.has(line));
}
async function check(number: number): Promise<number | null> {
  const cwd = join(desk.root, `head-${number}`);
  await checkOut(desk.hub, { folder: cwd, ref: `danhba/request-${number}` });
  const { code, out } = await runDanhba(['check', '--today', today], { cwd });
  expect(out).not.toContain('lỗi [');
  return code;
}

describe('a list pasted from Excel', () => {
  const newcomers = (...rows: string[]) =>
    ['STT\tSĐT\tHỌ VÀ TÊN\tChức vụ', ...rows.map((row, index) => `${index + 1}\t${row}`)].join('\r\n');

  it('becomes one pull request of its good rows, each row is answered, and follows the form', async () => {
    const [first, second] = ['0213 3 444 444\tTẩn Sơn Tiến\tChuyên viên', '\tChẻo Thị Mán\t'];
    const bad = ['gọi sau\tPhàn A Sài\t', '\tNguyễn Văn An\tKế toán', '\tNgô Văn An\t'];
    const number = await open('issue', { ...basis, table: newcomers(first, ...bad, second) });
    for (let run = 0; run < 2; run++) expect(await request(number)).toMatchObject({ code: 1, err: '' });
    const pulls = await pullsOf(number);
    expect(pulls).toMatchObject([{ title: 'Cấp mới: 2 người (Sở SOKX)' }]);
    const lines = await added(number);
    expect(lines.join('\n')).toMatch(/LC-000007.*Tẩn Sơn Tiến[\s\S]*LC-000008.*Chẻo Thị Mán/s);
    expect(lines.join('\n')).not.toMatch(/Phàn|Ngô|Kế toán/);
    expect(await check(number)).toBe(0);

    const told = await answerOf(number);
    expect(told).toContain(`#${pulls[0]?.number}`);
    expect(told).toContain('| 1 | Tẩn Sơn Tiến | ✅ tients.sokx@laichau.gov.vn |');
    expect(told).toContain('| 2 | Phàn A Sài | ❌ "Điện thoại cơ quan" không đúng dạng');
    expect(told).toContain('| 3 | Nguyễn Văn An | ❌ Đã có người tên Nguyễn Văn An');
    expect(told).toContain(
      '| 4 | Ngô Văn An | ❌ Địa chỉ annv.sokx@laichau.gov.vn đã là của Nguyễn Văn An. Xin',
    );
    expect(told).toContain('thì điền "Địa chỉ thư do quyết định đặt"');
    expect(told).toContain('| 5 | Chẻo Thị Mán | ✅ manct.sokx@laichau.gov.vn |');
    expect(told).not.toMatch(/addressDecision|undefined|444 444|111 111/);

    await edit(number, 'issue', { ...basis, table: newcomers(first, second) });
    expect(await request(number)).toMatchObject({ code: 0 });
    expect(await added(number)).toEqual(lines);
    expect(await answerOf(number)).not.toContain('❌');

    // Nothing good is left: what was proposed before is told to be stale.
    await edit(number, 'issue', { ...basis, table: newcomers(...bad) });
    expect(await request(number)).toMatchObject({ code: 1, out: '' });
    expect(await answerOf(number)).toContain('**Chưa thực hiện được đề nghị cấp mới: 3 dòng còn sai.**');
    expect(await desk.labelsOf(pulls[0]?.number ?? 0)).toEqual(['phiếu: đã sửa, đừng gộp']);
  });

  it('of two newcomers with one address lets the first through', async () => {
    const table = 'Họ và tên\nLý Văn Khoa\nLò Văn Khoa\nTao Văn Ín';
    const number = await open('issue', { ...basis, table });
    expect(await request(number)).toMatchObject({ code: 1, err: '' });
    const told = await answerOf(number);
    expect(told).toContain('| 1 | Lý Văn Khoa | ✅ khoalv.sokx@laichau.gov.vn |');
    expect(told).toContain('| 2 | Lò Văn Khoa | ❌ Địa chỉ khoalv.sokx@laichau.gov.vn đã là của Lý Văn Khoa');
    expect(told).toContain('| 3 | Tao Văn Ín | ✅');
    expect(await check(number)).toBe(0);
  });

  it('of people who leave names once who keeps the agency mailbox', async () => {
    const table = 'Họ và tên\tLý do\nNguyễn Văn An\t\nVũ Văn Tám\tthoi viec';
    const number = await open('terminate', { ...basis, reason: 'Nghỉ hưu', effective: '20/11/2026', table });
    expect(await request(number)).toMatchObject({ code: 1 });
    expect(await answerOf(number)).toContain(
      'Nguyễn Văn An đang quản lý hộp thư của cơ quan, phiếu chưa ghi ai thay',
    );
    await edit(number, 'terminate', {
      ...basis,
      reason: 'Nghỉ hưu',
      effective: '20/11/2026',
      table,
      successor: 'Sùng A Páo',
    });
    const said = await request(number);
    expect(said, await answerOf(number)).toMatchObject({ code: 0 });
    const text = (await added(number)).join('\n');
    expect(text).toContain('  custodian: LC-000006');
    expect(text).toMatch(/LC-000001.*reason: retirement[\s\S]*LC-000005.*reason: resignation/);
    expect(await check(number)).toBe(0);
  });
});

it('two forms that look for an id in the same moment never get one', async () => {
  const older = await open('issue', { ...basis, name: 'Lý A Chống' });
  const younger = await open('issue', { ...basis, name: 'Má A Giàng' });
  let asked = 0;
  // The younger one has chosen and is about to propose when the older one does all of its work.
  desk.hub.strike(async ({ method, path: at }) => {
    if (method === 'POST' && at.endsWith('/pulls') && asked++ === 0) {
      expect(await request(older)).toMatchObject({ code: 0 });
    }
    return undefined;
  });
  const said = await request(younger);
  desk.hub.strike(undefined);
  expect(said, said.err).toMatchObject({ code: 0, err: '' });
  const idOf = async (number: number) => /LC-\d+/.exec((await added(number)).join('\n'))?.[0];
  const ids = [await idOf(older), await idOf(younger)];
  expect(ids).not.toContain(undefined);
  expect(new Set(ids).size).toBe(2);
  expect(await pullsOf(younger)).toHaveLength(1);
  expect(await answerOf(younger)).toContain('Má A Giàng');
});
