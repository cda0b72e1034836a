/** The files of servers/openldap/config: what a server that is there already takes, step by step, from the files of a new one. */
import { renderAccess, renderOwnAccess } from './access.ts';
import { attributeNames, renderSchema } from './schema.ts';
import { parseSettings } from './settings.ts';
import { addition, comment, record, type Values } from './text.ts';

/** The files of servers/openldap that all is made from. */
export interface Sources {
  readonly schema: string;
  readonly conf: string;
  readonly acl: string;
  readonly base: string;
  readonly adopterRules: string;
  readonly adopter: string;
  readonly phoneRules: string;
}

const modules = 'cn=module{0},cn=config';
const database = 'olcDatabase=@DATABASE@,cn=config';

/** The server has its own; without replicas danhba needs none (syncprov). */
const left = new Set(['back_mdb', 'syncprov']);

/** Text by the name of the file; applied in the order of their names. */
export function renderFiles({
  schema,
  conf,
  acl,
  base,
  adopterRules,
  adopter,
  phoneRules,
}: Sources): Readonly<Record<string, string>> {
  const { modules: names, limits, indexes, overlays } = parseSettings(conf);
  const isOurs = ([attribute]: readonly [string, string]) => attribute.startsWith('danhba');
  const ours = indexes.filter(isOurs);
  const others = indexes.filter((index) => !isOurs(index));
  const directivesOf = (name: string): readonly string[] =>
    overlays.find((one) => one.name === name)?.directives.map(([, value]) => value) ?? [];
  const { containers, accounts } = splitBase(base);
  const unique = directivesOf('unique').map((value) => value.replace(/^"|"$/g, ''));
  const constraint = directivesOf('constraint');
  const [policy = ''] = directivesOf('ppolicy');
  const [precision = ''] = directivesOf('lastbind');
  return {
    '10-schema.ldif': file(about.schema, [renderSchema(schema)]),
    '20-modules.ldif': file(
      about.modules,
      names
        .filter((name) => !left.has(name))
        .map((name) => addition(modules, 'olcModuleLoad', [name === 'ltdl-lock' ? `{0}${name}` : name])),
    ),
    '30-limits.ldif': file(about.limits, [
      addition(
        database,
        'olcLimits',
        limits.map((limit, place) => `{${place}}${limit}`),
      ),
      addition(
        database,
        'olcDbIndex',
        ours.map((index) => index.join(' ')),
      ),
    ]),
    '35-indexes.ldif': file(
      about.indexes,
      others.map((index) => addition(database, 'olcDbIndex', [index.join(' ')])),
    ),
    '40-access.ldif': file(about.access, [
      record(database, [
        ['changetype', 'modify'],
        ['replace', 'olcAddContentAcl'],
        ['olcAddContentAcl', 'TRUE'],
      ])
        .concat('\n-\nadd: olcAccess\n')
        .concat(
          addition('', 'olcAccess', renderAccess(acl, attributeNames(schema)))
            .split('\n')
            .slice(3)
            .join('\n'),
        ),
    ]),
    '45-addressbook-phones.ldif': file(about.phones, [
      addition(database, 'olcAccess', renderOwnAccess(phoneRules)),
    ]),
    '50-containers.ldif': file(about.containers, containers),
    '55-accounts.ldif': file(about.accounts, [...accounts, before]),
    '60-unique.ldif': file(about.unique, [
      overlay(
        'unique',
        'olcUniqueConfig',
        unique.map((value) => ['olcUniqueURI', value] as const),
      ),
    ]),
    '60-unique-present.ldif': file(about.uniquePresent, [
      addition(`olcOverlay=@UNIQUE@,${database}`, 'olcUniqueURI', unique),
    ]),
    '65-constraint.ldif': file(about.constraint, [
      overlay(
        'constraint',
        'olcConstraintConfig',
        constraint.map((value) => ['olcConstraintAttribute', value.replaceAll('"', '')] as const),
      ),
    ]),
    '65-constraint-present.ldif': file(about.constraintPresent, [
      addition(
        `olcOverlay=@CONSTRAINT@,${database}`,
        'olcConstraintAttribute',
        constraint.map((value) => value.replaceAll('"', '')),
      ),
    ]),
    '70-ppolicy.ldif': file(about.ppolicy, [overlay('ppolicy', 'olcPPolicyConfig', [])]),
    '75-ppolicy-default.ldif': file(about.policyDefault, [
      record(`olcOverlay=@PPOLICY@,${database}`, [
        ['changetype', 'modify'],
        ['replace', 'olcPPolicyDefault'],
        ['olcPPolicyDefault', policy.replaceAll('"', '')],
      ]).concat('\n-\nreplace: olcPPolicyHashCleartext\nolcPPolicyHashCleartext: TRUE'),
    ]),
    '80-lastbind.ldif': file(about.lastbind, [
      overlay('lastbind', 'olcLastBindConfig', [['olcLastBindPrecision', precision]]),
    ]),
    '90-adopter-access.ldif': file(about.adopterAccess, adopterSettings(adopterRules)),
    '95-adopter.ldif': file(about.adopter, entriesOf(adopter)),
  };
}

const overlay = (name: string, objectClass: string, values: Values): string =>
  record(`olcOverlay=${name},${database}`, [
    ['changetype', 'add'],
    ['objectClass', 'olcOverlayConfig'],
    ['objectClass', objectClass],
    ['olcOverlay', name],
    ...values,
  ]);

