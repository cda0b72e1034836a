// A server that lacks each thing the doctor looks for, and the doctor says so: that check alone, with what puts it right.

import type { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Check, CheckStatus } from '../../../src/model/doctor/check.ts';
import { checksOf, type Edits, openWard, othersThan, type Ward } from '../../support/doctor-fixture.ts';
import { connect, replace, sentinelDn, sentinelEntry } from '../../support/slapd-fixture.ts';

let ward: Ward;
let healthy: ReadonlyMap<string, Check>;
const base = 'dc=laichau,dc=gov,dc=vn';
const people = `ou=people,${base}`;

beforeAll(async () => {
  ward = await openWard();
  healthy = checksOf(await ward.workplace.doctor());
});
afterAll(async () => await ward?.close());

it('a healthy province has nothing to be mended', async () => {
  const said = await ward.workplace.doctor();
  const checks = checksOf(said);
  const others = [...checks].filter(([, { status }]) => status !== 'ok').map(([id]) => id);
  expect(others).toEqual([
    'dovecot-reachable',
    'dovecot-commands',
    'dovecot-users',
    'postfix-maps',
    'github',
  ]);
  expect(said.code).toBe(0);
  expect(said.err).toBe('');
});

/** Lines of a file that match are gone. */
const without =
  (...lines: readonly RegExp[]) =>
  (text: string): string =>
    text
      .split('\n')
      .filter((line) => !lines.some((one) => one.test(line)))
      .join('\n');

const less =
  (pattern: RegExp, instead = '') =>
  (text: string): string =>
    text.replaceAll(pattern, instead);

/** A rule before all others. */
const rule =
  (what: string, who: 'planner' | 'reconciler', right: string) =>
  (text: string): string =>
    `access to ${what}\n  by dn.exact="cn=${who},ou=services,${base}" ${right}\n  by * break\n\n${text}`;

interface Fault {
  readonly lacking: string;
  readonly edits: Edits;
  /** The checks that say something else than before. */
  readonly found: Readonly<Record<string, CheckStatus>>;
  /** What the first of them says to do. */
  readonly hint: RegExp;
  readonly message?: RegExp;
}

const limitsOf = (name: string) => new RegExp(`^limits dn\\.exact="cn=${name},.*\\n.*$`, 'gm');

