// What the lifecycle tests have in common: a server, danhba's own connection to it behind the proxy, and changes as a plan has them.

import { Attribute, Client, Change as LdapChange, ResultCodeError } from 'ldapts';
import { type Connection, connect } from '../../src/ldap/connect/connect.ts';
import { type PerformOptions, performChange } from '../../src/ldap/write/write.ts';
import type { Account, ActualAccount, ObservedAccount } from '../../src/model/account/account.ts';
import type { Key } from '../../src/model/account/key.ts';
import type { Result } from '../../src/model/plan/outcome.ts';
import type { Change, Creation, Deletion, Modification } from '../../src/model/plan/plan.ts';
import { observe } from '../../src/run/actual.ts';
import { Relax, type Subject } from '../contract/bench.ts';
import { startEmbeddedSubject, startSlapdSubject } from '../contract/subjects.ts';
import { type Fault, startProxy } from './proxy.ts';
import { readWorld, written } from './world.ts';

export const subjects: readonly (readonly [string, () => Promise<Subject>])[] = [
  ['slapd', startSlapdSubject],
  ['the embedded server', startEmbeddedSubject],
];

/** The embedded server knows no modify DN: what other hands rename or move is seen on slapd alone. */
export const renames = (start: () => Promise<Subject>): boolean => start === startSlapdSubject;

/** Passwords that keep every rule of 4.1. */
export const first = 'Mua-xuan-2026';
export const second = 'Mua-thu-2027!';
export const own = 'Cua-rieng-toi-9';

