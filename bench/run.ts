/** `npm run bench`: a no-change plan beside ldapsearch reading the same entries of the same slapd. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSlapd } from '../servers/launch/slapd.ts';
import { readAttributes } from '../src/ldap/read/attributes.ts';
import { measure } from './measure.ts';

const { values } = parseArgs({
  options: { people: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '7' } },
});
const people = Number(values.people);
const rounds = Number(values.rounds);
if (!Number.isInteger(people) || people < 1 || !Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write('npm run bench -- --people 10000 --rounds 7\n');
  process.exit(1);
}

const root = join(import.meta.dirname, '..');
const scratch = await mkdtemp(join(tmpdir(), 'danhba-bench-'));
const baseDn = 'dc=laichau,dc=gov,dc=vn';
const today = '2026-11-23';
const slapd = await startSlapd({ baseDn });
try {
  const directory = join(scratch, 'directory');
  const node = process.execPath;
  const run = (...args: string[]) =>
    execFileSync(args[0] ?? node, args.slice(1), { cwd: root, stdio: 'pipe', env });
  const env = {
    ...process.env,
    DANHBA_LDAP_URL: slapd.url,
    DANHBA_LDAP_BIND_DN: slapd.reconciler.dn,
    DANHBA_LDAP_PASSWORD_FILE: slapd.reconciler.passwordFile,
  };
  process.stderr.write(`building, generating ${people} people, loading slapd…\n`);
  run(join(root, 'node_modules/.bin/tsc'), '-p', 'tsconfig.build.json');
  run(node, 'tools/province/make.ts', '--people', String(people), '--out', directory);
  const danhba = [node, join(root, 'dist/cli.js')];
  const common = ['--directory', directory, '--today', today];
  run(...danhba, 'apply', ...common, '--journal', join(scratch, 'journal.jsonl'));

  const ldapsearch = ['ldapsearch', '-LLL', '-x', '-H', slapd.url, '-D', slapd.reconciler.dn];
  const secret = ['-y', slapd.reconciler.passwordFile];
  // The same entries, the same attributes, the same pages as a plan reads.
  const attributes = [...readAttributes, 'hasSubordinates'];
  const paging = ['-E', 'pr=1000/noprompt'];
  const search = [...ldapsearch, ...secret, ...paging, '-b', baseDn, '(objectClass=*)', ...attributes];
  const results = await measure(
    [
      { name: 'ldapsearch, paged', command: search, exitCode: 0 },
      {
        name: 'danhba plan, nothing to do',
        command: [...danhba, 'plan', ...common],
        environment: env as never,
        exitCode: 0,
      },
    ],
    rounds,
  );
  const [peer] = results;
  for (const { name, medianMilliseconds } of results) {
    const ratio = medianMilliseconds / (peer?.medianMilliseconds ?? 1);
    process.stdout.write(
      `${name.padEnd(28)} ${medianMilliseconds.toFixed(0).padStart(7)} ms   ${ratio.toFixed(2)} ×\n`,
    );
  }
} finally {
  await slapd.stop();
  await rm(scratch, { recursive: true, force: true });
}
