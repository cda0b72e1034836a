/** The seven forms as a unit fills them: a pull request that changes what was asked and nothing else, or a clear answer. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { startSlapd } from '../../../servers/launch/slapd.ts';
import type { RequestKind } from '../../../src/model/github/request.ts';
import type { Change, Plan } from '../../../src/model/plan/plan.ts';
import { type Environment, runDanhba, settingsOf } from '../../support/child.ts';
import { startGitHub, type TestGitHub } from '../../support/github.ts';
import { checkOut } from '../../support/github-checkout.ts';
import { runScript } from '../../support/shell.ts';
import { policyText, testRecipient } from '../../support/world.ts';
import { type Filled, fillForm } from '../../unit/review/fill-form.ts';

const today = '2026-11-23';
const baseDn = 'dc=laichau,dc=gov,dc=vn';
const path = 'directory/organizations/provincial/sotttt.yaml';
/** Written as people write: notes everywhere, two styles, long strings in quotes. */
const sotttt = `# yaml-language-server: $schema=../../../schemas/organization.schema.json
# Văn thư Sở giữ tệp này.

id: sotttt
name: Sở Thông tin và Truyền thông
kind: provincial
parent: ubnd
code: sotttt
representatives: [minh] # Phó Chánh Văn phòng
mailbox: # dùng chung
  custodian: LC-000001 # văn thư
people:
  # Lãnh đạo
  - id: LC-000001 # từ 2019
    name: Nguyễn Văn An
    title: Văn thư viên # kiêm lưu trữ
    phone: "0213 3 876 543"

  - {id: LC-000002, name: Lò Thị Mai, title: Chuyên viên, unit: Phòng A, phone: "0213 3 111 111"} # tầng 2
  - id: LC-000003
    name: Lò Thị Mai
    title: Kế toán viên
    phone: "0213 3 222 222"
    # Trùng tên: Sở đã đề nghị bằng văn bản.
    address: mailth.sotttt@laichau.gov.vn
    addressDecision: {document: 3/STTTT, date: 2026-01-05}
  - id: LC-000004
    name: Đỗ Minh Hòa
    suspension: # xem biên bản
      reason: violation
      clause: "12.5"
      document: 31/QĐ-STTTT
      date: 2026-05-04
  # Sắp nghỉ hưu
  - id: LC-000005
    name: Vũ Văn Tám
  - id: LC-000006
    name: Sùng A Páo
# Hết danh sách.
`;
const organization = (id: string, lines: readonly string[]) =>
  [`id: ${id}`, ...lines, 'mailbox: none', ''].join('\n');
const files: Readonly<Record<string, string>> = {
  'directory/policy.yaml': policyText,
  [path]: sotttt,
  'directory/organizations/ubnd.yaml': organization('ubnd', [
    'name: Ủy ban nhân dân tỉnh Lai Châu',
    'kind: people-committee',
    'code: ubnd',
    'representatives: [laichau]',
    `credentialRecipients: [${testRecipient}]`,
  ]),
  ...Object.fromEntries(
    (
      [
        ['sinho', 'Huyện Sìn Hồ', 'district'],
        ['tplc', 'Thành phố Lai Châu', 'city'],
      ] as const
    ).flatMap(([id, name, kind]) => [
      [
        `directory/organizations/${id}.yaml`,
        organization(id, [`name: ${name}`, `kind: ${kind}`, 'parent: ubnd', `code: ${id}`]),
      ],
      [
        `directory/organizations/${id}-pnv.yaml`,
        organization(`${id}-pnv`, [
          'name: Phòng Nội vụ',
          'kind: district-room',
          `parent: ${id}`,
          'code: pnv',
        ]),
      ],
    ]),
  ),
};

let hub: TestGitHub;
let root: string;
let ldap: Environment;
let stopServer: () => Promise<void>;

