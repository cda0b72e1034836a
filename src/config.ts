/** Reads the settings of the outside world from the environment; secrets come from files, never arguments. */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { isAbsolute, join } from 'node:path';
import type { DoveadmSettings } from './dovecot/connect/settings.ts';
import { isReadableByAll, readSecretFile } from './files/read-secret.ts';
import type { GitHubSettings } from './github/connect/settings.ts';
import type { LdapSettings } from './ldap/connect/settings.ts';
import { ExpectedError } from './model/problems/errors.ts';
import { type ErrorFacts, type Remark, remark } from './model/problems/remark.ts';
import type { PageSettings } from './password-page/settings.ts';

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
  return new ExpectedError('settings.file', { at: `${name}_FILE`, file, cause: code }, { cause: thrown });
}

/** An empty one has the code it has wherever else it comes from. */
const emptyCodes = {
  DANHBA_LDAP_PASSWORD: 'ldap-password.secret',
  DANHBA_LDAP_PLANNER_PASSWORD: 'ldap-password.secret',
  DANHBA_LDAP_ADDRESSBOOK_PASSWORD: 'ldap-password.secret',
  DANHBA_DOVEADM_API_KEY: 'doveadm-key.secret',
  GITHUB_TOKEN: 'github-token.secret',
} as const satisfies Record<SecretName, keyof ErrorFacts>;

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
  const says = found.fault === 'empty' ? emptyCodes[name] : (`settings.secret-${found.fault}` as const);
  throw new ExpectedError(says, { at: `${name}_FILE`, file });
}

const secretNames = [
  'DANHBA_LDAP_PASSWORD',
  'DANHBA_LDAP_PLANNER_PASSWORD',
  'DANHBA_LDAP_ADDRESSBOOK_PASSWORD',
  'DANHBA_DOVEADM_API_KEY',
  'GITHUB_TOKEN',
] as const;
type SecretName = (typeof secretNames)[number];

/** The secret files that every user of the machine can read, each by its variable. */
export function findOpenSecrets(environment: Environment): readonly Remark[] {
  return [...secretNames, 'DANHBA_PAGE_KEY'].flatMap((name) => {
    const file = environment[`${name}_FILE`] ?? '';
    const isUsed = file !== '' && (environment[name] ?? '') === '';
    return isUsed && isReadableByAll(file) ? [remark('secret-readable', { at: `${name}_FILE`, file })] : [];
  });
}

export function readLdapSettings(environment: Environment): LdapSettings {
  const required = (name: string, value = readVariable(name, environment)): string => {
    if (value !== undefined) return value;
    throw new ExpectedError('settings.missing', { name });
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

/** Which account is the planner's, for the doctor, where it is not called `cn=planner`. */
export function readPlannerDn(environment: Environment): string | undefined {
  return readVariable('DANHBA_LDAP_PLANNER_DN', environment);
}

/** The planner's account on the server of the `other`, for the doctor to look by both; undefined where there is none beside it. */
export function readPlannerSettings(environment: Environment, other: LdapSettings): LdapSettings | undefined {
  const bindDn = readPlannerDn(environment);
  if (bindDn === undefined || bindDn === other.bindDn) return undefined;
  const password = readSecret('DANHBA_LDAP_PLANNER_PASSWORD', environment);
  return password === undefined ? undefined : { ...other, bindDn, password };
}

/** The account of mail programs on the server of the `other`, for the doctor; undefined where its password is not set. */
export function readAddressBookSettings(
  environment: Environment,
  other: LdapSettings,
  baseDn: string,
): LdapSettings | undefined {
  const password = readSecret('DANHBA_LDAP_ADDRESSBOOK_PASSWORD', environment);
  return password === undefined
    ? undefined
    : { ...other, bindDn: `cn=addressbook,ou=services,${baseDn}`, password };
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
  // What stands before the at sign may be a password.
  throw new ExpectedError('settings.replica', { at: name, url: wrong.replace(/.*@/, '…@') });
}

/** Whom the page of passwords believes that they forward for others, and its certificate. */
export function readPageSettings(environment: Environment): Pick<PageSettings, 'proxies' | 'tls'> {
  const [certificateName, keyName, proxyName] = [
    'DANHBA_PAGE_CERTIFICATE',
    'DANHBA_PAGE_KEY_FILE',
    'DANHBA_PAGE_PROXY',
  ] as const;
  const certificate = readVariable(certificateName, environment);
  const key = environment[keyName] ?? '';
  if ((certificate === undefined) !== (key === '')) {
    const [given, missing] = key === '' ? [certificateName, keyName] : [keyName, certificateName];
    throw new ExpectedError('settings.page-tls', { given, missing });
  }
  const proxies = (readVariable(proxyName, environment) ?? '').split(/[\s,]+/).filter((one) => one !== '');
  const wrong = proxies.find((one) => !isNetwork(one));
  if (wrong !== undefined) throw new ExpectedError('settings.proxy', { at: proxyName, value: wrong });
  if (certificate === undefined) return { proxies };
  return { proxies, tls: { cert: pemOf(certificateName, certificate), key: keyOf(keyName, key) } };
}

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const longest = isIP(address) === 6 ? 128 : 32;
  const isBits = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= longest);
  return isIP(address) !== 0 && isBits && more === undefined;
}

function keyOf(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    throw unreadable(name.replace(/_FILE$/, ''), file, thrown);
  }
}

/** The lease of a run lives for two minutes: whoever waits longer for the server has lost it when it is back. */
const longestWaitSeconds = 90;

function parseWait(value: string): number {
  const seconds = Number(value);
  if (/^\d+$/.test(value) && seconds >= 1 && seconds <= longestWaitSeconds) return seconds;
  throw new ExpectedError('settings.wait', { value, longest: longestWaitSeconds });
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
    throw new ExpectedError('settings.mail-key', {});
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
  throw new ExpectedError('settings.flag', { name, value });
}

const certificateMark = '-----BEGIN CERTIFICATE-----';

/** The variable names a file of certificates; the PEM text itself is taken too. */
function pemOf(name: string, value: string): string {
  if (value.includes(certificateMark)) return value;
  // What is no certificate may be a key: it is not shown.
  if (/-----BEGIN|\n/.test(value)) throw new ExpectedError('settings.certificate', { at: name, value: '' });
  let text: string;
  try {
    text = readFileSync(value, 'utf8');
  } catch (thrown) {
    const cause = (thrown as NodeJS.ErrnoException).code ?? '';
    throw new ExpectedError('settings.certificate-file', { at: name, file: value, cause }, { cause: thrown });
  }
  // Without this, OpenSSL would trust nobody and call every certificate unknown.
  if (!text.includes(certificateMark)) throw new ExpectedError('settings.certificate', { at: name, value });
  return text;
}

/** What commands take that keep something from one run to the next. */
export interface CacheOptions {
  /** False where nothing kept is to be used, and nothing kept. */
  readonly cache?: boolean;
}

/** Where what can be made anew is kept; undefined where nothing is, or nobody knows where. */
export function readCacheFolder({ cache }: CacheOptions, environment: Environment): string | undefined {
  if (cache === false) return undefined;
  const { DANHBA_CACHE: named = '', XDG_CACHE_HOME: shared = '', HOME: home = '' } = environment;
  if (named !== '') return named;
  if (isAbsolute(shared)) return join(shared, 'danhba');
  return isAbsolute(home) ? join(home, '.cache', 'danhba') : undefined;
}
