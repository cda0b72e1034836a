/** Looks at a directory server as danhba's accounts see it; nothing but the doctor's own entry is written. */

import type { UnreadReplica } from '../../model/account/account.ts';
import { sameDn, splitDn } from '../../model/account/dn.ts';
import type { Policy } from '../../model/directory/policy.ts';
import type { AddressBookFacts, DirectoryFacts, Examined, PlannerFacts } from '../../model/doctor/facts.ts';
import type { Trial } from '../../model/doctor/trial.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { readListening } from '../connect/access.ts';
import { type Connection, connect, explainOperation } from '../connect/connect.ts';
import type { LdapSettings } from '../connect/settings.ts';
import { readSentinel } from '../lease/sentinel.ts';
import { readPasswordPolicies } from '../read/password-policies.ts';
import { readReplicas } from '../read/replicas.ts';
import { lookAsAddressBook } from './address-book.ts';
import { type ClosedEntry, readContainers, readWhole } from './containers.ts';
import { readRootDse, readSchemaLack } from './published.ts';
import { readTransport } from './transport.ts';
import { tryRights } from './trial.ts';

export interface ExamineOptions {
  readonly settings: LdapSettings;
  /** The planner's account, where it is set beside the reconciler's, or why its settings cannot be used. */
  readonly planner?: Examined<LdapSettings>;
  /** The account of mail programs, or why its settings cannot be used; absent where its password is not set. */
  readonly addressBook?: Examined<LdapSettings>;
  /** The DN of the planner's account, where one is set. */
  readonly plannerDn?: string;
  /** The replicas this machine may send its password to. */
  readonly allowedReplicas: readonly string[];
  readonly policy: Policy;
  readonly now: () => Date;
}

/** @throws ExpectedError where the server cannot be reached, is not trusted, refuses, or is lost. */
export async function examineDirectory(options: ExamineOptions): Promise<DirectoryFacts> {
  const { settings, planner, now } = options;
  const transport = await readTransport(settings, now());
  const connection = await connect({ ...settings, waitSeconds: 0 });
  let beside: Examined<Connection> | undefined;
  try {
    beside = planner && (await connectAs(planner));
    return { transport, ...(await examine(connection, beside, options)) };
  } catch (thrown) {
    throw explainOperation(thrown, connection);
  } finally {
    await connection.close();
    if (beside !== undefined && 'facts' in beside) await beside.facts.close();
  }
}

/** What is wrong with another account keeps nobody from looking with the reconciler's. */
async function connectAs(account: Examined<LdapSettings>): Promise<Examined<Connection>> {
  if ('refused' in account) return account;
  try {
    return { facts: await connect({ ...account.facts, waitSeconds: 0 }) };
  } catch (thrown) {
    if (thrown instanceof ExpectedError) return { refused: thrown.remark };
    throw thrown;
  }
}

async function examine(
  connection: Connection,
  beside: Examined<Connection> | undefined,
  { plannerDn, addressBook, policy, settings, allowedReplicas, now }: ExamineOptions,
): Promise<Omit<DirectoryFacts, 'transport'>> {
  const { client } = await connection.live();
  const role = roleOf(connection.bindDn, plannerDn);
  const { versions, lacksControls, schemaDn, renames } = await readRootDse(client);
  const schema = await readSchemaLack(client, schemaDn);
  const sentinel = await readSentinel(client, policy);
  const { containers, closed, ...seen } = await readContainers(connection, policy);
  const whole = await readWhole(connection, policy);
  const policies =
    containers.policies.result === 'read' ? await readPasswordPolicies(connection, policy) : [];
  const isOurs = sentinel === undefined || sentinel.province === policy.domain;
  const { replicas = [], unmanaged = [] } = policy;
  const without = new Set<string>([
    ...unmanaged,
    ...(schema?.attributes ?? []),
    ...(schema?.classes ?? []).map((one) => one.split(' ')[1] ?? ''),
    // It would name a policy that is not there, and any password would do.
    ...(policies.some(({ name }) => name === 'administrators') ? [] : ['pwdPolicySubentry']),
  ]);
  // Without assertions nothing would prove, at each request, whose entry it is.
  const canBeTried = isOurs && lacksControls.length === 0 && containers.people.result !== 'missing';
  const trial: Trial = canBeTried
    ? await tryRights(connection, {
        ...{ tree: policy, domain: policy.domain, without, renames, now },
        ...(beside && 'facts' in beside && { planner: beside.facts }),
        mustFail: role === 'planner',
      })
    : { result: 'untried' };
  return {
    ...{ role, versions, lacksControls, schema, containers, whole, policies, trial },
    ...seen,
    sentinel,
    listening: await readListening(connection, now()),
    unreadReplicas: await readUnread(connection, replicas, { settings, allowedReplicas, policy, now }),
    ...(beside && { planner: await asPlanner(beside, policy) }),
    ...(addressBook && { addressBook: await asAddressBook(addressBook, policy, closed) }),
  };
}

async function asPlanner(beside: Examined<Connection>, policy: Policy): Promise<PlannerFacts> {
  if ('refused' in beside) return beside;
  const { containers, managed } = await readContainers(beside.facts, policy);
  return { facts: { containers, managed, whole: await readWhole(beside.facts, policy) } };
}

/** One connection more, for two searches. */
async function asAddressBook(
  account: Examined<LdapSettings>,
  policy: Policy,
  closed: readonly ClosedEntry[],
): Promise<Examined<AddressBookFacts>> {
  const opened = await connectAs(account);
  if ('refused' in opened) return opened;
  const connection = opened.facts;
  try {
    const { client } = await connection.live();
    return { facts: await lookAsAddressBook(client, policy, closed) };
  } catch (thrown) {
    const explained = explainOperation(thrown, connection);
    if (explained instanceof ExpectedError) return { refused: explained.remark };
    throw explained;
  } finally {
    await connection.close();
  }
}

async function readUnread(
  main: Connection,
  named: readonly string[],
  { settings, allowedReplicas: allowed, policy: tree, now }: Omit<ExamineOptions, 'planner'>,
): Promise<readonly UnreadReplica[]> {
  if (named.length === 0) return [];
  return (await readReplicas(named, { main, allowed, settings, tree, now: now() })).unread;
}

/** As servers/openldap/base.ldif names them, or as the settings do. */
function roleOf(bindDn: string, plannerDn: string | undefined): DirectoryFacts['role'] {
  if (plannerDn !== undefined) return sameDn(bindDn, plannerDn) ? 'planner' : 'reconciler';
  return splitDn(bindDn).rdn.some(({ value }) => value.toLowerCase() === 'planner')
    ? 'planner'
    : 'reconciler';
}
