/** The operator's machine: its units are right for systemd, and what is pulled is the branch's own bytes and nothing else. */
import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const units = join(import.meta.dirname, '../../../operations/systemd');
const pull = join(units, 'pull');
const analyze = '/usr/bin/systemd-analyze';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-systemd-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('the units', () => {
  let names: readonly string[];
  beforeAll(async () => {
    names = (await readdir(units)).filter((name) => /\.(service|timer)$/.test(name)).sort();
    const place = join(root, 'etc/systemd/system');
    await cp('/usr/lib/systemd/system', join(root, 'usr/lib/systemd/system'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    await mkdir(place, { recursive: true });
    for (const name of names) await cp(join(units, name), join(place, name));
    const more = join(place, 'danhba-reconcile.service.d');
    await mkdir(more);
    await cp(join(units, 'publish.conf'), join(more, 'publish.conf'));
    const installed = join(root, 'opt/danhba/node_modules');
    await cp(units, join(installed, 'danhba/operations/systemd'), { recursive: true });
    await mkdir(join(installed, '.bin'));
    await writeFile(join(installed, '.bin/danhba'), '#!/bin/sh\n');
    await chmod(join(installed, '.bin/danhba'), 0o755);
    await mkdir(join(root, 'bin'));
    await cp('/bin/kill', join(root, 'bin/kill'));
  });

  const verify = async () => {
    const { stdout, stderr } = await run(analyze, ['verify', `--root=${root}`, ...names]);
    return stdout + stderr;
  };

  it('are seven, and systemd has nothing against them', async () => {
    expect(names).toEqual([
      'danhba-answer.service',
      'danhba-answer.timer',
      'danhba-doctor.service',
      'danhba-doctor.timer',
      'danhba-password-page.service',
      'danhba-reconcile.service',
      'danhba-reconcile.timer',
    ]);
    expect(await verify()).toBe('');
  });

  it('publish, with the drop-in, where nginx reads, and write nowhere else', async () => {
    const unit = await readFile(join(units, 'danhba-reconcile.service'), 'utf8');
    const added = await readFile(join(units, 'publish.conf'), 'utf8');
    expect(unit.match(/^ExecStart=(.*\\\n)*.*$/m)?.[0]).toContain(' $PUBLISH_OPTIONS ');
    const options = /PUBLISH_OPTIONS=--publish (\S+) --publish-internal (\S+)"/.exec(added) ?? [];
    const nginx = await readFile(join(units, '../nginx/noibo.conf'), 'utf8');
    expect(nginx).toContain(`root ${options[2]};`);
    expect(options.slice(1).map(dirname)).toEqual(['/srv/danhba', '/srv/danhba']);
    // Where it is not there yet the job still starts.
    expect(added.match(/^ReadWritePaths=.*$/gm)).toEqual(['ReadWritePaths=-/srv/danhba']);
    const judged = ['security', '--offline=yes', `--root=${root}`, '--threshold=20'];
    await expect(run(analyze, [...judged, 'danhba-reconcile.service'])).resolves.toBeDefined();
  });

  it('leave what is published to the group of its folder, and to nobody else', async () => {
    const folder = join(root, 'srv');
    await mkdir(folder);
    await chmod(folder, 0o2750);
    const umask = /^UMask=(\d+)$/m.exec(await readFile(join(units, 'publish.conf'), 'utf8'))?.[1];
    const writer = join(import.meta.dirname, '../../../src/files/write-folder.ts');
    const files = JSON.stringify([{ path: 'o/sotttt.html', text: 'x' }]);
    const script = `import {replaceFolder} from '${writer}'; await replaceFolder('${join(folder, 'noibo')}', ${files}, 0o750)`;
    await run('sh', [
      '-c',
      `umask ${umask} && "$1" --input-type=module -e "$2"`,
      'sh',
      process.execPath,
      script,
    ]);
    const written = await readdir(folder, { recursive: true, withFileTypes: true });
    const modes = new Map<string, number>();
    for (const one of written.filter((entry) => !entry.isSymbolicLink())) {
      const { mode } = await lstat(join(one.parentPath, one.name));
      modes.set(one.isDirectory() ? 'folder' : 'file', mode & 0o7777);
      expect(mode & 0o7777, one.name).toBe(one.isDirectory() ? 0o2750 : 0o640);
    }
    expect(modes.size).toBe(2);
  });

  it('would be told of a word systemd does not know', async () => {
    const file = join(root, 'etc/systemd/system/danhba-answer.service');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('ProtectSystem=strict', 'ProtectSystem=strictly'));
    expect(await verify()).toContain('strictly');
    await writeFile(file, text);
  });

  it.each(['danhba-answer', 'danhba-doctor', 'danhba-password-page', 'danhba-reconcile'])(
    '%s.service can reach little',
    async (name) => {
      // Of 100; a service that says nothing has 96.
      const given = ['security', '--offline=yes', '--threshold=20', join(units, `${name}.service`)];
      await expect(run(analyze, given)).resolves.toBeDefined();
    },
  );

  it('keep the secrets apart: who answers has neither the reconciler’s account nor the mail server’s key', async () => {
    const text = await readFile(join(units, 'danhba-answer.service'), 'utf8');
    expect(text).not.toMatch(/doveadm|reconcile/i);
    const users = names
      .filter((name) => name.endsWith('.service'))
      .map(async (name) => /^User=(.*)$/m.exec(await readFile(join(units, name), 'utf8'))?.[1]);
    expect(await Promise.all(users)).toEqual([
      'danhba-answer',
      'danhba-reconcile',
      'danhba-page',
      'danhba-reconcile',
    ]);
  });

  it('give secrets as credentials alone: none is an argument or a line of the environment', async () => {
    for (const name of names.filter((one) => one.endsWith('.service'))) {
      const text = await readFile(join(units, name), 'utf8');
      const secrets = text.match(/^Environment=.*(TOKEN|PASSWORD|KEY).*$/gm) ?? [];
      expect(secrets.length).toBeGreaterThan(0);
      for (const line of secrets) expect(line).toMatch(/_FILE=%d\/[a-z-]+$/);
      expect(text.match(/^Exec.*$/gm)?.join('\n')).not.toMatch(/token|password(?!-page)|key/i);
    }
  });
});

describe('what is pulled', () => {
  let origin: string;
  let folder: string;
  const git = async (...args: readonly string[]) =>
    (
      await run('git', ['-C', origin, '-c', 'user.name=Lan', '-c', 'user.email=lan@example.vn', ...args])
    ).stdout.trim();
  const bring = (url = `file://${origin}`, more: Readonly<Record<string, string>> = {}, branch = 'main') =>
    run(pull, [url, branch, folder], {
      env: { PATH: process.env.PATH, HOME: join(root, 'home'), GIT_ALLOW_PROTOCOL: 'file', ...more },
    });
  const text = '# tiếng Việt\r\nid: sokx\n$Id$\n';

  beforeAll(async () => {
    origin = join(root, 'origin');
    folder = join(root, 'main');
    await mkdir(join(origin, 'directory'), { recursive: true });
    await git('init', '--quiet', '--initial-branch=main');
    await git('config', 'core.autocrlf', 'false');
    await writeFile(join(origin, 'directory/a.yaml'), text);
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'một');
    await writeFile(
      join(origin, '.gitattributes'),
      '*.yaml text eol=crlf ident filter=evil working-tree-encoding=UTF-16\n',
    );
    await git('-c', 'core.attributesFile=/dev/null', 'add', '.gitattributes');
    await git('commit', '--quiet', '-m', 'hai');
    // Somebody's own settings, with a program and hooks in them.
    const owned = join(root, 'owned');
    await mkdir(join(root, 'home/hooks'), { recursive: true });
    const program = `[filter "evil"]\n\tsmudge = touch ${owned}\n[core]\n\thooksPath = ${join(root, 'home/hooks')}\n`;
    await writeFile(join(root, 'home/.gitconfig'), program);
    await writeFile(join(root, 'home/hooks/post-checkout'), `#!/bin/sh\ntouch ${owned}\n`, { mode: 0o755 });
  });

  it('is byte for byte what the branch has, whatever attributes, filters and hooks say', async () => {
    await bring();
    expect(await readFile(join(folder, 'directory/a.yaml'), 'utf8')).toBe(text);
    expect(await readdir(root)).not.toContain('owned');
  });

  it('is the branch the repository calls its default one, whatever that is, or a clear failure', async () => {
    const head = async () => (await run('git', ['-C', folder, 'rev-parse', 'HEAD'])).stdout.trim();
    const main = await head();
    await git('checkout', '--quiet', '-b', 'trunk');
    await git('commit', '--quiet', '--allow-empty', '-m', 'ba');
    await bring(`file://${origin}`, {}, 'HEAD');
    expect(await head()).toBe(await git('rev-parse', 'trunk'));
    await expect(bring(`file://${origin}`, {}, 'master')).rejects.toMatchObject({
      stderr: expect.stringContaining('refs/heads/master'),
    });
    await git('checkout', '--quiet', 'main');
    await bring(`file://${origin}`, {}, 'HEAD');
    expect(await head()).toBe(main);
  });

  it('is the whole history, as the questions about it need', async () => {
    const { stdout } = await run('git', ['-C', folder, 'rev-list', '--count', 'HEAD']);
    expect(stdout.trim()).toBe('2');
  });

  it('is the same again over whatever was left there: edits, new files, a half-done repository within', async () => {
    await writeFile(join(folder, 'directory/a.yaml'), 'khác\n');
    await mkdir(join(folder, 'directory/evil/.git'), { recursive: true });
    await writeFile(join(folder, 'directory/evil/b.yaml'), 'x\n');
    await bring();
    expect(await readdir(join(folder, 'directory'))).toEqual(['a.yaml']);
    expect(await readFile(join(folder, 'directory/a.yaml'), 'utf8')).toBe(text);
  });

  it('is brought although a run before was ended from outside, with its locks left behind', async () => {
    for (const name of ['index.lock', 'HEAD.lock', 'shallow.lock']) {
      await writeFile(join(folder, '.git', name), '');
    }
    await writeFile(join(folder, '.git/refs/danhba/pulled.lock'), '');
    await bring();
    expect(await readFile(join(folder, 'directory/a.yaml'), 'utf8')).toBe(text);
  });

  it('has no link that leads anywhere', async () => {
    await run('ln', ['-s', '/etc/passwd', join(origin, 'directory/link.yaml')]);
    await git('add', 'directory/link.yaml');
    await git('commit', '--quiet', '-m', 'ba');
    await bring();
    expect(await readFile(join(folder, 'directory/link.yaml'), 'utf8')).toBe('/etc/passwd');
  });

  it('comes by HTTPS alone, and is not what a transport of others could run', async () => {
    await expect(bring(`file://${origin}`, { GIT_ALLOW_PROTOCOL: 'https' })).rejects.toThrow('not allowed');
    await expect(bring('ext::touch owned', { GIT_ALLOW_PROTOCOL: 'https' })).rejects.toThrow('not allowed');
  });

  it('needs a token that is in no argument: Git asks for it', async () => {
    const token = join(root, 'token');
    await writeFile(token, 'ghp_machine\n');
    const env = { PATH: process.env.PATH, GITHUB_TOKEN_FILE: token };
    const asked = async (question: string) => (await run(pull, [question], { env })).stdout;
    expect(await asked("Username for 'https://github.com': ")).toBe('x-access-token\n');
    expect(await asked("Password for 'https://x-access-token@github.com': ")).toBe('ghp_machine\n');
  });
});
