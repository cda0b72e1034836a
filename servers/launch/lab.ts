// `npm run lab`: private real servers to try danhba on; they stay until Ctrl-C or SIGTERM and leave nothing behind.
//
// Start it as `node -- servers/launch/lab.ts …`: without the `--`, Node takes --env-file for its own option, also
// behind the script's name, and ends when the file does not exist yet (nodejs/node#54232).

import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { type Slapd, startSlapd } from './slapd.ts';

/** One server of the lab. Dovecot and Postfix join by one more function that returns this, and one line in `main`. */
interface LabServer {
  readonly name: string;
  /** What danhba needs to know to use it. Values never are secrets: a secret is named by its file. */
  readonly environment: Readonly<Record<string, string>>;
  /** Words for the person at the terminal. */
  readonly words: readonly string[];
  /** Resolves when the server is gone, asked or not. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

interface LabOptions {
  readonly envFile: string | null;
  readonly directory: string | null;
  readonly baseDn: string | null;
  readonly domain: string | null;
}

const usage = `npm run lab -- [--env-file FILE] [--dir DIR] [--base-dn DN] [--domain DOMAIN]

  --env-file FILE   ghi biến môi trường vào FILE khi đã sẵn sàng / write the environment to FILE once all is ready
  --dir DIR         giữ dữ liệu trong DIR cho lần sau / keep the data in DIR for the next time
  --base-dn DN      gốc của cây / suffix of the tree (directory/policy.yaml: baseDn)
  --domain DOMAIN   tên miền thư / mail domain (directory/policy.yaml: domain)
`;

/** Options from the command line. @throws Error on an unknown or incomplete option. */
function parseOptions(args: readonly string[]): LabOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'env-file': { type: 'string' },
      dir: { type: 'string' },
      'base-dn': { type: 'string' },
      domain: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return 'help';
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
  };
}

/** The province's own base DN and domain, so that the lab fits the directory one is working in. */
async function readPolicy(file: string): Promise<{ baseDn?: string; domain?: string }> {
  if (!existsSync(file)) return {};
  const policy: unknown = parse(await readFile(file, 'utf8'));
  if (typeof policy !== 'object' || policy === null) return {};
  const { baseDn, domain } = policy as Record<string, unknown>;
  return {
    ...(typeof baseDn === 'string' ? { baseDn } : {}),
    ...(typeof domain === 'string' ? { domain } : {}),
  };
}

async function startDirectory(options: LabOptions): Promise<LabServer> {
  const policy = await readPolicy('directory/policy.yaml');
  const baseDn = options.baseDn ?? policy.baseDn;
  // Another tree is another province: the policy's domain is not its domain.
  const domain = options.domain ?? (baseDn === policy.baseDn ? policy.domain : undefined);
  const slapd: Slapd = await startSlapd({
    ...(baseDn === undefined ? {} : { baseDn }),
    ...(domain === undefined ? {} : { domain }),
    ...(options.directory === null ? {} : { directory: options.directory }),
  });
  const { url, reconciler, root } = slapd;
  return {
    name: 'slapd',
    environment: {
      DANHBA_LDAP_URL: url,
      DANHBA_LDAP_BIND_DN: reconciler.dn,
      DANHBA_LDAP_PASSWORD_FILE: reconciler.passwordFile,
    },
    words: [
      `  LDAP             ${url}  ${slapd.baseDn}`,
      `  quản trị / root  ${root.dn}`,
      `  ldapsearch -LLL -x -H ${url} -D ${root.dn} -y ${quote(root.passwordFile)} -b ${slapd.baseDn}`,
    ],
    exited: slapd.exited,
    stop: slapd.stop,
  };
}

/** A word that a POSIX shell, and every reader of .env files, takes as it stands. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
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
    servers.push(await startDirectory(options));
    environment = renderEnvironment(servers);
    process.stdout.write(environment);
    process.stderr.write(renderWelcome(servers, environment, options));
    const gone = servers.map(async ({ name, exited }) => exited.then(() => name));
    if (options.envFile !== null) await writeWhole(options.envFile, environment);
    const end = await Promise.race([request, ...gone]);
    if (end !== 'asked') throw new Error(`${end} dừng bất ngờ / ended unexpectedly`);
  } finally {
    if (options.envFile !== null) {
      const found = await readFile(options.envFile, 'utf8').catch(() => '');
      if (found === environment) await rm(options.envFile, { force: true }); // else it is another lab's by now
    }
    for (const server of servers.reverse()) await server.stop();
  }
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(usage);
  else await main(options);
} catch (error) {
  process.stderr.write(`✗ ${(error as Error).message}\n\n${usage}`);
  process.exitCode = 1;
}