beforeAll(async () => {
  const server = await startSlapd({ baseDn });
  stopServer = server.stop;
  const { dn: bindDn, passwordFile } = server.reconciler;
  ldap = settingsOf({ url: server.url, bindDn, passwordFile });
  hub = await startGitHub();
  root = await mkdtemp(join(tmpdir(), 'danhba-forms-'));
  const calendars = join(import.meta.dirname, '../../../directory/calendar');
  const years = readdirSync(calendars).map((year): [string, string] => [
    `directory/calendar/${year}`,
    readFileSync(join(calendars, year), 'utf8'),
  ]);
  await hub.commit('laichau', 'main', { ...files, ...Object.fromEntries(years) });
  await checkOut(hub, { folder: join(root, 'main'), ref: 'main' });
  const checked = await danhba('main', 'check', '--today', today);
  expect(checked.code, checked.out).toBe(0);
  const applied = await danhba('main', 'apply', '--today', today);
  expect(applied.code, applied.out + applied.err).toBe(0);
  expect((await danhba('main', 'plan', '--today', today)).code).toBe(0);
});
afterEach(() => {
  expect(hub.problems).toEqual([]);
  hub.forget();
});
afterAll(async () => {
  await hub?.stop();
  await stopServer?.();
  await rm(root, { recursive: true, force: true });
});

const danhba = (folder: string, ...args: string[]) =>
  runDanhba(args, { cwd: join(root, folder), environment: ldap });

/** As .github/workflows/request.yml does: main, checked out whole. */
async function request(number: number) {
  await checkOut(hub, { folder: join(root, 'main'), ref: 'main' });
  const environment = {
    GITHUB_TOKEN: 'ghs_bot',
    GITHUB_REPOSITORY: hub.repository,
    GITHUB_API_URL: hub.url,
  };
  return await runDanhba(['github', 'request', '--issue', `${number}`, '--today', today], {
    cwd: join(root, 'main'),
    environment,
  });
}

const titles: Readonly<Record<RequestKind, string>> = {
  issue: 'Cấp mới: ',
  change: 'Thay đổi: ',
  suspend: 'Tạm dừng: ',
  terminate: 'Chấm dứt: ',
  restore: 'Khôi phục: ',
  reset: 'Cấp lại mật khẩu: ',
  custodian: 'Đổi người quản lý: ',
};
const basis = { document: '15/STTTT-CNTT', date: '20/11/2026' };
const own = { organization: 'sotttt', mailbox: 'Hộp thư cá nhân', ...basis };
const agency = { organization: 'sotttt', mailbox: 'Hộp thư của cơ quan, đơn vị', ...basis };

async function open(kind: RequestKind, answers: Filled): Promise<number> {
  const body = fillForm(kind, answers);
  const labels = ['danhba', `danhba:${kind}`];
  return (await hub.as('lan', 'POST', '/issues', { title: titles[kind], body, labels })).number;
}
const edit = (number: number, kind: RequestKind, answers: Filled) =>
  hub.as('lan', 'PATCH', `/issues/${number}`, { body: fillForm(kind, answers) });

const commentsOn = async (number: number): Promise<string[]> =>
  (await hub.as('lan', 'GET', `/issues/${number}/comments`)).map(({ body }: { body: string }) => body);

interface Pull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly user: { readonly login: string };
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
}
const pullsOf = async (number: number): Promise<Pull[]> =>
  (await hub.as('lan', 'GET', '/pulls?state=all&per_page=100')).filter(
    ({ head }: Pull) => head.ref === `danhba/request-${number}`,
  );

