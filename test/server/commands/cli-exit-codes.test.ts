/** Every exit code of docs/commands.md, reached for real by the command as a process, on both servers. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'ldapts';
import { describe, expect, it } from 'vitest';
import { cli, type Environment, settingsOf, startDanhba } from '../../support/child.ts';
import { makeWorkplace, readSecret, type Workplace } from '../../support/run.ts';
import { type RunningServer, servers } from '../../support/servers.ts';
import { organizationText } from '../../support/world.ts';

const ubnd =
  'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [age1e4jz80npsu48c6xedaq57jsxsmymyv7e3e2khyg6g9re2qmggpmqxzvt0u]\n';
const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';

async function inWorkplace(
  start: () => Promise<RunningServer>,
  use: (server: RunningServer, work: Workplace) => Promise<void>,
): Promise<void> {
  const server = await start();
  const work = await makeWorkplace(server, { ubnd, sokx: organizationText('sokx', [an]) });
  try {
    await use(server, work);
  } finally {
    await work.remove();
    await server.stop();
  }
}

const environmentOf = (server: RunningServer): Environment => settingsOf(server);

describe.each(servers)('on %s', (_name, start) => {
  it('a plan ends with 2, its apply with 0, the next plan with 0; errors give 1, another digest 3', () =>
    inWorkplace(start, async (server, work) => {
      const danhba = (...args: string[]) =>
        startDanhba([...args, '--directory', 'directory', '--today', '2026-11-23'], {
          environment: environmentOf(server),
          cwd: work.root,
        });
      const planned = await danhba('plan', '--format', 'json', '--out', 'plan.json');
      expect([planned.code, planned.err]).toEqual([2, '']);
      expect(JSON.parse(planned.out)).toEqual(
        JSON.parse(await readFile(join(work.root, 'plan.json'), 'utf8')),
      );

      const other = await danhba('apply', '--digest', `sha256:${'0'.repeat(64)}`, '--lang', 'en');
      expect([other.code, other.out]).toEqual([3, '']);
      expect(other.err).toMatch(/^danhba: \[digest-mismatch\] [^\n]+\n {3}= danhba plan\n$/);

      const applied = await danhba('apply', 'plan.json', '--lang', 'en');
      expect([applied.code, applied.out]).toEqual([0, 'applied: 3\n']);
      expect(applied.err).toContain('3/3');
      expect(applied.err).not.toMatch(/[\u001b\r]/);

      const again = await danhba('plan');
      expect([again.code, again.err]).toEqual([0, '']);
      expect(again.out).toMatch(/Không/);
      expect((await danhba('plan', '--lang', 'en')).out).toMatch(/Nothing to do/);

      await work.write({ sokx: organizationText('sokx', [an, `${binh}, titel: x`]) });
      const wrong = await danhba('plan', '--format', 'json');
      expect(wrong.code).toBe(1);
      expect(wrong.err).toContain('[unknown-key]');
      JSON.parse(wrong.out);
    }));

  it('an apply ends with 4 where a change was refused, and with 0 for a reader of stderr that leaves', () =>
    inWorkplace(start, async (server, work) => {
      // A person under another container holds the address already: uniqueness refuses the second.
      const client = new Client({ url: server.url });
      await client.bind(server.root.dn, await readSecret(server.root.passwordFile));
      const squatter = `cn=squatter,ou=tombstones,${server.baseDn}`;
      await client.add(squatter, {
        objectClass: ['danhbaTombstone', 'danhbaAccount'],
        danhbaState: 'terminated',
        cn: 'squatter',
        danhbaKey: 'person:LC-999999',
        danhbaAddress: 'annv.sokx@laichau.gov.vn',
        danhbaUntil: '20300101000000Z',
      });
      const args = ['apply', '--directory', 'directory', '--today', '2026-11-23'];
      const options = { environment: environmentOf(server), cwd: work.root };
      const refused = await startDanhba(args, options);
      expect(refused.code, refused.err).toBe(4);
      expect(refused.out).toContain('person:LC-000001');
      await client.del(squatter);
      await client.unbind();

      const child = spawn(process.execPath, [cli, ...args], {
        cwd: work.root,
        env: { PATH: process.env.PATH, ...options.environment },
      });
      child.stderr.destroy();
      expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
      expect((await startDanhba(['plan', ...args.slice(1)], options)).code).toBe(0);
    }));
});
