/** The reports on real servers with seeded days, read with the rights of the planner alone. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Attribute, Change, Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportOptions } from '../../../src/commands/report.ts';
import { type ReportName, reportNames } from '../../../src/model/report.ts';
import { planWords } from '../../../src/render/plan/words/plan.ts';
import { columnsOf } from '../../../src/render/text/table.ts';
import { Relax, type Subject } from '../../contract/bench.ts';
import { startEmbeddedSubject, startSlapdSubject } from '../../contract/subjects.ts';
import { listenSince } from '../../support/listening.ts';
import { makeWorkplace, type Said, type Workplace } from '../../support/run.ts';
import { sayReport } from '../../support/say-report.ts';
import { told } from '../../support/told.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const subjects = [
  ['slapd', startSlapdSubject],
  ['the embedded server', startEmbeddedSubject],
] as const;

const today = '2026-11-23';
const suspendedFor = (more: string) => `suspension: {document: 31/QĐ, date: 2026-05-04, ${more}}`;

interface Life {
  readonly lines: string;
  /** The days of the last access and of the last change of the password. */
  readonly access: string;
  readonly changed: string;
}

const people = {
  'LC-000001': { lines: 'name: Nguyễn Văn An', access: '20260511', changed: '20260511' },
  'LC-000002': { lines: 'name: Trần Thị Bình', access: '20260601', changed: '20260610' },
  'LC-000003': {
    lines: 'name: Lò Văn Chi, absence: {until: 2026-12-10, reason: Nghỉ thai sản, document: 9/VP}',
    access: '20260504',
    changed: '20260901',
  },
  'LC-000004': { lines: 'name: Vàng A Dũng', access: '20261120', changed: '20261102' },
  'LC-000005': {
    lines: `name: Giàng A Páo, ${suspendedFor('reason: violation, clause: "12.5", notice: {document: 32/TB, date: 2026-05-05}')}`,
    access: '20260402',
    changed: '20260402',
  },
  'LC-000006': {
    lines: `name: Lý Thị Mỷ, ${suspendedFor('reason: inactivity')}`,
    access: '20260402',
    changed: '20260402',
  },
  'LC-000007': { lines: 'name: Đỗ Minh Hòa', access: '20261120', changed: '20261101' },
  'LC-000008': { lines: 'name: Tẩn A Sơn', access: '20261120', changed: '20261101' },
  'LC-000009': {
    lines: 'name: Hà Kim Tâm, phone: "0213 3 876 543", privileged: true',
    access: '20261120',
    changed: '20260820',
  },
} as const satisfies Record<string, Life>;

type Id = keyof typeof people;
const everybody = Object.keys(people) as Id[];
const without = (id: Id) => everybody.filter((one) => one !== id);

/** The organization of them all; its custodian is the one who will go missing. */
function fileOf(ids: readonly Id[], more: Partial<Record<Id, string>> = {}): string {
  const lines = ids.map((id) => `id: ${id}, ${people[id].lines}${more[id] ?? ''}`);
  return organizationText('sokx', lines, 'mailbox: {custodian: LC-000008}\n');
}