/** What the pull request would change, line by line, in order. */
async function proposed(number: number): Promise<{ folder: string; lines: readonly string[] }> {
  // The same for all: what it has of Git's objects is not fetched again.
  const folder = 'head';
  await checkOut(hub, { folder: join(root, folder), ref: `danhba/request-${number}` });
  const git = async (text: string) => {
    const { code, out, err } = await runScript({ text: `git ${text}`, cwd: join(root, folder) });
    expect(code, err).toBe(0);
    return out;
  };
  const main = (await hub.as('lan', 'GET', '/git/ref/heads/main')).object.sha;
  expect((await git('log --format=%P -1')).trim()).toBe(main);
  expect((await git(`diff --name-status ${main} HEAD`)).trim()).toBe(`M\t${path}`);
  const text = await git(`diff --unified=0 ${main} HEAD`);
  const lines = text.split('\n').filter((line) => /^[-+](?!-- |\+\+ )/.test(line));
  return { folder, lines };
}

async function planOf(folder: string): Promise<readonly Change[]> {
  const said = await danhba(folder, 'plan', '--today', today, '--format', 'json');
  expect(said.code, said.err).toBe(2);
  const { changes, held } = JSON.parse(said.out) as Plan;
  // He was suspended before, and the notice from which the twelve months run is not recorded.
  expect(held.filter(({ key }) => key !== 'person:LC-000004')).toEqual([]);
  return changes;
}

interface Case {
  readonly kind: RequestKind;
  readonly answers: Filled;
  readonly title: string;
  readonly lines: readonly string[];
  readonly change: object;
}

