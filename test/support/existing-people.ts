// What an existing server of a province looks like: Debian's configuration, and 500 entries that danhba would not have made.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const existingBase = 'dc=laichau,dc=gov,dc=vn';
export const rootPassword = 'Bi-mat-cua-quan-tri';
/** One that no policy of danhba's would take. */
export const oldPassword = 'matkhau';
const oldHash = `{SSHA}${Buffer.concat([createHash('sha1').update(`${oldPassword}muoi`).digest(), Buffer.from('muoi')]).toString('base64')}`;

const people = `ou=People,${existingBase}`;
const groups = `ou=groups,${existingBase}`;
const apps = `ou=apps,${existingBase}`;

export const readers = {
  webmail: `cn=webmail,${apps}`,
  backup: `cn=backup,${apps}`,
  /** Adds people and groups. */
  personnel: `cn=personnel,${apps}`,
  /** Where danhba's accounts will be. */
  portal: `cn=portal,ou=services,${existingBase}`,
} as const;

/** Their own, before Debian's: a backup that reads all, an account that adds people, a help desk, what only the web mail may see, anonymous readers. */
const rules = [
  `to * by dn.exact="${readers.backup}" read by * break`,
  `to dn.subtree="${people}" attrs=entry,children,objectClass,uid,cn,sn,mail by dn.exact="${readers.personnel}" write by * break`,
  `to dn.subtree="${groups}" by dn.exact="${readers.personnel}" write by * break`,
  'to attrs=userPassword by self write by anonymous auth by * none',
  'to attrs=shadowLastChange by self write by * read',
  `to dn.subtree="${people}" attrs=telephoneNumber by group.exact="cn=helpdesk,${groups}" write by self write by users read by * none`,
  `to dn.subtree="${people}" attrs=employeeNumber by dn.exact="${readers.webmail}" read by * none`,
  `to dn.subtree="${people}" attrs=entry,objectClass,uid,cn,mail by * read`,
  `to dn.base="${existingBase}" by * read`,
  'to * by users read by * none',
];

/** Nobody sees more than the own entry. */
const bareRules = [
  'to attrs=pwdChangedTime,pwdEndTime,pwdReset,pwdStartTime,pwdAccountLockedTime,pwdFailureTime,pwdPolicySubentry by * none',
  'to attrs=userPassword by self write by anonymous auth by * none',
  'to * by self read by * none',
];

/** As dpkg-reconfigure makes it, with the modules, overlays, rules and limits this server has got since. */
export async function debianConfig(directory: string, bare: boolean): Promise<string> {
  const debians = await readFile('/usr/share/slapd/slapd.init.ldif', 'utf8');
  const [uid, gid] = [process.getuid?.(), process.getgid?.()];
  const own = debians
    .replaceAll('@SUFFIX@', existingBase)
    .replaceAll('@PASSWORD@', rootPassword)
    .replaceAll('/var/lib/ldap', join(directory, 'db'))
    .replaceAll('/var/run/slapd', join(directory, 'run'))
    .replaceAll('olcModulePath: /usr/lib/ldap', `olcModulePath: ${join(directory, 'modules')}`)
    .replaceAll('gidNumber=0+uidNumber=0', `gidNumber=${gid}+uidNumber=${uid}`)
    .replace(
      'olcModuleLoad: back_mdb',
      ['back_mdb', ...(bare ? theirs : ['memberof', 'refint'])]
        .map((name) => `olcModuleLoad: ${name}`)
        .join('\n'),
    )
    .replace(
      /^olcAccess: to attrs=userPassword$.*/ms,
      (bare ? bareRules : rules).map((rule) => `olcAccess: ${rule}`).join('\n'),
    );
  return `${own.trimEnd()}
olcLimits: dn.exact="${readers.webmail}" size=unlimited
olcLimits: dn.exact="${readers.backup}" size=unlimited
olcLimits: * size=500

${bare ? theirOverlays : groupOverlays}
`;
}

const overlay = (name: string, objectClass: string, ...lines: readonly string[]): string =>
  [
    `dn: olcOverlay=${name},olcDatabase={1}mdb,cn=config`,
    'objectClass: olcOverlayConfig',
    `objectClass: ${objectClass}`,
    `olcOverlay: ${name}`,
    ...lines,
  ].join('\n');

const groupOverlays = [
  overlay('memberof', 'olcMemberOf'),
  overlay('refint', 'olcRefintConfig', 'olcRefintAttribute: member', 'olcRefintAttribute: memberOf'),
].join('\n\n');

