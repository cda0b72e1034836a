// `npm run lab`: private real servers to try danhba on; they stay until Ctrl-C or SIGTERM and leave nothing behind.
//
// Start it as `node -- servers/launch/lab.ts …`: without the `--`, Node takes --env-file for its own option, also
// behind the script's name, and ends when the file does not exist yet (nodejs/node#54232).

import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { startDovecot } from './dovecot.ts';
import { renderEnding } from './ending.ts';
import {
  describeDovecot,
  describePasswordPage,
  describePostfix,
  describeRspamd,
  describeSlapd,
  type LabServer,
  type LabServerName,
  quote,
} from './lab-server.ts';
import { startPasswordPage } from './password-page.ts';
import { canRunPostfix, startPostfix } from './postfix.ts';
import { startRspamd } from './rspamd.ts';
import { startSlapd } from './slapd.ts';
import { runStory } from './story.ts';
import { type Containers, usualContainers } from './template.ts';

interface LabOptions {
  readonly envFile: string | null;
  readonly directory: string | null;
  readonly baseDn: string | null;
  readonly domain: string | null;
  readonly only: LabServerName | null;
}

/** `help` and `story` start no lab. */
type Wish = LabOptions | 'help' | 'story';

const usage = `npm run lab -- [--env-file FILE] [--dir DIR] [--base-dn DN] [--domain DOMAIN] [--only slapd]

  --env-file FILE   ghi biến môi trường vào FILE khi đã sẵn sàng / write the environment to FILE once all is ready
  --dir DIR         giữ dữ liệu trong DIR cho lần sau / keep the data in DIR for the next time
  --base-dn DN      gốc của cây / suffix of the tree (directory/policy.yaml: baseDn)
  --domain DOMAIN   tên miền thư / mail domain (directory/policy.yaml: domain)
  --only slapd      không có máy chủ thư / without the mail servers

npm run lab -- --story
                    kể trọn một hộp thư trên ba máy chủ thật rồi dọn sạch / tell a mailbox's whole life, then clean up
`;

/** Options from the command line. @throws Error on an unknown or incomplete option. */
function parseOptions(args: readonly string[]): Wish {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'env-file': { type: 'string' },
      dir: { type: 'string' },
      'base-dn': { type: 'string' },
      domain: { type: 'string' },
      only: { type: 'string' },
      story: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return 'help';
  if (values.story) {
    // It has a province and servers of its own: nothing of the others would be heeded.
    if (Object.keys(values).length > 1) throw new Error('--story: chỉ dùng một mình / stands alone');
    return 'story';
  }
  for (const name of ['env-file', 'dir', 'base-dn', 'domain'] as const) {
    if (values[name]?.trim() === '') throw new Error(`--${name}: thiếu giá trị / a value is missing`);
  }
  const envFile = values['env-file'] === undefined ? null : resolve(values['env-file']);
  if (envFile !== null && !existsSync(dirname(envFile))) {
    throw new Error(`--env-file: không có thư mục / no such folder: ${dirname(envFile)}`);
  }
  return {
    envFile,
    directory: values.dir ?? null,
    baseDn: values['base-dn'] ?? null,
    domain: values.domain ?? null,
    only: parseOnly(values.only),
  };
}

function parseOnly(value: string | undefined): LabServerName | null {
  if (value === undefined) return null;
  // The other two need it: alone they would serve nobody.
  if (value === 'slapd') return value;
  throw new Error(`--only: chỉ có / the only choice is: slapd (${value})`);
}

/** The province's own base DN, containers, domain and operator, so that the lab fits the directory one is working in. */
async function readPolicy(file: string): Promise<{
  baseDn?: string;
  domain?: string;
  operator?: string;
  containers?: Partial<Containers>;
}> {
  if (!existsSync(file)) return {};
  const policy: unknown = parse(await readFile(file, 'utf8'));
  if (typeof policy !== 'object' || policy === null) return {};
  const { baseDn, domain, operator, containers } = policy as Record<string, unknown>;
  return {
    ...(typeof baseDn === 'string' ? { baseDn } : {}),
    ...(typeof domain === 'string' ? { domain } : {}),
    ...(typeof operator === 'string' ? { operator } : {}),
    ...(typeof containers === 'object' && containers !== null ? { containers } : {}),
  };
}