const cases: readonly [string, Case][] = [
  [
    'issue',
    {
      kind: 'issue',
      answers: {
        organization: 'Sở Thông tin và Truyền thông',
        name: 'Giàng A Páo',
        title: 'Chuyên viên',
        unit: 'Phòng Công nghệ thông tin',
        phone: '0213 3 333 333',
        ...basis,
      },
      title: 'Cấp mới: Giàng A Páo (sotttt)',
      lines: [
        '+  - id: LC-000007',
        '+    name: Giàng A Páo',
        '+    title: Chuyên viên',
        '+    unit: Phòng Công nghệ thông tin',
        '+    phone: "0213 3 333 333"',
      ],
      change: {
        kind: 'create',
        key: 'person:LC-000007',
        credential: true,
        account: { address: 'paoga.sotttt@laichau.gov.vn' },
      },
    },
  ],
  [
    'change of a title and a telephone',
    {
      kind: 'change',
      answers: { ...basis, organization: 'sotttt', person: 'Nguyễn Văn An', title: 'Chuyên viên chính' },
      title: 'Thay đổi: Nguyễn Văn An (sotttt)',
      lines: ['-    title: Văn thư viên # kiêm lưu trữ', '+    title: Chuyên viên chính # kiêm lưu trữ'],
      change: { kind: 'update', key: 'person:LC-000001', fields: ['title'] },
    },
  ],
  [
    'change to a decided address',
    {
      kind: 'change',
      answers: {
        ...basis,
        organization: 'sotttt',
        person: 'LC-000002',
        address: 'mailoth.sotttt@laichau.gov.vn',
      },
      title: 'Thay đổi: Lò Thị Mai (sotttt)',
      lines: [
        '-  - {id: LC-000002, name: Lò Thị Mai, title: Chuyên viên, unit: Phòng A, phone: "0213 3 111 111"} # tầng 2',
        '+  - {id: LC-000002, name: Lò Thị Mai, title: Chuyên viên, unit: Phòng A, phone: "0213 3 111 111", address: mailoth.sotttt@laichau.gov.vn, addressDecision: {document: 15/STTTT-CNTT, date: 2026-11-20}} # tầng 2',
      ],
      change: { kind: 'rename', key: 'person:LC-000002' },
    },
  ],
  [
    'suspension',
    {
      kind: 'suspend',
      answers: {
        ...own,
        person: 'Sùng A Páo',
        clause: 'Khoản 5',
        'notice-document': '32/TB-STTTT',
        'notice-date': '2026-11-21',
      },
      title: 'Tạm dừng: Sùng A Páo (sotttt)',
      lines: [
        '+    suspension:',
        '+      reason: violation',
        '+      clause: "12.5"',
        '+      document: 15/STTTT-CNTT',
        '+      date: 2026-11-20',
        '+      notice:',
        '+        document: 32/TB-STTTT',
        '+        date: 2026-11-21',
      ],
      change: { kind: 'suspend', key: 'person:LC-000006' },
    },
  ],
  [
    'suspension of the agency mailbox',
    {
      kind: 'suspend',
      answers: { ...agency, clause: 'Khoản 1' },
      title: 'Tạm dừng: Sở Thông tin và Truyền thông (sotttt)',
      lines: [
        '+  suspension:',
        '+    reason: violation',
        '+    clause: "12.1"',
        '+    document: 15/STTTT-CNTT',
        '+    date: 2026-11-20',
      ],
      change: { kind: 'suspend', key: 'organization:sotttt' },
    },
  ],
  [
    'end',
    {
      kind: 'terminate',
      answers: {
        ...basis,
        organization: 'sotttt',
        person: 'lc-000005',
        reason: 'Nghỉ hưu',
        effective: '20/11/2026',
      },
      title: 'Chấm dứt: Vũ Văn Tám (sotttt)',
      lines: [
        '+    termination:',
        '+      reason: retirement',
        '+      document: 15/STTTT-CNTT',
        '+      decided: 2026-11-20',
        '+      effective: 2026-11-20',
      ],
      change: { kind: 'terminate', key: 'person:LC-000005' },
    },
  ],
  [
    'restoration',
    {
      kind: 'restore',
      answers: { ...own, person: 'Đỗ Minh Hòa' },
      title: 'Khôi phục: Đỗ Minh Hòa (sotttt)',
      lines: ['+    restoration:', '+      document: 15/STTTT-CNTT', '+      date: 2026-11-20'],
      change: { kind: 'restore', key: 'person:LC-000004' },
    },
  ],
  [
    'password reset',
    {
      kind: 'reset',
      answers: { ...own, person: 'Nguyễn Văn An' },
      title: 'Cấp lại mật khẩu: Nguyễn Văn An (sotttt)',
      lines: ['+    passwordReset:', '+      document: 15/STTTT-CNTT', '+      date: 2026-11-20'],
      change: { kind: 'reset', key: 'person:LC-000001', credential: true },
    },
  ],
  [
    'another custodian, of an organization by what people call it',
    {
      kind: 'custodian',
      answers: { ...basis, organization: 'so thong tin va truyen thong', custodian: 'Sùng A Páo' },
      title: 'Đổi người quản lý hộp thư cơ quan: Sở Thông tin và Truyền thông (sotttt)',
      lines: ['-  custodian: LC-000001 # văn thư', '+  custodian: LC-000006 # văn thư'],
      change: { kind: 'update', key: 'organization:sotttt', fields: ['custodian'] },
    },
  ],
  [
    'a namesake with a decided address',
    {
      kind: 'issue',
      answers: {
        ...basis,
        organization: 'Sở TT&TT',
        name: 'Nguyễn Văn An',
        title: 'Không',
        namesake: '- [X] Đây là người khác, cùng họ tên với một người đã có trong cơ quan',
        address: 'anngv.sotttt@laichau.gov.vn',
        'address-document': '18/QĐ-STTTT',
        'address-date': '19/11/2026',
      },
      title: 'Cấp mới: Nguyễn Văn An (sotttt)',
      lines: [
        '+  - id: LC-000008',
        '+    name: Nguyễn Văn An',
        '+    address: anngv.sotttt@laichau.gov.vn',
        '+    addressDecision:',
        '+      document: 18/QĐ-STTTT',
        '+      date: 2026-11-19',
      ],
      change: {
        kind: 'create',
        key: 'person:LC-000008',
        account: { address: 'anngv.sotttt@laichau.gov.vn' },
      },
    },
  ],
  [
    'password reset of the agency mailbox',
    {
      kind: 'reset',
      answers: agency,
      title: 'Cấp lại mật khẩu: Sở Thông tin và Truyền thông (sotttt)',
      lines: ['+  passwordReset:', '+    document: 15/STTTT-CNTT', '+    date: 2026-11-20'],
      change: { kind: 'reset', key: 'organization:sotttt', credential: true },
    },
  ],
];

