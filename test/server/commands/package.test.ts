/** What `npm pack` makes is a whole command: installed it runs without the sources, and makes a province's repository. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Environment, runDanhba } from '../../support/child.ts';
import { onTerminal, readable } from '../../support/terminal.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'danhba-package-'));
  await run('npm', ['pack', '--pack-destination', project], { cwd: root });
  const [tarball = ''] = (await readdir(project)).filter((file) => file.endsWith('.tgz'));
  await writeFile(join(project, 'package.json'), '{"private": true}');
  await run('npm', ['install', '--no-audit', '--no-fund', join(project, tarball)], { cwd: project });
});
afterAll(() => rm(project, { recursive: true, force: true }));

const ownSchemas = ['schemas/organization.schema.json', 'schemas/validate.js'];

const cli = (folder: string) => join(folder, 'node_modules/danhba/dist/cli.js');
const danhba = (...args: string[]) => run(process.execPath, [cli(project), ...args], { cwd: project });

describe('the package', () => {
  it('says its version', async () => {
    expect((await danhba('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('names a person without any directory', async () => {
    const { stdout } = await danhba('name', 'person', 'Nguyễn Văn An', '--suffix', 'sotttt', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ address: 'annv.sotttt@laichau.gov.vn', accepted: true });
  });

  it('runs the whole demonstration on the sample it brings', async () => {
    const { stdout } = await danhba('demo');
    expect(stdout).toContain('Không có gì phải làm');
  });

  it('installs itself as the command danhba', async () => {
    expect(await readdir(join(project, 'node_modules/.bin'))).toContain('danhba');
  });

  it('holds danhba’s own sources, each below its name, and no package’s', async () => {
    const dist = join(project, 'node_modules/danhba/dist');
    const built = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(built.map((name) => readFile(join(dist, name), 'utf8')));
    const sources = texts.flatMap((text) =>
      [...text.matchAll(/^\/\/ (\S+\.(?:ts|js|json))$/gm)].map(([, of]) => of),
    );
    expect(new Set(sources).size).toBe(sources.length);
    expect(sources).toContain('src/plan/make-plan.ts');
    expect(sources.filter((of) => !of?.startsWith('src/')).sort()).toEqual(ownSchemas);
    expect(built.length).toBeLessThan(sources.length / 3);
  });

  it('tells a Node too old in one line', async () => {
    const older = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.19.0'}})`;
    const ran = run(process.execPath, ['--import', older, cli(project), '--version'], { cwd: project });
    await expect(ran).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^danhba: [^\n]*22\.18[^\n]*20\.19\.0\n$/),
    });
  });
});

describe('the repository it makes', () => {
  const operator = ['--operator-name', 'Sở Khoa học và Công nghệ', '--operator-code', 'sokhcn'];
  let province: string;
  beforeAll(async () => {
    province = join(project, 'danh-ba');
    await danhba('init', province, '--domain', 'dienbien.gov.vn', '--province', 'Điện Biên', ...operator);
    await run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: province });
  });

  const files = async (folder: string) =>
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
      .sort();

  it('keeps the rules, by the danhba it pins', async () => {
    const own = (...args: string[]) => run(process.execPath, [cli(province), ...args], { cwd: province });
    const { stdout } = await own('check', '--format', 'json', '--today', '2026-06-01');
    expect(JSON.parse(stdout).problems.map(({ code }: { code: string }) => code)).toEqual([
      'operators-unnamed',
    ]);
    expect((await own('codeowners', '--check')).stdout).toContain('CODEOWNERS');
  });

  it('has the .github of danhba, but for what tests danhba', async () => {
    const own = (await files(join(root, '.github'))).filter(
      (path) => path !== 'workflows/test.yml' && path !== 'CODEOWNERS',
    );
    expect((await files(join(province, '.github'))).filter((path) => path !== 'CODEOWNERS')).toEqual(own);
    for (const path of own) {
      const text = await readFile(join(province, '.github', path), 'utf8');
      expect(text, path).toBe(await readFile(join(root, '.github', path), 'utf8'));
    }
  });

  it('leads an editor to the schema of every file', async () => {
    const yaml = (await files(join(province, 'directory'))).map((path) => join(province, 'directory', path));
    expect(yaml.length).toBeGreaterThan(8);
    for (const file of yaml) {
      const [, schema] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(await readFile(file, 'utf8')) ?? [];
      expect(existsSync(join(dirname(file), schema ?? 'none')), file).toBe(true);
    }
  });

  it('lets nothing secret into Git, and can be read by whoever may read the folder', async () => {
    await run('git', ['init', '--quiet'], { cwd: province });
    const secret = [
      'don-vi.key',
      'credentials/sotc.age',
      'lab.env',
      'audit.jsonl',
      'plan.json',
      'phieu.html',
    ];
    const { stdout } = await run('git', ['check-ignore', ...secret, 'node_modules/x'], { cwd: province });
    expect(stdout.trim().split('\n')).toEqual([...secret, 'node_modules/x']);
    expect((await stat(province)).mode & 0o777).toBe(0o755);
  });

  it('brings docs, servers and the sample along', async () => {
    const installed = join(province, 'node_modules/danhba');
    for (const path of [
      'docs/operator.md',
      'servers/README.vi.md',
      'directory/policy.yaml',
      '.github/workflows/check.yml',
    ])
      expect(existsSync(join(installed, path)), path).toBe(true);
  });

  it('is brought up to date by --refresh: what follows danhba, and nothing of the province', async () => {
    const policy = join(province, 'directory/policy.yaml');
    const mine = `${await readFile(policy, 'utf8')}# của tỉnh\n`;
    await writeFile(policy, mine);
    await writeFile(join(province, '.github/workflows/check.yml'), 'name: cũ\n');
    const refreshed = await runDanhba(['init', province, '--refresh', '--lang', 'en'], { cwd: project });
    expect(refreshed).toMatchObject({
      code: 0,
      out: expect.stringContaining('  .github/workflows/check.yml\n'),
    });
    expect(await readFile(policy, 'utf8')).toBe(mine);
    const again = await runDanhba(['init', province, '--refresh'], { cwd: project });
    expect(again.out).toBe('Lược đồ, quy trình và phiếu đã đúng phiên bản này.\n');
  });

  it('asks on a terminal for what is missing, again where an answer has not the form', async () => {
    const answers = [
      { after: '(như "laichau.gov.vn"): ', keys: 'Dien Bien\n' },
      // The question anew, as the terminal gets it: what is typed before it stands there is lost.
      {
        after: 'chấm: "laichau.gov.vn"\r\n\u001b[1G\u001b[0JTên miền thư (như "laichau.gov.vn"): ',
        keys: 'dienbien.gov.vn\n',
      },
      { after: '[dc=dienbien,dc=gov,dc=vn]: ', keys: '\n' },
      { after: '(như "Lai Châu"): ', keys: 'Điện Biên\n' },
      { after: '(như "Sở Khoa học và Công nghệ"): ', keys: 'Sở Khoa học và Công nghệ\n' },
      { after: '[skhcn]: ', keys: 'sokhcn\n' },
    ];
    const spec = `file:${join(province, 'vendor', (await readdir(join(province, 'vendor')))[0] ?? '')}`;
    const { code, shown } = await onTerminal(['init', 'hoi', '--danhba', spec], {
      cwd: project,
      typed: answers,
      // As npm is set up on this machine.
      environment: process.env as Environment,
    });
    expect(code, readable(shown)).toBe(0);
    const policy = await readFile(join(project, 'hoi/directory/policy.yaml'), 'utf8');
    expect(policy).toMatch(/^domain: dienbien\.gov\.vn /m);
    expect(policy).toMatch(/^operator: sokhcn /m);
  });
});
