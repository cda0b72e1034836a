/** What a run suspended of its own accord goes into the files; then files and server agree (8.1). */
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Attribute, Change, Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../../src/commands/check.ts';
import type { Io } from '../../../src/process/io.ts';
import { readDesired } from '../../../src/run/desired.ts';
import { recordSuspensions } from '../../../src/run/record.ts';
import { makeWorkplace, readSecret, type Workplace } from '../../support/run.ts';
import { type RunningServer, servers } from '../../support/servers.ts';
import { testRecipient } from '../../support/world.ts';

const today = '2026-11-23';
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\ncredentialRecipients: [${testRecipient}]\nmailbox: none\n`;
const health = `# của Sở Y tế
id: soyt
name: Sở Y tế
kind: provincial
parent: ubnd
code: soyt
mailbox:
  custodian: LC-000001 # văn thư
people:
  - id: LC-000001
    name: Nguyễn Văn An
  - {id: LC-000002, name: Trần Thị Bình} # mới
  - id: LC-000003
    name: Lò Văn Chi   # nghỉ phép?
    restoration: {document: 12/SYT-VP, date: 2026-02-02}`;
const recorded = health
  .replace('# văn thư\n', '# văn thư\n  suspension:\n    reason: inactivity\n    date: 2026-11-20\n')
  .replace('Bình}', 'Bình, suspension: {reason: inactivity, date: 2026-11-20}}')
  .replace(
    'restoration: {document: 12/SYT-VP, date: 2026-02-02}',
    'suspension: {reason: inactivity, date: 2026-11-20}',
  );

describe.each(servers)('on %s', (_name, start) => {
  let server: RunningServer;
  let work: Workplace;
  let directory: string;
  let file: string;

  beforeAll(async () => {
    server = await start();
    work = await makeWorkplace(server, { ubnd: committee, soyt: health });
    directory = join(work.root, 'directory');
    file = join(directory, 'organizations', 'soyt.yaml');
    const issued = await work.apply();
    expect(issued.code, issued.out + issued.err).toBe(0);
    const client = new Client({ url: server.url });
    try {
      await client.bind(server.bindDn, await readSecret(server.passwordFile));
      const suspended = {
        danhbaState: 'suspended',
        danhbaReason: 'inactivity',
        danhbaSince: '20261119170000Z',
        pwdEndTime: '19700101000000Z',
      };
      const changes = Object.entries(suspended).map(
        ([type, value]) =>
          new Change({ operation: 'replace', modification: new Attribute({ type, values: [value] }) }),
      );
      for (const rdn of ['uid=LC-000002,ou=people', 'uid=LC-000003,ou=people', 'ou=soyt,ou=organizations']) {
        await client.modify(`${rdn},${server.baseDn}`, changes);
      }
    } finally {
      await client.unbind();
    }
  });

  afterAll(async () => {
    await work?.remove();
    await server?.stop();
  });

  const heldCodes = (plan: Awaited<ReturnType<Workplace['plan']>>['plan']) =>
    plan.held.map(({ code, key }) => `${code} ${key}`).sort();

  /** Runs something with what a command may use, and gives what it told. */
  async function told(run: (io: Io) => Promise<unknown>): Promise<string> {
    let text = '';
    const say = (more: string) => {
      text += more;
    };
    const input = (async function* () {})();
    await run({
      out: say,
      err: say,
      environment: {},
      errIsTerminal: false,
      language: 'en',
      now: () => new Date(),
      input,
    });
    return text;
  }

  it('leaves a file that is edited meanwhile', async () => {
    const desired = await readDesired({ directory, lang: 'en' });
    await writeFile(file, `${health} # sửa`);
    const since = '2026-11-20';
    const accounts = [
      { key: 'person:LC-000002', state: 'suspended', reason: 'inactivity', since } as const,
      { key: 'person:LC-000003', state: 'active' } as const,
    ];
    const text = await told(async (io) => {
      expect(await recordSuspensions(desired, accounts, io)).toEqual({
        files: [],
        unrecorded: ['person:LC-000002'],
      });
    });
    expect(text).toContain(
      `Did not record the suspension in ${file} (person:LC-000002): the file was edited`,
    );
    expect(await readFile(file, 'utf8')).toBe(`${health} # sửa`);
    await writeFile(file, health);
  });

  it('records the suspensions, keeps every other byte, and leaves nothing to do', async () => {
    expect(heldCodes((await work.plan()).plan)).toContain('suspension-unrecorded person:LC-000002');
    await chmod(file, 0o644);
    const applied = await work.apply({ record: true });
    expect(applied.code, applied.out + applied.err).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(recorded);
    expect((await stat(file)).mode & 0o777).toBe(0o644);
    expect(applied.err).toContain(
      `Đã ghi tạm dừng vào ${file}: organization:soyt, person:LC-000002, person:LC-000003`,
    );

    await told(async (io) => expect(await check({ directory, today, format: 'text' }, io)).toBe(0));
    const again = await work.plan();
    expect(again.plan.changes).toEqual([]);
    expect(heldCodes(again.plan).filter((held) => !held.startsWith('notice-missing'))).toEqual([]);
    expect(again.code).toBe(0);

    const second = await work.apply({ record: true });
    expect(second.err).not.toContain('soyt.yaml');
    expect(await readFile(file, 'utf8')).toBe(recorded);
  });
});
