/** What danhba wrote to a server comes back by an import as the files it was written from, byte for byte. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { type RunningServer, servers } from '../../support/servers.ts';
import { testRecipient } from '../../support/world.ts';

const schema = (depth: number) =>
  `# yaml-language-server: $schema=${'../'.repeat(depth)}schemas/organization.schema.json\n\n`;
/** As an import lays them out: what no attribute holds (recipients, the clause of a breach) is added where they are applied. */
const files = {
  'organizations/ubnd.yaml': `${schema(2)}id: ubnd
name: Ủy ban nhân dân tỉnh Lai Châu
kind: people-committee
code: ubnd
mailbox: none
`,
  'organizations/provincial/sokhcn.yaml': `${schema(3)}id: sokhcn
name: Sở Khoa học và Công nghệ
kind: provincial
parent: ubnd
code: sokhcn
mailbox:
  custodian: LC-000001
  aliases:
    - vanthu.sokhcn@laichau.gov.vn
people:
  - id: LC-000001
    name: Nguyễn Văn An
    title: Chuyên viên
    unit: Phòng Kiểm tra
    phone: "0213 3 876 543"
  - id: LC-000002
    name: Lò Thị Bình
    privileged: true
  - id: LC-000007
    name: Giàng A Páo
    suspension:
      reason: violation
      document: 31/QĐ-STTTT
      date: 2026-11-04
`,
};

describe.each(servers)('on %s', (_name, start) => {
  let server: RunningServer;
  let work: Workplace;

  beforeAll(async () => {
    server = await start();
    work = await makeWorkplace(server, {});
    for (const [path, text] of Object.entries(files)) {
      const file = join(work.root, 'directory', path);
      await mkdir(join(file, '..'), { recursive: true });
      const clause = text.replace('reason: violation\n', 'reason: violation\n      clause: "12.5"\n');
      const recipients = path.endsWith('ubnd.yaml') ? `credentialRecipients: [${testRecipient}]\n` : '';
      await writeFile(file, clause + recipients);
    }
    const applied = await work.apply();
    expect(applied.code, applied.err).toBe(0);
  }, 120_000);

  afterAll(async () => {
    await work?.remove();
    await server?.stop();
  });

  const danhba = (...args: readonly string[]) =>
    runDanhba([...args, '--today', '2026-11-24'], {
      cwd: work.root,
      environment: {
        DANHBA_LDAP_URL: server.url,
        DANHBA_LDAP_BIND_DN: server.bindDn,
        DANHBA_LDAP_PASSWORD_FILE: server.passwordFile,
      },
    });

  it('is there again, by a map nobody has touched', async () => {
    const args = ['import', '--from', 'ldap', '--map', 'back/map.yaml', '--out', 'back/directory'];
    const policy = ['--policy', 'directory/policy.yaml'];
    const suggested = await danhba(...args, ...policy, '--suggest-map');
    expect(suggested.code, suggested.err).toBe(0);
    const { code, out, err } = await danhba(...args, ...policy);
    expect(err).toBe('');
    expect([0, 2], out).toContain(code);
    const back = join(work.root, 'back/directory/organizations');
    const found = (await readdir(back, { recursive: true })).filter((path) => path.endsWith('.yaml'));
    const texts = await Promise.all(
      found.sort().map(async (path) => [`organizations/${path}`, await readFile(join(back, path), 'utf8')]),
    );
    expect(Object.fromEntries(texts)).toEqual(files);
  });
});
