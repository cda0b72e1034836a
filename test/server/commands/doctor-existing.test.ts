/** On a server that was there already the doctor names what is missing, and docs/adopt.md mends it, section by section. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { type ExistingSlapd, startExistingSlapd, steps } from '../../support/existing-slapd.ts';

let server: ExistingSlapd;

beforeAll(async () => {
  server = await startExistingSlapd();
});
afterAll(() => server?.stop());

interface Check {
  readonly id: string;
  readonly status: 'ok' | 'warning' | 'failed' | 'unseen';
}

/** Of the directory, what is not as it should be. */
async function complaints(): Promise<readonly string[]> {
  const { url, planner, reconciler } = server;
  const { out, err } = await runDanhba(['doctor', '--format', 'json'], {
    environment: {
      DANHBA_LDAP_URL: url,
      DANHBA_LDAP_BIND_DN: reconciler.dn,
      DANHBA_LDAP_PASSWORD_FILE: reconciler.passwordFile,
      DANHBA_LDAP_PLANNER_DN: planner.dn,
      DANHBA_LDAP_PLANNER_PASSWORD_FILE: planner.passwordFile,
    },
  });
  const { checks } = JSON.parse(out || '{}') as { readonly checks?: readonly Check[] };
  expect(checks, err).toBeDefined();
  // The address book's password is not the doctor's here, so that check is unseen at every step.
  return checks!
    .filter(({ id, status }) => id.startsWith('ldap-') && id !== 'ldap-addressbook' && status !== 'ok')
    .map(({ id, status }) => `${id} ${status}`);
}

/** From the section on with which danhba's accounts are there, and can ask. */
const after: Readonly<Record<string, readonly string[]>> = {
  'Containers, policies, accounts': [
    'ldap-overlay-ppolicy failed',
    'ldap-password-quality unseen',
    'ldap-overlay-unique failed',
    'ldap-overlay-lastbind failed',
    'ldap-logins unseen',
  ],
  'No address twice': [
    'ldap-overlay-ppolicy failed',
    'ldap-password-quality unseen',
    'ldap-overlay-lastbind failed',
    'ldap-logins unseen',
  ],
  'Password policies': ['ldap-overlay-lastbind failed', 'ldap-logins unseen'],
  // There is no mailbox of danhba's yet that somebody could log in to.
  Logins: ['ldap-logins unseen'],
};

test('every section takes its complaint away', async () => {
  for (const step of steps) {
    await server.applyStep(step);
    const wanted = after[step.name];
    if (wanted !== undefined) expect(await complaints(), step.name).toEqual(wanted);
  }
  expect(steps.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(after)));
});
