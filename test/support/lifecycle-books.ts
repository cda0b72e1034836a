/** Books kept beside the server, from the files and the days alone: what no run may do, whatever came before it. */
import type { ObservedAccount } from '../../src/model/account/account.ts';
import { parseKey } from '../../src/model/account/key.ts';
import type { Declared } from '../../src/model/directory/declared.ts';
import type { AccountChange, Modification, Plan } from '../../src/model/plan/plan.ts';
import { addMonths, dateOfGeneralizedTime } from '../../src/model/time/date.ts';
import { isCorrection } from '../../src/naming/person/correction.ts';
import type { Deed } from './lifecycle-hand.ts';
import { everybody, type PersonRecord, type Province, tombstoneYears } from './lifecycle-province.ts';

interface Rest {
  readonly id: string;
  readonly until: string;
}

export interface Books {
  /** To be called for each change that was carried out, in order. */
  readonly note: (
    change: AccountChange,
    declared: readonly Declared[],
    before: ObservedAccount | undefined,
  ) => void;
  /** To be called with what the server shows after any run, whole or crashed. */
  readonly audit: (accounts: readonly ObservedAccount[]) => void;
  /** To be called with what a run has read: since when each mailbox has been locked, and since when logins are seen. */
  readonly hear: (accounts: readonly ObservedAccount[], recording: boolean, real: string) => void;
  /** To be called before a hand changes an entry: what it leaves is not danhba's doing. */
  readonly touch: (deed: Deed) => void;
  /** To be called after a whole run: who is not held is as the files say. */
  readonly settle: (accounts: readonly ObservedAccount[], declared: readonly Declared[], plan: Plan) => void;
}

const idOf = (key: string): string => {
  const parsed = parseKey(key);
  return `${parsed?.kind}:${parsed?.id}`;
};

