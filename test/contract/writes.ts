/** Every write that is nobody's work but root's: on danhba's own entries, on those of others, and beside them. */
import type { Client } from 'ldapts';
import { type Bench, change, modifyPassword, type Person, Relax, setPassword, type Values } from './bench.ts';

/** What a write may be tried on; root has put it there. */
export interface Ground {
  readonly bench: Bench;
  /** A marked person, active. */
  readonly person: Person;
  /** A marked person whose mailbox has ended. */
  readonly ended: Person;
  /** A marked organization with a mailbox. */
  readonly agency: string;
  /** One whose mailbox has ended. */
  readonly closed: string;
  /** People and organizations without the mark. */
  readonly stranger: string;
  readonly office: string;
  readonly tombstone: string;
  readonly sentinel: string;
}

type Write = (ground: Ground, client: Client) => Promise<unknown>;

const on =
  (what: 'person' | 'ended', ...changes: Parameters<typeof change>[]): Write =>
  (ground, client) =>
    client.modify(
      ground[what].dn,
      changes.map((one) => change(...one)),
    );

const at =
  (
    what: 'agency' | 'stranger' | 'office' | 'tombstone' | 'sentinel',
    ...one: Parameters<typeof change>
  ): Write =>
  (ground, client) =>
    client.modify(ground[what], change(...one));

/** Adds a person that is as it should be but for these attributes, or another name. */
const adding =
  (
    changes: (ground: Ground) => Values,
    nameOf = ({ id }: Person, base: string) => `uid=${id},ou=people,${base}`,
  ) =>
  (ground: Ground, client: Client) => {
    const { bench } = ground;
    const person = bench.person(changes(ground));
    return bench.addAttributes(nameOf(person, bench.base), person.attributes, client);
  };

const child =
  (container: string, rdn: string, attributes: Values): Write =>
  ({ bench }, client) =>
    bench.addAttributes(`${rdn},${container === '' ? '' : `${container},`}${bench.base}`, attributes, client);

const policy = (ground: Ground, name: string) => `cn=${name},ou=policies,${ground.bench.base}`;
const unmarked = { objectClass: ['inetOrgPerson'], cn: 'x', sn: 'x' };
const pointer =
  (name: string): Write =>
  (ground, client) =>
    client.modify(ground.person.dn, change('replace', 'pwdPolicySubentry', policy(ground, name)));