/** Starts one after the other, adding each to `servers` as soon as there is something to stop. */
async function startServers(options: LabOptions, servers: LabServer[]): Promise<void> {
  const policy = await readPolicy('directory/policy.yaml');
  const baseDn = options.baseDn ?? policy.baseDn;
  // Another tree is another province: the policy's domain is not its domain.
  const domain = options.domain ?? (baseDn === policy.baseDn ? policy.domain : undefined);
  const slapd = await startSlapd({
    ...(baseDn !== undefined && { baseDn }),
    ...(domain !== undefined && { domain }),
    ...(baseDn === policy.baseDn &&
      policy.containers && { containers: { ...usualContainers, ...policy.containers } }),
    ...(options.directory !== null && { directory: options.directory }),
  });
  servers.push(describeSlapd(slapd));
  if (options.only === 'slapd') return;

  // The page reads its province in the files: for another tree there are none here.
  const directory =
    baseDn === policy.baseDn && existsSync('directory/policy.yaml') ? resolve('directory') : undefined;
  const page = directory === undefined ? null : await startPasswordPage({ slapd, directory });
  if (page !== null) servers.push(describePasswordPage(page));

  // slapd's folder, not the option: it has been made, and nothing in its path is a link.
  const below = (name: string) =>
    options.directory === null ? {} : { directory: join(slapd.directory, name) };
  // Side by side: neither needs the other.
  const [dovecotStart, rspamdStart] = await Promise.allSettled([
    startDovecot({ slapd, ...(page !== null && { changeUrl: page.url }), ...below('dovecot') }),
    canRunPostfix() ? startRspamd({ domain: slapd.domain, ...below('rspamd') }) : null,
  ]);
  const dovecot = dovecotStart.status === 'fulfilled' ? dovecotStart.value : null;
  const rspamd = rspamdStart.status === 'fulfilled' ? rspamdStart.value : null;
  if (dovecot !== null) servers.push(describeDovecot(dovecot));
  if (rspamd !== null) servers.push(describeRspamd(rspamd));
  for (const start of [dovecotStart, rspamdStart]) if (start.status === 'rejected') throw start.reason;
  if (dovecot === null || rspamd === null) {
    process.stderr.write(
      'Không có Postfix: cần quyền root. Thư vào qua LMTP. / No Postfix: it needs root. Mail gets in by LMTP.\n',
    );
    return;
  }
  const postmaster =
    policy.operator === undefined ? {} : { postmaster: `${policy.operator}@${slapd.domain}` };
  const postfix = await startPostfix({ slapd, dovecot, rspamd, ...postmaster, ...below('postfix') });
  servers.push(describePostfix(postfix));
}

function renderEnvironment(servers: readonly LabServer[]): string {
  return servers
    .flatMap(({ environment }) => Object.entries(environment))
    .map(([name, value]) => `${name}=${quote(value)}\n`)
    .join('');
}

function renderWelcome(servers: readonly LabServer[], environment: string, options: LabOptions): string {
  const load =
    options.envFile === null
      ? `export ${environment.trim().split('\n').join(' ')}`
      : `set -a; . ${quote(options.envFile)}; set +a`;
  return [
    'Phòng thử đã sẵn sàng. / The lab is ready.',
    ...servers.flatMap(({ words }) => words),
    '',
    'Ở cửa sổ khác, chạy / In another terminal, run:',
    `  ${load}`,
    '  npm run -s danhba -- plan',
    '  npm run -s danhba -- apply',
    '',
    'Ctrl-C để dừng. / Ctrl-C to stop.',
    '',
  ].join('\n');
}

/** Readers see no file or the whole file, never a part. */
async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, text, { mode: 0o600 });
  await rename(part, file);
}

/** Resolves when somebody wants the lab to end. */
function waitForRequest(): Promise<'asked'> {
  return new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end('asked'));
    // npm passes signals on, but a killed npm passes nothing: whoever started it believes the lab to be gone.
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event === undefined) return;
    setInterval(() => process.ppid !== parent && end('asked'), 200).unref();
  });
}

async function main(options: LabOptions): Promise<void> {
  const request = waitForRequest();
  // A file from an earlier lab would tell those who wait for it that this one is ready.
  if (options.envFile !== null) await rm(options.envFile, { force: true });

  const servers: LabServer[] = [];
  let environment = '';
  try {
    await startServers(options, servers);
    environment = renderEnvironment(servers);
    process.stdout.write(environment);
    process.stderr.write(renderWelcome(servers, environment, options));
    const gone = servers.map(async ({ name, exited }) => renderEnding(name, await exited));
    if (options.envFile !== null) await writeWhole(options.envFile, environment);
    const end = await Promise.race([request, ...gone]);
    if (end !== 'asked') {
      process.stderr.write(`✗ ${end}\n`);
      process.exitCode = 1;
    }
  } finally {
    if (options.envFile !== null) {
      const found = await readFile(options.envFile, 'utf8').catch(() => '');
      if (found === environment) await rm(options.envFile, { force: true }); // else it is another lab's by now
    }
    for (const server of servers.reverse()) await server.stop();
  }
}

/** True where it was told to its end, and every server answered as it says. */
async function tell(): Promise<boolean> {
  const stop = new AbortController();
  void waitForRequest().then((asked) => stop.abort(asked));
  return await runStory((text) => void process.stdout.write(text), stop.signal);
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(usage);
  else if (options === 'story') process.exitCode = (await tell()) ? 0 : 1;
  else await main(options);
} catch (error) {
  process.stderr.write(`✗ ${(error as Error).message}\n\n${usage}`);
  process.exitCode = 1;
}
