/** A directory server in memory that refuses what slapd refuses: what a run does to it is what a run would do. */
import type { Account, ObservedAccount, Tombstone } from '../../src/model/account/account.ts';
import type { AccountChange, Change, Plan } from '../../src/model/plan/plan.ts';
import { diffFields } from '../../src/plan/draft.ts';
import { dnOf } from './world.ts';

export type Done = 'applied' | 'already';

/** What a change did to one entry, for those who keep books beside the server. */
export interface Deed {
  readonly change: AccountChange;
  readonly before: ObservedAccount | undefined;
  readonly after: ObservedAccount | undefined;
}

export interface LifecycleServer {
  readonly accounts: () => readonly ObservedAccount[];
  readonly tombstones: () => readonly Tombstone[];
  readonly find: (key: string) => ObservedAccount | undefined;
  /** Throws where slapd would refuse; retires addresses first, as `performChange` does. */
  readonly perform: (change: Change) => Done;
  /** The tombstones of a change and nothing more: a run that was killed between the two. */
  readonly layOnly: (change: AccountChange) => void;
  /** The overlay's trace of a login; a locked account gets none and the answer is false. */
  readonly login: (key: string, time: string) => boolean;
  /** The same at one entry, where several may have the key. */
  readonly enter: (dn: string | undefined, time: string) => boolean;
  /** Another hand puts this in the place of the entry at the DN, or takes it away: nothing is refused. */
  readonly force: (was: string | undefined, entry: ObservedAccount | undefined) => void;
  /** What a hand does to an entry behind everybody's back. */
  readonly tamper: (key: string, fields: Partial<ObservedAccount>) => void;
  readonly deeds: readonly Deed[];
}