const file = (words: string, records: readonly string[]): string =>
  `${comment(words)}\n\n${records.join('\n\n')}\n`;

/** Without the suffix, which is there: the containers, and what must not be there yet. */
function splitBase(base: string): {
  readonly containers: readonly string[];
  readonly accounts: readonly string[];
} {
  const entries = entriesOf(base).filter((one) => !one.startsWith('dn: @BASE@'));
  const isContainer = (one: string) => /^dn: (ou=[a-z]+|@[A-Z]+@),@BASE@$/m.test(one);
  return { containers: entries.filter(isContainer), accounts: entries.filter((one) => !isContainer(one)) };
}

const entriesOf = (ldif: string): readonly string[] =>
  ldif
    .split('\n\n')
    .map((one) => one.replace(/^#.*\n?/gm, '').trim())
    .filter((one) => one.startsWith('dn: '));

/** Its rules, and its limit, which slapd.conf has in two lines. */
function adopterSettings(rules: string): readonly string[] {
  const { limits } = parseSettings(rules);
  const access = rules.replace(/^limits .*\n(?: .*\n)*/m, '');
  return [
    addition(database, 'olcAccess', renderOwnAccess(access)),
    addition(
      database,
      'olcLimits',
      limits.map((limit, place) => `{${place}}${limit}`),
    ),
  ];
}

/** It asks nothing of anybody. */
const before = record('cn=before,ou=policies,@BASE@', [
  ['objectClass', 'namedPolicy'],
  ['objectClass', 'pwdPolicy'],
  ['cn', 'before'],
  ['description', 'accounts that were there before danhba: as free as they were'],
  ['pwdAttribute', 'userPassword'],
]);

const words = `Made from the files of a new server by \`npm run config-ldif\`: change those. docs/adopt.md tells the order, how to
check and how to take back.`;

const about = {
  schema: `10-schema.ldif: danhba.schema, for a server with cn=config. It changes no entry.

${words}

It needs core, cosine, inetorgperson and namedobject. nis.schema may be there or not.`,
  modules: `20-modules.ldif: the modules danhba needs, each added by itself: "Type or value exists (20)" says that it is there.

${words}

ltdl-lock is refused (80) where the server was not started with it. The folder of olcModulePath must hold pwcheck.so too.`,
  limits: `30-limits.ldif: danhba's accounts read everything, before other limits, of which the first that fits counts; and
indexes of danhba's own attributes, of which there are no values yet.

${words}`,
  indexes: `35-indexes.ldif: indexes of attributes others may have indexed already: then each is refused by itself,
"duplicate index definition" (80) or "Type or value exists (20)".

${words}`,
  access: `40-access.ldif: acl.conf before the rules that are there. danhba's accounts get what acl.conf says; everybody else goes
on to the old rules. Closed is what nobody had before: danhba's attributes, authTimestamp, pwdHistory, tombstones.

${words}

Accounts that read all there is (a replica, a backup) have their rules before these: the numbers then begin behind them.
olcAddContentAcl: whoever adds entries needs the right to every value in them.`,
  phones: `45-addressbook-phones.ldif: addressbook-phones.conf before danhba's rules, where the address book shows telephones.

${words}

Only where the province says so: docs/address-book.md tells how it goes.`,
  containers: `50-containers.ldif: the containers, each by itself: "Already exists (68)" says that it is there.

${words}`,
  accounts: `55-accounts.ldif: password policies and the accounts of danhba. "Already exists (68)" means that somebody else has
the name: stop.

${words}

cn=before asks nothing: it is for the accounts that were there. The other words are those of base.ldif.`,
  unique: `60-unique.ldif: no address twice. "already in list" (80): use 60-unique-present.ldif.

${words}`,
  uniquePresent: `60-unique-present.ldif: in the place of 60-unique.ldif where the overlay is there: @UNIQUE@ is its name, {0}unique.

${words}`,
  constraint: `65-constraint.ldif: what danhba's attributes may hold. "already in list" (80): use 65-constraint-present.ldif.

${words}`,
  constraintPresent: `65-constraint-present.ldif: in the place of 65-constraint.ldif where the overlay is there: @CONSTRAINT@ is its
name, {1}constraint.

${words}`,
  ppolicy: `70-ppolicy.ldif: password policies, without one that holds for everybody. "already in list" (80): leave it out.

${words}`,
  policyDefault: `75-ppolicy-default.ldif: the policy of whoever has no other. First give cn=before to those who were there.
@PPOLICY@ is the overlay's name, {2}ppolicy.

${words}

Passwords that come in clear are hashed, as olcPasswordHash says, which stays as it is.`,
  adopterAccess: `90-adopter-access.ldif: adopter.conf before danhba's rules, while entries that were there are taken over.

${words}

Not part of what stays: docs/adopt.md tells how it goes. Accounts that read all there is stay before it.`,
  adopter: `95-adopter.ldif: the account of an adoption. @ADOPTER_HASH@ is put in when it is added.

${words}`,
  lastbind: `80-lastbind.ldif: the server records logins (8.1). After ppolicy, so that it sees the outcome. "already in list" (80):
see whether it stands behind ppolicy.

${words}`,
};
