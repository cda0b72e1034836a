// How the server is reached, as the doctor tells it: encrypted or not, with which account, or not at all; and the embedded server.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import type { Supervised } from '../../../servers/launch/supervised.ts';
import { checksOf, openWard } from '../../support/doctor-fixture.ts';
import { makeWorkplace, type Server } from '../../support/run.ts';
import { servers } from '../../support/servers.ts';
import { readPid, serveAgain } from '../../support/slapd-fixture.ts';
import { type Certificates, makeCertificates } from '../../support/tls.ts';
import { policyText } from '../../support/world.ts';

let certificates: Certificates;
let slapd: Slapd;
beforeAll(async () => {
  certificates = await makeCertificates();
  slapd = await startSlapd({ tls: certificates.good });
});
afterAll(async () => {
  await slapd?.stop();
  await certificates?.remove();
});

const serverOf = (more: Partial<Server> = {}): Server => {
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  return { url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile, ...more };
};

async function diagnose(server: Server, policy = policyText) {
  const work = await makeWorkplace(server, {});
  try {
    await writeFile(join(work.root, 'directory/policy.yaml'), policy);
    const said = await work.doctor();
    return { ...said, checks: checksOf(said) };
  } finally {
    await work.remove();
  }
}

describe('TLS', () => {
  it.each([
    ['ldaps', () => ({ url: slapd.secureUrl ?? '' }), {}],
    ['StartTLS', () => ({}), { DANHBA_LDAP_STARTTLS: '1' }],
  ] as const)('%s: a certificate that ends soon is told by its days', async (_, where, more) => {
    const environment = { DANHBA_LDAP_CA: certificates.authority, ...more };
    const { checks, code } = await diagnose(serverOf({ ...where(), environment }));
    expect(checks.get('ldap-tls')).toEqual({
      id: 'ldap-tls',
      status: 'warning',
      message: 'chứng chỉ của máy chủ còn 1 ngày',
      hint: 'Gia hạn, rồi khởi động lại slapd',
    });
    expect(checks.get('ldap-rights-reconciler')?.status).toBe('ok');
    expect(code).toBe(0);
  });

  it('an authority nobody has named is told where TLS is, and nothing else is guessed', async () => {
    const { checks, code } = await diagnose(serverOf({ url: slapd.secureUrl ?? '' }));
    expect(checks.get('ldap-tls')).toMatchObject({ status: 'failed', hint: 'DANHBA_LDAP_CA' });
    const ldap = [...checks.values()].filter(({ id }) => id.startsWith('ldap-') && id !== 'ldap-tls');
    expect(new Set(ldap.map(({ status }) => status))).toEqual(new Set(['unseen']));
    expect(checks.get('node')?.status).toBe('ok');
    expect(code).toBe(1);
  });
});

describe('what keeps everything else from being seen', () => {
  it.each([
    ['no server', () => ({ url: 'ldap://127.0.0.1:9' }), /ECONNREFUSED/, /DANHBA_LDAP_URL/],
    ['no settings', () => ({ environment: { DANHBA_LDAP_URL: '' } }), /DANHBA_LDAP_URL/, /./],
    ['a wrong account', () => ({ bindDn: 'cn=nobody,dc=laichau,dc=gov,dc=vn' }), /cn=nobody/, /BIND_DN/],
  ])('%s', async (_, where, message, hint) => {
    const { checks, code } = await diagnose(serverOf(where()));
    expect(checks.get('ldap-reachable')?.status).toBe('failed');
    expect(checks.get('ldap-reachable')?.message).toMatch(message);
    expect(checks.get('ldap-reachable')?.hint ?? '').toMatch(hint);
    expect(checks.get('ldap-schema')?.status).toBe('unseen');
    expect(code).toBe(1);
  });

  it('a replica that is not there', async () => {
    const url = 'ldap://127.0.0.1:9';
    const environment = { DANHBA_LDAP_REPLICAS: url };
    const { checks } = await diagnose(serverOf({ environment }), `${policyText}replicas: [${url}]\n`);
    expect(checks.get('ldap-replicas')).toMatchObject({ status: 'failed' });
    expect(checks.get('ldap-replicas')?.message).toMatch(/ldap:\/\/127\.0\.0\.1:9: .*ECONNREFUSED/);
    expect(checks.get('ldap-schema')?.status).toBe('ok');
  });
});

it('a base DN that is not there: the containers are told, and nothing is written anywhere', async () => {
  const other = policyText.replace('baseDn: dc=laichau,dc=gov,dc=vn', 'baseDn: dc=dienbien,dc=gov,dc=vn');
  const { checks } = await diagnose(serverOf(), other);
  const failed = [...checks.values()].filter(
    ({ id, status }) => id.startsWith('ldap-') && status === 'failed',
  );
  expect(failed.map(({ id }) => id)).toEqual(['ldap-containers']);
  expect(failed[0]?.message).toContain('dc=dienbien,dc=gov,dc=vn: ou=people, ou=organizations');
});

