/**
 * All quiet people of a directory, in numbers alone, found by key and by address. Whoever has to be looked at after all is
 * woken, and is quiet no more.
 */
import { toldKey } from '../model/account/key.ts';
import type { KeyedHash } from '../model/quiet/keyed-hash.ts';
import type { LeaveOut, QuietPeople } from '../model/quiet/quiet.ts';
import { countRows, makeRowIndex, row } from './rows.ts';
import type { RowDigest } from './summary.ts';

/** Of one file. */
export interface FileRows {
  /** The id of the organization. */
  readonly organization: string;
  readonly rows: Uint32Array;
}

/** Keys and addresses that somebody else has, or has a word in. */
export interface Tokens {
  readonly keys: Iterable<string>;
  readonly addresses: Iterable<string>;
  /** Keys of people a file may name without waking them, as long as they are its own: by the organization's id. */
  readonly own?: ReadonlyMap<string, string>;
}

/** Those that were left out of a read, or would be. */
export interface LeftOut extends QuietPeople {
  /** True where a server has seen one of them log in. */
  readonly isUsed: boolean;
  /** True for tokens that belong to one of them. */
  readonly isTouchedBy: (tokens: Tokens) => boolean;
}

type TokenDigest = Pick<RowDigest, 'hashKey' | 'hashAddress'>;

export interface People {
  /** True where somebody was quiet until now. */
  readonly wake: (tokens: Tokens) => boolean;
  /** Asked of each entry that is read. */
  readonly leaveOut: LeaveOut;
  /** How many it has left out so far. */
  readonly count: () => number;
  /** True where somebody was left out whose key another entry has too. */
  readonly isDoubled: () => boolean;
  /** Who is awake, by the number of the file: which of its rows. With a server read, all whose entry did not come. */
  readonly awake: (isRead: boolean) => readonly (readonly number[])[];
  readonly left: (isRead: boolean) => LeftOut;
}

const state = { unseen: 0, left: 1, awake: 2 } as const;

export function makePeople(files: readonly FileRows[], hash: KeyedHash, digest: TokenDigest): People {
  const starts = startsOf(files);
  const rows = joined(files);
  const organizations = files.map(({ organization }) => organization);
  const states = new Uint8Array(countRows(rows));
  const byKey = makeRowIndex(rows, row.keyLow);
  const byAddress = makeRowIndex(rows, row.addressLow);
  for (const number of [...byKey.doubles, ...byAddress.doubles]) states[number] = state.awake;
  let [isUsed, isDoubled, leftOut] = [false, false, 0];

  const findKey = (key: string): number => {
    digest.hashKey(toldKey(key));
    return byKey.find(hash.low, hash.high);
  };
  const findAddress = (address: string): number => {
    digest.hashAddress(address);
    return byAddress.find(hash.low, hash.high);
  };
  /** Whose number it is: the number of the file. */
  const fileOf = (number: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= number) low = middle;
      else high = middle;
    }
    return low;
  };
  const numbersOf = function* ({ keys, addresses, own }: Tokens): Iterable<number> {
    for (const key of keys) yield findKey(key);
    for (const address of addresses) yield findAddress(address);
    for (const [organization, key] of own ?? []) {
      const number = findKey(key);
      if (number >= 0 && organizations[fileOf(number)] !== organization) yield number;
    }
  };
  const isLeft = (number: number, isRead: boolean): boolean =>
    states[number] === state.left || (!isRead && states[number] === state.unseen);

  return {
    wake: (tokens) => {
      let isNew = false;
      for (const number of numbersOf(tokens)) {
        if (number < 0 || states[number] === state.awake) continue;
        states[number] = state.awake;
        isNew = true;
      }
      return isNew;
    },
    leaveOut: (seen) => {
      const number = byKey.find(seen.keyLow, seen.keyHigh);
      if (number < 0) return false;
      const before = states[number];
      if (before !== state.unseen) {
        if (before === state.left) isDoubled = true;
        return false;
      }
      const at = number * row.length;
      const isSame =
        rows[at + row.digestLow] === seen.digestLow >>> 0 &&
        rows[at + row.digestHigh] === seen.digestHigh >>> 0;
      states[number] = isSame && seen.isFresh ? state.left : state.awake;
      if (states[number] !== state.left) return false;
      if (seen.isUsed) isUsed = true;
      leftOut++;
      return true;
    },
    count: () => leftOut,
    isDoubled: () => isDoubled,
    awake: (isRead) =>
      organizations.map((_, file) => {
        const found: number[] = [];
        const first = starts[file] as number;
        for (let number = first; number < (starts[file + 1] as number); number++) {
          if (!isLeft(number, isRead)) found.push(number - first);
        }
        return found;
      }),
    left: (isRead) => {
      const perOrganization = new Map<string, number>();
      let count = 0;
      for (const [file, organization] of organizations.entries()) {
        let here = 0;
        for (let number = starts[file] as number; number < (starts[file + 1] as number); number++) {
          if (isLeft(number, isRead)) here++;
        }
        if (here > 0) perOrganization.set(organization, (perOrganization.get(organization) ?? 0) + here);
        count += here;
      }
      const isOne = (number: number) => number >= 0 && isLeft(number, isRead);
      return {
        count,
        perOrganization,
        has: (key) => isOne(findKey(key)),
        isIn: (key, organization) => {
          const number = findKey(key);
          return isOne(number) && organizations[fileOf(number)] === organization;
        },
        hasAddress: (address) => isOne(findAddress(address)),
        isUsed,
        isTouchedBy: (tokens) => {
          for (const number of numbersOf(tokens)) if (isOne(number)) return true;
          return false;
        },
      };
    },
  };
}

/** All rows as one: those of a snapshot, where nothing has changed, lie one behind the other already. */
function joined(files: readonly FileRows[]): Uint32Array {
  const parts = files.map(({ rows }) => rows).filter(({ length }) => length > 0);
  const [first] = parts;
  if (first === undefined) return new Uint32Array();
  let end = first.byteOffset;
  const isOne = parts.every(({ buffer, byteOffset, byteLength }) => {
    const follows = buffer === first.buffer && byteOffset === end;
    end += byteLength;
    return follows;
  });
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (isOne) return new Uint32Array(first.buffer, first.byteOffset, length);
  const rows = new Uint32Array(length);
  let at = 0;
  for (const part of parts) {
    rows.set(part, at);
    at += part.length;
  }
  return rows;
}

/** Where each file's rows begin; and behind the last of them. */
function startsOf(files: readonly FileRows[]): readonly number[] {
  let start = 0;
  return [0, ...files.map(({ rows }) => (start += countRows(rows)))];
}
