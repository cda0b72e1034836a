/** What `npm pack` makes is a whole command: installed in an empty project it runs without the sources. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

describe('the package', () => {
  let project: string;

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'danhba-package-'));
    await run('npm', ['pack', '--pack-destination', project], { cwd: root });
    const [tarball = ''] = (await readdir(project)).filter((file) => file.endsWith('.tgz'));
    await writeFile(join(project, 'package.json'), '{"private": true}');
    await run('npm', ['install', '--no-audit', '--no-fund', join(project, tarball)], { cwd: project });
  }, 180_000);

  afterAll(() => rm(project, { recursive: true, force: true }));

  const danhba = (...args: string[]) =>
    run(process.execPath, [join(project, 'node_modules/danhba/dist/cli.js'), ...args], { cwd: project });

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
});
