/** Judges what is seen of the directory server without writing anything: how it is reached, what it knows and holds. */

import { containerName } from '../model/account/places.ts';
import type { Policy } from '../model/directory/policy.ts';
import type {
  ContainerName,
  ContainerRead,
  Containers,
  DirectoryFacts,
  Examined,
} from '../model/doctor/facts.ts';
import { containerNames } from '../model/doctor/facts.ts';
import { type ServerCheckId, serverCheckIds } from '../model/doctor/finding.ts';
import type { Remark } from '../model/problems/remark.ts';
import { comparePasswordPolicies } from '../plan/compare/password-policies.ts';
import {
  each,
  failed,
  type Judged,
  type ServerFound,
  sound,
  told,
  unseen,
  warning,
} from './server-finding.ts';
import { judgeTrial } from './trial.ts';

export type DirectoryCheckId = Extract<ServerCheckId, `ldap-${string}`>;

const ids = serverCheckIds.filter((id): id is DirectoryCheckId => id.startsWith('ldap-'));

/** A certificate is renewed in weeks, not on the day it ends. */
const certificateDays = 30;
/** What slapd gives whoever is not named under `limits` (sizelimit): to have read more proves that there is no such ceiling. */
const usualCeiling = 500;

export function judgeDirectory(examined: Examined<DirectoryFacts>, policy: Policy): Judged<DirectoryCheckId> {
  if ('refused' in examined) {
    const isOfTls = /^ldap-(plaintext|starttls|certificate\b)/.test(examined.refused.says);
    const id: DirectoryCheckId = isOfTls ? 'ldap-tls' : 'ldap-reachable';
    return { ...each(ids, unseen('ldap')), [id]: told(examined.refused) };
  }
  const { facts } = examined;
  return {
    'ldap-reachable': sound,
    'ldap-tls': judgeTransport(facts),
    'ldap-version': facts.versions.includes('3') ? sound : failed('version-other', { names: facts.versions }),
    'ldap-controls':
      facts.lacksControls.length === 0 ? sound : failed('controls-lacking', { names: facts.lacksControls }),
    'ldap-schema': judgeSchema(facts),
    'ldap-containers': judgeContainers(facts, policy),
    'ldap-sentinel': judgeSentinel(facts, policy),
    'ldap-limits': judgeLimits(facts),
    'ldap-policies': judgePolicies(facts, policy),
    'ldap-overlay-lastbind': judgeListening(facts),
    'ldap-logins': judgeLogins(facts),
    'ldap-replicas': judgeReplicas(facts),
    ...judgeTrial(facts),
    'ldap-addressbook': judgeAddressBook(facts),
  };
}

function judgeTransport({ transport }: DirectoryFacts): ServerFound {
  if (transport.kind === 'plain') return transport.loopback ? sound : failed('tls-none', {});
  const { daysLeft: days } = transport;
  return days < certificateDays ? warning('tls-ends', { days }) : sound;
}

function judgeSchema({ schema }: DirectoryFacts): ServerFound {
  if (schema === undefined) return unseen('schema');
  const names = [...schema.attributes, ...schema.classes];
  return names.length === 0 ? sound : failed('schema-lacking', { names });
}

/** As the policy calls them. */
const namesWhere = (containers: Containers, result: ContainerRead['result'], policy: Policy) =>
  containerNames.filter((name) => containers[name].result === result).map((name) => rdnOf(name, policy));

function rdnOf(name: ContainerName, policy: Policy): string {
  if (name === 'people') return containerName(policy, 'person');
  return name === 'organizations' ? containerName(policy, 'organization') : `ou=${name}`;
}

function judgeContainers({ containers }: DirectoryFacts, policy: Policy): ServerFound {
  const names = namesWhere(containers, 'missing', policy);
  return names.length === 0 ? sound : failed('containers-missing', { names });
}

/** Whether all accounts were read: only then their number says anything. */
const isWhole = ({ people, organizations }: Containers): boolean =>
  people.result === 'read' && organizations.result === 'read';

function judgeSentinel(
  { sentinel, containers, managed: seen }: DirectoryFacts,
  { domain }: Policy,
): ServerFound {
  if (sentinel === undefined) return sound;
  const { province, count = 0 } = sentinel;
  if (province !== domain) return failed('province-other', { province, domain });
  if (!isWhole(containers)) return unseen('containers');
  return seen < count ? failed('entries-missing', { seen, count }) : sound;
}

function judgeLimits({ role, containers, whole, planner }: DirectoryFacts): ServerFound {
  const own = refusalIn({ containers, whole });
  if (own !== undefined) return failed('limits-refused', { role, what: own });
  const beside = planner !== undefined && 'facts' in planner ? planner.facts : undefined;
  const other = beside && refusalIn(beside);
  if (other !== undefined) return failed('limits-refused', { role: 'planner', what: other });
  return [whole, beside?.whole ?? whole].every(isBeyond) ? sound : unseen('few');
}

function refusalIn({ containers, whole }: Pick<DirectoryFacts, 'containers' | 'whole'>): Remark | undefined {
  if ('refused' in whole) return whole.refused;
  return containerNames.map((name) => containers[name]).find((one) => one.result === 'ended')?.what;
}

const isBeyond = (whole: Examined<number>): boolean => 'facts' in whole && whole.facts > usualCeiling;

function judgePolicies({ containers, policies }: DirectoryFacts, policy: Policy): ServerFound {
  if (containers.policies.result !== 'read') return unseen('containers');
  const { corrections, missing } = comparePasswordPolicies(policies, policy, '');
  if (missing.size > 0) return failed('policies-missing', { names: [...missing] });
  const names = corrections.flatMap(({ base, attributes }) => attributes.map((one) => `${base.name} ${one}`));
  return names.length === 0 ? sound : warning('policies-differ', { names });
}

function judgeListening({ listening }: DirectoryFacts): ServerFound {
  if ('day' in listening) return sound;
  return failed(listening.doubt === 'not-recorded' ? 'lastbind-none' : 'lastbind-hidden', {});
}

function judgeLogins({ containers, managed, anyLogin }: DirectoryFacts): ServerFound {
  if (!isWhole(containers)) return unseen('containers');
  if (managed === 0) return unseen('empty');
  return anyLogin ? sound : warning('logins-none', {});
}

function judgeReplicas({ unreadReplicas: [first] }: DirectoryFacts): ServerFound {
  return first === undefined ? sound : failed('replica-unread', { url: first.url, what: first.detail });
}

/** Nothing is said of what it may write: that would be tried on somebody's entry. */
function judgeAddressBook({ addressBook, open, containers }: DirectoryFacts): ServerFound {
  if (addressBook === undefined) return unseen('addressbook');
  if ('refused' in addressBook) return told(addressBook.refused);
  const { found, closed, beyond } = addressBook.facts;
  if (closed.length > 0) return failed('book-finds', { names: closed });
  if (beyond.length > 0) return failed('book-reads', { names: beyond });
  // Whom it must find, and whom not, was not read.
  if (!isWhole(containers)) return unseen('containers');
  if (open === 0) return unseen('empty');
  return found === 0 ? failed('book-blind', { open }) : sound;
}
