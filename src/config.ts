/** Reads the settings of the outside world from the environment; secrets come from files, never arguments. */
import { readFileSync } from 'node:fs';
import { isReadableByAll, readSecretFile, type SecretFault } from './files/read-secret.ts';
import type { GitHubSettings } from './github/settings.ts';
import type { LdapSettings } from './ldap/settings.ts';
import type { DoveadmSettings } from './mail/settings.ts';
import { ExpectedError } from './model/errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable, or the text of the file its `_FILE` twin names. */
function readVariable(name: string, environment: Environment): string | undefined {
  const direct = environment[name];
  if (direct !== undefined && direct !== '') return direct;
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === '') return undefined;
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (thrown) {
    throw unreadable(name, file, thrown);
  }
}

function unreadable(name: string, file: string, thrown: unknown): ExpectedError {
  const code = (thrown as NodeJS.ErrnoException).code ?? '';
  return new ExpectedError(
    'settings',
    `${name}_FILE: không đọc được tệp / cannot read the file: ${file} (${code})`,
    `export ${name}_FILE=…`,
    { cause: thrown },
  );
}

const faultWords: Readonly<Record<Exclude<SecretFault, 'empty'>, string>> = {
  'utf-16': 'là UTF-16, không phải UTF-8 / is UTF-16, not UTF-8',
  bom: 'bắt đầu bằng dấu BOM / begins with a byte-order mark',
  'not-utf-8': 'không phải văn bản UTF-8 / is no UTF-8 text',
  nul: 'có ký tự NUL / holds a NUL character',
  lines: 'có hơn một dòng / has more than one line',
};

/** An empty one has the code it has wherever else it comes from. */
const emptyWords: Readonly<Record<SecretName, readonly [code: string, words: string]>> = {
  DANHBA_LDAP_PASSWORD: ['ldap-password', 'trống / the password is empty'],
  DANHBA_DOVEADM_API_KEY: ['doveadm-key', 'trống / the API key is empty'],
  GITHUB_TOKEN: ['github-token', 'trống / the token is empty'],
};

/** A secret: of the variable, or of its file, which holds that one line and nothing else. Its text is never told. */
function readSecret(name: SecretName, environment: Environment): string | undefined {
  const direct = environment[name];
  if (direct !== undefined && direct !== '') return direct;
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === '') return undefined;
  let found: ReturnType<typeof readSecretFile>;
  try {
    found = readSecretFile(file);
  } catch (thrown) {
    throw unreadable(name, file, thrown);
  }
  if ('secret' in found) return found.secret;
  const [code, words] = found.fault === 'empty' ? emptyWords[name] : ['settings', faultWords[found.fault]];
  throw new ExpectedError(
    code,
    `${name}_FILE: tệp bí mật / the secret file ${file}: ${words}`,
    'Ghi lại bằng trình soạn thảo: UTF-8 không BOM, đúng một dòng / write it again in an editor: UTF-8 without BOM, one line',
  );
}

const secretNames = ['DANHBA_LDAP_PASSWORD', 'DANHBA_DOVEADM_API_KEY', 'GITHUB_TOKEN'] as const;
type SecretName = (typeof secretNames)[number];

/** One line for each secret file that every user of the machine can read. */
export function warnOfSecretFiles(environment: Environment): readonly string[] {
  return secretNames.flatMap((name) => {
    const file = environment[`${name}_FILE`] ?? '';
    const isUsed = file !== '' && (environment[name] ?? '') === '';
    return isUsed && isReadableByAll(file)
      ? [
          `[secret-readable] ${name}_FILE: mọi người dùng trên máy đọc được / every user of this machine can read ${file}: chmod 600 (container: mode 0400)`,
        ]
      : [];
  });
}

export function readLdapSettings(environment: Environment): LdapSettings {
  const required = (name: string, value = readVariable(name, environment)): string => {
    if (value !== undefined) return value;
    throw new ExpectedError(
      'settings',
      `Thiếu thiết đặt ${name} / the setting ${name} is missing`,
      `export ${name}=… (${name}_FILE=…) · npm run lab · npm start`,
    );
  };
  const ca = readVariable('DANHBA_LDAP_CA', environment);
  const wait = readVariable('DANHBA_LDAP_WAIT', environment);
  const flag = (name: string) => parseFlag(name, readVariable(name, environment) ?? '');
  return {
    url: required('DANHBA_LDAP_URL'),
    bindDn: required('DANHBA_LDAP_BIND_DN'),
    password: required('DANHBA_LDAP_PASSWORD', readSecret('DANHBA_LDAP_PASSWORD', environment)),
    ...(ca !== undefined && { ca: pemOf('DANHBA_LDAP_CA', ca) }),
    startTls: flag('DANHBA_LDAP_STARTTLS'),
    allowPlaintext: flag('DANHBA_LDAP_ALLOW_PLAINTEXT'),
    ...(wait !== undefined && { waitSeconds: parseWait(wait) }),
  };
}

