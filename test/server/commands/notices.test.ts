/** `danhba notices draft` on a server that has done something: what lies in the folder then, and what is told. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DraftOptions, draft } from '../../../src/commands/notices/draft.ts';
import { ExpectedError } from '../../../src/model/problems/errors.ts';
import { readNotice } from '../../../src/office/read-notice.ts';
import type { Subject } from '../../contract/bench.ts';
import { startEmbeddedSubject } from '../../contract/subjects.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { organizationText, policyText, testRecipient } from '../../support/world.ts';

const today = '2026-11-24';
const policy = (signer: string) => `${policyText}notices:
  regulation: Quy chế ban hành kèm theo Quyết định số 13/2019/QĐ-UBND
  code: VP
  department: TH
  place: Lai Châu
  contact: Văn phòng, điện thoại 0213 3 876 543
  signer: {title: Chủ tịch${signer}}
`;

const people = (more: string) => [
  'id: LC-000001, name: Nguyễn Văn An',
  `id: LC-000002, name: Trần Thị Bình${more}`,
];
const suspension = ', suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-11-23}';

describe('notices draft', () => {
  let subject: Subject;
  let folder: string;
  let work: Workplace;
  let directory: string;

  beforeAll(async () => {
    subject = await startEmbeddedSubject();
    folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, subject.reconciler.password, { mode: 0o600 });
    const { url, baseDn, reconciler } = subject;
    work = await makeWorkplace(
      { url, baseDn, bindDn: reconciler.dn, passwordFile },
      {
        ubnd: `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`,
        sokx: organizationText('sokx', people('')),
      },
    );
    directory = join(work.root, 'directory');
    await writeFile(join(directory, 'policy.yaml'), policy(', name: Lê Văn Cường'));
    for (const [day, more] of [
      ['2026-10-01', ''],
      ['2026-11-23', suspension],
    ] as const) {
      await work.write({ sokx: organizationText('sokx', people(more)) });
      expect((await work.apply({ today: day })).code).toBe(0);
    }
  });

  afterAll(async () => {
    await work?.remove();
    await rm(folder, { recursive: true, force: true });
    await subject?.stop();
  });

  async function say(options: Partial<DraftOptions> = {}) {
    const said = { out: '', err: '' };
    const code = await draft(
      { directory, today, out: join(folder, 'notices'), ...options },
      {
        out: (text) => {
          said.out += text;
        },
        err: (text) => {
          said.err += text;
        },
        environment: {
          // No LibreOffice, whatever this machine has.
          PATH: folder,
          DANHBA_LDAP_URL: subject.url,
          DANHBA_LDAP_BIND_DN: subject.planner.dn,
          DANHBA_LDAP_PASSWORD: subject.planner.password,
        },
        errIsTerminal: false,
        language: 'vi',
        now: () => new Date(),
        input: (async function* () {})(),
      },
    );
    return { code, ...said };
  }

  const codeOf = async (asked: Promise<unknown>) => {
    const thrown = await asked.then(
      () => undefined,
      (error: unknown) => error,
    );
    return thrown instanceof ExpectedError ? thrown.remark.says : thrown;
  };

  it('drafts what was done, tells that there is no PDF, and drafts nothing twice, however the file is called', async () => {
    const { code, out, err } = await say();
    expect(code).toBe(0);
    expect(err).toContain('LibreOffice');
    const [file = '', ...others] = await readdir(join(folder, 'notices'));
    expect(others).toEqual([]);
    expect(file).toMatch(/^2026-11-24-suspension-sokx-[0-9a-f]{8}\.docx$/);
    expect(out).toContain(file);
    expect(readNotice(await readFile(join(folder, 'notices', file)))).toMatchObject({
      kind: 'suspension',
      marks: [{ key: 'person:LC-000002', day: '2026-11-23', reason: 'violation' }],
    });
    await rename(join(folder, 'notices', file), join(folder, 'notices', 'đã sửa.docx'));
    expect((await say({ today: '2026-11-25' })).out).toBe('Không có văn bản nào cần soạn.\n');
    expect(await readdir(join(folder, 'notices'))).toEqual(['đã sửa.docx']);
  });

  it('answers what was issued from a day on, for one organization and kind alone where asked', async () => {
    const out = join(folder, 'answers');
    await say({ out, since: '2026-10-01', kind: 'issue', organization: 'sokx', lang: 'en' });
    const [file = ''] = await readdir(out);
    const stamp = readNotice(await readFile(join(out, file)));
    expect(typeof stamp === 'string' ? [] : stamp.marks.map(({ key }) => key)).toEqual([
      'organization:sokx',
      'person:LC-000001',
    ]);
    expect((await say({ out, since: '2026-10-01', organization: 'ubnd', lang: 'en' })).out).toBe(
      'No notice to draft.\n',
    );
  });

  it('is refused with one line for each: no signer, no such day, no such template, none that can be used', async () => {
    const out = join(folder, 'refused');
    expect(await codeOf(say({ out, since: '2026-02-30' }))).toBe('notice-since');
    expect(await codeOf(say({ out, kind: 'thanks' }))).toBe('option.choice');
    await writeFile(join(directory, 'policy.yaml'), policy(''));
    expect(await codeOf(say({ out }))).toBe('notices-unset');
    const templates = `  templates: {issue: templates/issue.docx}\n`;
    await writeFile(join(directory, 'policy.yaml'), policy(', name: Lê Văn Cường') + templates);
    expect(await codeOf(say({ out }))).toBe('notice-template.missing');
    await mkdir(join(directory, 'templates'));
    await writeFile(join(directory, 'templates/issue.docx'), '%PDF');
    expect(await codeOf(say({ out }))).toBe('notice-template.format');
    expect(await readdir(folder)).not.toContain('refused');
  });
});