describe('a form becomes one pull request that changes what was asked, and nothing else:', () => {
  test.each(cases)('%s', async (_title, { kind, answers, title, lines, change }) => {
    const number = await open(kind, answers);
    const said = await request(number);
    expect(said, said.err).toMatchObject({ code: 0, err: '' });
    const [pull, ...others] = await pullsOf(number);
    expect(others).toEqual([]);
    expect(pull).toMatchObject({
      title,
      body: expect.stringMatching(
        `^<!-- danhba:request-[0-9a-f]{64} -->\\nTheo phiếu #${number} của lan.\n\nCăn cứ: 15/STTTT-CNTT ngày 20/11/2026.\n\n\`\`\`\nDanhba-Document: 15/STTTT-CNTT; 2026-11-20\nDanhba-Issue: #${number}\n\`\`\`\n$`,
      ),
      user: { login: 'github-actions[bot]' },
      base: { ref: 'main' },
    });
    const answer = await commentsOn(number);
    expect(answer).toHaveLength(1);
    expect(answer[0]).toContain(`#${pull?.number}`);

    const { folder, lines: changed } = await proposed(number);
    expect(changed).toEqual(lines);
    const checked = await danhba(folder, 'check', '--today', today);
    expect(checked.code, checked.out).toBe(0);
    const changes = await planOf(folder);
    expect(changes).toMatchObject([change]);

    const writes = () => hub.requests.filter(({ method, path: at }) => method !== 'GET' && at !== '/graphql');
    hub.forget();
    const again = await request(number);
    expect(again, again.err).toMatchObject({ code: 0, out: said.out });
    expect(writes()).toEqual([]);
    expect(await pullsOf(number)).toEqual([pull]);
    expect(await commentsOn(number)).toEqual(answer);
  });
});

describe('a form that is edited', () => {
  it('moves its pull request along, and its answer', async () => {
    const person = { organization: 'sotttt', person: 'LC-000005' };
    const answers = { ...basis, ...person, reason: 'Nghỉ hưu', effective: '31/01/2027' };
    const number = await open('terminate', answers);
    expect(await request(number)).toMatchObject({ code: 0 });
    const [first] = await pullsOf(number);
    await edit(number, 'terminate', { ...answers, reason: 'Thôi việc', date: '01/12/2026' });
    expect(await request(number)).toMatchObject({ code: 0 });
    const pulls = await pullsOf(number);
    expect(pulls).toMatchObject([{ number: first?.number, title: first?.title }]);
    const { lines } = await proposed(number);
    expect(lines).toContain('+      reason: resignation');
    expect(lines).toContain('+      decided: 2026-12-01');
    expect(lines).toContain('+      effective: 2027-01-31');
    expect(lines).toHaveLength(5);
    expect(await commentsOn(number)).toHaveLength(1);
  });

  it('keeps its commit, and its approvals, while main goes on elsewhere, and is written anew where it merges no more', async () => {
    const number = await open('reset', { ...own, person: 'Sùng A Páo' });
    expect(await request(number)).toMatchObject({ code: 0 });
    const headNow = async () =>
      (await hub.as('lan', 'GET', `/git/ref/heads/danhba/request-${number}`)).object.sha;
    const first = await headNow();
    await hub.commit('laichau', 'main', { [path]: `${sotttt}# Thêm một dòng.\n` });
    expect(await request(number)).toMatchObject({ code: 0 });
    expect(await headNow()).toBe(first);
    const rival = sotttt.replace('    name: Sùng A Páo\n', '    name: Sùng A Páo\n    title: Kế toán\n');
    expect(rival).not.toBe(sotttt);
    await hub.commit('laichau', 'main', { [path]: rival });
    expect(await request(number)).toMatchObject({ code: 0 });
    expect(await headNow()).not.toBe(first);
    expect((await proposed(number)).lines).toEqual([
      '+    passwordReset:',
      '+      document: 15/STTTT-CNTT',
      '+      date: 2026-11-20',
    ]);
    await hub.commit('laichau', 'main', { [path]: sotttt });
  });

  it('is not written over what somebody has pushed to its branch', async () => {
    const answers = { ...own, person: 'Nguyễn Văn An' };
    const number = await open('reset', answers);
    expect(await request(number)).toMatchObject({ code: 0 });
    const branch = `danhba/request-${number}`;
    const pushed = await hub.commit('minh', branch, { [path]: `${sotttt}# của minh\n` });
    await edit(number, 'reset', { ...answers, document: '16/STTTT' });
    for (let run = 0; run < 2; run++) expect(await request(number)).toMatchObject({ code: 3 });
    expect((await hub.as('lan', 'GET', `/git/ref/heads/${branch}`)).object.sha).toBe(pushed);
    const [, answer, ...others] = await commentsOn(number);
    expect(answer).toContain('đã được người khác sửa');
    expect(others).toEqual([]);
  });
});