/**
 * The replicas this machine sends its LDAP password to, where policy.yaml names them, too: a file alone names none.
 * Empty where nothing is set.
 */
export function readAllowedReplicas(environment: Environment): readonly string[] {
  const name = 'DANHBA_LDAP_REPLICAS';
  const urls = (readVariable(name, environment) ?? '').split(/[\s,]+/).filter((url) => url !== '');
  const wrong = urls.find((url) => !/^ldaps?:\/\/[^/?#@\s]+\/?$/i.test(url));
  if (wrong === undefined) return urls;
  throw new ExpectedError(
    'settings',
    // What stands before the at sign may be a password.
    `${name}: ${wrong.replace(/.*@/, '…@')}: không phải địa chỉ LDAP / is no LDAP URL`,
    `export ${name}='ldaps://ldap2.example.gov.vn'`,
  );
}

/** The lease of a run lives for two minutes: whoever waits longer for the server has lost it when it is back. */
const longestWaitSeconds = 90;

function parseWait(value: string): number {
  const seconds = Number(value);
  if (/^\d+$/.test(value) && seconds >= 1 && seconds <= longestWaitSeconds) return seconds;
  throw new ExpectedError(
    'settings',
    `DANHBA_LDAP_WAIT=${value}: 1–${longestWaitSeconds} giây / seconds`,
    'export DANHBA_LDAP_WAIT=60',
  );
}

/** Undefined where no token or no repository is set: then nothing is told to GitHub. */
export function readGitHubSettings(environment: Environment): GitHubSettings | undefined {
  const token = readSecret('GITHUB_TOKEN', environment);
  const repository = readVariable('GITHUB_REPOSITORY', environment);
  if (token === undefined || repository === undefined) return undefined;
  const apiUrl = readVariable('GITHUB_API_URL', environment) ?? 'https://api.github.com';
  const login = readVariable('DANHBA_GITHUB_LOGIN', environment);
  return { apiUrl, token, repository, ...(login !== undefined && { login }) };
}

/** Undefined where no mail server is set: its part of the work is left out. */
export function readDoveadmSettings(environment: Environment): DoveadmSettings | undefined {
  const url = readVariable('DANHBA_DOVEADM_URL', environment);
  if (url === undefined) return undefined;
  const apiKey = readSecret('DANHBA_DOVEADM_API_KEY', environment);
  if (apiKey === undefined) {
    throw new ExpectedError(
      'settings',
      'Thiếu thiết đặt DANHBA_DOVEADM_API_KEY_FILE / the setting DANHBA_DOVEADM_API_KEY_FILE is missing',
      'export DANHBA_DOVEADM_API_KEY_FILE=… · unset DANHBA_DOVEADM_URL',
    );
  }
  const ca = readVariable('DANHBA_DOVEADM_CA', environment);
  const plain = 'DANHBA_DOVEADM_ALLOW_PLAINTEXT';
  return {
    url,
    apiKey,
    ...(ca !== undefined && { ca: pemOf('DANHBA_DOVEADM_CA', ca) }),
    allowPlaintext: parseFlag(plain, readVariable(plain, environment) ?? ''),
  };
}

/** A word that is neither yes nor no is refused: a safety switch must not be off by a slip. */
function parseFlag(name: string, value: string): boolean {
  const word = value.trim().toLowerCase();
  if (['1', 'true', 'yes'].includes(word)) return true;
  if (['', '0', 'false', 'no'].includes(word)) return false;
  throw new ExpectedError('settings', `${name}=${value}: 1 | 0`, `export ${name}=1`);
}

const certificateMark = '-----BEGIN CERTIFICATE-----';

/** The variable names a file of certificates; the PEM text itself is taken too. */
function pemOf(name: string, value: string): string {
  const refuse = (words: string, cause?: unknown) =>
    new ExpectedError('settings', `${name}: ${words}`, `export ${name}=ca.pem`, { cause });
  if (value.includes(certificateMark)) return value;
  // What is no certificate may be a key: it is not shown.
  if (/-----BEGIN|\n/.test(value)) throw refuse('không có chứng chỉ / holds no certificate');
  let text: string;
  try {
    text = readFileSync(value, 'utf8');
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? '';
    throw refuse(`không đọc được tệp / cannot read the file: ${value} (${code})`, thrown);
  }
  // Without this, OpenSSL would trust nobody and call every certificate unknown.
  if (!text.includes(certificateMark)) throw refuse(`không có chứng chỉ / holds no certificate: ${value}`);
  return text;
}