describe.each(subjects)('on %s', (_name, start) => {
  let subject: Subject;
  let folder: string;
  let work: Workplace;

  beforeAll(async () => {
    subject = await start();
    folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, subject.reconciler.password, { mode: 0o600 });
    const { url, baseDn, reconciler } = subject;
    work = await makeWorkplace(
      { url, baseDn, bindDn: reconciler.dn, passwordFile },
      {
        ubnd: `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`,
        sokx: fileOf(everybody),
        soky: organizationText('soky', [], 'mailbox: none\n'),
      },
    );
    // Issued, then two of them suspended; then one is in no file any more, and the run marks the day.
    for (const [day, ids] of [
      ['2026-04-01', everybody],
      ['2026-05-06', everybody],
      ['2026-11-20', without('LC-000008')],
    ] as const) {
      await work.write({ sokx: fileOf(ids) });
      const { out, err } = await work.apply({ today: day });
      expect(out, err).not.toMatch(/failed|không làm được/);
    }
  });

  afterAll(async () => {
    await work?.remove();
    await rm(folder, { recursive: true, force: true });
    await subject?.stop();
  });

  const say = (name: string, options: Partial<ReportOptions> = {}): Promise<Said> =>
    sayReport(work, subject, name, { today, format: 'text', ...options });

  /** The JSON of a report that could be made. */
  async function read(name: string, options: Partial<ReportOptions> = {}) {
    const { code, out } = await say(name, { ...options, format: 'json' });
    expect(code).toBe(0);
    return JSON.parse(out);
  }

  /** Rows as short as a table of the test: the person's number, then these keys. */
  async function rowsOf(name: string, keys: readonly string[], options: { all?: boolean } = {}) {
    const { rows } = (await read(name, options)) as { rows: readonly Record<string, unknown>[] };
    return rows.map((row) => [
      String(row.key).replace('person:LC-00000', ''),
      ...keys.map((key) => row[key]),
    ]);
  }

  async function asRoot(use: (root: Client) => Promise<void>): Promise<void> {
    const root = new Client({ url: subject.url });
    try {
      await root.bind(subject.root.dn, subject.root.password);
      await use(root);
    } finally {
      await root.unbind();
    }
  }

  const dnOf = (id: string) => `uid=${id},ou=people,${subject.baseDn}`;
  const set = (root: Client, dn: string, type: string, ...values: string[]) =>
    root.modify(
      dn,
      new Change({ operation: 'replace', modification: new Attribute({ type, values }) }),
      new Relax(),
    );

  it('tells nobody inactive where no login shows', async () => {
    const made = await read('inactive');
    expect(made).toMatchObject({ accessDoubt: 'not-readable', counts: { unknown: 8 }, rows: [] });
    const { out } = await say('inactive');
    expect(out).toContain(planWords.vi.accessDoubt['not-readable'].slice(0, 30));
    expect((await read('inactive', { all: true })).rows).toHaveLength(8);
  });

  it('is seeded with days', async () => {
    await asRoot(async (root) => {
      await listenSince(root, subject.baseDn);
      for (const id of everybody) {
        await set(root, dnOf(id), 'authTimestamp', `${people[id].access}020000Z`);
        await set(root, dnOf(id), 'pwdChangedTime', `${people[id].changed}020000Z`);
        if (id !== 'LC-000004') await set(root, dnOf(id), 'pwdReset', 'FALSE');
      }
      const agency = `ou=sokx,ou=organizations,${subject.baseDn}`;
      await set(root, agency, 'authTimestamp', '20261120020000Z');
      await set(root, agency, 'pwdChangedTime', '20261101020000Z');
      await set(root, agency, 'pwdReset', 'FALSE');
    });
    const leaving = ', termination: {reason: retirement, document: 77/QĐ, decided: 2026-10-01}';
    await work.write({ sokx: fileOf(without('LC-000008'), { 'LC-000007': leaving }) });
  });

  it('tells every day there is, the soonest first', async () => {
    expect(await rowsOf('deadlines', ['due', 'event', 'status', 'daysLeft', 'from'])).toEqual([
      ['6', '2026-05-04', 'notice', 'now', -203, undefined],
      ['7', '2026-10-16', 'notification', 'overdue', -38, '2026-10-01'],
      ['1', '2026-11-11', 'inactivity', 'now', -12, '2026-05-11'],
      ['8', '2026-11-25', 'removal', 'coming', 2, '2026-11-20'],
      ['2', '2026-12-01', 'inactivity', 'coming', 8, '2026-06-01'],
      ['3', '2026-12-10', 'absence', 'coming', 17, undefined],
      ['3', '2026-12-10', 'inactivity', 'coming', 17, '2026-05-04'],
      ['5', '2027-05-06', 'deletion', 'coming', 164, '2026-05-06'],
    ]);
  });

  it('tells whose term of 8.1 ends, and what protects the others', async () => {
    expect(await rowsOf('inactive', ['status', 'from', 'due', 'lastAccess', 'absentUntil'])).toEqual([
      ['1', 'overdue', '2026-05-11', '2026-11-11', '2026-05-11', undefined],
      ['2', 'soon', '2026-06-01', '2026-12-01', '2026-06-01', undefined],
      ['3', 'protected', '2026-05-04', '2026-12-10', '2026-05-04', '2026-12-10'],
    ]);
    const { counts, rows } = await read('inactive', { all: true });
    expect(counts).toEqual({ overdue: 1, soon: 1, protected: 1, running: 5 });
    // The calendar of 2027 is not signed off yet.
    expect(rows[3]).toMatchObject({ status: 'running', due: '2027-05-20', missingYear: 2027 });
  });

  it('tells passwords by the calendar, and by the days of the server', async () => {
    const keys = ['status', 'changed', 'expires', 'serverExpires', 'policy'];
    expect(await rowsOf('passwords', keys)).toEqual([
      ['1', 'expired', '2026-05-11', '2026-11-11', '2026-11-08', 'users'],
      ['9', 'expired', '2026-08-20', '2026-11-20', '2026-11-17', 'administrators'],
      ['4', 'must-change', '2026-11-02', '2027-05-02', '2027-05-02', 'users'],
      ['2', 'expiring', '2026-06-10', '2026-12-10', '2026-12-08', 'users'],
    ]);
    const { counts } = await read('passwords');
    expect(counts).toEqual({ expired: 2, 'must-change': 1, expiring: 1, valid: 4 });
  });

  it('takes the days from the policy the server has, not from the one it is about to be given', async () => {
    const dn = `cn=users,ou=policies,${subject.baseDn}`;
    await asRoot((root) => set(root, dn, 'pwdMaxAge', String(200 * 86_400)));
    const [first] = await rowsOf('passwords', ['status', 'expires', 'serverExpires']);
    expect(first).toEqual(['1', 'expired', '2026-11-11', '2026-11-27']);
    await asRoot((root) => set(root, dn, 'pwdMaxAge', String(181 * 86_400)));
  });

  it('tells from when a suspended mailbox may be deleted, or what is missing', async () => {
    const keys = ['state', 'since', 'reason', 'notice', 'deletableAfter', 'missing', 'earliest'];
    expect(await rowsOf('suspended', keys)).toEqual([
      ['5', 'suspended', '2026-05-04', 'violation', '32/TB; 2026-05-05', '2027-05-06', [], undefined],
      ['6', 'suspended', '2026-05-04', 'inactivity', undefined, undefined, ['notice'], '2027-11-23'],
    ]);
  });

  it('tells what is held by its reason, with the remedy', async () => {
    expect(await rowsOf('held', ['code', 'kind'])).toEqual([
      ['5', 'deletion-not-due', 'delete'],
      ['6', 'notice-missing', 'delete'],
      ['organization:sokx', 'problem', undefined],
      ['8', 'removal-waits', 'terminate'],
    ]);
    const { out } = await say('held', { lang: 'en' });
    expect(out).toContain('\n      = Add "notice: {document: …, date: …}" to "suspension" (8.1)\n');
  });

  it('tells the custodian the last run found in no file (9.1)', async () => {
    const { rows } = await read('custodians');
    expect(rows).toEqual([
      {
        address: 'sokx@laichau.gov.vn',
        custodian: 'LC-000008',
        custodianName: 'Tẩn A Sơn',
        key: 'organization:sokx',
        name: 'Sở SOKX',
        organization: 'sokx',
        status: 'ended',
      },
    ]);
  });

  it.each(reportNames)('%s: keys in order, the same twice, and no wider than the screen', async (name) => {
    const { out } = await say(name, { format: 'json', all: true });
    expect((await say(name, { format: 'json', all: true })).out).toBe(out);
    const made = JSON.parse(out);
    expect(made).toMatchObject({ report: name, today });
    for (const row of made.rows) expect(Object.keys(row)).toEqual(Object.keys(row).sort());
    for (const lang of ['vi', 'en']) {
      const { out: text } = await say(name, { lang, all: true });
      // A path of the temporary folder stands in one of them: it is not broken, so that it can be copied.
      const wide = text.split('\n').filter((line) => columnsOf(line) > 80 && !line.includes('/directory/'));
      expect(wide).toEqual([]);
    }
  });

  it.each(reportNames)('%s: no document and no telephone in Markdown', async (name) => {
    const { out } = await say(name, { format: 'markdown', all: true });
    expect(out).not.toMatch(/9\/VP|31\/QĐ|32\/TB|77\/QĐ|0213/);
    // No mail server is set here, and nothing is there from before: these say so instead of a table.
    const others: Partial<Record<ReportName, string>> = {
      forwards: 'DANHBA\\_DOVEADM\\_URL',
      mail: 'DANHBA\\_DOVEADM\\_URL',
      legacy: 'Không có hộp thư nào giữ địa chỉ cũ.',
      unmanaged: 'Mọi mục trong hai nhánh tài khoản đều do danhba quản lý.',
    };
    expect(out).toContain(others[name] ?? '| sokx |');
  });

  it('shows what somebody wrote on the server as text, never as a command', async () => {
    await asRoot((root) => set(root, dnOf('LC-000006'), 'cn', 'Lý \u001b[2J|`@ubnd` Mỷ'));
    const [text, markdown] = [
      await say('suspended'),
      await say('suspended', { format: 'markdown' }),
    ] as const;
    expect(text.out).toContain('\\u{1b}[2J|`@ubnd`');
    expect(text.out).not.toContain('\u001b');
    expect(markdown.out).not.toMatch(/(?<!\\)[|`]@?ubnd|\u001b/);
    expect(JSON.parse((await say('suspended', { format: 'json' })).out).rows[1].name).toBe(
      'Lý \u001b[2J|`@ubnd` Mỷ',
    );
    await asRoot((root) => set(root, dnOf('LC-000006'), 'cn', 'Lý Thị Mỷ'));
  });

  it('tells passwords nobody shows as unreadable', async () => {
    await asRoot(async (root) => {
      for (const dn of [...everybody.map(dnOf), `ou=sokx,ou=organizations,${subject.baseDn}`]) {
        await set(root, dn, 'pwdChangedTime');
      }
    });
    expect(await read('passwords')).toMatchObject({ passwordsUnreadable: true, rows: [] });
  });

  it('refuses a name that is none, and says which was meant', async () => {
    expect(await told(say('deadlins'))).toMatchObject({
      code: 'report-unknown',
      hint: expect.stringContaining('"deadlines"'),
    });
  });
});
