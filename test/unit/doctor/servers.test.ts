/** Each check of servers and machine: as it must be, wrong in each way, and unseen, which is never as it must be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { neededVersions } from '../../../src/doctor/machine.ts';
import { neededClasses } from '../../../src/ldap/examine/needs.ts';
import { findLack } from '../../../src/ldap/examine/published.ts';
import { type ServerCheckId, serverCheckIds } from '../../../src/model/doctor/finding.ts';
import { remark } from '../../../src/model/problems/remark.ts';
import { containers, folder, judge, machine, mail, ofDirectory, ofTrial, policy, sound } from './sound.ts';

const root = join(import.meta.dirname, '../../..');
const what = remark('changed-since');

it('everything that is as it must be passes, in the order of the ids; what Postfix looks up is never seen', () => {
  const findings = judge();
  expect(findings.map(({ id }) => id)).toEqual(serverCheckIds.filter((id) => id !== 'github'));
  expect(findings.filter(({ status }) => status !== 'ok').map(({ id }) => id)).toEqual(['postfix-maps']);
});

type Row = readonly [
  lacking: string,
  id: ServerCheckId,
  findings: ReturnType<typeof judge>,
  status: string,
  code: string,
];

const rows: readonly Row[] = [
  [
    'no TLS beyond this machine',
    'ldap-tls',
    ofDirectory({ transport: { kind: 'plain', loopback: false } }),
    'failed',
    'tls-none',
  ],
  [
    'no TLS on this machine',
    'ldap-tls',
    ofDirectory({ transport: { kind: 'plain', loopback: true } }),
    'ok',
    'sound',
  ],
  [
    'a certificate of 29 days',
    'ldap-tls',
    ofDirectory({ transport: { kind: 'tls', daysLeft: 29 } }),
    'warning',
    'tls-ends',
  ],
  [
    'a certificate of 30 days',
    'ldap-tls',
    ofDirectory({ transport: { kind: 'tls', daysLeft: 30 } }),
    'ok',
    'sound',
  ],
  ['LDAPv2', 'ldap-version', ofDirectory({ versions: ['2'] }), 'failed', 'version-other'],
  [
    'no assertions',
    'ldap-controls',
    ofDirectory({ lacksControls: ['1.3.6.1.1.12'] }),
    'failed',
    'controls-lacking',
  ],
  ['no schema to be seen', 'ldap-schema', ofDirectory({ schema: undefined }), 'unseen', 'unseen'],
  [
    'no module ppolicy',
    'ldap-overlay-ppolicy',
    ofDirectory({ schema: { ppolicy: false, attributes: [], classes: [] }, trial: { result: 'untried' } }),
    'failed',
    'ppolicy-none',
  ],
  ['no sentinel yet', 'ldap-sentinel', ofDirectory({ sentinel: undefined }), 'ok', 'sound'],
  [
    'one entry less',
    'ldap-sentinel',
    ofDirectory({ sentinel: { province: policy.domain, count: 512 } }),
    'failed',
    'entries-missing',
  ],
  [
    'a count, and not all that is counted was read',
    'ldap-sentinel',
    ofDirectory({ containers: { ...containers, people: { result: 'hidden' } } }),
    'unseen',
    'unseen',
  ],
  [
    '500 entries, which prove nothing',
    'ldap-limits',
    ofDirectory({ whole: { facts: 500 } }),
    'unseen',
    'unseen',
  ],
  [
    'a planner who was cut off',
    'ldap-limits',
    ofDirectory({
      planner: {
        facts: {
          managed: 0,
          whole: { facts: 501 },
          containers: { ...containers, people: { result: 'ended', what } },
        },
      },
    }),
    'failed',
    'limits-refused',
  ],
  [
    'a planner who sees 500',
    'ldap-limits',
    ofDirectory({ planner: { facts: { containers, managed: 511, whole: { facts: 500 } } } }),
    'unseen',
    'unseen',
  ],
  ['a whole read', 'ldap-limits', ofDirectory({ whole: { refused: what } }), 'failed', 'limits-refused'],
  ['no policies', 'ldap-policies', ofDirectory({ policies: [] }), 'failed', 'policies-missing'],
  [
    'logins, where there is nobody',
    'ldap-logins',
    ofDirectory({ managed: 0, anyLogin: false }),
    'unseen',
    'unseen',
  ],
  [
    'our own entry',
    'ldap-overlay-lastbind',
    ofDirectory({ listening: { doubt: 'not-readable' } }),
    'failed',
    'lastbind-hidden',
  ],
  ['a minute', 'ldap-clock', ofTrial({ ahead: -60 }), 'ok', 'sound'],
  ['more than a minute', 'ldap-clock', ofTrial({ ahead: -61 }), 'warning', 'clock-differs'],
  ['more than a day', 'ldap-clock', ofTrial({ ahead: 86_401 }), 'failed', 'clock-differs'],
  ['another answer', 'ldap-overlay-unique', ofTrial({ second: { said: what } }), 'failed', 'unique-said'],
  ['another answer', 'ldap-password-quality', ofTrial({ weak: { said: what } }), 'failed', 'quality-said'],
  ['an address to try', 'ldap-overlay-unique', ofTrial({ second: undefined }), 'unseen', 'unseen'],
  ['a password to try', 'ldap-overlay-ppolicy', ofTrial({ keepsTime: undefined }), 'unseen', 'unseen'],
  [
    'a planner’s account',
    'ldap-rights-planner',
    (() => {
      const { planner: _planner, ...rest } = sound;
      return judge({ directory: { facts: rest } });
    })(),
    'unseen',
    'unseen',
  ],
  [
    'a planner that may write, alone',
    'ldap-rights-planner',
    ofDirectory({ role: 'planner', trial: { result: 'unforbidden', ahead: 0 } }),
    'failed',
    'planner-writes',
  ],
  [
    'the trial of a planner, alone',
    'ldap-rights-planner',
    ofDirectory({ role: 'planner', trial: { result: 'foreign', dn: 'x' } }),
    'unseen',
    'unseen',
  ],
  [
    'an entry that was removed',
    'ldap-rights-reconciler',
    ofTrial({ stays: { dn: 'x', what } }),
    'failed',
    'entry-stays',
  ],
  [
    'an earlier entry that was removed',
    'ldap-rights-reconciler',
    ofDirectory({ trial: { result: 'stays', stays: { dn: 'x', what } } }),
    'failed',
    'entry-stays',
  ],
  [
    'an attribute to be read',
    'ldap-rights-reconciler',
    ofTrial({ hidden: ['title'] }),
    'failed',
    'attributes-hidden',
  ],
  ['no mail server', 'dovecot-users', judge({ mail: undefined }), 'unseen', 'unseen'],
  ['a mail server that answers', 'dovecot-reachable', judge({ mail: { refused: what } }), 'failed', 'told'],
  ['a mail server that answers', 'dovecot-users', judge({ mail: { refused: what } }), 'unseen', 'unseen'],
  [
    'Pigeonhole',
    'dovecot-commands',
    judge({ mail: { facts: { ...mail, lacksCommands: ['sieveList'] } } }),
    'failed',
    'commands-lacking',
  ],
  [
    'a mailbox',
    'dovecot-users',
    judge({ mail: { facts: { ...mail, users: [] } } }),
    'failed',
    'users-unknown',
  ],
  ['Node 22.17', 'node', judge({ machine: { ...machine, node: '22.17.9' } }), 'failed', 'node-old'],
  ['Node 22.18', 'node', judge({ machine: { ...machine, node: '22.18.0' } }), 'ok', 'sound'],
  ['Git', 'git', judge({ machine: { ...machine, git: undefined } }), 'warning', 'git-none'],
  ['Git 2.37', 'git', judge({ machine: { ...machine, git: '2.37.7' } }), 'warning', 'git-old'],
  ['a zone', 'time-zone', judge({ machine: { ...machine, zoneDate: undefined } }), 'failed', 'zone-none'],
  [
    'the day',
    'time-zone',
    judge({ machine: { ...machine, zoneDate: '2026-11-22' } }),
    'failed',
    'zone-differs',
  ],
  [
    'the right to write',
    'state-folder',
    judge({ machine: { ...machine, state: { ...folder, writable: false } } }),
    'failed',
    'folder-unwritable',
  ],
  [
    'room',
    'credentials-folder',
    judge({ machine: { ...machine, credentials: { ...folder, freeMiB: 99 } } }),
    'failed',
    'folder-full',
  ],
  [
    'privacy',
    'credentials-folder',
    judge({ machine: { ...machine, credentials: { ...folder, open: true } } }),
    'warning',
    'folder-open',
  ],
];

describe('lacking', () => {
  it.each(rows)('%s: %s', (_, id, findings, status, code) => {
    expect(findings.find((one) => one.id === id)).toMatchObject({ status, code });
  });
});

describe('a server that was not seen', () => {
  it.each([
    ['ldap-unreachable', remark('ldap-unreachable', { at: 'x', cause: 'x' }), 'ldap-reachable'],
    ['ldap-plaintext', remark('ldap-plaintext', { at: 'x' }), 'ldap-tls'],
    ['ldap-starttls', remark('ldap-starttls', { at: 'x', cause: 'x' }), 'ldap-tls'],
    ['ldap-certificate', remark('ldap-certificate.expired', { at: 'x', cause: 'x' }), 'ldap-tls'],
  ])('%s: one check has failed, and no other of LDAP has passed', (_, refused, id) => {
    const findings = judge({ directory: { refused } }).filter((one) => one.id.startsWith('ldap-'));
    const failed = findings.filter(({ status }) => status === 'failed');
    expect(failed.map((one) => one.id)).toEqual([id]);
    expect(findings.filter(({ status }) => status === 'ok')).toEqual([]);
  });
});

describe('what the doctor asks for is what danhba has', () => {
  it('the versions are those of package.json', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(engines.node).toBe(`>=${neededVersions.node}`);
  });

  const schema = readFileSync(join(root, 'servers/openldap/danhba.schema'), 'utf8');
  const definitions = (word: string) =>
    schema.split('\n\n').flatMap((part) => {
      const at = part.indexOf(`${word} (`);
      return at < 0 ? [] : [part.slice(at + word.length + 1)];
    });
  // Those of others, as slapd publishes them.
  const others = ['cn', 'mail', 'displayName', 'description', 'userPassword', 'telephoneNumber'];
  const pwd = ['pwdEndTime', 'pwdReset', 'pwdPolicySubentry'];
  const types = [
    ...definitions('attributetype'),
    `( 1.2 NAME ( '${others.join("' '")}' ) )`,
    ...pwd.map((name) => `( 1.3 NAME '${name}' )`),
  ];

  it('the shipped schema lacks nothing, and everything it defines is asked for', () => {
    expect(findLack(types, definitions('objectclass'))).toEqual({
      ppolicy: true,
      attributes: [],
      classes: [],
    });
    const defined = [...schema.matchAll(/Attribute:\d+ NAME '(\w+)'/g)].map(([, name]) => name);
    const asked = new Set(Object.values(neededClasses).flat() as string[]);
    expect(defined.filter((name) => !asked.has(name ?? ''))).toEqual([]);
    const classes = [...schema.matchAll(/Class:\d+ NAME '(\w+)'/g)].map(([, name]) => name);
    expect(Object.keys(neededClasses)).toEqual(classes);
  });

  it.each([...schema.matchAll(/Attribute:\d+ NAME '(\w+)'/g)].map(([, name = '']) => name))(
    'a schema without %s is told by it',
    (name) => {
      const lack = findLack(
        types.filter((text) => !text.includes(`NAME '${name}'`)),
        definitions('objectclass'),
      );
      expect(lack.attributes).toEqual([name]);
    },
  );

  it('no schema of danhba’s at all', () => {
    expect(findLack([`( 1.2 NAME 'cn' )`], [])).toMatchObject({
      ppolicy: false,
      classes: Object.keys(neededClasses),
    });
  });
});