/** By what it would give to whoever has the password of a service account. */
export const writes: Readonly<Record<string, Write>> = {
  'adopting: the mark on an entry of others': (ground, client) =>
    client.modify(ground.stranger, [
      change('add', 'objectClass', 'danhbaAccount'),
      change('add', 'danhbaKey', 'person:adopted'),
      change('add', 'danhbaState', 'active'),
    ]),
  'adopting an organization of others': (ground, client) =>
    client.modify(ground.office, [
      change('add', 'objectClass', 'danhbaEntry'),
      change('add', 'danhbaKey', 'organization:adopted'),
    ]),
  'a value of an entry of others': at('stranger', 'replace', 'title', 'x'),
  'a value of an organization of others': at('office', 'add', 'businessCategory', 'x'),
  'the password of an entry of others': ({ stranger }, client) =>
    setPassword(client, stranger, 'Tuy-Nhien-2026'),
  'the password of an organization of others': ({ office }, client) =>
    setPassword(client, office, 'Tuy-Nhien-2026'),
  'the lock of an entry of others': at('stranger', 'replace', 'pwdEndTime', '19700101000000Z'),
  'the end of an entry of others': ({ stranger }, client) => client.del(stranger),
  'the end of an organization of others': ({ office }, client) => client.del(office),

  'an unmarked person': child('ou=people', 'uid=unmarked', unmarked),
  'an unmarked organization': child('ou=organizations', 'ou=unmarked', { objectClass: 'organizationalUnit' }),
  'a second name': adding(
    () => ({}),
    ({ id }, base) => `uid=${id}+cn=x,ou=people,${base}`,
  ),
  'another kind of name': adding(
    () => ({}),
    (_, base) => `cn=x,ou=people,${base}`,
  ),
  'a person among the organizations': adding(
    () => ({ ou: [] }),
    ({ id }, base) => `ou=${id},ou=organizations,${base}`,
  ),
  'a person among the tombstones': adding(
    () => ({}),
    ({ id }, base) => `uid=${id},ou=tombstones,${base}`,
  ),
  'a person among the services': adding(
    () => ({}),
    ({ id }, base) => `uid=${id},ou=services,${base}`,
  ),
  'a person below a person': (ground, client) =>
    adding(
      () => ({}),
      ({ id }) => `uid=${id},${ground.person.dn}`,
    )(ground, client),
  'a person of another domain': adding(() => ({ mail: 'x@gmail.com' })),
  'a person under no policy': adding((ground) => ({ pwdPolicySubentry: policy(ground, 'none') })),
  'a person with a class of others': adding(() => ({
    objectClass: ['inetOrgPerson', 'danhbaAccount', 'organizationalPerson'],
  })),
  'a person with what danhba never writes': adding(() => ({ description: 'x' })),
  'a person with a second name among the attributes': adding(({ person }) => ({ uid: person.id })),
  'a person with the key of an organization': adding(({ person }) => ({
    danhbaKey: `organization:${person.id}`,
  })),
  'a person who has ended already': adding(() => ({ danhbaState: 'terminated' })),
  'a service account': child('ou=services', 'cn=spy', {
    objectClass: ['applicationProcess', 'simpleSecurityObject'],
    userPassword: 'Tuy-Nhien-2026-va-hon-the',
  }),
  'a container': child('', 'ou=more', { objectClass: 'organizationalUnit' }),
  'a policy': child('ou=policies', 'cn=weak', {
    objectClass: ['namedPolicy', 'pwdPolicy'],
    pwdAttribute: 'userPassword',
  }),
  'a sibling of the sentinel': child('ou=danhba', 'cn=other', {
    objectClass: 'danhbaSentinel',
    danhbaProvince: 'laichau.gov.vn',
    danhbaCount: '0',
  }),

  'an address of another domain': on('person', ['replace', 'mail', 'x@gmail.com']),
  'an address of a domain that ends alike': on('person', ['replace', 'mail', 'x@evil-laichau.gov.vn']),
  'an address of a domain that begins alike': on('person', ['add', 'mail', 'x@laichau.gov.vn.evil.vn']),
  'an address that is no mailbox': on('person', ['replace', 'mail', '"x@gmail.com"@laichau.gov.vn']),
  'a former address of another domain': on('person', [
    'add',
    'danhbaFormerAddress',
    'x@gmail.com 2026-11-30',
  ]),
  'a policy that does not exist': pointer('none'),
  'the policy of the services': pointer('services'),
  'a policy that is another entry': (ground, client) =>
    client.modify(ground.person.dn, change('replace', 'pwdPolicySubentry', ground.person.dn)),
  'the mark taken away': on('person', ['delete', 'objectClass', 'danhbaAccount'], ['delete', 'danhbaKey']),
  'the key of an organization': on('person', ['replace', 'danhbaKey', 'organization:x']),
  'a key that is none': on('person', ['replace', 'danhbaKey', 'x']),
  'a class of others': on('person', ['add', 'objectClass', 'person']),
  'a class taken away': on('person', ['delete', 'objectClass', 'danhbaAccount']),
  'the class of a person taken away': on('person', ['delete', 'objectClass', 'inetOrgPerson']),
  'the name of another beside the own': on('person', ['add', 'uid', 'LC-000001']),
  'a manager': (ground, client) => client.modify(ground.person.dn, change('add', 'manager', ground.ended.dn)),
  'a reference': (ground, client) =>
    client.modify(ground.person.dn, change('add', 'seeAlso', ground.ended.dn)),
  'a web address': on('person', ['add', 'labeledURI', 'https://example.org']),
  'a description': on('person', ['add', 'description', 'x']),
  'a display name on a person': on('person', ['replace', 'displayName', 'x']),
  'another lock': on('person', ['replace', 'pwdAccountLockedTime', '000001010000Z']),
  'a beginning': on('person', ['replace', 'pwdStartTime', '29991230000000Z']),
  'the end of who is active': ({ person }, client) => client.del(person.dn),
  'a last access, under Relax': ({ person }, client) =>
    client.modify(person.dn, change('replace', 'authTimestamp', '20260101000000Z'), new Relax()),
  'a password’s age, under Relax': ({ person }, client) =>
    client.modify(person.dn, change('replace', 'pwdChangedTime', '20260101000000Z'), new Relax()),
  'a fourth state, under Relax': ({ person }, client) =>
    client.modify(person.dn, change('replace', 'danhbaState', 'sleeping'), new Relax()),
  'another domain, under Relax': ({ person }, client) =>
    client.modify(person.dn, change('add', 'danhbaAddress', 'x@gmail.com'), new Relax()),

  'an agency’s address of another domain': at('agency', 'replace', 'mail', 'x@gmail.com'),
  'an agency’s further address of another domain, under Relax': ({ agency }, client) =>
    client.modify(agency, change('add', 'danhbaAddress', 'x@gmail.com'), new Relax()),
  'an agency’s former address of another domain': at(
    'agency',
    'add',
    'danhbaFormerAddress',
    'x@a.vn 2026-11-30',
  ),
  'an agency’s fourth state, under Relax': ({ agency }, client) =>
    client.modify(agency, change('replace', 'danhbaState', 'sleeping'), new Relax()),
  'the key of a person on an agency': at('agency', 'replace', 'danhbaKey', 'person:x'),
  'a class of others on an agency': at('agency', 'add', 'objectClass', 'top'),
  'a class of an agency taken away': at('agency', 'delete', 'objectClass', 'danhbaAccount'),
  'a class too many of an agency taken away': at('agency', 'delete', 'objectClass', 'danhbaEntry'),
  'the class of an organization taken away': at('agency', 'delete', 'objectClass', 'organizationalUnit'),
  'a second name of an agency': at('agency', 'add', 'ou', 'other'),
  'a telephone of an agency': at('agency', 'add', 'telephoneNumber', '1'),
  'an agency’s policy that does not exist': (ground, client) =>
    client.modify(ground.agency, change('replace', 'pwdPolicySubentry', policy(ground, 'none'))),
  'the end of an agency that is active': ({ agency }, client) => client.del(agency),
  'an agency’s last access, under Relax': ({ agency }, client) =>
    client.modify(agency, change('replace', 'authTimestamp', '20260101000000Z'), new Relax()),

  'a description on a tombstone': at('tombstone', 'add', 'description', 'x'),
  'another class on a tombstone': at('tombstone', 'add', 'objectClass', 'top'),
  'the class of a tombstone taken away': at('tombstone', 'delete', 'objectClass', 'danhbaTombstone'),
  'another address on a tombstone': at('tombstone', 'add', 'cn', 'giamdoc@laichau.gov.vn'),
  'the end of a tombstone that gives way to none': ({ tombstone }, client) => client.del(tombstone),
  'another province': at('sentinel', 'replace', 'danhbaProvince', 'sonla.gov.vn'),
  'another name of the sentinel': at('sentinel', 'add', 'cn', 'other'),
  'a class of the sentinel': at('sentinel', 'add', 'objectClass', 'top'),
  'the class of the sentinel taken away': at('sentinel', 'delete', 'objectClass', 'danhbaSentinel'),
  'no province': at('sentinel', 'delete', 'danhbaProvince'),
  'this province taken away': at('sentinel', 'delete', 'danhbaProvince', 'laichau.gov.vn'),
  'the end of the sentinel': ({ sentinel }, client) => client.del(sentinel),

  'the password of a service': ({ bench }, client) =>
    setPassword(client, bench.subject.planner.dn, 'Tuy-Nhien-2026-va-hon-the'),
  'a value of a service': ({ bench }, client) =>
    client.modify(bench.subject.planner.dn, change('replace', 'description', 'x')),
  'the policy of a service': (ground, client) =>
    client.modify(
      ground.bench.subject.planner.dn,
      change('replace', 'pwdPolicySubentry', policy(ground, 'users')),
    ),
  'the lock of a service': ({ bench }, client) =>
    client.modify(bench.subject.planner.dn, change('replace', 'pwdEndTime', '19700101000000Z')),
  'the end of a service': ({ bench }, client) => client.del(bench.subject.planner.dn),
  'the policy of the services, weakened': (ground, client) =>
    client.modify(policy(ground, 'services'), change('replace', 'pwdMinLength', '1')),
  'the end of a policy': (ground, client) => client.del(policy(ground, 'users')),
  'a history that is forgotten': (ground, client) =>
    client.modify(policy(ground, 'users'), change('replace', 'pwdInHistory', '0')),
  'another module': (ground, client) =>
    client.modify(policy(ground, 'users'), change('replace', 'pwdCheckModule', 'other.so')),
  'a value of a container': ({ bench }, client) =>
    client.modify(`ou=people,${bench.base}`, change('replace', 'description', 'x')),
  'a value of the suffix': ({ bench }, client) => client.modify(bench.base, change('replace', 'o', 'x')),
  'the end of a container': ({ bench }, client) => client.del(`ou=policies,${bench.base}`),
};