const faults: readonly Fault[] = [
  {
    lacking: 'the overlay ppolicy',
    edits: { 'slapd.conf': without(/^overlay ppolicy/, /^ppolicy_/) },
    found: { 'ldap-overlay-ppolicy': 'failed', 'ldap-password-quality': 'unseen' },
    hint: /overlay ppolicy, ppolicy_default "cn=users,ou=policies,dc=laichau,dc=gov,dc=vn".*70-ppolicy\.ldif/,
  },
  {
    lacking: 'a default policy',
    edits: { 'slapd.conf': without(/^ppolicy_default/) },
    found: { 'ldap-password-quality': 'failed' },
    hint: /ppolicy_default phải là "cn=users,ou=policies/,
  },
  {
    lacking: 'the overlay unique',
    edits: { 'slapd.conf': without(/^overlay unique/, /^unique_uri/) },
    found: { 'ldap-overlay-unique': 'failed' },
    hint: /unique_uri "serialize ldap:\/\/\/dc=laichau,dc=gov,dc=vn\?danhbaAddress\?sub"/,
  },
  {
    lacking: 'a definition of a newer schema',
    edits: {
      'danhba.schema': less(
        /attributetype \( danhbaAttribute:25[\s\S]*?SINGLE-VALUE \)\n|danhbaNoticed \$ /g,
      ),
      'acl.conf': less(/danhbaNoticed;lang-,|danhbaNoticed,/g),
    },
    found: { 'ldap-schema': 'failed' },
    message: /thiếu: danhbaNoticed$/,
    hint: /danhba\.schema.*10-schema\.ldif/,
  },
  {
    lacking: 'an attribute of a class',
    edits: { 'danhba.schema': less(/danhbaOperatorLock \$ /g) },
    found: { 'ldap-schema': 'failed' },
    message: /thiếu: danhbaAccount danhbaOperatorLock$/,
    hint: /danhba\.schema/,
  },
  {
    lacking: 'pages of a thousand',
    edits: { 'slapd.conf': less(/size\.pr=1000/g, 'size.pr=500') },
    found: {
      'ldap-limits': 'failed',
      'ldap-policies': 'unseen',
      'ldap-logins': 'unseen',
      'ldap-addressbook': 'unseen',
      'ldap-rights-planner': 'unseen',
    },
    hint: /limits dn\.exact="cn=reconciler,ou=services,dc=laichau,dc=gov,dc=vn" size\.soft=unlimited/,
  },
  {
    lacking: 'limits of the reconciler’s own',
    edits: { 'slapd.conf': less(limitsOf('reconciler')) },
    found: { 'ldap-limits': 'failed', 'ldap-logins': 'unseen', 'ldap-addressbook': 'unseen' },
    message: /SizeLimitExceeded/,
    hint: /limits dn\.exact="cn=reconciler,/,
  },
  {
    lacking: 'limits of the planner’s own',
    edits: { 'slapd.conf': less(limitsOf('planner')) },
    found: { 'ldap-limits': 'failed', 'ldap-rights-planner': 'unseen' },
    hint: /limits dn\.exact="cn=planner,/,
  },
  {
    lacking: 'the right of the planner to see people',
    edits: { 'acl.conf': rule(`dn.one="${people}"`, 'planner', 'none') },
    found: { 'ldap-rights-planner': 'failed', 'ldap-limits': 'unseen' },
    message: /ou=people/,
    hint: /acl\.conf/,
  },
  {
    lacking: 'the right of the planner to see some of them',
    edits: { 'acl.conf': rule(`dn.one="${people}" filter="(uid=LC-1*)"`, 'planner', 'none') },
    found: { 'ldap-rights-planner': 'failed', 'ldap-limits': 'unseen' },
    message: /chỉ thấy \d+ trong 503 mục/,
    hint: /acl\.conf/,
  },
  {
    lacking: 'the right of the planner to see an attribute',
    edits: { 'acl.conf': rule(`dn.one="${people}" attrs=danhbaOperatorLock`, 'planner', 'none') },
    found: { 'ldap-rights-planner': 'failed' },
    message: /danhbaOperatorLock$/,
    hint: /acl\.conf/,
  },
  {
    lacking: 'a planner that writes nothing',
    edits: { 'acl.conf': rule(`dn.one="${people}" attrs=title`, 'planner', 'write') },
    found: { 'ldap-rights-planner': 'failed' },
    message: /ghi được/,
    hint: /acl\.conf/,
  },
  {
    lacking: 'a planner that reads no hash',
    edits: { 'acl.conf': rule(`dn.one="${people}" attrs=userPassword`, 'planner', 'read') },
    found: { 'ldap-rights-planner': 'failed' },
    message: /băm/,
    hint: /userPassword: "by \* none"/,
  },
  {
    lacking: 'the right of the reconciler to write an attribute',
    edits: { 'acl.conf': less(/danhbaRestored,/g) },
    found: { 'ldap-rights-reconciler': 'failed' },
    message: /danhbaRestored$/,
    hint: /acl\.conf.*phần 1 và 5/,
  },
  {
    lacking: 'the right of the reconciler to set passwords',
    edits: { 'acl.conf': less(/(attrs=userPassword\n {2}by dn.exact="cn=reconciler,[^"]*") =w/g, '$1 none') },
    found: {
      'ldap-rights-reconciler': 'failed',
      'ldap-overlay-ppolicy': 'unseen',
      'ldap-password-quality': 'unseen',
    },
    message: /userPassword$/,
    hint: /acl\.conf/,
  },
  {
    lacking: 'the right of the reconciler to add people',
    edits: { 'acl.conf': rule(`dn.exact="${people}" attrs=children`, 'reconciler', 'none') },
    found: {
      'ldap-rights-reconciler': 'failed',
      'ldap-overlay-ppolicy': 'unseen',
      'ldap-password-quality': 'unseen',
      'ldap-overlay-unique': 'unseen',
      'ldap-clock': 'unseen',
      'ldap-rights-planner': 'unseen',
    },
    hint: /DANHBA_LDAP_PLANNER_DN/,
  },
  {
    lacking: 'a reconciler that reads no hash',
    edits: { 'acl.conf': rule(`dn.one="${people}" attrs=userPassword`, 'reconciler', 'write') },
    found: { 'ldap-rights-reconciler': 'failed' },
    message: /băm/,
    hint: /acl\.conf/,
  },
  {
    lacking: 'a reconciler that keeps to the policies',
    edits: { 'acl.conf': rule(`dn.one="${people}" attrs=userPassword`, 'reconciler', 'manage') },
    found: { 'ldap-password-quality': 'failed', 'ldap-rights-reconciler': 'failed' },
    message: /một chữ cái/,
    hint: /"=w"/,
  },
  {
    lacking: 'a reconciler that writes nothing else',
    edits: { 'acl.conf': rule(`dn.one="${people}" attrs=employeeType`, 'reconciler', 'write') },
    found: { 'ldap-rights-reconciler': 'failed' },
    message: /employeeType/,
    hint: /phần 5/,
  },
  {
    lacking: 'a reconciler that deletes nobody who is active',
    edits: { 'acl.conf': rule(`dn.one="${people}" attrs=entry`, 'reconciler', 'write') },
    found: { 'ldap-rights-reconciler': 'failed' },
    message: /xóa hộp thư đang hoạt động, đổi tên mục$/,
    hint: /phần 5/,
  },
  {
    lacking: 'the last logins',
    edits: {
      'acl.conf': (text) =>
        rule(
          `dn.one="${people}" attrs=authTimestamp`,
          'planner',
          'none',
        )(rule(`dn.one="${people}" attrs=authTimestamp`, 'reconciler', 'none')(text)),
    },
    found: { 'ldap-logins': 'warning' },
    hint: /auth_bind = yes/,
  },
  {
    lacking: 'our own login',
    edits: { 'acl.conf': rule(`dn.one="ou=services,${base}" attrs=authTimestamp`, 'reconciler', 'none') },
    found: { 'ldap-overlay-lastbind': 'failed' },
    hint: /overlay lastbind/,
  },
  {
    lacking: 'the right of the reconciler to see tombstones',
    edits: { 'acl.conf': rule(`dn.subtree="ou=tombstones,${base}"`, 'reconciler', 'none') },
    found: { 'ldap-containers': 'failed' },
    message: /ou=tombstones$/,
    hint: /base\.ldif.*quyền đọc \(acl\.conf\)/,
  },
  {
    lacking: 'a schema to be seen',
    edits: {
      'slapd.conf': (text) =>
        text.replace(
          '\ndatabase mdb',
          '\naccess to dn.base="cn=Subschema" by * none\naccess to dn.base="" by * read\n\ndatabase mdb',
        ),
    },
    found: { 'ldap-schema': 'unseen' },
    hint: /"cn=Subschema"/,
  },
];

describe('configuration: what is lacking is told, and nothing else', () => {
  it.each(faults)('$lacking', async ({ edits, found, hint, message }) => {
    await ward.serveWith(edits);
    const said = await ward.workplace.doctor();
    const checks = checksOf(said);
    expect(othersThan(healthy, checks)).toEqual(found);
    const [first = ''] = Object.keys(found);
    expect(checks.get(first)?.hint).toMatch(hint);
    if (message !== undefined) expect(checks.get(first)?.message).toMatch(message);
    expect(said.code).toBe(Object.values(found).includes('failed') ? 1 : 0);
    expect(await leftBehind()).toEqual([]);
  });
});

async function leftBehind(): Promise<readonly string[]> {
  const root = await connect(ward.slapd, ward.slapd.root);
  try {
    const filter = '(uid=danhba-doctor*)';
    const { searchEntries } = await root.search(base, { scope: 'sub', filter, attributes: ['1.1'] });
    return searchEntries.map(({ dn }) => dn);
  } finally {
    await root.unbind();
  }
}

interface Misplaced {
  readonly lacking: string;
  readonly spoil: (root: Client) => Promise<void>;
  readonly mend: (root: Client) => Promise<void>;
  readonly found: Readonly<Record<string, CheckStatus>>;
  readonly message: RegExp;
  readonly hint: RegExp;
}

const users = `cn=users,ou=policies,${base}`;
const administrators = `cn=administrators,ou=policies,${base}`;
const doctors = `uid=danhba-doctor,${people}`;
let kept: Awaited<ReturnType<Client['search']>>['searchEntries'] = [];

const misplaced: readonly Misplaced[] = [
  {
    lacking: 'the administrators’ policy',
    spoil: async (root) => {
      kept = (await root.search(administrators, { scope: 'base' })).searchEntries;
      await root.del(administrators);
    },
    mend: async (root) => {
      const { dn: _dn, ...attributes } = kept[0] ?? { dn: '' };
      await root.add(administrators, attributes as Record<string, string | string[]>);
    },
    found: { 'ldap-policies': 'failed' },
    message: /administrators$/,
    hint: /"cn=administrators" dưới "ou=policies"/,
  },
  {
    lacking: 'the length policy.yaml asks for',
    spoil: (root) => root.modify(users, replace('pwdMinLength', '6')),
    mend: (root) => root.modify(users, replace('pwdMinLength', '8')),
    found: { 'ldap-policies': 'warning' },
    message: /users pwdMinLength$/,
    hint: /danhba apply/,
  },
  {
    lacking: 'a policy that looks at passwords',
    spoil: (root) => root.modify(users, [replace('pwdCheckQuality', '0'), replace('pwdMinLength', '0')]),
    mend: (root) => root.modify(users, [replace('pwdCheckQuality', '2'), replace('pwdMinLength', '8')]),
    found: { 'ldap-policies': 'warning', 'ldap-password-quality': 'failed' },
    message: /users pwdMinLength, users pwdCheckQuality$/,
    hint: /danhba apply/,
  },
  {
    lacking: 'the container of tombstones',
    spoil: (root) => root.del(`ou=tombstones,${base}`),
    mend: (root) =>
      root.add(`ou=tombstones,${base}`, { objectClass: 'organizationalUnit', ou: 'tombstones' }),
    found: { 'ldap-containers': 'failed' },
    message: /ou=tombstones$/,
    hint: /ldapadd/,
  },
  {
    lacking: 'a tree of this province',
    spoil: (root) =>
      root.add(sentinelDn(ward.slapd), { ...sentinelEntry, danhbaProvince: 'dienbien.gov.vn' }),
    mend: (root) => root.del(sentinelDn(ward.slapd)),
    found: {
      'ldap-sentinel': 'failed',
      'ldap-overlay-ppolicy': 'unseen',
      'ldap-password-quality': 'unseen',
      'ldap-overlay-unique': 'unseen',
      'ldap-clock': 'unseen',
      'ldap-rights-planner': 'unseen',
      'ldap-rights-reconciler': 'unseen',
    },
    message: /dienbien\.gov\.vn/,
    hint: /policy\.yaml: domain, baseDn/,
  },
  {
    lacking: 'entries of the last run',
    spoil: (root) => root.add(sentinelDn(ward.slapd), { ...sentinelEntry, danhbaCount: '504' }),
    mend: (root) => root.del(sentinelDn(ward.slapd)),
    found: { 'ldap-sentinel': 'failed' },
    message: /503 .* 504$/,
    hint: /--expect/,
  },
  {
    lacking: 'an entry that is the doctor’s',
    spoil: (root) =>
      root.add(doctors, {
        objectClass: ['inetOrgPerson', 'danhbaAccount'],
        cn: 'Nguyễn Văn An',
        sn: 'Nguyễn',
        danhbaKey: 'person:danhba-doctor',
        danhbaOrganization: 'danhba-doctor',
        danhbaState: 'suspended',
        pwdEndTime: '19700101000000Z',
      }),
    mend: (root) => root.del(doctors),
    found: {
      'ldap-rights-reconciler': 'failed',
      'ldap-overlay-ppolicy': 'unseen',
      'ldap-password-quality': 'unseen',
      'ldap-overlay-unique': 'unseen',
      'ldap-clock': 'unseen',
      'ldap-rights-planner': 'unseen',
    },
    message: /uid=danhba-doctor/,
    hint: /creatorsName.*ldapdelete -D "cn=admin,dc=laichau,dc=gov,dc=vn" -W "uid=danhba-doctor,/,
  },
];

describe('data: what is lacking is told, and nothing else', () => {
  beforeAll(async () => await ward.serveWith({ 'slapd.conf': (text) => `${text}\n` }));

  it.each(misplaced)('$lacking', async ({ spoil, mend, found, message, hint }) => {
    const root = await connect(ward.slapd, ward.slapd.root);
    await spoil(root);
    try {
      const before = await contentsOf(root);
      const checks = checksOf(await ward.workplace.doctor());
      expect(othersThan(healthy, checks)).toEqual(found);
      const first = checks.get(Object.keys(found)[0] ?? '');
      expect(first?.message).toMatch(message);
      expect(first?.hint).toMatch(hint);
      expect(await contentsOf(root), 'nothing but its own entry was touched').toEqual(before);
    } finally {
      await mend(root);
      await root.unbind();
    }
  });
});

/** All but the service accounts, whose logins are recorded. */
async function contentsOf(root: Client): Promise<readonly unknown[]> {
  const { searchEntries } = await root.search(base, { scope: 'sub', attributes: ['*', '+'] });
  return searchEntries.filter(({ dn }) => !/ou=services|^dc=/.test(dn));
}