describe('two forms at a time', () => {
  it('never give one id to two people', async () => {
    const answers = (name: string) => ({ ...basis, organization: 'sotttt', name });
    const numbers = [
      await open('issue', answers('Tẩn Sơn Tiến')),
      await open('issue', answers('Chẻo Thị Mán')),
    ];
    for (const number of numbers) expect(await request(number)).toMatchObject({ code: 0 });
    const idsOf = async () => {
      const ids: (string | undefined)[] = [];
      for (const number of numbers)
        ids.push(/id: (LC-\d+)/.exec((await proposed(number)).lines[0] ?? '')?.[1]);
      return ids;
    };
    const ids = await idsOf();
    expect(new Set(ids).size).toBe(2);
    // Once given, an id stays: who approved a pull request approved this one.
    for (const number of numbers) expect(await request(number)).toMatchObject({ code: 0 });
    expect(await idsOf()).toEqual(ids);
  });
});

it('never gives the id of somebody who was once in a file, however the line was written', async () => {
  const gone = [
    '- {id: LC-000051, name: Hoàng Văn Dũng}',
    '- "id": "LC-000052"\n    name: Hoàng Văn Bắc',
    "- name: Hoàng Văn Trung\n    id: 'LC-000053'",
    '- {name: Hoàng Văn Nam, id: LC-000054}',
  ];
  for (const line of gone) {
    await hub.commit('laichau', 'main', { [path]: sotttt.replace('# Hết', `  ${line}\n# Hết`) });
    await hub.commit('laichau', 'main', { [path]: sotttt });
    const number = await open('issue', { ...basis, organization: 'sotttt', name: 'Lèo Văn Bình' });
    expect(await request(number)).toMatchObject({ code: 0 });
    const [, given] = /id: LC-(\d+)/.exec((await proposed(number)).lines[0] ?? '') ?? [];
    const [, was] = /LC-(\d+)/.exec(line) ?? [];
    expect(Number(given)).toBeGreaterThan(Number(was));
    await hub.as('lan', 'PATCH', `/pulls/${(await pullsOf(number))[0]?.number}`, { state: 'closed' });
  }
});

