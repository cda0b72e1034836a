/** Reads the settings of the outside world from the environment; secrets come from files, never arguments. */
import { readFileSync } from 'node:fs';
import type { LdapSettings } from './ldap/settings.ts';
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
    const code = (thrown as NodeJS.ErrnoException).code ?? '';
    throw new ExpectedError('settings', `${name}_FILE: ${file}: ${code}`, undefined, { cause: thrown });
  }
}

export function readLdapSettings(environment: Environment): LdapSettings {
  const required = (name: string): string => {
    const value = readVariable(name, environment);
    if (value !== undefined) return value;
    throw new ExpectedError(
      'settings',
      `Thiếu thiết đặt ${name} / the setting ${name} is missing`,
      `export ${name}=… (${name}_FILE=…) · npm run lab · npm start`,
    );
  };
  const ca = readVariable('DANHBA_LDAP_CA', environment);
  const flag = (name: string) => ['1', 'true', 'yes'].includes(readVariable(name, environment) ?? '');
  return {
    url: required('DANHBA_LDAP_URL'),
    bindDn: required('DANHBA_LDAP_BIND_DN'),
    password: required('DANHBA_LDAP_PASSWORD'),
    ...(ca !== undefined && { ca: pemOf(ca) }),
    startTls: flag('DANHBA_LDAP_STARTTLS'),
    allowPlaintext: flag('DANHBA_LDAP_ALLOW_PLAINTEXT'),
  };
}

/** `DANHBA_LDAP_CA` names a file of certificates; the PEM text itself is taken too. */
function pemOf(value: string): string {
  if (value.includes('-----BEGIN CERTIFICATE-----')) return value;
  try {
    return readFileSync(value, 'utf8');
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? '';
    throw new ExpectedError('settings', `DANHBA_LDAP_CA: ${value}: ${code}`, undefined, { cause: thrown });
  }
}
