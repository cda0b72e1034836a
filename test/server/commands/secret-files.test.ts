/** Secret files as people make them: refused with the file and the remedy, or told; never shown. */
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOpenSecrets } from '../../../src/config.ts';
import { runDanhba } from '../../support/child.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-secret-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const secret = 'Bi-mat-cua-tinh';
const server = { DANHBA_LDAP_URL: 'ldap://127.0.0.1:9', DANHBA_LDAP_BIND_DN: 'cn=planner' };

const made = [
  ['UTF-16', Buffer.from(`\ufeff${secret}`, 'utf16le'), 'UTF-16'],
  ['a byte-order mark', Buffer.from(`\ufeff${secret}`), 'BOM'],
  ['two lines', Buffer.from(`${secret}\n${secret}\n`), 'hơn một dòng'],
  ['nothing', Buffer.from('\n'), 'trống'],
] as const;
const settings = [
  ['DANHBA_LDAP_PASSWORD_FILE', server, ['plan'], 'ldap-password'],
  [
    'DANHBA_DOVEADM_API_KEY_FILE',
    { ...server, DANHBA_LDAP_PASSWORD: 'x', DANHBA_DOVEADM_URL: 'http://127.0.0.1:9' },
    ['plan'],
    'doveadm-key',
  ],
  ['GITHUB_TOKEN_FILE', { GITHUB_REPOSITORY: 'o/r' }, ['github', 'doctor'], 'github-token'],
] as const;

describe.each(settings)('%s', (name, environment, command, ofEmpty) => {
  it.each(made)('with %s is refused by its name', async (kind, bytes, words) => {
    const file = join(root, 'secret');
    await writeFile(file, bytes, { mode: 0o600 });
    const ended = await runDanhba([...command], {
      environment: { ...environment, [name]: file },
    });
    expect(ended.code).toBe(1);
    const code = kind === 'nothing' ? ofEmpty : 'settings';
    expect(ended.err).toMatch(new RegExp(`\\[${code}\\] ${name}: .*${words}`));
    expect(ended.err).toContain(file);
    expect(ended.err).toContain('UTF-8');
    expect(ended.out + ended.err).not.toContain(secret);
  });
});

it('one that everybody may read is told, at every command, and used', async () => {
  // A folder of everybody's, as /etc is; the test's own is not.
  const shared = await mkdtemp('/var/tmp/danhba-shared-');
  try {
    await chmod(shared, 0o755);
    const file = join(shared, 'password');
    await writeFile(file, `${secret}\n`);
    await chmod(file, 0o644);
    const environment = { DANHBA_LDAP_PASSWORD_FILE: file };
    const ended = await runDanhba(['deadline', '--from', '2026-11-23', '--days', '3'], {
      environment,
    });
    expect(ended.code).toBe(0);
    expect(ended.err).toContain(`[secret-readable] DANHBA_LDAP_PASSWORD_FILE`);
    expect(ended.err).not.toContain(secret);

    await symlink(file, join(root, 'link'));
    expect(findOpenSecrets({ GITHUB_TOKEN_FILE: join(root, 'link') })).toHaveLength(1);
    // systemd's credentials and a group's file are nobody else's.
    for (const mode of [0o600, 0o400, 0o440, 0o640]) {
      await chmod(file, mode);
      expect(findOpenSecrets(environment)).toEqual([]);
    }
    await chmod(file, 0o644);
    await chmod(shared, 0o750);
    expect(findOpenSecrets(environment)).toEqual([]);
    await chmod(shared, 0o755);
    // Not used where the value itself is given; one that is not there is somebody else's error.
    expect(findOpenSecrets({ ...environment, DANHBA_LDAP_PASSWORD: 'x' })).toEqual([]);
    expect(findOpenSecrets({ GITHUB_TOKEN_FILE: join(shared, 'gone') })).toEqual([]);
    await mkdir(join(shared, 'open'));
  } finally {
    await rm(shared, { recursive: true, force: true });
  }
});