describe('whom a form means', () => {
  it('is asked back where it may be two, with what tells them apart, and nothing private', async () => {
    const answers = { ...own, person: 'lò thị mai' };
    const number = await open('reset', answers);
    expect(await request(number)).toMatchObject({ code: 1, out: '' });
    expect(await pullsOf(number)).toEqual([]);
    const [asked = '', ...others] = await commentsOn(number);
    expect(others).toEqual([]);
    expect(asked).toContain('LC-000002 · Lò Thị Mai · Chuyên viên, Phòng A');
    expect(asked).toContain('LC-000003 · Lò Thị Mai · Kế toán viên');
    expect(asked).not.toMatch(/111 111|222 222|STTTT-CNTT/);
    await edit(number, 'reset', { ...answers, person: 'LC-000003' });
    expect(await request(number)).toMatchObject({ code: 0 });
    const [pull] = await pullsOf(number);
    const comments = await commentsOn(number);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain(`#${pull?.number}`);
    expect(comments[0]).not.toContain('Chưa thực hiện được');
    const { folder, lines } = await proposed(number);
    // As the decision beside it is written.
    expect(lines).toEqual(['+    passwordReset: {document: 15/STTTT-CNTT, date: 2026-11-20}']);
    expect(await planOf(folder)).toMatchObject([{ kind: 'reset', key: 'person:LC-000003' }]);
  });

  it('is asked back where two organizations have one name', async () => {
    const number = await open('issue', { ...basis, organization: 'Phòng Nội vụ', name: 'Sùng A Chứ' });
    expect(await request(number)).toMatchObject({ code: 1 });
    const [asked = ''] = await commentsOn(number);
    expect(asked).toContain('sinho-pnv · Phòng Nội vụ · Huyện Sìn Hồ');
    expect(asked).toContain('tplc-pnv · Phòng Nội vụ · Thành phố Lai Châu');
    expect(await pullsOf(number)).toEqual([]);
  });
});