/** Begins with these entries; their DNs and UUIDs are kept. */
export function makeLifecycleServer(initial: readonly ObservedAccount[] = []): LifecycleServer {
  const entries = new Map(initial.map((account) => [account.dn, account]));
  const tombstones = new Map<string, Tombstone>();
  const deeds: Deed[] = [];
  let made = 0;

  const lay = (change: AccountChange) => {
    const holder = 'base' in change ? change.base.key : change.key;
    for (const { address, until } of change.retires ?? [])
      tombstones.set(address, { address, holder, until });
  };

  /** The overlay looks at what a request brings, not at what was there before. */
  const put = (entry: ObservedAccount, before?: ObservedAccount) => {
    const brought = entry.addresses.filter((address) => !before?.addresses.includes(address));
    for (const other of entries.values()) {
      if (other.dn === entry.dn) continue;
      if (other.key === entry.key && before?.key !== entry.key) {
        throw new Error(`19 unique: danhbaKey ${entry.key}`);
      }
      const twice = brought.find((address) => other.addresses.includes(address));
      if (twice !== undefined) throw new Error(`19 unique: danhbaAddress ${twice} (${other.key})`);
    }
    for (const line of entry.former ?? []) {
      const [address = ''] = line.split(' ');
      if (!entry.addresses.includes(address)) throw new Error(`former ${line} is no address of ${entry.key}`);
    }
    const isBrought =
      entry.address !== before?.address || before?.addresses.join() !== entry.addresses.join();
    if (isBrought && entry.address !== undefined && !entry.addresses.includes(entry.address)) {
      throw new Error(`mail ${entry.address} is no address of ${entry.key}`);
    }
    entries.set(entry.dn, entry);
  };

  const perform = (change: Change): Done => {
    if (change.account === undefined) return 'applied';
    const { account } = change;
    if (change.kind === 'create') {
      lay(change);
      const dn = dnOf(change.key, change.number);
      const there = entries.get(dn);
      if (there !== undefined) {
        if (diffFields(there, account).length === 0) return 'already';
        throw new Error(`68 entryAlreadyExists: ${dn}`);
      }
      if (account.mailbox !== (change.credential === true)) {
        throw new Error(`${change.id}: a password is made for mailboxes, and for them alone`);
      }
      made += 1;
      // The UUID tells where danhba put the entry, for hands that put it back.
      const after: ObservedAccount = { ...account, dn, uuid: `uuid-${made} ${dn}` };
      put(after);
      deeds.push({ change, before: undefined, after });
      return 'applied';
    }
    lay(change);
    const { base } = change;
    const before = entries.get(base.dn);
    if (change.kind === 'delete') {
      if (![...entries.values()].some(({ uuid }) => uuid === base.uuid)) return 'already';
      assertBase(before, base, change.id);
      entries.delete(base.dn);
      deeds.push({ change, before, after: undefined });
      return 'applied';
    }
    if (before?.uuid === base.uuid && diffFields(before, account).length === 0) return 'already';
    assertBase(before, base, change.id);
    const { lastAccess, passwordChanged } = before;
    const fields = diffFields(base, account);
    if (fields.length === 0 || fields.join() !== change.fields.join()) {
      throw new Error(`${change.id}: tells ${change.fields} and changes ${fields}`);
    }
    const wakes = base.state === 'terminated' && account.state === 'active' && base.mailbox;
    const resets = fields.includes('reset') || (account.mailbox && !base.mailbox) || wakes;
    // 9.1: another custodian may bring another password, and need not.
    if (resets !== (change.credential === true) && !fields.includes('custodian'))
      throw new Error(`${change.id}: a password without a request, or none with one`);
    const after: ObservedAccount = {
      ...account,
      dn: base.dn,
      uuid: base.uuid,
      ...(lastAccess !== undefined && { lastAccess }),
      ...(passwordChanged !== undefined && { passwordChanged }),
    };
    put(after, before);
    deeds.push({ change, before, after });
    return 'applied';
  };

  const find = (key: string) => [...entries.values()].find((entry) => entry.key === key);

  const enter: LifecycleServer['enter'] = (dn = '', time) => {
    const entry = entries.get(dn);
    if (entry === undefined || !entry.mailbox || entry.locked !== false) return false;
    entries.set(dn, { ...entry, lastAccess: time });
    return true;
  };

  return {
    accounts: () => [...entries.values()],
    tombstones: () => [...tombstones.values()],
    find,
    perform,
    layOnly: lay,
    login: (key, time) => enter(find(key)?.dn, time),
    enter,
    force: (was, entry) => {
      if (was !== undefined) entries.delete(was);
      if (entry !== undefined) entries.set(entry.dn, entry);
    },
    tamper: (key, fields) => {
      const entry = find(key);
      if (entry === undefined) throw new Error(`no entry ${key}`);
      entries.set(entry.dn, { ...entry, ...fields });
    },
    deeds,
  };
}

/** Every change of the plan, or only the first so many, in the order of waves; what needs a lost one is lost. */
export function performPlan(server: LifecycleServer, plan: Plan, count = plan.changes.length): void {
  const done = new Set<string>();
  const ids = new Set(plan.changes.map(({ id }) => id));
  for (const change of plan.changes.slice(0, count)) {
    const missing = change.after.filter((id) => ids.has(id) && !done.has(id));
    if (missing.length > 0) throw new Error(`${change.id} comes before ${missing}`);
    server.perform(change);
    done.add(change.id);
  }
}

function assertBase(
  before: ObservedAccount | undefined,
  base: Account & { readonly uuid: string; readonly lastAccess?: string | null },
  id: string,
): asserts before is ObservedAccount {
  if (before === undefined) throw new Error(`32 noSuchObject: ${id}`);
  if (before.uuid !== base.uuid || diffFields(before, base).length > 0) {
    throw new Error(`122 assertionFailed: ${id}`);
  }
  if (base.lastAccess !== undefined && base.lastAccess !== (before.lastAccess ?? null)) {
    throw new Error(`122 assertionFailed: ${id}: last access`);
  }
}