const rename =
  (what: 'person' | 'ended', to: (ground: Ground) => string): Write =>
  (ground, client) =>
    client.modifyDN(ground[what].dn, to(ground));

/** The same by operations danhba never sends. */
export const unsentWrites: Readonly<Record<string, Write>> = {
  'a rename': rename('person', () => 'uid=renamed'),
  'a rename of what has ended': rename('ended', () => 'uid=renamed'),
  'a password as a name': rename('person', ({ person }) => `uid=${person.id}+userPassword=a`),
  'an address as a name': rename('person', () => 'mail=x@gmail.com'),
  'no policy as a name': rename(
    'person',
    (ground) => `pwdPolicySubentry=${policy(ground, 'none').replaceAll(',', '\\,').replaceAll('=', '\\=')}`,
  ),
  'a move among the tombstones': rename(
    'ended',
    ({ ended, bench }) => `uid=${ended.id},ou=tombstones,${bench.base}`,
  ),
  'a move among the services': rename(
    'ended',
    ({ ended, bench }) => `uid=${ended.id},ou=services,${bench.base}`,
  ),
  'a tombstone’s rename': ({ tombstone }, client) => client.modifyDN(tombstone, 'cn=other@laichau.gov.vn'),
  'a tombstone among the people': ({ tombstone, bench }, client) =>
    client.modifyDN(tombstone, `cn=x,ou=people,${bench.base}`),
  'the rename of a container': ({ bench }, client) => client.modifyDN(`ou=people,${bench.base}`, 'ou=folk'),
  'the rename of the sentinel': ({ sentinel }, client) => client.modifyDN(sentinel, 'cn=other'),
  'a service account among the people': ({ bench }, client) =>
    client.modifyDN(bench.subject.planner.dn, `cn=planner,ou=people,${bench.base}`),
  'the rename of an agency that has ended': ({ closed }, client) => client.modifyDN(closed, 'ou=renamed'),
  'the rename of an agency': ({ agency }, client) => client.modifyDN(agency, 'ou=renamed'),

  'the password of an entry of others, by RFC 3062': ({ stranger }, client) =>
    modifyPassword(client, stranger, 'Tuy-Nhien-2026'),
  'the password of an organization of others, by RFC 3062': ({ office }, client) =>
    modifyPassword(client, office, 'Tuy-Nhien-2026'),
  'the password of a service, by RFC 3062': ({ bench }, client) =>
    modifyPassword(client, bench.subject.planner.dn, 'Tuy-Nhien-2026-va-hon-the'),
};