describe('what is wrong is answered in Vietnamese, with English below, and nothing is proposed:', () => {
  test.each<[string, RequestKind, Filled, string, string]>([
    [
      'a name and a date are missing',
      'issue',
      { organization: 'sotttt', document: '15/VP' },
      'Thiếu "Họ và tên"',
      '"Date of the document" is missing',
    ],
    [
      'no such organization, but one like it',
      'issue',
      { ...basis, organization: 'sottt', name: 'Giàng A Páo' },
      'Có phải là: sotttt · Sở Thông tin và Truyền thông',
      'There is no organization "sottt"',
    ],
    [
      'no such day',
      'restore',
      { ...own, person: 'Đỗ Minh Hòa', date: '31/02/2026' },
      '"31/02/2026" không phải một ngày có thật',
      'is no existing day',
    ],
    [
      'a day to come',
      'restore',
      { ...own, person: 'Đỗ Minh Hòa', date: '24/11/2026' },
      'ngày 24/11/2026 chưa tới',
      '2026-11-24 is still to come',
    ],
    ['nobody of that name', 'reset', { ...own, person: 'Ai Đó' }, 'không có ai', 'has nobody called "Ai Đó"'],
    [
      'a name without its marks',
      'reset',
      { ...own, person: 'Do Minh Hoa' },
      'Có phải là: LC-000004 · Đỗ Minh Hòa',
      'Is it: LC-000004',
    ],
    [
      'suspended already',
      'suspend',
      { ...own, person: 'Đỗ Minh Hòa', clause: 'Khoản 1' },
      'đã tạm dừng từ 04/05/2026',
      'is suspended since 2026-05-04',
    ],
    [
      'not suspended',
      'restore',
      { ...own, person: 'Nguyễn Văn An' },
      'hộp thư không bị tạm dừng',
      'the mailbox is not suspended',
    ],
    [
      'an agency without a mailbox',
      'reset',
      { ...agency, organization: 'sinho-pnv' },
      '"sinho-pnv" không có hộp thư riêng',
      'has no mailbox of its own',
    ],
    [
      'a namesake',
      'issue',
      { ...basis, organization: 'sotttt', name: 'Nguyễn Văn An' },
      'LC-000001 · Nguyễn Văn An · Văn thư viên',
      'is called Nguyễn Văn An already',
    ],
    [
      'another with the same address',
      'issue',
      { ...basis, organization: 'sotttt', name: 'Ngô Văn An' },
      'annv.sotttt@laichau.gov.vn đã là của Nguyễn Văn An',
      'already belongs to Nguyễn Văn An',
    ],
    [
      'a name that cannot be read',
      'change',
      { ...basis, organization: 'sotttt', person: 'LC-000001', name: 'Ng. Văn An' },
      'Chưa thực hiện được đề nghị thay đổi',
      'The request (change) cannot be carried out yet',
    ],
    [
      'nothing that changes',
      'change',
      { ...basis, organization: 'sotttt', person: 'LC-000001', title: 'Văn thư viên' },
      'không còn gì phải làm',
      'already says what the form asks for',
    ],
  ])('%s', async (_title, kind, answers, vi, en) => {
    const number = await open(kind, answers);
    for (let run = 0; run < 2; run++)
      expect(await request(number)).toMatchObject({ code: 1, out: '', err: '' });
    const [answer = '', ...others] = await commentsOn(number);
    expect(others).toEqual([]);
    const [first = '', second = ''] = answer
      .replaceAll(/\\|&#8203;/g, '')
      .split('<summary>English</summary>');
    expect(first).toContain(vi);
    expect(second).toContain(en);
    expect(answer).not.toMatch(/undefined|\[object|0213/);
    expect(await pullsOf(number)).toEqual([]);
  });

  it('until it is put right: then the same answer says so', async () => {
    const wrong = { ...own, person: 'Đỗ Minh Hòa', date: '31/11/2026' };
    const number = await open('restore', { ...wrong, confirmed: '- [ ] x' });
    expect(await request(number)).toMatchObject({ code: 1 });
    const listed = async () => await hub.as('lan', 'GET', `/issues/${number}/comments`);
    const [{ id, body }] = await listed();
    expect(body.match(/^- /gm)).toHaveLength(4);
    await edit(number, 'restore', wrong);
    expect(await request(number)).toMatchObject({ code: 1 });
    expect((await listed())[0].body.match(/^- /gm)).toHaveLength(2);
    await edit(number, 'restore', { ...wrong, date: '19/11/2026' });
    expect(await request(number)).toMatchObject({ code: 0 });
    const [after, ...others] = await listed();
    expect(others).toEqual([]);
    expect(after).toMatchObject({ id, body: expect.not.stringContaining('Chưa thực hiện được') });
  });

  it('also where what was proposed before is wrong now', async () => {
    const answers = { ...own, person: 'LC-000002' };
    const number = await open('reset', answers);
    expect(await request(number)).toMatchObject({ code: 0 });
    const [pull] = await pullsOf(number);
    await edit(number, 'reset', { ...answers, person: 'Lò Thị Mai' });
    expect(await request(number)).toMatchObject({ code: 1 });
    const [answer = '', ...others] = await commentsOn(number);
    expect(others).toEqual([]);
    // Else somebody would approve what nobody asks for any more.
    expect(answer).toContain(`#${pull?.number}`);
    const labels = async () =>
      (await hub.as('lan', 'GET', `/issues/${pull?.number}/labels`)).map(
        ({ name }: { name: string }) => name,
      );
    expect(await labels()).toEqual(['phiếu: đã sửa, đừng gộp']);
    await edit(number, 'reset', answers);
    expect(await request(number)).toMatchObject({ code: 0 });
    expect(await labels()).toEqual([]);
    expect(await pullsOf(number)).toMatchObject([{ number: pull?.number, head: pull?.head }]);
  });
});

test('an issue that is no open form is refused without an answer', async () => {
  const labels: readonly (readonly string[])[] = [['danhba'], ['danhba:issue', 'danhba:reset'], []];
  for (const some of labels) {
    const { number } = await hub.as('lan', 'POST', '/issues', { title: 'x', body: '', labels: some });
    const said = await request(number);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err).toContain('[request-form]');
    expect(await commentsOn(number)).toEqual([]);
  }
  const closed = await open('reset', { ...own, person: 'Sùng A Páo' });
  await hub.as('lan', 'PATCH', `/issues/${closed}`, { state: 'closed' });
  expect((await request(closed)).err).toContain('[request-form]');
  expect(await commentsOn(closed)).toEqual([]);
});