export function makeBooks(province: Province): Books {
  const resting = new Map<string, Rest>();
  const owners = new Map<string, string>();
  const resets = new Set<string>();
  /** By UUID and state: the day of the run that locked the mailbox, or first saw it locked and stamped. */
  const locks = new Map<string, string>();
  /** Entries a hand has changed, and keys it gave to entries: not all that is wrong with them is a run's fault. */
  const touched = new Set<string>();
  let heard: string | undefined;

  const hear: Books['hear'] = (accounts, recording, real) => {
    heard = recording ? (heard ?? real) : undefined;
    for (const { uuid, locked, lockedOn } of accounts) {
      if (locked === true && lockedOn !== undefined) continue;
      for (const key of locks.keys()) if (key.startsWith(`${uuid}|`)) locks.delete(key);
    }
  };

  const touch: Books['touch'] = ({ was, entry }) => {
    if (entry !== undefined) touched.add(entry.uuid).add(idOf(entry.key));
    if (was !== undefined) touched.add(was);
  };

  /** Who has ever had an address as one of an agency's own: it may be taken back from a successor. */
  const agencies = new Map<string, Set<string>>();

  const mayTake = (address: string, key: string, declared: readonly Declared[]): boolean => {
    if (agencies.get(address)?.has(key)) return true;
    const rest = resting.get(address);
    if (rest === undefined || rest.id === idOf(key) || rest.until < province.today) return true;
    if (province.grants.some((grant) => grant.address === address && grant.holder === key)) return true;
    return declared.some(
      (one) =>
        one.kind === 'organization' &&
        one.addresses.includes(address) &&
        successorsOf(one.organization.id, province).includes(key),
    );
  };

  const note: Books['note'] = (change, declared, before) => {
    const { today } = province;
    const fail = (what: string): never => {
      throw new Error(`${today}: ${change.id} (${change.why.code}): ${what}`);
    };
    const had = 'base' in change ? change.base.addresses : [];
    const has = change.kind === 'delete' ? [] : change.account.addresses;
    for (const address of has) {
      if (!had.includes(address) && !mayTake(address, change.key, declared)) {
        fail(`takes ${address}, which rests for ${resting.get(address)?.id}`);
      }
      resting.delete(address);
    }
    if (
      change.kind !== 'delete' &&
      change.key.startsWith('organization:') &&
      change.account.address !== undefined
    ) {
      const { address } = change.account;
      agencies.set(address, (agencies.get(address) ?? new Set()).add(change.key));
    }
    for (const address of had) {
      if (has.includes(address)) continue;
      resting.set(address, { id: idOf(change.key), until: addMonths(today, 12 * tombstoneYears) });
    }
    const records = recordsOf(province, change.key);
    if ('base' in change && change.kind !== 'delete') noteAuthority(change, province, fail);
    const isOver = ({ termination }: PersonRecord) =>
      termination !== undefined && termination.decided <= today;
    // Until the day a file says somebody leaves it, that file has the person: any other mailbox is a former one.
    const isLeavingAnother = (organization: string | undefined) =>
      records.some(
        ({ home, person }) => home !== organization && !isOver(person) && person.termination !== undefined,
      );
    if (change.kind === 'create') {
      if (change.account.state === 'terminated') fail('is made only to have ended');
      if (idOf(change.key).startsWith('person:')) {
        if (records.length > 0 && records.every(({ person }) => isOver(person)))
          fail('is made though it has ended');
        const notice = change.account.state === 'suspended' ? change.account.notice?.slice(-10) : undefined;
        if (notice !== undefined && addMonths(notice, 13) < today)
          fail('is made though its term has elapsed');
      }
    }
    if (change.kind !== 'delete' && change.account.locked === true && 'base' in change) {
      const key = `${change.base.uuid}|${change.account.state}`;
      if (change.base.locked !== true || change.base.state !== change.account.state || !locks.has(key))
        locks.set(key, today);
    }
    if (change.kind === 'delete') {
      const locked = locks.get(`${change.base.uuid}|${change.base.state}`);
      const isOwn = change.base.uuid.startsWith('uuid-');
      if (isOwn && (locked === undefined || addMonths(locked, 12) >= today)) fail(`was locked on ${locked}`);
      const { state, since } = change.base;
      // Of several records of one key, that of the house that has the mailbox speaks for it.
      const notice = declared
        .filter(({ key }) => key === change.key)
        .map(({ declaration }) => declaration?.suspension?.notice?.date)
        .find((date) => date !== undefined);
      const from = state === 'suspended' ? notice : state === 'terminated' ? since : undefined;
      if (from === undefined || addMonths(from, 12) >= today)
        fail(`of ${state} since ${since}, notice ${notice}`);
      const home = records.find(({ home }) => home === change.base.organization)?.person;
      const stays = home !== undefined && !isOver(home) && home.suspension === undefined;
      if (stays && !isLeavingAnother(change.base.organization) && change.key === idOf(change.key))
        fail('is declared, and declared in good standing');
    }
    if (change.kind === 'suspend' && change.why.code === 'inactive') {
      const { issued, restored } = change.base;
      const access = before?.lastAccess === undefined ? undefined : dateOfGeneralizedTime(before.lastAccess);
      const last =
        [issued, restored, access, heard ?? '9999']
          .filter((day) => day !== undefined)
          .sort()
          .at(-1) ?? '';
      if (addMonths(last, 6) >= today) fail(`was used on ${last}`);
      // Of several records the one of the house that has the mailbox.
      const own = declared.filter(({ key }) => key === change.key);
      const spoken = own.find(({ organization }) => organization.id === change.base.organization) ?? own[0];
      const absent = spoken?.declaration?.absence?.until ?? '';
      if (absent >= today) fail(`is away until ${absent}`);
    }
    const wasLive = 'base' in change && (change.base.state === 'active' || change.base.state === 'suspended');
    if (wasLive && idOf(change.key).startsWith('person:')) {
      const { organization } = change.base;
      const stays = records.some(({ home, person }) => home === organization && !isOver(person));
      const elsewhere = records.some(({ home, person }) => home !== organization && !isOver(person));
      const recorded = records.some(({ home, person }) => home === organization && isOver(person));
      if (change.kind === 'terminate' && stays) fail('ends though its file has it');
      if (change.kind === 'terminate' && elsewhere && !recorded) fail('ends though another file has it');
      if (change.kind === 'transfer' && stays && !isLeavingAnother(organization))
        fail('moves though its file has it');
    }
    if (change.credential && change.account.reset !== undefined) {
      const uuid = 'base' in change ? change.base.uuid : '';
      const old = 'base' in change ? change.base.reset : undefined;
      if (uuid !== '' && change.account.reset !== old) {
        const mark = `${uuid} ${change.account.reset}`;
        if (resets.has(mark)) fail(`resets twice for ${change.account.reset}`);
        resets.add(mark);
      }
    }
    if (change.kind === 'reset' && !change.credential) fail('resets without a password');
  };

  const audit: Books['audit'] = (accounts) => {
    const live = new Map<string, string>();
    const holders = new Map<string, string>();
    for (const account of accounts) {
      const { key, uuid, state, locked, lockedOn, addresses, mailbox } = account;
      const id = idOf(key);
      const lock = `${uuid}|${state}`;
      if (locked === true && lockedOn !== undefined && !locks.has(lock)) locks.set(lock, province.today);
      const owner = owners.get(uuid);
      if (owner !== undefined && owner !== id) throw new Error(`${uuid} was ${owner}'s and is ${id}'s`);
      owners.set(uuid, id);
      for (const address of addresses) {
        const other = holders.get(address);
        if (other !== undefined) throw new Error(`${address} is held by ${other} and ${key}`);
        holders.set(address, key);
      }
      const isLocked = state === 'suspended' || state === 'terminated';
      if (mailbox && isLocked !== (locked === true) && !touched.has(uuid)) {
        throw new Error(`${key} is ${state} and ${locked ? 'locked' : 'not locked'}`);
      }
      if (state !== 'active' && state !== 'suspended') continue;
      const other = live.get(id);
      if (other !== undefined && !touched.has(id)) {
        throw new Error(`${id} has two live mailboxes: ${other} and ${key}`);
      }
      live.set(id, key);
    }
  };

  const settle: Books['settle'] = (accounts, declared, { held }) => {
    const { today } = province;
    const waits = new Set(['notice-missing', 'deletion-not-due']);
    const stuck = new Set(held.filter(({ code }) => !waits.has(code)).map(({ key }) => key));
    for (const { key, declaration, organization, kind } of declared) {
      if (stuck.has(key) || declaration === undefined) continue;
      const { termination, suspension, restoration } = declaration;
      const account = accounts.find((one) => one.key === key);
      const gone = organization.dissolved !== undefined && organization.dissolved.date <= today;
      const twice = declared.some((one) => one.key === key && one.declaration !== declaration);
      const over =
        (termination !== undefined && termination.decided <= today) || (kind === 'organization' && gone);
      const lifted =
        restoration !== undefined && suspension !== undefined && restoration.date >= suspension.date;
      const locked =
        suspension !== undefined && suspension.date <= today && !(lifted && restoration.date <= today);
      if (twice) continue;
      const expected = over ? 'terminated' : locked ? 'suspended' : 'active';
      // What is over for good is not there any more, or never was.
      if (account === undefined || !account.mailbox) {
        if (expected === 'active') throw new Error(`${today}: ${key} is wanted and not there`);
        continue;
      }
      const byJob = expected === 'active' && account.state === 'suspended' && account.reason === 'inactivity';
      if (account.state !== expected && !byJob) {
        throw new Error(`${today}: ${key} is ${account.state}, and ${expected} by its file`);
      }
    }
  };

  return { note, hear, touch, audit, settle };
}