it('the planner’s account alone: what it may not write is seen, what only the reconciler shows is not', async () => {
  const { dn: bindDn, passwordFile } = slapd.planner;
  const { checks, code } = await diagnose(serverOf({ bindDn, passwordFile }));
  expect(checks.get('ldap-rights-planner')?.status).toBe('ok');
  for (const id of ['ldap-rights-reconciler', 'ldap-overlay-unique', 'ldap-overlay-ppolicy', 'ldap-clock']) {
    expect(checks.get(id)?.status, id).toBe('unseen');
  }
  expect(code).toBe(0);
});

it('a reconciler’s account that may add nothing fails, unless it is said to be the planner’s', async () => {
  const { dn: bindDn, passwordFile } = slapd.mailserver;
  const { checks } = await diagnose(serverOf({ bindDn, passwordFile }));
  expect(checks.get('ldap-rights-reconciler')?.status).toBe('failed');
});

it.each([
  ['a wrong password', () => slapd.reconciler.passwordFile, () => slapd.planner.dn],
  ['no file of its password', () => '/nonexistent', () => '/nonexistent'],
])(
  '%s of the planner’s is told, and the reconciler’s account is looked at all the same',
  async (_, fileOf, words) => {
    const environment = {
      DANHBA_LDAP_PLANNER_DN: slapd.planner.dn,
      DANHBA_LDAP_PLANNER_PASSWORD_FILE: fileOf(),
    };
    const { checks } = await diagnose(serverOf({ environment }));
    expect(checks.get('ldap-rights-planner')).toMatchObject({ status: 'failed' });
    expect(checks.get('ldap-rights-planner')?.message).toContain(words());
    expect(checks.get('ldap-rights-reconciler')?.status).toBe('ok');
  },
);

it('a server that has never recorded a login', async () => {
  const ward = await openWard();
  try {
    await ward.serveWith({ 'slapd.conf': (text) => text.replaceAll(/^(overlay )?lastbind.*$/gm, '') });
    const checks = checksOf(await ward.workplace.doctor());
    const others = [...checks].filter(([id, { status }]) => id.startsWith('ldap-') && status !== 'ok');
    expect(others.map(([id]) => id)).toEqual(['ldap-overlay-lastbind']);
    expect(checks.get('ldap-overlay-lastbind')?.hint).toMatch(/overlay lastbind.*80-lastbind\.ldif/);
  } finally {
    await ward.close();
  }
});

it('a server that knows nothing of danhba yet: what it lacks is told, and no right is guessed', async () => {
  const bare = await startSlapd();
  let again: Supervised | undefined;
  try {
    process.kill(await readPid(bare.directory), 'SIGKILL');
    await bare.exited;
    const file = join(bare.directory, 'slapd.conf');
    const text = await readFile(file, 'utf8');
    const ours =
      /^(include .*(danhba\.schema|acl\.conf)|index danhba|(moduleload|overlay) (unique|constraint|ppolicy|lastbind)|unique_uri|constraint_|ppolicy_|lastbind|limits| {2}size)/;
    const lines = text.split('\n').filter((line) => !ours.test(line));
    await writeFile(
      file,
      lines.join('\n').replace('add_content_acl on', 'access to * by users write by * auth'),
    );
    again = await serveAgain(bare);
    const { dn: bindDn, passwordFile } = bare.reconciler;
    const { checks, code } = await diagnose({ url: bare.url, baseDn: bare.baseDn, bindDn, passwordFile });
    const of = (status: string) =>
      [...checks.values()].flatMap((check) =>
        check.id.startsWith('ldap-') && check.status === status ? [check.id] : [],
      );
    expect(of('failed')).toEqual(['ldap-schema', 'ldap-overlay-ppolicy', 'ldap-overlay-lastbind']);
    expect(of('unseen')).toEqual([
      'ldap-limits',
      'ldap-password-quality',
      'ldap-overlay-unique',
      'ldap-logins',
      'ldap-clock',
      'ldap-rights-planner',
      'ldap-rights-reconciler',
      'ldap-addressbook',
    ]);
    expect(code).toBe(1);
  } finally {
    await again?.stop();
    await bare.stop();
  }
});

it.each([
  [600_000, 'warning'],
  [108_000_000, 'failed'],
])('a clock that is %i ms ahead of the server’s', async (ahead, status) => {
  const { checks } = await diagnose(serverOf({ now: () => new Date(Date.now() + ahead) }));
  expect(checks.get('ldap-clock')).toMatchObject({ status, hint: 'Chỉnh giờ cả hai máy (NTP)' });
  expect(checks.get('ldap-rights-reconciler')?.status).toBe('ok');
});

it('the embedded server is as the shipped slapd, but for the schema, which it does not publish', async () => {
  const [, start] = servers.find(([name]) => name !== 'slapd') ?? [];
  const server = await start?.();
  if (server === undefined) throw new Error('no embedded server');
  try {
    const { checks, code } = await diagnose(server);
    const others = [...checks].filter(([id, { status }]) => id.startsWith('ldap-') && status !== 'ok');
    expect(others.map(([id, { status }]) => `${id}: ${status}`)).toEqual([
      'ldap-schema: unseen',
      'ldap-limits: unseen',
      'ldap-logins: unseen',
      'ldap-rights-planner: unseen',
      'ldap-addressbook: unseen',
    ]);
    expect(code).toBe(0);
  } finally {
    await server.stop();
  }
});