export interface Bench {
  readonly subject: Subject;
  readonly root: Client;
  /** As the reconciler. */
  readonly connection: Connection;
  readonly perform: (change: Change, options?: PerformOptions) => Promise<Result>;
  /** The same on another connection, which the proxy breaks as it is told. */
  readonly performThrough: (fault: Fault, change: Change, options?: PerformOptions) => Promise<Result>;
  readonly observe: (now?: Date) => ReturnType<typeof observe>;
  /** The account with this key, as danhba reads it. */
  readonly read: (key: string) => Promise<ObservedAccount>;
  /** A person's mailbox, made by danhba as an account would be; with the password where one is given. */
  readonly issue: (more?: Partial<Account>, password?: string) => Promise<ObservedAccount>;
  /** What the entry says, of what root may see; undefined where there is none. */
  readonly entry: (dn: string, ...attributes: string[]) => Promise<Record<string, string[]> | undefined>;
  /** Result code of logging in. */
  readonly login: (dn: string, password: string) => Promise<number>;
  readonly as: (dn: string, password: string) => Promise<Client>;
  /** Root replaces the values, under Relax. */
  readonly force: (dn: string, type: string, ...values: string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

let count = 0;

/** A person nobody has had yet. */
export function person(more: Partial<Account> = {}): Account {
  const id = `LC-${String(++count).padStart(6, '0')}`;
  const address = `an${count}.sotttt@laichau.gov.vn`;
  return {
    key: `person:${id}`,
    organization: 'sotttt',
    name: 'Nguyễn Văn An',
    family: 'Nguyễn',
    given: 'An',
    organizationName: 'Sở Thông tin và Truyền thông',
    privileged: false,
    mailbox: true,
    address,
    addresses: [address],
    state: 'active',
    since: '2026-03-02',
    issued: '2026-03-02',
    locked: false,
    ...more,
  };
}

const step = (kind: string, key: Key) => ({ id: `${kind} ${key}`, key, wave: 1, after: [] });
const declared = { code: 'declared', clause: '6.1' } as const;

export const creation = (account: Account, more: Partial<Creation> = {}): Creation => ({
  ...step('create', account.key),
  kind: 'create',
  number: 1,
  account,
  why: declared,
  ...more,
});

/** An entry as a change stands on it: what the server recorded of it is no part of that. */
export function withoutEvidence(observed: ObservedAccount): ActualAccount {
  const { lastAccess: _access, passwordChanged: _changed, mustChange: _must, ...base } = observed;
  return base;
}

/** The modification that gives these fields these values; undefined takes one away. */
export function modification(
  kind: Modification['kind'],
  observed: ObservedAccount,
  fields: { readonly [F in keyof Account]?: Account[F] | undefined },
  more: Partial<Modification> = {},
): Modification {
  const base = withoutEvidence(observed);
  const { dn: _dn, uuid: _uuid, ...old } = base;
  const wanted = Object.entries({ ...old, ...fields }).filter(([, value]) => value !== undefined);
  const account = Object.fromEntries(wanted) as unknown as Account;
  const names = Object.keys(fields) as Modification['fields'];
  return { ...step(kind, base.key), kind, base, account, fields: names, why: declared, ...more };
}

export const deletion = (base: ObservedAccount, more: Partial<Deletion> = {}): Deletion => ({
  ...step('delete', base.key),
  kind: 'delete',
  base,
  account: base,
  why: { code: 'term-elapsed', clause: '8.1' },
  ...more,
});

export async function startBench(start: () => Promise<Subject>): Promise<Bench> {
  const subject = await start();
  const proxy = await startProxy(subject.url);
  const { dn: bindDn, password } = subject.reconciler;
  const connection = await connect({ url: subject.url, bindDn, password });
  const { directory } = readWorld({});
  const as = async (dn: string, secret: string): Promise<Client> => {
    const client = new Client({ url: subject.url });
    await client.bind(dn, secret);
    return client;
  };
  const root = await as(subject.root.dn, subject.root.password);
  const look = (now = new Date()) => observe({ connection }, directory.policy, now);
  const read = async (key: string): Promise<ObservedAccount> => {
    const account = (await look()).accounts.find((one) => one.key === key);
    if (account === undefined) throw new Error(`no account ${key}`);
    return account;
  };
  const perform = async (change: Change, options?: PerformOptions): Promise<Result> =>
    await performChange((await connection.live()).client, subject, written(change), options);
  return {
    subject,
    root,
    connection,
    perform,
    performThrough: async (fault, change, options) => {
      const broken = await connect({ url: proxy.url, bindDn, password });
      proxy.set(fault);
      const result = await performChange((await broken.live()).client, subject, written(change), options);
      if (proxy.struck() !== 1) throw new Error('the connection was not broken');
      await broken.close();
      return result;
    },
    observe: look,
    read,
    issue: async (more = {}, secret) => {
      const account = person(more);
      const change = creation(account, secret === undefined ? {} : { credential: true });
      const result = await perform(change, secret === undefined ? {} : { password: secret });
      if (result.result !== 'applied') throw new Error(JSON.stringify(result));
      return await read(account.key);
    },
    entry: async (dn, ...attributes) => {
      try {
        const { searchEntries } = await root.search(dn, { scope: 'base', attributes });
        const { dn: _dn, ...values } = searchEntries[0]!;
        const present = Object.entries(values).map(
          ([name, some]) => [name, [some].flat().map(String)] as const,
        );
        return Object.fromEntries(present.filter(([, some]) => some.length > 0));
      } catch (thrown) {
        if (thrown instanceof ResultCodeError && thrown.code === 32) return undefined;
        throw thrown;
      }
    },
    login: async (dn, secret) => {
      try {
        await (await as(dn, secret)).unbind();
        return 0;
      } catch (thrown) {
        if (thrown instanceof ResultCodeError) return thrown.code;
        throw thrown;
      }
    },
    as,
    force: (dn, type, ...values) =>
      root.modify(
        dn,
        new LdapChange({ operation: 'replace', modification: new Attribute({ type, values }) }),
        new Relax(),
      ),
    stop: async () => {
      await root.unbind();
      await connection.close();
      await proxy.stop();
      await subject.stop();
    },
  };
}