/** No mailbox, password or name passes to another human, or another organization, by the word of one file. */
function noteAuthority(
  { key, base, account, credential, kind }: Modification,
  province: Province,
  fail: (what: string) => never,
): void {
  const { today, organizations } = province;
  const records = recordsOf(province, key);
  const isHuman = idOf(key).startsWith('person:');
  if (isHuman && !isCorrection(base.name, account.name)) {
    const documented = records.some(({ person }) => (person.nameChange?.date ?? '9999') <= today);
    if (!documented) fail(`${base.name}'s mailbox becomes ${account.name}'s`);
  }
  const [from, to] = [base.organization ?? '', account.organization ?? ''];
  if (isHuman && from !== to && kind !== 'transfer') {
    if (credential && base.state !== 'terminated')
      fail('is given a password along with another organization');
    const succeeded = successorsOf(from, province).includes(`organization:${to}`);
    const ended = (organizations.get(from)?.dissolved?.date ?? '9999') <= today;
    const released = records.some(
      ({ home, person: { termination } }) =>
        home === from &&
        termination?.reason === 'transfer' &&
        termination.decided <= today &&
        (termination.to ?? to) === to,
    );
    const isBack = base.former?.some((line) => line.startsWith(`${account.address} `)) === true;
    // What is missing, or nobody's, is no organization that could let go.
    const isUnknown = !organizations.has(from);
    if (!(released || (succeeded && ended) || isBack || isUnknown)) {
      fail(`goes from ${from} to ${to}, which did not let go`);
    }
  }
  if (base.state === 'terminated' && account.state !== 'terminated' && base.mailbox) {
    if (!credential) fail('wakes with the password it had');
    const own = organizations.get(idOf(key).replace('organization:', ''))?.mailbox;
    const declarations = isHuman ? records.map(({ person }) => person) : own === 'none' || !own ? [] : [own];
    // An end dated ahead was written by a clock that is: it counts as today's.
    const since = base.since !== undefined && base.since > today ? today : (base.since ?? '');
    const asked = declarations.some(
      ({ restoration }) => restoration && restoration.date <= today && restoration.date >= since,
    );
    const dissolved = organizations.get(idOf(key).replace('organization:', ''))?.dissolved;
    const isTakenBack = base.reason === 'dissolved' && !((dissolved?.date ?? '9999') <= today);
    if (!asked && base.reason !== 'transfer' && !isTakenBack)
      fail(`wakes though nobody asked (${base.reason})`);
  }
}

/** What the files say of a person, those no run can read just now too. */
const recordsOf = (
  province: Province,
  key: string,
): { readonly home: string; readonly person: PersonRecord }[] =>
  everybody(province)
    .filter(({ person }) => `person:${person.id}` === idOf(key))
    .map(({ home, person }) => ({ home: home.id, person }));

function successorsOf(id: string, { organizations }: Province): string[] {
  const keys: string[] = [];
  for (
    let one = organizations.get(id)?.dissolved?.successor;
    one !== undefined && !keys.includes(`organization:${one}`);
  ) {
    keys.push(`organization:${one}`);
    one = organizations.get(one)?.dissolved?.successor;
  }
  return keys;
}