/** danhba's, used for something else. */
const theirs = ['unique', 'ppolicy', 'lastbind'];
const theirOverlays = [
  overlay('unique', 'olcUniqueConfig', 'olcUniqueURI: ldap:///?employeeNumber?sub'),
  overlay('ppolicy', 'olcPPolicyConfig', `olcPPolicyDefault: cn=theirs,${existingBase}`),
  overlay('lastbind', 'olcLastBindConfig', 'olcLastBindPrecision: 3600'),
].join('\n\n');

const families = ['Lò', 'Vàng', 'Tao', 'Nguyễn', 'Trần', 'Giàng', 'Điêu', 'Phạm'];
const givens = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga'];

export interface ExistingPerson {
  readonly dn: string;
  readonly mail: string;
  /** What its RDN is made of. */
  readonly named: 'uid' | 'cn' | 'mail';
}

/** A third each by login, by name, by address; every fifth is a Unix account as well. */
export const existingPeople: readonly ExistingPerson[] = Array.from({ length: 480 }, (_, index) => {
  const named = (['uid', 'cn', 'mail'] as const)[index % 3]!;
  const mail = `nv${index}@laichau.gov.vn`;
  const value = { uid: `nv${index}`, cn: nameOf(index), mail }[named];
  return { dn: `${named}=${value},${people}`, mail, named };
});

function nameOf(index: number): string {
  return `${families[index % families.length]} Văn ${givens[index % givens.length]} ${index}`;
}

const entry = (dn: string, ...lines: readonly string[]): string =>
  [line('dn', dn), ...lines.map((one) => line(...(one.split(/: (.*)/s) as [string, string])))].join('\n');

const line = (name: string, value: string): string =>
  /^[\x20-\x7e]*$/.test(value) ? `${name}: ${value}` : `${name}:: ${Buffer.from(value).toString('base64')}`;

function personEntry({ dn, mail, named }: ExistingPerson, index: number): string {
  const unix = index % 5 === 0;
  return entry(
    dn,
    'objectClass: inetOrgPerson',
    ...(unix
      ? [
          'objectClass: posixAccount',
          `uidNumber: ${2000 + index}`,
          'gidNumber: 100',
          `homeDirectory: /home/nv${index}`,
        ]
      : []),
    ...(unix || named === 'uid' ? [`uid: nv${index}`] : []),
    `cn: ${nameOf(index)}`,
    `sn: ${families[index % families.length]}`,
    `mail: ${mail}`,
    `telephoneNumber: 0213 3 ${100000 + index}`,
    `employeeNumber: ${90000 + index}`,
    `userPassword: ${oldHash}`,
    // What the overlay would have written; slapadd asks none.
    ...(groupOf(index) === undefined ? [] : [`memberOf: cn=${groupOf(index)},${groups}`]),
  );
}

const groupNames = ['helpdesk', ...Array.from({ length: 9 }, (_, index) => `phong${index}`)];
const groupOf = (index: number): string | undefined => groupNames[Math.floor(index / 12)];

const top = (): string =>
  entry(
    existingBase,
    'objectClass: organization',
    'objectClass: dcObject',
    'o: UBND',
    `dc: ${existingBase.slice(3).split(',')[0]}`,
  );

/** The suffix alone. */
export const bareData = (): string => `${top()}\n`;

/** 500 entries: 480 people, ten groups of theirs, four programs, containers. */
export function dataOf(): string {
  const containers = ['People', 'groups', 'apps', 'services', 'printers'].map((name) =>
    entry(`ou=${name},${existingBase}`, 'objectClass: organizationalUnit', `ou: ${name}`),
  );
  const members = (from: number) =>
    existingPeople.slice(from * 12, from * 12 + 12).map(({ dn }) => `member: ${dn}`);
  const groupEntries = ['helpdesk', ...Array.from({ length: 9 }, (_, index) => `phong${index}`)].map(
    (name, index) =>
      entry(`cn=${name},${groups}`, 'objectClass: groupOfNames', `cn: ${name}`, ...members(index)),
  );
  const programs = Object.values(readers).map((dn) =>
    entry(
      dn,
      'objectClass: applicationProcess',
      'objectClass: simpleSecurityObject',
      `cn: ${dn.split(/[=,]/)[1]}`,
      `userPassword: ${oldHash}`,
    ),
  );
  return `${[top(), ...containers, ...existingPeople.map(personEntry), ...programs, ...groupEntries].join('\n\n')}\n`;
}
