/** A province whose one office has forms sent for it, on the test's GitHub; its file is written as people write. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startSlapd } from '../../servers/launch/slapd.ts';
import type { RequestKind } from '../../src/model/github/request.ts';
import type { Change, Plan } from '../../src/model/plan/plan.ts';
import { type Filled, fillForm, formTitles } from '../unit/review/fill-form.ts';
import { type Ended, type Environment, runDanhba, settingsOf } from './child.ts';
import { startGitHub, type TestGitHub } from './github.ts';
import { checkOut } from './github-checkout.ts';
import { runScript } from './shell.ts';
import { policyText, testRecipient } from './world.ts';

const today = '2026-11-23';
const baseDn = 'dc=laichau,dc=gov,dc=vn';
export const officePath = 'directory/organizations/provincial/sotttt.yaml';
/** Written as people write: notes everywhere, two styles, long strings in quotes. */
export const officeText = `# yaml-language-server: $schema=../../../schemas/organization.schema.json
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
  [officePath]: officeText,
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

export const basis = { document: '15/STTTT-CNTT', date: '20/11/2026' };
/** A form about somebody's own mailbox, and one about the office's. */
export const own = { organization: 'sotttt', mailbox: 'Hộp thư cá nhân', ...basis };
export const agency = { organization: 'sotttt', mailbox: 'Hộp thư của cơ quan, đơn vị', ...basis };

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly user: { readonly login: string };
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
}

export interface FormsDesk {
  readonly hub: TestGitHub;
  /** In a folder of the desk, `main` or `head`, on its day. */
  readonly danhba: (folder: string, ...args: readonly string[]) => Promise<Ended>;
  /** As .github/workflows/request.yml does: main, checked out whole. */
  readonly request: (number: number) => Promise<Ended>;
  readonly open: (kind: RequestKind, answers: Filled) => Promise<number>;
  readonly edit: (number: number, kind: RequestKind, answers: Filled) => Promise<void>;
  readonly commentsOn: (number: number) => Promise<readonly string[]>;
  readonly pullsOf: (number: number) => Promise<readonly Pull[]>;
  /** What the pull request would change, line by line, in order. */
  readonly proposed: (
    number: number,
  ) => Promise<{ readonly folder: string; readonly lines: readonly string[] }>;
  readonly planOf: (folder: string) => Promise<readonly Change[]>;
  /** Every request was one GitHub knows. */
  readonly settle: () => void;
  readonly close: () => Promise<void>;
}

/** What stands on main is on the server. */
export async function openFormsDesk(): Promise<FormsDesk> {
  const server = await startSlapd({ baseDn });
  const { dn: bindDn, passwordFile } = server.reconciler;
  const ldap: Environment = settingsOf({ url: server.url, bindDn, passwordFile });
  const hub = await startGitHub();
  const root = await mkdtemp(join(tmpdir(), 'danhba-forms-'));
  const danhba: FormsDesk['danhba'] = (folder, ...args) =>
    runDanhba([...args, '--today', today], { cwd: join(root, folder), environment: ldap });
  const calendars = join(import.meta.dirname, '../../directory/calendar');
  const years = readdirSync(calendars).map((year): [string, string] => [
    `directory/calendar/${year}`,
    readFileSync(join(calendars, year), 'utf8'),
  ]);
  await hub.commit('laichau', 'main', { ...files, ...Object.fromEntries(years) });
  await checkOut(hub, { folder: join(root, 'main'), ref: 'main' });
  const checked = await danhba('main', 'check');
  expect(checked.code, checked.out).toBe(0);
  const applied = await danhba('main', 'apply');
  expect(applied.code, applied.out + applied.err).toBe(0);
  expect((await danhba('main', 'plan')).code).toBe(0);
  const pullsOf: FormsDesk['pullsOf'] = async (number) =>
    (await hub.as('lan', 'GET', '/pulls?state=all&per_page=100')).filter(
      ({ head }: Pull) => head.ref === `danhba/request-${number}`,
    );
  return {
    hub,
    danhba,
    request: async (number) => {
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
    },
    open: async (kind, answers) => {
      const labels = ['danhba', `danhba:${kind}`];
      const issue = { title: formTitles[kind], body: fillForm(kind, answers), labels };
      return (await hub.as('lan', 'POST', '/issues', issue)).number;
    },
    edit: async (number, kind, answers) =>
      void (await hub.as('lan', 'PATCH', `/issues/${number}`, { body: fillForm(kind, answers) })),
    commentsOn: async (number) =>
      (await hub.as('lan', 'GET', `/issues/${number}/comments`)).map(({ body }: { body: string }) => body),
    pullsOf,
    proposed: async (number) => {
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
      expect((await git(`diff --name-status ${main} HEAD`)).trim()).toBe(`M\t${officePath}`);
      const text = await git(`diff --unified=0 ${main} HEAD`);
      const lines = text.split('\n').filter((line) => /^[-+](?!-- |\+\+ )/.test(line));
      return { folder, lines };
    },
    planOf: async (folder) => {
      const said = await danhba(folder, 'plan', '--format', 'json');
      expect(said.code, said.err).toBe(2);
      const { changes, held } = JSON.parse(said.out) as Plan;
      // He was suspended before, and the notice from which the twelve months run is not recorded.
      expect(held.filter(({ key }) => key !== 'person:LC-000004')).toEqual([]);
      return changes;
    },
    settle: () => {
      expect(hub.problems).toEqual([]);
      hub.forget();
    },
    close: async () => {
      await hub.stop();
      await server.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}
